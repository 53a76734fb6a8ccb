"""`freeze`: an edition made of what is there, whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from semantic.access.principal import OPERATOR
from semantic.declared import query_of
from semantic.edition.manifest import KEPT, MODEL, Manifest, digest, files_of, write_manifest
from semantic.errors import DefinitionError, ParseError, Problem, suggest
from semantic.execute.copy import by_catalog, check_day, copy_database, tables
from semantic.execute.live import LiveTables
from semantic.execute.today import flags_of
from semantic.model.lineage import entry_cubes
from semantic.model.model import Model
from semantic.pipeline import Service, answer, prepare
from semantic.query import EDITION_NAME, Query
from semantic.result import Collected, collect

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700


@dataclass(frozen=True)
class Order:
    """What is to be made: under which name, as of which day (None: as it is), by whom, and when.

    `questions` are the ids of those that it keeps; without any it keeps all.
    """

    name: str
    as_of: date | None
    by: str
    now: datetime
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Place:
    """Where what is frozen lies: the model's folder, the databases, and the server's own tables."""

    model: Path
    databases: Mapping[str, Path]
    live: LiveTables


def freeze(order: Order, service: Service, place: Place) -> Manifest:
    """The new edition in the folder of the service's editions.

    Raises ParseError (P164) for a name that is none or taken, DefinitionError (D658) where no question is declared,
    UnsupportedError (U415, U416) where the day is not known, and what a declared question is refused with.
    """
    folder = service.editions.folder
    assert folder is not None
    _check_name(order.name, folder)
    questions = _chosen(order, {one.id: query_of(one) for one in service.generation.model.questions.values()})
    unfinished = folder / f".{order.name}.{os.getpid()}"
    unfinished.mkdir(PRIVATE_FOLDER, parents=True)
    try:
        made = _made(unfinished / order.name, order, service, place, questions)
        os.rename(unfinished / order.name, folder / order.name)
        return made
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _chosen(order: Order, known: Mapping[str, Query]) -> Mapping[str, Query]:
    if not known:
        raise DefinitionError(Problem("D658", "The model declares no question.", "Write one in schema/questions/."))
    problems = [
        Problem("P164", f"There is no declared question '{name[:60]}'.", suggest(name, known))
        for name in order.questions
        if name not in known
    ]
    if problems:
        raise ParseError(*problems)
    return {name: known[name] for name in order.questions or known}


def _check_name(name: str, folder: Path) -> None:
    if not EDITION_NAME.fullmatch(name):
        hint = "Letters a-z, digits, _ and -, for example 2025K2."
        raise ParseError(Problem("P164", f"'{name[:60]}' is no name of an edition.", hint))
    if folder.is_dir() and name.lower() in {one.name.lower() for one in folder.iterdir()}:
        hint = "It is never changed, and capitals do not tell two apart."
        raise ParseError(Problem("P164", f"There is an edition '{name}' already.", hint))


def _made(home: Path, order: Order, service: Service, place: Place, questions: Mapping[str, Query]) -> Manifest:
    home.mkdir(PRIVATE_FOLDER)
    generation = service.generation
    held = frozenset(cube for one in questions.values() for cube in prepare(one, OPERATOR, service).cubes)
    flags = frozenset(flag.cube.name for cube, flag in flags_of(generation.model) if flag and cube.name in held)
    if order.as_of is not None:
        check_day((generation.model.cubes[name] for name in sorted(held)), generation, order.as_of)
    _copy_model(place.model, home / MODEL)
    files = {name: f"data-{number}.duckdb" for number, name in enumerate(place.databases)}
    for name, copied in by_catalog(tables(generation, held | flags, order.as_of), place.databases).items():
        copy_database(place.databases[name], home / files[name], copied, order.as_of)
    _write_kept(home, place.live, frozenset(generation.live_of(held)))
    manifest = Manifest(
        name=order.name,
        as_of=order.as_of.isoformat() if order.as_of else None,
        created=order.now.isoformat(timespec="seconds"),
        created_by=order.by,
        model_version=generation.model.version,
        data_version=generation.loads.number,
        sources={source: str(day) for source, day in sorted(generation.loads.days.items())},
        cubes=tuple(sorted(held)),
        flags=tuple(sorted(flags)),
        members=tuple(sorted(_members(generation.model, held))),
        databases=files,
        files={name: digest(home / name) for name in files_of(home)},
        answers={},
    )
    write_manifest(home, manifest, service.editions.seal)
    return _answered(home, manifest, service, questions)


def _members(model: Model, held: frozenset[str]) -> Iterator[str]:
    """What can be asked of the cubes alone."""
    for view in model.views.values():
        for name, entry in view.members.items():
            if entry_cubes(model, view.root, entry) <= held:
                yield f"{view.name}.{name}"


def _answered(home: Path, manifest: Manifest, service: Service, questions: Mapping[str, Query]) -> Manifest:
    """The manifest with what the edition itself answers, and with the data version and the days that it says."""
    own = replace(service, editions=replace(service.editions, folder=home.parent))
    answers = {
        name: collect(answer(replace(one, edition=manifest.name), OPERATOR, own)) for name, one in questions.items()
    }
    opened = own.editions.open(manifest.name, OPERATOR, service.generation, service.policies)
    loads = opened.generation.loads
    found = replace(
        manifest,
        data_version=loads.number,
        sources={source: str(day) for source, day in sorted(loads.days.items())},
        answers={name: digest_of(one) for name, one in answers.items()},
    )
    opened.generation.close()
    write_manifest(home, found, service.editions.seal)
    for path in home.rglob("*"):
        path.chmod(PRIVATE_FOLDER if path.is_dir() else PRIVATE_FILE)
    return found


def _copy_model(source: Path, target: Path) -> None:
    """Every file that the model is read from; tests beside it are none."""
    for path in sorted([*source.rglob("*.yml"), *source.rglob("*.yaml")]):
        if not path.name.endswith((".tests.yml", ".tests.yaml")):
            place = target / path.relative_to(source)
            place.parent.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
            shutil.copyfile(path, place)


def _write_kept(home: Path, live: LiveTables, read: frozenset[str]) -> None:
    """Marks and checklists, where the questions read them: they name who made them."""
    for name in KEPT:
        table = live[name].read() if name in read else live[name].schema.empty_table()
        with pa.OSFile(str(home / f"{name}.arrow"), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
            writer.write_table(table)


def digest_of(answered: Collected) -> str:
    """A checksum of what is told: the columns, and every value as it is."""
    told = [
        [one.name for one in answered.columns],
        [[str(value) for value in row.values()] for row in rows_of(answered)],
    ]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()


def rows_of(answered: Collected) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = answered.table.to_pylist()
    return rows
