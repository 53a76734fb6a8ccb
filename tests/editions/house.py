"""The demo in a folder of its own, with an edition: its data loaded on, model and policies changed, served anew."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any

import duckdb
import pytest
import yaml
from click.testing import CliRunner, Result

from server.cli import main
from tests.attacks.asking import INTERFACES, Place, Told, serve
from tests.interfaces.clients.answers import asked_names, rows_of
from tests.worlds import PROJECT, World

NAME = "2025K3"
Query = Mapping[str, Any]
PAID: Query = {
    "measures": ["udbetaling.beloeb", "udbetaling.antal"], "dimensions": ["udbetaling.enhed"],
    "order": [["udbetaling.enhed", "asc"]],
}  # fmt: skip
HOMES: Query = {
    "measures": ["udbetaling.antal"], "dimensions": ["udbetaling.bopaelskommune"],
    "order": [["udbetaling.bopaelskommune", "asc"]],
}  # fmt: skip
CENTRES: Query = {
    "measures": ["afgoerelser.fristoverholdelse", "afgoerelser.antal_med_frist"],
    "dimensions": ["afgoerelser.ansvarlig_nu_center"], "order": [["afgoerelser.ansvarlig_nu_center", "asc"]],
}  # fmt: skip
REGIONS: Query = {
    "measures": ["regnskab.udgift_pr_indbygger"], "dimensions": ["regnskab.region", "regnskab.aar"],
    "filters": [{"member": "regnskab.funktion", "operator": "equals", "values": ["6.45.51"]}],
    "order": [["regnskab.region", "asc"], ["regnskab.aar", "asc"]],
}  # fmt: skip
QUESTIONS = (PAID, HOMES, CENTRES, REGIONS)


@dataclass(frozen=True)
class House:
    """The folder of one demo; everything in it may be changed."""

    home: Path

    @property
    def database(self) -> Path:
        return self.home / "demo.duckdb"

    @property
    def edition(self) -> Path:
        return self.home / "editions" / NAME

    def nogletal(self, *words: str) -> Result:
        """A command as it is typed, over the folder."""
        where = ["--model", str(self.home / "schema"), "--database", str(self.database)]
        return CliRunner(env=self.environment).invoke(main, [*words, *where])

    @property
    def environment(self) -> dict[str, str]:
        return {
            "NOGLETAL_POLICIES": str(self.home / "access_policies"), "NOGLETAL_EDITIONS": str(self.home / "editions"),
        }  # fmt: skip

    @contextmanager
    def served(self) -> Iterator[Place]:
        with pytest.MonkeyPatch.context() as patch:  # of the process that is started, and of nothing after
            patch.setenv("NOGLETAL_EDITIONS", str(self.home / "editions"))
            place = serve(World("house", self.home / "schema", self.database, self.home / "access_policies"))
        try:
            yield place
        finally:
            place.close()

    def ask(self, place: Place, query: Query, who: str, interface: str, edition: str = NAME) -> Told:
        asked = {**query, "edition": edition}
        return self._typed(asked, who) if interface == "cli" else INTERFACES[interface].ask(place, asked, who)

    def _typed(self, query: dict[str, Any], who: str) -> Told:
        where = ["--model", str(self.home / "schema"), "--database", str(self.database)]
        words = ["query", "--query", "-", "--format", "json", "--as", who, *where]
        ran = CliRunner(env=self.environment).invoke(main, words, input=json.dumps(query))
        if ran.exit_code:
            return Told(ran.stderr, tuple(re.findall(r"^([A-Z]\d{3}) ", ran.stderr, re.MULTILINE)))
        return Told(ran.output, (), rows_of(json.loads(ran.stdout, parse_float=str), asked_names(query)))

    def run(self, *statements: str) -> None:
        with duckdb.connect(str(self.database)) as connection:
            for one in statements:
                connection.execute(one)

    def change(self, file: str, change: Callable[[Any], object]) -> None:
        """The YAML file read, changed in place, and written."""
        path = self.home / file
        document = yaml.safe_load(path.read_text("utf-8"))
        change(document)
        path.write_text(yaml.safe_dump(document, allow_unicode=True, sort_keys=False), "utf-8")

    def substitute(self, file: str, old: str, new: str) -> None:
        path = self.home / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")


def build_house(home: Path, database: Path) -> House:
    """A copy of the demo with one edition of it, as of the day of its last load."""
    copytree(PROJECT / "schema", home / "schema")
    copytree(PROJECT / "access_policies", home / "access_policies")
    copyfile(database, home / "demo.duckdb")
    house = House(home)
    made = house.nogletal("edition", "create", NAME)
    assert made.exit_code == 0, made.output
    copyfile(database, home / "then.duckdb")
    return house


def load_on(house: House, chance: random.Random, number: int) -> None:
    """A later load: payments corrected, withdrawn and new ones; and other tables, which keep no loads, written over."""
    share, place = chance.randint(5, 60), chance.randint(0, 4)
    day = f"make_date(2025, 10, 1) + {number - 8}"
    columns = "udbetaling_id, ydelse_id, borger_id, enhed, bopaelskommune, dag"
    house.run(
        f"INSERT INTO load (number, source, opgjort_pr, complete) VALUES ({number}, 'social', {day}, true)",
        f"INSERT INTO udbetaling SELECT {columns}, beloeb * 1.5, {number}, {chance.random() < 0.3} FROM udbetaling"
        f" WHERE indlaesning = 7 AND udbetaling_id % {share} = {place}",
        f"INSERT INTO udbetaling SELECT udbetaling_id + {number} * 100000, ydelse_id, borger_id, enhed, bopaelskommune,"
        f" dag, beloeb, {number}, false FROM udbetaling WHERE indlaesning = 6 AND ydelse_id % {share} = {place}",
        f"UPDATE afgoerelse SET frist = frist + {chance.randint(-9, 9)} WHERE afgoerelse_id % {share} = {place}",
        f"DELETE FROM afgoerelse WHERE afgoerelse_id % 97 = {number % 97}",
        f"UPDATE regnskab SET udgift_kr = udgift_kr + {chance.randint(1, 99)} WHERE kommunekode % {share} = 0",
    )


def redefine(house: House, chance: random.Random, number: int) -> None:
    """A later change of the model: a title, decimals, a formula, a member added."""
    file = chance.choice(("udbetaling", "afgoerelse", "regnskab"))

    def change(document: Any) -> None:
        cube = document["cubes"][0]
        measure = chance.choice([one for one in cube["measures"] if one["type"] in ("sum", "count")])
        kind = chance.choice(("title", "decimals", "sql", "measure", "dimension"))
        if kind == "title":
            measure["title"] = f"Et andet navn {number}"
        elif kind == "decimals":
            measure["decimals"] = chance.randint(0, 3)
        elif kind == "sql" and measure["type"] == "sum":
            measure["sql"] = f"2 * {measure['sql']}"
        elif kind == "measure":
            added = {"name": f"nyt_{number}", "title": f"Nyt {number}", "type": "count", "decimals": 0}
            cube["measures"].append(added)
        else:
            cube["dimensions"].append({"name": f"ny_{number}", "title": f"Ny {number}", "type": "number", "sql": "1"})

    house.change(f"schema/cubes/{file}.yml", change)
