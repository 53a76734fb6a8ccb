"""Who asks in each world: a policy document, and beside it the rows that it leaves, as SQL written by hand or by dice.

The SQL is of another shape than the product's, and says so of every cube that the policy cuts. `t` is the cube's row,
`{cube}` the table of a cube.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

import duckdb
import yaml
from sqlglot import exp

from semantic.access.link import link_policies, read_policy
from semantic.access.policies import Policies
from semantic.access.principal import Attribute, Principal
from semantic.model.model import Cube, Dimension, Model
from tests.access.copies import relation_of, stored_cubes, stored_model
from tests.worlds import world

SEED = 20261129
Document = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Asker:
    """A principal of one role. `rows` are the conditions of the cubes that are cut; the others are open."""

    name: str
    world: str
    document: Document
    rows: Mapping[str, str]
    attributes: Mapping[str, Attribute]

    @property
    def principal(self) -> Principal:
        return Principal("someone", ("asker",), self.attributes)

    def policies(self, model: Model) -> Policies:
        """The document as text, read and linked like any policy."""
        return link_policies([read_policy(yaml.safe_dump(self.document, allow_unicode=True), "asker.yml")], model)


def model_of(name: str) -> Model:
    return stored_model(world(name).model)


def role(**clauses: Any) -> Document:
    told = {"title": "En prøve", "niveau": "operationelt", "formaal": "Prøve", "hjemmel": "Ingen", "ejer": "Prøven"}
    dates = {"godkendt_af": "Prøven", "gyldig_til": "9999-01-01", "naeste_gennemgang": "2030-01-01"}
    return {"name": "asker", **told, **{key: _day(value) for key, value in dates.items()}, **clauses}


def _day(text: str) -> object:
    return yaml.safe_load(text)


def everything(model: Model, cut: Mapping[str, str] | None = None) -> Document:
    """What a grant of every member says, with the cubes that are not cut open; beside cut rows none of persons is."""
    kept = [
        name for name, cube in model.cubes.items()
        if cut is None or name in cut or not (cube.person_key or cube.persons)
    ]  # fmt: skip
    asked = [
        name
        for name in kept
        if any((model.cubes[name].dimensions, model.cubes[name].measures, model.cubes[name].segments))
    ]
    return {
        "name": "alt", "reason": "En prøve", "scope": "alle rækker", "members": [f"{name}.*" for name in asked],
        "open": [name for name in kept if name not in (cut or {})], "grain": {"rows": True},
    }  # fmt: skip


# Cut by their own columns, thrown by dice: each cube by a test of some of the values that it holds.


def own(name: str, universal: bool) -> Asker:
    """Every cube cut by a rule of its own: to the one role, or for everybody."""
    model = model_of(name)
    dice = Random(f"{SEED} {name} {universal}")
    # Who may read only some of the shares that rows are divided by is refused (tests/semantic/plan/test_shares.py).
    dividing = {join.target for cube in model.cubes.values() for join in cube.joins.values() if join.share}
    cubes = [cube for cube in stored_cubes(model) if cube.name not in dividing]
    with duckdb.connect(str(world(name).database), read_only=True) as connection:
        connection.execute("USE main")
        rules = {cube: rule for cube in cubes if (rule := _thrown(dice, cube, connection))}
    restrictions = [
        {"name": f"kun_{cube.name}", "reason": "En prøve", "cubes": [cube.name], "rows": [rows]}
        for cube, (rows, _) in rules.items()
    ]
    clauses: Document = {"grants": [everything(model)], **({} if universal else {"restrictions": restrictions})}
    document = {"roles": [role(**clauses)], **({"restrictions": restrictions} if universal else {})}
    conditions = {cube.name: condition for cube, (_, condition) in rules.items()}
    return Asker("for_everybody" if universal else "own", name, document, conditions, {})


def _thrown(dice: Random, cube: Cube, connection: duckdb.DuckDBPyConnection) -> tuple[Document, str] | None:
    """A test of a plain column and its SQL; None where the cube has no column of several values."""
    plain = [(one, _values(connection, cube, column)) for one, column in _plain_columns(cube)]
    usable = [(one, values) for one, values in plain if len(values) > 1]
    if not usable:
        return None
    dimension, values = dice.choice(usable)
    chosen = dice.sample(values, max(1, len(values) // 2))
    column = f't."{dimension.expression.columns[0].name}"'
    is_one = f"coalesce({column} IN ({', '.join(map(_literal, chosen))}), false)"
    test = {"dimension": dimension.id, "values": chosen}
    unknown = {"none": [{"dimension": dimension.id, "operator": "set"}]}
    return dice.choice((
        (test, is_one),
        ({"none": [test]}, f"NOT {is_one}"),
        ({**test, "operator": "notEquals"}, f"NOT {is_one}"),
        ({"any": [test, unknown]}, f"({is_one} OR {column} IS NULL)"),
    ))  # fmt: skip


def _plain_columns(cube: Cube) -> Iterator[tuple[Dimension, str]]:
    """The dimensions that are a column of the cube's own, as it is."""
    for one in cube.dimensions.values():
        read = one.expression
        plain = isinstance(read.node, exp.Placeholder) and [ref.path for ref in read.columns] == [()]
        if plain and one.kind in ("string", "number", "boolean") and not one.sub_query and not one.switch:
            yield one, read.columns[0].name


