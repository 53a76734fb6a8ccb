"""An OpenID Connect issuer on this machine: a discovery document, keys, and tokens as wrong as a test wants them."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from jwt.algorithms import get_default_algorithms

AUDIENCE = "nogletal"
KEYS: dict[str, Any] = {
    "RS256": rsa.generate_private_key(65_537, 2_048),
    "ES256": ec.generate_private_key(ec.SECP256R1()),
    "EdDSA": ed25519.Ed25519PrivateKey.generate(),
}
OTHER_RSA = rsa.generate_private_key(65_537, 2_048)
WEAK_RSA = rsa.generate_private_key(65_537, 1_024)


def public_jwk(private: Any, algorithm: str, **more: Any) -> dict[str, Any]:
    found = json.loads(get_default_algorithms()[algorithm].to_jwk(private.public_key()))
    return {key: value for key, value in found.items() if key != "key_ops"} | more


@dataclass
class Issuer:
    """What it answers may be changed while it runs. `asked` are the paths it was asked for."""

    url: str = ""
    keys: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)  # instead of the right ones
    asked: list[str] = field(default_factory=list)

    def answer(self, path: str) -> tuple[int, dict[str, str], bytes]:
        self.asked.append(path)
        if path in self.answers:
            return self.answers[path]
        if path == "/.well-known/openid-configuration":
            return 200, {}, json.dumps({"issuer": self.url, "jwks_uri": f"{self.url}/keys"}).encode()
        return (200, {}, json.dumps({"keys": self.keys}).encode()) if path == "/keys" else (404, {}, b"")

    def claims(self, **more: Any) -> dict[str, Any]:
        now = int(time.time())
        right = {"iss": self.url, "aud": AUDIENCE, "sub": "anna", "iat": now, "exp": now + 600}
        return {key: value for key, value in {**right, "kommune": 573, "groups": ["Analyse"], **more}.items()
                if value is not LEFT_OUT}  # fmt: skip

    def token(self, algorithm: str = "RS256", key: Any = None, headers: dict[str, Any] | None = None, **claims: Any
    ) -> str:  # fmt: skip
        head = {"kid": algorithm, **(headers or {})}
        return jwt.encode(self.claims(**claims), key or KEYS[algorithm], algorithm, head)


LEFT_OUT = object()


@contextmanager
def running() -> Iterator[Issuer]:
    issuer = Issuer(keys=[public_jwk(key, name, kid=name, use="sig") for name, key in KEYS.items()])

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, headers, body = issuer.answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    issuer.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield issuer
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def raw_token(header: object, payload: object, signature: bytes = b"") -> str:
    """A token put together by hand, as no library would."""
    parts = (json.dumps(header).encode(), json.dumps(payload).encode(), signature)
    return ".".join(base64.urlsafe_b64encode(one).rstrip(b"=").decode() for one in parts)
