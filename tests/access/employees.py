"""Each measure of the demo's employees by hand, as (above, below, decimals): its value is the one over the other.

Their days count through the as-of day. `{employed}` are the employments that the asker may read.
"""

from __future__ import annotations

from collections.abc import Callable

COUNT = "count(*), 1, 0"
DAY = "DATE '2025-09-30'"
ACTIVE = f"CASE WHEN start <= {DAY} AND (slut IS NULL OR slut > {DAY}) THEN"
TO_DATE, A_YEAR_BEFORE = ("2025-01-01", "2025-10-01"), ("2024-01-01", "2024-10-01")
TWELVE_MONTHS = ("2024-10-01", "2025-10-01")
WINDOWS = {"aatd": TO_DATE, "aatd_sidste_aar": A_YEAR_BEFORE, "rullende_12m": TWELVE_MONTHS}


def days_of(window: tuple[str, str]) -> str:
    low, high = (f"DATE '{day}'" for day in window)
    return f"greatest(0, least(coalesce(slut, {high}), {high}) - greatest(start, {low}))"


def within(day: str, window: tuple[str, str]) -> str:
    return f"{day} >= DATE '{window[0]}' AND {day} < DATE '{window[1]}'"


ILL = "aarsag IN ('egen sygdom', 'arbejdsulykke')"
EMPLOYED = "(SELECT sum({what}) FROM {{employed}})"


def turnover(window: tuple[str, str]) -> str:
    moved = f"sum(CAST(nyansat AND {within('start', window)} AS INT)"
    moved += f" + CAST(coalesce(fratraadt AND {within('slut', window)}, false) AS INT))"
    return f"50 * 365 * {moved}, sum({days_of(window)}), 1"


def ill_per_full_time(window: tuple[str, str]) -> str:
    above = f"coalesce(sum(beskaeftigelsesgrad * {days_of(window)}) FILTER ({ILL}), 0) * 5 * 365"
    return f"{above}, 7 * {EMPLOYED.format(what=f'beskaeftigelsesgrad * {days_of(window)}')}, 1"


def ill_of_days(window: tuple[str, str]) -> str:
    below = EMPLOYED.format(what=days_of(window))
    return f"100 * coalesce(sum({days_of(window)}) FILTER ({ILL}), 0), {below}, 2"


def at_times(name: str, spelled: Callable[[tuple[str, str]], str]) -> dict[str, str]:
    """A measure of the year so far, and its members at other times."""
    return {name: spelled(TO_DATE), **{f"{name}__{key}": spelled(window) for key, window in WINDOWS.items()}}


ANSAETTELSE = {
    "antal_ansaettelser": COUNT,
    "ansatte": f"count(DISTINCT {ACTIVE} ansat_id END), 1, 0",
    "ansatte_ultimo": f"count({ACTIVE} 1 END), 1, 0",
    "begyndte": f"count(*) FILTER ({within('start', TO_DATE)}), 1, 0",
    "afsluttede": f"count(*) FILTER ({within('slut', TO_DATE)}), 1, 0",
    "ansatte_primo": "count(*) FILTER (start < DATE '2025-01-01' AND coalesce(slut >= DATE '2025-01-01', true)), 1, 0",
    "tilgang": f"count(*) FILTER (nyansat AND {within('start', TO_DATE)}), 1, 0",
    "fratraadte": f"count(*) FILTER (fratraadt AND {within('slut', TO_DATE)}), 1, 0",
    "ansaettelsesdage": f"sum({days_of(TO_DATE)}), 1, 0",
    "helaarsansatte": f"sum({days_of(TO_DATE)}), 365, 2",
    "fuldtidsdage": f"sum({days_of(TO_DATE)} * beskaeftigelsesgrad), 1, 2",
    "aarsvaerk": f"sum({days_of(TO_DATE)} * beskaeftigelsesgrad), 365, 2",
    "bevaegelser": f"count(*) FILTER (nyansat AND {within('start', TO_DATE)})"
    f" + count(*) FILTER (fratraadt AND {within('slut', TO_DATE)}), 1, 0",
    **at_times("personaleomsaetning_gennemsnit", turnover),
    "personaleomsaetning_afgang": f"100 * count(*) FILTER (fratraadt AND {within('slut', TO_DATE)}),"
    " count(*) FILTER (start < DATE '2025-01-01' AND coalesce(slut >= DATE '2025-01-01', true)), 1",
}
FRAVAER = {
    "antal_fravaer": COUNT,
    "antal_ansatte": "count(DISTINCT ansat_id), 1, 0",
    "sygemeldte": f"count(DISTINCT {ACTIVE} ansat_id END) FILTER ({ILL}), 1, 0",
    "fravaersdage": f"sum({days_of(TO_DATE)}), 1, 0",
    "sygefravaersdage": f"sum({days_of(TO_DATE)}) FILTER ({ILL}), 1, 0",
    "fuldtidssygedage": f"sum({days_of(TO_DATE)} * beskaeftigelsesgrad) FILTER ({ILL}), 1, 2",
    "fravaersdagsvaerk": f"5 * sum({days_of(TO_DATE)} * beskaeftigelsesgrad) FILTER ({ILL}), 7, 1",
    **at_times("dagsvaerk_pr_fuldtidsansat", ill_per_full_time),
    **at_times("sygefravaersprocent", ill_of_days),
    "nye_sygeperioder": f"count(*) FILTER ({ILL} AND {within('start', TO_DATE)}), 1, 0",
    "perioder_pr_helaarsansat": f"365 * count(*) FILTER ({ILL} AND {within('start', TO_DATE)}),"
    f" {EMPLOYED.format(what=days_of(TO_DATE))}, 2",
}
HAENDELSE = {
    "antal_registreringer": COUNT,
    "vold_og_trusler_antal": "count(*) FILTER (haendelsestype <> 'anden hændelse'), 1, 0",
    **{
        f"vold_og_trusler_antal__{key}": f"count(*) FILTER (haendelsestype <> 'anden hændelse'"
        f" AND {within('dag', WINDOWS[key])}), 1, 0"
        for key in ("aatd", "aatd_sidste_aar")
    },
    "antal_ansatte": "count(DISTINCT ansat_id), 1, 0",
}
OF_EMPLOYEES = ("ansaettelse", "fravaer", "haendelse")
