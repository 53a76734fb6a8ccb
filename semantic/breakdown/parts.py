"""Cells of the whole and its parts → rows: what each part contributes, and whether the parts add up to the whole.

A part's contribution to a quotient is what it has above the line, over what the whole has below it: n_i / D. They add
up to N / D, and their differences between two periods to the difference: Σ (n_i1 / D1 - n_i0 / D0) = R1 - R0.
Everything is an exact fraction until it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from semantic.breakdown.figure import Figure

HIDDEN = "diskretioneret"
ADDS_UP, OVERLAP, UNDIVIDED, VALUELESS = "gaar_op", "overlap", "ikke_opdelelig", "intet_tal"
Member = tuple[str | None, ...]
Row = dict[str, Fraction | str | None]


@dataclass(frozen=True)
class Cell:
    """One group in one period: the figure, what is above and below its line, and whether some of it is hidden."""

    value: Fraction | None = None
    above: Fraction | None = None
    below: Fraction | None = None
    status: str = "mangler"
    hidden: bool = False

    def exact(self, figure: Figure) -> Fraction | None:
        """The figure, as the quotient that it is where it is one."""
        if self.value is None or self.above is None or not self.below or not figure.divides:
            return self.value
        return self.above * figure.scale / self.below


@dataclass(frozen=True)
class Period:
    """The cells of one period: of the parts by their member, and of the whole."""

    parts: Mapping[Member, Cell] = field(default_factory=dict)
    whole: Cell = Cell()

    def contribution(self, figure: Figure, member: Member) -> Fraction | None:
        """What the part contributes; a part without rows nothing. None where that is not known.

        To a whole without a value nothing contributes: data that has not come yet is no part of 0.
        """
        cell = self.parts.get(member, Cell())
        if not figure.divides or cell.hidden or not self.is_known:
            return None
        above = cell.above or Fraction(0)
        if figure.below is None:
            return above
        return above * figure.scale / self.whole.below if self.whole.below else None

    @property
    def is_known(self) -> bool:
        """Whether the whole has a value, and it is shown."""
        return self.whole.value is not None and not self.whole.hidden

    def sum(self, figure: Figure) -> Fraction | None:
        if not self.is_known:
            return None
        found = [self.contribution(figure, member) for member in self.parts]
        known = [one for one in found if one is not None]
        return sum(known, Fraction(0)) if len(known) == len(found) else None


def rows_of(figure: Figure, now: Period, before: Period | None) -> Iterator[Row]:
    """The parts, those that contribute most first, and then the whole."""
    members = dict.fromkeys((*now.parts, *(before.parts if before else ())))
    rows = [_part(figure, member, now, before) for member in members]
    yield from sorted(rows, key=_order)
    yield _whole(figure, now, before)


def _order(row: Row) -> tuple[bool, Fraction, bool, str]:
    size, member = row["bidrag"], row["medlem"]
    return size is None, -size if isinstance(size, Fraction) else Fraction(0), member is None, str(member)


def _part(figure: Figure, member: Member, now: Period, before: Period | None) -> Row:
    cell, earlier = now.parts.get(member, Cell()), before.parts.get(member, Cell()) if before else Cell()
    contribution = now.contribution(figure, member)
    then = before.contribution(figure, member) if before else None
    return {
        "raekke": "del",
        "medlem": _written(member),
        **_cells(figure, cell),
        "bidrag": contribution,
        "andel_pct": _share(contribution, now.whole.exact(figure)),
        "foer": earlier.exact(figure),
        "aendring": _less(cell.exact(figure), earlier.exact(figure)) if before else None,
        "bidrag_aendring": _less(contribution, then) if before else None,
        "rest": None,
        "status": cell.status,
        "forklaring": None,
    }


def _whole(figure: Figure, now: Period, before: Period | None) -> Row:
    contributed, then = now.sum(figure), before.sum(figure) if before else None
    exact = now.whole.exact(figure)
    rest = _less(exact, contributed)
    return {
        "raekke": "i_alt",
        "medlem": None,
        **_cells(figure, now.whole),
        "bidrag": contributed,
        "andel_pct": _share(contributed, exact),
        "foer": before.whole.exact(figure) if before else None,
        "aendring": _less(exact, before.whole.exact(figure)) if before else None,
        "bidrag_aendring": _less(contributed, then) if before else None,
        "rest": rest,
        "status": now.whole.status,
        "forklaring": _explained(figure, [now, *([before] if before else [])]),
    }


def _cells(figure: Figure, cell: Cell) -> Row:
    return {"vaerdi": cell.exact(figure), "taeller": cell.above, "naevner": cell.below if figure.below else None}


def _explained(figure: Figure, periods: Sequence[Period]) -> str:
    """Whether the parts add up to the whole in each of the periods, and where they do not, why."""
    if not figure.divides:
        return UNDIVIDED
    if any(cell.hidden for one in periods for cell in (one.whole, *one.parts.values())):
        return HIDDEN
    if not all(one.is_known for one in periods):
        return VALUELESS
    rests = [_less(one.whole.exact(figure), one.sum(figure)) for one in periods]
    if any(rests):
        return OVERLAP
    return ADDS_UP


def _less(one: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if one is None or other is None else one - other


def _share(part: Fraction | None, whole: Fraction | None) -> Fraction | None:
    return part * 100 / whole if part is not None and whole else None


def _written(member: Member) -> str | None:
    return None if all(one is None for one in member) else " / ".join(one or "" for one in member)


def shown(value: Fraction, decimals: int) -> Decimal:
    """The fraction rounded once, half away from zero.

    >>> shown(Fraction(-1, 8), 2), shown(Fraction(2, 3), 1)
    (Decimal('-0.13'), Decimal('0.7'))
    """
    units, sign = abs(value) * 10**decimals, -1 if value < 0 else 1
    with localcontext(prec=38, rounding=ROUND_HALF_UP):
        return Decimal(sign * int(units + Fraction(1, 2))).scaleb(-decimals)
