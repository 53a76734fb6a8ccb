"""What is read from files, and what spreadsheets make of answers (classes 28, 29, 4)."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import duckdb
import openpyxl
import pytest
import yaml

from semantic.access.link import load_policies
from semantic.access.principal import Principal
from semantic.cube_query import parse_query
from semantic.errors import DefinitionError, ServiceError
from semantic.model.load import load_model
from semantic.pipeline import Service, answer
from semantic.result import collect
from tests.attacks.asking import Place, on, serve
from tests.attacks.canaries import OWN, grant, role
from tests.interfaces.clients.cli import run_query
from tests.interfaces.clients.web import token
from tests.worlds import World

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 10)}]\n" for old, new in ("ab", "bc", "cd", "de", "ef", "fg")
)
POLICY = yaml.safe_dump({"roles": [role("laeser", grant("g", ["sag.antal"], open=["sag"]))]})
# Texts that a lax reader takes for something else than what stands there.
FOUL = {
    "a bomb of aliases": BOMB,
    "an object of Python": "roles: !!python/object/apply:os.system ['touch /tmp/foul']\n",
    "a name of Python": "roles: !!python/name:os.system\n",
    "a key twice, the last without its test": POLICY.replace(
        "    name: g\n", "    name: g\n    rows: []\n    open: []\n", 1
    ),
    "a role twice": POLICY + POLICY.partition("\n")[2],
    "two documents": f"{POLICY}---\n{POLICY}",
    "a merge": "x: &x {name: a}\nroles: [{<<: *x}]\n",
    "an unknown key": POLICY.replace("reason:", "reasn:"),
    "more than two megabytes": f"{POLICY}# {'x' * 2_000_001}\n",
    "a tab": "roles:\n\t- x\n",
    "another coding": "roles: [] # \ufeff\x00",
}


@pytest.mark.parametrize("name", FOUL)
@on("cli")
def test_a_policy_that_can_be_read_in_two_ways_is_not_read(whole: Place, tmp_path: Path, name: str) -> None:
    (tmp_path / "roles.yml").write_text(FOUL[name], "utf-8")
    with pytest.raises(DefinitionError) as refused:
        load_policies(tmp_path, whole.service.generation.model)
    assert all(problem.code.startswith("D6") for problem in refused.value.problems)
    assert not Path("/tmp/foul").exists()
    (tmp_path / "roles.yml").write_text(POLICY.replace("name: laeser", "name: no"), "utf-8")
    assert list(load_policies(tmp_path, whole.service.generation.model).roles) == ["no"]  # a word, and no truth


@pytest.mark.parametrize(
    "name",
    [
        name
        for name in FOUL
        if name in ("a bomb of aliases", "an object of Python", "two documents", "a tab", "another coding")
    ],
)
@on("cli")
def test_a_model_that_can_be_read_in_two_ways_is_not_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "model.yml").write_text(FOUL[name].replace("roles:", "cubes:"), "utf-8")
    with pytest.raises(DefinitionError):
        load_model(tmp_path)


# Tests of rows that hold for every row, by having nothing in them or everything.
ALWAYS: dict[str, list[dict[str, Any]]] = {
    "nothing": [],
    "any of nothing": [{"any": []}],
    "all of nothing": [{"all": []}],
    "none of nothing": [{"none": []}],
    "any with an empty test": [{"any": [{"dimension": "sag.kommune", "attribute": "kommune"}, {}]}],
    "any with all of nothing": [{"any": [{"dimension": "sag.kommune", "attribute": "kommune"}, {"all": []}]}],
    "not one of no values": [{"dimension": "sag.kommune", "operator": "notEquals", "values": []}],
    "one of no values": [{"dimension": "sag.kommune", "values": []}],
    "no test": [{"dimension": "sag.kommune"}],
    "both values and an attribute": [{"dimension": "sag.kommune", "values": [101], "attribute": "kommune"}],
    "an attribute that no role declares": [{"dimension": "sag.kommune", "attribute": "ukendt"}],
}


@pytest.mark.parametrize("name", ALWAYS)
@on("cli")
def test_no_test_of_rows_lets_all_through_by_being_empty(whole: Place, tmp_path: Path, name: str) -> None:
    """It is refused when it is read, or it leaves nothing."""
    written = role("laeser", grant("g", ["sag.antal"], rows=ALWAYS[name]), attributes={"kommune": "integer"})
    (tmp_path / "roles.yml").write_text(yaml.safe_dump({"roles": [written]}), "utf-8")
    model = whole.service.generation.model
    try:
        policies = load_policies(tmp_path, model)
    except DefinitionError:
        return
    service = Service(whole.service.generation, policies)
    found = collect(
        answer(
            parse_query({"measures": ["sag.antal"]}, default_limit=None),
            Principal("x", ("laeser",), {"kommune": OWN}),
            service,
        )
    )
    assert found.table.to_pylist()[0]["sag.antal"] in (0, 6)


@pytest.mark.parametrize("kommune", [None, "", "573", 0, True, (), (573, 101), "573 or 1=1", -1])
@on("rest", "graphql", "sql", "cli")
def test_an_attribute_that_is_missing_or_not_of_its_type_gives_nothing(whole: Place, kommune: Any) -> None:
    """It stands before every interface: a principal is the same, whoever made it."""
    attributes = {} if kommune is None else {"kommune": kommune}
    asked, who = parse_query({"measures": ["sag.antal"]}, default_limit=None), Principal("x", ("laeser",), attributes)
    if kommune in (0, -1) and kommune is not False:  # numbers, though of no kommune
        assert collect(answer(asked, who, whole.service)).table.to_pylist() == [{"sag.antal": 0}]
        return
    with pytest.raises(ServiceError) as refused:
        answer(asked, who, whole.service)
    assert refused.value.code == "R201"


FORMULAS = ("=1+1", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0", "＝1")


@pytest.fixture(scope="module")
def spread(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A world of texts that spreadsheets compute, beside negative numbers."""
    folder = tmp_path_factory.mktemp("formulas")
    with duckdb.connect(str(folder / "demo.duckdb")) as connection:
        connection.execute("CREATE TABLE sag (kode VARCHAR, tal INTEGER)")
        connection.executemany("INSERT INTO sag VALUES (?, ?)", [(one, -5) for one in FORMULAS])
    (folder / "schema").mkdir()
    (folder / "schema" / "m.yml").write_text(yaml.safe_dump({"cubes": [{
        "name": "sag", "sql_table": "main.sag",
        "dimensions": [{"name": "kode", "title": "=Kode", "type": "string", "sql": "kode", "primary_key": True, "public": True}],
        "measures": [{"name": "tal", "type": "sum", "sql": "tal"}]}]}), "utf-8")  # fmt: skip
    (folder / "access_policies").mkdir()
    (folder / "access_policies" / "roles.yml").write_text(
        yaml.safe_dump({"roles": [role("laeser", grant("g", ["sag.*"], open=["sag"]))]}), "utf-8")  # fmt: skip
    (folder / "access_policies" / "principals.demo.yml").write_text(
        yaml.safe_dump({"principals": [{"name": "laeser", "title": "x", "roles": ["laeser"]}]}), "utf-8")  # fmt: skip
    place = serve(World("formulas", folder / "schema", folder / "demo.duckdb", folder / "access_policies"))
    yield place
    place.close()


