"""Decoding foreign pictures under limits, and cleaning what they say beside the picture."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QImageReader, QPainter

from ..application.ports import PictureFacts
from ..domain.errors import ErrorCode, KnownError
from .picture_bytes import carries_more_than_the_picture, sniff

MAX_PIXELS = 30_000_000
"""More is never unpacked: a bomb has hundreds of millions."""

MAX_JPEG_PIXELS = 120_000_000
"""Phones take photos of 48 and 108 million pixels; a JPEG can be unpacked at a smaller size."""

MAX_CACHED_SIDE = 2048
MAX_CACHED_BYTES = 3_000_000
"""A picture of a feed above either limit is made smaller for the cache."""

_ALLOCATION_MB = 256
_QUALITIES = (90, 85, 80, 74, 68, 60, 50)
_SHRINK = 0.8
_SMALLEST_SIDE = 64


class QtPictureInspector:
    """Implements :class:`~..application.ports.PictureInspector`; use it on a worker thread.

    PNG, JPEG, GIF and WebP by their first bytes; never SVG, which is a program.
    """

    def inspect(self, data: bytes, *, name: str = "") -> PictureFacts:
        """Facts of a picture; its bytes are kept as they are when they hold nothing else."""
        kind = _kind(data, name)
        reader = _Reader(data, kind, name)
        width, height = reader.size()
        fits = max(width, height) <= MAX_CACHED_SIDE and len(data) <= MAX_CACHED_BYTES
        image = reader.read()
        if fits and not carries_more_than_the_picture(data, kind):
            return PictureFacts(f"image/{kind}", image.width(), image.height(), data)
        return _written(image, kind, MAX_CACHED_BYTES, MAX_CACHED_SIDE, name)

    def prepare(
        self, data: bytes, *, max_bytes: int, max_side: int, name: str = ""
    ) -> PictureFacts:
        """Write the picture anew: upright, nothing beside it, within the limits."""
        kind = _kind(data, name)
        image = _Reader(data, kind, name).read()
        return _written(image, kind, max_bytes, max_side, name)


class _Reader:
    """QImageReader over bytes, with its limits set."""

    def __init__(self, data: bytes, kind: str, name: str) -> None:
        self._name = name
        self._limit = MAX_JPEG_PIXELS if kind == "jpeg" else MAX_PIXELS
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(data))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        QImageReader.setAllocationLimit(_ALLOCATION_MB)
        # The format is said, so that no other decoder is ever tried on these bytes.
        self._reader = QImageReader(self._buffer, QByteArray(kind.encode()))
        self._reader.setAutoTransform(True)

    def size(self) -> tuple[int, int]:
        """Width and height as stored, read from the head of the file alone."""
        size = self._reader.size()
        if not size.isValid() or size.isEmpty() or size.width() * size.height() > self._limit:
            raise _no_picture(self._name)
        return size.width(), size.height()

    def read(self) -> QImage:
        """The decoded picture, upright."""
        width, height = self.size()
        if width * height > MAX_PIXELS:
            smaller = (MAX_PIXELS / (width * height)) ** 0.5
            self._reader.setScaledSize(QSize(int(width * smaller), int(height * smaller)))
        image = self._reader.read()
        if image.isNull():
            raise _no_picture(self._name)
        return image


def _kind(data: bytes, name: str) -> str:
    kind = sniff(data)
    if kind is None:
        raise _no_picture(name)
    return kind


def _written(image: QImage, kind: str, max_bytes: int, max_side: int, name: str) -> PictureFacts:
    """The first way of writing it that fits: as it was, then smaller and smaller."""
    plain = _plain(image)
    side = min(max_side, max(plain.width(), plain.height()))
    lossless = kind in ("png", "gif") or plain.hasAlphaChannel()
    smallest = min(_SMALLEST_SIDE, side)
    while side >= smallest:
        scaled = _scaled(plain, side)
        for mime, data in _attempts(scaled, lossless):
            if data and len(data) <= max_bytes:
                return PictureFacts(mime, scaled.width(), scaled.height(), data)
        side = int(side * _SHRINK)
    raise _no_picture(name)


def _attempts(image: QImage, lossless: bool) -> Iterator[tuple[str, bytes]]:
    if lossless:
        yield "image/png", _encode(image, "PNG", -1)
    opaque = _on_white(image) if image.hasAlphaChannel() else image
    for quality in _QUALITIES:
        yield "image/jpeg", _encode(opaque, "JPEG", quality)


def _plain(image: QImage) -> QImage:
    """The pixels alone, in sRGB: texts and profiles that came with them stay behind."""
    if image.colorSpace().isValid() and image.colorSpace() != _SRGB:
        image = image.convertedToColorSpace(_SRGB)
    has_alpha = image.hasAlphaChannel()
    form = QImage.Format.Format_ARGB32 if has_alpha else QImage.Format.Format_RGB32
    image = image.convertToFormat(form)
    bits = bytes(image.constBits())
    copy = QImage(bits, image.width(), image.height(), image.bytesPerLine(), form).copy()
    copy.setColorSpace(QColorSpace())
    return copy


_SRGB = QColorSpace(QColorSpace.NamedColorSpace.SRgb)


def _scaled(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    scaled = image.scaled(side, side, keep, smooth)
    return scaled if not scaled.isNull() else image


def _on_white(image: QImage) -> QImage:
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor("white"))
    painter = QPainter(ground)
    painter.drawImage(0, 0, image)
    painter.end()
    return ground


def _encode(image: QImage, form: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    done = image.save(buffer, form, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data()) if done else b""


def _no_picture(name: str) -> KnownError:
    return KnownError(ErrorCode.NOT_A_PICTURE, name=name)
