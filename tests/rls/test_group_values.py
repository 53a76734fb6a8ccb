"""What is of other groups than the answer's is a question of its own: its own grants, its own rows, or a refusal."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from semantic.access.documents import GrantDocument, PolicyFile
from semantic.access.principal import Principal
from semantic.pipeline import Service
from semantic.predicate import And, Asked, atoms, conjuncts
from semantic.query import Query
from tests.postgres import Postgres
from tests.rls import expected
from tests.rls.naive import Written, find, write
from tests.rls.oracle import Oracle, Row, cell, opened
from tests.rls.policies import DAY, policy_file, role
from tests.rls.questions import VALUES, tables_asked, touched
from tests.rls.reference import Asks, decision
from tests.rls.test_row_security import FIRST, Case, asked, drawn, generation, linked
from tests.rls.test_row_security import Tally as Drawn
from tests.rls.whole import columns, is_cut, told_by
from tests.rls.world import GROUP_VALUES, MEMBERS, OVER_MEMBERS, GroupValue, rows_of
from tests.worlds import open_grants

EACH = 15
ANSWERED = int(os.environ.get("RLS_GROUP_VALUES", "250"))  # of each part
KEYS = ["art", "lov", "sagsbehandler", "handle", "dyr", "person", "center_nu", "handlekommune_region",
        "ansvarlig_da_center", "borger_koen"]  # fmt: skip


@dataclass
class Tally:
    answered: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    beside: int = 0  # values of other rows than the answer's own


def question(draw: random.Random) -> Query:
    """A count of the own rows beside one value of other groups, or over members."""
    name = draw.choice([*GROUP_VALUES, *OVER_MEMBERS])
    keys = draw.sample(KEYS, draw.choice([0, 1, 1, 2, 2, 3]))
    dropped = GROUP_VALUES[name].drops if name in GROUP_VALUES else "sagsbehandler"
    if (name == "plads" or draw.random() < 0.5) and dropped not in (*keys, "", "start"):
        keys.append(dropped)
    tests: list[Asked] = []
    for member in draw.sample(["art", "lov", "sagsbehandler", "center_nu"], draw.choice([0, 0, 1, 1, 2])):
        tests.append(Asked(f"sager.{member}", draw.choice(["equals", "notEquals"]), (draw.choice(VALUES[member]),)))
    if draw.random() < 0.3:
        tests.append(Asked("sager.handle", "lte", (draw.choice([2, 3, 4]),)))
    return Query(
        measures=("sager.antal", f"sager.{name}"),
        dimensions=tuple(f"sager.{key}" for key in keys),
        where=And(tuple(tests)),
    )


def name_of(query: Query) -> str:
    return query.measures[1].split(".")[1]


def own_part(query: Query) -> Query:
    return Query(measures=query.measures[:1], dimensions=query.dimensions, where=query.where)


def group_part(query: Query, value: GroupValue) -> Query:
    """The value as a plain question: of the kept keys, and under the filters but those that a whole group ignores."""
    dropped = f"ydelse.{value.drops}"
    kept = [one for one in query.dimensions if is_kept(one, value)]
    where = [part for part in conjuncts(query.where)
             if not (value.whole and any(id_of(one.member) == dropped for one in atoms(part)))]  # fmt: skip
    return Query(measures=(f"sager.{value.of}",), dimensions=tuple(kept), where=And(tuple(where)))


def id_of(name: str) -> str:
    found = find(name)
    assert found, name
    return found.id


def is_kept(name: str, value: GroupValue) -> bool:
    if value.keeps is not None:
        return id_of(name) in {f"ydelse.{one}" for one in value.keeps}
    return id_of(name) != f"ydelse.{value.drops}"


def asks_of(query: Query) -> list[Asks]:
    """What each part touches: the own rows, and where there is one, the group value."""
    name = name_of(query)
    own = touched(own_part(query))
    if name in OVER_MEMBERS:
        return [Asks(own.members | {f"ydelse.{name}"})]
    value = GROUP_VALUES[name]
    names = [*group_part(query, value).dimensions, *(one.member for one in atoms(query.where))]
    return [own, Asks(frozenset(id_of(one) for one in names) | {f"ydelse.{name}"})]


def numbers_of(asks: Asks, case: Case) -> list[int] | str:
    grants = [expected.documents(one) for one in case.held.grants]
    found = decision(grants, case.held.forbidden, asks, MEMBERS)
    return found if isinstance(found, str) else sorted({grants.index(one) for one in found})


def over_members(query: Query) -> tuple[Query, str]:
    """The mean or the place as SQL over each sagsbehandler's beloeb, and the question for these."""
    keys = [f"k{index}" for index in range(len(query.dimensions))]
    named = tuple(dict.fromkeys((*query.dimensions, "sager.sagsbehandler")))
    inner = Query(measures=("sager.beloeb",), dimensions=named, where=query.where)
    listed = [*keys, *(["member"] if len(named) > len(keys) else [])]
    source = f"({write(inner).sql}) AS each_one({', '.join([*listed, 'v'])})"
    if name_of(query) == "middel":
        text = f"SELECT {', '.join([*keys, 'round(avg(v), 2)'])} FROM {source}"
        return inner, f"{text} GROUP BY {', '.join(keys)}" if keys else text
    kept = [key for key, name in zip(keys, query.dimensions, strict=True) if name != "sager.sagsbehandler"]
    among = f"PARTITION BY {', '.join(kept)} " if kept else ""
    place = f"CASE WHEN v IS NOT NULL THEN rank() OVER ({among}ORDER BY v DESC NULLS LAST) END"
    return inner, f"SELECT {', '.join([*keys, place])} FROM {source}"


