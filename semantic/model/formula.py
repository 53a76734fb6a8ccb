"""What a measure computes: one aggregation of rows, or arithmetic over aggregated parts.

`avg` is a formula too (the sum over the count), so that every division of the product is the same, exact one.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from dataclasses import replace
from functools import partial
from typing import TypeVar

from sqlglot import exp

from semantic.errors import suggest
from semantic.model.cohort import Cohorts, share
from semantic.model.documents import DimensionDocument, MeasureDocument, SwitchCaseDocument
from semantic.model.expression import ExpressionFault, Lacking, Named, Unmade, each, hole, parse_expression
from semantic.model.follow_up import CohortKeys
from semantic.model.intervals import COUNTING, SPELL_TYPES, refuse_mismeasured, spell_of
from semantic.model.model import (
    Aggregation,
    AggregationKind,
    Formula,
    GroupAggregation,
    MeasureRef,
    Part,
    Scalar,
)
from semantic.model.multi_stage import is_staged, refuse_misstaged
from semantic.model.scalar import Scalars, all_of
from semantic.model.stage import Rank, Shift, Stage, TimeShiftDocument, Window, read_shift, read_window

T = TypeVar("T")

PLAIN: dict[str, AggregationKind] = {
    "count": "count",
    "count_distinct": "count_distinct",
    "count_distinct_approx": "count_distinct",
    "sum": "sum",
    "min": "min",
    "max": "max",
    "median": "median",
    "percentile": "percentile",
    "stock": "sum",
}
IN_SQL: dict[type[exp.Expr], AggregationKind] = {
    exp.Sum: "sum",
    exp.Count: "count",
    exp.Min: "min",
    exp.Max: "max",
    exp.Median: "median",
}


class Formulas:
    """Builds measure bodies. `measures` are all that there are, as (cube, measure)."""

    def __init__(self, scalars: Scalars, measures: Set[tuple[str, str]]) -> None:
        self.scalars = scalars
        self.measures = measures
        self.cohorts = Cohorts(scalars, self._dimension)

    def body(self, cube: str, document: MeasureDocument) -> Aggregation | Formula:
        """The measure's body. Raises ExpressionFault."""
        each(lambda rule: rule(document), (_refuse_unused, refuse_mismeasured, refuse_misstaged))
        if is_staged(document):
            return self._staged(cube, document)
        return self._plain(cube, document)

    def _plain(self, cube: str, document: MeasureDocument) -> Aggregation | Formula:
        if document.type == "ratio":
            return self._ratio(cube, document)
        if document.type == "number":
            return self._number(cube, document)
        if document.type == "avg":
            return self._average(cube, document)
        if document.type == "cohort":
            self.cohorts.counts(cube, document)
            return share(cube, document)
        if document.type in SPELL_TYPES:
            return self._of_spells(cube, document)
        return self._aggregation(cube, document, PLAIN[document.type])

    def _aggregation(self, cube: str, document: MeasureDocument, kind: AggregationKind) -> Aggregation:
        if document.sql is None and document.type != "count":
            raise Lacking("D640", f"A measure of type '{document.type}' needs sql.")
        if document.type == "percentile" and document.percentile is None:
            raise Lacking("D640", "A percentile needs the key 'percentile', between 0 and 1.")
        texts = [*([] if document.sql is None else [document.sql]), *(own.sql for own in document.filters)]
        scalars = each(partial(self.scalars.of_text, cube), texts)
        operand = None if document.sql is None else scalars.pop(0)
        condition = all_of(scalars)
        return Aggregation(kind, operand, condition, document.percentile, latest=document.type == "stock")

    def _of_spells(self, cube: str, document: MeasureDocument) -> Aggregation | Formula:
        """What is counted of spells. A day is its share of a year: of 365 days, or of as many as its own has."""
        spell = spell_of(document)
        kind: AggregationKind = "count" if document.type in COUNTING else "sum"
        if document.sql is not None and document.type != "amount":
            kind = "count_distinct"
        plain = self._aggregation(cube, document.model_copy(update={"type": "count"}), kind)  # rows need no sql
        days = replace(plain, spell=spell)
        if document.type != "years":
            return days
        if not spell.inclusive:
            return Formula(exp.Div(this=hole(0), expression=exp.Literal.number(365)), (days,))
        parts = tuple(replace(plain, spell=replace(spell, reckoning=one)) for one in ("leap_days", "common_days"))
        shares = [exp.Div(this=hole(i), expression=exp.Literal.number(length)) for i, length in enumerate((366, 365))]
        return Formula(exp.Add(this=shares[0], expression=shares[1]), parts)

    def _average(self, cube: str, document: MeasureDocument) -> Formula:
        total = self._aggregation(cube, document, "sum")
        number = Aggregation("count", total.operand, total.condition)
        return Formula(exp.Div(this=hole(0), expression=hole(1)), (total, number))

    def _ratio(self, cube: str, document: MeasureDocument) -> Formula:
        if document.numerator is None or document.denominator is None:
            raise Lacking("D640", "A ratio needs 'numerator' and 'denominator'.")
        each(lambda rule: rule(cube, document), (_refuse_scale, _refuse_grouping, self._refuse_unknown))
        above: exp.Expr = hole(0)
        if document.scale != 1:
            above = exp.Mul(this=above, expression=exp.Literal.number(document.scale))
        parts = tuple(self._measure(cube, name) for name in (document.numerator, document.denominator))
        return self._grouped(cube, document, Formula(exp.Div(this=above, expression=hole(1)), parts))

    def _refuse_unknown(self, cube: str, document: MeasureDocument) -> None:
        """Raises Unmade with a fault for each name of a ratio that leads nowhere."""
        measures = [name for name in (document.numerator, document.denominator) if name is not None]
        named: list[Callable[[], object]] = [partial(self._measure, cube, name) for name in measures]
        named += [partial(self._dimension, cube, name) for name in (*document.constant_over, *document.group_members)]
        each(lambda look_up: look_up(), named)

    def _grouped(self, cube: str, document: MeasureDocument, formula: Formula) -> Formula:
        constant = frozenset(self._dimension(cube, name) for name in document.constant_over)
        members = tuple(self._dimension(cube, name) for name in document.group_members)
        _refuse_grouping(cube, document)
        return Formula(formula.node, formula.parts, constant, document.group_aggregation, members)

    def _staged(self, cube: str, document: MeasureDocument) -> Formula:
        """What is computed over other groups, periods or rows than the answer's own."""
        if document.type == "rank":
            over = frozenset(each(partial(self._dimension, cube), document.reduce_by))
            order = document.order_by[0]
            formula = self._number(cube, document.model_copy(update={"sql": order.sql}))
            return replace(formula, rank=Rank(over, order.dir == "desc"))
        if document.rolling_window is not None or document.type == "running_total":
            return self._windowed(cube, document)
        if document.case is not None:
            return self._chosen(cube, document.case)
        formula = self._ratio(cube, document) if document.type == "ratio" else self._number(cube, document)
        if document.add_group_by:
            members = tuple(each(partial(self._dimension, cube), document.add_group_by))
            kind = OVER_GROUPS[document.type]
            formula = replace(formula, group_aggregation=kind, group_members=members, unknown_is_a_group=True)
        elif document.type == "sum":
            self._refuse_sum(formula)
        return replace(formula, stage=self._stage(cube, document))

    def _chosen(self, cube: str, case: SwitchCaseDocument) -> Formula:
        """A formula for each value of a switch."""
        switch = self._dimension(cube, case.switch.strip("{}"))
        values = self._document(switch).values
        written = [one.value for one in case.when]
        unknown = [value for value in written if value not in values]
        if unknown or len(set(written)) < len(written):
            message = f"'{switch}' is no switch." if not values else f"'{switch}' has not each of these values once."
            raise ExpressionFault("D632", message, f"Its values: {', '.join(values)}." if values else None)
        parts: list[Part] = []
        texts = [*(one.sql for one in case.when), *([case.otherwise.sql] if case.otherwise else [])]
        nodes = each(lambda text: self._branch(cube, text, parts), texts)
        ifs = [exp.If(this=exp.Literal.string(one), true=node) for one, node in zip(written, nodes, strict=False)]
        subject = exp.Parameter(this=exp.Var(this="switch"))  # no SQL until a question has chosen
        node = exp.Case(this=subject, ifs=ifs, default=nodes[-1] if case.otherwise else None)
        return Formula(node, tuple(parts), switch=switch)

    def _branch(self, cube: str, text: str, parts: list[Part]) -> exp.Expr:
        tree, names = parse_expression(text, self.scalars.cubes[cube].dialect)
        return self._with_parts(cube, tree, names, parts, None)

    def _windowed(self, cube: str, document: MeasureDocument) -> Formula:
        written = document.rolling_window
        window = Window(trailing=None) if written is None else _read(lambda: read_window(written))
        kind = "sum" if document.type == "running_total" else document.type
        plain = self._plain(cube, document.model_copy(update={"type": kind}))
        formula = plain if isinstance(plain, Formula) else Formula(hole(0), (plain,))
        return replace(formula, stage=Stage(f"{cube}.{document.name}", window=window))

    def _stage(self, cube: str, document: MeasureDocument) -> Stage | None:
        written = document.group_by
        keeps = None if written is None else frozenset(each(partial(self._dimension, cube), written))
        drops = frozenset(each(partial(self._dimension, cube), document.reduce_by))
        shifts = tuple(each(partial(self._shift, cube), document.time_shift))
        stage = Stage(f"{cube}.{document.name}", keeps, drops, shifts, whole=document.whole)
        return None if stage == Stage(stage.name) else stage

    def _shift(self, cube: str, document: TimeShiftDocument) -> Shift:
        time = document.time_dimension
        found = None if time is None else self._dimension(cube, time)
        if found is not None and self._document(found).type != "time":
            message = f"'{found}' is no time dimension, and cannot be shifted."
            raise ExpressionFault("D632", message, "Name one that is.")
        return _read(lambda: read_shift(document, found))

    def _refuse_sum(self, formula: Formula) -> None:
        """A sum of what is no sum or count of rows would depend on the groups that it is asked at."""
        if not isinstance(formula.node, exp.Placeholder) or not isinstance(formula.parts[0], MeasureRef):
            hint = "Write 'type: number': it is then computed from all their rows."
            raise ExpressionFault("D632", "A sum in more than one stage is of one measure, by its name alone.", hint)
        for part in formula.parts:
            if isinstance(part, MeasureRef) and not self._is_sum(part):
                message = f"A sum of '{part}', which is no sum or count of rows, depends on the groups of the question."
                raise ExpressionFault("D632", message, "Write 'type: number': it is then computed from all their rows.")

    def _is_sum(self, ref: MeasureRef) -> bool:
        documents = self.scalars.cubes[ref.cube].measures
        found = next((one for one in documents if one.name == ref.measure), None)
        return found is not None and found.type in ("sum", "count") and not is_staged(found)

    def _number(self, cube: str, document: MeasureDocument) -> Formula:
        if document.sql is None:
            raise Lacking("D640", "A measure of type 'number' needs sql.")
        tree, names = parse_expression(document.sql, self.scalars.cubes[cube].dialect)
        parts: list[Part] = []
        condition = all_of(each(partial(self.scalars.of_text, cube), [own.sql for own in document.filters]))
        tree = self._with_parts(cube, tree, names, parts, condition)
        if document.filters and any(isinstance(part, MeasureRef) for part in parts):
            raise ExpressionFault("D640", "A number of measures has no filters of its own.", "Filter the measures.")
        if not parts:
            raise ExpressionFault("D643", "A measure of type 'number' combines measures or aggregates columns.")
        return self._grouped(cube, document, Formula(tree, tuple(parts)))

    def _with_parts(
        self, cube: str, node: exp.Expr, names: tuple[Named, ...], parts: list[Part], condition: Scalar | None
    ) -> exp.Expr:
        """The tree with measures and aggregates replaced by numbered parts, from the top down."""
        if isinstance(node, exp.AggFunc):
            return self._aggregate_call(cube, node, names, parts, condition)
        if isinstance(node, exp.Placeholder):
            parts.append(self._named_measure(cube, names[int(node.name)]))
            return hole(len(parts) - 1)
        copy = node.copy()
        made = each(lambda one: self._with_parts(cube, one, names, parts, condition), list(node.iter_expressions()))
        for child, new in zip(list(copy.iter_expressions()), made, strict=True):
            child.replace(new)
        return copy

    def _aggregate_call(
        self, cube: str, node: exp.Expr, names: tuple[Named, ...], parts: list[Part], condition: Scalar | None
    ) -> exp.Expr:
        argument = node.this
        _refuse_more(node)
        if isinstance(argument, exp.Distinct) and isinstance(node, exp.Count) and len(argument.expressions) == 1:
            kind: AggregationKind = "count_distinct"
            argument = argument.expressions[0]
        elif isinstance(node, exp.Avg):
            operand = self.scalars.of_tree(cube, argument, names)
            parts += [Aggregation("sum", operand, condition), Aggregation("count", operand, condition)]
            return exp.Paren(this=exp.Div(this=hole(len(parts) - 2), expression=hole(len(parts) - 1)))
        elif type(node) in IN_SQL:
            kind = IN_SQL[type(node)]
        else:
            raise ExpressionFault("D644", f"The aggregate '{node.key}' is not served.")
        operand_or_rows = None if isinstance(argument, exp.Star) else self.scalars.of_tree(cube, argument, names)
        parts.append(Aggregation(kind, operand_or_rows, condition))
        return hole(len(parts) - 1)

    def _named_measure(self, cube: str, named: Named) -> MeasureRef:
        if named.column is not None:
            raise ExpressionFault(
                "D643",
                f"The column '{named.column}' stands outside an aggregate.",
                "A measure of type 'number' combines measures: write {measure}.",
            )
        return self._measure(cube, ".".join(named.words))

    def _measure(self, cube: str, text: str) -> MeasureRef:
        words = text.split(".")
        if words[0] == "CUBE":
            words[0] = cube
        ref = MeasureRef(cube, words[0]) if len(words) == 1 else MeasureRef(words[-2], words[-1])
        if (ref.cube, ref.measure) not in self.measures:
            if self.scalars.draft.broken.covers(ref.cube, ref.measure):
                raise Unmade
            hint = _nearest(text, cube, self.measures)
            if (ref.cube, ref.measure) in self.scalars.dimensions:
                hint = "That is a dimension; a measure is needed here."
            raise ExpressionFault("D610", f"There is no measure '{ref}'.", hint)
        return ref

    def _document(self, dimension: str) -> DimensionDocument:
        cube, _, name = dimension.partition(".")
        return self.scalars.dimensions[cube, name]

    def _dimension(self, cube: str, text: str) -> str:
        words = text.removeprefix("CUBE.").split(".")
        key = (cube, words[0]) if len(words) == 1 else (words[-2], words[-1])
        if key not in self.scalars.dimensions:
            if self.scalars.draft.broken.covers(*key):
                raise Unmade
            hint = _nearest(text, cube, self.scalars.dimensions.keys())
            raise ExpressionFault("D610", f"There is no dimension '{'.'.join(key)}'.", hint)
        return ".".join(key)


