"""What an edition says of itself: of which day it is, what it holds, and the checksum of every file of it."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from semantic.errors import Problem, UnsupportedError

MANIFEST, SEAL = "edition.json", "edition.seal"
MODEL = "model"  # the folder of the definitions as they were
KEPT = ("validering", "tjekliste")  # tables of the state that are held as they stood, each in `name.arrow`
LISTS = ("cubes", "flags", "members")
BLOCK = 1 << 20

Seal = Callable[[bytes], str]
"""A signature of the manifest with a key that is kept elsewhere, so that who alters files and manifest is found."""


@dataclass(frozen=True)
class Manifest:
    """`as_of` is the day that was asked for, None for what was there. `cubes` are those whose rows are held,
    and `flags` those that are there to tell whose address is protected, and for nothing else. `members` are what can be
    asked of those rows, as `view.member`.

    `files` are the SHA-256 of each file by its path in the edition, `answers` those of what the local operator is
    answered to the declared questions, and `databases` the file of each database of the model.
    """

    name: str
    as_of: str | None
    created: str
    created_by: str
    model_version: str
    data_version: int
    sources: Mapping[str, str]
    cubes: tuple[str, ...]
    flags: tuple[str, ...]
    members: tuple[str, ...]
    databases: Mapping[str, str]
    files: Mapping[str, str]
    answers: Mapping[str, str]

    def written(self) -> bytes:
        return (json.dumps(asdict(self), ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def write_manifest(folder: Path, manifest: Manifest, seal: Seal) -> None:
    text = manifest.written()
    (folder / MANIFEST).write_bytes(text)
    (folder / SEAL).write_text(f"{seal(text)}\n", "ascii")


def read_manifest(folder: Path, seal: Seal) -> Manifest:
    """The manifest as it was sealed. Raises UnsupportedError (U462) where it is missing or altered."""
    try:
        text, sealed = (folder / MANIFEST).read_bytes(), (folder / SEAL).read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        raise altered(folder.name, MANIFEST) from None
    if not hmac.compare_digest(seal(text), sealed):
        raise altered(folder.name, MANIFEST)
    found = json.loads(text)
    lists = {key: tuple(found.get(key, ())) for key in LISTS}
    return Manifest(**{**found, **lists})


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raises UnsupportedError (U462) naming the first file that is altered, missing, or one too many."""
    if (name := wrong_file(folder, manifest)) is not None:
        raise altered(folder.name, name)


def wrong_file(folder: Path, manifest: Manifest) -> str | None:
    """The first file that is altered, missing, or one too many."""
    there = files_of(folder)
    for name in sorted({*there, *manifest.files}):
        if name not in there or name not in manifest.files or digest(folder / name) != manifest.files[name]:
            return name
    return None


def files_of(folder: Path) -> tuple[str, ...]:
    """Every file of the edition but the manifest and its seal, by its path in the folder."""
    found = (str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file())
    return tuple(sorted(name for name in found if name not in (MANIFEST, SEAL)))


def digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            found.update(block)
    return found.hexdigest()


def altered(name: str, file: str | None = None) -> UnsupportedError:
    which = f"'{file}'" if file else "a file"
    message = f"The edition '{name}' is not as it was made: {which} is altered, missing or one too many."
    return UnsupportedError(Problem("U462", message, "Put the edition back from a copy; it cannot be made again."))
