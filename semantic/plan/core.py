"""The core of a plan: each fact aggregated at the asked grain, then combined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, time

from sqlglot import exp

from semantic.errors import Problem, refusal
from semantic.model.expression import hole
from semantic.model.model import Aggregation, Measure, Model
from semantic.model.stage import Stage
from semantic.plan.additive import by_periods, met_only, unpinned
from semantic.plan.begun import begun_of, counts_of
from semantic.plan.calculate import NeededAggregate, NeededMean, Needs, Setting, calculate, spell_in
from semantic.plan.calculation import Calculation, Leaf
from semantic.plan.fact import Group, aggregated_of
from semantic.plan.nodes import (
    Aggregate,
    Cells,
    Combine,
    Fact,
    Filter,
    GroupMean,
    Key,
    Levels,
    Sets,
    Sweep,
    column_name,
    flag,
)
from semantic.plan.peers import placed_members
from semantic.plan.protect import denied, largest, protected_alone, protections_of, thresholds_of
from semantic.plan.ranges import Unnamed
from semantic.plan.shares import Shares, refuse_shares
from semantic.plan.spells import swept
from semantic.plan.staging import at_any_grain, kept_fields, of_whole, put
from semantic.plan.stand import Frame, Standing, kept_by
from semantic.plan.term import Term
from semantic.plan.top import LEAVE_OUT, check_members, key_names, of_rest
from semantic.plan.whole import check_known, check_members_whole
from semantic.query import DimensionField


def build_core(
    frame: Frame, needs: Needs, fields: tuple[DimensionField, ...], subtotals: Sets = (), groups_of: Fact | None = None,
    more: Sequence[Fact] = (),
) -> Cells:  # fmt: skip
    """The core that computes the needs at the grain of the fields, or at that of each grouping set of their names.

    Its groups are those of `groups_of`, where that is given, and of the facts themselves and `more` otherwise.
    Raises UnsupportedError, ResolutionError.
    """
    problems: list[Problem] = []
    groups = _group(frame, needs, fields, problems)
    for kept in subtotals or (frozenset(one.name for one in fields),):
        _check_pinned(frame, needs, tuple(one for one in fields if one.name in kept), problems)
    if not problems and (shared := of_rest(frame, fields)) is not None:
        _check_pinned(frame, needs, shared, problems)
        problems = [replace(one, hint=LEAVE_OUT) for one in problems]
    _stop_at(problems)
    facts: list[tuple[Fact, bool]] = [
        (_fact(frame, group, subtotals), _ignores(group, fields)) for group in groups.values()
    ]
    facts += [one for group in groups.values() for one in _largest_of(frame, group, fields, subtotals)]
    facts += [_mean_of(frame, mean, fields, subtotals) for mean in needs.means.values()]
    all_groups = (*groups.values(), *_groups_of_means(frame, needs, fields, subtotals))
    listed: list[Fact] = [one for group in all_groups if (one := _listed(frame, group, fields, subtotals))]
    if all(ignores for _, ignores in facts):
        listed += _listed_alone(frame, needs, fields, subtotals)
    listed += more
    keys = key_names(frame, fields)
    if groups_of is not None:
        alone = tuple(fact for fact, _ in facts)
        return Combine(keys, (groups_of,), alone, counts_of(needs), begun=begun_of(needs))
    cells = _combine(keys, facts, listed, needs, bool(subtotals))
    return replace(cells, begun=begun_of(needs)) if isinstance(cells, Combine) else cells


def _listed(frame: Frame, group: Group, fields: tuple[DimensionField, ...], subtotals: Sets) -> Levels | None:
    """The groups of a fact that is constant over something asked, at the grains that do not keep it.

    There it is a fact as any other, and its groups are the answer's; without columns, which stand beside the groups.
    """
    known = group.standing.keys
    if len(known) == len(fields) or group.standing.ignores_tests:
        return None
    covered = (frozenset(map(column_name, kept)) for kept in subtotals if kept and kept <= known)
    levels = tuple(_bare(_at_one_grain(frame, _kept(frame, group, kept))) for kept in covered)
    return Levels(_plain_keys(fields), levels) if levels else None


def _groups_of_means(
    frame: Frame, needs: Needs, fields: tuple[DimensionField, ...], subtotals: Sets
) -> Iterator[Group]:
    """The rows that each mean is of, where grouping sets may list their groups."""
    for mean in needs.means.values() if subtotals else ():
        one = _listing(mean, mean.setting.stages)
        standing = _put(frame, one, fields)
        if isinstance(standing, Standing):
            yield Group(standing, [one], fields)


def _listed_alone(frame: Frame, needs: Needs, fields: tuple[DimensionField, ...], subtotals: Sets) -> list[Fact]:
    """The answer's groups, where all that is asked is computed over fewer: those of each stage's own rows.

    Raises UnsupportedError where none of them knows every dimension of the question.
    """
    found: dict[tuple[object, ...], Fact] = {}
    problems: list[Problem] = []
    parts: list[NeededAggregate | NeededMean] = [*needs.aggregates.values(), *needs.means.values()]
    for one in parts:
        if not any(stage.keeps is not None or stage.drops for stage in one.setting.stages):
            continue
        around = at_any_grain(one.setting.stages)
        periods = ((stage.shifts, stage.window, stage.through_as_of) for stage in around)
        rows = (one.entry, one.setting.constant_over, *periods)
        if rows in found:
            continue
        spell = one.aggregation.spell if isinstance(one, NeededAggregate) else None
        standing = put(frame, one.entry, fields, around, one.setting.constant_over, one.asked, spell)
        if not isinstance(standing, Standing):
            problems.extend(standing)
            continue
        if len(standing.keys) == len(fields) and not standing.ignores_tests:
            group = Group(standing, [_listing(one, around)], fields)
            found[rows] = _without_columns(_fact(frame, group, subtotals))
    _stop_at([] if found else problems)
    return list(found.values()) if fields else list(found.values())[:1]  # each total has the same one row


def _listing(one: NeededAggregate | NeededMean, around: tuple[Stage, ...]) -> NeededAggregate:
    """What is aggregated of the rows whose groups are listed: of a mean's, that they are there."""
    aggregation = one.aggregation if isinstance(one, NeededAggregate) else Aggregation("count", None)
    return NeededAggregate(
        one.column, one.entry, aggregation, one.measure, replace(one.setting, stages=around), one.asked
    )


