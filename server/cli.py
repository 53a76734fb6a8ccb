"""`nogletal`: the commands and their options; what each does is in `server/terminal/`."""

from __future__ import annotations

import errno
import logging
import os
from pathlib import Path
from typing import Any

import click

from semantic.errors import ServiceError
from server.terminal.audit import audit
from server.terminal.checklists import tjekliste
from server.terminal.connect import connect
from server.terminal.editions import edition
from server.terminal.interrupt import Interrupt, held_back, interruptible
from server.terminal.notes import note
from server.terminal.options import AS_OF, ASKER, DIALECTS, EDITION, FILE, OUTPUT, QUESTION, SOURCES
from server.terminal.people import token, user, validering
from server.terminal.quality import kvalitet
from server.terminal.refusals import lines
from server.terminal.reports import rapporter
from server.terminal.review import REVIEW
from server.terminal.rows import rows
from server.terminal.sources import kilder

# What the commands do is loaded when one is run: `--help` needs neither engine nor network, and Ctrl-C is heard early.

PROJECT = Path(__file__).parent.parent
INTERRUPTED = 130  # what a shell reports for a command ended by Ctrl-C
DEBUG = "NOGLETAL_DEBUG"
NOWHERE = logging.NullHandler()  # without one, Python writes to standard error after all


