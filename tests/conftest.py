"""What all tests share: isolation from the person's computer; honesty about what was skipped."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from support import egress_guard, real_parts
from support.real_parts import need, requires

__all__ = ["need", "requires"]

settings.register_profile("default", deadline=None, max_examples=100)
settings.register_profile(
    "ci",
    deadline=None,
    max_examples=300,
    derandomize=True,  # The same cases at each run: CI judges the change, not the dice.
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("ci" if real_parts.IN_CI else "default")

FIRST = ("static", "unit")
"""Folders that run before all others: cheap, and they name the cause most directly."""

_home = Path(tempfile.mkdtemp(prefix="adv-"))


def pytest_configure() -> None:
    """Point everything that finds a folder by the environment at a throw-away home.

    Done before any test module is imported, so that no import can look at the real one.
    """
    for name, folder in {
        "HOME": ".",
        "USERPROFILE": ".",
        "APPDATA": "roaming",
        "LOCALAPPDATA": "local",
        "XDG_DATA_HOME": "data",
        "XDG_CONFIG_HOME": "config",
        "XDG_CACHE_HOME": "cache",
        "XDG_STATE_HOME": "state",
        "XDG_RUNTIME_DIR": "run",
    }.items():
        path = _home / folder
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.environ[name] = str(path)
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            del os.environ[name]
    # Neither the person's keyring nor their session bus may be touched by a test.
    os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.pop("LANGUAGE", None)
    egress_guard.install()


def pytest_unconfigure() -> None:
    """Leave nothing behind."""
    shutil.rmtree(_home, ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Cheap folders first; inside a folder the order of the files stands."""
    tests = Path(__file__).parent

    def rank(item: pytest.Item) -> int:
        folder = item.path.relative_to(tests).parts[0]
        return FIRST.index(folder) if folder in FIRST else len(FIRST)

    items.sort(key=rank)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or in CI fail, a test whose real part is missing."""
    for mark in item.iter_markers("requires"):
        need(*mark.args, **mark.kwargs)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Remember each skipped test with its reason, for the summary at the end."""
    if report.skipped and not hasattr(report, "wasxfail"):
        found = report.longrepr
        reason = found[2] if isinstance(found, tuple) else str(found)
        real_parts.skipped.setdefault(reason.removeprefix("Skipped: "), []).append(report.nodeid)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A refused connection may have been taken for "offline" by a test: the run fails."""
    if egress_guard.violations and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what this run did not prove, and why."""
    for violation in egress_guard.violations:
        terminalreporter.section("a connection past the HTTP port")
        terminalreporter.line(violation)
    if not real_parts.skipped:
        terminalreporter.section("nothing was skipped")
        return
    terminalreporter.section("not tested on this machine, and why")
    for reason, tests in sorted(real_parts.skipped.items()):
        terminalreporter.line(f"{len(tests):4} × {reason}")
