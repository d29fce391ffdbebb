"""The list itself: one column of cards, moved through and decided upon with single keys."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from .card_delegate import CardDelegate
from .list_model import SuggestionListModel

_NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class SuggestionList(QTableView):
    """A table of one column: of Qt's views the one that lays out fixed rows for nothing."""

    chosen = Signal(str)
    """Another card became the current one; carries its identifier, or nothing."""
    key = Signal(str)
    """``write``, ``decline``, ``later`` or ``read``, for the current card."""

    def __init__(
        self, model: SuggestionListModel, delegate: CardDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = model
        self._delegate = delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(20)
        down.hide()
        self.fit_rows()
        self.verticalScrollBar().setSingleStep(24)

    def fit_rows(self) -> None:
        """Row height for the present font and width."""
        height = self._delegate.row_height(QApplication.font(), self.viewport().width())
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    def choose(self, row: int, *, scroll: bool = True) -> None:
        """Make a row the current one."""
        row = max(0, min(row, self._cards.rowCount() - 1))
        index = self._cards.index(row)
        if not index.isValid():
            return
        at = self.verticalScrollBar().value()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags | QItemSelectionModel.SelectionFlag.Rows)
        if scroll:
            self.scrollTo(index)
        else:
            self.verticalScrollBar().setValue(at)

    def first_row(self) -> int:
        """The first row in sight."""
        return max(0, self.rowAt(0))

    def show_from(self, row: int) -> None:
        """Scroll so that this row is the first in sight, as far as there is something below."""
        index = self._cards.index(row)
        if index.isValid():
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    def current_row(self) -> int:
        """The current row; -1 for none."""
        index = self.currentIndex()
        return index.row() if index.isValid() else -1

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.chosen.emit(self._cards.id_at(current.row()) or "" if current.isValid() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        # Not in currentChanged: while a row goes, that still counts it.
        self._delegate.current = self.current_row()
        super().paintEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._delegate.focused = True
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._delegate.focused = False
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() in _NO_MODIFIERS:
            pressed = event.key()
            if pressed in (Qt.Key.Key_J, Qt.Key.Key_K):
                self.choose(self.current_row() + (1 if pressed == Qt.Key.Key_J else -1))
                return
            if pressed in (Qt.Key.Key_Home, Qt.Key.Key_End):
                # A table would go to the ends of the row, which has one column.
                self.choose(0 if pressed == Qt.Key.Key_Home else self._cards.rowCount() - 1)
                return
            meaning = {
                Qt.Key.Key_E: "write",
                Qt.Key.Key_X: "decline",
                Qt.Key.Key_L: "later",
                Qt.Key.Key_Return: "read",
                Qt.Key.Key_Enter: "read",
                Qt.Key.Key_Right: "read",
            }.get(Qt.Key(pressed))
            if meaning is not None:
                if self.current_row() >= 0 and not event.isAutoRepeat():
                    self.key.emit(meaning)
                return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_rows()

    def keyboardSearch(self, search: str) -> None:
        """Single letters are decisions here, not a search by first letter."""
