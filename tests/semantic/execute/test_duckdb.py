"""The engine: locked for good, stopped by clock or asker, bounded, and silent about its own words."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest

from semantic.errors import DefinitionError, InternalError, LimitError, ServiceError, UnsupportedError
from semantic.execute.cancellation import Cancellation
from semantic.execute.duckdb import Generation
from semantic.generate import Statement
from semantic.limits import Limits
from semantic.model.link import link
from semantic.model.read import read_text

MODEL = """
cubes:
  - name: orders
    sql_table: orders
    dimensions:
      - {name: id, sql: id, type: number, primary_key: true}
      - {name: note, sql: note, type: string}
    measures:
      - {name: amount, sql: amount, type: sum}
"""
SLOW = "SELECT count(*) AS n FROM range(100000000000) AS r(i) WHERE i % 7 = 3"
LIMITS = Limits(max_rows=100_000, timeout=20, concurrency=2, queue=1, queue_timeout=0.2)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("engine") / "shop.duckdb"
    with duckdb.connect(str(file)) as connection:
        connection.execute("CREATE TABLE orders AS SELECT 1 AS id, 'hemmelig' AS note, 2.50::DECIMAL(9, 2) AS amount")
    return file


def opened(database: Path, limits: Limits = LIMITS) -> Generation:
    return Generation({"shop": database}, link([read_text(MODEL, "orders.yml")]), limits)


@pytest.fixture
def generation(database: Path) -> Iterator[Generation]:
    generation = opened(database)
    yield generation
    generation.close()


def rows(generation: Generation, sql: str, cancellation: Cancellation | None = None) -> int:
    cells = generation.run(Statement(sql, (), ()), cancellation or Cancellation())
    return sum(batch.num_rows for batch in cells.batches)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_blob('{file}')",
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM '/etc/passwd'",
        "SELECT * FROM glob('/*')",
        "ATTACH ':memory:' AS other",
        "ATTACH '{file}' AS other",
        "SET memory_limit = '10GB'",
        "SET enable_external_access = true",
        "SET disabled_filesystems = ''",
        "RESET lock_configuration",
        "INSTALL httpfs",
        "LOAD httpfs",
        "COPY shop.main.orders TO '/tmp/leak.csv'",
        "UPDATE shop.main.orders SET amount = 0",
        "DROP TABLE shop.main.orders",
    ],
)
def test_a_locked_engine_refuses(generation: Generation, database: Path, sql: str) -> None:
    with pytest.raises(ServiceError) as refused:
        rows(generation, sql.format(file=database))
    assert str(database) not in str(refused.value)
    assert rows(generation, "SELECT amount FROM shop.main.orders") == 1


def test_the_engines_own_words_stay_inside(generation: Generation) -> None:
    with pytest.raises(ServiceError) as refused:
        rows(generation, "SELECT CAST(note AS INTEGER) FROM shop.main.orders")
    assert "hemmelig" not in str(refused.value)


def test_a_fault_of_ours_has_an_id_and_its_cause_in_the_log(
    generation: Generation, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(InternalError) as failed:
        rows(generation, "SELECT nothing FROM shop.main.orders")
    mark = str(failed.value).split("(id ")[1].split(")")[0]
    assert "nothing" not in str(failed.value)
    assert mark in caplog.text
    assert "nothing" in caplog.text


def test_a_number_too_large_is_refused(generation: Generation) -> None:
    with pytest.raises(UnsupportedError) as refused:
        rows(generation, "SELECT (9223372036854775807::HUGEINT * amount::HUGEINT)::BIGINT FROM shop.main.orders")
    assert refused.value.code == "U430"


def test_the_clock_stops_a_question(database: Path) -> None:
    generation = opened(database, Limits(timeout=0.3))
    with pytest.raises(LimitError) as refused:
        rows(generation, SLOW)
    assert refused.value.code == "L502"
    assert rows(generation, "SELECT 1") == 1
    generation.close()


def test_the_asker_stops_a_question(generation: Generation) -> None:
    cancellation = Cancellation()
    stop = threading.Timer(0.3, cancellation.cancel)
    stop.start()
    with pytest.raises(LimitError) as refused:
        rows(generation, SLOW, cancellation)
    stop.join()
    assert refused.value.code == "L503"
    assert rows(generation, "SELECT 1") == 1


def test_a_question_stopped_before_it_begins_does_no_work(generation: Generation) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with pytest.raises(LimitError) as refused:
        rows(generation, SLOW, cancellation)
    assert refused.value.code == "L503"


def test_an_answer_over_the_maximum_is_an_error_and_never_cut(generation: Generation) -> None:
    assert rows(generation, "SELECT i FROM range(100000) AS r(i)") == 100_000
    with pytest.raises(LimitError) as refused:
        rows(generation, "SELECT i FROM range(100001) AS r(i)")
    assert refused.value.code == "L501"


def test_past_the_queue_is_a_refusal_and_slots_come_back(generation: Generation) -> None:
    """Two at work, one waiting until its patience ends, the next refused at once; afterwards all is free again."""
    stops = [Cancellation(), Cancellation()]
    busy = [threading.Thread(target=refused_code, args=(generation, SLOW, stop)) for stop in stops]
    for thread in busy:
        thread.start()
    time.sleep(0.3)
    codes: list[str | None] = []
    waiting = threading.Thread(target=lambda: codes.append(refused_code(generation, "SELECT 1")))
    waiting.start()
    time.sleep(0.05)
    assert refused_code(generation, "SELECT 1") == "L504"
    waiting.join()
    for stop in stops:
        stop.cancel()
    for thread in busy:
        thread.join()
    assert codes == ["L504"]
    assert [rows(generation, "SELECT 1") for _ in range(6)] == [1] * 6


def refused_code(generation: Generation, sql: str, cancellation: Cancellation | None = None) -> str | None:
    try:
        rows(generation, sql, cancellation)
    except ServiceError as error:
        return error.code
    return None


def test_an_answer_that_nobody_reads_gives_its_slot_back(generation: Generation) -> None:
    for _ in range(5):
        cells = generation.run(Statement("SELECT i FROM range(1000000) AS r(i)", (), ()), Cancellation())
        next(cells.batches)
        del cells
        gc.collect()
    assert rows(generation, "SELECT 1") == 1


def test_slow_readers_keep_nobody_waiting(generation: Generation) -> None:
    """Two may work at once, yet five answers are half read while another is asked and answered."""
    half_read = [
        generation.run(Statement("SELECT i FROM range(90000) AS r(i)", (), ()), Cancellation()) for _ in range(5)
    ]
    for cells in half_read:
        next(cells.batches)
    assert rows(generation, "SELECT 1") == 1
    assert [sum(batch.num_rows for batch in cells.batches) for cells in half_read] == [90_000 - 65_536] * 5


def test_many_askers_at_once(database: Path) -> None:
    generation = opened(database, Limits(concurrency=2, queue=64, queue_timeout=60))
    codes: list[str | None] = []
    threads = [
        threading.Thread(target=lambda: codes.append(refused_code(generation, "SELECT * FROM shop.main.orders")))
        for _ in range(40)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == [None] * 40
    generation.close()


def test_what_was_read_once_is_run_with_the_values_of_each(database: Path) -> None:
    """The engines of two generations, eight threads, values of several types: all run the one that was read first."""
    sql = "SELECT $1::VARCHAR AS value, typeof($1) = 'VARCHAR' AS is_text, id FROM shop.main.orders WHERE id < $2"
    two = [opened(database, Limits(concurrency=8, queue=64, queue_timeout=60)) for _ in range(2)]
    wrong: list[object] = []

    def ask(number: int) -> None:
        for value in (number, str(number), Decimal(number)):
            cells = two[number % 2].run(Statement(sql, (value, 2 if number % 3 else 1), ()), Cancellation())
            found = [row for batch in cells.batches for row in batch.to_pylist()]
            row = {"value": str(number), "is_text": isinstance(value, str), "id": 1}
            if found != ([row] if number % 3 else []):
                wrong.append((value, found))

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, range(100)))
    assert wrong == []
    for one in two:
        one.close()


@pytest.mark.parametrize("sql", ["SELECT 1; SELECT 2", "CREATE TABLE more AS SELECT 1", ""])
def test_only_one_select_is_ever_run(generation: Generation, sql: str) -> None:
    for _ in range(2):
        assert refused_code(generation, sql) == "X901"


def test_a_file_that_is_missing_or_no_database_is_said(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError) as missing:
        opened(tmp_path / "none.duckdb")
    assert missing.value.code == "D660"
    broken = tmp_path / "broken.duckdb"
    broken.write_bytes(b"this is not a database" * 500)
    with pytest.raises(DefinitionError) as refused:
        opened(broken)
    assert refused.value.code == "D660"


def test_two_generations_over_one_file_live_side_by_side(database: Path) -> None:
    first, second = opened(database), opened(database)
    assert rows(first, "SELECT 1 FROM shop.main.orders") == rows(second, "SELECT 1 FROM shop.main.orders") == 1
    first.close()
    assert rows(second, "SELECT 1 FROM shop.main.orders") == 1
    second.close()


def test_what_does_not_fit_the_database_is_said_with_its_place(database: Path) -> None:
    model = MODEL.replace("sql: note", "sql: notat").replace("sql: amount", "sql: amount::DOUBLE")
    with pytest.raises(DefinitionError) as refused:
        Generation({"shop": database}, link([read_text(model, "orders.yml")]), LIMITS)
    found = [(problem.code, str(problem.at)) for problem in refused.value.problems]
    assert found == [("D650", "orders.yml:7"), ("D652", "orders.yml:9")]


def test_a_missing_table_is_said_once_with_the_nearest(database: Path) -> None:
    model = link([read_text(MODEL.replace("sql_table: orders", "sql_table: ordres"), "orders.yml")])
    with pytest.raises(DefinitionError) as refused:
        Generation({"shop": database}, model, LIMITS)
    (problem,) = refused.value.problems
    assert (problem.code, problem.hint, str(problem.at)) == ("D650", "Did you mean 'orders'?", "orders.yml:3")
    assert problem.message.startswith("The rows of 'orders' cannot be read: ")


def test_a_sum_of_text_needs_numbers(database: Path) -> None:
    with pytest.raises(DefinitionError, match="computes a sum of VARCHAR, which is no number") as refused:
        Generation({"shop": database}, link([read_text(MODEL.replace("sql: amount", "sql: note"), "x.yml")]), LIMITS)
    assert (refused.value.problems[0].hint or "").startswith("A column of numbers is needed")


def test_nearest_quotient_rounds_half_away_from_zero(generation: Generation) -> None:
    cells = generation.run(
        Statement(
            "SELECT nearest_quotient(5::HUGEINT, 2) AS a, nearest_quotient(-5::HUGEINT, 2) AS b,"
            " nearest_quotient(1::HUGEINT, 3) AS c, nearest_quotient(2::HUGEINT, 3) AS d,"
            " nearest_quotient(1::HUGEINT, 0) AS e, nearest_quotient(5::HUGEINT, -2) AS f,"
            " nearest_quotient(NULL::HUGEINT, 2) AS g, nearest_quotient(0::HUGEINT, 7) AS h",
            (),
            (),
        ),
        Cancellation(),
    )
    (row,) = [row for batch in cells.batches for row in batch.to_pylist()]
    assert [row[key] for key in "abcdefgh"] == [3, -3, 0, 1, None, -3, None, 0]


def test_a_question_past_the_memory_is_refused_and_the_next_is_answered(database: Path) -> None:
    generation = opened(database, Limits(memory="100MB", timeout=60))
    with pytest.raises(LimitError) as refused:
        rows(generation, "SELECT count(DISTINCT hash(i)) AS n FROM range(1000000000) AS r(i)")
    assert refused.value.code == "L505"
    assert rows(generation, "SELECT 1 AS n") == 1
    generation.close()


def test_it_is_ready_until_it_is_closed(database: Path) -> None:
    generation = opened(database)
    assert generation.is_ready()
    generation.close()
    assert not generation.is_ready()
