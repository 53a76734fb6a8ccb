"""The questions of one request: a query, one that compares ranges, or a list; and every problem with its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeVar

from semantic.access.principal import Principal
from semantic.cube_compare import MAX_QUESTIONS, parse_questions
from semantic.cube_query import parse_query
from semantic.errors import LimitError, Place, Problem, ServiceError, refusal
from semantic.execute.cancellation import Cancellation
from semantic.pipeline import Service, answer, prepare
from semantic.query import Query
from semantic.result import Collected, collect

Shape = Literal["default", "compact", "columnar"]
Kind = Literal["regularQuery", "compareDateRangeQuery", "blendingQuery"]
SHAPES: tuple[Shape, ...] = ("default", "compact", "columnar")
S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True)
class Ask:
    """One request read. `multi` wants Cube's newer envelope, which its own clients always ask for.

    Of a comparison, `compared` is the place of the time dimension whose ranges differ.
    """

    queries: tuple[Query, ...]
    kind: Kind = "regularQuery"
    multi: bool = False
    shape: Shape = "default"
    compared: int = 0

    def each(self, work: Callable[[Query], T]) -> tuple[T, ...]:
        """What the work gives of each question. Raises ServiceError with the problems of all of them."""
        return each(self.queries, work, self._place)

    def answers(self, principal: Principal, service: Service, cancellation: Cancellation) -> Iterator[Collected]:
        """The answers one after the other, each asked as if alone. None is begun when one question is refused."""
        if len(self.queries) > 1:
            self.each(lambda query: prepare(query, principal, service))
        left = service.limits.max_rows
        for index, query in enumerate(self.queries):
            try:
                found = collect(answer(query, principal, service, cancellation))
            except ServiceError as error:
                raise refusal(*placed(error, self._place(index))) from None
            left -= found.table.num_rows
            if left < 0:
                message = "The answers have more rows than the maximum, taken together."
                raise LimitError(Problem("L501", message, "Ask in several requests."))
            yield found

    def _place(self, index: int) -> str:
        return f"[{index}]" if self.kind == "blendingQuery" else ""


def ask_of(document: object, default_limit: int | None, *, multi: bool) -> Ask:
    """The questions of a document that is a query, or a list of queries. Raises ServiceError (P1xx, U4xx, L5xx)."""
    if isinstance(document, list):
        return _blended(document, default_limit, multi)
    (shape, found) = _read(document, lambda one: parse_questions(one, default_limit=default_limit))
    if found.compared is None:
        return Ask(found.queries, "regularQuery", multi, shape)
    return Ask(found.queries, "compareDateRangeQuery", multi, shape, found.compared)


def _blended(documents: Sequence[object], default_limit: int | None, multi: bool) -> Ask:
    """A list of queries. Cube calls it data blending, and so do its clients, which lay the answers side by side."""
    if not documents:
        raise refusal(Problem("P105", "The list of queries is empty.", "Send at least one query."))
    if len(documents) > MAX_QUESTIONS:
        hint = f"At most {MAX_QUESTIONS} are read; ask in several requests."
        raise refusal(Problem("L507", f"The list has {len(documents)} queries.", hint))
    read = each(
        documents,
        lambda one: _read(one, lambda query: parse_query(query, default_limit=default_limit)),
        lambda index: f"[{index}]",
    )
    shapes, queries = zip(*read, strict=True)
    if len(set(shapes)) > 1:
        hint = "Write it in each query; Cube's clients read all answers as they read the first."
        raise refusal(Problem("P105", "The queries of a list must have the same 'responseFormat'.", hint))
    _check_beside_each_other(queries)
    return Ask(queries, "blendingQuery", multi, shapes[0])


def _read(document: object, parse: Callable[[Mapping[str, object]], T]) -> tuple[Shape, T]:
    """The shape that a query wants, and what it asks."""
    if not isinstance(document, dict):
        hint, found = 'Write {"measures": [...]}.', f"found {str(document)[:60]!r}"
        raise refusal(Problem("P103", "The query must be an object.", hint, found))
    shape = document.get("responseFormat") or "default"
    if shape not in SHAPES:
        hint = f"Formats: {', '.join(SHAPES)}."
        at = Place(path="responseFormat")
        raise refusal(Problem("P103", "There is no such 'responseFormat'.", hint, f"found {str(shape)[:60]!r}", at))
    return shape, parse(document)


def _check_beside_each_other(queries: Sequence[Query]) -> None:
    """Cube's clients lay row beside row by the first time dimension; of other rows they would mix up the numbers."""
    grains = {query.time_dimensions[0].granularity if query.time_dimensions else None for query in queries}
    grouped = any(query.dimensions or any(one.granularity for one in query.time_dimensions) for query in queries)
    if len(grains) > 1 or (grouped and None in grains and len(queries) > 1):
        message = "The queries of a list must have the same granularity in their first time dimension."
        hint = "Give it to each of them, or leave all dimensions out; else ask in several requests."
        raise refusal(Problem("U403", message, hint))


def each(items: Sequence[S], work: Callable[[S], T], place: Callable[[int], str]) -> tuple[T, ...]:
    """What the work gives of each item. Raises ServiceError with every problem of every item, told once."""
    found, problems = [], []
    for index, item in enumerate(items):
        try:
            found.append(work(item))
        except ServiceError as error:
            problems += placed(error, place(index))
    if problems:
        raise refusal(*dict.fromkeys(problems))
    return tuple(found)


def placed(error: ServiceError, place: str) -> list[Problem]:
    """The error's problems, found in the question at that place.

    >>> [str(one.at) for one in placed(ServiceError(Problem("P103", "…", at=Place(path="limit"))), "[1]")]
    ['[1].limit']
    """
    if not place:
        return list(error.problems)
    paths = (".".join([place, *([str(one.at)] if one.at and str(one.at) else [])]) for one in error.problems)
    return [replace(one, at=Place(path=path)) for one, path in zip(error.problems, paths, strict=True)]
