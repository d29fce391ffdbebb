"""What is costly to load is not loaded before the window stands."""

import subprocess
import sys

import pytest

from support.real_parts import ROOT

HEAVY = (
    "sqlalchemy",
    "alembic",
    "httpx",
    "keyring",
    "markdown",
    "nh3",
    "feedparser",
    "truststore",
    "asyncio",
    "platformdirs",
    "logging.handlers",
)

PROGRAM = """
import importlib, pkgutil, sys
for name in {modules!r}:
    module = importlib.import_module(name)
    if hasattr(module, "__path__"):
        for found in pkgutil.walk_packages(module.__path__, name + "."):
            importlib.import_module(found.name)
print(" ".join(name for name in {heavy!r} if name in sys.modules))
"""


def loaded_by(*modules: str) -> list[str]:
    """Which of the heavy modules a fresh process has after importing these, submodules included."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(modules=modules, heavy=HEAVY)],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


@pytest.mark.parametrize("layer", ["domain", "application", "ui", "networks"])
def test_importing_a_layer_loads_nothing_heavy(layer: str) -> None:
    assert loaded_by(f"advocacy_desktop.{layer}") == []


def test_starting_loads_nothing_heavy() -> None:
    assert loaded_by("advocacy_desktop.__main__", "advocacy_desktop.bootstrap") == []


def test_the_package_itself_imports_nothing() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; before = set(sys.modules); import advocacy_desktop;"
            "print(sorted(set(sys.modules) - before))",
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == "['advocacy_desktop']"


def test_the_judge_itself() -> None:
    assert loaded_by("nh3") == ["nh3"]
