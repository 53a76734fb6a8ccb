"""YAML text → documents: strict, with the line of every key, all faults of a file at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from semantic.errors import DefinitionError, Place, Problem, suggest
from semantic.model.documents import NAME, ModelFile

MAX_BYTES = 2_000_000
MAX_NODES = 200_000  # also bounds what aliases may expand to
MAX_DEPTH = 60  # the parser below recurses in C and would end the process
KeyPath = tuple[str | int, ...]
QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'""")
BRACES = re.compile(r"\{[A-Za-z_][A-Za-z0-9_.]*\}")  # {CUBE}, {users.city}
QUOTES_NEEDED = 'Put SQL with braces in quotes: sql: "{CUBE}.column".'
PER_CENT = ("procent", "percent", "percentage", "pct", "%")
D = TypeVar("D", bound=BaseModel)


class CoreLoader(yaml.CSafeLoader):
    """YAML 1.2's core words only: `no`, `on` and `1:30` stay text, so that no country becomes False."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", list("tTfF")),
    ("int", r"^[-+]?(?:0|[1-9][0-9]*)$", list("-+0123456789")),
    ("float", r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+(?:[eE][-+]?[0-9]+)?$", list("-+0123456789")),
    ("timestamp", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", list("0123456789")),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), first)


@dataclass(frozen=True)
class SourceFile:
    """One file of the model as read; `lines` gives the line of every key path."""

    name: str
    document: ModelFile
    lines: Mapping[KeyPath, int]

    def at(self, *path: str | int) -> Place:
        """The place of the path, or of its nearest parent that has one."""
        return nearest_place(self.name, self.lines, path)


def nearest_place(name: str, lines: Mapping[KeyPath, int], path: KeyPath) -> Place:
    for end in range(len(path), -1, -1):
        if path[:end] in lines:
            return Place(name, lines[path[:end]])
    return Place(name)


@dataclass
class YamlText:
    """Plain values of one YAML text, the line of each key, and what was wrong with it."""

    name: str
    value: Any = None
    lines: dict[KeyPath, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    nodes: int = 0

    def fault(self, message: str, node: yaml.Node, hint: str | None = None) -> None:
        mark = node.start_mark
        self.problems.append(Problem("D602", message, hint, at=Place(self.name, mark.line + 1, mark.column + 1)))


def parse_yaml(text: str, name: str) -> YamlText:
    """The text's values with line numbers; faults are collected in `problems`, nothing is raised."""
    parsed = YamlText(name)
    if len(text.encode()) > MAX_BYTES:
        parsed.problems.append(Problem("D601", f"The file is larger than {MAX_BYTES} bytes.", at=Place(name)))
        return parsed
    loader = CoreLoader(text)
    try:
        _check_events(text)
        node = loader.get_single_node()
        parsed.value = None if node is None else _plain(node, (), parsed, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        hint = _quotes_needed(text, error)
        parsed.problems.append(Problem("D601", f"The file is not valid YAML: {error.problem}.", hint, at=place))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        parsed.problems.append(Problem("D601", f"The file is not valid YAML: {type(error).__name__}.", at=Place(name)))
    finally:
        loader.dispose()
    return parsed


def _quotes_needed(text: str, error: yaml.MarkedYAMLError) -> str | None:
    """The hint where a line of the fault, or the one above it, holds a `{name}` outside quotes."""
    lines = text.splitlines()
    marks = [mark.line for mark in (error.problem_mark, error.context_mark) if mark]
    near = [lines[n] for mark in marks for n in (mark, mark - 1) if 0 <= n < len(lines)]
    return QUOTES_NEEDED if any(BRACES.search(QUOTED.sub("", line)) for line in near) else None


def _check_events(text: str) -> None:
    """Raises MarkedYAMLError where the text nests too deeply or gives a value a tag; events come without recursion."""
    depth = 0
    for event in yaml.parse(text, Loader=CoreLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        tagged = getattr(event, "tag", None) is not None
        if tagged or depth > MAX_DEPTH:
            problem = "a value has a tag of its own" if tagged else f"nested more than {MAX_DEPTH} deep"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=event.start_mark)  # type: ignore[arg-type]


def _plain(node: yaml.Node, path: KeyPath, parsed: YamlText, loader: CoreLoader) -> Any:
    parsed.nodes += 1
    if parsed.nodes > MAX_NODES:
        raise yaml.MarkedYAMLError(problem=f"more than {MAX_NODES} values", problem_mark=node.start_mark)
    parsed.lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, parsed, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, index), parsed, loader) for index, item in enumerate(node.value)]
    return loader.construct_object(node)


