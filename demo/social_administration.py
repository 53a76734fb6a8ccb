"""The synthetic social administration: nobody in it exists."""

from __future__ import annotations

from collections.abc import Callable

import duckdb
import numpy as np

from demo import (
    afgoerelser,
    anbringelsesudgift,
    ansaettelser,
    ansatmaaned,
    arbejdsmiljoe,
    beholdning,
    beskaeftigelse,
    boernesager,
    borgere,
    bydele,
    elevtal,
    flytninger,
    folketal,
    forloeb,
    fravaer,
    hjaelp,
    klager,
    kommunetal,
    magtanvendelser,
    ophold,
    organisation,
    overgange,
    refusion,
    skolegang,
    stoetteaktiviteter,
    systemkontrol,
    tilbud,
    udbetalinger,
    udredninger,
    underretninger,
    ventelister,
    ydelser,
)
from demo.extent import Extent


def create(con: duckdb.DuckDBPyConnection, extent: Extent, seed: int, say: Callable[[str], None]) -> None:
    """Every synthetic table. Each draws from a stream of its own, so that one may grow and leave the rest as it was.

    A new table takes a stream behind the others. `say` is told what is about to be made.
    """
    streams = [np.random.Generator(np.random.PCG64(stream)) for stream in np.random.SeedSequence(seed).spawn(31)]
    say("borgere, ydelser og afgørelser")
    organisation.create(con)
    citizens = borgere.create(con, streams[0], extent, seed)
    ydelser.create(con, streams[1], citizens, extent)
    afgoerelser.create(con, streams[2], streams[25])
    kommunetal.create(con, streams[3])
    say("tilbud, ophold og forløb")
    tilbud.create(con, extent)
    ophold.create(con, streams[4], citizens, extent)
    beholdning.create(con, streams[5], extent)
    forloeb.create_rusmiddelforloeb(con, streams[6], citizens, extent)
    forloeb.create_boligforloeb(con, streams[7], citizens, extent)
    overgange.create(con, streams[8], citizens, extent)
    say("betalinger")
    udbetalinger.create(con)
    refusion.create(con)
    systemkontrol.create(con, streams[22])
    say("ansatte og fravær")
    _workplace(con, streams[14:18], extent, seed)
    say("klager, børnesager, magtanvendelser og ventelister")
    _cases(con, streams[9:14], citizens, extent)
    say("udredninger, beskæftigelse, skolegang og støtteaktiviteter")
    hjaelp.find(con)
    udredninger.create(con, streams[18], extent)
    beskaeftigelse.create(con, streams[20], extent)
    hjaelp.forget(con)
    skolegang.create(con, streams[21], citizens, extent)
    stoetteaktiviteter.create(con, streams[26], extent)
    bydele.create(con, streams[24], citizens)
    _national(con, streams[27:31], say)


def _cases(
    con: duckdb.DuckDBPyConnection, streams: list[np.random.Generator], citizens: borgere.Borgere, extent: Extent
) -> None:
    klager.create(con, streams[0])
    underretninger.create(con, streams[1], citizens, extent)
    boernesager.create_anbringelse(con, streams[2])
    boernesager.create_forebyggende(con, streams[2])
    magtanvendelser.create(con, streams[3], extent)
    ventelister.create(con, streams[4], extent)


def _workplace(con: duckdb.DuckDBPyConnection, streams: list[np.random.Generator], extent: Extent, seed: int) -> None:
    employed = ansaettelser.create(con, streams[0], extent, seed)
    fravaer.create(con, streams[1], employed, extent)
    ansatmaaned.create(con)
    arbejdsmiljoe.create_rekruttering(con, streams[2], extent)
    arbejdsmiljoe.create_haendelse(con, streams[3], extent)


def _national(con: duckdb.DuckDBPyConnection, streams: list[np.random.Generator], say: Callable[[str], None]) -> None:
    say("landets elever, folketal, flytninger og udgifter til anbragte børn")
    elevtal.create(con, streams[0])
    folketal.create(con, streams[2])
    anbringelsesudgift.create(con, streams[1])
    flytninger.create(con, streams[3])
