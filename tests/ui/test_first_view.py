"""The first painting shows what the widgets show a moment later, and loads next to nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocacy_desktop.application.ports import FirstPage
from advocacy_desktop.bootstrap import open_profile
from advocacy_desktop.infrastructure.first_page import read_first_page
from advocacy_desktop.infrastructure.paths import Profile
from advocacy_desktop.ui import theme
from advocacy_desktop.ui.first_view import FirstView
from support.pages_bench import PagesBench, settle
from support.real_parts import ROOT

PROGRAM = """
import os, sys
import PySide6.QtCore, PySide6.QtWidgets
from advocacy_desktop.ui.first_view import FirstView
from advocacy_desktop.ui import app
seen = FirstView._painted_once
def painted(view):
    namespaces = [name for module, name in ((PySide6.QtCore, "Qt"), (PySide6.QtWidgets, "QStyle"))
                  if name in vars(module)]
    heavy = [name for name in {heavy!r} if name in sys.modules]
    print(len(view._first.cards), *namespaces, *heavy, flush=True)
    os._exit(0)
FirstView._painted_once = painted
from advocacy_desktop.__main__ import main
main(["--profile-dir", sys.argv[1], "--theme", "light"])
"""
HEAVY = (
    "sqlalchemy", "alembic", "httpx", "keyring", "markdown", "nh3", "feedparser", "truststore",
    "asyncio", "hashlib", "PySide6.QtSvg", "PySide6.QtNetwork",
    "advocacy_desktop.ui.program", "advocacy_desktop.application.ports",
)  # fmt: skip


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    made = Profile.at(tmp_path / "profile")
    open_profile(made, "en", with_sample=True).close()
    return made


def first_page(profile: Profile) -> FirstPage:
    found = read_first_page(profile.database)
    assert found is not None
    return found


def test_nothing_costly_is_loaded_before_the_first_painting(profile: Profile) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(heavy=HEAVY), str(profile.folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == ["12"], done.stderr


def same_share(one: QImage, other: QImage, area: QRect) -> float:
    """Share of the pixels of the area that are equal."""
    equal = sum(
        one.pixel(x, y) == other.pixel(x, y)
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )
    return equal / ((area.width() - 1) * (area.height() - 1))


def test_the_widgets_replace_it_without_anything_moving(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    theme.apply_theme(qapp, "light")
    bench = PagesBench(tmp_path, with_sample=True)
    found = first_page(bench.profile)
    view = FirstView(found, "suggestions", None)
    qtbot.addWidget(view)
    view.resize(1280, 800)
    view.show()
    first = view.grab().toImage()
    from advocacy_desktop.ui.shell.body import Body

    body = Body()
    body.set_context(bench.context)
    body.resize(1280, 800)
    body.go("suggestions")
    page = body.page("suggestions")
    page.start(found.cards, found.total)  # type: ignore[union-attr]
    body._count()
    body.retranslate()
    body.show()
    settle()
    for media in {card.media for card in found.cards if card.media}:
        # The first view has no pictures; here they came at once, so they are taken away again.
        for key in list(page._thumbnails._kept):  # type: ignore[union-attr]
            if key[0] == media:
                page._thumbnails._kept[key] = None  # type: ignore[union-attr]
    then = body.grab().toImage()
    assert first.size() == then.size()
    assert same_share(first, then, QRect(0, 40, 212, 460)) > 0.99, "navigation"
    assert same_share(first, then, QRect(214, 90, 350, 600)) > 0.99, "cards"
    assert same_share(first, then, QRect(640, 0, 640, 40)) > 0.95, "search field and pill"
    shiboken6.delete(body)  # before the profile is closed: its timers still read
    bench.close()


def test_keys_pressed_meanwhile_are_kept(qtbot: QtBot, profile: Profile) -> None:
    view = FirstView(first_page(profile), "suggestions", None)
    qtbot.addWidget(view)
    press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, Qt.KeyboardModifier.NoModifier, "j")
    QApplication.sendEvent(view, press)
    assert [key.key() for key in view.keys] == [Qt.Key.Key_J]


@pytest.mark.parametrize(("place", "width"), [("suggestions", None), ("drafts", "x")])
def test_it_stands_any_profile(qtbot: QtBot, qapp: QApplication, place: str, width: object) -> None:
    theme.apply_theme(qapp, "light")
    view = FirstView(None, place, width)
    qtbot.addWidget(view)
    painted: list[bool] = []
    view.when_painted(lambda: painted.append(True))
    view.resize(500, 320)
    view.show()
    qtbot.waitUntil(lambda: bool(painted))
    assert view.grab().toImage().pixelColor(QPoint(1, 1)).name().upper() == theme.tokens().panel
