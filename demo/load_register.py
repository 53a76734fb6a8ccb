"""`main.load`: which loads each source has had, the date that each is a statement of, and when it came."""

from __future__ import annotations

from datetime import date, datetime

import duckdb

# opgjort_pr is the last day that the load's figures speak of, because relative ranges ("this year") count from it;
# it is not the day of publication.
COLLECTED = datetime(2026, 11, 22)  # the open data, as data/PROVENANCE.md says
LOADS = (
    # FOLK1A 2014K1 counts the population on the first day of the quarter.
    ("folk1a", date(2014, 1, 1), True, COLLECTED),
    # The Varde presentation's own stamp: "Seneste opdatering: 31/08/21".
    ("varde_2021", date(2021, 8, 31), True, COLLECTED),
    # The last year that has a mean of its own; 2024 in the table is carried over and moves nothing.
    ("panel", date(2023, 12, 31), True, COLLECTED),
    # The accounts of 2024 close with the year, although they were published in the spring of 2025.
    ("regk31", date(2024, 12, 31), True, COLLECTED),
    # The end of the latest school year in the file (elevtrivsel 2025/2026).
    ("indikatorer", date(2026, 6, 30), True, COLLECTED),
    # The social administration is loaded monthly, early on the first. October has begun and is not complete: none of
    # its rows are here.
    ("social", date(2025, 8, 31), True, datetime(2025, 9, 1, 6)),
    ("social", date(2025, 9, 30), True, datetime(2025, 10, 1, 6)),
    ("social", date(2025, 10, 31), False, datetime(2025, 10, 15, 6)),
)

SOCIAL_AS_OF = date(2025, 9, 30)
SOCIAL_AUGUST, SOCIAL_SEPTEMBER, SOCIAL_OCTOBER = (
    number for number, (source, *_) in enumerate(LOADS, start=1) if source == "social"
)


def create(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("CREATE TABLE main.load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN, "
                "arrived TIMESTAMP)")  # fmt: skip
    rows = [(number, *load) for number, load in enumerate(LOADS, start=1)]
    con.executemany("INSERT INTO main.load VALUES (?, ?, ?, ?, ?)", rows)
