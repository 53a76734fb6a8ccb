"""What LibreOffice Base asks: connect, list schemas, tables, columns and keys, read rows. Run with the system's Python.

python3 libreoffice.py HOST PORT USER PASSWORD DATABASE [SQL]     prints what it found, as JSON
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.connection import NoConnectException

ATTEMPTS, PAUSE = 120, 0.25  # seconds


def office(profile, pipe):
    """A LibreOffice without a window, and its way in."""
    process = subprocess.Popen(
        ["soffice", "--headless", "--norestore", "--nologo", "--nolockcheck", f"--accept=pipe,name={pipe};urp",
         f"-env:UserInstallation={Path(profile).as_uri()}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(ATTEMPTS):
        try:
            return process, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(PAUSE)
    process.kill()
    raise SystemExit("LibreOffice does not answer")


def rows(found, count=None):
    """The rows as text. What the driver tells of itself knows not how many columns it has."""
    count = count or found.getMetaData().getColumnCount()
    told = []
    while found.next():
        texts = [found.getString(place) for place in range(1, count + 1)]
        told.append([None if not text and found.wasNull() else text for text in texts])
    return told


def browse(connection, sql):
    told = connection.getMetaData()
    tables = connection.getTables()
    table = tables.getByName("public.regnskab")
    statement = connection.createStatement()
    return {
        "schemas": rows(told.getSchemas(), 1),
        "types": rows(told.getTableTypes(), 1),
        "tables": rows(told.getTables(None, "%", "%", ()), 5),
        "columns": rows(told.getColumns(None, "public", "regnskab", "%"), 18),
        "keys": rows(told.getPrimaryKeys(None, "public", "regnskab"), 6),
        "foreign": rows(told.getImportedKeys(None, "public", "regnskab"), 14),
        "indexes": rows(told.getIndexInfo(None, "public", "regnskab", False, True), 13),
        "type_info": len(rows(told.getTypeInfo(), 18)),
        "names": list(tables.getElementNames()),
        "views": list(connection.getViews().getElementNames()),
        "fields": list(table.getColumns().getElementNames()),
        "rows": rows(statement.executeQuery(sql)),
    }


def main(host, port, user, password, database, sql="select aar, kommune, udgift_kr from regnskab where aar = 2024"):
    with tempfile.TemporaryDirectory() as profile:
        process, context = office(profile, Path(profile).name)
        try:
            drivers = context.ServiceManager.createInstanceWithContext("com.sun.star.sdbc.DriverManager", context)
            login = tuple(property_of(name, value) for name, value in (("user", user), ("password", password)))
            url = f"sdbc:postgresql:host={host} port={port} dbname={database}"
            connection = drivers.getConnectionWithInfo(url, login)
            print(json.dumps(browse(connection, sql)))
            connection.close()
        finally:
            process.terminate()
            process.wait()


def property_of(name, value):
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
