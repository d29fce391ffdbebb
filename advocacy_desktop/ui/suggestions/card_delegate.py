"""Paints a suggestion as a card: picture, title, source, topics, age."""

from collections import OrderedDict
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ...application.ports import SuggestionCard
from .. import theme
from ..formats import now
from ..i18n import translate
from ..tokens import SMALL, TINY, Tokens
from .card_words import is_locked, meta, timing
from .list_model import CardRole
from .thumbnails import Thumbnails

EDGE = 18
"""Left and right of a card."""
PAD = 13
"""Above and below."""
TILE = 62
"""Side of the picture."""
GAP = 12
"""Between picture and text."""
NARROW = 300
"""Below this width the picture gives way to the words."""

WIDE = 520
"""From this width on a title has room in one line."""

_KEPT_LAYOUTS = 400


class CardDelegate(QStyledItemDelegate):
    """Fixed height for all rows, so that a hundred thousand of them cost nothing to lay out."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._layouts: OrderedDict[tuple[str, int, str], list[str]] = OrderedDict()
        self._lines_of_words = 3
        self.moment: datetime | None = None
        """Held still in tests and pictures; ``None`` is the present."""

    def fonts(self, base: QFont) -> tuple[QFont, QFont, QFont]:
        """Of the title, the meta line, and chips."""
        return (
            theme.sized_font(base, 1.0, QFont.Weight.DemiBold),
            theme.sized_font(base, SMALL),
            theme.sized_font(base, (SMALL + TINY) / 2),
        )

    def row_height(self, base: QFont, width: int = 0) -> int:
        """Two lines of title, one of meta, one of chips; wide enough, one of title."""
        self._lines_of_words = 2 if width >= WIDE else 3
        title, small, chip = (QFontMetricsF(font) for font in self.fonts(base))
        lines = (self._lines_of_words - 1) * _leading(title) + _leading(small)
        return round(2 * PAD + max(TILE, lines + chip.height() + 12))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(200, self.row_height(option.font))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        look = theme.tokens()
        area = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, area, state, look)
        card = index.data(CardRole)
        if isinstance(card, SuggestionCard):
            self._card(painter, area, card, option.font, look)
        painter.restore()

    def _ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, look: Tokens
    ) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        ground = look.selected if chosen else look.hover if over else look.panel
        painter.fillRect(area, QColor(ground))
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), QColor(look.line))
        if chosen:
            painter.fillRect(
                QRectF(area.left(), area.top(), 3, area.height()), QColor(look.professional)
            )
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(look.focus), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(5.5, 2.5, -3.5, -4.5))

    def _card(
        self, painter: QPainter, area: QRectF, card: SuggestionCard, base: QFont, look: Tokens
    ) -> None:
        moment = self.moment or now()
        title_font, small_font, chip_font = self.fonts(base)
        left = area.left() + EDGE
        if area.width() >= NARROW:
            self._tile(painter, QRectF(left, area.top() + PAD, TILE, TILE), card, moment, look)
            left += TILE + GAP
        width = area.right() - EDGE - left
        y = area.top() + PAD - 2
        metrics = QFontMetricsF(title_font)
        painter.setFont(title_font)
        painter.setPen(QColor(look.text if not card.withdrawn else look.muted))
        titles = self._lines(card.title, title_font, width, self._lines_of_words - 1)
        for line in titles:
            painter.drawText(QPointF(left, y + metrics.ascent()), line)
            y += _leading(metrics)
        y += 1
        metrics = QFontMetricsF(small_font)
        painter.setFont(small_font)
        painter.setPen(QColor(look.muted))
        # A short title leaves its second line to the words below it.
        words = self._lines(
            meta(card, moment), small_font, width, self._lines_of_words - len(titles)
        )
        for line in words:
            painter.drawText(QPointF(left, y + metrics.ascent()), line)
            y += _leading(metrics)
        y += 5
        self._foot(painter, QRectF(left, y, width, 0), card, moment, chip_font, small_font, look)

    def _foot(
        self,
        painter: QPainter,
        area: QRectF,
        card: SuggestionCard,
        moment: datetime,
        chip_font: QFont,
        small_font: QFont,
        look: Tokens,
    ) -> None:
        chips, small = QFontMetricsF(chip_font), QFontMetricsF(small_font)
        height = chips.height() + 4
        first, soon = timing(card, moment)
        times = small.horizontalAdvance(f"{first} · {soon}" if soon else first)
        x, right = area.left(), area.right()
        for number, topic in enumerate(card.topics):
            words = topic
            need = chips.horizontalAdvance(words) + 16
            if x + need + 10 + times > right:
                # One topic is always told, cut if it must be; the others only if they fit.
                if number:
                    break
                room = right - x - 26 - times
                if room < 30:
                    break
                words = chips.elidedText(topic, Qt.TextElideMode.ElideRight, room)
                need = chips.horizontalAdvance(words) + 16
            box = QRectF(x + 0.5, area.top() + 0.5, need - 1, height - 1)
            painter.setPen(QPen(QColor(look.line_strong), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, height / 2, height / 2)
            painter.setFont(chip_font)
            painter.setPen(QColor(look.faint))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            x += need + 6
        x += 4 if card.topics else 0
        painter.setFont(small_font)
        painter.setPen(QColor(look.muted))
        base_line = area.top() + (height - small.height()) / 2 + small.ascent()
        shown = f"{first} · " if soon else first
        painter.drawText(QPointF(x, base_line), shown)
        if soon:
            painter.setPen(QColor(look.advice))
            painter.drawText(QPointF(x + small.horizontalAdvance(shown), base_line), soon)

    def _tile(
        self, painter: QPainter, area: QRectF, card: SuggestionCard, moment: datetime, look: Tokens
    ) -> None:
        locked = is_locked(card, moment)
        if card.media and not locked:
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._thumbnails.get(card.media, TILE, ratio)
            if pixmap is not None:
                painter.drawPixmap(area.topLeft(), pixmap)
                return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.sunken if look.dark else look.line).lighter(104))
        painter.drawRoundedRect(area, 6, 6)
        word = ""
        font = theme.sized_font(painter.font(), TINY)
        if locked:
            word = translate("Card", "embargo")
        elif not card.media:
            word = (card.source_title or card.title)[:1].upper()
            font = theme.sized_font(painter.font(), 1.5, QFont.Weight.DemiBold)
        if word:
            painter.save()
            painter.setFont(font)
            painter.setPen(QColor(look.muted))
            metrics = QFontMetricsF(font)
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, area.width() - 4)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)
            painter.restore()

    def _lines(self, text: str, font: QFont, width: float, most: int = 2) -> list[str]:
        """One or two lines, the last cut with an ellipsis."""
        key = (text, int(width) * 2 + most, font.key())
        kept = self._layouts.get(key)
        if kept is None:
            kept = self._layouts[key] = _cut_lines(text, font, max(20.0, width), most)
            if len(self._layouts) > _KEPT_LAYOUTS:
                self._layouts.popitem(last=False)
        return kept


def _leading(metrics: QFontMetricsF) -> float:
    """From one base line to the next: a little more air than the font asks for."""
    return round(metrics.lineSpacing() * 1.14)


def _cut_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    metrics = QFontMetricsF(font)
    if most == 1:
        return [metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    if not first.isValid():
        layout.endLayout()
        return [text]
    first.setLineWidth(width)
    layout.endLayout()
    # Qt counts UTF-16 units, Python code points.
    units = text.encode("utf-16-le")
    cut = first.textLength() * 2
    head = units[:cut].decode("utf-16-le", "ignore").rstrip()
    rest = units[cut:].decode("utf-16-le", "ignore").strip()
    if not rest:
        return [head]
    return [head, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
