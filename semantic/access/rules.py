"""Tests of rows as written → a rule on one cube's rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from semantic.access.documents import AttributeType, RowsDocument
from semantic.access.placing import place
from semantic.access.rows import Held, RowRule, Seen, either
from semantic.errors import suggest
from semantic.filters import Clock, ValueFault, typed
from semantic.model.model import Dimension, Model
from semantic.predicate import And, Asked, Not
from semantic.result import DataType

FORMS = ("dimension", "under", "all", "any", "none")
NUMBERS: tuple[DataType, ...] = ("integer", "bigint")
UNCOMPARED = ("set", "notSet")
NO_CLOCK = Clock(date.min, None)


class RuleFault(Exception):
    """What is wrong with a test of rows, under which code, and what to do."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


@dataclass(frozen=True)
class Rules:
    """Makes rules of tests. `via` names the joins that are to be taken where several ways lead to a dimension."""

    model: Model
    via: frozenset[str] = frozenset()
    attributes: Mapping[str, AttributeType] = field(default_factory=dict)

    def on(self, cube: str, tests: Sequence[RowsDocument]) -> RowRule | None:
        """The rows of the cube for which all tests hold; None where it does not reach every dimension of them.

        Raises Ambiguous where it reaches one in more than one role, and none is named.
        """
        found = [self._one(cube, test) for test in tests]
        known = [rule for rule in found if rule is not None]
        if len(known) < len(found):
            return None
        return known[0] if len(known) == 1 else cast("RowRule", And(tuple(known)))

    def check(self, tests: Sequence[RowsDocument]) -> None:
        """Raises RuleFault where a test says nothing, or names what is not there."""
        for test in tests:
            given = [form for form in FORMS if getattr(test, form) is not None]
            if len(given) != 1:
                raise RuleFault("D683", f"A test of rows needs one of {', '.join(FORMS)}.", "Give one of them.")
            if given[0] in ("all", "any", "none"):
                inner = getattr(test, given[0])
                if not inner:
                    raise RuleFault("D683", f"'{given[0]}' holds no test.", "Leave it out.")
                self.check(inner)
            else:
                self._check_leaf(test)

    def dimensions(self, tests: Sequence[RowsDocument]) -> Iterator[Dimension]:
        """Every dimension that the tests name."""
        for test in tests:
            for inner in (test.all, test.any, test.none):
                yield from self.dimensions(inner or ())
            yield from self._levels(test) if test.under else [self._dimension(test.dimension)] if test.dimension else []

    def attributes_of(self, tests: Sequence[RowsDocument]) -> Iterator[str]:
        for test in tests:
            yield from [test.attribute] if test.attribute else []
            for inner in (test.all, test.any, test.none):
                yield from self.attributes_of(inner or ())

    def _check_leaf(self, test: RowsDocument) -> None:
        compared = (test.values is not None) + (test.attribute is not None)
        if test.operator in UNCOMPARED and compared:
            raise RuleFault("D683", f"'{test.operator}' compares with nothing.", "Leave the values out.")
        if test.operator not in UNCOMPARED and compared != 1:
            raise RuleFault("D683", "A test of rows needs either 'values' or 'attribute'.", "Give one of them.")
        if test.values is not None and not test.values:
            raise RuleFault("D683", "A test of rows against no value would hold for none.", "Give the values.")
        if (test.under or test.attribute) and test.operator != "equals":
            message = "A hierarchy or an attribute is only compared with 'equals'."
            raise RuleFault("D683", message, "Use 'none' around it.")
        for dimension in self._levels(test) if test.under else [self._dimension(test.dimension or "")]:
            self._check_kind(test, dimension)
            if test.attribute is None:
                self._typed(test, Seen(dimension))

    def _check_kind(self, test: RowsDocument, dimension: Dimension) -> None:
        if dimension.kind == "time" or dimension.sub_query or dimension.switch:
            message = f"Rows cannot be told by '{dimension.id}': a time, a sub_query or a switch."
            raise RuleFault("D683", message, "Name a text, a number or a boolean of the row.")
        kind = self.attributes.get(test.attribute or "")
        if kind is None:
            return  # told where attributes are checked
        if kind.startswith("integer") != (dimension.kind == "number"):
            message = f"The attribute '{test.attribute}' is of type {kind}, and '{dimension.id}' is a {dimension.kind}."
            raise RuleFault("D683", message, "Declare it with the type of the dimension.")

    def _one(self, cube: str, test: RowsDocument) -> RowRule | None:
        if test.all is not None:
            return self.on(cube, test.all)
        if test.any is not None or test.none is not None:
            found = [self.on(cube, [inner]) for inner in (test.any or test.none or ())]
            known = tuple(rule for rule in found if rule is not None)
            if len(known) < len(found):
                return None
            some = either(known)
            return some if test.any is not None else cast("RowRule", Not(some))
        leaves = self._levels(test) if test.under else [self._dimension(test.dimension or "")]
        placed = [place(self.model, cube, dimension, self.via) for dimension in leaves]
        seen = [self._leaf(test, one) for one in placed if one is not None]
        if len(seen) < len(placed):
            return None
        return either(tuple(seen))

    def _leaf(self, test: RowsDocument, seen: Seen) -> RowRule:
        if test.attribute is not None:
            return cast("RowRule", Held(seen, test.attribute))
        return self._typed(test, seen)

    def _typed(self, test: RowsDocument, seen: Seen) -> RowRule:
        asked = Asked(seen.dimension.id, test.operator, tuple(test.values or ()))
        try:
            return cast("RowRule", typed(asked, seen, seen.dimension.kind, NO_CLOCK))
        except ValueFault as fault:
            raise RuleFault("D683", fault.problem.message, fault.problem.hint) from None

    def _dimension(self, name: str) -> Dimension:
        cube_name, _, member = name.partition(".")
        cube = self.model.cubes.get(cube_name)
        found = cube.dimensions.get(member) if cube else None
        if found is None:
            known = (one.id for cube in self.model.cubes.values() for one in cube.dimensions.values())
            raise RuleFault("D682", f"There is no dimension '{name}'.", suggest(name, known))
        return found

    def _levels(self, test: RowsDocument) -> list[Dimension]:
        """The dimensions of the hierarchy: a row is under a unit when one of its levels is that unit."""
        cube_name, _, name = (test.under or "").partition(".")
        cube = self.model.cubes.get(cube_name)
        found = cube.hierarchies.get(name) if cube else None
        if found is None:
            known = (f"{cube.name}.{one}" for cube in self.model.cubes.values() for one in cube.hierarchies)
            raise RuleFault("D682", f"There is no hierarchy '{test.under}'.", suggest(test.under or "", known))
        return [self._dimension(level) for level in found.levels]
