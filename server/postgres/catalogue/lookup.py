"""Tables that our functions look names, comments and texts up in (`pgf.known_…`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa

from server.postgres.catalogue.acl import known_acls
from server.postgres.catalogue.facts import facts
from server.postgres.catalogue.names import Names, Rows
from server.postgres.version import SERVER_VERSION, SERVER_VERSION_NUMBER

SHARED = -1  # as the part of what belongs to the whole cluster
VIEW_TEXT = "/* Defined in the model: what each column means is in noegletal.noegletal and noegletal.dimensioner. */"
AFTER_MODIFIER = (" without time zone", " with time zone")
CHANGED = {
    "server_version": SERVER_VERSION, "server_version_num": SERVER_VERSION_NUMBER,
    "server_encoding": "UTF8", "client_encoding": "UTF8", "lc_collate": "C.UTF-8",
    "lc_ctype": "C.UTF-8", "is_superuser": "off", "TimeZone": "Europe/Copenhagen", "DateStyle": "ISO, YMD",
    "default_transaction_read_only": "on", "transaction_read_only": "on",
}  # fmt: skip
"""Settings that are not as PostgreSQL has them by default."""
U, T, B, N = pa.uint32(), pa.string(), pa.bool_(), pa.int32()


def lookup_tables(rows: Rows, names: Names) -> Mapping[str, pa.Table]:
    return {
        "known_names": _table(
            (("known_kind", T), ("known_oid", U), ("known_text", T), ("known_visible", B)),
            [(kind, oid, *text) for kind, held in names.texts.items() for oid, text in held.items()],
        ),
        "known_words": _table(
            (("known_kind", T), ("known_word", T), ("known_oid", U)),
            [(kind, word, oid) for kind, held in names.words.items() for word, oid in held.items()],
        ),
        "known_types": _types(names),
        "known_comments": _comments(rows),
        "known_texts": _texts(rows),
        "known_columns": _table(
            (("known_oid", U), ("known_number", N), ("known_name", T)),
            [(row["attrelid"], row["attnum"], row["attname"]) for row in rows["pg_attribute"]],
        ),
        "keywords": _table(
            (("word", T), ("catcode", T), ("barelabel", B), ("catdesc", T), ("baredesc", T)), facts().keywords
        ),
        "set_up": _settings(),
        "known_acls": known_acls(rows),
        "known_closed_functions": _table(
            (("known_oid", U),),
            [(one["oid"],) for one in rows["pg_proc"] if one["proacl"] and not is_open(one["proacl"], "X")],
        ),
        "known_open_columns": _table(
            (("known_oid", U), ("known_number", N)),
            [(row["attrelid"], row["attnum"]) for row in rows["pg_attribute"] if is_open(row.get("attacl"))],
        ),
        "known_closed": _table(
            (("known_oid", U),), [(row["oid"],) for row in rows["pg_class"] if not is_open(row.get("relacl"))]
        ),
    }


def _table(columns: Sequence[tuple[str, pa.DataType]], rows: Iterable[Sequence[Any]]) -> pa.Table:
    held = list(rows)
    arrays = [pa.array([row[i] for row in held], type) for i, (_, type) in enumerate(columns)]
    return pa.Table.from_arrays(arrays, names=[name for name, _ in columns])


def is_open(granted: Sequence[str] | None, right: str = "r") -> bool:
    """Whether PostgreSQL gives everybody the right, that of reading unless told."""
    return any(one.startswith("=") and right in one.partition("/")[0] for one in granted or ())


def _types(names: Names) -> pa.Table:
    """Each type's text in the parts between which a modifier is written, and the bare type of an array."""
    found = []
    for row in names.rows["pg_type"]:
        text, oid = names.types[row["oid"]], row["oid"]
        brackets = "[]" if text.endswith("[]") else ""
        bare = text.removesuffix("[]")
        after = next((one for one in AFTER_MODIFIER if bare.endswith(one)), "")
        element = row["typelem"] if brackets else oid
        found.append((oid, text, element, bare.removesuffix(after), after, brackets))
    columns = (("known_oid", U), ("known_text", T), ("known_bare", U), ("known_before", T), ("known_after", T),
               ("known_brackets", T))  # fmt: skip
    return _table(columns, found)


def _comments(rows: Rows) -> pa.Table:
    classes = {row["oid"]: row["relname"] for row in rows["pg_class"]}
    found = [
        (one["objoid"], classes[one["classoid"]], one["objsubid"], one["description"]) for one in rows["pg_description"]
    ]
    found += [(one["objoid"], classes[one["classoid"]], SHARED, one["description"]) for one in rows["pg_shdescription"]]
    return _table((("known_oid", U), ("known_class", T), ("known_part", N), ("known_text", T)), found)


def _texts(rows: Rows) -> pa.Table:
    schemas = {row["oid"]: row["nspname"] for row in rows["pg_namespace"]}
    written = [(kind, oid, text) for kind, texts in facts().texts.items() for oid, text in texts]
    for row in rows["pg_class"]:
        if row["relkind"] == "v":
            own = facts().views.get(f"{schemas[row['relnamespace']]}.{row['relname']}", VIEW_TEXT)
            written.append(("view", row["oid"], own))
    return _table((("known_kind", T), ("known_oid", U), ("known_text", T)), written)


def _settings() -> pa.Table:
    columns = ("name", "setting", "unit", "category", "short_desc", "extra_desc", "context", "vartype", "min_val",
               "max_val")  # fmt: skip
    rows = [[row[0], CHANGED.get(row[0], row[1]), *row[2:10], row[10], row[1]] for row in facts().settings]
    return _table((*((name, T) for name in columns), ("enumvals", pa.list_(T)), ("boot_val", T)), rows)
