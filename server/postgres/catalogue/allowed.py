"""The last look at what goes to the engine: only relations of the catalogue, only functions that are known.

The readers let nothing else through. This holds also where one of them has overlooked a corner of a statement.
"""

from __future__ import annotations

from sqlglot import exp

from server.postgres.catalogue.calls import KEYWORDS
from server.postgres.catalogue.functions import FIXED, LIKE_FIRST, SAME
from server.postgres.catalogue.scope import MACROS, World, unserved
from server.postgres.catalogue.sources import ENGINE_SCHEMAS

WRITTEN = frozenset((
    "list_extract", "unnest", "generate_series", "greatest", "len", "left", "concat", "array_to_string",
))  # fmt: skip

"""DuckDB's functions that we write ourselves."""
CLASSES: tuple[type[exp.Expr], ...] = (
    *FIXED, *LIKE_FIRST, exp.Binary, exp.Cast, exp.Case, exp.Coalesce, exp.Nullif, exp.Greatest, exp.Least, exp.Array,
    exp.Exists, exp.Sum, exp.Avg, exp.ArrayAgg, exp.Count, exp.If, exp.Window, exp.Filter,
)  # fmt: skip


MOST_PARTS, MOST_SIGNS, MOST_REPLACED = 24, 16, 6  # of a statement, of what is put in, and within each other


def check(query: exp.Expr, world: World) -> None:
    """Raises UnsupportedError (U450) for a relation or function that the engine must not be asked for."""
    ctes = {cte.alias for cte in query.find_all(exp.CTE)}
    for node in query.walk():
        if isinstance(node, exp.Table) and not _is_known_table(node, ctes, world):
            raise unserved(node)
        if isinstance(node, exp.Func) and not _is_known_function(node, world):
            raise unserved(node)
        if isinstance(node, (exp.Pad, exp.Repeat)) or (isinstance(node, exp.Replace) and _lengthens(node)):
            raise unserved(node)
    if len(ctes) > MOST_PARTS:
        raise unserved(query)


def _lengthens(node: exp.Replace) -> bool:
    """Whether a text may come out much longer than it went in: the engine does not count what texts take."""
    new = node.args.get("replacement")
    small = new is None or (isinstance(new, exp.Literal) and len(new.name) <= MOST_SIGNS)
    return not small or sum(1 for _ in node.find_all(exp.Replace)) > MOST_REPLACED


def _is_known_table(node: exp.Table, ctes: set[str], world: World) -> bool:
    if not isinstance(node.this, exp.Identifier):
        return node.db == MACROS and isinstance(node.this, exp.Anonymous)
    if not node.db:
        return node.name in ctes
    return not node.catalog and node.db in ENGINE_SCHEMAS.values()


def _is_known_function(node: exp.Func, world: World) -> bool:
    if not isinstance(node, exp.Anonymous):
        return isinstance(node, CLASSES) and type(node) not in KEYWORDS
    name = str(node.this)
    if isinstance(node.parent, (exp.Dot, exp.Table)):
        return world.has_function(name) or (isinstance(node.parent, exp.Dot) and name in INNER)
    return name in SAME or name in WRITTEN


INNER = frozenset((
    "subscripts", "subscripts_from_0", "expandarray", "acl_items", "no_options", "json_plain", "json_text", "array_cat",
    "array_out", "bool_out", "float_out", "vector_upper", "vector_lower",
))  # fmt: skip
"""Functions of ours that no statement can name."""
