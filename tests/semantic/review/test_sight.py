"""What the review says somebody sees is what a question of theirs is answered with: for everybody and every member."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from semantic.access.decide import Touched, decide
from semantic.access.grant import ALL_ROWS, Grant
from semantic.access.link import load_policies
from semantic.access.policies import Policies, Role
from semantic.access.principal import Principal
from semantic.errors import ParseError, ServiceError, UnsupportedError
from semantic.model.grain import GRAINS
from semantic.model.model import Measure, Segment
from semantic.pipeline import Prepared, Service, prepare
from semantic.query import Query, TimeDimension
from semantic.review.asked import Person, Reviewed
from semantic.review.chain import Chains, all_clauses, own_clauses
from semantic.review.held import Held, what_sees
from semantic.review.matrix import CATALOGUE, NOTHING, matrix
from semantic.review.sight import Seen, every_name, who_sees
from semantic.review.words import cubes_in_words, rows_in_words
from server.authenticate import read_demo_people
from server.identity.people import demo_people
from tests.worlds import PROJECT, service

FOLDER = PROJECT / "access_policies"
PEOPLE = demo_people(read_demo_people(FOLDER))
DAY = date(2026, 11, 29)
TWO = Person("to_roller", "To roller", "demo", Principal("to_roller", ("enhedsleder", "udvalg", "offentlig"),
             {"organisation": ("E05",)}))  # fmt: skip
ENDED = Person("ender", "Mangler enhed", "demo", Principal("ender", ("centerchef",)))
EVERYBODY = (*PEOPLE, TWO, ENDED)


@cache
def demo() -> Service:
    generation = service("demo").generation
    return Service(generation, load_policies(FOLDER, generation.model), today=lambda: DAY)


@cache
def over() -> Reviewed:
    found = demo()
    return Reviewed(found.generation.model, found.policies, EVERYBODY, DAY, found.generation.as_of)


def questions(view: str, name: str) -> Iterator[Query]:
    """The member alone; a time also by its periods, the finest first."""
    member = over().model.views[view].members[name].member
    full = f"{view}.{name}"
    if isinstance(member, Measure):
        yield Query(measures=(full,))
        return
    yield Query(dimensions=(full,))
    for grain in GRAINS if not isinstance(member, Segment) and member.kind == "time" else ():
        yield Query(time_dimensions=(TimeDimension(full, grain),))


def prepared(query: Query, person: Person) -> Prepared | str:
    """The question before the database, or the code that it is refused with."""
    try:
        return prepare(query, person.principal, demo())
    except ServiceError as error:
        return error.code


def answered(view: str, name: str, person: Person) -> Prepared | str:
    """The first of the questions that is answered or refused for its number alone, else the refusal of the first."""
    found = [prepared(query, person) for query in questions(view, name)]
    allowed = (one for one in found if isinstance(one, Prepared) or one[0] == "U")
    return next((one for one in found if isinstance(one, Prepared)), next(allowed, found[0]))


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.subject)
def test_what_sees_says_what_every_question_alone_is_answered_with(person: Person) -> None:
    said = {name: one for one in what_sees(person, over()) if isinstance(one, Seen) for name in one.members}
    seen = 0
    for view, name in every_name(over().model):
        if isinstance(over().model.views[view].members[name].member, Segment):
            continue
        outcome, told = answered(view, name, person), said.get(f"{view}.{name}")
        seen += isinstance(outcome, Prepared)
        assert _agrees(outcome, told), (view, name, outcome, told)
        if isinstance(outcome, Prepared):
            verdict = over().asker(person.principal).member(view, name)
            assert verdict.rows == {cube: outcome.query.decision.rows_of(cube) for cube in verdict.rows}
            assert verdict.rows
    assert seen or person.subject in ("governance", "ender")


def _agrees(outcome: Prepared | str, told: Seen | None) -> bool:
    if told is None or told.access == "hidden":
        return outcome in ("R201", "R202")
    if isinstance(outcome, Prepared):
        return told.access == "sees" and told.scope == outcome.query.scope and told.rows == _rows(outcome)
    if outcome == "U420" and told.code == "A302":  # a target asked alone is of no unit, and of rows that no grant gives
        return "__maal" in told.members[0]
    if outcome[0] == "U":  # the number would be wrong alone; who may have it is another matter
        return told.access == "sees"
    return told.access == ("knows" if outcome == "A305" else "refused") and told.code == outcome


def _rows(outcome: Prepared) -> str:
    """The rows of every cube that the question reads, by the decision that it was answered under."""
    decision, found = outcome.query.decision, {}
    for cube in sorted(over().model.cubes):
        if cube in outcome.query.question.cubes:
            try:
                found[cube] = decision.rows_of(cube)
            except ServiceError:
                continue
    return cubes_in_words(found, over().model)


@pytest.mark.parametrize("target", ["ydelser.borger_koen", "borger", "kommunetal.maaned", "afgoerelser", "regnskab"])
def test_who_sees_says_of_everybody_what_what_sees_says(target: str) -> None:
    by_target = {
        (one.who, one.members, one.access, one.rows, one.why) for one in who_sees(target, over()) if one.kind != "role"
    }
    names = {member for _, members, *_ in by_target for member in members}
    for person in EVERYBODY:
        said = {
            one.access: one for one in what_sees(person, over()) if isinstance(one, Seen) if set(one.members) & names
        }
        assert {access for who, _, access, *_ in by_target if who == person.subject} == set(said)


def test_a_noegletal_is_seen_by_those_who_see_its_measure() -> None:
    assert who_sees("noegletal-006", over()) == who_sees("afgoerelse.fristoverholdelse", over())
    with pytest.raises(ParseError, match="Did you mean 'noegletal-006'?"):
        who_sees("noegletal-0006", over())


@pytest.mark.parametrize("person", EVERYBODY, ids=lambda person: person.subject)
def test_a_segment_is_seen_where_it_can_be_asked(person: Person) -> None:
    """A segment is no column: it is seen when a question for a dimension of its view may use it."""
    said = {name: one for one in what_sees(person, over()) if isinstance(one, Seen) for name in one.members}
    for view, name in every_name(over().model):
        if not isinstance(over().model.views[view].members[name].member, Segment):
            continue
        full, told = f"{view}.{name}", said.get(f"{view}.{name}")
        askers = [one for one in over().model.views[view].members.values() if not isinstance(one.member, Segment)]
        ways = [Query(dimensions=(f"{view}.{one.name}",), segments=(full,)) for one in askers
                if not isinstance(one.member, Measure)]  # fmt: skip
        used = any(isinstance(prepared(query, person), Prepared) for query in ways)
        assert used == (told is not None and told.access == "sees"), (full, told)


def test_a_role_is_met_as_one_who_holds_it_alone_but_with_names_for_values() -> None:
    """The rows of the role become those of the person when the person's own value stands for its name."""
    for person in PEOPLE:
        [name] = person.principal.roles
        own = [one for one in what_sees(person, over()) if isinstance(one, Seen)]
        role = _of_role(name)
        for one in own:
            for member in one.members:
                assert role[member].access == one.access
                assert _filled(role[member].rows, person) == one.rows
                assert _filled(role[member].scope, person) == one.scope


