"""YAML text → documents: strict, with the line of every key, all faults of a file at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from semantic.errors import DefinitionError, Place, Problem, suggest
from semantic.model.broken import Broken
from semantic.model.documents import ModelFile
from semantic.model.salvage import KeyPath, cut_for, cut_for_double, doubt_name, remember, without
from semantic.model.vocabulary import NAME

MAX_BYTES = 2_000_000
MAX_NODES = 200_000  # also bounds what aliases may expand to
MAX_DEPTH = 60  # the parser below recurses in C and would end the process
QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'""")
BRACES = re.compile(r"\{[A-Za-z_][A-Za-z0-9_.]*\}")  # {CUBE}, {users.city}
QUOTES_NEEDED = 'Put SQL with braces in quotes: sql: "{CUBE}.column".'
METRIC_TESTS = (".tests.yml", ".tests.yaml")
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
    """One file of the model as read; `lines` gives the line of every key path.

    `document` is what is left without the `problems`; `broken` names what is left out. A file that is not readable
    has nothing left. `elsewhere` are the paths whose content is written at another.
    """

    name: str
    document: ModelFile
    lines: Mapping[KeyPath, int]
    problems: tuple[Problem, ...] = ()
    broken: Broken = field(default_factory=Broken)
    readable: bool = True
    elsewhere: Mapping[KeyPath, Origin] = field(default_factory=dict)

    def at(self, *path: str | int) -> Place:
        """The place of the path, or of its nearest parent that has one."""
        for end in range(1, len(path) + 1):
            if origin := self.elsewhere.get(path[:end]):
                return replace(origin.file.at(*origin.path, *path[end:]), heir=origin.heir)
        return nearest_place(self.name, self.lines, path)


