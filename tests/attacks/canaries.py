"""A small world whose hidden parts are canaries: texts and numbers that stand nowhere else and cannot be taken for others.

`laeser` sees the rows of kommune 573, and of these only the members that the role names; `ser_alt` sees everything, and
is the control: what nobody could be told, no test would miss. Numbers of the readable rows are below 100 and hidden
ones have at least nine digits, so that any sum, mean or extreme with a hidden number in it has, too.
"""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import duckdb
import yaml

from tests.worlds import World

MODEL = """
cubes:
  - name: sag
    title: Sager
    sql_table: main.sag
    person_key: skjult_person
    joins:
      - {name: person, relationship: many_to_one, sql: "{CUBE}.person_id = {person}.person_id"}
      - {name: skjult_register, relationship: many_to_one, sql: "{CUBE}.id = {skjult_register}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: kommune, type: number, sql: "{CUBE}.kommune"}
      - {name: enhed, type: string, sql: "{CUBE}.enhed"}
      - {name: udfald, type: string, sql: "{CUBE}.udfald"}
      - {name: dag, type: time, sql: "{CUBE}.dag"}
      - {name: skjult_person, type: string, sql: "{CUBE}.person_id"}
      - {name: skjult_cpr, title: Skjult cpr, type: string, sql: "{CUBE}.cpr"}
      - {name: skjult_dag, type: time, sql: "{CUBE}.foedt"}
      - {name: skjult_aktiv, type: boolean, sql: "{CUBE}.cpr IS NULL"}
    measures:
      - {name: antal, type: count, drill_members: [udfald, skjult_cpr]}
      - {name: beloeb, type: sum, sql: "{CUBE}.beloeb"}
      - {name: mindst, type: min, sql: "{CUBE}.beloeb"}
      - {name: stoerst, type: max, sql: "{CUBE}.beloeb"}
      - {name: midt, type: median, sql: "{CUBE}.beloeb", decimals: 1}
      - {name: snit, type: avg, sql: "{CUBE}.beloeb", decimals: 2}
      - {name: udfald_antal, type: count_distinct, sql: "{CUBE}.udfald"}
      - {name: andel, type: ratio, numerator: bevilget, denominator: antal, scale: 100, decimals: 1}
      - {name: bevilget, type: count, filters: [{sql: "{CUBE}.udfald = 'bevilget'"}]}
      - {name: alle, type: sum, multi_stage: true, sql: "{antal}", reduce_by: [kommune, enhed, udfald], whole: true}
      - {name: skjult_loen, title: Skjult løn, type: sum, sql: "{CUBE}.loen"}
      - {name: skjult_snit, type: number, sql: "1.0 * {skjult_loen} / {antal}", decimals: 2}
      - {name: skjult_andel, type: ratio, numerator: skjult_loen, denominator: antal, decimals: 2}
    segments:
      - {name: bevilgede, sql: "{CUBE}.udfald = 'bevilget'"}
      - {name: skjult_dyre, sql: "{CUBE}.loen > 10"}
    pre_aggregations:
      - {name: uden_kommune, measures: [antal, beloeb], dimensions: [udfald]}
    hierarchies:
      - {name: sted, levels: [kommune, enhed, skjult_cpr]}
  - name: person
    sql_table: main.person
    person_key: skjult_person
    dimensions:
      - {name: skjult_person, type: string, sql: "{CUBE}.person_id", primary_key: true, public: true}
      - {name: koen, type: string, sql: "{CUBE}.koen"}
      - {name: skjult_navn, type: string, sql: "{CUBE}.navn"}
    measures:
      - {name: antal_personer, type: count}
  - name: skjult_register
    title: Skjult register
    sql_table: main.register
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: skjult_note, type: string, sql: "{CUBE}.note"}
    measures:
      - {name: antal_noter, type: count}
      - {name: skjult_sum, type: sum, sql: "{CUBE}.beloeb"}
  - name: maaling
    sql_table: main.maaling
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: kommune, type: number, sql: "{CUBE}.kommune"}
      - {name: kode, type: string, sql: "{CUBE}.kode"}
      - {name: tal, type: number, sql: "CAST({CUBE}.kode AS INTEGER)"}
      - {name: dato, type: time, sql: "CAST({CUBE}.tekst AS DATE)"}
      - {name: rest, type: number, sql: "100 % {CUBE}.nul"}
      - {name: stor, type: number, sql: "{CUBE}.stor * 4000000000000000000"}
    measures:
      - {name: antal, type: count}
      - {name: tal_sum, type: sum, sql: "CAST({CUBE}.kode AS INTEGER)"}
      - {name: store, type: count, filters: [{sql: "100 % {CUBE}.nul > 1"}]}
    segments:
      - {name: smaa, sql: "CAST({CUBE}.kode AS INTEGER) < 9"}
  - name: proeve
    sql_table: main.maaling
    joins:
      - {name: maaling, relationship: many_to_one, sql: "{CUBE}.id = {maaling}.id"}
    dimensions:
      - {name: id, type: number, sql: "{CUBE}.id", primary_key: true, public: true}
      - {name: tal, type: number, sql: "CAST({CUBE}.kode AS INTEGER)"}
      - {name: rest, type: number, sql: "100 % {CUBE}.nul"}
    measures:
      - {name: antal, type: count}
  - name: aabent
    sql_table: main.aabent
    dimensions:
      - {name: kode, type: string, sql: "{CUBE}.kode", primary_key: true, public: true}
      - {name: kommune, type: number, sql: "{CUBE}.kommune"}
    measures:
      - {name: i_alt, type: sum, sql: "{CUBE}.vaerdi"}
      - {name: antal, type: count}
views:
  - name: sager
    cubes:
      - join_path: sag
        includes:
          - id
          - kommune
          - enhed
          - udfald
          - dag
          - antal
          - beloeb
          - {name: skjult_cpr, alias: skjult_kode}
          - {name: skjult_loen, alias: skjult_udgift}
          - skjult_snit
          - skjult_dyre
      - {join_path: sag.person, prefix: true, includes: [koen, skjult_navn]}
      - {join_path: sag.skjult_register, prefix: true, includes: [skjult_note, skjult_sum]}
  - {name: skjult_visning, cubes: [{join_path: skjult_register, includes: "*"}]}
"""
OWN, OTHER = 573, 101
WRITTEN = 1_750_000_000
DATA = """
CREATE TABLE sag AS SELECT * FROM (VALUES
    (1, 573, 'E1', 'bevilget', DATE '2024-01-05', 'KANARIE-CPR-1', DATE '1977-07-01', 11, 777000000001, 'p1'),
    (2, 573, 'E1', 'bevilget', DATE '2024-02-05', 'KANARIE-CPR-2', DATE '1977-07-02', 12, 777000000020, 'p2'),
    (3, 573, 'E1', 'afslag', DATE '2024-02-06', 'KANARIE-CPR-3', DATE '1977-07-03', 13, 777000000300, 'p3'),
    (4, 573, 'E2', 'afslag', DATE '2024-03-05', 'KANARIE-CPR-4', DATE '1977-07-04', 14, 777000004000, 'p4'),
    (5, 573, 'E2', 'bevilget', DATE '2024-03-06', 'KANARIE-CPR-5', DATE '1977-07-05', 15, 777000050000, 'p5'),
    (6, 573, 'E2', NULL, DATE '2024-04-05', NULL, NULL, 16, 777000600000, 'p5'),
    (900000001, 101, 'KANARIE-ENHED', 'KANARIE-UDFALD', DATE '1977-08-01', 'KANARIE-CPR-7', DATE '1977-07-07',
        888000000001, 777007000000, 'KANARIE-P7'),
    (900000002, 101, 'KANARIE-ENHED', 'bevilget', DATE '2024-02-05', 'KANARIE-CPR-8', DATE '1977-07-08',
        888000000020, 777080000000, 'KANARIE-P8'),
    (900000003, 101, 'KANARIE-ENHED', 'KANARIE-UDFALD', DATE '1977-08-03', 'KANARIE-CPR-9', DATE '1977-07-09',
        888000000300, 777900000000, 'KANARIE-P9'),
    (900000004, NULL, 'E1', 'bevilget', DATE '2024-01-05', 'KANARIE-CPR-10', DATE '1977-07-10',
        888000004000, 777000000000, 'KANARIE-P7'))
    AS t(id, kommune, enhed, udfald, dag, cpr, foedt, beloeb, loen, person_id);
ALTER TABLE sag ALTER beloeb TYPE BIGINT;
CREATE TABLE person AS SELECT * FROM (VALUES
    ('p1', 'K', 'KANARIE-NAVN-1'), ('p2', 'M', 'KANARIE-NAVN-2'), ('p3', 'K', 'KANARIE-NAVN-3'),
    ('p4', 'M', 'KANARIE-NAVN-4'), ('p5', 'K', 'KANARIE-NAVN-5'), ('KANARIE-P7', 'K', 'KANARIE-NAVN-7'),
    ('KANARIE-P8', 'KANARIE-KOEN', 'KANARIE-NAVN-8'), ('KANARIE-P9', 'M', 'KANARIE-NAVN-9'))
    AS t(person_id, koen, navn);
CREATE TABLE register AS
    SELECT id, 'KANARIE-NOTE-' || id::VARCHAR AS note, 999000000000 + id AS beloeb FROM range(1, 7) AS t(id);
CREATE TABLE maaling AS SELECT id, CASE WHEN id % 1000 = 7 THEN 101 ELSE 573 END AS kommune,
    CASE WHEN id % 1000 = 7 THEN 'KANARIE-' || id::VARCHAR ELSE (id % 10)::VARCHAR END AS kode,
    CASE WHEN id % 1000 = 7 THEN 'KANARIE' ELSE '2024-01-0' || (1 + id % 9)::VARCHAR END AS tekst,
    CASE WHEN id % 1000 = 7 THEN 0 ELSE 7 END AS nul, CASE WHEN id % 1000 = 7 THEN 99 ELSE 1 END::BIGINT AS stor
    FROM range(5000) AS t(id);
CREATE TABLE aabent AS SELECT * FROM (VALUES ('a', 573, 1), ('b', 101, 2)) AS t(kode, kommune, vaerdi);
"""
# Names that are hidden from `laeser` begin so, wherever they are told; values of hidden members and rows so.
NAME, VALUE = "skjult", "KANARIE"
HIDDEN_NAMES = (
    "sag.skjult_cpr", "sag.skjult_dag", "sag.skjult_aktiv", "sag.skjult_person", "person.skjult_person", "person.skjult_navn", "sag.skjult_loen", "sag.skjult_snit",
    "sag.skjult_andel", "sag.skjult_dyre", "skjult_register.skjult_note", "skjult_register.antal_noter",
    "skjult_register.skjult_sum", "sager.skjult_kode", "sager.skjult_udgift", "sager.skjult_snit", "sager.skjult_dyre",
    "sager.person_skjult_navn", "sager.skjult_register_skjult_note", "skjult_visning.antal_noter",
)  # fmt: skip
SEEN = ["sag.id", "sag.kommune", "sag.enhed", "sag.udfald", "sag.dag", "sag.antal", "sag.beloeb", "sag.mindst",
        "sag.stoerst", "sag.midt", "sag.snit", "sag.udfald_antal", "sag.andel", "sag.bevilget", "sag.alle",
        "sag.bevilgede", "person.koen", "person.antal_personer", "aabent.*"]  # fmt: skip
