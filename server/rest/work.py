"""Blocking work off the event loop, with a stop button pressed when the asker leaves."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

import anyio
from anyio.to_thread import run_sync
from starlette.requests import Request

from semantic.execute.cancellation import Cancellation

T = TypeVar("T")


async def run(request: Request, cancellation: Cancellation, workers: anyio.CapacityLimiter, work: Callable[[], T]) -> T:
    """What the work returns, done on a thread of ours. The cancellation is pressed when the client goes."""
    watch = asyncio.create_task(_watch(request, cancellation))
    try:
        return await run_sync(work, limiter=workers)
    except asyncio.CancelledError:
        cancellation.cancel()
        raise
    finally:
        watch.cancel()


async def _watch(request: Request, cancellation: Cancellation) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass
    cancellation.cancel()
