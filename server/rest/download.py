"""An answer streamed batch by batch. What cannot be told whole breaks off without an end, never with a short one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator, Mapping

import anyio
import pyarrow as pa
from anyio.to_thread import run_sync
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from semantic.errors import LimitError, Problem, ServiceError
from semantic.execute.cancellation import Cancellation
from server.tabular.encoding import Encoding

log = logging.getLogger("nogletal")
ROWS_AT_ONCE = 5_000  # of what is whole, between two looks at whether its asker is still there


class Pieces:
    """The bytes of an answer one after the other, each batch encoded as it is read."""

    def __init__(self, encoding: Encoding, batches: Iterator[pa.RecordBatch]) -> None:
        self._encoding, self._batches = encoding, batches
        self._ready: list[bytes] = [encoding.head]
        self._over = False

    def first(self, cancellation: Cancellation) -> None:
        """Reads the first batch, so that what is refused at once is refused with a status; of what is whole, all.

        Raises LimitError (L503) where the asker of what is whole leaves before it is there.
        """
        if self._encoding.whole:
            self._ready += self._all(cancellation)
        else:
            self._ready.append(self._read())

    def _all(self, cancellation: Cancellation) -> Iterator[bytes]:
        for batch in self._batches:
            for start in range(0, batch.num_rows, ROWS_AT_ONCE):
                check_wanted(cancellation)
                yield self._encoding.encode(batch.slice(start, ROWS_AT_ONCE))
        check_wanted(cancellation)
        self._over = True
        yield self._encoding.tail()

    def next(self) -> bytes | None:
        """The next piece, None after the last. Raises ServiceError when the answer cannot be given whole."""
        if self._ready:
            return self._ready.pop(0)
        return None if self._over else self._read()

    def _read(self) -> bytes:
        batch = next(self._batches, None)
        if batch is None:
            self._over = True
            return self._encoding.tail()
        return self._encoding.encode(batch)

    def close(self) -> None:
        """Gives the engine's slot back, where the batches hold one."""
        end = getattr(self._batches, "close", None)
        if end is not None:
            end()


def check_wanted(cancellation: Cancellation) -> None:
    """Raises LimitError (L503) where nobody waits for the answer any more."""
    if cancellation.cancelled:
        raise LimitError(Problem("L503", "The question was cancelled."))


class Download(Response):
    """The pieces as a chunked body. An error after the first byte ends the connection without the final chunk."""

    def __init__(
        self, pieces: Pieces, media_type: str, headers: Mapping[str, str], cancellation: Cancellation,
        workers: anyio.CapacityLimiter,
    ) -> None:  # fmt: skip
        super().__init__(None, media_type=media_type, headers=headers)
        del self.headers["content-length"]
        self._pieces, self._cancellation, self._workers = pieces, cancellation, workers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        watch = asyncio.create_task(self._watch(receive))
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            await self._send_all(send)
        except ServiceError as error:
            log.warning("download broken off: %s", error.code)
        except OSError:
            log.warning("download broken off: the client left")
        finally:
            watch.cancel()
            self._cancellation.cancel()
            await run_sync(self._pieces.close, limiter=self._workers)

    async def _send_all(self, send: Send) -> None:
        while (piece := await run_sync(self._pieces.next, limiter=self._workers)) is not None:
            if self._cancellation.cancelled:
                return
            if piece:
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _watch(self, receive: Receive) -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        self._cancellation.cancel()
