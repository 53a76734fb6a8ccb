"""However a statement is written, what is of an edition's schema is the edition's, and what is of `public` today's."""

from __future__ import annotations

import random

from tests.attacks.asking import Place, Told
from tests.editions.house import NAME, House, load_on

SCHEMA = "edition_2025k3"
UNIT = "enhed = 'E05'"
SHAPES = (
    f"SELECT enhed, beloeb FROM {{}}.udbetaling WHERE {UNIT}",
    f"SELECT enhed, beloeb FROM {{}}.udbetaling WHERE {UNIT} ORDER BY 1 LIMIT 3",
    f"SELECT enhed, beloeb FROM {{}}.udbetaling WHERE {UNIT} UNION ALL SELECT 'alle', beloeb FROM {{}}.udbetaling",
    f"SELECT enhed, measure(beloeb) FROM (SELECT * FROM {{}}.udbetaling) AS x WHERE {UNIT} GROUP BY enhed",
    f"SELECT * FROM (SELECT enhed, beloeb AS b FROM {{}}.udbetaling) AS x WHERE {UNIT}",
    f"SELECT sum(b) FROM (SELECT enhed, beloeb AS b FROM {{}}.udbetaling WHERE {UNIT}) AS x",
    f"SELECT count(*), sum(b) FROM (SELECT enhed, dag, beloeb AS b FROM {{}}.udbetaling) AS x WHERE {UNIT}",
    f"SELECT e, measure(b) FROM (SELECT enhed, beloeb FROM (SELECT * FROM {{}}.udbetaling) AS i) AS x (e, b)"
    f" WHERE e = 'E05' GROUP BY e",
    f"WITH x AS (SELECT enhed, beloeb FROM {{}}.udbetaling) SELECT enhed, measure(beloeb) FROM x WHERE {UNIT} GROUP BY 1",
    f"WITH x AS (SELECT * FROM {{}}.udbetaling), y AS (SELECT * FROM x) SELECT enhed, beloeb FROM y WHERE {UNIT}",
    "SELECT enhed, beloeb FROM {}.udbetaling WHERE enhed LIKE 'E_5'",
    "SELECT enhed, beloeb FROM {}.udbetaling WHERE right(enhed, 1) = '5' AND enhed < 'E06' ORDER BY enhed",
    "SELECT measure(x.beloeb) FROM {}.udbetaling AS x JOIN (SELECT enhed FROM {}.udbetaling WHERE enhed = 'E05'"
    " GROUP BY enhed) AS y ON x.enhed = y.enhed",
    "SELECT measure(beloeb) FROM {}.udbetaling WHERE enhed IN (SELECT enhed FROM {}.udbetaling WHERE enhed = 'E05')",
    "SELECT (SELECT measure(beloeb) FROM {}.udbetaling WHERE enhed = 'E05') AS b",
    "SELECT enhed FROM {}.udbetaling GROUP BY enhed"
    " HAVING measure(beloeb) = (SELECT max(b) FROM (SELECT enhed, beloeb AS b FROM {}.udbetaling) AS x)"
    " UNION ALL SELECT beloeb::text FROM {}.udbetaling",
    f"SELECT DISTINCT enhed, beloeb FROM {{}}.udbetaling WHERE {UNIT}",
    "SELECT enhed, beloeb, rank() OVER (ORDER BY beloeb DESC) FROM {}.udbetaling ORDER BY 2 DESC LIMIT 3",
    f"SELECT * FROM {{}}.udbetaling WHERE {UNIT} ORDER BY 1 LIMIT 400",
    f"SELECT * FROM {{}}.udbetaling WHERE {UNIT}",
    f"SELECT beloeb, opgjort_pr, dataversion FROM {{}}.udbetaling WHERE {UNIT}",
    "SELECT grouping(enhed), enhed, measure(beloeb) FROM {}.udbetaling GROUP BY ROLLUP (enhed)",
    "SELECT max(dag), measure(beloeb) FROM {}.udbetaling",
    f"COPY (SELECT enhed, beloeb FROM {{}}.udbetaling WHERE {UNIT}) TO STDOUT",
)


def answers(place: Place, schema: str, edition: str | None = None) -> list[Told]:
    settings = {"nogletal.edition": edition or ""}  # which is set back after, so that all are told alike
    found = [place.sql("direktion", one.replace("{}", schema), settings) for one in SHAPES]
    assert [one.codes for one in found] == [()] * len(SHAPES), found
    return found


def test_however_it_is_written_the_schema_is_the_edition(house: House) -> None:
    chance = random.Random(5)
    for number in range(9, 13):
        load_on(house, chance, number)
    with house.served() as place:
        there = answers(place, SCHEMA)
        now, wished = answers(place, "public"), answers(place, "public", NAME)
    for shape, one, today, same in zip(SHAPES, there, now, wished, strict=True):
        assert one.same == same.same, shape
        assert one.same != today.same, shape
