"""Names inside row-level model SQL → columns, with members of the same or a joined cube put in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import count

from sqlglot import exp

from semantic.errors import suggest
from semantic.model.documents import CaseDocument, DimensionDocument, SqlLabel
from semantic.model.draft import Draft
from semantic.model.expression import ExpressionFault, Named, Unmade, cast, each, fill, hole, parse_expression
from semantic.model.grain import GRAINS
from semantic.model.graph import BESIDE, Graph, Path, end_of, is_to_one, to_one_paths
from semantic.model.intervals import is_period, of_calendar
from semantic.model.model import ColumnRef, Scalar
from semantic.model.sub_query import measure_of

MAX_CHAIN = 60  # dimensions that name one another
MAX_NODES = 5_000  # of one expression with all that it names put in place


class ChainFault(ExpressionFault):
    """A fault of the dimension that was asked for first, however deep it shows."""


class Scalars:
    """Builds every row-level expression of the model once. Its life is one `link`."""

    def __init__(self, draft: Draft, graph: Graph) -> None:
        self.draft = draft
        self.cubes = draft.cubes
        self.graph = graph
        self.dimensions: dict[tuple[str, str], DimensionDocument] = {}
        for cube in draft.cubes.values():
            for dimension in cube.dimensions:
                self.dimensions.setdefault((cube.name, dimension.name), dimension)
        self._built: dict[tuple[str, str], Scalar] = {}
        self._failed: set[tuple[str, str]] = set()
        self._under_way: list[tuple[str, str]] = []
        self._build()

    def _build(self) -> None:
        """Builds every dimension, each fault noted where it is; after this, those that failed are known."""
        for cube_name, section, index in self.draft.unserved:
            if section == "dimensions":
                document = self.cubes[cube_name].dimensions[index]
                if self.dimensions[cube_name, document.name] is document:
                    self._failed.add((cube_name, document.name))
        for cube in self.cubes.values():
            for index, document in enumerate(cube.dimensions):
                key = (cube.name, document.name)
                at = self.draft.at(cube.name, "dimensions", index, "name")
                if (
                    self.dimensions[key] is document
                    and self.draft.attempt(at, partial(self.of_dimension, *key), *key) is None
                ):
                    self._failed.add(key)

    def of_text(self, cube: str, text: str, extra: Mapping[str, Path] | None = None) -> Scalar:
        """The scalar of model SQL written in the cube. `extra` adds words for paths (a join's own target)."""
        tree, names = parse_expression(text, self.cubes[cube].dialect)
        return self.of_tree(cube, tree, names, extra)

    def of_tree(
        self, cube: str, tree: exp.Expr, names: tuple[Named, ...], extra: Mapping[str, Path] | None = None
    ) -> Scalar:
        if aggregate := tree.find(exp.AggFunc):
            message = f"'{aggregate.key}' aggregates, but this is a value of one row."
            raise ExpressionFault("D625", message, "Make it a measure.")
        _refuse_whole_division(tree)
        indexes = list(dict.fromkeys(int(node.name) for node in tree.find_all(exp.Placeholder)))
        scalars = dict(
            zip(indexes, each(lambda index: self._named(cube, names[index], extra or {}), indexes), strict=True)
        )
        return splice(tree, scalars.__getitem__)

    def of_dimension(self, cube: str, name: str) -> Scalar:
        """The dimension's own expression. Raises Unmade, without a fault when it has been told already."""
        key = (cube, name)
        if key in self._built:
            return self._built[key]
        if key in self._failed:
            raise Unmade
        self._refuse_chain(key)
        self._under_way.append(key)
        try:
            document = self.dimensions[key]
            built = self.of_document(cube, document)
            if sum(1 for _ in built.node.walk()) > MAX_NODES:
                raise ExpressionFault("D626", f"'{cube}.{name}' grows past {MAX_NODES} terms.")
            self._built[key] = built
        finally:
            self._under_way.pop()
        return self._built[key]

    def of_document(self, cube: str, document: DimensionDocument) -> Scalar:
        """What the dimension writes: its SQL, its choice of labels, a measure, or else the column of its name."""
        if document.type == "switch":
            return _of_switch(document)
        if is_period(self.cubes[cube], document):
            return of_calendar(document)
        if document.sub_query:
            measure_of(self.cubes[cube], document, self.draft)
            return Scalar(hole(0), (ColumnRef((f"{BESIDE}{document.name}",), "value"),))
        if document.case is None:
            return self.of_text(cube, document.name if document.sql is None else document.sql)
        if document.sql is not None:
            raise ExpressionFault("D629", f"'{cube}.{document.name}' has both 'sql' and 'case'.", "Keep one of them.")
        return splice(_choice(document.case), each(partial(self.of_text, cube), document.case.texts).__getitem__)

    def _refuse_chain(self, key: tuple[str, str]) -> None:
        """Raises ChainFault where a chain of dimensions has no end. The others of the chain are not told it again."""
        if key in self._under_way:
            circle = self._under_way[self._under_way.index(key) :]
            if len(circle) < len(self._under_way):
                raise Unmade  # it only leads into the circle
            self._failed.update(circle)
            trail = " → ".join(f"{c}.{d}" for c, d in [*circle, key])
            raise ChainFault("D626", f"Dimensions name each other in a circle: {trail}.")
        if len(self._under_way) >= MAX_CHAIN:
            self._failed.update(self._under_way)
            first = ".".join(self._under_way[0])
            raise ChainFault("D626", f"'{first}' is more than {MAX_CHAIN} dimensions deep.")

    def alias_of(self, document: DimensionDocument, cube: str) -> tuple[Path, str, str] | None:
        """(path, cube, dimension) when the dimension only repeats one of a joined cube."""
        if document.case is not None or document.sub_query or document.type == "switch":
            return None
        tree, names = parse_expression(document.sql or document.name, self.cubes[cube].dialect)
        if not isinstance(tree, exp.Placeholder) or names[0].column is not None or len(names[0].words) < 2:
            return None
        path = self.path_of(cube, names[0].words[:-1], {})
        return (path, end_of(self.graph, cube, path), names[0].words[-1]) if path else None

    def _named(self, cube: str, named: Named, extra: Mapping[str, Path]) -> Scalar:
        if named.column is not None:
            path = self.path_of(cube, named.words, extra)
            return Scalar(hole(0), (ColumnRef(path, named.column, named.quoted),))
        name = named.words[-1]
        path = self.path_of(cube, named.words[:-1], extra, name)
        target = end_of(self.graph, cube, path)
        if (target, name) not in self.dimensions:
            raise self._unknown(cube, target, name)
        if self.dimensions[target, name].type == "switch":
            message = f"'{target}.{name}' is a switch: the question chooses its value, and no row has one."
            raise ExpressionFault("D632", message, "Use it in the 'case' of a measure.")
        if is_period(self.cubes[target], self.dimensions[target, name]):
            message = f"'{target}.{name}' is the period of spells: the question's calendar, which no row has."
            raise ExpressionFault("D656", message, "Use the day on which a spell starts or ends.")
        try:
            return under(self.of_dimension(target, name), path)
        except Unmade as unmade:  # told of that dimension itself
            raise Unmade(*(fault for fault in unmade.faults if isinstance(fault, ChainFault))) from None

    def path_of(self, cube: str, words: tuple[str, ...], extra: Mapping[str, Path], last: str = "") -> Path:
        """The to-one path that the words in braces name: `CUBE`, the cube itself, joins, or a cube further off.

        `last` is the word that follows them.
        """
        if words and words[0] in ("CUBE", cube) and words[0] not in extra:
            words = words[1:]
        path: Path = ()
        for word, after in zip(words, (*words[1:], last), strict=False):
            here = end_of(self.graph, cube, path)
            path = (*path, *(extra[word] if not path and word in extra else self._step(here, word, after)))
        if not extra and not is_to_one(self.graph, cube, path):
            raise ExpressionFault("D627", f"'{'.'.join(words)}' leads to many rows.", "Only to-one joins give a value.")
        return path

    def _step(self, cube: str, word: str, after: str) -> Path:
        if word in self.graph[cube]:
            return (word,)
        if (cube, word) in self.dimensions and word not in self.graph:
            raise self._no_join(cube, word, after)
        if word not in self.graph:
            if self.draft.broken.covers(word) or self.draft.broken.covers(cube, word):
                raise Unmade
            known = [*self.graph[cube], *(name for c, name in self.dimensions if c == cube)]
            raise ExpressionFault("D610", f"'{word}' is no join or cube that '{cube}' knows.", suggest(word, known))
        paths = to_one_paths(self.graph, cube, word)
        if len(paths) == 1:
            return paths[0]
        if not paths and self.draft.lacks_join(self.graph, cube, word):
            raise Unmade
        if not paths:
            raise ExpressionFault("D611", f"No join leads from '{cube}' to one row of '{word}'.")
        found = " or ".join(".".join(path) for path in paths)
        raise ExpressionFault("D612", f"More than one path leads from '{cube}' to '{word}'.", f"Name one: {found}.")

    def _no_join(self, cube: str, word: str, after: str) -> ExpressionFault:
        """Why nothing may follow a dimension in braces."""
        hint = f"Write {{{word}}} alone."
        if self.dimensions[cube, word].type == "time" and after in GRAINS:
            hint = f"A granularity is written in SQL: date_trunc('{after}', {{{word}}})."
        return ExpressionFault("D610", f"'{word}' is a dimension of '{cube}', no join: nothing may follow it.", hint)

    def _unknown(self, cube: str, target: str, name: str) -> Unmade:
        if name == "CUBE" or (target == cube and name in self.graph):
            return ExpressionFault("D624", f"'{{{name}}}' stands alone.", f"Write {{{name}}}.column.")
        if self.draft.broken.covers(target, name):
            return Unmade()
        known = [dimension for c, dimension in self.dimensions if c == target]
        return ExpressionFault("D610", f"'{target}' has no dimension '{name}'.", suggest(name, known))


def _of_switch(document: DimensionDocument) -> Scalar:
    """NULL for every row. Raises ExpressionFault where the values, or other keys, are not those of a switch."""
    if not document.values or len(set(document.values)) < len(document.values):
        raise ExpressionFault("D632", f"The switch '{document.name}' needs 'values', each once.")
    if document.sql is not None or document.case is not None or document.primary_key or document.conformed:
        raise ExpressionFault("D632", f"The switch '{document.name}' has values of its own.", "Leave out all else.")
    return Scalar(cast(exp.Null(), "VARCHAR"), ())


def _choice(case: CaseDocument) -> exp.Expr:
    """CASE with placeholder i for the i-th of its texts."""
    numbers = count()

    def label(written: str | SqlLabel) -> exp.Expr:
        return exp.Literal.string(written) if isinstance(written, str) else hole(next(numbers))

    branches = [exp.If(this=hole(next(numbers)), true=label(branch.label)) for branch in case.when]
    return exp.Case(ifs=branches, default=label(case.otherwise.label) if case.otherwise else None)


def _refuse_whole_division(tree: exp.Expr) -> None:
    """Some dialects cut the quotient of two integers and the engine does not; which columns are integers is not known
    yet."""
    for division in tree.find_all(exp.Div):
        if division.args.get("typed") and not (_is_fractional(division.left) or _is_fractional(division.right)):
            raise ExpressionFault(
                "D623",
                "'/' cuts the quotient of whole numbers in the cube's dialect, but not in the engine's.",
                "Write / 10.0 for the quotient, or TRUNC(x / 10.0) for its whole part.",
            )


def _is_fractional(node: exp.Expr) -> bool:
    """Whether the value is no integer, whatever the columns are."""
    if isinstance(node, exp.Literal):
        return not node.is_string and not node.name.isdigit()
    if isinstance(node, exp.Cast):
        return node.to.this in (*exp.DataType.REAL_TYPES, exp.DataType.Type.DECIMAL)
    if isinstance(node, (exp.Paren, exp.Neg, exp.Abs)):
        return _is_fractional(node.this)
    return isinstance(node, (exp.Add, exp.Sub, exp.Mul, exp.Div)) and any(map(_is_fractional, (node.left, node.right)))


def splice(tree: exp.Expr, scalar_at: Callable[[int], Scalar]) -> Scalar:
    """The tree with each placeholder replaced by a scalar, its columns numbered anew and named once."""
    columns: list[ColumnRef] = []

    def place(index: int) -> exp.Expr:
        part = scalar_at(index)
        inner = fill(part.node, lambda i: _hole(part.columns[i], columns))
        return inner if isinstance(inner, exp.Placeholder) else exp.Paren(this=inner)

    node = fill(tree, place)
    return Scalar(node, tuple(columns))


def _hole(ref: ColumnRef, columns: list[ColumnRef]) -> exp.Placeholder:
    if ref not in columns:
        columns.append(ref)
    return hole(columns.index(ref))


def under(scalar: Scalar, path: Path) -> Scalar:
    """The same scalar seen from the start of the path that leads to it."""
    columns = tuple(ColumnRef((*path, *ref.path), ref.name, ref.quoted) for ref in scalar.columns)
    return Scalar(scalar.node, columns)


def all_of(scalars: list[Scalar]) -> Scalar | None:
    """The conditions joined with AND, None for none."""
    if len(scalars) < 2:
        return scalars[0] if scalars else None
    tree = exp.and_(*(hole(i) for i in range(len(scalars))))
    return splice(tree, lambda index: scalars[index])
