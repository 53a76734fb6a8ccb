"""The grammar of `--where`: text → Predicate[Asked]. Nothing in it is SQL.

    either    = both { "or" both }
    both      = one { "and" one }
    one       = "not" one | "(" either ")" | member test
    test      = ("=" | "!=" | "<>" | "<" | "<=" | ">" | ">=") value
              | [ "not" ] "in" list | "is" [ "not" ] "null"
              | [ "not" ] ("contains" | "starts with" | "ends with") (value | list)
              | [ "not" ] "during" period | ("before" | "after" | "on" | "on or before" | "on or after") value
    list      = "(" value { "," value } ")"

A value is a bare word (`6.45.51`, `2024-01-01`, `85+`) or stands in quotes, single or double, doubled inside. A period
is a value such as `2024`, `'last 12 months'` or `2024-01-01..2024-03-31`. Words of the grammar have any letter case.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NoReturn

from semantic.errors import ParseError, Place, Problem, suggest
from semantic.predicate import And, Asked, Not, Or, Predicate, conjunction
from semantic.query import DateRange

MAX_LENGTH = 20_000
MAX_DEPTH = 50
RESERVED = ("and", "or", "not", "in", "is", "null")
SOURCE = "--where"

Takes = Literal["nothing", "one", "some", "list", "period"]
TESTS: dict[str, tuple[str, Takes]] = {
    "=": ("equals", "one"), "!=": ("notEquals", "one"), "<>": ("notEquals", "one"),
    "<": ("lt", "one"), "<=": ("lte", "one"), ">": ("gt", "one"), ">=": ("gte", "one"),
    "in": ("equals", "list"), "not in": ("notEquals", "list"),
    "is null": ("notSet", "nothing"), "is not null": ("set", "nothing"),
    "contains": ("contains", "some"), "not contains": ("notContains", "some"),
    "starts with": ("startsWith", "some"), "not starts with": ("notStartsWith", "some"),
    "ends with": ("endsWith", "some"), "not ends with": ("notEndsWith", "some"),
    "during": ("inDateRange", "period"), "not during": ("notInDateRange", "period"),
    "before": ("beforeDate", "one"), "after": ("afterDate", "one"), "on": ("onTheDate", "one"),
    "on or before": ("beforeOrOnDate", "one"), "on or after": ("afterOrOnDate", "one"),
}  # fmt: skip
LONGEST_FIRST = sorted(TESTS, key=lambda phrase: -len(phrase.split()))

# `a.b >= 'x y'` gives a.b, >=, 'x y'
TOKEN = re.compile(
    r"""(?P<quoted>'(?:[^']|'')*'|"(?:[^"]|"")*")|(?P<sign><=|>=|<>|!=|[=<>(),])|(?P<word>[^\s'"<>=!(),]+)"""
)
SPACE = re.compile(r"\s+")


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int

    @property
    def word(self) -> str:
        """The token as a word of the grammar; quoted text is never one."""
        return "" if self.kind == "quoted" else self.text.lower()


def parse_where(text: str, source: str = SOURCE) -> Predicate[Asked]:
    """The predicate of one condition. Raises ParseError (P140-P142) with the column of the fault."""
    if len(text) > MAX_LENGTH:
        raise ParseError(Problem("P142", f"The condition is longer than {MAX_LENGTH} characters."))
    return _Reader(text, source).whole()


def parse_all(texts: Sequence[str]) -> Predicate[Asked]:
    """Every condition must hold. Raises ParseError with the first fault of each."""
    found: list[Predicate[Asked]] = []
    problems: list[Problem] = []
    for number, text in enumerate(texts, 1):
        try:
            found.append(parse_where(text, SOURCE if len(texts) == 1 else f"{SOURCE} no. {number}"))
        except ParseError as error:
            problems.extend(error.problems)
    if problems:
        raise ParseError(*problems)
    return conjunction(*found)


def date_range(text: str) -> DateRange:
    """`2024-01-01..2024-03-31` as its two inclusive bounds; any other text is one period.

    >>> date_range("2024-01-01 .. 2024-03-31"), date_range("last 12 months")
    (('2024-01-01', '2024-03-31'), 'last 12 months')
    """
    first, dots, last = text.partition("..")
    return (first.strip(), last.strip()) if dots else text.strip()


