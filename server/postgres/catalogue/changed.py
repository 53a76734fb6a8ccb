"""What a statement changes of its session: `set_config` is a function, and sets as `SET` does."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sqlglot import exp

NAME = "set_config"


def settings_changed(query: exp.Expr, values: Sequence[object]) -> Mapping[str, str]:
    """The settings by lower-case name, in the order of their calls; one whose value the statement computes is left out.

    >>> import sqlglot
    >>> settings_changed(sqlglot.parse_one("SELECT set_config('jit', 'off', false)", read="postgres"), ())
    {'jit': 'off'}
    """
    return dict(_changes(query, values))


def _changes(query: exp.Expr, values: Sequence[object]) -> Iterator[tuple[str, str]]:
    for call in query.find_all(exp.Anonymous):
        if str(call.this).lower() == NAME and len(call.expressions) == 3:
            name, value = (_value(one, values) for one in call.expressions[:2])
            if name is not None and value is not None:
                yield name.lower(), value


def _value(node: exp.Expr, values: Sequence[object]) -> str | None:
    bare = node.this if isinstance(node, exp.Cast) else node
    if isinstance(bare, exp.Literal):
        return bare.name
    if isinstance(bare, exp.Parameter) and bare.name.isdigit() and 0 < int(bare.name) <= len(values):
        value = values[int(bare.name) - 1]
        return None if value is None else str(value)
    return None
