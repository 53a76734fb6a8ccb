"""Over additive measures a statement means what it means in PostgreSQL: the same rows, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import pg8000.exceptions
import pytest

from semantic.pipeline import Service
from tests.postgres import Postgres
from tests.server.postgres.sql.asked import ask, plain, sorted_rows
from tests.server.postgres.sql.drawn import Drawing
from tests.server.postgres.sql.flat import flat_service, table

BATCHES, EACH = 20, 40
IN_UTC = {"nogletal.timezone": "UTC"}


@pytest.fixture(scope="module")
def flat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    with flat_service(tmp_path_factory.mktemp("flad")) as found:
        yield found


@pytest.fixture(scope="module")
def real(postgres: Postgres) -> Iterator[Any]:
    with postgres.database() as name, postgres.connect(name) as connection:
        for statement in table("public").split(";")[:-1]:
            connection.run(statement)
        yield connection


def wanted(connection: Any, text: str) -> list[tuple[Any, ...]] | str:
    """PostgreSQL's rows, its instants as wall-clock times; or its SQLSTATE."""
    try:
        return [tuple(_local(cell) for cell in row) for row in connection.run(text)]
    except pg8000.exceptions.DatabaseError as error:
        return str(error.args[0]["C"])


def _local(cell: Any) -> Any:
    return cell.astimezone(UTC).replace(tzinfo=None) if isinstance(cell, datetime) and cell.tzinfo else cell


def heard(service: Service, text: str) -> list[tuple[Any, ...]] | str:
    told = ask(service, text, settings=IN_UTC)
    return told.refusal[1] if told.refusal else list(told.rows)


def differences(service: Service, connection: Any, statements: list[tuple[str, bool]]) -> list[Any]:
    found = []
    for text, ordered in statements:
        ours, theirs = heard(service, text), wanted(connection, text)
        if isinstance(ours, str) or isinstance(theirs, str):
            same = ours == theirs
        else:
            same = plain(ours) == plain(theirs) if ordered else sorted_rows(ours) == sorted_rows(theirs)
        if not same:
            found.append((text, ours, theirs))
    return found


@pytest.mark.parametrize("batch", range(BATCHES))
def test_drawn_statements_mean_what_they_mean_in_postgresql(flat: Service, real: Any, batch: int) -> None:
    drawing = Drawing(Random(f"shapes {batch}"))
    assert differences(flat, real, [drawing.statement() for _ in range(EACH)]) == []


def statements_of(name: str) -> list[str]:
    return [line for line in (Path(__file__).parent / name).read_text("utf-8").splitlines() if line.strip()]


@pytest.mark.parametrize("text", statements_of("as_postgresql.sql"))
def test_chosen_statements_mean_what_they_mean_in_postgresql(flat: Service, real: Any, text: str) -> None:
    assert differences(flat, real, [(text, False)]) == []
