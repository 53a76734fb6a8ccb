"""Whether each role is tried both ways: by a case that allows and one that denies, in the file beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from semantic.access.documents import SourceFile
from semantic.access.link import CASES
from semantic.errors import Problem
from semantic.policy_tests.read import PolicyCase


def untried(files: Sequence[SourceFile], cases: Sequence[PolicyCase]) -> Iterator[Problem]:
    """A problem (D688) at each role that lacks a case of its own beside it, one that allows or one that denies.

    A case of several roles is of how they go together, and counts for none of them.
    """
    for file in files:
        beside = beside_of(file.name)
        for index, role in enumerate(file.document.roles):
            own = [case for case in cases if case.file in beside and case.roles == (role.name,)]
            lacks = [word for word, found in (("allows", any(case.allows for case in own)),
                                              ("denies", any(case.denies for case in own))) if not found]  # fmt: skip
            if lacks:
                message = f"The role '{role.name}' has no case that {' and none that '.join(lacks)}."
                yield Problem("D688", message, f"Write one in {beside[0]}.", at=file.at("roles", index, "name"))


def beside_of(policy: str) -> tuple[str, ...]:
    """The names that the file of cases beside a policy's file may have.

    >>> beside_of("access_policies/roles/udvalg.yml")[0]
    'access_policies/roles/udvalg.cases.yml'
    """
    return tuple(str(PurePath(policy).with_suffix("")) + suffix for suffix in CASES)