def beside(
    own: Sequence[Row], values: Sequence[Row], places: Sequence[int], stands_alone: bool, missing: str
) -> list[Row]:
    """Each own row with the value of its group, by the places of the kept keys.

    A group of which no row is the asker's own stands too, where it `stands_alone`: its own count is 0.
    """
    known = {row[:-1]: row[-1] for row in values}
    found = [(*row, known.get(tuple(row[place] for place in places), missing)) for row in own]
    if stands_alone:
        found += [(*keys, "0", value) for keys, value in known.items() if keys not in {row[:-1] for row in own}]
    return sorted(found, key=repr)


def plan_refusals(query: Query, case: Case, parts: list[tuple[Written, list[int]]]) -> set[str]:
    found = {code for written, numbers in parts for code in expected.refusals(written, case.held, numbers, case.rules)}
    name = name_of(query)
    inner = query if name in OVER_MEMBERS else group_part(query, GROUP_VALUES[name])
    asked_for = (find(one) for one in (*inner.dimensions, *(one.member for one in atoms(inner.where))))
    told = told_by(case, parts[-1][1], [(*one.path, *one.dimension.path) for one in asked_for if one])
    if name in OVER_MEMBERS:
        cut = bool(told & columns((), "ydelse.sagsbehandler"))
    else:
        value = GROUP_VALUES[name]
        kept = [one for one in map(find, inner.dimensions) if one]
        cut = is_cut(told, value, [((*one.path, *one.dimension.path), one.id) for one in kept])
    return found | ({"A306"} if cut else set())


def compare(case: Case, query: Query, oracle: Oracle, tally: Tally) -> bool:
    if expected.is_hidden(query, case.held):
        return False
    got = asked(query, case.asker, case.service)
    code = got if isinstance(got, str) else ""
    name = name_of(query)
    decided = [numbers_of(asks, case) for asks in asks_of(query)]
    denied = next((one for one in decided if isinstance(one, str)), None)
    if denied:
        assert code == denied, (code or got, denied, case.told(query))
        tally.refused[denied] += 1
        return False
    numbers = [one for one in decided if not isinstance(one, str)]
    own = write(own_part(query))
    inner, sql = over_members(query) if name in OVER_MEMBERS else (group_part(query, GROUP_VALUES[name]), "")
    written = write(inner)
    able = [expected.alone(*one, case.rules) for one in ((own, numbers[0]), (written, numbers[-1]))]
    numbers = [expected.giving(tables_asked(own_part(query)), one, case.rules) for one in able]
    wanted = plan_refusals(query, case, [(own, numbers[0]), (written, numbers[-1])])
    if code or wanted:
        assert code in wanted, (code or got, wanted, case.told(query, sql or written.sql))
        tally.refused[code] += 1
        return False
    values = oracle.rows(sql or written.sql, numbers[-1])
    kept = query.dimensions if name in OVER_MEMBERS else inner.dimensions
    places = [query.dimensions.index(one) for one in kept]
    # It has every key of the answer, and every filter told whose rows it is of.
    stands_alone = len(places) == len(query.dimensions) and inner.where == query.where
    rows = beside(oracle.rows(own.sql, numbers[0]), values, places, stands_alone, MISSING[name])
    assert got == rows, (case.told(query, sql or written.sql), "product", got, "PostgreSQL", rows)
    tally.answered[name] += 1
    tally.beside += numbers[0] != numbers[-1]
    return True


