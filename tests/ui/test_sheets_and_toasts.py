"""Sheets keep the keyboard to themselves and give it back; toasts wait for slow hands."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from advocacy_desktop.ui.widgets import toast as toast_module
from advocacy_desktop.ui.widgets.basics import ElidedLabel
from advocacy_desktop.ui.widgets.sheet import Sheet
from advocacy_desktop.ui.widgets.toast import Toast


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    made = QMainWindow()
    body = QWidget()
    column = QVBoxLayout(body)
    made.field = QLineEdit()  # type: ignore[attr-defined]
    column.addWidget(made.field)  # type: ignore[attr-defined]
    column.addWidget(QLineEdit())
    made.setCentralWidget(body)
    made.resize(700, 500)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.field.setFocus()  # type: ignore[attr-defined]
    yield made


def opened(window: QMainWindow) -> tuple[Sheet, list[bool]]:
    sheet = Sheet(window, band="Your personal space", title="Post it?", accent="personal")
    answers: list[bool] = []
    sheet.finished.connect(answers.append)
    sheet.add_button("Keep it professional", key="Esc", accepts=False)
    sheet.add_button("Post it as me, this once", "personal", key="Ctrl+Return", accepts=True)
    sheet.open()
    return sheet, answers


def test_esc_says_no_and_gives_the_focus_back(window: QMainWindow, qtbot: QtBot) -> None:
    sheet, answers = opened(window)
    focus = window.focusWidget()
    assert sheet.isAncestorOf(focus)
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert answers == [False]
    assert window.field.hasFocus()  # type: ignore[attr-defined]


def test_tab_stays_inside(window: QMainWindow, qtbot: QtBot) -> None:
    sheet, _ = opened(window)
    for key in (Qt.Key.Key_Tab,) * 5 + (Qt.Key.Key_Backtab,) * 5:
        qtbot.keyClick(window.focusWidget(), key)
        assert sheet.isAncestorOf(window.focusWidget())


def test_shortcuts_of_the_window_are_quiet_meanwhile(window: QMainWindow, qtbot: QtBot) -> None:
    pressed: list[str] = []
    QShortcut(QKeySequence("Ctrl+Return"), window, lambda: pressed.append("published"))
    _, answers = opened(window)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == []
    assert answers == [True], "its own key works"


def test_it_fits_a_small_window(window: QMainWindow, qtbot: QtBot) -> None:
    window.resize(480, 320)
    sheet, _ = opened(window)
    panel = sheet.panel.geometry()
    assert sheet.rect().contains(panel)


def test_a_toast_undoes_and_never_steals_the_focus(window: QMainWindow, qtbot: QtBot) -> None:
    toast, undone = Toast(window.centralWidget()), []
    toast.show_text("Declined. Nobody is told.", "", lambda: undone.append(1))
    assert window.field.hasFocus()  # type: ignore[attr-defined]
    assert toast.accessibleName() == "Declined. Nobody is told."
    toast.action.setFocus()
    qtbot.keyClick(toast.action, Qt.Key.Key_Space)
    assert undone == [1]
    assert not toast.isVisible()
    assert not toast.undo(), "only once"


def test_a_toast_goes_by_itself_but_not_from_under_the_keyboard(
    window: QMainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(toast_module, "SHOWN_MS", 40)
    toast = Toast(window.centralWidget())
    toast.show_text("Kept for later.", "", lambda: None)
    toast.action.setFocus()
    qtbot.wait(150)
    assert toast.isVisible()
    window.field.setFocus()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_a_long_toast_is_broken_into_lines(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window.centralWidget())
    toast.show_text("A very long sentence about what has happened. " * 6)
    assert window.centralWidget().rect().contains(toast.geometry())


def test_a_cut_label_tells_the_whole(qtbot: QtBot) -> None:
    short = ElidedLabel("https://norvalis.example/en/a-rather-long-address")
    qtbot.addWidget(short)
    short.resize(80, 20)
    short.show()
    assert short.text().endswith("…")
    assert short.accessibleName() == short.toolTip() == short.full_text()
