"""A piece of shared memory for each worker: it writes what all may read."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import Any

SHEET_BYTES = 65_536
LOOKS = 5
HEAD = struct.Struct("!II")  # how long the content is, and its checksum


@dataclass(frozen=True)
class Sheets:
    """The sheets of all workers, one after the other."""

    memory: Any  # bytes that can be written

    @staticmethod
    def size(workers: int) -> int:
        return workers * SHEET_BYTES

    def write(self, worker: int, content: bytes) -> None:
        """In place of what stood there. What is too long for a sheet is left out."""
        written = HEAD.pack(len(content), zlib.crc32(content)) + content
        if len(written) <= SHEET_BYTES:
            memoryview(self.memory).cast("B")[worker * SHEET_BYTES :][: len(written)] = written

    def read(self, worker: int) -> bytes | None:
        """What stands there, looked at again where it is just being written; None where nothing does."""
        for _ in range(LOOKS):
            sheet = bytes(memoryview(self.memory).cast("B")[worker * SHEET_BYTES :][:SHEET_BYTES])
            length, checksum = HEAD.unpack_from(sheet)
            content = sheet[HEAD.size :][:length]
            if length and zlib.crc32(content) == checksum:
                return content
        return None
