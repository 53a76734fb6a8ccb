"""Guessing is made slow, alike for every name, and nobody else's login is in the way."""

from __future__ import annotations

import threading

import pytest

from semantic.errors import LimitError
from server.identity.remembered import SECONDS, Remembered
from server.identity.scram import make_verifier
from server.identity.throttle import ADDRESS, KNOWN, NAME, PAIR, Throttle


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def tries(throttle: Throttle, name: str | None, address: str, most: int = 1_000) -> int:
    """How many wrong tries are let through, one after the other."""
    for done in range(most):
        try:
            throttle.take(name, address)
        except LimitError:
            return done
    return most


def test_the_refusal_repeats_nothing() -> None:
    throttle = Throttle(Clock())
    tries(throttle, "anna", "192.0.2.1")
    with pytest.raises(LimitError) as error:
        throttle.take("anna", "192.0.2.1")
    assert error.value.code == "L513"
    assert "anna" not in str(error.value)


def test_a_name_from_an_address_has_five_tries_and_then_one_each_ten_seconds() -> None:
    clock = Clock()
    throttle = Throttle(clock)
    assert tries(throttle, "anna", "192.0.2.1") == PAIR.most == 5
    clock.now += PAIR.seconds / 2
    assert tries(throttle, "anna", "192.0.2.1") == 0
    clock.now += PAIR.seconds / 2
    assert tries(throttle, "anna", "192.0.2.1") == 1
    assert tries(throttle, "bent", "192.0.2.1") == 5


def test_many_addresses_share_the_tries_of_a_name() -> None:
    throttle = Throttle(Clock())
    done = sum(tries(throttle, "anna", f"192.0.2.{number}") for number in range(100))
    assert done == NAME.most


def test_who_came_in_by_the_name_is_not_locked_out_by_others() -> None:
    throttle = Throttle(Clock())
    throttle.take("anna", "198.51.100.1")
    throttle.give_back("anna", "198.51.100.1")
    for number in range(100):
        tries(throttle, "anna", f"192.0.2.{number}")
    assert tries(throttle, "anna", "203.0.113.9") == 0
    assert tries(throttle, "anna", "198.51.100.1") == KNOWN.most


def test_many_names_share_the_tries_of_an_address() -> None:
    throttle = Throttle(Clock())
    assert sum(tries(throttle, f"navn{number}", "192.0.2.1", 1) for number in range(500)) == ADDRESS.most
    assert tries(throttle, None, "192.0.2.1") == 0
    assert tries(throttle, None, "192.0.2.2") == ADDRESS.most


def test_the_addresses_of_one_ipv6_network_are_one() -> None:
    throttle = Throttle(Clock())
    assert sum(tries(throttle, None, f"2001:db8::{number:x}", 1) for number in range(500)) == ADDRESS.most


def test_right_tries_cost_nothing() -> None:
    throttle = Throttle(Clock())
    for _ in range(500):
        throttle.take("anna", "192.0.2.1")
        throttle.give_back("anna", "192.0.2.1")


def test_it_forgets_rather_than_grows() -> None:
    throttle = Throttle(Clock(), most=50)
    for number in range(500):
        tries(throttle, f"navn{number}", f"192.0.{number % 250}.1", 1)
        throttle.give_back(f"navn{number}", f"192.0.{number % 250}.1")
    assert len(throttle._counters) <= 50
    assert len(throttle._came_in) <= 50


def test_guesses_at_once_are_counted_each() -> None:
    throttle, let_through = Throttle(Clock()), []

    def guess() -> None:
        let_through.append(tries(throttle, "anna", "192.0.2.1", 3))

    threads = [threading.Thread(target=guess) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(let_through) == PAIR.most


def test_a_password_is_remembered_with_its_verifier_only() -> None:
    clock = Clock()
    remembered = Remembered(clock)
    old, new = make_verifier("den gamle kode", iterations=4096), make_verifier("den nye kode", iterations=4096)
    assert not remembered.fits(old, "den nye kode")
    assert remembered.fits(old, "den gamle kode")
    assert remembered.fits(old, "den gamle kode")
    assert not remembered.fits(new, "den gamle kode")
    assert not any("kode" in repr(mark) for mark in remembered._until)


def test_what_is_remembered_is_looked_at_anew_after_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, looked = Clock(), []
    verifier = make_verifier("en kode til proever", iterations=4096)
    really = type(verifier).fits
    monkeypatch.setattr(type(verifier), "fits", lambda self, text: looked.append(1) or really(self, text))
    remembered = Remembered(clock, most=2)
    for at in (0.0, SECONDS / 2, SECONDS * 0.99, SECONDS * 1.01):
        clock.now = at
        assert remembered.fits(verifier, "en kode til proever")
    assert len(looked) == 2
