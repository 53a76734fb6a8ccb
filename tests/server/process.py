"""The server in a process of its own, on a free port."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from tests.server.conftest import DIREKTION

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-c", "from server.cli import main; main()", "serve")


class Server:
    """A process that serves, with what it has printed while it started."""

    def __init__(self, *arguments: str | Path, http: str = "127.0.0.1:0", sql: str = "127.0.0.1:0") -> None:
        self.process = subprocess.Popen(
            [*COMMAND, "--http", http, "--sql", sql, *map(str, arguments)], cwd=ROOT, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, start_new_session=True,
        )  # fmt: skip
        self.printed: list[str] = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.printed.append(line)
            if "Ctrl-C" in line:
                break
        found = [line.split()[-1].rstrip("/") for line in self.printed if "Start page" in line]
        assert found, "".join(self.printed)
        self._printed_since: list[str] = []
        self._reader = threading.Thread(target=self._printed_since.extend, args=(self.process.stdout,), daemon=True)
        self._reader.start()  # a full pipe would stop the server in mid-answer
        self.url = found[0]
        self.http = httpx.Client(base_url=self.url, headers=DIREKTION, timeout=20)

    @property
    def heard(self) -> tuple[str, ...]:
        """What it has printed since it began to serve."""
        return tuple(self._printed_since)

    def connect(self) -> socket.socket:
        parts = urlsplit(self.url)
        assert parts.hostname is not None
        assert parts.port is not None
        return socket.create_connection((parts.hostname, parts.port), timeout=20)

    def press(self, number: signal.Signals = signal.SIGINT) -> None:
        self.process.send_signal(number)

    def stop(self) -> str:
        """Ctrl-C; the rest of what it printed."""
        self.press()
        return self.rest()

    def rest(self) -> str:
        """What it printed until its end, which must come by itself."""
        self.http.close()
        try:
            self.process.wait(timeout=30)
        finally:
            self.process.kill()
            self.process.wait()
            self._reader.join(timeout=30)
            if self.process.stdout is not None:
                self.process.stdout.close()
        return "".join(self._printed_since)
