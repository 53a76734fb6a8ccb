"""Targets: what is wrong with a document of them, and who may see them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from semantic.access.link import link_policies, read_policy
from semantic.access.principal import Principal
from semantic.errors import DefinitionError
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service
from tests.access.ask import said
from tests.worlds import service, world

MODEL = (world("maal").model / "model.yml").read_text("utf-8")
HEAD = """\
targets:
  - measure: {measure}
    owner: Test
    note: Test.
    dimensions: [{dimensions}]
    period: {period}
    {grain}
    values:
      - {{members: {members}, period: {of}, target: 1{more}}}
"""
RIGHT = {"measure": "afgoerelse.andel", "dimensions": "enhedsnr", "period": "dag", "grain": "grain: year",
         "members": "[1]", "of": "2024", "more": ""}  # fmt: skip
YEAR = {"timeDimensions": [{"dimension": "afgoerelse.dag", "granularity": "year", "dateRange": "2024"}]}
TARGET = {"measures": ["afgoerelse.andel__maal"], "dimensions": ["afgoerelse.enhedsnr"], **YEAR}


def problems(**other: str) -> list[tuple[str, int | None, str]]:
    with pytest.raises(DefinitionError) as refused:
        link([read_text(MODEL, "model.yml"), read_text(HEAD.format(**{**RIGHT, **other}), "targets.yml")])
    return [(one.code, one.at.line if one.at else None, one.message) for one in refused.value.problems]


@pytest.mark.parametrize(
    ("other", "line", "says"),
    [
        ({"measure": "afgoerelse.andelen"}, 2, "no measure"),
        ({"dimensions": "enheden"}, 5, "no dimension 'enheden'"),
        ({"dimensions": "dag", "members": "[2024]"}, 5, "twice"),
        ({"period": "dagen"}, 6, "no dimension 'dagen'"),
        ({"grain": "# none"}, 6, "needs a 'grain'"),
        ({"period": "paragraf", "of": "107"}, 7, "no use for a 'grain'"),
        ({"members": "[Nord]"}, 9, "no number"),
        ({"members": "[1, 2]"}, 9, "2 members, not 1"),
        ({"of": "2024-01"}, 9, "no year"),
        ({"measure": "afgoerelse.antal", "more": ", tolerance: 1"}, 2, "which side"),
        ({"more": "}\n      - {members: [1], period: 2024, target: 2"}, 10, "already"),
    ],
)
def test_a_faulty_target_is_told_with_its_place(other: Mapping[str, str], line: int, says: str) -> None:
    [(code, at, message)] = problems(**other)
    assert (code, at) == ("D657", line)
    assert says in message


def test_unknown_keys_are_refused_with_all_else() -> None:
    found = problems(measure="afgoerelse.andelen", more=", targt: 3")
    assert {code for code, _, _ in found} >= {"D603"}


ROLE = """\
roles:
  - name: asker
    title: Prøve
    niveau: operationelt
    formaal: Prøve
    hjemmel: Ingen
    ejer: Prøven
    godkendt_af: Prøven
    gyldig_til: 9999-01-01
    naeste_gennemgang: 2030-01-01
    grants:
      - name: egne
        reason: En prøve.
        scope: egne
        members: [afgoerelse.*, enhed.*]
        {rows}
"""


def seen(rows: str, query: Mapping[str, object], more: str = "") -> tuple[str, list[tuple[object, ...]]]:
    generation = service("maal").generation
    policies = link_policies([read_policy(ROLE.format(rows=rows) + more, "role.yml")], generation.model)
    heard = said(dict(query), Principal("someone", ("asker",)), Service(generation, policies, Limits(threads=1)))
    return heard.code, [tuple(map(str, row)) for row in heard.rows]


OPEN = "open: [afgoerelse, enhed]"
OF_A = "rows: [{dimension: enhed.center, operator: equals, values: [A]}]\n        open: [enhed]"
OF_107 = "rows: [{dimension: afgoerelse.paragraf, operator: equals, values: ['107']}]\n        open: [enhed]"
SMALL = OPEN + "\n        tier: threshold\n        thresholds: {persons: 3}\n        except: [afgoerelse.borger]"


def test_who_sees_part_of_a_unit_sees_no_target_of_it() -> None:
    assert seen(OF_107, TARGET)[0] == "A302"
    own = {**TARGET, "measures": ["afgoerelse.andel", "afgoerelse.andel__maal_status"]}
    assert seen(OF_107, own)[0] == "A302"
    assert seen(OF_107, {**own, "measures": ["afgoerelse.andel"]})[0] == ""


def test_targets_are_of_the_units_that_are_seen() -> None:
    assert [row[0] for row in seen(OF_A, TARGET)[1]] == ["1", "2"]
    assert [row[0] for row in seen(OPEN, TARGET)[1]] == ["1", "2", "3", "4"]


def test_a_restriction_of_part_of_a_unit_takes_its_targets() -> None:
    more = "    restrictions:\n      - name: uden_108\n        reason: En prøve.\n        scope: uden 108\n" + \
        "        rows: [{dimension: afgoerelse.paragraf, operator: equals, values: ['107']}]\n"  # fmt: skip
    assert seen(OPEN, TARGET, more) == ("", [])


def test_the_status_of_a_small_cell_is_hidden_with_it() -> None:
    names = ["andel", "andel__maal", "andel__maal_afvigelse", "andel__maal_status", "andel__maal_status__status"]
    query = {**TARGET, "measures": [f"afgoerelse.{name}" for name in names]}
    code, rows = seen(SMALL, query)
    assert code == ""
    [small] = [row for row in rows if row[0] == "2"]
    assert small[2:] == ("None", "100.0", "None", "None", "diskretioneret")
