"""The window itself: shown and painted before anything else is made."""

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize, Signal
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

MINIMUM = QSize(480, 320)
USUAL = QSize(1280, 800)
FRAME = QSize(8, 40)
"""What a window manager adds around; it tells only after the window is shown."""


def read_state(text: str) -> dict[str, object]:
    """What ``Body.state_text`` wrote; empty for what cannot be understood."""
    try:
        state = json.loads(text) if text else {}
    except ValueError:
        return {}
    return state if isinstance(state, dict) else {}


def top_row(state: dict[str, object]) -> int:
    """The first row of the queue that was in sight; 0 when that is not known."""
    row = state.get("top_row")
    return row if isinstance(row, int) and row > 0 else 0


class MainWindow(QMainWindow):
    """Holds the first view, then the body that replaces it."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Advocacy Desktop")
        self.setMinimumSize(MINIMUM)
        # Not larger than the screen, which at 200 % is a small one, with its frame around it.
        self.resize(USUAL.boundedTo(self.screen().availableSize() - FRAME))

    def restore(self, state: dict[str, object]) -> None:
        """Size and place as they were."""
        geometry = state.get("geometry")
        if isinstance(geometry, str) and geometry:
            self.restoreGeometry(QByteArray.fromHex(geometry.encode()))

    def closeEvent(self, event: "QCloseEvent") -> None:
        self.closing.emit()
        super().closeEvent(event)
