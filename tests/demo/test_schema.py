"""The demo's model: every file is of the language, loads, and describes itself in full."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import duckdb
import pytest
import yaml

from demo.build import build
from semantic.execute.live import DATA_SOURCES
from semantic.model.documents import CubeDocument, ModelFile
from semantic.model.load import load_model
from semantic.model.model import Measure, Model

SCHEMA = Path(__file__).parents[2] / "schema"
FILES = sorted(file for file in SCHEMA.rglob("*.yml") if not file.name.endswith(".tests.yml"))
SYNTHETIC = {
    "organisation", "organisation_efter", "borger", "ydelse", "afgoerelse", "kommunetal", "tilbud", "pladser", "ophold",
    "rusmiddelforloeb", "boligforloeb", "overgang", "beholdning", "udbetaling", "systemkontrol", "enheder",
    "ansaettelse", "fravaer", "rekruttering", "haendelse",
    "kontoregnskab", "kontobudget",
    "klage", "underretning", "anbringelse", "forebyggende", "magtanvendelse", "venteliste",
    "enkeltsag", "ansatmaaned",
    "udredning", "beskaeftigelse", "skolegang", "stoetteaktivitet",
    "bydel", "bopael",
    "elevtal", "elevbevaegelse",
    "anbringelsesudgift", "folketal_alder", "flytning",
}  # fmt: skip
RECONSTRUCTED = {
    "udgift_kr",
    "udgift_pr_indbygger",
    "udgift_pr_indbygger_landet",
    "udgift_pr_indbygger_snit",
}

PROMISED = {
    "befolkning": "personer kommunekode kommune region koen alder aldersgruppe periode",
    "regnskab": "udgift_kr udgift_pr_indbygger udgift_pr_indbygger_snit kommunekode kommune region kommunegruppe"
    " funktion aar",
    "varde_prognose": "prognose budget afvigelse prognoseprocent paragraf kontoplan_funktion",
    "varde_108": "beloeb aarsvaerk enhedspris dagstakst tilbud leverandoertype",
}


def read(file: Path) -> ModelFile:
    return ModelFile.model_validate(yaml.safe_load(file.read_text("utf-8")))


CUBES: dict[str, CubeDocument] = {cube.name: cube for file in FILES for cube in read(file).cubes}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_is_of_the_language(file: Path) -> None:
    document = read(file)
    parts = (document.cubes, document.views, document.noegletal, document.groups, document.targets)
    more = (document.questions, document.temaer, document.tjeklister, document.ikke_opgjorte)
    assert any((*parts, *more))


@cache
def model() -> Model:
    return load_model(SCHEMA)


def test_model_loads() -> None:
    assert set(model().cubes) - set(model().targets) == set(CUBES)


@pytest.mark.parametrize("cube", PROMISED)
def test_names_that_others_rely_on(cube: str) -> None:
    members = {member.name for member in (*CUBES[cube].dimensions, *CUBES[cube].measures)}
    assert set(PROMISED[cube].split()) <= members


@pytest.mark.parametrize("cube", CUBES.values(), ids=lambda cube: cube.name)
def test_cube_describes_itself(cube: CubeDocument) -> None:
    assert cube.title
    assert cube.description
    source = model().cubes[cube.name].source  # its own, or that of the cube which it extends
    assert source
    assert source.attribution
    assert cube.synthetic == (cube.name in SYNTHETIC)
    assert all(dimension.title for dimension in cube.dimensions)
    for measure in cube.measures:
        assert measure.title, measure.name
        assert measure.description, measure.name
        assert measure.decimals is not None, measure.name
        # An indicator's unit is its own, in the dimension `enhed`.
        assert measure.unit or cube.name == "indikatorer", measure.name


def test_rebuilt_figures_are_marked() -> None:
    assert {measure.name for measure in CUBES["regnskab"].measures if measure.reconstructed} == RECONSTRUCTED


def test_records_name_measures_that_exist() -> None:
    views = model().views
    for record in (record for file in FILES for record in read(file).noegletal):
        view, measure = record.measure.split(".")
        assert isinstance(views[view].members[measure].member, Measure)
        assert record.change_log[-1].version == record.version


def test_loads_and_columns_are_in_the_demo_database(tmp_path: Path) -> None:
    build(tmp_path / "demo.duckdb")
    with duckdb.connect(str(tmp_path / "demo.duckdb"), read_only=True) as con:
        sources = {source for (source,) in con.sql("SELECT DISTINCT source FROM load").fetchall()}
        assert {cube.source.load for cube in CUBES.values() if cube.source and cube.source.load} == sources
        tables = {f"main.{name}" for (name,) in con.sql("SELECT table_name FROM duckdb_tables()").fetchall()}
        stored = [cube for cube in CUBES.values() if cube.data_source not in DATA_SOURCES]  # which is the server's own
        assert {cube.sql_table for cube in stored if cube.sql_table} <= tables
        for cube in stored:
            rows = cube.sql_table or f"({cube.sql})"
            for text in (*(d.sql for d in cube.dimensions), *(m.sql for m in cube.measures)):
                # Own columns only: names of members and joins are the linker's to check.
                if text and "{" not in text.replace("{CUBE}", ""):
                    con.sql(f"SELECT {text.replace('{CUBE}', 'own')} FROM {rows} AS own LIMIT 0").fetchall()
