"""Lets SQLAlchemy (1.4 or 2) look at everything that it can, as Superset does; prints what it found, as JSON.

python reflect.py URL
"""

import json
import sys

import sqlalchemy as sa


def reflect(url: str) -> dict[str, object]:
    engine = sa.create_engine(url)
    inspector = sa.inspect(engine)
    tables, views = inspector.get_table_names("public"), inspector.get_view_names("public")
    names = tables + views
    found: dict[str, object] = {
        "version": sa.__version__,
        "schemas": sorted(inspector.get_schema_names()),
        "default": inspector.default_schema_name,
        "tables": sorted(tables),
        "own": sorted(inspector.get_table_names()),
        "views": sorted(views),
        "columns": {name: [_column(one) for one in inspector.get_columns(name, "public")] for name in names},
        "comments": {name: inspector.get_table_comment(name, "public")["text"] for name in names},
        "keys": {name: _keys(inspector, name) for name in names},
        "has": [inspector.has_table("regnskab", schema="public"), inspector.has_table("findes_ikke")],
    }
    for more in ("get_materialized_view_names", "get_sequence_names"):
        if hasattr(inspector, more):
            found[more] = getattr(inspector, more)("public")
    inspector.get_enums("public")
    metadata = sa.MetaData()
    metadata.reflect(engine, schema="public", views=True)
    found["rows"] = _rows(engine, metadata.tables["public.regnskab"])
    engine.dispose()
    return found


def _column(one: dict) -> list:
    return [one["name"], str(one["type"]), one["nullable"], one.get("comment")]


def _keys(inspector: sa.engine.reflection.Inspector, name: str) -> list:
    return [
        inspector.get_pk_constraint(name, "public")["constrained_columns"],
        inspector.get_foreign_keys(name, "public"),
        inspector.get_indexes(name, "public"),
        inspector.get_unique_constraints(name, "public"),
        inspector.get_check_constraints(name, "public"),
    ]


def _rows(engine: sa.engine.Engine, table: sa.Table) -> list:
    columns = [table.c.aar, table.c.funktion, table.c.udgift_kr]
    asked = sa.select(*columns).where(table.c.kommune == "Varde").order_by(table.c.aar, table.c.funktion)
    with engine.connect() as connection:
        return [[aar, funktion, str(value)] for aar, funktion, value in connection.execute(asked)]


if __name__ == "__main__":
    print(json.dumps(reflect(sys.argv[1])))
