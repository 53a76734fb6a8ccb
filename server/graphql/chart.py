"""`grafer` of a theme's page: each nøgletal of a graph as points over time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import strawberry

from semantic.model.theme import ChartDocument
from semantic.result import Collected
from semantic.theme_page import Series, answer_each
from server.graphql.asking import Asking
from server.tabular.cells import cell_texts
from server.tabular.stamp import stamped

CHARTS = "grafer"
SIZES = {CHARTS: 4, "serier": 3, "punkter": 100}  # items each list is reckoned to have, in the cost of a document
DAY = len("2024-01-01")


@strawberry.type(name="TemaPunkt", description="A point of a graph. Numbers are exact decimals.")
class ChartPoint:
    periode: str = strawberry.field(description="The period's first day.")
    opdeling: str | None = strawberry.field(description="The member that it is of, where the graph is divided.")
    vaerdi: str | None
    status: str | None = strawberry.field(description="What kind of value it is.")


@strawberry.type(name="TemaSerie", description="One nøgletal of a graph.")
class ChartSeries:
    noegletal: strawberry.ID
    titel: str
    maal: str = strawberry.field(description="What is asked: view.measure.")
    enhed: str | None = strawberry.field(description="The unit.")
    opgjort_pr: str = strawberry.field(name="opgjort_pr", description="The last day that the figures speak of.")
    punkter: list[ChartPoint] = strawberry.field(description="By period, and within it by the members' order.")


@strawberry.type(name="TemaGraf", description="A graph on the page, with the nøgletal that the asker may see.")
class Chart:
    id: strawberry.ID
    titel: str
    tid: str = strawberry.field(description="The time dimension along which it runs.")
    inddeling: str = strawberry.field(description="How long each period is: day, week, month, quarter or year.")
    periode: str = strawberry.field(description="What it spans, in words, from the last complete load.")
    opdeling: str | None = strawberry.field(description="The dimension that it is divided by.")
    laesevejledning_graf: str = strawberry.field(name="laesevejledning_graf")
    serier: list[ChartSeries]


@dataclass(frozen=True)
class PageCharts:
    """The graphs of a page, asked for together when they are first looked at; `path` is the page's in the answer."""

    series: tuple[Series, ...]
    path: str
    asking: Asking

    @cached_property
    def found(self) -> list[Chart]:
        asker = self.asking
        answered = answer_each(self.series, asker.principal, asker.service, asker.cancellation)
        charts = [list(them) for _, them in groupby(answered, key=lambda one: one[0].document.id)]
        for place, them in enumerate(charts):
            paths = (f"{self.path}.{CHARTS}.{place}.serier.{i}" for i in range(len(them)))
            asker.told.update((path, stamped(one.stamp)) for path, (_, one) in zip(paths, them, strict=True))
        return [_chart(them[0][0].document, them) for them in charts]


def _chart(document: ChartDocument, answered: list[tuple[Series, Collected]]) -> Chart:
    return Chart(
        id=strawberry.ID(document.id),
        titel=document.titel,
        tid=document.tid,
        inddeling=document.inddeling,
        periode=document.periode,
        opdeling=document.opdeling,
        laesevejledning_graf=document.laesevejledning_graf,
        serier=[_series(*one) for one in answered],
    )


def _series(series: Series, found: Collected) -> ChartSeries:
    return ChartSeries(
        noegletal=strawberry.ID(series.record.id),
        titel=series.record.short_title or series.record.title,
        maal=series.record.measure,
        enhed=next(one.unit for one in found.columns if one.role == "measure"),
        opgjort_pr=found.stamp.as_of.isoformat(),
        punkter=list(_points(found)),
    )


def _points(found: Collected) -> Iterator[ChartPoint]:
    texts = [cell_texts(*one).to_pylist() for one in zip(found.table.columns, found.columns, strict=True)]
    for *division, period, value, status in zip(*texts, strict=True):
        yield ChartPoint(periode=period[:DAY], opdeling=division[0] if division else None, vaerdi=value, status=status)
