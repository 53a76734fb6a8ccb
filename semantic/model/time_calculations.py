"""Time calculations: a measure at other times, each a member of its own behind the measure's name.

All count through the as-of day alone. What a calculation is made of is the measure itself, each time in a stage, so
that a ratio has its two parts put to the other time apart, and a distinct count is one of the window's rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlglot import exp

from semantic.dates import period
from semantic.errors import Problem, suggest
from semantic.model.documents import MeasureDocument
from semantic.model.draft import Draft
from semantic.model.expression import ExpressionFault, hole
from semantic.model.grain import GRAINS, Interval
from semantic.model.model import SEPARATOR, Aggregation, Formula, Measure, MeasureRef, Model
from semantic.model.stage import CalculationDocument, Shift, Stage, Window

YEAR = Interval(months=12)
TO_DATE = Stage("aatd", window=Window(to_date=GRAINS["year"]))
WHOLE_YEAR = Stage("helaar", window=Window(to_date=GRAINS["year"], to_end=True))
TRAILING = Stage("rullende_12m", window=Window(trailing=YEAR))
OWN = Stage("opgjort")


def _last_year(stage: Stage, name: str) -> Stage:
    return replace(stage, name=name, shifts=(Shift(YEAR),))


LAST_YEAR = _last_year(OWN, "sidste_aar")
TO_DATE_LAST_YEAR = _last_year(TO_DATE, "aatd_sidste_aar")
WHOLE_LAST_YEAR = _last_year(WHOLE_YEAR, "helaar_sidste_aar")


@dataclass(frozen=True, eq=False)
class Recipe:
    """How a calculation is made: the measure in each of the stages, for each placeholder of the node.

    `says` is its definition in a sentence. What has a `unit` of its own has one decimal.
    """

    title: str
    says: str
    node: exp.Expr
    stages: tuple[Stage, ...]
    unit: str | None = None
    forecasts: bool = False


def _of_hundred(above: exp.Expr, below: exp.Expr) -> exp.Expr:
    return exp.Div(this=exp.Mul(this=exp.Paren(this=above), expression=exp.Literal.number(100)), expression=below)


CHANGE = exp.Sub(this=hole(0), expression=hole(1))
RECIPES = {
    "aatd": Recipe(
        "år til dato", "Fra 1. januar til periodens slutning, dog højst til og med opgjort pr.", hole(0), (TO_DATE,)
    ),
    "aatd_sidste_aar": Recipe(
        "sidste år til dato", "Som år til dato, til og med samme dag året før.", hole(0), (TO_DATE_LAST_YEAR,)
    ),
    "sidste_aar": Recipe(
        "samme periode sidste år",
        "De samme dage året før; en periode, der ikke er slut, tælles til og med samme dag.",
        hole(0), (LAST_YEAR,),
    ),
    "rullende_12m": Recipe(
        "rullende 12 måneder",
        "De 12 måneder til og med periodens slutning, dog højst til og med opgjort pr.",
        hole(0), (TRAILING,),
    ),
    "aendring": Recipe("ændring", "Perioden minus de samme dage året før.", CHANGE, (OWN, LAST_YEAR)),
    "aendring_pct": Recipe(
        "ændring i pct.", "Ændringen i procent af de samme dage året før.",
        _of_hundred(CHANGE, hole(1)), (OWN, LAST_YEAR), "pct.",
    ),
}  # fmt: skip
# The placeholders behind the stages are the days of the year so far, and all its days.
FORECASTS = {
    "lineaer": Recipe(
        "prognose", "År til dato gange årets dage delt med de dage, der er gået.",
        exp.Case(
            ifs=[exp.If(this=exp.EQ(this=hole(0), expression=exp.Literal.number(0)), true=exp.Literal.number(0))],
            default=exp.Div(this=exp.Mul(this=hole(0), expression=hole(2)), expression=hole(1)),
        ),
        (TO_DATE,), forecasts=True,
    ),
    "saeson": Recipe(
        "prognose", "År til dato gange hele sidste år delt med sidste år til dato.",
        exp.Case(
            ifs=[exp.If(this=exp.EQ(this=hole(3), expression=hole(4)), true=hole(0))],
            default=exp.Div(this=exp.Mul(this=hole(0), expression=hole(1)), expression=hole(2)),
        ),
        (TO_DATE, WHOLE_LAST_YEAR, TO_DATE_LAST_YEAR), forecasts=True,
    ),
}  # fmt: skip


def calculated_names(document: MeasureDocument) -> Iterator[str]:
    """The names of the measure's time calculations."""
    return (f"{document.name}{SEPARATOR}{one.name}" for one in _told(document))


def calculated(document: MeasureDocument, measure: Measure) -> tuple[Measure, ...]:
    """The measure's time calculations. Raises ExpressionFault."""
    told = list(_told(document))
    if told and isinstance(measure.body, Formula) and (measure.body.is_staged or measure.body.switch is not None):
        message = f"'{measure.id}' is computed in more than one stage, and has no time calculations."
        raise ExpressionFault("D635", message, "Give them to the measure that it is made of.")
    if twice := [one.name for number, one in enumerate(told) if one.name in {other.name for other in told[:number]}]:
        raise ExpressionFault("D635", f"'{measure.id}' has the time calculation '{twice[0]}' twice.", "Keep one.")
    return tuple(_made(one, measure) for one in told)


def _told(document: MeasureDocument) -> Iterator[CalculationDocument]:
    for one in document.time_calculations:
        yield one if isinstance(one, CalculationDocument) else CalculationDocument(name=one)


