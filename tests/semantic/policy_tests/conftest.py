"""A small model of its own: cases of two enheder, and a role for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import duckdb
import pytest

from semantic.access.link import load_policies
from semantic.access.policies import open_to_operator
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.metric_tests.labs import Lab
from semantic.metric_tests.run import Outcome
from semantic.model.load import load_model
from semantic.pipeline import Service
from semantic.policy_tests.read import PolicyCase, read_cases
from semantic.policy_tests.run import run

MODEL = """\
cubes:
  - name: sag
    sql_table: main.sag
    dimensions:
      - {name: enhed, type: string, sql: "{CUBE}.enhed"}
      - {name: dag, type: time, sql: "{CUBE}.dag"}
      - {name: cpr, type: string, sql: "{CUBE}.cpr"}
    measures:
      - {name: antal, type: count}
      - {name: beloeb, type: sum, sql: "{CUBE}.beloeb", decimals: 2}
"""
DATA = """
CREATE TABLE sag (enhed VARCHAR, dag DATE, cpr VARCHAR, beloeb DECIMAL(12, 2));
INSERT INTO sag VALUES ('A', '2024-01-05', '1', 2.50), ('A', '2024-01-09', '2', 1.00), ('B', '2024-02-01', '3', 4.00),
    (NULL, '2024-02-02', '4', 8.00);
"""
ROLES = """\
roles:
  - name: leder
    title: Leder
    niveau: operationelt
    formaal: En test.
    hjemmel: En test.
    ejer: En test
    godkendt_af: En test
    gyldig_til: 2024-12-31
    naeste_gennemgang: 2024-06-01
    attributes: {enhed: string}
    grants:
      - name: egen
        reason: En test.
        scope: egen enhed ({enhed})
        members: [sag.enhed, sag.dag, sag.antal, sag.beloeb]
        rows: [{dimension: sag.enhed, attribute: enhed}]
  - name: eftersyn
    title: Eftersyn
    niveau: strategisk
    formaal: En test.
    hjemmel: En test.
    ejer: En test
    godkendt_af: En test
    gyldig_til: 2025-12-31
    naeste_gennemgang: 2024-06-01
    grants:
      - {name: kendskab, reason: Kun eftersyn., catalogue: true, members: [sag.antal]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """`schema/`, `access_policies/roles/` and `demo.duckdb`, as a project has them."""
    (tmp_path / "schema").mkdir()
    (tmp_path / "schema" / "sag.yml").write_text(MODEL, "utf-8")
    (tmp_path / "access_policies" / "roles").mkdir(parents=True)
    (tmp_path / "access_policies" / "roles" / "ledelse.yml").write_text(ROLES, "utf-8")
    with duckdb.connect(str(tmp_path / "demo.duckdb")) as con:
        con.execute(DATA)
    return tmp_path


@pytest.fixture
def lab(folder: Path) -> Iterator[Lab]:
    files = {"demo": folder / "demo.duckdb"}
    generation = Generation(files, load_model(folder / "schema"), Limits())
    operator = open_to_operator("operatoer", "A test reads all.").roles.values()
    policies = load_policies(folder / "access_policies", generation.model).beside(*operator)
    yield Lab(Service(generation, policies), files)
    generation.close()


Write = Callable[[str], tuple[PolicyCase, ...]]


@pytest.fixture
def write(folder: Path) -> Write:
    """The cases of the text, which is the file beside the roles."""

    def written(text: str) -> tuple[PolicyCase, ...]:
        file = folder / "access_policies" / "roles" / "ledelse.cases.yml"
        file.write_text(text, "utf-8")
        return read_cases(file, "access_policies/roles/ledelse.cases.yml")

    return written


@pytest.fixture
def outcome_of(write: Write, lab: Lab) -> Callable[[str], Outcome]:
    """The outcome of the one case whose keys below its name and why are the text; without a role it is `leder`'s."""

    def outcome(text: str) -> Outcome:
        asker = "" if "role" in text else "role: leder\nattributes: {enhed: A}\n"
        body = "".join(f"    {line}\n" for line in (asker + text.strip()).splitlines())
        (case,) = write(f"cases:\n  - name: Prøve\n    why: Derfor.\n{body}")
        return run(case, lab)

    return outcome
