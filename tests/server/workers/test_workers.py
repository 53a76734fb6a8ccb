"""Two workers in processes of their own answer as one server: SQL and HTTP, each with its own chain of records."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import socket
import struct
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import duckdb
import httpx
import pg8000.native
import pytest

from server.audit.read import questions
from server.audit.verify import verify
from server.departure import GRACE_SECONDS
from tests.server.postgres.protocol.raw import Raw, connect, logged_in, query
from tests.server.process import COMMAND, ROOT, Server
from tests.worlds import open_policies

MODEL = """\
cubes:
  - name: orders
    sql_table: main.orders
    dimensions: [{name: id, sql: id, type: number, primary_key: true, public: true}]
    measures: [{name: number, type: count}]
  - name: endless
    sql_table: main.endless
    dimensions: [{name: rest, type: number, sql: rest}]
    measures: [{name: total, type: sum, sql: rest}]
"""
ENDLESS = "CREATE VIEW endless AS SELECT range % 7 AS rest FROM range(100000000000000)"
NUMBER = "select number from orders"
Sessions = dict[int, pg8000.native.Connection]
SOON = 30.0  # seconds in which a worker is there again, on a busy machine
WORKER_BITS = 22


@dataclass(frozen=True)
class House:
    """A folder with model, data, policies and records, and the server over it."""

    folder: Path
    server: Server

    @property
    def address(self) -> tuple[str, int]:
        [found] = re.findall(r"PostgreSQL +(postgresql://\S+)", "".join(self.server.printed))
        parts = urlsplit(found)
        assert parts.hostname is not None
        assert parts.port is not None
        return parts.hostname, parts.port

    @property
    def audit(self) -> Path:
        return self.folder / "audit"

    def session(self) -> pg8000.native.Connection:
        host, port = self.address
        return pg8000.native.Connection("direktion", password="demo", host=host, port=port, database="nogletal")

    @contextmanager
    def sessions(self) -> Iterator[Sessions]:
        """One at each worker."""
        found: Sessions = {}
        while len(found) < 2:
            one = self.session()
            if found.setdefault(worker_of(one), one) is not one:
                one.close()
                time.sleep(0.05)
        try:
            yield found
        finally:
            for one in found.values():
                with suppress(pg8000.exceptions.InterfaceError, OSError):  # its worker may have ended
                    one.close()

    def workers(self) -> int:
        """How many serve; 0 where the one that was asked ended meanwhile."""
        try:
            text = self.server.http.get("/metrics").text
        except httpx.TransportError:
            return 0
        return int(re.findall(r"^nogletal_workers (\d+)$", text, re.MULTILINE)[0])

    def processes(self) -> list[int]:
        return children_of(self.server.process.pid)


def worker_of(session: pg8000.native.Connection) -> int:
    return int(session.run("select pg_backend_pid()")[0][0]) >> WORKER_BITS


def children_of(process: int) -> list[int]:
    """The workers of a supervisor: what it started that has a group of its own."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return [int(one) for one in found if os.getsid(int(one)) == int(one)]


def until(so: Callable[[], bool], seconds: float = SOON) -> None:
    end = time.monotonic() + seconds
    while not so():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.1)


def gone(process: int) -> bool:
    """Whether it has ended, also where nobody has asked how."""
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(") ")[2][0] == "Z"
    except FileNotFoundError:
        return True


def write(file: Path, rows: int) -> None:
    """The new file takes the old one's place at once, as a load does it."""
    fresh = file.with_suffix(".fresh")
    with duckdb.connect(str(fresh)) as connection:
        connection.execute(f"CREATE TABLE orders AS SELECT i::INTEGER AS id FROM range({rows}) AS r(i)")
        connection.execute(ENDLESS)
    os.replace(fresh, file)


