"""A few cases of a few persons, and a service that shows them under thresholds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from semantic.access.grant import ALL_ROWS, FinestGrain, Grant, Thresholds
from semantic.access.principal import Principal
from semantic.access.rows import Seen
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer
from semantic.predicate import Compare
from semantic.result import Collected, collect
from tests.granting import granting
from tests.small_model import small_model

MODEL = """
cubes:
  - name: sag
    sql_table: main.sag
    person_key: person
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: person, sql: person, type: number}
      - {name: enhed, sql: enhed, type: string}
      - {name: lov, sql: lov, type: string}
      - {name: koen, sql: koen, type: string}
    measures:
      - {name: sager, type: count}
      - {name: personer, type: count_distinct, sql: person}
      - {name: kvinder, type: count_distinct, sql: person, filters: [{sql: "{CUBE}.koen = 'k'"}]}
      - {name: kvindesager, type: count, filters: [{sql: "{CUBE}.koen = 'k'"}]}
      - name: kvinder_x
        type: count
        filters: [{sql: "{CUBE}.koen = 'k' AND {CUBE}.lov = 'x'"}]
      - {name: maendesager, type: count, filters: [{sql: "{CUBE}.koen = 'm'"}]}
      - {name: kr, type: sum, sql: kr}
      - {name: kr_kvinder, type: sum, sql: kr, filters: [{sql: "{CUBE}.koen = 'k'"}]}
      - {name: kr_kvinder_x, type: sum, sql: kr, filters: [{sql: "{CUBE}.koen = 'k' AND {CUBE}.lov = 'x'"}]}
      - {name: andel_kvinder, type: ratio, numerator: kvinder, denominator: personer, decimals: 4}
      - {name: kr_pr_person, type: ratio, numerator: kr, denominator: personer, decimals: 2}
      - name: andel_af_alle
        sql: "1.0 * {sager} / {alle_sager}"
        type: number
        decimals: 4
      - {name: alle_sager, type: number, sql: "{sager}", multi_stage: true, group_by: []}
      - {name: stoerste, type: max, sql: kr}
      - {name: midterste, type: median, sql: kr}
"""
MEASURES = ("sager", "personer", "kvinder", "kvindesager", "maendesager", "kr", "kr_kvinder", "andel_kvinder",
            "kr_pr_person")  # fmt: skip
DEFAULTS = Thresholds()
PROTECTED, MIXED, OPEN = "beskyttet", "blandet", "aaben"
Row = tuple[int, str, str, str, int]  # person, enhed, lov, koen, kr


def principal(name: str) -> Principal:
    return Principal(name, (name,))


@contextmanager
def served(folder: Path, rows: Sequence[Row], thresholds: Thresholds = DEFAULTS) -> Iterator[Service]:
    """The rows under thresholds for `PROTECTED`, as they are for `OPEN`; to `MIXED` those of unit A as they are."""
    values = ", ".join(str((number, *one)) for number, one in enumerate(rows)) or "(0, 0, '', '', '', 0)"
    table = f"""
        CREATE TABLE sag AS SELECT * REPLACE (kr::DECIMAL(12, 2) AS kr)
        FROM (VALUES {values}) AS t(id, person, enhed, lov, koen, kr) WHERE enhed <> ''
    """
    with small_model(folder, MODEL, table) as service:
        every = Grant("alle", "Til sammenligning.", None, default_rows=ALL_ROWS, thresholds=thresholds, scope="alle")
        enhed = service.generation.model.cubes["sag"].dimensions["enhed"]
        own = Grant("egne", "Enhedens egne.", None, {"sag": Compare(Seen(enhed), "=", "A")}, scope="A",
                    grain=FinestGrain(rows=True))  # fmt: skip
        whole = Grant("alt", "Alt.", None, default_rows=ALL_ROWS, scope="alt", grain=FinestGrain(rows=True))
        yield replace(service, policies=granting({PROTECTED: (every,), MIXED: (every, own), OPEN: (whole,)}))


def ask(service: Service, name: str, **query: Any) -> Collected:
    return collect(answer(parse_query(query, default_limit=None), principal(name), service))


def rows_of(found: Collected) -> list[dict[str, Any]]:
    names = [column.name.partition(".")[2] for column in found.columns]
    return [dict(zip(names, row, strict=True)) for row in
            zip(*(column.to_pylist() for column in found.table.columns), strict=True)]  # fmt: skip


def refused(service: Service, name: str, **query: Any) -> str | None:
    try:
        ask(service, name, **query)
    except ServiceError as error:
        return error.code
    return None


def by(rows: Sequence[Mapping[str, Any]], *keys: str) -> dict[tuple[Any, ...], Mapping[str, Any]]:
    return {tuple(row[key] for key in keys): row for row in rows}
