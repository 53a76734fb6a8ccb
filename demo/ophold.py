"""The synthetic ophold: who stayed at which tilbud, place by place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import duckdb
import numpy as np
import pyarrow as pa

from demo.borgere import Borgere, Ints, Texts
from demo.extent import Extent
from demo.load_register import SOCIAL_AS_OF
from demo.organisation import responsible
from demo.tilbud import KINDS, TILBUD, Tilbud
from demo.ydelser import OPEN, Days

# The places fill up from 2018, so that they are in use on the first day shown.
FILLS_FROM, SHOWN_FROM = date(2018, 1, 1), date(2020, 1, 1)
MOST_STAYS_PER_PLACE = 150
FULL = "TB05"
NIGHT_SHELTER = "TB07"
# The authority that grants the stay; the tilbud's driftsenhed runs it.
MYNDIGHEDER = {"107": ("E04", "E05", "E08"), "108": ("E04", "E05", "E08"), "109": ("E05", "E10"), "110": ("E05", "E10")}
# Days that a place stands empty between two stays, on average.
EMPTY_DAYS = {"107": 25, "108": 40, "109": 12, "110": 9}

OPHOLD = """
CREATE TABLE main.ophold AS
SELECT CAST(row_number() OVER (ORDER BY start, tilbud_id, borger_id, oere_pr_dag) AS INTEGER) AS ophold_id, borger_id,
       tilbud_id, enhed, sagsbehandler, start, slut, CAST(oere_pr_dag * 0.01 AS DECIMAL(10, 2)) AS beloeb_pr_dag
FROM drawn ORDER BY ophold_id
"""


@dataclass(frozen=True)
class Places:
    """One place at a tilbud, at each position: the days on which it can be given to somebody, and the tilbud's last."""

    tilbud: Ints  # an index into TILBUD
    opens: Days
    closes: Days
    tilbud_closes: Days

    def __len__(self) -> int:
        return len(self.tilbud)


def create(con: duckdb.DuckDBPyConnection, rng: np.random.Generator, borgere: Borgere, extent: Extent) -> None:
    """`main.ophold`. `slut` is the first day without the stay, NULL while it is open.

    A stay outlives its place, so that days are over-occupied where places were taken away or somebody slept elsewhere.
    """
    places, shown_from = _places(extent), extent.since(SHOWN_FROM)
    stays = _stays(rng, places, shown_from)
    place, start, slut = stays
    # Old enough, by the birth year alone, on every one of these days.
    adults = np.flatnonzero(borgere.foedselsaar <= extent.since(FILLS_FROM).year - 19)
    who = _persons(rng, adults, place, len(places))
    guests = _nights_elsewhere(rng, places.tilbud[place], np.maximum(start, np.datetime64(shown_from)), slut)
    shelter = [tilbud.id for tilbud in TILBUD].index(NIGHT_SHELTER)
    tilbud = np.concatenate([places.tilbud[place], np.full(len(guests[0]), shelter)])
    con.register("drawn", _table(
        rng, borgere.borger_id[np.concatenate([who, who[guests[0]]])], tilbud,
        np.concatenate([start, guests[1]]), np.concatenate([slut, guests[2]]),
    ))  # fmt: skip
    con.execute(OPHOLD)
    con.unregister("drawn")


def _places(extent: Extent) -> Places:
    rows = [
        (index, opens, closes or date.max, tilbud.periods[-1][2] or date.max)
        for index, tilbud in enumerate(TILBUD)
        for opens, closes in _lives(tilbud)
        for _ in range(extent.times)
        if opens <= SOCIAL_AS_OF
    ]
    index, opens, closes, last = zip(*rows, strict=True)
    days = [np.array(column, "datetime64[D]") for column in (opens, closes, last)]
    return Places(np.array(index), np.maximum(days[0], np.datetime64(extent.since(FILLS_FROM))), days[1], days[2])


