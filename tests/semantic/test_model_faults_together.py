"""Every fault of every stage and file is told in one go, each once; what only follows from a fault is not told."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from semantic.errors import DefinitionError
from semantic.model.link import link
from semantic.model.load import load_model
from semantic.model.read import read_text

MODEL = """\
cubes:
  - name: cases
    sql_table: main.cases
    joins:
      - {name: people, relationship: many_to_one, sql: "{CUBE}.person = {people}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: kind, type: string, sql: "{CUBE}.kind"}
      - {name: day, type: time, sql: "{CUBE}.day"}
    measures:
      - {name: count, type: count}
      - {name: amount, type: sum, sql: "{CUBE}.amount"}
  - name: people
    sql_table: main.people
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}
      - {name: city, type: string, sql: "{CUBE}.city"}
views:
  - name: all
    cubes:
      - {join_path: cases, includes: [kind, amount]}
      - {join_path: cases.people, prefix: true, includes: "*"}
"""
RECORD = """\
noegletal:
  - {id: r1, measure: MEASURE, title: T, theme: T, definition: D, taeller: T, owner: O, data_area: A, level: M,
     status: kladde, version: "1", valid_from: 2026-01-01}
"""
KIND = '      - {name: kind, type: string, sql: "{CUBE}.kind"}\n'
AMOUNT = '      - {name: amount, type: sum, sql: "{CUBE}.amount"}\n'
PEOPLE = "      - {name: people, relationship"


def told(*texts: str) -> list[tuple[str, int, str]]:
    """(file, line, code) of every fault; none for a model that loads."""
    try:
        link([read_text(text, f"{'abcdefgh'[index]}.yml") for index, text in enumerate(texts)])
    except DefinitionError as error:
        return [(one.at.file or "", one.at.line or 0, one.code) for one in error.problems if one.at]
    return []


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), start=1) if words in line)


def changed(*changes: tuple[str, str]) -> str:
    text = MODEL
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_the_sound_model_loads() -> None:
    assert told(MODEL, RECORD.replace("MEASURE", "all.amount")) == []


def test_faults_of_every_stage_and_file_are_told_in_order_and_none_else() -> None:
    files = (
        MODEL,
        "cubes:\n  - {name: b, sql_tabel: x}\n",
        "cubes:\n  - name: c\n    sql_table: c\n    dimensions:\n      - {name: x, type: string, sql: 'kind +'}\n",
        "cubes:\n  - {name: d, sql_table: d, extends: case}\n",
        "cubes:\n  - name: e\n    sql_table: e\n    joins:\n"
        '      - {name: nobody, relationship: many_to_one, sql: "{CUBE}.x = {nobody}.x"}\n',
        "views:\n  - name: f\n    cubes:\n      - {join_path: cases, includes: [kinds]}\n",
        "cubes:\n  - name: g\n    sql_table: g\n    measures:\n      - {name: s, type: stock, sql: x}\n"
        "      - {name: s, type: count}\n",
        RECORD.replace("MEASURE", "all.count"),
    )
    assert told(*files) == [
        ("b.yml", 2, "D603"), ("c.yml", 5, "D622"), ("d.yml", 2, "D631"), ("e.yml", 5, "D613"), ("f.yml", 4, "D616"),
        ("g.yml", 5, "D647"), ("g.yml", 6, "D606"), ("h.yml", 2, "D649"),
    ]  # fmt: skip


def test_faults_of_every_stage_in_one_file_are_told() -> None:
    text = changed(
        (KIND, KIND + '      - {name: broken, type: string, sql: "kind +"}\n'),
        (AMOUNT, AMOUNT + "      - {name: kind, type: count}\n      - {name: s, type: stock, sql: x}\n"),
        ("includes: [kind, amount]", "includes: [kind, amount, nix]"),
    )
    assert told(text) == [
        ("a.yml", line_of(text, "name: broken"), "D622"),
        ("a.yml", line_of(text, "{name: kind, type: count}"), "D606"),
        ("a.yml", line_of(text, "name: s"), "D647"),
        ("a.yml", line_of(text, "nix"), "D616"),
    ]


def test_a_file_that_is_no_yaml_ends_it_with_what_was_read() -> None:
    broken = changed((KIND, KIND.replace("{CUBE}.kind", "kind +")))
    assert told("cubes: {", "cubes:\n  - {name: b, sqll: x}\n", broken) == [("a.yml", 2, "D601"), ("b.yml", 2, "D603")]


# What breaks a thing, and all that names it; nothing but the break is told.
BREAKS = {
    "sql": ("D622", KIND.replace('"{CUBE}.kind"', '"kind +"')),
    "unknown key with a bad type": ("D605", KIND.replace("string", "strin")),
    "not served": ("D630", KIND.replace("}\n", ", mask: 0}\n")),
    "unknown type": ("D630", KIND.replace("string", "geo")),
}
FOLLOWERS = {
    "dimension": (KIND, KIND + "      - {name: b, type: string, sql: \"{kind} || 'x'\"}\n"),
    "measure": (AMOUNT, AMOUNT + '      - {name: b, type: sum, sql: "length({kind})"}\n'),
    "filter": (AMOUNT, AMOUNT + "      - {name: b, type: count, filters: [{sql: \"{kind} = 'x'\"}]}\n"),
    "ratio": (
        AMOUNT,
        AMOUNT + "      - {name: b, type: ratio, numerator: count, denominator: amount, constant_over: [kind]}\n",
    ),
    "additive": (AMOUNT, AMOUNT + "      - {name: b, type: sum, sql: x, additive_over: [kind]}\n"),
    "drill member": (AMOUNT, AMOUNT + "      - {name: b, type: count, drill_members: [kind]}\n"),
    "hierarchy": ("    measures:\n", "    hierarchies: [{name: h, levels: [kind]}]\n    measures:\n"),
    "person key": ("    measures:\n", "    person_key: kind\n    measures:\n"),
    "segment": ("    measures:\n", "    segments: [{name: s, sql: \"{kind} = 'x'\"}]\n    measures:\n"),
    "join": ("{CUBE}.person = {people}.id", "{CUBE.kind} = {people}.id"),
    "snapshot": ("    measures:\n", "    snapshot: {date: day, series: [kind]}\n    measures:\n"),
    "excludes": ("includes: [kind, amount]}", 'includes: "*", excludes: [kind]}'),
}


@pytest.mark.parametrize(("code", "faulty"), BREAKS.values(), ids=list(BREAKS))
@pytest.mark.parametrize("follower", FOLLOWERS.values(), ids=list(FOLLOWERS))
def test_who_names_a_broken_dimension_is_not_told_of_it(code: str, faulty: str, follower: tuple[str, str]) -> None:
    assert told(changed(follower)) == []
    text = changed(follower).replace(KIND, faulty)
    assert told(text) == [("a.yml", line_of(text, "{name: kind, "), code)]


MEASURES = {
    "sql": ("D622", AMOUNT.replace('"{CUBE}.amount"', '"sum("')),
    "type": ("D605", AMOUNT.replace("sum", "summ")),
    "missing": ("D604", AMOUNT.replace("type: sum, ", "")),
    "misspelt": ("D603", AMOUNT.replace("type: sum", "typ: sum")),
    "misspelt sql": ("D603", AMOUNT.replace("sql:", "sqll:")),
    "not served": ("D630", AMOUNT.replace("sum", "number_agg")),
    "twice": ("D602", AMOUNT.replace("type: sum", "type: sum, type: max")),
}


@pytest.mark.parametrize(("code", "faulty"), MEASURES.values(), ids=list(MEASURES))
def test_who_names_a_broken_measure_is_not_told_of_it(code: str, faulty: str) -> None:
    named = (
        "      - {name: r, type: ratio, numerator: amount, denominator: count}\n"
        '      - {name: n, type: number, sql: "{amount} / {count}"}\n'
        "      - {name: d, type: count, drill_members: [amount]}\n"
    )
    text = changed((AMOUNT, AMOUNT + named))
    record = RECORD.replace("MEASURE", "all.amount")
    elsewhere = RECORD.replace("MEASURE", "cases.amount").replace("r1", "r2")
    of_ratio = RECORD.replace("MEASURE", "cases.r").replace("r1", "r3")
    assert told(text, record, elsewhere, of_ratio) == []
    text = text.replace(AMOUNT, faulty)
    assert told(text, record, elsewhere, of_ratio) == [("a.yml", line_of(text, "{name: amount,"), code)]


ID, CITY = '      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true}\n', "      - {name: city"
CUBES = {
    "unknown key": ("D603", f"    dimensions:\n{ID}{CITY}", f"    dimension:\n{ID}{CITY}"),
    "dialect": ("D622", "    sql_table: main.people\n", "    sql_table: main.people\n    dialect: cobol\n"),
    "name": ("D605", "  - name: people\n", '  - name: "pe ople"\n'),
    "no name": ("D604", "  - name: people\n    sql", "  - title: people\n    sql"),
    "member without a name": ("D604", "{name: city, ", "{title: city, "),
    "join": ("D603", PEOPLE, "      - {name: people, relation"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "old", "new"), CUBES.values(), ids=list(CUBES))
def test_who_names_a_broken_cube_or_a_part_of_it_is_not_told_of_it(code: str, old: str, new: str) -> None:
    named = (
        '      - {name: city, type: string, sql: "{people.city}"}\n      - {name: x, type: number, sql: "{people}.x"}\n'
    )
    text = changed((KIND, KIND + named))
    more = "views:\n  - name: far\n    cubes: [{join_path: people, includes: [city]}]\n"
    assert told(text, more) == []
    found = told(text.replace(old, new, 1) if "city" not in old or "dimension" in old else _last(text, old, new), more)
    assert [one for _, _, one in found] == [code]


def _last(text: str, old: str, new: str) -> str:
    return new.join(text.rsplit(old, 1))


PIECES = {
    "key": (AMOUNT, AMOUNT + "      - {name: a1, type: count, titel: x}\n", "D603"),
    "sql": (AMOUNT, AMOUNT + '      - {name: a2, type: sum, sql: "a b c"}\n', "D622"),
    "name": (KIND, KIND + '      - {name: a3, type: string, sql: "{nix}"}\n', "D610"),
    "served": (KIND, KIND + "      - {name: a4, type: time, sql: x, mask: 1}\n", "D630"),
    "check": (AMOUNT, AMOUNT + "      - {name: a5, type: sum, sql: x, additive_over: [nix]}\n", "D646"),
    "view": ("includes: [kind, amount]}", "includes: [kind, amount, nix]} # a6", "D616"),
}


@pytest.mark.parametrize("chosen", [pair for n in (2, 3, 6) for pair in itertools.combinations(PIECES, n)])
def test_faults_do_not_hide_one_another(chosen: tuple[str, ...]) -> None:
    text = changed(*((old, new) for old, new, _ in (PIECES[name] for name in chosen)))
    assert sorted(code for _, _, code in told(text)) == sorted(PIECES[name][2] for name in chosen)


def test_every_name_of_a_measure_that_leads_nowhere_is_told() -> None:
    text = changed((AMOUNT, AMOUNT + "      - {name: r, type: ratio, numerator: x, denominator: y, unit: pct}\n"))
    assert [code for _, _, code in told(text)] == ["D641", "D610", "D610"]


def test_each_circle_is_told_once() -> None:
    dimensions = "".join(
        f'      - {{name: {name}, type: number, sql: "{{{to}}} + 1"}}\n'
        for name, to in (("c", "a"), ("a", "b"), ("b", "a"), ("d", "e"), ("e", "d"))
    )
    text = changed((KIND, KIND + dimensions))
    assert told(text) == [
        ("a.yml", line_of(text, "name: a,"), "D626"), ("a.yml", line_of(text, "name: d,"), "D626"),
    ]  # fmt: skip


def test_of_two_dimensions_with_one_name_each_is_told_its_own_fault() -> None:
    text = changed((KIND, KIND + '      - {name: kind, type: string, sql: "a b c"}\n'))
    line = line_of(text, "a b c")
    assert told(text) == [("a.yml", line, "D622"), ("a.yml", line, "D606")]


def test_a_folder_is_told_of_at_once(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text(MODEL.replace('sql: "{CUBE}.kind"', 'sql: "kind +"'), "utf-8")
    (tmp_path / "a.yml").write_text("cubes:\n  - {name: a, sqll: x}\n", "utf-8")
    with pytest.raises(DefinitionError) as refused:
        load_model(tmp_path)
    assert [one.code for one in refused.value.problems] == ["D603", "D622"]


PAGE = """\
temaer:
  - {id: t, raekkefoelge: 1, titel: T, intro: I, kort: [{noegletal: r1, tid: cases.day, periode: "2024"}]}
