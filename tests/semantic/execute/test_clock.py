"""The clock rings for what takes too long, once, and not for what has ended."""

from __future__ import annotations

import threading

from semantic.execute.clock import IDLE_TICKS, TICK, Clock

LONG = 30.0  # seconds that a test would wait for what does not come


def test_it_rings_while_the_block_lasts() -> None:
    rung = threading.Event()
    with Clock().bell(0.01, rung.set):
        assert rung.wait(LONG)


def test_it_rings_once_for_each() -> None:
    clock, rung = Clock(), []
    second = threading.Event()
    with clock.bell(0.0, lambda: rung.append(1)), clock.bell(3 * TICK, second.set):
        assert second.wait(LONG)
    assert rung == [1]


def test_it_does_not_ring_for_what_has_ended() -> None:
    clock, rung, later = Clock(), [], threading.Event()
    with clock.bell(2 * TICK, lambda: rung.append(1)):
        pass
    with clock.bell(6 * TICK, later.set):
        assert later.wait(LONG)
    assert not rung


def test_it_wakes_again_after_it_has_rested() -> None:
    clock, first, again = Clock(), threading.Event(), threading.Event()
    with clock.bell(0.0, first.set):
        assert first.wait(LONG)
    rested = threading.Event()
    rested.wait(TICK * (IDLE_TICKS + 10))
    with clock.bell(0.0, again.set):
        assert again.wait(LONG)
