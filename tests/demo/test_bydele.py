"""The invented city: borders that a map can show, and a bydel for each citizen of the kommune."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import duckdb
import pytest

from tests.demo.test_courses import many, value

Point = tuple[float, float]
Ring = list[Point]


@pytest.fixture
def con(demo_database: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(demo_database), read_only=True) as connection:
        yield connection


def rings(con: duckdb.DuckDBPyConnection) -> dict[int, Ring]:
    """The one ring of each bydel."""
    found: dict[int, Ring] = {}
    for kode, text in con.sql("SELECT kode, geometri FROM bydel ORDER BY kode").fetchall():
        polygon = json.loads(text)
        assert set(polygon) == {"type", "coordinates"}
        assert polygon["type"] == "Polygon"
        [ring] = polygon["coordinates"]
        found[kode] = [(east, north) for east, north in ring]
    return found


def edges(ring: Ring) -> list[tuple[Point, Point]]:
    return list(pairwise(ring))


def area(ring: Ring) -> float:
    """Positive where it goes counterclockwise."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in edges(ring)) / 2


def side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether each has an end on either side of the other."""
    (a, b), (c, d) = one, other
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def inside(ring: Ring, point: Point) -> bool:
    east, north = point
    odd = False
    for a, b in edges(ring):
        if (a[1] > north) != (b[1] > north) and east < a[0] + (north - a[1]) * (b[0] - a[0]) / (b[1] - a[1]):
            odd = not odd
    return odd


def test_rings_are_closed_counterclockwise_and_on_earth(con: duckdb.DuckDBPyConnection) -> None:
    found = rings(con)
    assert list(found) == list(range(1, 11))
    for ring in found.values():
        assert ring[0] == ring[-1]
        assert len(set(ring)) == len(ring) - 1 >= 3
        assert area(ring) > 0
        assert all(-180 <= east <= 180 and -90 <= north <= 90 for east, north in ring)


def test_borders_are_shared_and_never_cross(con: duckdb.DuckDBPyConnection) -> None:
    every = [edge for ring in rings(con).values() for edge in edges(ring)]
    assert max(Counter(every).values()) == 1  # walked once in each direction, by two neighbours
    assert sum((b, a) in every for a, b in every) == 2 * 13  # 5 by 2 bydele: 8 borders in the rows and 5 between them
    assert not any(cross(one, other) for one in every for other in every)


def test_no_place_is_in_two_bydele(con: duckdb.DuckDBPyConnection) -> None:
    found = list(rings(con).values())
    places = [(5.99 + east * 0.0017, 55.99 + north * 0.0013) for east in range(100) for north in range(45)]
    held = Counter(sum(inside(ring, place) for ring in found) for place in places)
    assert set(held) == {0, 1}
    assert held[1] > 2_000


def test_each_citizen_of_the_kommune_has_one_bydel(con: duckdb.DuckDBPyConnection) -> None:
    assert many(con, "bopael ANTI JOIN bydel ON kode = bydel", "true") == 0
    assert value(con, "SELECT count(*) = count(DISTINCT borger_id) FROM bopael")
    differs = "(bopaelskommune = 573) <> (bydel IS NOT NULL)"
    assert many(con, "borger LEFT JOIN bopael USING (borger_id)", differs) == 0
    assert many(con, "bopael ANTI JOIN borger USING (borger_id)", "true") == 0
    assert value(con, "SELECT count(DISTINCT bydel) FROM bopael") == 10


def test_who_is_protected_is_so_in_the_bydel(con: duckdb.DuckDBPyConnection) -> None:
    differs = "own.adressebeskyttelse IS DISTINCT FROM borger.adressebeskyttelse"
    assert many(con, "bopael own JOIN borger USING (borger_id)", differs) == 0
    assert many(con, "bopael", "adressebeskyttelse") > 10
