"""What only `@cubejs-client/core` has or sends."""

from __future__ import annotations

import pytest

from tests.server.rest.clients.askers import Core
from tests.server.rest.clients.questions import QUARTERS

pytestmark = pytest.mark.real_client("node", "npm")


def test_the_catalogue_groups_and_resolves_members(core: Core) -> None:
    grouped, member, time = core.answer(
        "meta",
        read=[
            ["membersGroupedByCube"],
            ["resolveMember", "ydelse.antal_ydelser", "measures"],
            ["defaultTimeDimensionNameFor", "ydelse.antal_ydelser"],
        ],
    )
    segments = {one["cubeName"]: [segment["name"] for segment in one["members"]] for one in grouped["segments"]}
    assert segments["ydelse"] == ["ydelse.udenbys"]
    assert (member["shortTitle"], member["meta"]["unit"], time) == ("Antal ydelser", "ydelser", "ydelse.start")


def test_the_catalogue_can_be_of_views_only(core: Core) -> None:
    """`meta({ onlyViews: true })`, which the client sends as a parameter of the address."""
    whole, views = (core.answer("meta", *given)["cubes"] for given in ([], [{"onlyViews": True}]))
    assert views == [one for one in whole if one["type"] == "view"]
    assert 0 < len(views) < len(whole)


def test_a_dry_run(core: Core) -> None:
    found = core.answer("dryRun", QUARTERS.query)
    assert found["queryType"] == "regularQuery"
    assert found["pivotQuery"]["measures"] == QUARTERS.query["measures"]
    assert found["queryOrder"] == [{"ydelse.start.quarter": "asc", "ydelse.lov": "asc"}]


def test_denser_forms_and_caches_change_no_row(core: Core) -> None:
    query, raw = QUARTERS.query, [["rawData"]]
    [rows] = core.answer("load", query, read=raw)
    assert rows
    for more in ([{}, None, "compact"], [{}, None, "columnar"], [{"cache": "no-cache"}]):
        assert core.answer("load", query, *more, read=raw) == [rows]
