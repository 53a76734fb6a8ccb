"""What PostgreSQL means by an expression, in the words of the scratch engine: where the two differ, it is rewritten.

What has no such words is refused. Types are those that were found for the expressions (`annotate_types`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sqlglot import exp

from semantic.errors import Problem, refusal

MOST_PADDED, MOST_LONG = 1_000, 100_000  # characters
WORDS = re.compile(r"%-?[A-Za-z]|[^A-Za-z%]+|TMMonth|Month|MONTH|month|Mon|Dy|AM|PM|HH|\"[^\"]*\"|[A-Za-z]+")
PATTERNS = {"Mon": "%b", "Dy": "%a", "AM": "%p", "PM": "%p", "HH": "%I", "I%u": "%u"}
SAME = ("%Y", "%y", "%m", "%d", "%H", "%I", "%M", "%S", "%j", "%f", "%V", "%G", "%b", "%B", "%a", "%A", "%p", "%-d",
        "%-m", "%-H", "%-I", "%-M", "%-S", "%-j")  # fmt: skip
"""Signs of a time's text that both have alike."""
PARTS_OF_TIME = (
    "YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "QUARTER", "WEEK", "DOW", "ISODOW", "DOY", "ISOYEAR", "EPOCH", "DECADE",
    "CENTURY", "MILLENNIUM",
)  # fmt: skip
TYPE = exp.DataType.Type
CASTS = (
    TYPE.TEXT, TYPE.VARCHAR, TYPE.CHAR, TYPE.BPCHAR, TYPE.BOOLEAN, TYPE.SMALLINT, TYPE.INT, TYPE.BIGINT, TYPE.DECIMAL,
    TYPE.FLOAT, TYPE.DOUBLE, TYPE.DATE, TYPE.TIMESTAMP, TYPE.TIMESTAMPTZ, TYPE.TIME, TYPE.INTERVAL,
)  # fmt: skip
"""What an expression is cast to."""
UNITS = ("SECOND", "MINUTE", "HOUR", "DAY", "WEEK", "MONTH", "YEAR")
MICROSECONDS = {"SECOND": "0.000001", "MILLISECOND": "0.001", "MILLISECONDS": "0.001", "MICROSECOND": "1",
                "MICROSECONDS": "1"}  # fmt: skip
"""Parts that hold the fraction of a second, as so many of its microseconds."""
MORE_PLACES = 8  # beyond those it is rounded to, a quotient is exact to this many


def meant(node: exp.Expr) -> exp.Expr:
    """A copy that the scratch engine computes as PostgreSQL would. Raises UnsupportedError (U450)."""

    def each(value: object) -> object:
        if isinstance(value, exp.Expr):
            return meant(value)
        return [each(one) for one in value] if isinstance(value, list) else value

    made = type(node)(**{key: each(value) for key, value in node.args.items()})
    made.type, made.meta["start"] = node.type, node.meta.get("start")
    rewrite = REWRITES.get(type(node))
    found = rewrite(made) if rewrite is not None else made
    found.type = node.type
    return found


def _refused(words: str, hint: str | None = None) -> Exception:
    return refusal(Problem("U450", f"{words} is not served over figures.", hint or "Compute it in the client."))


def _cast(node: exp.Expr) -> exp.Expr:
    """Text is cut to its length; what counts in halves is rounded away from zero, a DOUBLE to even."""
    to = node.args["to"]
    if to.this not in CASTS:
        raise _refused(f"A cast to {to.sql('postgres').lower()[:40]}", "Cast it to text.")
    if to.is_type(exp.DataType.Type.DECIMAL) and not to.expressions:
        return _exact(node)
    if to.is_type(exp.DataType.Type.CHAR, exp.DataType.Type.NCHAR, exp.DataType.Type.BPCHAR):
        raise _refused("A cast to CHAR, which is padded,", "Cast it to text.")
    if to.is_type(*exp.DataType.TEXT_TYPES) and to.expressions:
        text = exp.cast(node.this, "TEXT")
        return exp.Left(this=text, expression=to.expressions[0].this)
    if to.expressions and to.is_type(*exp.DataType.TEMPORAL_TYPES):
        raise _refused("A cast to parts of a second", "Write date_trunc('second', …).")
    if to.is_type(*exp.DataType.INTEGER_TYPES) and is_quotient(node.this):
        node.set("this", exp.Round(this=_settled(node.this, 0), decimals=exp.Literal.number(0)))
    return node


