"""The bar at the top: name, search, and what has been sent to the employer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from ..i18n import translate
from ..widgets.basics import ElidedLabel, Pill, set_kind
from ..words.places import search_hint, sent_to_employer
from .measures import SEARCH_WIDTH, TOP_EDGE, TOP_GAP, search_height, top_height

NARROW = 720


class SearchField(QLineEdit):
    """Enter and the arrows go to the list of results; Esc gives the field up."""

    down = Signal()
    up = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.down.emit()
        elif event.key() == Qt.Key.Key_Up:
            self.up.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TopBar(QFrame):
    """Always there."""

    ledger = Signal()
    """The pill was pressed: show what left this computer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sent = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(TOP_EDGE, 0, TOP_EDGE, 0)
        row.setSpacing(TOP_GAP)
        line = QFontMetrics(self.font()).height()
        self.setFixedHeight(top_height(line))
        self._name = ElidedLabel("Advocacy Desktop", "muted")
        font = self._name.font()
        font.setWeight(font.Weight.DemiBold)
        self._name.setFont(font)
        self.search = SearchField()
        set_kind(self.search, "search")
        self.search.setMaximumWidth(SEARCH_WIDTH)
        self.search.setFixedHeight(search_height(line))
        self.search.setMinimumWidth(120)
        self.pill = Pill("", "fine")
        row.addWidget(self._name, 1)
        row.addWidget(self.search, 2)
        row.addWidget(self.pill)

    def set_sent_to_employer(self, count: int) -> None:
        """How many messages went to the employer."""
        self._sent = count
        self._say()

    def retranslate(self) -> None:
        """Set every text again."""
        self.search.setPlaceholderText(search_hint())
        self.search.setAccessibleName(translate("Window", "Search everything"))
        self._say()

    def _say(self) -> None:
        text = sent_to_employer(self._sent)
        self.pill.setAccessibleName(text)
        self.pill.setToolTip(text)
        if self.width() < NARROW:
            short = translate("Window", "To your employer: {count}", "narrow window")
            nothing = translate("Window", "nothing", "sent to the employer")
            text = short.format(count=self._sent or nothing)
        self.pill.setText(text)
        self.pill.set_tone("advice" if self._sent else "fine")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name.setVisible(self.width() >= NARROW)
        self._say()
