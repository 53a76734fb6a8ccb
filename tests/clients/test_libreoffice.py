"""LibreOffice Base without a window, through its own driver: schemas, tables, columns, comments and rows."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from tests.clients.browsing.programs import HERE, run, words
from tests.clients.conftest import Expected
from tests.clients.endpoint import Endpoint
from tests.clients.installed import SYSTEM_PYTHON
from tests.clients.questions import VARDE

pytestmark = pytest.mark.real_client("soffice", "sdbc", "uno")


@pytest.fixture(scope="module")
def found(endpoint: Endpoint) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads(run([SYSTEM_PYTHON, HERE / "libreoffice.py", *words(endpoint), VARDE.sql]))
    return answers


def test_schemas_and_tables(found: dict[str, Any]) -> None:
    assert {"public", "noegletal"} <= {row[0] for row in found["schemas"]}
    assert {"public.regnskab", "public.befolkning"} <= set(found["names"])
    assert {"public.regnskab", "public.befolkning"} <= set(found["views"])
    # Its remark is any comment of the table or of its columns: LibreOffice asks for no particular one.
    told = {(schema, name): type for _, schema, name, type, _ in found["tables"]}
    assert told["public", "regnskab"] == "VIEW"


def test_columns(found: dict[str, Any]) -> None:
    told = {row[3]: row for row in found["columns"]}
    assert list(told) == found["fields"]
    assert {name: told[name][5] for name in ("aar", "kommune", "udgift_kr", "opgjort_pr")} == {
        "aar": "int4", "kommune": "text", "udgift_kr": "numeric", "opgjort_pr": "date",
    }  # fmt: skip
    assert "Nettoudgift" in told["udgift_kr"][11]


def test_there_are_no_keys_or_indexes(found: dict[str, Any]) -> None:
    assert (found["keys"], found["foreign"], found["indexes"]) == ([], [], [])


def test_rows(found: dict[str, Any], expected: Expected) -> None:
    rows = [(int(aar), funktion, Decimal(udgift)) for aar, funktion, udgift in found["rows"]]
    assert rows == expected(VARDE.by_hand)
