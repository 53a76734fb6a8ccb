"""Runs the benchmarks named, or all, and prints a line for each figure as it is known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from benchmarks.audit import audit_figures
from benchmarks.authorise import authorise_figures
from benchmarks.compile import compile_figures
from benchmarks.disclosure import disclosure_figures
from benchmarks.end_to_end import end_to_end_figures
from benchmarks.figure import Figure
from benchmarks.interfaces import interface_figures
from benchmarks.long_view import long_view_figures
from benchmarks.schema import schema_figures
from benchmarks.spells import spell_figures
from benchmarks.sql import sql_figures
from benchmarks.subtotals import subtotal_figures
from benchmarks.time import time_figures
from benchmarks.wire import wire_figures

BENCHMARKS: dict[str, Callable[[], Iterator[Figure]]] = {
    "audit": audit_figures,
    "authorise": authorise_figures,
    "compile": compile_figures,
    "disclosure": disclosure_figures,
    "end_to_end": end_to_end_figures,
    "interfaces": interface_figures,
    "long_view": long_view_figures,
    "schema": schema_figures,
    "spells": spell_figures,
    "sql": sql_figures,
    "subtotals": subtotal_figures,
    "time": time_figures,
    "wire": wire_figures,
}


def main(names: list[str]) -> int:
    unknown = set(names) - set(BENCHMARKS)
    if unknown:
        print(f"No benchmark {', '.join(sorted(unknown))}; there are: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 1
    for name in names or BENCHMARKS:
        for figure in BENCHMARKS[name]():
            print(figure, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
