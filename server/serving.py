"""Which service answers now. New data or a new model is opened beside the old one, and then takes its place."""

from __future__ import annotations

import asyncio
import logging
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import anyio
from anyio.to_thread import run_sync

from semantic.access.policies import Policies
from semantic.audit.auditor import Auditor
from semantic.errors import DefinitionError
from semantic.model.model import Model
from semantic.pipeline import Service

Revision = tuple[object, ...]
"""Which model and data are served: alike where they are the same."""
WATCH_SECONDS = 2.0  # a role that is taken away must give nothing within five
log = logging.getLogger("nogletal")


class Serving:
    """The service of now. A question keeps the one it began with, which ends with its last question."""

    def __init__(self, open_service: Callable[[], Service]) -> None:
        self._open = open_service
        self._service = open_service()
        self._prepared: Service | None = None
        self._changing, self._reloading = threading.Lock(), threading.Lock()
        self.policies_current = True

    def current(self) -> Service:
        return self._service

    def over(self, auditor: Auditor) -> Callable[[], Service]:
        """The service of now as one interface has it, which its auditor knows; the same object while it serves."""
        known: tuple[Service, Service] | None = None

        def current() -> Service:
            nonlocal known
            of, service = self._service, known
            if service is None or service[0] is not of:
                known = service = (of, replace(of, auditor=auditor))
            return service[1]

        return current

    def reload(self) -> bool:
        """Whether the new generation serves now. A faulty one is told in the log, and the old one serves on."""
        with self._reloading:
            if self.prepare() is None:
                return False
            self.commit()
            return True

    def prepare(self) -> Revision | None:
        """What a new generation would serve, which is opened and waits; None for a faulty one, told in the log."""
        self.abandon()
        try:
            self._prepared = self._open()
        except DefinitionError as error:
            log.error("not reloaded, the old generation serves on:\n%s", error)
            return None
        return revision_of(self._prepared)

    def commit(self) -> None:
        """The prepared generation serves from now on; its policies are looked at anew, since they may be others now."""
        opened, self._prepared = self._prepared, None
        if opened is None:
            return
        with self._changing:
            self._service = opened
            self.policies_current = True
        log.warning("reloaded: model %s, data %s", opened.generation.model.version, opened.generation.loads.number)

    def abandon(self) -> None:
        """The prepared generation, where there is one, will not serve."""
        opened, self._prepared = self._prepared, None
        if opened is not None:
            opened.generation.close()

    @property
    def revision(self) -> Revision:
        """What serves now."""
        return revision_of(self._service)

    async def watch(self, read: Callable[[Model], Policies], folder: Path) -> None:
        """Puts changed policies in force, a few seconds after their files have changed, until it is cancelled.

        Faulty ones are told in the log, and those before them stay in force.
        """
        seen = await run_sync(written, folder), self._service.generation
        while True:
            await anyio.sleep(WATCH_SECONDS)
            found = await run_sync(written, folder), self._service.generation
            if found != seen:  # those of another generation were read when that was opened, which may be a while ago
                seen = found
                try:
                    await run_sync(self.reread, read)
                except Exception:  # a watch that ends would let what is taken away live on
                    log.exception("policies not reread")

    def reread(self, read: Callable[[Model], Policies]) -> bool:
        """Whether other policies are in force now, over the generation that serves."""
        service = self._service
        self.policies_current = False
        try:
            policies = read(service.generation.model)
        except DefinitionError as error:
            log.error("policies not reread, those before stay in force:\n%s", error)
            return False
        self.policies_current = True
        if policies.version == service.policies.version:
            return False
        with self._changing:
            if self._service is not service:
                return False  # another generation has come, with policies of its own
            self._service = replace(service, policies=policies)
        log.warning("policies reread: %s", policies.version)
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


def revision_of(service: Service) -> Revision:
    generation = service.generation
    return generation.model.version, generation.loads.number, generation.files


def written(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, time and size of every policy file: other when one is edited, added or removed."""
    found: list[tuple[str, int, int]] = []
    for path in sorted(folder.rglob("*.y*ml")):
        with suppress(OSError):  # gone since it was listed
            seen = path.stat()
            found.append((str(path), seen.st_mtime_ns, seen.st_size))
    return tuple(found)
