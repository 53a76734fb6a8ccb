"""Targets: the cube that a document's values are, and the members that its measure has by them.

A target is a fact as any other, of rows that the model holds itself. What it is not set for cannot be asked, and it is
never summed: so says every rule that other facts are under, and nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from sqlglot import exp

from semantic.dates import period
from semantic.errors import Problem, suggest
from semantic.model.broken import Broken
from semantic.model.documents import CubeDocument, DimensionDocument, MeasureDocument
from semantic.model.draft import Draft
from semantic.model.expression import cast, hole
from semantic.model.model import AS_OF_DAY, SEPARATOR, Cube, Dimension, Formula, Measure, MeasureRef
from semantic.model.read import Origin, SourceFile
from semantic.model.target import TargetDocument, TargetValueDocument

TARGET, TOLERANCE = "maal", "tolerance"
OWN_COLUMN = re.compile(r"\s*(?:\{CUBE\}\.)?([A-Za-z_]\w*)\s*")
COLUMNS = re.compile(r"\{CUBE\}\.(\w+)")
JOINED = re.compile(r"(?:\{CUBE\}\.\w+|\{\w+\}\.\w+|[=\s()]|\bAND\b)*", re.IGNORECASE)
EXAMPLES = {"year": "2024", "quarter": "2024K1", "month": "2024-03"}
REACHED, TOLERATED, MISSED = "naaet", "inden_for_tolerance", "ikke_naaet"
BETTER = {"higher_is_better": (exp.GTE, exp.Sub), "lower_is_better": (exp.LTE, exp.Add)}
TITLES = {
    "maal": "mål",
    "maal_afvigelse": "afvigelse fra mål",
    "maal_afvigelse_pct": "afvigelse fra mål i pct.",
    "maal_status": "målopfyldelse",
}
SAYS = {
    "maal": "Målet for præcis denne enhed og periode. Tomt, hvor der intet mål er sat.",
    "maal_afvigelse": "Tallet minus målet.",
    "maal_afvigelse_pct": "Tallet minus målet, i pct. af målet.",
    "maal_status": "naaet, inden_for_tolerance eller ikke_naaet, efter tallet før afrunding.",
}


class Misaimed(Exception):
    """What is wrong with a target, where in its document, and what to do."""

    def __init__(self, message: str, hint: str | None = None, *path: str | int) -> None:
        super().__init__(message)
        self.hint = hint
        self.path = path


def cube_of(document: TargetDocument) -> str:
    """The name of the cube that the document's values are.

    >>> from types import SimpleNamespace
    >>> cube_of(SimpleNamespace(measure="sager.andel"))
    'maal_sager_andel'
    """
    return f"maal_{document.measure.replace('.', '_')}"[:63]


def targets_of(draft: Draft) -> dict[str, str]:
    """Of the cube of each target, the cube of its measure."""
    return {cube_of(one): one.measure.partition(".")[0] for one in draft.targets.values()}


def aimed_at(cube: Cube) -> tuple[Dimension, ...]:
    """Of the cube of a target the dimensions whose members have targets: all but the last, which is the period."""
    return tuple(cube.dimensions.values())[:-1]


def target_names(document: TargetDocument, measure: MeasureDocument) -> Iterator[str]:
    """The names of what the measure has by its target."""
    for kind in TITLES:
        if kind != "maal_status" or measure.polarity in BETTER:
            yield f"{measure.name}{SEPARATOR}{kind}"


def with_targets(files: Sequence[SourceFile]) -> tuple[SourceFile, ...]:
    """The files with a cube for each target. One that is faulty is a problem of its file, and left out."""
    return _Targets(files).files()


class _Targets:
    """The cubes of all files, and those that are made of targets."""

    def __init__(self, files: Sequence[SourceFile]) -> None:
        self.before = files
        self.cubes = {cube.name: cube for file in reversed(files) for cube in file.document.cubes}
        self.known = Broken()
        for file in files:
            self.known.add(file.broken)
        self.seen: set[str] = set()
        self.changed: set[str] = set()

    def files(self) -> tuple[SourceFile, ...]:
        made = [self._made(file) for file in self.before]
        return tuple(self._conformed(file) for file in made)

    def _made(self, file: SourceFile) -> SourceFile:
        cubes, elsewhere, problems = list(file.document.cubes), dict(file.elsewhere), list(file.problems)
        kept: list[TargetDocument] = []
        for index, document in enumerate(file.document.targets):
            try:
                made = self._cube(document)
            except Misaimed as fault:
                at = file.at("targets", index, *fault.path)
                problems.append(Problem("D657", str(fault), fault.hint, at=at))
                continue
            if made is not None:
                elsewhere["cubes", len(cubes)] = Origin(file, ("targets", index), None)
                cubes.append(made)
                kept.append(document)
        content = file.document.model_copy(update={"cubes": cubes, "targets": kept})
        return replace(file, document=content, elsewhere=elsewhere, problems=tuple(problems))

    def _conformed(self, file: SourceFile) -> SourceFile:
        """The file whose dimensions are declared the same as those of the targets."""
        cubes = [self.cubes[one.name] if one.name in self.changed else one for one in file.document.cubes]
        return replace(file, document=file.document.model_copy(update={"cubes": cubes}))

    def _cube(self, document: TargetDocument) -> CubeDocument | None:
        """The cube of the values; None where only what they are of is faulty. Raises Misaimed."""
        name, _, member = document.measure.partition(".")
        cube = self.cubes.get(name)
        measure = next((one for one in cube.measures if one.name == member), None) if cube else None
        if cube is None or measure is None:
            if self.known.covers(name, member):
                return None
            known = (f"{one.name}.{own.name}" for one in self.cubes.values() for own in one.measures)
            raise Misaimed(f"There is no measure '{document.measure}'.", suggest(document.measure, known), "measure")
        if document.measure in self.seen:
            raise Misaimed(f"'{document.measure}' has two documents of targets.", "Put them into one.", "measure")
        self.seen.add(document.measure)
        if measure.polarity not in BETTER and any(one.tolerance is not None for one in document.values):
            hint = "Leave the tolerance out, or give the measure its 'polarity'."
            raise Misaimed(f"Nothing says which side of its target '{document.measure}' should be on.", hint)
        names = (*document.dimensions, document.period)
        if twice := [one for number, one in enumerate(names) if one in names[:number]]:
            raise Misaimed(f"The dimension '{twice[0]}' stands twice.", "Keep one of them.", "dimensions")
        keys = [_key(cube, name, document) for name in names]
        made = _values_cube(cube, document, [_same(cube, one) for one in keys])
        self.cubes[cube.name] = _declared_same(cube, keys)
        self.changed.add(cube.name)
        return made


@dataclass(frozen=True)
class _Key:
    """A dimension that targets are set for, the column that it is, and whether that is where the periods are."""

    document: DimensionDocument
    column: str
    grain: str | None


def _key(cube: CubeDocument, name: str, document: TargetDocument) -> _Key:
    """Raises Misaimed."""
    is_period = name == document.period
    path = ("period",) if is_period else ("dimensions", document.dimensions.index(name))
    found = next((one for one in cube.dimensions if one.name == name), None)
    if found is None:
        hint = suggest(name, [one.name for one in cube.dimensions])
        raise Misaimed(f"'{cube.name}' has no dimension '{name}'.", hint, *path)
    if found.sub_query or found.type in ("geo", "switch", "boolean") or (found.type == "time") > is_period:
        raise Misaimed(f"A target is set for no '{found.type}' such as '{cube.name}.{name}'.", None, *path)
    if is_period and (found.type == "time") != (document.grain is not None):
        does = "needs a 'grain'" if found.type == "time" else "is no time, and has no use for a 'grain'"
        raise Misaimed(f"The period '{cube.name}.{name}' {does}.", None, "grain" if document.grain else "period")
    own = OWN_COLUMN.fullmatch(found.sql or name)
    return _Key(found, own[1] if own else name, document.grain if is_period else None)


def _same(cube: CubeDocument, key: _Key) -> _Key:
    """The key with a name by which the cube's dimension and the targets' are one and the same."""
    name = key.document.conformed or f"{cube.name}.{key.document.name}"
    return replace(key, document=key.document.model_copy(update={"conformed": name}))


def _declared_same(cube: CubeDocument, keys: Sequence[_Key]) -> CubeDocument:
    named = {one.document.name: _same(cube, one).document for one in keys}
    return cube.model_copy(update={"dimensions": [named.get(one.name, one) for one in cube.dimensions]})


def _values_cube(cube: CubeDocument, document: TargetDocument, keys: Sequence[_Key]) -> CubeDocument:
    """Raises Misaimed."""
    columns = {one.column for one in keys}
    dated = (None, AS_OF_DAY, document.period)
    joins = [
        one
        for one in cube.joins
        if JOINED.fullmatch(one.sql) and columns.issuperset(COLUMNS.findall(one.sql)) and one.at in dated
    ]
    dimensions = [_dimension(one) for one in keys]
    measures = [
        {"name": name, "type": "sum", "sql": f"{{CUBE}}.{name}", "additive_over": []} for name in (TARGET, TOLERANCE)
    ]
    made = {"name": cube_of(document), "title": f"Mål: {document.measure}", "public": False}
    made |= {"sql": _rows(document, keys).sql("duckdb"), "synthetic": cube.synthetic, "description": document.note}
    made |= {"dimensions": dimensions, "measures": measures}
    return CubeDocument.model_validate(made).model_copy(update={"joins": joins, "source": cube.source})


def _dimension(key: _Key) -> dict[str, object]:
    own = {"name": key.document.name, "type": key.document.type, "sql": f"{{CUBE}}.{key.column}"}
    return {**own, "conformed": key.document.conformed, "primary_key": True, "grain": key.grain}


def _rows(document: TargetDocument, keys: Sequence[_Key]) -> exp.Select:
    """The values as rows. Raises Misaimed."""
    told: dict[tuple[object, ...], int] = {}
    scale = max(_scale(one) for value in document.values for one in (value.target, value.tolerance or Decimal()))
    rows: list[exp.Expr] = []
    for index, value in enumerate(document.values):
        at = ("values", index)
        if len(value.members) != len(document.dimensions):
            message = f"The target is of {len(value.members)} members, not {len(document.dimensions)}."
            raise Misaimed(message, "Name one member of each dimension; each other has a line of its own.", *at)
        cells = [_cell(key, one, at) for key, one in zip(keys, (*value.members, value.period), strict=True)]
        if told.setdefault(tuple(cell.sql() for cell in cells), index) != index:
            raise Misaimed("There is a target of the same members and period already.", "Keep one of them.", *at)
        rows.append(exp.Tuple(expressions=[*cells, *_amounts(value, scale)]))
    names = [exp.to_identifier(one, quoted=True) for one in (*(key.column for key in keys), TARGET, TOLERANCE)]
    table = exp.TableAlias(this=exp.to_identifier("maal"), columns=names)
    return exp.select("*").from_(exp.Values(expressions=rows, alias=table))


def _scale(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))


def _amounts(value: TargetValueDocument, scale: int) -> Iterator[exp.Expr]:
    for one in (value.target, value.tolerance or Decimal()):
        yield cast(exp.Literal.string(f"{one:f}"), f"DECIMAL(38, {scale})")


def _cell(key: _Key, value: str | int, at: tuple[str, int]) -> exp.Expr:
    """Raises Misaimed where the value is none of the dimension's kind, or no period of the grain."""
    if key.document.type == "time":
        return cast(exp.Literal.string(_first_day(str(value), str(key.grain), at).isoformat()), "DATE")
    if isinstance(value, int) != (key.document.type == "number"):
        raise Misaimed(f"'{value}' is no {key.document.type}, as '{key.document.name}' is.", None, *at)
    return cast(exp.Literal.string(str(value)), "BIGINT" if isinstance(value, int) else "VARCHAR")


