"""Paints one place of the navigation: the same for the button and for the first view."""

from math import ceil

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF

from .. import theme
from ..painting import Canvas
from ..tokens import SMALL, Tokens
from ..words.places import place_name
from .measures import NAV_EDGE, NAV_WIDE, NAV_WIDEST

SPHERES = ("professional", "personal")
SIDE = 12
"""Between the edge of a place and its name."""


def nav_width(base: QFont) -> int:
    """Wide enough for the longest name of the language, the list of requests', when it is bold."""
    metrics = QFontMetricsF(theme.sized_font(base, 1, QFont.Weight.DemiBold))
    longest = metrics.horizontalAdvance(place_name("ledger"))
    return min(NAV_WIDEST, max(NAV_WIDE, ceil(longest) + 2 * (SIDE + NAV_EDGE) + 2))


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
    left, right = area.left() + SIDE, area.right() - SIDE
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