@on("rest", "cli")
def test_no_text_is_a_formula_and_no_number_a_text(spread: Place) -> None:
    """In CSV for Excel and in workbooks; what programs read (JSON, Arrow, plain CSV) has every sign as it is."""
    query = {"measures": ["sag.tal"], "dimensions": ["sag.kode"]}
    told = spread.server.http.post(
        "/cubejs-api/v1/load?dialekt=excel-da", json={"query": query}, headers={**token("laeser"), "Accept": "text/csv"}
    )
    rows = list(csv.reader(io.StringIO(told.content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(rows) == 1 + len(FORMULAS)
    for kode, tal in rows[1:]:
        assert kode[0] not in "=+-@\t\r\n＝" or kode.startswith('="')
        assert tal == "-5"
    assert all(not cell.startswith(("=", "+", "-", "@")) for cell in rows[0])
    workbook = spread.server.http.post(
        "/cubejs-api/v1/load?format=xlsx", json={"query": query}, headers=token("laeser")
    ).content
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(workbook))["Tal"].iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [cell.value for cell in cells[3::2]] == [-5] * len(FORMULAS)
    assert all(cell.quotePrefix for cell in cells[2::2])
    plain = run_query(spread.world, query, "laeser")
    assert all(repr(one)[1:-1].replace("\\'", "'") in plain.stdout or one in plain.stdout for one in FORMULAS[:4])
