"""Each measure of the demo's services and their effects by hand, as (above, below, decimals).

Spells count as they stand on the as-of day, and the year to date against the same days of last year.
"""

from __future__ import annotations

COUNT = "count(*), 1, 0"
DAY = "DATE '2025-09-30'"
THERE = "start <= DATE '{year}-09-30' AND (slut IS NULL OR slut > DATE '{year}-09-30')"
BEGUN = "BETWEEN DATE '{year}-01-01' AND DATE '{year}-09-30'"
YEARS = {"aatd": 2025, "aatd_sidste_aar": 2024}


def to_date(name: str, day: str, condition: str = "true") -> dict[str, str]:
    """The members to date of a count."""
    return {
        f"{name}__{key}": f"count(*) FILTER ({condition} AND {day} {BEGUN.format(year=year)}), 1, 0"
        for key, year in YEARS.items()
    }


def there(condition: str = "true", year: int = 2025) -> str:
    """Different persons whose spell goes on."""
    return f"count(DISTINCT borger_id) FILTER ({condition} AND {THERE.format(year=year)})"


def persons_so_far(name: str, day: str, condition: str) -> dict[str, str]:
    """Different persons of all days, and the members to date."""
    count = f"count(DISTINCT borger_id) FILTER ({condition} AND {day}"
    to_date = {f"{name}__{key}": f"{count} {BEGUN.format(year=year)}), 1, 0" for key, year in YEARS.items()}
    return {name: f"{count} <= {DAY}), 1, 0", **to_date}


def persons_there(name: str, condition: str = "true") -> dict[str, str]:
    """Different persons whose spell goes on, and what is compared with last year's."""
    now, then = (there(condition, year) for year in (2025, 2024))
    return {
        name: f"{now}, 1, 0",
        f"{name}__sidste_aar": f"{then}, 1, 0",
        f"{name}__aendring": f"{now} - {then}, 1, 0",
        f"{name}__aendring_pct": f"100 * ({now} - {then}), {then}, 1",
    }


