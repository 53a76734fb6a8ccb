"""The words of one statement, read from front to back."""

from __future__ import annotations

from server.postgres.refusal import SqlError
from server.postgres.words import Word, words


class Clause:
    """A statement's words, one looked at before it is taken. Whatever is not as expected is a SqlError 42601."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = words(text)
        self._ahead = next(self._words, None)

    @property
    def ended(self) -> bool:
        return self._ahead is None

    def peek(self) -> Word | None:
        return self._ahead

    def next(self) -> Word:
        found = self._ahead
        if found is None:
            raise SqlError("42601", "syntax error at end of input", position=len(self.text) + 1)
        self._ahead = next(self._words, None)
        return found

    def accept(self, *wanted: str) -> str | None:
        """The next word or sign when it is one of these; it is then taken."""
        if self._ahead is None or self._ahead.kind not in ("word", "sign") or self._ahead.value not in wanted:
            return None
        return self.next().value

    def expect(self, *wanted: str) -> str:
        found = self.accept(*wanted)
        if found is None:
            raise self.wrong()
        return found

    def wrong(self) -> SqlError:
        """The next word does not belong there."""
        found = self.next()
        shown = self.text[found.start : found.end][:80]
        return SqlError("42601", f'syntax error at or near "{shown}"', position=found.start + 1)

    def name(self) -> str:
        if self._ahead is not None and self._ahead.kind not in ("word", "quoted"):
            raise self.wrong()
        return self.next().value

    def dotted(self) -> str:
        """A name of one part or several, with dots between."""
        found = self.name()
        while self.accept("."):
            found += f".{self.name()}"
        return found

    def value(self) -> str:
        """A string, a name or a number, with its sign."""
        minus = self.accept("-", "+") == "-"
        if self._ahead is not None and self._ahead.kind in ("sign", "parameter"):
            raise self.wrong()
        found = self.next()
        return f"-{found.value}" if minus else found.value

    def values(self) -> str:
        """A list of values as one text."""
        found = [self.value()]
        while self.accept(","):
            found.append(self.value())
        return ", ".join(found)

    def count(self, otherwise: int) -> int:
        """A number of rows, where one is written."""
        minus = self.accept("-", "+") == "-"
        if self._ahead is None or self._ahead.kind != "number" or not self._ahead.value.isdigit():
            if minus:
                raise self.wrong()
            return otherwise
        found = min(int(self.next().value[:18]), 2**62)
        return -found if minus else found

    def parenthesised(self) -> tuple[str, int]:
        """What stands up to the parenthesis that closes the one just taken, and where; that one is taken, too."""
        start, depth, end = self._ahead.start if self._ahead else len(self.text), 1, 0
        while depth:
            found = self.next()
            if found.kind == "sign":
                depth += {"(": 1, ")": -1}.get(found.value, 0)
            end = found.start
        return self.text[start:end], start

    def rest(self) -> tuple[str, int]:
        """All that is left, at least one word, and where it begins."""
        start = self.next().start
        self.skip()
        return self.text[start:], start

    def skip(self) -> None:
        while self._ahead is not None:
            self._ahead = next(self._words, None)

    def end(self) -> None:
        if self._ahead is not None:
            raise self.wrong()
