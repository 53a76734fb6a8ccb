"""`nogletal policy who-sees`, `what-sees`, `diff` and the others that review: the commands and their options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from server.terminal.options import FILE, QUESTION, SOURCES

FORMAT = click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True,
                      help="Words to read, or a list of objects.")  # fmt: skip


@click.command("who-sees")
@click.argument("target", metavar="MEMBER|NOEGLETAL|UNIT")
@FORMAT
@SOURCES
def who_sees(target: str, form: str, **sources: Path | None) -> None:
    """Who can see a member, a nøgletal, a view or a unit's rows.

    Of which rows, by which grant, and why. Whose rows a unit's are is looked up in the data.

    \b
    nogletal policy who-sees ydelser.borger_koen
    nogletal policy who-sees noegletal-006
    nogletal policy who-sees borger
    nogletal policy who-sees CE
    """
    from server.terminal import app, reviewing

    reviewing.print_who_sees(target, form, app.local_settings(**sources))


@click.command("what-sees")
@click.argument("user")
@FORMAT
@SOURCES
def what_sees(user: str, form: str, **sources: Path | None) -> None:
    """What one person can see, and why.

    Roles with their end, what each grant gives with the person's own values, and what is taken away.

    \b
    nogletal policy what-sees centerchef_voksne
    """
    from server.terminal import app, reviewing

    reviewing.print_what_sees(user, form, app.local_settings(**sources))


@click.command("matrix")
@FORMAT
@SOURCES
def matrix(form: str, **sources: Path | None) -> None:
    """Roles and cubes, with the rows in words."""
    from server.terminal import app, reviewing

    reviewing.print_matrix(form, app.local_settings(**sources))


@click.command("diff")
@click.argument("old", metavar="REV1")
@click.argument("new", metavar="[REV2]", required=False)
@click.option("--exit-code", "tell", is_flag=True, help="Exit code 1 when they differ, as git's.")
@FORMAT
@SOURCES
@click.pass_context
def diff(ctx: click.Context, /, old: str, new: str | None, tell: bool, form: str, **sources: Path | None) -> None:
    """What a change of the policies or the model does, and to whom.

    REV1 and REV2 are git revisions of the checkout, or folders; without REV2 the files as they lie. What is compared is
    what is given, not the text. Exit code 0, also when they differ; with --exit-code 1 then.

    \b
    nogletal policy diff HEAD
    nogletal policy diff HEAD HEAD --format json
    """
    from server.terminal import app, reviewing

    same = reviewing.print_difference(old, new, form, app.local_settings(**sources))
    if tell and not same:
        ctx.exit(1)


@click.command("simulate")
@QUESTION
@click.option("--role", metavar="ROLE", help="Ask as somebody who holds this role alone.")
@click.option("--attribute", "attributes", multiple=True, metavar="NAME=VALUE",
              help="What they have; a list with commas.")  # fmt: skip
@FORMAT
@SOURCES
def simulate(
    role: str | None, attributes: tuple[str, ...], form: str, config: Path | None, model: Path | None,
    database: Path | None, **asked: Any,
) -> None:  # fmt: skip
    """Whether a question would be answered, to whom it is put.

    The arguments are those of query, with --as USER or --role ROLE. Never a value: decision, scope, grants and reasons,
    or the refusal with its code.

    \b
    nogletal policy simulate ydelse.antal_ydelser --as enhedsleder
    nogletal policy simulate kommunetal.udgift_kr --role analytiker --attribute kommune=573
    """
    from server.terminal import app, reviewing

    settings = app.local_settings(config, model, database)
    reviewing.print_simulated(app.Question(**asked), role, attributes, form, settings)


@click.command("uncovered")
@FORMAT
@SOURCES
@click.pass_context
def uncovered(ctx: click.Context, /, form: str, **sources: Path | None) -> None:
    """Personal data that no policy governs.

    Cubes that hold persons and that no role in force names, or that a grant reads without rows where it must not; and
    cubes that lead to persons without being marked. Exit code 1 when there is any.
    """
    from server.terminal import app, reviewing

    if not reviewing.print_uncovered(form, app.local_settings(**sources)):
        ctx.exit(1)


@click.command("expiring")
@click.option("--within", type=click.IntRange(0, 36_500), default=90, show_default=True, metavar="DAYS")
@FORMAT
@SOURCES
def expiring(within: int, form: str, **sources: Path | None) -> None:
    """Roles that run out or wait for review.

    By their gyldig_til and naeste_gennemgang; those that are over, too.
    """
    from server.terminal import app, reviewing

    reviewing.print_expiring(within, form, app.local_settings(**sources))


@click.command("report")
@click.option("--format", "form", type=click.Choice(("html", "json")), default="html", show_default=True)
@click.option("--out", type=FILE, help="Write to this file instead of standard output.")
@SOURCES
def report(form: str, out: Path | None, **sources: Path | None) -> None:
    """A page in Danish with the register of personal data.

    With the matrix, the people of each role, restrictions and forbids. One file, without anything from elsewhere; as
    JSON the register alone.

    \b
    nogletal policy report --out register.html
    """
    from server.terminal import app, reviewing

    reviewing.print_report(form, out, app.local_settings(**sources))


REVIEW = (who_sees, what_sees, matrix, diff, simulate, uncovered, expiring, report)
