"""GraphiQL: every file of it comes from this server, and the page may load nothing else."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from server.graphql.app import STATIC

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


def test_a_browser_gets_the_page_and_each_file_it_names(client: Any) -> None:
    page = client.get("/graphql", headers=BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    named = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    files = [name for name in named if not name.startswith("data:") and "schema" not in name]
    assert len(files) == 6
    for name in files:
        assert name.startswith("graphql/static/")
        assert client.get(f"/{name}").status_code == 200


def test_the_page_says_how_to_log_in_and_its_example_is_answered(client: Any, rows: Callable[..., Any]) -> None:
    text = " ".join(client.get("/graphql", headers=BROWSER).text.split())
    assert "name <b>direktion</b>, password <b>demo</b>" in text
    example = re.search(r"`(#.*?)`", (STATIC / "start.js").read_text("utf-8"), re.DOTALL)
    assert example
    assert [set(row["regnskab"]) for row in rows(example[1])] == [{"region", "udgift_pr_indbygger"}] * 5


def test_the_page_may_load_from_here_only(client: Any) -> None:
    policy = client.get("/graphql", headers=BROWSER).headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert {rules[name] for name in ("script-src", "style-src", "connect-src")} == {"'self'"}
    assert "unsafe" not in policy
    assert "http" not in policy


def test_vendored_files_load_nothing_from_elsewhere() -> None:
    """Links that a reader may follow are text; a request would need one of these."""
    loads = re.compile(r"@import|url\(\s*[\"']?(?:https?:)?//|sourceMappingURL|fetch\([\"']http|src=\\?[\"']http")
    found = {file.name: loads.findall(file.read_text("utf-8")) for file in STATIC.glob("*.*s*")}
    assert {name: hits for name, hits in found.items() if hits} == {}
    assert sum(file.stat().st_size for file in STATIC.iterdir()) < 2_000_000


def test_every_vendored_file_is_accounted_for() -> None:
    told = Path(STATIC / "VENDORED.md").read_text("utf-8")
    assert [file.name for file in STATIC.iterdir() if f"`{file.name}`" not in told and file.name != "VENDORED.md"] == []


@pytest.mark.real_client("chromium")
def test_a_browser_shows_the_page_and_reads_the_schema(watched_page: tuple[str, list[str]], tmp_path: Path) -> None:
    url, seen = watched_page
    browser = next(found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name)))
    shown = subprocess.run(
        [
            browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--disable-background-networking", f"--user-data-dir={tmp_path}", "--virtual-time-budget=8000",
            "--dump-dom",
            f"{url}?query=%7Bviews%7Bname%7D%7D",
        ],
        capture_output=True, text=True, timeout=90, check=True,
    ).stdout  # fmt: skip
    assert "graphiql-execute-button" in shown
    assert 'id="login"' in shown
    assert "POST /graphql" in seen
    files = {f"GET /graphql/static/{name}" for name in ("start.js", "page.css", "graphiql.min.js", "graphiql.min.css")}
    assert files <= set(seen)
