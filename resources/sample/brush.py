"""The few strokes from which the scenes are made."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

Point = tuple[float, float]


def colour(name: str, alpha: float = 1.0) -> QColor:
    """A colour by its hex name, ``alpha`` from 0 to 1."""
    result = QColor(name)
    result.setAlphaF(alpha)
    return result


def ground(p: QPainter, top: str, bottom: str) -> None:
    """Fill the picture, lighter at the upper left as in the rest of the program."""
    gradient = QLinearGradient(0, 0, 1200, 675)
    gradient.setColorAt(0, QColor(top))
    gradient.setColorAt(1, QColor(bottom))
    p.fillRect(0, 0, 1200, 675, QBrush(gradient))


def fill(p: QPainter, name: str, alpha: float = 1.0) -> None:
    """Fill what follows, without an outline."""
    p.setPen(Qt.PenStyle.NoPen)
    p.setBrush(colour(name, alpha))


def line(p: QPainter, name: str, width: float, alpha: float = 1.0) -> None:
    """Outline what follows with round ends, without filling it."""
    pen = QPen(colour(name, alpha), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    p.setPen(pen)
    p.setBrush(Qt.BrushStyle.NoBrush)


def box(p: QPainter, x: float, y: float, w: float, h: float, radius: float = 12) -> None:
    """A rounded rectangle."""
    p.drawRoundedRect(QRectF(x, y, w, h), radius, radius)


def disc(p: QPainter, x: float, y: float, r: float) -> None:
    """A circle around a point."""
    p.drawEllipse(QPointF(x, y), r, r)


def polygon(p: QPainter, points: Iterable[Point]) -> None:
    """A closed shape with straight sides."""
    p.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def polyline(p: QPainter, points: Iterable[Point]) -> None:
    """An open line."""
    p.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))


def curve(p: QPainter, start: Point, *bends: Sequence[float], close: bool = False) -> None:
    """Cubic curves, each given by two handles and an end; two numbers are a straight line."""
    path = QPainterPath(QPointF(*start))
    for bend in bends:
        if len(bend) == 2:
            path.lineTo(*bend)
        else:
            path.cubicTo(*bend)
    if close:
        path.closeSubpath()
    p.drawPath(path)


def person(p: QPainter, x: float, y: float, size: float, body: str, head: str) -> None:
    """Somebody seen from the front, standing at ``(x, y)``; ``size`` is the height."""
    unit = size / 10
    fill(p, body)
    curve(
        p,
        (x - 2.1 * unit, y),
        (x - 2.1 * unit, y - 4.6 * unit),
        (
            x - 2.1 * unit,
            y - 7.4 * unit,
            x + 2.1 * unit,
            y - 7.4 * unit,
            x + 2.1 * unit,
            y - 4.6 * unit,
        ),
        (x + 2.1 * unit, y),
        close=True,
    )
    fill(p, head)
    disc(p, x, y - 8.5 * unit, 1.45 * unit)
