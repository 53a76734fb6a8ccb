"""`case`: labels of text and SQL, and what is wrong with one."""

from __future__ import annotations

import pytest

from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.model import Dimension
from semantic.model.read import read_text

MODEL = """\
cubes:
  - name: cases
    sql_table: cases
    dimensions:
      - {{name: id, type: number, sql: id, primary_key: true}}
      - {{name: kind, type: string, sql: art}}
      - {{name: a, type: string, {keys}}}
"""


def dimension(keys: str) -> Dimension:
    return link([read_text(MODEL.format(keys=keys), "a.yml")]).cubes["cases"].dimensions["a"]


def test_labels_and_conditions_are_of_any_members() -> None:
    found = dimension(
        'case: {when: [{sql: "{kind} = \'x\'", label: it\'s}, {sql: b > 1, label: {sql: "{kind} || c"}}],'
        " else: {label: {sql: d}}}"
    ).expression
    assert [one.name for one in found.columns] == ["art", "b", "c", "d"]
    assert found.node.sql() == "CASE WHEN (:0 = 'x') THEN 'it''s' WHEN (:1 > 1) THEN (:0 || :2) ELSE :3 END"


def test_without_else_it_is_null() -> None:
    assert dimension("case: {when: [{sql: b, label: x}]}").expression.node.sql() == "CASE WHEN :0 THEN 'x' END"


FAULTS = {
    "both": ("sql: x, case: {when: [{sql: b, label: x}], else: {label: y}}", ["D629"]),
    "nothing": ("case: {when: []}", ["D605"]),
    "no label": ("case: {when: [{sql: b}]}", ["D604"]),
    "a number": ("case: {when: [{sql: b, label: 1}]}", ["D605"]),
    "misspelt": ("case: {when: [{sql: b, label: x}], els: {label: x}}", ["D603"]),
    "every piece": (
        'case: {when: [{sql: "b +", label: {sql: "{nix}"}}], else: {label: {sql: "count(*)"}}}',
        ["D622", "D610", "D625"],
    ),
    "itself": ('case: {when: [{sql: "{a} = 1", label: x}]}', ["D626"]),
}


@pytest.mark.parametrize(("keys", "codes"), FAULTS.values(), ids=list(FAULTS))
def test_every_fault_is_told_at_its_line(keys: str, codes: list[str]) -> None:
    with pytest.raises(DefinitionError) as refused:
        dimension(keys)
    assert [one.code for one in refused.value.problems] == codes, refused.value
    assert {one.at.line for one in refused.value.problems if one.at} == {7}


def test_a_misspelt_key_is_told_the_word_of_the_language() -> None:
    with pytest.raises(DefinitionError) as refused:
        dimension("case: {when: [{sql: b, label: x}], els: {label: x}}")
    assert refused.value.problems[0].hint == "Did you mean 'else'?"
