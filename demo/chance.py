"""Draws that several tables make."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from demo.borgere import Texts


def one_of(rng: np.random.Generator, among: Sequence[tuple[str, float]], shape: int | tuple[int, ...]) -> Texts:
    """Names, each as often as its part says; the parts add up to one."""
    return rng.choice(np.array([name for name, _ in among]), shape, p=[part for _, part in among])
