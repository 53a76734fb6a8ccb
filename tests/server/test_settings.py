"""The settings: every key in a file and as a variable, and clear refusals."""

from __future__ import annotations

from pathlib import Path

import pytest

from semantic.errors import DefinitionError
from server.settings import Address, Settings, load_settings, variables

EVERYTHING = """
model = "m"
policies = "p"
editions = "e"
http = "[::1]:9000"
sql = "127.0.0.1:5433"
sql_tls_certificate = "sql.crt"
sql_tls_key = "sql.key"
cors_origins = ["https://bi.kommune.dk"]
timezone = "UTC"
workers = 2
demo = true
state = "sqlite:///state.db"
state_password_file = "secret"

[databases]
regnskab = "data/regnskab.duckdb"

[oidc]
issuer = "https://login.kommune.dk"
audience = "nogletal"
roles = { claim = "groups", values = { Analyse = "analytiker" } }

[limits]
default_rows = 5
max_rows = 6
timeout = 1.5
concurrency = 2
queue = 0
body_bytes = 2000

[audit]
folder = "spor"
key_file = "spor.key"
days = 90
"""


def refused(config: Path | None, environment: dict[str, str], **overrides: object) -> list[tuple[str, str, str | None]]:
    """(code, key, hint) of every problem."""
    with pytest.raises(DefinitionError) as error:
        load_settings(config, environment, overrides)
    return [(one.code, one.at.path or one.message if one.at else "", one.hint) for one in error.value.problems]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "nogletal.toml"
    path.write_text(EVERYTHING, "utf-8")
    return path


def test_defaults_serve_this_machine_only() -> None:
    settings = load_settings(None, {})
    assert (str(settings.http), str(settings.sql)) == ("127.0.0.1:8000", "127.0.0.1:15432")
    assert settings.http.is_loopback
    assert not settings.demo
    assert settings.cors_origins == ()
    assert (settings.limits.default_rows, settings.limits.max_rows) == (10_000, 1_000_000)


def test_a_file_sets_every_key_and_its_paths_are_its_own(file: Path) -> None:
    settings = load_settings(file, {})
    assert set(settings.model_fields_set) == set(Settings.model_fields)
    assert settings.model == file.parent / "m"
    assert settings.databases == {"regnskab": file.parent / "data/regnskab.duckdb"}
    assert settings.http == Address("::1", 9000)
    assert settings.state == f"sqlite:///{file.parent / 'state.db'}"
    assert settings.state_password_file == file.parent / "secret"
    assert (settings.sql_tls_certificate, settings.sql_tls_key) == (file.parent / "sql.crt", file.parent / "sql.key")
    assert settings.oidc is not None
    assert settings.oidc.roles is not None
    assert settings.oidc.roles.values == {"Analyse": "analytiker"}
    assert settings.limits.timeout == 1.5
    audit = settings.audit
    assert (audit.folder, audit.key_file, audit.days) == (file.parent / "spor", file.parent / "spor.key", 90)


VALUES = {
    "NOGLETAL_MODEL": "m", "NOGLETAL_POLICIES": "p", "NOGLETAL_EDITIONS": "e",
    "NOGLETAL_DATABASES": "a=x.duckdb, b=y.duckdb", "NOGLETAL_HTTP": "localhost:1", "NOGLETAL_SQL": "127.0.0.1:2",
    "NOGLETAL_CORS_ORIGINS": "https://a.dk, http://localhost:3000", "NOGLETAL_TIMEZONE": "UTC",
    "NOGLETAL_DEMO": "true", "NOGLETAL_LIMITS_DEFAULT_ROWS": "1", "NOGLETAL_LIMITS_MAX_ROWS": "2",
    "NOGLETAL_LIMITS_TIMEOUT": "3", "NOGLETAL_LIMITS_CONCURRENCY": "4", "NOGLETAL_LIMITS_QUEUE": "5",
    "NOGLETAL_STATE": "postgresql://n@db/n", "NOGLETAL_STATE_PASSWORD_FILE": "secret",
    "NOGLETAL_LIMITS_BODY_BYTES": "6000", "NOGLETAL_LIMITS_CONNECTIONS": "7", "NOGLETAL_LIMITS_SQL_CONNECTIONS": "8",
    "NOGLETAL_LIMITS_SQL_IDLE": "9", "NOGLETAL_SQL_TLS_CERTIFICATE": "sql.crt", "NOGLETAL_SQL_TLS_KEY": "sql.key",
    "NOGLETAL_AUDIT_FOLDER": "a", "NOGLETAL_AUDIT_KEY_FILE": "k", "NOGLETAL_AUDIT_FILE_BYTES": "10000",
    "NOGLETAL_AUDIT_DAYS": "11", "NOGLETAL_WORKERS": "3",
}  # fmt: skip


