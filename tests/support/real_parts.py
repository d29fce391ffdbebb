"""Real parts of the world that some tests need: is each of them here, and what if not.

On a person's computer a missing part skips its tests, and the run says so at its end. In CI
(environment variable ``CI``) a missing part is a failure: there, all of them are installed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ORIGINAL_ENVIRON: Mapping[str, str] = dict(os.environ)
"""The environment as the person has it, before ``conftest.py`` isolates the tests."""

IN_CI = ORIGINAL_ENVIRON.get("CI", "").lower() not in ("", "0", "false")

skipped: dict[str, list[str]] = {}
"""Reason → names of the tests that were skipped for it."""


def _programs(*names: str) -> Callable[[], str | None]:
    def probe() -> str | None:
        if not sys.platform.startswith("linux"):
            return "exists on Linux only"
        absent = [name for name in names if shutil.which(name) is None]
        return f"not installed: {', '.join(absent)}" if absent else None

    return probe


def pds_folder() -> Path:
    """Where the real PDS is installed: ``ADVOCACY_PDS_DIR``, else ``.cache/pds``."""
    return Path(ORIGINAL_ENVIRON.get("ADVOCACY_PDS_DIR") or ROOT / ".cache" / "pds")


def _pds() -> str | None:
    if shutil.which("node") is None:
        return "not installed: node (Node.js)"
    for package in ("@atproto/pds", "@did-plc/server"):
        if not (pds_folder() / "node_modules" / package / "package.json").is_file():
            return "the PDS is not installed yet: python3 tests/support/pds/install.py"
    return None


def _accessibility() -> str | None:
    """The bus and its Python binding, which lives in Debian's own Python only."""
    launcher = Path("/usr/libexec/at-spi-bus-launcher")
    if not launcher.exists():
        return "not installed: at-spi2-core"
    python = "/usr/bin/python3"
    if not Path(python).exists():
        return "not installed: the system's own python3"
    if subprocess.run([python, "-c", "import pyatspi"], capture_output=True).returncode != 0:
        return "not installed: python3-pyatspi"
    return None


_display = _programs("Xvfb", "openbox", "xdotool", "import", "dbus-daemon", "xwininfo")

PROBES: dict[str, Callable[[], str | None]] = {
    "keyring": _programs("gnome-keyring-daemon", "dbus-daemon"),
    "pds": _pds,
    "display": _display,
    "desktop": lambda: _display() or _accessibility(),
    "notifications": _programs("dunst"),
    "linux": lambda: None if sys.platform.startswith("linux") else "exists on Linux only",
    "git": lambda: None if shutil.which("git") else "not installed: git",
}
"""Name of a part → what is missing of it, or ``None``. A test may add its own."""

_answers: dict[str, str | None] = {}


def missing(part: str) -> str | None:
    """What is missing of a part, in words; ``None`` when it is there. Asked once in a run."""
    if part not in _answers:
        _answers[part] = PROBES[part]()
    return _answers[part]


def requires(part: str, reason: str = "") -> pytest.MarkDecorator:
    """Mark a test that needs a real part (a key of ``PROBES``); ``reason`` says what for."""
    if part not in PROBES:
        raise KeyError(f"unknown real part {part!r}: one of {', '.join(PROBES)}")
    return pytest.mark.requires(part, reason)


def need(part: str, reason: str = "") -> None:
    """Stop the running test (skip, in CI fail) when a real part is missing; for fixtures."""
    absent = missing(part)
    if absent is None:
        return
    message = f"needs the real part '{part}': {absent}" + (f" ({reason})" if reason else "")
    if IN_CI:
        pytest.fail(message, pytrace=False)
    pytest.skip(message)
