"""A world written down for the product: its model as YAML, its rows as a DuckDB file."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path as File
from typing import Any

import duckdb
import yaml

from tests.reference.description import (
    TYPES,
    Call,
    Cube,
    Default,
    Dimension,
    Granularity,
    Join,
    Measure,
    Number,
    Op,
    Ref,
    Total,
    World,
)  # fmt: skip

SOURCE = "everything"


def model(world: World) -> str:
    cubes = [_cube(cube) for cube in world.cubes.values()]
    views = [
        {"name": view.name, "cubes": [
            {"join_path": ".".join((view.root, words)).rstrip("."), "includes": "*", "prefix": bool(path)}
            for path, words in zip(view.paths, view.words, strict=True)
        ], "default_filters": [_default(one) for one in view.defaults]} for view in world.views.values()
    ]  # fmt: skip
    return yaml.safe_dump({"cubes": cubes, "views": views}, sort_keys=False, allow_unicode=True)


def _cube(cube: Cube) -> dict[str, Any]:
    written: dict[str, Any] = {
        "name": cube.name, "sql_table": f"main.{cube.name}", "source": {"system": "test", "load": SOURCE},
        "joins": [_join(one) for one in cube.joins], "dimensions": [_dimension(one) for one in cube.dimensions],
        "measures": [_measure(one) for one in cube.measures],
        "segments": [{"name": one.name, "sql": one.condition.sql} for one in cube.segments],
    }  # fmt: skip
    written |= {"bridge": "each_member"} if cube.bridge else {}
    if cube.snapshot:
        written["snapshot"] = {
            key: list(one) if isinstance(one, tuple) else one for key, one in vars(cube.snapshot).items()
        }
    return written


def _default(one: Default) -> dict[str, Any]:
    return {"member": one.member, "operator": one.operator, "values": list(one.values), "unless": list(one.unless)}


def _join(join: Join) -> dict[str, Any]:
    relationship = "one_to_one" if join.pairs else "one_to_many" if join.to_many else "many_to_one"
    sql = f"{{CUBE}}.{join.column} = {{{join.name}}}.{join.key}"
    role = {} if join.name == join.target else {"cube": join.target}
    return {"name": join.name, **role, "relationship": relationship, "sql": sql}


def _dimension(one: Dimension) -> dict[str, Any]:
    column = one.operand.sql
    if one.repeats:
        column = f"{{{'.'.join(step.join.name for step in one.operand.via)}.{one.repeats}}}"
    forms = {"band": f"CASE WHEN {column} < 2 THEN 'low' ELSE 'high' END", "year": f"EXTRACT(year FROM {column})"}
    written: dict[str, Any] = {"name": one.name, "type": one.kind, "sql": forms.get(one.form, column)}
    if one.form == "case":
        del written["sql"]
        written["case"] = _case(one)
    written |= {"granularities": [_granularity(own) for own in one.granularities]} if one.granularities else {}
    written |= {key: True for key in ("primary_key", "unique", "local_time") if getattr(one, key)}
    written |= {"public": True} if one.primary_key else {}
    written |= {"conformed": one.conformed} if one.conformed else {}
    return written | ({"value_order": list(one.value_order)} if one.value_order else {})


def _case(one: Dimension) -> dict[str, Any]:
    written: dict[str, Any] = {"when": [
        {"sql": label.condition.sql, "label": label.says if isinstance(label.says, str) else {"sql": label.says.sql}}
        for label in one.labels
    ]}  # fmt: skip
    return written | ({} if one.otherwise is None else {"else": {"label": one.otherwise}})


def _granularity(own: Granularity) -> dict[str, Any]:
    written = {"name": own.name, "interval": own.interval}
    if own.offset:
        written["offset"] = " ".join(f"{count} {unit}{'s' * (abs(count) > 1)}" for count, unit in own.offset)
    if own.origin:
        at_midnight = own.origin == datetime.combine(own.origin, time())
        written["origin"] = own.origin.date().isoformat() if at_midnight else own.origin.isoformat()
    return written


def _measure(one: Measure) -> dict[str, Any]:
    written: dict[str, Any] = {"name": one.name, "type": one.type}
    if one.ratio:
        written |= {"numerator": one.ratio[0], "denominator": one.ratio[1], "scale": one.scale}
        written |= {"constant_over": list(one.constant_over)}
        if one.group_aggregation != "ratio_of_sums":
            written |= {"group_aggregation": one.group_aggregation, "group_members": list(one.group_members)}
    elif one.type == "number":
        written["sql"] = sql_of(one.tree)
    elif (total := first_total(one.tree)) and total.operand:
        written["sql"] = total.operand.sql
        written |= {"percentile": float(total.percentile)} if total.percentile else {}
    total = first_total(one.tree)
    if total and total.conditions:
        written["filters"] = [{"sql": condition.sql} for condition in total.conditions]
    written |= {} if one.decimals is None else {"decimals": one.decimals}
    return written | ({} if one.additive_over is None else {"additive_over": list(one.additive_over)})


def first_total(tree: Any) -> Total | None:
    if isinstance(tree, Op):
        return first_total(tree.left) or first_total(tree.right)
    if isinstance(tree, Call):
        return first_total(tree.of)
    return tree if isinstance(tree, Total) else None


def sql_of(tree: Any) -> str:
    if isinstance(tree, Number):
        return str(tree.value)
    if isinstance(tree, Ref):
        return f"{{{tree.id}}}"
    if isinstance(tree, Op):
        return f"({sql_of(tree.left)} {tree.sign} {sql_of(tree.right)})"
    if isinstance(tree, Call):
        return f"{tree.name}({sql_of(tree.of)}, {tree.number})"
    column = "*" if tree.operand is None else tree.operand.sql
    return f"COUNT(DISTINCT {column})" if tree.kind == "count_distinct" else f"{tree.kind.upper()}({column})"


def database(world: World, file: File) -> None:
    with duckdb.connect(str(file)) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        connection.execute("CREATE TABLE load (number INTEGER, source VARCHAR, opgjort_pr DATE, complete BOOLEAN)")
        connection.execute("INSERT INTO load VALUES (1, $1, $2, true)", [SOURCE, world.today])
        for cube in world.cubes.values():
            columns = ", ".join(f"{name} {TYPES[kind]}" for name, kind in cube.columns.items())
            connection.execute(f"CREATE TABLE {cube.name} ({columns})")
            for row in cube.rows:
                places = ", ".join(f"${index + 1}" for index in range(len(row)))
                connection.execute(f"INSERT INTO {cube.name} VALUES ({places})", list(row.values()))
