"""The settings: one TOML file, each key also an environment variable `NOGLETAL_…`, the command line above both."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from semantic.errors import DefinitionError, Place, Problem, suggest
from server.authenticate import is_loopback
from server.identity.issuer_settings import OidcSettings
from server.state.place import SQLITE, below, state_url

PROJECT = Path(__file__).parent.parent
PREFIX = "NOGLETAL_"
# Others with our prefix: the file itself, the demo database's short name, and what the command line reads before any
# setting.
CONFIG, DATABASE = "NOGLETAL_CONFIG", "NOGLETAL_DATABASE"
FOREIGN = (CONFIG, DATABASE, "NOGLETAL_DEBUG")
PATHS = ("model", "policies", "editions", "state_password_file", "sql_tls_certificate", "sql_tls_key")
AUDIT_PATHS = ("folder", "key_file")
COMMAND_LINE = "command line"


@dataclass(frozen=True)
class Address:
    """Where a port listens."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_loopback(self) -> bool:
        return is_loopback(self.host)


def read_address(value: object) -> object:
    """`127.0.0.1:8000`, `[::1]:8000` or `localhost:8000`."""
    if not isinstance(value, str):
        return value
    host, colon, port = value.rpartition(":")
    if not colon or not host or not port.isascii() or not port.isdigit() or int(port) > 65_535:
        raise ValueError("write HOST:PORT, for example 127.0.0.1:8000")
    return Address(host.removeprefix("[").removesuffix("]"), int(port))


def known_zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("there is no such time zone; write for example Europe/Copenhagen") from None


def origin(text: str) -> str:
    scheme, separator, rest = text.partition("://")
    if scheme not in ("http", "https") or not separator or not rest or "/" in rest or "*" in rest:
        raise ValueError("write an origin in full, for example https://bi.kommune.dk")
    return text


