"""The tables of the state that questions read beside the data."""

from __future__ import annotations

from semantic.execute.live import LiveTables
from semantic.model.model import Model
from server.settings import Settings
from server.state.checklists import checklists_of
from server.state.validations import marks_of


def kept_tables(settings: Settings, model: Model) -> LiveTables:
    """What the model's cubes of `data_source: tilstand` read, each as it is when it is read."""
    return {**marks_of(settings), **checklists_of(settings, model.tjeklister)}
