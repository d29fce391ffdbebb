"""Right of the box: as each network shows it, or the suggestion to read."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ...domain.account import Account
from ...domain.delivery import Post
from ...domain.suggestion import Suggestion
from ..i18n import translate
from ..widgets.basics import label
from .beside import SuggestionBeside
from .pictures import PictureLoader
from .preview import PostPreview
from .tabs import WordTabs


class RightSide(QWidget):
    """A switch *Preview | Suggestion* over scrolling cards."""

    switched = Signal()

    def __init__(
        self,
        sphere: str,
        suggestion: Suggestion | None,
        loader: PictureLoader,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._loader = loader
        self.previews: dict[str, PostPreview] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.switch = WordTabs(sphere)
        column.addWidget(self.switch)
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        inner = QWidget()
        self._cards = QVBoxLayout(inner)
        self._cards.setContentsMargins(0, 0, 8, 0)
        self._cards.setSpacing(14)
        self._nowhere = label("", "muted", wrap=True)
        self._cards.addWidget(self._nowhere)
        self._cards.addStretch(1)
        self._preview_area = scrolling(inner)
        self.stack.addWidget(self._preview_area)
        self.switch.addTab("")
        self.beside: SuggestionBeside | None = None
        if suggestion is not None:
            self.beside = SuggestionBeside(suggestion)
            self.beside.layout().setContentsMargins(0, 0, 8, 0)  # type: ignore[union-attr]
            self._beside_area = scrolling(self.beside)
            self.stack.addWidget(self._beside_area)
            self.switch.addTab("")
        self.switch.setVisible(suggestion is not None)
        self.switch.currentChanged.connect(self._switched)

    def show_suggestion(self) -> None:
        """Turn to the suggestion, if there is one."""
        if self.beside is not None:
            self.switch.setCurrentIndex(1)

    def showing_previews(self) -> bool:
        """Whether the previews can be seen."""
        return self.stack.currentIndex() == 0

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """A card for each chosen account, in that order."""
        wanted = [account.id for account in accounts]
        if wanted == list(self.previews):
            return
        for preview in self.previews.values():
            preview.hide()
            self._cards.removeWidget(preview)
            preview.deleteLater()
        self.previews = {}
        for index, account in enumerate(accounts):
            preview = PostPreview(account, self._loader)
            self.previews[account.id] = preview
            self._cards.insertWidget(index, preview)
        self._nowhere.setVisible(not accounts)

    def show_posts(
        self, post_of: Callable[[str], Post], accounts: Sequence[Account], thumbnail: str | None
    ) -> None:
        """What each account would get."""
        for account in accounts:
            preview = self.previews.get(account.id)
            if preview is not None:
                preview.show_post(post_of(account.network), thumbnail)

    def retranslate(self) -> None:
        """All texts again."""
        self.switch.setTabText(0, translate("Composer", "Preview"))
        self.switch.setAccessibleName(translate("Composer", "Beside the text"))
        if self.beside is not None:
            self.switch.setTabText(1, translate("Composer", "Suggestion"))
            self.beside.retranslate()
            self._beside_area.setAccessibleName(translate("Composer", "Suggestion"))
        self._preview_area.setAccessibleName(translate("Composer", "Preview"))
        self._nowhere.setText(
            translate("Composer", "Choose an account above: here you see how it will look there.")
        )
        for preview in self.previews.values():
            preview.retranslate()

    def restyle(self) -> None:
        """After a switch of the theme."""
        for preview in self.previews.values():
            preview.restyle()

    def _switched(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        self.switched.emit()


def scrolling(inner: QWidget) -> QScrollArea:
    """Its content in a scroll area that only shows itself when needed."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(inner)
    inner.setAutoFillBackground(False)  # setWidget switches it on
    return area
