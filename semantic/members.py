"""Which members of a grouped dimension are shown: the top's, or every one. Names → fields."""

from __future__ import annotations

from collections.abc import Iterable

from semantic.model.model import REST_SUFFIX
from semantic.names import Resolution, named_field
from semantic.query import DimensionField, Field, MeasureField, Query, RestField, TopFields


def top_of(query: Query, columns: Iterable[Field], state: Resolution) -> TopFields | None:
    """The top in objects, None with its problems noted (R203, R220, R221)."""
    top = query.top
    if top is None:
        return None
    dimension, measure = _grouped(top.dimension, "The top", columns, state), named_field(top.measure, state)
    if measure is not None and not isinstance(measure, MeasureField):
        state.fault("R203", f"The top is by '{top.measure}', which is no measure.", "Name a measure.")
    if top.count < 1:
        state.fault("R221", f"A top of {top.count} members is none.", "Ask for one or more.")
    if dimension is None or not isinstance(measure, MeasureField):
        return None
    return TopFields(dimension, measure, top.count, top.descending, top.rest)


def every_of(query: Query, columns: tuple[Field, ...], state: Resolution) -> tuple[DimensionField, ...]:
    """The dimensions whose members are all listed, each once."""
    found = [_grouped(name, "'every'", columns, state) for name in query.every]
    return tuple(dict.fromkeys(one for one in found if one is not None))


def with_rest(selected: tuple[Field, ...], top: TopFields | None) -> tuple[Field, ...]:
    """Behind the top's dimension whether the row is the rest."""
    if top is None or not top.rest:
        return selected
    found: list[Field] = []
    for field in selected:
        found.append(field)
        found += [RestField(f"{field.name}{REST_SUFFIX}", top.dimension)] if field is top.dimension else []
    return tuple(found)


def grained(name: str, columns: Iterable[Field]) -> DimensionField | None:
    """The grouped time of a bare name, when one grain of it is selected."""
    grains = [c for c in columns if isinstance(c, DimensionField) and c.grain and c.name.startswith(f"{name}.")]
    return grains[0] if len(grains) == 1 else None


def _grouped(name: str, what: str, columns: Iterable[Field], state: Resolution) -> DimensionField | None:
    known = list(columns)
    named = {one.name: one for one in known if isinstance(one, DimensionField)}
    found = named.get(name) or grained(name, known)
    bare = name.rpartition(".")[0] if name.count(".") == 2 else name
    if found is None and named_field(bare, state):
        state.fault("R220", f"{what} names '{name}', which is not grouped by.", "Select it, too.")
    return found
