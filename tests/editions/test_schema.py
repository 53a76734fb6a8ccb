"""A schema for each edition: read over SQL as the edition is asked by its name, and listed to who may read it."""

from __future__ import annotations

import json
import random

import pytest

from semantic.edition.manifest import MANIFEST, SEAL
from semantic.query import EDITION_NAME
from tests.attacks.asking import Place, principal
from tests.editions.house import NAME, QUESTIONS, House, load_on
from tests.editions.test_alike import BY_UNIT, WHO, rows
from tests.editions.test_all_and_parts import ALONE, CELLS, PARTS, all_by_graphql, heard, parts_by_graphql
from tests.interfaces.clients.sql import written

SCHEMA = "edition_2025k3"
LISTED = "SELECT table_name FROM information_schema.tables WHERE table_schema = '{}' ORDER BY 1"
COLUMNS = """SELECT table_name, column_name FROM information_schema.columns
             WHERE table_schema = 'edition_2025k3' ORDER BY table_name, ordinal_position"""


def settings(edition: str | None) -> dict[str, str]:
    return {} if edition is None else {"nogletal.edition": edition}


@pytest.mark.parametrize("who", WHO)
def test_a_view_of_the_schema_is_the_view_with_the_edition_set(untouched: House, place: Place, who: str) -> None:
    """Denials, too, and all that is said beside the figures."""
    for query in QUESTIONS:
        text, wished = written(query, place.service, principal(place, who))
        view = query["measures"][0].partition(".")[0]
        assert f'from "{view}"' in text
        there = place.sql(who, text.replace(f'from "{view}"', f'from {SCHEMA}."{view}"'), wished)
        assert there.codes == place.sql(who, text, wished | settings(NAME)).codes
        assert there.rows == place.sql(who, text, wished | settings(NAME)).rows


def test_then_and_now_stand_in_one_statement(house: House) -> None:
    chance = random.Random(5)
    for number in range(9, 13):
        load_on(house, chance, number)
    then = rows(house, BY_UNIT.format("enhed = 'E05'"))
    with house.served() as place:
        now = place.sql("direktion", "SELECT enhed, measure(beloeb), measure(antal) FROM udbetaling"
                                     " WHERE enhed = 'E05' GROUP BY enhed").rows  # fmt: skip
        both = place.sql("direktion", f"""
            SELECT 'da' AS hvornaar, measure(beloeb), measure(antal) FROM {SCHEMA}.udbetaling WHERE enhed = 'E05'
            UNION ALL SELECT 'nu', measure(beloeb), measure(antal) FROM public.udbetaling WHERE enhed = 'E05'
            ORDER BY 1""").rows  # fmt: skip
        by_unit = f"SELECT enhed, measure(beloeb) AS beloeb FROM {SCHEMA}.udbetaling GROUP BY enhed"
        below = place.sql("direktion", f"SELECT sum(beloeb) FROM ({by_unit}) AS b WHERE enhed = 'E05'")
    assert now != then
    assert both == (("da", *then[0][1:]), ("nu", *now[0][1:]))
    assert below.rows == ((then[0][1],),)


def test_the_schema_holds_before_what_is_set(untouched: House, place: Place) -> None:
    text = f"SELECT measure(antal) FROM {SCHEMA}.udbetaling"
    assert place.sql("direktion", text, settings("2031K1")).rows == place.sql("direktion", text).rows != ()
    assert place.sql("direktion", text, {"nogletal.as_of": "2025-08-31"}).codes[:1] == ("U465",)
    day = f"{text} WHERE opgjort_pr = date '2025-08-31'"
    assert place.sql("direktion", day).codes[:1] == ("U465",)


def test_the_day_that_it_shows_may_be_written_too(untouched: House, place: Place) -> None:
    """As a slicer does that is set to the only day there is."""
    text = f"SELECT measure(antal), opgjort_pr FROM {SCHEMA}.udbetaling GROUP BY opgjort_pr"
    (shown,) = place.sql("direktion", text).rows
    by_day = f"SELECT measure(antal), opgjort_pr FROM {SCHEMA}.udbetaling WHERE opgjort_pr = $1 GROUP BY opgjort_pr"
    assert place.sql("direktion", by_day.replace("$1", f"date '{shown[1]}'")).rows == (shown,)


@pytest.mark.parametrize("who", ["direktion", "enhedsleder", "offentlig"])
def test_all_noegletal_and_parts_of_the_schema(untouched: House, place: Place, who: str) -> None:
    for one in ALONE:
        text = f"SELECT {', '.join(CELLS)} FROM {SCHEMA}.noegletal_vaerdier WHERE noegletal = '{one}'"
        found = heard(place.sql(who, text))
        assert found == all_by_graphql(untouched, place, who, (one,), NAME) or not known(place, who)
    asked = ("afgoerelse.fristoverholdelse", "afgoerelse.enhed")
    text = "SELECT {} FROM (SELECT * FROM {}.noegletal_nedbrydning) AS p WHERE noegletal = '{}' AND opdeling = '{}'"
    told = place.sql(who, text.format(", ".join(PARTS), SCHEMA, *asked))
    assert heard(told) == parts_by_graphql(untouched, place, who, asked, NAME) or not known(place, who)


def known(place: Place, who: str) -> bool:
    """Whether the schema shows the asker what is computed of all."""
    return ("noegletal_vaerdier",) in place.sql(who, LISTED.format(SCHEMA)).rows


