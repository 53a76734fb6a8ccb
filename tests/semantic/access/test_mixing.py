"""What no grant answers alone is not answered by two: neither rows of a part, nor a dimension; nor hours of a month."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from semantic.access.link import link_policies, read_policy
from semantic.access.principal import Principal
from semantic.pipeline import Service
from tests.access.ask import LIMITS, said
from tests.access.askers import everything, model_of, role
from tests.worlds import service

Document = dict[str, Any]
OWN: Document = {"rows": [{"dimension": "kommune.kode", "values": [1]}]}


def grant(name: str, members: list[str], **clauses: Any) -> Document:
    return {"name": name, "reason": "En prøve", "scope": name, "members": members, **clauses}


def asked(query: Document, *grants: Document, **clauses: Any) -> Any:
    """The rows of the answer, or the code of the refusal."""
    generation = service("traps").generation
    text = yaml.safe_dump({"roles": [role(grants=list(grants), **clauses)]}, allow_unicode=True)
    over = Service(generation, link_policies([read_policy(text, "a.yml")], generation.model), LIMITS)
    found = said(query, Principal("someone", ("asker",)), over)
    return found.code or list(found.rows)


def test_a_grant_that_cannot_read_a_part_gives_no_rows_beside_one_that_can() -> None:
    """Else it were everybody's expenses over the own kommune's people."""
    query = {"measures": ["udgift.pr_indbygger"], "dimensions": ["udgift.aar"]}
    own = grant("egen", ["udgift.pr_indbygger", "udgift.aar", "folk.aar", "kommune.*"], **OWN)
    all_expenses = grant("alle", ["udgift.pr_indbygger", "udgift.aar"], open=["udgift"])
    assert asked(query, all_expenses) == "A302"
    assert asked(query, own, all_expenses) == asked(query, own)
    people = grant("folk", ["udgift.pr_indbygger", "udgift.aar", "folk.aar"], open=["folk", "udgift"], rows=[])
    assert asked(query, people, all_expenses) == asked(query, people)


def test_two_grants_of_which_none_reads_all_answer_nothing() -> None:
    query = {"measures": ["kommune.antal"], "dimensions": ["kommune.udgift"]}
    one, other = (grant(name, ["kommune.antal", "kommune.udgift"], open=["kommune"]) for name in ("en", "anden"))
    assert asked(query, one, other) == "A302"


def test_values_beside_a_row_are_those_of_a_grant_that_reads_them() -> None:
    query = {"dimensions": ["kommune.navn", "kommune.udgift"]}
    own = grant("egen", ["kommune.*"], **OWN)
    names = grant("navne", ["kommune.navn", "kommune.udgift"], open=["kommune"])
    assert asked(query, own, names) == asked(query, own)
    assert len(asked(query, own)) == 1


def test_the_same_dimension_of_another_cube_is_the_grants_own_or_none() -> None:
    """`besoeg.kommune` stands for `kommune.kode`, and only one of the two grants names it."""
    query = {"measures": ["besoeg.antal"], "dimensions": ["kommune.kode"]}
    own = grant("egen", ["besoeg.*", "kommune.*"], **OWN)
    total = grant("alle", ["besoeg.antal", "kommune.kode"], open=["besoeg", "kommune"])
    assert asked(query, own) == [(1, 12)]
    assert asked(query, total) == "U410"
    assert asked(query, own, total) == "U410", "never everybody's visits by kommune"


@pytest.mark.parametrize("time", ["sag.oprettet", "besoeg.dag"])
def test_months_are_those_of_one_zone(time: str) -> None:
    """The difference of a month in two zones is some hours of it."""
    monthly = {**everything(model_of("traps")), "grain": {"time": "month"}}
    query = {"measures": ["sag.antal"], "timeDimensions": [{"dimension": time, "granularity": "month"}]}
    assert asked(query, monthly)
    for zone in ("UTC", "Pacific/Kiritimati"):
        assert asked({**query, "timezone": zone}, monthly) == "A301"
        assert asked({**query, "timezone": zone}, everything(model_of("traps")))
    ranged = {"dimension": time, "dateRange": ["2024-01-01", "2024-01-31"]}
    assert asked({"measures": ["sag.antal"], "timeDimensions": [ranged], "timezone": "UTC"}, monthly) == "A301"
    assert asked({"measures": ["sag.antal"], "timeDimensions": [ranged]}, monthly) not in ("A301", "")


def test_days_are_the_same_in_every_zone() -> None:
    monthly = {**everything(model_of("traps")), "grain": {"time": "month"}}
    query = {"measures": ["sag.antal"], "timeDimensions": [{"dimension": "sag.lokal", "granularity": "month"}]}
    assert asked({**query, "timezone": "UTC"}, monthly) == asked(query, monthly)
    assert any(row[0] is None or isinstance(row[0], date) for row in asked(query, monthly))


LARGE = {"member": "kommune.stor", "operator": "equals", "values": ["true"]}


@pytest.mark.parametrize("query", [
    {"measures": ["udgift.landets_beloeb"], "filters": [LARGE]},
    {"measures": ["udgift.landets_beloeb"], "dimensions": ["kommune.stor"]},
    {"measures": ["udgift.pr_indbygger_uvaegtet"],
     "filters": [LARGE, {"member": "udgift.aar", "operator": "equals", "values": ["2022"]}]},
])  # fmt: skip
def test_a_group_told_by_rows_that_may_not_be_read_is_not_whole(query: Document) -> None:
    """Every expense may be read, but only one's own kommune is told whether it is large."""
    cut = {
        "name": "egen",
        "reason": "En prøve",
        "cubes": ["kommune"],
        "rows": [{"dimension": "kommune.kode", "values": [2]}],
    }
    everybody = everything(model_of("traps"))
    assert asked(query, everybody) not in ("A306", [])
    assert asked(query, everybody, restrictions=[cut]) == "A306"
    plain = {"measures": ["udgift.landets_beloeb"]}
    assert asked(plain, everybody, restrictions=[cut]) == asked(plain, everybody), "no kommune is looked at"


def test_an_alias_of_another_cube_is_no_way_round_the_cubes_own() -> None:
    """`folk.region` and `udgift.region` repeat the kommune's: who may not ask for the one has not the other."""
    query = {"measures": ["folk.personer"], "dimensions": ["udgift.region"], "filters": [
        {"member": "udgift.aar", "operator": "equals", "values": ["2022"]}]}  # fmt: skip
    members, rest = ["folk.*", "udgift.*"], {"open": ["folk", "udgift", "kommune", "region"]}
    assert len(asked(query, grant("alt", members, **rest))) > 1
    assert asked(query, grant("uden", members, **{"except": ["folk.region"]}, **rest)) == "U410"