def _without_columns(fact: Fact) -> Fact:
    if isinstance(fact, Levels):
        return replace(fact, levels=tuple(_bare(one) for one in fact.levels if not isinstance(one, GroupMean)))
    return fact if isinstance(fact, GroupMean) else _bare(fact)


def _bare(fact: Aggregate | Sweep) -> Aggregate | Sweep:
    """The fact's groups alone."""
    if isinstance(fact, Sweep):
        starts, stops = (one and replace(one, columns=()) for one in (fact.starts, fact.stops))
        return replace(fact, starts=starts, stops=stops, columns=())
    return replace(fact, columns=(), protection=None)


def _fact(frame: Frame, group: Group, subtotals: Sets) -> Fact:
    """The fact once for all grouping sets, or apart for each where rows of one would not be the rows of another."""
    whole = _at_one_grain(frame, group)
    if not subtotals:
        return whole
    known = {name: column_name(name) for name in group.standing.keys}
    sets = tuple(dict.fromkeys(frozenset(known[name] for name in kept if name in known) for kept in subtotals))
    at_once = isinstance(whole, Aggregate) and isinstance(whole.input, Filter) and group.standing.sliding is None
    if isinstance(whole, Aggregate) and at_once and all(_alike(frame, group, kept) for kept in sets):
        return replace(whole, sets=sets)
    levels = (_at_one_grain(frame, _kept(frame, group, kept)) for kept in sets)
    return Levels(whole.keys, tuple(levels))


def _at_one_grain(frame: Frame, group: Group) -> Aggregate | Sweep:
    return swept(frame, group) if group.standing.spans is not None else aggregated_of(frame, group)


def _kept(frame: Frame, group: Group, kept: frozenset[str]) -> Group:
    """The group at the grain of the kept columns. Windows are then of other periods."""
    standing = group.standing
    if standing.sliding is None and standing.spans is None:
        return Group(kept_by(standing, kept), group.needed)
    one = group.needed[0]
    fields = tuple(field for field in group.fields if column_name(field.name) in kept)
    coarser = _put(frame, one, fields)
    if not isinstance(coarser, Standing):
        raise refusal(*coarser)
    return Group(coarser, group.needed, fields)


def _alike(frame: Frame, group: Group, kept: frozenset[str]) -> bool:
    """Whether the same rows count at the grain of the kept columns."""
    coarser = kept_by(group.standing, kept)
    return all(
        met_only(frame.model, one.measure, group.standing) == met_only(frame.model, one.measure, coarser)
        for one in group.needed
    )


