"""The facts in the repository are what a PostgreSQL 15 says of itself today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from server.postgres.catalogue.facts import facts
from tests.postgres import Postgres
from tests.server.postgres.catalogue.record import recorded

FIRST_NOT_FIXED = 10_000  # from here on PostgreSQL numbers when it makes a cluster


@pytest.fixture(scope="module")
def fresh(fifteen: Postgres) -> Mapping[str, Any]:
    return recorded(fifteen)


@pytest.mark.parametrize("table", sorted(facts().tables))
def test_rows_are_fresh(table: str, fresh: Mapping[str, Any]) -> None:
    assert fixed(facts().tables[table]) == fixed(fresh["tables"][table])


def fixed(rows: list[list[Any]]) -> list[list[Any]]:
    """The rows whose numbers every PostgreSQL 15 shares, in an order of their own."""
    numbers = (int, float)
    found = [row for row in rows if not any(isinstance(one, numbers) and one >= FIRST_NOT_FIXED for one in row)]
    return sorted(found, key=repr)


def test_views_are_fresh(fresh: Mapping[str, Any]) -> None:
    assert dict(facts().views) == fresh["views"]


def test_key_words_and_settings_are_fresh(fresh: Mapping[str, Any]) -> None:
    assert [list(row) for row in facts().keywords] == [list(row) for row in fresh["keywords"]]
    assert [row[0] for row in facts().settings] == [row[0] for row in fresh["settings"]]


@pytest.mark.parametrize("kind", sorted(facts().texts))
def test_texts_are_fresh(kind: str, fresh: Mapping[str, Any]) -> None:
    ours, theirs = (sorted(text for _, text in told) for told in (facts().texts[kind], fresh["texts"][kind]))
    assert ours == theirs


def test_relations_are_postgresqls(fresh: Mapping[str, Any]) -> None:
    assert {f"{schema}.{name}" for schema, name in facts().relations} >= set(fresh["views"]) | set(fresh["tables"])
