"""What is refused reaches whoever uses one of Cube's clients with its status, its code and its words."""

from __future__ import annotations

import pytest
from cube_http.exc import V1LoadError
from cubejs_client import RequestError

from tests.server.rest.clients.askers import Asker, Core, Http, Python, Refusal
from tests.server.rest.clients.conftest import ON_NODE, Connect
from tests.server.rest.clients.questions import FORECAST

UNKNOWN = {"measures": ["ydelse.antal_ydelse"]}


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


def test_ranges_that_cannot_be_compared(asker: Asker) -> None:
    query = {
        "measures": ["ydelse.antal_ydelser"],
        "timeDimensions": [{"dimension": "ydelse.start", "compareDateRange": []}],
    }
    for call in calls(asker):
        message = "'timeDimensions[0].compareDateRange' is empty."
        assert asker.refusal(query, call) == Refusal(400, "P105", message)


@pytest.mark.parametrize("connect", ["http", ON_NODE], indirect=True)  # cubejs-client-python sends one query only
def test_too_many_queries(asker: Asker) -> None:
    for call in calls(asker):
        refusal = asker.refusal([FORECAST.query] * 11, call)
        assert refusal == Refusal(413, "L507", "The list has 11 queries.")


def test_a_drill_down(asker: Asker) -> None:
    filters = [{"member": "ydelse.antal_ydelser", "operator": "measureFilter"}]
    refusal = asker.refusal({"dimensions": ["ydelse.lov"], "filters": filters})
    assert refusal == Refusal(422, "U401", "'measureFilter' is not served yet.")


def test_sql_in_the_clients_own_call(python: Python) -> None:
    with pytest.raises(RequestError) as caught:
        python.client.cube_sql("select 1")
    assert (caught.value.status, caught.value.response["code"]) == (422, "U402")


@pytest.mark.real_client("node", "npm")
def test_sql_in_the_clients_own_call_in_node(core: Core) -> None:
    assert core.refusal("select 1", "cubeSql") == Refusal(422, "U402", "SQL over REST (cubeSql) is not served.")


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
