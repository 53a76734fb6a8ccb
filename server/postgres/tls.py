"""The server's own certificate and key for SQL over TLS, and the hash of it that a log-in may bind to."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes

from semantic.errors import DefinitionError, Place, Problem


@dataclass(frozen=True)
class Tls:
    """`binding` is RFC 5929's tls-server-end-point, None for a certificate whose signature names no hash."""

    context: ssl.SSLContext
    binding: bytes | None


def load_tls(certificate: Path | None, key: Path | None) -> Tls | None:
    """None when neither is named. Raises DefinitionError (D674) when they cannot be read or do not belong together."""
    if certificate is None and key is None:
        return None
    if certificate is None or key is None:
        message = "A certificate of SQL needs its key, and a key its certificate."
        raise DefinitionError(Problem("D674", message, "Set sql_tls_certificate and sql_tls_key."))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key)
        return Tls(context, certificate_hash(certificate.read_bytes()))
    except (OSError, ValueError) as error:
        hint = "Name a PEM file with the certificate, its chain below it, and one with its key without a password."
        problem = Problem("D674", "The certificate of SQL or its key cannot be used.", hint, str(error)[:200],
                          Place(str(certificate)))  # fmt: skip
        raise DefinitionError(problem) from None


def certificate_hash(pem: bytes) -> bytes | None:
    found = x509.load_pem_x509_certificate(pem)
    algorithm = found.signature_hash_algorithm
    if algorithm is None:
        return None
    return found.fingerprint(hashes.SHA256() if isinstance(algorithm, hashes.MD5 | hashes.SHA1) else algorithm)
