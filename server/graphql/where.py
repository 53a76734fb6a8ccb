"""`where` and `orderBy` → predicates and order, by the names as written: `resolve` judges names and values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from graphql import (
    BooleanValueNode,
    EnumValueNode,
    FloatValueNode,
    IntValueNode,
    ListValueNode,
    ObjectValueNode,
    StringValueNode,
    ValueNode,
    VariableNode,
)

from semantic.cube_query import MAX_DEPTH, MAX_FILTERS, MAX_MEMBERS, MAX_NAME, MAX_PROBLEMS, MAX_TEXT, MAX_VALUES
from semantic.errors import LimitError, Place, Problem, shown
from semantic.predicate import And, Asked, Or, Predicate, conjunction
from semantic.query import Order

Scalar = str | bool | int | float | Decimal | None
Json = object  # a value of the caller's: a scalar, a list or a mapping of these
SEVERAL = "Use one filter with several values."
SAME_AS = {"in": "equals", "notIn": "notEquals"}


@dataclass(frozen=True)
class Word:
    """A name written without quotes, such as `desc`."""

    text: str


class Left:
    """A variable that was not given: what it stands for is left out."""


LEFT = Left()


def literal(node: ValueNode, variables: Mapping[str, object]) -> Json:
    """The value of a literal, decimals exact, variables replaced. Raises nothing: any value can be written."""
    if isinstance(node, VariableNode):
        return variables.get(node.name.value, LEFT)
    if isinstance(node, (StringValueNode, BooleanValueNode)):
        return node.value
    if isinstance(node, EnumValueNode):
        return Word(node.value)
    if isinstance(node, (IntValueNode, FloatValueNode)):
        return _number(node.value)
    if isinstance(node, ListValueNode):
        items = (literal(item, variables) for item in node.values)
        return [None if item is LEFT else item for item in items]
    if isinstance(node, ObjectValueNode):
        return {one.name.value: literal(one.value, variables) for one in node.fields}
    return None


def _number(text: str) -> Json:
    """The number with all its digits; what no Decimal holds stays text, and `resolve` says that it is no number."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


@dataclass
class Reader:
    """One question's filters and order being read, and what was wrong so far."""

    problems: list[Problem] = field(default_factory=list)
    filters: int = 0
    orders: int = 0

    def fault(self, code: str, message: str, path: str, hint: str | None = None) -> None:
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(code, message, hint, at=Place(path=path)))

    def fits(self, name: str, path: str) -> bool:
        """Whether the name is of a length that is read; the bound is every interface's."""
        if len(name) > MAX_NAME:
            self.fault("L510", f"'{path}' has {len(name)} characters.", path, f"At most {MAX_NAME} are read.")
        return len(name) <= MAX_NAME

    def where(self, value: Json, view: str | None, path: str, depth: int = 0) -> Predicate[Asked]:
        """The filter; `view` None at the root, where the keys are views and not members."""
        if depth > MAX_DEPTH:
            raise _crowded(f"filters nested more than {MAX_DEPTH} deep", path, SEVERAL)
        if value is LEFT:
            self.not_given(path)
        entries = self.entries(value, path).items()
        return conjunction(*(self.entry(key, one, view, f"{path}.{shown(key)}", depth) for key, one in entries))

    def entry(self, key: str, value: Json, view: str | None, path: str, depth: int) -> Predicate[Asked]:
        if value is LEFT:
            self.not_given(path)
            return And(())
        if value is None:
            return And(())
        if key in ("AND", "OR"):
            told = len(self.problems)
            parts = tuple(self.where(part, view, path, depth + 1) for part in _listed(value))
            if (And(()) in parts or not parts) and len(self.problems) == told:
                self.fault("P105", f"'{path}' holds an empty filter.", path, "Name a filter, or leave it out.")
            return conjunction(*parts) if key == "AND" else Or(parts)
        if view is None:
            return self.where(value, key, path, depth)
        tests = self.entries(value, path).items()
        if value == {}:
            self.fault("P105", f"'{path}' holds no test.", path, "Name one, or leave the member out.")
        return conjunction(*(self.test(f"{view}.{key}", word, operand, path) for word, operand in tests))

    def test(self, member: str, operator: str, operand: Json, path: str) -> Predicate[Asked]:
        self.filters += 1
        if self.filters > MAX_FILTERS:
            raise _crowded(f"more than {MAX_FILTERS} filters", path, SEVERAL)
        if not self.fits(member, path) or not self.fits(operator, path):
            return And(())
        if operand is LEFT:
            self.not_given(f"{path}.{operator}")
            return And(())
        if operator == "notSet":
            self.fault("P102", f"'{path}' has no test 'notSet'.", path, "Write 'set: false'.")
        if operator == "set":
            if not isinstance(operand, bool):
                self.fault("P103", f"'{path}.set' must be true or false.", path)
            return Asked(member, "set" if operand else "notSet")
        return Asked(member, SAME_AS.get(operator, operator), tuple(self.values(operand, f"{path}.{operator}")))

    def not_given(self, path: str) -> None:
        """A filter that falls away in silence would answer another question."""
        self.fault("P104", f"The variable of '{path}' is not given.", path, "Give it, or leave the filter out.")

    def values(self, operand: Json, path: str) -> Iterator[Scalar]:
        listed = _listed(operand)
        if len(listed) > MAX_VALUES:
            self.fault("L510", f"'{path}' has {len(listed)} entries.", path, f"At most {MAX_VALUES} are read.")
            return
        for value in listed:
            if isinstance(value, Word):
                self.fault("P103", f"'{path}' is the bare word {value.text[:60]}.", path, "Write text in quotes.")
            elif isinstance(value, str) and len(value) > MAX_TEXT:
                self.fault("L510", f"'{path}' has {len(value)} characters.", path, f"At most {MAX_TEXT} are read.")
            elif value is None or isinstance(value, (str, bool, int, float, Decimal)):
                yield value
            else:
                self.fault("P103", f"'{path}' must be text, a number, true, false or null.", path)

    def order(self, value: Json, view: str | None, path: str) -> Iterator[Order]:
        """The order as written, first key first; a list says the order between views."""
        if isinstance(value, list) and view is None:
            for index, one in enumerate(value):
                yield from self.order(one, None, f"{path}.{index}")
            return
        for key, one in self.entries(value, path).items():
            where = f"{path}.{shown(key)}"
            if view is None:
                yield from self.order(one, key, where)
            elif one is not None and one is not LEFT:
                word = one.text if isinstance(one, Word) else one
                if word not in ("asc", "desc"):
                    self.fault("P103", f"'{where}' must be asc or desc.", where)
                self.orders += 1
                if self.orders > MAX_MEMBERS:
                    raise _crowded(f"more than {MAX_MEMBERS} members in its order", path)
                if self.fits(f"{view}.{key}", where):
                    yield Order(f"{view}.{key}", word == "desc")

    def entries(self, value: Json, path: str) -> Mapping[str, Json]:
        if isinstance(value, dict):
            return value
        if value is not None and value is not LEFT:
            self.fault("P103", f"'{path}' must be an object.", path)
        return {}


def _crowded(what: str, path: str, hint: str | None = None) -> LimitError:
    return LimitError(Problem("L510", f"The query has {what}.", hint, at=Place(path=path)))


def _listed(value: Json) -> list[Json]:
    """A single value stands for a list of one, as GraphQL has it."""
    return value if isinstance(value, list) else [value]
