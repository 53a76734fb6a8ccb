"""A JSON document of the issuer's: over https, from where it was said to be, small, and soon."""

from __future__ import annotations

import http.client
import json
import ssl
import time
from typing import Any
from urllib.parse import urlsplit

MOST_BYTES = 256_000
SECONDS = 5.0


class FetchError(Exception):
    """What went wrong, for the log; no caller is told."""


def fetch_json(url: str, seconds: float = SECONDS) -> Any:
    """The document. A redirect is not followed: who could write one could send us anywhere. Raises FetchError."""
    try:
        return json.loads(_body(url, time.monotonic() + seconds, seconds))
    except (OSError, http.client.HTTPException, ValueError, RecursionError) as error:
        raise FetchError(f"{url}: {error or type(error).__name__}") from error


def _body(url: str, end: float, seconds: float) -> bytes:
    parts = urlsplit(url)
    if parts.hostname is None:
        raise FetchError(f"{url}: no host")
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        context = ssl.create_default_context()
        connection = http.client.HTTPSConnection(parts.hostname, parts.port, timeout=seconds, context=context)
    else:
        connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=seconds)
    try:
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers={"Accept": "application/json", "User-Agent": "nogletal"})
        answer = connection.getresponse()
        if answer.status != 200:
            raise FetchError(f"{url}: status {answer.status}")
        return _read(answer, url, end)
    finally:
        connection.close()


def _read(answer: http.client.HTTPResponse, url: str, end: float) -> bytes:
    """The whole body; each piece may come in time and the whole still too slowly."""
    found = bytearray()
    while piece := answer.read1(16_384):
        found += piece
        if len(found) > MOST_BYTES:
            raise FetchError(f"{url}: longer than {MOST_BYTES} bytes")
        if time.monotonic() > end:
            raise FetchError(f"{url}: too slow")
    return bytes(found)
