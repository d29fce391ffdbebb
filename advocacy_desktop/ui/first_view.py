"""The window's first painting: what the widgets will show a moment later, by hand.

Making the widgets takes longer than Qt itself needs to start. So the beginning of the queue is
painted at once, with the painters and measures that the widgets use; they replace this view
without anything moving. Keys pressed meanwhile are kept and handed on.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from ..application.cards import FirstPage
from . import theme
from .formats import now, number
from .i18n import translate
from .ink import InkCanvas
from .painting import Canvas
from .shell.measures import (
    LIST_EDGE,
    LIST_WIDTH,
    NAV_EDGE,
    NAV_GAP,
    NAV_SLIM,
    NAV_TOP,
    PILL_EDGE,
    SEARCH_WIDTH,
    SLIM_BELOW,
    TOP_EDGE,
    TOP_GAP,
    head_height,
    place_height,
    search_height,
    section_height,
    top_height,
)
from .shell.nav_painter import nav_width, paint_place
from .suggestions.card_painter import CardPainter
from .tokens import HEADING, SMALL, TINY, Tokens
from .words.places import place_name, search_hint, section_name, sent_to_employer

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_GROUPS = (
    ("", ("suggestions", "drafts", "scheduled", "published", "declined")),
    ("accounts", ("professional", "personal")),
    ("me", ("ledger", "learn", "settings")),
)


class FirstView(QWidget):
    """Shows the beginning of the queue, or an empty page where another place was left open."""

    def __init__(
        self,
        first: FirstPage | None,
        place: str,
        list_width: object,
        *,
        selected: object = "",
        top_row: int = 0,
    ) -> None:
        super().__init__()
        self._first = first
        self._place = place
        self._selected = selected
        self._top_row = top_row
        self._list_width = list_width if isinstance(list_width, int) else LIST_WIDTH
        self._ink = InkCanvas(self)
        self._callback: Callable[[], object] | None = None
        self.keys: list[QKeyEvent] = []
        """What was pressed meanwhile."""

    def when_painted(self, callback: Callable[[], object]) -> None:
        """Call once, after the first painting."""
        self._callback = callback

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        self.keys.append(event.clone())

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._ink.clear()
        self._draw(self._ink)
        self._ink.finish()
        if self._callback is not None:
            self._ink.when_painted(self._painted_once)

    def _painted_once(self) -> None:
        callback, self._callback = self._callback, None
        if callback is not None:
            callback()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ink.paint_fills(painter)
        painter.end()

    def _draw(self, canvas: Canvas) -> None:
        look = theme.tokens()
        base = QApplication.font()
        line = round(QFontMetricsF(base).height())
        top = top_height(line)
        slim = self.width() < SLIM_BELOW
        nav = NAV_SLIM if slim else nav_width(base)
        canvas.fill(QRectF(self.rect()), look.ground)
        canvas.fill(QRectF(0, 0, self.width(), top), look.panel)
        canvas.fill(QRectF(0, top, self.width(), 1), look.line)
        self._top(canvas, base, line, top, look)
        canvas.fill(QRectF(0, top + 1, nav, self.height()), look.rail)
        canvas.fill(QRectF(nav, top + 1, 1, self.height()), look.line)
        if not slim:
            self._nav(canvas, base, line, top + 1, look)
        if self._place == "suggestions":
            self._list(canvas, base, line, QRectF(nav + 1, top + 1, 0, 0), look)

    def _top(self, canvas: Canvas, base: QFont, line: int, top: int, look: Tokens) -> None:
        strong = theme.sized_font(base, 1, QFont.Weight.DemiBold)
        small = theme.sized_font(base, SMALL, QFont.Weight.DemiBold)
        words = sent_to_employer(0)
        wide = round(QFontMetricsF(small).horizontalAdvance(words)) + 2 * PILL_EDGE
        high = round(QFontMetricsF(small).height()) + 6
        pill = QRectF(self.width() - TOP_EDGE - wide, round((top - high) / 2), wide, high)
        canvas.fill_round(pill, high / 2, look.fine_ground)
        canvas.write(pill, words, small, look.fine, 0.5)
        high = search_height(line)
        width = min(SEARCH_WIDTH, pill.left() - TOP_GAP - 2 * TOP_EDGE)
        field = QRectF(pill.left() - TOP_GAP - width, round((top - high) / 2), width, high)
        canvas.fill_round(field, 7, look.sunken)
        canvas.outline_round(field.adjusted(0.5, 0.5, -0.5, -0.5), 7, look.line)
        canvas.write(field.adjusted(12, 1, -10, 1), search_hint(), base, look.faint)
        name = QRectF(TOP_EDGE, 0, max(0.0, field.left() - TOP_EDGE - TOP_GAP), top)
        if name.width() > 100:
            canvas.write(name, "Advocacy Desktop", strong, look.muted)

    def _nav(self, canvas: Canvas, base: QFont, line: int, top: int, look: Tokens) -> None:
        counts = self._counts()
        section = theme.sized_font(base, TINY, QFont.Weight.DemiBold)
        section.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        y = top + NAV_TOP
        wide, high = nav_width(base) - 2 * NAV_EDGE, place_height(line)
        for group, places in _GROUPS:
            if group:
                box = QRectF(NAV_EDGE + 12, y + 8, wide, section_height(line) - 8)
                canvas.write(box, section_name(group).upper(), section, look.faint)
                y += section_height(line) + NAV_GAP
            for place in places:
                count = counts.get(place, 0)
                paint_place(
                    canvas,
                    QRectF(NAV_EDGE, y, wide, high),
                    place,
                    place_name(place),
                    number(count) if count else "",
                    base,
                    look,
                    chosen=place == self._place,
                )
                y += high + NAV_GAP

    def _counts(self) -> dict[str, int]:
        first = self._first
        if first is None:
            return {}
        counts = {sphere.value: count for sphere, count in first.accounts.items()}
        return counts | {
            "suggestions": first.total,
            "drafts": first.open_drafts,
            "scheduled": first.scheduled,
        }

    def _list(self, canvas: Canvas, base: QFont, line: int, origin: QRectF, look: Tokens) -> None:
        left, top = origin.left(), origin.top()
        wide = min(float(self._list_width), self.width() - left)
        head = head_height(line)
        canvas.fill(QRectF(left, top, wide, self.height() - top), look.panel)
        title = theme.sized_font(base, HEADING, QFont.Weight.DemiBold)
        box = QRectF(left + LIST_EDGE, top, wide - 2 * LIST_EDGE, head)
        canvas.write(box, translate("Suggestions", "Suggestions"), title, look.text)
        canvas.fill(QRectF(left, top + head, wide, 1), look.line)
        canvas.fill(QRectF(left + wide, top, 1, self.height()), look.line)
        if self._first is None:
            return
        cards, moment = CardPainter(base), now()
        room = wide - 11 if self._overflows(cards, wide) else wide
        high = cards.row_height(room)
        shown = self._first.cards
        known = any(card.id == self._selected for card in shown)
        # As the list itself: not further than to its end.
        fits = int((self.height() - top - head - 1) // high)
        first_row = max(0, min(self._top_row, len(shown) - fits)) if known else 0
        y = top + head + 1.0
        for row, card in enumerate(shown[first_row:], first_row):
            if y > self.height():
                break
            area = QRectF(left, y, room, high)
            chosen = card.id == self._selected if known else row == 0
            cards.ground(canvas, area, chosen=chosen, over=False, look=look)
            cards.paint(canvas, area, card, moment, look)
            y += high

    def _overflows(self, cards: CardPainter, wide: float) -> bool:
        """Whether the list will have a scroll bar."""
        assert self._first is not None
        return len(self._first.cards) * cards.row_height(wide) > self.height() - 150