def _values(connection: duckdb.DuckDBPyConnection, cube: Cube, column: str) -> list[str | int | bool]:
    """The column's values that a policy can name, in order; none where it holds another."""
    found = connection.execute(f'SELECT DISTINCT "{column}" FROM {relation_of(cube, "")} ORDER BY ALL').fetchall()
    values = [value for (value,) in found if value is not None]
    return values if all(isinstance(value, (str, int)) for value in values) else []


def _literal(value: object) -> str:
    """As SQL in which names stand in braces."""
    text = str(value).replace("'", "''").replace("{", "{{").replace("}", "}}")
    return repr(value) if isinstance(value, int) else f"'{text}'"


# Cut along joins, by hand.


def _asker(name: str, world_name: str, grants: list[Document], rows: Mapping[str, str], **attributes: Any) -> Asker:
    """Grants of every member, each with its rows, beside what is open."""
    model = model_of(world_name)
    whole = [{**everything(model, rows), **grant, "name": f"alt_{index}"} for index, grant in enumerate(grants)]
    kinds = {key: "strings" if isinstance(value, tuple) else "string" for key, value in attributes.items()}
    return Asker(name, world_name, {"roles": [role(grants=whole, attributes=kinds)]}, rows, attributes)


def equals(dimension: str, *values: object) -> Document:
    return {"dimension": dimension, "values": list(values)}


def by_hand() -> Iterator[Asker]:
    yield from _in_shop()
    yield from _in_library()
    yield from _in_traps()
    yield from _in_gyldighed()
    yield from _in_kalender()
    yield from _in_forloeb()
    yield from _in_demo()


def _in_shop() -> Iterator[Asker]:
    cities = "t.city IN ('København', 'Aarhus')"
    buyers = "SELECT id FROM {users} WHERE city IN ('København', 'Aarhus')"
    yield _asker("joined", "shop", [{"rows": [{"dimension": "users.city", "attribute": "byer"}]}], {
        "users": cities,
        "orders": f"t.user_id IN ({buyers})",
        "line_items": f"t.order_id IN (SELECT id FROM {{orders}} WHERE user_id IN ({buyers}))",
    }, byer=("København", "Aarhus"))  # fmt: skip
    either = "status = 'completed' OR is_gift OR status IS NULL"
    unknown = {"dimension": "orders.status", "operator": "notSet"}
    tests = [equals("orders.status", "completed"), {"any": [equals("orders.is_gift", True), unknown]}]
    yield _asker("either", "shop", [{"rows": [one]} for one in tests], {
        "orders": f"({either})",
        "line_items": f"t.order_id IN (SELECT id FROM {{orders}} WHERE {either})"
                      " OR NOT EXISTS (FROM {orders} AS o WHERE o.id = t.order_id)",
    })  # fmt: skip