def opened(folder: Path) -> House:
    """The server over a new folder."""
    (folder / "model").mkdir()
    (folder / "model" / "orders.yml").write_text(MODEL, "utf-8")
    shutil.copytree(open_policies(folder / "model"), folder / "access_policies")
    write(folder / "shop.duckdb", 3)
    (folder / "nogletal.toml").write_text(
        'model = "model"\ndemo = true\nworkers = 2\nstate = "sqlite:///state.db"\n[databases]\nshop = "shop.duckdb"\n'
        f'[audit]\nfolder = "{folder}/audit"\nkey_file = "{folder}/audit.key"\n', "utf-8",
    )  # fmt: skip
    with pytest.MonkeyPatch.context() as patch:  # variables would beat the file
        for name in ("NOGLETAL_AUDIT_FOLDER", "NOGLETAL_AUDIT_KEY_FILE"):
            patch.delenv(name)
        return House(folder, Server("--config", folder / "nogletal.toml"))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    found = opened(tmp_path_factory.mktemp("workers"))
    yield found
    assert found.server.stop().endswith("Stopped.\n")  # Ctrl-C
    assert found.server.process.returncode == 0


@pytest.fixture
def own(tmp_path: Path) -> Iterator[House]:
    """One to be ended by the test."""
    found = opened(tmp_path)
    yield found
    found.server.process.kill()
    found.server.rest()


@pytest.fixture(autouse=True)
def all_serve(house: House) -> None:
    until(lambda: house.workers() == 2)


@pytest.fixture
def sessions(house: House) -> Iterator[Sessions]:
    with house.sessions() as found:
        yield found


def test_both_answer_and_each_keeps_a_chain_of_its_own(house: House) -> None:
    ten = [house.session() for _ in range(10)]
    assert Counter(map(worker_of, ten)) == {0: 5, 1: 5}
    before = {one.asked["id"] for one in questions(house.audit)}
    answers = {one.run(NUMBER)[0][0] for one in ten}
    assert len(answers) == 1
    for one in ten:
        one.close()
    until(lambda: len(closed(house, before)) == 10)
    assert sorted(Counter(one.chain for one in closed(house, before)).values()) == [5, 5]
    assert verify(house.audit).faults == ()


def closed(house: House, before: set[str]) -> list[object]:
    return [one for one in questions(house.audit) if one.asked["id"] not in before and one.closed]


