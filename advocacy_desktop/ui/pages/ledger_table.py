"""How the ledger looks: the table with its cells, and the totals above it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from .. import theme
from ..widgets.basics import Card, SectionLabel, label
from .ledger_model import AS, WHY, Index

ROW = 37
CELL = 16
"""Air left of a cell's text, the same under the header."""


class LedgerCells(QStyledItemDelegate):
    """Cells with air, and a hair line between rows."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        area = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, theme.colour("selected"))
        model = index.model()
        if index.row() < model.rowCount() - 1:
            painter.fillRect(area.x(), area.bottom(), area.width(), 1, theme.colour("line"))
        if chosen and index.column() == 0:
            painter.fillRect(area.x(), area.y(), 3, area.height(), theme.colour("focus"))
        self.initStyleOption(option, index)
        painter.setFont(option.font)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole))
        inner = area.adjusted(CELL, 0, -6, 0)
        text = option.fontMetrics.elidedText(
            option.text, Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class LedgerTable(QTableView):
    """The table; Enter opens a line, J and K move as the arrows do."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setItemDelegate(LedgerCells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setStretchLastSection(True)
        header.setSectionsClickable(False)
        header.setStyleSheet(f"QHeaderView::section {{ padding: 9px 6px 9px {CELL}px; }}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activated.emit(self.currentIndex())
            return
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()))
        model = self.model()
        if step is None or event.modifiers() != Qt.KeyboardModifier.NoModifier or model is None:
            super().keyPressEvent(event)
            return
        at = min(max(self.currentIndex().row() + step, 0), model.rowCount() - 1)
        if at >= 0:
            self.setCurrentIndex(model.index(at, 0))

    def measure(self) -> int:
        """Make the columns as wide as what is in sight needs; the height of all rows."""
        model, header = self.model(), self.horizontalHeader()
        rows = model.rowCount()
        regular = self.fontMetrics()
        bold = QFontMetrics(theme.sized_font(self.font(), 1, QFont.Weight.DemiBold))
        seen = range(min(rows, 60))
        room = max(600, self.viewport().width())
        for column in range(model.columnCount() - 1):
            metrics = bold if column in (WHY, AS) else regular
            shown = [str(model.index(at, column).data(Qt.ItemDataRole.DisplayRole)) for at in seen]
            shown.append(str(model.headerData(column, Qt.Orientation.Horizontal)))
            wanted = max(metrics.horizontalAdvance(text) for text in shown) + CELL + 10
            header.resizeSection(column, min(wanted, room // (6 if column == AS else 4)))
        return header.sizeHint().height() + rows * ROW + 2


class LedgerTotal:
    """One of the three cards on top."""

    def __init__(self, card: Card) -> None:
        self.card = card
        self._title = SectionLabel()
        self._number = label("", "title")
        self._text = label("", "muted", wrap=True)
        for part in (self._title, self._number, self._text):
            card.body.addWidget(part)
        card.body.addStretch(1)
        card.body.setSpacing(4)

    def show(self, title: str, number: str, text: str) -> None:
        self._title.setText(title)
        self._number.setText(number)
        self._text.setText(text)
        self.card.setAccessibleName(f"{title}: {number}, {text}")
