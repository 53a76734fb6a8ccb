"""What the columns of an answer are made of: measures, their parts, tables and sources, with the line of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from semantic.model.columns import Read, TableRead, columns_by_table, measure_columns, own_columns, path_columns
from semantic.model.lineage import dimension_cubes, measure_cubes, parts
from semantic.model.model import DISTINCT_SUFFIX, Dimension, Measure, Model
from semantic.result import Column


def lineage(columns: Iterable[Column], model: Model) -> Iterator[str]:
    """Each column's definition, indented its parts, and last the tables that are read, with columns, and the sources.

    It is for who may see how it is computed, and leaves nothing out.
    """
    cubes: dict[str, None] = {}
    read: set[Read] = set()
    for column in columns:
        view, _, name = column.name.partition(".")
        entry = model.views[view].members.get(name.split(".")[0].removesuffix(DISTINCT_SUFFIX))
        if entry is None:
            continue  # a status or a stamp is defined by the product
        yield f"{column.name}: {_defined(entry.member)}"
        read |= set(path_columns(model, model.views[view].root, entry.path))
        if isinstance(entry.member, Measure):
            yield from _parts(model, entry.member, 1)
            cubes |= dict.fromkeys(sorted(measure_cubes(model, entry.member)))
            read |= measure_columns(model, entry.member, lambda _: True)
        elif isinstance(entry.member, Dimension):
            cubes |= dict.fromkeys(sorted(dimension_cubes(model, entry.member)))
            read |= set(own_columns(model, entry.member))
    found = list(columns_by_table(model, cubes, read))
    yield from (_source(model, cube, [one for one in found if one.cube == cube]) for cube in cubes)


def _defined(member: Dimension | Measure | object) -> str:
    if isinstance(member, Measure):
        return f"measure {member.id}, {member.type}, {member.at}"
    return f"dimension {member.id}, {member.at}" if isinstance(member, Dimension) else ""


def _parts(model: Model, measure: Measure, depth: int) -> Iterator[str]:
    for part in parts(model, measure):
        yield f"{'  ' * depth}{_defined(part)}"
        yield from _parts(model, part, depth + 1)


def _source(model: Model, name: str, tables: Iterable[TableRead]) -> str:
    cube = model.cubes[name]
    read = ", ".join(f"{one.table} ({', '.join(one.columns)})" if one.columns else one.table for one in tables)
    source = f", {cube.source.system}" + (f" {cube.source.table}" if cube.source.table else "") if cube.source else ""
    return f"cube {name}: {read}{source}{' (synthetic)' if cube.synthetic else ''}, {cube.at}"
