"""A group value is a question of its own: decided alone, of the whole group, and never of the asker's own rows."""

from __future__ import annotations

from decimal import Decimal

import duckdb
import pytest

from semantic.access.grant import Grant, Restriction
from semantic.access.policies import Policies, Role
from semantic.access.principal import Principal
from semantic.access.rows import RowRule, Seen
from semantic.errors import ServiceError
from semantic.execute.duckdb import Generation
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text
from semantic.pipeline import Service, answer
from semantic.predicate import TRUE, And, Asked, Compare
from semantic.query import Order, Query
from semantic.result import collect

MODEL = """
cubes:
  - name: spent
    sql_table: spent
    joins:
      - {name: town, relationship: many_to_one, sql: "{CUBE}.town = {town}.id"}
    dimensions:
      - {name: town_id, sql: town, type: number, conformed: town}
      - {name: town_name, sql: "{town.name}", type: string}
      - {name: kind, sql: kind, type: string}
      - {name: age, sql: age, type: string}
    measures:
      - {name: kr, sql: kr, type: sum, decimals: 0}
      - {name: country, type: sum, multi_stage: true, sql: "{kr}", whole: true, decimals: 0,
         reduce_by: [town_id, town_name]}
      - {name: all_kinds, type: sum, multi_stage: true, sql: "{kr}", reduce_by: [kind], decimals: 0}
      - {name: share, type: ratio, numerator: kr, denominator: all_kinds, scale: 100, decimals: 0}
      - {name: total, type: sum, multi_stage: true, sql: "{kr}", group_by: [], decimals: 0}
      - {name: of_town, type: sum, multi_stage: true, sql: "{kr}", group_by: [town_id], decimals: 0}
      - {name: mean, type: avg, multi_stage: true, sql: "{kr}", add_group_by: [town_id], decimals: 0}
      - {name: place, type: rank, multi_stage: true, order_by: [{sql: "{kr}", dir: desc}], reduce_by: [town_id]}
    hierarchies: [{name: place_and_kind, levels: [town_id]}]
  - name: town
    sql_table: town
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true, public: true, conformed: town}
      - {name: name, sql: name, type: string}
"""
# Town 1 alone is divided by age.
DATA = """
CREATE TABLE town AS SELECT * FROM (VALUES (1, 'Varde'), (2, 'Esbjerg'), (3, 'Fanø')) AS t(id, name);
CREATE TABLE spent AS SELECT * FROM (VALUES
    (1, 'a', 'young', 10::INTEGER), (1, 'a', 'old', 20), (1, 'b', 'old', 30),
    (2, 'a', NULL, 100), (2, 'b', NULL, 200), (3, 'a', NULL, 1000)) AS t(town, kind, age, kr);
"""
ASKER = Principal("someone", ("role",))
ALL = frozenset(
    f"spent.{name}"
    for name in (
        *("town_id", "town_name", "kind", "age"),
        *("kr", "country", "all_kinds", "share", "total", "of_town", "mean", "place"),
    )
) | {"town.id", "town.name"}
Row = tuple[object, ...]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Generation:
    file = tmp_path_factory.mktemp("groups") / "groups.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute(DATA)
    return Generation({"groups": file}, link([read_text(MODEL, "groups.yml")]), Limits())


@pytest.fixture
def varde(generation: Generation) -> RowRule:
    return Compare(Seen(generation.model.dimension("spent", "town_id")), "=", 1)


@pytest.fixture
def detail(varde: RowRule) -> Grant:
    """Everything, of one's own town."""
    return Grant("detail", "t", ALL, {"spent": varde, "town": TRUE}, scope="own town")  # type: ignore[dict-item]


BENCHMARK = Grant("benchmark", "t", ALL - {"spent.age"}, {"spent": TRUE, "town": TRUE}, scope="all towns")  # type: ignore[dict-item]


def asked(
    generation: Generation, query: Query, *grants: Grant, restrictions: tuple[Restriction, ...] = ()
) -> tuple[list[Row], str]:
    general = tuple(one for one in restrictions if one.universal)
    own = tuple(one for one in restrictions if not one.universal)
    service = Service(generation, Policies({"role": Role("role", grants, own)}, general))
    result = answer(query, ASKER, service)
    table = collect(result).table.to_pylist()
    return [tuple(int(v) if isinstance(v, Decimal) else v for v in row.values()) for row in table], result.stamp.scope


def code(generation: Generation, query: Query, *grants: Grant, restrictions: tuple[Restriction, ...] = ()) -> str:
    with pytest.raises(ServiceError) as error:
        asked(generation, query, *grants, restrictions=restrictions)
    return error.value.code


OWN_AND_COUNTRY = Query(
    measures=("spent.kr", "spent.country"),
    dimensions=("spent.town_name",),
    where=Asked("spent.town_name", "equals", ("Varde",)),
)


