"""Names in a select → columns of what it reads from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlglot import exp

from semantic.errors import Problem, shown, suggest
from semantic.names import Resolution, named_field
from server.postgres.schemas import DATABASE
from server.postgres.sql.leaves import OWN, leaf, mapped, place_of
from server.postgres.sql.refusals import place, refuse
from server.postgres.sql.relations import Open, Reading, Relation

Reader = Callable[[exp.Expr], exp.Expr]
SYSTEM = ("oid", "ctid", "tableoid", "xmin")


@dataclass(frozen=True, eq=False)
class Source:
    """What FROM names, and under which name; `reading` holds the questions that it puts.

    `schema` is the one that it stands in, empty for what is of the statement itself.
    """

    alias: str
    relation: Relation
    reading: Reading
    schema: str = ""


@dataclass(frozen=True, eq=False)
class Scope:
    """The names that one select can use."""

    source: Source

    def read(self, node: exp.Expr) -> exp.Expr:
        """The expression with every name replaced by what it stands for."""
        if isinstance(node, exp.Column) and node.table != OWN:
            return self.column(node)
        return mapped(node, self.read)

    def column(self, node: exp.Column) -> exp.Expr:
        found = self.find(node)
        if found is not None:
            return found
        self.source.reading.problems.append(replace(self._unknown(node), at=place(node)))
        return exp.null()

    def _unknown(self, node: exp.Column) -> Problem:
        """What is wrong with the name, in the words of every interface."""
        relation = self.source.relation
        if isinstance(relation, Open) and relation.grain is None:
            dotted = "." in node.name and bool(node.this.args.get("quoted"))
            state = Resolution(relation.face.visible)
            named_field(node.name if dotted else f"{relation.face.view.name}.{node.name}", state)
            if state.problems:
                return state.problems[0]
        known = list(relation.columns) if isinstance(relation, Open) else list(relation.cells)
        at = self.source.alias or "the subquery"
        return Problem("R202", f"'{shown(at)}' has no member '{shown(node.name)}'.", suggest(node.name, known))

    def _check_table(self, node: exp.Column) -> None:
        """INVARIANT: what is written of one schema or database is never of another."""
        source = self.source
        is_there = node.db.lower() in ("", source.schema) and node.catalog.lower() in ("", DATABASE)
        if node.table and (node.table.lower() != source.alias.lower() or not is_there):
            written = ".".join(part.name for part in node.parts[:-1])
            raise refuse("R201", f"There is no view '{written[:80]}'.", None, node)

    def find(self, node: exp.Column) -> exp.Expr | None:
        """What the name stands for; None where there is no such column."""
        self._check_table(node)
        quoted = bool(node.this.args.get("quoted")) if isinstance(node.this, exp.Identifier) else False
        relation = self.source.relation
        if isinstance(relation, Open):
            inner = self._among(node.name, quoted, list(relation.columns))
            if inner is not None:
                found = _placed(relation.columns[inner], node)
                self.source.reading.spend(1 if isinstance(found, exp.Column) else sum(1 for _ in found.walk()))
                return found
            member = relation.face.find(node.name, quoted) if relation.grain is None else None
            return leaf(member, node) if member is not None else None
        name = self._among(node.name, quoted, list(relation.cells))
        if name is None:
            return None
        found = exp.column(exp.to_identifier(name, quoted=True), exp.to_identifier(self.source.alias or "rows"))
        found.meta.update(place_of(node))
        return found

    @staticmethod
    def _among(name: str, quoted: bool, names: list[str]) -> str | None:
        if name in names:
            return name
        folded = {one.lower(): one for one in reversed(names)}
        return folded.get(name if quoted else name.lower())

    def read_output(self, node: exp.Expr, outputs: dict[str, exp.Expr], read: Reader) -> exp.Expr:
        """As ORDER BY reads a bare name: an output's name first."""
        name = _bare_name(node)
        found = self._among(name, False, list(outputs)) if name is not None else None
        return outputs[found].copy() if found is not None else read(node)

    def read_input_first(self, node: exp.Expr, outputs: dict[str, exp.Expr], read: Reader) -> exp.Expr:
        """As GROUP BY reads a bare name: a column's first, then an output's."""
        name = _bare_name(node)
        if name is not None and isinstance(node, exp.Column) and self.find(node) is None:
            return self.read_output(node, outputs, read)
        return read(node)

    def is_star(self, node: exp.Expr) -> bool:
        return isinstance(node, exp.Star) or (isinstance(node, exp.Column) and isinstance(node.this, exp.Star))

    def everything(self, node: exp.Expr) -> list[tuple[str, exp.Expr]]:
        """What `*` stands for: the columns in order, without the companions."""
        if isinstance(node, exp.Column):
            self._check_table(node)
        relation = self.source.relation
        names = relation.columns if isinstance(relation, Open) else relation.cells
        return [(name, self.column(exp.column(exp.to_identifier(name, quoted=True)))) for name in names]


def _bare_name(node: exp.Expr) -> str | None:
    return node.name if isinstance(node, exp.Column) and not node.table else None


def _placed(node: exp.Expr, at: exp.Expr) -> exp.Expr:
    found = node.copy()
    if isinstance(found, exp.Column):
        found.meta.update(place_of(at))
    return found


def output_name(node: exp.Expr, index: int) -> str:
    """The name of an output as PostgreSQL gives it."""
    if isinstance(node, exp.Alias):
        return _folded(node.args["alias"])
    while isinstance(node, (exp.Cast, exp.Paren, exp.Window)):
        node = node.this
    if isinstance(node, exp.Column):
        return _folded(node.this)
    if isinstance(node, exp.Anonymous):
        return node.name.lower()
    if isinstance(node, exp.Func) and not isinstance(node, (exp.Case, exp.And, exp.Or)):
        return SQL_NAMES.get(type(node)) or node.sql_name().lower()
    return "case" if isinstance(node, exp.Case) else "?column?"


def _folded(name: exp.Expr) -> str:
    """The name as PostgreSQL keeps it: in lower case, unless it is quoted."""
    return name.name if name.args.get("quoted") else name.name.lower()


def told_apart(outputs: list[tuple[str, exp.Expr]]) -> list[tuple[str, exp.Expr]]:
    """Names that stand twice get a number; the client is told the name as it was written."""
    seen: dict[str, int] = {}
    found = []
    for name, node in outputs:
        seen[name] = seen.get(name, 0) + 1
        found.append((name if seen[name] == 1 else f"{name}\x00{seen[name]}", node))
    return found


SQL_NAMES: dict[type[exp.Expr], str] = {
    exp.TimestampTrunc: "date_trunc", exp.StrPosition: "strpos", exp.TimeToStr: "to_char", exp.Grouping: "grouping",
}  # fmt: skip
