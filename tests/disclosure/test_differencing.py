"""What the tier `threshold` does not stop: two answers, each of many persons, whose difference is a hidden figure.

How many hidden cells of a table that is one can be got at so, is measured and printed in docs/diskretionering.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import ServiceError
from semantic.pipeline import Service, answer
from semantic.result import collect
from tests.worlds import PROJECT, service, world

KONSULENT, DIREKTION = Principal("konsulent", ("tvaerblik",)), Principal("direktion", ("direktion",))
KEYS = ("ydelse.enhed", "ydelse.paragraf", "ydelse.lov")
MEASURE = "ydelse.antal_ydelser"
PAGE = (PROJECT / "docs" / "diskretionering.md").read_text("utf-8")


@dataclass(frozen=True)
class Recovered:
    small: int
    hidden: int
    by_totals: int
    by_difference: int


def governed() -> Service:
    demo = service("demo")
    return replace(demo, policies=load_policies(PROJECT / "access_policies", demo.generation.model))


def cells(of: Service, asker: Principal, **query: Any) -> dict[tuple[Any, ...], int | None]:
    found = collect(answer(parse_query({"measures": [MEASURE], **query}, default_limit=None), asker, of)).table
    *keys, values = (column.to_pylist() for column in found.columns)
    return dict(zip(zip(*keys, strict=True), values, strict=True)) if keys else {(): values[0]}


def test_what_two_questions_give_away() -> None:
    of = governed()
    truth = cells(of, DIREKTION, dimensions=list(KEYS))
    shown = cells(of, KONSULENT, dimensions=list(KEYS))
    hidden = {member: truth[member] for member, value in shown.items() if value is None}
    persons = collect(answer(parse_query({"measures": ["ydelse.antal_borgere"], "dimensions": list(KEYS)},
                                         default_limit=None), DIREKTION, of)).table  # fmt: skip
    *_, number = (column.to_pylist() for column in persons.columns)
    found = Recovered(
        small=sum(one < 5 for one in number),
        hidden=len(hidden),
        by_totals=sum(_by_totals(shown, member) == value for member, value in hidden.items()),
        by_difference=sum(_difference(of, member) == value for member, value in hidden.items()),
    )
    assert found.hidden > found.small > 0
    assert found.by_totals == 0, "the answer itself, with its totals, gives none back"
    assert found.by_difference == found.hidden, "what two answers give: as stated, all"
    printed = re.search(r"(\d+) skjulte celler, heraf (\d+) med færre end 5 borgere.*?(\d+) af (\d+)", PAGE, re.DOTALL)
    assert printed is not None
    assert tuple(map(int, printed.groups())) == (found.hidden, found.small, found.by_difference, found.hidden)


def _by_totals(shown: dict[tuple[Any, ...], int | None], member: tuple[Any, ...]) -> int | None:
    """The member's value where it is the only one hidden among those that differ from it in one key."""
    for place in range(len(KEYS)):
        line = [value for other, value in shown.items()
                if all(other[at] == member[at] for at in range(len(KEYS)) if at != place)]  # fmt: skip
        if line.count(None) == 1 and len(line) > 1:
            return -1  # a total would give it back, whatever it is
    return None


def _difference(of: Service, member: tuple[Any, ...]) -> int | None:
    """All cases less all but the member's."""
    but = {"or": [_is_not(key, value) for key, value in zip(KEYS, member, strict=True)]}
    try:
        whole, rest = cells(of, KONSULENT)[()], cells(of, KONSULENT, filters=[but])[()]
    except ServiceError:
        return None
    return None if whole is None or rest is None else whole - rest


def _is_not(key: str, value: Any) -> dict[str, Any]:
    if value is None:
        return {"member": key, "operator": "set"}
    return {"member": key, "operator": "notEquals", "values": [value]}


FIRST, *LATER = "2021/22", "2022/23", "2023/24", "2024/25"
CAME_AND_LEFT = """
    SELECT skoleaar, kommune, sum(elever) FILTER (retning = 'tilgang'), sum(elever) FILTER (retning = 'afgang')
    FROM elevbevaegelse JOIN kommuner USING (kommunekode) GROUP BY ALL
"""


def of_kommuner(of: Service, measure: str, year: str) -> dict[str, int | None]:
    view = measure.partition(".")[0]
    asked = {"measures": [measure], "dimensions": [f"{view}.kommune"],
             "filters": [{"member": f"{view}.skoleaar", "operator": "equals", "values": [year]}]}  # fmt: skip
    table = collect(answer(parse_query(asked, default_limit=None), KONSULENT, of)).table
    return dict(zip(*(column.to_pylist() for column in table.columns), strict=True))


def test_what_a_stock_says_of_who_came_and_went() -> None:
    """Last year's and who came, less who left, are this year's: three figures of a kommune give the fourth."""
    of = governed()
    truth = {(year, name): (came, left) for year, name, came, left in world("demo").oracle(CAME_AND_LEFT)[1]}
    stock = {year: of_kommuner(of, "elever.elever_i_segregeret_tilbud", year) for year in (FIRST, *LATER)}
    hidden, given = [], []
    for before, year in zip((FIRST, *LATER), LATER, strict=False):
        came, left = (of_kommuner(of, f"elevbevaegelser.{one}_segregeret", year) for one in ("tilgang", "afgang"))
        for name, now in stock[year].items():
            grown = (now or 0) - (stock[before][name] or 0)
            hidden += [side for side in (came, left) if side[name] is None]
            known = came[name] is not None, left[name] is not None
            if known == (False, True):
                given.append((grown + (left[name] or 0), truth[year, name][0]))
            elif known == (True, False):
                given.append(((came[name] or 0) - grown, truth[year, name][1]))
    assert all(None not in one.values() for one in stock.values())
    assert all(computed == true for computed, true in given)
    assert 0 < len(given) < len(hidden)
    printed = re.search(r"er (\d+) kommuners tilgang eller afgang skjult.*?(\d+) af dem", PAGE, re.DOTALL)
    assert printed is not None
    assert tuple(map(int, printed.groups())) == (len(hidden), len(given))
