"""Which keys of a multi-stage measure go together, before any is read."""

from __future__ import annotations

from collections.abc import Iterator

from semantic.model.documents import MeasureDocument
from semantic.model.expression import ExpressionFault, Lacking, Unmade

STAGED = ("group_by", "reduce_by", "add_group_by", "time_shift", "order_by", "case")
OVER_GROUPS = ("avg", "sum", "min", "max", "median")  # of a finer grouping, `add_group_by`
AT_OTHER_GRAINS = ("number", "ratio", "sum")
WINDOWED = ("count", "count_distinct", "count_distinct_approx", "sum", "avg", "min", "max", "median", "number")


def is_staged(document: MeasureDocument) -> bool:
    return bool(_staged_keys(document)) or document.type in ("rank", "running_total") or _has_window(document)


def refuse_misstaged(document: MeasureDocument) -> None:
    """Raises Unmade with every combination of keys that has no meaning."""
    faults = tuple(_faults(document))
    if faults:
        raise Unmade(*faults)


def _faults(document: MeasureDocument) -> Iterator[ExpressionFault]:
    staged = _staged_keys(document)
    if staged and not document.multi_stage:
        yield _fault(f"'{staged[0]}' needs 'multi_stage: true'.", "Write it, as Cube demands.")
    if document.multi_stage and document.filters:
        yield _fault("A multi-stage measure has no filters of its own.", "Filter the measure that it is made of.")
    if document.group_by is not None and document.reduce_by:
        yield _fault("'group_by' and 'reduce_by' exclude each other.", "Keep one.")
    if document.whole and not (document.group_by is not None or document.reduce_by):
        yield _fault("'whole' needs 'group_by' or 'reduce_by': what is left out.", "Write one of them.")
    if document.type == "rank" and not document.order_by:
        yield _fault("A rank needs 'order_by': the measure that is ranked.")
    elif document.order_by and document.type != "rank":
        yield _fault("'order_by' goes with the type 'rank'.", "Leave it out.")
    yield from _of_window(document, staged) if _has_window(document) else _of_type(document, staged)


def _of_type(document: MeasureDocument, staged: list[str]) -> Iterator[ExpressionFault]:
    kind = document.type
    if kind == "rank":
        if not document.reduce_by:
            yield _fault("A rank needs 'reduce_by': the dimensions whose members are ranked.")
        if len(document.order_by) > 1:
            yield _fault("A rank by more than one 'order_by' is not served.", "Keep the first.")
        if unused := [key for key in staged if key not in ("order_by", "reduce_by")]:
            yield _fault(f"A rank has no use for '{unused[0]}'.")
        if document.whole:
            yield _fault("A rank has no use for 'whole'.", "Rank a measure that is whole.")
        if document.sql is not None:
            yield _fault("A rank has no use for 'sql'.", "Write what is ranked in 'order_by'.")
    elif document.add_group_by:
        if kind not in OVER_GROUPS:
            yield _fault(f"'add_group_by' goes with {', '.join(OVER_GROUPS)}, not with '{kind}'.")
    elif document.case is not None:
        if kind != "number" or document.sql is not None or len(staged) > 1:
            yield _fault("A 'case' is of a 'number' of its own, without 'sql' and other stages.", "Leave them out.")
    elif staged and kind not in AT_OTHER_GRAINS:
        hint = "Write 'type: number', or group finer first, with 'add_group_by'."
        yield _fault(f"'{staged[0]}' does not go with the type '{kind}'.", hint)


def _of_window(document: MeasureDocument, staged: list[str]) -> Iterator[ExpressionFault]:
    if staged:
        hint = "Make a measure of its own of each, one upon the other."
        yield _fault("A window and a multi-stage key do not go together.", hint)
    if document.type == "running_total":
        if document.rolling_window is not None:
            yield _fault("A running total has no 'rolling_window': it holds all that is before.")
    elif document.type not in WINDOWED:
        yield _fault(f"'rolling_window' does not go with the type '{document.type}'.")


def _has_window(document: MeasureDocument) -> bool:
    return document.rolling_window is not None or document.type == "running_total"


def _staged_keys(document: MeasureDocument) -> list[str]:
    """The keys in use; an empty `group_by` is one, the total."""
    return [key for key in STAGED if getattr(document, key) or (key == "group_by" and document.group_by is not None)]


def _fault(message: str, hint: str | None = None) -> ExpressionFault:
    return Lacking("D632", message, hint)
