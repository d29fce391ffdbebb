"""Paints one place of the navigation: the same for the button and for the first view."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from .. import theme
from ..painting import Canvas
from ..tokens import SMALL, Tokens

SPHERES = ("professional", "personal")


def paint_place(
    canvas: Canvas,
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
        canvas.fill_round(area, 7, look.selected_rail if chosen else look.hover)
    left, right = area.left() + 12, area.right() - 12
    if place in SPHERES:
        dot = QRectF(left, area.center().y() - 4.5, 9, 9)
        canvas.fill_round(dot, 4.5, look.accent(place))
        left += 19
    if count:
        small = theme.sized_font(base, SMALL, QFont.Weight.DemiBold)
        box = QRectF(left, area.top(), right - left, area.height())
        canvas.write(box, count, small, look.muted, 1)
        right -= QFontMetricsF(small).horizontalAdvance(count) + 8
    font = theme.sized_font(base, 1, QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
    box = QRectF(left, area.top(), right - left, area.height())
    canvas.write(box, name, font, look.text)
