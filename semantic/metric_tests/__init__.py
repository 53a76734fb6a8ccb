"""Tests that a model's authors write in YAML beside the definitions: `*.tests.yml`."""
