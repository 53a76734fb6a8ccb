"""A benchmark grant beside one of own details: each part of a question has its own rows, never those of another."""

from __future__ import annotations

from functools import cache

from tests.access.ask import Said, restricted, said
from tests.access.askers import Asker, equals, everything, model_of, role
from tests.worlds import world


@cache
def analyst() -> Asker:
    """All kommuner, but not by what is spent on; kommune 1 in detail."""
    cut = dict.fromkeys(("udgift", "folk", "pladser", "kommune", "besoeg", "sag", "person", "person_diagnose",
                         "afgoerelse", "notat"), "")  # fmt: skip
    model = model_of("traps")
    wide = {**everything(model), "name": "benchmark", "scope": "alle kommuner",
            "except": ["udgift.funktion", "udgift.kun_loen"], "grain": {"rows": False}}  # fmt: skip
    own = {**everything(model, cut), "name": "own", "scope": "egen kommune", "via": ["handle"],
           "rows": [equals("kommune.kode", 1)]}  # fmt: skip
    return Asker("analyst", "traps", {"roles": [role(grants=[wide, own])]}, {}, {})


def asked(*measures: str, **query: object) -> Said:
    return said({"measures": list(measures), **query}, analyst().principal, restricted(analyst()))


def by_hand(sql: str) -> set[tuple[object, ...]]:
    return set(world("traps").oracle(sql)[1])


BY_FUNKTION = {"dimensions": ["udgift.funktion"]}


def test_a_total_is_of_all_and_a_detail_of_the_own() -> None:
    assert set(asked("udgift.beloeb").rows) == by_hand("SELECT sum(beloeb) FROM udgift")
    by_funktion = by_hand("SELECT funktion, sum(beloeb) FROM udgift WHERE kommune = 1 GROUP BY ALL")
    assert set(asked("udgift.beloeb", **BY_FUNKTION).rows) == by_funktion
    assert "veje" not in dict(by_funktion), "what others spend on is not listed"


def test_a_value_of_all_stands_beside_details_of_the_own_and_both_are_told() -> None:
    """What is spent on all together is nobody's detail: it is of every kommune, beside rows of the own one."""
    found = asked("udgift.beloeb", "udgift.alle_funktioner", **BY_FUNKTION)
    assert set(found.rows) == by_hand("""
        SELECT funktion, sum(beloeb), (SELECT sum(beloeb) FROM udgift)
        FROM udgift WHERE kommune = 1 GROUP BY ALL""")
    assert "egen kommune; " in found.scope
    assert "alle kommuner" in found.scope


def test_the_value_of_all_goes_by_what_both_are_asked_by() -> None:
    found = asked("udgift.beloeb", "udgift.alle_funktioner", dimensions=["udgift.funktion", "udgift.aar"])
    assert set(found.rows) == by_hand("""
        SELECT funktion, aar, sum(beloeb),
               (SELECT sum(beloeb) FROM udgift AS every WHERE every.aar IS NOT DISTINCT FROM own.aar)
        FROM udgift AS own WHERE kommune = 1 GROUP BY ALL""")


def test_a_value_of_the_whole_country_by_a_detail_is_refused() -> None:
    """It would be of the own kommune alone, under the country's name."""
    assert asked("udgift.landets_beloeb", **BY_FUNKTION).code == "A306"
    assert asked("udgift.andel_af_landet", segments=["udgift.kun_loen"]).code == "A306"
    country = by_hand("SELECT kommune, sum(beloeb), (SELECT sum(beloeb) FROM udgift) FROM udgift GROUP BY ALL")
    assert set(asked("udgift.beloeb", "udgift.landets_beloeb", dimensions=["udgift.kommune"]).rows) == country


def test_single_rows_are_the_own_ones() -> None:
    rows = said({"dimensions": ["kommune.kode"], "ungrouped": True}, analyst().principal, restricted(analyst()))
    assert rows.rows == ((1,),)
