"""A model never changes after load."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from tests.worlds import service


def test_nothing_in_a_model_can_be_changed() -> None:
    model = service("demo").generation.model
    cube = model.cubes["befolkning"]
    for mapping in (model.cubes, model.views, model.noegletal, cube.dimensions, cube.measures, cube.joins):
        with pytest.raises(TypeError):
            mapping["x"] = None  # type: ignore[index]
    with pytest.raises(FrozenInstanceError):
        cube.title = "x"  # type: ignore[misc]