class _Reader:
    """One pass over one text, left to right."""

    def __init__(self, text: str, source: str) -> None:
        self.text, self.source = text, source
        self.tokens = self._split()
        self.next = 0

    def whole(self) -> Predicate[Asked]:
        found = self._either(0)
        if self.token.kind != "end":
            hint = None
            if self.token.kind in ("word", "quoted") and self.tokens[self.next - 1].kind == "word":
                hint = "Put a value with spaces in quotes."
            self._expected("'and', 'or' or the end", hint)
        return found

    @property
    def token(self) -> Token:
        return self.tokens[self.next]

    def _split(self) -> tuple[Token, ...]:
        tokens, at = [], 0
        while at < len(self.text):
            if space := SPACE.match(self.text, at):
                at = space.end()
            elif found := TOKEN.match(self.text, at):
                tokens.append(Token(found.lastgroup or "", found.group(), at))
                at = found.end()
            else:
                opened = self.text[at] in "'\""
                message = "A quote is opened here and not closed." if opened else f"'{self.text[at]}' has no meaning."
                hint = "A quote inside a quoted value is doubled." if opened else "Not equal is written '!='."
                self._fault("P140", message, hint, at)
        return (*tokens, Token("end", "", len(self.text)))

    def _either(self, depth: int) -> Predicate[Asked]:
        return self._joined("or", lambda: self._both(depth), Or)

    def _both(self, depth: int) -> Predicate[Asked]:
        return self._joined("and", lambda: self._one(depth), And)

    def _joined(
        self, word: str, part: Callable[[], Predicate[Asked]],
        join: Callable[[tuple[Predicate[Asked], ...]], Predicate[Asked]],
    ) -> Predicate[Asked]:  # fmt: skip
        parts = [part()]
        while self.token.word == word:
            self.next += 1
            parts.append(part())
        return parts[0] if len(parts) == 1 else join(tuple(parts))

    def _one(self, depth: int) -> Predicate[Asked]:
        if depth > MAX_DEPTH:
            self._fault("P142", f"The condition is nested deeper than {MAX_DEPTH} levels.", None, self.token.start)
        if self.token.word == "not":
            self.next += 1
            return Not(self._one(depth + 1))
        if self.token.text == "(":
            self.next += 1
            found = self._either(depth + 1)
            self._sign(")")
            return found
        return self._test()

    def _test(self) -> Asked:
        if self.token.kind != "word" or self.token.word in RESERVED:
            self._expected("a member, written view.member")
        member = self.token.text
        self.next += 1
        operator, takes = TESTS[self._phrase(member)]
        if takes == "nothing":
            return Asked(member, operator)
        if takes == "period":
            found = date_range(self._value())
            return Asked(member, operator, found if isinstance(found, tuple) else (found,))
        if takes == "list" or (takes == "some" and self.token.text == "("):
            return Asked(member, operator, self._list())
        return Asked(member, operator, (self._value(),))

    def _phrase(self, member: str) -> str:
        for phrase in LONGEST_FIRST:
            words = phrase.split()
            if [token.word for token in self.tokens[self.next : self.next + len(words)]] == words:
                self.next += len(words)
                return phrase
        words = [token.word for token in self.tokens[self.next : self.next + 2]]
        hint = suggest(" ".join(words), TESTS) or suggest(words[0], TESTS) or f"Tests: {', '.join(TESTS)}."
        self._expected(f"a test of '{member[:60]}'", hint)

    def _list(self) -> tuple[str, ...]:
        self._sign("(")
        values = [self._value()]
        while self.token.text == ",":
            self.next += 1
            values.append(self._value())
        self._sign(")")
        return tuple(values)

    def _value(self) -> str:
        token = self.token
        if token.kind == "quoted":
            mark = token.text[0]
            self.next += 1
            return token.text[1:-1].replace(mark * 2, mark)
        if token.word in RESERVED:
            hint = "Write 'is null' to test for no value." if token.word == "null" else None
            self._expected("a value", hint or f"As a value it stands in quotes: '{token.text}'.")
        if token.kind != "word":
            self._expected("a value", "A list of values is written 'in (a, b)'." if token.text == "(" else None)
        self.next += 1
        return token.text

    def _sign(self, text: str) -> None:
        if self.token.kind == "quoted" or self.token.text != text:
            self._expected(f"'{text}'")
        self.next += 1

    def _expected(self, what: str, hint: str | None = None) -> NoReturn:
        found = f"'{self.token.text[:60]}'" if self.token.kind != "end" else "the end"
        self._fault("P141", f"Expected {what}, found {found}.", hint, self.token.start)

    def _fault(self, code: str, message: str, hint: str | None, at: int) -> NoReturn:
        raise ParseError(Problem(code, message, hint, at=Place(self.source, column=at + 1, path=self.text)))
