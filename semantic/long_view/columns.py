"""The relation `noegletal_vaerdier`: its columns, the same for everyone."""

from __future__ import annotations

from semantic.result import Column, DataType, Role, stamp_columns

LONG_VIEW = "noegletal_vaerdier"
TITLE = "Nøgletalsværdier"
DESCRIPTION = (
    "Hvert nøgletal for hver enhed og periode som én række. Et nøgletal har rækker, hvis det kan ses pr. enhed af den, "
    "der spørger. Et tal er det samme, som når nøgletallet spørges alene."
)


def _column(name: str, title: str, kind: DataType, role: Role, about: str, nullable: bool = False) -> Column:
    return Column(f"{LONG_VIEW}.{name}", title, kind, role, nullable=nullable, description=about)


COLUMNS: tuple[Column, ...] = (
    _column("noegletal", "Nøgletal", "text", "dimension", "Nøgletallets id."),
    _column("titel", "Titel", "text", "dimension", "Nøgletallets titel."),
    _column("enhed_type", "Enhedstype", "text", "dimension", "Hvilken slags enhed, fx kommune, center eller enhed."),
    _column("enhed", "Enhed", "text", "dimension", "Enheden. Tom, hvor den er ukendt.", True),
    _column("periode_type", "Periodetype", "text", "dimension", "måned eller år: nøgletallets opgørelsesniveau."),
    _column("periode", "Periode", "date", "dimension", "Periodens første dag. Tom, hvor den er ukendt.", True),
    _column("vaerdi", "Værdi", "decimal", "measure", "Nøgletallet, afrundet til sine egne decimaler.", True),
    _column("taeller", "Tæller", "decimal", "measure", "Hvad der står over brøkstregen, hvis det kan ses.", True),
    _column("naevner", "Nævner", "decimal", "measure", "Hvad der står under brøkstregen, hvis det kan ses.", True),
    _column("maaleenhed", "Måleenhed", "text", "dimension", "Værdiens måleenhed.", True),
    _column("status", "Status", "text", "status", "Hvilken slags værdi det er, eller hvorfor der ingen er."),
    _column("daekning", "Dækning", "decimal", "dimension",
            "Hvor stor en del af perioden der er data for: 1, når den er slut senest på opgørelsesdagen.", True),
    *stamp_columns(LONG_VIEW),
)  # fmt: skip


def bare(column: Column) -> str:
    """The column's name within the relation."""
    return column.name.removeprefix(f"{LONG_VIEW}.")
