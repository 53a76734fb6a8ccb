"""Names as PostgreSQL writes and reads them: relations, types, functions and schemas by OID and back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from server.postgres.catalogue.facts import PG_CATALOG, facts
from server.postgres.catalogue.kinds import REGCLASS, REGNAMESPACE, REGOPER, REGPROC, REGPROCEDURE, REGROLE, REGTYPE
from server.postgres.schemas import PUBLIC

PLAIN = re.compile(r"[a-z_][a-z0-9_$]*")
SEARCHED = (PG_CATALOG, PUBLIC)
BUILT_IN = {
    "bpchar": "character", "varchar": "character varying", "bool": "boolean", "int2": "smallint", "int4": "integer",
    "int8": "bigint", "float4": "real", "float8": "double precision", "time": "time without time zone",
    "timetz": "time with time zone", "timestamp": "timestamp without time zone",
    "timestamptz": "timestamp with time zone", "varbit": "bit varying", "char": '"char"', "numeric": "numeric",
    "interval": "interval", "bit": "bit",
}  # fmt: skip
"""Types that SQL has a name of its own for."""
ALSO = {"int": "int4", "decimal": "numeric", "float": "float8", "char": "bpchar", "dec": "numeric", "string": "text"}
LABELS = {REGCLASS: "regclass", REGTYPE: "regtype", REGPROC: "regproc", REGPROCEDURE: "regproc",
          REGNAMESPACE: "regnamespace", REGROLE: "regrole", REGOPER: "regoper"}  # fmt: skip
Rows = Mapping[str, list[Mapping[str, Any]]]


def quoted(name: str) -> str:
    """The name as it must be written in a statement.

    >>> quoted("udgift"), quoted("Udgift"), quoted("select")
    ('udgift', '"Udgift"', '"select"')
    """
    if PLAIN.fullmatch(name) and name not in reserved():
        return name
    return '"' + name.replace('"', '""') + '"'


@lru_cache(maxsize=1)
def reserved() -> frozenset[str]:
    """Key words that are quoted when they are names."""
    return frozenset(row[0] for row in facts().keywords if row[1] != "U")


@dataclass(frozen=True, eq=False)
class Names:
    """Over all rows of the catalogue: PostgreSQL's own and the model's."""

    rows: Rows

    @cached_property
    def schemas(self) -> Mapping[int, str]:
        return {row["oid"]: row["nspname"] for row in self.rows["pg_namespace"]}

    def qualified(self, schema: int, name: str) -> str:
        """The name, with its schema where it would not be found without."""
        home = self.schemas.get(schema, "")
        return quoted(name) if home in SEARCHED else f"{quoted(home)}.{quoted(name)}"

    @cached_property
    def types(self) -> Mapping[int, str]:
        """What `format_type` says of each type without a modifier."""
        held = {row["oid"]: row for row in self.rows["pg_type"]}
        return {oid: self._type(row, held) for oid, row in held.items()}

    def _type(self, row: Mapping[str, Any], held: Mapping[int, Mapping[str, Any]]) -> str:
        if row["typcategory"] == "A" and row["typelem"] in held and row["typlen"] == -1:
            return f"{self._type(held[row['typelem']], held)}[]"
        name = row["typname"]
        if self.schemas.get(row["typnamespace"]) == PG_CATALOG and name in BUILT_IN:
            return BUILT_IN[name]
        return self.qualified(row["typnamespace"], name)

    @cached_property
    def texts(self) -> Mapping[str, Mapping[int, tuple[str, bool]]]:
        """By kind and OID: the name as it is shown, and whether it is found without its schema."""
        counts = Counter(row["proname"] for row in self.rows["pg_proc"])
        return {
            "regclass": {row["oid"]: self._shown(row["relnamespace"], row["relname"]) for row in self.rows["pg_class"]},
            "regtype": {
                row["oid"]: (self.types[row["oid"]], self.schemas.get(row["typnamespace"]) in SEARCHED)
                for row in self.rows["pg_type"]
            },
            "regproc": {
                row["oid"]: self._function(row["pronamespace"], row["proname"], counts[row["proname"]] > 1)
                for row in self.rows["pg_proc"]
            },
            "regnamespace": {oid: (quoted(name), True) for oid, name in self.schemas.items()},
            "regrole": {row["oid"]: (quoted(row["rolname"]), True) for row in self.rows["pg_authid"]},
            "regoper": {row["oid"]: (row["oprname"], True) for row in self.rows["pg_operator"]},
        }

    def _shown(self, schema: int, name: str) -> tuple[str, bool]:
        return self.qualified(schema, name), self.schemas.get(schema) in SEARCHED

    def _function(self, schema: int, name: str, ambiguous: bool) -> tuple[str, bool]:
        shown, is_found = self._shown(schema, name)
        return (f"{self.schemas[schema]}.{quoted(name)}" if ambiguous and is_found else shown), is_found

    @cached_property
    def words(self) -> Mapping[str, Mapping[str, int]]:
        """By kind: every spelling that names something, and its OID; of several the first."""
        found: dict[str, dict[str, int]] = {kind: {} for kind in self.texts}
        for kind, spelling, oid in self._spellings():
            found[kind].setdefault(spelling, oid)
        return found

    def _spellings(self) -> Iterator[tuple[str, str, int]]:
        yield from self._of("regclass", "pg_class", "relnamespace", "relname")
        yield from self._of("regtype", "pg_type", "typnamespace", "typname")
        yield from self._of("regproc", "pg_proc", "pronamespace", "proname")
        yield from (("regtype", text, oid) for oid, text in self.types.items())
        of_type = {row["typname"]: row["oid"] for row in self.rows["pg_type"]}
        yield from (("regtype", word, of_type[name]) for word, name in ALSO.items() if name in of_type)
        for kind in ("regnamespace", "regrole", "regoper"):
            yield from ((kind, text, oid) for oid, (text, _) in self.texts[kind].items())

    def _of(self, kind: str, table: str, schema: str, name: str) -> Iterator[tuple[str, str, int]]:
        for row in self.rows[table]:
            home = self.schemas.get(row[schema], "")
            if home in SEARCHED:
                yield kind, row[name], row["oid"]
                yield kind, quoted(row[name]), row["oid"]
            yield kind, f"{home}.{row[name]}", row["oid"]
            yield kind, f"{quoted(home)}.{quoted(row[name])}", row["oid"]

    def number(self, type: int, name: str) -> int | None:
        """The OID of what the name names, for a type such as regclass; None where there is none."""
        words = self.words.get(LABELS.get(type, ""), {})
        plain = name.strip()
        folded = plain if '"' in plain else plain.lower()
        if type == REGPROCEDURE:
            folded = folded.partition("(")[0]
        return words.get(folded)