def _made(told: CalculationDocument, measure: Measure) -> Measure:
    recipe = _recipe(told, measure)
    stages = tuple(_named(one, measure) for one in recipe.stages)
    parts = (MeasureRef(measure.cube, measure.name),) * len(stages)
    days = stages[0] if recipe.forecasts else None
    return replace(
        measure,
        name=f"{measure.name}{SEPARATOR}{told.name}",
        title=f"{measure.title} ({recipe.title})",
        description=" ".join(filter(None, (recipe.says, measure.description))),
        type="number",
        body=Formula(recipe.node, parts, part_stages=stages, days=days),
        data_type="decimal",
        unit=recipe.unit or measure.unit,
        decimals=1 if recipe.unit else measure.decimals,
        pinned=frozenset(),
        additive_over=None,
        companion_of=measure.name,
        marked_by=None,
        looks=replace(measure.looks, format=None, currency=None) if recipe.unit else measure.looks,
    )


def _named(stage: Stage, measure: Measure) -> Stage:
    """The stage by the name that is the measure's own, so that calculations of it share what is alike."""
    return replace(stage, name=f"{measure.id}{SEPARATOR}{stage.name}", through_as_of=True)


def _recipe(told: CalculationDocument, measure: Measure) -> Recipe:
    """Raises ExpressionFault where the calculation is not told what it needs, or what it has no use for."""
    name = f"{measure.id}{SEPARATOR}{told.name}"
    for key, owner, hint in (
        ("base", "indeks", 'Write {name: indeks, base: "2021"}: the period that is 100.'),
        ("method", "prognose", f"Write {{name: prognose, method: …}}: {' or '.join(FORECASTS)}."),
    ):
        if (getattr(told, key) is None) == (told.name == owner):
            lacks = f"needs a '{key}'" if told.name == owner else f"has no use for '{key}'"
            raise ExpressionFault("D635", f"'{name}' {lacks}.", hint if told.name == owner else "Leave it out.")
    if told.method is not None:
        _refuse_what_does_not_add(measure, name)
        return FORECASTS[told.method]
    return RECIPES[told.name] if told.base is None else _index(str(told.base), name)


def _refuse_what_does_not_add(measure: Measure, name: str) -> None:
    body = measure.body
    if not isinstance(body, Aggregation) or body.kind not in ("sum", "count") or body.latest or body.spell:
        message = f"'{name}' would forecast what is no sum or count of rows: its days do not add up to a year."
        raise ExpressionFault("D635", message, "Leave it out, or forecast its parts.")


def _index(base: str, name: str) -> Recipe:
    """Raises ExpressionFault where the base is no period of the calendar."""
    try:
        first, last = _bounds(base)
    except ValueError:
        message = f"The base of '{name}' is no period: '{base[:40]}'."
        raise ExpressionFault("D635", message, "Write a year, a quarter or a month: 2021, 2021K1, 2021-03.") from None
    stage = Stage(f"base_{base}".replace("-", "_"), window=Window(base=(first, last)))
    node = _of_hundred(hole(0), hole(1))
    return Recipe("indeks", f"Perioden i forhold til {base}, som er 100.", node, (OWN, stage), "indeks")


def _bounds(base: str) -> tuple[datetime, datetime]:
    """Raises ValueError."""
    first, last = period(base, date.min, None) if base[:4].isdigit() and len(base) <= len("2021-03") else (None, None)
    if first is None or last is None:
        raise ValueError(base)
    return first, last


def times_are_told(model: Model, draft: Draft) -> Iterator[Problem]:
    """The main time of a cube is one of its times."""
    for cube in draft.cubes.values():
        times = [one.name for one in cube.dimensions if one.type == "time"]
        if cube.main_time not in (None, *times) and not draft.broken.covers(cube.name, str(cube.main_time)):
            message = f"'main_time' of '{cube.name}' names '{cube.main_time}', which is no time dimension of it."
            yield Problem("D635", message, suggest(str(cube.main_time), times), at=draft.at(cube.name, "main_time"))
        linked = model.cubes[cube.name].dimensions.get(cube.main_time or "")
        if linked is not None and linked.expression.paths - {()}:
            message = f"'main_time' of '{cube.name}' names '{linked.name}', which is no column of its own rows."
            yield Problem("D635", message, "Name one that is.", at=draft.at(cube.name, "main_time"))


def dates_are_not_rolled(model: Model, draft: Draft) -> Iterator[Problem]:
    """Nothing that holds a stock, or who is active, is taken over 12 months: both are of one date."""
    for measure in (one for cube in model.cubes.values() for one in cube.measures.values()):
        stages = measure.body.part_stages if isinstance(measure.body, Formula) else ()
        is_rolled = any(one.window and one.window.trailing != Interval() for one in stages)
        if is_rolled and (what := _of_one_date(model, measure)):
            message = f"'{measure.id}' would be of 12 months, and {what} is of one date."
            yield Problem("D635", message, "Leave 'rullende_12m' out.", at=measure.at)


def _of_one_date(model: Model, measure: Measure) -> str | None:
    """What the measure holds that is of one date; None where it holds no such thing."""
    waiting, seen = [measure], {measure.id}
    while waiting:
        body = waiting.pop().body
        parts: Iterable[object] = (body,) if isinstance(body, Aggregation) else body.parts
        for part in parts:
            if isinstance(part, Aggregation) and part.latest:
                return "a stock"
            if isinstance(part, Aggregation) and part.spell and part.spell.is_of_one_date:
                return "what is active"
            if isinstance(part, MeasureRef) and str(part) not in seen:
                seen.add(str(part))
                waiting += [one for one in (model.cubes[part.cube].measures.get(part.measure),) if one]
    return None