@dataclass(frozen=True)
class Origin:
    """Where a part of a document is written; `heir` is the cube or view that has it from there."""

    file: SourceFile
    path: KeyPath
    heir: str | None


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
    doubled: list[KeyPath] = field(default_factory=list)
    nodes: int = 0
    readable: bool = True

    def is_double(self, path: KeyPath, node: yaml.Node) -> None:
        at = Place(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
        self.problems.append(Problem("D602", f"The key '{path[-1]}' stands twice.", "Keep one of them.", at=at))
        self.doubled.append(path)

    def is_unreadable(self, message: str, at: Place, hint: str | None = None) -> None:
        self.problems.append(Problem("D601", message, hint, at=at))
        self.readable = False


def parse_yaml(text: str, name: str) -> YamlText:
    """The text's values with line numbers; faults are collected in `problems`, nothing is raised."""
    parsed = YamlText(name)
    if len(text.encode()) > MAX_BYTES:
        parsed.is_unreadable(f"The file is larger than {MAX_BYTES} bytes.", Place(name))
        return parsed
    loader = CoreLoader(text)
    try:
        _check_events(text)
        node = loader.get_single_node()
        parsed.value = None if node is None else _plain(node, (), parsed, loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        parsed.is_unreadable(f"The file is not valid YAML: {error.problem}.", place, _quotes_needed(text, error))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        parsed.is_unreadable(f"The file is not valid YAML: {type(error).__name__}.", Place(name))
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
    try:
        return loader.construct_object(node)
    except ValueError:  # 2026-02-30
        problem = f"'{node.value[:60]}' does not exist; put it in quotes if it is text"
        raise yaml.MarkedYAMLError(problem=problem, problem_mark=node.start_mark) from None


def _mapping(node: yaml.MappingNode, path: KeyPath, parsed: YamlText, loader: CoreLoader) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a key is no plain word", problem_mark=key_node.start_mark)
        key = str(key_node.value)
        if key in values:
            parsed.is_double((*path, key), key_node)
        parsed.lines[(*path, key)] = key_node.start_mark.line + 1
        values[key] = _plain(value_node, (*path, key), parsed, loader)
    return values


def read_file(path: Path, root: Path) -> SourceFile:
    """One model file; nothing is raised, the file carries its faults."""
    name = str(path.relative_to(root)) if path.is_relative_to(root) else str(path)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        problem = Problem("D601", "The file is not UTF-8 text.", at=Place(name))
        return SourceFile(name, ModelFile(), {}, (problem,), readable=False)
    return read_text(text, name)


def read_text(text: str, name: str) -> SourceFile:
    """The document of a YAML text under a file name; nothing is raised, the file carries its faults."""
    parsed = parse_yaml(text, name)
    if not parsed.readable:
        return SourceFile(name, ModelFile(), {}, tuple(parsed.problems), readable=False)
    document, faults = _validated(parsed.value, ModelFile)
    problems = (*parsed.problems, *_problems(faults, parsed, ModelFile))
    if document is not None and not problems:
        return SourceFile(name, document, parsed.lines)
    document, lines, broken = _salvaged(parsed, faults)
    return SourceFile(name, document, lines, problems, broken)


def read_document(text: str, name: str, kind: type[D]) -> tuple[D, Mapping[KeyPath, int]]:
    """The text as a document of that kind, with the line of every key. Raises DefinitionError with every fault."""
    parsed = parse_yaml(text, name)
    document, faults = _validated(parsed.value, kind) if parsed.readable else (None, [])
    problems = (*parsed.problems, *_problems(faults, parsed, kind))
    if document is None or problems:
        raise DefinitionError(*problems)
    return document, parsed.lines


def _validated(value: Any, kind: type[D]) -> tuple[D | None, list[Any]]:
    """The document, or None with pydantic's faults."""
    try:
        return kind.model_validate({} if value is None else value), []
    except ValidationError as error:
        return None, list(error.errors(include_url=False))


def _salvaged(parsed: YamlText, faults: list[Any]) -> tuple[ModelFile, Mapping[KeyPath, int], Broken]:
    """The document without what is faulty, its lines, and what is left out; a cut may take what is needed, so again."""
    value, lines, broken = parsed.value, parsed.lines, Broken()
    for fault in faults:
        doubt_name(_path(fault, value), value, broken)
    cuts = {cut for path in parsed.doubled if (cut := cut_for_double(path, value, broken))}
    document: ModelFile | None = None
    while document is None:
        cuts |= {cut_for(_path(fault, value), fault["type"] == "extra_forbidden") for fault in faults}
        for cut in cuts:
            remember(cut, value, broken)
        kept: dict[KeyPath, int] = {}
        value = None if () in cuts else without(value, lines, cuts, kept, (), ())
        lines, cuts = kept, set()
        document, faults = _validated(value, ModelFile)
    return document, lines, broken


def _path(fault: Any, value: Any) -> KeyPath:
    """Where the fault is in the value: pydantic's own steps (which branch, what is missing) are left out."""
    path: list[str | int] = []
    for step in fault["loc"]:
        if isinstance(value, list) and isinstance(step, int) or isinstance(value, dict) and step in value:
            value = _below(value, step)
            path.append(step)
    return tuple(path)


def _problems(faults: list[Any], parsed: YamlText, kind: type[BaseModel]) -> list[Problem]:
    """The faults in our words. What is missing because its key is misspelt is told once, as the misspelling."""
    meant = {(*path[:-1], _meant(path, kind)) for fault in faults if (path := _unknown_key(fault, parsed.value))}
    return [
        _problem(fault, parsed, kind)
        for fault in faults
        if fault["type"] != "missing" or (*_path(fault, parsed.value), fault["loc"][-1]) not in meant
    ]


def _unknown_key(fault: Any, value: Any) -> KeyPath:
    return _path(fault, value) if fault["type"] == "extra_forbidden" else ()


def _meant(path: KeyPath, kind: type[BaseModel]) -> str:
    """The known key that is nearest to the unknown one."""
    hint = suggest(str(path[-1]), _known_keys(kind, path[:-1]))
    return hint.split("'")[1] if hint else ""


def _problem(fault: Any, parsed: YamlText, kind: type[BaseModel]) -> Problem:
    """One of pydantic's faults in our words: what is wrong, what was found, what to do."""
    where = _path(fault, parsed.value)
    place = nearest_place(parsed.name, parsed.lines, where)
    path = _named_path(where, parsed.value)
    if fault["type"] == "extra_forbidden":
        key = str(where[-1])
        known = _known_keys(kind, where[:-1])
        todo = suggest(key, known) or f"Known keys: {', '.join(sorted(known))}."
        return Problem("D603", f"Unknown key '{key}' at '{path}'.", todo, at=place)
    if fault["type"] == "missing":
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


def _known_keys(kind: type[BaseModel], path: KeyPath) -> list[str]:
    """The keys allowed at the path, found by walking the documents' own field types."""
    for step in path:
        fields = {field.alias or name: field for name, field in kind.model_fields.items()}
        if isinstance(step, str) and step in fields:
            inner = _document_type(fields[step].annotation)
            if inner is not None:
                kind = inner
    return [field.alias or name for name, field in kind.model_fields.items()]


def _document_type(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _document_type(arg))), None)


def read_folder(folder: Path) -> tuple[SourceFile, ...]:
    """Every model file below the folder in path order, with its faults; `*.tests.yml` are metric tests and left out."""
    paths = sorted([*folder.rglob("*.yml"), *folder.rglob("*.yaml")])
    return tuple(read_file(path, folder.parent) for path in paths if not path.name.endswith(METRIC_TESTS))