Port = Annotated[Address, BeforeValidator(read_address)]
Zone = Annotated[str, AfterValidator(known_zone)]
Origin = Annotated[str, AfterValidator(origin)]
StateUrl = Annotated[str, AfterValidator(state_url)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class LimitSettings(Strict):
    """What one question and one server may use."""

    default_rows: int = Field(default=10_000, ge=1)
    max_rows: int = Field(default=1_000_000, ge=1)
    timeout: float = Field(default=30, gt=0, le=3600)
    concurrency: int = Field(default=4, ge=1, le=256)
    queue: int = Field(default=32, ge=0, le=10_000)
    connections: int = Field(default=500, ge=1, le=100_000)
    body_bytes: int = Field(default=1_000_000, ge=1_000, le=100_000_000)
    sql_connections: int = Field(default=200, ge=1, le=100_000)
    sql_idle: float = Field(default=3_600, gt=0, le=604_800)


class AuditSettings(Strict):
    """Where the record of what is asked is kept, and for how long."""

    folder: Path = PROJECT / "var" / "audit"
    key_file: Path = PROJECT / "var" / "audit.key"
    file_bytes: int = Field(default=64_000_000, ge=10_000, le=10_000_000_000)
    days: int = Field(default=730, ge=1, le=36_500)


class Settings(Strict):
    """Everything that can be set. `databases` names each DuckDB file as the model's `data_source` does."""

    model: Path = PROJECT / "schema"
    policies: Path | None = None
    editions: Path = PROJECT / "var" / "editions"
    databases: dict[str, Path] = Field(default={"demo": PROJECT / "var" / "demo.duckdb"}, min_length=1)
    http: Port = Address("127.0.0.1", 8000)
    sql: Port = Address("127.0.0.1", 15432)
    sql_tls_certificate: Path | None = None
    sql_tls_key: Path | None = None
    cors_origins: tuple[Origin, ...] = ()
    timezone: Zone = "Europe/Copenhagen"
    workers: int = Field(default=1, ge=1, le=64)
    demo: bool = False
    state: StateUrl = f"{SQLITE}{PROJECT / 'var' / 'state.db'}"
    state_password_file: Path | None = None
    limits: LimitSettings = LimitSettings()
    audit: AuditSettings = AuditSettings()
    oidc: OidcSettings | None = None

    @property
    def access(self) -> Path:
        """The folder of the policies: as set, or beside the model, whose members they name."""
        return self.policies or self.model.parent / "access_policies"


# Each key of these is a variable, too. What an issuer's claims mean is too much for one.
OF_VARIABLES: Mapping[str, type[BaseModel]] = {"limits": LimitSettings, "audit": AuditSettings}
SECTIONS: Mapping[str, type[BaseModel]] = {**OF_VARIABLES, "oidc": OidcSettings}


def load_settings(config: Path | None, environment: Mapping[str, str], overrides: Mapping[str, object] | None = None
) -> Settings:  # fmt: skip
    """The settings from file, environment and command line, the later winning. Raises DefinitionError (D67x)."""
    config = config or (Path(environment[CONFIG]) if environment.get(CONFIG) else None)
    file = str(config) if config else "environment"
    typed = {key for key, value in (overrides or {}).items() if value is not None}
    values: dict[str, Any] = _from_file(config) if config else {}
    _merge(values, _from_environment(environment))
    _merge(values, {key: value for key, value in (overrides or {}).items() if value is not None})
    try:
        settings = Settings.model_validate(values)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        places = [COMMAND_LINE if fault["loc"][0] in typed else file for fault in faults]
        raise DefinitionError(*map(_problem, faults, places)) from None
    _check_demo(settings, COMMAND_LINE if "http" in typed else file)
    return settings


def _check_demo(settings: Settings, name: str) -> None:
    """INVARIANT: the demo's open grants are never reachable from another machine."""
    if settings.demo and not (settings.http.is_loopback and settings.sql.is_loopback):
        hint = "Listen on 127.0.0.1, or leave out --demo."
        message = "The demo opens everything to everyone with a demo name, so it listens on this machine only."
        raise DefinitionError(Problem("D673", message, hint, f"found {settings.http}", Place(name, path="http")))


def _from_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DefinitionError(
            Problem("D670", f"The file cannot be read: {error.strerror}.", at=Place(str(path)))
        ) from None
    except UnicodeDecodeError:
        raise DefinitionError(Problem("D670", "The file is not UTF-8 text.", at=Place(str(path)))) from None
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(Problem("D670", f"The file is not valid TOML: {error}.", at=Place(str(path)))) from None
    folder = path.parent
    for key in PATHS:
        if isinstance(values.get(key), str):
            values[key] = folder / values[key]
    audit = values.get("audit")
    if isinstance(audit, dict):
        values["audit"] = {key: folder / value if key in AUDIT_PATHS and isinstance(value, str) else value
                           for key, value in audit.items()}  # fmt: skip
    if isinstance(values.get("state"), str):
        values["state"] = below(folder, values["state"])
    if isinstance(values.get("databases"), dict):
        files = values["databases"].items()
        values["databases"] = {name: folder / file if isinstance(file, str) else file for name, file in files}
    return values


def variables() -> dict[str, tuple[str, ...]]:
    """Each environment variable and the key it sets: `NOGLETAL_LIMITS_MAX_ROWS` is `limits.max_rows`."""
    found: dict[str, tuple[str, ...]] = {
        f"{PREFIX}{key.upper()}": (key,) for key in Settings.model_fields if key not in SECTIONS
    }
    for name, section in OF_VARIABLES.items():
        found |= {f"{PREFIX}{name.upper()}_{key.upper()}": (name, key) for key in section.model_fields}
    return found


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    known, problems = variables(), []
    for variable, text in environment.items():
        if not variable.startswith(PREFIX) or variable in FOREIGN or text == "":
            continue
        if variable not in known:
            hint = suggest(variable, known) or f"Known variables: {', '.join(known)}."
            problems.append(Problem("D671", f"Unknown setting '{variable}'.", hint, at=Place("environment")))
            continue
        _merge(values, _nested(known[variable], _typed(known[variable][-1], text)))
    if problems:
        raise DefinitionError(*problems)
    if environment.get(DATABASE) and "databases" not in values:
        values["databases"] = {"demo": environment[DATABASE]}
    return values


def _nested(path: Iterable[str], value: Any) -> dict[str, Any]:
    for key in reversed(tuple(path)):
        value = {key: value}
    return dict(value)


def _typed(key: str, text: str) -> Any:
    """`a,b` where a list is wanted, `name=file,name=file` where a mapping is."""
    if key == "cors_origins":
        return [part.strip() for part in text.split(",") if part.strip()]
    if key == "databases":
        pairs = (part.partition("=") for part in text.split(",") if part.strip())
        return {name.strip(): file.strip() for name, _, file in pairs}
    return text


def _merge(into: dict[str, Any], other: Mapping[str, Any]) -> None:
    """Adds the other's keys; within a section that has variables key by key."""
    for key, value in other.items():
        if key in OF_VARIABLES and isinstance(value, Mapping) and isinstance(into.get(key), dict):
            into[key].update(value)
        else:
            into[key] = value


def _problem(fault: Any, name: str) -> Problem:
    path = ".".join(str(step) for step in fault["loc"])
    at = Place(name, path=path)
    if fault["type"] == "extra_forbidden":
        known = SECTIONS.get(fault["loc"][0], Settings).model_fields if len(fault["loc"]) > 1 else Settings.model_fields
        hint = suggest(str(fault["loc"][-1]), known) or f"Known keys: {', '.join(known)}."
        return Problem("D671", f"Unknown setting '{path}'.", hint, at=at)
    reason = str(fault["msg"]).removeprefix("Value error, ")
    found = None if path == "state" else f"found {str(fault['input'])[:80]!r}"  # it may hold a password after all
    return Problem("D672", f"'{path}' is not right: {reason}.", None, found, at)
