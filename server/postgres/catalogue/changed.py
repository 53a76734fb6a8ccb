"""What a statement changes of its session: `set_config` is a function, and sets as `SET` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlglot import exp

from server.postgres.statement import Setting

NAME = "set_config"


def settings_changed(query: exp.Expr, values: Sequence[object]) -> tuple[Setting, ...]:
    """The settings in the order of their calls. One whose name or value the statement computes is left out.

    >>> import sqlglot
    >>> settings_changed(sqlglot.parse_one("SELECT set_config('jit', 'off', false)", read="postgres"), ())
    (Setting(name='jit', value='off', local=False),)
    """
    return tuple(_changes(query, values))


def _changes(query: exp.Expr, values: Sequence[object]) -> Iterator[Setting]:
    for call in query.find_all(exp.Anonymous):
        if str(call.this).lower() == NAME and len(call.expressions) == 3:
            name, value, local = (_value(one, values) for one in call.expressions)
            if isinstance(name, str) and isinstance(value, str) and local is not None:
                yield Setting(name.lower(), value, local in (True, "t", "true"))


def _value(node: exp.Expr, values: Sequence[object]) -> object:
    bare = node.this if isinstance(node, exp.Cast) else node
    if isinstance(bare, exp.Boolean):
        return bool(bare.this)
    if isinstance(bare, exp.Literal):
        return bare.name
    if isinstance(bare, exp.Parameter) and bare.name.isdigit() and 0 < int(bare.name) <= len(values):
        return values[int(bare.name) - 1]
    return None
