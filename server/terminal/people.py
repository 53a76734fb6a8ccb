"""`nogletal user` and `nogletal token`: the commands and their options."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])
Row = dict[str, object]
TYPES = ("string", "integer", "strings", "integers")  # as `server/state/attributes.py`, which is not loaded for --help
MOST_PASSWORD = 2_000

CONFIG = click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False),
                      help="A TOML file with the settings.")  # fmt: skip
AS = click.option("--as", "administrator", metavar="NAME",
                  help="Do it as this local administrator, as its role may.  [default: the operator]")  # fmt: skip
FORMAT = click.option("--format", "form", type=click.Choice(("table", "json")), default="table", show_default=True)


def common(command: F) -> F:
    return CONFIG(AS(command))


def _desk(config: Path | None, administrator: str | None) -> Any:
    import os

    from server.settings import load_settings
    from server.terminal.administrator import desk

    return desk(load_settings(config, os.environ), administrator)


@click.group()
def user() -> None:
    """Who may log in: users, their roles and attributes.

    \b
    nogletal user add anna --title "Anna Andersen"
    nogletal user set-password anna
    nogletal user grant anna analytiker --until 2026-12-31
    nogletal user attribute anna kommune 573 --type integer
    """


@user.command("add")
@click.argument("name")
@click.option("--title", required=True, help="The person's or the service's name.")
@click.option("--kind", type=click.Choice(("person", "tjeneste")), default="person", show_default=True)
@click.option("--audience", metavar="TEXT", help="Who shares the login of a tjeneste.")
@common
def add(name: str, title: str, kind: Any, audience: str | None, **where: Any) -> None:
    """Make a user.

    Who can log in when there is a password or a token.
    """
    from server.terminal import accounts

    with _desk(**where) as desk:
        accounts.add(desk, name, title, kind, audience)
    click.echo(f"Made '{name}'. Next: nogletal user set-password {name}, or nogletal token create {name}.")


@user.command("set-password")
@click.argument("name")
@common
def set_password(name: str, **where: Any) -> None:
    """Set a password.

    It is asked for, or read as one line of standard input. Tokens stay as they are.
    """
    from server.terminal import accounts

    password = _password()
    with _desk(**where) as desk:
        accounts.set_password(desk, name, password)
    click.echo(f"The password of '{name}' is set; the old one lets nobody in any more.")


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline(MOST_PASSWORD).removesuffix("\n").removesuffix("\r")


@user.command("grant")
@click.argument("name")
@click.argument("role")
@click.option("--until", metavar="DAY",
              help="The last day on which it holds, days from today (90d), or never.")  # fmt: skip
@common
def grant(name: str, role: str, until: str | None, **where: Any) -> None:
    """Give a role, or set its end anew.

    Without --until a new role holds until it is revoked, and one that is held keeps its end, which
    --until never removes.
    """
    from server.terminal import accounts

    with _desk(**where) as desk:
        done = accounts.grant(desk, name, role, until)
    _say(done.said, done.notes)


def _say(text: str, notes: Iterable[str]) -> None:
    """The answer on standard output, notes beside it."""
    click.echo(text)
    _note(notes)


def _note(notes: Iterable[str]) -> None:
    from server.terminal.refusals import printable

    for note in notes:
        click.echo(printable(note), err=True)


@user.command("revoke")
@click.argument("name")
@click.argument("role")
@common
def revoke(name: str, role: str, **where: Any) -> None:
    """Take a role, gone with the next question."""
    from server.terminal import accounts

    with _desk(**where) as desk:
        accounts.revoke(desk, name, role)
    click.echo(f"'{name}' holds '{role}' no more.")


@user.command("attribute", context_settings={"ignore_unknown_options": True})
@click.argument("name")
@click.argument("attribute")
@click.argument("values", nargs=-1)
@click.option("--type", "type_", type=click.Choice(TYPES),
              help="What the value is.  [default: what a role asks for, or string]")  # fmt: skip
@click.option("--remove", is_flag=True, help="Forget the attribute.")
@common
def attribute(
    name: str, attribute: str, values: tuple[str, ...], type_: str | None, remove: bool, **where: Any
) -> None:
    """Set what policies bind roles to.

    \b
    nogletal user attribute anna kommune 573 --type integer
    nogletal user attribute anna aar 2023 2024 --type integers
    """
    from server.terminal import accounts

    if remove == bool(values):
        raise click.UsageError("Write the values, or --remove.")
    with _desk(**where) as desk:
        if remove:
            done = accounts.remove_attribute(desk, name, attribute)
        else:
            done = accounts.set_attribute(desk, name, attribute, values, type_)
    _say(done.said, done.notes)


@user.command("disable")
@click.argument("name")
@common
def disable(name: str, **where: Any) -> None:
    """Let a user in no more.

    oidc:SUBJECT is one whom an OpenID Connect issuer names.
    """
    from server.terminal import accounts

    with _desk(**where) as desk:
        accounts.set_active(desk, name, False)
    click.echo(f"'{name}' may not log in.")


@user.command("enable")
@click.argument("name")
@common
def enable(name: str, **where: Any) -> None:
    """Let a user in again."""
    from server.terminal import accounts

    with _desk(**where) as desk:
        accounts.set_active(desk, name, True)
    click.echo(f"'{name}' may log in.")


@user.command("show")
@click.argument("name")
@FORMAT
@common
def show(name: str, form: str, **where: Any) -> None:
    """Show one user."""
    from server.terminal import held

    with _desk(**where) as desk:
        row, notes = held.user_row(desk, name)
    _write([row], form, "user", upright=True)
    _note(notes)


@user.command("list")
@FORMAT
@common
def list_users(form: str, **where: Any) -> None:
    """List the users."""
    from server.terminal import held

    with _desk(**where) as desk:
        rows = held.user_rows(desk)
    _write(rows, form, "users")


@click.group()
def token() -> None:
    """Personal tokens: for programs, in place of a password.

    \b
    nogletal token create anna --name "Power BI" --expires 90d
    nogletal token list anna
    nogletal token revoke 4f0c2a9b11de
    """


@token.command("create")
@click.argument("user")
@click.option("--name", required=True, help="What it is for.")
@click.option(
    "--expires", required=True, metavar="DAY", help="The last day on which it holds, or days from today (90d)."
)
@common
def create(user: str, name: str, expires: str, **where: Any) -> None:
    """Make a token.

    It is shown once, on standard output, and kept nowhere.
    """
    from server.terminal import accounts
    from server.terminal.days import shown

    with _desk(**where) as desk:
        made, secret = accounts.create_token(desk, user, name, expires)
        last = shown(made.expires, desk.zone)
    click.echo(f"The token {made.id} of '{user}' holds until {last}. It is not shown again:", err=True)
    click.echo(secret)


@token.command("list")
@click.argument("user")
@FORMAT
@common
def list_tokens(user: str, form: str, **where: Any) -> None:
    """List a user's tokens."""
    from server.terminal import held

    with _desk(**where) as desk:
        rows = held.token_rows(desk, user)
    _write(rows, form, "tokens")


