"""`build`: the demo database, one DuckDB file."""

from __future__ import annotations

import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import duckdb
import numpy as np

from demo import konto, load_register, open_data, social_administration, varde
from demo.extent import Extent

Progress = Callable[[str], None]
SMALL = Fraction(1, 30)  # 2,000 citizens, built within a second or two


def build(out: Path, scale: Fraction = SMALL, seed: int = 20260101, progress: Progress | None = None) -> None:
    """The demo database written to `out`, whole or not at all. `scale` 1 is a synthetic administration of Copenhagen's
    size, about 60,000 citizens and ten years; it is rounded to whole times the small one. The open data are the same at
    every scale.

    The same seed and scale give the same rows. A reader that has the old file open keeps it.
    """
    extent = Extent(max(1, round(scale / SMALL)))
    say = progress or (lambda step: None)
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(f".{out.name}.{os.getpid()}.unfinished")
    try:
        with duckdb.connect(str(unfinished)) as con:
            _fill(con, extent, seed, say)
        say("færdig")  # the last moment to break off: whoever listens may raise
        os.replace(unfinished, out)
    finally:
        for leftover in (unfinished, unfinished.with_name(unfinished.name + ".wal")):
            leftover.unlink(missing_ok=True)


def _fill(con: duckdb.DuckDBPyConnection, extent: Extent, seed: int, say: Progress) -> None:
    say("åbne data: kommuner, befolkning, regnskab, indikatorer")
    open_data.create(con)
    say("åbne data: Varde 2021")
    varde.create(con)
    social_administration.create(con, extent, seed, lambda step: say(f"syntetisk socialforvaltning: {step}"))
    say("syntetisk kontoregnskab og -budget")
    konto.create(con, np.random.Generator(np.random.PCG64(np.random.SeedSequence(seed).spawn(24)[19])))
    load_register.create(con)
