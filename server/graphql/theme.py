"""`tema` and `temaer`: a theme's front page with its figures, and which pages there are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol
from zoneinfo import ZoneInfo

import strawberry
from strawberry.types import Info

from semantic.access.visible import VisibleModel
from semantic.notes.read import notes_on
from semantic.result import Collected
from semantic.theme_page import Card, answer_each, cards_of, pages_of, series_on
from server.graphql import notes
from server.graphql.chart import SIZES as CHART_SIZES
from server.graphql.chart import Chart, PageCharts
from server.graphql.notes import FigureNote, PageNotes, note_of
from server.graphql.sources import SourceFreshness, source_of
from server.tabular.cells import cell_texts
from server.tabular.stamp import stamped

THEME = "tema"
# How many items each list is reckoned to have, in the cost of a document.
SIZES = {"temaer": 10, "kort": 10, **CHART_SIZES}


class Asking(notes.Asking, Protocol):
    """Who asks, and what they may know of."""

    @property
    def visible(self) -> VisibleModel: ...


@strawberry.type(name="TemaKort", description="A nøgletal on the page. Numbers are exact decimals.")
class ThemeCard:
    noegletal: strawberry.ID
    titel: str
    maal: str = strawberry.field(description="What is asked: view.measure.")
    tid: str = strawberry.field(description="The time dimension that the period is of.")
    periode: str = strawberry.field(description="The period in words, from the last complete load.")
    enhed: str | None = strawberry.field(description="The unit.")
    vaerdi: str | None
    sidste_aar: str | None = strawberry.field(
        name="sidste_aar", description="In the same period a year before; none where the measure lacks it."
    )
    status: str | None = strawberry.field(description="What kind of value it is.")
    opgjort_pr: str = strawberry.field(name="opgjort_pr", description="The last day that the figures speak of.")
    on_it: strawberry.Private[Callable[[], list[FigureNote]]]

    @strawberry.field
    def noter(self) -> list[FigureNote]:
        """The notes on the nøgletal of periods within the card's."""
        return self.on_it()


@strawberry.type(name="TemaNavn", description="A page with a card whose measure the asker knows of.")
class ThemeName:
    id: strawberry.ID
    titel: str


@strawberry.type(name="Tema", description="A theme's front page, with the cards that the asker may see.")
class Theme:
    id: strawberry.ID
    titel: str
    intro: str
    kort: list[ThemeCard]
    laesevejledning_noegletal: str | None = strawberry.field(name="laesevejledning_noegletal")
    kvalitetsvurdering: str | None
    charts: strawberry.Private[PageCharts]
    kilder: list[SourceFreshness] = strawberry.field(
        description="How fresh the sources are of what the asker may see, on a page that shows it."
    )

    @strawberry.field
    def grafer(self) -> list[Chart]:
        """The graphs that the asker may see, in the page's order."""
        return self.charts.found


def theme_of(info: Info[Asking, None], id: strawberry.ID) -> Theme | None:
    context = info.context
    page = next((one for one in pages_of(context.visible) if one.id == id), None)
    if page is None:
        return None
    cards = cards_of(page, context.visible)
    found = answer_each(cards, context.principal, context.service, context.cancellation)
    if not found:
        return None
    on_page = PageNotes(frozenset(card.record.id for card, _ in found), context)
    context.told.update((f"{info.path.key}.kort.{i}", stamped(one.stamp)) for i, (_, one) in enumerate(found))
    return Theme(
        id=strawberry.ID(page.id),
        titel=page.titel,
        intro=page.intro,
        kort=[_card(card, answered, partial(_notes_on, card, answered, on_page, context)) for card, answered in found],
        laesevejledning_noegletal=page.laesevejledning_noegletal,
        kvalitetsvurdering=page.kvalitetsvurdering,
        charts=PageCharts(series_on(page, context.visible), str(info.path.key), context),
        kilder=[source_of(one) for one in context.service.freshness(context.visible)] if page.kilder else [],
    )


def _notes_on(card: Card, answered: Collected, page: PageNotes, context: Asking) -> list[FigureNote]:
    zone = ZoneInfo(context.service.timezone)
    return [note_of(one, zone) for one in notes_on(card, answered.stamp.as_of, zone, page.found)]


def _card(card: Card, found: Collected, on_it: Callable[[], list[FigureNote]]) -> ThemeCard:
    texts = [cell_texts(*one).to_pylist()[0] for one in zip(found.table.columns, found.columns, strict=True)]
    cells = dict(zip((one.name for one in found.columns), texts, strict=True))
    return ThemeCard(
        noegletal=strawberry.ID(card.record.id),
        titel=card.record.short_title or card.record.title,
        maal=card.measure,
        tid=card.document.tid,
        periode=card.document.periode,
        enhed=found.columns[0].unit,
        vaerdi=cells[card.measure],
        sidste_aar=cells[card.before] if card.before else None,
        status=cells[card.query.measures[1]],
        opgjort_pr=found.stamp.as_of.isoformat(),
        on_it=on_it,
    )


def themes_of(info: Info[Asking, None]) -> list[ThemeName]:
    return [ThemeName(id=strawberry.ID(one.id), titel=one.titel) for one in pages_of(info.context.visible)]
