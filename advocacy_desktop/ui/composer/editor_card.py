"""The card to write in: tabs, the box, what goes along with the text, counters."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...domain.draft import DraftBody
from ..i18n import translate
from ..sheets.exact import language_name
from ..widgets.basics import label, rule
from ..words.spheres import network_title
from .editor import DraftEditor, picture_files
from .footer import Footer
from .link_row import LinkRow
from .pictures import PictureLoader
from .pictures_row import PicturesRow
from .spread import SpreadRow
from .tabs import WordTabs

LANGUAGES = ("en", "fr", "de", "es", "it", "nl", "pt")


class EditorCard(QFrame):
    """Only layout and words; the composer decides."""

    tab_chosen = Signal(object)
    """Name of a network, or ``None`` for all."""
    variant_reset = Signal(str)
    comparing_changed = Signal(bool)
    language_chosen = Signal(object)

    def __init__(self, sphere: str, loader: PictureLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAcceptDrops(True)
        self._networks: list[str] = []
        self._language: str | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._head(sphere))
        column.addWidget(rule())
        self._own = self._own_row()
        column.addWidget(self._own)
        self.editor = DraftEditor()
        self.editor.setMinimumHeight(150)
        inset = QVBoxLayout()
        inset.setContentsMargins(19, 15, 8, 10)
        inset.addWidget(self.editor)
        column.addLayout(inset, 1)
        along = QVBoxLayout()
        along.setContentsMargins(18, 6, 18, 10)
        along.setSpacing(8)
        self.pictures = PicturesRow(loader)
        self.link = LinkRow()
        along.addWidget(self.link)
        self.pictures.buttons.add(self.language)
        along.addWidget(self.pictures)
        column.addLayout(along)
        column.addWidget(rule())
        self.footer = Footer()
        column.addWidget(self.footer)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_files(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        # Also beside the box: the whole card takes pictures.
        self.editor.insertFromMimeData(event.mimeData())
        event.acceptProposedAction()

    def _head(self, sphere: str) -> QWidget:
        head = SpreadRow(margins=(18, 7, 14, 6))
        self.tabs = WordTabs(sphere)
        self.tabs.currentChanged.connect(self._tab)
        head.add(self.tabs)
        self.language = QPushButton()
        self.compare = QPushButton()
        for button in (self.language, self.compare):
            button.setProperty("kind", "quiet")
            button.setCursor(Qt.CursorShape.PointingHandCursor)
        head.add(self.compare)
        self.compare.setCheckable(True)
        self.compare.toggled.connect(self._compare)
        self._menu = QMenu(self.language)
        self.language.setMenu(self._menu)
        self._menu.aboutToShow.connect(self._fill_menu)
        return head

    def _own_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(18, 6, 18, 0)
        row.setSpacing(6)
        self._own_words = label("", "small", wrap=True)
        row.addWidget(self._own_words, 1)
        self.reset = QPushButton()
        self.reset.setProperty("kind", "link")
        self.reset.clicked.connect(self._reset)
        row.addWidget(self.reset)
        holder.hide()
        return holder

    def set_networks(self, networks: Sequence[str]) -> None:
        """Tabs of the chosen networks; the shown one stays if it is still there."""
        if list(networks) == self._networks and self.tabs.count():
            return
        shown = self.network()
        self._networks = list(networks)
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self.tabs.addTab(translate("Composer", "For all networks"))
        for network in networks:
            self.tabs.addTab(network_title(network))
        index = 1 + self._networks.index(shown) if shown in self._networks else 0
        self.tabs.setCurrentIndex(index)
        self.tabs.blockSignals(False)
        if shown is not None and shown not in self._networks:
            self.tab_chosen.emit(None)

    def network(self) -> str | None:
        """Of the shown tab."""
        index = self.tabs.currentIndex()
        return None if index <= 0 or index > len(self._networks) else self._networks[index - 1]

    def show_variants(self, body: DraftBody) -> None:
        """Dots, and what stands above the box in a network's tab."""
        for index, network in enumerate(self._networks, start=1):
            own = network in body.variants
            title = network_title(network)
            spoken = translate("Composer", "{network}, own text") if own else "{network}"
            self.tabs.mark(index, own, spoken.format(network=title))
        shown = self.network()
        self._own.setVisible(shown is not None)
        if shown is None:
            return
        own = shown in body.variants
        words = translate("Composer", "{network} gets a text of its own.")
        if not own:
            words = translate(
                "Composer", "Same as for all networks, until you change it for {network}."
            )
        self._own_words.setText(words.format(network=network_title(shown)))
        self.reset.setVisible(own)

    def show_language(self, language: str | None) -> None:
        """Which language the post will be marked with."""
        self._language = language
        name = language_name(language) if language else translate("Composer", "not said")
        self.language.setText(translate("Composer", "Language: {name}").format(name=name))

    def retranslate(self) -> None:
        """All texts again."""
        self.editor.setAccessibleName(translate("Composer", "Your text"))
        self.editor.setPlaceholderText(
            translate("Composer", "In your own words. The suggestion stands on the right.")
            if self.compare.isEnabled()
            else translate("Composer", "In your own words.")
        )
        self.tabs.setAccessibleName(translate("Composer", "Text for"))
        if self.tabs.count():
            self.tabs.setTabText(0, translate("Composer", "For all networks"))
        for index, network in enumerate(self._networks, start=1):
            self.tabs.setTabText(index, network_title(network))
        self.reset.setText(translate("Composer", "same as for all networks"))
        self.show_language(self._language)
        self._compare(self.compare.isChecked())
        for part in (self.link, self.pictures, self.footer):
            part.retranslate()

    def set_comparable(self, comparable: bool) -> None:
        """Without a suggestion there is nothing to compare with."""
        self.compare.setEnabled(comparable)
        self.compare.setVisible(comparable)
        self.compare.setChecked(comparable)

    def _compare(self, on: bool) -> None:
        state = translate("Composer", "on") if on else translate("Composer", "off")
        text = translate("Composer", "Compare with the suggestion: {state}")
        self.compare.setText(text.format(state=state))
        self.comparing_changed.emit(on)

    def _tab(self, _index: int) -> None:
        self.tab_chosen.emit(self.network())

    def _reset(self) -> None:
        network = self.network()
        if network is not None:
            self.variant_reset.emit(network)
            self.editor.setFocus()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for tag in LANGUAGES:
            action = self._menu.addAction(language_name(tag))
            action.triggered.connect(lambda _on=False, tag=tag: self.language_chosen.emit(tag))
        self._menu.addSeparator()
        action = self._menu.addAction(translate("Composer", "not said"))
        action.triggered.connect(lambda: self.language_chosen.emit(None))