EVERYTHING = ["sag.*", "person.*", "skjult_register.*", "aabent.*", "maaling.*", "proeve.*"]
FAR = {"gyldig_til": date(9999, 12, 31), "naeste_gennemgang": date(9999, 1, 1)}
RECORD = {**dict.fromkeys(("title", "formaal", "hjemmel", "ejer", "godkendt_af"), "a test"), "niveau": "operationelt"}
OWN_KOMMUNE = {"dimension": "sag.kommune", "attribute": "kommune"}


def grant(name: str, members: list[str], **more: object) -> dict[str, object]:
    return {"name": name, "reason": "A test.", "scope": name, "members": members, **more}


def role(name: str, *grants: dict[str, object], **more: object) -> dict[str, object]:
    return {"name": name, **RECORD, **FAR, "grants": list(grants), **more}


OWN_ROWS_ONLY = grant(
    "egne", SEEN, rows=[OWN_KOMMUNE], follow={"person": ["sag"]}, open=["aabent"], grain={"rows": True}
)
# Cut by a test of the row itself, and with no place of their own by the rows that lead to them or that they lead to.
OWN_READINGS = grant("maalinger", ["maaling.*", "proeve.*"], rows=[
    {"any": [{"dimension": "maaling.kommune", "attribute": "kommune"}, {"dimension": "maaling.kode", "values": ["x"]}]}],
    grain={"rows": True})  # fmt: skip
