"""Whether rows may be divided by the shares of a join: all of these are read, and they add up to one."""

from __future__ import annotations

from collections.abc import Iterator

from semantic.access.grant import ALL_ROWS
from semantic.errors import DeniedError, Problem, refusal
from semantic.model.model import Dimension, Join
from semantic.model.share import Share
from semantic.plan.stand import Frame


def check_shared(frame: Frame, join: Join, share: Share) -> None:
    """Raises DeniedError (A306) where some shares may not be read, UnsupportedError (U417) where they are faulty.

    INVARIANT: a key whose shares are faulty is named only to who may ask for it beside its shares.
    """
    if frame.decision.rows_of(join.target) != ALL_ROWS:
        message = "Rows are divided by shares, and only some of the shares are yours to read."
        raise DeniedError(Problem("A306", message, "Leave out what they lead to."))
    if faulty := share.faulty_on(frame.as_of):
        hint = "The shares are to be corrected at their source."
        if any(map(frame.shows, _keys(frame, join))):
            hint = f"Correct those of {', '.join(faulty)}."
        raise refusal(Problem("U417", "The shares by which rows would be divided do not add up to one.", hint))


def _keys(frame: Frame, join: Join) -> Iterator[Dimension]:
    """The joined cube's dimensions that are the key."""
    far = {ref.name.lower() for ref in join.on.columns if ref.path}
    for one in frame.model.cubes[join.target].dimensions.values():
        if {ref.name.lower() for ref in one.expression.columns if not ref.path} & far:
            yield one
