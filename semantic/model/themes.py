"""Whether what the themes' pages name is there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from semantic.dates import period
from semantic.errors import Place, Problem, suggest
from semantic.model.draft import Draft
from semantic.model.model import Dimension, Model
from semantic.model.theme import CardDocument

A_DAY = date(2024, 7, 1)  # any: whether words are a period does not depend on it


def themes_lead_somewhere(model: Model, draft: Draft) -> Iterator[Problem]:
    """Each theme has an id of its own, and its cards name nøgletal, times and periods that there are."""
    seen: set[str] = set()
    for file in draft.files:
        for index, theme in enumerate(file.document.temaer):
            if theme.id in seen:
                yield Problem("D669", f"Two themes have the id '{theme.id}'.", at=file.at("temaer", index, "id"))
            seen.add(theme.id)
            for place, card in enumerate(theme.kort):
                yield from _card(card, model, draft, file.at("temaer", index, "kort", place, "noegletal"))


def _card(card: CardDocument, model: Model, draft: Draft, at: Place) -> Iterator[Problem]:
    try:
        period(card.periode, A_DAY, None)
    except ValueError as error:
        yield Problem("D669", f"A theme's card has no period. {error}", at=at)
    record = model.noegletal.get(card.noegletal)
    if record is None:
        if not any(file.broken.open for file in draft.files):
            message = f"A theme's card names the nøgletal '{card.noegletal}', which does not exist."
            yield Problem("D669", message, suggest(card.noegletal, model.noegletal), at=at)
        return
    view, _, name = record.measure.partition(".")
    if view not in model.views or draft.broken.covers(view):
        return  # the record's own fault
    members = model.views[view].members
    times = [f"{view}.{one.name}" for one in members.values()
             if isinstance(one.member, Dimension) and one.member.kind == "time"]  # fmt: skip
    if card.tid not in times:
        message = f"'{card.tid}' is no time of '{view}', which the nøgletal '{record.id}' is asked in."
        yield Problem("D669", message, suggest(card.tid, times), at=at)
    if card.beregning and f"{name}__{card.beregning}" not in members:
        message = f"'{record.measure}' has no {card.beregning}."
        yield Problem("D669", message, "Name it in the measure's time_calculations.", at=at)
