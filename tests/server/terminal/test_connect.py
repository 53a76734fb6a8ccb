"""`nogletal connect`: what it writes is read by those who will read it, and holds no password."""

from __future__ import annotations

import ast
import json
import re
import shlex
import socket
import struct
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner, Result
from sqlalchemy.engine import make_url

from server.cli import main
from server.terminal import connect, connections
from tests.server.process import Server

HOST = "noegletal.kommune.dk"
THERE = ("--host", f"{HOST}:15432")
ODBC_KEYWORDS = {
    "Driver",
    "Server",
    "Port",
    "Database",
    "SSLmode",
    "ReadOnly",
    "UseDeclareFetch",
    "Fetch",
    "BoolsAsChar",
}
Ask = Callable[..., Result]


@pytest.fixture
def nogletal() -> Ask:
    return lambda *arguments: CliRunner().invoke(main, ["connect", *map(str, arguments)])


def fine(answer: Result) -> str:
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def refused(answer: Result) -> str:
    assert (answer.exit_code, answer.stdout) == (1, "")
    return answer.stderr


def odbc_values(text: str) -> dict[str, str]:
    """`Keyword=value;`, where a value in braces may hold anything but a closing one."""
    assert re.fullmatch(r"(\w+=(\{[^}]*\}|[^;{}]*);)+", text.strip())
    return dict(re.findall(r"(\w+)=\{?([^;{}]*)\}?;", text))


class TestPowerBI:
    def test_the_file_is_json_of_the_one_known_form(self, nogletal: Ask) -> None:
        assert json.loads(fine(nogletal("powerbi", *THERE))) == {
            "version": "0.1",
            "connections": [
                {
                    "details": {
                        "protocol": "postgresql",
                        "address": {"server": "noegletal.kommune.dk:15432", "database": "nogletal"},
                    },
                    "mode": "DirectQuery",
                }
            ],
        }

    def test_import(self, nogletal: Ask) -> None:
        assert json.loads(fine(nogletal("powerbi", "--mode", "import")))["connections"][0]["mode"] == "Import"

    def test_the_name_is_told_beside_the_file(self, nogletal: Ask) -> None:
        answer = nogletal("powerbi", "--user", "anna")
        assert "anna" not in fine(answer)
        assert "The client asks for the name, too: anna." in answer.stderr

    def test_into_a_file(self, nogletal: Ask, tmp_path: Path) -> None:
        out = tmp_path / "noegletal.pbids"
        assert fine(nogletal("powerbi", "--out", out)) == f"Wrote {out}.\n"
        assert json.loads(out.read_text("utf-8")) == json.loads(fine(nogletal("powerbi")))

    def test_a_file_that_cannot_be_written(self, nogletal: Ask, tmp_path: Path) -> None:
        assert "No such file or directory" in refused(nogletal("powerbi", "--out", tmp_path / "mangler" / "x.pbids"))

    def test_m(self, nogletal: Ask) -> None:
        assert fine(nogletal("powerbi", "--format", "m", *THERE)) == (
            "let\n"
            f'    Kilde = PostgreSQL.Database("{HOST}:15432", "nogletal", [CreateNavigationProperties = false])\n'
            "in\n"
            "    Kilde\n"
        )


class TestOdbc:
    def test_excel(self, nogletal: Ask) -> None:
        answer = nogletal("excel", *THERE, "--user", "anna")
        assert odbc_values(fine(answer)) == {
            "Driver": "PostgreSQL Unicode(x64)", "Server": HOST, "Port": "15432", "Database": "nogletal",
            "SSLmode": "verify-full", "ReadOnly": "1", "UseDeclareFetch": "1", "Fetch": "1000", "BoolsAsChar": "0",
        }  # fmt: skip
        assert "anna" in answer.stderr

    def test_in_power_query(self, nogletal: Ask) -> None:
        text = fine(nogletal("excel", "--format", "m", *THERE))
        found = re.fullmatch(
            r'let\n    Kilde = Odbc\.DataSource\("(.*)", \[HierarchicalNavigation = true\]\)\nin\n    Kilde\n', text
        )
        assert found is not None
        assert set(odbc_values(found[1])) == ODBC_KEYWORDS

    def test_elsewhere(self, nogletal: Ask) -> None:
        values = odbc_values(fine(nogletal("odbc", "--user", "anna")))
        assert (values["Driver"], values["Uid"], values["SSLmode"]) == ("PostgreSQL Unicode", "anna", "disable")
        assert set(values) == {*ODBC_KEYWORDS, "Uid"}


