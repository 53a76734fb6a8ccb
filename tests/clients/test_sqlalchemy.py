"""SQLAlchemy, the newest and 1.4 with psycopg2, which Superset uses: what its inspector finds, and a select."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.clients.browsing.programs import reflected
from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.installed import DRIVERS, SQLALCHEMY_14
from tests.clients.questions import VARDE

KINDS = {
    "2 with psycopg": ("postgresql+psycopg", DRIVERS, "2."),
    "2 with psycopg2": ("postgresql+psycopg2", DRIVERS, "2."),
    "2 with pg8000": ("postgresql+pg8000", DRIVERS, "2."),
    "1.4 with psycopg2": ("postgresql+psycopg2", SQLALCHEMY_14, "1.4."),
}
pytestmark = pytest.mark.real_client("drivers", "sqlalchemy14")


@pytest.fixture(scope="module", params=KINDS.values(), ids=list(KINDS))
def found(request: pytest.FixtureRequest, endpoint: Endpoint) -> dict[str, Any]:
    dialect, packages, version = request.param
    assert isinstance(packages, Path)
    told: dict[str, Any] = reflected(endpoint, dialect, packages)
    assert told["version"].startswith(version)
    return told


def test_schemas_and_views(found: dict[str, Any]) -> None:
    assert {"public", "noegletal"} <= set(found["schemas"])
    assert found["default"] == "public"
    assert {"regnskab", "befolkning"} <= set(found["views"])
    assert (found["tables"], found["own"]) == ([], [])
    assert found["has"] == [True, False]


def test_columns_with_types_and_comments(found: dict[str, Any]) -> None:
    columns = {name: (type, comment) for name, type, _, comment in found["columns"]["regnskab"]}
    types = {
        "aar": "INTEGER",
        "kommune": "TEXT",
        "udgift_kr": "NUMERIC",
        "opgjort_pr": "DATE",
        "dataversion": "INTEGER",
    }
    assert {name: columns[name][0] for name in types} == types
    assert "Nettoudgift" in columns["udgift_kr"][1]
    assert all(nullable for _, _, nullable, _ in found["columns"]["regnskab"])
    assert "Kommunale regnskaber" in found["comments"]["regnskab"]


def test_there_are_no_keys_or_indexes(found: dict[str, Any]) -> None:
    assert found["keys"]["regnskab"] == [[], [], [], [], []]


def test_a_select_of_a_reflected_table(found: dict[str, Any], expected: Expected) -> None:
    rows = [(aar, funktion, Decimal(udgift)) for aar, funktion, udgift in found["rows"]]
    assert rows == expected(VARDE.by_hand)
