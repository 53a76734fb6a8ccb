"""What is asked of a breakdown, and its columns, the same for every figure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from semantic.predicate import TRUE, Asked, Predicate
from semantic.query import DateRange
from semantic.result import Column, DataType, Role, stamp_columns

BREAKDOWN = "noegletal_nedbrydning"
TITLE = "Nedbrydning"
DESCRIPTION = (
    "Ét nøgletal delt efter en dimension: hver dels tal, tæller og nævner og dens bidrag til helheden og ændringen. "
    "Sidste række er helheden og siger, om delene går op. Den spørges med WHERE noegletal = 'visning.mål' AND "
    "opdeling = 'visning.dimension', og tid, periode og sammenlignet_med, hvis den skal gælde for en periode."
)


@dataclass(frozen=True)
class Breakdown:
    """One measure down some dimensions or a hierarchy, `view.member` all; over the `period` of the member `time`.

    With `before` it is compared with that period of the same member. A member that is no time is filtered to the value.
    `as_of` and `edition` are those of a `Query`.
    """

    measure: str
    by: tuple[str, ...]
    time: str | None = None
    period: DateRange | None = None
    before: DateRange | None = None
    where: Predicate[Asked] = field(default=TRUE)
    as_of: str | None = None
    edition: str | None = None


def _column(name: str, title: str, kind: DataType, role: Role, about: str) -> Column:
    return Column(f"{BREAKDOWN}.{name}", title, kind, role, description=about)


ASKED_BY = (
    _column("noegletal", "Nøgletal", "text", "dimension",
            "Visning og tal, fx regnskab.udgift_kr. Skal stå i WHERE med = og en tekst."),
    _column("opdeling", "Opdeling", "text", "dimension",
            "Hvad der deles efter, flere med komma, fx regnskab.region. Skal stå i WHERE med = og en tekst."),
    _column("tid", "Tid", "text", "dimension",
            "Den tid, som perioden er i, fx regnskab.aar. Skrives i WHERE med = og en tekst."),
    _column("periode", "Periode", "text", "dimension",
            "Fx 2024 eller 2024-01-01..2024-03-31. Skrives i WHERE med = og en tekst."),
    _column("sammenlignet_med", "Sammenlignet med", "text", "dimension",
            "Den periode, der sammenlignes med. Skrives i WHERE med = og en tekst."),
)  # fmt: skip
"""What a relation of it is asked by, in the order of `Breakdown`."""
COLUMNS = (
    _column("raekke", "Række", "text", "dimension", "del eller i_alt."),
    _column("medlem", "Medlem", "text", "dimension", "Medlemmet, flere med / imellem. Tomt er ukendt."),
    _column("vaerdi", "Værdi", "decimal", "measure", "Delens eget tal."),
    _column("taeller", "Tæller", "decimal", "measure", "Hvad der står over brøkstregen; ellers tallet selv."),
    _column("naevner", "Nævner", "decimal", "measure", "Hvad der står under brøkstregen."),
    _column("bidrag", "Bidrag", "decimal", "measure", "Delens bidrag til helhedens tal; i alt deres sum."),
    _column("andel_pct", "Andel", "decimal", "measure", "Bidraget i pct. af helhedens tal."),
    _column("foer", "Før", "decimal", "measure", "Delens eget tal i den periode, der sammenlignes med."),
    _column("aendring", "Ændring", "decimal", "measure", "Tallet minus tallet før."),
    _column("bidrag_aendring", "Bidrag til ændring", "decimal", "measure", "Bidraget minus bidraget før."),
    _column("rest", "Rest", "decimal", "measure", "I alt: helhedens tal minus summen af bidrag."),
    _column("status", "Status", "text", "status", "Hvilken slags tal det er."),
    _column("forklaring", "Forklaring", "text", "status",
            "I alt: gaar_op, overlap, diskretioneret, intet_tal eller ikke_opdelelig."),
)  # fmt: skip


STAMPS = stamp_columns(BREAKDOWN)
RELATION = (*ASKED_BY, *COLUMNS, *STAMPS)
"""The columns of a relation of it: each row says what was asked, and where it is from."""


def columns_shown(decimals: int, above: int, below: int, unit: str | None) -> tuple[Column, ...]:
    """The columns with the decimals of the figure and of its two parts."""
    own = {"taeller": above, "naevner": below, "andel_pct": 1}
    of_figure = ("vaerdi", "bidrag", "foer", "aendring", "bidrag_aendring", "rest")
    units = dict.fromkeys(of_figure, unit) | {"andel_pct": "pct."}
    return tuple(
        replace(one, decimals=own.get(bare(one), decimals), unit=units.get(bare(one))) if one.role == "measure" else one
        for one in COLUMNS
    )


def bare(column: Column) -> str:
    """The column's name within the relation."""
    return column.name.removeprefix(f"{BREAKDOWN}.")
