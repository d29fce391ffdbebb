"""A canvas without pens, for the first view: see :mod:`.painting` for why.

A painter begins with the text colour of its widget's palette. So there is one transparent layer
for each colour of text and outline, with that colour in its palette; what is filled is painted
beneath them from pixmaps of one pixel.
"""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPainterPath, QPalette, QPixmap
from PySide6.QtWidgets import QWidget

from .painting import Canvas

_Stroke = tuple[QRectF, float]
_Words = tuple[float, float, str, QFont]


class InkLayer(QWidget):
    """Everything of one colour."""

    def __init__(self, parent: QWidget, colour: str) -> None:
        super().__init__(parent)
        self.outlines: list[_Stroke] = []
        self.words: list[_Words] = []
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(palette)
        self.after: Callable[[], object] | None = None
        """Called once, after the next painting."""

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for area, radius in self.outlines:
            painter.drawRoundedRect(area, radius, radius)
        for x, base, text, font in self.words:
            painter.setFont(font)
            painter.drawText(QPointF(x, base), text)
        painter.end()
        if self.after is not None:
            after, self.after = self.after, None
            after()


class InkCanvas(Canvas):
    """Sorts what is drawn: fills for :meth:`paint_fills`, the rest for the layers."""

    def __init__(self, host: QWidget) -> None:
        self._host = host
        self._fills: list[tuple[QRectF, float, str]] = []
        self._layers: dict[str, InkLayer] = {}

    def fill(self, area: QRectF, colour: str) -> None:
        self._fills.append((area, 0.0, colour))

    def fill_round(self, area: QRectF, radius: float, colour: str) -> None:
        self._fills.append((area, radius, colour))

    def outline_round(self, area: QRectF, radius: float, colour: str, width: float = 1) -> None:
        self._layer(colour).outlines.append((area, radius))

    def text(self, x: float, base: float, text: str, font: QFont, colour: str) -> None:
        self._layer(colour).words.append((x, base, text, font))

    def picture(self, at: QPointF, picture: QPixmap) -> None:
        raise NotImplementedError("pictures are decoded after the first painting")

    def paint_fills(self, painter: QPainter) -> None:
        """Paint what lies beneath the layers, in the order in which it was drawn."""
        dots: dict[str, QPixmap] = {}
        for area, radius, colour in self._fills:
            dot = dots.get(colour)
            if dot is None:
                dot = dots[colour] = QPixmap(1, 1)
                dot.fill(QColor(colour))
            if radius:
                path = QPainterPath()
                path.addRoundedRect(area, radius, radius)
                painter.fillPath(path, QBrush(dot))
            else:
                painter.drawPixmap(area.toRect(), dot)

    def finish(self) -> None:
        """Lay the layers over the host."""
        for layer in self._layers.values():
            layer.setGeometry(self._host.rect())
            layer.show()

    def when_painted(self, callback: Callable[[], object]) -> None:
        """Call once, after the uppermost layer is painted."""
        if self._layers:
            list(self._layers.values())[-1].after = callback

    def clear(self) -> None:
        """Begin anew, for another size."""
        self._fills.clear()
        for layer in self._layers.values():
            layer.outlines.clear()
            layer.words.clear()

    def _layer(self, colour: str) -> InkLayer:
        layer = self._layers.get(colour)
        if layer is None:
            layer = self._layers[colour] = InkLayer(self._host, colour)
        return layer
