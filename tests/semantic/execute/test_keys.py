"""A key that is not one is found before anyone asks."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from semantic.errors import DefinitionError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text

MODEL = """
cubes:
  - name: orders
    sql_table: orders
    joins:
      - {name: users, relationship: many_to_one, sql: "{CUBE}.user_id = {users}.code"}
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
  - name: users
    sql_table: users
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: email, sql: email, type: string, unique: true}
"""
GOOD = """
CREATE TABLE orders AS SELECT * FROM (VALUES (1, 10), (2, 10), (3, NULL)) AS t(id, user_id);
CREATE TABLE users AS SELECT * FROM (VALUES (1, 10, 'a'), (2, 11, 'b'), (3, NULL, NULL), (4, NULL, NULL))
    AS t(id, code, email);
"""


def faults(folder: Path, more: str) -> list[str]:
    file = folder / "shop.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(GOOD + more)
    try:
        Generation({"shop": file}, link([read_text(MODEL, "shop.yml")]), Limits()).close()
    except DefinitionError as error:
        return [f"{problem.code} {problem.at}: {problem.message}" for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("INSERT INTO orders VALUES (2, 11);", ["D653 shop.yml:3: The primary key (id) of 'orders' is not unique"]),
        ("INSERT INTO orders VALUES (NULL, 11);", ["D653 shop.yml:3: The primary key (id) of 'orders' is not unique"]),
        ("INSERT INTO users VALUES (5, 12, 'a');", ["D653 shop.yml:13: 'users.email' is declared unique"]),
        (
            "INSERT INTO users VALUES (5, 10, 'c');",
            ["D653 shop.yml:6: The join 'users' of 'orders' meets several"],
        ),
    ],
)
def test_keys_are_checked_when_the_data_is_opened(tmp_path: Path, more: str, expected: list[str]) -> None:
    found = faults(tmp_path, more)
    assert len(found) == len(expected)
    assert all(text.startswith(start) for text, start in zip(found, expected, strict=True)), found
