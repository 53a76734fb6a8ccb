"""`SET nogletal.…` before a relation that is no view is refused: what is not heard gives a wrong figure."""

from __future__ import annotations

from server.postgres.sql.refusals import refuse
from server.postgres.sql.relations import Wishes


def refuse_wishes(relation: str, wishes: Wishes, heard: tuple[str, ...] = ()) -> None:
    """Raises UnsupportedError (U450) naming the first setting, not `heard`, that is not as it is of itself."""
    for name in [one for one in wishes.said if one not in heard][:1]:
        message = f"'nogletal.{name}' is for views, and '{relation}' is none."
        raise refuse("U450", message, f"RESET nogletal.{name}, or ask a view.")
