"""A case: why it is there, who asks what in which world, and what is right by an oracle that is not the product."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "cases"
KEYS = {"why", "world", "principal", "query", "oracle", "refused", "says", "ordered", "unsayable"}


@dataclass(frozen=True)
class Case:
    """`oracle` is SQL whose columns stand in the answer's order; `refused` is the code of a refusal instead.

    `says` is a piece of the refusal's text. `ordered` False leaves the order out of the comparison with the oracle.
    `unsayable` names the interfaces whose own grammar cannot put the question, each with the reason.
    """

    name: str
    folder: Path
    why: str
    world: str
    principal: str
    query: dict[str, Any]
    oracle: str | None
    refused: str | None
    says: str | None
    ordered: bool
    unsayable: dict[str, str]


def read_case(file: Path) -> Case:
    document = yaml.safe_load(file.read_text("utf-8"))
    unknown = set(document) - KEYS
    assert not unknown, f"{file}: unknown keys {unknown}"
    assert ("oracle" in document) != ("refused" in document), f"{file}: either an oracle or a refusal"
    return Case(
        name=str(file.parent.relative_to(FOLDER)), folder=file.parent, why=document["why"], world=document["world"],
        principal=document.get("principal", "direktion"), query=document["query"], oracle=document.get("oracle"),
        refused=document.get("refused"), says=document.get("says"), ordered=document.get("ordered", True),
        unsayable=document.get("unsayable", {}),
    )  # fmt: skip


@cache
def every_case() -> tuple[Case, ...]:
    return tuple(read_case(file) for file in sorted(FOLDER.rglob("case.yaml")))


def canonical(value: object, decimals: int | None = None) -> str | None:
    """A cell as the one text that every interface's value must come down to; `decimals` is the column's."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        value = Decimal(repr(value))
    if isinstance(value, (int, Decimal)):
        exact = Decimal(value)
        return f"{exact:.{decimals}f}" if decimals is not None else f"{exact:f}"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="microseconds" if value.microsecond % 1000 else "milliseconds")
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
