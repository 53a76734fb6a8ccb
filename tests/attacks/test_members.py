"""Hidden members (classes 1, 2, 7): in no place of a question can one be told from a name that does not exist.

Every form is asked with a hidden name and with one that differs in a letter; all that is heard must be the same. The
control asks as who sees everything: the same form is answered there, and what it tells depends on the hidden values.
"""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from typing import Any

import pytest

from tests.attacks.asking import Interface, Place, as_it_is, on, through
from tests.attacks.canaries import HIDDEN_NAMES, NAME, found
from tests.attacks.forms import filtering

ABSENT = "skjulx"  # as long as NAME, so that places and lengths are the same
ASKERS = ("laeser", "kender", "ingen", "barnebarn")
START: dict[str, Any] = {"measures": ["sag.antal"], "dimensions": ["sag.udfald"]}


def forms(name: str) -> dict[str, dict[str, Any]]:
    """Cube's query with the name in each place that a name can stand in."""
    true = filtering("sag.antal", "gte", 0)
    return {
        "dimension": {**START, "dimensions": ["sag.udfald", name]},
        "alone": {"dimensions": [name]},
        "measure": {**START, "measures": ["sag.antal", name]},
        "equals": {**START, "filters": [filtering(name, "equals", "KANARIE-CPR-1")]},
        "starts": {**START, "filters": [filtering(name, "startsWith", "KANARIE")]},
        "larger": {**START, "filters": [filtering(name, "gt", 777000000000)]},
        "known": {**START, "filters": [{"member": name, "operator": "set"}]},
        "or": {**START, "filters": [{"or": [filtering("sag.udfald", "equals", "bevilget"), filtering(name, "set")]}]},
        "not and": {**START, "filters": [{"and": [true, {"or": [filtering(name, "notEquals", "x")]}]}]},
        "order": {**START, "order": {name: "asc"}},
        "order and limit": {**START, "order": {name: "desc"}, "limit": 1},
        "top by": {**START, "top": {"dimension": "sag.udfald", "measure": name, "count": 1}},
        "top of": {**START, "dimensions": [name], "top": {"dimension": name, "measure": "sag.antal", "count": 1}},
        "every": {**START, "dimensions": [name], "every": [name]},
        "subtotals": {**START, "subtotals": [[name]]},
        "ungrouped": {"dimensions": ["sag.id", name], "ungrouped": True},
        "segment": {**START, "segments": [name]},
        "range": {**START, "timeDimensions": [{"dimension": name, "dateRange": "1977"}]},
        "period": {**START, "timeDimensions": [{"dimension": name, "granularity": "month"}]},
        "values": {"measures": [f"{name}__count_distinct"]},
        "status": {"measures": [f"{name}__status"]},
    }


FORMS = tuple(forms("x"))
SOME = ("dimension", "measure", "equals", "order", "top by")  # of askers whose names are cut by the same look-up


@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("name", HIDDEN_NAMES)
@through()
def test_a_hidden_member_is_as_one_that_does_not_exist(whole: Place, interface: Interface, name: str, who: str) -> None:
    if name.partition(".")[0] in ("sag", "sager", "person"):
        for form in FORMS if who == "laeser" or (who == "barnebarn" and interface.name != "cli") else SOME:
            asked = [interface.ask(whole, forms(name)[form], who, one) for one in (as_it_is, absent)]
            assert asked[0].codes, (form, asked[0].text)
            assert asked[0].same == asked[1].same.replace(ABSENT, NAME), form
            assert found(asked[0].text, (name, name.partition(".")[2], "KANARIE-CPR-1")) == [], form
    else:  # its whole view is hidden
        asked = [interface.ask(whole, {"dimensions": [name]}, who, one) for one in (as_it_is, absent)]
        assert asked[0].codes
        assert asked[0].same == asked[1].same.replace(ABSENT, NAME)


SEEN_BY = {  # which forms of which member say something to who may see it
    "sag.skjult_cpr": (
        "dimension",
        "alone",
        "equals",
        "starts",
        "known",
        "or",
        "top of",
        "every",
        "ungrouped",
        "values",
    ),
    "sag.skjult_loen": ("measure", "larger", "top by"),
    "sag.skjult_dyre": ("segment",),
    "sag.skjult_dag": ("range", "period"),
    "sager.skjult_kode": ("alone", "values"),
    "skjult_visning.antal_noter": ("status",),
}


@pytest.mark.parametrize(("name", "form"), [(name, form) for name, some in SEEN_BY.items() for form in some])
@through()
def test_who_may_see_it_learns_by_each_form(
    whole: Place, cut: Place, interface: Interface, name: str, form: str
) -> None:
    """Else the test above would hold for forms that nobody is answered."""
    told, without = (interface.ask(place, forms(name)[form], "ser_alt") for place in (whole, cut))
    assert told.codes == without.codes == ()
    assert told.rows != without.rows or form == "status"


