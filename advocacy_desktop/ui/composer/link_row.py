"""The shared link: shown without its tracking, removable, addable; says what was taken out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from ..i18n import translate
from ..widgets.basics import ElidedLabel, label


class LinkRow(QWidget):
    """Either the link with *remove*, or *Add a link* which opens a field."""

    typed = Signal(str)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._title = label("", "small")
        row.addWidget(self._title)
        self._link = ElidedLabel()
        row.addWidget(self._link, 1)
        self._note = label("", "small")
        row.addWidget(self._note)
        self._field = QLineEdit()
        self._field.returnPressed.connect(self._done)
        self._field.editingFinished.connect(self._done)
        row.addWidget(self._field, 1)
        self.remove = self._button()
        self.remove.clicked.connect(self.removed)
        row.addWidget(self.remove)
        self.add = self._button()
        self.add.clicked.connect(self.ask)
        row.addWidget(self.add)
        self._space = QWidget()
        row.addWidget(self._space, 1)
        self._shown: str | None = None
        self._field.hide()
        self.retranslate()
        self.show_link(None, ())

    def _button(self) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "link")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return made

    def retranslate(self) -> None:
        """All texts again."""
        self._title.setText(translate("Composer", "Link"))
        self.remove.setText(translate("Composer", "remove"))
        self.remove.setAccessibleName(translate("Composer", "Remove the link"))
        self.add.setText(translate("Composer", "Add a link"))
        self._field.setPlaceholderText("https://")
        self._field.setAccessibleName(translate("Composer", "Address of the link to share"))

    def show_link(self, link: str | None, removed: Sequence[str]) -> None:
        """Show the link, or that there is none; ``removed``: tracking that was taken out."""
        self._shown = link
        self._field.hide()
        self._link.setText(link or "")
        self._link.setVisible(link is not None)
        self._title.setVisible(link is not None)
        self.remove.setVisible(link is not None)
        self.add.setVisible(link is None)
        self._space.setVisible(link is None)
        note = ""
        if link is not None and removed:
            note = translate("Composer", "without {names}").format(names=", ".join(removed))
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def link(self) -> str | None:
        """What is shown."""
        return self._shown

    def ask(self) -> None:
        """Open the field."""
        self._space.hide()
        self.add.hide()
        self._title.show()
        self._field.clear()
        self._field.show()
        self._field.setFocus()

    def field(self) -> QLineEdit:
        """The field to type into."""
        return self._field

    def _done(self) -> None:
        if self._field.isHidden():
            return
        text = self._field.text().strip()
        self._field.hide()
        if text:
            self.typed.emit(text)
        self.show_link(self._shown, ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._field.isHidden():
            self._field.clear()
            self._done()
            self.add.setFocus()
            return
        super().keyPressEvent(event)
