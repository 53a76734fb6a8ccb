"""`nogletal rapporter`: the declared questions as files, each answered as who is to have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from server.terminal.interrupt import Interrupt
from server.terminal.options import AS_OF, EDITION, FORMATS, SOURCES

if TYPE_CHECKING:
    from semantic.access.principal import Principal
    from semantic.model.question import DeclaredQuestion
    from semantic.pipeline import Service
    from semantic.query import Query


@click.command()
@click.argument("ids", nargs=-1, metavar="[QUESTION]...")
@click.option("--as", "name", metavar="USER", required=True, help="Who is to have them; each is asked as this user.")
@click.option("--out", "folder", type=click.Path(path_type=Path, file_okay=False), required=True,
              help="Where to write: in it is a folder for each user, which is made where there is none.")  # fmt: skip
@click.option("--format", "form", type=click.Choice(FORMATS[1:]), default="xlsx", show_default=True)
@AS_OF
@EDITION
@SOURCES
@click.pass_context
def rapporter(
    ctx: click.Context, /, ids: tuple[str, ...], name: str, folder: Path, form: str, as_of: str | None,
    edition: str | None, **sources: Path | None,
) -> None:  # fmt: skip
    """Write reports, answered as who is to have them.

    The declared questions: all in the model's questions/, or those named by their ids. A file for each, named by the
    question and the day that its figures are of, in the user's folder and readable by its owner alone; one that is
    there already is written anew. What the user may not ask is told and left out. Nothing is sent: a timer may run it.

    \b
    nogletal rapporter --as enhedsleder --out rapporter
    nogletal rapporter nettoudgift_pr_kommune --as offentlig --out rapporter --format csv
    """
    from server.terminal.local import audited_service, local_settings, who

    settings = local_settings(**sources)
    principal = who(name, settings)
    with audited_service(settings, principal) as service:
        questions = chosen(service.generation.model.questions, ids)
        own = folder / folder_name(principal.subject)
        own.mkdir(mode=0o700, parents=True, exist_ok=True)
        asking = _Asking(principal, service, own, form, ctx.obj)
        written = [asking.wrote(one, as_of, edition) for one in questions]
    if not any(written):
        ctx.exit(1)


def chosen(questions: Mapping[str, DeclaredQuestion], ids: tuple[str, ...]) -> list[DeclaredQuestion]:
    """Those that are named, or all, in the model's order. Raises ParseError (P148) with every id that is none."""
    from semantic.errors import Problem, refusal, suggest

    unknown = [one for one in dict.fromkeys(ids) if one not in questions]
    known = f"Declared questions: {', '.join(questions) or 'none'}."
    problems = [
        Problem("P148", f"There is no declared question '{one[:80]}'.", suggest(one[:80], questions) or known)
        for one in unknown
    ]
    if problems or not questions:
        raise refusal(*(problems or [Problem("P148", "The model has no declared questions.")]))
    return [one for one in questions.values() if not ids or one.id in ids]


def folder_name(subject: str) -> str:
    """Of the user's folder: another for each user, and never a way out of where it is.

    >>> folder_name("bo@varde.dk"), folder_name("../x"), folder_name("Åse")
    ('bo@varde.dk', '%2E.%2Fx', '%C3%85se')
    """
    name = quote(subject, safe="@+")
    return f"%2E{name[1:]}" if name.startswith(".") else name


class _Asking:
    """Who is answered, and where to."""

    def __init__(self, principal: Principal, service: Service, folder: Path, form: str, interrupt: Interrupt) -> None:
        self._principal, self._service, self._interrupt = principal, service, interrupt
        self._folder, self._form = folder, form

    def wrote(self, question: DeclaredQuestion, as_of: str | None, edition: str | None) -> bool:
        """Whether a file is there now; else it is told why. Raises LimitError, OSError."""
        from semantic.declared import query_of
        from semantic.errors import LimitError, ServiceError
        from server.terminal.refusals import printable

        try:
            told = self._file(question.id, replace(query_of(question), as_of=as_of, edition=edition))
        except LimitError:
            raise  # of the server and not of this user: to be seen to
        except ServiceError as error:
            first = error.problems[0]
            click.echo(printable(f"Left out '{question.id}': {first.code} {first.message}"), err=True)
            return False
        click.echo(printable(told))
        return True

    def _file(self, name: str, query: Query) -> str:
        from semantic.pipeline import answer
        from server.terminal.encode import write
        from server.terminal.files import PRIVATE, whole_file

        with self._interrupt.question() as cancellation:
            result = self._interrupt.heeded(answer(query, self._principal, self._service, cancellation))
            day = f"{query.edition}_{result.stamp.as_of}" if query.edition else str(result.stamp.as_of)
            place = self._folder / f"{name}_{day}.{self._form}"
            with whole_file(place, PRIVATE) as file:
                write(result, self._form, file)
        return f"Wrote {place} ({result.stamp.scope})."
