"""Text → a document that is within the limits and fits the shown schema, or every problem with it.

Below `cube` names are not checked here: whether a view or member exists is for `resolve` to say, in the words that
every interface has. GraphQL's own rule would answer in other words, and filters in GraphQL's types only.
"""

from __future__ import annotations

from typing import Any

from graphql import (
    ArgumentNode,
    ASTValidationRule,
    DocumentNode,
    FieldNode,
    FieldsOnCorrectTypeRule,
    GraphQLError,
    GraphQLSyntaxError,
    OperationDefinitionNode,
    TokenKind,
    ValuesOfCorrectTypeRule,
    VariableDefinitionNode,
    VariablesInAllowedPositionRule,
    VisitorAction,
    get_named_type,
    get_operation_ast,
    is_input_object_type,
    parse,
    specified_rules,
    type_from_ast,
    validate,
)
from graphql.language import SKIP
from graphql.validation.validate import ValidationAbortedError

from semantic.cube_query import MAX_NAME
from semantic.errors import LimitError, ParseError, Place, Problem, refusal, shown, suggest
from server.graphql.limits import Limits, check_document, check_nesting, tokens
from server.graphql.scalars import NAMES_BY_RESOLVE
from server.graphql.schema import Schemas

MESSAGE_LENGTH = 400  # characters; graphql-core repeats what was written
CODE = "code"
GAVE_UP = "Validation aborted."  # what graphql-core says of a document that costs too much to compare
MANY_TOKENS = "Document contains more than"  # how graphql-core begins when there are


class KnownFields(FieldsOnCorrectTypeRule):
    """Every field exists, apart from those that `resolve` answers for."""

    def enter_field(self, node: FieldNode, *args: Any) -> None:
        parent = self.context.get_parent_type()
        asks = parent is not None and parent is self.context.schema.query_type and node.name.value == "cube"
        if parent is not None and not asks and NAMES_BY_RESOLVE not in parent.extensions:
            super().enter_field(node, *args)


class OfTheirType(ASTValidationRule):
    """Marks what it finds as a value of the wrong type, which has a code of its own on every interface."""

    def report_error(self, error: GraphQLError) -> None:
        error.extensions = {CODE: "P103"}
        super().report_error(error)


class FittingVariables(OfTheirType, VariablesInAllowedPositionRule):
    """Every variable is of the type of its place."""


class PlainValues(OfTheirType, ValuesOfCorrectTypeRule):
    """Every literal is of its type, apart from filters and orders: their members and values are for `resolve`."""

    def enter_argument(self, node: ArgumentNode, *_args: Any) -> VisitorAction:
        return SKIP if node.name.value in ("where", "orderBy") else None

    def enter_variable_definition(self, node: VariableDefinitionNode, *_args: Any) -> VisitorAction:
        type_ = type_from_ast(self.context.schema, node.type)
        return SKIP if type_ and is_input_object_type(get_named_type(type_)) else None


OURS: dict[type[ASTValidationRule], type[ASTValidationRule]] = {
    FieldsOnCorrectTypeRule: KnownFields,
    ValuesOfCorrectTypeRule: PlainValues,
    VariablesInAllowedPositionRule: FittingVariables,
}
RULES = [OURS.get(rule, rule) for rule in specified_rules]


def read(text: str, limits: Limits) -> DocumentNode:
    """The document. Raises ParseError for the first fault of grammar, or LimitError."""
    check_nesting(text, limits)
    try:
        document = parse(text, max_tokens=limits.tokens, allow_empty_selection_sets=False)
        _check_names(document)
        return document
    except GraphQLSyntaxError as error:
        if MANY_TOKENS in error.message:
            message = f"The query has more than {limits.tokens} words and signs."
            raise LimitError(Problem("L522", message, "Put long lists into variables.")) from None
        raise ParseError(problem("P101", error)) from None


def _check_names(document: DocumentNode) -> None:
    """Raises LimitError for a name that is longer than any interface reads, an alias among them: it is written again
    in every row.
    """
    for token in tokens(document):
        name = token.value or ""
        if token.kind is TokenKind.NAME and len(name) > MAX_NAME:
            message, at = f"A name has {len(name)} characters.", Place(line=token.line, column=token.column)
            raise LimitError(Problem("L510", message, f"At most {MAX_NAME} are read.", at=at))


def check(document: DocumentNode, schemas: Schemas, limits: Limits) -> None:
    """Raises LimitError, or ParseError with everything that does not fit the shown schema."""
    check_document(document, limits, schemas.sizes)
    faults = validate(schemas.shown, document, RULES, allow_empty_selection_sets=False)
    if any(isinstance(fault, ValidationAbortedError) and fault.message == GAVE_UP for fault in faults):
        raise LimitError(Problem("L527", "The query repeats fields too often to be checked.", "Name each field once."))
    if faults:
        raise refusal(*(problem((fault.extensions or {}).get(CODE, "P102"), fault) for fault in faults))


def chosen(document: DocumentNode, name: str | None) -> OperationDefinitionNode:
    """The operation that is asked for. Raises ParseError."""
    operation = get_operation_ast(document, name)
    if operation is None:
        operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
        known = [one.name.value for one in operations if one.name]
        if name is None:
            how_many = "several operations" if operations else "no operation"
            raise ParseError(Problem("P104", f"The document has {how_many}.", "Name one in 'operationName'."))
        raise ParseError(Problem("P102", f"There is no operation '{shown(name)}'.", suggest(name[:MAX_NAME], known)))
    return operation


def problem(code: str, error: GraphQLError) -> Problem:
    """GraphQL's own error under our code, with its place in the document."""
    at = Place(line=error.locations[0].line, column=error.locations[0].column) if error.locations else None
    message = error.message.removeprefix("Syntax Error: ")
    return Problem(code, message if len(message) <= MESSAGE_LENGTH else f"{message[:MESSAGE_LENGTH]}…", at=at)
