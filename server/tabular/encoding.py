"""How an answer becomes bytes, batch by batch, wherever they go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pyarrow as pa


@dataclass(frozen=True)
class Encoding:
    """The bytes of an answer: the head, what `encode` makes of each batch, and the tail, asked for once, at the end.

    Of one that is `whole` nothing can be used before the tail, so that nothing need be sent before it is there.
    """

    head: bytes
    encode: Callable[[pa.RecordBatch], bytes]
    tail: Callable[[], bytes] = bytes
    whole: bool = False
