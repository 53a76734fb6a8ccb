"""From one type to another, as PostgreSQL converts: names to OIDs and back, `{a,b}` to an array, 0/1 to a truth."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from sqlglot import exp

from semantic.errors import Problem, shown
from semantic.errors import refusal as refused
from server.postgres.catalogue import kinds
from server.postgres.catalogue.kinds import NAMED, REGCLASS, TEXT, UNKNOWN, VECTORS, element, engine_type
from server.postgres.catalogue.scope import MACROS, Reading, Type

NO_SUCH = {
    REGCLASS: ("R201", "There is no table '{}'."),
    kinds.REGTYPE: ("P181", "There is no type '{}'."),
    kinds.REGPROC: ("P180", "There is no function '{}'."),
}
TEXTUAL = {TEXT, kinds.NAME, kinds.VARCHAR, 1042, kinds.CHAR, UNKNOWN, 194}


def coerce(node: exp.Expr, source: Type, target: Type, reading: Reading) -> None:
    """Puts the conversion in the node's place. An open parameter becomes of the target's type."""
    if target is None:
        return
    if isinstance(node, exp.Parameter):
        reading.parameters[int(node.name)] = reading.parameters.get(int(node.name)) or kinds.base(target)
    node.replace(converted(node, source, target, -1, reading))


def converted(node: exp.Expr, source: Type, target: int, modifier: int, reading: Reading) -> exp.Expr:
    """The expression, of type `source` in the engine, as one of type `target`."""
    bare = node.unnest()
    if source == UNKNOWN and isinstance(bare, exp.Literal):
        return _constant(bare.name, target, modifier, reading)
    if isinstance(bare, exp.Parameter):
        number = int(bare.name)
        reading.parameters[number] = reading.parameters.get(number) or (source if source != UNKNOWN else 0) or target
        of = reading.parameters[number]
        source = TEXT if of in NAMED else of  # a name or a number, as the client has it
        if source != kinds.NUMERIC:  # which has the decimals of its value
            node = exp.cast(bare.copy(), engine_type(source), dialect="duckdb")
    if target in NAMED and (source in TEXTUAL or source is None):
        return macro(f"{_name(target)}_in", node.copy())
    if source in NAMED and target in TEXTUAL - {UNKNOWN}:
        return macro(f"{_name(source or 0)}_out", node.copy())
    if source in VECTORS and target in TEXTUAL:
        words = exp.Anonymous(this="array_to_string", expressions=[node.copy(), exp.Literal.string(" ")])
        return exp.cast(words, "VARCHAR", dialect="duckdb")
    if source and element(source) and source not in VECTORS and target in TEXTUAL:
        return macro("array_out", exp.cast(node.copy(), "VARCHAR[]", dialect="duckdb"))
    if source in (700, kinds.FLOAT8) and target in TEXTUAL:
        return macro("float_out", node.copy())
    if source == kinds.BOOL and target in TEXTUAL:
        return macro("bool_out", node.copy())
    if target == kinds.NUMERIC:
        return _exact(node, source, modifier)
    return _shortened(exp.cast(node.copy(), engine_type(target), dialect="duckdb"), target, modifier)


def _exact(node: exp.Expr, source: Type, modifier: int) -> exp.Expr:
    """A numeric of as many decimals as it is known to have: PostgreSQL shows no zeros that nobody wrote."""
    if modifier >= 4:
        return exp.cast(node.copy(), f"DECIMAL({modifier - 4 >> 16},{modifier - 4 & 0xFFFF})", dialect="duckdb")
    if source == kinds.NUMERIC:
        return node.copy()
    whole = source in (kinds.INT2, kinds.INT4, kinds.INT8, kinds.OID)
    return exp.cast(node.copy(), "DECIMAL(38,0)" if whole else engine_type(kinds.NUMERIC), dialect="duckdb")


def _shortened(node: exp.Expr, target: int, modifier: int) -> exp.Expr:
    if target == kinds.CHAR:
        return exp.Anonymous(this="left", expressions=[node, exp.Literal.number(1)])
    if target in (kinds.VARCHAR, 1042) and modifier > 4:
        return exp.Anonymous(this="left", expressions=[node, exp.Literal.number(modifier - 4)])
    return node


def macro(name: str, *given: exp.Expr) -> exp.Expr:
    """A call of one of our own functions."""
    return exp.Dot(this=exp.to_identifier(MACROS), expression=exp.Anonymous(this=name, expressions=list(given)))


def _name(oid: int) -> str:
    found = kinds.kind(oid)
    assert found is not None
    return found.name


def _constant(text: str, target: int, modifier: int, reading: Reading) -> exp.Expr:
    """A string that stands in the statement, as a value of the type that it is read as."""
    engine = engine_type(target)
    if target in NAMED and not text.isdigit():
        number = 0 if text == "-" else reading.world.number(target, text)
        if number is None:
            code, message = NO_SUCH.get(target, ("P182", "There is nothing called '{}'."))
            raise refused(Problem(code, message.format(shown(text))))
        return exp.cast(exp.Literal.number(number), engine, dialect="duckdb")
    inner = element(target)
    if inner:
        words = text.split() if target in VECTORS else elements(text)
        items = [exp.null() if one is None else _constant(one, inner, -1, reading) for one in words]
        return exp.cast(exp.Array(expressions=items), engine, dialect="duckdb")
    if target == kinds.NUMERIC:
        return converted(_number(text), kinds.NUMERIC if "." in text else kinds.INT8, target, modifier, reading)
    if target == kinds.BOOL:
        return exp.Boolean(this=_truth(text))
    if engine == "VARCHAR":
        return _shortened(exp.cast(exp.Literal.string(text), engine, dialect="duckdb"), target, modifier)
    return exp.cast(exp.Literal.string(text.strip()), engine, dialect="duckdb")


def _number(text: str) -> exp.Expr:
    try:
        return exp.Literal.number(f"{Decimal(text.strip()):f}")
    except InvalidOperation:
        raise refused(Problem("P183", f"'{shown(text)}' cannot be read as numeric.")) from None


def _truth(text: str) -> bool:
    word = text.strip().lower()
    if word and any(one.startswith(word) for one in ("true", "yes", "1")) or word == "on":
        return True
    if word and any(one.startswith(word) for one in ("false", "no", "0")) or word in ("of", "off"):
        return False
    raise refused(Problem("P183", f"'{shown(text)}' cannot be read as boolean."))


def elements(text: str) -> list[str | None]:
    """The elements of an array as PostgreSQL writes it. Raises ParseError (P183).

    >>> elements('{r,"a,b",NULL}')
    ['r', 'a,b', None]
    """
    text = text.strip()
    if not (text.startswith("{") and text.endswith("}")):
        raise refused(Problem("P183", f"'{shown(text)}' cannot be read as an array.", "Write {a,b}."))
    found: list[str | None] = []
    word, quoted, was_quoted, escaped = "", False, False, False
    for letter in text[1:-1] + ",":
        if escaped:
            word, escaped = word + letter, False
        elif letter == "\\":
            escaped = True
        elif letter == '"':
            quoted, was_quoted = not quoted, True
        elif letter == "," and not quoted:
            plain = word if was_quoted else word.strip()
            found.append(None if not was_quoted and plain.upper() == "NULL" else plain)
            word, was_quoted = "", False
        else:
            word += letter
    return [] if found == [""] and '"' not in text else found
