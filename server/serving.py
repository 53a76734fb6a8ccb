"""Which service answers now. New data or a new model is opened beside the old one, and then takes its place."""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from contextlib import suppress

from anyio.to_thread import run_sync

from semantic.errors import DefinitionError
from semantic.pipeline import Service

log = logging.getLogger("nogletal")


class Serving:
    """The service of now. A question keeps the one it began with, which ends with its last question."""

    def __init__(self, open_service: Callable[[], Service]) -> None:
        self._open = open_service
        self._service = open_service()

    def current(self) -> Service:
        return self._service

    def reload(self) -> bool:
        """Whether the new generation serves now. A faulty one is told in the log, and the old one serves on."""
        try:
            opened = self._open()
        except DefinitionError as error:
            log.error("not reloaded, the old generation serves on:\n%s", error)
            return False
        self._service = opened
        log.warning("reloaded: model %s, data %s", opened.generation.model.version, opened.generation.loads.number)
        return True

    def close(self) -> None:
        self._service.generation.close()

    def listen(self) -> None:
        """Reloads on SIGHUP, where the platform has it and this is the main thread."""
        tasks: set[asyncio.Future[bool]] = set()

        def begin() -> None:
            task = asyncio.ensure_future(run_sync(self.reload))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        with suppress(RuntimeError, ValueError, NotImplementedError, AttributeError):
            asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, begin)