def _of_role(name: str) -> dict[str, Seen]:
    found = {}
    for one in _everybody_seeing():
        if (one.kind, one.who) == ("role", name):
            found |= dict.fromkeys(one.members, one)
    return found


@cache
def _everybody_seeing() -> tuple[Seen, ...]:
    return tuple(one for view in over().model.views for one in who_sees(view, over()))


def _filled(text: str, person: Person) -> str:
    for name, value in person.principal.attributes.items():
        text = text.replace(f"{{{name}}}", ", ".join(map(str, value)) if isinstance(value, tuple) else str(value))
    return text


def test_the_matrix_says_the_rows_that_a_question_is_decided_by() -> None:
    cells = {(one.role, one.cube): one.rows for one in matrix(over())}
    assert len(cells) == len(over().roles) * len(over().model.cubes)
    asker = over().holder_of(over().policies.roles["enhedsleder"])
    decision = decide(asker.entitlement, Touched(frozenset({"ydelse.antal_ydelser"})))
    assert cells["enhedsleder", "ydelse"] == rows_in_words(decision.rows_of("ydelse"), over().model)
    assert cells["enhedsleder", "ydelse"] == "organisation.enheder under {organisation} (via ansvarlig_da)"
    assert cells["direktion", "borger"] == "alle rækker"
    assert cells["governance", "borger"] == CATALOGUE
    assert cells["offentlig", "borger"] == cells["lokaladministrator", "kommunetal"] == NOTHING
    persons = {one.cube for one in matrix(over()) if one.persons}
    assert persons == {
        "afgoerelse", "boligforloeb", "borger", "kommunetal", "ophold", "overgang", "revision", "rusmiddelforloeb",
        "klage", "underretning", "anbringelse", "forebyggende", "magtanvendelse", "venteliste",
        "systemkontrol", "udbetaling", "ydelse", "ansaettelse", "fravaer", "haendelse", "enkeltsag", "ansatmaaned",
        "udredning", "beskaeftigelse", "skolegang", "stoetteaktivitet", "bopael",
        "elevtal", "elevbevaegelse", "anbringelsesudgift", "flytning",
    }  # fmt: skip
    hidden = {(role, cube) for (role, cube), rows in cells.items() if rows == NOTHING}
    for role, cube in hidden:
        assert not over().holder_of(over().policies.roles[role]).entitlement.sees(f"{cube}.") or role == "offentlig"


