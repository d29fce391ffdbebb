"""Pictures from the local cache on the screen: decoded on a worker, painted to fill a frame."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ...application.ports import MediaStore
from .. import theme
from ..tasks import Runner

KEPT = 24
"""Decoded pictures kept in memory; each at most ``SIDE`` long."""
SIDE = 1000


class PictureLoader(QObject):
    """Decodes each picture once."""

    def __init__(self, runner: Runner, media: MediaStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._media = media
        self._kept: OrderedDict[str, QImage] = OrderedDict()

    def load(self, media: str, show: Callable[[QImage], object], owner: QObject) -> None:
        """Hand the picture to ``show``: at once if it is known, else soon."""
        known = self._kept.get(media)
        if known is not None:
            show(known)
            return
        path = self._media.path(media)

        def done(image: QImage) -> None:
            self._kept[media] = image
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            show(image)

        self._runner.background(lambda: decode(path), done, None, owner)


def decode(path: Path) -> QImage:
    """The picture upright and at most ``SIDE`` long; a null image if it cannot be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


class CoverPicture(QWidget):
    """Fills its frame with the picture, cut where it is too long; grey until it is there."""

    def __init__(
        self, *, radius: float = 6, only_top: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._image = QImage()
        self._radius = radius
        self._only_top = only_top

    def set_image(self, image: QImage) -> None:
        """Show this picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = QRectF(self.rect())
        shape = QPainterPath()
        bottom = self._radius * 2 if self._only_top else 0
        shape.addRoundedRect(area.adjusted(0, 0, 0, bottom), self._radius, self._radius)
        painter.setClipPath(shape)
        painter.fillRect(area, theme.colour("sunken"))
        if self._image.isNull() or area.isEmpty():
            return
        scale = max(area.width() / self._image.width(), area.height() / self._image.height())
        width, height = area.width() / scale, area.height() / scale
        cut = QRectF(
            (self._image.width() - width) / 2, (self._image.height() - height) / 2, width, height
        )
        painter.drawImage(area, self._image, cut)
