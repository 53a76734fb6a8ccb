"""Whether two rules leave the same rows, or one more than the other, and whether two definitions say the same."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from dataclasses import fields, is_dataclass
from typing import Literal, cast

from sqlglot import exp

from semantic.access.grant import FinestGrain
from semantic.access.rows import Held, Led, RowRule, Seen
from semantic.predicate import TRUE, And, Compare, In, Not, Or

Direction = Literal["mere", "mindre", "andet"]
Plain = tuple[object, ...]
# What no access depends on.
ONLY_TOLD = frozenset(
    ("at", "title", "description", "looks", "meta", "unit", "decimals", "polarity", "sign", "value_order",
     "drill_members", "source")
)  # fmt: skip


def plain(value: object) -> object:
    """The value in tuples and words, the same for the same meaning; order counts only where it means something."""
    if isinstance(value, exp.Expr):
        return repr(value)  # its SQL would leave the numbers of places out, and keep comments
    if is_dataclass(value) and not isinstance(value, type):
        named = ((one.name, plain(getattr(value, one.name))) for one in fields(value) if one.name not in ONLY_TOLD)
        return (type(value).__name__, *named)
    if isinstance(value, Mapping):
        return tuple(sorted(((str(key), plain(one)) for key, one in value.items()), key=repr))
    if isinstance(value, Set):
        return tuple(sorted(map(plain, value), key=repr))
    return tuple(map(plain, value)) if isinstance(value, list | tuple) else value


def canonical(rule: RowRule | None) -> object:
    """The rule as a tuple: the same for rules that only say the same in another order or wording."""
    if rule is None:
        return None
    if isinstance(rule, And | Or):
        return _together(type(rule).__name__, [canonical(one) for one in rule.parts])
    if isinstance(rule, Not):
        return ("Not", canonical(rule.part))
    if isinstance(rule, Led):
        return ("Led", rule.cube, rule.join, canonical(rule.rows))
    if isinstance(rule, Held):
        return ("Held", *_leaf(rule.leaf), rule.attribute)
    if isinstance(rule, Compare) and rule.operator == "=":
        return ("In", *_leaf(rule.leaf), (rule.value,))
    if isinstance(rule, In):
        return ("In", *_leaf(rule.leaf), tuple(sorted(set(rule.values), key=repr)))
    return (type(rule).__name__, *_leaf(rule.leaf), *(v for k, v in vars(rule).items() if k != "leaf"))


def _leaf(seen: Seen) -> tuple[str, tuple[str, ...]]:
    return seen.dimension.id, seen.path


def _together(word: str, parts: list[object]) -> object:
    """Parts in one order, nested ones of the same word laid flat, and equal values of one leaf gathered in an Or."""
    flat: set[Plain] = set()
    for part in cast("list[Plain]", parts):
        flat |= set(cast("tuple[Plain, ...]", part[1:])) if part[0] == word else {part}
    if word == "Or":
        flat = _gathered(flat)
    if len(flat) == 1:
        return next(iter(flat))
    return (word, *sorted(flat, key=repr))


def _gathered(parts: set[Plain]) -> set[Plain]:
    values: dict[Plain, set[object]] = {}
    for part in parts:
        if part[0] == "In":
            values.setdefault(part[:-1], set()).update(cast("tuple[object, ...]", part[-1]))
    others = {part for part in parts if part[0] != "In"}
    return others | {(*leaf, tuple(sorted(found, key=repr))) for leaf, found in values.items()}


EVERY, NONE = canonical(TRUE), None


def direction(old: RowRule | None, new: RowRule | None) -> Direction:
    """Whether the new rule leaves more rows, fewer, or others; what cannot be told by its form is others."""
    before, after = canonical(old), canonical(new)
    wider, narrower = _implies(before, after), _implies(after, before)
    return "mere" if wider and not narrower else "mindre" if narrower and not wider else "andet"


def _implies(one: object, other: object) -> bool:
    """Whether each row of the one is a row of the other, as far as their form says."""
    if one == other or one is NONE or other == EVERY:
        return True
    if other is NONE:
        return False
    return _by_form(cast("Plain", one), cast("Plain", other))


def _by_form(one: Plain, other: Plain) -> bool:
    if one[0] == "Or":
        return all(_implies(part, other) for part in one[1:])
    if other[0] == "And":
        return all(_implies(one, part) for part in other[1:])
    if other[0] == "Or" and any(_implies(one, part) for part in other[1:]):
        return True
    if one[0] == "And":
        return any(_implies(part, other) for part in one[1:])
    if one[0] == other[0] == "In":
        return one[:-1] == other[:-1] and set(cast("Plain", one[-1])) <= set(cast("Plain", other[-1]))
    if one[0] == other[0] == "Led":
        return one[:3] == other[:3] and _implies(one[3], other[3])
    return one[0] == other[0] == "Not" and _implies(other[1], one[1])


def finer(old: Collection[FinestGrain], new: Collection[FinestGrain]) -> Direction:
    """Whether the new grains let ask more finely than the old ones, or less."""
    more, less = as_fine(new, old), as_fine(old, new)
    return "mere" if more and not less else "mindre" if less and not more else "andet"


def as_fine(these: Collection[FinestGrain], those: Collection[FinestGrain]) -> bool:
    """Whether each of those is no finer than one of these."""
    return all(any(_isas_fine(this, that) for this in these) for that in those)


def _isas_fine(this: FinestGrain, that: FinestGrain) -> bool:
    by_time = this.time is None or (that.time is not None and that.time.is_whole(this.time))
    return by_time and (this.rows or not that.rows)
