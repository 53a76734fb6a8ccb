"""Verifiers are PostgreSQL's own: each reads what the other wrote. Wrong ones are no verifiers."""

from __future__ import annotations

import base64
import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st
from pg8000.exceptions import DatabaseError

from server.identity.scram import ITERATIONS, make_verifier, read_verifier, saslprep
from tests.postgres import Postgres

FEW = 4_096
PASSWORDS = ("en lang kode 1234", "rødgrød med fløde", "a\u00adb\u00a0c\u2168", "\u0627\u0628\u062c\u062f", "$:,=")
X, Y = (base64.b64encode(sign * 32).decode() for sign in (b"x", b"y"))
SHORT, LONG = (base64.b64encode(b"x" * length).decode() for length in (31, 33))


@pytest.mark.parametrize(
    "text",
    [
        "", "SCRAM-SHA-256", "SCRAM-SHA-256$4096:$:", "md5d41d8cd98f00b204e9800998ecf8427e",
        f"SCRAM-SHA-256$1:c2FsdA==${X}:{Y}", f"SCRAM-SHA-256$99999999:c2FsdA==${X}:{Y}",
        f"SCRAM-SHA-256$4096:c2FsdA==${SHORT}:{Y}", f"SCRAM-SHA-256$4096:c2FsdA==${X}:{LONG}",
        f"SCRAM-SHA-256$4096:a===${X}:{Y}", f"SCRAM-SHA-1$4096:c2FsdA==${X}:{Y}",
        str(make_verifier("x", iterations=FEW)) + "\n",
    ],
)  # fmt: skip
def test_what_is_no_verifier_is_not_read(text: str) -> None:
    assert read_verifier(text) is None


@pytest.mark.parametrize("wrong", ["", "En lang kode 1234", "en lang kode 1234 ", "en lang kode 123", "\ud800", "\x00"])
def test_a_wrong_password_does_not_fit(wrong: str) -> None:
    assert not make_verifier("en lang kode 1234", iterations=FEW).fits(wrong)


@pytest.mark.parametrize("password", ["", "\u00ad", "a\x00b", "a\nb", "\u0627a", "\u06271", "a\ufffdb", "\ue000"])
def test_a_password_that_not_every_client_can_send_is_refused(password: str) -> None:
    with pytest.raises(ValueError, match="the password"):
        make_verifier(password, iterations=FEW)


def test_the_example_of_rfc_7677() -> None:
    """Its exchange gives the server's signature, made with the ServerKey, and the proof that the StoredKey checks."""
    verifier = make_verifier("pencil", base64.b64decode("W22ZaJ0SNY7soEsUEjb6gQ=="), 4_096)
    message = (
        b"n=user,r=rOprNGfwEbeRWgbNEkqO,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,"
        b"s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"
    )
    signature = hmac.digest(verifier.server_key, message, "sha256")
    assert base64.b64encode(signature) == b"6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="
    proof = base64.b64decode("dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")
    key = bytes(a ^ b for a, b in zip(proof, hmac.digest(verifier.stored_key, message, "sha256"), strict=True))
    assert hashlib.sha256(key).digest() == verifier.stored_key


WRITTEN = st.text(st.characters(codec="ascii", categories=("L", "N", "P")), min_size=1, max_size=30)


@given(WRITTEN, st.binary(min_size=1))
@examples(max_examples=20)
def test_a_verifier_is_read_as_it_was_written(password: str, salt: bytes) -> None:
    made = make_verifier(password, salt, FEW)
    assert read_verifier(str(made)) == made
    assert made.fits(password)


@pytest.mark.parametrize("password", PASSWORDS)
def test_postgresql_lets_in_by_our_verifier(postgres: Postgres, password: str) -> None:
    with postgres.connect() as owner:
        owner.run(f"CREATE ROLE proeve LOGIN PASSWORD '{make_verifier(password)}'")
        try:
            with postgres.connect(user="proeve", password=saslprep(password)) as connection:
                assert connection.run("SELECT current_user") == [["proeve"]]
            with pytest.raises(DatabaseError, match="28P01"), postgres.connect(user="proeve", password="forkert"):
                pass
        finally:
            owner.run("DROP ROLE proeve")


@pytest.mark.parametrize("password", PASSWORDS)
def test_we_read_what_postgresql_stores(postgres: Postgres, password: str) -> None:
    with postgres.connect() as owner:
        owner.run("CREATE ROLE proeve LOGIN")
        try:
            quoted = password.replace("'", "''")
            owner.run(f"ALTER ROLE proeve PASSWORD '{quoted}'")
            [[stored]] = owner.run("SELECT rolpassword FROM pg_authid WHERE rolname = 'proeve'")
        finally:
            owner.run("DROP ROLE proeve")
    found = read_verifier(stored)
    assert found is not None
    assert found.fits(password)
    assert make_verifier(password, found.salt, found.iterations) == found
    assert found.iterations <= ITERATIONS
