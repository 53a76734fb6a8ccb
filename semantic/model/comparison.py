"""Comparison: beside a measure what it is for a group, how far the own value is from that, and its place among others.

Each is a member of its own behind the measure's name. A group's value is the measure itself in a stage that leaves out
what tells the members apart, with every filter on it; so it is a part of the question with a decision of its own, and
never computed of the rows that the asker's scope or filters leave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial

from sqlglot import exp

from semantic.errors import Place, Problem, suggest
from semantic.model.documents import CubeDocument, DimensionDocument, MeasureDocument
from semantic.model.draft import Draft
from semantic.model.expression import ExpressionFault, Unmade, hole
from semantic.model.groups import Group, GroupDocument
from semantic.model.model import SEPARATOR, Aggregation, Formula, GroupAggregation, Measure, MeasureRef
from semantic.model.stage import Peers, Stage, Vintage
from semantic.result import DataType

ADDED_UP = ("sum", "count", "count_distinct")  # of more members it is more: there is nothing to compare
HOW: Mapping[str, str] = {
    "ratio_of_sums": "Gruppens samlede tal, ikke et gennemsnit af medlemmernes.",
    "unweighted_mean": "Uvægtet gennemsnit: hvert medlem tæller lige meget.",
    "median": "Medianen af medlemmernes egne tal.",
}
PLACES: Mapping[str, tuple[GroupAggregation, str]] = {
    "higher_is_better": ("highest_first", "Nr. 1 har det højeste tal, som er det bedste."),
    "lower_is_better": ("lowest_first", "Nr. 1 har det laveste tal, som er det bedste."),
    "neutral": ("highest_first", "Nr. 1 har det højeste tal; det siger ikke, om det er godt."),
}


@dataclass(frozen=True)
class Kind:
    """What a measure is compared by; what is no value of the measure has a `unit` of its own."""

    suffix: str
    title: str
    says: str
    unit: str | None = None
    decimals: int = 0
    data_type: DataType = "decimal"


VALUE = Kind("", "", "")
DEVIATION = Kind("_afvigelse", "afvigelse fra ", "Eget tal minus gruppens.")
DEVIATION_PCT = Kind("_afvigelse_pct", "afvigelse i pct. fra ", "Afvigelsen i procent af gruppens tal.", "pct", 1)
RANK = Kind("_rang", "placering, ", "Placeringen blandt gruppens medlemmer.", "nr.", data_type="bigint")
CONTRIBUTORS = Kind("_antal", "antal med tal, ", "De medlemmer, der har et tal.", "medlemmer", data_type="bigint")
MEMBERS = Kind("_medlemmer", "antal medlemmer, ", "De medlemmer, som gruppen har.", "medlemmer", data_type="bigint")
COVERAGE = Kind("_daekning", "dækning, ", "Medlemmer med tal i procent af alle gruppens.", "pct", 1)
KINDS = (VALUE, DEVIATION, DEVIATION_PCT, RANK, CONTRIBUTORS, MEMBERS, COVERAGE)
SUFFIXES = tuple(one.suffix for one in KINDS)


@dataclass(frozen=True)
class Gate:
    """The dimension that says whether a row is validated; whether groups keep what is not, and their status says so."""

    marked: str | None
    keeps: bool

    @property
    def left_out_by(self) -> str | None:
        return None if self.keeps else self.marked

    def told_of(self, kind: Kind) -> str | None:
        """What the status of the value tells of the group's rows; a number of members tells nothing of them."""
        return self.marked if self.keeps and kind in (VALUE, DEVIATION, DEVIATION_PCT, RANK) else None


@dataclass(frozen=True, eq=False)
class Against:
    """What a measure is compared with, and what a client is told of it."""

    name: str
    title: str
    description: str | None
    meta: Mapping[str, object]


def compared_names(document: MeasureDocument) -> Iterator[str]:
    """The names of what the measure is compared by."""
    against = [*document.compare, *([document.compare_by] if document.compare_by else [])]
    return (f"{document.name}{SEPARATOR}{name}{suffix}" for name in against for suffix in SUFFIXES)


