"""A list on the left, what was chosen on the right: published, declined, on their way, learn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QSplitter,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from .. import theme
from ..context import UiContext
from ..page import Page
from ..tokens import SMALL
from ..widgets.basics import label
from ..widgets.empty import EmptyState
from .scaffold import MARGIN, keep_focus

LIST_WIDTH = 378
LIST_LEAST = 220
DETAIL_WANTED = 420
_PAD_X, _PAD_Y = 18, 13
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Row:
    """What the list shows of one thing."""

    id: str
    title: str
    meta: str = ""
    note: str = ""
    """A word on the state, in the colour of ``tone``."""
    tone: str = "muted"
    sphere: str = ""
    """Colour of the point before ``meta``, which names the sphere in words."""


class RowsModel(QAbstractListModel):
    """Rows that change in place: what stays keeps its selection and its place under the eye."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ". ".join(part for part in (row.title, row.meta, row.note) if part)
        if role == Qt.ItemDataRole.UserRole:
            return row
        return None

    def show(self, rows: Sequence[Row]) -> None:
        """Go over to these rows with the fewest moves."""
        wanted = {row.id for row in rows}
        for at in range(len(self.rows) - 1, -1, -1):
            if self.rows[at].id not in wanted:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self.rows[at]
                self.endRemoveRows()
        for at, row in enumerate(rows):
            if at < len(self.rows) and self.rows[at].id == row.id:
                if self.rows[at] != row:
                    self.rows[at] = row
                    index = self.index(at)
                    self.dataChanged.emit(index, index)
                continue
            there = next((i for i in range(at, len(self.rows)) if self.rows[i].id == row.id), None)
            if there is not None:
                self.beginRemoveRows(QModelIndex(), there, there)
                del self.rows[there]
                self.endRemoveRows()
            self.beginInsertRows(QModelIndex(), at, at)
            self.rows.insert(at, row)
            self.endInsertRows()

    def position(self, row_id: str) -> int:
        """Where a row stands; -1 if it does not."""
        return next((at for at, row in enumerate(self.rows) if row.id == row_id), -1)


class _Delegate(QStyledItemDelegate):
    """A title of up to two lines, a grey line, and a word on the state."""

    def _fonts(self, base: QFont) -> tuple[QFont, QFont]:
        bold = theme.sized_font(base, 1, QFont.Weight.DemiBold)
        return bold, theme.sized_font(base, SMALL)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        view = option.widget
        width = (view.viewport().width() if isinstance(view, QListView) else LIST_WIDTH) - 36
        bold, small = self._fonts(option.font)
        title = QFontMetrics(bold)
        lines = min(2, len(_lines(title, row.title, width)))
        height = lines * title.lineSpacing()
        for part in (row.meta, row.note):
            if part:
                height += QFontMetrics(small).lineSpacing() + 4
        return QSize(200, height + 2 * _PAD_Y)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        look = theme.tokens()
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(look.selected if chosen else look.panel))
        if chosen:
            painter.fillRect(area.x(), area.y(), 3, area.height(), QColor(look.focus))
        if option.state & QStyle.StateFlag.State_HasFocus and chosen:
            painter.setPen(QPen(QColor(look.focus), 1))
            painter.drawRect(area.adjusted(0, 0, -1, -2))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, QColor(look.line))
        bold, small = self._fonts(option.font)
        x, y, width = area.x() + _PAD_X, area.y() + _PAD_Y, area.width() - 2 * _PAD_X
        metrics = QFontMetrics(bold)
        painter.setFont(bold)
        painter.setPen(QColor(look.text))
        for line in _lines(metrics, row.title, width)[:2]:
            painter.drawText(x, y + metrics.ascent(), line)
            y += metrics.lineSpacing()
        metrics = QFontMetrics(small)
        painter.setFont(small)
        for part, tone in ((row.meta, "muted"), (row.note, row.tone)):
            if not part:
                continue
            y += 4
            left = x
            if row.sphere and part is row.meta:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.accent(row.sphere)))
                painter.drawEllipse(left, y + (metrics.height() - 8) // 2, 8, 8)
                left += 14
            painter.setPen(QColor(getattr(look, tone)))
            shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, width - (left - x))
            painter.drawText(left, y + metrics.ascent(), shown)
            y += metrics.lineSpacing()
        painter.restore()