class Commands(click.Group):
    """Every refusal becomes text and exit code 1; no fault, a user's or ours, ends in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        with interruptible() as interrupt:
            ctx.obj = interrupt
            try:
                return super().invoke(ctx)
            except (click.ClickException, click.exceptions.Exit, click.Abort):
                raise
            except OSError as error:
                if error.errno == errno.EPIPE:
                    raise  # the reader of our output has gone, as in `| head`
                raise click.ClickException(f"{error.filename or ''}: {error.strerror or error}".strip(": ")) from error
            except (Exception, KeyboardInterrupt) as error:
                # The engine's library tells of Ctrl-C with a RuntimeError of its own.
                if interrupt.pressed or isinstance(error, KeyboardInterrupt):
                    click.echo("Interrupted.", err=True)
                    ctx.exit(INTERRUPTED)
                tell(error)
                ctx.exit(1)


def tell(error: Exception) -> None:
    """What was refused, or that something went wrong here, its cause in the log only."""
    if not isinstance(error, ServiceError):
        from server.errors import guarded

        error = guarded(error)
    for line in lines(error.problems):
        click.echo(line, err=True)
    if error.code[0] == "X":
        click.echo("    nogletal --debug COMMAND ... shows the cause.", err=True)


def log_to_standard_error() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(message)s")


def show_causes(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    """The log goes to standard error, or nowhere."""
    if wanted:
        log_to_standard_error()
    else:
        logging.getLogger("nogletal").addHandler(NOWHERE)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="nogletal", prog_name="nogletal")
@click.option("--debug", is_flag=True, envvar=DEBUG, expose_value=False, callback=show_causes,
              help=f"Show the cause when something goes wrong in nogletal itself; also {DEBUG}=1.")  # fmt: skip
def main() -> None:
    """One definition of every key figure, the same number in every client."""


main.add_command(user)
main.add_command(token)
main.add_command(validering)
main.add_command(tjekliste)
main.add_command(kvalitet)
main.add_command(rapporter)
main.add_command(note)
main.add_command(kilder)
main.add_command(rows)
main.add_command(edition)
main.add_command(connect)
main.add_command(audit)


@main.group()
def demo() -> None:
    """The demo: open data and a synthetic administration."""


@demo.command("build")
@click.option("--scale", type=click.FloatRange(0, 20, min_open=True), metavar="N",
              help="1 is Copenhagen's size: 60,000 citizens, ten years.  [default: 2,000 citizens]")  # fmt: skip
@click.option("--out", type=FILE, default=PROJECT / "var" / "demo.duckdb",
              help="The file to write.  [default: var/demo.duckdb]")  # fmt: skip
@click.pass_obj
def demo_build(interrupt: Interrupt, scale: float | None, out: Path) -> None:
    """Build the demo database, whole or not at all."""
    from fractions import Fraction

    from demo.build import SMALL, build
    from server.terminal.progress import steps

    with steps("Building the demo database") as step:

        def tell_step(name: str) -> None:
            interrupt.heed()
            step(name)

        build(out, SMALL if scale is None else Fraction(scale), progress=tell_step)
    click.echo(f"Built {out} ({out.stat().st_size / 1_000_000:.1f} MB).")


@main.command()
@SOURCES
def check(**sources: Path | None) -> None:
    """Check the model and the policies.

    Where the database is there, also that it has every table and column of the model, that no sum would be inexact,
    that the shares by which rows are divided add up to one, that the members that groups name are there, and that
    the declared questions can be asked.
    Every fault is told at once, with its file and line.
    """
    from server.terminal import app

    app.check(app.local_settings(**sources))


FLIS = click.Choice(("flis",))


@main.command("export")
@click.option("--to", type=FLIS, required=True, help="The format: FLIS's CSV of nøgletal.")
@click.argument("file", type=FILE)
@SOURCES
def export_records(to: str, file: Path, **sources: Path | None) -> None:
    """Write the records of all nøgletal.

    To a file that is not there yet.

    \b
    nogletal export --to flis poster.csv
    """
    from server.terminal import app, flis

    records = app.sound(app.local_settings(**sources))[0].noegletal
    click.echo(f"Wrote {flis.export_records(records.values(), file)} nøgletal to {file}.")


@main.command("import")
@click.option("--from", "source", type=FLIS, required=True, help="The format: FLIS's CSV of nøgletal.")
@click.option("--out", type=FILE, required=True, help="The YAML file to write; one that is there is left as it is.")
@click.argument("file", type=FILE)
@SOURCES
def import_records(source: str, out: Path, file: Path, **sources: Path | None) -> None:
    """Read records of nøgletal.

    They are written as YAML, to be reviewed and put into the model.

    \b
    nogletal import --from flis poster.csv --out poster.yml
    """
    from server.terminal import app, flis

    records = app.sound(app.local_settings(**sources))[0].noegletal
    click.echo(f"Wrote {flis.import_records(file, records, out)} nøgletal to {out}.")


@main.command()
@QUESTION
@OUTPUT
@SOURCES
@click.pass_context
def query(
    ctx: click.Context, /, form: str, dialekt: Any, out: Path | None, config: Path | None, model: Path | None,
    database: Path | None, **asked: Any,
) -> None:  # fmt: skip
    """Ask for measures and print the answer.

    \b
    nogletal query befolkning.personer --by befolkning.koen
    nogletal query ydelse.antal_ydelser --time ydelse.start:quarter --range ydelse.start=2023
    nogletal query regnskab.udgift_kr --by regnskab.region --where "regnskab.aar = 2024" --format csv
    """
    from server.terminal import app

    if dialekt is not None and form != "csv":
        raise click.UsageError("--dialekt goes with --format csv.")
    settings = app.local_settings(config, model, database)
    app.query(app.Question(**asked), app.Output(form, dialekt or DIALECTS[0], out), settings, ctx.obj)


@main.command()
@click.argument("measure", metavar="VIEW.MEASURE")
@click.option(
    "--by",
    multiple=True,
    metavar="VIEW.DIM",
    help="Down this dimension, time (VIEW.DIM.month) or hierarchy; several with commas or several --by.",
)
@click.option("--range", "period", metavar="VIEW.DIM=PERIOD", help="In this period, as in query --range.")
@click.option("--mod", "before", metavar="PERIOD", help="Compared with this period of the same dimension.")
@click.option("--where", multiple=True, metavar="CONDITION", help="As in query --where.")
@AS_OF
@EDITION
@ASKER
@OUTPUT
@SOURCES
@click.pass_context
def nedbryd(
    ctx: click.Context, /, form: str, dialekt: Any, out: Path | None, config: Path | None, model: Path | None,
    database: Path | None, name: str | None, **asked: Any,
) -> None:  # fmt: skip
    """Break a figure down: what each part contributes.

    To its level, and with --mod to its change. The last row is the whole, and says whether the parts add up to it.

    \b
    nogletal nedbryd regnskab.udgift_kr --by regnskab.region
    nogletal nedbryd ydelser.antal_borgere --by ydelser.lov --range ydelser.start=2024 --mod 2023
    """
    from server.terminal import app, parse

    if dialekt is not None and form != "csv":
        raise click.UsageError("--dialekt goes with --format csv.")
    settings = app.local_settings(config, model, database)
    output = app.Output(form, dialekt or DIALECTS[0], out)
    app.break_down(parse.breakdown(**asked), name, output, settings, ctx.obj)


@main.command()
@click.argument("ids", nargs=-1, metavar="[NØGLETAL]...")
@click.option("--enhedstype", multiple=True, metavar="TYPE", help="Only by this kind of unit, for example kommune.")
@click.option("--enhed", multiple=True, metavar="NAVN", help="Only this unit.")
@click.option("--range", "words", metavar="PERIOD", help="Only periods that begin in this one, as in query --range.")
@AS_OF
@EDITION
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="At most so many rows.")
@click.option("--offset", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N rows.")
@ASKER
@OUTPUT
@SOURCES
@click.pass_context
def vaerdier(
    ctx: click.Context, /, form: str, dialekt: Any, out: Path | None, config: Path | None, model: Path | None,
    database: Path | None, name: str | None, **asked: Any,
) -> None:  # fmt: skip
    """Every nøgletal by unit and period, as rows.

    Of all nøgletal, or of those named by their ids.

    \b
    nogletal vaerdier noegletal-001 --enhed Varde
    nogletal vaerdier --enhedstype enhed --range "last 3 months" --format csv
    """
    from server.terminal import app, parse

    if dialekt is not None and form != "csv":
        raise click.UsageError("--dialekt goes with --format csv.")
    settings = app.local_settings(config, model, database)
    output = app.Output(form, dialekt or DIALECTS[0], out)
    app.values(parse.long_question(**asked), name, output, settings, ctx.obj)


@main.command()
@QUESTION
@SOURCES
def explain(config: Path | None, model: Path | None, database: Path | None, **asked: Any) -> None:
    """Show how a question would be answered.

    The arguments are those of query. The plan, the SQL, why it is allowed, and what the numbers are made of:

    \b
    nogletal explain regnskab.udgift_pr_indbygger --where "regnskab.aar = 2024"
    """
    from server.terminal import app

    app.explain(app.Question(**asked), app.local_settings(config, model, database))


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("-k", "word", metavar="WORD", help="Only the tests with this word in their name or file.")
@SOURCES
@click.pass_context
def test(ctx: click.Context, /, paths: tuple[Path, ...], word: str | None, **sources: Path | None) -> None:
    """Run metric tests (*.tests.yml).

    Those of PATHS, files or folders, or else all that stand beside the model. Exit code 1 when one fails.

    \b
    nogletal test
    nogletal test schema/cubes/befolkning.tests.yml -k folketal
    """
    from server.terminal import app

    if not app.test(paths, word, app.local_settings(**sources)):
        ctx.exit(1)


@main.group()
def policy() -> None:
    """The policies: who may see what.

    \b
    nogletal policy test
    nogletal policy who-sees ydelser.borger_koen
    nogletal policy diff HEAD
    """


for reviewing in REVIEW:
    policy.add_command(reviewing)


@policy.command("test")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option("-k", "word", metavar="WORD", help="Only the cases with this word in their name, role or file.")
@click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True,
              help="A line for each case, or a list of objects.")  # fmt: skip
@SOURCES
@click.pass_context
def policy_test(
    ctx: click.Context, /, paths: tuple[Path, ...], word: str | None, form: str, **sources: Path | None
) -> None:
    """Run the cases of the policies (*.cases.yml).

    Those of PATHS, files or folders, or else all that stand beside the policies. Exit code 1 when one fails.

    \b
    nogletal policy test
    nogletal policy test -k analytiker
    """
    from server.terminal import app, policies

    if not policies.test(policies.Chosen(paths, word), form, app.local_settings(**sources)):
        ctx.exit(1)


@main.command()
@click.option("--demo", "with_demo", is_flag=True, help="Let the demo principals in, on this machine only.")
@click.option("--http", metavar="HOST:PORT",
              help="Where GraphQL and REST listen; port 0 takes a free one.  [default: 127.0.0.1:8000]")  # fmt: skip
@click.option("--sql", metavar="HOST:PORT",
              help="Where SQL listens; port 0 takes a free one.  [default: 127.0.0.1:15432]")  # fmt: skip
@click.option("--workers", type=int, help="How many processes answer.  [default: 1]")
@SOURCES
@click.pass_obj
def serve(
    interrupt: Interrupt, /, with_demo: bool, http: str | None, sql: str | None, workers: int | None,
    config: Path | None, model: Path | None, database: Path | None,
) -> None:  # fmt: skip
    """Serve GraphQL, REST and SQL until Ctrl-C.

    Every address is printed. Users log in who were made with nogletal user add, with --demo the demo principals, too.

    \b
    nogletal serve --demo
    nogletal serve --demo --http 127.0.0.1:0
    nogletal serve --config nogletal.toml
    """
    with held_back():
        from server.settings import load_settings

    typed: dict[str, object] = {"http": http, "sql": sql, "demo": with_demo or None, "model": model, "workers": workers}
    typed["databases"] = {"demo": database} if database else None
    settings = load_settings(config, os.environ, typed)
    log_to_standard_error()
    with held_back():
        if settings.workers == 1:
            from server.main import serve as serve_until_stopped
        else:
            from server.workers.supervisor import serve as serve_until_stopped
    serve_until_stopped(settings, interrupt.heed)
