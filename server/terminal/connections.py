"""Where the SQL endpoint is, as each client takes it: files, connection strings, what to type. None has a password."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from semantic.errors import ParseError, Problem
from server.settings import Address, read_address

DATABASE = "nogletal"
# Where a client that checks the certificate looks for who signed it.
ROOT_FILES = r"~/.postgresql/root.crt (Windows: %APPDATA%\postgresql\root.crt)"
HOST = re.compile(r"[\w.:%-]+")
USER = re.compile(r"[a-z][a-z0-9_]{0,62}", re.ASCII)  # as users are named, and so without a sign that must be escaped
EVERYWHERE = ("0.0.0.0", "::")  # where a server listens, and nobody connects
ROWS_A_FETCH = 1_000


@dataclass(frozen=True)
class Connection:
    """Where a client goes. Without a `user` the client asks for the name; with `tls` it checks the certificate.

    `mode` is Power BI's: `DirectQuery` asks anew for each visual, `Import` keeps a copy.
    """

    host: str
    port: int
    user: str | None = None
    tls: bool = False
    mode: str = "DirectQuery"

    @property
    def place(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def sslmode(self) -> str:
        return "verify-full" if self.tls else "disable"


def address_of(text: str) -> Address:
    """`HOST:PORT` as typed. Raises ParseError (P143)."""
    try:
        found = read_address(text)
    except ValueError:
        found = None
    if isinstance(found, Address):
        return found
    raise ParseError(Problem("P143", f"--host '{text[:80]}' is not HOST:PORT.", "For example --host localhost:15432."))


def checked(connection: Connection) -> Connection:
    """The connection, which a client can use. Raises ParseError (P143)."""
    host, user = connection.host, connection.user
    if host in EVERYWHERE or connection.port == 0:
        message = f"'{connection.place}' is where the server listens, and no address that a client can connect to."
        raise ParseError(Problem("P143", message, "Name one: --host HOST:PORT."))
    if not HOST.fullmatch(host):
        raise ParseError(Problem("P143", f"'{host[:80]}' is no host.", "Write --host HOST:PORT."))
    if user is not None and not USER.fullmatch(user):
        hint = "Users are named with small letters, digits and _; a token goes with the user 'token'."
        raise ParseError(Problem("P143", f"--user '{user[:80]}' is no user's name.", hint))
    return connection


def pbids(one: Connection) -> str:
    """Power BI's file of a data source. It has no place for a name, a password or TLS."""
    details = {"protocol": "postgresql", "address": {"server": one.place, "database": DATABASE}}
    return json.dumps({"version": "0.1", "connections": [{"details": details, "mode": one.mode}]}, indent=2)


def m_of_postgresql(one: Connection) -> str:
    """Power Query's formula language, for the advanced editor: the list of views and schemas."""
    return _m(f'PostgreSQL.Database("{one.place}", "{DATABASE}", [CreateNavigationProperties = false])')


def m_of_odbc(one: Connection) -> str:
    return _m(f'Odbc.DataSource("{excel(one)}", [HierarchicalNavigation = true])')


def _m(source: str) -> str:
    return f"let\n    Kilde = {source}\nin\n    Kilde"


def excel(one: Connection) -> str:
    """psqlODBC's string as Power Query takes it: it refuses one that names the user."""
    return _odbc("PostgreSQL Unicode(x64)", one)


def odbc(one: Connection) -> str:
    """psqlODBC's string under the driver's name on Linux and macOS."""
    return _odbc("PostgreSQL Unicode", one) + (f"Uid={one.user};" if one.user else "")


def _odbc(driver: str, one: Connection) -> str:
    """Rows come by a cursor, so that a large answer is never held whole; a truth value is one, and not the text 1."""
    parts = {
        "Driver": f"{{{driver}}}", "Server": one.host, "Port": one.port, "Database": DATABASE, "SSLmode": one.sslmode,
        "ReadOnly": 1, "UseDeclareFetch": 1, "Fetch": ROWS_A_FETCH, "BoolsAsChar": 0,
    }  # fmt: skip
    return "".join(f"{name}={value};" for name, value in parts.items())


def psql(one: Connection) -> str:
    return f'psql "{_conninfo(one)}"'


def _conninfo(one: Connection) -> str:
    """libpq's keywords and values."""
    user = f" user={one.user}" if one.user else ""
    return f"host={one.host} port={one.port} dbname={DATABASE}{user} sslmode={one.sslmode}"


def python(one: Connection) -> str:
    """A program with psycopg 3 that lists the views."""
    return f"""import getpass

import psycopg

VIEWS = "select table_name from information_schema.tables where table_schema = 'public' order by table_name"

with psycopg.connect("{_conninfo(one)}", password=getpass.getpass()) as connection:
    for (view,) in connection.execute(VIEWS):
        print(view)"""


def jdbc(one: Connection) -> str:
    user = f"user={one.user}&" if one.user else ""
    return f"jdbc:postgresql://{one.place}/{DATABASE}?{user}sslmode={one.sslmode}"


def sqlalchemy(one: Connection) -> str:
    """SQLAlchemy's URL with the driver that Superset has."""
    user = f"{one.user}@" if one.user else ""
    return f"postgresql+psycopg2://{user}{one.place}/{DATABASE}?sslmode={one.sslmode}"


def dbeaver(one: Connection) -> str:
    """DBeaver takes the URL of the driver that it brings, and the name beside it."""
    return _fields({"JDBC URL": jdbc(Connection(one.host, one.port, tls=one.tls)), "Username": one.user})


def tableau(one: Connection) -> str:
    """What Tableau's dialog for PostgreSQL asks."""
    return _fields({
        "Server": one.host, "Port": one.port, "Database": DATABASE, "Authentication": "Username and Password",
        "Username": one.user, "Require SSL": "yes" if one.tls else "no",
    })  # fmt: skip


def _fields(values: Mapping[str, str | int | None]) -> str:
    known = {name: value for name, value in values.items() if value is not None}
    return "\n".join(f"{name}: {value}" for name, value in known.items())


Form = Callable[[Connection], str]
FORMS: Mapping[str, Mapping[str, Form]] = {
    "powerbi": {"pbids": pbids, "m": m_of_postgresql},
    "excel": {"text": excel, "m": m_of_odbc},
    "odbc": {"text": odbc},
    "psql": {"text": psql},
    "dbeaver": {"text": dbeaver},
    "tableau": {"text": tableau},
    "python": {"text": python},
    "jdbc": {"text": jdbc},
    "superset": {"text": sqlalchemy},
}
"""For each client the forms that it takes, the usual one first."""


def form_of(target: str, name: str | None) -> tuple[str, Form]:
    """The form of that name, or the usual one. Raises ParseError (P143)."""
    forms = FORMS[target]
    name = name or next(iter(forms))
    if name not in forms:
        raise ParseError(Problem("P143", f"--format {name} is not for {target}.", f"It takes {' or '.join(forms)}."))
    return name, forms[name]


def advice(target: str, one: Connection) -> list[str]:
    """What whoever sets the client up must know beside the text."""
    found = ["The password is asked for by the client, and stands in no file."]
    if target in ("powerbi", "excel") and one.user:
        found.append(f"The client asks for the name, too: {one.user}.")
    if target == "powerbi":
        found.append(
            "Whether the connection is encrypted is asked by Power BI, which checks the certificate by Windows."
        )
    elif one.tls and target != "tableau":
        found.append(f"The certificate is checked against {ROOT_FILES}.")
    if not one.tls:
        found.append("Without TLS nothing is encrypted, which is for this machine only.")
    return found
