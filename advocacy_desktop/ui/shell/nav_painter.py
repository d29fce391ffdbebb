"""Paints one place of the navigation: the same for the button and for the first view."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath

from .. import theme
from ..painting import LEFT, RIGHT, fill_round, write
from ..tokens import SMALL, Tokens

SPHERES = ("professional", "personal")


def paint_place(
    painter: QPainter,
    area: QRectF,
    place: str,
    name: str,
    count: str,
    base: QFont,
    look: Tokens,
    *,
    chosen: bool,
    over: bool = False,
) -> None:
    """Name at the left, with a dot before a sphere's; the quiet count at the right."""
    if chosen or over:
        fill_round(painter, area, 7, look.selected_rail if chosen else look.hover)
    left, right = area.left() + 12, area.right() - 12
    if place in SPHERES:
        dot = QPainterPath()
        dot.addEllipse(QRectF(left, area.center().y() - 4.5, 9, 9))
        painter.fillPath(dot, QColor(look.accent(place)))
        left += 19
    if count:
        small = theme.sized_font(base, SMALL, QFont.Weight.DemiBold)
        box = QRectF(left, area.top(), right - left, area.height())
        write(painter, box, RIGHT, count, small, look.muted)
        right -= QFontMetricsF(small).horizontalAdvance(count) + 8
    font = theme.sized_font(base, 1, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
    box = QRectF(left, area.top(), right - left, area.height())
    write(painter, box, LEFT, name, font, look.text)
