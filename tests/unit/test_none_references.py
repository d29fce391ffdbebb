"""PySide6 gives back the references to None that its calls return.

PySide6 6.12.0 on CPython 3.11 loses one at each call that returns nothing; after some thousands
the process aborts. From CPython 3.12 on None is immortal and its count stands still, so there
this test can only see that nothing else goes wrong. It judges each upgrade of PySide6.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

CALLS = 3000
NOISE = 100
"""References that other code may take or drop meanwhile."""


@pytest.fixture
def widget(qtbot: QtBot) -> QLabel:
    label = QLabel("text")
    qtbot.addWidget(label)
    return label


class Overriding(QWidget):
    def resizeEvent(self, event: object) -> None:
        return None


@pytest.mark.parametrize(
    "call",
    [
        pytest.param(lambda label: label.update(), id="update"),
        pytest.param(lambda label: label.setText("x"), id="setText"),
        pytest.param(lambda label: label.setGeometry(QRect(0, 0, 9, 9)), id="setGeometry"),
        pytest.param(lambda label: label.parent(), id="returns-nothing-found"),
        pytest.param(lambda label: label.setProperty("p", None), id="takes-None"),
        pytest.param(lambda label: label.property("absent"), id="absent-property"),
    ],
)
def test_calls_leave_the_count_of_none_alone(
    call: Callable[[QLabel], object], widget: QLabel
) -> None:
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call(widget)
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_signals_and_overridden_methods_too(qtbot: QtBot) -> None:
    sender = QObject()
    sender.objectNameChanged.connect(lambda name: None)
    overriding = Overriding()
    qtbot.addWidget(overriding)
    overriding.show()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        sender.setObjectName(str(number))
        overriding.resize(20 + number % 50, 20)
    assert abs(sys.getrefcount(None) - before) < NOISE


def test_painting_too(qtbot: QtBot) -> None:
    picture = QPixmap(8, 8)
    painter = QPainter(picture)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.save()
        painter.drawLine(0, 0, 7, 7)
        painter.restore()
    painter.end()
    assert abs(sys.getrefcount(None) - before) < NOISE
