"""What is written at roles on two sides, and for everybody: each clause against its like, whatever its name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial

from semantic.access.grant import Grant, Restriction
from semantic.access.policies import Forbid
from semantic.access.rows import RowRule
from semantic.model.model import Model
from semantic.review.chain import Clause
from semantic.review.held import forbidden_in_words, members_in_words
from semantic.review.same import Direction, canonical, direction, finer, plain
from semantic.review.words import NO_ROW, grain_in_words, listed, protection_in_words, rows_in_words, stricter

# What is not compared: where a clause is from, what it is called, and the words about it, which `texts` tells.
UNCOMPARED = frozenset(("name", "reason", "scope", "origin", "uses", "universal"))
TEXTS = ("reason", "scope")
KINDS: Mapping[type, str] = {Grant: "adgangen", Restriction: "begrænsningen", Forbid: "forbuddet"}
HOW: Mapping[Direction, str] = {"mere": "flere", "mindre": "færre", "andet": "andre"}
Said = tuple[str, Direction]


@dataclass(frozen=True)
class Models:
    """The models of the two sides, which the words of each are over."""

    old: Model
    new: Model


def content(clause: Clause) -> tuple[object, ...]:
    """All that the clause gives or takes; the same for clauses that only read otherwise."""
    return tuple((one.name, _value(clause, one.name)) for one in fields(clause) if one.name not in UNCOMPARED)


def _value(clause: Clause, name: str) -> object:
    value = getattr(clause, name)
    if name == "rows":
        return tuple(sorted((cube, canonical(rule)) for cube, rule in value.items()))
    return plain(value)


def pairs(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[tuple[Clause | None, Clause | None]]:
    """Clauses that differ, each with its like of the other side: of the same content none, else of the same name."""
    left, right = list(old), list(new)
    for one in old:
        same = next((other for other in right if content(other) == content(one)), None)
        if same is not None:
            left.remove(one)
            right.remove(same)
    for one in left:
        named = next((other for other in right if other.name == one.name), None)
        if named is not None:
            right.remove(named)
        yield one, named
    yield from ((None, other) for other in right)


def texts(old: Sequence[Clause], new: Sequence[Clause]) -> Iterator[str]:
    """The clauses of one name whose words alone are others."""
    named = {one.name: one for one in old}
    for one in new:
        before = named.get(one.name)
        words = [key for key in TEXTS if before is not None and getattr(before, key, "") != getattr(one, key, "")]
        if words and type(before) is type(one):
            yield f"{KINDS[type(one)]} '{one.name}' er formuleret om ({', '.join(words)})"


def said_of(old: Clause | None, new: Clause | None, models: Models) -> Iterator[Said]:
    """The differences in sentences; of a clause that is new or gone, what it gives or takes."""
    if old is None or new is None:
        clause = new or old
        assert clause is not None
        yield _whole(clause, models.new if old is None else models.old, old is None)
        return
    what = f"{KINDS[type(new)]} '{new.name}'"
    for one in fields(new):
        if one.name not in UNCOMPARED and _value(old, one.name) != _value(new, one.name):
            tell = TELLERS.get(one.name, partial(_otherwise, one.name))
            for text, way in tell(old, new, models):
                yield f"{what} {text}", way


def _whole(clause: Clause, model: Model, is_new: bool) -> Said:
    what = f"{KINDS[type(clause)]} '{clause.name}'"
    gives = isinstance(clause, Grant)
    way: Direction = "mere" if gives is is_new else "mindre"
    verb = "har nu" if is_new else "har ikke længere"
    return f"{verb} {what}, {_summed(clause, model)}", way


def _summed(clause: Clause, model: Model) -> str:
    if isinstance(clause, Forbid):
        return f"der forbyder {forbidden_in_words(clause, model)}"
    rows = rows_told(clause.rows, model)
    if isinstance(clause, Restriction):
        return f"der kun lader disse rækker tilbage: {rows}"
    if clause.catalogue:
        return f"der kun i kataloget viser {members_in_words(clause.members, model)}"
    finest = f"{grain_in_words(clause.grain)}; beskyttelse {protection_in_words(clause.thresholds)}"
    return f"der giver {members_in_words(clause.members, model)}; rækker: {rows}; {finest}"


def rows_told(rules: Mapping[str, RowRule], model: Model) -> str:
    """`ydelse, afgoerelse: rows; organisation: alle rækker`. Targets go with their measures' rows, and are not told."""
    alike: dict[str, list[str]] = {}
    for cube, rule in ((one, rule) for one, rule in rules.items() if one not in model.targets):
        alike.setdefault(rows_in_words(rule, model), []).append(cube)
    return "; ".join(f"{', '.join(cubes)}: {words}" for words, cubes in alike.items()) or "ingen"


