"""One chain at its end: where the next records go. Held by one process at a time, which continues what another left."""

from __future__ import annotations

import fcntl
import hashlib
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from semantic.audit.chain import RETIRED, Head, Sealed, seal, unseal
from server.audit.folder import (
    MOST_CHAINS,
    PRIVATE_FILE,
    AuditFile,
    chains_of,
    file_name,
    sync_folder,
)

LOOK_AGAIN = 0.25  # seconds
BLOCK = 65_536
MOST_LINE = 4_000_000  # bytes; a record is far shorter
Body = Mapping[str, object]
Stamped = Callable[[str, Body], Body]  # an event of the chain's own, with its time


class ChainBrokenError(OSError):
    """The chain's last whole record is not as it was written: nothing may follow it."""


@dataclass(frozen=True)
class Keeping:
    """Where records are kept, how large a file grows, and for how many days it stays."""

    folder: Path
    file_bytes: int
    days: int


class ChainFile:
    """A chain that is held: `append` writes records after its head, durably or not at all."""

    def __init__(self, chain: str, lock: int, keeping: Keeping, stamped: Stamped, today: Callable[[], date],
                 known: Head | None = None) -> None:  # fmt: skip
        self.chain, self._lock, self._keeping, self._stamped, self._today = chain, lock, keeping, stamped, today
        self._descriptor, self._size, self._day, self._looked = -1, 0, today(), 0.0
        self._path = keeping.folder
        try:
            self.head, events = self._continued(known)
            if events:
                self.append(events)
        except BaseException:
            self.close()
            raise

    def _continued(self, known: Head | None) -> tuple[Head, list[Body]]:
        """The head that is found, or the known one where records after it are gone; what was cut to find it."""
        head, events = Head(), []
        for file in reversed(chains_of(self._keeping.folder).get(self.chain, ())):
            last, torn = tail_of(file)
            if torn:
                cut(file.path, len(torn))
                digest = hashlib.sha256(torn).hexdigest()
                events.append(self._stamped("cut", {"file": file.name, "bytes": len(torn), "sha256": digest}))
            if self._descriptor < 0:
                self._take(file.path, file.day)
            if last is not None:
                head = Head(last.sequence, last.hash)
                break
        return (known if known is not None and known.sequence > head.sequence else head), events

    def _take(self, path: Path, day: date) -> None:
        """Every write to it is on the disk when it returns: writing and syncing is one call."""
        self._descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_DSYNC, PRIVATE_FILE)
        self._size, self._path, self._day = os.fstat(self._descriptor).st_size, path, day

    def append(self, bodies: Sequence[Body]) -> None:
        """The records after the head, in one write that is synced. Raises OSError, and then none of them is there.

        On a new day what is older than it is kept is retired; that is all that an append of nothing does.
        """
        self._turn()
        if not bodies:
            return
        self._check_place()
        head, lines = self.head, []
        for body in bodies:
            line, head = seal(body, head)
            lines.append(line)
        try:
            write_all(self._descriptor, b"".join(lines))
        except OSError:
            os.ftruncate(self._descriptor, self._size)
            raise
        self._size += sum(map(len, lines))
        self.head = head

    def _turn(self) -> None:
        """Another file where this one is full or of another day, or where there is none."""
        today = self._today()
        if self._descriptor >= 0 and self._size < self._keeping.file_bytes and self._day == today:
            return
        path = self._keeping.folder / file_name(self.chain, self.head.sequence + 1, today)
        former, turned = self._descriptor, self._day != today
        self._take(path, today)
        if former >= 0:
            os.close(former)
        sync_folder(self._keeping.folder)
        if turned:
            self._retire()

    def _check_place(self) -> None:
        """Raises OSError where the file is no longer the one of its name: what is written to it would be lost.

        Looked at again after a moment only: each look costs a busy server a turn of its threads.
        """
        if time.monotonic() - self._looked < LOOK_AGAIN:
            return
        self._looked = time.monotonic()
        if not self.is_held:
            raise OSError(f"{self._keeping.folder.name} is not the folder that it was")
        there, held = os.stat(self._path), os.fstat(self._descriptor)
        if (there.st_ino, there.st_dev) != (held.st_ino, held.st_dev) or held.st_size != self._size:
            raise OSError(f"{self._path.name} was replaced or changed while it was written")

    def _retire(self) -> None:
        """Deletes what is older than it is kept. The chain says so first, so that it can still be followed."""
        before = self._today() - timedelta(days=self._keeping.days)
        files = chains_of(self._keeping.folder).get(self.chain, ())
        old = [file for file in files if file.day < before and file.path != self._path]
        last = next((found for file in reversed(old) if (found := tail_of(file)[0]) is not None), None)
        if last is None:
            return
        about = {"files": [file.name for file in old], "through": last.sequence, "through_hash": last.hash}
        self.append([self._stamped(RETIRED, about)])
        for file in old:
            file.path.unlink(missing_ok=True)
        sync_folder(self._keeping.folder)

    @property
    def is_held(self) -> bool:
        """Whether the lock is still the one of its name; a folder that was made anew has another."""
        try:
            there, held = os.stat(lock_path(self._keeping.folder, self.chain)), os.fstat(self._lock)
        except OSError:
            return False
        return (there.st_ino, there.st_dev) == (held.st_ino, held.st_dev)

    def close(self) -> None:
        """Lets another process have the chain."""
        for descriptor in (self._descriptor, self._lock):
            if descriptor >= 0:
                os.close(descriptor)
        self._descriptor = self._lock = -1


