"""Cube's REST API: parse (HTTP → Query), encode (Result → JSON, CSV, Arrow, Parquet), app (the addresses)."""
