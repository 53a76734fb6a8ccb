"""One question under way: the keys and cells that a select needs, as columns of the scratch table of its answer."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlglot import exp

from semantic.model.summed import adds_up, leads_over_shares
from semantic.plan.sub_query import decimals_of
from semantic.predicate import Asked, Predicate
from semantic.query import Query, Subtotals, TimeDimension, Top
from server.postgres.sql.leaves import Face
from server.postgres.sql.refusals import refuse
from server.postgres.sql.relations import PLAIN, Cell, Reading


@dataclass
class Question:
    """What is collected of one `Query`. Every name is a member's, `view.member`.

    Where it is `divided`, its filters divide rows by shares: numbers of rows are then no whole numbers.
    """

    face: Face
    reading: Reading
    table: str
    dimensions: list[str] = field(default_factory=list)
    times: list[TimeDimension] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    divided: bool = False

    def key(self, member: str, grain: str | None = None) -> exp.Column:
        """The column of a dimension, or of a time dimension cut to the grain."""
        if grain is None:
            self.dimensions += [] if member in self.dimensions else [member]
            return self.column(member)
        time = TimeDimension(member, grain)
        self.times += [] if time in self.times else [time]
        return self.column(f"{member}.{grain}")

    def cell(self, member: str) -> exp.Column:
        """The column of a measure, a status, a stamp or a distinct count."""
        self.measures += [] if member in self.measures else [member]
        return self.column(member)

    def flag(self, key: exp.Column, suffix: str) -> exp.Column:
        return self.column(f"{key.name}{suffix}")

    def name(self, member: str) -> str:
        """The member that a setting names, of this view where it says no other."""
        return member if "." in member else f"{self.face.view.name}.{member}"

    def column(self, name: str) -> exp.Column:
        return exp.Column(this=exp.to_identifier(name, quoted=True), table=exp.to_identifier(self.table))

    def cell_of(self, node: exp.Expr) -> Cell:
        """What a column of the answer is; of all else, whether it is computed from a measure."""
        is_whole = isinstance(node, exp.Cast) and node.to.is_type(exp.DataType.Type.BIGINT)
        summed = node.this if is_whole else node
        if isinstance(summed, exp.Sum) and isinstance(summed.this, exp.Column):
            return self.cell_of(summed.this)
        if not isinstance(node, exp.Column):
            return Cell(is_measure=any(self.cell_of(one).is_measure for one in node.find_all(exp.Column)))
        if node.table != self.table:
            return PLAIN
        member = ".".join(node.name.split(".")[:2])
        kind = self.face.kind(member) if self.face.has(member) else None
        if kind in ("measure", "distinct"):
            return Cell(True, self._decimals(member), kind == "measure" and self.sums(member))
        if kind == "dimension" and node.name.count(".") == 1:
            return Cell(value_order=self.face.dimension(member).value_order)
        return PLAIN

    def _decimals(self, member: str) -> int | None:
        if self.face.kind(member) != "measure" or self.face.measure(member).data_type != "decimal":
            return None
        return decimals_of(self.face.measure(member)) or 0

    def sums(self, measure: str) -> bool:
        """Whether the measure's values at this grain add up."""
        names = (*self.dimensions, *(one.dimension for one in self.times))
        own = f"{self.face.view.name}."
        if not all(name.startswith(own) for name in (measure, *names)):
            return False
        keys = [self.face.entry(name) for name in names]
        return adds_up(self.face.visible.model, self.face.view, self.face.entry(measure), keys)

    def divides(self, member: str) -> bool:
        """Whether rows are divided by shares among the member's values."""
        is_own = self.face.has(member) and self.face.kind(member) in ("dimension", "segment")
        path = self.face.entry(member).path if is_own else ()
        return leads_over_shares(self.face.visible.model, self.face.view.root, path)

    def ask(
        self,
        where: Predicate[Asked],
        segments: tuple[str, ...] = (),
        subtotals: Subtotals = (),
        ungrouped: bool = False,
    ) -> None:
        """Puts the question, its order open and its measures exact: what is shown of it is decided later."""
        wishes = self.reading.wishes
        self.reading.questions[self.table] = Query(
            measures=tuple(self.measures),
            dimensions=tuple(self.dimensions),
            time_dimensions=tuple(self.times),
            segments=(*segments, *(self.name(name) for name in wishes.segments)),
            where=where,
            timezone=wishes.timezone,
            as_of=wishes.as_of,
            edition=wishes.edition,
            subtotals=subtotals,
            top=self._top(),
            every=tuple(self.name(name) for name in wishes.every),
            ungrouped=ungrouped,
            unordered=True,
            exact=True,
        )

    def _top(self) -> Top | None:
        """`SET nogletal.top = 'count, dimension, measure[, asc]'`."""
        words = self.reading.wishes.top
        if not words:
            return None
        if len(words) not in (3, 4) or not words[0].isdigit() or words[3:] not in ((), ("asc",), ("desc",)):
            raise refuse("P103", "nogletal.top is 'count, dimension, measure', and perhaps 'asc'.")
        count, dimension, measure = words[:3]
        rest = self.reading.wishes.rest
        return Top(self.name(dimension), self.name(measure), int(count), words[3:] != ("asc",), rest)