def _lines(metrics: QFontMetrics, text: str, width: int) -> list[str]:
    """The text in at most two lines, the second cut with an ellipsis."""
    text = " ".join(text.split())
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words, first = text.split(" "), ""
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    rest = metrics.elidedText(" ".join(words), Qt.TextElideMode.ElideRight, width)
    return [first, rest]


class RowsView(QListView):
    """The list; J and K move as the arrows do."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}.get(Qt.Key(event.key()))
        model = self.model()
        if step is None or event.modifiers() != Qt.KeyboardModifier.NoModifier or model is None:
            super().keyPressEvent(event)
            return
        at = min(max(self.currentIndex().row() + step, 0), model.rowCount() - 1)
        if at >= 0:
            self.setCurrentIndex(model.index(at, 0))


class ListDetailPage(Page):
    """Subclasses load rows in ``refresh`` and hand them to :meth:`show_rows`."""

    def __init__(self, context: UiContext, place: str, *, icon: str = "") -> None:
        super().__init__(context, place)
        self.model = RowsModel()
        self.list = RowsView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setLayoutMode(QListView.LayoutMode.Batched)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._moved)
        left = QWidget()
        left.setProperty("kind", "panel")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(_PAD_X, 13, _PAD_X, 13)
        self.heading = label("", "heading")
        self.count = label("", "small")
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.count)
        column.addLayout(head)
        line = QFrame()
        line.setProperty("kind", "rule")
        column.addWidget(line)
        column.addWidget(self.list, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area = scroll
        right = QWidget()
        right.setProperty("kind", "ground")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self.detail = QVBoxLayout(right)
        self.detail.setContentsMargins(MARGIN, 26, MARGIN, MARGIN)
        self.detail.setSpacing(12)
        scroll.setWidget(right)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setObjectName(f"{place}-splitter")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(scroll)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 900])
        left.setMinimumWidth(LIST_LEAST)
        scroll.setMinimumWidth(320)
        self.empty = EmptyState(icon)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.splitter)
        self._stack.addWidget(self.empty)
        self._wanted: str | None = None
        self._shown: str | None = None
        self._loading = False
        self.known = False
        """Whether anything was loaded yet: before that, nothing is said about there being none."""

    def title(self) -> str:
        return self.heading.text()

    def retranslate(self) -> None:
        raise NotImplementedError

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show them; the choice stays, or goes to what took its place."""
        before = self.current_id()
        at = self.model.position(before) if before else 0
        self._loading = True
        self.model.show(rows)
        self._loading = False
        self.count.setText(str(len(rows)) if rows else "")
        self._stack.setCurrentWidget(self.splitter if rows or not self.known else self.empty)
        wanted, self._wanted = self._wanted or before, None
        if not rows:
            self._shown = None
            return
        row = self.model.position(wanted) if wanted else 0
        row = row if row >= 0 else min(max(at, 0), len(rows) - 1)
        self._loading = True
        self.list.setCurrentIndex(self.model.index(row))
        self._loading = False
        self._show(rows[row].id)

    def choose(self, row_id: str) -> None:
        """Show that one, now or as soon as it is loaded."""
        at = self.model.position(row_id)
        if at >= 0:
            self.list.setCurrentIndex(self.model.index(at))
        else:
            self._wanted = row_id

    def current_id(self) -> str | None:
        """The chosen row."""
        at = self.list.currentIndex().row()
        return self.model.rows[at].id if 0 <= at < len(self.model.rows) else None

    def show_detail(self, row_id: str, *, again: bool) -> None:
        """Fill the right side; ``again`` if it shows the same thing already."""
        raise NotImplementedError

    def keep_focus(self, rebuild: Callable[[], None]) -> None:
        """Rebuild the right side without losing the focus."""
        keep_focus(self, rebuild)

    def focus_first(self) -> None:
        (self.list if self.model.rows else self.empty).setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left, right = self.splitter.sizes()
        # Nothing of what is read may be out of sight; a title in the list may be cut.
        if right < DETAIL_WANTED and left > LIST_LEAST:
            given = min(DETAIL_WANTED - right, left - LIST_LEAST)
            self.splitter.setSizes([left - given, right + given])

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid() and not self._loading:
            self._show(self.model.rows[current.row()].id)

    def _show(self, row_id: str) -> None:
        again = self._shown == row_id
        self._shown = row_id
        if not again:
            self.area.verticalScrollBar().setValue(0)
        self.show_detail(row_id, again=again)
