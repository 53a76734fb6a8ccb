"""`nogletal`: the command line."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from semantic.errors import ServiceError
from semantic.model.load import load_model
from semantic.model.model import Model
from server.terminal.refusals import lines

F = TypeVar("F", bound=Callable[..., Any])
PROJECT = Path(__file__).parent.parent
INTERRUPTED = 130  # what a shell reports for a command ended by Ctrl-C


class Commands(click.Group):
    """Every refusal becomes text and exit code 1; no fault of a user's ends in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ServiceError as error:
            for line in lines(error.problems):
                click.echo(line, err=True)
            ctx.exit(1)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # the reader of our output has gone, as in `| head`
            raise click.ClickException(f"{error.filename or ''}: {error.strerror or error}".strip(": ")) from error
        except KeyboardInterrupt:
            click.echo("Interrupted.", err=True)
            ctx.exit(INTERRUPTED)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nogletal", prog_name="nogletal")
def main() -> None:
    """One definition of every key figure, the same number in every client."""


def sources(command: F) -> F:
    """The options that say what is read; without them the project's own model and the demo database."""
    for option in (
        click.option("--database", type=click.Path(path_type=Path, dir_okay=False), envvar="NOGLETAL_DATABASE",
                     help="The DuckDB file with the data.  [default: var/demo.duckdb]"),
        click.option("--model", type=click.Path(path_type=Path, exists=True, file_okay=False), envvar="NOGLETAL_MODEL",
                     help="The folder with the model's YAML files.  [default: schema]"),
        click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False),
                     envvar="NOGLETAL_CONFIG", help="A TOML file with the settings."),
    ):  # fmt: skip
        command = option(command)
    return command


@main.group()
def demo() -> None:
    """The demo: Danish open data and a synthetic social administration."""


@demo.command("build")
@click.option("--scale", type=click.IntRange(1, 1000), default=1, show_default=True,
              help="How many times the synthetic citizens.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=PROJECT / "var" / "demo.duckdb",
              help="The file to write.  [default: var/demo.duckdb]")  # fmt: skip
def demo_build(scale: int, out: Path) -> None:
    """Build the demo database, whole or not at all."""
    from demo.build import build  # numpy is slow to load
    from server.terminal.progress import steps

    with steps("Building the demo database") as step:
        build(out, scale=scale, progress=step)
    click.echo(f"Built {out} ({out.stat().st_size / 1_000_000:.1f} MB).")


@main.command()
@sources
def check(config: Path | None, model: Path | None, database: Path | None) -> None:
    """Check the model and the policies; every fault is listed with file and line."""
    loaded = load_model(model or PROJECT / "schema")
    for note in loaded.notes:
        click.echo(f"{note.at}: note: {note.message}")
    click.echo(counted(loaded))


def counted(model: Model) -> str:
    cubes = model.cubes.values()
    figures = {
        "cubes": len(model.cubes),
        "views": sum(not view.is_cube for view in model.views.values()),
        "dimensions": sum(len(cube.dimensions) for cube in cubes),
        "measures": sum(len(cube.measures) for cube in cubes),
        "segments": sum(len(cube.segments) for cube in cubes),
        "nøgletal": len(model.noegletal),
        "notes": len(model.notes),
    }
    counts = ", ".join(f"{count} {word}" for word, count in figures.items())
    return f"The model is right: {counts}. Version {model.version}."
