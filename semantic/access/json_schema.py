"""The policy language as JSON Schema, for editors: `python -m semantic.access.json_schema FILE` writes it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from semantic.access.documents import PolicyFile


def policy_schema() -> str:
    """The schema of one policy file, the same text for the same documents."""
    schema = PolicyFile.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Nøgletal policies"
    return json.dumps(schema, indent=2, ensure_ascii=False, sort_keys=True) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(policy_schema(), encoding="utf-8")