def _mapping(node: yaml.MappingNode, path: KeyPath, parsed: YamlText, loader: CoreLoader) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in values:
            parsed.fault(f"The key '{key}' stands twice.", key_node, "Keep one of them.")
        parsed.lines[(*path, key)] = key_node.start_mark.line + 1
        values[key] = _plain(value_node, (*path, key), parsed, loader)
    return values


def read_file(path: Path, root: Path) -> SourceFile:
    """One model file. Raises DefinitionError with every fault of the file."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise DefinitionError(Problem("D601", "The file is not UTF-8 text.", at=Place(str(path)))) from None
    name = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
    return read_text(text, name)


def read_text(text: str, name: str) -> SourceFile:
    """The document of a YAML text under a file name. Raises DefinitionError with every fault."""
    document, lines = read_document(text, name, ModelFile)
    return SourceFile(name, document, lines)


def read_document(text: str, name: str, kind: type[D]) -> tuple[D, Mapping[KeyPath, int]]:
    """The text as a document of that kind, with the line of every key. Raises DefinitionError with every fault."""
    parsed = parse_yaml(text, name)
    if parsed.problems:
        raise DefinitionError(*parsed.problems)
    try:
        return kind.model_validate({} if parsed.value is None else parsed.value), parsed.lines
    except ValidationError as error:
        problems = [_problem(fault, parsed, kind) for fault in error.errors(include_url=False)]
        raise DefinitionError(*problems) from None


def _problem(fault: Any, parsed: YamlText, kind: type[BaseModel]) -> Problem:
    """One of pydantic's faults in our words: what is wrong, what was found, what to do."""
    where = tuple(step for step in fault["loc"] if isinstance(step, int) or step in _keys(parsed.value))
    place = nearest_place(parsed.name, parsed.lines, where)
    path = _named_path(where, parsed.value)
    if fault["type"] == "extra_forbidden":
        key = str(where[-1])
        known = _known_keys(kind, where[:-1])
        todo = suggest(key, known) or f"Known keys: {', '.join(sorted(known))}."
        return Problem("D603", f"Unknown key '{key}' at '{path}'.", todo, at=place)
    if fault["type"] == "missing":
        path = path.removesuffix(f".{fault['loc'][-1]}")
        return Problem("D604", f"The key '{fault['loc'][-1]}' is missing at '{path}'.", at=place)
    found = f"found {repr(fault['input'])[:80]}"
    if fault.get("ctx", {}).get("pattern") == NAME:
        message = f"'{path}' is not right: letters, digits and _, beginning with a letter."
        return Problem("D605", message, "Write æ, ø and å as ae, oe and aa; the title may hold anything.", found, place)
    return Problem("D605", f"'{path}' is not right: {fault['msg']}.", _way_out(fault, where), found, place)


def _way_out(fault: Any, where: KeyPath) -> str | None:
    """What to write instead of a value that is not right."""
    if where[-1:] == ("type",) and "measures" in where and str(fault["input"]).lower() in PER_CENT:
        return "Write 'type: ratio' with 'scale: 100'."
    if fault["type"] == "string_type" and isinstance(fault["input"], dict) and not any(fault["input"].values()):
        return QUOTES_NEEDED
    return suggest(str(fault["input"]), re.findall(r"'([^']*)'", fault["msg"]))


def _named_path(where: KeyPath, value: Any) -> str:
    """The path with things named instead of counted: `cubes.sager.measures.andel.decimals`."""
    words: list[str] = []
    for step in where:
        value = _below(value, step)
        named = value.get("name", value.get("id")) if isinstance(step, int) and isinstance(value, dict) else None
        words.append(named if isinstance(named, str) else str(step))
    return ".".join(words)


def _below(value: Any, step: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(_keys(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(_keys(item) for item in value))
    return set()


def _known_keys(kind: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys allowed at the path, found by walking the documents' own field types."""
    for step in path:
        if isinstance(step, str) and step in kind.model_fields:
            inner = _document_type(kind.model_fields[step].annotation)
            if inner is not None:
                kind = inner
    return list(kind.model_fields)


def _document_type(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _document_type(arg))), None)


def read_folder(folder: Path) -> tuple[SourceFile, ...]:
    """Every model file below the folder in path order; `*.tests.yml` are metric tests and left out."""
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for path in sorted([*folder.rglob("*.yml"), *folder.rglob("*.yaml")]):
        if path.name.endswith((".tests.yml", ".tests.yaml")):
            continue
        try:
            files.append(read_file(path, folder.parent))
        except DefinitionError as error:
            problems.extend(error.problems)
    if problems:
        raise DefinitionError(*problems)
    return tuple(files)
