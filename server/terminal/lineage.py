"""What the columns of an answer are made of: measures, their parts, tables and sources, with the line of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from semantic.model.lineage import dimension_cubes, measure_cubes, parts
from semantic.model.model import DISTINCT_SUFFIX, Dimension, Measure, Model
from semantic.result import Column


def lineage(columns: Iterable[Column], model: Model) -> Iterator[str]:
    """Each column's definition, indented its parts, and last the tables and sources that are read."""
    cubes: dict[str, None] = {}
    for column in columns:
        view, _, name = column.name.partition(".")
        entry = model.views[view].members.get(name.split(".")[0].removesuffix(DISTINCT_SUFFIX))
        if entry is None:
            continue  # a status or a stamp is defined by the product
        yield f"{column.name}: {_defined(entry.member)}"
        if isinstance(entry.member, Measure):
            yield from _parts(model, entry.member, 1)
            cubes |= dict.fromkeys(sorted(measure_cubes(model, entry.member)))
        elif isinstance(entry.member, Dimension):
            cubes |= dict.fromkeys(sorted(dimension_cubes(model, entry.member)))
    yield from (_source(model, cube) for cube in cubes)


def _defined(member: Dimension | Measure | object) -> str:
    if isinstance(member, Measure):
        return f"measure {member.id}, {member.type}, {member.at}"
    return f"dimension {member.id}, {member.at}" if isinstance(member, Dimension) else ""


def _parts(model: Model, measure: Measure, depth: int) -> Iterator[str]:
    for part in parts(model, measure):
        yield f"{'  ' * depth}{_defined(part)}"
        yield from _parts(model, part, depth + 1)


def _source(model: Model, name: str) -> str:
    cube = model.cubes[name]
    tables = ", ".join(".".join(table.parts) for table in cube.tables)
    source = f", {cube.source.system}" + (f" {cube.source.table}" if cube.source.table else "") if cube.source else ""
    return f"cube {name}: {tables}{source}{' (synthetic)' if cube.synthetic else ''}, {cube.at}"