def _mean_of(frame: Frame, mean: NeededMean, asked: tuple[DimensionField, ...], subtotals: Sets) -> tuple[Fact, bool]:
    """The mean, or one for each grouping set; and whether it is of fewer groups than are asked for."""
    try:
        fields = kept_fields(frame.model, mean.entry, asked, mean.setting.stages, mean.asked)
        whole = of_whole(frame, mean.entry, asked, mean.setting.stages, mean.asked)
    except Unnamed as unnamed:
        raise refusal(unnamed.problem) from None
    ignores = len(fields) < len(asked) or whole is not frame
    placed = placed_members(frame.model, mean, asked)
    if not subtotals:
        return _mean(whole, mean, fields, placed), ignores
    known = frozenset(one.name for one in (*fields, *placed))
    sets = tuple(dict.fromkeys(kept & known for kept in subtotals))
    levels = (_mean(whole, mean, tuple(one for one in fields if one.name in kept), placed) for kept in sets)
    return Levels(_plain_keys((*fields, *placed)), tuple(levels)), ignores


def _plain_keys(fields: tuple[DimensionField, ...]) -> tuple[Key, ...]:
    """Keys that are only named and typed: their values come from the levels."""
    terms = (Term(one.dimension.expression, (), one.dimension.data_type, grain=one.grain) for one in fields)
    return tuple(Key(column_name(one.name), term) for one, term in zip(fields, terms, strict=True))


def _ignores(group: Group, fields: tuple[DimensionField, ...]) -> bool:
    """Whether the fact is constant over something asked: then it stands beside the others' groups and adds none."""
    return len(group.standing.keys) < len(fields) or group.standing.ignores_tests


def _stop_at(problems: list[Problem]) -> None:
    if problems:
        raise refusal(*dict.fromkeys(problems))


def _group(
    frame: Frame, needs: Needs, fields: tuple[DimensionField, ...], problems: list[Problem]
) -> dict[tuple[object, ...], Group]:
    groups: dict[tuple[object, ...], Group] = {}
    known: dict[tuple[object, ...], Standing] = {}
    for needed in needs.aggregates.values():
        alike = (needed.entry, needed.setting, *_alike_of(needed))
        standing = known.get(alike) or _put(frame, needed, fields)
        if isinstance(standing, Standing):
            known[alike] = standing
        else:
            problems.extend(standing)
            continue
        if standing.sliding is not None and needed.counts_through:
            begun = [one.begins for one in standing.sliding.periods]
            _note_periods(needs, needed.column, standing.sliding.key, begun)
        elif standing.spans and (needed.counts_through or not all(one.known for one in standing.spans.periods)):
            begun = [datetime.combine(one.begins, time()) for one in standing.spans.periods if one.known]
            _note_periods(needs, needed.column, standing.spans.key, begun)
        latest = needed.aggregation.latest
        key = (needed.entry, latest, needed.setting.stages, standing.keys, len(standing.where), *_alike_of(needed))
        groups.setdefault(key, Group(standing, fields=fields)).needed.append(needed)
    return groups


def _note_periods(needs: Needs, column: str, key: DimensionField | None, begun: list[datetime]) -> None:
    """Up to which period there is a value, and what has none at all."""
    if not begun:
        needs.unknown.add(column)
    elif key is not None:
        needs.begun[column] = key, begun[-1]


def _put(frame: Frame, one: NeededAggregate, fields: tuple[DimensionField, ...]) -> Standing | tuple[Problem, ...]:
    spell = one.aggregation.spell
    return put(frame, one.entry, fields, one.setting.stages, one.setting.constant_over, one.asked, spell)


def _alike_of(one: NeededAggregate) -> tuple[object, ...]:
    """What the aggregates of one pass over spells agree in; persons are counted by themselves."""
    spell = one.aggregation.spell
    if spell is None:
        return ()
    return spell.realised, spell.inclusive, one.column if one.aggregation.kind == "count_distinct" else None


def _check_pinned(frame: Frame, needs: Needs, fields: tuple[DimensionField, ...], problems: list[Problem]) -> None:
    """No measure is summed over a dimension that it is not additive over."""
    for one in needs.pinned.values():
        measure, asked = one.measure, one.asked
        standing = put(frame, one.entry, fields, one.stages, None, asked, spell_in(measure.body))
        if isinstance(standing, Standing) and (loose := unpinned(frame.model, measure, standing)):
            known = [name for one in loose if (name := _as_asked(frame, measure.cube, one))]
            if len(known) < len(loose):
                message = f"'{asked}' may not be summed so: a part of it is not additive."
                problems.append(Problem("U420", message, "Ask for a finer grain."))
                continue
            names = ", ".join(f"'{name}'" for name in known)
            hint = f"Group by {names}{by_periods(frame.model, measure, loose)}, or filter it to one value."
            problems.append(Problem("U420", f"'{asked}' may not be summed over {names}.", hint))


def _as_asked(frame: Frame, cube: str, name: str) -> str | None:
    """The dimension by the name it has where the question's measures stand, None where the asker may not see it."""
    own = frame.model.dimension(cube, name)
    for other in (*frame.cubes, cube):
        for dimension in frame.model.cubes[other].dimensions.values():
            same = dimension is own or (own.conformed is not None and dimension.conformed == own.conformed)
            if same and frame.shows(dimension):
                return dimension.id
    return None