def test_the_own_value_beside_the_countrys(generation: Generation, detail: Grant) -> None:
    """Oracle: 10 + 20 + 30 of Varde, and 1360 of all three."""
    found, scope = asked(generation, OWN_AND_COUNTRY, detail, BENCHMARK)
    assert found == [("Varde", 60, 1360)]
    assert scope == "all towns", "one's own town is among them"


def test_by_what_only_the_own_rows_have_there_is_no_country(generation: Generation, detail: Grant) -> None:
    by_age = Query(measures=("spent.kr", "spent.country"), dimensions=("spent.age",))
    only_age = Query(measures=("spent.country",), where=Asked("spent.age", "equals", ("old",)))
    for query in (by_age, only_age, Query(measures=("spent.country",), dimensions=("spent.age",))):
        assert code(generation, query, detail, BENCHMARK) == "A306"
    assert asked(generation, Query(measures=("spent.kr",), dimensions=("spent.age",)), detail, BENCHMARK) == (
        [("old", 50), ("young", 10)], "own town"
    )  # fmt: skip


def test_without_a_grant_of_the_country_it_is_never_the_own_town(generation: Generation, detail: Grant) -> None:
    for measure in ("country", "total", "mean"):
        assert code(generation, Query(measures=(f"spent.{measure}",)), detail) == "A306", measure
    assert code(generation, OWN_AND_COUNTRY, detail) == "A306"


def test_a_group_value_touches_only_what_it_is_of(generation: Generation, detail: Grant) -> None:
    """A grant of the country alone knows no town; the own figures need the other grant."""
    country = Grant("country", "t", frozenset({"spent.country"}), default_rows=TRUE, scope="the country")  # type: ignore[arg-type]
    own = Grant("own", "t", ALL - {"spent.country"}, detail.rows, scope="own town")
    by_town = Query(measures=("spent.kr", "spent.country"), dimensions=("spent.town_name",))
    assert asked(generation, by_town, country, own) == (
        [("Varde", 60, 1360)], "own town; Country: the country"
    )  # fmt: skip
    by_kind = Query(measures=("spent.kr", "spent.country"), dimensions=("spent.kind",))
    assert code(generation, by_kind, country, own) == "A301", "the country by kind is granted by neither"


def test_a_share_within_the_own_town_is_of_the_own_town(generation: Generation, detail: Grant) -> None:
    """What is put together is not what the rows are cut by: 30 of 60 each."""
    by_kind = Query(measures=("spent.all_kinds", "spent.share"), dimensions=("spent.kind",))
    assert asked(generation, by_kind, detail) == ([("a", 60, 50), ("b", 60, 50)], "own town")


def test_what_is_kept_may_be_what_the_rows_are_cut_by(generation: Generation, detail: Grant) -> None:
    by_town = Query(measures=("spent.of_town",), dimensions=("spent.town_id", "spent.kind"))
    assert asked(generation, by_town, detail)[0] == [(1, "a", 60), (1, "b", 60)]
    assert code(generation, Query(measures=("spent.of_town",), dimensions=("spent.kind",)), detail) == "A306"


def test_a_mean_over_towns_needs_all_of_them(generation: Generation, detail: Grant) -> None:
    by_kind = Query(measures=("spent.mean",), dimensions=("spent.kind",), order=(Order("spent.kind"),))
    assert code(generation, by_kind, detail) == "A306"
    assert asked(generation, by_kind, BENCHMARK)[0] == [("a", 377), ("b", 115)], "(30 + 100 + 1000) / 3, (30 + 200) / 2"


def test_a_rank_needs_all_that_are_ranked(generation: Generation, detail: Grant) -> None:
    by_town = Query(measures=("spent.place",), dimensions=("spent.town_id",), order=(Order("spent.town_id"),))
    assert code(generation, by_town, detail) == "A306"
    assert asked(generation, by_town, detail, BENCHMARK)[0] == [(1, 3), (2, 2), (3, 1)]
    by_age = Query(measures=("spent.place",), dimensions=("spent.town_id", "spent.age"))
    assert code(generation, by_age, detail, BENCHMARK) == "A306"


def test_what_holds_for_everybody_cuts_no_group(generation: Generation) -> None:
    """Everybody's country is then without Fanø; a restriction of the role's own would make it another's."""
    others: RowRule = Compare(Seen(generation.model.dimension("spent", "town_id")), "<", 3)
    rows = {"spent": others}
    everybody = Restriction("r", "t", rows, "without Fanø", universal=True)
    query = Query(measures=("spent.country",))
    assert asked(generation, query, BENCHMARK, restrictions=(everybody,)) == ([(360,)], "all towns, without Fanø")
    assert code(generation, query, BENCHMARK, restrictions=(Restriction("r", "t", rows),)) == "A306"


def test_every_row_in_other_words_is_the_whole_group(generation: Generation, detail: Grant) -> None:
    said: RowRule = And((TRUE,))  # type: ignore[arg-type]
    grant = Grant("all", "t", ALL, {"spent": said, "town": said}, scope="all")
    assert asked(generation, Query(measures=("spent.country",)), grant)[0] == [(1360,)]
