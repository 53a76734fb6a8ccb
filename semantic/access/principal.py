"""Who asks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

Attribute = str | int | tuple[str, ...] | tuple[int, ...]


def as_attribute(written: str | int | Sequence[str | int]) -> Attribute:
    """The value as a principal holds it, a list as a tuple. Whether it is a right one is for the role to say."""
    return written if isinstance(written, str | int) else cast("Attribute", tuple(written))


@dataclass(frozen=True)
class Principal:
    """A person or service after authentication. Attributes are typed; a missing one denies, it is never empty text."""

    subject: str
    roles: tuple[str, ...]
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)


OPERATOR = Principal("operatoer", ("operatoer",))
"""The local command line without `--as`: reads all, and nobody reaches it over a network."""
