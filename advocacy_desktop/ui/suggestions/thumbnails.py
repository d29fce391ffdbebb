"""Small pictures for the list: decoded off the GUI thread, kept small, a few hundred of them."""

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath, QPixmap

from ..tasks import Runner

KEPT = 400
RADIUS = 6


def load_scaled(path: Path, side: int) -> QImage | None:
    """A square of ``side`` pixels from the middle of the picture; ``None`` if unreadable."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and not size.isEmpty():
        factor = side / min(size.width(), size.height())
        # JPEG decodes straight to about that size: no large picture is ever held.
        reader.setScaledSize(
            QSize(max(side, round(size.width() * factor)), max(side, round(size.height() * factor)))
        )
    image = reader.read()
    if image.isNull():
        return None
    left, top = (image.width() - side) // 2, (image.height() - side) // 2
    return _rounded(image.copy(left, top, side, side))


def _rounded(image: QImage) -> QImage:
    made = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    radius = RADIUS * image.width() / 62
    path.addRoundedRect(QRectF(made.rect()), radius, radius)
    painter.setClipPath(path)
    painter.drawImage(0, 0, image)
    painter.end()
    return made


class Thumbnails(QObject):
    """Asks for each picture once; :attr:`arrived` tells when to paint again."""

    arrived = Signal(str)

    def __init__(self, runner: Runner, path_of: Callable[[str], Path]) -> None:
        super().__init__()
        self._runner = runner
        self._path_of = path_of
        self._kept: OrderedDict[tuple[str, int], QPixmap | None] = OrderedDict()
        self._asked: set[tuple[str, int]] = set()

    def get(self, media: str, side: int, ratio: float) -> QPixmap | None:
        """The picture, or ``None`` while it is being decoded or if it cannot be."""
        key = (media, round(side * ratio))
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        if key not in self._asked:
            self._asked.add(key)
            path = self._path_of(media)

            def done(image: QImage | None) -> None:
                self._asked.discard(key)
                pixmap = None
                if image is not None:
                    pixmap = QPixmap.fromImage(image)
                    pixmap.setDevicePixelRatio(ratio)
                self._kept[key] = pixmap
                while len(self._kept) > KEPT:
                    self._kept.popitem(last=False)
                self.arrived.emit(media)

            self._runner.background(lambda: load_scaled(path, key[1]), done, owner=self)
        return None

    def forget_missing(self) -> None:
        """Look again for pictures that could not be read before."""
        for key in [key for key, pixmap in self._kept.items() if pixmap is None]:
            del self._kept[key]
