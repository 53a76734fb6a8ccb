"""A workbook downloaded over REST and read by openpyxl, whose sheet on the figures says which columns they are."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import openpyxl
from openpyxl.cell.cell import Cell as SheetCell

from tests.case import canonical
from tests.interfaces.clients.answers import Cell, Heard, settled
from tests.interfaces.clients.rest import load, refused
from tests.worlds import World

KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HIDDEN = "·"


class XlsxClient:
    """Who opens the answer in a spreadsheet; an empty cell is NULL, and so is a hidden one."""

    name = "xlsx"

    def ask(self, world: World, query: dict[str, Any], principal: str) -> Heard:
        response = load(world, query, principal, KIND)
        if response.status_code != 200:
            return refused(response)
        figures, about = openpyxl.load_workbook(io.BytesIO(response.content)).worksheets
        told = list(about.iter_rows(values_only=True))
        columns = told[next(place for place, row in enumerate(told) if row[0] == "Kolonne") + 1 :]
        header, *lines = figures.iter_rows()
        assert [cell.value for cell in header] == [column[0] for column in columns]
        places = [None if column[3] is None else int(str(column[3])) for column in columns]
        rows = tuple(tuple(map(_cell, line, places)) for line in lines)
        names = tuple(str(column[1]) for column in columns)
        return Heard(names, rows, scope=unquote(response.headers["nogletal-scope"]))


def _cell(cell: SheetCell, decimals: int | None) -> Cell:
    """As text with every digit: what stands there, and for a number what a spreadsheet makes of it."""
    value = cell.value
    if value is None or value == HIDDEN:
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return settled(canonical(Decimal(repr(value)), decimals))
    if isinstance(value, (date, datetime)):
        return settled(canonical(value))
    return settled(value)
