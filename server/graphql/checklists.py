"""`tjeklister` and `tjekliste`, and the mutation that says how far a step is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

import strawberry
from strawberry.types import Info

from semantic.access.visible import VisibleModel
from semantic.checklist.read import ListSeen, Reader, StepSeen, lists_of, seen_list
from semantic.checklist.step import Figures, StepBook
from semantic.checklist.write import StepWriter, Told, set_step
from semantic.model.checklist import ChecklistDocument, StepDocument
from server.graphql import asking, notes

LISTS, LIST = "tjeklister", "tjekliste"
SIZES = {LISTS: 10, "trin": 10}  # how many items each list is reckoned to have, in the cost of a document


class Asking(asking.Asking, Protocol):
    """Who asks, what they may know of, and where what is said of steps is kept."""

    @property
    def visible(self) -> VisibleModel: ...
    @property
    def steps(self) -> StepBook: ...


@strawberry.type(name="TjeklisteMaaling", description="What checks a step by number.")
class StepMeasured:
    maal: str = strawberry.field(description="What is asked: view.measure.")
    vaerdi: str | None = strawberry.field(description="An exact decimal.")
    status: str | None = strawberry.field(description="What kind of value it is.")
    opfyldt: bool | None = strawberry.field(description="Whether the step is met by it; none where there is no value.")


@strawberry.type(name="TjeklisteTrin", description="A step of a list.")
class ChecklistStep:
    id: strawberry.ID
    titel: str
    beskrivelse: str | None
    kilde: str | None = strawberry.field(description="Where the step is from.")
    status: str | None = strawberry.field(
        description="ikke_begyndt, i_gang, udfoert or ikke_relevant; none where no figures are asked for."
    )
    bemaerkning: str | None = None
    af: str | None = strawberry.field(default=None, description="Who said so.")
    tid: str | None = strawberry.field(default=None, description="When, by the wall clock.")
    maaling: StepMeasured | None = None


@strawberry.type(name="Tjekliste", description="A checklist, or one for the figures that are asked for.")
class Checklist:
    id: strawberry.ID
    titel: str
    beskrivelse: str | None
    kilde: str | None = strawberry.field(description="Where the list is from.")
    omraader: list[str] = strawberry.field(description="The areas that it is for.")
    periode_type: str = strawberry.field(
        name="periode_type", description="aar, kvartal or maaned: how long its periods are."
    )
    ukendte_trin: int = strawberry.field(
        name="ukendte_trin", description="How many further steps it has that are not known here."
    )
    kommune: str | None
    trin: list[ChecklistStep]


@strawberry.type(name="TjeklisteSagt", description="What is in force of a step.")
class StepSaid:
    liste: strawberry.ID
    trin: strawberry.ID
    kommunekode: int
    omraade: str
    periode: str
    status: str
    bemaerkning: str | None
    af: str
    tid: str


def lists(info: Info[Asking, None]) -> list[Checklist]:
    return [_list(one, None, [_step(step) for step in one.trin]) for one in lists_of(info.context.visible)]


def one_list(info: Info[Asking, None], liste: str, kommune: int, omraade: str, periode: str) -> Checklist:
    asker = info.context
    reader = Reader(asker.principal, asker.service, asker.cancellation)
    found: ListSeen = seen_list(reader, liste, Figures(kommune, omraade, periode))
    return _list(found.document, found.kommune, [_step(one.step, one) for one in found.steps])


def _list(document: ChecklistDocument, kommune: str | None, steps: list[ChecklistStep]) -> Checklist:
    return Checklist(
        id=strawberry.ID(document.id), titel=document.titel, beskrivelse=document.beskrivelse, kilde=document.kilde,
        omraader=list(document.omraader), periode_type=document.periode, ukendte_trin=document.ukendte_trin,
        kommune=kommune, trin=steps,
    )  # fmt: skip


def _step(step: StepDocument, seen: StepSeen | None = None) -> ChecklistStep:
    found = ChecklistStep(
        id=strawberry.ID(step.id), titel=step.titel, beskrivelse=step.beskrivelse, kilde=step.kilde, status=None
    )
    if seen is None:
        return found
    found.status, found.bemaerkning, found.af = seen.status, seen.bemaerkning, seen.af
    found.tid = None if seen.tid is None else seen.tid.isoformat(timespec="seconds")
    if seen.maaling is not None:
        one, value = seen.maaling, seen.maaling.vaerdi
        text = None if value is None else str(value)
        found.maaling = StepMeasured(maal=one.maal, vaerdi=text, status=one.status, opfyldt=one.opfyldt)
    return found


def say(
    info: Info[Asking, None], liste: str, trin: str, kommune: int, omraade: str, periode: str, status: str,
    bemaerkning: str | None = None,
) -> StepSaid:  # fmt: skip
    asker = info.context
    told = Told(liste, trin, kommune, omraade, periode, status, bemaerkning)
    one = set_step(StepWriter(asker.principal, asker.service, asker.steps, _now), told)
    zone = ZoneInfo(asker.service.timezone)
    return StepSaid(
        liste=strawberry.ID(one.liste), trin=strawberry.ID(one.trin), **vars(one.figures), status=one.status,
        bemaerkning=one.bemaerkning, af=one.af,
        tid=one.tid.astimezone(zone).replace(tzinfo=None).isoformat(timespec="seconds"),
    )  # fmt: skip


def _now() -> datetime:
    return datetime.now(UTC)


@strawberry.type
class Mutation(notes.Mutation):
    saet_tjeklistetrin: StepSaid = strawberry.mutation(
        resolver=say,
        description="How far a step is, said by who may validate the figures. Sent again, it is said once.",
    )


@strawberry.type
class Query(notes.Query):
    tjeklister: list[Checklist] = strawberry.field(
        resolver=lists, description="The checklists by which figures are checked, of who may see how far they are."
    )
    tjekliste: Checklist = strawberry.field(
        resolver=one_list, description="One list for the figures of a kommune, an area and a period."
    )
