"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

SHARED, PRIVATE = 0o666, 0o600  # less what the user's mask takes away


@contextmanager
def whole_file(out: Path, mode: int = SHARED) -> Iterator[BinaryIO]:
    """To be written in the block. It is under its name when the block ends well; else what was there is as it was.

    A pipe or a device is written to as it is. Raises OSError.
    """
    if out.exists() and not out.is_file():
        with out.open("wb") as file:
            yield file
        return
    out = out.resolve()
    part = out.with_name(f".{out.name[:200]}.{secrets.token_hex(4)}")
    before = stat.S_IMODE(out.stat().st_mode) if out.exists() else None
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
            yield file
        if before is not None:
            part.chmod(before & mode)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
