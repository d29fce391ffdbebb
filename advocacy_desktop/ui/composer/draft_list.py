"""The list of open drafts: first words, sphere, suggestion, when it was last changed."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ...application.drafts import DraftCard
from .. import formats, theme
from ..i18n import translate
from ..tokens import SMALL
from ..words.spheres import sphere_title

ROW = 66
_Index = QModelIndex | QPersistentModelIndex


def first_words(card: DraftCard) -> str:
    """What the draft begins with, else what it is about."""
    body = card.draft.body
    texts = (body.text, *body.variants.values())
    text = next((text.strip() for text in texts if text.strip()), "")
    if text:
        return " ".join(text.split())
    if card.suggestion_title:
        return translate("Drafts", "Nothing written yet")
    return translate("Drafts", "An empty draft")


def second_line(card: DraftCard) -> str:
    """Sphere, what it is about, when."""
    parts = [sphere_title(card.draft.sphere)]
    if card.suggestion_title:
        parts.append(translate("Drafts", "about “{title}”").format(title=card.suggestion_title))
    parts.append(formats.age(card.draft.updated_at))
    return " · ".join(parts)


class DraftModel(QAbstractListModel):
    """Cards, last changed first."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[DraftCard] = []

    def set_cards(self, cards: Sequence[DraftCard]) -> None:
        """Replace everything."""
        self.beginResetModel()
        self.cards = list(cards)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return first_words(card)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{first_words(card)}. {second_line(card)}"
        return None


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        if not isinstance(model, DraftModel):
            return
        card, look = model.cards[index.row()], theme.tokens()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        font: QFont = option.font
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(look.selected))
            bar = QRect(area.left(), area.top(), 3, area.height())
            painter.fillRect(bar, QColor(look.accent(card.draft.sphere.value)))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(look.hover))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, QColor(look.line))
        inner = area.adjusted(20, 11, -20, -11)
        head = theme.sized_font(font, 1.0, QFont.Weight.DemiBold)
        metrics = QFontMetrics(head)
        painter.setFont(head)
        written = any(t.strip() for t in (card.draft.body.text, *card.draft.body.variants.values()))
        painter.setPen(QColor(look.text if written else look.muted))
        painter.drawText(
            QRect(inner.left(), inner.top(), inner.width(), metrics.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            metrics.elidedText(first_words(card), Qt.TextElideMode.ElideRight, inner.width()),
        )
        small = theme.sized_font(font, SMALL)
        metrics = QFontMetrics(small)
        top = inner.bottom() - metrics.height() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.accent(card.draft.sphere.value)))
        painter.drawEllipse(inner.left(), top + (metrics.height() - 9) // 2, 9, 9)
        painter.setFont(small)
        painter.setPen(QColor(look.muted))
        painter.drawText(
            QRect(inner.left() + 16, top, inner.width() - 16, metrics.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine,
            metrics.elidedText(second_line(card), Qt.TextElideMode.ElideRight, inner.width() - 16),
        )
        painter.restore()


class DraftList(QListView):
    """Enter opens, Delete puts away (with Undo); the menu key offers both."""

    opened = Signal(str)
    discarded = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = DraftModel()
        self.setModel(self._model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.activated.connect(self._open)
        self.clicked.connect(self._open)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def show_cards(self, cards: Sequence[DraftCard]) -> None:
        """Replace the list; the same draft stays selected."""
        before = self.current_id()
        self._model.set_cards(cards)
        rows = [card.draft.id for card in cards]
        row = rows.index(before) if before in rows else 0
        if rows:
            self.setCurrentIndex(self._model.index(row))

    def cards(self) -> list[DraftCard]:
        """What it shows."""
        return self._model.cards

    def current_id(self) -> str | None:
        """Identifier of the selected draft."""
        row = self.currentIndex().row()
        return self._model.cards[row].draft.id if 0 <= row < len(self._model.cards) else None

    def retranslate(self) -> None:
        """All texts again."""
        self.setAccessibleName(translate("Drafts", "Drafts, last changed first"))
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        # A click may come as clicked and as activated.
        if 0 <= index.row() < len(self._model.cards):
            self.opened.emit(self._model.cards[index.row()].draft.id)

    def _menu(self) -> None:
        draft_id = self.current_id()
        if draft_id is None:
            return
        menu = QMenu(self)
        menu.addAction(translate("Drafts", "Open")).triggered.connect(
            lambda: self.opened.emit(draft_id)
        )
        menu.addAction(translate("Drafts", "Put away")).triggered.connect(
            lambda: self.discarded.emit(draft_id)
        )
        place = self.visualRect(self.currentIndex()).center()
        menu.exec(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        draft_id = self.current_id()
        if draft_id is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.discarded.emit(draft_id)
        elif draft_id is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(draft_id)
        elif event.key() in (Qt.Key.Key_J, Qt.Key.Key_K) and not event.modifiers():
            step = 1 if event.key() == Qt.Key.Key_J else -1
            row = self.currentIndex().row() + step
            if 0 <= row < self._model.rowCount():
                self.setCurrentIndex(self._model.index(row))
        else:
            super().keyPressEvent(event)
