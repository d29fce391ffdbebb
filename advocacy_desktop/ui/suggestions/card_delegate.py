"""Puts the card painter to work in the list."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QStyleOptionViewItem

from ...application.cards import SuggestionCard
from .. import theme
from ..formats import now
from ..painting import PainterCanvas
from .card_painter import TILE, CardPainter
from .card_words import is_locked
from .list_model import CardRole
from .thumbnails import Thumbnails


class CardDelegate(QStyledItemDelegate):
    """The list tells it which row is current, hovered and focused: ``option.state`` would load
    ``QStyle``, and rows are all that it needs to know."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._painter = CardPainter(QApplication.font())
        self.moment: datetime | None = None
        """Held still in tests and pictures; ``None`` is the present."""
        self.current = -1
        self.hovered = -1
        self.focused = False

    def row_height(self, base: QFont, width: int) -> int:
        """Height of every row in a list of that width."""
        self._painter.set_font(base)
        return self._painter.row_height(width)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self._painter.row_height(400))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look, row = theme.tokens(), index.row()
        area = QRectF(option.rect)
        painter.save()
        canvas = PainterCanvas(painter)
        chosen, over = row == self.current, row == self.hovered
        self._painter.ground(canvas, area, chosen=chosen, over=over, look=look)
        if chosen and self.focused:
            ring = area.adjusted(5.5, 2.5, -3.5, -4.5)
            canvas.outline_round(ring, 5, look.focus)
        card = index.data(CardRole)
        if isinstance(card, SuggestionCard):
            moment = self.moment or now()
            picture = None
            if card.media and not is_locked(card, moment):
                ratio = painter.device().devicePixelRatioF()
                picture = self._thumbnails.get(card.media, TILE, ratio)
            self._painter.paint(canvas, area, card, moment, look, picture)
        painter.restore()