def compared(document: MeasureDocument, measure: Measure, draft: Draft) -> tuple[Measure, ...]:
    """What the measure is compared by, for each group and for the one that is chosen. Raises ExpressionFault."""
    if document.compare or document.compare_by or document.validated_by or document.validation:
        _refuse_incomparable(document, measure)
    gate = Gate(_marks(document, draft.cubes[measure.cube]), document.validation == "mark")
    groups = [_group(name, draft) for name in document.compare]
    found = [one for group in groups for one in _of_group(measure, group, gate, draft)]
    if document.compare_by is not None:
        found += _of_chosen(measure, document.compare_by, _groups_of(document, draft.cubes[measure.cube]))
    return tuple(found)


def _group(name: str, draft: Draft) -> Group:
    if name not in draft.groups:
        read = (one.name for file in draft.files for one in file.document.groups)
        if name in read or draft.broken.covers_group(name):
            raise Unmade  # its own fault is told
        raise ExpressionFault("D639", f"There is no group '{name}' to compare with.", suggest(name, draft.groups))
    return draft.groups[name]


def _marks(document: MeasureDocument, cube: CubeDocument) -> str | None:
    """The dimension that says whether a row is validated."""
    name = document.validated_by
    if name is None:
        return None
    if not any(one.name == name and one.type == "string" for one in cube.dimensions):
        message = f"'validated_by' of '{cube.name}.{document.name}' names no text dimension of the cube: '{name}'."
        raise ExpressionFault("D639", message, suggest(name, [one.name for one in cube.dimensions]))
    return f"{cube.name}.{name}"


def _groups_of(document: MeasureDocument, cube: CubeDocument) -> list[str]:
    """The values of the switch by which a group is chosen."""
    switch = next((one for one in cube.dimensions if one.name == document.compare_by), None)
    values = switch.values if switch is not None and switch.type == "switch" else []
    if not values or not set(values) <= set(document.compare):
        message = f"'compare_by' of '{cube.name}.{document.name}' names no switch whose values are groups of 'compare'."
        raise ExpressionFault("D639", message, "Name a dimension of the type 'switch' of the same cube.")
    return values


def _refuse_incomparable(document: MeasureDocument, measure: Measure) -> None:
    body = measure.body
    if len(set(document.compare)) < len(document.compare):
        raise ExpressionFault("D639", f"'{measure.id}' is compared with a group twice.", "Keep one.")
    if isinstance(body, Aggregation) and body.kind in ADDED_UP:
        message = f"'{measure.id}' adds up over the members of a group, and cannot be compared with the group's."
        raise ExpressionFault("D639", message, "Compare a ratio, such as one for each inhabitant.")
    if document.validation is not None and document.validated_by is None:
        message = (
            f"'{measure.id}' says what groups do with what is not validated, and not by which dimension it is told."
        )
        raise ExpressionFault("D639", message, "Name the dimension in 'validated_by'.")
    if document.validation == "mark" and document.compare_by is not None:
        message = f"'{measure.id}' marks what is not validated, which is not told of a group that a question chooses."
        raise ExpressionFault("D639", message, "Leave 'compare_by' out, or 'validation'.")
    if isinstance(body, Formula) and (body.is_staged or body.switch is not None):
        message = f"'{measure.id}' is computed in more than one stage, and is not compared."
        raise ExpressionFault("D639", message, "Compare the measure that it is made of.")


