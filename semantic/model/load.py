"""A folder of YAML → Model."""

from __future__ import annotations

from pathlib import Path

from semantic.model.link import link
from semantic.model.model import Model
from semantic.model.read import read_folder


def load_model(folder: Path) -> Model:
    """The model of every YAML file below the folder. Raises DefinitionError with every fault found."""
    return link(read_folder(folder))
