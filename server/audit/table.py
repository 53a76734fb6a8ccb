"""Questions as they were recorded → the table that `revision` and the command line show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC
from pathlib import Path

import pyarrow as pa

from semantic.audit.table import SCHEMA
from semantic.execute.live import LiveTable, LiveTables
from server.audit.read import Question, Record, questions

NEWEST = 10_000  # questions that can be asked about; the definition of the cube says so


def table(asked: Sequence[Question]) -> pa.Table:
    """A row for each question, in their order; NULL is what was never told."""
    return pa.Table.from_pylist([row(one) for one in asked], schema=SCHEMA)


def live_tables(folder: Path) -> LiveTables:
    """What the model's cubes of `data_source: spor` read: the newest questions, as they stand in the folder."""

    def read() -> pa.Table:
        return table(list(questions(folder, most=NEWEST)))

    return {"revision": LiveTable(SCHEMA, read)}


def row(one: Question) -> dict[str, object]:
    """The question by the names of the columns."""
    asked, closed = one.asked, one.closed
    milliseconds = closed.get("milliseconds")
    return {
        "tid": one.time.astimezone(UTC).replace(tzinfo=None),
        "kaede": one.chain,
        "loebenummer": asked["sequence"],
        "graenseflade": asked["interface"],
        "bruger": asked["subject"],
        "spurgt_af": asked["asked_by"] or asked["subject"],
        "roller": listed(asked["roles"]),
        "formaal": asked["purpose"],
        "beslutning": one.decision,
        "koder": listed(one.codes),
        "felter": listed([*asked["members"], *asked["unknown"]]),
        "filtre": "; ".join(map(filter_text, asked["filters"])),
        "persondata": asked["personal"],
        "omfang_anvendt": asked["scope"],
        "bevillinger": listed(asked["grants"]),
        "fingeraftryk": asked["fingerprint"],
        "politikker": asked["policies"],
        "model": asked["model"],
        "data": asked["data"],
        "udfald": closed.get("outcome"),
        "raekker": closed.get("rows"),
        "millisekunder": None if milliseconds is None else round(milliseconds),
    }


def listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def filter_text(one: Record) -> str:
    """A filter on one line: `ydelse.enhed equals hmac:78031e8f67458cf0b3a42c18`."""
    more = f" … ({one['count']} in all)" if "count" in one else ""
    return f"{one['member']} {one['operator']} {listed(one['values'])}{more}".strip()
