"""Monochrome icons drawn by the project, tinted by a token at loading."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from . import theme

_root: Path | None = None
_cache: dict[tuple[str, str], QIcon] = {}
_SIDES = (16, 20, 24, 32, 48)


def set_resource_root(root: Path) -> None:
    """Tell where ``icons/`` lies; done once by the start."""
    global _root
    _root = root
    _cache.clear()


def icon(name: str, token: str = "text") -> QIcon:
    """The icon in the colour of a token; an empty icon where the drawing is missing."""
    tint = str(getattr(theme.tokens(), token))
    key = (name, tint)
    found = _cache.get(key)
    if found is None:
        found = _cache[key] = _load(name, tint)
    return found


def pixmap(name: str, side: int, token: str = "text", ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of ``side`` logical pixels."""
    tint = str(getattr(theme.tokens(), token))
    return _draw(_source(name), tint, round(side * ratio), ratio)


def _source(name: str) -> bytes:
    if _root is None:
        return b""
    path = _root / "icons" / f"{name}.svg"
    return path.read_bytes() if path.is_file() else b""


def _load(name: str, tint: str) -> QIcon:
    source = _source(name)
    made = QIcon()
    if source:
        for side in _SIDES:
            made.addPixmap(_draw(source, tint, side, 1.0))
    return made


def _draw(source: bytes, tint: str, side: int, ratio: float) -> QPixmap:
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    if source:
        # Loaded at the first icon, never before the first paint.
        from PySide6.QtSvg import QSvgRenderer

        painter = QPainter(drawn)
        QSvgRenderer(QByteArray(source)).render(painter, QRectF(0, 0, side, side))
        # Whatever the drawing's own colour is: only its shape counts.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(drawn.rect(), QColor(tint))
        painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
