"""The status report: what somebody may not see is not in it, and what is in it is what each question gives alone."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from semantic.errors import ParseError
from semantic.quality.period import read_period
from server.cli import main
from tests.checklist.conftest import STEP, VALIDATES, say
from tests.notes.conftest import Desk, Found
from tests.worlds import world

FIELDS = """periode dag kilder { kilde status } omraader { omraade periode valideret ikke_valideret uden }
  maerker { kommune omraade periode status afvigelse_pct af }
  tjeklister { titel omraade periode begyndt faerdige ukendte ikke_begyndt }
  fremdrift { kommune titel omraade periode trin udfoert ikke_relevant i_gang aabne ukendte }
  noegletal { noegletal maal tid syntetisk nu { periode vaerdi status opgjort_pr hele omfang } foer { periode vaerdi }
    noter { enhed tekst } }
  daekning { dataomraade enhedstype noegletal enheder vaerdier ufuldstaendige }
  statusser { dataomraade enhedstype status antal andel_pct }"""
MARKS = ("573 voksne 2025 --within 2", "573 oekonomi 2025 --withdraw", "101 voksne 2025K3", "101 voksne 2024")
TEXT = "Skyldes <script>flytning</script>"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Marks of three figures in the half-year, a list begun by two kommuner, and a note on a nøgletal of quality."""
    found = Desk(tmp_path)
    monkeypatch.setenv("NOGLETAL_STATE", found.settings.state)
    monkeypatch.setenv("NOGLETAL_AUDIT_FOLDER", str(tmp_path / "of_the_terminal"))
    for mark in MARKS:
        assert typed("validering", "set", *mark.split()).exit_code == 0
    assert say(found)["status"] == "udfoert"
    other = [str(STEP[key]) for key in ("omraade", "periode")]
    assert typed("tjekliste", "set", "kl_otte_trin", "opmaerkninger", "101", *other, "i_gang").exit_code == 0
    yield found
    found.close()


def typed(*words: str) -> Result:
    return CliRunner().invoke(main, list(words))


def report(desk: Desk, who: str, period: str = "2025H2") -> Found:
    found = desk.ask(who, f'{{ kvalitetsrapport(periode: "{period}") {{ {FIELDS} }} }}')
    return found.get("kvalitetsrapport") or found


def written(*words: str) -> str:
    found = typed("kvalitet", "rapport", "--database", str(world("demo").database), *words)
    assert found.exit_code == 0, found.output
    return found.stdout


@pytest.mark.parametrize("words", ["", "25", "2025K1", "2025H3", "2025-01", "last year", "2025H1 ", "0999", "２０２５"])
def test_what_is_no_period_is_refused(words: str) -> None:
    with pytest.raises(ParseError) as refused:
        read_period(words)
    assert refused.value.code == "P191"


@pytest.mark.parametrize(
    ("words", "first", "last", "before"),
    [
        ("2025H1", "2025-01-01", "2025-06-30", "2024H2"),
        ("2025H2", "2025-07-01", "2025-12-31", "2025H1"),
        ("2024", "2024-01-01", "2024-12-31", "2023"),
    ],
)
def test_a_period_has_its_days_and_the_one_before(words: str, first: str, last: str, before: str) -> None:
    found = read_period(words)
    assert (found.range, found.before.words, found.words) == ((first, last), before, words)
    assert found.before.before.last.year == found.year - (1 if found.half else 2)
    assert found.periods("maaned")[0] == first[:7]
    assert found.periods("maaned")[-1] == last[:7]


def test_who_may_not_see_marks_and_lists_has_none_of_them(desk: Desk) -> None:
    for who in ("offentlig", "udvalg", "enhedsleder"):
        found = report(desk, who)
        assert [found[part] for part in ("omraader", "maerker", "tjeklister", "fremdrift")] == [None] * 4, who


def test_governance_sees_marks_and_lists_and_no_figures(desk: Desk) -> None:
    found = report(desk, "governance")
    assert (found["noegletal"], found["daekning"], found["statusser"]) == ([], [], [])
    assert {one["kommune"] for one in found["maerker"]} == {"Varde", "København"}


def test_a_kommune_sees_nothing_of_others_and_is_not_told_that_they_lack_anything(desk: Desk) -> None:
    found = report(desk, VALIDATES)
    assert {one["kommune"] for one in (*found["maerker"], *found["fremdrift"])} == {"Varde"}
    assert {name for one in found["omraader"] for name in one["uden"]} == {"Varde"}
    assert typed("validering", "set", "751", "voksne", "2025K4").exit_code == 0
    assert typed("validering", "set", "101", "voksne", "2025", "--withdraw").exit_code == 0
    assert report(desk, VALIDATES) == found, "what others say changes nothing of it"


