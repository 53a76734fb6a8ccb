"""Joins by shares: rows that are divided among several of another cube, each of which has its declared part."""

from __future__ import annotations

from collections.abc import Iterator

from sqlglot import exp

from semantic.errors import Place, Problem, suggest
from semantic.model.documents import CubeDocument, JoinDocument
from semantic.model.draft import Draft
from semantic.model.model import Model, Scalar


def shares_are_declared(model: Model, draft: Draft) -> Iterator[Problem]:
    """What meets many to many says by which shares, a number of the joined cube; and nothing else has shares."""
    for cube in draft.cubes.values():
        for index, join in enumerate(cube.joins):
            at = draft.at(cube.name, "joins", index, "share" if join.share else "relationship")
            yield from _faults(draft, model, cube, join, at)


def _faults(draft: Draft, model: Model, cube: CubeDocument, join: JoinDocument, at: Place) -> Iterator[Problem]:
    many, target = join.relationship == "many_to_many", draft.cubes.get(join.cube or join.name)
    hop = f"The join '{join.name}' of '{cube.name}'"
    if many and join.share is None:
        message = f"{hop} meets rows many to many, and says not how a row is divided among them."
        yield Problem(
            "D655", message, "Name the joined cube's number in 'share', or join a cube between the two.", at=at
        )
    elif join.share is not None and not many:
        yield Problem("D655", f"{hop} has 'share', and leads to one row.", "Leave it out, or say many_to_many.", at=at)
    elif join.share is not None and target is not None and not draft.broken.covers(target.name, join.share):
        numbers = [one.name for one in target.dimensions if one.type == "number"]
        share = model.cubes[target.name].dimensions.get(join.share)
        if join.share not in numbers or (share and share.expression.paths - {()}):
            message = (
                f"'share' of the join '{join.name}' names '{join.share}', which is no number of '{target.name}' alone."
            )
            yield Problem("D655", message, suggest(join.share, numbers), at=at)
        elif (linked := model.cubes[cube.name].joins.get(join.name)) and not _is_by_key(linked.on):
            message = f"{hop} divides rows, and is not by a key: equal columns of the two cubes."
            yield Problem("D655", message, at=at)


def _is_by_key(on: Scalar) -> bool:
    """Whether the rows that meet a row are those of one key, which must be divided into one whole."""
    whole = on.node.unnest()
    for one in whole.flatten() if isinstance(whole, exp.And) else (whole,):
        sides = [side.unnest() for side in (one.unnest().this, one.unnest().expression)] if _equal(one) else []
        if len(sides) != 2 or not all(isinstance(side, exp.Placeholder) for side in sides):
            return False
        if len({on.columns[int(side.name)].path for side in sides}) != 2:
            return False
    return True


def _equal(one: exp.Expr) -> bool:
    return isinstance(one.unnest(), exp.EQ)
