"""Who may import whom: the arrows of the architecture, and what each layer never holds."""

import re
import sys
from pathlib import Path

import pytest

from support.real_parts import ROOT
from support.source_tree import PACKAGE, Import, imports_of, source_files

NAME = "advocacy_desktop"

LAYERS: dict[str, tuple[str, ...]] = {
    "domain": (),
    "application": ("domain",),
    "infrastructure": ("application", "domain"),
    "networks": ("application", "domain"),
    "ui": ("application", "domain"),
    "cli": ("application", "domain"),
}
"""Layer → the layers that it may import besides itself."""

ENTRY_POINTS = {
    # Understanding the command line, then handing over to the composition root.
    "__main__": {"options", "bootstrap"},
    # ``profile`` tells places before anything is composed.
    "cli.main": {"options", "bootstrap", "infrastructure.paths"},
    "options": set(),
}

FOREIGN: dict[str, set[str]] = {
    "domain": {"regex"},
    "application": set(),
    "infrastructure": {
        "alembic",
        "feedparser",
        "keyring",
        "markdown",
        "nh3",
        "platformdirs",
        "sqlalchemy",
        "truststore",
        "PySide6",  # decoding of pictures, see below
    },
    "networks": set(),
    "ui": {"PySide6", "shiboken6"},
    "cli": set(),
}
"""Layer → packages from outside of the standard library that it may use."""

QT_IN_INFRASTRUCTURE = {"PySide6.QtCore", "PySide6.QtGui"}
"""Decoding and scaling of pictures is Qt's; widgets and its network are not for here."""

SOCKETS = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "xmlrpc", "asyncio"}
"""Modules of the standard library that can open a connection."""

HARMLESS = {"urllib.request.url2pathname", "urllib.request.pathname2url"}
"""Pure functions that happen to live there."""

DOMAIN_NEVER = {"random", "secrets", "uuid", "time", "os", "sqlite3", "logging", "threading", "io"}


def layer_of(module: str) -> str:
    """``domain`` and so on; for the files beside them, their own name."""
    return module.removeprefix(NAME).lstrip(".").partition(".")[0]


def inside(module: str, names: set[str]) -> bool:
    return any(module == name or module.startswith(name + ".") for name in names)


def is_http_port(importer: str) -> bool:
    """The one way out: ``infrastructure/http.py`` and the files it is cut into."""
    return importer == "infrastructure.http" or importer.startswith("infrastructure.http_")


def is_allowed(found: Import) -> bool:
    """Whether the architecture has this arrow."""
    importer = found.importer.removeprefix(NAME).lstrip(".")
    layer = layer_of(found.importer)
    if found.module == NAME or found.module.startswith(NAME + "."):
        target = found.module.removeprefix(NAME).lstrip(".")
        if layer == "bootstrap" or target == "__version__":
            return True
        if importer in ENTRY_POINTS:
            return inside(target, ENTRY_POINTS[importer])
        return layer_of(found.module) in (layer, *LAYERS.get(layer, ()))
    top = found.module.partition(".")[0]
    if top in sys.stdlib_module_names:
        if layer == "domain" and top in DOMAIN_NEVER:
            return False
        return (
            is_http_port(importer) or found.module in HARMLESS or not inside(found.module, SOCKETS)
        )
    if layer == "bootstrap":
        return top == "PySide6"
    if top in ("httpx", "httpcore"):
        return is_http_port(importer)
    if top == "PySide6" and layer == "infrastructure":
        return inside(found.module, QT_IN_INFRASTRUCTURE)
    if inside(found.module, {"PySide6.QtNetwork"}):
        # Only the socket on this computer by which a second start raises the first window.
        return found.module.rpartition(".")[2] in ("QLocalServer", "QLocalSocket", "QtNetwork")
    return top in FOREIGN.get(layer, set())


@pytest.mark.parametrize("file", source_files(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_imports_only_what_its_layer_may(file: Path) -> None:
    forbidden = [str(found) for found in imports_of(file) if not is_allowed(found)]
    assert not forbidden, "\n".join(forbidden)


@pytest.mark.parametrize(
    ("file", "source", "allowed"),
    [
        ("domain/a.py", "import regex, re", True),
        ("domain/a.py", "import PySide6.QtCore", False),
        ("domain/a.py", "from ..application import ports", False),
        ("domain/a.py", "import random", False),
        ("application/a.py", "from ..domain.draft import Draft", True),
        ("application/a.py", "def f():\n  from ..infrastructure import logs", False),
        ("infrastructure/a.py", "from ..ui import theme", False),
        ("infrastructure/a.py", "from ..networks import bluesky", False),
        ("infrastructure/a.py", "import httpx", False),
        ("infrastructure/http.py", "import httpx", True),
        ("infrastructure/http_wire.py", "import httpcore, ssl", True),
        ("infrastructure/feeds/http_x.py", "import httpx", False),
        ("infrastructure/a.py", "import socket", False),
        ("infrastructure/a.py", "from urllib.request import urlopen", False),
        ("infrastructure/a.py", "from PySide6.QtWidgets import QWidget", False),
        ("networks/a.py", "import sqlalchemy", False),
        ("networks/a.py", "from ..application.ports import HttpPort", True),
        ("networks/a.py", "from PySide6 import QtCore", False),
        ("ui/pages/a.py", "from ...infrastructure.paths import Profile", False),
        ("ui/pages/a.py", "from ...domain.draft import Draft", True),
        ("ui/pages/a.py", "from PySide6.QtNetwork import QNetworkAccessManager", False),
        ("ui/pages/a.py", "from PySide6.QtNetwork import QLocalServer", True),
        ("ui/pages/a.py", "import importlib\nimportlib.import_module('httpx')", False),
        ("__main__.py", "from .bootstrap import run_window", True),
        ("__main__.py", "from .ui.app import run", False),
        ("bootstrap.py", "from .ui.app import run\nfrom .networks import bluesky", True),
    ],
)
def test_the_judge_itself(file: str, source: str, allowed: bool) -> None:
    assert all(is_allowed(found) for found in imports_of(PACKAGE / file, source)) is allowed


def test_no_text_is_translated_by_tr() -> None:
    # self.tr() takes its context from the class at run time: subclasses lose their translations.
    found = [
        f"{file.relative_to(ROOT)}:{number}"
        for file in source_files()
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if re.search(r"\.tr\(", line)
    ]
    assert not found


LONGEST = 400
"""Lines. About 300 is meant; a file may be longer for a while, but not for good."""


def test_no_file_has_grown_beyond_one_reason_to_exist() -> None:
    # The ports are a list of names that belongs in one place.
    exempt = {PACKAGE / "application" / "ports.py"}
    sizes = {
        str(file.relative_to(ROOT)): len(file.read_text("utf-8").splitlines())
        for file in source_files()
        if file not in exempt
    }
    assert {name: size for name, size in sizes.items() if size > LONGEST} == {}
