"""`nogletal connect`: the command and its options."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

# As `server/terminal/connections.py`, which is not loaded for --help.
TARGETS = ("powerbi", "excel", "odbc", "psql", "dbeaver", "tableau", "python", "jdbc", "superset")
FORMATS = ("pbids", "m", "text")
MODES = {"directquery": "DirectQuery", "import": "Import"}


@click.command()
@click.argument("target", type=click.Choice(TARGETS))
@click.option("--host", "address", metavar="HOST:PORT",
              help="Where the client finds the server.  [default: as set, 127.0.0.1:15432]")  # fmt: skip
@click.option("--user", metavar="NAME", help="Who logs in; a personal token goes with the user token.")
@click.option("--tls/--no-tls", default=None,
              help="Whether the client demands TLS and checks the certificate.  [default: except here]")  # fmt: skip
@click.option("--mode", type=click.Choice(tuple(MODES)), help="Power BI's.  [default: directquery]")
@click.option("--format", "form", type=click.Choice(FORMATS),
              help="powerbi: pbids or m; excel: text or m. m is for Power Query's advanced editor.")  # fmt: skip
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False),
              help="Write to this file instead of standard output.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="A TOML file with the settings.")  # fmt: skip
def connect(
    target: str, address: str | None, user: str | None, tls: bool | None, mode: str | None, form: str | None,
    out: Path | None, config: Path | None,
) -> None:  # fmt: skip
    """Write how a client connects over SQL.

    A file, a connection string or what to type, never a password:

    \b
    nogletal connect powerbi --host noegletal.kommune.dk:15432
    nogletal connect excel --host noegletal.kommune.dk:15432
    nogletal connect psql --user direktion
    """
    from server.terminal.connections import advice, form_of

    name, write = form_of(target, form)
    if mode is not None and name != "pbids":
        raise click.UsageError("--mode goes with powerbi and --format pbids.")
    one = _connection(config, address, user, tls, MODES[mode or "directquery"])
    text = write(one)
    if out is not None:
        out.write_text(f"{text}\n", encoding="utf-8")
        click.echo(f"Wrote {out}.")
    else:
        click.echo(text)
    for line in advice(target, one):
        click.echo(line, err=True)


def _connection(config: Path | None, address: str | None, user: str | None, tls: bool | None, mode: str) -> Any:
    """As typed, else as set. Raises ParseError (P143), DefinitionError (D67x)."""
    import os

    from server.settings import load_settings
    from server.terminal.connections import Connection, address_of, checked

    place = address_of(address) if address is not None else load_settings(config, os.environ).sql
    return checked(Connection(place.host, place.port, user, not place.is_loopback if tls is None else tls, mode))