OVER_GROUPS: dict[str, GroupAggregation] = {
    "avg": "unweighted_mean",
    "sum": "sum",
    "min": "min",
    "max": "max",
    "median": "median",
}
RATIO_KEYS = ("numerator", "denominator", "constant_over", "scale", "group_aggregation", "group_members")
NUMBER_KEYS = ("group_aggregation", "group_members")
COHORT_KEYS = tuple(CohortKeys.model_fields)


def _read(make: Callable[[], T]) -> T:
    """What is made of an interval. Raises ExpressionFault where it cannot be read."""
    try:
        return make()
    except (ValueError, OverflowError) as error:
        message = f"An interval or window cannot be read: {error}."
        raise ExpressionFault("D632", message, "Write for example 1 year, 12 months, 7 days.") from None


def _refuse_scale(cube: str, document: MeasureDocument) -> None:
    if document.unit == "pct" and document.scale != 100:
        raise Lacking("D641", "A ratio with unit 'pct' needs 'scale: 100'.")


def _refuse_grouping(cube: str, document: MeasureDocument) -> None:
    if (document.group_aggregation == "ratio_of_sums") == bool(document.group_members):
        raise Lacking("D642", "'group_members' goes with a 'group_aggregation' other than ratio_of_sums.")


def _refuse_unused(document: MeasureDocument) -> None:
    """A key that the type cannot use would be dropped in silence, and a number with it."""
    usable = {"ratio": RATIO_KEYS, "number": NUMBER_KEYS, "cohort": COHORT_KEYS}.get(document.type, ())
    unused = [key for key in (*RATIO_KEYS, *COHORT_KEYS) if key not in usable and key in document.model_fields_set]
    unused += ["percentile"] if document.percentile is not None and document.type != "percentile" else []
    unused += [key for key in ("sql", "filters") if document.type == "ratio" and getattr(document, key)]
    unused += ["sql"] if document.type == "cohort" and document.sql is not None else []
    if unused:
        message = f"A measure of type '{document.type}' has no use for '{unused[0]}'."
        raise ExpressionFault("D640", message, "Leave it out, or put it on the parts.")


def _refuse_more(call: exp.Expr) -> None:
    """What is aggregated is one value of each row: another argument, or DISTINCT, would be dropped in silence."""
    more = [part for name, part in call.args.items() if name != "this" and part and part is not True]
    distinct = call.this.expressions if isinstance(call.this, exp.Distinct) else []
    if more or len(distinct) > 1:
        message = f"'{call.key}' of several values is not served."
        raise ExpressionFault("D644", message, "Aggregate one column, or an expression of several.")
    if distinct and not isinstance(call, exp.Count):
        raise ExpressionFault("D644", f"'{call.key}' of distinct values is not served.")


def _nearest(text: str, cube: str, known: Set[tuple[str, str]]) -> str | None:
    """The nearest name, of the cube's own without its cube; or the same name in another cube."""
    own = [name for home, name in known if home == cube]
    every = [f"{home}.{name}" for home, name in known]
    elsewhere = sorted(full for full in every if full.endswith(f".{text}"))
    if elsewhere:
        return f"Did you mean '{elsewhere[0]}'?"
    return (None if "." in text else suggest(text, own)) or suggest(text, every)
