"""What every client asks, beside the same by hand over the demo's own tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True)
class Question:
    """SQL as a client writes it over the views, and as an oracle does over the tables."""

    sql: str
    by_hand: str


VARDE = Question(
    "select aar, funktion, udgift_kr from regnskab where kommune = 'Varde' order by aar, funktion",
    """select r.aar, r.funktion, r.udgift_kr from regnskab r join kommuner k using (kommunekode)
       where k.kommune = 'Varde' order by r.aar, r.funktion""",
)
# Its parameters are the name and the year, in that order.
BY_NAME_AND_YEAR = "select funktion, udgift_kr from regnskab where kommune = {} and aar = {} order by funktion"
VARDE_2024 = """select r.funktion, r.udgift_kr from regnskab r join kommuner k using (kommunekode)
                where k.kommune = 'Varde' and r.aar = 2024 order by r.funktion"""
# Its parameter is a list of years.
OF_YEARS = "select aar, udgift_kr from regnskab where kommune = 'Varde' and funktion = '6.45.51' and aar = any({})"
VARDE_2022_2023 = """select r.aar, r.udgift_kr from regnskab r join kommuner k using (kommunekode)
                     where k.kommune = 'Varde' and r.funktion = '6.45.51' and r.aar in (2022, 2023)"""
# Some hundred rows, each with a date and whole numbers of both sizes.
PEOPLE = Question(
    """select kommune, koen, alder, periode, personer from befolkning where kommune in ('Varde', 'Esbjerg')
       order by kommune, koen, alder, periode""",
    """select k.kommune, b.koen, b.alder, b.periode, b.personer from befolkning b join kommuner k using (kommunekode)
       where k.kommune in ('Varde', 'Esbjerg') order by 1, 2, 3, 4""",
)
NO_COLUMN = "select findes_ikke from regnskab"
NO_TABLE = "select aar from findes_ikke"
WRITES = ("insert into regnskab (aar) values (2024)", "delete from regnskab", "drop view regnskab")
REFUSED = {"0A000", "25006", "42501"}  # not supported, read-only, no privilege: whichever the server finds first

EVERY_TYPE: tuple[tuple[str, object], ...] = (
    ("cast('t' as bool)", True),
    ("cast(-32768 as int2)", -32768),
    ("cast(2147483647 as int4)", 2147483647),
    ("cast(-9223372036854775807 as int8)", -9223372036854775807),
    ("cast(0.5 as float4)", 0.5),
    ("cast(1234567.125 as float8)", 1234567.125),
    ("cast('12345678901234567.0123456789' as numeric)", Decimal("12345678901234567.0123456789")),
    ("cast('æøå €' as text)", "æøå €"),
    ("cast('kort' as varchar)", "kort"),
    ("cast('2024-02-29' as date)", date(2024, 2, 29)),
    ("cast('23:59:59.5' as time)", time(23, 59, 59, 500000)),
    ("cast('2024-02-29 12:34:56.789' as timestamp)", datetime(2024, 2, 29, 12, 34, 56, 789000)),
    ("cast('0b2c3d4e-0000-4000-8000-0123456789ab' as uuid)", UUID("0b2c3d4e-0000-4000-8000-0123456789ab")),
    ("cast(null as int4)", None),
)
EVERY_TYPE_SQL = "select " + ", ".join(f"{sql} as c{place}" for place, (sql, _) in enumerate(EVERY_TYPE))
EVERY_VALUE = tuple(value for _, value in EVERY_TYPE)
OIDS = (16, 21, 23, 20, 700, 701, 1700, 25, 1043, 1082, 1083, 1114, 2950, 23)
