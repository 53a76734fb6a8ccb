"""Editions opened: by the definitions and the data that they hold, under the policies and the protection of today."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from semantic.access.older import fit_policies
from semantic.access.policies import Policies
from semantic.access.principal import Principal
from semantic.access.visible import VisibleModel, narrowed
from semantic.edition.manifest import (
    KEPT,
    MANIFEST,
    MODEL,
    SEAL,
    Manifest,
    Seal,
    altered,
    read_manifest,
    wrong_file,
)
from semantic.errors import DefinitionError, DeniedError, Problem, UnsupportedError
from semantic.execute.duckdb import Generation
from semantic.execute.live import NOTHING_ASKED, LiveTable, LiveTables
from semantic.execute.today import Flag, Today, flags_of
from semantic.limits import Limits
from semantic.model.load import load_model
from semantic.model.model import Cube, Dimension, Join, Model, Table
from semantic.plan.versions import Version
from semantic.query import EDITION_NAME

Stamps = tuple[tuple[str, int, int, int, int], ...]
NO_EDITION = "It is named as it was made, capital letters too, as in 2025K3."


@dataclass(frozen=True)
class Edition:
    """One edition as it is open now: who holds a `closed` role may not ask it, and the cubes of `weaker` nobody may.

    Nor may a policy look its rows up in those of `redefined`: what was there by a definition is now there by another.
    """

    manifest: Manifest
    generation: Generation
    policies: Policies
    closed: frozenset[str]
    weaker: frozenset[str]
    redefined: frozenset[str]

    @property
    def name(self) -> str:
        return self.manifest.name

    def check(self, asked: frozenset[str], read: frozenset[str], looked_up: frozenset[str]) -> None:
        """Raises UnsupportedError where cubes that are asked or read are not held (U461), or not open still (U463)."""
        held, cubes = frozenset(self.manifest.cubes), asked | read
        if not asked <= held or not read <= held | set(self.manifest.flags):
            message = f"The edition '{self.name}' does not hold all that the question reads."
            raise UnsupportedError(Problem("U461", message, "It holds what the declared questions of then need."))
        if cubes & self.weaker or looked_up & self.redefined:
            message = f"What the question reads of the edition '{self.name}' is protected better today."
            raise UnsupportedError(Problem("U463", message, "Ask for a new edition."))


@dataclass
class Editions:
    """The editions of a folder, each opened when it is first asked and kept; without a folder there are none.

    `seal` signs what an edition says of itself; `databases` are those of today.
    """

    folder: Path | None = None
    seal: Seal = field(default=lambda text: "")
    databases: Mapping[str, Path] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    _known: dict[str, tuple[Stamps, Manifest]] = field(default_factory=dict, init=False)
    _opened: dict[str, tuple[object, Stamps, Edition]] = field(default_factory=dict, init=False)
    _opening: threading.Lock = field(default_factory=threading.Lock, init=False)

    def names(self) -> tuple[str, ...]:
        """Of all that are there, in order."""
        if self.folder is None or not self.folder.is_dir():
            return ()
        return tuple(sorted(one.name for one in self.folder.iterdir() if EDITION_NAME.fullmatch(one.name)))

    def held(self) -> Mapping[str, Manifest]:
        """What each says of itself, by name in order; one that is not as it was made is left out."""
        found = {name: self._read(name) for name in self.names()}
        return {name: one for name, one in found.items() if one is not None}

    def _read(self, name: str) -> Manifest | None:
        """Read anew when its files of that are others."""
        assert self.folder is not None
        try:
            now = tuple((one, *_changed(self.folder / name / one)) for one in (MANIFEST, SEAL))
            if name not in self._known or self._known[name][0] != now:
                self._known[name] = (now, self.manifest(name))
        except (OSError, UnsupportedError):
            return None
        return self._known[name][1]

    def manifest(self, name: str) -> Manifest:
        """What the edition says of itself. Raises UnsupportedError: U460 there is none, U462 it is altered."""
        if not EDITION_NAME.fullmatch(name) or self.folder is None or not (self.folder / name).is_dir():
            raise absent(name)
        found = read_manifest(self.folder / name, self.seal)
        if found.name != name:
            raise altered(name, MANIFEST)  # another edition, put in its place
        return found

    def open(self, name: str, principal: Principal, today: Generation, policies: Policies) -> Edition:
        """The edition under the policies of today. Raises UnsupportedError (U460, U462, U464), DeniedError (A326)."""
        manifest = self.manifest(name)
        assert self.folder is not None
        with self._opening:
            of, now = (today, policies.version, tuple(policies.roles)), stamps(self.folder / name)
            found = self._opened.get(name)
            if found is None or found[0] != of or found[1] != now:
                found = self._opened[name] = (of, now, self._open(manifest, today, policies))
        edition = found[2]
        if edition.closed & set(principal.roles):
            message = f"What your roles say cannot be applied to the edition '{name}', which is older."
            raise DeniedError(Problem("A326", message, "Those who keep the policies can tell; a new edition helps."))
        return edition

    def _open(self, manifest: Manifest, today: Generation, policies: Policies) -> Edition:
        assert self.folder is not None
        place = self.folder / manifest.name
        if wrong_file(place, manifest) is not None:
            raise altered(manifest.name)  # the names of files tell of cubes that are hidden from the asker
        try:
            model = load_model(place / MODEL)
            files = {name: place / file for name, file in manifest.databases.items()}
            generation = Generation(files, model, self.limits, kept_of(place), today_of(today, self.databases))
            fitted = fit_policies(policies.files, generation.model, today.model)
        except DefinitionError as error:
            message = f"The edition '{manifest.name}' cannot be opened any more."
            raise UnsupportedError(
                Problem("U464", message, "Those who run this can tell: nogletal edition verify.")
            ) from error
        local = [role for role in policies.roles.values() if role.is_local]
        return Edition(
            manifest,
            generation,
            fitted.policies.beside(*local),
            fitted.closed,
            weaker(generation.model, today.model),
            redefined(generation.model, today.model),
        )


def absent(name: str) -> UnsupportedError:
    return UnsupportedError(Problem("U460", f"There is no edition '{name[:60]}'.", NO_EDITION))


def held_by(edition: Manifest, visible: VisibleModel) -> VisibleModel:
    """What can be asked of the edition, of what is visible today."""
    return narrowed(visible, frozenset(edition.members))


def stamps(folder: Path) -> Stamps:
    """Name, place, times and size of every file: other when one is altered."""
    return tuple((str(one), *_changed(one)) for one in sorted(folder.rglob("*")) if one.is_file())


def _changed(file: Path) -> tuple[int, int, int, int]:
    """The time of the last change cannot be set back, as that of the last writing can."""
    seen = file.stat()
    return seen.st_ino, seen.st_ctime_ns, seen.st_mtime_ns, seen.st_size


def today_of(generation: Generation, files: Mapping[str, Path]) -> Today:
    """What is of today, beside the generation that serves now."""
    newest = generation.versions().newest

    def in_force(cube: str) -> Version:
        if cube not in generation.model.cubes:
            raise UnsupportedError(Problem("U463", "What tells whose rows these are is not there any more."))
        version = newest(cube)
        return Version((), False, today=True) if version is None else Version(version.loads, version.latest, today=True)

    def known(cubes: Iterable[str]) -> list[str]:
        return [one for one in cubes if one in generation.model.cubes]

    return Today(files, in_force, lambda cubes: generation.as_of(known(cubes)).day)


def kept_of(place: Path) -> LiveTables:
    """Marks and checklists as they stood, where the edition is of a version that has them; of what was asked an edition
    holds nothing."""
    there = {name: place / f"{name}.arrow" for name in KEPT}
    return {**NOTHING_ASKED, **{name: _kept(path) for name, path in there.items() if path.is_file()}}


def _kept(path: Path) -> LiveTable:
    with pa.memory_map(str(path)) as file:
        table = pa.ipc.open_file(file).read_all()
    return LiveTable(table.schema, lambda: table)


def weaker(then: Model, now: Model) -> frozenset[str]:
    """The cubes of then that are gone, or that do not say of all that is protected today."""
    flags = {cube.name: told(flag) for cube, flag in flags_of(now)}
    unclear = {cube.name for cube, flag in flags_of(then) if flag is None or told(flag) != flags.get(cube.name)}
    return frozenset(
        name for name, cube in then.cubes.items()
        if name not in now.cubes or (name in unclear and name in flags) or _is_weaker(cube, now.cubes[name])
    )  # fmt: skip


def told(flag: Flag | None) -> object:
    """Where it is told whose address is protected."""
    return flag and (flag.table.parts, flag.column, flag.key)


def _is_weaker(then: Cube, now: Cube) -> bool:
    pairs = ((then.person_key, now.person_key), (then.persons, now.persons),
             (then.address_protection, now.address_protection))  # fmt: skip
    if any(today is not None and today != was for was, today in pairs) or (then.public and not now.public):
        return True
    both = [(one, now.dimensions[name]) for name, one in then.dimensions.items() if name in now.dimensions]
    if any(was.name == now.person_key and written(was) != written(today) for was, today in both):
        return True
    return any((today.geography and not was.geography) or (was.public and not today.public) for was, today in both)


def redefined(then: Model, now: Model) -> frozenset[str]:
    """The cubes whose rows, keys or dimensions of then would be read otherwise in the database of today."""
    return frozenset(
        name for name, cube in then.cubes.items() if name not in now.cubes or _is_other(cube, now.cubes[name])
    )


def _is_other(then: Cube, now: Cube) -> bool:
    return (
        _rows(then) != _rows(now)
        or any(name not in now.dimensions or written(one) != written(now.dimensions[name])
               for name, one in then.dimensions.items())
        or any(name not in now.joins or _way(one) != _way(now.joins[name]) for name, one in then.joins.items())
    )  # fmt: skip


def _rows(cube: Cube) -> tuple[object, ...]:
    """Which rows the cube has, and when they hold."""
    relation = cube.relation.parts if isinstance(cube.relation, Table) else cube.relation.sql("duckdb")
    return relation, cube.data_source, cube.valid_time, cube.loaded_at, tuple(one.name for one in cube.primary_key)


def _way(join: Join) -> tuple[object, ...]:
    return join.target, join.to_many, join.dated, join.on.node.sql("duckdb"), join.on.columns


def written(dimension: Dimension) -> tuple[object, ...]:
    return dimension.expression.node.sql("duckdb"), dimension.expression.columns
