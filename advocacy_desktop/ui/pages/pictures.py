"""Pictures of the local media store, decoded on a worker and never larger than shown."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from .. import theme
from ..tasks import Runner

LARGEST = 1600
"""Longest side that is kept in memory, device pixels."""


def read_picture(path: Path, largest: int = LARGEST) -> QImage:
    """Decode at most so large; a null image when it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > largest:
        reader.setScaledSize(size.scaled(largest, largest, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class PictureView(QWidget):
    """One picture with rounded corners, as wide as there is room and at most ``tallest``."""

    def __init__(self, runner: Runner, path: Path, alt: str, *, tallest: int = 320) -> None:
        super().__init__()
        self._image = QImage()
        self._tallest = tallest
        self.setAccessibleName(alt)
        self.setToolTip(alt)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        runner.background(lambda: read_picture(path), self._arrived, None, self)

    def _arrived(self, image: QImage) -> None:
        self._image = image
        self.setVisible(not image.isNull())
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if self._image.isNull():
            return min(self._tallest, width * 9 // 16)
        return min(self._tallest, width * self._image.height() // max(1, self._image.width()))

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 40)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(area, 8, 8)
        painter.setClipPath(path)
        painter.fillRect(area, theme.colour("sunken"))
        if self._image.isNull():
            return
        size = QSize(self._image.size()).scaled(
            self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        at = QRectF(
            (self.width() - size.width()) / 2,
            (self.height() - size.height()) / 2,
            size.width(),
            size.height(),
        )
        painter.drawImage(at, self._image)