@token.command("revoke")
@click.argument("id")
@common
def revoke_token(id: str, **where: Any) -> None:
    """End a token.

    It lets nobody in from the next question on.
    """
    from server.terminal import accounts

    with _desk(**where) as desk:
        over = accounts.revoke_token(desk, id)
    click.echo(f"The token {over.id} ('{over.name}') of '{over.subject}' is over.")


@click.group()
def validering() -> None:
    """Which kommune has validated which area of which period.

    \b
    nogletal validering set 573 oekonomi 2024 --within 2
    nogletal validering list
    """


@validering.command("set")
@click.argument("kommune", type=int)
@click.argument("area")
@click.argument("period")
@click.option("--within", metavar="PCT", help="How far the figures may be off, in per cent.")
@click.option("--withdraw", is_flag=True, help="The figures are not validated (any more).")
@common
def set_mark(
    kommune: int,
    area: str,
    period: str,
    within: str | None,
    withdraw: bool,
    config: Path | None,
    administrator: str | None,
) -> None:
    """Mark an area's figures of a period as validated.

    PERIOD is 2024, 2024K1 or 2024-03. Every mark is kept, with who made it and when; the last one is in force. The
    record of what is asked has it too ('nogletal audit query --member validering').
    """
    import os

    from server.settings import load_settings
    from server.terminal import marks

    told = marks.Told(kommune, area, period, not withdraw, within)
    click.echo(marks.mark(load_settings(config, os.environ), administrator, told))


@validering.command("list")
@click.option("--history", is_flag=True, help="Every mark that was made, not only those in force.")
@FORMAT
@common
def list_marks(history: bool, form: str, **where: Any) -> None:
    """List the marks."""
    from server.terminal import marks

    with _desk(**where) as desk:
        found = marks.rows(desk, history)
    _write(found, form, "marks")


def _write(rows: Sequence[Row], form: str, what: str, upright: bool = False) -> None:
    """The rows as JSON or as a table; one alone stands upright. That there are none is a sentence beside it."""
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    from server.terminal.refusals import printable
    from server.terminal.table import in_columns

    if upright:
        for name, value in rows[0].items():
            click.echo(f"{name:<12}{printable(_text(value))}")
        return
    if not rows:
        click.echo(f"No {what}.", err=True)
        return
    for line in in_columns([{name: _text(value) for name, value in row.items()} for row in rows]):
        click.echo(line)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        from server.terminal.held import attribute_text

        return ", ".join(attribute_text(name, one) for name, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_role(one) if isinstance(one, dict) else _text(one) for one in value)
    return "" if value is None else str(value)


def _role(held: dict[str, Any]) -> str:
    end = f" until {held['gyldig_til']}" if held["gyldig_til"] else ""
    state = "" if held["in_force"] else " (over)" if held["over"] else " (gives nothing)"
    return f"{held['role']}{end}{state}"
