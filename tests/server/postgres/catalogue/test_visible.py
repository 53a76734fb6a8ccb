"""What an asker may not see is in no answer, no error and no suggestion of the catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.breakdown_query import BREAKDOWN
from semantic.errors import ServiceError
from semantic.execute.cancellation import Cancellation
from semantic.long_view.columns import LONG_VIEW
from semantic.pipeline import Service
from server.authenticate import read_demo_principals
from server.postgres.catalogue.catalogue import Catalogue
from server.postgres.catalogue.database import Database
from tests.server.postgres.catalogue.asking import prepared, rows, session_of
from tests.worlds import PROJECT

PRINCIPALS = {one.subject: one for one in read_demo_principals(PROJECT / "access_policies")}
MOST, LEAST = "direktion", "offentlig"
TABLES = "select table_name from information_schema.tables where table_schema = 'public' order by 1"


@pytest.fixture(scope="module")
def governed(demo: Service) -> Service:
    """The demo under its own policies."""
    return Service(demo.generation, load_policies(PROJECT / "access_policies", demo.generation.model), demo.limits)


@pytest.fixture(scope="module")
def catalogue(governed: Service) -> Iterator[Catalogue]:
    made = Catalogue(governed.visible)
    yield made
    made.close()


@pytest.mark.parametrize("subject", sorted(PRINCIPALS))
def test_tables_are_the_visible_views(subject: str, governed: Service, catalogue: Catalogue) -> None:
    principal = PRINCIPALS[subject]
    visible = governed.visible(principal)
    named = sorted([*visible.views, LONG_VIEW, BREAKDOWN])
    assert [name for (name,) in rows(catalogue, session_of(principal), TABLES)] == named


def test_some_see_less_than_others(governed: Service) -> None:
    most, least = (governed.visible(PRINCIPALS[name]) for name in (MOST, LEAST))
    assert set(least.views) < set(most.views)


@pytest.mark.parametrize("subject", sorted(PRINCIPALS))
def test_no_hidden_name_is_in_the_database(subject: str, governed: Service, catalogue: Catalogue) -> None:
    """Every text of every table, also of those that no statement reaches."""
    principal, model = PRINCIPALS[subject], governed.generation.model
    visible = governed.visible(principal)
    own = {field.name for relation in catalogue.database(principal).records for field in relation.fields}
    seen = {*own, *visible.views, *(name for view in visible.views.values() for name in view.members)}
    names = {*model.views, *(name for view in model.views.values() for name in view.members)}
    hidden = {name for name in names - seen if "_" in name and not any(name in one for one in seen)}
    texts = " ".join(every_text(catalogue.database(principal)))
    assert all(f"{name}" in texts for name in visible.views)
    assert {name for name in hidden if name in texts} == set()


def hidden_views(governed: Service) -> list[str]:
    """Views that one principal may know of and another not."""
    most, least = (governed.visible(PRINCIPALS[name]).views for name in (MOST, LEAST))
    return sorted(set(most) - set(least))


def every_text(database: Database) -> Iterator[str]:
    cursor = database.connection.cursor()
    tables = cursor.execute("SELECT schema_name, table_name FROM duckdb_tables()").fetchall()
    for schema, table in tables:
        for row in cursor.execute(f'SELECT * FROM "{schema}"."{table}"').fetchall():
            yield from (str(cell) for cell in row if isinstance(cell, (str, list)))


@pytest.mark.parametrize(
    "text",
    ["select '{}'::regclass", "select * from pg_catalog.{}", "select * from noegletal.{}", "select '{}'::regtype"],
)
def test_hidden_and_absent_are_told_alike(text: str, governed: Service, catalogue: Catalogue) -> None:
    hidden = hidden_views(governed)
    assert hidden
    for name in hidden:
        told, absent = refusal(catalogue, text, name, LEAST), refusal(catalogue, text, "findes_slet_ikke", LEAST)
        assert [one[:2] for one in told] == [one[:2] for one in absent]
        assert [one for one in told if one not in absent and not names_only_seen(one[2], governed)] == []


def names_only_seen(hint: str | None, governed: Service) -> bool:
    """Whether a hint is of what the asker sees: a hidden name may look like that of a catalogue's own table."""
    return hint is not None and not any(f"'{name}'" in hint for name in hidden_views(governed))


def refusal(catalogue: Catalogue, text: str, name: str, subject: str) -> list[tuple[str, str, str | None]]:
    with pytest.raises(ServiceError) as refused:
        prepared(catalogue, session_of(PRINCIPALS[subject]), text.format(name))
    return [(one.code, one.message.replace(name, "…"), one.hint) for one in refused.value.problems]


def test_to_regclass_knows_no_hidden_name(governed: Service, catalogue: Catalogue) -> None:
    [name, *_] = hidden_views(governed)
    text = "select to_regclass($1), obj_description(to_regclass($1)), has_table_privilege(to_regclass($1), 'select')"
    assert rows(catalogue, session_of(PRINCIPALS[LEAST]), text, name) == [(None, None, None)]
    assert rows(catalogue, session_of(PRINCIPALS[MOST]), text, name)[0][0] == name


def test_who_sees_the_same_shares_a_database(governed: Service, catalogue: Catalogue) -> None:
    one, other = Principal("a", (MOST,)), Principal("b", (MOST,))
    assert catalogue.database(one) is catalogue.database(other)
    assert catalogue.database(one) is not catalogue.database(PRINCIPALS[LEAST])
    text = "select current_user, pg_backend_pid(), current_setting('application_name')"
    assert rows(catalogue, session_of(one, 7, application_name="x"), text) == [("a", 7, "x")]
    assert rows(catalogue, session_of(other, 8, application_name="y"), text) == [("b", 8, "y")]
    roles = "select rolname from pg_roles where rolname not like 'pg\\_%' order by 1"
    assert rows(catalogue, session_of(other), roles) == [("b",), ("nogletal",)]


def test_a_statement_prepared_before_is_answered_by_what_is_visible_now(catalogue: Catalogue) -> None:
    before = prepared(catalogue, session_of(PRINCIPALS[MOST]), TABLES)
    now = session_of(PRINCIPALS[LEAST])
    answer = catalogue.run(before, (), now, Cancellation())
    found = [name for batch in answer.batches for name in batch.column(0).to_pylist()]
    assert [(name,) for name in found] == rows(catalogue, now, TABLES)


def test_the_last_few_databases_are_kept(governed: Service, tmp_path: Path) -> None:
    catalogue = Catalogue(governed.visible, kept=1)
    first = catalogue.database(PRINCIPALS[MOST])
    assert catalogue.database(PRINCIPALS[MOST]) is first
    catalogue.database(PRINCIPALS[LEAST])
    assert catalogue.database(PRINCIPALS[MOST]) is not first
    catalogue.close()


def test_several_ask_at_once(governed: Service) -> None:
    """Views are made when they are first asked for; each asker is told of itself."""
    catalogue = Catalogue(governed.visible)
    text = "select grantee from information_schema.enabled_roles, information_schema.role_table_grants limit 0"
    own = "select current_user, rolname from pg_roles where rolname = current_user"

    def ask(name: str) -> list[tuple[str, str]]:
        session = session_of(Principal(name, (MOST,)))
        rows(catalogue, session, text)
        return rows(catalogue, session, own)

    with ThreadPoolExecutor(8) as pool:
        names = [f"asker_{i}" for i in range(24)]
        assert list(pool.map(ask, names)) == [[(name, name)] for name in names]
    catalogue.close()
