"""The synthetic social administration: nobody in it exists."""

from __future__ import annotations

import duckdb
import numpy as np

from demo import afgoerelser, borgere, kommunetal, organisation, ydelser


def create(con: duckdb.DuckDBPyConnection, scale: int, seed: int) -> None:
    """Every synthetic table. Each draws from a stream of its own, so that one may grow and leave the rest as it was."""
    people, help_given, decisions, figures = (
        np.random.Generator(np.random.PCG64(stream)) for stream in np.random.SeedSequence(seed).spawn(4)
    )
    organisation.create(con)
    citizens = borgere.create(con, people, scale, seed)
    ydelser.create(con, help_given, citizens)
    afgoerelser.create(con, decisions)
    kommunetal.create(con, figures)
