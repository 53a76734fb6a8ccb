"""`nogletal`: the commands and their options; what each does is in `server/terminal/`."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from semantic.errors import ServiceError
from server.terminal.interrupt import interruptible
from server.terminal.refusals import lines

# What the commands do is loaded when one is run: `--help` needs neither engine nor network, and Ctrl-C is heard early.

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]
PROJECT = Path(__file__).parent.parent
INTERRUPTED = 130  # what a shell reports for a command ended by Ctrl-C
FORMATS = ("table", "csv", "json", "arrow")

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


class Commands(click.Group):
    """Every refusal becomes text and exit code 1; no fault of a user's ends in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        with interruptible() as interrupt:
            ctx.obj = interrupt
            try:
                return super().invoke(ctx)
            except (ServiceError, KeyboardInterrupt, RuntimeError) as error:
                # The engine's library tells of Ctrl-C with a RuntimeError of its own.
                if interrupt.pressed or isinstance(error, KeyboardInterrupt):
                    click.echo("Interrupted.", err=True)
                    ctx.exit(INTERRUPTED)
                if not isinstance(error, ServiceError):
                    raise
                for line in lines(error.problems):
                    click.echo(line, err=True)
                ctx.exit(1)
            except OSError as error:
                if error.errno == errno.EPIPE:
                    raise  # the reader of our output has gone, as in `| head`
                raise click.ClickException(f"{error.filename or ''}: {error.strerror or error}".strip(": ")) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nogletal", prog_name="nogletal")
def main() -> None:
    """One definition of every key figure, the same number in every client."""


def options(*decorators: Decorator) -> Callable[[F], F]:
    """Several options as one decorator, in the order that `--help` shows them."""

    def decorate(command: F) -> F:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return decorate


SOURCES = options(
    click.option("--config", type=EXISTING_FILE, help="A TOML file with the settings."),
    click.option("--model", type=FOLDER, help="The folder with the model's YAML files.  [default: schema]"),
    click.option("--database", type=FILE, help="The DuckDB file with the data.  [default: var/demo.duckdb]"),
)
QUESTION = options(
    click.argument("measures", nargs=-1, metavar="[VIEW.MEASURE]..."),
    click.option("--by", multiple=True, metavar="VIEW.DIM", help="Group by this dimension."),
    click.option("--time", multiple=True, metavar="VIEW.DIM:GRAIN", help="Group by day, week, month, quarter or year."),
    click.option("--range", multiple=True, metavar="VIEW.DIM=PERIOD",
                 help="'last 12 months', 2024, 2024K1 or 2024-01-01..2024-03-31, last day included."),
    click.option("--where", multiple=True, metavar="CONDITION",
                 help="For example \"view.dim in (a, b) and not view.other is null\". Several must all hold."),
    click.option("--segment", multiple=True, metavar="VIEW.SEGMENT", help="Only the rows of this segment."),
    click.option("--order", multiple=True, metavar="VIEW.MEMBER[:desc]", help="Sort by this column, the first first."),
    click.option("--limit", type=click.IntRange(min=0), help="At most so many rows."),
    click.option("--offset", type=click.IntRange(min=0), default=0, help="Leave out the first rows."),
    click.option("--total", is_flag=True, help="Count the rows there are without --limit."),
    click.option("--timezone", metavar="ZONE", help="Where days begin.  [default: Europe/Copenhagen]"),
    click.option("--query", "file", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True),
                 help="The whole question in Cube's JSON format instead; - reads standard input."),
    click.option("--as", "name", metavar="USER", help="Ask as this demo principal.  [default: the local operator]"),
)  # fmt: skip


@main.group()
def demo() -> None:
    """The demo: Danish open data and a synthetic social administration."""


@demo.command("build")
@click.option("--scale", type=click.IntRange(1, 1000), default=1, show_default=True,
              help="How many times the synthetic citizens.")  # fmt: skip
@click.option("--out", type=FILE, default=PROJECT / "var" / "demo.duckdb",
              help="The file to write.  [default: var/demo.duckdb]")  # fmt: skip
def demo_build(scale: int, out: Path) -> None:
    """Build the demo database, whole or not at all."""
    from demo.build import build
    from server.terminal.progress import steps

    with steps("Building the demo database") as step:
        build(out, scale=scale, progress=step)
    click.echo(f"Built {out} ({out.stat().st_size / 1_000_000:.1f} MB).")


@main.command()
@SOURCES
def check(**sources: Path | None) -> None:
    """Check the model, the policies and, where it is there, that the database has what they name."""
    from server.terminal import app

    app.check(app.local_settings(**sources))


@main.command()
@QUESTION
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@click.option("--out", type=FILE, help="Write to this file instead of standard output.")
@SOURCES
@click.pass_context
def query(
    ctx: click.Context, /, form: str, out: Path | None, config: Path | None, model: Path | None, database: Path | None,
    **asked: Any,
) -> None:  # fmt: skip
    """Ask for measures: nogletal query VIEW.MEASURE... --by VIEW.DIM"""
    from server.terminal import app

    settings = app.local_settings(config, model, database)
    app.query(app.Question(**asked), form, out, settings, ctx.obj)


@main.command()
@QUESTION
@SOURCES
def explain(config: Path | None, model: Path | None, database: Path | None, **asked: Any) -> None:
    """Show how a question would be answered: the plan, the SQL, why it is allowed, and what it is made of."""
    from server.terminal import app

    app.explain(app.Question(**asked), app.local_settings(config, model, database))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("-k", "word", metavar="WORD", help="Only the tests with this word in their name or file.")
@SOURCES
@click.pass_context
def test(ctx: click.Context, /, paths: tuple[Path, ...], word: str | None, **sources: Path | None) -> None:
    """Run metric tests (*.tests.yml): those of PATHS, or all beside the model."""
    from server.terminal import app

    if not app.test(paths, word, app.local_settings(**sources)):
        ctx.exit(1)


@main.command()
@click.option("--demo", "with_demo", is_flag=True, help="Let the demo principals in, on this machine only.")
@click.option("--http", metavar="HOST:PORT", help="GraphQL and REST.  [default: 127.0.0.1:8000]")
@click.option("--sql", metavar="HOST:PORT", help="SQL.  [default: 127.0.0.1:15432]")
@SOURCES
def serve(
    with_demo: bool, http: str | None, sql: str | None, config: Path | None, model: Path | None, database: Path | None
) -> None:
    """Serve until Ctrl-C. Every address is printed."""
    from server.settings import load_settings

    typed: dict[str, object] = {"http": http, "sql": sql, "demo": with_demo or None, "model": model}
    typed["databases"] = {"demo": database} if database else None
    settings = load_settings(config, os.environ, typed)
    from server.main import serve as serve_until_stopped

    serve_until_stopped(settings)