def _lives(tilbud: Tilbud) -> list[tuple[date, date | None]]:
    """(first day, first day without) of each place: a period with more places than the one before opens some anew."""
    lives: list[tuple[date, date | None]] = []
    most = max(number for number, _, _ in tilbud.periods)
    for place in range(most):
        held = [(opens, closes) for number, opens, closes in tilbud.periods if number > place]
        lives.append((held[0][0], held[-1][1]))
    return lives


def _stays(rng: np.random.Generator, places: Places, shown_from: date) -> tuple[Ints, Days, Days]:
    """(place, start, slut) of all stays, one after the other at each place, with days between in which it is empty."""
    shape = (len(places), MOST_STAYS_PER_PLACE)
    kinds = [TILBUD[index].paragraf for index in places.tilbud]
    median = np.array([KINDS[paragraf].median_days for paragraf in kinds])[:, None]
    empty = np.array([EMPTY_DAYS[paragraf] for paragraf in kinds])[:, None]
    length = np.maximum(1, (median * rng.lognormal(0, 0.8, shape)).astype(np.int64))
    full = np.array([TILBUD[index].id == FULL for index in places.tilbud])[:, None]
    gap = np.where(full, 0, rng.exponential(empty, shape).astype(np.int64))
    start = places.opens[:, None] + np.cumsum(gap, axis=1) + np.cumsum(length, axis=1) - length
    slut = np.minimum(start + length, places.tilbud_closes[:, None])
    last = np.minimum(places.closes, np.datetime64(SOCIAL_AS_OF) + 1)[:, None]
    place, turn = np.nonzero((start < last) & (slut > np.datetime64(shown_from)))
    return place, start[place, turn], slut[place, turn]


def _persons(rng: np.random.Generator, adults: Ints, place: Ints, places: int) -> Ints:
    """Who: each place has citizens of its own, so that nobody is at two places at once."""
    turned = rng.permutation(adults)
    turn = rng.integers(0, len(adults) // places, len(place))
    return np.asarray(turned[turn * places + place])


def _nights_elsewhere(rng: np.random.Generator, tilbud: Ints, first: Days, slut: Days) -> tuple[Ints, Days, Days]:
    """(stay, first night, first without) of some who keep their place at a botilbud and sleep at the night shelter."""
    homes = np.array([TILBUD[index].paragraf in ("107", "108") for index in tilbud])
    length = (np.minimum(slut, np.datetime64(SOCIAL_AS_OF)) - first).astype(np.int64)
    stay = np.flatnonzero(homes & (length >= 30) & (rng.random(len(tilbud)) < 0.2))
    night = first[stay] + (rng.random(len(stay)) * (length[stay] - 15)).astype(np.int64)
    return stay, night, np.asarray(night + rng.integers(1, 15, len(stay)))


def _table(rng: np.random.Generator, who: Texts, tilbud: Ints, start: Days, slut: Days) -> pa.Table:
    kinds = [TILBUD[index].paragraf for index in tilbud]
    lowest, highest = (np.array([KINDS[paragraf].rate[end] for paragraf in kinds]) for end in (0, 1))
    enhed, sagsbehandler = responsible(rng, [MYNDIGHEDER[paragraf] for paragraf in kinds])
    # A botilbud may be granted until a day to come; nobody knows when somebody leaves a herberg or a krisecenter.
    granted = np.isin(kinds, ["107"]) & (rng.random(len(kinds)) < 0.5)
    unknown = (slut > np.datetime64(SOCIAL_AS_OF)) & ~granted
    return pa.table({
        "borger_id": who, "tilbud_id": [TILBUD[index].id for index in tilbud],
        "enhed": enhed, "sagsbehandler": sagsbehandler,
        "start": pa.array(start), "slut": pa.array(np.where(unknown, OPEN, slut)),
        "oere_pr_dag": rng.integers(lowest * 100, highest * 100 + 1),
    })  # fmt: skip
