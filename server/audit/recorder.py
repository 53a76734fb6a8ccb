"""Questions → records: what is written of each, personal values under a key only, and whether it is there to stay."""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import secrets
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from zoneinfo import ZoneInfo

from semantic.audit.asked import Asked, Filtered
from semantic.audit.auditor import Opening
from semantic.audit.chain import Head
from semantic.filters import OPERATORS
from server.audit.chain_file import Body, ChainFile, Keeping, open_chain, sweep
from server.audit.folder import PRIVATE_FILE, PRIVATE_FOLDER
from server.audit.writer import Entry, Writer
from server.settings import AuditSettings

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
KEY_BYTES = 32
PSEUDONYM_LENGTH = 24  # hexadecimal digits
MOST_LETTERS = 200  # of a value
MOST_VALUES = 100  # of a filter; how many there were is written beside them
PATIENCE = 30.0  # seconds for which a question waits for the disk
log = logging.getLogger("nogletal")


def utc_now() -> datetime:
    return datetime.now(UTC)


class Recorder:
    """Keeps the records of all interfaces of this process; `over` is the auditor of one of them."""

    def __init__(self, keeping: Keeping, key_file: Path, now: Callable[[], datetime] = utc_now) -> None:
        self._keeping, self._key_file, self._now = keeping, key_file, now
        self._key: bytes | None = None
        self._swept: date | None = None
        self._numbers = count(secrets.randbits(63))
        with suppress(OSError):  # the writer tells of a folder that is not there
            keeping.folder.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        self.writer = Writer(self._open, lambda lost, why: self.stamped("resumed", {"lost": lost, "fault": why}))

    def _open(self, known: Mapping[str, Head]) -> ChainFile:
        self._key = self._key or read_key(self._key_file)
        if self._swept != self._today():
            sweep(self._keeping, self.stamped, self._today)
            self._swept = self._today()
        return open_chain(self._keeping, self.stamped, self._today, known)

    def _today(self) -> date:
        return self._now().astimezone(COPENHAGEN).date()

    def stamped(self, event: str, about: Body) -> Body:
        """A record of the event, now."""
        return {"time": self._now(), "event": event, **about}

    def identifier(self) -> str:
        """Of one question. To ask the system for chance each time would let go of the interpreter in its middle."""
        return f"{next(self._numbers):016x}"

    def over(self, interface: str, on_behalf: str | None = None) -> Auditing:
        """The auditor of an interface; `on_behalf` is who asks there as somebody else."""
        return Auditing(self, interface, on_behalf)

    def pseudonym(self, member: str, value: object) -> str:
        """Stands for the value: the same for the same value of the same member, and telling nothing without the key."""
        if self._key is None:
            return "hmac:"  # it will not be written: there is no chain without a key
        said = f"{member}\x00{type(value).__name__}\x00{value}".encode()
        return f"hmac:{hmac.new(self._key, said, hashlib.sha256).hexdigest()[:PSEUDONYM_LENGTH]}"

    @property
    def fault(self) -> str | None:
        """Why nothing can be written; None where all is well."""
        return self.writer.fault

    def close(self) -> None:
        self.writer.close()


@dataclass(frozen=True)
class Auditing:
    """The auditor of one interface."""

    recorder: Recorder
    interface: str
    on_behalf: str | None = None

    def opened(self, asked: Asked) -> Opening:
        recorder = self.recorder
        try:
            identifier = recorder.identifier()
            about = {"id": identifier, "interface": self.interface, "asked_by": asked.asked_by or self.on_behalf}
            told = recorder.stamped("asked", about | body_of(asked, recorder.pseudonym))
            return Kept(recorder, identifier, recorder.writer.put(told))
        except Exception:
            log.exception("audit: a question could not be told")
            return Unwritten()


class Unwritten:
    """In place of a record that could not be made."""

    def durable(self) -> bool:
        return False

    def close(self, rows: int, outcome: str, milliseconds: float) -> None:
        return None


@dataclass(slots=True)
class Kept:
    """A record that was opened, to be closed once."""

    recorder: Recorder
    identifier: str
    entry: Entry
    closed: bool = False

    def durable(self) -> bool:
        return self.recorder.writer.keep(self.entry, PATIENCE)

    def close(self, rows: int, outcome: str, milliseconds: float) -> None:
        if self.closed:
            return
        self.closed = True
        about = {"id": self.identifier, "rows": rows, "outcome": outcome, "milliseconds": round(milliseconds, 3)}
        self.recorder.writer.put(self.recorder.stamped("closed", about))


def body_of(asked: Asked, pseudonym: Callable[[str, object], str]) -> dict[str, object]:
    """What is written of a question. Words that the model does not have may be anything, and are never written."""
    written = {"written": asked.written} if asked.written else {}
    return {
        "subject": asked.subject,
        "roles": asked.roles,
        "purpose": asked.purpose,
        "decision": asked.decision,
        "codes": asked.codes,
        "members": asked.members,
        "unknown": [pseudonym("", name) for name in asked.unknown[:MOST_VALUES]],
        "filters": [filter_of(one, pseudonym, one.member in asked.unknown) for one in asked.filters],
        "ungrouped": asked.ungrouped,
        "personal": asked.personal,
        "scope": asked.scope,
        "grants": asked.grants,
        "fingerprint": asked.fingerprint,
        "policies": asked.policies,
        "model": asked.model_version,
        "data": asked.data_version,
        **written,
    }


def open_recorder(settings: AuditSettings) -> Recorder:
    """Who keeps the record of what is asked. Where it cannot be written, the recorder says so; it tries again."""
    return Recorder(Keeping(settings.folder, settings.file_bytes, settings.days), settings.key_file)


def filter_of(one: Filtered, pseudonym: Callable[[str, object], str], unknown: bool) -> Body:
    values = one.values[:MOST_VALUES]
    shown = [pseudonym(one.member, value) if one.personal else str(value)[:MOST_LETTERS] for value in values]
    member = pseudonym("", one.member) if unknown else one.member
    operator = one.operator if one.operator in OPERATORS else "?"
    found: dict[str, object] = {"member": member, "operator": operator, "values": shown}
    if len(one.values) > len(values):
        found["count"] = len(one.values)
    return found


def read_key(file: Path) -> bytes:
    """The key of the pseudonyms, made where there is none yet. Raises OSError."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
    except FileExistsError:
        key = file.read_bytes()
        if len(key) < KEY_BYTES:
            raise OSError(f"the key in {file.name} is too short") from None
        return key
    with os.fdopen(descriptor, "wb") as made:
        key = secrets.token_bytes(KEY_BYTES)
        made.write(key)
        made.flush()
        os.fsync(made.fileno())
    return key
