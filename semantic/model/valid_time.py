"""Slowly changing dimensions: rows that hold for a time, and the hops over them, each of which is dated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from semantic.errors import Place, Problem, suggest
from semantic.model.cubes import BACK_TO_ONE, TO_MANY
from semantic.model.documents import CubeDocument, JoinDocument
from semantic.model.draft import Draft
from semantic.model.model import AS_OF_DAY, ColumnRef, Cube, Join, Model


def dating(cube: Cube) -> set[str]:
    """The cube's dimensions that say when its rows hold, or by which it dates a hop."""
    held = (cube.valid_time.begins, cube.valid_time.ends) if cube.valid_time else ()
    return {*held, *(join.dated_by for join in cube.joins.values() if join.dated_by is not None)}


def near_columns(cube: Cube, join: Join) -> tuple[ColumnRef, ...]:
    """The columns of the joining cube that decide which row is joined."""
    dated = cube.dimensions.get(join.dated_by) if join.dated_by is not None else None
    return (*(ref for ref in join.on.columns if not ref.path), *(dated.expression.columns if dated else ()))


def hops_are_dated(model: Model, draft: Draft) -> Iterator[Problem]:
    """Every join to rows that hold for a time says which day is meant, and no other does."""
    for cube in draft.cubes.values():
        if cube.valid_time is not None:
            for key, name in (("from", cube.valid_time.begins), ("to", cube.valid_time.ends)):
                what = f"'{key}' of the valid time"
                yield from _names_time(draft, cube, name, what, draft.at(cube.name, "valid_time", key))
        for index, join in enumerate(cube.joins):
            yield from _hop_faults(draft, cube, join, draft.at(cube.name, "joins", index, "at"))
    yield from _roles_dated_apart(draft)


def _names_time(draft: Draft, cube: CubeDocument, name: str, what: str, at: Place) -> Iterator[Problem]:
    found = next((one for one in cube.dimensions if one.name == name), None)
    if found is None and draft.broken.covers(cube.name, name):
        return
    if found is None or found.type != "time":
        message = f"{what} names '{name}', which is no time dimension of '{cube.name}'."
        times = [one.name for one in cube.dimensions if one.type == "time"]
        yield Problem("D634", message, suggest(name, times), at=at)


def _hop_faults(draft: Draft, cube: CubeDocument, join: JoinDocument, at: Place) -> Iterator[Problem]:
    target = draft.cubes.get(join.cube or join.name)
    if target is None or (target.name,) in draft.broken.maimed:
        return
    hop = f"The join '{join.name}' of '{cube.name}'"
    if cube.valid_time is not None and join.relationship in (*TO_MANY, *BACK_TO_ONE):
        message = f"{hop} leads back to rows that hold for a time: an undated hop over a slowly changing dimension."
        hint = f"Declare it on '{target.name}' instead, many_to_one and with 'at'."
        yield Problem("D634", message, hint, at=at)
    elif target.valid_time is None:
        if join.at is not None:
            message = f"{hop} has 'at', but '{target.name}' has no 'valid_time'."
            yield Problem("D634", message, "Leave 'at' out: its rows hold at any time.", at=at)
    elif join.relationship in TO_MANY and join.share is None:
        message = f"{hop} leads to many rows of '{target.name}', which hold for a time each."
        yield Problem("D634", message, f"Declare it on '{target.name}', many_to_one.", at=at)
    elif join.at is None:
        message = f"{hop} is an undated hop over a slowly changing dimension: '{target.name}' has 'valid_time'."
        hint = f"Say 'at': a time dimension of '{cube.name}', or {AS_OF_DAY} for what holds now."
        yield Problem("D634", message, hint, at=at)
    elif isinstance(join.at, str) and join.at != AS_OF_DAY:
        yield from _names_time(draft, cube, join.at, f"'at' of the join '{join.name}'", at)


def _roles_dated_apart(draft: Draft) -> Iterator[Problem]:
    """Facts share a lookup that they join in one role: it is the row of then in all of them, of now, or of one day."""
    first: dict[tuple[str, str], tuple[str, object]] = {}
    for cube in draft.cubes.values():
        for index, join in enumerate(cube.joins):
            if join.at is None:
                continue
            own = join.at if join.at == AS_OF_DAY or isinstance(join.at, date) else None
            other, found = first.setdefault((join.cube or join.name, join.name), (cube.name, own))
            if own != found:
                message = f"The joins '{join.name}' of '{cube.name}' and '{other}' are one role, dated in two ways."
                hint = "Give them two names: what held then and what holds now are not the same."
                yield Problem("D634", message, hint, at=draft.at(cube.name, "joins", index, "at"))
