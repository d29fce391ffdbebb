"""Painting without Qt's namespace of enumerations.

Loading ``PySide6.QtCore.Qt`` makes over a hundred Python enumerations: 25 ms here, a fifth of a
bare window's start; ``QStyle`` costs 19 ms more. What is painted before the first window stands
therefore uses the numbers that Qt documents, from here only.
"""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

LEFT = 0x0001 | 0x0080
"""``Qt.AlignLeft | Qt.AlignVCenter``"""
RIGHT = 0x0002 | 0x0080
"""``Qt.AlignRight | Qt.AlignVCenter``"""
CENTER = 0x0004 | 0x0080
"""``Qt.AlignCenter``"""
DISPLAY_ROLE = 0
"""``Qt.DisplayRole``"""
ACCESSIBLE_TEXT_ROLE = 11
"""``Qt.AccessibleTextRole``"""
USER_ROLE = 0x0100
"""``Qt.UserRole``"""

ELLIPSIS = "…"


def fill_round(painter: QPainter, area: QRectF, radius: float, colour: str) -> None:
    """A filled shape with round corners, without an outline."""
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    painter.fillPath(path, QColor(colour))


def outline_round(
    painter: QPainter, area: QRectF, radius: float, colour: str, width: float = 1
) -> None:
    """An outline with round corners; ``area`` is its middle line."""
    painter.setPen(QPen(QColor(colour), width))
    painter.setBrush(QBrush())
    painter.drawRoundedRect(area, radius, radius)


def fill(painter: QPainter, area: QRectF, colour: str) -> None:
    """A filled rectangle."""
    painter.fillRect(area, QColor(colour))


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


def write(painter: QPainter, area: QRectF, flags: int, text: str, font: QFont, colour: str) -> None:
    """One line of text, aligned in the area, cut if it must be."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, flags, elided(QFontMetricsF(font), text, area.width() + 1))


def write_at(painter: QPainter, x: float, base: float, text: str, colour: str) -> None:
    """Text from a point on its base line, in the painter's font."""
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(x, base), text)
