"""Rows, grains and lists in Danish words, for those who approve them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, cast

from semantic.access.grant import EVERY_ROW, FinestGrain, Thresholds
from semantic.access.rows import Held, Led, RowPredicate, RowRule, RowTest, Seen
from semantic.model.model import Model
from semantic.predicate import And, Compare, In, IsNull, Match, Not, Or, is_true

NO_ROW = "ingen rækker"
COMPARED = {"=": "er", "<": "er under", "<=": "er højst", ">": "er over", ">=": "er mindst"}
DENIED = {"er": "er ikke", "er en af": "er ingen af", "er tom": "er udfyldt"}
MATCHED = {"contains": "indeholder", "starts": "begynder med", "ends": "slutter med"}
GRAIN_WORDS = {
    "second": "sekund", "minute": "minut", "hour": "time", "day": "dag", "week": "uge", "month": "måned",
    "quarter": "kvartal", "year": "år",
}  # fmt: skip
Leaf = tuple[Seen, str, str]
"""A dimension, the verb of the test, and with what it is compared."""


def rows_in_words(rule: RowRule | RowPredicate, model: Model | None) -> str:
    """The rows that pass: `alle rækker`, or `organisation.enheder under CE (via ansvarlig_nu)`.

    Without a model no hierarchy is named, and each of its levels is.
    """
    if is_true(rule):
        return EVERY_ROW
    return _words(rule, model)


def protection_in_words(thresholds: Thresholds | None) -> str:
    """`ingen`, or that small figures are hidden, and up to how much."""
    if thresholds is None:
        return "ingen"
    one = thresholds
    few = f"færre end {one.persons} personer, over {one.share} % hos én"
    return f"små tal skjules ({few}, alle eller ingen af færre end {one.alike})"


def stricter(old: Thresholds | None, new: Thresholds | None) -> Literal["mere", "mindre", "andet"]:
    """Whether more or less is shown under the new ones."""
    if old is None or new is None:
        return "mere" if new is None else "mindre"
    both = old.stricter(new)
    return "mindre" if both == new else "mere" if both == old else "andet"


def cubes_in_words(rows: Mapping[str, RowPredicate], model: Model | None) -> str:
    """The rows of several cubes, those that are all read left out where another is cut."""
    told = {cube: rows_in_words(rule, model) for cube, rule in rows.items()}
    cut = {cube: words for cube, words in told.items() if words != EVERY_ROW}
    if not cut:
        return EVERY_ROW if told else ""
    if len(set(cut.values())) == 1:
        return next(iter(cut.values()))
    return "; ".join(f"{cube}: {words}" for cube, words in cut.items())


def _words(rule: RowRule, model: Model | None, nested: bool = False) -> str:
    if isinstance(rule, Or):
        whole = _hierarchy(rule.parts, model) if model is not None else None
        parts = [whole] if whole else sorted(_words(one, model, True) for one in rule.parts)
        return _joined(parts, "eller", nested) or NO_ROW
    if isinstance(rule, And):
        return _joined(sorted(_words(one, model, True) for one in rule.parts), "og", nested) or EVERY_ROW
    if isinstance(rule, Not):
        return _denied(rule.part, model)
    if isinstance(rule, Led):
        return f"fulgt fra {rule.cube} via {rule.join} ({_words(rule.rows, model)})"
    seen, verb, value = _leaf(rule)
    return f"{seen.dimension.id} {verb} {value}".rstrip() + _way(seen)


def _joined(parts: Sequence[str], word: str, nested: bool) -> str:
    text = f" {word} ".join(dict.fromkeys(parts))
    return f"({text})" if nested and len(set(parts)) > 1 else text


def _denied(part: RowRule, model: Model | None) -> str:
    inner = part.parts[0] if isinstance(part, Or) and len(part.parts) == 1 else part
    if not isinstance(inner, And | Or | Not | Led):
        seen, verb, value = _leaf(inner)
        if verb in DENIED:
            return f"{seen.dimension.id} {DENIED[verb]} {value}".rstrip() + _way(seen)
    return f"ikke ({_words(inner, model)})"


def _hierarchy(parts: Sequence[RowRule], model: Model) -> str | None:
    """The tests of every level of one hierarchy against the same, as a whole."""
    if any(isinstance(one, And | Or | Not | Led) for one in parts):
        return None
    leaves = [_leaf(cast("RowTest | Held", one)) for one in parts]
    if len({(seen.path, seen.dimension.cube, verb, value) for seen, verb, value in leaves}) != 1:
        return None
    first, _, value = leaves[0]
    levels = {seen.dimension.id for seen, _, _ in leaves}
    for one in model.cubes[first.dimension.cube].hierarchies.values():
        if len(levels) > 1 and set(one.levels) == levels:
            return f"{first.dimension.cube}.{one.name} under {value}{_way(first)}"
    return None


def _leaf(test: RowTest | Held) -> Leaf:
    if isinstance(test, Held):
        return test.leaf, "er", f"{{{test.attribute}}}"
    assert not isinstance(test, Led)
    if isinstance(test, Compare):
        return test.leaf, COMPARED[test.operator], shown(test.value)
    if isinstance(test, In):
        values = ", ".join(sorted(map(shown, test.values)))
        return test.leaf, "er en af", values
    if isinstance(test, IsNull):
        return test.leaf, "er tom", ""
    assert isinstance(test, Match)
    return test.leaf, MATCHED[test.kind], test.text


def shown(value: object) -> str:
    if isinstance(value, bool):
        return "sand" if value else "falsk"
    return str(value)


def _way(seen: Seen) -> str:
    return f" (via {'.'.join(seen.path)})" if seen.path else ""


def grain_in_words(grain: FinestGrain) -> str:
    """How finely may be asked: by which periods, and whether single rows."""
    times = f"tid pr. {GRAIN_WORDS[grain.time.name]}" if grain.time is not None else "enhver tid"
    return f"{times}, {'også enkelte rækker' if grain.rows else 'kun grupper'}"


def listed(names: Iterable[str], most: int = 12) -> str:
    """The names with commas; of many the first, and how many more."""
    found = list(names)
    more = f" og {len(found) - most} flere" if len(found) > most else ""
    return ", ".join(found[:most]) + more


def counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"


def away(days: int) -> str:
    """`om 3 dage`, or `for 1 dag siden`."""
    return f"om {counted(days, 'dag', 'dage')}" if days >= 0 else f"for {counted(-days, 'dag', 'dage')} siden"


def people_in_words(names: Sequence[str]) -> str:
    """`2 personer: anna, bo`, all of them: whom it concerns is never cut."""
    return counted(len(names), "person", "personer") + (f": {', '.join(names)}" if names else "")
