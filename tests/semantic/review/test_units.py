"""To whom a row of an organisational unit is open: held against the rows themselves, by hand."""

from __future__ import annotations

import duckdb
import pytest

from semantic.errors import ParseError
from semantic.review.units import cutting_hierarchies, who_sees_unit
from tests.semantic.review.test_sight import demo, over
from tests.worlds import world

OWN_ROWS = {  # whose rows these are, in SQL over the tables; `{day}` is the row's own day
    "direktion": "true",
    "konsulent": "true",
    "centerchef_voksne": "nu.center_id = 'CE'",
    "enhedsleder": "'E05' in (da.center_id, da.enhed_kode, da.team_id)",
    "sagsbehandler": "f.sagsbehandler = 'SB0511'",
    "to_roller": "false",  # offentlig forbids what enhedsleder grants
}
FACTS = {
    "ydelse": "start",
    "afgoerelse": "modtaget",
    "ophold": "start",
    "rusmiddelforloeb": "start",
    "boligforloeb": "start",
    "overgang": "fylder_18",
}


def under(alias: str, unit: str) -> str:
    return f"'{unit}' in ({alias}.forvaltning_id, {alias}.center_id, {alias}.enhed_kode, {alias}.team_id)"


def by_hand(unit: str) -> set[str]:
    """Everybody of whose own rows one leads to the unit, as the organisation was on its day or is."""
    with duckdb.connect(str(world("demo").database), read_only=True) as connection:
        return {
            person for person, rows in OWN_ROWS.items() for fact, day in FACTS.items()
            if connection.execute(_count(fact, day, rows, unit)).fetchone() != (0,)
        }  # fmt: skip


def _count(fact: str, day: str, rows: str, unit: str) -> str:
    held = "{0}.enhed_id = f.enhed and {0}.gyldig_fra <= {1} and coalesce({0}.gyldig_til > {1}, true)"
    return (
        f"select count(*) from {fact} f left join organisation da on {held.format('da', f'f.{day}')} "
        f"left join organisation nu on {held.format('nu', DAY)} "
        f"where coalesce({rows}, false) and coalesce({under('da', unit)} or {under('nu', unit)}, false)"
    )


DAY = "(select max(opgjort_pr) from load where source = 'social')"


@pytest.mark.parametrize("unit", ["CE", "E05", "CA", "E01"])
def test_everybody_is_named_to_whom_a_row_is_open(unit: str) -> None:
    found = {one.who for one in who_sees_unit(unit, over(), demo()) if one.kind == "demo"}
    assert found == by_hand(unit)


def test_roles_are_named_by_what_they_could_reach() -> None:
    found = {(one.who, one.rows) for one in who_sees_unit("CE", over(), demo()) if one.kind == "role"}
    assert {who for who, _ in found} == {"centerchef", "direktion", "enhedsleder", "sagsbehandler", "tvaerblik"}
    # The cases as they began, and the employees as the organisation is now.
    ways = {f"organisation.enheder under {{organisation}} (via {way})" for way in ("ansvarlig_da", "ansvarlig_nu")}
    # One figure of the cases is of where the citizens live, too.
    known = {rows for who, rows in found if who == "enhedsleder"}
    assert {rows for rows in known if "bopael: fulgt fra borger via bopael" not in rows} == ways
    assert len(known) == 3


def test_what_rows_are_cut_by_is_found_in_the_policies() -> None:
    assert [one.name for one in cutting_hierarchies(over())] == ["organisation.enheder"]


def test_a_unit_that_there_is_not_is_refused() -> None:
    with pytest.raises(ParseError) as refused:
        who_sees_unit("E99", over(), demo())
    assert refused.value.code == "P157"
