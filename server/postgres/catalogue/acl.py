"""What was granted to whom (`owner=arwd/owner`), taken apart, and what holds where nothing was granted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pyarrow as pa

from server.postgres.catalogue.facts import OWNER
from server.postgres.catalogue.names import Rows

RIGHTS = {
    "a": "INSERT", "r": "SELECT", "w": "UPDATE", "d": "DELETE", "D": "TRUNCATE", "x": "REFERENCES", "t": "TRIGGER",
    "X": "EXECUTE", "U": "USAGE", "C": "CREATE", "T": "TEMPORARY", "c": "CONNECT", "s": "SET", "A": "ALTER SYSTEM",
}  # fmt: skip
DEFAULTS = {
    "c": "", "r": f"{OWNER}=arwdDxt/{OWNER}", "s": f"{OWNER}=rwU/{OWNER}", "d": f"=Tc/{OWNER} {OWNER}=CTc/{OWNER}",
    "f": f"=X/{OWNER} {OWNER}=X/{OWNER}", "l": f"=U/{OWNER} {OWNER}=U/{OWNER}", "n": f"{OWNER}=UC/{OWNER}",
    "T": f"=U/{OWNER} {OWNER}=U/{OWNER}", "F": f"{OWNER}=U/{OWNER}", "S": f"{OWNER}=U/{OWNER}",
}  # fmt: skip
"""By kind of object, as `acldefault` names them."""
HOLDERS = {"pg_class": "relacl", "pg_proc": "proacl", "pg_namespace": "nspacl", "pg_attribute": "attacl",
           "pg_language": "lanacl", "pg_type": "typacl"}  # fmt: skip
ITEM = pa.struct([("grantor", pa.uint32()), ("grantee", pa.uint32()), ("privilege_type", pa.string()),
                  ("is_grantable", pa.bool_())])  # fmt: skip


def known_acls(rows: Rows) -> pa.Table:
    """Every list of grants that occurs, its items joined by spaces, with what they say; `known_of` marks a default."""
    roles = {row["rolname"]: row["oid"] for row in rows["pg_authid"]} | {"": 0}
    found = {" ".join(row[key]) for table, key in HOLDERS.items() for row in rows[table] if row.get(key)}
    held = [(text, None) for text in sorted(found)] + [(text, of) for of, text in DEFAULTS.items()]
    return pa.table(
        {
            "known_acl": pa.array([text for text, _ in held], pa.string()),
            "known_of": pa.array([of for _, of in held], pa.string()),
            "known_items": pa.array([list(_items(text, roles)) for text, _ in held], pa.list_(ITEM)),
        }
    )


def _items(text: str, roles: Mapping[str, int]) -> Iterator[Mapping[str, object]]:
    for item in text.split():
        grantee, _, rest = item.partition("=")
        rights, _, grantor = rest.partition("/")
        for i, letter in enumerate(rights):
            if letter != "*":
                yield {
                    "grantor": roles.get(grantor, 0),
                    "grantee": roles.get(grantee, 0),
                    "privilege_type": RIGHTS[letter],
                    "is_grantable": rights[i + 1 : i + 2] == "*",
                }
