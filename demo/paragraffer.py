"""What the synthetic administration grants: (lov, paragraf) with who gets it, for how long and at what rate.

§§ 108-110 stand in both laws with different meaning, so the key is the pair, never the paragraf alone. Barnets lov
(lov 721 of 13 June 2023) is in force from 1 January 2024, when serviceloven's children paragraphs ended.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from demo.organisation import Field

BARNETS_LOV_IN_FORCE = date(2024, 1, 1)
SERVICELOVEN, BARNETS_LOV = "serviceloven", "barnets lov"

Life = Literal["barn", "ung", "voksen"]
OLDEST: dict[Life, int | None] = {"barn": 17, "ung": 22, "voksen": None}


@dataclass(frozen=True)
class Paragraf:
    lov: str
    paragraf: str
    ydelsestype: str
    life: Life
    field: Field
    weight: float
    median_days: int
    rate: tuple[int, int]  # kr. a day, lowest and highest
    open_share: float  # granted without an end


GRANTED = (
    Paragraf(SERVICELOVEN, "85", "Socialpædagogisk støtte", "voksen", "voksne", 30, 540, (180, 900), 0.45),
    Paragraf(SERVICELOVEN, "96", "Borgerstyret personlig assistance", "voksen", "handicap", 3, 1500, (1500, 4500), 0.8),
    Paragraf(SERVICELOVEN, "102", "Behandling", "voksen", "voksne", 6, 240, (250, 800), 0.1),
    Paragraf(SERVICELOVEN, "103", "Beskyttet beskæftigelse", "voksen", "handicap", 9, 900, (250, 520), 0.6),
    Paragraf(SERVICELOVEN, "104", "Aktivitets- og samværstilbud", "voksen", "handicap", 13, 1000, (350, 900), 0.6),
    Paragraf(SERVICELOVEN, "107", "Midlertidigt botilbud", "voksen", "handicap", 10, 500, (1300, 4200), 0.3),
    Paragraf(SERVICELOVEN, "108", "Længerevarende botilbud", "voksen", "handicap", 6, 2500, (1800, 4900), 0.9),
    Paragraf(SERVICELOVEN, "109", "Krisecenter", "voksen", "udsatte", 6, 60, (1200, 2100), 0.02),
    Paragraf(SERVICELOVEN, "110", "Herberg og forsorgshjem", "voksen", "udsatte", 9, 90, (1100, 1900), 0.05),
    Paragraf(SERVICELOVEN, "52", "Foranstaltning til barn eller ung", "barn", "boern", 10, 300, (150, 700), 0.3),
    Paragraf(SERVICELOVEN, "66", "Anbringelse", "barn", "boern", 3, 900, (1400, 4800), 0.6),
    Paragraf(SERVICELOVEN, "76", "Efterværn", "ung", "boern", 4, 300, (300, 1500), 0.1),
)
# The same help under the new law: from its first day, cases go on under the paragraf on the right.
SUCCEEDED = {
    "52": ("32", "Støttende indsats"),
    "66": ("46", "Anbringelse"),
    "76": ("108", "Ungestøtte"),
}
