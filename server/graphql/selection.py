"""What is asked for below `cube`: fields by response key, fragments and directives worked in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    get_directive_values,
)
from graphql.execution.values import VariableValues

Fields = dict[str, list[FieldNode]]


@dataclass(frozen=True)
class Document:
    """The parts of a document that a selection refers to."""

    fragments: Mapping[str, FragmentDefinitionNode]
    variables: VariableValues = field(default_factory=lambda: VariableValues({}, {}))


def fields_below(nodes: Iterable[FieldNode], document: Document) -> Fields:
    """The fields selected below the nodes, in order, by response key; equal keys are merged.

    Types need not be compared: below `cube` there are object types only, and validation has refused a fragment
    that does not fit where it is spread.
    """
    found: Fields = {}
    spread: set[str] = set()
    for node in nodes:
        for one in _flat(node.selection_set, document, spread):
            found.setdefault(one.alias.value if one.alias else one.name.value, []).append(one)
    return found


def _flat(selection: SelectionSetNode | None, document: Document, spread: set[str]) -> Iterator[FieldNode]:
    for one in selection.selections if selection else ():
        if not _included(one, document):
            continue
        if isinstance(one, FieldNode):
            yield one
        elif isinstance(one, InlineFragmentNode):
            yield from _flat(one.selection_set, document, spread)
        elif isinstance(one, FragmentSpreadNode) and one.name.value not in spread:
            spread.add(one.name.value)
            yield from _flat(document.fragments[one.name.value].selection_set, document, spread)


def _included(node: SelectionNode, document: Document) -> bool:
    if not node.directives:
        return True
    skip = get_directive_values(GraphQLSkipDirective, node, document.variables)
    include = get_directive_values(GraphQLIncludeDirective, node, document.variables)
    return not (skip and skip["if"]) and not (include and not include["if"])
