"""`nogletal`: the command line."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, TextIO, TypeVar

import click
import sqlglot
from rich.console import Console

from semantic.access.principal import Principal
from semantic.errors import DefinitionError, ParseError, Problem, ServiceError
from semantic.metric_tests.labs import Labs
from semantic.metric_tests.read import MetricTest, find_files, read_tests
from semantic.metric_tests.report import details, headline, summary
from semantic.metric_tests.run import Outcome, run
from semantic.model.load import load_model
from semantic.model.model import Model
from semantic.pipeline import answer
from semantic.pipeline import explain as explanation
from semantic.query import Query
from semantic.result import collect
from server.authenticate import read_demo_principals
from server.settings import Settings, load_settings
from server.terminal.cube_file import read_cube_query
from server.terminal.encode import FORMATS, stamp_line
from server.terminal.lineage import lineage
from server.terminal.local import local_service, local_settings, model_folder, who
from server.terminal.parse import Typed, parse
from server.terminal.progress import steps, waiting
from server.terminal.refusals import lines, printable
from server.terminal.table import show

F = TypeVar("F", bound=Callable[..., Any])
Decorator = Callable[[Any], Any]
PROJECT = Path(__file__).parent.parent
INTERRUPTED = 130  # what a shell reports for a command ended by Ctrl-C
TABLE_ROWS = 1_000  # more are for a file, not for reading

FILE = click.Path(path_type=Path, dir_okay=False)
EXISTING_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
FOLDER = click.Path(path_type=Path, exists=True, file_okay=False)


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
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), default=PROJECT / "var" / "demo.duckdb",
              help="The file to write.  [default: var/demo.duckdb]")  # fmt: skip
def demo_build(scale: int, out: Path) -> None:
    """Build the demo database, whole or not at all."""
    from demo.build import build  # numpy is slow to load

    with steps("Building the demo database") as step:
        build(out, scale=scale, progress=step)
    click.echo(f"Built {out} ({out.stat().st_size / 1_000_000:.1f} MB).")


@main.command()
@SOURCES
def check(config: Path | None, model: Path | None, database: Path | None) -> None:
    """Check the model, the policies and, where it is there, that the database has what they name."""
    settings = local_settings(config, model, database)
    loaded = load_model(model_folder(settings))
    for note in loaded.notes:
        click.echo(f"{note.at}: note: {note.message}")
    who_may = read_demo_principals(settings.policies)
    click.echo(counted(loaded))
    click.echo(f"The policies are right: {len(who_may)} demo principals.")
    missing = [str(path) for path in settings.databases.values() if not path.is_file()]
    if missing:
        click.echo(f"Not checked against the database, which is not there: {', '.join(missing)}.")
        return
    with local_service(settings):
        click.echo("The database has every table and column of the model.")


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


@main.command()
@QUESTION
@click.option("--format", "form", type=click.Choice(["table", *FORMATS]), default="table", show_default=True)
@click.option("--out", type=FILE, help="Write to this file instead of standard output.")
@SOURCES
def query(
    form: str, out: Path | None, config: Path | None, model: Path | None, database: Path | None, **typed: Any
) -> None:
    """Ask for measures: nogletal query VIEW.MEASURE... --by VIEW.DIM"""
    settings = local_settings(config, model, database)
    asked, principal = question(TABLE_ROWS if form == "table" else None, settings, **typed)
    with local_service(settings) as service:
        with waiting("Asking …"):
            result = answer(asked, principal, service)
        if form == "table":
            with open_text(out) as file:
                show(collect(result), Console(file=file))
            return
        with open_binary(out) as raw:
            FORMATS[form](result, raw)
        click.echo(stamp_line(result.stamp), err=True)


@main.command()
@QUESTION
@SOURCES
def explain(config: Path | None, model: Path | None, database: Path | None, **typed: Any) -> None:
    """Show how a question would be answered: the plan, the SQL, why it is allowed, and what it is made of."""
    settings = local_settings(config, model, database)
    asked, principal = question(None, settings, **typed)
    with local_service(settings) as service:
        found = explanation(asked, principal, service)
        for title, lines_of in (
            ("Plan", found.plan.splitlines()),
            ("SQL", laid_out(found.sql).splitlines()),
            ("Parameters", [f"{number}: {value!r}" for number, value in enumerate(found.parameters, 1)]),
            ("Allowed by", found.reasons),
            ("Lineage", lineage(found.columns, service.generation.model)),
            ("From", [stamp_line(found.stamp)]),
        ):
            click.echo(f"{title}\n" + "".join(f"    {printable(line)}\n" for line in lines_of))


def laid_out(sql: str) -> str:
    """The statement over several lines; as it is where another layout would be other SQL."""
    laid = sqlglot.transpile(sql, read="duckdb", write="duckdb", pretty=True)[0]
    same = "".join(laid.split()) == "".join(sql.split())
    return laid if same else sql


def question(
    default_limit: int | None, settings: Settings, file: Path | None, name: str | None, **typed: Any
) -> tuple[Query, Principal]:
    """The question as typed or from a file, and who asks it."""
    principal = who(name, settings)
    if file is None:
        return parse(Typed(**typed), default_limit), principal
    if any(typed.values()):
        hint = "Put everything into the file, or leave out --query."
        raise ParseError(Problem("P144", "--query holds the whole question, but more is asked beside it.", hint))
    return read_cube_query(file, default_limit), principal


@contextmanager
def open_binary(out: Path | None) -> Iterator[BinaryIO]:
    if out is None:
        yield sys.stdout.buffer
        return
    with out.open("wb") as file:
        yield file


@contextmanager
def open_text(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    with out.open("w", encoding="utf-8") as file:
        yield file


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("-k", "word", metavar="WORD", help="Only the tests with this word in their name or file.")
@SOURCES
def test(
    paths: tuple[Path, ...], word: str | None, config: Path | None, model: Path | None, database: Path | None
) -> None:
    """Run metric tests (*.tests.yml): those of PATHS, or all beside the model."""
    settings = local_settings(config, model, database)
    tests = find_tests(paths or (model_folder(settings),), word)
    outcomes: list[Outcome] = []
    with Labs(load_model(model_folder(settings)), settings.databases) as labs:
        if any(one.document.given is None for one in tests):
            labs.real()  # told once here, what is wrong with the data is not told again by every test
        for one in tests:
            outcomes.append(run(one, labs.lab))
            click.echo(printable(headline(outcomes[-1])))
            for line in details(outcomes[-1]):
                click.echo(f"    {printable(line)}")
    click.echo(summary(outcomes))
    if any(outcome.status != "passed" for outcome in outcomes):
        click.get_current_context().exit(1)


def find_tests(paths: tuple[Path, ...], word: str | None) -> list[MetricTest]:
    """The tests of the files. Raises DefinitionError with the faults of all files, or D690 when there is no test."""
    tests: list[MetricTest] = []
    problems: list[Problem] = []
    for file in find_files(paths):
        try:
            tests.extend(read_tests(file, _short(file)))
        except DefinitionError as error:
            problems.extend(error.problems)
    if problems:
        raise DefinitionError(*problems)
    chosen = [one for one in tests if word is None or word.lower() in f"{one.file} {one.name}".lower()]
    if not chosen:
        where = ", ".join(_short(path) for path in paths)
        named = f" with '{word}' in its name" if word is not None else ""
        hint = "Metric tests are written in files called *.tests.yml."
        raise DefinitionError(Problem("D690", f"There is no metric test{named} in {where}.", hint))
    return chosen


def _short(path: Path) -> str:
    """The path from here where it lies below."""
    full = path.resolve()
    return str(full.relative_to(Path.cwd())) if full.is_relative_to(Path.cwd()) else str(path)


@main.command()
@click.option("--demo", "with_demo", is_flag=True, help="Let the demo principals in, on this machine only.")
@click.option("--http", metavar="HOST:PORT", help="GraphQL and REST.  [default: 127.0.0.1:8000]")
@click.option("--sql", metavar="HOST:PORT", help="SQL.  [default: 127.0.0.1:15432]")
@SOURCES
def serve(
    with_demo: bool, http: str | None, sql: str | None, config: Path | None, model: Path | None, database: Path | None
) -> None:
    """Serve until Ctrl-C. Every address is printed."""
    typed: dict[str, object] = {"http": http, "sql": sql, "demo": with_demo or None, "model": model}
    typed["databases"] = {"demo": database} if database else None
    settings = load_settings(config, os.environ, typed)
    from server.main import serve as serve_until_stopped  # the network's libraries are slow to load

    serve_until_stopped(settings)
