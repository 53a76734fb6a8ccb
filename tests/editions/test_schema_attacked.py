"""However a statement is written, what is of an edition's schema is the edition's, and what is of `public` today's."""

from __future__ import annotations

import random
from typing import Any

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
    "SELECT e, measure(b) FROM (SELECT enhed, beloeb FROM (SELECT * FROM {}.udbetaling) AS i) AS x (e, b)"
    " WHERE e = 'E05' GROUP BY e",
    f"WITH x AS (SELECT enhed, beloeb FROM {{}}.udbetaling) SELECT enhed, measure(beloeb) FROM x WHERE {UNIT}"
    " GROUP BY 1",
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


def test_what_is_written_of_one_schema_is_never_of_another(untouched: House, place: Place) -> None:
    def codes(column: str, table: str) -> tuple[str, ...]:
        return place.sql("direktion", f"SELECT {column} FROM {table} WHERE {UNIT}").codes

    for schema, other in ((SCHEMA, "public"), ("public", SCHEMA), (SCHEMA, "edition_2031k1")):
        there = f"{schema}.udbetaling"
        assert codes(f"{there}.beloeb", there) == codes(f"nogletal.{there}.beloeb", f"nogletal.{there}") == ()
        assert codes(f"{other}.udbetaling.beloeb", there) == codes(f"{other}.udbetaling.*", there) == ("R201",)
        assert codes(f"{other}.u.beloeb", f"{there} AS u") == codes(f"andet.{there}.beloeb", there) == ("R201",)
        assert codes("beloeb", f"andet.{there}") == codes("beloeb", f"{other}.{there}") == ("R201",)
    assert codes("public.x.beloeb", f"(SELECT * FROM {SCHEMA}.udbetaling) AS x") == ("R201",)
    assert codes("public.udbetaling.beloeb", "udbetaling") == ()


def test_an_edition_of_what_is_hidden_is_not_there(house: House) -> None:
    made = house.nogletal("edition", "create", "skjulx", "--question", "udbetalt_pr_enhed")
    assert made.exit_code == 0, made.output
    view = "SELECT measure(antal) FROM edition_{}.udbetaling"
    with house.served() as place:
        assert place.sql("direktion", view.format("skjulx")).codes == ()
        for text in (view, "SELECT * FROM edition_{}.regnskab", "SELECT 1 FROM edition_{}.noegletal_vaerdier"):
            hidden, absent = (place.sql("offentlig", text.format(name)) for name in ("skjulx", "skjulz"))
            assert hidden.codes == ("R201",)
            assert hidden.same.replace("skjulx", "skjulz") == absent.same


DEFINED = (  # what a statement may do with a figure, and how it is rounded, stands in its definition
    "SELECT sum(a) FROM (SELECT enhed, antal_modtagere AS a FROM {}.udbetaling) AS x",
    "SELECT sum(a) FROM (SELECT enhed, measure(antal_modtagere) AS a FROM {}.udbetaling GROUP BY enhed) AS x",
    "SELECT enhed, antal_modtagere, sum(antal_modtagere) OVER () FROM {}.udbetaling",
    "SELECT left(enhed, 1), measure(antal_modtagere) FROM {}.udbetaling GROUP BY 1",
    "SELECT * FROM {}.udbetaling ORDER BY udbetaling_id LIMIT 3",
    "SELECT b FROM (SELECT enhed, measure(beloeb) AS b FROM {}.udbetaling GROUP BY enhed LIMIT 400) AS x",
    "SELECT enhed, measure(antal), measure(antal_modtagere), measure(beloeb) FROM {}.udbetaling GROUP BY enhed",
    "SELECT count(*), measure(findes_ikke) FROM {}.udbetaling",
)


def test_a_definition_of_today_adds_up_nothing_of_then(untouched: House, place: Place, house: House) -> None:
    def told(at: Place) -> list[Told]:
        there = [at.sql("direktion", one.replace("{}", SCHEMA)) for one in DEFINED]
        return [
            *there,
            *(at.sql("direktion", one.replace("{}", "public"), {"nogletal.edition": NAME}) for one in DEFINED),
        ]

    def redefined(document: Any) -> None:
        known = {one["name"]: one for one in document["cubes"][0]["measures"]}
        known["antal_modtagere"]["type"] = "count"
        del known["antal_modtagere"]["sql"]
        known["beloeb"]["decimals"] = 0

    house.change("schema/cubes/udbetaling.yml", redefined)
    with house.served() as changed:
        now = changed.sql("direktion", DEFINED[0].replace("{}", "public"))
        after = told(changed)
    before = told(place)
    assert now.codes == ()  # of today it does add up
    assert [one.codes for one in before[1:4]] == [("U451",)] * 3
    assert [(one.codes, sorted(one.rows, key=str)) for one in after] == [
        (one.codes, sorted(one.rows, key=str)) for one in before
    ]
