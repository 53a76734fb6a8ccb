"""psqlODBC's connection string, and the options for how it fetches."""

from __future__ import annotations

from tests.clients.endpoint import Endpoint

OPTIONS = {"plain": "", "declare": "UseDeclareFetch=1;Fetch=2;", "server-side": "UseServerSidePrepare=1;"}


def text(endpoint: Endpoint, options: str = "") -> str:
    """The connection string."""
    mode = "require" if endpoint.encrypted else "disable"
    return (
        f"Driver={{PostgreSQL Unicode}};Server={endpoint.host};Port={endpoint.port};Database={endpoint.database};"
        f"Uid={endpoint.user};Pwd={endpoint.password};SSLmode={mode};{options}"
    )
