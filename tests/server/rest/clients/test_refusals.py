"""What is refused reaches whoever uses one of Cube's clients with its status, its code and its words."""

from __future__ import annotations

import pytest
from cube_http.exc import V1LoadError
from cubejs_client import RequestError

from tests.server.rest.clients.askers import Asker, Core, Http, Python, Refusal
from tests.server.rest.clients.conftest import ON_NODE, Connect
from tests.server.rest.clients.questions import FORECAST

UNKNOWN = {"measures": ["ydelse.antal_ydelse"]}
COMPARED = {
    "measures": ["ydelse.antal_ydelser"],
    "timeDimensions": [
        {
            "dimension": "ydelse.start",
            "granularity": "year",
            "compareDateRange": [["2023-01-01", "2023-12-31"], ["2024-01-01", "2024-12-31"]],
        }
    ],
}


def calls(asker: Asker) -> tuple[str, ...]:
    """The calls that take a question, by the client's own names."""
    own = {Python: ("load", "sql", "dry_run"), Http: ("load", "sql"), Core: ("load", "sql", "dryRun")}
    return own[type(asker)]


def test_an_unknown_member(asker: Asker) -> None:
    for call in calls(asker):
        assert asker.refusal(UNKNOWN, call) == Refusal(400, "R202", "'ydelse' has no member 'antal_ydelse'.")


@pytest.mark.parametrize("call", ["load", "meta"])
def test_a_wrong_token(connect: Connect, base: str, call: str) -> None:
    refusal = connect(base, "demo-nobody").refusal(FORECAST.query, call)
    assert refusal == Refusal(401, "A311", "The name, password or token is not right.")


def test_no_token(connect: Connect, base: str) -> None:
    """`@cubejs-client/core` then sends the word `undefined`, and `cube-http-client` takes no less than a text."""
    asker = connect(base, None)
    refusal = asker.refusal(FORECAST.query)
    assert (refusal.status, refusal.code) == (401, "A310" if isinstance(asker, Python) else "A311")


def test_periods_side_by_side_are_refused_by_name(asker: Asker) -> None:
    message = "'timeDimensions[0].compareDateRange' is not served yet."
    for call in calls(asker):
        assert asker.refusal(COMPARED, call) == Refusal(422, "U401", message)


@pytest.mark.parametrize("connect", ["http", ON_NODE], indirect=True)  # cubejs-client-python sends one query only
def test_several_queries_are_refused_by_name(asker: Asker) -> None:
    for call in calls(asker):
        refusal = asker.refusal([FORECAST.query, FORECAST.query], call)
        assert refusal == Refusal(422, "U403", "A list of queries (data blending) is not served yet.")


def test_the_whole_refusal_is_there_to_be_read(python: Python) -> None:
    with pytest.raises(RequestError) as caught:
        python.client.load(UNKNOWN)
    found = caught.value.response
    assert found["dansk"] == "Visningen har intet sådant felt."
    assert "antal_ydelser" in found["hint"]


@pytest.mark.real_client("node", "npm")
def test_the_whole_refusal_is_there_to_be_read_in_node(core: Core) -> None:
    found = core.told("load", UNKNOWN)["refused"]["response"]
    assert found["dansk"] == "Visningen har intet sådant felt."
    assert "antal_ydelser" in found["hint"]


def test_cube_http_client_says_status_and_message(http: Http) -> None:
    with pytest.raises(
        V1LoadError, match=r"^Returned status code 400\. Reason: 'ydelse' has no member 'antal_ydelse'\.$"
    ):
        http.client.v1.load({"query": UNKNOWN})  # type: ignore[typeddict-item]


def test_the_client_goes_on_after_a_refusal(asker: Asker) -> None:
    assert asker.refusal(UNKNOWN).code == "R202"
    assert asker.rows(FORECAST.query)[0]["varde_prognose.prognoseprocent"] == "100.60"