@pytest.mark.parametrize("who", ["direktion", "enhedsleder", "offentlig"])
def test_each_column_that_is_listed_can_be_read(untouched: House, place: Place, who: str) -> None:
    columns = place.sql(who, COLUMNS).rows
    views = {view for view, _ in columns} - {"noegletal_vaerdier", "noegletal_nedbrydning"}
    assert views <= {view for (view,) in place.sql(who, LISTED.format("public")).rows}
    assert ("udbetaling" in views) == (who != "offentlig")
    assert "ydelse" not in views  # no declared question reads it
    for view, column in columns:
        if view in views:
            told = place.sql(who, f"SELECT {column} FROM {SCHEMA}.{view} LIMIT 1")
            today = place.sql(who, f"SELECT {column} FROM {view} LIMIT 1")
            assert told.codes == today.codes, (view, column)  # what is no question alone is none today either


def test_the_editions_are_listed_to_whom_they_show_something(untouched: House, place: Place) -> None:
    text = "SELECT navn, skema, pr IS NULL, dataversion, model FROM noegletal.udgaver"
    said = json.loads((untouched.edition / MANIFEST).read_text("utf-8"))
    [row] = place.sql("direktion", text).rows
    assert row == (NAME, SCHEMA, "true", str(said["data_version"]), said["model_version"])
    schemas = "SELECT nspname, obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname LIKE 'edition%'"
    [(schema, comment)] = place.sql("direktion", schemas).rows
    assert schema == SCHEMA
    assert comment == f"Udgave {NAME}: tal og definitioner, som de var, da den blev lavet."
    for who in WHO:
        is_shown = bool(place.sql(who, LISTED.format(SCHEMA)).rows)
        assert bool(place.sql(who, text).rows) == bool(place.sql(who, schemas).rows) == is_shown


def test_a_relation_of_the_schema_is_named_with_it(untouched: House, place: Place) -> None:
    there = f"'{SCHEMA}.udbetaling'::regclass"
    [(name, seen)] = place.sql("direktion", f"SELECT {there}::text, pg_table_is_visible({there})").rows
    assert (name, seen) == (f"{SCHEMA}.udbetaling", "false")
    assert place.sql("direktion", "SELECT 'udbetaling'::regclass = 'public.udbetaling'::regclass").rows == (("true",),)


def test_a_member_that_has_come_since_is_not_of_the_schema(house: House) -> None:
    new = {"name": "nyt", "title": "Nyt", "type": "count", "decimals": 0}
    house.change("schema/cubes/udbetaling.yml", lambda document: document["cubes"][0]["measures"].append(new))
    with house.served() as place:
        listed = place.sql("direktion", COLUMNS).rows
        assert ("udbetaling", "nyt") not in listed
        assert ("udbetaling", "antal") in listed
        assert place.sql("direktion", f"SELECT * FROM {SCHEMA}.udbetaling LIMIT 3").codes == ()
        assert place.sql("direktion", f"SELECT measure(nyt) FROM {SCHEMA}.udbetaling").codes == ("R202",)
        assert place.sql("direktion", "SELECT measure(nyt) FROM udbetaling").codes == ()


def test_no_such_schema(untouched: House, place: Place) -> None:
    def codes(text: str) -> tuple[str, ...]:
        return place.sql("direktion", text).codes

    assert codes("SELECT measure(antal) FROM edition_2031k1.udbetaling") == ("R201",)
    assert codes(f"SELECT measure(antal_ydelser) FROM {SCHEMA}.ydelse") == ("R201",)
    for view in ("edition_2031k1.udbetaling", f"{SCHEMA}.zz"):
        for who in ("direktion", "offentlig"):
            told = place.sql(who, f"SELECT 1 FROM {view}").text
            assert f"There is no view '{view}'." in told
            assert "noegletal.udgaver lists the editions" in told
    assert "Did you mean 'udbetaling'?" in place.sql("direktion", f"SELECT 1 FROM {SCHEMA}.udbetalin").text
    assert "'udbetaling'" not in place.sql("offentlig", f"SELECT 1 FROM {SCHEMA}.udbetalin").text
    assert codes(f"SET search_path = {SCHEMA}, public") == ("0A000",)
    assert codes(f"SET search_path = '{SCHEMA}'") == ("0A000",)


def test_an_edition_that_is_altered_is_not_listed(house: House) -> None:
    with house.served() as place:
        assert place.sql("direktion", LISTED.format(SCHEMA)).rows
        (house.edition / SEAL).write_text("0" * 64, "ascii")
        assert place.sql("direktion", LISTED.format(SCHEMA)).rows == ()
        assert place.sql("direktion", f"SELECT measure(antal) FROM {SCHEMA}.udbetaling").codes == ("R201",)


def test_one_that_is_made_is_there_at_once(house: House) -> None:
    with house.served() as place:
        assert place.sql("direktion", LISTED.format("edition_2025k4")).rows == ()
        assert house.nogletal("edition", "create", "2025K4").exit_code == 0
        assert place.sql("direktion", LISTED.format("edition_2025k4")).rows
        assert place.sql("direktion", "SELECT measure(antal) FROM edition_2025K4.udbetaling").codes == ()


def test_capitals_do_not_tell_two_editions_apart(house: House) -> None:
    assert "P164" in house.nogletal("edition", "create", NAME.lower()).output
    assert EDITION_NAME.fullmatch("a" * 55)  # with `edition_` before it what PostgreSQL keeps of a name
    assert not EDITION_NAME.fullmatch("a" * 56)