def test_the_marks_and_lists_are_counted_over_all_kommuner(desk: Desk) -> None:
    found = report(desk, "direktion")
    areas = {(one["omraade"], one["periode"]): one for one in found["omraader"]}
    assert {key: (one["valideret"], one["ikke_valideret"], len(one["uden"])) for key, one in areas.items()} == {
        ("oekonomi", "2025"): (0, 1, 97), ("voksne", "2025"): (1, 0, 97),
        ("voksne", "2025K3"): (1, 0, 97), ("voksne", "2025K4"): (0, 0, 98),
    }  # fmt: skip
    assert "Varde" not in areas["voksne", "2025"]["uden"]
    whole = [one for one in found["tjeklister"] if one["titel"].startswith("KL") and one["omraade"] == "voksne"]
    assert [(one["begyndt"], one["faerdige"], one["ukendte"], len(one["ikke_begyndt"])) for one in whole] == [
        (2, 0, 6, 96)
    ]
    assert say(desk, trin="snitflade_dst_flis", status="ikke_relevant")["status"] == "ikke_relevant"
    [done] = [one for one in report(desk, "direktion")["fremdrift"] if one["kommune"] == "Varde"]
    assert (done["udfoert"], done["ikke_relevant"], done["aabne"], done["ukendte"]) == (1, 1, [], 6)
    [still] = [one for one in report(desk, "direktion")["tjeklister"] if one in found["tjeklister"] and one in whole]
    assert still["faerdige"] == 0, "a list with steps that are not known is never done"


BY_HAND = {
    "noegletal-081": "select count(*) from systemkontrol where beloeb_2 is null and dag between {}",
    "noegletal-601": "select count(*) from afgoerelse where frist is null and afgjort between {}",
    "noegletal-603-opstart": "select count(ydelse_id) from afgoerelse where opstart is null and afgjort between {}",
    "noegletal-603": "select count(*) from klage where afgoerelse_id is null and modtaget between {}",
}
HALVES = {"nu": "date '2025-07-01' and date '2025-12-31'", "foer": "date '2025-01-01' and date '2025-06-30'"}


def test_the_figures_are_those_of_the_two_halves(desk: Desk) -> None:
    found = report(desk, "direktion")["noegletal"]
    shown = [one["noegletal"].removeprefix("noegletal-") for one in found]
    assert shown == ["081", "082", "083", "084", "601", "602", "603", "603-opstart"]
    for one in found:
        assert one["syntetisk"]
        assert (one["nu"]["periode"], one["foer"]["periode"]) == ("2025H2", "2025H1")
        assert (one["nu"]["opgjort_pr"], one["nu"]["hele"]) == ("2025-09-30", False)
    told = {one["noegletal"]: one for one in found}
    for id, sql in BY_HAND.items():
        for part, days in HALVES.items():
            _, [(value,)] = world("demo").oracle(sql.format(days))
            assert int(told[id][part]["vaerdi"] or 0) == value, (id, part)
    assert told["noegletal-081"]["foer"]["vaerdi"] is None, "nothing was compared then, which is not nought"


def test_the_shares_are_of_the_rows_of_the_long_view(desk: Desk) -> None:
    found = report(desk, "direktion")
    asked = typed("vaerdier", "--range", "2025-07-01..2025-12-31", "--as", "direktion", "--format", "json",
                  "--database", str(world("demo").database))  # fmt: skip
    rows = [{key.partition(".")[2]: value for key, value in row.items()} for row in json.loads(asked.stdout)]
    counted = Counter((row["enhed_type"], row["status"]) for row in rows)
    told: Counter[tuple[str, str]] = Counter()
    for one in found["statusser"]:
        told[one["enhedstype"], one["status"]] += one["antal"]
    assert told == counted
    assert sum(one["vaerdier"] for one in found["daekning"]) == len(rows)
    for area in found["daekning"]:
        own = [one for one in found["statusser"] if all(one[key] == area[key] for key in ("dataomraade", "enhedstype"))]
        assert sum(one["antal"] for one in own) == area["vaerdier"]
        assert abs(sum(Decimal(one["andel_pct"]) for one in own) - 100) <= Decimal("0.2")


def test_the_page_and_its_json_say_what_graphql_says_and_every_text_is_text(desk: Desk) -> None:
    figure = {"noegletal": "noegletal-081", "enhedstype": "enhed", "periode": "2025-09"}
    assert desk.write("direktion", tekst=TEXT, **figure)["tekst"] == TEXT
    told, said = (
        report(desk, "direktion"),
        json.loads(written("--periode", "2025H2", "--as", "direktion", "--format", "json")),
    )
    for part in ("omraader", "tjeklister", "daekning", "statusser"):
        assert [{key: one[key] for key in mine} for one, mine in zip(said[part], told[part], strict=True)] == told[part]
    assert [one["nu"]["vaerdi"] for one in said["noegletal"]] == [one["nu"]["vaerdi"] for one in told["noegletal"]]
    assert told["noegletal"][0]["noter"] == [{"enhed": "E05", "tekst": TEXT}]
    page = written("--periode", "2025H2", "--as", "direktion")
    assert "&lt;script&gt;flytning" in page
    assert "<script" not in page
    assert not re.search(r"(src|href)=\"(?!#)", page), "nothing is fetched"
    for words in ("2. halvår 2025", "6 trin er ikke kendt her", "data til og med 30.09.2025", "opdigtede data"):
        assert words in page
    assert TEXT.partition(" ")[0] not in written("--periode", "2025H2", "--as", "governance")
