"""Where the clients that are no commands lie, once `make clients` or the system's packages have put them there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLIENTS = ROOT / "var" / "clients"
NPGSQL = CLIENTS / "npgsql"
DRIVERS = CLIENTS / "drivers"  # for Python; below other licences than ours, so not among our own dependencies
SQLALCHEMY_14 = CLIENTS / "sqlalchemy14"
NODE = CLIENTS / "node"
JDBC = Path("/usr/share/java/postgresql.jar")
ODBC = Path("/usr/lib/x86_64-linux-gnu/odbc/psqlodbcw.so")


def npgsql_environment() -> dict[str, str]:
    """For a Python that opens Npgsql."""
    libraries = f"{NPGSQL}/ssl:{NPGSQL}/x/psycopg2_binary.libs"
    return {
        **os.environ,
        "LD_LIBRARY_PATH": libraries,
        "CLR_OPENSSL_VERSION_OVERRIDE": "1.1",
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
        "PYTHONPATH": str(NPGSQL),
    }


def system_python() -> str:
    """The Python that Debian's python3-uno is for, not the one of .venv."""
    return next((str(one) for one in (Path("/usr/bin/python3"),) if one.is_file()), sys.executable)
