"""The editions of this server: where they lie, and with which key they are sealed."""

from __future__ import annotations

import hashlib
import hmac

from semantic.edition.manifest import Seal
from semantic.edition.opened import Editions
from semantic.limits import Limits
from server.audit.recorder import read_key
from server.settings import Settings

PURPOSE = b"edition\n"  # the key is the audit's; what it signs here is nothing else


def editions_of(settings: Settings, limits: Limits) -> Editions:
    """Opened one by one, when they are asked for."""
    return Editions(settings.editions, sealer(settings), settings.databases, limits)


def sealer(settings: Settings) -> Seal:
    """Signs with the key of the audit, which lies elsewhere than the editions. Raises OSError."""

    def seal(text: bytes) -> str:
        return hmac.new(read_key(settings.audit.key_file), PURPOSE + text, hashlib.sha256).hexdigest()

    return seal