def _exact(node: exp.Expr) -> exp.Expr:
    """`numeric` has as many decimals as its value has."""
    if node.this.is_type(*exp.DataType.INTEGER_TYPES):
        return exp.cast(node.this, "DECIMAL(20, 0)")
    if node.this.is_type(exp.DataType.Type.DECIMAL, *exp.DataType.FLOAT_TYPES):
        return exp.Paren(this=node.this)
    return exp.cast(node.this, "DECIMAL(38, 12)")


def is_double(node: exp.Expr | None) -> bool:
    """Whether PostgreSQL, too, counts it in double precision; a quotient of decimals is a decimal there."""
    if isinstance(node, (exp.Cast, exp.TryCast)):
        return node.to.is_type(*exp.DataType.FLOAT_TYPES)
    if isinstance(node, exp.Column):
        return node.is_type(*exp.DataType.FLOAT_TYPES) and "." in node.name
    if isinstance(node, (exp.Sqrt, exp.Exp, exp.Ln, exp.Pow)):
        return not node.this.is_type(exp.DataType.Type.DECIMAL)
    if isinstance(node, exp.Literal) or node is None:
        return False
    return any(is_double(one) for one in node.iter_expressions())


def is_quotient(node: exp.Expr) -> bool:
    """Whether the engine may have it as DOUBLE, and PostgreSQL as an exact decimal."""
    if is_double(node) or node.is_type(*exp.DataType.INTEGER_TYPES):
        return False
    return any(isinstance(one, (exp.Div, exp.Avg)) or (isinstance(one, exp.Column) and "." not in one.name)
               for one in node.walk())  # fmt: skip


def _settled(node: exp.Expr, places: int) -> exp.Expr:
    """The quotient as a decimal of some more places, so that a half is a half; as it is where it is too large."""
    number = f"DECIMAL(38, {places + MORE_PLACES})"
    return exp.Coalesce(this=exp.TryCast(this=node.copy(), to=exp.DataType.build(number)), expressions=[node.copy()])


def _round(node: exp.Expr) -> exp.Expr:
    places = node.args.get("decimals")
    if places is None and is_double(node.this):
        return exp.Anonymous(this="round_even", expressions=[node.this, exp.Literal.number(0)])
    if not is_quotient(node.this):
        return node
    if places is not None and not (isinstance(places, exp.Literal) and places.name.isdigit()):
        return node
    count = min(int(places.name), 20) if places is not None else 0
    node.set("this", exp.cast(node.this, f"DECIMAL(38, {count + MORE_PLACES})"))
    return node


def _whole_sum(node: exp.Expr) -> exp.Expr:
    """A sum of whole numbers is one of 64 bits, and of those of 64 bits a decimal, which is divided as such."""
    if not node.this.is_type(*exp.DataType.INTEGER_TYPES):
        return node
    small = node.this.is_type(TYPE.TINYINT, TYPE.SMALLINT, TYPE.INT)
    return exp.cast(node, "BIGINT" if small else "DECIMAL(38, 0)")


def _around_sum(node: exp.Expr) -> exp.Expr:
    """The cast of a sum stands around its window or filter."""
    if isinstance(node.this, exp.Cast):
        sum_, to = node.this.this, node.this.to
        node.set("this", sum_)
        return exp.Cast(this=node, to=to)
    return node


def _substring(node: exp.Expr) -> exp.Expr:
    """Places before the first hold nothing, but count."""
    start, length = node.args.get("start"), node.args.get("length")
    if start is None or start.is_string:
        raise _refused("substring() with a pattern")
    first = exp.Greatest(this=start.copy(), expressions=[exp.Literal.number(1)])
    parts = {"this": node.this, "start": first}
    if length is not None:
        if isinstance(length, exp.Neg):
            raise _refused("A negative length of text", "Write left(…, n) to leave out the last characters.")
        end = exp.Add(this=exp.Paren(this=start.copy()), expression=exp.Paren(this=length.copy()))
        left = exp.Sub(this=end, expression=first.copy())
        parts["length"] = exp.Greatest(this=left, expressions=[exp.Literal.number(0)])
    return exp.Substring(**parts)


def _extract(node: exp.Expr) -> exp.Expr:
    part = node.this.name.upper()
    if part in MICROSECONDS:
        of_second = exp.Extract(this=exp.Var(this="MICROSECOND"), expression=node.expression)
        return exp.Mul(this=of_second, expression=exp.cast(exp.Literal.number(MICROSECONDS[part]), "DECIMAL(7, 6)"))
    if part not in PARTS_OF_TIME:
        raise _refused(f"extract({part.lower()} from …)", "Take the year, month, day or another part.")
    return node


