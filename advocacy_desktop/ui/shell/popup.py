"""A list that hangs below the search field: commands by name, or what was found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from .. import theme
from ..widgets.basics import label


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: what it says, what kind of thing it is, and what happens."""

    text: str
    kind: str
    act: Callable[[], object]


class _LineDelegate(QStyledItemDelegate):
    """The words at the left, their kind or key quietly at the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = theme.tokens()
        area = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.selected))
            painter.drawRoundedRect(area, 5, 5)
        area.adjust(10, 0, -10, 0)
        kind = str(index.data(Qt.ItemDataRole.UserRole) or "")
        painter.setFont(option.font)
        painter.setPen(QColor(look.muted))
        painter.drawText(area, _RIGHT, kind)
        room = area.width() - (option.fontMetrics.horizontalAdvance(kind) + 14 if kind else 0)
        words = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(room)
        )
        painter.setPen(QColor(look.text))
        painter.drawText(area, _LEFT, words)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(100, option.fontMetrics.height() + 13)


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Popup(QFrame):
    """Steered from the field above it, which keeps the focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        column = QVBoxLayout(self)
        column.setContentsMargins(7, 7, 7, 7)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_LineDelegate(self))
        self.list.itemClicked.connect(lambda _item: self.run())
        self._note: QLabel = label("", "muted", wrap=True)
        self._note.setContentsMargins(9, 5, 9, 5)
        column.addWidget(self.list)
        column.addWidget(self._note)
        self._entries: Sequence[Entry] = ()
        self.hide()

    def show_entries(self, entries: Sequence[Entry], note: str, below: QWidget) -> None:
        """Show lines, or the note if there are none."""
        self._entries = entries
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(entry.text)
            item.setData(Qt.ItemDataRole.UserRole, entry.kind)
            spoken = f"{entry.text}, {entry.kind}" if entry.kind else entry.text
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if entries else -1)
        self.list.setVisible(bool(entries))
        self._note.setText(note)
        self._note.setVisible(not entries)
        self._place(below)
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Move the chosen line."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow((self.list.currentRow() + by) % count)

    def run(self) -> bool:
        """Do what the chosen line says."""
        row = self.list.currentRow()
        if not self.isVisible() or not 0 <= row < len(self._entries):
            return False
        entry = self._entries[row]
        self.hide()
        entry.act()
        return True

    def current_text(self) -> str:
        """What the chosen line says, for screen readers."""
        chosen = self.list.currentRow() >= 0
        return self.list.currentItem().text() if chosen else self._note.text()

    def _place(self, below: QWidget) -> None:
        window = self._window
        width = min(max(below.width(), 440), window.width() - 24)
        left = below.mapTo(window, QPoint(0, 0)).x() + below.width() - width
        top = below.mapTo(window, QPoint(0, below.height())).y() + 6
        rows = min(self.list.count(), 11)
        row_height = self.list.sizeHintForRow(0) if self.list.count() else 0
        wanted = rows * row_height + 18 if rows else self._note.heightForWidth(width - 14) + 16
        size = QSize(width, max(40, min(wanted, window.height() - top - 16)))
        self.setGeometry(max(12, left), top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.line_strong), 1))
        painter.setBrush(QColor(look.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
