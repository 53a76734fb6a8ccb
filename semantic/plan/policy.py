"""A policy's rows → what the scan reads to tell them: its own look-ups, over all rows, whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from semantic.access.decide import UNNARROWED, ZONE
from semantic.access.rows import Held, Led, RowPredicate, RowTest, Seen
from semantic.model.graph import Path
from semantic.plan.nodes import Leading, Source, Told
from semantic.plan.stand import Frame
from semantic.plan.term import Term
from semantic.predicate import atoms, is_true, map_atoms, moved

Joined = Callable[[Frame, str, set[Path]], Source]


def told_rows(frame: Frame, cube: str, rows: RowPredicate, joined: Joined) -> tuple[Told, Source | None]:
    """The tests of the cube's rows, and the rows that they are put to; None where every row passes.

    `joined` gives the cube with the rows of the paths beside it.
    """
    told = cast("Told", map_atoms(rows, cast("Callable[[object], object]", lambda atom: _told(frame, atom, joined))))
    if is_true(told):
        return told, None
    return told, joined(_own(frame), cube, _paths(rows))


def marked_rows(
    frame: Frame, cube: str, rows: RowPredicate, mark: RowPredicate, joined: Joined
) -> tuple[Told, Source, Told]:
    """The tests of the cube's rows, the rows that they are put to, and the tests of those that are to be marked."""
    told, marked = (told_rows(frame, cube, one, joined)[0] for one in (rows, mark))
    return told, joined(_own(frame), cube, _paths(rows) | _paths(mark)), marked


def _own(frame: Frame) -> Frame:
    """INVARIANT: which rows are somebody's does not depend on the time zone that is asked in.

    Nor do look-ups on the day that is asked as of: who has lost a unit since does not see its rows of then.
    """
    versions = frame.versions.looked_up()
    return replace(frame, decision=UNNARROWED, timezone=ZONE, as_of=frame.now, versions=versions)


def _told(frame: Frame, atom: RowTest, joined: Joined) -> Told:
    assert not isinstance(atom, Held), "a rule without the asker's attribute would tell other rows"
    if isinstance(atom, Led):
        now = replace(frame, versions=frame.versions.today())
        where, source = told_rows(now, atom.cube, cast("RowPredicate", atom.rows), joined)
        on = frame.model.cubes[atom.cube].joins[atom.join].on
        return Leading(source or joined(_own(now), atom.cube, set()), on, where)
    return moved(atom, _term(atom.leaf), lambda value: value)


def _term(seen: Seen) -> Term:
    one = seen.dimension
    return Term(one.expression, seen.path, one.data_type, one.zoned)


def _paths(rows: RowPredicate) -> set[Path]:
    """The paths that the tested dimensions stand on, and those that their expressions need from there."""
    leaves = [atom.leaf for atom in cast("list[RowTest]", list(atoms(rows))) if not isinstance(atom, Led)]
    found = {(*leaf.path, *path) for leaf in leaves for path in leaf.dimension.expression.paths}
    return found - {()}
