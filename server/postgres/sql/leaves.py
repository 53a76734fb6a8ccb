"""A view's columns as SQL names them, and the leaf that stands for one of them in an expression."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeVar

from sqlglot import exp

from semantic.access.visible import VisibleModel
from semantic.model.distinct import is_counted
from semantic.model.model import (
    DISTINCT_SUFFIX,
    REST_SUFFIX,
    STAMPS,
    STATUS_SUFFIX,
    Dimension,
    Measure,
    View,
    ViewMember,
)
from semantic.model.model import Segment as ModelSegment
from semantic.model.summed import counts_rows

Kind = Literal["dimension", "measure", "status", "stamp", "distinct", "segment", "flag"]
OWN = "@"  # the table of a leaf: what has been read is no longer a name that anybody wrote
N = TypeVar("N", bound=exp.Expr)


@dataclass(frozen=True, eq=False)
class Face:
    """What can be named of a view, and beside it the members of others as the model's joins lead to them.

    A leaf is named `view.member`. `listed` is what `*` stands for, in order.
    """

    visible: VisibleModel
    view: View

    @property
    def listed(self) -> tuple[str, ...]:
        kinds = kinds_of(self.view)
        return tuple(f"{self.view.name}.{name}" for kind in ("dimension", "measure")
                     for name, own in kinds.items() if own == kind)  # fmt: skip

    def find(self, name: str, quoted: bool) -> str | None:
        """The member of that name, as PostgreSQL folds it unless it is quoted as the model writes it.

        `"view.member"` in quotes names another view's.
        """
        view_name, _, member = name.rpartition(".")
        view = self.visible.views.get(view_name) if view_name and quoted else self.view
        if view is None:
            return None
        if not view_name and not (quoted and member in kinds_of(view)):
            member = folded_names(view).get(member if quoted else member.lower(), "")
        return f"{view.name}.{member}" if member in kinds_of(view) else None

    def kind(self, name: str) -> Kind:
        view, _, member = name.partition(".")
        return kinds_of(self.visible.views[view])[member]

    def has(self, name: str) -> bool:
        view, _, member = name.partition(".")
        return view in self.visible.views and member in kinds_of(self.visible.views[view])

    def entry(self, name: str) -> ViewMember:
        view, _, member = name.partition(".")
        return self.visible.views[view].members[member]

    def measure(self, name: str) -> Measure:
        member = self.entry(name).member
        assert isinstance(member, Measure)
        return member

    def dimension(self, name: str) -> Dimension:
        member = self.entry(name).member
        assert isinstance(member, Dimension)
        return member

    @property
    def row_count(self) -> str | None:
        """The measure that counts the rows of the view's own root, if it has one."""
        for name, entry in self.view.members.items():
            member = entry.member
            is_own = entry.path == () and member.cube == self.view.root
            if is_own and isinstance(member, Measure) and counts_rows(member):
                return f"{self.view.name}.{name}"
        return None


@lru_cache(maxsize=2_000)
def kinds_of(view: View) -> Mapping[str, Kind]:
    """Every name that a question may use of the view, companions too."""
    kinds: dict[str, Kind] = {}
    for name, entry in view.members.items():
        member = entry.member
        kinds[name] = "dimension" if isinstance(member, Dimension) else "measure"
        if isinstance(member, ModelSegment):
            kinds[name] = "segment"
        elif isinstance(member, Measure):
            kinds[f"{name}{STATUS_SUFFIX}"] = "status"
        elif is_counted(member):
            kinds[f"{name}{DISTINCT_SUFFIX}"] = "distinct"
            kinds[f"{name}{DISTINCT_SUFFIX}{STATUS_SUFFIX}"] = "status"
            kinds[f"{name}{REST_SUFFIX}"] = "flag"
    return kinds | dict.fromkeys(STAMPS, "stamp")


@lru_cache(maxsize=2_000)
def folded_names(view: View) -> Mapping[str, str]:
    return {name.lower(): name for name in reversed(list(kinds_of(view)))}


def bare_name(name: str) -> str:
    """The member's own name, as a column shows it."""
    return name.partition(".")[2]


def leaf(member: str, at: exp.Expr | None = None) -> exp.Column:
    """The member itself; `at` is where it was written."""
    made = exp.Column(this=exp.Identifier(this=member, quoted=True), table=exp.Identifier(this=OWN, quoted=True))
    if at is not None:
        made.meta.update(place_of(at))
    return made


def is_leaf(node: exp.Expr) -> bool:
    return isinstance(node, exp.Column) and node.table == OWN


def as_leaf(node: exp.Expr) -> exp.Column | None:
    return node if isinstance(node, exp.Column) and is_leaf(node) else None


def leaves(node: exp.Expr) -> Iterator[exp.Column]:
    return (one for one in node.find_all(exp.Column) if is_leaf(one))


def place_of(node: exp.Expr) -> dict[str, int]:
    """Where the node begins in the caller's text, as far as its parts tell."""
    starts = [one.meta["start"] for one in node.walk() if one.meta and "start" in one.meta]
    return {"start": min(starts)} if starts else {}


def mapped(node: N, change: Callable[[exp.Expr], exp.Expr]) -> N:
    """The node with each of its direct parts changed, its place kept; the original is left as it is."""

    def each(value: object) -> object:
        if isinstance(value, exp.Expr):
            return change(value)
        return [each(one) for one in value] if isinstance(value, list) else value

    made = type(node)(**{key: each(value) for key, value in node.args.items()})
    made.meta.update(node.meta)
    return made


def conjuncts(node: exp.Expr) -> list[exp.Expr]:
    """The tests that must all hold."""
    if isinstance(node, exp.And):
        return [*conjuncts(node.left), *conjuncts(node.right)]
    return conjuncts(node.this) if isinstance(node, exp.Paren) and isinstance(node.this, exp.And) else [node]


def same(node: exp.Expr) -> exp.Expr:
    """What stands inside brackets, and inside casts that keep different values different."""
    while isinstance(node, exp.Paren) or (
        isinstance(node, exp.Cast) and node.to.is_type(*exp.DataType.TEXT_TYPES) and not node.to.expressions
        and not node.to.is_type(exp.DataType.Type.CHAR)
    ):  # fmt: skip
        node = node.this
    return node


def bare(node: exp.Expr) -> exp.Expr:
    """What stands inside casts and brackets."""
    while isinstance(node, (exp.Paren, exp.Cast, exp.TryCast)):
        node = node.this
    return node
