"""The pictures of a draft, each with the description that those who cannot see it get."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.draft import DraftMedia
from .. import formats
from ..i18n import translate
from ..widgets.basics import Pill, label, set_kind
from .pictures import CoverPicture, PictureLoader
from .spread import SpreadRow


class PictureTile(QWidget):
    """One picture: small view, description with counter, remove."""

    described = Signal(int, str)
    removed = Signal(int)

    def __init__(self, index: int, max_alt: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._index = index
        self._max = max_alt
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        self.picture = CoverPicture()
        self.picture.setFixedSize(58, 58)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(3)
        self.field = QLineEdit()
        self.field.textEdited.connect(self._edited)
        column.addWidget(self.field)
        below = QHBoxLayout()
        below.setSpacing(8)
        self.missing = Pill("", "advice")
        self.missing.setContentsMargins(8, 1, 8, 1)
        below.addWidget(self.missing)
        self._facts = label("", "small")
        below.addWidget(self._facts)
        below.addStretch(1)
        self.remove = QPushButton()
        self.remove.setProperty("kind", "link")
        self.remove.clicked.connect(lambda: self.removed.emit(self._index))
        below.addWidget(self.remove)
        column.addLayout(below)
        row.addLayout(column, 1)

    def show_picture(self, picture: DraftMedia) -> None:
        """Description and size as the draft has them."""
        if self.field.text() != picture.alt:
            self.field.setText(picture.alt)
            self.field.setCursorPosition(0)
        number = self._index + 1
        name = translate("Composer", "Description of picture {number}").format(number=number)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(translate("Composer", "What does it show?"))
        self.missing.setText(translate("Composer", "no description"))
        self.remove.setText(translate("Composer", "remove"))
        self.remove.setAccessibleName(
            translate("Composer", "Remove picture {number}").format(number=number)
        )
        bare = not picture.alt.strip()
        self.missing.setVisible(bare)
        count = len(picture.alt)
        size = formats.size(picture.size)
        text = size
        if not bare:
            text = f"{size} · {formats.number(count)} / {formats.number(self._max)}"
        self._facts.setText(text)
        set_kind(self._facts, "error" if count > self._max else "small")

    def _edited(self, text: str) -> None:
        self.described.emit(self._index, text)


class PicturesRow(QWidget):
    """Tiles in two columns, and the ways to add one."""

    described = Signal(int, str)
    removed = Signal(int)
    choose_wanted = Signal()
    suggested_wanted = Signal(int)
    """Take the suggestion's picture with that index."""

    def __init__(self, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._tiles: list[PictureTile] = []
        self._keys: tuple[tuple[str, ...], int] = ((), 0)
        self._suggested: list[int] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        column.addLayout(self._grid)
        self.buttons = SpreadRow(spacing=12)
        self.choose = self._button()
        self.choose.clicked.connect(self.choose_wanted)
        self.take = self._button()
        self.take.clicked.connect(self._take)
        self._working = label("", "small")
        self.buttons.add(self.choose)
        self.buttons.add(self.take)
        self.buttons.add(self._working)
        column.addWidget(self.buttons)
        self.retranslate()
        self.take.hide()

    def _button(self) -> QPushButton:
        made = QPushButton()
        made.setProperty("kind", "link")
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        return made

    def retranslate(self) -> None:
        """All texts again."""
        self.choose.setText(translate("Composer", "Add a picture…"))
        self.choose.setToolTip(translate("Composer", "You can also drop or paste one"))
        self.take.setText(translate("Composer", "Take the suggestion's picture"))

    def set_suggested(self, suggested: Sequence[int]) -> None:
        """Indexes of the suggestion's pictures that are in the cache."""
        self._suggested = list(suggested)
        self.take.setVisible(bool(self._suggested))

    def set_working(self, on: bool) -> None:
        """A picture is being made ready."""
        self._working.setText(translate("Composer", "making the picture ready…") if on else "")

    def show_pictures(self, pictures: Sequence[DraftMedia], max_alt: int) -> None:
        """Tiles are kept while the pictures are the same, so that typing is not disturbed."""
        keys = (tuple(picture.media for picture in pictures), max_alt)
        if keys != self._keys:
            self._keys = keys
            for tile in self._tiles:
                tile.hide()
                self._grid.removeWidget(tile)
                tile.deleteLater()
            self._tiles = []
            for index, picture in enumerate(pictures):
                tile = PictureTile(index, max_alt)
                tile.described.connect(self.described)
                tile.removed.connect(self.removed)
                self._loader.load(picture.media, tile.picture.set_image, tile)
                across = 2 if len(pictures) == 1 else 1
                self._grid.addWidget(tile, index // 2, index % 2, 1, across)
                self._tiles.append(tile)
            for column in (0, 1):
                self._grid.setColumnStretch(column, 1)
        for tile, picture in zip(self._tiles, pictures, strict=True):
            tile.show_picture(picture)
        self.take.setVisible(bool(self._suggested) and not pictures)

    def tiles(self) -> list[PictureTile]:
        """One for each picture."""
        return list(self._tiles)

    def focus_first_missing(self) -> None:
        """To the first field without a description."""
        for tile in self._tiles:
            if not tile.field.text().strip():
                tile.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _take(self) -> None:
        if self._suggested:
            self.suggested_wanted.emit(self._suggested[0])
