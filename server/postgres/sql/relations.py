"""What a FROM gives while a statement is read: a view that is not grouped yet, or rows that are governed already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import count
from typing import Any

from sqlglot import exp

from semantic.access.visible import VisibleModel
from semantic.compose import Composition, Question
from semantic.errors import Problem, refusal
from semantic.result import DataType
from server.postgres.schemas import Shown
from server.postgres.sql.leaves import Face
from server.postgres.statement import Notice


@dataclass(frozen=True, eq=False)
class Open:
    """A view, of now or of an `edition`, whose grain is still open: no select above it has grouped or cut its rows.

    `columns` are expressions over leaves and `where` tests over them. `grain` is the leaves that the first select above
    the view lists, None for the view itself. `preview` says that it lists every column as it is, and `listed` that a
    select lists anything of it: its rows can then be counted.
    """

    face: Face
    columns: Mapping[str, exp.Expr]
    where: tuple[exp.Expr, ...] = ()
    grain: tuple[exp.Column, ...] | None = None
    preview: bool = False
    listed: bool = False
    edition: str | None = None


@dataclass(frozen=True)
class Cell:
    """What a column of governed rows is. `is_measure` holds for what is computed from a measure, too; `decimals` are
    those that a measure is rounded to, and `sums` says that its values over groups add up. `value_order` is a
    dimension's own."""

    is_measure: bool = False
    decimals: int | None = None
    sums: bool = False
    value_order: tuple[str, ...] = ()


PLAIN = Cell()
MOST_WORK = 100_000  # a relation costs 100, one that is many questions 5,000, a copied node of an expression 1
WORK_OF_MANY = 5_000


@dataclass(frozen=True, eq=False)
class Rows:
    """Rows of which each cell is governed: a select over scratch tables, and what its columns are."""

    select: exp.Query
    cells: Mapping[str, Cell]


Relation = Open | Rows


@dataclass(frozen=True)
class Wishes:
    """What SQL has no words for, said by `SET nogletal.…`."""

    ungrouped: bool = False
    every: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    top: tuple[str, ...] = ()
    rest: bool = True
    timezone: str | None = None
    as_of: str | None = None
    edition: str | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """The names of those that are not as they are where nobody has said anything."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name) != one.default)


@dataclass
class Reading:
    """One statement being read: what it may name, the questions that it puts, and what its asker is told.

    `values_of` gives the rows of a part that must be known first (a subquery in a test), none while only types are
    asked for. `type_of` says of which type a part's first column is, and
    `typing` that only types are asked for. `shown` gives what a schema shows, None where there is no such schema.
    """

    visible: VisibleModel
    wishes: Wishes
    values_of: Callable[[Composition], list[tuple[Any, ...]]]
    type_of: Callable[[Composition], DataType]
    shown: Callable[[str], Shown | None]
    typing: bool = False
    questions: dict[str, Question] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)  # names that lead nowhere, told together
    tables: Iterator[int] = field(default_factory=count)
    work: list[int] = field(default_factory=lambda: [0])  # done so far, in all parts of the statement together

    def table(self) -> str:
        """A name for the scratch table that the answer to a question will be."""
        return f"q{next(self.tables)}"

    def spend(self, steps: int) -> None:
        """Raises LimitError (L510): a name that stands for another's name twice over grows without end."""
        self.work[0] += steps
        if self.work[0] > MOST_WORK:
            raise refusal(Problem("L510", "The SQL names its own parts too often.", "Write fewer of them."))

    def tell(self, message: str, hint: str | None = None) -> None:
        notice = Notice(message, None, hint)
        if notice not in self.notices:
            self.notices.append(notice)
