"""What only the clients from PyPI have: a builder, data frames, health, and the same calls awaited."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from cube_http import AsyncClient
from cubejs_client import AsyncCubeClient, Query, dim, measure

from tests.server.rest.clients.askers import Python
from tests.server.rest.clients.conftest import TOKEN, Oracle
from tests.server.rest.clients.questions import FORECAST, QUARTERS


def test_a_built_question(python: Python, oracle: Oracle) -> None:
    built = (
        Query()
        .measures("ydelse.antal_ydelser")
        .time_dimension("ydelse.start", "year", ("2023-01-01", "2024-12-31"))
        .filter((dim("ydelse.lov") == "serviceloven") | dim("ydelse.enhed").is_not_set())
        .filter(measure("ydelse.antal_ydelser") > 1)
        .order("ydelse.start.year", "desc")
        .limit(5)
    )
    expected = oracle("""select year(start) || '-01-01T00:00:00.000', count(*)::text from ydelse
        where year(start) in (2023, 2024) and (lov = 'serviceloven' or enhed is null) group by 1 order by 1 desc""")
    rows = python.client.load(built).raw_data()
    assert [(row["ydelse.start.year"], row["ydelse.antal_ydelser"]) for row in rows] == expected


def test_a_data_frame(python: Python, oracle: Oracle) -> None:
    frame = python.client.load(QUARTERS.query).to_pandas()
    expected = oracle(QUARTERS.oracle)
    assert list(frame.columns) == list(QUARTERS.columns)
    assert [str(kind) for kind in frame.dtypes[2:]] == ["int64", "float64"]
    assert frame["ydelse.start.quarter"].dt.strftime("%Y-%m-%dT%H:%M:%S.000").tolist() == [row[0] for row in expected]
    assert frame["ydelse.antal_ydelser"].tolist() == [int(row[2]) for row in expected]
    assert frame["ydelse.dagsats_gennemsnit"].tolist() == [float(row[3]) for row in expected]


@pytest.mark.parametrize("form", ["compact", "columnar"])
def test_denser_forms_are_read_as_the_same_rows(python: Python, form: str) -> None:
    answer = python.client.load(QUARTERS.query, response_format=form)
    assert answer.raw_data() == python.client.load(QUARTERS.query).raw_data()


def test_the_catalogue_resolves_members(python: Python) -> None:
    meta = python.client.meta()
    assert meta.resolve_member("ydelse.antal_ydelser", "measures")["meta"]["unit"] == "ydelser"
    assert meta.default_time_dimension_name_for("ydelse.antal_ydelser") == "ydelse.start"
    assert "error" in meta.resolve_member("ydelse.nothing", ["measures", "dimensions", "segments"])
    assert {one["name"] for one in meta.members_for_query({}, "segments")} >= {"ydelse.udenbys"}


def test_a_dry_run(python: Python) -> None:
    found = python.client.dry_run(QUARTERS.query)
    assert found["queryType"] == "regularQuery"
    [normalised] = found["normalizedQueries"]
    assert normalised["timeDimensions"][0]["dateRange"] == ["2023-01-01T00:00:00.000", "2024-12-31T23:59:59.999"]
    assert found["queryOrder"] == [{"ydelse.start.quarter": "asc", "ydelse.lov": "asc"}]


def test_the_server_is_healthy(python: Python) -> None:
    assert python.client.readyz().healthy
    assert python.client.livez().healthy


async def awaited(base: str) -> tuple[dict[str, Any], dict[str, Any]]:
    python = AsyncCubeClient(TOKEN, api_url=f"{base}/v1")
    async with AsyncClient({"url": base, "token": TOKEN}) as http:
        answers = await asyncio.gather(python.load(FORECAST.query), http.v1.load({"query": FORECAST.query}))  # type: ignore[typeddict-item]
    # The client has no end of its own, and a connection left open is a warning.
    await python._transport._client.aclose()  # type: ignore[attr-defined]
    return answers[0].raw_data()[0], answers[1].results[0].data[0]


def test_the_same_awaited(base: str, oracle: Oracle) -> None:
    [expected] = oracle(FORECAST.oracle)
    for row in asyncio.run(awaited(base)):
        assert tuple(row[name] for name in FORECAST.columns) == expected
