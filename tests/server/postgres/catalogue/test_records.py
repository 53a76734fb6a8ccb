"""Schema `noegletal`, and what comments say: against the records as they are written."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from semantic.model.model import Measure
from semantic.pipeline import Service
from server.postgres.catalogue.catalogue import Catalogue
from server.postgres.catalogue.relations import told
from server.postgres.statement import Session
from tests.server.postgres.catalogue.asking import rows
from tests.worlds import PROJECT

RECORDS = sorted((PROJECT / "schema" / "noegletal").glob("*.yml"))


def written() -> list[dict[str, Any]]:
    documents = [yaml.safe_load(path.read_text("utf-8")) for path in RECORDS]
    return [record for document in documents for record in document["noegletal"]]


@pytest.mark.parametrize("record", written(), ids=lambda record: record["id"])
def test_a_record_is_a_row(record: dict[str, Any], catalogue: Catalogue, session: Session) -> None:
    text = """select titel, definition, taeller, naevner, ejer, tema, version, status, gyldig_fra
              from noegletal.noegletal where id = $1 and visning || '.' || navn = $2"""
    [row] = rows(catalogue, session, text, record["id"], record["measure"])
    keys = ("title", "definition", "taeller", "naevner", "owner", "theme", "version", "status", "valid_from")
    assert row == tuple(record.get(key) for key in keys)


def test_every_measure_of_every_view_is_a_row(demo: Service, catalogue: Catalogue, session: Session) -> None:
    views = demo.visible(session.principal).views.values()
    expected = {
        (view.name, name) for view in views for name, one in view.members.items() if isinstance(one.member, Measure)
    }
    found = rows(catalogue, session, "select visning, navn from noegletal.noegletal")
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_a_measure_by_hand(catalogue: Catalogue, session: Session) -> None:
    text = """select enhed, decimaler, type, status_kolonne from noegletal.noegletal
              where visning = 'regnskab' and navn = 'udgift_pr_indbygger'"""
    assert rows(catalogue, session, text) == [("kr. pr. indbygger", 1, "decimal", "udgift_pr_indbygger__status")]


def test_what_cannot_be_counted_is_a_row(catalogue: Catalogue, session: Session) -> None:
    [written] = yaml.safe_load((PROJECT / "schema" / "ikke_opgjorte.yml").read_text("utf-8")).values()
    keys = ("id", "title", "theme", "data_area", "hvorfor", "kraever")
    found = rows(
        catalogue, session, "select id, titel, tema, dataomraade, hvorfor, kraever from noegletal.ikke_opgjorte"
    )
    assert sorted(found) == sorted(tuple(one[key] for key in keys) for one in written)


def test_views_dimensions_and_status_codes(catalogue: Catalogue, session: Session) -> None:
    [(measures, dimensions)] = rows(
        catalogue, session, "select maal, dimensioner from noegletal.visninger where navn = 'regnskab'"
    )
    counted = "select count(*) from noegletal.{} where visning = 'regnskab'"
    assert rows(catalogue, session, counted.format("noegletal")) == [(measures,)]
    assert rows(catalogue, session, counted.format("dimensioner")) == [(dimensions,)]
    codes = [code for (code,) in rows(catalogue, session, "select kode from noegletal.statuskoder")]
    assert codes == [
        "normal",
        "nul_naevner",
        "mangler",
        "ikke_additiv",
        "diskretioneret",
        "ikke_valideret",
        "revideret",
    ]


def test_columns_stand_in_order(catalogue: Catalogue, session: Session) -> None:
    """Dimensions, measures, what kind of value each is, and the stamps."""
    text = """select column_name, udt_name from information_schema.columns
              where table_schema = 'public' and table_name = 'regnskab' order by ordinal_position"""
    columns = dict(rows(catalogue, session, text))
    names = list(columns)
    measures = [name for name in names if f"{name}__status" in columns]
    first = names.index(measures[0])
    assert names[first : first + len(measures)] == measures
    assert names[first + len(measures) :] == [
        *(f"{one}__status" for one in measures),
        "opgjort_pr",
        "dataversion",
        "omfang",
    ]
    assert [columns[one] for one in ("opgjort_pr", "dataversion", "omfang")] == ["date", "int4", "text"]
    assert columns["udgift_kr"] == "numeric"


def test_comments_tell_title_meaning_and_unit(catalogue: Catalogue, session: Session) -> None:
    text = """select col_description(attrelid, attnum) from pg_attribute
              where attrelid = 'regnskab'::regclass and attname = 'udgift_pr_indbygger'"""
    [(comment,)] = rows(catalogue, session, text)
    assert comment.startswith("Nettoudgift pr. indbygger. ")
    assert comment.endswith("Enhed: kr. pr. indbygger.")
    assert told("Udgift", None) == "Udgift."
    assert told("Udgift?", "Hvad det koster", "kr.") == "Udgift? Hvad det koster. Enhed: kr."


def test_a_view_is_known_by_its_number(catalogue: Catalogue, session: Session) -> None:
    relation = catalogue.relation(session.principal, "regnskab")
    assert relation is not None
    found = rows(catalogue, session, "select oid::int8, relkind from pg_class where relname = 'regnskab'")
    assert found == [(relation.oid, "v")]
    numbers = rows(catalogue, session, f"select attname, attnum from pg_attribute where attrelid = {relation.oid}")
    assert sorted(numbers) == sorted((field.name, field.number) for field in relation.fields)
    assert catalogue.relation(session.principal, "findes_ikke") is None


def test_days_are_days(catalogue: Catalogue, session: Session) -> None:
    [(day,)] = rows(catalogue, session, "select max(gyldig_fra) from noegletal.noegletal")
    assert isinstance(day, date)
