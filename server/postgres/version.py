"""Which PostgreSQL the endpoint says that it is: what it holds to is that version's, as far as only reading goes."""

from __future__ import annotations

SERVER_VERSION, SERVER_VERSION_NUMBER = "15.10", "150010"
VERSION = f"PostgreSQL {SERVER_VERSION} (Noegletal)"
"""As `version()` says it."""