# All rows of what a person follows from: only a restriction narrows them.
EVERY_CASE = grant("alle_sager", EVERYTHING, open=["sag", "skjult_register", "aabent", "maaling", "proeve"], follow={"person": ["sag"]},
                   grain={"rows": True})  # fmt: skip
ROLES = (
    role("laeser", OWN_ROWS_ONLY, OWN_READINGS, attributes={"kommune": "integer"}),
    role("ser_alt", grant("alt", EVERYTHING, open=["sag", "person", "skjult_register", "aabent", "maaling", "proeve"], grain={"rows": True})),
    role("kender", grant("katalog", SEEN, catalogue=True)),
    # Two grants of one person that must not mix: own rows in full, and all rows of fewer members.
    role("to_roller",
         grant("egne", ["sag.antal", "sag.udfald", "sag.kommune"], rows=[OWN_KOMMUNE]),
         grant("alle", ["sag.antal", "sag.enhed"], open=["sag"]), attributes={"kommune": "integer"}),
    # Rows by tests that look as if they let everything through.
    role("eller", grant("eller", SEEN, open=["aabent"], follow={"person": ["sag"]}, grain={"rows": True}, rows=[
        {"any": [OWN_KOMMUNE, {"dimension": "sag.enhed", "operator": "equals", "values": ["findes ikke"]}]},
        {"none": [{"dimension": "sag.kommune", "operator": "notSet"}]}]),
         OWN_READINGS, attributes={"kommune": "integer"}),
    # What is inherited by two steps, beside a grant of all rows.
    role("foraelder", restrictions=[{"name": "kun_573", "reason": "A test.", "scope": "kun 573",
                                     "rows": [{"dimension": "sag.kommune", "values": [573]}]},
                                    {"name": "og_her", "reason": "A test.", "scope": "kun 573",
                                     "rows": [{"dimension": "maaling.kommune", "values": [573]}]}],
         forbids=[{"name": "intet_cpr", "reason": "A test.", "members": [
             "sag.skjult_person", "sag.skjult_cpr", "sag.skjult_dag", "sag.skjult_aktiv", "sag.skjult_loen",
             "sag.skjult_dyre", "person.skjult_person", "person.skjult_navn", "skjult_register.*"]}]),
    role("barn", includes=["foraelder"]),
    role("barnebarn", EVERY_CASE, includes=["barn"]),
    role("ser_sager", EVERY_CASE),
)  # fmt: skip
PRINCIPALS = (
    {"name": "laeser", "title": "x", "roles": ["laeser"], "attributes": {"kommune": OWN}},
    {"name": "nabo", "title": "x", "roles": ["laeser"], "attributes": {"kommune": OTHER}},
    {"name": "ser_alt", "title": "x", "roles": ["ser_alt"]},
    {"name": "kender", "title": "x", "roles": ["kender"]},
    {"name": "to_roller", "title": "x", "roles": ["to_roller"], "attributes": {"kommune": OWN}},
    {"name": "eller", "title": "x", "roles": ["eller"], "attributes": {"kommune": OWN}},
    {"name": "barnebarn", "title": "x", "roles": ["barnebarn"]},
    {"name": "begge", "title": "x", "roles": ["barnebarn", "ser_sager"]},
    {"name": "ingen", "title": "x", "roles": []},
)