def open_chain(keeping: Keeping, stamped: Stamped, today: Callable[[], date], known: Mapping[str, Head]) -> ChainFile:
    """The first chain that no other process holds and whose end is sound. Raises OSError."""
    for number in range(1, MOST_CHAINS + 1):
        chain = f"{number:02d}"
        lock = locked(keeping.folder, chain)
        if lock is None:
            continue
        try:
            return ChainFile(chain, lock, keeping, stamped, today, known.get(chain))
        except ChainBrokenError:
            continue
    raise OSError("no chain is free")


def sweep(keeping: Keeping, stamped: Stamped, today: Callable[[], date]) -> None:
    """Retires what is too old in chains that nobody holds. Raises OSError."""
    before = today() - timedelta(days=keeping.days)
    for chain, files in chains_of(keeping.folder).items():
        lock = locked(keeping.folder, chain) if files[0].day < before else None
        if lock is None:
            continue
        with suppress(ChainBrokenError):
            held = ChainFile(chain, lock, keeping, stamped, today)
            try:
                held.append([])
            finally:
                held.close()


def lock_path(folder: Path, chain: str) -> Path:
    return folder / f"{chain}.lock"


def locked(folder: Path, chain: str) -> int | None:
    """The lock of the chain, gone with its process; None where another holds it."""
    descriptor = os.open(lock_path(folder, chain), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    return descriptor


def tail_of(file: AuditFile) -> tuple[Sealed | None, bytes]:
    """The last whole record, and what stands torn after it. Raises ChainBrokenError, OSError."""
    end = b""
    for block in blocks_from_end(file.path):
        end = block + end
        if end.rstrip(b"\n").count(b"\n") >= 2 or len(end) > MOST_LINE:
            break
    whole, newline, torn = end.rpartition(b"\n")
    if not newline:
        return None, torn
    last = unseal(whole.rpartition(b"\n")[2] + b"\n")
    if last is None:
        raise ChainBrokenError(f"the last record of {file.name} was changed")
    return last, torn


def blocks_from_end(path: Path) -> Iterator[bytes]:
    """The file's bytes in blocks, the last block first."""
    with path.open("rb") as file:
        place = file.seek(0, os.SEEK_END)
        while place > 0:
            size = min(BLOCK, place)
            place = file.seek(place - size)
            yield file.read(size)


def cut(path: Path, count: int) -> None:
    """Takes so many bytes off the file's end."""
    descriptor = os.open(path, os.O_WRONLY)
    try:
        os.ftruncate(descriptor, os.fstat(descriptor).st_size - count)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_all(descriptor: int, text: bytes) -> None:
    """Raises OSError where not all of it can be written."""
    view = memoryview(text)
    while view:
        view = view[os.write(descriptor, view) :]
