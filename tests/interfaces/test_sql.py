"""Every case over SQL, on the wire: the answer of the pipeline, digit for digit, or its refusal."""

from __future__ import annotations

import pytest

from tests.case import Case, every_case
from tests.interfaces.clients.python import PythonClient
from tests.interfaces.clients.sql import SqlClient
from tests.worlds import world

CASES = [case for case in every_case() if "sql" not in case.unsayable]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_sql_answers_as_every_interface(case: Case) -> None:
    heard = SqlClient().ask(world(case.world), case.query, case.principal)
    wanted = PythonClient().ask(world(case.world), case.query, case.principal)
    assert heard.problems[:1] == wanted.problems[:1]
    assert (heard.names, heard.rows) == (wanted.names, wanted.rows)
