"""What is forbidden is not given away by what stands beside rows, by a main time, by zones, or from day to day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from semantic.access.link import link_policies, read_policy
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer
from semantic.result import collect
from tests.access.askers import role
from tests.small_model import small_model

MODEL = """
cubes:
  - name: person
    sql_table: main.person
    source: {system: Test, load: sager}
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true, public: true}
      - {name: kroner, type: number, sql: "{sag.kroner}", sub_query: true}
      - {name: gentag, type: number, sql: "{kroner} + 0"}
      - {name: gruppe, type: string, sql: "CASE WHEN {gentag} > 100 THEN 'over' ELSE 'under' END"}
    measures:
      - {name: antal, type: count}
      - {name: antal_over, type: count, filters: [{sql: "{kroner} > 100"}]}
      - {name: andel_over, type: ratio, numerator: antal_over, denominator: antal}
      - {name: sum_kr, type: sum, sql: "{kroner}"}
    segments: [{name: rige, sql: "{kroner} > 100"}]
  - name: sag
    sql_table: main.sag
    person_key: borger
    main_time: start
    interval: {start: start, end: slut}
    source: {system: Test, load: sager}
    joins: [{name: person, relationship: many_to_one, sql: "{CUBE}.borger = {person}.id"}]
    dimensions:
      - {name: id, type: number, sql: id, primary_key: true}
      - {name: borger, type: number, sql: borger}
      - {name: beloeb, type: number, sql: beloeb}
      - {name: start, type: time, sql: start}
      - {name: slut, type: time, sql: slut}
    measures:
      - {name: kroner, type: sum, sql: beloeb}
      - {name: antal, type: count, time_calculations: [aatd, sidste_aar]}
      - {name: doegn, type: days, through: opgjort_pr}
      - {name: nye, type: started, time_calculations: [aatd, aatd_sidste_aar]}
      - {name: tilbage, type: cohort, index: slut, followed_by: {event: start}, within: 1 year}
      - {name: tilbage_10, type: cohort, index: slut, followed_by: {event: start}, within: 10 days}
"""
ROWS = """
CREATE TABLE person AS SELECT * FROM (VALUES (1), (2)) t(id);
CREATE TABLE sag AS SELECT * FROM (VALUES
    (1, 1, 150, TIMESTAMP '2024-03-10 22:30', TIMESTAMP '2024-03-20 12:00'),
    (2, 2, 20, TIMESTAMP '2025-03-10 23:30', TIMESTAMP '2025-03-12 12:00')) t(id, borger, beloeb, start, slut);
CREATE TABLE load AS SELECT 1 AS number, 'sager' AS source, DATE '{as_of}' AS opgjort_pr, true AS complete
"""
MARCH: dict[str, Any] = {"dimension": "sag.slut", "granularity": "month", "dateRange": ["2024-03-01", "2024-03-31"]}
PERIOD: dict[str, Any] = {"dimension": "sag.periode", "dateRange": ["2025-03-01", "2025-03-31"]}


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with small_model(tmp_path_factory.mktemp("given_away"), MODEL, ROWS.format(as_of="2025-03-31")) as made:
        yield made


def refused(service: Service, policy: dict[str, Any], **query: Any) -> str | None:
    """The code of the refusal, None where there is an answer."""
    document = role(
        grants=[
            {
                "name": "alt",
                "reason": "En prøve",
                "scope": "alle rækker",
                "members": ["sag.*", "person.*"],
                "open": ["sag", "person"],
                "grain": {"rows": True, **policy.pop("grain", {})},
            }
        ],
        **policy,
    )
    written = yaml.safe_dump({"roles": [document]}, allow_unicode=True)
    policies = link_policies([read_policy(written, "asker.yml")], service.generation.model)
    asker = Service(service.generation, policies)
    try:
        collect(answer(parse_query(query, default_limit=None), Principal("someone", ("asker",)), asker))
    except ServiceError as error:
        return error.code
    return None


def forbidding(*members: str) -> dict[str, Any]:
    return {"forbids": [{"name": "ingen", "reason": "En prøve", "members": list(members)}]}


BESIDE = [
    {"dimensions": ["person.id", "person.kroner"]},
    {"dimensions": ["person.id", "person.gentag"]},
    {"dimensions": ["person.gruppe"]},
    {"measures": ["person.antal_over"]},
    {"measures": ["person.andel_over"]},
    {"measures": ["person.sum_kr"]},
    {"measures": ["person.antal"], "segments": ["person.rige"]},
]


@pytest.mark.parametrize("query", BESIDE, ids=str)
@pytest.mark.parametrize("member", ["sag.kroner", "sag.beloeb", "person.kroner"])
def test_what_is_made_of_a_value_beside_rows_goes_with_it(service: Service, member: str, query: dict[str, Any]) -> None:
    assert refused(service, {}, **query) is None
    assert refused(service, forbidding(member), **query) == "R202"


def test_a_forbidden_main_time_is_not_counted_by(service: Service) -> None:
    for measure in ("sag.antal__aatd", "sag.antal__sidste_aar"):
        assert refused(service, forbidding("sag.start"), measures=[measure]) == "R202"
    assert refused(service, {}, measures=["sag.antal__aatd"]) is None
    assert refused(service, forbidding("sag.start"), measures=["sag.antal"]) is None


@pytest.mark.parametrize("measure", ["sag.doegn", "sag.nye", "sag.nye__aatd"])
def test_whole_months_are_those_of_one_zone_also_of_spells(service: Service, measure: str) -> None:
    by_month = {"grain": {"time": "month"}}
    assert refused(service, dict(by_month), measures=[measure], timeDimensions=[PERIOD]) is None
    for zone in ("Asia/Tokyo", "UTC"):
        query = {"measures": [measure], "timeDimensions": [PERIOD], "timezone": zone}
        assert refused(service, dict(by_month), **query) == "A301"
        assert refused(service, dict(by_month), measures=[measure], timezone=zone) == "A301"


@pytest.mark.parametrize(("as_of", "code"), [("2025-03-19", "A301"), ("2025-03-31", None)])
def test_an_as_of_day_within_a_month_divides_it(tmp_path: Path, as_of: str, code: str | None) -> None:
    """From one such day to the next, who has been followed long enough or is active is told by the day."""
    by_month = {"grain": {"time": "month"}}
    with small_model(tmp_path, MODEL, ROWS.format(as_of=as_of)) as service:
        followed = {"measures": ["sag.tilbage__fulgt", "sag.tilbage__censureret"], "timeDimensions": [MARCH]}
        assert refused(service, dict(by_month), **followed) == code
        assert refused(service, dict(by_month), measures=["sag.doegn"], timeDimensions=[PERIOD]) == code
        assert refused(service, dict(by_month), measures=["sag.tilbage_10"], timeDimensions=[MARCH]) == "A301"
        assert refused(service, {}, **followed) is None


def test_a_year_to_date_of_spells_is_asked_by_their_period(service: Service) -> None:
    """By their start it would be narrowed to this year's rows, and last year's be none."""
    start = {"dimension": "sag.start", "granularity": "month", "dateRange": ["2025-01-01", "2025-12-31"]}
    for query in ({"timeDimensions": [start]}, {"timeDimensions": [PERIOD], "dimensions": ["sag.slut"]}):
        assert refused(service, {}, measures=["sag.nye__aatd_sidste_aar"], **query) == "U421"
    assert refused(service, {}, measures=["sag.nye__aatd"], timeDimensions=[start]) == "U421"
    assert refused(service, {}, measures=["sag.nye__aatd"], timeDimensions=[PERIOD]) is None
