"""Which questions are refused, and why, by the documents alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from semantic.access.documents import GrantDocument
from semantic.query import Query
from tests.rls.naive import Written
from tests.rls.policies import Held
from tests.rls.questions import members_asked, touched
from tests.rls.reference import decision, given, seen
from tests.rls.row_security import Rule, everything
from tests.rls.world import MEMBERS, VIEWS, Joined


def is_hidden(query: Query, held: Held) -> bool:
    """Whether the question names a member that the asker may not know of, or a view of which nothing is known."""
    known = seen([documents(one) for one in held.grants], held.forbidden, MEMBERS)
    for name, (id_, _) in members_asked(query).items():
        space = name.split(".")[0]
        if id_ not in known or f"{VIEWS.get(space, (space,))[0]}." not in known:
            return True
    return False


def covering(query: Query, held: Held) -> list[int] | str:
    """The numbers of the grants that cover the question, or the code of the refusal."""
    grants = [documents(one) for one in held.grants]
    found = decision(grants, held.forbidden, touched(query), MEMBERS)
    return found if isinstance(found, str) else sorted({grants.index(one) for one in found})


def alone(written: Written, numbers: Sequence[int], rules: Sequence[Mapping[str, Rule]]) -> list[int]:
    """Those grants that could answer alone: they read whatever the values are made of."""
    return [one for one in numbers if written.counted <= rules[one].keys()]


def giving(tables: Set[str], able: Sequence[int], rules: Sequence[Mapping[str, Rule]]) -> list[int]:
    """Whose rows the answer is of: theirs alone who may read all of the tables that it is asked of, or else everyone's.

    Of several of them again theirs who may read all of what any other of them may. No grant of these policies hides
    small cells, so that each could be the only one that somebody holds.
    """
    whole = [one for one in able if may_read_all(tables, rules[one])]
    others = {one: {table for other in whole if other != one for table in rules[other]} for one in whole}
    return [one for one in whole if may_read_all(others[one], rules[one])] or whole or list(able)


def may_read_all(tables: Iterable[str], rules: Mapping[str, Rule]) -> bool:
    return all(rules.get(table) is everything for table in tables)


def documents(bound: object) -> GrantDocument:
    document = bound.document  # type: ignore[attr-defined]
    assert isinstance(document, GrantDocument)
    return document


def refusals(written: Written, held: Held, numbers: Sequence[int], rules: Sequence[Mapping[str, Rule]]) -> set[str]:
    """Why a covered question is refused still: a table that no covering grant gives, or rows that would be mixed."""
    readable = {cube for number in numbers for cube in rules[number]}
    found = {"A302"} if written.tables - readable else set()
    return found | ({"A303"} if any(mixes(one, held, numbers, rules) for one in written.joins) else set())


def mixes(joined: Joined, held: Held, numbers: Sequence[int], rules: Sequence[Mapping[str, Rule]]) -> bool:
    """Whether a row could be one grant's and the joined row only another's.

    It could not where all give the same rows there, or each gives whatever its own rows lead to.
    """
    near, join, target = joined
    given_rows = {rules[number][target]("t") if target in rules[number] else None for number in numbers}
    if len(given_rows) == 1:
        return False
    return not leads(joined, held, numbers, rules)


def leads(joined: Joined, held: Held, numbers: Sequence[int], rules: Sequence[Mapping[str, Rule]]) -> bool:
    """Whether each grant gives whatever its own rows lead to."""
    near, join, target = joined
    return all(_leads(documents(held.grants[one]), rules[one], near, join, target) for one in numbers)


def _leads(grant: GrantDocument, rules: Mapping[str, Rule], near: str, join: str, target: str) -> bool:
    if near not in rules or target not in rules:
        return False
    return rules[target] is everything or (not join.startswith("<") and near in grant.follow.get(target, ()))


def unknown_twins(query: Query, written: Written, held: Held, numbers: Sequence[int]) -> bool:
    """Whether a fact would answer by its own dimension for another's that not every covering grant names."""
    names = MEMBERS.intersection(*(given(documents(held.grants[one]), MEMBERS) for one in numbers)) - held.forbidden
    pairs = {"art": ("ydelse.art", "klage.art"), "sagsbehandler": ("ydelse.sagsbehandler", "klage.sagsbehandler")}
    facts = {name.split(".")[0] for name in query.measures}
    for name, (id_, _) in members_asked(query).items():
        for one in () if name in query.measures else pairs.get(id_.split(".")[1], ()):
            if id_ in pairs[id_.split(".")[1]] and one != id_ and one.split(".")[0] in facts and one not in names:
                return True
    return False