def _first_day(text: str, grain: str, at: tuple[str, int]) -> date:
    try:
        first, _ = period(text, date.min, None) if len(text) == len(EXAMPLES[grain]) else (None, None)
    except ValueError:
        first = None
    if first is None:
        raise Misaimed(f"'{text[:40]}' is no {grain}.", f"Write it as {EXAMPLES[grain]}.", *at, "period")
    return first.date()


def targeted(measure: Measure, document: TargetDocument | None) -> Iterator[Measure]:
    """What the measure has by its target, each a member of its own; nothing where it has none."""
    if document is None:
        return
    own = MeasureRef(measure.cube, measure.name)
    target, tolerance = (MeasureRef(cube_of(document), name) for name in (TARGET, TOLERANCE))
    away = exp.Sub(this=hole(0), expression=hole(1))
    per_cent = exp.Mul(this=exp.Paren(this=away.copy()), expression=exp.Literal.number(100))
    yield replace(_made(measure, "maal", Formula(hole(0), (target,))), decimals=None)
    yield _made(measure, "maal_afvigelse", Formula(away, (own, target)))
    of_target = Formula(exp.Div(this=per_cent, expression=hole(1)), (own, target))
    yield replace(_made(measure, "maal_afvigelse_pct", of_target), unit="pct.", decimals=1)
    if measure.polarity in BETTER:
        status = _made(measure, "maal_status", Formula(_status(measure.polarity), (own, target, tolerance)))
        yield replace(status, data_type="text", type="string", unit=None, decimals=None)


