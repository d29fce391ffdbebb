"""What stands where nothing is yet: says what will come, and the one thing to do."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from .. import icons
from .basics import label


class EmptyState(QWidget):
    """An icon, a heading, a sentence, and at most one button."""

    pressed = Signal()

    def __init__(self, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(10)
        column.addStretch(2)
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._icon)
        self._heading = label("", "heading", wrap=True)
        self._text = label("", "muted", wrap=True)
        for part in (self._heading, self._text):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        row = QHBoxLayout()
        self.button = QPushButton()
        self.button.setAutoDefault(True)  # Enter presses it, as Space does
        self.button.clicked.connect(self.pressed)
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addSpacing(6)
        column.addLayout(row)
        column.addStretch(3)
        self.set_texts("", "")
        self._tint()

    def set_texts(self, heading: str, text: str, button: str = "") -> None:
        """All words at once; an empty one hides its part."""
        for part, words in ((self._heading, heading), (self._text, text)):
            part.setText(words)
            part.setVisible(bool(words))
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(heading or text)

    def set_icon(self, name: str) -> None:
        """Change the drawing."""
        self._icon_name = name
        self._tint()

    def _tint(self) -> None:
        if self._icon_name:
            ratio = self.devicePixelRatioF()
            self._icon.setPixmap(icons.pixmap(self._icon_name, 36, "faint", ratio))
        self._icon.setVisible(bool(self._icon_name) and not self._icon.pixmap().isNull())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)
