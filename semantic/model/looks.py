"""What only changes how things are shown: formats, links and folders, as written and as linked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from semantic.model.vocabulary import Document, Name


class LinkFormatDocument(Document):
    type: Literal["link"]
    label: str


def _form_of_format(value: Any) -> str:
    return "link" if isinstance(value, dict | LinkFormatDocument) else "name"


Format = Annotated[
    Annotated[str, Tag("name")] | Annotated[LinkFormatDocument, Tag("link")], Discriminator(_form_of_format)
]
Currency = Annotated[str, Field(pattern=r"^[A-Za-z]{3}$", description="As in ISO 4217: DKK, EUR.")]


class LinkParameter(Document):
    key: str
    value: str


class LinkDocument(Document):
    name: str = Name
    label: str
    url: str | None = None
    dashboard: str | None = None
    icon: str | None = None
    target: Literal["blank", "self"] | None = None
    primary: bool | None = None
    params: list[LinkParameter] = []


def _form_of_members(value: Any) -> str:
    return "all" if isinstance(value, str) else "some"


class FolderPath(Document):
    """All that the view includes by that join path."""

    join_path: str


def _form_of_folder_item(value: Any) -> str:
    if isinstance(value, FolderPath) or (isinstance(value, dict) and "join_path" in value):
        return "path"
    return "folder" if isinstance(value, dict | FolderDocument) else "name"


class FolderDocument(Document):
    name: str
    includes: Annotated[
        Annotated[Literal["*"], Tag("all")] | Annotated[list[FolderItem], Tag("some")], Discriminator(_form_of_members)
    ]


FolderItem = Annotated[
    Annotated[str, Tag("name")] | Annotated[FolderPath, Tag("path")] | Annotated[FolderDocument, Tag("folder")],
    Discriminator(_form_of_folder_item),
]
FolderDocument.model_rebuild()


@dataclass(frozen=True)
class Link:
    """A link from a dimension's values, by what a client shows of it; `params` are the names of what it hands on."""

    name: str
    label: str
    dashboard: str | None = None
    icon: str | None = None
    target: str | None = None
    primary: bool | None = None
    params: tuple[str, ...] = ()


@dataclass(frozen=True)
class LinkFormat:
    label: str


@dataclass(frozen=True)
class Looks:
    """How clients may show a member. No number depends on it."""

    format: str | LinkFormat | None = None
    currency: str | None = None
    order: Literal["asc", "desc"] | None = None
    links: tuple[Link, ...] = ()
    suggests_values: bool = True


@dataclass(frozen=True)
class Folder:
    """Names of a view's members and hierarchies, and folders."""

    name: str
    parts: tuple[str | Folder, ...]
