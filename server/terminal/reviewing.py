"""What the commands of `nogletal policy` that review do: open what is reviewed, ask `semantic/review`, print."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import click

from semantic.access.link import DEMO_FILE, load_policies
from semantic.access.principal import OPERATOR
from semantic.errors import ParseError, Problem
from semantic.model.load import load_model
from semantic.review.asked import Asker, Person, Reviewed
from semantic.review.concerns import expiring, uncovered
from semantic.review.difference import difference
from semantic.review.held import what_sees
from semantic.review.matrix import matrix
from semantic.review.register import register
from semantic.review.sight import Seen, who_sees
from semantic.review.simulate import simulate
from semantic.review.units import who_sees_unit
from server.authenticate import read_demo_people
from server.identity.door import utc_now
from server.identity.people import demo_people, together, users
from server.revisions import states
from server.settings import Settings
from server.state.attributes import read
from server.state.database import StateSource
from server.state.place import StatePlace
from server.terminal import review_text
from server.terminal.app import Question
from server.terminal.local import audited_service, local_service, model_folder
from server.terminal.refusals import printable
from server.terminal.review_page import page

Row = dict[str, Any]


def reviewed(settings: Settings) -> Reviewed:
    """The model and the policies as they lie, and everybody who may log in. Raises DefinitionError."""
    model = load_model(model_folder(settings))
    policies = load_policies(settings.access, model)
    return Reviewed(model, policies, reviewed_people(settings), _today(settings))


def _today(settings: Settings) -> date:
    return datetime.now(ZoneInfo(settings.timezone)).date()


def _users(settings: Settings) -> tuple[Person, ...]:
    source = StateSource(StatePlace(settings.state, settings.state_password_file))
    try:
        return users(source, utc_now())
    finally:
        source.close()


def _people(policies: Path, own: Sequence[Person]) -> tuple[Person, ...]:
    """The demo's principals of these policies, and the users."""
    demo = demo_people(read_demo_people(policies)) if (policies / DEMO_FILE).is_file() else ()
    return together(demo, own)


def write(form: str, rows: Iterable[Row], lines: Iterable[str]) -> None:
    """The rows as a list of objects, or the lines."""
    if form == "json":
        click.echo(json.dumps(list(rows), ensure_ascii=False, indent=2, default=str))
        return
    for line in lines:
        click.echo(printable(line))


def print_who_sees(target: str, form: str, settings: Settings) -> None:
    found = reviewed(settings)
    seen = _seers(target, found, settings)
    write(form, map(asdict, seen), review_text.seen_lines(seen, found.model))


def _seers(target: str, found: Reviewed, settings: Settings) -> tuple[Seen, ...]:
    """By a name of the model, else by a unit, which is looked up in the data."""
    try:
        return who_sees(target, found)
    except ParseError as unknown:
        if unknown.problems[0].hint or "." in target or not all(one.is_file() for one in settings.databases.values()):
            raise
    with local_service(settings) as service:
        return who_sees_unit(target, found, service)


def print_what_sees(name: str, form: str, settings: Settings) -> None:
    found = reviewed(settings)
    person = found.person(name)
    told = what_sees(person, found)
    write(form, map(asdict, told), review_text.held_lines(person, told, found.model))


def print_matrix(form: str, settings: Settings) -> None:
    cells = matrix(reviewed(settings))
    write(form, map(asdict, cells), review_text.matrix_lines(cells))


def print_uncovered(form: str, settings: Settings) -> bool:
    """Whether there is none."""
    found = reviewed(settings)
    rows = uncovered(found)
    write(form, map(asdict, rows), review_text.uncovered_lines(rows, found.model))
    return not rows


def print_expiring(within: int, form: str, settings: Settings) -> None:
    rows = expiring(reviewed(settings), within)
    write(form, map(asdict, rows), review_text.expiring_lines(rows, within))


def print_difference(old: str, new: str | None, form: str, settings: Settings) -> bool:
    """Whether both give the same. Raises DefinitionError with the faults of both sides."""
    own, today = _users(settings), _today(settings)
    before, after = states((old, new), settings, lambda policies: _people(policies, own), today, folders=True)
    found = difference(before, after)
    rows = [{**asdict(one), "text": one.text} for one in found.changes]
    write(form, rows, review_text.change_lines(found))
    for note in found.notes:
        click.echo(printable(f"note: {note}"), err=True)
    return not found.changes


def print_simulated(
    question: Question, role: str | None, attributes: Sequence[str], form: str, settings: Settings
) -> None:
    """Raises ServiceError for what is no question, no user or no role."""
    query = question.query(None)
    with audited_service(settings, OPERATOR) as service:
        generation = service.generation
        who, today = reviewed_people(settings), _today(settings)
        over = Reviewed(generation.model, service.policies, who, today, generation.as_of)
        asker = _asker(over, question.name, role, attributes)
        found = simulate(query, asker, OPERATOR.subject, service)
    write(form, [asdict(found)], review_text.simulated_lines(found))


def reviewed_people(settings: Settings) -> tuple[Person, ...]:
    return _people(settings.access, _users(settings))


def _asker(over: Reviewed, name: str | None, role: str | None, attributes: Sequence[str]) -> Asker:
    if (name is None) == (role is None):
        hint = "Give --as USER, or --role ROLE with --attribute NAME=VALUE."
        raise ParseError(Problem("P143", "A simulation is of one user or of one role.", hint))
    if name is not None:
        return over.asker(over.person(name).principal)
    assert role is not None
    return over.asker(over.holding(role, _attributes(over, role, attributes)))


def _attributes(over: Reviewed, name: str, written: Sequence[str]) -> dict[str, Any]:
    """Each NAME=VALUE as the role has it typed; commas part a list. Raises ParseError (P156, P143)."""
    role = over.role(name)
    found: dict[str, Any] = {}
    for text in written:
        key, _, value = text.partition("=")
        kind = role.attributes.get(key)
        words = tuple(value.split(",")) if kind in ("strings", "integers") else (value,)
        typed = read(words, kind) if kind is not None else None
        if typed is None:
            has = ", ".join(f"{one} ({type_})" for one, type_ in role.attributes.items()) or "none"
            message = f"--attribute '{text[:80]}' is not one of the role's."
            raise ParseError(Problem("P143", message, f"It has: {has}."))
        found[key] = typed
    return found


def print_report(form: str, out: Path | None, settings: Settings) -> None:
    """The page, or what it is made of."""
    found = reviewed(settings)
    if form == "json":
        text = json.dumps([asdict(one) for one in register(found)], ensure_ascii=False, indent=2) + "\n"
    else:
        text = page(found)
    if out is None:
        click.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8")
