"""Where no record can be kept, nothing is told of persons; the rest is answered, and all is well again by itself."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from server.audit import chain_file
from server.audit.recorder import Recorder, open_recorder
from server.audit.verify import verify
from server.main import build_app
from server.settings import AuditSettings, Settings
from tests.audit.asking import NOBODY, PARISHES, PERSONS, asker, kept, note
from tests.server.conftest import Client


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """No file may grow past what there is in the log: each further write fails, as on a full disk."""
    size = max((path.stat().st_size for path in folder.glob("*.jsonl")), default=0)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + 50, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def folder_gone(folder: Path) -> Iterator[None]:
    folder.rename(folder.parent / "elsewhere")
    try:
        yield
    finally:
        (folder.parent / "elsewhere").rename(folder)


@contextmanager
def in_the_way(folder: Path) -> Iterator[None]:
    """A file stands where the folder was."""
    with folder_gone(folder):
        folder.write_text("")
        try:
            yield
        finally:
            folder.unlink()


@pytest.fixture(autouse=True)
def _look_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain_file, "LOOK_AGAIN", 0.0)


WAYS = (small_disk, folder_gone, in_the_way)
Way = Callable[[Path], AbstractContextManager[None]]


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it holds within seconds; the server tries again each second."""
    for _ in range(200):
        if holds():
            return True
        time.sleep(0.05)
    return False


@pytest.mark.parametrize("way", WAYS)
def test_persons_are_refused_and_others_answered(tmp_path: Path, way: Way) -> None:
    with asker(tmp_path) as world:
        assert world.ask(PERSONS) == [(2,)]
        assert world.recorder.fault is None
        with way(world.folder):
            assert world.ask(PERSONS) == "L530"
            assert world.recorder.fault
            assert world.ask(PARISHES) == [(2,)]
            assert world.ask(PERSONS, NOBODY) == "R201"
        assert world.ask(PERSONS) == [(2,)]
        assert world.recorder.fault is None
        world.recorder.close()
        assert verify(world.folder).faults == ()
        assert '"event":"resumed","lost":' in world.text()


def test_a_refused_question_has_left_no_answer_open(tmp_path: Path) -> None:
    """More than may be open at once."""
    with asker(tmp_path) as world:
        world.ask(PERSONS)
        with folder_gone(world.folder):
            assert {str(world.ask(PERSONS)) for _ in range(200)} == {"L530"}
        assert world.ask(PERSONS) == [(2,)]


def test_without_a_key_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "audit.key").write_bytes(b"short")
    with kept(tmp_path) as recorder:
        assert not note(recorder)
        assert recorder.fault == "the key in audit.key is too short"


def test_it_is_well_again_though_nobody_asks(tmp_path: Path) -> None:
    with kept(tmp_path) as recorder:
        with folder_gone(tmp_path / "audit"):
            assert not note(recorder)
        assert eventually(lambda: recorder.fault is None)


def test_what_is_deleted_while_it_is_written_shows(tmp_path: Path) -> None:
    with kept(tmp_path) as recorder:
        note(recorder, "a")
        [file] = (tmp_path / "audit").glob("*.jsonl")
        file.unlink()
        assert not note(recorder, "b")
        assert note(recorder, "c")
    assert verify(tmp_path / "audit").faults == (
        "chain 01: record 2: records 1 to 1 are missing, and no record says that they were retired",
    )


@pytest.fixture
def served(tmp_path: Path, demo_database: Path) -> Iterator[tuple[Client, Recorder]]:
    """The demo under its own policies, audited."""
    recorder = open_recorder(AuditSettings(folder=tmp_path / "audit", key_file=tmp_path / "audit.key"))
    client = Client(build_app(Settings(demo=True, databases={"demo": demo_database}), recorder=recorder))
    yield client, recorder
    client.close()
    recorder.close()


@pytest.mark.parametrize("way", WAYS)
def test_a_server_says_so_and_recovers(served: tuple[Client, Recorder], tmp_path: Path, way: Way) -> None:
    client, recorder = served
    persons, nobody = {"measures": ["ydelse.antal_ydelser"]}, {"measures": ["regnskab.udgift_kr"]}
    assert client.load(persons).status_code == 200
    assert client.get("/readyz").json() == {"health": "HEALTH"}
    with way(tmp_path / "audit"):  # type: ignore[attr-defined]
        answer = client.load(persons)
        assert (answer.status_code, answer.json()["code"]) == (503, "L530")
        assert answer.json()["dansk"] == "Spørgsmålet kan ikke registreres."
        assert answer.headers["retry-after"]
        assert client.load(nobody).status_code == 200
        ready = client.get("/readyz")
        assert (ready.status_code, ready.json()["health"]) == (503, "DOWN")
        assert ready.json()["reason"].startswith("audit: ")
        assert str(tmp_path) not in ready.text
        assert client.get("/healthz").status_code == 200
    assert eventually(lambda: client.get("/readyz").status_code == 200)
    assert client.load(persons).status_code == 200
    assert recorder.fault is None