def _mean(
    frame: Frame, mean: NeededMean, fields: tuple[DimensionField, ...], placed: tuple[DimensionField, ...]
) -> GroupMean:
    """The members' own values at the finer grain, then their mean; or the place of each, where they are `placed`."""
    frame = frame.within(mean.setting.stages)
    check_members(frame, mean.asked, mean.formula.group_members)
    asked = {one.dimension.id for one in fields if one.grain is None}
    members = placed or tuple(
        _member_field(frame.model, mean.measure, member) for member in mean.formula.group_members if member not in asked
    )
    inner = Needs(frame.model, frame.decided, asked=mean.asked, weigh=Shares(frame, (*fields, *members)))
    around = Setting(frozenset(), at_any_grain(mean.setting.stages))
    calculation = calculate(inner, mean.measure, mean.entry, around, ungrouped=True)
    if inner.places:
        message = f"'{mean.asked}' is taken over ranks, which are known in the answer's own groups only."
        raise refusal(Problem("U421", message, "Ask for the rank by itself."))
    refuse_shares(inner.aggregates.values())
    facts = (one.entry for one in inner.aggregates.values())
    check_members_whole(frame, (mean.entry, *facts), mean.formula.group_members, (*fields, *members), mean.asked)
    check_known(frame, mean.entry, fields, mean.asked)
    core = build_core(frame, inner, (*fields, *members))
    if any(protections_of(core)):
        raise denied(f"'{mean.asked}' is taken over groups of few persons.")
    kind = mean.formula.group_aggregation
    assert kind != "ratio_of_sums"
    keys, finer = (key_names(frame, group) for group in (fields, members))
    known = () if mean.formula.unknown_is_a_group else finer
    return GroupMean(mean.column, core, (*keys, *(finer if placed else ())), known, calculation, kind)


def _largest_of(
    frame: Frame, group: Group, fields: tuple[DimensionField, ...], subtotals: Sets
) -> Iterator[tuple[Fact, bool]]:
    """For each sum that is held to thresholds, the most of it that one person has."""
    decided, cube = frame.within(group.needed[0].setting.stages), frame.model.cubes[group.standing.entry.cube]
    if thresholds_of(decided, cube) is None or cube.person_key is None:
        return
    known = tuple(one for one in fields if one.name in group.standing.keys)
    for one in group.needed:
        if one.aggregation.kind == "sum":
            alone = replace(one, aggregation=protected_alone(decided, cube, one.aggregation))
            sets = tuple(dict.fromkeys(frozenset(kept) & group.standing.keys for kept in subtotals))
            levels = tuple(
                _largest(frame, alone, tuple(field for field in known if field.name in kept))
                for kept in sets or (group.standing.keys,)
            )
            yield Levels(_plain_keys(known), levels) if sets else levels[0], _ignores(group, fields)


def _largest(frame: Frame, one: NeededAggregate, fields: tuple[DimensionField, ...]) -> GroupMean:
    person = _member_field(frame.model, one.measure, f"{one.entry.cube}.{frame.model.cubes[one.entry.cube].person_key}")
    finer = (*fields, person)
    standing = _put(frame, one, finer)
    if not isinstance(standing, Standing):
        raise refusal(*standing)
    each = aggregated_of(replace(frame, protected=False), Group(standing, [one], finer))
    size = Calculation(exp.Abs(this=hole(0)), (Leaf(one.column, one.aggregation.data_type, one.aggregation.scale),))
    return GroupMean(largest(one.column), each, key_names(frame, fields), (), size, "max")


def _member_field(model: Model, measure: Measure, member: str) -> DimensionField:
    cube, name = member.split(".")
    dimension = model.dimension(cube, name)
    return DimensionField(f"member.{cube}.{name}", dimension.title, dimension, cube, (), False, asked=False)


def _combine(
    keys: tuple[str, ...], facts: list[tuple[Fact, bool]], listed: list[Fact], needs: Needs, flagged: bool
) -> Cells:
    full = (*(fact for fact, ignores in facts if not ignores), *listed)
    coarser = tuple(fact for fact, ignores in facts if ignores)
    if not full:
        named = ", ".join(dict.fromkeys(f"'{needed.asked}'" for needed in needs.aggregates.values()))
        message = f"None of the measures knows every dimension and filter of the question: {named}."
        raise refusal(Problem("U411", message, "Leave one out."))
    if len(full) == 1 and not coarser:
        return full[0]
    return Combine((*keys, *(flag(key) for key in keys)) if flagged else keys, full, coarser, counts_of(needs))
