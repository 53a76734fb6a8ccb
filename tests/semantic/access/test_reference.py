"""`entitle`, `decide` and `rows_of` say what the reference definition says: for any roles, question and row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from semantic.access.decide import Decision, Touched, decide
from semantic.access.grant import ALL_ROWS, FinestGrain, Grant, Restriction, open_grant
from semantic.access.policies import Forbid, Policies, Role
from semantic.access.principal import Principal
from semantic.access.rows import Held, Led, Seen
from semantic.errors import DeniedError
from semantic.model.grain import GRAINS
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.predicate import And, Compare, In, IsNull, Match, Not, Or
from tests.semantic.access.reference import (
    Asked,
    PlainGrant,
    PlainRole,
    Row,
    covering,
    giving,
    held,
    left,
    passes,
    reads,
    refusal,
)

MODEL = link([read_text("""
cubes:
  - name: fact
    sql_table: fact
    joins:
      - {name: unit, relationship: many_to_one, sql: "{CUBE}.n = {unit}.n"}
    dimensions: &own
      - {name: word, sql: word, type: string}
      - {name: n, sql: n, type: number}
      - {name: flag, sql: flag, type: boolean}
    measures: [{name: number, type: count}]
  - name: unit
    sql_table: unit
    dimensions: *own
    measures: [{name: number, type: count}]