def test_figures_are_those_of_both(house: House) -> None:
    def counted() -> int:
        text = house.server.http.get("/metrics").text
        return sum(map(int, re.findall(r'nogletal_requests_total\{path="/livez".* (\d+)', text)))

    before = counted()
    for _ in range(20):
        with closing(house.server.connect()) as one:  # a connection each, so that both are asked
            one.sendall(b"GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
            assert one.recv(100).startswith(b"HTTP/1.1 200")
    until(lambda: counted() == before + 20)


def raw(house: House) -> tuple[Raw, int, bytes]:
    client = logged_in(house.address, "direktion", "demo", database="nogletal")
    [key] = [told.body for told in client.greeting if told.letter == "K"]
    return client, struct.unpack_from("!i", key)[0], key[4:]


def test_a_cancel_reaches_its_session_whichever_worker_takes_it(house: House) -> None:
    clients = [raw(house) for _ in range(4)]
    assert {process >> WORKER_BITS for _, process, _ in clients} == {0, 1}
    for client, _, _ in clients:
        client.send(query("select rest, total from endless group by rest"))
    for _, process, secret in clients:
        with closing(socket.create_connection(house.address)) as stopper:
            stopper.sendall(struct.pack("!iii", 16, 80877102, process) + secret)
            assert stopper.recv(1) == b""
    for client, _, _ in clients:
        assert client.until("E")[-1].fields["C"] == "57014"
        client.close()


def test_a_worker_that_is_killed_is_started_again_and_the_record_is_whole(house: House, sessions: Sessions) -> None:
    first, second = sorted(house.processes())
    os.kill(first, signal.SIGKILL)
    until(lambda: first not in house.processes())
    answered = Counter(outcome(one) for one in sessions.values())
    assert answered == {"answered": 1, "ended": 1}  # the other's sessions go on, and new ones are taken at once
    with closing(house.session()) as one:
        assert outcome(one) == "answered"
    until(lambda: house.workers() == 2)
    assert second in house.processes()
    assert verify(house.audit).faults == ()
    assert any("ended (exit code -9) and is started again" in line for line in house.server.heard)


def outcome(session: pg8000.native.Connection) -> str:
    try:
        session.run(NUMBER)
    except (pg8000.exceptions.InterfaceError, OSError, struct.error):
        return "ended"
    return "answered"


def numbers(sessions: Sessions) -> set[int]:
    return {one.run(NUMBER)[0][0] for one in sessions.values()}


def test_a_load_is_served_by_both_from_one_moment(house: House, sessions: Sessions) -> None:
    [before] = numbers(sessions)
    write(house.folder / "shop.duckdb", before + 1)
    assert numbers(sessions) == {before}
    house.server.press(signal.SIGHUP)
    until(lambda: sessions[0].run(NUMBER) == [[before + 1]])
    until(lambda: sessions[1].run(NUMBER) == [[before + 1]], seconds=1)


def test_a_faulty_model_is_served_by_neither(house: House, sessions: Sessions) -> None:
    [before] = numbers(sessions)
    broken = house.folder / "model" / "broken.yml"
    broken.write_text("cubes: [{name: 1}]", "utf-8")
    write(house.folder / "shop.duckdb", before + 1)
    try:
        told = len([line for line in house.server.heard if "the old generation serves on" in line])
        house.server.press(signal.SIGHUP)
        until(lambda: len([line for line in house.server.heard if "the old generation serves on" in line]) == told + 2)
        assert numbers(sessions) == {before}
    finally:
        broken.unlink()
    house.server.press(signal.SIGHUP)
    until(lambda: numbers(sessions) == {before + 1})


def test_one_that_is_started_again_serves_no_other_data_than_the_rest(house: House, sessions: Sessions) -> None:
    """New files are there, and nobody has been told: who opens them has all open them."""
    [before] = numbers(sessions)
    write(house.folder / "shop.duckdb", before + 1)
    victim = house.processes()[0]
    os.kill(victim, signal.SIGKILL)
    until(lambda: house.workers() == 2 and victim not in house.processes())
    with house.sessions() as others:
        assert numbers(others) == {before + 1}


def test_policies_that_are_taken_away_give_nothing_at_either(house: House, sessions: Sessions) -> None:
    file = house.folder / "access_policies" / "roles.yml"
    before = file.read_text("utf-8")

    def shown() -> dict[bool, int]:
        return Counter(seen(one) for one in sessions.values())

    assert shown() == {True: 2}
    file.write_text(before.replace("orders.*", "endless.*"), "utf-8")
    try:
        until(lambda: shown() == {False: 2}, seconds=5 + 5)
    finally:
        file.write_text(before, "utf-8")
    until(lambda: shown() == {True: 2})


def seen(session: pg8000.native.Connection) -> bool:
    try:
        session.run(NUMBER)
    except pg8000.exceptions.DatabaseError:
        return False
    return True


def test_a_signal_ends_all_in_order(own: House) -> None:
    """Also one to all processes at once, which is no second one to any; a second one ends the grace."""
    (client, _, _), workers = raw(own), own.processes()
    client.send(query("select rest, total from endless group by rest"))
    with own.sessions() as idle:
        begun = time.monotonic()
        for process in (own.server.process.pid, *workers):
            os.kill(process, signal.SIGTERM)
        assert not select.select([client.socket], [], [], 1.0)[0]
        own.server.press(signal.SIGTERM)
        assert client.until("E")[-1].fields["C"] in ("57014", "57P01")
        assert time.monotonic() - begun < GRACE_SECONDS
        printed = own.server.rest()
        assert {outcome(one) for one in idle.values()} == {"ended"}
    client.close()
    assert own.server.process.returncode == 0
    assert printed.endswith("Stopped.\n")
    assert all(map(gone, workers))
    assert verify(own.audit).faults == ()
    with pytest.raises(ConnectionRefusedError):
        connect(own.address)


def test_workers_leave_when_their_supervisor_is_killed(own: House) -> None:
    workers = own.processes()
    own.server.press(signal.SIGKILL)
    until(lambda: all(map(gone, workers)))
    assert verify(own.audit).faults == ()


def test_what_cannot_be_opened_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    command = [*COMMAND, "--demo", "--workers", "2", "--database", str(tmp_path / "none.duckdb")]
    command += ["--http", "127.0.0.1:0", "--sql", "127.0.0.1:0"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 1
    assert ended.stderr.count("D660 There is no database file") == 1
    assert "Stopped" not in ended.stdout