# Statements that only SQL has, each with {} where a member is named.
STATEMENTS = (
    "select {} from sag", "select udfald, {} from sag group by udfald", "select antal from sag where {} = 'KANARIE-CPR-1'",
    "select antal from sag where not ({} is null)", "select antal from sag where {} like 'KANARIE%'",
    "select antal from sag where {} = any (array['KANARIE-CPR-1'])", "select antal from sag where {} between '0' and 'z'",
    "select udfald, antal from sag group by udfald, {}", "select udfald from sag group by udfald order by {} limit 1",
    "select udfald from sag group by udfald order by max({}) desc limit 1", "select udfald from sag group by udfald having {} > 3",
    "select udfald from sag group by udfald having count(distinct {}) > 3", "select count(distinct {}) from sag",
    "select min({}), max({}) from sag", "select measure({}) from sag", "select sum({}) from sag", "select count({}) from sag",
    "select distinct {} from sag", "select distinct on ({}) udfald, antal from sag", "select {} as udfald, antal from sag",
    "select udfald, antal from sag union select {}, antal from sag", "select udfald from sag except select {} from sag",
    "select udfald from sag intersect select {} from sag", "select antal from sag where udfald in (select {} from sag)",
    "select antal from sag where exists (select {} from sag)", "select antal from sag where antal > (select max({}) from sag)",
    "select x.{} from (select * from sag) x", "with a as (select {} from sag) select * from a", "select udfald from sag, lateral (select {}) x",
    "select case when {} > 'K' then 1 end, antal from sag", "select coalesce({}, 'x'), antal from sag", "select {} || 'x' from sag",
    "select length({}) from sag", "select substring({}, 1, 1), antal from sag", "select cast({} as integer) from sag", "select {}::date from sag",
    "select 1 / nullif(length({}), 13) from sag", "select rank() over (order by {}), udfald from sag", "select lag(udfald) over (order by {}) from sag",
    "select sum(antal) over (partition by {}) from sag", "select antal from sag group by rollup ({})", "select grouping({}) from sag group by cube (udfald)",
    "select any_value({}) from sag", "select string_agg({}, ',') from sag", "select array_agg({}) from sag", "select mode() within group (order by {}) from sag",
    "select percentile_cont(0.5) within group (order by {}) from sag", "select antal from sag order by {} nulls first", 'select "sag.{}" from sag',
    "select {} from sager", "select antal from sager where {} = 'x'", 'select "sager"."{}" from sager', "select {} from sag limit 0",
    "select {} from sag where 1 = 0", "copy (select {} from sag) to stdout", "explain select {} from sag", "declare c cursor for select {} from sag",
    "prepare p as select {} from sag", "select {} from sag for update", "select udfald from sag where in_period({}, '1977')",
    "select date_trunc('month', {}) from sag", "select extract(year from {}) from sag", "set nogletal.every = '{}'; select udfald, antal from sag",
    "set nogletal.top = '1, udfald, {}'; select udfald, antal from sag", "set nogletal.segments = '{}'; select antal from sag",
)  # fmt: skip
IN_SAG = ("skjult_cpr", "skjult_loen", "skjult_dag", "skjult_dyre", "skjult_kode", "skjult_snit")


@pytest.mark.parametrize("text", STATEMENTS)
@on("sql")
def test_no_statement_tells_a_hidden_member_from_none(whole: Place, text: str) -> None:
    for who in ("laeser", "barnebarn"):
        for name in IN_SAG:
            told, other = (whole.script(who, text.replace("{}", one)) for one in (name, absent(name)))
            assert told.same == other.same.replace(ABSENT, NAME)
            assert found(told.text, (name, "KANARIE-CPR-1", "KANARIE%")) == []
            assert told.codes or told.rows == (), (who, name)


def absent(text: str) -> str:
    return text.replace(NAME, ABSENT)


@on("sql")
def test_statements_are_answered_to_who_may_see_it(whole: Place, cut: Place) -> None:
    """Half of them at least are statements like any other, and tell of what is hidden."""
    told = [
        [place.script("ser_alt", text.replace("{}", "skjult_cpr")) for place in (whole, cut)] for text in STATEMENTS
    ]
    assert sum(one.same != two.same for one, two in told) > len(STATEMENTS) // 3


# A view's own name for a hidden member, a measure made of one, and a hierarchy or drill-down that leads to one.
@through()
def test_no_view_or_computed_measure_shows_a_hidden_member(whole: Place, cut: Place, interface: Interface) -> None:
    for who in ("laeser", "barnebarn"):
        for name in (
            "sager.skjult_kode",
            "sager.skjult_udgift",
            "sager.skjult_snit",
            "sager.person_skjult_navn",
            "sag.skjult_andel",
        ):
            key = "measures" if name.endswith(("udgift", "snit", "andel")) else "dimensions"
            told = interface.ask(whole, {key: [name]}, who)
            assert told.codes
            assert set(told.codes) <= {"R202", "R201"}
            assert (
                interface.ask(whole, {key: [name]}, "ser_alt").rows != interface.ask(cut, {key: [name]}, "ser_alt").rows
            )
    told, without = (
        interface.ask(place, {**START, "measures": ["sag.antal", "sag.andel"]}, "laeser") for place in (whole, cut)
    )
    assert told.rows
    assert told.same == without.same
