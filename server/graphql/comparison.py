"""A measure beside its groups as an object: the same members, one level for the group and one for what is compared."""

from __future__ import annotations

from collections.abc import Iterator

from graphql import GraphQLField, GraphQLObjectType, GraphQLString

from semantic.access.visible import VisibleModel
from semantic.model.comparison import SUFFIXES
from semantic.model.model import SEPARATOR, STATUS_SUFFIX, Measure, View
from server.graphql.scalars import DECIMAL, NAMES_BY_RESOLVE

COMPARED = f"{SEPARATOR}sammenligning"
COMPARISONS = "Comparisons"
VALUE, STATUS = "vaerdi", "status"
MARK = {NAMES_BY_RESOLVE: True}
COMPARISON = GraphQLObjectType(
    "Comparison",
    {
        **{suffix.removeprefix("_") or VALUE: GraphQLField(DECIMAL) for suffix in SUFFIXES},
        STATUS: GraphQLField(GraphQLString, description="What kind of value the group has: normal, mangler, …."),
    },
    description="What a measure is compared by with one group.",
    extensions=MARK,
)


def comparisons(visible: VisibleModel) -> GraphQLObjectType:
    """The groups that any measure which the asker may see is compared with."""
    names = dict.fromkeys(group for view in visible.views.values() for _, group in _compared(view))
    fields = {name: GraphQLField(COMPARISON) for name in names}
    return GraphQLObjectType(COMPARISONS, fields, description="One object for each group.", extensions=MARK)


def comparison_fields(view: View, type_: GraphQLObjectType) -> Iterator[tuple[str, GraphQLField]]:
    """A field for each measure of the view that is compared with something."""
    about = "Beside the measure its groups: value, deviation, place, contributors and coverage."
    names = dict.fromkeys(name for name, _ in _compared(view))
    return ((f"{name}{COMPARED}", GraphQLField(type_, description=about)) for name in names)


def member_of(measure: str, group: str, part: str) -> str:
    """The member that a part is.

    >>> [member_of("pris", "region", part) for part in ("rang", "vaerdi", "status")]
    ['pris__region_rang', 'pris__region', 'pris__region__status']
    """
    behind = {VALUE: "", STATUS: STATUS_SUFFIX}.get(part, f"_{part}")
    return f"{measure}{SEPARATOR}{group}{behind}"


def _compared(view: View) -> Iterator[tuple[str, str]]:
    """(measure, group), the measure by its name in the view."""
    for name, entry in view.members.items():
        group = entry.member.against if isinstance(entry.member, Measure) else None
        if group is not None and name.endswith(f"{SEPARATOR}{group}"):  # the value itself
            yield name.removesuffix(f"{SEPARATOR}{group}"), group
