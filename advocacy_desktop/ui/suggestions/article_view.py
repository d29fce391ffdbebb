"""The article as received: cleaned HTML, pictures from the local store only, no network at all."""

import re
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QImageReader,
    QPainter,
    QPainterPath,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from ...domain.suggestion import SuggestionContent
from .. import theme
from ..i18n import translate
from ..tasks import Runner
from ..tokens import SMALL

_MEDIA = re.compile(r"media:([0-9A-Za-z]+)")
_IMG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
MAX_PICTURE_HEIGHT = 290
"""A tall picture must not push the text out of sight."""


class ArticleView(QTextBrowser):
    """As high as its text; the reader around it scrolls. Links are only reported."""

    link_clicked = Signal(str)
    link_hovered = Signal(str)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._content: SuggestionContent | None = None
        self._paths: dict[str, Path] = {}
        self._alts: dict[str, str] = {}
        self._images: dict[str, QImage] = {}
        self._generation = 0
        self._drawn_width = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.document().setDocumentMargin(0)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.anchorClicked.connect(lambda url: self.link_clicked.emit(url.toString()))
        self.highlighted.connect(lambda url: self.link_hovered.emit(url.toString()))

    def show_content(self, content: SuggestionContent, paths: dict[str, Path]) -> None:
        """Show a revision; ``paths`` tells where each fetched picture lies, by its hash."""
        self._generation += 1
        self._content = content
        self._paths = paths
        self._alts = {picture.media: picture.alt for picture in content.pictures if picture.media}
        self._images.clear()
        self._drawn_width = 0
        self.setAccessibleDescription(
            " ".join(_described(alt) for alt in self._alts.values() if alt)
        )
        self._set_html()
        self._load_pictures()

    def restyle(self) -> None:
        """Colours changed."""
        if self._content is not None:
            self.show_content(self._content, self._paths)

    # --- text ----------------------------------------------------------------------------------

    def _set_html(self) -> None:
        if self._content is None:
            return
        look = theme.tokens()
        self.document().setDefaultStyleSheet(
            f"body {{ color: {look.text}; }} a {{ color: {look.professional}; }}"
            f"blockquote {{ color: {look.muted}; margin-left: 14px; margin-right: 0; }}"
            f"pre, code {{ font-family: monospace; background: {look.sunken}; }}"
            "h1, h2, h3, h4 { font-size: large; font-weight: 600; margin-bottom: 2px; }"
            "p { margin-top: 0; margin-bottom: 10px; line-height: 140%; }"
            "li { line-height: 140%; }"
        )
        self.setHtml(_with_lead_picture(self._content, set(self._paths)))
        self._tighten_pictures()
        self._fit()

    def _tighten_pictures(self) -> None:
        """Lines that hold a picture are as high as it: the wider spacing is for text."""
        block = self.document().begin()
        while block.isValid():
            if "\ufffc" in block.text():
                cursor = QTextCursor(block)
                shape = cursor.blockFormat()
                shape.setLineHeight(100, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
                cursor.setBlockFormat(shape)
            block = block.next()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only pictures that were fetched; never a look at the disk or the network by name."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        found = _MEDIA.fullmatch(name.toString() if isinstance(name, QUrl) else name)
        if found is None:
            return QImage()
        image = self._images.get(self._hash(found[1]))
        return image if image is not None else _blank()

    def _hash(self, key: str) -> str:
        """``media:`` may carry a number among the content's pictures, or the hash itself."""
        if self._content is not None and key.isdigit() and len(key) < 6:
            number = int(key)
            pictures = self._content.pictures
            return (pictures[number].media or "") if number < len(pictures) else ""
        return key

    # --- pictures ------------------------------------------------------------------------------

    def _load_pictures(self) -> None:
        width = self.viewport().width()
        if width < 40:
            return
        self._drawn_width = width
        generation = self._generation
        ratio = self.devicePixelRatioF()
        caption = theme.sized_font(self.font(), SMALL)
        for media, path in self._paths.items():
            alt = self._alts.get(media, "")

            def arrived(image: QImage | None, media: str = media) -> None:
                # A drawing for a width that is past may come after the one that replaces it.
                present = generation == self._generation and width == self._drawn_width
                if present and image is not None:
                    self._images[media] = image
                    self._set_html()

            draw = partial(draw_picture, path, width, ratio, alt, caption)
            self._runner.background(draw, arrived, owner=self)

    # --- size ----------------------------------------------------------------------------------

    def _fit(self) -> None:
        width = self.viewport().width()
        self.document().setTextWidth(width)
        height = round(self.document().size().height()) + 2
        if height != self.height():
            self.setFixedHeight(max(24, height))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            # Pictures follow in steps: not for every pixel of a moving splitter.
            grown = self.viewport().width() - self._drawn_width
            if self._paths and not 0 <= grown <= 8:
                self._load_pictures()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # It never scrolls itself: the reader does.
        event.ignore()


def _described(alt: str) -> str:
    return translate("Reader", "Picture description: {text}").format(text=alt)


def _with_lead_picture(content: SuggestionContent, fetched: set[str]) -> str:
    """The HTML, with the first picture above it if the text does not show it itself."""
    html = content.html
    shown = {key for key in _MEDIA.findall(html)}
    numbers = {str(number) for number in range(len(content.pictures))}
    by_number = {content.pictures[int(key)].media for key in shown & numbers}

    def keep(match: re.Match[str]) -> str:
        found = _MEDIA.search(match[0])
        if found is None:
            return ""
        key = found[1]
        media = content.pictures[int(key)].media if key in numbers else key
        return f'<img src="media:{media}">' if media in fetched else ""

    lead = ""
    for picture in content.pictures:
        if picture.media in fetched and picture.media not in shown | by_number:
            lead = f'<p><img src="media:{escape(picture.media or "")}"></p>'
            break
    return lead + _IMG.sub(keep, html)


def _blank() -> QImage:
    image = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image


def draw_picture(
    path: Path, width: int, ratio: float, alt: str, caption_font: QFont
) -> QImage | None:
    """The picture at the width of the text, with rounded corners and its description on it."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        return None
    shown = QSize(min(width, size.width()), 0)
    shown.setHeight(max(1, round(size.height() * shown.width() / size.width())))
    crop = 0
    if shown.height() > MAX_PICTURE_HEIGHT:
        if shown.height() > 1.6 * shown.width():
            shown = QSize(
                max(1, round(shown.width() * MAX_PICTURE_HEIGHT / shown.height())),
                MAX_PICTURE_HEIGHT,
            )
        else:
            crop = shown.height() - MAX_PICTURE_HEIGHT
    reader.setScaledSize(shown * ratio)
    image = reader.read()
    if image.isNull():
        return None
    if crop:
        image = image.copy(
            0, round(crop * ratio / 2), image.width(), round(MAX_PICTURE_HEIGHT * ratio)
        )
    made = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    image.setDevicePixelRatio(ratio)
    area = QRectF(0, 0, image.width() / ratio, image.height() / ratio)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path_round = QPainterPath()
    path_round.addRoundedRect(area, 8, 8)
    painter.setClipPath(path_round)
    painter.drawImage(0, 0, image)
    if alt and area.width() > 160 and area.height() > 60:
        _caption(painter, area, _described(alt), caption_font)
    painter.end()
    return made


def _caption(painter: QPainter, area: QRectF, text: str, font: QFont) -> None:
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    most = area.width() - 44
    flags = Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
    needed = metrics.boundingRect(QRectF(0, 0, most, 400), flags, text)
    box = QRectF(0, 0, needed.width() + 19, needed.height() + 6)
    box.moveBottomLeft(area.bottomLeft())
    box.translate(12, -10)
    ground = theme.colour("overlay")
    ground.setAlphaF(0.86)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(theme.colour("on_overlay"))
    painter.drawText(box.adjusted(9, 3, -8, -3), flags, text)