KLAGE = {
    "antal_klager": COUNT,
    **to_date("antal_klager", "modtaget"),
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "antal_besvarede": "count(udfald), 1, 0",
    "antal_medhold": "count(*) FILTER (udfald <> 'ikke medhold'), 1, 0",
    "medholdsandel": "100 * count(*) FILTER (udfald <> 'ikke medhold'), count(udfald), 1",
    "svartid": "sum(besvaret - modtaget), count(besvaret), 1",
    "antal_uden_sag": "count(*) - count(afgoerelse_id), 1, 0",
    "andel_uden_sag": "100 * (count(*) - count(afgoerelse_id)), count(*), 1",
}
UNDERRETNING = {
    "antal_underretninger": COUNT,
    **to_date("antal_underretninger", "modtaget"),
    "antal_boern": "count(DISTINCT borger_id), 1, 0",
    "antal_undersoegelser": "count(*) FILTER (udfald = 'undersøgelse'), 1, 0",
    "antal_afsluttede": "count(afsluttet), 1, 0",
    "sagstid": "sum(afsluttet - modtaget), count(afsluttet), 1",
    "antal_med_frist": "count(afsluttet) FILTER (modtaget >= DATE '2024-01-01'), 1, 0",
    "antal_inden_frist": "count(*) FILTER (afsluttet <= frist), 1, 0",
    "fristoverholdelse": "100 * count(*) FILTER (afsluttet <= frist),"
    " count(afsluttet) FILTER (modtaget >= DATE '2024-01-01'), 1",
}
ANBRINGELSE = {
    "antal_raekker": COUNT,
    "aktive_anbringelser": f"count(*) FILTER ({THERE.format(year=2025)}), 1, 0",
    **persons_there("anbragte_boern"),
    "nye_anbringelser": f"count(*) FILTER (ny AND start <= {DAY}), 1, 0",
    **to_date("nye_anbringelser", "start", "ny"),
}
FOREBYGGENDE = {
    "antal_raekker": COUNT,
    "aktive_indsatser": f"count(*) FILTER ({THERE.format(year=2025)}), 1, 0",
    **persons_there("boern_med_indsats"),
    "nye_indsatser": f"count(*) FILTER (ny AND start <= {DAY}), 1, 0",
    **to_date("nye_indsatser", "start", "ny"),
}
MAGTANVENDELSE = {
    "antal_magtanvendelser": COUNT,
    **to_date("antal_magtanvendelser", "dag"),
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "antal_ikke_indberettet": "count(*) - count(indberettet), 1, 0",
}
WAITED = f"sum({DAY} + 1 - start) FILTER ({THERE.format(year=2025)})"
VENTELISTE = {
    "antal_raekker": COUNT,
    **persons_there("ventende_borgere"),
    "ventende": f"count(*) FILTER ({THERE.format(year=2025)}), 1, 0",
    "ventedage": f"coalesce({WAITED}, 0), 1, 0",
    "ventetid": f"{WAITED}, count(*) FILTER ({THERE.format(year=2025)}), 1",
}
AGAIN, BETTER, WORSE = map(there, ("nummer > 1", "udvikling = 'forøget'", "udvikling = 'reduceret'"))
UDREDNING = {
    "antal_udredninger": COUNT,
    **to_date("antal_udredninger", "start"),
    **persons_there("udredte_borgere"),
    "genudredte_borgere": f"{AGAIN}, 1, 0",
    **persons_there("forbedrede_borgere", "udvikling = 'forøget'"),
    **persons_there("forvaerrede_borgere", "udvikling = 'reduceret'"),
    "andel_forbedrede": f"100 * {BETTER}, {AGAIN}, 1",
    "andel_forvaerrede": f"100 * {WORSE}, {AGAIN}, 1",
}
AT_WORK = "status IN ('beskæftigelse', 'fleksjob')"
BESKAEFTIGELSE = {
    "antal_raekker": COUNT,
    **persons_there("borgere"),
    **persons_there("beskaeftigede", AT_WORK),
    "beskaeftigelsesprocent": f"100 * {there(AT_WORK)}, {there()}, 1",
    **persons_so_far("afsluttet_uddannelse", "slut", "gennemfoert"),
    **persons_so_far("erhvervspraktik", "start", "ny AND status = 'erhvervspraktik'"),
    **persons_so_far("nye_i_beskaeftigelse", "start", f"ny AND {AT_WORK}"),
}
PASSED, EXAMINED = "resultat = 'bestået'", "milepael = 'afgangseksamen'"
SKOLEGANG = {
    "antal_milepaele": COUNT,
    **persons_so_far("afsluttet_8_klasse", "dag", "milepael = '8. klasse'"),
    **persons_so_far("til_afgangseksamen", "dag", EXAMINED),
    **persons_so_far("bestaaet_afgangseksamen", "dag", PASSED),
    "andel_bestaaet": f"100 * count(*) FILTER ({PASSED}), count(*) FILTER ({EXAMINED}), 1",
    "karaktergennemsnit": "sum(karakter), count(karakter), 1",
    "gennemfoert_ungdomsuddannelse": "count(DISTINCT borger_id) FILTER (milepael = 'ungdomsuddannelse'), 1, 0",
}
STOETTEAKTIVITET = {
    "antal_aktiviteter": COUNT,
    **to_date("antal_aktiviteter", "dag"),
    "antal_borgere": "count(DISTINCT borger_id), 1, 0",
    "minutter": "sum(varighed_minutter), 1, 0",
    "varighed_gennemsnit": "sum(varighed_minutter), count(varighed_minutter), 1",
}
OF_SERVICES = {
    "klage": KLAGE,
    "underretning": UNDERRETNING,
    "anbringelse": ANBRINGELSE,
    "forebyggende": FOREBYGGENDE,
    "magtanvendelse": MAGTANVENDELSE,
    "venteliste": VENTELISTE,
    "udredning": UDREDNING,
    "beskaeftigelse": BESKAEFTIGELSE,
    "skolegang": SKOLEGANG,
    "stoetteaktivitet": STOETTEAKTIVITET,
}
# None of the children's enheder is theirs who are asked here, and Enhed 5 runs no tilbud.
OF_CHILDREN = ("underretning", "anbringelse", "forebyggende", "skolegang")
