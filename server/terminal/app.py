"""What the commands do: the question read, asked, and its answer written."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

import click
import sqlglot
from rich.console import Console

from semantic.access.principal import OPERATOR, Principal
from semantic.breakdown.answer import answer_breakdown
from semantic.breakdown_query import Breakdown
from semantic.declared import faulty_questions
from semantic.errors import DefinitionError, ParseError, Problem
from semantic.execute.cancellation import Cancellation
from semantic.execute.duckdb import Generation
from semantic.execute.members import unknown_members, untargeted_members
from semantic.execute.shares import unshared
from semantic.long_answer import answer_long
from semantic.long_view.question import LongQuestion
from semantic.metric_tests.labs import Labs
from semantic.metric_tests.read import MetricTest, find_files, read_tests
from semantic.metric_tests.report import details, headline, summary
from semantic.metric_tests.run import Outcome, run
from semantic.model.load import load_model
from semantic.model.model import Model, Note
from semantic.pipeline import Service, answer, prepare
from semantic.pipeline import explain as explanation
from semantic.query import Query
from semantic.result import Result, collect
from semantic.rows_behind import RowsBehind, answer_rows
from semantic.theme_page import faulty_figures
from server.settings import Settings
from server.tabular.csv import Dialect
from server.terminal.cube_file import read_cube_query
from server.terminal.encode import stamp_lines, write
from server.terminal.files import whole_file
from server.terminal.interrupt import Interrupt
from server.terminal.lineage import lineage
from server.terminal.local import audited_service, local_service, local_settings, model_folder, short, who
from server.terminal.parse import Typed, parse
from server.terminal.policies import Checked, check_policies
from server.terminal.progress import waiting
from server.terminal.refusals import printable
from server.terminal.table import show

__all__ = ["Output", "Question", "break_down", "check", "explain", "local_settings", "query", "rows", "test", "values"]

TABLE_ROWS = 1_000  # more are for a file, not for reading


@dataclass(frozen=True)
class Question(Typed):
    """The question as typed, or the file that holds it, and the name of who asks."""

    file: Path | None = None
    name: str | None = None

    def query(self, default_limit: int | None) -> Query:
        """Raises ServiceError (P1xx)."""
        typed = any(getattr(self, field.name) for field in fields(Typed))
        if self.file is None and not typed:
            hint = "Name a measure, as in 'nogletal query befolkning.personer'; --help shows more."
            raise ParseError(Problem("P104", "Nothing is asked for.", hint))
        if self.file is None:
            return parse(self, default_limit)
        if typed:
            hint = "Put everything into the file, or leave out --query."
            message = "--query holds the whole question, but more is asked beside it."
            raise ParseError(Problem("P144", message, hint))
        return read_cube_query(self.file, default_limit)


def check(settings: Settings) -> None:
    """Prints what is there, or raises DefinitionError with every fault; nothing is called right before all is seen."""
    model, policies, missing = sound(settings)
    notes = list(model.notes)
    if not missing:
        with local_service(settings) as service:
            notes += undated(service.generation)
            generation = service.generation
            faults = [*unshared(generation.model, generation.as_of)]
            faults += unknown_members(generation.model, generation.values_of)
            faults += untargeted_members(generation.model, generation.values_of)
            faults += faulty_questions(generation.model, lambda query: prepare(query, OPERATOR, service))
            faults += faulty_figures(service.visible(OPERATOR), lambda query: prepare(query, OPERATOR, service))
            if faults:
                raise DefinitionError(*faults)
    for note in notes:
        click.echo(f"{note.at}: note: {note.message}")
    for text in policies.notes:
        click.echo(f"note: {text}")
    click.echo(counted(model, len(notes)))
    click.echo(policies.counted())
    there = "The database has every table and column of the model."
    not_there = f"Not checked against the database, which is not there: {', '.join(map(str, missing))}."
    click.echo(not_there if missing else there)


def sound(settings: Settings) -> tuple[Model, Checked, list[Path]]:
    """Model, policies and the databases that are not there. Raises DefinitionError with the faults of all."""
    missing = [path for path in settings.databases.values() if not path.is_file()]
    problems: list[Problem] = []
    if missing and "databases" in settings.model_fields_set:
        problems += [Problem("D660", f"There is no database file '{path}'.") for path in missing]
    model, faults = None, []
    try:
        model = stocked_model(settings)
    except DefinitionError as error:
        faults = list(error.problems)
    policies = check_policies(settings.access, model)
    problems = [*faults, *policies.problems, *problems]
    if problems or model is None:
        raise DefinitionError(*problems)
    return model, policies, missing


def stocked_model(settings: Settings) -> Model:
    """The model, which has a cube. Raises DefinitionError."""
    model = load_model(model_folder(settings))
    if not model.cubes:
        hint = "Is it the right folder? A cube is a 'name' and a 'sql_table' below 'cubes:'."
        raise DefinitionError(Problem("D617", f"There is no cube below '{settings.model}'.", hint))
    return model


def undated(generation: Generation) -> list[Note]:
    """A note for each cube whose rows nothing dates: it names no load, and the database has none."""
    if generation.loads.days:
        return []
    message = "'{}' names no load and the database has none: opgjort_pr is then the day the file was written."
    cubes = generation.model.cubes.values()
    return [Note(message.format(one.name), one.at) for one in cubes if one.source is None or one.source.load is None]


def counted(model: Model, notes: int) -> str:
    cubes = [cube for name, cube in model.cubes.items() if name not in model.targets]
    figures = {
        "cube": len(cubes),
        "view": sum(not view.is_cube for view in model.views.values()),
        "dimension": sum(len(cube.dimensions) for cube in cubes),
        "measure": sum(len(cube.measures) for cube in cubes),
        "segment": sum(len(cube.segments) for cube in cubes),
        "nøgletal": len(model.noegletal),
        "question": len(model.questions),
        "note": notes,
    }
    plural = {word: word if word == "nøgletal" else f"{word}s" for word in figures}
    counts = ", ".join(f"{count} {word if count == 1 else plural[word]}" for word, count in figures.items())
    return f"The model is right: {counts}. Version {model.version}."


@dataclass(frozen=True)
class Output:
    """How the answer is written, and where: to the file, or to standard output."""

    form: str
    dialect: Dialect
    out: Path | None

    @property
    def default_rows(self) -> int | None:
        """How many rows a table for reading shows; all where it is written for a program."""
        return TABLE_ROWS if self.form == "table" else None


def query(question: Question, output: Output, settings: Settings, interrupt: Interrupt) -> None:
    """Writes the answer to standard output or the file."""
    asked = question.query(output.default_rows)
    _write_answer(partial(answer, asked), question.name, output, settings, interrupt)


def break_down(asked: Breakdown, name: str | None, output: Output, settings: Settings, interrupt: Interrupt) -> None:
    """Writes the rows of the breakdown to standard output or the file."""
    _write_answer(partial(answer_breakdown, asked), name, output, settings, interrupt, output.default_rows)


def rows(asked: RowsBehind, name: str | None, output: Output, settings: Settings, interrupt: Interrupt) -> None:
    """Writes the rows behind the value to standard output or the file."""
    _write_answer(partial(answer_rows, asked), name, output, settings, interrupt)


def values(asked: LongQuestion, name: str | None, output: Output, settings: Settings, interrupt: Interrupt) -> None:
    """Writes the rows of the long view to standard output or the file."""
    limit = output.default_rows if asked.limit is None else None
    _write_answer(partial(answer_long, asked), name, output, settings, interrupt, limit)


def _write_answer(
    answered: Callable[[Principal, Service, Cancellation], Result], name: str | None, output: Output,
    settings: Settings, interrupt: Interrupt, default_limit: int | None = None,
) -> None:  # fmt: skip
    """Asks as who is named. A `default_limit` is what is shown of an answer that has none of its own."""
    principal = who(name, settings)
    with audited_service(settings, principal) as service, interrupt.question() as cancellation:
        with waiting("Asking …"):
            result = interrupt.heeded(answered(principal, service, cancellation))
        limit = result.default_limit if default_limit is None else default_limit
        write_result(replace(result, default_limit=limit), output)


def write_result(result: Result, output: Output) -> None:
    """As a table for reading, or in a format whose remarks go to standard error."""
    if output.form == "table":
        with open_text(output.out) as file:
            show(collect(result), Console(file=file))
        return
    with open_binary(output.out) as raw:
        write(result, output.form, raw, output.dialect)
    total = "" if result.total is None else f"{result.total} rows in all · "
    click.echo(total + "\n".join(stamp_lines(result.stamp)), err=True)


def explain(question: Question, settings: Settings) -> None:
    """Prints how the question would be answered."""
    asked = question.query(None)
    principal = who(question.name, settings)
    with audited_service(settings, principal) as service:
        found = explanation(asked, principal, service)
        for title, lines in (
            ("Plan", found.plan.splitlines()),
            ("SQL", laid_out(found.sql).splitlines()),
            ("Parameters", [f"{number}: {value!r}" for number, value in enumerate(found.parameters, 1)]),
            ("Allowed by", found.reasons),
            ("Lineage", lineage(found.columns, service.generation.model)),
            ("From", stamp_lines(found.stamp)),
        ):
            click.echo(f"{title}\n" + "".join(f"    {printable(line)}\n" for line in lines))


def laid_out(sql: str) -> str:
    """The statement over several lines; as it is where another layout would be other SQL."""
    laid = sqlglot.transpile(sql, read="duckdb", write="duckdb", pretty=True)[0]
    same = "".join(laid.split()) == "".join(sql.split())
    return laid if same else sql


@contextmanager
def open_binary(out: Path | None) -> Iterator[BinaryIO]:
    if out is None:
        yield sys.stdout.buffer
        return
    with whole_file(out) as file:
        yield file


@contextmanager
def open_text(out: Path | None) -> Iterator[TextIO]:
    if out is None:
        yield sys.stdout
        return
    with whole_file(out) as raw, TextIOWrapper(raw, encoding="utf-8") as file:
        yield file


def test(paths: tuple[Path, ...], word: str | None, settings: Settings) -> bool:
    """Runs the metric tests and prints each outcome; whether all passed."""
    tests = find_tests(paths or (model_folder(settings),), word)
    outcomes: list[Outcome] = []
    with Labs(load_model(model_folder(settings)), settings.databases) as labs:
        if any(one.document.given is None for one in tests):
            labs.real()  # told once here, what is wrong with the data is not told again by every test
        for one in tests:
            outcomes.append(run(one, labs.lab))
            click.echo(printable(headline(outcomes[-1])))
            for line in details(outcomes[-1]):
                click.echo(f"    {printable(line)}")
    click.echo(summary(outcomes))
    return all(outcome.status == "passed" for outcome in outcomes)


def find_tests(paths: tuple[Path, ...], word: str | None) -> list[MetricTest]:
    """The tests of the files. Raises DefinitionError with the faults of all files, or D690 when there is no test."""
    tests: list[MetricTest] = []
    problems: list[Problem] = []
    for file in find_files(paths):
        try:
            tests.extend(read_tests(file, short(file)))
        except DefinitionError as error:
            problems.extend(error.problems)
    if problems:
        raise DefinitionError(*problems)
    chosen = [one for one in tests if word is None or word.lower() in f"{one.file} {one.name}".lower()]
    if not chosen:
        where = ", ".join(short(path) for path in paths)
        named = f" with '{word}' in its name or file" if word is not None else ""
        hint = "Metric tests are written in files called *.tests.yml."
        raise DefinitionError(Problem("D690", f"There is no metric test{named} in {where}.", hint))
    return chosen
