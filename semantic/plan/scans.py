"""What a plan reads."""

from __future__ import annotations

from collections.abc import Iterator

from semantic.plan.finish import Plan
from semantic.plan.nodes import (
    Aggregate,
    Beside,
    Combine,
    Core,
    Crossed,
    Dedupe,
    Detail,
    GroupMean,
    Join,
    Later,
    Latest,
    Leading,
    Levels,
    Members,
    Merged,
    Ranked,
    Rows,
    Scan,
    Source,
    Sweep,
    Told,
)
from semantic.predicate import atoms


def scans_of(plan: Plan) -> Iterator[Scan]:
    """Every scan of the plan, also of what only chooses the top's members."""
    yield from scans(plan.core)
    if plan.chosen is not None:
        yield from scans(plan.chosen.core)


def looked_up(plan: Plan) -> Iterator[str]:
    """The cubes in which policies look up whose rows they are, beside the rows themselves."""
    for scan in scans_of(plan):
        if scan.told_by is not None:
            yield from (one.cube for one in list(_of_source(scan.told_by))[:-1])
        yield from _leading(scan.rows)


def _leading(rows: Told) -> Iterator[str]:
    for atom in atoms(rows):
        if isinstance(atom, Leading):
            yield from (one.cube for one in _of_source(atom.input))
            yield from _leading(atom.where)


def scans(core: Core) -> Iterator[Scan]:
    """Every scan of the core, also of what is only joined on the way."""
    if isinstance(core, (Crossed, Ranked)):
        yield from scans(core.input)
    elif isinstance(core, Combine):
        for fact in (*core.inputs, *core.coarser):
            yield from scans(fact)
        for one in core.listed:
            if isinstance(one, Members):
                yield from scans(one.rows)
    elif isinstance(core, Levels):
        for level in core.levels:
            yield from scans(level)
    elif isinstance(core, Sweep):
        for side in filter(None, (core.starts, core.stops)):
            yield from scans(side)
    elif isinstance(core, GroupMean):
        yield from scans(core.input)
    else:
        assert isinstance(core, Aggregate | Detail)
        yield from _of_rows(core.input)


def _of_rows(rows: Rows) -> Iterator[Scan]:
    if isinstance(rows, Dedupe):
        yield from _of_rows(rows.input)
        yield from _of_source(rows.again)
    elif isinstance(rows, (Latest, Merged)):
        yield from _of_rows(rows.input)
    else:
        yield from _of_source(rows.input)


def _of_source(source: Source) -> Iterator[Scan]:
    while not isinstance(source, Scan):
        if isinstance(source, Join):
            yield source.scan
        elif isinstance(source, Beside):
            values = source.values
            yield from _of_rows(values.events) if isinstance(values, Later) else scans(values.core)
        source = source.input
    yield source
