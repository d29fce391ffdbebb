"""Render the icons: ``python resources/icons/render.py [SHEET.png]``.

Writes ``advocacy-desktop.png`` (256 px) beside the SVG files and, with an argument, a sheet of
all icons on light and dark ground at one and two times their size, to be looked at.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
APP = "advocacy-desktop"
GROUNDS = (("#fbfaf8", "#23272e"), ("#1d2025", "#e4e6ea"))
COLUMNS, CELL = 9, 110


def painted(svg: str, size: int, painter: QPainter, x: float, y: float) -> None:
    """Paint an icon at a place."""
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    if not renderer.isValid():
        raise SystemExit(f"not a valid SVG: {svg[:200]}")
    renderer.render(painter, QRectF(x, y, size, size))


def main() -> None:
    """Write the application's picture and, when asked, the sheet."""
    app = QGuiApplication([])
    image = QImage(256, 256, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painted((HERE / f"{APP}.svg").read_text(encoding="utf-8"), 256, painter, 0, 0)
    painter.end()
    image.save(str(HERE / f"{APP}.png"))
    if len(sys.argv) > 1:
        icons = sorted(path for path in HERE.glob("*.svg"))
        rows = -(-len(icons) // COLUMNS)
        sheet = QImage(COLUMNS * CELL, 2 * rows * CELL, QImage.Format.Format_RGB32)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for half, (ground, ink) in enumerate(GROUNDS):
            top = half * rows * CELL
            painter.fillRect(0, top, COLUMNS * CELL, rows * CELL, QColor(ground))
            for index, path in enumerate(icons):
                svg = path.read_text(encoding="utf-8").replace("currentColor", ink)
                x, y = index % COLUMNS * CELL, top + index // COLUMNS * CELL
                painted(svg, 20, painter, x + 12, y + 45)
                painted(svg, 60, painter, x + 42, y + 25)
        painter.end()
        sheet.save(sys.argv[1])
    app.quit()


if __name__ == "__main__":
    main()
