"""Who asks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

Attribute = str | int | tuple[str, ...] | tuple[int, ...]


def as_attribute(written: str | int | list[str] | list[int]) -> Attribute:
    """The value as a principal holds it, a list as a tuple. Whether it is a right one is for the role to say."""
    if isinstance(written, list):
        return cast("Attribute", tuple(written))
    return written


@dataclass(frozen=True)
class Principal:
    """A person or service after authentication. Attributes are typed; a missing one denies, it is never empty text."""

    subject: str
    roles: tuple[str, ...]
    attributes: Mapping[str, Attribute] = field(default_factory=dict, hash=False)


OPERATOR = Principal("operatoer", ("operatoer",))
"""The local command line without `--as`: reads all, and nobody reaches it over a network."""