def _members(old: Clause, new: Clause, models: Models) -> Iterator[Said]:
    """What is named more, and what no more; a forbid takes what a grant gives."""
    assert not isinstance(old, Restriction)
    assert not isinstance(new, Restriction)
    before, after = old.members or frozenset(), new.members or frozenset()
    gives = isinstance(new, Grant)
    verb = "giver" if gives else "forbyder"
    if after - before:
        yield f"{verb} nu også {members_in_words(after - before, models.new)}", "mere" if gives else "mindre"
    if before - after:
        yield f"{verb} ikke længere {members_in_words(before - after, models.old)}", "mindre" if gives else "mere"


def _told(names: frozenset[str]) -> str:
    return listed(sorted(names), len(names))


def _closed(old: Clause, new: Clause, models: Models) -> Iterator[Said]:
    assert isinstance(old, Forbid)
    assert isinstance(new, Forbid)
    if new.closed - old.closed:
        yield f"lukker nu også for alle rækker af {_told(new.closed - old.closed)}", "mindre"
    if old.closed - new.closed:
        yield f"lukker ikke længere for rækker af {_told(old.closed - new.closed)}", "mere"


def _rows(old: Clause, new: Clause, models: Models) -> Iterator[Said]:
    """Each cube whose rows are others, those of the same sentence together."""
    assert not isinstance(old, Forbid)
    assert not isinstance(new, Forbid)
    alike: dict[Said, list[str]] = {}
    targets = {*models.new.targets, *models.old.targets}  # go with their measures' rows
    for cube in (one for one in dict.fromkeys((*new.rows, *old.rows)) if one not in targets):
        before, after = (_rule(one, cube) for one in (old, new))
        if canonical(before) != canonical(after):
            words = (_worded(before, models.old), _worded(after, models.new))
            if words[0] == words[1]:  # a hierarchy of other levels
                words = (_worded(before, None), _worded(after, None))
            alike.setdefault((f"{words[0]} → {words[1]}", direction(before, after)), []).append(cube)
    for (words_, way), cubes in alike.items():
        yield f"gælder {HOW[way]} rækker af {', '.join(cubes)}: {words_}", way


def _rule(clause: Grant | Restriction, cube: str) -> RowRule | None:
    return clause.rule_of(cube)


def _worded(rule: RowRule | None, model: Model | None) -> str:
    return NO_ROW if rule is None else rows_in_words(rule, model)


def _grain(old: Clause, new: Clause, models: Models) -> Iterator[Said]:
    assert isinstance(old, Grant)
    assert isinstance(new, Grant)
    yield (
        f"har detaljeringsgraden {grain_in_words(old.grain)} → {grain_in_words(new.grain)}",
        finer([old.grain], [new.grain]),
    )


def _catalogue(old: Clause, new: Clause, models: Models) -> Iterator[Said]:
    assert isinstance(new, Grant)
    yield ("viser nu kun kataloget", "mindre") if new.catalogue else ("giver nu tal, før kun kataloget", "mere")


def _thresholds(old: Clause, new: Clause, models: Models) -> Iterator[Said]:
    assert isinstance(old, Grant)
    assert isinstance(new, Grant)
    words = f"{protection_in_words(old.thresholds)} → {protection_in_words(new.thresholds)}"
    yield f"beskytter små tal anderledes: {words}", stricter(old.thresholds, new.thresholds)


def _otherwise(name: str, old: Clause, new: Clause, models: Models) -> Iterator[Said]:
    """A key that has no words of its own here is told all the same."""
    yield f"har {name} {getattr(old, name)} → {getattr(new, name)}", "andet"


Teller = Callable[[Clause, Clause, Models], Iterator[Said]]
TELLERS: Mapping[str, Teller] = {
    "members": _members, "closed": _closed, "rows": _rows, "grain": _grain, "catalogue": _catalogue,
    "thresholds": _thresholds,
}  # fmt: skip
