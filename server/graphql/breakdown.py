"""`nedbrydning`: one key figure down some dimensions, what each part contributes, and whether the parts add up."""

from __future__ import annotations

from typing import Any, NewType

import strawberry
from strawberry.schema.config import StrawberryConfig
from strawberry.types import Info

from semantic.breakdown.answer import answer_breakdown
from semantic.breakdown_query import Breakdown, bare
from semantic.cube_query import parse_query
from semantic.errors import ParseError, Problem
from semantic.pipeline import recorded
from semantic.query import DateRange
from semantic.result import collect
from server.graphql.asking import Asking
from server.tabular.cells import cell_texts
from server.tabular.stamp import stamped

BREAKDOWN = "nedbrydning"
Filters = NewType("Filters", object)
SCALARS = StrawberryConfig(scalar_map={Filters: strawberry.scalar(
    name="CubeFilters",
    description="A list of filters in Cube's JSON format.",
    serialize=lambda value: value,
    parse_value=lambda value: value,
)})  # fmt: skip
ROWS = 1_000  # how many the cost of a document is reckoned from


@strawberry.type(name="Nedbrydning", description="A part, or the whole in the last row. Numbers are exact decimals.")
class BreakdownRow:
    raekke: str = strawberry.field(description="del or i_alt.")
    medlem: str | None = strawberry.field(description="The part's member; none where it is unknown.")
    vaerdi: str | None
    taeller: str | None
    naevner: str | None
    bidrag: str | None = strawberry.field(description="What the part contributes to the whole.")
    andel_pct: str | None = strawberry.field(name="andel_pct", description="The contribution in per cent of the whole.")
    foer: str | None = strawberry.field(description="The part's figure in the other period.")
    aendring: str | None
    bidrag_aendring: str | None = strawberry.field(
        name="bidrag_aendring", description="What the part contributes to the change of the whole."
    )
    rest: str | None = strawberry.field(description="The whole less the sum of the parts.")
    status: str
    forklaring: str | None = strawberry.field(
        description="Of the whole: gaar_op, overlap, diskretioneret, intet_tal or ikke_opdelelig."
    )


def breakdown_of(
    info: Info[Asking, None], noegletal: str, opdeling: list[str], tid: str | None = None,
    periode: list[str] | None = None, foer: list[str] | None = None, filters: Filters | None = None,
    as_of: str | None = None, edition: str | None = None,
) -> list[BreakdownRow]:  # fmt: skip
    asking = info.context
    with recorded(None, asking.principal, asking.service):
        narrowed: dict[str, Any] = {"filters": filters or [], "asOf": as_of, "edition": edition}
        asked = _read(noegletal, tuple(opdeling), tid, (periode, foer), narrowed)
    answer = collect(answer_breakdown(asked, asking.principal, asking.service, asking.cancellation))
    asking.told[str(info.path.key)] = stamped(answer.stamp)
    texts = [cell_texts(*one).to_pylist() for one in zip(answer.table.columns, answer.columns, strict=True)]
    names = [bare(one) for one in answer.columns]
    return [BreakdownRow(**dict(zip(names, row, strict=True))) for row in zip(*texts, strict=True)]


def _read(
    measure: str,
    by: tuple[str, ...],
    time: str | None,
    periods: tuple[list[str] | None, list[str] | None],
    narrowed: dict[str, Any],
) -> Breakdown:
    """The arguments as a breakdown, all but its names in Cube's words. Raises ServiceError (P1xx, L510)."""
    if time is None and any(periods):
        raise ParseError(Problem("P104", "'periode' and 'foer' are of the dimension 'tid'.", "Name it."))
    period, before = (_range(name, time, one) for name, one in zip(("periode", "foer"), periods, strict=True))
    read = parse_query({**narrowed, "dimensions": list(by)}, default_limit=None)
    return Breakdown(measure, by, time, period, before, read.where, read.as_of, read.edition)


def _range(name: str, time: str | None, words: list[str] | None) -> DateRange | None:
    if not words:
        return None
    if len(words) > 2:
        raise ParseError(Problem("P103", f"'{name}' must be a period, or its first and last day."))
    document = {"timeDimensions": [{"dimension": time, "dateRange": words}]}
    return parse_query(document, default_limit=None).time_dimensions[0].date_range
