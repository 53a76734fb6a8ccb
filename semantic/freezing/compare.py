"""Editions held against themselves, against another, and against what is there now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from semantic.access.principal import OPERATOR
from semantic.declared import query_of
from semantic.edition.manifest import check_files
from semantic.errors import ServiceError
from semantic.freezing.freeze import digest_of, rows_of
from semantic.model.model import Model
from semantic.pipeline import Service, answer
from semantic.query import Query
from semantic.result import Collected, collect
from semantic.review.definitions import redefined

Key = tuple[str, ...]


@dataclass(frozen=True)
class Verified:
    """A declared question of an edition, or where it is '' the edition itself; without a `fault` all is well."""

    edition: str
    question: str
    fault: str


@dataclass(frozen=True)
class Differs:
    """A value of a declared question, or where `column` is '' a definition, that is one here and another there."""

    question: str
    key: str
    column: str
    old: str
    new: str


def verify(name: str, service: Service) -> Iterator[Verified]:
    """Every file held against its checksum, every declared question asked anew. What is found is told, not raised."""
    try:
        manifest = service.editions.manifest(name)
        assert service.editions.folder is not None
        check_files(service.editions.folder / name, manifest)
        questions = _questions(name, service)
    except ServiceError as error:
        yield Verified(name, "", f"{error.code} {_cause(error)}")
        return
    for question in sorted({*questions, *manifest.answers}):
        yield Verified(name, question, _fault(question, questions, manifest.answers.get(question), name, service))


def _cause(error: ServiceError) -> str:
    """What is the matter; of an edition that cannot be opened the fault itself, which askers are not told."""
    cause = error.__cause__
    found = cause if isinstance(cause, ServiceError) else error
    return found.problems[0].message


def _fault(question: str, questions: Mapping[str, Query], kept: str | None, name: str, service: Service) -> str:
    if question not in questions or kept is None:
        return "is not in both"
    try:
        found = _answer(questions[question], name, service)
    except ServiceError as error:
        return f"{error.code} {error.problems[0].message}"
    return "" if digest_of(found) == kept else "answers otherwise"


def compare(old: str, new: str | None, service: Service) -> Iterator[Differs]:
    """What differs between two editions, or without a second between one and now: definitions, then values.

    Raises ServiceError as a question of them does.
    """
    yield from _definitions(_model(old, service), _model(new, service))
    before, after = _questions(old, service), _questions(new, service)
    for name in sorted({*before, *after}):
        if name not in before or name not in after:
            yield Differs(name, "", "", *(("findes ikke", "findes") if name in after else ("findes", "findes ikke")))
            continue
        yield from _values(name, _answer(before[name], old, service), _answer(after[name], new, service))


def _definitions(old: Model, new: Model) -> Iterator[Differs]:
    for one in redefined(old, new):
        yield Differs("definition", ", ".join(sorted(one.members)[:3]), "", "", one.what)


def _values(question: str, old: Collected, new: Collected) -> Iterator[Differs]:
    then, now = _cells(old), _cells(new)
    for key, column in dict.fromkeys((*then, *now)):
        was, is_ = then.get((key, column), "findes ikke"), now.get((key, column), "findes ikke")
        if was != is_:
            yield Differs(question, ", ".join(key), column, was, is_)


def _cells(answered: Collected) -> dict[tuple[Key, str], str]:
    """Every value of a measure by the other columns of its row."""
    figures = [one.name for one in answered.columns if one.role == "measure"]
    found: dict[tuple[Key, str], str] = {}
    for row in rows_of(answered):
        key = tuple(_text(value) for name, value in row.items() if name not in figures)
        found |= {(key, name): _text(row[name]) for name in figures}
    return found


def _text(value: object) -> str:
    return "tom" if value is None else str(value)


def _answer(query: Query, edition: str | None, service: Service) -> Collected:
    return collect(answer(replace(query, edition=edition), OPERATOR, service))


def _model(edition: str | None, service: Service) -> Model:
    if edition is None:
        return service.generation.model
    return service.editions.open(edition, OPERATOR, service.generation, service.policies).generation.model


def _questions(edition: str | None, service: Service) -> Mapping[str, Query]:
    """Those that the edition keeps; of now all that are declared."""
    found = {one.id: query_of(one) for one in _model(edition, service).questions.values()}
    kept = found if edition is None else service.editions.manifest(edition).answers
    return {name: found[name] for name in kept if name in found}
