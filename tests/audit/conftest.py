"""The demo, audited, for each test anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.audit.served import Audited, audited_demo


@pytest.fixture
def audited(tmp_path: Path, demo_database: Path) -> Iterator[Audited]:
    with audited_demo(tmp_path, demo_database) as found:
        yield found
