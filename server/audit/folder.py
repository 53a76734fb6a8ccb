"""The files of the audit: `01-000000000001-2026-11-29.jsonl` is of chain 01, from record 1 on, begun on that day."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

NAME = re.compile(r"(\d{2,4})-(\d{12,15})-(\d{4}-\d{2}-\d{2})\.jsonl")
MOST_CHAINS = 9_999
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


@dataclass(frozen=True, order=True)
class AuditFile:
    """A file of a chain; sorted, those of one chain follow each other."""

    chain: str
    first: int
    day: date
    path: Path

    @property
    def name(self) -> str:
        return self.path.name

    def lines(self) -> Iterator[bytes]:
        """Its lines with their endings. Raises OSError."""
        with self.path.open("rb") as file:
            yield from file


def files_of(folder: Path) -> tuple[AuditFile, ...]:
    """Every file of every chain, in order. Raises OSError where there is no folder."""
    found = []
    for name in os.listdir(folder):
        if match := NAME.fullmatch(name):
            found.append(AuditFile(match[1], int(match[2]), date.fromisoformat(match[3]), folder / name))
    return tuple(sorted(found))


def chains_of(folder: Path) -> Mapping[str, tuple[AuditFile, ...]]:
    """The files by chain."""
    found: dict[str, list[AuditFile]] = {}
    for file in files_of(folder):
        found.setdefault(file.chain, []).append(file)
    return {chain: tuple(files) for chain, files in found.items()}


def file_name(chain: str, first: int, day: date) -> str:
    """
    >>> file_name("01", 1, date(2026, 11, 29))
    '01-000000000001-2026-11-29.jsonl'
    """
    return f"{chain}-{first:012d}-{day.isoformat()}.jsonl"


def sync_folder(folder: Path) -> None:
    """A file that was made or removed is so for good. Raises OSError."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
