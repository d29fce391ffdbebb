"""Paints a suggestion as a card: picture, title, source, topics, age. No widget, no model."""

from collections import OrderedDict
from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPixmap, QTextLayout

from ...application.cards import SuggestionCard
from .. import theme
from ..i18n import translate
from ..painting import Canvas, elided
from ..tokens import KEY, SMALL, TINY, Tokens
from .card_words import is_locked, meta, timing

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
KEPT = 400
"""Broken lines remembered."""


class CardPainter:
    """Fixed height for all rows, so that a hundred thousand of them cost nothing to lay out."""

    def __init__(self, base: QFont) -> None:
        self._lines: OrderedDict[tuple[str, int, str, int], list[str]] = OrderedDict()
        self._words = 3
        self.set_font(base)

    def set_font(self, base: QFont) -> None:
        """The application's font, from which the others are made."""
        self.title = theme.sized_font(base, 1.0, QFont.Weight.DemiBold)
        self.small = theme.sized_font(base, SMALL)
        self.chip = theme.sized_font(base, KEY)
        self._lines.clear()

    def row_height(self, width: float) -> int:
        """Two lines of title, one of words, one of chips; wide enough, one of title."""
        self._words = 2 if width >= WIDE else 3
        lines = (self._words - 1) * _leading(QFontMetricsF(self.title))
        lines += _leading(QFontMetricsF(self.small))
        chip = QFontMetricsF(self.chip).height()
        return round(2 * PAD + max(TILE, lines + chip + 12))

    def ground(
        self, canvas: Canvas, area: QRectF, *, chosen: bool, over: bool, look: Tokens
    ) -> None:
        """What is behind a card: chosen, under the pointer, or plain."""
        canvas.fill(area, look.selected if chosen else look.hover if over else look.panel)
        canvas.fill(QRectF(area.left(), area.bottom() - 1, area.width(), 1), look.line)
        if chosen:
            canvas.fill(QRectF(area.left(), area.top(), 3, area.height()), look.professional)

    def paint(
        self,
        canvas: Canvas,
        area: QRectF,
        card: SuggestionCard,
        moment: datetime,
        look: Tokens,
        picture: QPixmap | None = None,
    ) -> None:
        """The card itself; ``picture`` is a square of ``TILE`` logical pixels."""
        left = area.left() + EDGE
        if area.width() >= NARROW:
            tile = QRectF(left, area.top() + PAD, TILE, TILE)
            if picture is not None:
                canvas.picture(tile.topLeft(), picture)
            else:
                self._tile(canvas, tile, card, moment, look)
            left += TILE + GAP
        width = area.right() - EDGE - left
        y = area.top() + PAD - 2
        metrics = QFontMetricsF(self.title)
        titles = self._broken(card.title, self.title, width, self._words - 1)
        for line in titles:
            ink = look.muted if card.withdrawn else look.text
            canvas.text(left, y + metrics.ascent(), line, self.title, ink)
            y += _leading(metrics)
        y += 1
        metrics = QFontMetricsF(self.small)
        # A short title leaves its second line to the words below it.
        words = self._broken(meta(card, moment), self.small, width, self._words - len(titles))
        for line in words:
            canvas.text(left, y + metrics.ascent(), line, self.small, look.muted)
            y += _leading(metrics)
        self._foot(canvas, QRectF(left, y + 5, width, 0), card, moment, look)

    def _foot(
        self, canvas: Canvas, area: QRectF, card: SuggestionCard, moment: datetime, look: Tokens
    ) -> None:
        chips, small = QFontMetricsF(self.chip), QFontMetricsF(self.small)
        height = chips.height() + 4
        first, soon = timing(card, moment)
        times = small.horizontalAdvance(f"{first} · {soon}" if soon else first)
        x, right = area.left(), area.right()
        for number, topic in enumerate(card.topics):
            words = topic
            need = chips.horizontalAdvance(words) + 16
            if x + need + 10 + times > right:
                # One topic is always told, cut if it must be; the others only if they fit.
                room = right - x - 26 - times
                if number or room < 30:
                    break
                words = elided(chips, topic, room)
                need = chips.horizontalAdvance(words) + 16
            box = QRectF(x + 0.5, area.top() + 0.5, need - 1, height - 1)
            canvas.outline_round(box, height / 2, look.line_strong)
            canvas.write(box, words, self.chip, look.faint, 0.5)
            x += need + 6
        x += 4 if x > area.left() else 0
        base = area.top() + (height - small.height()) / 2 + small.ascent()
        shown = elided(small, f"{first} · " if soon else first, right - x)
        canvas.text(x, base, shown, self.small, look.muted)
        if soon:
            after = x + small.horizontalAdvance(shown)
            cut = elided(small, soon, right - after) if right - after > 20 else ""
            canvas.text(after, base, cut, self.small, look.advice)

    def _tile(
        self, canvas: Canvas, area: QRectF, card: SuggestionCard, moment: datetime, look: Tokens
    ) -> None:
        canvas.fill_round(area, 6, look.tile)
        if is_locked(card, moment):
            font = theme.sized_font(self.title, TINY, QFont.Weight.Normal)
            canvas.write(area, translate("Card", "embargo"), font, look.muted, 0.5)
        elif not card.media:
            word = (card.source_title or card.title)[:1].upper()
            font = theme.sized_font(self.title, 1.5)
            canvas.write(area, word, font, look.muted, 0.5)

    def _broken(self, text: str, font: QFont, width: float, most: int) -> list[str]:
        """One or two lines, the last cut with an ellipsis; remembered."""
        key = (text, int(width), "t" if font is self.title else "s", most)
        kept = self._lines.get(key)
        if kept is None:
            kept = self._lines[key] = _cut_lines(text, font, max(20.0, width), most)
            if len(self._lines) > KEPT:
                self._lines.popitem(last=False)
        return kept


def _leading(metrics: QFontMetricsF) -> float:
    """From one base line to the next: a little more air than the font asks for."""
    return round(metrics.lineSpacing() * 1.14)


def _cut_lines(text: str, font: QFont, width: float, most: int) -> list[str]:
    metrics = QFontMetricsF(font)
    if most == 1 or metrics.horizontalAdvance(text) <= width:
        return [elided(metrics, text, width)]
    layout = QTextLayout(text, font)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    if first.naturalTextWidth() > width:
        return [elided(metrics, text, width)]  # a single word that is too long for a line
    # Qt counts UTF-16 units, Python code points.
    units = text.encode("utf-16-le", "surrogatepass")
    cut = first.textLength() * 2
    head = units[:cut].decode("utf-16-le", "ignore").rstrip()
    rest = units[cut:].decode("utf-16-le", "ignore").strip()
    return [head, elided(metrics, rest, width)] if rest else [head]