def _made(measure: Measure, kind: str, body: Formula) -> Measure:
    plain = kind in ("maal", "maal_afvigelse")
    return replace(
        measure,
        name=f"{measure.name}{SEPARATOR}{kind}",
        title=f"{measure.title} ({TITLES[kind]})",
        description=" ".join(filter(None, (SAYS[kind], measure.description))),
        type="number",
        body=body,
        data_type="decimal",
        polarity="neutral" if kind == "maal" else measure.polarity,
        pinned=frozenset(),
        additive_over=None,
        companion_of=measure.name,
        looks=measure.looks if plain else replace(measure.looks, format=None, currency=None),
    )


def _status(polarity: str | None) -> exp.Expr:
    """The word by which side of the target the value is on; NULL where one of them is."""
    reaches, eases = BETTER[str(polarity)]
    tolerated = exp.Paren(this=eases(this=hole(1), expression=hole(2)))
    tests = {
        REACHED: reaches(this=hole(0), expression=hole(1)),
        TOLERATED: reaches(this=hole(0), expression=tolerated),
        MISSED: exp.Not(this=exp.Paren(this=reaches(this=hole(0), expression=tolerated.copy()))),
    }
    return exp.Case(ifs=[exp.If(this=test, true=exp.Literal.string(word)) for word, test in tests.items()])


Targets = Mapping[tuple[str, str], TargetDocument]
"""The targets of each (cube, measure) that has some."""