# The same without the hidden rows, and with other values where a member is hidden. Nobody but `ser_alt` may notice.
CUT = """
DELETE FROM sag WHERE kommune IS DISTINCT FROM 573;
DELETE FROM maaling WHERE kommune <> 573;
DELETE FROM person WHERE person_id LIKE 'KANARIE%';
UPDATE sag SET cpr = 'andet', foedt = DATE '2000-01-01', loen = 1;
UPDATE person SET navn = 'anden';
DELETE FROM register WHERE id > 2;
UPDATE register SET note = 'andet', beloeb = 1;
"""


@cache
def canary_world(cut: bool = False) -> World:
    """The world, or that of which only the rows and members of `laeser` are left; written once for the session."""
    return written_world("cut" if cut else "canaries", MODEL, DATA + (CUT if cut else ""), ROLES, PRINCIPALS)


def written_world(
    name: str, model: str, data: str, roles: Sequence[object], principals: Sequence[Mapping[str, object]]
) -> World:
    """A world of these tables, in files of its own."""
    folder = Path(mkdtemp(prefix="noegletal-attacks-"))
    database = folder / "demo.duckdb"
    with duckdb.connect(str(database)) as connection:
        connection.execute(data)
    os.utime(database, (WRITTEN, WRITTEN))  # without a register of loads, the data is as of this day
    (folder / "schema").mkdir()
    (folder / "schema" / "model.yml").write_text(model, "utf-8")
    (folder / "access_policies").mkdir()
    for file, text in (
        ("roles.yml", {"roles": list(roles)}),
        ("principals.demo.yml", {"principals": list(principals)}),
    ):
        (folder / "access_policies" / file).write_text(yaml.safe_dump(text), "utf-8")
    return World(name, folder / "schema", database, folder / "access_policies")


@dataclass(frozen=True)
class Canary:
    """What must not be told, and the pattern by which it is found in any text."""

    what: str
    pattern: re.Pattern[str]


# The bounds of types are told: 2^31 - 1, 2^30, 2^53. A token of letters and digits (a request's id, a version) is no number.
CANARIES = (
    Canary("a hidden value", re.compile(VALUE, re.IGNORECASE)),
    Canary("a hidden day", re.compile(r"1977-0[78]")),
    Canary(
        "a hidden number",
        re.compile(r"(?<![0-9a-z.])(?!2147483647|1073741824|9007199254740992)[1-9]\d{8,}(?![0-9a-z])"),
    ),
)
NAMES = Canary("a hidden name", re.compile(NAME, re.IGNORECASE))


def found(text: str, asked: Iterable[str] = (), canaries: Iterable[Canary] = (*CANARIES, NAMES)) -> list[str]:
    """Every canary in the text, but for what the asker wrote and was told back."""
    for own in sorted(filter(None, asked), key=len, reverse=True):
        text = text.replace(own, "…")
    return [f"{one.what}: …{text[max(0, hit.start() - 60) : hit.end() + 40]}…"
            for one in canaries for hit in one.pattern.finditer(text)]  # fmt: skip
