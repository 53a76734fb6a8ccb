"""Ctrl-C stops a question in the engine, and everything else at once."""

from __future__ import annotations

import contextlib
import signal
from datetime import date

import pyarrow as pa
import pytest

from semantic.result import Result, Stamp
from server.terminal.interrupt import interruptible


def press() -> None:
    signal.raise_signal(signal.SIGINT)


def test_a_question_is_cancelled_and_a_second_press_ends_it() -> None:
    with interruptible() as interrupt, interrupt.question() as cancellation:
        press()
        assert cancellation.cancelled
        with pytest.raises(KeyboardInterrupt):
            press()


def test_without_a_question_the_work_ends_at_once() -> None:
    with interruptible() as interrupt:
        with interrupt.question():
            pass
        with pytest.raises(KeyboardInterrupt):
            press()
        assert interrupt.pressed


def test_a_press_that_a_library_swallowed_is_heeded_at_the_next_step() -> None:
    with interruptible() as interrupt:
        interrupt.heed()
        with contextlib.suppress(KeyboardInterrupt):
            press()
        with pytest.raises(KeyboardInterrupt):
            interrupt.heed()


def test_an_answer_under_way_ends_with_its_next_batch() -> None:
    batch = pa.record_batch({"v.n": [1]})
    stamp = Stamp("m", 1, date(2024, 1, 1), "", "")
    with interruptible() as interrupt, interrupt.question():
        batches = interrupt.heeded(Result((), iter([batch, batch]), stamp, batch.schema)).batches
        assert next(batches) is batch
        press()
        with pytest.raises(KeyboardInterrupt):
            next(batches)


def test_the_handler_is_put_back_and_an_ignored_signal_stays_ignored() -> None:
    before = signal.getsignal(signal.SIGINT)
    with interruptible():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with interruptible():
            assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
