"""FLIS's records: out and in again to the byte, and nothing written over or dropped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from semantic.errors import DefinitionError, ParseError
from semantic.model.load import load_model
from server.cli import main
from server.terminal.flis import COLUMNS, export_records, import_records, line_of, read, written

ROOT = Path(__file__).parents[3]
RECORDS = load_model(ROOT / "schema").noegletal
# What is known of two of FLIS's own; the rest of their fields is empty.
REAL = (
    {"NøgletalID": "9", "Definition": "Bruttoanlæg: dranst 3, hovedkonto 0 og 2-6, minus 0.25.19, pr. indbygger"},
    {"NøgletalID": "005-0010-001-1-0-0", "Titel": "Skattefinansieret driftsresultat"},
)  # fmt: skip
Ask = Callable[..., Result]


@pytest.fixture
def nogletal(demo_database: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("NOGLETAL_DATABASE", str(demo_database))
    return lambda *arguments: CliRunner().invoke(main, [str(one) for one in arguments])


def test_what_is_known_of_real_records_comes_back_to_the_byte() -> None:
    text = written(REAL)
    assert written(read(text, "flis.csv")) == text
    assert [line["NøgletalID"] for line in read(text, "flis.csv")] == ["9", "005-0010-001-1-0-0"]


def test_the_shipped_records_come_back_to_the_byte(nogletal: Ask, tmp_path: Path) -> None:
    first, model, again = tmp_path / "ud.csv", tmp_path / "ind.yml", tmp_path / "igen.csv"
    told = nogletal("export", "--to", "flis", first)
    assert told.output == f"Wrote {len(RECORDS)} nøgletal to {first}.\n"
    assert nogletal("import", "--from", "flis", first, "--out", model).exit_code == 0
    kept = [
        type(RECORDS[one["id"]]).model_validate(one) for one in yaml.safe_load(model.read_text("utf-8"))["noegletal"]
    ]
    assert {one.id: one for one in kept} == dict(RECORDS)
    export_records(kept, again)
    assert again.read_bytes() == first.read_bytes()


def test_commas_quotes_and_line_ends_come_back() -> None:
    line = dict.fromkeys(COLUMNS, 'a, "b";\nc\r\nd')
    assert read(written([line]), "flis.csv") == (line,)


def test_no_file_is_written_over(nogletal: Ask, tmp_path: Path) -> None:
    there = tmp_path / "ud.csv"
    there.write_text("mit", "utf-8")
    told = nogletal("export", "--to", "flis", there)
    assert (told.exit_code, "D667" in told.output, there.read_text("utf-8")) == (1, True, "mit")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"NøgletalID": "9"}, "No record '9'"),
        ({"Titel": ""}, "no 'Titel'"),
        ({"Historik": "2011-"}, "'Historik'"),
        ({"Visningstype": "Promille"}, "'Promille'"),
    ],
)
def test_what_cannot_be_held_is_refused_and_nothing_written(changed: dict[str, str], said: str, tmp_path: Path) -> None:
    file, out = tmp_path / "flis.csv", tmp_path / "ind.yml"
    file.write_text(written([{**line_of(RECORDS["noegletal-009"]), **changed}]), "utf-8")
    with pytest.raises(DefinitionError) as caught:
        import_records(file, RECORDS, out)
    assert [problem.code for problem in caught.value.problems] == ["D668"]
    assert said in caught.value.problems[0].message
    assert not out.exists()


def test_a_record_twice_and_another_encoding_are_refused(tmp_path: Path) -> None:
    file, out = tmp_path / "flis.csv", tmp_path / "ind.yml"
    line = line_of(RECORDS["noegletal-009"])
    file.write_text(written([line, line]), "utf-8")
    with pytest.raises(DefinitionError, match="2 times"):
        import_records(file, RECORDS, out)
    file.write_text(written([line]), "latin-1")
    with pytest.raises(ParseError, match="UTF-8"):
        import_records(file, RECORDS, out)
    assert not out.exists()


@pytest.mark.parametrize("text", ["", "id,titel\n", written(REAL) + "kun ét felt\n", written(REAL) + '"åben'])
def test_another_format_is_refused(text: str) -> None:
    with pytest.raises(ParseError) as caught:
        read(text, "flis.csv")
    assert {problem.code for problem in caught.value.problems} == {"P166"}
