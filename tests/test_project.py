"""The files around the code: the lock, licences, Makefile, CI and containers."""

from __future__ import annotations

import os
import re
import subprocess
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
# 'colorama==0.4.6 ; sys_platform == ...' gives ('colorama', '0.4.6')
LOCKED = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", LOCK, re.MULTILINE))
PERMISSIVE = re.compile(r"MIT|BSD|Apache|PSF|ISC|0BSD|Zlib|Unlicense", re.IGNORECASE)
# Mozilla's licence asks for the source of changed files only, and we change and ship none of them.
MOZILLA = {"certifi", "hypothesis", "orjson", "pathspec"}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def compose() -> dict[str, Any]:
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))


def test_the_lock_has_hashes_and_no_addresses() -> None:
    assert "://" not in LOCK
    entries = re.split(r"^(?=[a-z])", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(LOCKED)
    assert [entry.split()[0] for entry in entries if "sha256" not in entry] == []


def test_the_lock_fits_the_ranges() -> None:
    asked = [Requirement(text) for text in project()["dependencies"] + project()["optional-dependencies"]["test"]]
    assert [str(one) for one in asked if LOCKED.get(canonicalize_name(one.name), "0") not in one.specifier] == []


def licence(name: str) -> str:
    about = metadata(name)
    classifiers = [text for text in about.get_all("Classifier", []) if text.startswith("License ::")]
    return about.get("License-Expression") or f"{about.get('License') or ''} {' '.join(classifiers)}"


def test_every_dependency_is_permissive() -> None:
    strict = {}
    for name in LOCKED:
        try:
            terms = licence(name)
        except PackageNotFoundError:
            continue  # for another platform
        if re.search(r"GPL|AGPL|SSPL|Commercial", terms) or not (PERMISSIVE.search(terms) or name in MOZILLA):
            strict[name] = terms
        if re.search(r"MPL|Mozilla", terms) and name not in MOZILLA:
            strict[name] = terms
    assert strict == {}


def test_every_make_target_says_what_it_does() -> None:
    rules = re.findall(r"^([a-z]+):.*$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    told = re.findall(r"^([a-z]+):.* ## \w", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert rules == told
    assert {"run", "test", "check", "bench"} <= set(told)


def test_ci_is_a_runnable_script() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    subprocess.run(["bash", "-n", str(script)], check=True)


@pytest.mark.parametrize("service", ["server", "state"])
def test_compose_publishes_to_this_machine_only(service: str) -> None:
    described = compose()["services"][service]
    assert all(port.startswith("127.0.0.1:") for port in described.get("ports", []))
    assert described["healthcheck"]["test"]


def test_compose_holds_no_secret() -> None:
    """A password comes from a file or the environment; compose names only where it lies."""
    for service in compose()["services"].values():
        for key, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|TOKEN", key):
                assert key.endswith("_FILE")
                assert str(value).startswith("/run/secrets/")


def test_the_container_runs_what_the_lock_names_without_root() -> None:
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert users
    assert users[-1] not in ("root", "0")
    assert any("--require-hashes" in line for line in lines)
    assert not any("--demo" in line for line in lines if line.startswith(("CMD", "ENTRYPOINT")))
