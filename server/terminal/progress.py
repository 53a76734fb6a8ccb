"""Progress on standard error: a moving bar on a terminal, one line for each step elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from server.terminal.refusals import printable


@contextmanager
def steps(work: str) -> Iterator[Callable[[str], None]]:
    """A function to be told each step as it begins; how many there are is not known."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda step: console.print(f"{work}: {printable(step)}", markup=False, highlight=False, soft_wrap=True)
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(work, total=None)
        yield lambda step: progress.update(task, description=f"{work}: {printable(step)}")


@contextmanager
def waiting(work: str) -> Iterator[None]:
    """A spinner while there is nothing to count, on a terminal only."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield
        return
    with console.status(work):
        yield
