"""Whether what the themes' pages name is there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping
from datetime import date
from functools import partial

from semantic.dates import RELATIVE, period
from semantic.errors import Place, Problem, suggest
from semantic.model.draft import Draft
from semantic.model.model import Dimension, Model
from semantic.model.read import SourceFile
from semantic.model.record import NoegletalDocument
from semantic.model.theme import CardDocument, ChartDocument, Theme, ThemeDocument

A_DAY = date(2024, 7, 1)  # any: whether words are a period does not depend on it
At = Callable[..., Place]
Found = Generator[Problem, None, NoegletalDocument | None]


def themes_of(draft: Draft) -> Mapping[str, Theme]:
    """The pages by id, in the order of the files."""
    written = ((file, index, theme) for file in draft.files for index, theme in enumerate(file.document.temaer))
    return {theme.id: Theme(theme, file.at("temaer", index, "id")) for file, index, theme in written}


def themes_lead_somewhere(model: Model, draft: Draft) -> Iterator[Problem]:
    """Each theme has an id of its own, and its cards and graphs name nøgletal, times and periods that there are."""
    seen: set[str] = set()
    for file in draft.files:
        for index, theme in enumerate(file.document.temaer):
            if theme.id in seen:
                yield Problem("D669", f"Two themes have the id '{theme.id}'.", at=file.at("temaer", index, "id"))
            seen.add(theme.id)
            yield from _parts(theme, model, draft, file, index)


def _parts(theme: ThemeDocument, model: Model, draft: Draft, file: SourceFile, index: int) -> Iterator[Problem]:
    for place, card in enumerate(theme.kort):
        yield from _card(card, model, draft, partial(file.at, "temaer", index, "kort", place))
    taken = Counter(chart.id for chart in theme.grafer)
    for place, chart in enumerate(theme.grafer):
        at = partial(file.at, "temaer", index, "grafer", place)
        if taken[chart.id] > 1:
            yield Problem("D669", f"Two graphs of the theme '{theme.id}' have the id '{chart.id}'.", at=at("id"))
        yield from _chart(chart, model, draft, at)


def _card(card: CardDocument, model: Model, draft: Draft, at: At) -> Iterator[Problem]:
    yield from _period("card", card.periode, at("periode"))
    record = yield from _record("card", card.noegletal, model, draft, at("noegletal"))
    if record is None:
        return
    yield from _time(card.tid, record, model, at("tid"))
    view, _, name = record.measure.partition(".")
    if card.beregning and f"{name}__{card.beregning}" not in model.views[view].members:
        message = f"'{record.measure}' has no {card.beregning}."
        yield Problem("D669", message, "Name it in the measure's time_calculations.", at=at("beregning"))


def _chart(chart: ChartDocument, model: Model, draft: Draft, at: At) -> Iterator[Problem]:
    yield from _period("graph", chart.periode, at("periode"))
    for place, name in enumerate(chart.noegletal):
        if name in chart.noegletal[:place]:
            message = f"The graph '{chart.id}' names the nøgletal '{name}' twice."
            yield Problem("D669", message, "Keep one of them.", at=at("noegletal", place))
            continue
        record = yield from _record("graph", name, model, draft, at("noegletal", place))
        if record is not None:
            yield from _time(chart.tid, record, model, at("tid"))
            yield from _division(chart, record, model, at("opdeling"))


def _period(what: str, words: str, at: Place) -> Iterator[Problem]:
    try:
        period(words, A_DAY, None)
    except ValueError as error:
        yield Problem("D669", f"A theme's {what}: {error}", f"Write for example {RELATIVE}.", at=at)


def _record(what: str, name: str, model: Model, draft: Draft, at: Place) -> Found:
    """The record, or None: where it is not there, and where its view is faulty, which is the record's own fault."""
    record = model.noegletal.get(name)
    if record is None:
        if not draft.broken.covers_record(name):
            message = f"A theme's {what} names the nøgletal '{name}', which does not exist."
            yield Problem("D669", message, suggest(name, model.noegletal), at=at)
        return None
    view = record.measure.partition(".")[0]
    return record if view in model.views and not draft.broken.covers(view) else None


def _time(name: str, record: NoegletalDocument, model: Model, at: Place) -> Iterator[Problem]:
    times = _dimensions(record, model, times=True)
    if name not in times:
        view = record.measure.partition(".")[0]
        message = f"'{name}' is no time of '{view}', which the nøgletal '{record.id}' is asked in."
        yield Problem("D669", message, suggest(name, times), at=at)


def _division(chart: ChartDocument, record: NoegletalDocument, model: Model, at: Place) -> Iterator[Problem]:
    members = _dimensions(record, model, times=False)
    if chart.opdeling is not None and chart.opdeling not in members:
        message = f"'{chart.opdeling}' is nothing that the nøgletal '{record.id}' can be divided by."
        yield Problem("D669", message, suggest(chart.opdeling, members), at=at)


def _dimensions(record: NoegletalDocument, model: Model, times: bool) -> list[str]:
    """The names of the times, or of the other dimensions, that can be asked for beside the record's measure."""
    view = model.views[record.measure.partition(".")[0]]
    return [
        f"{view.name}.{one.name}"
        for one in view.members.values()
        if isinstance(one.member, Dimension) and (one.member.kind == "time") == times
        if one.member.public or not view.is_cube
    ]
