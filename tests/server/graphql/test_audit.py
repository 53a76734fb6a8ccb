"""The audit of the GraphQL over HTTP specification's own authors, by node against a real port."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest


@pytest.mark.real_client("node", "npm")
def test_every_audit_is_ok(node_clients: Path, address: tuple[str, int]) -> None:
    url = f"http://{address[0]}:{address[1]}/graphql"
    done = subprocess.run(
        ["node", "audit.mjs", url, "demo-direktion"], cwd=node_clients, check=True, capture_output=True, timeout=60
    )
    results = json.loads(done.stdout)
    assert [one for one in results if one["status"] != "ok"] == []
    assert len(results) == 61