""", "reference.yml")])  # fmt: skip
CUBES = ("fact", "unit")
ALL = (*CUBES, "any other")  # that a model may have
MEMBERS = tuple(f"{cube}.{name}" for cube in CUBES for name in ("word", "n", "flag", "number"))
DAY = date(2026, 3, 1)
Rule = tuple[Any, ...]
Tables = Mapping[str, tuple[Row, ...]]
Test = Callable[[Row], bool]

# --- A rule as plain data: what the product is given, and what the reference is given, are both made of it.


def ours(cube: str, rule: Rule) -> Any:
    """The rule as the product has it."""
    word, *rest = rule
    if word in ("all", "any", "none"):
        inner = tuple(ours(cube, one) for one in rest)
        return {"all": And, "any": Or}[word](inner) if word != "none" else Not(Or(inner))
    if word == "led":
        return Led("fact", "unit", ours("fact", rest[0]))
    leaf = Seen(MODEL.dimension(cube, rest[0]))
    if word == "held":
        return Held(leaf, rest[1])
    made: dict[str, Callable[[], Any]] = {
        "in": lambda: In(leaf, rest[1]),
        "null": lambda: IsNull(leaf),
        "below": lambda: Compare(leaf, "<", rest[1]),
        "holds": lambda: Match(leaf, "contains", rest[1]),
    }
    return made[word]()


def plain(rule: Rule, attributes: Mapping[str, Any], tables: Tables, leads: Test) -> Callable[[Row], bool]:
    """The rule as a function of a row; `leads` says of a fact whether it is left to be read.

    What is not there passes no test but that for it.
    """
    word, *rest = rule
    if word in ("all", "any", "none"):
        inner = [plain(one, attributes, tables, leads) for one in rest]
        quantified = all if word == "all" else any
        return lambda row: quantified(one(row) for one in inner) != (word == "none")
    if word == "led":
        lead = plain(rest[0], attributes, tables, leads)
        return lambda row: row["n"] in {one["n"] for one in tables["fact"] if lead(one) and leads(one)} - {None}
    name = rest[0]
    if word == "null":
        return lambda row: row[name] is None
    if word == "held":
        value = attributes.get(rest[1])
        among = value if isinstance(value, tuple) else (value,)
        return lambda row: row[name] is not None and row[name] in among
    if word == "in":
        return lambda row: row[name] in rest[1]
    if word == "below":
        return lambda row: row[name] is not None and row[name] < rest[1]
    return lambda row: row[name] is not None and rest[1].lower() in row[name].lower()


# --- The product's predicates on rows of Python.


def passed(rows: Any, row: Row, tables: Tables) -> bool:
    """Whether the bound predicate of the product holds for the row, two-valued."""
    if isinstance(rows, And):
        return all(passed(part, row, tables) for part in rows.parts)
    if isinstance(rows, Or):
        return any(passed(part, row, tables) for part in rows.parts)
    if isinstance(rows, Not):
        return not passed(rows.part, row, tables)
    if isinstance(rows, Led):
        leading = (one for one in tables[rows.cube] if passed(rows.rows, one, tables))
        return row["n"] is not None and row["n"] in {one["n"] for one in leading}
    value: Any = row[rows.leaf.dimension.name]
    if isinstance(rows, IsNull) or value is None:
        return isinstance(rows, IsNull) and value is None
    if isinstance(rows, In):
        return value in rows.values
    if isinstance(rows, Match):
        return rows.kind == "contains" and rows.text.lower() in value.lower()
    assert isinstance(rows, Compare), "a Held is bound before it is asked"
    assert rows.operator in ("=", "<")
    return bool(value == rows.value if rows.operator == "=" else value < rows.value)


# --- Anything that a policy may say.

WORDS = ("a", "b", "AB", "")
ATTRIBUTES = {"own_word": "string", "own_words": "strings", "own_n": "integer", "own_ns": "integers"}
RIGHT: Mapping[str, Any] = {"own_word": "a", "own_words": ("a", "AB"), "own_n": 1, "own_ns": (1, 2)}
ANYTHING = ("a", "AB", "", "  ", 1, 2, 0, True, None, (), ("a",), ("a", "AB"), ("",), (1,), (1, 2), ("a", 1), (True,))
LEAVES: tuple[Rule, ...] = (
    ("in", "word", ("a",)), ("in", "word", ("b", "AB")), ("in", "n", (1,)), ("in", "flag", (True,)),
    ("null", "word"), ("null", "n"), ("below", "n", 1), ("below", "n", 2), ("holds", "word", "A"),
)  # fmt: skip
HELD_BY = {"own_word": "word", "own_words": "word", "own_n": "n", "own_ns": "n"}
BOUNDS = ((2024, 1, 1), (2024, 4, 1), (2024, 5, 1), (2024, 5, 6), (2024, 5, 7), (2024, 5, 6, 1))


@dataclass(frozen=True)
class Drawn:
    """A clause as data: what both sides are made of. `rows` None of a cube opens it; a grant may be `whole`."""

    members: frozenset[str]
    rows: Mapping[str, Rule | None]
    finest: str | None = None
    single_rows: bool = True
    catalogue: bool = False
    whole: bool = False


@dataclass(frozen=True)
class DrawnRole:
    needs: tuple[str, ...]
    grants: tuple[Drawn, ...]
    restrictions: tuple[Mapping[str, Rule | None], ...]
    forbidden: frozenset[str]
    closed: frozenset[str]
    last_day: date


def some(dice: Random, words: Sequence[str], least: int, most: int) -> frozenset[str]:
    return frozenset(dice.sample(words, dice.randint(least, most)))


def drawn_rule(dice: Random, attributes: tuple[str, ...], depth: int = 2) -> Rule:
    if depth and dice.random() < 0.4:
        parts = [drawn_rule(dice, attributes, depth - 1) for _ in range(dice.randint(1, 3))]
        return (dice.choice(("all", "any", "none")), *parts)
    return dice.choice((*LEAVES, *(("held", HELD_BY[name], name) for name in attributes for _ in range(3))))


def drawn_rows(dice: Random, attributes: tuple[str, ...], led: float = 0.0) -> Mapping[str, Rule | None]:
    """Each cube with a rule, open or not at all; units so often by the facts that lead to them."""
    found: dict[str, Rule | None] = {}
    for cube in CUBES:
        if dice.random() < 0.85:
            rule = drawn_rule(dice, attributes)
            of_cube = ("led", rule) if cube == "unit" and dice.random() < led else rule
            found[cube] = None if dice.random() < 0.2 else of_cube
    return found


def drawn_grant(dice: Random, attributes: tuple[str, ...]) -> Drawn:
    return Drawn(
        members=frozenset(MEMBERS) if dice.random() < 0.6 else some(dice, MEMBERS, 1, 7),
        rows=drawn_rows(dice, attributes, led=0.4),
        finest=dice.choice((None, None, "day", "week", "month", "quarter", "year")),
        single_rows=dice.random() < 0.7,
        catalogue=dice.random() < 0.2,
        whole=dice.random() < 0.07,
    )


def drawn_role(dice: Random, attributes: tuple[str, ...]) -> DrawnRole:
    return DrawnRole(
        needs=attributes,
        grants=tuple(drawn_grant(dice, attributes) for _ in range(dice.randint(0, 3))),
        restrictions=tuple(drawn_rows(dice, attributes) for _ in range(dice.choice((0, 0, 0, 1, 2)))),
        forbidden=some(dice, MEMBERS, 0, 1) if dice.random() < 0.2 else frozenset(),
        closed=some(dice, CUBES, 0, 1) if dice.random() < 0.1 else frozenset(),
        last_day=dice.choice((DAY, DAY, date.max, date(2026, 2, 28))),
    )


def drawn_attributes(dice: Random) -> Mapping[str, Any]:
    """As they must be, or now and then some missing or something else."""
    if dice.random() < 0.6:
        return RIGHT
    return {name: dice.choice((RIGHT[name], dice.choice(ANYTHING))) for name in some(dice, tuple(ATTRIBUTES), 0, 4)}


def drawn_question(dice: Random) -> Asked:
    times = some(dice, ("-", "hour", "day", "week", "month", "quarter", "year"), 0, 1)
    bounds = frozenset(datetime(*one) for one in dice.sample(BOUNDS, dice.choice((0, 0, 1))))
    asked = some(dice, (*MEMBERS, "fact.", "unit."), 1, 2)
    return Asked(asked, frozenset(None if one == "-" else one for one in times), bounds, dice.random() < 0.3)


def drawn_row(dice: Random) -> Row:
    return {"word": dice.choice((*WORDS, None)), "n": dice.choice((0, 1, 2, None)),
            "flag": dice.choice((True, False, None))}  # fmt: skip


# --- Both sides.


def our_policies(drawn: list[DrawnRole]) -> Policies:
    """The first is what holds for everybody: its takings, without its grants and its rules by attribute."""
    everybody, *roles = (_our_role(f"role_{index}", one) for index, one in enumerate(drawn))
    return Policies({one.name: one for one in roles}, everybody.restrictions, everybody.forbids)


def _our_role(name: str, drawn: DrawnRole) -> Role:
    uses = frozenset(drawn.needs)
    return Role(
        name,
        grants=tuple(_our_grant(f"{name}_{index}", one, uses) for index, one in enumerate(drawn.grants)),
        restrictions=tuple(Restriction(name, "", _our_rows(rows), uses=uses) for rows in drawn.restrictions),
        forbids=(Forbid(name, "", _forbidden(drawn), drawn.closed),),
        attributes={one: ATTRIBUTES[one] for one in drawn.needs},  # type: ignore[misc]
        valid_to=drawn.last_day,
    )


def _forbidden(drawn: DrawnRole) -> frozenset[str]:
    """A cube is closed with all its members."""
    return drawn.forbidden | {one for one in MEMBERS if one.split(".")[0] in drawn.closed}


def _our_rows(rows: Mapping[str, Rule | None]) -> dict[str, Any]:
    return {cube: ALL_ROWS if rule is None else ours(cube, rule) for cube, rule in rows.items()}


def _our_grant(name: str, one: Drawn, uses: frozenset[str]) -> Grant:
    if one.whole:
        return open_grant(name, "")
    grain = FinestGrain(GRAINS[one.finest] if one.finest else None, one.single_rows)
    return Grant(name, "", one.members, _our_rows(one.rows), grain=grain, catalogue=one.catalogue, uses=uses)


def plain_role(name: str, drawn: DrawnRole, attributes: Mapping[str, Any], tables: Tables, leads: Test) -> PlainRole:
    def rows_of(rows: Mapping[str, Rule | None]) -> dict[str, Test]:
        rules = {cube: ("all",) if rule is None else rule for cube, rule in rows.items()}
        return {cube: plain(rule, attributes, tables, leads) for cube, rule in rules.items()}

    grants = [
        PlainGrant(f"{name}_{index}", frozenset(MEMBERS), rows_of(dict.fromkeys(ALL)), frozenset(ALL)) if one.whole
        else PlainGrant(f"{name}_{index}", one.members, rows_of(one.rows), _opened(one), _led_by(one), one.finest,
                        one.single_rows, one.catalogue)
        for index, one in enumerate(drawn.grants)
    ]  # fmt: skip
    return PlainRole(
        tuple(grants), tuple(map(rows_of, drawn.restrictions)), _forbidden(drawn), drawn.closed,
        {one: ATTRIBUTES[one] for one in drawn.needs}, drawn.last_day,
    )  # fmt: skip


def _led_by(one: Drawn) -> dict[str, frozenset[str]]:
    return {cube: frozenset({"fact"}) for cube, rule in one.rows.items() if rule and rule[0] == "led"}


def _opened(one: Drawn) -> frozenset[str]:
    return frozenset(cube for cube, rule in one.rows.items() if rule is None)


def our_decision(policies: Policies, principal: Principal, asked: Asked) -> Decision | str:
    """The decision, or the code of the denial."""
    times = frozenset(None if one is None else GRAINS[one] for one in asked.times)
    try:
        touched = Touched(asked.members, times, asked.bounds, asked.single_rows)
        return decide(policies.entitle(principal, DAY), touched)
    except DeniedError as denied:
        return denied.code


def our_rows(decision: Decision, cube: str) -> Any:
    """The rows of the cube, or the code of the denial."""
    try:
        return decision.rows_of(cube)
    except DeniedError as denied:
        return denied.code


def outcomes(seed: int) -> Iterator[str]:
    """Everything that one draw comes to, after both sides have said the same."""
    dice = Random(seed)
    everybody = drawn_role(dice, ())
    roles = [drawn_role(dice, tuple(sorted(some(dice, tuple(ATTRIBUTES), 0, 2)))) for _ in range(dice.randint(1, 3))]
    attributes, asked = drawn_attributes(dice), drawn_question(dice)
    tables = {cube: tuple(drawn_row(dice) for _ in range(6)) for cube in CUBES}

    policies = our_policies([everybody, *roles])
    decision = our_decision(policies, Principal("someone", tuple(policies.roles), attributes), asked)

    def leads(fact: Row) -> bool:
        return left(have, "fact", fact)

    general = plain_role("role_0", everybody, {}, tables, leads)
    each = [plain_role(f"role_{index}", one, attributes, tables, leads) for index, one in enumerate(roles, 1)]
    have = held(each, general, attributes, DAY)
    if isinstance(decision, str):
        assert decision == refusal(have, asked)
        yield decision
        return
    assert refusal(have, asked) is None
    yield same_grants(decision, have, asked)
    for cube in CUBES:
        yield same_rows(decision, have, asked, cube, tables)


def same_grants(decision: Decision, have: PlainRole, asked: Asked) -> str:
    """Those that open what is asked of do for the others that cover it."""
    names = [one.name for one in giving(have, asked)]
    assert [one.name for one in decision.grants] == names
    if decision.grants[0].is_open:
        return "open"
    if len(names) < len(covering(have, asked)):
        return "enough"
    return "one grant" if len(names) == 1 else "several grants"


def same_rows(decision: Decision, have: PlainRole, asked: Asked, cube: str, tables: Tables) -> str:
    rows = our_rows(decision, cube)
    if not reads(have, asked, cube):
        assert rows == "A302"
        return "A302"
    expected = [passes(have, asked, cube, row) for row in tables[cube]]
    assert [passed(rows, row, tables) for row in tables[cube]] == expected
    return "all rows" if all(expected) else "some rows" if any(expected) else "no rows"


@settings(max_examples=1_000)
@given(st.integers(0, 2**40))
def test_the_decision_is_the_references(seed: int) -> None:
    assert list(outcomes(seed))


def test_everything_is_drawn() -> None:
    counts = Counter(outcome for seed in range(1_000) for outcome in outcomes(seed))
    kinds = (
        "A301",
        "A302",
        "A305",
        "open",
        "enough",
        "one grant",
        "several grants",
        "all rows",
        "some rows",
        "no rows",
    )
    assert set(counts) == set(kinds)
    assert min(counts.values()) >= 20, counts
