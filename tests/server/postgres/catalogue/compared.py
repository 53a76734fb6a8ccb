"""One statement put to both: what differs that should not.

`INHERENT` is all that may differ, each with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlglot import exp

from server.postgres.catalogue.cast import elements
from server.postgres.catalogue.catalogue import Catalogue, depends_only_on_catalogue
from server.postgres.catalogue.database import Database
from server.postgres.statement import Session
from server.postgres.tree import parsed
from tests.server.postgres.catalogue.twin import Told, ask_ours, ask_postgres, identifiers_of, own_identifiers
from tests.server.postgres.traffic import Asked

ASKER = "laeser"
PARAMETER = re.compile(r"'(.*)'(?:::(.*))?", re.DOTALL)
INHERENT: Mapping[str, tuple[str, str]] = {
    "from pg_catalog.pg_database d": ("rows", "PostgreSQL has databases of its own beside the one that is asked"),
    "from pg_catalog.pg_database db": ("rows", "PostgreSQL has databases of its own beside the one that is asked"),
    "version()": ("rows", "the version is the server's own"),
    "select distinct on (pg_namespace.nspname": ("rows", "which of several rows comes first is left open"),
    "pg_get_viewdef(": ("rows", "a view of ours is defined by the model, of which nothing is shown"),
    "select tableoid, ctid, xmin": ("rows", "nothing of ours lies in pages or was written by a transaction"),
    "reltuples::text": ("rows", "nobody counts what a table of the catalogue holds"),
    "2^3": ("columns", "sqlglot reads x^y as power(x, y), after which the column is named"),
    "mod(7,3)": ("columns", "sqlglot reads mod(x, y) as x % y, which has no name"),
    "position('b'": ("columns", "sqlglot reads position() as strpos() and char_length() as length()"),
    "extract(epoch": ("rows", "a numeric has another number of zeros behind it"),
    "u&'x'": ("refused", "escapes by U&'…' are not read"),
    "to_char(now()": ("refused", "PostgreSQL's patterns of dates are not read"),
    "aclexplode(relacl) from": ("rows", "the driver reads a composite value, of which we send the text"),
}
"""By a part of the statement in lower case: what may differ (`rows`, `columns`, `refused`), and why."""


@dataclass(frozen=True)
class Compared:
    connection: Any
    catalogue: Catalogue
    session: Session
    ours: Mapping[int, str]
    theirs: Mapping[int, str]

    @staticmethod
    def of(connection: Any, catalogue: Catalogue, database: Database, session: Session) -> Compared:
        return Compared(connection, catalogue, session, own_identifiers(database), identifiers_of(connection))

    def identifiers(self) -> tuple[dict[str, int], dict[str, int]]:
        """By name, as a file of traffic needs them."""
        return {name: oid for oid, name in self.ours.items()}, {name: oid for oid, name in self.theirs.items()}

    def asked(self, here: Asked, there: Asked) -> tuple[Told, Told]:
        values = [value_of(one) for one in here.parameters]
        return (
            ask_ours(self.catalogue, here.text, values, self.session, self.ours),
            ask_postgres(self.connection, there.text, there.parameters, self.theirs),
        )

    def differences(self, here: Asked, there: Asked) -> list[tuple[str, object, object]]:
        ours, theirs = self.asked(here, there)
        may = may_differ(here.text)
        if ours.refused != theirs.refused:
            return [] if may == "refused" else [("refused", ours.refused, theirs.refused)]
        found: list[tuple[str, object, object]] = []
        for key in ("columns", "types", "parameters"):
            if getattr(ours, key) != getattr(theirs, key) and may != key:
                found.append((key, getattr(ours, key), getattr(theirs, key)))
        if may != "rows":
            found += row_differences(ours, theirs)
        return found


def may_differ(text: str) -> str | None:
    plain = " ".join(text.lower().split())
    return next((what for part, (what, _) in INHERENT.items() if part in plain), None)


def row_differences(ours: Told, theirs: Told) -> list[tuple[str, object, object]]:
    """The rows that only one of them has, in whatever order: where two are equal by ORDER BY, either may be first."""
    here, there = sorted(map(repr, ours.rows)), sorted(map(repr, theirs.rows))
    if here == there:
        return []
    only = [row for row in here if row not in there], [row for row in there if row not in here]
    return [("rows", (len(here), only[0][:3]), (len(there), only[1][:3]))]


def value_of(written: str) -> object:
    """A recorded parameter as the protocol hands it on."""
    found = PARAMETER.fullmatch(written)
    if found is None:
        return None
    text, type = found[1].replace("''", "'"), found[2] or ""
    if type.endswith("[]"):
        return [int(one) if one and type[0] in "io" else one for one in elements(text)]
    return text


def is_ours(text: str) -> bool:
    """Whether the statement is one that the catalogue answers."""
    try:
        statements = parsed(text)
    except Exception:
        return False
    return len(statements) == 1 and is_catalogue(statements[0])


def is_catalogue(statement: exp.Expr) -> bool:
    return isinstance(statement, (exp.Query, exp.Values)) and depends_only_on_catalogue(statement)


def single(asked: Sequence[Asked]) -> list[Asked]:
    """Each statement of a command for itself, as the protocol hands them on."""
    found = []
    for one in asked:
        texts = one.text.split(";\n") if ";\n" in one.text and not one.parameters else [one.text]
        found += [Asked(one.protocol, text, one.parameters) for text in texts if text.strip()]
    return found
