"""The schema that editors read is the one that the documents give."""

from __future__ import annotations

from pathlib import Path

from semantic.model.json_schema import model_schema

FILE = Path(__file__).parents[3] / "schema" / "model.schema.json"


def test_the_schema_is_fresh() -> None:
    assert FILE.read_text("utf-8") == model_schema(), "run: make snapshots"


def test_it_knows_the_keys_that_are_ours() -> None:
    for key in ("constant_over", "additive_over", "group_aggregation", "conformed", "snapshot", "taeller"):
        assert f'"{key}"' in model_schema()
