"""Who may ask for a measure may ask for it at other times, as finely and no finer, and never of small cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import yaml

from semantic.access.grant import ALL_ROWS, FinestGrain, Grant, Thresholds
from semantic.access.link import link_policies, read_policy
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.model.grain import GRAINS
from semantic.pipeline import Service, answer
from semantic.result import collect
from tests.access.askers import role
from tests.granting import granting
from tests.small_model import small_model

MODEL = """
cubes:
  - name: sag
    sql_table: main.sag
    person_key: person
    source: {system: Test, load: sager}
    dimensions:
      - {name: person, type: number, sql: "{CUBE}.person"}
      - {name: dag, type: time, sql: "{CUBE}.dag"}
    measures:
      - {name: antal, type: count, time_calculations: [aatd, sidste_aar]}
      - {name: personer, type: count_distinct, sql: "{CUBE}.person", time_calculations: [aatd]}
      - {name: andel, type: ratio, numerator: antal__aatd, denominator: antal, decimals: 1}
"""
ROWS = """
CREATE TABLE sag AS SELECT * FROM (
    SELECT range AS person, DATE '2024-01-10' AS dag FROM range(40)
    UNION ALL SELECT range, DATE '2024-02-20' FROM range(40));
CREATE TABLE load AS SELECT 1 AS number, 'sager' AS source, DATE '{as_of}' AS opgjort_pr, true AS complete
"""
BY_MONTH = [{"dimension": "sag.dag", "granularity": "month", "dateRange": ["2024-01-01", "2024-02-29"]}]


@pytest.fixture(scope="module", params=["2024-02-20", "2024-02-29"])
def service(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """As of a day within a month, and of the last of one."""
    with small_model(tmp_path_factory.mktemp("access"), MODEL, ROWS.format(as_of=request.param)) as made:
        yield made


def asked(service: Service, **query: Any) -> str | None:
    """The code of the refusal, None where there is an answer."""
    try:
        collect(answer(parse_query(query, default_limit=None), Principal("someone", ("asker",)), service))
    except ServiceError as error:
        return error.code
    return None


def governed(service: Service, *grants: Any) -> Service:
    written = yaml.safe_dump({"roles": [role(grants=list(grants))]}, allow_unicode=True)
    return replace(service, policies=link_policies([read_policy(written, "asker.yml")], service.generation.model))


def given(*members: str, **more: Any) -> dict[str, Any]:
    return {
        "name": "alt",
        "reason": "En prøve",
        "scope": "alle rækker",
        "members": list(members),
        "open": ["sag"],
        **more,
    }


@pytest.mark.parametrize("measure", ["sag.antal", "sag.antal__aatd", "sag.antal__sidste_aar"])
def test_a_grant_of_the_measure_is_one_of_its_calculations(service: Service, measure: str) -> None:
    its = governed(service, given("sag.antal", "sag.dag"))
    assert asked(its, measures=[measure], timeDimensions=BY_MONTH) is None
    assert asked(its, measures=["sag.personer__aatd"], timeDimensions=BY_MONTH) in ("R202", "A301")


def test_a_grant_of_one_calculation_is_of_no_other(service: Service) -> None:
    its = governed(service, given("sag.antal__aatd", "sag.dag"))
    assert asked(its, measures=["sag.antal__aatd"], timeDimensions=BY_MONTH) is None
    assert asked(its, measures=["sag.antal"], timeDimensions=BY_MONTH) == "R202"
    assert asked(its, measures=["sag.antal__sidste_aar"], timeDimensions=BY_MONTH) == "R202"


def test_what_forbids_the_measure_forbids_what_is_made_of_it(service: Service) -> None:
    forbidding = {"forbids": [{"name": "ingen", "reason": "En prøve", "members": ["sag.antal"]}]}
    document = role(grants=[given("sag.*")], **forbidding)
    written = yaml.safe_dump({"roles": [document]}, allow_unicode=True)
    policies = link_policies([read_policy(written, "asker.yml")], service.generation.model)
    its = replace(service, policies=policies)
    for name in ("antal", "antal__aatd", "antal__sidste_aar", "andel"):
        assert asked(its, measures=[f"sag.{name}"], timeDimensions=BY_MONTH) in ("R202", "A301")
    assert asked(its, measures=["sag.personer__aatd"], timeDimensions=BY_MONTH) is None


@pytest.mark.parametrize("measure", ["sag.antal__aatd", "sag.andel"])
def test_windows_are_no_finer_than_a_grant(service: Service, measure: str) -> None:
    """Of whole months only: a part of one would be told by the as-of day."""
    monthly = Grant("alt", "Alt.", None, default_rows=ALL_ROWS, scope="alt", grain=FinestGrain(GRAINS["month"]))
    its = replace(service, policies=granting({"asker": (monthly,)}))
    is_whole = service.generation.loads.as_of(service.generation.model, ["sag"]).day.day == 29
    assert asked(its, measures=["sag.antal"], timeDimensions=BY_MONTH) is None
    for question in ({"timeDimensions": BY_MONTH}, {}):
        assert asked(its, measures=[measure], **question) == (None if is_whole else "A301")


@pytest.mark.parametrize("measure", ["antal__aatd", "antal__sidste_aar", "personer__aatd", "andel"])
def test_windows_of_small_cells_are_refused(service: Service, measure: str) -> None:
    """February is what the year to date of February has more than that of January."""
    counted = Grant("alle", "Alle.", None, default_rows=ALL_ROWS, thresholds=Thresholds(), scope="alle")
    its = replace(service, policies=granting({"asker": (counted,)}))
    assert asked(its, measures=[f"sag.{measure}"], timeDimensions=BY_MONTH) == "A308"
    assert asked(its, measures=["sag.antal"], timeDimensions=BY_MONTH) is None