def _in_library() -> Iterator[Asker]:
    north = "t.reader_id IN (SELECT id FROM {readers} WHERE region = 'Nord')"
    yield _asker("joined", "library", [{"rows": [equals("readers.region", "Nord")]}], {
        "readers": "t.region = 'Nord'", "events": north, "loans": north, "late_loans": north, "reservations": north,
    })  # fmt: skip
    grants = [{"rows": [equals("loans.late", False)]}, {"rows": [equals("loans.currency", "EUR", "DKK")]}]
    yield _asker("either", "library", grants, {"loans": "NOT t.late OR t.currency IN ('EUR', 'DKK')"})
    left = "late AND currency = 'DKK'"
    late = {"rows": [equals("loans.late", True)], "follow": {"readers": ["loans"]}}
    followed = _asker("followed", "library", [late], {
        "loans": left, "readers": f"t.id IN (SELECT reader_id FROM {{loans}} WHERE {left})",
    })  # fmt: skip
    # Only loans that are left to be read lead to their readers.
    only = {"name": "kroner", "reason": "En prøve", "cubes": ["loans"], "rows": [equals("loans.currency", "DKK")]}
    yield replace(followed, document={**followed.document, "restrictions": [only]})


def _in_traps() -> Iterator[Asker]:
    large = "SELECT kode FROM {kommune} WHERE stor"
    yield _asker("joined", "traps", [{"rows": [equals("kommune.stor", True)], "via": ["handle"]}],
                 {"kommune": "t.stor", **_along_kommune(large)})  # fmt: skip
    some = "1, 2, 3, 9"
    yield _asker("conformed", "traps", [{"rows": [equals("kommune.kode", 1, 2, 3, 9)], "via": ["handle"]}], {
        "kommune": f"t.kode IN ({some})", "besoeg": f"t.kommune IN ({some})",
        **_along_kommune(f"SELECT kode FROM {{kommune}} WHERE kode IN ({some})"),
        **dict.fromkeys(("udgift", "folk", "pladser"), f"t.kommune IN ({some})"),
    })  # fmt: skip
    cases = "hast OR emne IN ('100%', 'a_b', 'aXb')"
    of_cases = f"t.sag IN (SELECT id FROM {{sag}} WHERE {cases})"
    grants = [{"rows": [equals("sag.hast", True)]}, {"rows": [equals("sag.emne", "100%", "a_b", "aXb")]}]
    yield _asker("either_sag", "traps", grants, {"sag": f"({cases})", "afgoerelse": of_cases, "notat": of_cases})
    # The year is declared the same in folk, which the second cuts, too, and the first opens.
    both = everything(model_of("traps"), {"udgift": "", "folk": ""})
    grants = [{"rows": [equals("udgift.art", "løn")]}, {**both, "rows": [equals("udgift.aar", 2022)]}]
    yield _asker("either_udgift", "traps", grants, {"udgift": "t.art = 'løn' OR t.aar = 2022"})


def _along_kommune(codes: str) -> dict[str, str]:
    """Everything that belongs to one of the kommuner: cases by who handles them, people by where they live."""
    cases = f"SELECT id FROM {{sag}} WHERE handle IN ({codes})"
    return {
        **dict.fromkeys(("udgift", "folk", "pladser"), f"t.kommune IN ({codes})"),
        "person": f"t.hjemkommune IN ({codes})",
        "person_diagnose": f"t.person IN (SELECT id FROM {{person}} WHERE hjemkommune IN ({codes}))",
        "sag": f"t.handle IN ({codes})",
        "afgoerelse": f"t.sag IN ({cases})",
        "notat": f"t.sag IN ({cases})",
    }


