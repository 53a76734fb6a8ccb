"""GraphQL's own ways (class 23): what one document may hold, and who may make a browser send it."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from typing import Any

import pytest

from tests.attacks.asking import Place, graphql, on
from tests.attacks.canaries import found
from tests.interfaces.clients.web import token

ASKED = "cube { sag { antal } }"
BOMBS = {
    "aliases": "{ " + " ".join(f"a{n}: {ASKED}" for n in range(200)) + " }",
    "questions": "{ " + " ".join(f"a{n}: {ASKED}" for n in range(20)) + " }",
    "directives": "{ cube { sag { antal " + "@include(if: true) " * 500 + "} } }",
    "a circle": "{ cube { sag { ...a } } } fragment a on SagMembers { ...b } fragment b on SagMembers { ...a }",
    "depth": "{ " + "cube { " * 200 + "sag { antal } " + "} " * 200 + "}",
    "introspection": "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
    "brackets": "{ cube(where: " + "{AND: [" * 5_000 + "]}" * 5_000 + ") { sag { antal } } }",
    "tokens": "{ cube { sag { " + "antal " * 20_000 + "} } }",
    "a mutation": "mutation { cube { sag { antal } } }",
    "a subscription": "subscription { cube { sag { antal } } }",
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
@on("graphql")
def test_a_document_that_multiplies_itself_is_refused(whole: Place, name: str) -> None:
    told = graphql(whole, BOMBS[name], "laeser")
    assert told.codes
    assert not told.codes[0].startswith("X"), told.text[:300]
    assert found(told.text) == []
    assert graphql(whole, "{ " + ASKED + " }", "laeser").rows == (("6",),)


@on("graphql")
def test_several_requests_in_one_are_not_read(whole: Place) -> None:
    many: list[dict[str, Any]] = [{"query": "{ " + ASKED + " }"}] * 3
    told = whole.http("laeser", "POST", "/graphql", json=many)
    assert told.text.startswith("400")


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
@on("graphql")
def test_what_a_foreign_page_can_send_unasked_is_not_read(whole: Place, kind: str) -> None:
    headers = {"Content-Type": kind, "Origin": "https://ond.example"} if kind else {"Origin": "https://ond.example"}
    told = whole.http("laeser", "POST", "/graphql", content=b'{"query": "{ __typename }"}', headers=headers)
    assert told.text[0] == "4"
    told = whole.http("laeser", "GET", "/graphql?query=mutation{__typename}", headers=headers)
    assert told.text[0] == "4"
    assert "access-control-allow-origin" not in told.text.lower()


@on("graphql")
def test_a_skipped_field_is_not_asked_and_a_hidden_one_is_not_known_by_skipping(whole: Place, cut: Place) -> None:
    """A directive, a typename or an alias makes no hidden field known, and none that is there unknown."""
    for field in (
        "skjult_cpr @skip(if: true)",
        "antal: skjult_loen",
        "antal @include(if: false) skjult_cpr",
        "... on SagMembers { skjult_cpr }",
    ):
        told, absent = (
            graphql(whole, f"{{ cube {{ sag {{ {one} }} }} }}", "laeser")
            for one in (field, field.replace("skjult", "skjulx"))
        )
        assert told.codes
        assert told.same == absent.same.replace("skjulx", "skjult")
    assert (
        whole.server.http.get(
            "/graphql", params={"query": "{ cube { sag { antal } } }"}, headers=token("laeser")
        ).status_code
        == 200
    )


@on("graphql")
def test_fragments_that_spread_to_millions_cost_what_they_say(whole: Place) -> None:
    """Each is counted once, and what is asked of one field a thousand times is one field."""
    text = "{ cube { sag { ...a } } } fragment g on SagMembers { antal }"
    for one, two in zip("abcdef", "bcdefg", strict=True):
        text += f" fragment {one} on SagMembers {{ {' '.join(f'...{two}' for _ in range(50))} }}"
    assert graphql(whole, text, "laeser").rows == (("6",),)