def test_every_key_is_a_variable() -> None:
    assert set(VALUES) == set(variables())
    settings = load_settings(None, VALUES)
    assert settings.workers == 3
    assert settings.databases == {"a": Path("x.duckdb"), "b": Path("y.duckdb")}
    assert settings.cors_origins == ("https://a.dk", "http://localhost:3000")
    assert settings.limits.model_dump() == {
        "default_rows": 1, "max_rows": 2, "timeout": 3.0, "concurrency": 4, "queue": 5, "connections": 7,
        "body_bytes": 6000, "sql_connections": 8, "sql_idle": 9.0,
    }  # fmt: skip
    assert settings.audit.model_dump() == {
        "folder": Path("a"), "key_file": Path("k"), "file_bytes": 10_000, "days": 11,
    }  # fmt: skip


def test_the_command_line_beats_the_environment_and_that_the_file(file: Path) -> None:
    environment = {"NOGLETAL_CONFIG": str(file), "NOGLETAL_HTTP": "127.0.0.1:1", "NOGLETAL_LIMITS_QUEUE": "9"}
    settings = load_settings(None, environment, {"http": "127.0.0.1:2", "demo": None})
    assert settings.http.port == 2
    assert settings.demo
    assert (settings.limits.queue, settings.limits.concurrency) == (9, 2)


def test_the_short_variable_names_the_demo_database() -> None:
    assert load_settings(None, {"NOGLETAL_DATABASE": "x.duckdb"}).databases == {"demo": Path("x.duckdb")}


def test_unknown_keys_get_a_suggestion(tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_text('modle = "x"\n[limits]\nmax_row = 1\n', "utf-8")
    assert refused(path, {}) == [
        ("D671", "limits.max_row", "Did you mean 'max_rows'?"),
        ("D671", "modle", "Did you mean 'model'?"),
    ]
    path.write_text('[oidc]\nisuer = "https://login.kommune.dk"\naudience = "a"\n', "utf-8")
    assert ("D671", "oidc.isuer", "Did you mean 'issuer'?") in refused(path, {})
    unknown = "Unknown setting 'NOGLETAL_HTPP'."
    assert refused(None, {"NOGLETAL_HTPP": "x"}) == [("D671", unknown, "Did you mean 'NOGLETAL_HTTP'?")]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("http", "8000"), ("http", "127.0.0.1:x"), ("http", "127.0.0.1:70000"), ("http", 8000),
        ("timezone", "Mars/Dome"), ("cors_origins", ["*"]), ("cors_origins", ["bi.kommune.dk"]),
        ("databases", {}), ("demo", "perhaps"), ("state", "state.db"), ("state", "sqlite:///:memory:"),
        ("state", "sqlite:///"), ("state", "postgresql://n:hemmelig@db/n"), ("state", "postgresql://db/n"), ("state", "mysql://n@db/n"),
        ("state", "postgresql://n@db/n?sslmode=prefer"),
        ("oidc", {"issuer": "http://login.kommune.dk", "audience": "a"}), ("oidc", {"issuer": 7, "audience": "a"}),
    ],
)  # fmt: skip
def test_a_wrong_value_is_refused_by_its_key(key: str, value: object) -> None:
    [(code, path, _)] = refused(None, {}, **{key: value})
    assert (code, path.split(".")[0]) == ("D672", key)


def test_a_password_in_an_address_is_not_repeated() -> None:
    with pytest.raises(DefinitionError) as error:
        load_settings(None, {"NOGLETAL_STATE": "postgresql://n:hemmelig@db/n"})
    assert "hemmelig" not in str(error.value)


@pytest.mark.parametrize("text", [b"model = ", b"\xff\xfe", None])
def test_an_unreadable_file_is_refused(tmp_path: Path, text: bytes | None) -> None:
    path = tmp_path / "x.toml"
    if text is not None:
        path.write_bytes(text)
    assert [code for code, _, _ in refused(path, {})] == ["D670"]


@pytest.mark.parametrize("host", ["0.0.0.0:8000", "[::]:8000", "192.168.1.5:8000", "nogletal.kommune.dk:8000"])
def test_the_demo_listens_on_this_machine_only(host: str) -> None:
    assert [code for code, _, _ in refused(None, {}, demo=True, http=host)] == ["D673"]
    assert [code for code, _, _ in refused(None, {}, demo=True, sql=host)] == ["D673"]
    assert load_settings(None, {}, {"http": host}).http.port == 8000


def test_the_demo_is_served_on_loopback() -> None:
    for host in ("127.0.0.1:1", "localhost:1", "[::1]:1", "127.0.0.2:1"):
        assert load_settings(None, {}, {"demo": True, "http": host}).demo


def test_settings_do_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        Settings().demo = True  # type: ignore[misc]
