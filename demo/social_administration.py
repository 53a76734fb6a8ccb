"""The synthetic social administration: nobody in it exists."""

from __future__ import annotations

import duckdb
import numpy as np

from demo import (
    afgoerelser,
    ansaettelser,
    ansatmaaned,
    arbejdsmiljoe,
    beholdning,
    borgere,
    forloeb,
    fravaer,
    kommunetal,
    ophold,
    organisation,
    overgange,
    refusion,
    systemkontrol,
    tilbud,
    udbetalinger,
    ydelser,
)


def create(con: duckdb.DuckDBPyConnection, scale: int, seed: int) -> None:
    """Every synthetic table. Each draws from a stream of its own, so that one may grow and leave the rest as it was.

    A new table takes a stream behind the others.
    """
    streams = [np.random.Generator(np.random.PCG64(stream)) for stream in np.random.SeedSequence(seed).spawn(24)]
    people, help_given, decisions, figures, stays, counts, treated, housed, grown = streams[:9]
    organisation.create(con)
    citizens = borgere.create(con, people, scale, seed)
    ydelser.create(con, help_given, citizens)
    afgoerelser.create(con, decisions)
    kommunetal.create(con, figures)
    tilbud.create(con, scale)
    ophold.create(con, stays, citizens, scale)
    beholdning.create(con, counts, scale)
    forloeb.create_rusmiddelforloeb(con, treated, citizens)
    forloeb.create_boligforloeb(con, housed, citizens)
    overgange.create(con, grown, citizens)
    udbetalinger.create(con)
    refusion.create(con)
    systemkontrol.create(con, streams[22])
    employed = ansaettelser.create(con, streams[14], scale, seed)
    fravaer.create(con, streams[15], employed)
    ansatmaaned.create(con)
    arbejdsmiljoe.create_rekruttering(con, streams[16], scale)
    arbejdsmiljoe.create_haendelse(con, streams[17], scale)
