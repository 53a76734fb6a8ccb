"""The engine and the file system (classes 20, 22): no text of a caller reaches them, by any interface."""

# ruff: noqa: E501  (statements stand as clients send them)
from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.attacks.asking import Interface, Place, on, through
from tests.attacks.canaries import found
from tests.attacks.forms import filtering

# {file} is a text with a canary, {database} the server's own.
REACHING = (
    "select * from '{file}'", 'select * from "{file}"', "select * from read_csv('{file}')", "select * from read_csv_auto('{file}')", "select * from \"read_csv\"('{file}')",
    "select * from read_text('{file}')", "select * from read_blob('{database}')", "select content from read_blob('{database}')", "select * from parquet_scan('{file}')",
    "select * from \"parquet_scan\"('{file}')", "select * from sniff_csv('{file}')", "select * from glob('/*')", "select * from read_json('{file}')", "select * from read_parquet('{file}')",
    "select antal, (select content from read_text('{file}')) from sag", "select antal from sag where enhed in (select content from read_text('{file}'))",
    "select pg_read_file('{file}')", "select pg_read_binary_file('{file}')", "select * from pg_ls_dir('/')", "select lo_import('{file}')", "copy sag to '{file}.out'",
    "copy (select antal from sag) to '{file}.out'", "copy (select antal from sag) to program 'cat'", "copy sag from '{file}'", "export database '{file}.d'", "import database '{file}.d'",
    "attach '{database}' as x", "attach 'http://127.0.0.1:1/x' as x", "install httpfs", "load httpfs", "select * from 'http://127.0.0.1:1/x.csv'", "call pragma_version()",
    "select * from query('select * from main.sag')", "select * from query_table('main.sag')", "select * from query_table('sag')", "select json_execute_serialized_sql('x')",
    "select getenv('HOME')", "select getvariable('x')", "select * from main.sag", "select * from demo.main.sag", "select * from main.register", "select * from memory.main.sag",
    "select * from demo.sag", "select * from \"demo\".\"main\".\"person\"", "select * from sag, demo.main.register", "select antal from sag where exists (select 1 from demo.main.register)",
    "select * from pragma_database_list()", "select * from duckdb_databases()", "pragma database_list", "select write_log('x')", "select * from dblink('x', 'select 1')",
    "set enable_external_access = true", "set disabled_filesystems = ''", "reset lock_configuration", "pragma enable_logging", "set memory_limit = '1TB'", "checkpoint", "vacuum",
)  # fmt: skip
WRITING = (
    "insert into sag values (1)", "/* select */ insert into sag values (1)", "--\ninsert into sag values (1)", "update sag set enhed = 'x'", "delete from sag", "truncate sag",
    "with x as (insert into sag values (1) returning *) select * from x", "with x as (delete from sag returning *) select antal from sag", "select antal into x from sag",
    "select antal from sag; delete from sag", "select antal from sag; drop view sag", "create table x as select antal from sag", "explain analyze delete from sag", "merge into sag using sag x on true when matched then delete",
    "select 1; /* x */ drop table sag", "sElEcT antal from sag;;delete from sag", "values (1); drop table sag", "table sag; drop table sag", "begin; delete from sag; commit", "prepare x as delete from sag; execute x",
    "do 'delete from sag'", "call x()", "drop view sag", "alter view sag rename to x", "refresh materialized view sag", "copy sag from stdin", "select nextval('x')", "notify x", "comment on view sag is 'x'",
)  # fmt: skip


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found_at = tmp_path_factory.mktemp("secret") / "hemmelig.csv"
    found_at.write_text("a,b\nKANARIE-FIL,1\n", "utf-8")
    return found_at


@pytest.mark.parametrize("text", REACHING)
@on("sql")
def test_no_statement_reaches_a_file_a_setting_or_another_table(whole: Place, file: Path, text: str) -> None:
    text = text.replace("{file}", str(file)).replace("{database}", str(whole.world.database))
    for who in ("laeser", "ser_alt"):
        told = whole.script(who, text)
        assert told.codes, (who, text)
        assert not told.codes[0].startswith("X")
        assert found(told.text, (str(file), str(whole.world.database))) == []
    assert not Path(f"{file}.out").exists()


@pytest.mark.parametrize("text", WRITING)
@on("sql")
def test_no_statement_writes_however_it_is_dressed(whole: Place, text: str) -> None:
    before = whole.sql("ser_alt", "select antal, beloeb from sag").rows
    for who in ("laeser", "ser_alt"):
        assert whole.sql(who, text).codes, text
        whole.sql(who, "rollback")
        whole.sql(who, "discard all")
    assert whole.sql("ser_alt", "select antal, beloeb from sag").rows == before


WORDS = (
    "x' OR '1'='1", "x'; DROP TABLE sag; --", "x') OR 1=1 --", "' UNION SELECT cpr FROM main.sag --", "\\'; SELECT 1; --", "$1", "{CUBE}.cpr", "{skjult_cpr}", "%", "_",
    "x\" OR \"1\"=\"1", "E1\u0000", "(SELECT max(cpr) FROM main.sag)", "🦆'; --", "?", ":1", "E1' AND kommune=101 --",
)  # fmt: skip


@pytest.mark.parametrize("word", WORDS)
@through()
def test_a_value_is_only_a_value(whole: Place, cut: Place, interface: Interface, word: str) -> None:
    queries: list[dict[str, Any]] = [
        {"measures": ["sag.antal"], "filters": [filtering("sag.enhed", operator, word)]}
        for operator in ("equals", "contains", "startsWith", "notEquals")
    ]
    for query in queries:
        told, without = (interface.ask(place, query, "laeser") for place in (whole, cut))
        assert told.same == without.same
        if not told.codes:
            assert told.rows in ((("0",),), (("6",),))
        assert found(told.text, (word, word.replace("'", "''"))) == []


@pytest.mark.parametrize(
    "name",
    [
        "sag.antal; drop table sag",
        'sag.antal" from main.sag --',
        "sag.antal'",
        "main.sag",
        "sag.*",
        "sag.cpr",
        "sag.antal)",
    ],
)
@through("rest", "cli")
def test_a_name_is_only_a_name(whole: Place, interface: Interface, name: str) -> None:
    for query in (
        {"measures": [name]},
        {"measures": ["sag.antal"], "order": {name: "asc"}},
        {"measures": ["sag.antal"], "filters": [filtering(name, "set")]},
    ):
        told = interface.ask(whole, query, "ser_alt")
        assert set(told.codes) <= {"R201", "R202", "R203", "R213", "P103", "P102", "P104", "P105", "R205"}, told.codes
        assert told.codes
