"""Records of nøgletal as FLIS writes them, a CSV line each, and back."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from semantic.errors import DefinitionError, ParseError, Place, Problem
from semantic.model.record import NoegletalDocument

# FLIS's columns, then Geofyn's, each with the field of our record that it is.
HELD = {
    "NøgletalID": "id", "Titel": "title", "Dataområde": "data_area", "Definition": "definition",
    "Opgørelsesniveau": "level", "Visningstype": "display", "Tæller": "taeller",
    "Tæller dataområde": "taeller_dataomraade", "Nævner": "naevner", "Nævner dataområde": "naevner_dataomraade",
    "Beskrivelse": "laesevejledning", "Hovedområde": "theme",
}  # fmt: skip
# Geofyn's that our record has no field for: written empty, and refused where they are not.
NOT_HELD = ("Hovednøgletal", "Supplerende nøgletal", "Sidst beregnet", "Sidst ajourført", "Historik")
NEEDED = ("Titel", "Dataområde", "Definition", "Tæller", "Hovedområde")
COLUMNS = (*HELD, *NOT_HELD)
Line = Mapping[str, str]


def written(lines: Iterable[Line]) -> str:
    """The lines as CSV: a header, commas, quotes where needed, newlines alone. A column that a line lacks is empty."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return out.getvalue()


def read(text: str, name: str) -> tuple[Line, ...]:
    """The lines, each with every column. Raises ParseError (P166) where the header or a line is not of the format."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise ParseError(Problem("P166", f"The file is not CSV: {error}.", at=Place(name, reader.line_num))) from None
    if not rows or tuple(rows[0]) != COLUMNS:
        raise ParseError(Problem("P166", f"The columns are to be {', '.join(COLUMNS)}.", at=Place(name, 1)))
    short = [Problem("P166", f"Record {index} has {len(row)} fields and not {len(COLUMNS)}.", at=Place(name))
             for index, row in enumerate(rows[1:], start=1) if len(row) != len(COLUMNS)]  # fmt: skip
    if short:
        raise ParseError(*short)
    return tuple(dict(zip(COLUMNS, row, strict=True)) for row in rows[1:])


def line_of(record: NoegletalDocument) -> Line:
    """The record as FLIS has it."""
    return {column: getattr(record, field) or "" for column, field in HELD.items()}


def export_records(records: Iterable[NoegletalDocument], out: Path) -> int:
    """Writes the records in order of id and says how many. Raises DefinitionError (D667) where the file is there."""
    lines = [line_of(record) for record in sorted(records, key=lambda one: one.id)]
    _write(out, written(lines))
    return len(lines)


def import_records(file: Path, records: Mapping[str, NoegletalDocument], out: Path) -> int:
    """Writes the records of the file to `out`, a file that is not there yet, and says how many.

    What FLIS does not have - the measure, the owner, the status - is our record's own. Raises ParseError (P166), and
    DefinitionError: D667 where `out` is there, D668 for each line that is of none of the records, or not one to hold.
    """
    try:
        lines = read(file.read_bytes().decode("utf-8"), str(file))
    except UnicodeDecodeError:
        raise ParseError(Problem("P166", "The file is not UTF-8.", at=Place(str(file)))) from None
    faults = list(_repeated(lines, str(file)))
    faults += [fault for line in lines for fault in _faults(line, records, str(file))]
    if faults:
        raise DefinitionError(*faults)
    merged = [_merged(line, records[line["NøgletalID"]]) for line in lines]
    document = {"noegletal": [one.model_dump(mode="json", exclude_defaults=True) for one in merged]}
    _write(out, yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=110))
    return len(merged)


def _repeated(lines: Iterable[Line], name: str) -> Iterable[Problem]:
    for known, count in Counter(line["NøgletalID"] for line in lines).items():
        if count > 1:
            yield Problem("D668", f"'{known}' is there {count} times.", at=Place(name))


def _faults(line: Line, records: Mapping[str, NoegletalDocument], name: str) -> Iterable[Problem]:
    known = line["NøgletalID"]
    if known not in records:
        yield Problem("D668", f"No record '{known}' says which measure it governs.", at=Place(name))
    for column in NEEDED:
        if not line[column]:
            yield Problem("D668", f"'{known}' has no '{column}'.", at=Place(name))
    for column in NOT_HELD:
        if line[column]:
            yield Problem("D668", f"'{known}' has '{column}', which our records do not hold.", at=Place(name))
    for column, allowed in (("Opgørelsesniveau", ("M", "Å")), ("Visningstype", ("Normal", "Procent"))):
        if line[column] not in allowed:
            said = f"'{column}' of '{known}' is '{line[column]}' and not one of {', '.join(allowed)}."
            yield Problem("D668", said, at=Place(name))


def _merged(line: Line, own: NoegletalDocument) -> NoegletalDocument:
    fields = {field: line[column] or None for column, field in HELD.items()}
    return NoegletalDocument.model_validate({**own.model_dump(), **fields})


def _write(out: Path, text: str) -> None:
    try:
        with out.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
    except FileExistsError:
        raise DefinitionError(
            Problem("D667", f"'{out}' is there, and is not written over.", at=Place(str(out)))
        ) from None
