"""Grants given to roles as they are, where a test is not about how policies are written."""

from __future__ import annotations

from collections.abc import Mapping

from semantic.access.grant import Grant
from semantic.access.policies import Policies, Role


def granting(grants: Mapping[str, tuple[Grant, ...]]) -> Policies:
    """Each role with its grants, which need no attribute and never expire."""
    return Policies({name: Role(name, tuple(given)) for name, given in grants.items()})
