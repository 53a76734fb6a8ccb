"""What one document may ask for, counted before anything is validated or run.

Counting is linear in the text: a fragment is counted once and its count used wherever it is spread, so a document
of a few lines that spreads to millions of fields is refused as fast as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import ceil

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    Node,
    OperationDefinitionNode,
    SelectionSetNode,
    Token,
)

from semantic.errors import LimitError, Problem

# Strings and comments, which may hold any brackets, else one bracket: `"a { b"`, `# }`, `{`.
BRACKET = re.compile(r'"""(?:\\"""|[^"]|"(?!""))*"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|[{}\[\]()]', re.DOTALL)

# A breakdown is of two periods, each with what is below the line asked apart. How many questions the long view
# is put as is not known before: two of it are all that a document has, and so are two themes' pages, whose questions
# are the model's and small. Rows are those of a value that is decided on, too.
# Which notes are seen is asked of the long view, by one kind of unit where one is written.
QUESTIONS = {
    "cube": 1, "raekker": 2, "nedbrydning": 4, "noegletalVaerdier": 5, "tema": 5,
    "noter": 5, "skrivNote": 2, "retNote": 2, "traekNoteTilbage": 2,
    "tjekliste": 5, "saetTjeklistetrin": 1, "kvalitetsrapport": 10,
}  # fmt: skip
MANY_QUESTIONS = "Ask in several requests. A cube field is one question, a breakdown four, a theme's page five."


@dataclass(frozen=True)
class Limits:
    """`cost` is roughly the number of values to be looked up; a `cube` field, whatever it selects, counts as many."""

    tokens: int = 5_000
    nesting: int = 60
    depth: int = 12
    aliases: int = 60
    directives: int = 100
    questions: int = 10
    question_cost: int = 1_000
    cost: int = 250_000


@dataclass(frozen=True)
class Sizes:
    """Of one schema: how many items its lists have (1 where not named), and what a value below a root field costs when
    the schema is asked about itself.
    """

    lists: Mapping[str, int] = field(default_factory=dict)
    about_itself: Mapping[str, float] = field(default_factory=dict)
    wrapped: float = 1  # how many types are lists of another or its never being null: `ofType`


@dataclass(frozen=True)
class Count:
    """Of a selection with its fragments spread. `depth` leaves introspection out, which has a rule of its own."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    questions: int = 0
    cost: int = 0
    lists: bool = False  # whether one is among it

    def beside(self, other: Count) -> Count:
        return Count(
            max(self.depth, other.depth),
            self.aliases + other.aliases,
            self.directives + other.directives,
            self.questions + other.questions,
            self.cost + other.cost,
            self.lists or other.lists,
        )


def tokens(document: DocumentNode) -> Iterator[Token]:
    """The words and signs of the document."""
    token = document.loc.start_token if document.loc else None
    while token is not None:
        yield token
        token = token.next


def check_nesting(text: str, limits: Limits) -> None:
    """Raises LimitError for text nested deeper than is parsed; the parser itself goes down one call for each level."""
    depth = 0
    for match in BRACKET.finditer(text):
        bracket = match.group()
        if bracket in ("{", "[", "("):
            depth += 1
            if depth > limits.nesting:
                raise _too_deep("The query is", limits.nesting)
        elif bracket in ("}", "]", ")"):
            depth -= 1


def check_document(document: DocumentNode, limits: Limits, sizes: Sizes) -> None:
    """Raises LimitError with every limit that an operation of the document is over."""
    problems = [problem for count in counts(document, limits, sizes) for problem in _problems(count, limits)]
    if problems:
        raise LimitError(*dict.fromkeys(problems))


def counts(document: DocumentNode, limits: Limits, sizes: Sizes) -> list[Count]:
    """What each operation of the document asks for."""
    fragments = {one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)}
    counter = Counter(fragments, limits, sizes)
    operations = [one for one in document.definitions if isinstance(one, OperationDefinitionNode)]
    return [counter.of(one.selection_set, root=True) for one in operations]


def _problems(count: Count, limits: Limits) -> Iterator[Problem]:
    bounds: tuple[tuple[str, int, int, str, str], ...] = (
        ("L523", count.depth, limits.depth, "levels of fields", "Ask for less in one go."),
        ("L524", count.aliases, limits.aliases, "aliases", "Ask in several requests."),
        ("L521", count.questions, limits.questions, "questions", MANY_QUESTIONS),
        ("L525", count.directives, limits.directives, "directives", "Leave out what you do not need."),
        ("L526", count.cost, limits.cost, "in cost", "Select fewer fields, or ask in several requests."),
    )
    for code, found, most, what, hint in bounds:
        if found > most:
            yield Problem(code, f"The query has more than {most} {what}.", hint)


def _too_deep(what: str, most: int) -> LimitError:
    return LimitError(Problem("L523", f"{what} nested more than {most} deep.", "Ask for less in one go."))


@dataclass
class Counter:
    """Counts selections; each fragment once."""

    fragments: Mapping[str, FragmentDefinitionNode]
    limits: Limits
    sizes: Sizes
    counted: dict[str, Count] = field(default_factory=dict)
    under_way: set[str] = field(default_factory=set)

    def of(self, selection: SelectionSetNode | None, root: bool = False) -> Count:
        total = Count()
        for one in selection.selections if selection else ():
            total = total.beside(self._one(one, root))
            total = total.beside(Count(directives=len(one.directives or ())))
        return total

    def _one(self, node: Node, root: bool) -> Count:
        if isinstance(node, InlineFragmentNode):
            return self.of(node.selection_set, root)
        if isinstance(node, FragmentSpreadNode):
            return self._fragment(node.name.value, root)
        assert isinstance(node, FieldNode)
        return self._field(node, root)

    def _field(self, node: FieldNode, root: bool) -> Count:
        name, below = node.name.value, self.of(node.selection_set)
        aliases = below.aliases + (1 if node.alias else 0)
        cost = 1 + ceil(self._items(name, below) * below.cost)
        if root and name == "cube":
            cost = self.limits.question_cost
        elif root:
            cost = ceil(cost * self.sizes.about_itself.get(name, 1))
        depth = 0 if name.startswith("__") else 1 + below.depth
        lists = below.lists or name in self.sizes.lists
        return Count(depth, aliases, below.directives, QUESTIONS.get(name, 0) if root else 0, cost, lists)

    def _items(self, name: str, below: Count) -> float:
        if name == "ofType" and not below.lists:
            return self.sizes.wrapped
        return self.sizes.lists.get(name, 1)

    def _fragment(self, name: str, root: bool) -> Count:
        """A fragment counts as a level, since whoever walks the document goes down one call for each."""
        if name in self.under_way or name not in self.fragments:
            return Count()  # a cycle or an unknown name: validation refuses it
        if len(self.under_way) > self.limits.depth:
            raise _too_deep("Fragments are", self.limits.depth)
        if name not in self.counted:
            self.under_way.add(name)
            self.counted[name] = self.of(self.fragments[name].selection_set, root)
            self.under_way.discard(name)
        found = self.counted[name]
        return Count(found.depth + 1, found.aliases, found.directives, found.questions, found.cost, found.lists)