def _interval(node: exp.Expr) -> exp.Expr:
    unit = node.args.get("unit")
    if unit is not None and (not isinstance(unit, exp.Var) or unit.name.upper().removesuffix("S") not in UNITS):
        raise _refused("This interval", "Write for example interval '3 months'.")
    return node


def _moment(node: exp.Expr) -> exp.Expr:
    return exp.cast(node, "TIMESTAMP")


def _text_of_time(node: exp.Expr) -> exp.Expr:
    form = node.args["format"]
    if not isinstance(form, exp.Literal) or not form.is_string:
        raise _refused("to_char() by a computed pattern")
    found = "".join(map(_pattern, WORDS.findall(form.name.replace("I%u", "%u"))))
    node.set("format", exp.Literal.string(found))
    return node


def _pattern(word: str) -> str:
    if word.startswith('"'):
        return word.strip('"')
    if word in SAME or not any(sign.isalpha() or sign == "%" for sign in word):
        return word
    if word not in PATTERNS:
        raise _refused(f"'{word}' in the pattern of to_char()", "Write for example 'YYYY-MM-DD'.")
    return PATTERNS[word]


def _joined_texts(node: exp.Expr) -> exp.Expr:
    """concat() writes a boolean as t or f."""
    node.set("expressions", [_short(one) if one.is_type(exp.DataType.Type.BOOLEAN) else one
                             for one in node.expressions])  # fmt: skip
    return node


def _short(node: exp.Expr) -> exp.Expr:
    return exp.Left(this=exp.cast(node, "TEXT"), expression=exp.Literal.number(1))


def _escaping(node: exp.Expr) -> exp.Expr:
    """A pattern's signs are escaped by a backslash where it does not say by what, which DuckDB has to be told."""
    negated = node.args.get("negate")
    node.set("negate", None)
    found = exp.Escape(this=node, expression=exp.Literal.string("\\"))
    return exp.Not(this=exp.Paren(this=found)) if negated else found


def _escaped(node: exp.Expr) -> exp.Expr:
    """ESCAPE as written, around the test itself."""
    inner = node.this
    if isinstance(inner, exp.Not):
        inner.this.this.set("expression", node.expression)
        return inner
    return exp.Escape(this=inner.this, expression=node.expression)


def _padded(node: exp.Expr) -> exp.Expr:
    """INVARIANT: no function makes a text of any length out of a number."""
    length = node.args["expression"]
    if not isinstance(length, exp.Literal) or not length.name.isdigit() or int(length.name) > MOST_PADDED:
        raise _refused(f"A text padded to more than {MOST_PADDED} characters, or by what is computed,")
    return node


def _replaced(node: exp.Expr) -> exp.Expr:
    """INVARIANT: what is replaced by more is short, and so is what comes of it."""
    old, new = node.args["expression"], node.args.get("replacement")
    texts = [one.name for one in (old, new) if isinstance(one, exp.Literal)]
    if new is None or (len(texts) == 2 and len(texts[1]) <= len(texts[0])):
        return node
    if len(texts) < 2 or len(texts[1]) > MOST_PADDED or any(isinstance(one, exp.Replace) for one in node.this.walk()):
        raise _refused("A text whose parts are replaced by longer ones within each other")
    whole = exp.Length(this=node.this.copy())
    told = exp.Anonymous(this="error", expressions=[exp.Literal.string("out of range")])
    long = exp.GT(this=whole, expression=exp.Literal.number(MOST_LONG))
    return exp.Case(ifs=[exp.If(this=long, true=told)], default=node)


REWRITES: Mapping[type[exp.Expr], Callable[[exp.Expr], exp.Expr]] = {
    exp.Cast: _cast, exp.TryCast: _cast, exp.Round: _round, exp.Sum: _whole_sum,
    exp.Window: _around_sum, exp.Filter: _around_sum, exp.Substring: _substring, exp.Extract: _extract,
    exp.TimeToStr: _text_of_time, exp.Concat: _joined_texts, exp.ConcatWs: _joined_texts, exp.Like: _escaping,
    exp.ILike: _escaping, exp.Escape: _escaped, exp.TimestampTrunc: _moment,
    exp.DateTrunc: _moment, exp.Interval: _interval, exp.Pad: _padded, exp.Replace: _replaced,
}  # fmt: skip