def with_a_country(draw: random.Random) -> PolicyFile:
    """A random policy, mostly beside a grant of the whole country's figures by a few dimensions."""
    file = policy_file(draw)
    if draw.random() < 0.2:
        return file
    dimensions = draw.sample([f"ydelse.{name}" for name in ("art", "lov", "sagsbehandler", "handle", "center_nu")], 4)
    values = draw.sample([f"ydelse.{name}" for name in (*GROUP_VALUES, *OVER_MEMBERS)], 6)
    country = {
        "name": "landet", "reason": "derfor", "members": [*dimensions, *values, "kommune.region"],
        "open": ["ydelse", "enhed", "kommune"],
    }  # fmt: skip
    first = file.roles[0].model_copy(
        update={"grants": [*file.roles[0].grants[:2], GrantDocument.model_validate(country)]}
    )
    return file.model_copy(update={"roles": [first, *file.roles[1:]]})


MISSING: dict[str, str] = {  # where nothing may be read of the group
    name: "0" if name in GROUP_VALUES and GROUP_VALUES[name].of == "antal" else str(cell(None))
    for name in (*GROUP_VALUES, *OVER_MEMBERS)
}


@pytest.mark.parametrize("seed", range(FIRST, FIRST + 2))
def test_a_value_of_other_groups_is_a_question_of_its_own(postgres: Postgres, tmp_path: Path, seed: int) -> None:
    draw, tally = random.Random(seed), Tally()
    rows = rows_of(seed)
    with generation(tmp_path, rows) as made, opened(postgres, rows) as oracle:
        unbound = Service(made, open_grants())
        while tally.answered.total() < ANSWERED:
            case = drawn(draw, unbound, Drawn(), seed, with_a_country)
            with oracle.policies(case.rules, case.cuts):
                answered = 0
                for _ in range(8 * EACH):
                    answered += compare(case, question(draw), oracle, tally)
                    if answered == EACH:
                        break
    print(seed, tally)
    assert min(tally.answered[name] for name in (*GROUP_VALUES, *OVER_MEMBERS)) >= 5, tally
    assert min(tally.refused[code] for code in ("A301", "A302", "A303", "A306")) >= 5, tally
    assert tally.beside >= 50, tally


def test_whose_rows_are_those_of_a_day_has_no_value_of_all_time(tmp_path: Path) -> None:
    """A unit's cases are centre A's while the unit was, a part over all time; as the unit is now they are all."""
    for via, refused in (("ansvarlig_da", True), ("ansvarlig_nu", False)):
        grant = {
            "name": "centret", "reason": "derfor", "members": ["ydelse.*"], "via": [via],
            "rows": [{"dimension": "enhed.center", "values": ["A"]}],
        }  # fmt: skip
        file = PolicyFile.model_validate({"roles": [role("leder", [grant])]})
        with generation(tmp_path / via, rows_of(1)) as made:
            service = Service(made, linked(file, made.model), today=lambda: DAY)
            query = Query(measures=("ydelse.antal", "ydelse.hele_tiden"), dimensions=("ydelse.lov",))
            found = asked(query, Principal("nogen", ("leder",), {}), service)
        assert (found == "A306") is refused, found
        assert refused or all(row[1] == row[2] != "0" for row in found), found
