"""Cohorts and who may see what: a later event that is hidden never counts as one that did not come."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from semantic.access.grant import Grant, Restriction, Thresholds
from semantic.access.members import named_members, with_dependents
from semantic.access.policies import Policies, Role
from semantic.access.principal import Principal
from semantic.access.rows import Seen
from semantic.errors import Problem, ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.metric_tests.inference import inferred_tables
from semantic.model.lineage import measure_cubes
from semantic.model.link import link
from semantic.model.load import load_model
from semantic.model.model import Model
from semantic.model.read import read_text
from semantic.pipeline import Service, answer, explain, prepare
from semantic.predicate import TRUE, Compare
from semantic.query import Query
from semantic.result import collect
from semantic.review.definitions import redefined
from tests.worlds import service, world

ASKER = Principal("someone", ("role",))
ADULT = Query(measures=("ung.voksensag", "ung.voksensag__fulgt", "ung.voksensag__haendelse"))
RELAPSE = Query(measures=("behandling.tilbagefald__fulgt", "behandling.tilbagefald__haendelse"))
PARTS = ("", "__fulgt", "__haendelse", "__censureret")
MODEL = world("forloeb").model
TEXT, DATA = (file.read_text("utf-8") for file in (MODEL / "forloeb.yml", MODEL.parent / "data.sql"))


@pytest.fixture(scope="module")
def generation() -> Generation:
    return service("forloeb").generation


@pytest.fixture(scope="module")
def model(generation: Generation) -> Model:
    return generation.model


def own(model: Model, member: str, value: str) -> Compare[object]:
    return Compare(Seen(model.dimension(*member.split("."))), "=", value)


def every(members: frozenset[str] | None = None, thresholds: Thresholds | None = None, **rows_of: object) -> Grant:
    return Grant("g", "r", members, rows=rows_of, default_rows=TRUE, thresholds=thresholds)  # type: ignore[arg-type]


def asked(generation: Generation, query: Query, *grants: Grant, only: tuple[Restriction, ...] = ()) -> list[object]:
    policies = Policies({"role": Role("role", grants)}, restrictions=only)
    found = collect(answer(query, ASKER, Service(generation, policies)))
    return [value if value is None else float(value) for column in found.table.columns for value in column.to_pylist()]


def refused(ask: Callable[[], object]) -> Problem:
    with pytest.raises(ServiceError) as error:
        ask()
    return error.value.problems[0]


def test_index_events_are_those_that_the_asker_may_read(generation: Generation, model: Model) -> None:
    assert asked(generation, ADULT, every()) == [50.0, 4, 2]
    assert asked(generation, ADULT, every(ung=own(model, "ung.koen", "k"))) == [50.0, 2, 1]


def test_where_only_some_later_events_may_be_read_there_is_no_share(generation: Generation, model: Model) -> None:
    part = every(sag=own(model, "sag.center", "A"))
    for name in PARTS:
        problem = refused(lambda name=name: asked(generation, Query(measures=(f"ung.voksensag{name}",)), part))
        assert (problem.code, "too low" in problem.message, "sag" in problem.message) == ("A306", True, False)
    spells = every(behandling=own(model, "behandling.sted", "A"))
    assert refused(lambda: asked(generation, RELAPSE, spells)).code == "A306"
    tells_which = every(tilbud=own(model, "tilbud.kode", "e1"))
    assert refused(lambda: asked(generation, Query(measures=("bolig.fra_herberg",)), tells_which)).code == "A306"


def test_grants_do_not_lend_each_other_later_events(generation: Generation, model: Model) -> None:
    women = every(ung=own(model, "ung.koen", "k"))
    men = every(ung=own(model, "ung.koen", "m"), sag=own(model, "sag.center", "B"))
    assert refused(lambda: asked(generation, ADULT, women, men)).code == "A306"


def test_what_is_left_out_for_everybody_is_left_out_of_the_later_events(generation: Generation, model: Model) -> None:
    rows = {"sag": own(model, "sag.center", "A")}
    for_all = Restriction("kun_a", "r", rows, universal=True)  # type: ignore[arg-type]
    assert asked(generation, ADULT, every(), only=(for_all,)) == [25.0, 4, 1]
    for_one = Restriction("kun_a", "r", rows)  # type: ignore[arg-type]
    assert refused(lambda: asked(generation, ADULT, every(), only=(for_one,))).code == "A306"


def test_without_rows_of_the_later_events_there_is_nothing(generation: Generation) -> None:
    only = Grant("g", "r", None, rows={"ung": TRUE})  # type: ignore[dict-item]
    assert refused(lambda: asked(generation, ADULT, only)).code == "A302"


@pytest.mark.parametrize("query", [ADULT, RELAPSE])
def test_under_thresholds_it_is_refused(generation: Generation, query: Query) -> None:
    assert refused(lambda: asked(generation, query, every(thresholds=Thresholds()))).code == "A308"


def test_the_counts_are_granted_and_forbidden_with_the_measure(generation: Generation, model: Model) -> None:
    assert named_members(model, "ung.voksensag") == {f"ung.voksensag{name}" for name in PARTS}
    assert asked(generation, ADULT, every(named_members(model, "ung.voksensag"))) == [50.0, 4, 2]
    of_one = named_members(model, "ung.voksensag__fulgt")
    assert of_one == {"ung.voksensag__fulgt"}
    assert "ung.voksensag" in with_dependents(model, of_one)


@pytest.mark.parametrize(
    ("member", "cohort"),
    [("sag.oprettet", "ung.voksensag"), ("ung.foedt", "ung.voksensag"), ("tilbud.type", "bolig.bliver_i_egen"),
     ("bolig.til", "bolig.bliver_i_egen"), ("sag.*", "ung.voksensag")],
)  # fmt: skip
def test_it_is_forbidden_with_what_tells_the_events(model: Model, member: str, cohort: str) -> None:
    found = with_dependents(model, named_members(model, member))
    assert {f"{cohort}{name}" for name in PARTS} <= found
    assert not {f"behandling.tilbagefald{name}" for name in PARTS} & found


def test_it_is_not_forbidden_with_the_key_of_a_person(model: Model) -> None:
    assert not {"ung.voksensag", "ung.voksensag__fulgt"} & with_dependents(model, frozenset({"sag.ung"}))


def test_it_reads_the_cube_of_the_later_events(generation: Generation, model: Model) -> None:
    cubes = model.cubes
    assert measure_cubes(model, cubes["ung"].measures["voksensag"]) == {"ung", "sag"}
    assert measure_cubes(model, cubes["bolig"].measures["fra_herberg__fulgt"]) == {"bolig", "tilbud"}
    policies = Policies({"role": Role("role", (every(),))})
    shown = explain(ADULT, ASKER, Service(generation, policies))
    assert "Scan sag" in shown.plan
    hidden = Policies({"role": Role("role", (every(ung=own(model, "ung.koen", "k")),))})
    assert refused(lambda: explain(ADULT, ASKER, Service(generation, hidden))).code == "A304"


def test_a_day_that_is_hidden_tells_nothing_by_failing(tmp_path: Path) -> None:
    """The last day of the calendar has no day three years later."""
    file = tmp_path / "last.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(f"{DATA}INSERT INTO ung VALUES (7, '5881560-07-10', 'k');")
    over = Generation({"demo": file}, load_model(MODEL), Limits())
    men = every(ung=own(over.model, "ung.koen", "m"))
    assert asked(over, ADULT, men) == [50.0, 2, 1]
    statement = prepare(ADULT, ASKER, Service(over, Policies({"role": Role("role", (men,))}))).statement
    days = re.findall(r"(THEN )?\(?CAST\((?:CAST\()?ung.foedt", statement.sql)
    assert days == ["THEN ", "THEN "]  # readable first, whatever order the engine chooses
    assert refused(lambda: asked(over, ADULT, every())).code == "U431"
    over.close()


def test_a_filter_of_the_later_events_is_known_to_whoever_makes_tables(model: Model) -> None:
    told = "event: oprettet, person: ung"
    text = TEXT.replace(told, f"{told}, filters: [{{sql: '{{CUBE}}.aaben'}}]")
    tables = inferred_tables(link([read_text(text, "forloeb.yml")]), {})
    assert set(tables["main", "sag"]) == {"id", "ung", "oprettet", "center", "aaben"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("within: 4 years", "within: 5 years"), ("sql: oprettet}", "sql: lukket}"), ("after: 0 days\n", "after: 1 day\n")],
)
def test_another_follow_up_is_another_definition(old: str, new: str) -> None:
    assert old in TEXT
    before, after = (link([read_text(text, "forloeb.yml")]) for text in (TEXT, TEXT.replace(old, new)))
    found = {member for one in redefined(before, after) for member in one.members}
    assert {"ung.voksensag", "ung.voksensag__fulgt"} <= found
