"""The shape of the code: small files, small functions, typed signatures, imports one way.

Each rule is a function from the parsed tree to its faults, so that a rule can be tried on a small faulty tree too.
There is no list of exceptions.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("semantic", "server", "demo")
FUNCTION_LINES = 40
FILE_LINES = 400

# The stages of `semantic`, lowest first. A module imports from its own row or from a lower one.
LAYERS = (
    ("error_codes", "errors", "predicate", "result", "dates", "filters"),
    ("model",),
    ("access",),
    ("query",),  # its later states hold members of the model and a decision
    ("as_of", "breakdown_query", "cube_compare", "cube_query", "limits", "members", "names", "resolve"),
    ("declared",),
    ("parts", "authorise"),
    ("audit",),
    ("plan",),
    ("lower", "rounding", "relation", "top", "fact", "sweep", "over_members", "every", "guard", "generate", "opening"),
    ("execute",),
    ("complement", "disclose"),
    ("long_view", "edition", "freshness"),
    ("finish", "postgres_meaning", "compose", "in_words"),
    ("pipeline",),
    ("breakdown", "long_answer", "theme_page"),
    ("rows_behind",),
    ("composed", "notes"),
    ("checklist",),
    ("quality",),
    ("metric_tests", "policy_tests", "review"),
    ("freezing",),
)
FRONT_ENDS = tuple(f"server.{name}" for name in ("graphql", "rest", "postgres", "odata", "web", "terminal"))
# Who may not import what; a name stands for everything below it.
FORBIDDEN = {
    "semantic": ("server", "demo", "starlette", "strawberry", "graphql", "uvicorn", "httpx", "socket", "click", "rich"),
    "demo": ("server", "semantic"),
    "server.tabular": FRONT_ENDS,
} | {one: tuple(other for other in FRONT_ENDS if other != one) for one in FRONT_ENDS}
# The lab makes scratch tables for tests; the catalogue holds no figures, only names.
DATABASE_ACCESS = ("semantic.execute", "demo", "semantic.metric_tests.lab", "server.postgres.catalogue")
EMPTY_NOUNS = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "base", "misc"}

Tree = dict[str, ast.Module]  # dotted module name -> its syntax tree; a package is named like its folder


@cache
def read_tree() -> Tree:
    files = [file for package in PACKAGES for file in sorted((ROOT / package).rglob("*.py"))]
    return {module_name(file.relative_to(ROOT)): ast.parse(file.read_text("utf-8"), str(file)) for file in files}


def module_name(path: Path) -> str:
    return ".".join(path.with_suffix("").parts).removesuffix(".__init__")


def within(module: str, packages: tuple[str, ...]) -> bool:
    return any(module == package or module.startswith(f"{package}.") for package in packages)


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def imports(module: str, tree: Tree) -> Iterator[str]:
    """Every module that `module` imports, wherever the import stands, as the longest name that is a module of ours."""
    for node in ast.walk(tree[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if node.level:
                yield f"a relative import in line {node.lineno}"
            origin = node.module or ""
            for alias in node.names:
                yield f"{origin}.{alias.name}" if f"{origin}.{alias.name}" in tree else origin


def long_functions(tree: Tree) -> Iterator[str]:
    for module, body in tree.items():
        for function in functions(body):
            lines = (function.end_lineno or function.lineno) - function.lineno + 1
            if lines > FUNCTION_LINES:
                yield f"{module}.{function.name} has {lines} lines"


def untyped_signatures(tree: Tree) -> Iterator[str]:
    for module, body in tree.items():
        for function in functions(body):
            given = function.args
            named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
            bare = [arg.arg for arg in named if arg and not arg.annotation and arg.arg not in ("self", "cls")]
            if bare or function.returns is None:
                yield f"{module}.{function.name} lacks a type for {', '.join(bare) or 'what it returns'}"


def forbidden_imports(tree: Tree) -> Iterator[str]:
    for module in tree:
        for package, names in FORBIDDEN.items():
            if within(module, (package,)):
                yield from (f"{module} imports {name}" for name in imports(module, tree) if within(name, names))


def relative_imports(tree: Tree) -> Iterator[str]:
    for module in tree:
        yield from (f"{module}: {name}" for name in imports(module, tree) if name.startswith("a relative"))


def upward_imports(tree: Tree) -> Iterator[str]:
    height = {name: row for row, names in enumerate(LAYERS) for name in names}
    for module in tree:
        if not module.startswith("semantic."):
            continue
        stage = module.split(".")[1]
        if stage not in height:
            yield f"{module} has no place in LAYERS"
            continue
        for name in imports(module, tree):
            other = name.split(".")[1] if name.startswith("semantic.") else stage
            if height.get(other, 0) > height[stage]:
                yield f"{module} imports {name}, which comes later"


def cyclic_imports(tree: Tree) -> Iterator[str]:
    graph = {module: {name for name in imports(module, tree) if name in tree} for module in tree}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " imports ".join(reversed(error.args[1]))


def stray_database_access(tree: Tree) -> Iterator[str]:
    for module in tree:
        if not within(module, DATABASE_ACCESS) and any(within(name, ("duckdb",)) for name in imports(module, tree)):
            yield f"{module} imports duckdb"


def empty_nouns(tree: Tree) -> Iterator[str]:
    return (f"{module} has a name that says nothing" for module in tree if EMPTY_NOUNS & set(module.split(".")))


RULES = (
    long_functions,
    untyped_signatures,
    forbidden_imports,
    relative_imports,
    upward_imports,
    cyclic_imports,
    stray_database_access,
    empty_nouns,
)


@pytest.mark.parametrize("rule", RULES)
def test_the_code_keeps(rule) -> None:
    tree = read_tree()
    assert "semantic.errors" in tree
    assert list(rule(tree)) == []


def test_files_are_short() -> None:
    files = [file for package in PACKAGES for file in (ROOT / package).rglob("*.py")]
    lines = {str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines()) for file in files}
    assert {file: count for file, count in lines.items() if count > FILE_LINES} == {}


LONG = "def far() -> None:\n" + "    pass\n" * FUNCTION_LINES
FAULTY = (
    (long_functions, {"demo.x": LONG}),
    (untyped_signatures, {"server.x": "def f(a): return a"}),
    (untyped_signatures, {"server.x": "def f(a: int, *rest) -> int: return a"}),
    (forbidden_imports, {"semantic.resolve": "import starlette.routing"}),
    (forbidden_imports, {"semantic.resolve": "def f() -> None:\n    from server import cli", "server.cli": ""}),
    (forbidden_imports, {"server.rest.parse": "from server.graphql.parse import to_query"}),
    (forbidden_imports, {"demo.build": "from server.settings import Settings"}),
    (relative_imports, {"semantic.resolve": "from .errors import Problem"}),
    (upward_imports, {"semantic.model.link": "from semantic.plan import nodes", "semantic.plan.nodes": ""}),
    (upward_imports, {"semantic.model.link": "from semantic import pipeline", "semantic.pipeline": ""}),
    (upward_imports, {"semantic.thing": ""}),
    (cyclic_imports, {"demo.a": "from demo import b", "demo.b": "import demo.a"}),
    (stray_database_access, {"server.x": "from duckdb import connect"}),
    (empty_nouns, {"server.rest.helpers": ""}),
)


@pytest.mark.parametrize(("rule", "sources"), FAULTY)
def test_a_rule_finds_its_fault(rule, sources) -> None:
    assert len(list(rule({module: ast.parse(text) for module, text in sources.items()}))) == 1
