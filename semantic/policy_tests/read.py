"""Files of policy cases → PolicyCases; every fault with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from semantic.access.holding import unknown_held
from semantic.access.policies import Policies
from semantic.access.principal import Attribute, Principal, as_attribute
from semantic.errors import DefinitionError, Place, Problem
from semantic.metric_tests.read import inexact, names_differ, read_utf8
from semantic.model.read import nearest_place, read_document
from semantic.model.salvage import KeyPath
from semantic.policy_tests.documents import PolicyCaseDocument, PolicyCasesFile

OF_RIGHTS = ("reviews", "writes_notes")
VERDICTS = ("allow", "deny", "hidden", "sees", "never_sees", *OF_RIGHTS)
OF_ANSWERS = ("scope", "only", "never", "value", "equals_sql")
OF_CATALOGUES = ({"sees"}, {"never_sees"}, {"sees", "never_sees"})


@dataclass(frozen=True, eq=False)
class PolicyCase:
    """One case with the lines that it was written on; `index` is its number in the file."""

    document: PolicyCaseDocument
    index: int
    file: str
    lines: Mapping[KeyPath, int]

    @property
    def name(self) -> str:
        return self.document.name

    @property
    def why(self) -> str | None:
        return self.document.why

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(self.document.roles or (self.document.role or "",))

    @property
    def principal(self) -> Principal:
        return Principal(f"case of {', '.join(self.roles)}", self.roles, _attributes(self.document))

    @property
    def allows(self) -> bool:
        document = self.document
        rights = any(getattr(document, key) is True for key in OF_RIGHTS)
        return document.allow is not None or document.sees is not None or rights

    @property
    def denies(self) -> bool:
        return not self.allows or self.document.never_sees is not None

    def at(self, *path: str | int) -> Place:
        return nearest_place(self.file, self.lines, ("cases", self.index, *path))


def _attributes(document: PolicyCaseDocument) -> dict[str, Attribute]:
    """As an authenticated asker's, but for those that are wrong on purpose."""
    return {name: as_attribute(one) for name, one in document.attributes.items()}


def read_cases(path: Path, name: str | None = None) -> tuple[PolicyCase, ...]:
    """The cases of one file, called `name` in messages. Raises DefinitionError with every fault of the file."""
    name = name or str(path)
    document, lines = read_document(read_utf8(path, name), name, PolicyCasesFile)
    cases = tuple(PolicyCase(case, index, name, lines) for index, case in enumerate(document.cases))
    problems = [*names_differ(cases), *(problem for case in cases for rule in RULES for problem in rule(case))]
    if problems:
        raise DefinitionError(*problems)
    return cases


def misfits(cases: tuple[PolicyCase, ...], policies: Policies) -> Iterator[Problem]:
    """A problem (D689) for each role that there is not, and each attribute that no role of its case asks for."""
    for case in cases:
        for name, message, hint in unknown_held(case.principal, policies):
            key = "attributes" if name in case.document.attributes else "role" if case.document.role else "roles"
            yield Problem("D689", message, hint, at=case.at(key, name) if key == "attributes" else case.at(key))


def _has_one_asker(case: PolicyCase) -> Iterator[Problem]:
    if (case.document.role is None) == (case.document.roles is None):
        hint = "Give one of 'role' and 'roles'."
        yield Problem("D689", f"The case '{case.name}' must say who asks, once.", hint, at=case.at())


def _expects_one_thing(case: PolicyCase) -> Iterator[Problem]:
    given = {key for key in VERDICTS if getattr(case.document, key) is not None}
    details = [key for key in OF_ANSWERS if getattr(case.document, key) is not None]
    if not given:
        yield Problem("D692", f"The case '{case.name}' expects nothing.", _one_of(VERDICTS), at=case.at())
    elif len(given) > 1 and given not in OF_CATALOGUES:
        yield Problem("D692", f"The case '{case.name}' expects several things.", _one_of(VERDICTS), at=case.at())
    elif details and "allow" not in given:
        message = f"'{details[0]}' is of an answer, and the case '{case.name}' does not allow one."
        yield Problem("D692", message, "Give 'allow: true' beside it.", at=case.at(details[0]))


def _asks_what_it_judges(case: PolicyCase) -> Iterator[Problem]:
    of_catalogue = any(getattr(case.document, key) is not None for key in ("sees", "never_sees", *OF_RIGHTS))
    if of_catalogue and case.document.query is not None:
        hint = "The catalogue is seen without a question; leave out 'query'."
        yield Problem("D689", f"The case '{case.name}' asks, and judges the catalogue.", hint, at=case.at("query"))
    elif not of_catalogue and case.document.query is None:
        yield Problem("D689", f"The case '{case.name}' asks nothing.", "Give a 'query'.", at=case.at())


def _numbers_are_exact(case: PolicyCase) -> Iterator[Problem]:
    yield from inexact(case, case.document.model_dump(include={"only", "never", "value"}))


def _one_of(keys: tuple[str, ...]) -> str:
    return f"Give one of: {', '.join(keys)}."


RULES = (_has_one_asker, _expects_one_thing, _asks_what_it_judges, _numbers_are_exact)
