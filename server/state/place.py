"""Where the state lies, as the settings say it; nothing is opened here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

SQLITE = "sqlite:///"
SCHEMES = ("postgresql", "postgresql+pg8000")
FORMS = "sqlite:///FILE, or postgresql://USER@HOST:PORT/DATABASE"


@dataclass(frozen=True)
class StatePlace:
    """A SQLite file or a PostgreSQL database, whether or not it is there yet; its password has a file of its own."""

    url: str
    password_file: Path | None = None

    @property
    def file(self) -> Path | None:
        """The SQLite file, or None for PostgreSQL."""
        return Path(self.url.removeprefix(SQLITE)) if self.url.startswith(SQLITE) else None

    def __str__(self) -> str:
        return self.url


def state_url(text: str) -> str:
    """The address in full. Raises ValueError for what is none, and for one that holds a password."""
    if text.startswith(SQLITE):
        if text.removeprefix(SQLITE) in ("", ":memory:") or "?" in text:
            raise ValueError(f"write {FORMS}")
        return text
    parts = urlsplit(text)
    if parts.scheme not in SCHEMES or not parts.username or not parts.hostname or not parts.path.strip("/"):
        raise ValueError(f"write {FORMS}")
    if parts.password is not None:
        raise ValueError("keep the password out of it: name a file that holds it in 'state_password_file'")
    if parse_qs(parts.query, keep_blank_values=True) not in ({}, {"sslmode": ["verify-full"]}):
        raise ValueError("the only option is ?sslmode=verify-full")
    return text


def below(folder: Path, url: str) -> str:
    """The address with the SQLite file's path relative to the folder."""
    return f"{SQLITE}{folder / url.removeprefix(SQLITE)}" if url.startswith(SQLITE) and url != SQLITE else url
