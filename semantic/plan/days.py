"""Days of a row as numbers: what is reckoned of spells from the days on which they start and end."""

from __future__ import annotations

from datetime import date

from sqlglot import exp

from semantic.model.expression import cast, hole
from semantic.model.model import Dimension, Scalar
from semantic.model.scalar import splice
from semantic.model.spells import Reckoning

ZERO = date(1970, 1, 1)
LEAP_YEARS = 477  # before the year of ZERO


def local(value: exp.Expr, zoned: str, timezone: str) -> exp.Expr:
    """The time on the wall clock of the time zone."""
    if zoned in ("local", "day", "none") or (zoned == "utc" and timezone == "UTC"):
        return value
    if zoned == "utc":
        value = exp.AtTimeZone(this=value, zone=exp.Literal.string("UTC"))
    return exp.AtTimeZone(this=value, zone=exp.Literal.string(timezone))


def day_of(time: Dimension, timezone: str, later: int = 0) -> Scalar:
    """The local day of the time, or so many days later."""
    tree: exp.Expr = hole(0)
    if time.data_type != "date":
        tree = cast(local(tree, time.zoned, timezone), "DATE")
    if later:
        tree = exp.Add(this=tree, expression=exp.Literal.number(later))
    return splice(tree, lambda _: time.expression)


def reckoned(day: Scalar, reckoning: Reckoning) -> Scalar:
    """The number of days, or of days of leap or of common years, before the day and since 1970."""
    return splice({"days": _days, "leap_days": _leap_days, "common_days": _common_days}[reckoning](), lambda _: day)


def number_of(day: date, reckoning: Reckoning) -> int:
    """What `reckoned` gives for the day."""
    days, years = (day - ZERO).days, _leap_years_before(day.year)
    is_leap = _leap_years_before(day.year + 1) - years
    leap_days = 366 * years + is_leap * (day.timetuple().tm_yday - 1)
    return {"days": days, "leap_days": leap_days, "common_days": days - leap_days}[reckoning]


def _leap_years_before(year: int) -> int:
    last = year - 1
    return last // 4 - last // 100 + last // 400 - LEAP_YEARS


def _days() -> exp.Expr:
    zero = cast(exp.Literal.string(ZERO.isoformat()), "DATE")
    return exp.Anonymous(this="date_diff", expressions=[exp.Literal.string("day"), zero, hole(0)])


def _leap_days() -> exp.Expr:
    year = exp.Anonymous(this="year", expressions=[hole(0)])
    before = _leap_years(exp.Sub(this=year, expression=exp.Literal.number(1)))
    is_leap = exp.Paren(this=exp.Sub(this=_leap_years(year.copy()), expression=before.copy()))
    of_year = exp.Anonymous(this="dayofyear", expressions=[hole(0)])
    passed = exp.Paren(this=exp.Sub(this=of_year, expression=exp.Literal.number(1)))
    whole = exp.Mul(this=before, expression=exp.Literal.number(366))
    return exp.Add(this=whole, expression=exp.Mul(this=is_leap, expression=passed))


def _common_days() -> exp.Expr:
    return exp.Sub(this=_days(), expression=exp.Paren(this=_leap_days()))


def _leap_years(last: exp.Expr) -> exp.Expr:
    """How many years are leap years from 1970 to the last."""
    fours, hundreds, four_hundreds = (
        exp.IntDiv(this=exp.Paren(this=last.copy()), expression=exp.Literal.number(length)) for length in (4, 100, 400)
    )
    known = exp.Add(this=exp.Sub(this=fours, expression=hundreds), expression=four_hundreds)
    return exp.Paren(this=exp.Sub(this=known, expression=exp.Literal.number(LEAP_YEARS)))
