"""Relations of the model as rows of pg_catalog: what PostgreSQL would hold if they had been created as views there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from server.postgres.catalogue.facts import OWNER, OWNER_OID, PG_CATALOG, facts
from server.postgres.catalogue.relations import Relation, Schema
from server.postgres.schemas import NOEGLETAL, PUBLIC

Columns = Mapping[str, Any]
DATABASE_OID = 16_384
PG_CLASS, PG_NAMESPACE, DEFAULT_COLLATION = 1259, 2615, 100
COLLATED = {25: DEFAULT_COLLATION, 1043: DEFAULT_COLLATION, 1042: DEFAULT_COLLATION, 19: 950}
SCHEMA_ACL = [f"{OWNER}=UC/{OWNER}", f"=U/{OWNER}"]
RECORDS = Schema(16_386, NOEGLETAL, "Nøgletalskataloget som tabeller: definitioner, dimensioner og statuskoder.")


def own_rows(schemas: Sequence[Schema], relations: Sequence[Relation], database: str) -> Mapping[str, list[Columns]]:
    """The rows by table of pg_catalog, each by column name; a column that is not there is NULL."""
    homes = {PUBLIC: 2200} | {one.name: one.oid for one in schemas}
    return {
        "pg_namespace": [
            {"oid": one.oid, "nspname": one.name, "nspowner": OWNER_OID, "nspacl": SCHEMA_ACL} for one in schemas
        ],
        "pg_database": [_database(database)],
        "pg_authid": [_owner()],
        "pg_class": [_class(one, homes[one.schema]) for one in relations],
        "pg_attribute": [row for one in relations for row in _attributes(one)],
        "pg_type": [row for one in relations for row in _types(one, homes[one.schema])],
        "pg_rewrite": [_rule(one) for one in relations],
        "pg_description": [
            *(row for one in relations for row in _comments(one)),
            *(_described(one.oid, PG_NAMESPACE, 0, one.comment) for one in schemas),
        ],
    }


def _database(name: str) -> Columns:
    return {
        "oid": DATABASE_OID, "datname": name, "datdba": OWNER_OID, "encoding": 6, "datlocprovider": "c",
        "datistemplate": False, "datallowconn": True, "datconnlimit": -1, "datfrozenxid": 0, "datminmxid": 1,
        "dattablespace": 1663, "datcollate": "C.UTF-8", "datctype": "C.UTF-8",
    }  # fmt: skip


def _owner() -> Columns:
    rights = ("rolsuper", "rolinherit", "rolcreaterole", "rolcreatedb", "rolcanlogin", "rolreplication", "rolbypassrls")
    return {"oid": OWNER_OID, "rolname": OWNER, "rolconnlimit": -1} | dict.fromkeys(rights, True)


def _class(one: Relation, namespace: int) -> Columns:
    never = ("relhasindex", "relisshared", "relhastriggers", "relhassubclass", "relrowsecurity",
             "relforcerowsecurity", "relispartition")  # fmt: skip
    none = ("reloftype", "relam", "relfilenode", "reltablespace", "relpages", "relallvisible", "reltoastrelid",
            "relrewrite", "relfrozenxid", "relminmxid", "relchecks")  # fmt: skip
    return {
        "oid": one.oid, "relname": one.name, "relnamespace": namespace, "reltype": one.row_type,
        "relowner": OWNER_OID, "reltuples": -1.0, "relpersistence": "p", "relkind": "v", "relnatts": len(one.fields),
        "relhasrules": True, "relispopulated": True, "relreplident": "n",
        "relacl": [f"{OWNER}=arwdDxt/{OWNER}", f"=r/{OWNER}"],
    } | dict.fromkeys(never, False) | dict.fromkeys(none, 0)  # fmt: skip


def _attributes(one: Relation) -> Iterator[Columns]:
    types = {row["oid"]: row for row in facts().rows("pg_type")}
    for field in one.fields:
        of = types[field.type]
        yield {
            "attrelid": one.oid, "attname": field.name, "atttypid": field.type, "attstattarget": -1,
            "attlen": of["typlen"], "attnum": field.number, "attndims": 0, "attcacheoff": -1, "atttypmod": -1,
            "attbyval": of["typbyval"], "attalign": of["typalign"], "attstorage": of["typstorage"],
            "attcompression": "", "attnotnull": False, "atthasdef": False, "atthasmissing": False, "attidentity": "",
            "attgenerated": "", "attisdropped": False, "attislocal": True, "attinhcount": 0,
            "attcollation": COLLATED.get(field.type, 0),
        }  # fmt: skip


def _types(one: Relation, namespace: int) -> Iterator[Columns]:
    """The row type and its array, as every relation has them: like another relation's, under other names."""
    by_name = {row["typname"]: row for row in facts().rows("pg_type")}
    row = dict(by_name["pg_class"]) | {
        "oid": one.row_type, "typname": one.name, "typnamespace": namespace, "typrelid": one.oid,
        "typarray": one.array_type,
    }  # fmt: skip
    array = dict(by_name["_pg_class"]) | {
        "oid": one.array_type, "typname": f"_{one.name}"[:63], "typnamespace": namespace, "typelem": one.row_type,
    }  # fmt: skip
    yield row
    yield array


def _rule(one: Relation) -> Columns:
    return {"oid": one.rule, "rulename": "_RETURN", "ev_class": one.oid, "ev_type": "1", "ev_enabled": "O",
            "is_instead": True}  # fmt: skip


def _comments(one: Relation) -> Iterator[Columns]:
    return (_described(one.oid, PG_CLASS, number, text) for number, text in one.comments.items())


def _described(oid: int, catalogue: int, part: int, text: str) -> Columns:
    return {"objoid": oid, "classoid": catalogue, "objsubid": part, "description": text}


def as_row(table: str, columns: Columns) -> list[Any]:
    return [columns.get(field.name) for field in facts().relations[PG_CATALOG, table]]