class TestUrls:
    def test_sqlalchemy_reads_superset_s(self, nogletal: Ask) -> None:
        url = make_url(fine(nogletal("superset", *THERE, "--user", "anna")).strip())
        assert (url.drivername, url.host, url.port, url.database) == ("postgresql+psycopg2", HOST, 15432, "nogletal")
        assert (url.username, url.password, dict(url.query)) == ("anna", None, {"sslmode": "verify-full"})

    def test_sqlalchemy_reads_an_address_of_the_sixth_kind(self, nogletal: Ask) -> None:
        url = make_url(fine(nogletal("superset", "--host", "[2001:db8::7]:15432")).strip())
        assert (url.host, url.port, url.username) == ("2001:db8::7", 15432, None)

    def test_jdbc(self, nogletal: Ask) -> None:
        prefix, _, rest = fine(nogletal("jdbc", *THERE, "--user", "anna")).strip().partition(":")
        url = urlsplit(rest)
        assert (prefix, url.scheme, url.hostname, url.port, url.path) == (
            "jdbc",
            "postgresql",
            HOST,
            15432,
            "/nogletal",
        )
        assert parse_qs(url.query) == {"user": ["anna"], "sslmode": ["verify-full"]}

    def test_dbeaver_and_tableau(self, nogletal: Ask) -> None:
        assert fine(nogletal("dbeaver", *THERE, "--user", "anna")).splitlines() == [
            f"JDBC URL: jdbc:postgresql://{HOST}:15432/nogletal?sslmode=verify-full",
            "Username: anna",
        ]
        assert fine(nogletal("tableau", *THERE)).splitlines() == [
            f"Server: {HOST}", "Port: 15432", "Database: nogletal", "Authentication: Username and Password",
            "Require SSL: yes",
        ]  # fmt: skip


def keywords(text: str) -> dict[str, str]:
    """libpq's, none of which is quoted here."""
    return dict(part.split("=") for part in text.split(" "))


def test_python_is_a_program_that_asks_for_the_password(nogletal: Ask) -> None:
    tree = ast.parse(fine(nogletal("python", *THERE, "--user", "anna")))
    [call] = [one for one in ast.walk(tree) if isinstance(one, ast.Call) and ast.unparse(one.func) == "psycopg.connect"]
    assert isinstance(call.args[0], ast.Constant)
    assert keywords(str(call.args[0].value)) == {
        "host": HOST, "port": "15432", "dbname": "nogletal", "user": "anna", "sslmode": "verify-full",
    }  # fmt: skip
    assert [(one.arg, ast.unparse(one.value)) for one in call.keywords] == [("password", "getpass.getpass()")]


@contextmanager
def listening(answer: bytes) -> Iterator[tuple[int, list[bytes]]]:
    """A port, and the packets that a client opens with: the request for TLS is answered, the start-up ends it."""
    heard: list[bytes] = []

    def take() -> None:
        connection, _ = server.accept()
        with connection:
            while True:
                head = connection.recv(4, socket.MSG_WAITALL)
                if len(head) < 4:
                    return
                heard.append(connection.recv(struct.unpack("!i", head)[0] - 4, socket.MSG_WAITALL))
                if heard[-1] != SSL_REQUEST:
                    return
                connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(60)
        thread = threading.Thread(target=take)
        thread.start()
        yield server.getsockname()[1], heard
        thread.join()


SSL_REQUEST = struct.pack("!i", 80877103)


