"""One small administration, told twice: as a model that the product loads (`model.yml`), and here as SQL by hand.

Nothing here is read from the model: what a dimension, a measure or a join means is written a second time, for
PostgreSQL. The rows are drawn from a seed, and the same in both databases.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

TODAY = date(2025, 6, 30)  # opgjort_pr
Path = tuple[str, ...]
Joined = tuple[str, str, str]  # a cube, its join, the cube that it leads to

TABLES = {
    "kommune": "kode INTEGER, navn VARCHAR, region VARCHAR, folketal INTEGER",
    "enhed": "id VARCHAR, center VARCHAR, forvaltning VARCHAR, slags VARCHAR, fra DATE, til DATE",
    "borger": "id INTEGER, koen VARCHAR, foedt INTEGER, bopael INTEGER",
    "ydelse": "id INTEGER, borger INTEGER, enhed VARCHAR, handle INTEGER, betal INTEGER, art VARCHAR, lov VARCHAR, "
    "sagsbehandler VARCHAR, start DATE, beloeb DECIMAL(9, 2)",
    "betaling": "id INTEGER, ydelse INTEGER, dato DATE, kr DECIMAL(9, 2)",
    "klage": "id INTEGER, borger INTEGER, enhed VARCHAR, kommune INTEGER, art VARCHAR, sagsbehandler VARCHAR, "
    "modtaget DATE, dage INTEGER, medhold BOOLEAN",
}

_THEN = "{far}.id = {near}.enhed AND {far}.fra <= {near}.%s AND ({far}.til IS NULL OR {far}.til > {near}.%s)"
_NOW = "{far}.id = {near}.enhed AND {far}.fra <= DATE '%s' AND ({far}.til IS NULL OR {far}.til > DATE '%s')"
# cube → join → (the cube it leads to, the condition)
JOINS: dict[str, dict[str, tuple[str, str]]] = {
    "kommune": {},
    "enhed": {},
    "borger": {
        "bopael": ("kommune", "{far}.kode = {near}.bopael"),
        "<ydelse": ("ydelse", "{far}.borger = {near}.id"),  # walked back, to many rows
    },
    "ydelse": {
        "borger": ("borger", "{far}.id = {near}.borger"),
        "handlekommune": ("kommune", "{far}.kode = {near}.handle"),
        "betalingskommune": ("kommune", "{far}.kode = {near}.betal"),
        "ansvarlig_da": ("enhed", _THEN % ("start", "start")),
        "ansvarlig_nu": ("enhed", _NOW % (TODAY, TODAY)),
    },
    "betaling": {"ydelse": ("ydelse", "{far}.id = {near}.ydelse")},
    "klage": {
        "borger": ("borger", "{far}.id = {near}.borger"),
        "kommune": ("kommune", "{far}.kode = {near}.kommune"),
        "ansvarlig_da": ("enhed", _THEN % ("modtaget", "modtaget")),
        "ansvarlig_nu": ("enhed", _NOW % (TODAY, TODAY)),
    },
}


@dataclass(frozen=True)
class Dimension:
    """`sql` is its value, `{t}` the row at the end of `path` from its cube; `reads` are others that meet that row."""

    kind: str
    sql: str
    path: Path = ()
    reads: frozenset[Joined] = frozenset()
    conformed: str | None = None


@dataclass(frozen=True)
class Aggregate:
    """One aggregation of a cube's rows; `{t}` is the cube's row and `{0}` that at the end of `path`."""

    cube: str
    sql: str
    path: Path = ()


@dataclass(frozen=True)
class Ratio:
    over: Aggregate
    under: Aggregate
    decimals: int


def _text(*names: str) -> dict[str, Dimension]:
    return {name: Dimension("string", f"{{t}}.{name}") for name in names}


_COUNTED = "CASE WHEN {t}.id IS NULL THEN NULL ELSE (SELECT count(*) FROM ydelse AS own WHERE own.borger = {t}.id) END"
_ART = Dimension("string", "{t}.art", conformed="art")
_WHO = Dimension("string", "{t}.sagsbehandler", conformed="sagsbehandler")
DIMENSIONS: dict[str, dict[str, Dimension]] = {
    "kommune": {"kode": Dimension("number", "{t}.kode"), **_text("navn", "region")},
    "enhed": {
        **_text("id", "center", "forvaltning", "slags"),
        "fra": Dimension("time", "{t}.fra"),
        "til": Dimension("time", "{t}.til"),
    },
    "borger": {
        "id": Dimension("number", "{t}.id"),
        "koen": Dimension("string", "{t}.koen"),
        "foedt": Dimension("number", "{t}.foedt"),
        "antal_ydelser": Dimension("number", _COUNTED, reads=frozenset({("ydelse", "borger", "borger")})),
    },
    "ydelse": {
        "id": Dimension("number", "{t}.id"),
        "art": _ART,
        "person": Dimension("number", "{t}.borger"),
        "lov": Dimension("string", "{t}.lov"),
        "sagsbehandler": _WHO,
        "handle": Dimension("number", "{t}.handle"),
        "dyr": Dimension("boolean", "({t}.beloeb > 100)"),
        "start": Dimension("time", "{t}.start"),
        "center_nu": Dimension("string", "{t}.center", ("ansvarlig_nu",)),
    },
    "betaling": {"id": Dimension("number", "{t}.id"), "dato": Dimension("time", "{t}.dato")},
    "klage": {
        "id": Dimension("number", "{t}.id"),
        "art": _ART,
        "sagsbehandler": _WHO,
        "person": Dimension("number", "{t}.borger"),
        "modtaget": Dimension("time", "{t}.modtaget"),
        "medhold": Dimension("boolean", "{t}.medhold"),
    },
}
_YDELSER = Aggregate("ydelse", "count(*)")
_BELOEB = Aggregate("ydelse", "sum({t}.beloeb)")
_KLAGER = Aggregate("klage", "count(*)")
_DAGE = Aggregate("klage", "sum({t}.dage)")
MEASURES: dict[str, dict[str, Aggregate | Ratio]] = {
    "kommune": {"antal": Aggregate("kommune", "count(*)"), "folketal": Aggregate("kommune", "sum({t}.folketal)")},
    "enhed": {"versioner": Aggregate("enhed", "count(*)")},
    "borger": {"antal": Aggregate("borger", "count(DISTINCT {t}.id)")},  # a person once, however many ydelser meet it
    "ydelse": {
        "antal": _YDELSER,
        "beloeb": _BELOEB,
        "personer": Aggregate("ydelse", "count(DISTINCT {t}.borger)"),
        "snit": Ratio(_BELOEB, _YDELSER, 2),
        "hoejeste": Aggregate("ydelse", "max({t}.beloeb)"),
        "i_center_a": Aggregate("ydelse", "count(*) FILTER (WHERE {0}.center = 'A')", ("ansvarlig_da",)),
    },
    "betaling": {"kr": Aggregate("betaling", "sum({t}.kr)"), "antal": Aggregate("betaling", "count(*)")},
    "klage": {
        "antal": _KLAGER,
        "dage": _DAGE,
        "snit_dage": Ratio(_DAGE, Aggregate("klage", "count({t}.dage)"), 2),
        "pr_ydelse": Ratio(_KLAGER, _YDELSER, 3),
    },
}


@dataclass(frozen=True)
class GroupValue:
    """A measure of ydelse as it is of other groups: the `drops` are left out of the asked keys, or all but the `keeps`.

    Where the group is `whole`, a filter on what is dropped does not narrow it.
    """

    of: str
    drops: str = ""
    keeps: tuple[str, ...] | None = None
    whole: bool = False


GROUP_VALUES = {
    "alle_behandlere": GroupValue("beloeb", "sagsbehandler"),
    "landet": GroupValue("antal", "handle", whole=True),
    "hele_tiden": GroupValue("antal", "start", whole=True),
    "alle_personer": GroupValue("antal", "person"),
    "i_alt": GroupValue("beloeb", keeps=()),
    "artens": GroupValue("antal", keeps=("art",)),
}
OVER_MEMBERS = ("middel", "plads")  # a mean over sagsbehandlere of their beloeb, and the place among them
SEGMENTS = {"ydelse": {"udenbys": "{t}.betal <> {t}.handle"}, "klage": {"langsom": "{t}.dage > 30"}}
VIEWS: dict[str, tuple[str, tuple[str, ...]]] = {
    "sager": ("ydelse", ("borger", "handlekommune", "betalingskommune", "ansvarlig_da", "ansvarlig_nu")),
    "klager": ("klage", ("borger", "kommune", "ansvarlig_da", "ansvarlig_nu")),
}
HIERARCHIES = {"enhed.enheder": ("enhed.forvaltning", "enhed.center", "enhed.id")}
# What a member gives away, and is therefore forbidden with it: what repeats its column or is computed from it.
GIVES_AWAY: dict[str, set[str]] = {
    "ydelse.antal": {"ydelse.snit", "klage.pr_ydelse", "borger.antal_ydelser"}
    | {f"ydelse.{name}" for name, one in GROUP_VALUES.items() if one.of == "antal"},
    "ydelse.beloeb": {"ydelse.snit", "ydelse.middel", "ydelse.plads"}
    | {f"ydelse.{name}" for name, one in GROUP_VALUES.items() if one.of == "beloeb"},
    "ydelse.handle": {"ydelse.udenbys"},
    "ydelse.dyr": {"ydelse.hoejeste", "ydelse.beloeb"},
    "ydelse.center_nu": {"enhed.center", "ydelse.i_center_a"},
    "enhed.center": {"ydelse.center_nu", "ydelse.i_center_a"},
    "klage.antal": {"klage.pr_ydelse"},
}
# Whatever reads a cube whose every member is forbidden.
MADE_OF: dict[str, set[str]] = {
    "ydelse": {"klage.pr_ydelse", "borger.antal_ydelser"},
    "klage": set(),
    "enhed": {"ydelse.center_nu", "ydelse.i_center_a"},
    "borger": set(),
    "kommune": set(),
    "betaling": set(),
}
MEMBERS = frozenset(
    f"{cube}.{name}" for cube in TABLES for name in (*DIMENSIONS[cube], *MEASURES[cube], *SEGMENTS.get(cube, ()))
) | {f"ydelse.{name}" for name in (*GROUP_VALUES, *OVER_MEMBERS)}
Rows = Mapping[str, list[tuple[Any, ...]]]


def rows_of(seed: int) -> Rows:
    """Some two hundred rows of all tables, many of their keys NULL or leading nowhere."""
    draw = random.Random(seed)
    units = list(_units(draw))
    ids = [*sorted({unit[0] for unit in units}), "E99", None]
    kommuner = [(kode, f"K{kode}", draw.choice(["Nord", "Syd", None]), kode * 7) for kode in (1, 2, 3, 4, 5, 6)]
    kodes = [1, 2, 3, 4, 5, 6, 99, None]
    borgere = [
        (one, draw.choice(["k", "m", None]), draw.randint(1990, 1993), draw.choice(kodes)) for one in range(1, 26)
    ]
    persons = [*range(1, 26), 98, None]
    arts = ["x", "y", "z", "Xy", None]
    who = ["S1", "S2", "S3", None]
    return {
        "kommune": kommuner,
        "enhed": units,
        "borger": borgere,
        "ydelse": [
            (one, draw.choice(persons), draw.choice(ids), draw.choice(kodes), draw.choice(kodes), draw.choice(arts),
             draw.choice(["L1", "L2"]), draw.choice(who), _day(draw), _money(draw))
            for one in range(1, 71)
        ],
        "betaling": [
            (one, draw.choice([*range(1, 71), 999, None]), _day(draw), _money(draw)) for one in range(1, 81)
        ],
        "klage": [
            (one, draw.choice(persons), draw.choice(ids), draw.choice(kodes), draw.choice(arts), draw.choice(who),
             _day(draw), draw.choice([None, *range(61)]), draw.choice([True, False, None]))
            for one in range(1, 46)
        ],
    }  # fmt: skip


def _units(draw: random.Random) -> Iterator[tuple[Any, ...]]:
    """Each unit in one to three periods, under a centre that may change, with or without a gap, open or closed."""
    for number in range(1, 9):
        begins = date(2020, 1, 1) + timedelta(draw.randint(0, 900))
        for _ in range(draw.randint(1, 3)):
            ends = begins + timedelta(draw.randint(200, 900))
            center = draw.choice(["A", "B", "C", "D"])
            last = draw.random() < 0.4
            above = {"A": "F1", "B": "F1", "C": "F2", "D": "F2"}[center]
            kind = draw.choice(["myndighed", "udfører", None])
            yield (f"E{number}", center, above, kind, begins, None if last else ends)
            if last:
                break
            begins = ends + timedelta(draw.choice([0, 0, 0, 60]))


def _day(draw: random.Random) -> date | None:
    if draw.random() < 0.1:
        return None
    return draw.choice([date(2024, 1, 1), date(2023, 12, 31), date(2022, 1, 1) + timedelta(draw.randint(0, 1200))])


def _money(draw: random.Random) -> Decimal | None:
    return None if draw.random() < 0.08 else Decimal(draw.randint(-500, 30000)) / 100


def script(rows: Rows, schema: str) -> str:
    """The tables with their rows, for either database."""
    lines = []
    for table, columns in TABLES.items():
        lines.append(f"CREATE TABLE {schema}.{table} ({columns})")
        values = ", ".join(f"({', '.join(map(literal, row))})" for row in rows[table])
        lines.append(f"INSERT INTO {schema}.{table} VALUES {values}")
    return ";\n".join(lines)


def literal(value: object) -> str:
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)
