"""What stands in the composer's place for the moment in which a draft is fetched."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ..i18n import translate


class Waiting(QWidget):
    """Keeps what is typed before the box is there: no key may be lost, or act on something else."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._typed = ""
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(translate("Composer", "The draft is being opened"))

    def take(self) -> str:
        """What was typed meanwhile; once."""
        typed, self._typed = self._typed, ""
        return typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self._typed = self._typed[:-1]
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._typed += "\n"
        elif text and text.isprintable():
            self._typed += text
        else:
            super().keyPressEvent(event)
