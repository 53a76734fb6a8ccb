"""The migrations give exactly the tables, once, whoever comes first; what cannot be opened is refused by name."""

from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Column, Integer, MetaData, Table, Text, inspect, text

from semantic.errors import DefinitionError
from server.state.database import State, StateSource, open_state
from server.state.place import StatePlace
from server.state.tables import metadata

OPTIONS = {"compare_type": True, "compare_server_default": True}


def differences(state: State, wanted: MetaData) -> list[object]:
    with state.reading() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts=OPTIONS), wanted))


def test_the_migrations_give_the_tables(state: State) -> None:
    assert differences(state, metadata) == []
    with state.reading() as connection:
        found = {
            table: {check["name"] for check in inspect(connection).get_check_constraints(table)}
            for table in metadata.tables
        }
    assert found["users"] == {"ck_users_kind", "ck_users_audience"}  # which Alembic does not compare


def test_the_comparison_sees_a_difference(state: State) -> None:
    other = MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(other)
    Table("more", other, Column("id", Integer, primary_key=True))
    other.tables["users"].append_column(Column("phone", Text))
    assert len(differences(state, other)) == 2


def test_many_may_open_it_at_once(place: StatePlace) -> None:
    opened: list[State] = []
    threads = [threading.Thread(target=lambda: opened.append(open_state(place))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 4
    with opened[0].reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar_one() == 1
    for state in opened:
        state.close()


def test_a_later_version_is_refused(place: StatePlace) -> None:
    state = open_state(place)
    with state.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    state.close()
    with pytest.raises(DefinitionError) as error:
        open_state(place)
    assert error.value.code == "D663"


def test_a_change_is_whole_or_not_at_all(state: State) -> None:
    def half() -> None:
        with state.writing() as connection:
            connection.execute(text("INSERT INTO blocked (subject, since) VALUES ('oidc:a', '2026-01-01')"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    with state.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM blocked")).scalar_one() == 0


def test_the_file_is_its_owners_alone(tmp_path: Path) -> None:
    open_state(StatePlace(f"sqlite:///{tmp_path / 'new' / 'state.db'}")).close()
    assert stat.S_IMODE((tmp_path / "new" / "state.db").stat().st_mode) == 0o600


@pytest.mark.parametrize(("password", "code"), [("hemmelig", "D662"), ("", "D664"), ("\n", "D664")])
def test_a_wrong_password_is_refused_and_not_repeated(postgres, tmp_path: Path, password: str, code: str) -> None:
    (tmp_path / "password").write_text(password, "utf-8")
    with pytest.raises(DefinitionError) as error:
        open_state(StatePlace(postgres.url("postgres"), tmp_path / "password"))
    assert error.value.code == code
    assert "hemmelig" not in str(error.value)


def test_what_is_no_state_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("not a database, but long enough to be looked at", "utf-8")
    for place, code in (
        (StatePlace(f"sqlite:///{tmp_path / 'notes.db'}"), "D662"),
        (StatePlace(f"sqlite:///{tmp_path}"), "D662"),
        (StatePlace("postgresql+pg8000://a@127.0.0.1:1/b"), "D662"),
        (StatePlace("postgresql+pg8000://a@127.0.0.1:1/b", tmp_path / "none"), "D664"),
    ):
        with pytest.raises(DefinitionError) as error:
            open_state(place)
        assert error.value.code == code, place


def test_a_file_that_comes_later_is_found(tmp_path: Path) -> None:
    place = StatePlace(f"sqlite:///{tmp_path / 'state.db'}")
    source = StateSource(place)
    assert source.current() is None
    assert not (tmp_path / "state.db").exists()
    open_state(place).close()
    assert source.current() is not None
    source.close()
