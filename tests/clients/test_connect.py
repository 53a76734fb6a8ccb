"""What `nogletal connect` prints is opened by the drivers that it is for, as it stands; the password goes beside it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from server.cli import main
from tests.clients.browsing.programs import run
from tests.clients.conftest import Expected, Row
from tests.clients.endpoint import Endpoint
from tests.clients.installed import ASKING, DRIVERS, JDBC, SQLALCHEMY_14
from tests.clients.questions import VARDE

pytestmark = pytest.mark.parametrize("endpoint", ["ours"], indirect=True)
Printed = Callable[[str], str]

BY_SQLALCHEMY = """
import sys
import sqlalchemy
with sqlalchemy.create_engine(sys.argv[1]).connect() as connection:
    for row in connection.execute(sqlalchemy.text(sys.argv[2])):
        print(*row, sep="\\t")
"""


@pytest.fixture
def printed(endpoint: Endpoint) -> Printed:
    """What the command writes for a client of the endpoint's."""

    def write(target: str) -> str:
        place = f"{endpoint.host}:{endpoint.port}"
        answer = CliRunner().invoke(main, ["connect", target, "--host", place, "--user", endpoint.user])
        assert answer.exit_code == 0, answer.output
        assert endpoint.password not in answer.stdout
        return answer.stdout.strip()

    return write


def rows(text: str) -> list[Row]:
    cells = [line.split("\t") for line in text.splitlines()]
    return [(int(aar), funktion, Decimal(udgift)) for aar, funktion, udgift in cells]


def with_password(endpoint: Endpoint, packages: Path | None = None) -> dict[str, str]:
    return {**os.environ, "PGPASSWORD": endpoint.password} | ({"PYTHONPATH": str(packages)} if packages else {})


@pytest.mark.real_client("psql")
def test_psql(endpoint: Endpoint, printed: Printed, expected: Expected) -> None:
    command = shlex.split(printed("psql"))
    told = run([*command, "-X", "-A", "-t", "-F", "\t", "-c", VARDE.sql], with_password(endpoint))
    assert rows(told) == expected(VARDE.by_hand)


@pytest.mark.real_client("psqlodbc")
def test_odbc(pyodbc: Any, endpoint: Endpoint, printed: Printed, expected: Expected) -> None:
    with closing(pyodbc.connect(f"{printed('odbc')}Pwd={endpoint.password};")) as connection:
        assert [tuple(row) for row in connection.execute(VARDE.sql)] == expected(VARDE.by_hand)


@pytest.mark.real_client("java", "pgjdbc")
def test_jdbc(endpoint: Endpoint, printed: Printed, expected: Expected) -> None:
    told = run(["java", "-cp", JDBC, ASKING / "Open.java", printed("jdbc"), endpoint.password, VARDE.sql])
    assert rows(told) == expected(VARDE.by_hand)


@pytest.mark.real_client("sqlalchemy14")
def test_superset(endpoint: Endpoint, printed: Printed, expected: Expected) -> None:
    command = [sys.executable, "-c", BY_SQLALCHEMY, printed("superset"), VARDE.sql]
    assert rows(run(command, with_password(endpoint, SQLALCHEMY_14))) == expected(VARDE.by_hand)


@pytest.mark.real_client("drivers")
def test_python(endpoint: Endpoint, printed: Printed) -> None:
    """Without a terminal the password is read from standard input."""
    done = subprocess.run(
        [sys.executable, "-c", printed("python")], env={**os.environ, "PYTHONPATH": str(DRIVERS)}, text=True,
        input=f"{endpoint.password}\n", capture_output=True, start_new_session=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    views = done.stdout.split()
    assert views == sorted(views)
    assert {"regnskab", "befolkning"} <= set(views)
