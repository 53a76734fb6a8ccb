"""PostgreSQL's row-level security as the oracle of access: random policies, principals and questions, asked of both.

The product answers under the policies as documents. PostgreSQL answers plain SQL, each covering grant a policy of its
own. The rows must be the same; where the product refuses, the definition of access must say so.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

import duckdb
import pytest

from semantic.access.documents import PolicyFile, SourceFile
from semantic.access.link import link_policies
from semantic.access.policies import Policies
from semantic.access.principal import OPERATOR, Principal
from semantic.errors import DefinitionError, ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import collect
from tests.postgres import Postgres
from tests.rls import expected
from tests.rls.naive import NoWay, Written, write
from tests.rls.oracle import Oracle, Row, cell, opened
from tests.rls.policies import DAY, Held, held, policy_file, principal
from tests.rls.questions import question, tables_asked
from tests.rls.row_security import Rule, cut_by, rules_of
from tests.rls.world import TODAY, Rows, rows_of, script
from tests.worlds import open_grants

FIRST = int(os.environ.get("RLS_SEED", "1"))
PARTS = 4  # each with rows and policies of its own
ANSWERED = int(os.environ.get("RLS_QUESTIONS", "500"))  # questions to be compared, of each part
EACH = 20  # answers of one policy at most
LEAST = {  # so many of a part's answers are of the kind; and beside them so many refusals
    "2 grants": 30, "restricted": 30, "followed": 40, "under": 40, "grain": 10, "via ansvarlig_da": 30,
    "via ansvarlig_nu": 30, "via handlekommune": 20, "via betalingskommune": 15, "via bopael": 20,
    "enough": 3, "several facts": 40, "betaling": 20, "subtotals": 10, "segment": 5, "no measure": 10,
    "R2": 50, "A301": 20, "A302": 4, "A303": 10,
}  # fmt: skip


Maker = Callable[[random.Random], PolicyFile]


@dataclass
class Tally:
    """How many questions were compared, in how many the policy changed the answer, and how many were refused."""

    compared: int = 0
    changed: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    faulty: int = 0
    files: int = 0


@dataclass(frozen=True)
class Case:
    """One policy and one asker, and what the documents say of them."""

    file: PolicyFile
    asker: Principal
    held: Held
    rules: list[dict[str, Rule]]
    cuts: list[dict[str, Rule]]
    service: Service
    seed: int

    def told(self, query: Query, sql: str = "") -> str:
        document = self.file.model_dump_json(by_alias=True, exclude_defaults=True)
        return f"seed {self.seed}\n{document}\n{self.asker}\n{query}\n{sql}"


@contextmanager
def generation(folder: Path, rows: Rows) -> Iterator[Generation]:
    folder.mkdir(exist_ok=True)
    file = folder / "verden.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN)")
        connection.execute("INSERT INTO load VALUES (1, 'alt', $1, true)", [TODAY])
        connection.execute(script(rows, "main"))
    model = link((read_text(Path(__file__).with_name("model.yml").read_text("utf-8"), "model.yml"),))
    made = Generation({"verden": file}, model, Limits(threads=1))
    try:
        yield made
    finally:
        made.close()


def linked(file: PolicyFile, model: Model) -> Policies:
    return link_policies((SourceFile("drawn.yml", file, MappingProxyType({})),), model)


def drawn(draw: random.Random, service: Service, tally: Tally, seed: int, make: Maker = policy_file) -> Case:
    """A policy without a fault in it, and somebody who holds it."""
    while True:
        file = make(draw)
        tally.files += 1
        try:
            policies = linked(file, service.generation.model)
        except DefinitionError:
            tally.faulty += 1
            continue
        asker = principal(draw, file)
        own = held(file, asker)
        cuts = [cut_by(one) for one in own.restrictions]
        rules = [{} if expected.documents(one).catalogue else rules_of(one, cuts, own.closed) for one in own.grants]
        return Case(file, asker, own, rules, cuts, replace(service, policies=policies, today=lambda: DAY), seed)


def asked(query: Query, who: Principal, service: Service) -> list[Row] | str:
    """The rows in no order, or the code of the refusal."""
    try:
        table = collect(answer(query, who, service)).table
    except ServiceError as error:
        return error.code
    columns = [column.to_pylist() for column in table.columns]
    return sorted((tuple(map(cell, row)) for row in zip(*columns, strict=True)), key=repr)


def questions(draw: random.Random, case: Case) -> Iterator[Query]:
    """Most of those that name what is hidden are left out, since there are many."""
    for _ in range(10 * EACH):
        query = question(draw)
        if not expected.is_hidden(query, case.held) or draw.random() < 0.1:
            yield query


def compare(case: Case, query: Query, oracle: Oracle, unbound: Service, tally: Tally) -> bool:
    """Asks both, and tells whether there was an answer. Fails on any difference."""
    got = asked(query, case.asker, case.service)
    code = got if isinstance(got, str) else ""
    if expected.is_hidden(query, case.held):
        assert code.startswith("R2"), (code or got, "should be hidden", case.told(query))
        tally.refused["R2"] += 1
        return False
    numbers = expected.covering(query, case.held)
    if isinstance(numbers, str):
        assert code == numbers, (code or got, numbers, case.told(query))
        tally.refused[code] += 1
        return False
    try:
        written = write(query)
    except NoWay:
        assert code, (got, case.told(query))
        assert code == asked(query, OPERATOR, unbound), (got, case.told(query))
        tally.refused["no way"] += 1
        return False
    able = expected.alone(written, numbers, case.rules)
    numbers = expected.giving(tables_asked(query), able, case.rules)
    wanted = refusals(case, query, written, numbers)
    if code or wanted:
        assert code in wanted, (code or got, wanted, case.told(query, written.sql))
        tally.refused[code] += 1
        return False
    rows = oracle.rows(written.sql, numbers)
    assert got == rows, (case.told(query, written.sql), "product", got, "PostgreSQL", rows)
    tally.compared += 1
    tally.changed += rows != oracle.all_rows(written.sql)
    tally.kinds += Counter(kinds(case, query, written, numbers))
    tally.kinds["enough"] += len(numbers) < len(able)
    return True


def refusals(case: Case, query: Query, written: Written, numbers: list[int]) -> set[str]:
    found = expected.refusals(written, case.held, numbers, case.rules)
    return found | ({"U410"} if expected.unknown_twins(query, written, case.held, numbers) else set())


def kinds(case: Case, query: Query, written: Written, numbers: list[int]) -> Iterator[str]:
    """What there must be enough of."""
    yield f"{min(len(numbers), 2)} grants"
    yield from ["restricted"] if case.cuts else []
    grants = [expected.documents(case.held.grants[one]) for one in numbers]
    yield from ["followed"] if any(one.follow.keys() & written.tables for one in grants) else []
    yield from (f"via {name}" for one in grants if one.rows for name in one.via)
    yield from ["under"] if any("'under'" in str(one.model_dump(exclude_defaults=True)) for one in grants) else []
    yield from ["grain"] if any(one.grain.time for one in grants) else []
    yield from ["subtotals"] if query.subtotals else []
    yield from ["segment"] if query.segments else []
    yield from ["several facts"] if written.sql.count("LEFT JOIN (SELECT") > 1 else []
    yield from ["no measure"] if not query.measures else []
    yield from (f"{table}" for table in written.tables)


@pytest.mark.parametrize("seed", range(FIRST, FIRST + PARTS))
def test_the_answers_are_those_of_row_level_security(postgres: Postgres, tmp_path: Path, seed: int) -> None:
    draw, tally = random.Random(seed), Tally()
    rows = rows_of(seed)
    with generation(tmp_path, rows) as made, opened(postgres, rows) as oracle:
        unbound = Service(made, open_grants())
        while tally.compared < ANSWERED:
            case = drawn(draw, unbound, tally, seed)
            answered = 0
            with oracle.policies(case.rules, case.cuts):
                for query in questions(draw, case):
                    answered += compare(case, query, oracle, unbound, tally)
                    if answered == EACH:
                        break
    print(seed, tally)
    assert tally.changed * 2 >= tally.compared, tally
    assert tally.faulty * 5 <= tally.files, tally
    counted = {**tally.kinds, **tally.refused}
    few = {kind for kind, least in LEAST.items() if counted.get(kind, 0) * 500 < least * tally.compared}
    assert not few, (few, tally)
