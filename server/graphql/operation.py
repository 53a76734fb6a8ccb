"""One request's document → one response, in a worker thread from beginning to end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson
from graphql import (
    DocumentNode,
    ExecutionResult,
    FieldNode,
    GraphQLError,
    GraphQLResolveInfo,
    OperationDefinitionNode,
    OperationType,
    execute,
    get_variable_values,
)

from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel
from semantic.checklist.step import StepBook
from semantic.errors import ParseError, Problem
from semantic.execute.cancellation import Cancellation
from semantic.notes.note import Notebook
from semantic.pipeline import Service, answer, recorded
from semantic.query import Query
from semantic.result import Collected, collect
from server.errors import MOST_PROBLEMS, about, guarded
from server.graphql.document import check, chosen, problem, read
from server.graphql.encode import encode
from server.graphql.limits import Limits
from server.graphql.parse import parse
from server.graphql.reviewing import NOTHING_KNOWN, Known
from server.graphql.schema import Schemas
from server.graphql.selection import Document
from server.tabular.stamp import stamped

KEPT_LENGTH = 10_000  # characters of a document whose answer about the schema is kept for the next time
Entry = dict[str, Any]


@dataclass(frozen=True)
class Request:
    """What a client sent, read but not judged."""

    query: str
    operation: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    reads_only: bool = False  # a GET, which may not change anything


@dataclass(frozen=True)
class Response:
    """The JSON body; `code` is the first error's when there is no data, `whole` when there is no error at all."""

    body: bytes
    code: str | None = None
    whole: bool = False


@dataclass(frozen=True)
class Asking:
    """Who asks of whom, and what is told of each answer, by response key; `known` is for those who review, and
    has the notes."""

    principal: Principal
    service: Service
    schemas: Schemas
    default_limit: int
    timings: bool = False
    cancellation: Cancellation = field(default_factory=Cancellation)
    told: dict[str, Entry] = field(default_factory=dict)
    known: Known = NOTHING_KNOWN

    @property
    def visible(self) -> VisibleModel:
        return self.schemas.visible

    @property
    def notes(self) -> Notebook:
        return self.known.notes

    @property
    def steps(self) -> StepBook:
        return self.known.steps


def respond(request: Request, asking: Asking, limits: Limits) -> Response:
    """The response to a request that is well formed; never raises."""
    try:
        with recorded(None, asking.principal, asking.service):
            document, operation = _document(request, asking.schemas, limits)
            _check_variables(operation, request.variables, asking.schemas)
        if _only_introspects(operation) and not request.variables:
            return _introspected(document, operation, asking)
        response = _executed(document, request, asking)
        if response.whole:
            asking.schemas.documents.put(request.query, document)
        return response
    except Exception as error:
        return refused(error)


def _document(request: Request, schemas: Schemas, limits: Limits) -> tuple[DocumentNode, OperationDefinitionNode]:
    known = schemas.documents.get(request.query)
    document = known or read(request.query, limits)
    operation = chosen(document, request.operation)
    if request.reads_only and operation.operation is not OperationType.QUERY:
        raise ParseError(Problem("P109", "A GET may only ask.", "Send a POST."))
    if known is None:
        check(document, schemas, limits)
    return document, operation


def _only_introspects(operation: OperationDefinitionNode) -> bool:
    fields = operation.selection_set.selections
    return all(isinstance(one, FieldNode) and one.name.value == "__schema" for one in fields)


def _introspected(document: DocumentNode, operation: OperationDefinitionNode, asking: Asking) -> Response:
    """The schema about itself: seconds of work for a thousand cubes, so that the answer is kept."""
    text = operation.loc.source.body if operation.loc else ""
    key = f"{operation.name.value if operation.name else ''} {text}"
    kept = asking.schemas.introspections.get(key)
    if kept is not None:
        return Response(kept, whole=True)
    response = _written(execute(asking.schemas.run, document, operation_name=_name(operation)), asking)
    if response.whole and len(text) <= KEPT_LENGTH:
        asking.schemas.introspections.put(key, response.body)
    return response


def _name(operation: OperationDefinitionNode) -> str | None:
    return operation.name.value if operation.name else None


def _check_variables(operation: OperationDefinitionNode, given: Mapping[str, Any], schemas: Schemas) -> None:
    definitions = operation.variable_definitions or ()
    found = get_variable_values(schemas.run, definitions, dict(given), max_errors=MOST_PROBLEMS)
    if isinstance(found, list):
        raise ParseError(*(problem("P103", error) for error in found))


def _executed(document: DocumentNode, request: Request, asking: Asking) -> Response:
    result = execute(
        asking.schemas.run,
        document,
        context_value=asking,
        variable_values=dict(request.variables),
        operation_name=request.operation,
    )
    return _written(result, asking)


def _written(result: object, asking: Asking) -> Response:
    assert isinstance(result, ExecutionResult)
    errors = [entry for error in result.errors or () for entry in _entries(error)]
    if result.data is None:
        return Response(orjson.dumps({"errors": errors}), errors[0]["extensions"]["code"])
    body: Entry = {"errors": errors} if errors else {}
    body["data"] = result.data
    if asking.told:
        body["extensions"] = next(iter(asking.told.values())) if len(asking.told) == 1 else {"answers": asking.told}
    return Response(orjson.dumps(body), whole=not errors)


def refused(error: Exception) -> Response:
    """Errors without data."""
    seen = guarded(error)
    return Response(orjson.dumps({"errors": [_entry(one) for one in seen.problems[:MOST_PROBLEMS]]}), seen.code)


def _entries(error: GraphQLError) -> Iterator[Entry]:
    """One entry for each problem of a field's error, with the field's place and path."""
    cause = error.original_error
    seen = guarded(cause) if cause else ParseError(problem("P103", error))
    where: Entry = {"locations": [location.formatted for location in error.locations or ()]}
    if error.path is not None:
        where["path"] = error.path
    return ({**_entry(one), **where} for one in seen.problems[:MOST_PROBLEMS])


def _entry(one: Problem) -> Entry:
    entry: Entry = {"message": one.message, "extensions": about(one)}
    if one.at and one.at.line and one.at.column:
        entry["locations"] = [{"line": one.at.line, "column": one.at.column}]
    return entry


def resolve_cube(_root: object, info: GraphQLResolveInfo[Any], **given: object) -> orjson.Fragment:
    """The rows of one `cube` field, as JSON text. Raises ServiceError."""
    asking = info.context
    assert isinstance(asking, Asking)
    nodes: Sequence[FieldNode] = info.field_nodes
    document = Document(info.fragments, info.variable_values)
    with recorded(None, asking.principal, asking.service):
        question = parse(nodes, given, document, asking.schemas, asking.default_limit)
    result = answer(question.query, asking.principal, asking.service, asking.cancellation)
    collected = collect(result)
    asking.told[str(info.path.key)] = _told(collected, question.query, asking.timings)
    return orjson.Fragment(encode(collected, question.row))


def _told(collected: Collected, query: Query, timings: bool) -> Entry:
    """Where the numbers are from and whether they are all, under the names that REST has."""
    stamp = collected.stamp
    told: Entry = {
        **stamped(stamp),
        "truncated": collected.truncated,
        "rowLimit": query.limit if query.limit is not None else query.default_limit,
    }
    if query.total:
        told["total"] = collected.total
    if timings:
        told["timings"] = collected.timings
    return told