def _of_group(measure: Measure, group: Group, gate: Gate, draft: Draft) -> list[Measure]:
    about = {"name": group.name, "title": group.title, "type": group.type, "owner": group.owner}
    against = Against(group.name, group.title, group.description, {"group": about})
    peers = replace(group.peers, validated_by=gate.left_out_by)
    stage = Stage(f"{measure.id}{SEPARATOR}{group.name}", drops=_telling(group, draft), whole=True, peers=peers)
    own, beside = _ref(measure), partial(_ref, measure, group.name)
    kept = frozenset(filter(None, (group.peers.by,)))
    everyone = Stage(f"{stage.name}{MEMBERS.suffix}", keeps=kept, whole=True, peers=group.peers)
    place, _ = PLACES[measure.polarity or "neutral"]
    away = exp.Sub(this=hole(0), expression=hole(1))
    bodies = {
        VALUE: Formula(hole(0), (own,), stage=stage),
        DEVIATION: Formula(away, (own, beside(VALUE))),
        DEVIATION_PCT: Formula(_of_hundred(away, hole(1)), (own, beside(VALUE))),
        RANK: _over(own, place, stage),
        CONTRIBUTORS: _over(own, "members", stage),
        MEMBERS: Formula(hole(0), (MeasureRef(*group.counted_by),), stage=everyone),
        COVERAGE: Formula(_of_hundred(hole(0), hole(1)), (beside(CONTRIBUTORS), beside(MEMBERS))),
    }
    return [replace(_made(measure, against, kind, bodies[kind]), marked_by=gate.told_of(kind)) for kind in KINDS]


def _of_chosen(measure: Measure, switch: str, groups: list[str]) -> list[Measure]:
    """What the question chooses the group of, by a switch: groups are beside each other, and no parts of a whole."""
    against = Against(switch, "den valgte gruppe", "Gruppen vælges i spørgsmålet.", {})
    made = []
    for kind in KINDS:
        ifs = [exp.If(this=exp.Literal.string(one), true=hole(index)) for index, one in enumerate(groups)]
        subject = exp.Parameter(this=exp.Var(this="switch"))  # no SQL until a question has chosen
        parts = tuple(_ref(measure, one, kind) for one in groups)
        body = Formula(exp.Case(this=subject, ifs=ifs), parts, switch=f"{measure.cube}.{switch}")
        made.append(_made(measure, against, kind, body))
    return made


def _ref(measure: Measure, against: str | None = None, kind: Kind | None = None) -> MeasureRef:
    """The measure itself, or what it is compared by."""
    behind = "" if against is None else f"{SEPARATOR}{against}{kind.suffix if kind else ''}"
    return MeasureRef(measure.cube, f"{measure.name}{behind}")


def _over(own: MeasureRef, kind: GroupAggregation, stage: Stage) -> Formula:
    """The measure of each member, and what is known of them."""
    assert stage.peers is not None
    return Formula(hole(0), (own,), group_aggregation=kind, group_members=(stage.peers.of,), stage=stage)


def _made(measure: Measure, against: Against, kind: Kind, body: Formula) -> Measure:
    how = measure.body.group_aggregation if isinstance(measure.body, Formula) else "ratio_of_sums"
    says = {VALUE: HOW[how], RANK: f"{kind.says} {PLACES[measure.polarity or 'neutral'][1]}"}.get(kind, kind.says)
    made = replace(
        measure,
        name=f"{measure.name}{SEPARATOR}{against.name}{kind.suffix}",
        title=f"{measure.title} ({kind.title}{against.title})",
        description=" ".join(filter(None, (says, against.description, measure.description))),
        type="number",
        body=body,
        data_type=kind.data_type,
        pinned=frozenset(),
        additive_over=None,
        companion_of=measure.name,
        against=against.name,
        marked_by=None,
        meta={**measure.meta, **against.meta, "group_aggregation": how},
    )
    return made if kind.unit is None else _in_its_own_unit(made, kind.unit, kind)


def _in_its_own_unit(made: Measure, unit: str, kind: Kind) -> Measure:
    """What is no value of the measure: a number of members, a place, per cent."""
    return replace(
        made,
        unit=unit,
        decimals=kind.decimals,
        polarity=made.polarity if kind is DEVIATION_PCT else "neutral",
        sign=None,
        reconstructed=made.reconstructed and kind is DEVIATION_PCT,
        looks=replace(made.looks, format=None, currency=None),
    )


def _of_hundred(above: exp.Expr, below: exp.Expr) -> exp.Expr:
    return exp.Div(this=exp.Mul(this=exp.Paren(this=above), expression=exp.Literal.number(100)), expression=below)