class TestHeld:
    def test_each_grant_has_the_holders_own_values_and_the_way_that_it_comes_by(self) -> None:
        found = {one.name: one for one in what_sees(PEOPLE[3], over()) if isinstance(one, Held)}
        own, open_ = found["eget_center"], found["offentliggjorte_tal"]
        assert own.rows.startswith(
            "afgoerelse, anbringelse, beholdning, beskaeftigelse, boligforloeb, forebyggende, klage, magtanvendelse,"
            " ophold, overgang, rusmiddelforloeb, skolegang, stoetteaktivitet, systemkontrol, udbetaling, udredning,"
            " underretning, venteliste, ydelse:"
            " organisation.enheder under CE (via ansvarlig_nu); borger: fulgt fra "
        )
        assert own.scope == "CE og alt derunder, som organisationen er nu"
        assert own.members.startswith("alt om afgoerelse; alt om anbringelse; alt om beholdning; alt om besk")
        assert (own.via, open_.via) == ("centerchef", "centerchef → aabne_tal")
        assert (found["centerchef"].until, found["centerchef"].gives) == ("2028-12-31", True)

    def test_what_takes_away_is_told_also_where_the_role_gives_nothing(self) -> None:
        found = {one.name: one for one in what_sees(TWO, over()) if isinstance(one, Held)}
        assert found["ingen_personer"].members.startswith("alt om afgoerelse; alt om anbringelse; alt om ansaettelse; ")
        assert found["ingen_personer"].via == "offentlig"

    def test_a_role_that_gives_nothing_says_why(self) -> None:
        [role, *rest] = what_sees(ENDED, over())
        assert isinstance(role, Held)
        assert not role.gives
        assert "'organisation' is missing" in role.why
        assert rest == []


def test_every_clause_has_the_role_that_it_is_written_at() -> None:
    policies, chains = over().policies, Chains(over().policies)
    for role in over().roles:
        for clause in all_clauses(role):
            home = chains.home(clause)
            assert home is not None
            written = policies.roles[home].document
            assert written is not None
            assert clause.name in {one.name for one in (*written.grants, *written.restrictions, *written.forbids)}
            assert chains.path(role.name, clause)[0] == role.name
            assert chains.path(role.name, clause)[-1] == home
        assert [chains.home(one) for one in own_clauses(role)] == [role.name] * len(own_clauses(role))


def test_an_ended_role_and_an_open_grant_of_everything_are_said_as_they_are() -> None:
    whole = Grant("alt", "r", None, default_rows=ALL_ROWS, scope="alle rækker")
    policies = Policies({"alt": Role("alt", (whole,)), "endt": Role("endt", (whole,), valid_to=date(2026, 1, 1))})
    people = tuple(Person(name, name, "demo", Principal(name, (name,))) for name in ("alt", "endt"))
    found = Reviewed(over().model, policies, people, DAY)
    assert {one.who for one in who_sees("borger.koen", found)} == {"alt"}


def test_a_name_that_is_none_is_refused_with_the_nearest() -> None:
    with pytest.raises(ServiceError) as refused:
        who_sees("ydelser.borger_kon", over())
    assert not isinstance(refused.value, UnsupportedError)
    assert (refused.value.code, refused.value.problems[0].hint) == ("P157", "Did you mean 'ydelser.borger_koen'?")