@pytest.mark.real_client("psql")
class TestPsql:
    def run(self, line: str) -> str:
        command = [*shlex.split(line), "--no-password", "--no-psqlrc", "--command", "select 1"]
        return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False).stderr

    def test_psql_goes_where_it_is_told(self, nogletal: Ask) -> None:
        with listening(b"N") as (port, heard):
            self.run(fine(nogletal("psql", "--host", f"127.0.0.1:{port}", "--user", "anna")))
        [start] = heard
        values = start[4:].split(b"\0")
        found = dict(zip(values[::2], values[1::2], strict=False))
        assert start[:4] == struct.pack("!i", 196608)
        assert (found[b"user"], found[b"database"]) == (b"anna", b"nogletal")

    def test_with_tls_nothing_is_said_in_the_clear(
        self, nogletal: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PGSSLROOTCERT", str(tmp_path / "root.crt"))
        (tmp_path / "root.crt").touch()
        with listening(b"N") as (port, heard):
            told = self.run(fine(nogletal("psql", "--host", f"127.0.0.1:{port}", "--user", "anna", "--tls")))
        assert heard == [SSL_REQUEST]
        assert "does not support SSL" in told


@pytest.mark.real_client("psql")
def test_psql_asks_the_demo(nogletal: Ask, demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGPASSWORD", "demo")
    server = Server("--demo", "--database", demo_database)
    try:
        [place] = [re.search(r"127\.0\.0\.1:\d+", line) for line in server.printed if line.startswith("  SQL ")]
        assert place is not None
        line = fine(nogletal("psql", "--host", place[0], "--user", "direktion"))
        asked = ("--command", "select 1 as et", "--tuples-only", "--no-align", "--no-psqlrc")
        told = subprocess.run([*shlex.split(line), *asked], capture_output=True, text=True, timeout=60, check=True)
        assert told.stdout == "1\n"
    finally:
        server.stop()


class TestWhere:
    def test_as_set(self, nogletal: Ask, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        assert fine(nogletal("psql")) == 'psql "host=127.0.0.1 port=15432 dbname=nogletal sslmode=disable"\n'
        config = tmp_path / "nogletal.toml"
        config.write_text('sql = "localhost:6543"\n', "utf-8")
        assert "host=localhost port=6543" in fine(nogletal("psql", "--config", config))
        monkeypatch.setenv("NOGLETAL_SQL", "10.1.2.3:7654")
        text = fine(nogletal("psql"))
        assert "host=10.1.2.3 port=7654" in text
        assert "sslmode=verify-full" in text

    @pytest.mark.parametrize("place", ["0.0.0.0:15432", "[::]:15432", "127.0.0.1:0"])
    def test_where_a_server_listens_is_no_address(
        self, nogletal: Ask, monkeypatch: pytest.MonkeyPatch, place: str
    ) -> None:
        monkeypatch.setenv("NOGLETAL_SQL", place)
        assert refused(nogletal("psql")) == (
            f"P143 '{place}' is where the server listens, and no address that a client can connect to.\n"
            "    Name one: --host HOST:PORT.\n"
        )
        assert "host=localhost port=5" in fine(nogletal("psql", "--host", "localhost:5"))

    @pytest.mark.parametrize("text", ["localhost", "localhost:", ":5", "a:b", "a b:5", 'a";b:5', "a{:5", "a:99999"])
    def test_no_address(self, nogletal: Ask, text: str) -> None:
        assert refused(nogletal("excel", "--host", text)).startswith("P143 ")

    @pytest.mark.parametrize("name", ["Anna", "anna;Pwd=x", "an na", "a" * 64, "", "oidc:7"])
    def test_no_user_s_name(self, nogletal: Ask, name: str) -> None:
        assert refused(nogletal("odbc", "--user", name)).startswith("P143 --user ")

    def test_what_goes_together(self, nogletal: Ask) -> None:
        assert "It takes pbids or m." in refused(nogletal("powerbi", "--format", "text"))
        assert "P143 --format m is not for psql." in refused(nogletal("psql", "--format", "m"))
        for words in (("psql", "--mode", "import"), ("powerbi", "--format", "m", "--mode", "import")):
            answer = nogletal(*words)
            assert answer.exit_code == 2
            assert "--mode goes with powerbi" in answer.stderr
        assert "is not one of 'powerbi', 'excel'" in nogletal("crystal").stderr


def test_help_names_what_there_is() -> None:
    assert set(connect.TARGETS) == set(connections.FORMS)
    assert set(connect.FORMATS) == {name for forms in connections.FORMS.values() for name in forms}


@pytest.mark.parametrize("target", connect.TARGETS)
def test_no_text_has_a_place_for_a_password(nogletal: Ask, target: str) -> None:
    for form in connections.FORMS[target]:
        text = fine(nogletal(target, "--user", "anna", "--format", form)).lower()
        assert (
            re.findall(r"pwd|passwor[dt](?!=getpass\.getpass\(\))|anna:", text.replace("username and password", ""))
            == []
        )
