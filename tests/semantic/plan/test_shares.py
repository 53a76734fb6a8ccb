"""What is divided by shares comes to the same as what is not, whoever is asked for; and who may not have it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semantic.access.grant import ALL_ROWS, Grant, Thresholds
from semantic.access.link import link_policies, read_policy
from semantic.access.principal import OPERATOR, Principal
from semantic.access.rows import RowRule, Seen
from semantic.cube_query import parse_query
from semantic.errors import DefinitionError, ServiceError
from semantic.pipeline import Service, answer
from semantic.predicate import Compare
from semantic.result import collect
from tests.granting import granting
from tests.small_model import small_model
from tests.worlds import service, world

OF_ROWS = ("antal", "antal_x", "kr", "timer")
OF_SPELLS = ("aktive", "nye", "doegn", "udgift")
SHARES = st.lists(st.integers(1, 9), min_size=1, max_size=4)
PERIOD = {"timeDimensions": [{"dimension": "sager.periode", "dateRange": ["2024-01-01", "2025-09-30"]}]}
UNITS = ("E1", "E2", "E3", "E4", "E5")


def rows_of(place: Service, query: dict[str, object], asker: Principal = OPERATOR) -> list[tuple[object, ...]]:
    found = collect(answer(parse_query(query, default_limit=None), asker, place))
    return list(zip(*(column.to_pylist() for column in found.table.columns), strict=True))


def divided(parts: list[int], unit: str) -> list[str]:
    """Rows of the mapping that divide a unit by so many hundredths each, the last by what is left."""
    shares = [Decimal(part) / 100 for part in parts[:-1]]
    shares.append(1 - sum(shares, Decimal(0)))
    return [f"('{unit}', 'N{i}', 'N{i % 3}', 'U', {share}, '2015-01-01', NULL)" for i, share in enumerate(shares)]


@settings(max_examples=5, deadline=None)
@given(parts=st.tuples(*(SHARES for _ in UNITS)))
def test_totals_are_those_of_whole_rows(parts: tuple[list[int], ...]) -> None:
    """Whatever the shares are: the parts of all groups, and the total that leads over them, are the total of then."""
    place = world("arv")
    model = (place.model / "arv.yml").read_text("utf-8")
    mapping = [row for unit, own in zip(UNITS, parts, strict=True) for row in divided(own, unit)]
    data = (place.model.parent / "data.sql").read_text("utf-8")
    data += f"DELETE FROM efter; INSERT INTO efter VALUES {', '.join(mapping)};"
    with TemporaryDirectory() as folder, small_model(Path(folder), model, data) as small:
        for names, cut in ((OF_ROWS, {}), (OF_SPELLS, PERIOD)):
            measures = [f"sager.{name}" for name in names]
            (then,) = rows_of(small, {"measures": measures, **cut})
            by_unit = {"measures": measures, "dimensions": ["sager.ny_id"], "subtotals": "rollup", **cut}
            (whole,) = (row[2:] for row in rows_of(small, by_unit) if row[1])
            assert [Decimal(str(one)) for one in whole] == [Decimal(str(one)) for one in then]
        # Numbers of rows are shown with all decimals of the shares, so what is shown adds up too.
        shown = rows_of(small, {"measures": ["sager.antal"], "dimensions": ["sager.ny_center"]})
        assert sum(Decimal(str(row[1])) for row in shown) == 8


NY = {"measures": ["sager.antal"], "dimensions": ["sager.ny_center"]}
SKAEV = {"measures": ["sager.antal"], "dimensions": ["sager.skaev_id"]}


POLICY = """
roles:
  - name: chef
    title: Chef
    niveau: taktisk
    formaal: Prøve
    hjemmel: Ingen
    ejer: Ingen
    godkendt_af: Ingen
    gyldig_til: 2028-12-31
    naeste_gennemgang: 2027-06-01
    grants:
      - name: egne
        reason: En prøve.
        scope: egne
        members: [sag.*, efter.*]
        rows: [{{dimension: efter.center, values: [C]}}]
        {more}
"""


def under(query: dict[str, object], grant: Grant) -> list[tuple[object, ...]] | tuple[str, str | None]:
    """The rows, or the code and the hint of the refusal, under the one grant."""
    place = replace(service("arv"), policies=granting({"r": (grant,)}))
    try:
        return rows_of(place, query, Principal("p", ("r",)))
    except ServiceError as error:
        return error.problems[0].code, error.problems[0].hint


def grant_of(**rows: RowRule) -> Grant:
    return Grant("g", "a test", None, rows=rows, default_rows=ALL_ROWS)


def equals(cube: str, dimension: str, value: str) -> RowRule:
    return Compare(Seen(service("arv").generation.model.dimension(cube, dimension)), "=", value)


def test_rows_by_who_may_read_them_are_divided_as_all_are() -> None:
    """The parts of own rows, in whatever unit: the shares give no other rows, and take none."""
    own = grant_of(sag=equals("sag", "enhed", "E2"))
    assert sorted(under(NY, own)) == [("C", Decimal("1.40")), ("D", Decimal("0.60"))]


def test_who_may_read_only_some_shares_divides_nothing() -> None:
    """The rest of a row would stand in no unit, and look as if nobody had it."""
    assert under(NY, grant_of(efter=equals("efter", "center", "C")))[0] == "A306"
    assert under({"dimensions": ["sager.ny_center"]}, grant_of(efter=equals("efter", "center", "C")))[0] == "A306"
    none = Grant("g", "a test", None, rows={"sag": ALL_ROWS})
    assert under(NY, none)[0] == "A302"


def test_few_persons_are_not_divided() -> None:
    few = replace(grant_of(), thresholds=Thresholds(5, 80, 10))
    assert under(NY, few)[0] == "A308"


def test_faulty_keys_are_named_to_who_may_ask_for_them() -> None:
    named = ("U417", "Correct those of E1, E3.")
    assert under(SKAEV, grant_of()) == named
    # The shares are read whole, and say nothing of the rows that are divided.
    assert under(SKAEV, grant_of(sag=equals("sag", "enhed", "E2"))) == named
    members = frozenset({"sag.antal", "sag.", "skaev.id", "skaev."})
    assert under(SKAEV, replace(grant_of(), members=members)) == (
        "U417",
        "The shares are to be corrected at their source.",
    )


@pytest.mark.parametrize("more", ["", "via: [ny]", "via: [nu]"])
def test_no_policy_leads_over_shares(more: str) -> None:
    """Who sees a row is never a matter of parts: a rule that would need it gives nothing, and is refused."""
    with pytest.raises(DefinitionError) as refused:
        link_policies([read_policy(POLICY.format(more=more), "p.yml")], service("arv").generation.model)
    assert [(one.code, one.message) for one in refused.value.problems] == [
        ("D685", "No row of 'sag' may be read, but its members may be asked.")
    ]


def test_policies_lead_over_one_successor_each() -> None:
    one_each = POLICY.replace("efter.center", "efter_rent.center").replace("efter.*", "efter_rent.*")
    policies = link_policies([read_policy(one_each.format(more=""), "p.yml")], service("arv").generation.model)
    assert "sag" in policies.roles["chef"].grants[0].rows