def _telling(group: Group, draft: Draft) -> frozenset[str]:
    """All that is said of a member, but for what the group is by."""
    cube = group.peers.of.partition(".")[0]
    return frozenset(f"{cube}.{one.name}" for one in draft.cubes[cube].dimensions) - {group.peers.by or ""}


def gathered(draft: Draft) -> dict[str, Group]:
    """The groups of all files that are sound; the faults of others are noted."""
    found: dict[str, Group] = {}
    for file in draft.files:
        for index, document in enumerate(file.document.groups):
            faults = [*_faults(document, draft, document.name in found)]
            draft.problems += [
                Problem("D639", message, hint, at=file.at("groups", index, *key)) for key, message, hint in faults
            ]
            if not faults:
                found[document.name] = _linked(document, partial(file.at, "groups", index))
    return found


Fault = tuple[tuple[str | int, ...], str, str | None]


def _faults(document: GroupDocument, draft: Draft, is_taken: bool) -> Iterator[Fault]:
    name, cube = document.name, draft.cubes.get(document.of.partition(".")[0])
    if is_taken or SEPARATOR in name:
        yield ("name",), f"The name '{name}' is taken, or holds '{SEPARATOR}'.", "Choose another."
    if document.by is not None and document.vintages:
        yield ("by",), f"The group '{name}' has both 'by' and 'vintages'.", "Keep one."
    if cube is None:
        yield (
            ("of",),
            f"'of' of the group '{name}' names no dimension: '{document.of}'.",
            suggest(document.of.partition(".")[0], draft.cubes),
        )
        return
    dimensions = {f"{cube.name}.{one.name}": one for one in cube.dimensions}
    of = dimensions.get(document.of)
    if of is None or not (of.unique or of.primary_key):
        yield (
            ("of",),
            f"'{document.of}' is no dimension whose values name one row each.",
            suggest(document.of, dimensions),
        )
    else:
        yield from _of_vintages(document, of)
    yield from _of_names(document, cube, dimensions)


def _of_names(
    document: GroupDocument, cube: CubeDocument, dimensions: Mapping[str, DimensionDocument]
) -> Iterator[Fault]:
    if document.by is not None and document.by not in dimensions:
        yield ("by",), f"'by' names no dimension of '{cube.name}': '{document.by}'.", suggest(document.by, dimensions)
    counts = [f"{cube.name}.{one.name}" for one in cube.measures if one.type == "count" and not one.filters]
    if document.counted_by not in counts:
        message = f"'counted_by' names no count of the rows of '{cube.name}': '{document.counted_by}'."
        yield ("counted_by",), message, suggest(document.counted_by, counts)


def _of_vintages(document: GroupDocument, of: DimensionDocument) -> Iterator[Fault]:
    kind = int if of.type == "number" else str
    days = [one.begins for one in document.vintages]
    for index, one in enumerate(document.vintages):
        at = ("vintages", index)
        if one.begins in days[:index]:
            yield at, f"Two vintages of '{document.name}' begin on {one.begins.isoformat()}.", "Keep one."
        if twice := [member for n, member in enumerate(one.members) if member in one.members[:n]]:
            yield at, f"'{document.name}' has the member {twice[0]} twice.", "Keep one."
        if wrong := [member for member in one.members if type(member) is not kind]:
            yield (
                at,
                f"The member {wrong[0]!r} of '{document.name}' is no {of.type}.",
                "Write it as the dimension does.",
            )


def _linked(document: GroupDocument, at: Callable[..., Place]) -> Group:
    vintages = tuple(
        Vintage(one.begins, tuple(one.members), tuple(at("vintages", n, "members", m) for m in range(len(one.members))))
        for n, one in enumerate(document.vintages)
    )
    peers = Peers(document.of, document.by, vintages or None)
    cube, _, measure = document.counted_by.partition(".")
    return Group(
        document.name, document.title, document.description, document.type, document.owner, peers, (cube, measure)
    )