"""


def test_what_a_page_names_is_not_told_absent_where_its_record_is_faulty() -> None:
    record = RECORD.replace("MEASURE", "cases.count")
    assert told(MODEL, record, PAGE) == []
    assert told(MODEL, record.replace("level: M", "level: Måned"), PAGE) == [("b.yml", 2, "D605")]
    assert told(MODEL, record.replace(" definition: D,", ""), PAGE) == [("b.yml", 2, "D604")]
    assert told(MODEL, record.replace("id: r1, ", ""), PAGE) == [("b.yml", 2, "D604")]
    assert told(MODEL, "noegletal: none\n", PAGE)[-1:] == [("b.yml", 1, "D605")]
    assert told(MODEL, "noegletal: [\n", PAGE)[-1][0] == "b.yml"
    other = record.replace("level: M", "level: Måned") + PAGE.replace("r1", "r2")
    assert [code for _, _, code in told(MODEL, other)] == ["D605", "D669"]


def test_a_page_of_no_period_says_how_one_is_written() -> None:
    page = PAGE.replace('"2024"', "engang")
    with pytest.raises(DefinitionError) as refused:
        link([read_text(text, "a.yml") for text in (MODEL, RECORD.replace("MEASURE", "cases.count"), page)])
    [problem] = refused.value.problems
    assert problem.message == "A theme's card: 'engang' is no period."
    assert (problem.hint or "").startswith("Write for example today,")
