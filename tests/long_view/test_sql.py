"""`noegletal_vaerdier` over SQL: what is pushed in, what is computed over it, and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from semantic.access.principal import Principal
from semantic.long_view.columns import COLUMNS, bare
from semantic.long_view.question import LongQuestion
from server.postgres.sql.relations import Wishes
from server.postgres.sql.select import composition
from server.postgres.tree import one_query
from tests.long_view.test_values import PEOPLE, asked, governed, rows
from tests.server.postgres.sql.asked import ask, reading_of

EVERY = tuple(bare(one) for one in COLUMNS)


def put(text: str, relation: str = "noegletal_vaerdier") -> LongQuestion:
    """The question that the statement puts on the long view."""
    visible = governed().visible(PEOPLE["direktion"])
    reading = reading_of(visible, Wishes())
    composition(one_query(f"select 1 from {relation} where {text}"), reading)
    [question] = reading.questions.values()
    assert isinstance(question, LongQuestion)
    return question


def test_every_column_is_that_of_the_rows() -> None:
    heard = ask(governed(), "select * from noegletal_vaerdier order by noegletal, enhed_type, enhed, periode",
                principal=PEOPLE["direktion"])  # fmt: skip
    found = asked(LongQuestion(), PEOPLE["direktion"])
    assert heard.names == EVERY
    assert sorted(heard.rows, key=str) == sorted(rows(found, *EVERY), key=str)
    assert len(heard.rows) > 8000


@pytest.mark.parametrize(
    ("text", "ids", "units", "first", "last"),
    [
        ("noegletal = 'a' and enhed in ('x', 'y')", {"a"}, {"x", "y"}, None, None),
        ("noegletal in ('a', 'b') and noegletal in ('b', 'c')", {"b"}, None, None, None),
        ("(periode >= date '2024-01-01' and periode < '2024-06-01')", None, None, "2024-01-01", "2024-06-01"),
        ("periode between '2024-01-01' and '2024-06-01'", None, None, "2024-01-01", "2024-06-01"),
        ("periode in (date '2024-02-01', date '2024-05-01')", None, None, "2024-02-01", "2024-05-01"),
        ("periode = timestamp '2024-02-01 00:00:00'", None, None, "2024-02-01", "2024-02-01"),
        ("'a' = noegletal and date '2024-02-01' > periode", {"a"}, None, None, "2024-02-01"),
        ("noegletal::text = 'a' and (enhed)::varchar in ('x')", {"a"}, {"x"}, None, None),
        # what must not be pushed in, since it keeps other rows
        ("noegletal = 'a' or enhed = 'x'", None, None, None, None),
        ("not noegletal = 'a' and noegletal <> 'b' and noegletal not in ('c')", None, None, None, None),
        ("upper(noegletal) = 'A' and noegletal like 'a%' and enhed = titel", None, None, None, None),
        ("noegletal = cast('abc' as varchar(1))", None, None, None, None),
        ("noegletal::varchar(1) = 'a' and enhed = noegletal", None, None, None, None),
        ("periode::text <= '20240201' and periode + interval '1 day' > '2024-02-01'", None, None, None, None),
        ("periode between symmetric '2024-06-01' and '2024-01-01'", None, None, None, None),
        ("vaerdi = 1 and titel = 'x'", None, None, None, None),
    ],
)  # fmt: skip
def test_only_what_leaves_out_rows_is_pushed_in(
    text: str, ids: set[str] | None, units: set[str] | None, first: str | None, last: str | None
) -> None:
    found = put(text)
    assert (found.ids, found.units) == (ids, units)
    assert (found.first and found.first.isoformat(), found.last and found.last.isoformat()) == (first, last)


NARROWED = "select *, upper(enhed) as stor from noegletal_vaerdier where enhed in ('x', 'y')"


@pytest.mark.parametrize(
    ("relation", "test", "is_pushed_in"),
    [
        (f"({NARROWED}) t", "noegletal = 'a' and enhed = 'x'", True),
        ("(select noegletal as n, enhed from noegletal_vaerdier where enhed = 'x') t", "n = 'a'", True),
        (f"(select * from ({NARROWED} and enhed <> 'y') s where enhed = 'x') t", "noegletal = 'a'", True),
        ("(select noegletal, enhed from noegletal_vaerdier where enhed = 'x') as t (n, e)", "n = 'a'", True),
        # what decides on its rows before anything above it does
        (f"({NARROWED} limit 10) t", "noegletal = 'a'", False),
        (f"({NARROWED} order by vaerdi) t", "noegletal = 'a' and enhed = 'x'", True),  # it cuts nothing
        (f"({NARROWED} order by vaerdi offset 1) t", "noegletal = 'a'", False),
        ("(select distinct noegletal from noegletal_vaerdier) t", "noegletal = 'a'", False),
        ("(select noegletal, count(*) as c from noegletal_vaerdier group by noegletal) t", "noegletal = 'a'", False),
        ("(select noegletal, row_number() over () as c from noegletal_vaerdier) t", "noegletal = 'a'", False),
        ("(select upper(noegletal) as noegletal from noegletal_vaerdier) t", "noegletal = 'a'", False),
    ],
)
def test_what_stands_above_selects_that_pass_columns_on_is_pushed_in(
    relation: str, test: str, is_pushed_in: bool
) -> None:
    found = put(test, relation)
    assert found.ids == ({"a"} if is_pushed_in else None)
    assert not is_pushed_in or found.units == {"x"}


@pytest.mark.parametrize(
    "where",
    [
        "noegletal = 'noegletal-001' and enhed = 'Varde'",
        "periode >= '2024-02-01' and periode < '2024-05-01'",
        "periode <= '2024-02-01' and noegletal in ('noegletal-001', 'noegletal-007')",
        "periode between symmetric '2024-05-01' and '2024-02-01' and enhed = 'Varde'",
        "enhed in ('Varde', 'E05') and periode in ('2023-05-01', '2023-07-01')",
        "noegletal <> 'noegletal-003' and enhed_type = 'kommune' and vaerdi > 200000",
    ],
)
def test_the_same_rows_whether_pushed_in_or_tried_behind(where: str) -> None:
    one = f"select noegletal, enhed, periode, vaerdi, status from noegletal_vaerdier where {where} order by 1, 2, 3"
    other = f"""select noegletal, enhed, periode, vaerdi, status from (select * from noegletal_vaerdier limit 100000) t
                where {where} order by 1, 2, 3"""
    found, behind = (ask(governed(), text, principal=PEOPLE["direktion"]).rows for text in (one, other))
    assert found == behind
    assert found


def test_parameters_have_the_columns_types() -> None:
    text = "select vaerdi from noegletal_vaerdier where noegletal = $1 and enhed = $2 and periode >= $3"
    heard = ask(governed(), text, ("noegletal-001", "Varde", date(2023, 1, 1)), PEOPLE["direktion"])
    assert len(heard.rows) == 2


def test_it_is_computed_over_as_over_any_rows() -> None:
    text = """select enhed, rank() over (order by vaerdi desc) as nr, count(*) over () as i_alt from noegletal_vaerdier
              where noegletal = 'noegletal-001' and periode = '2023-01-01' order by nr limit 2"""
    assert ask(governed(), text, principal=PEOPLE["offentlig"]).rows == (("Læsø", 1, 98), ("Samsø", 2, 98))
    counted = "select noegletal, count(*) from noegletal_vaerdier group by noegletal having count(*) > 1000 order by 1"
    expected = tuple((f"noegletal-{one}", 3234) for one in ("002", "003", "042", "043"))
    assert ask(governed(), counted, principal=PEOPLE["direktion"]).rows == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("select sum(vaerdi) from noegletal_vaerdier", "U451"),
        ("select avg(naevner) from noegletal_vaerdier", "U451"),
        ("select v.vaerdi from noegletal_vaerdier v join regnskab r on r.kommune = v.enhed", "U453"),
        ("select findes_ikke from noegletal_vaerdier", "R202"),
        ("select * from noegletal.noegletal_vaerdier", "R201"),
    ],
)
def test_what_is_no_figure_is_refused(text: str, code: str) -> None:
    refusal = ask(governed(), text, principal=PEOPLE["direktion"]).refusal
    assert refusal is not None
    assert refusal[0] == code


def test_the_catalogue_lists_it_with_comments() -> None:
    text = """select a.attname, d.description from pg_class c join pg_attribute a on a.attrelid = c.oid
              join pg_description d on d.objoid = c.oid and d.objsubid = a.attnum
              where c.relname = 'noegletal_vaerdier' and a.attnum > 0 order by a.attnum"""
    heard = ask(governed(), text, principal=PEOPLE["offentlig"]).rows
    assert heard == tuple((bare(one), f"{one.title.rstrip('.')}. {one.description}") for one in COLUMNS)


def test_who_knows_of_no_nøgletal_hears_of_no_such_table() -> None:
    """In the words for a name that nobody gave."""
    nobody = Principal("ny", ())
    here, nowhere = (
        ask(governed(), f"select * from {name}", principal=nobody).problems for name in ("noegletal_vaerdier", "xyz")
    )
    assert [one.code for one in here] == ["R201"]
    assert [one.message.replace("xyz", "noegletal_vaerdier") for one in nowhere] == [one.message for one in here]
    listed = "select count(*) from pg_class where relname = 'noegletal_vaerdier'"
    assert ask(governed(), listed, principal=nobody).rows == ((0,),)
    assert ask(governed(), listed, principal=PEOPLE["offentlig"]).rows == ((1,),)


WISHES = ("timezone", "segments", "top", "every", "ungrouped")
BREAKDOWN = """select vaerdi from noegletal_nedbrydning
    where noegletal = 'afgoerelse.antal_afgoerelser' and opdeling = 'afgoerelse.enhed'"""


@pytest.mark.parametrize(
    ("asked", "wish"),
    [(asked, one) for asked in ("select count(*) from noegletal_vaerdier", BREAKDOWN) for one in WISHES],
)
def test_a_wish_is_refused_where_nothing_hears_it(asked: str, wish: str) -> None:
    """A zone that is not heard would give figures of other days."""
    assert ask(governed(), asked, principal=PEOPLE["direktion"]).rows
    said = {"nogletal.timezone": "UTC", "nogletal.ungrouped": "on"}
    settings = {f"nogletal.{wish}": said.get(f"nogletal.{wish}", "x")}
    heard = ask(governed(), asked, settings=settings, principal=PEOPLE["direktion"])
    assert [one.code for one in heard.problems] == ["U450"]
    assert f"nogletal.{wish}" in heard.problems[0].message


@pytest.mark.parametrize("relation", ["noegletal_vaerdier", "noegletal_nedbrydning"])
def test_a_statement_that_asks_for_it_again_and_again_is_refused(relation: str) -> None:
    """Each time it is as many questions as there are nøgletal, some of which are decided before anything runs."""
    many = ", ".join(f"(select count(*) from {relation} where status = '{n}') as a{n}" for n in range(30))
    heard = ask(governed(), f"select {many}", principal=PEOPLE["governance"])
    assert heard.refusal is not None
    assert heard.refusal[0] == "L510"
