"""Values of a fact's rows, and which rows hold on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from semantic.model.grain import Grain, Interval
from semantic.model.graph import Path
from semantic.model.model import Scalar, Zoned
from semantic.result import DataType


@dataclass(frozen=True, eq=False)
class Term:
    """A row-level value: the scalar, seen from the fact's root by `path`.

    A time is moved by `shift` on the wall clock of the time zone, and then cut to the start of the grain's period.
    """

    scalar: Scalar
    path: Path
    data_type: DataType
    zoned: Zoned = "none"
    grain: Grain | None = None
    timezone: str | None = None
    shift: Interval = Interval()


@dataclass(frozen=True, eq=False)
class Valid:
    """Which rows of a join's dated side hold on the `day`: `begins` is not after it, and `ends` is NULL or after it.

    The day is a value of the row on the other side, the one that the question is as of, or one `fixed` by the model.
    """

    begins: Term
    ends: Term
    day: Term | date
    fixed: bool = False