def _in_gyldighed() -> Iterator[Asker]:
    then = "EXISTS (FROM {{enhed}} AS e WHERE e.id = {row}.enhed AND e.center = 'A' AND e.fra <= {row}.{day}" \
           " AND (e.til IS NULL OR e.til > {row}.{day}))"  # fmt: skip
    spell = then.format(row="y", day="start")
    yield _asker("joined", "gyldighed", [{"rows": [equals("enhed.center", "A")], "via": ["da"]}], {
        "enhed": "t.center = 'A'",
        "ydelse": then.format(row="t", day="start"),
        "klage": then.format(row="t", day="modtaget"),
        "betaling": f"EXISTS (FROM {{ydelse}} AS y WHERE y.id = t.ydelse AND {spell})",
    })  # fmt: skip
    grants = [{"rows": [equals("ydelse.art", "x")]}, {"rows": [equals("ydelse.id", 2, 4, 6)]}]
    chosen = "art = 'x' OR id IN (2, 4, 6)"
    yield _asker("either", "gyldighed", grants, {
        "ydelse": f"({chosen})", "betaling": f"t.ydelse IN (SELECT id FROM {{ydelse}} WHERE {chosen})",
    })  # fmt: skip


def _in_kalender() -> Iterator[Asker]:
    ours = "SELECT id FROM {sag} WHERE center = 'A'"
    yield _asker("joined", "kalender", [{"rows": [equals("sag.center", "A")]}], {
        "sag": "t.center = 'A'", "indsats": f"t.sag IN ({ours})",
    })  # fmt: skip


def _in_forloeb() -> Iterator[Asker]:
    # Index events are cut, and what may follow them is open.
    only = {"name": "kvinder", "reason": "En prøve", "cubes": ["ung"], "rows": [equals("ung.koen", "k")]}
    document = {"roles": [role(grants=[everything(model_of("forloeb"))], restrictions=[only])]}
    yield Asker("index_events", "forloeb", document, {"ung": "t.koen = 'k'"}, {})


def _in_demo() -> Iterator[Asker]:
    south = equals("kommuner.region", "Region Syddanmark")
    country = equals("kommuner.kommunegruppe", "Landkommuner")
    way = {"via": ["handlekommune", "beliggenhedskommune"]}
    yield _asker("joined", "demo", [{"rows": [south], **way}], _along_kommuner("region = 'Region Syddanmark'"))
    yield _asker("either", "demo", [{"rows": [south], **way}, {"rows": [country], **way}],
                 _along_kommuner("(region = 'Region Syddanmark' OR kommunegruppe = 'Landkommuner')"))  # fmt: skip


def _along_kommuner(condition: str) -> dict[str, str]:
    """What belongs to one of the kommuner: spells by who handles them, people by where they live, stays by place."""
    codes = f"SELECT kommunekode FROM {{kommuner}} WHERE {condition}"
    by_code = ("befolkning", "indbyggere", "indikatorer", "regnskab", "kommunetal", "kontoregnskab", "kontobudget")
    by_code += ("elevtal", "elevbevaegelse")
    by_code += ("varde_108", "varde_108_totaler", "varde_prognose")
    by_code += ("anbringelsesudgift", "folketal_alder", "flytning")
    of_person = f"t.borger_id IN (SELECT borger_id FROM {{borger}} WHERE bopaelskommune IN ({codes}))"
    of_place = f"t.tilbud_id IN (SELECT tilbud_id FROM {{tilbud}} WHERE beliggenhedskommune IN ({codes}))"
    return {
        "kommuner": condition,
        **dict.fromkeys(by_code, f"t.kommunekode IN ({codes})"),
        "ydelse": f"t.handlekommune IN ({codes})",
        "borger": f"t.bopaelskommune IN ({codes})",
        "tilbud": f"t.beliggenhedskommune IN ({codes})",
        **dict.fromkeys(("pladser", "ophold", "haendelse", "magtanvendelse", "venteliste"), of_place),
        "anbringelse": f"t.anbringelseskommune IN ({codes})",
        **dict.fromkeys(("afgoerelse", "boligforloeb", "rusmiddelforloeb", "overgang", "udbetaling"), of_person),
    }


@cache
def every_asker() -> tuple[Asker, ...]:
    worlds = ("shop", "library", "traps", "gyldighed", "arv", "kalender", "ophold", "demo")
    thrown = (*(own(name, universal) for name in worlds for universal in (False, True)), own("forloeb", True))
    return (*thrown, *by_hand())
