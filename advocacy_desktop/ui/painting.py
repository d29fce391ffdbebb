"""What the painters of cards and places draw on.

Loading ``PySide6.QtCore.Qt`` makes over a hundred Python enumerations, and ``QPainter.setPen`` or
a brush of a colour loads it: a sixth of a bare window's start. So the painters draw on a canvas:
widgets hand them one around their QPainter, and the first view one that does without pens.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

DISPLAY_ROLE = 0
"""``Qt.DisplayRole``; numbers, because ``Qt`` is not to be loaded: see above."""
ACCESSIBLE_TEXT_ROLE = 11
"""``Qt.AccessibleTextRole``"""
USER_ROLE = 0x0100
"""``Qt.UserRole``"""

ELLIPSIS = "…"


class Canvas:
    """Colours are ``#RRGGBB``, lengths logical pixels."""

    def fill(self, area: QRectF, colour: str) -> None:
        """A rectangle."""
        raise NotImplementedError

    def fill_round(self, area: QRectF, radius: float, colour: str) -> None:
        """A shape with round corners; a disc if the radius is half its side."""
        raise NotImplementedError

    def outline_round(self, area: QRectF, radius: float, colour: str, width: float = 1) -> None:
        """An outline with round corners; ``area`` is its middle line."""
        raise NotImplementedError

    def text(self, x: float, base: float, text: str, font: QFont, colour: str) -> None:
        """Text from a point on its base line."""
        raise NotImplementedError

    def picture(self, at: QPointF, picture: QPixmap) -> None:
        """A picture in its own size."""
        raise NotImplementedError

    def write(self, area: QRectF, text: str, font: QFont, colour: str, align: float = 0.0) -> None:
        """One line in the middle of the area's height, cut if it must be.

        ``align`` is the share of the free width that lies at its left: 0, 0.5 or 1.
        """
        metrics = QFontMetricsF(font)
        shown = elided(metrics, text, area.width() + 1)
        free = area.width() - metrics.horizontalAdvance(shown) if align else 0.0
        base = area.top() + (area.height() - metrics.height()) / 2 + metrics.ascent()
        self.text(area.left() + free * align, round(base), shown, font, colour)


class PainterCanvas(Canvas):
    """Around a widget's own painter."""

    def __init__(self, painter: QPainter) -> None:
        self._painter = painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def fill(self, area: QRectF, colour: str) -> None:
        from PySide6.QtGui import QColor

        self._painter.fillRect(area, QColor(colour))

    def fill_round(self, area: QRectF, radius: float, colour: str) -> None:
        from PySide6.QtGui import QColor, QPainterPath

        path = QPainterPath()
        path.addRoundedRect(area, radius, radius)
        self._painter.fillPath(path, QColor(colour))

    def outline_round(self, area: QRectF, radius: float, colour: str, width: float = 1) -> None:
        from PySide6.QtGui import QBrush, QColor, QPen

        self._painter.setPen(QPen(QColor(colour), width))
        self._painter.setBrush(QBrush())
        self._painter.drawRoundedRect(area, radius, radius)

    def text(self, x: float, base: float, text: str, font: QFont, colour: str) -> None:
        from PySide6.QtGui import QColor

        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(QPointF(x, base), text)

    def picture(self, at: QPointF, picture: QPixmap) -> None:
        self._painter.drawPixmap(at, picture)


def elided(metrics: QFontMetricsF, text: str, width: float) -> str:
    """The text, cut with an ellipsis where it is wider."""
    if metrics.horizontalAdvance(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.horizontalAdvance(text[:middle].rstrip() + ELLIPSIS) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + ELLIPSIS
