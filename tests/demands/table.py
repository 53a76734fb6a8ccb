"""What the users have asked for, and where it is: `docs/behov.md` is written from `demands.yml`.

python -m tests.demands.table > docs/behov.md
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

DEMANDS = Path(__file__).with_name("demands.yml")
BEFORE = """# Hvad brugerne har bedt om, og hvor det er

Hver række er et nøgletal eller en funktion, som brugerne har nævnt i deres oplæg: SOF (S), FLIS (F og L), Varde (V)
eller flere af dem (B). Kommandoen viser den. "Ikke endnu" siger, hvad der mangler, og hvor det kommer. Nøgletal, der
ikke kan opgøres af de data, der er, står i kataloget med hvorfor (`noegletal.ikke_opgjorte` i SQL,
`ikkeOpgjorte` i GraphQL).
"""
Text = Annotated[str, Field(min_length=3)]


class Row(BaseModel):
    """One demand: where it is met and a command that shows it, or what is missing; or part of each."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    id: Annotated[str, Field(pattern=r"^[SFLVB]\d+(\.\d+)?$")]
    hvad: Text
    hvor: Text | None = None
    vis: Annotated[str, Field(pattern="^nogletal ")] | None = None
    mangler: Text | None = None

    @model_validator(mode="after")
    def _is_told(self) -> Row:
        if self.mangler is None and (self.hvor is None or self.vis is None):
            raise ValueError(f"{self.id} is neither shown nor said to be missing")
        return self


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    title: Text
    rows: tuple[Row, ...]


def parts() -> tuple[Part, ...]:
    return tuple(Part.model_validate(one) for one in yaml.safe_load(DEMANDS.read_text("utf-8")))


def rows() -> Iterator[Row]:
    return (row for part in parts() for row in part.rows)


def page() -> str:
    """The page: a heading and a table for each part."""
    lines = [BEFORE]
    for part in parts():
        lines += [f"## {part.title}\n", "| Nr. | Hvad | Hvor | Eksempel |", "|---|---|---|---|"]
        lines += [f"| {one.id} | {one.hvad} | {_where(one)} | {_code(one.vis)} |" for one in part.rows]
        lines.append("")
    return "\n".join(lines)


def _where(row: Row) -> str:
    missing = f"Ikke endnu: {row.mangler}" if row.mangler else None
    return ". ".join(one for one in (row.hvor, missing) if one)


def _code(command: str | None) -> str:
    return f"`{command}`".replace("|", "\\|") if command else ""


if __name__ == "__main__":
    print(page(), end="")
