"""Reads one suggestion: what the company says, beside what helps to find one's own words."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...application.ports import SuggestionCard
from ...application.triage import SuggestionDetail
from ...domain.suggestion import SuggestionState
from ..context import UiContext
from ..i18n import translate
from ..suggestions.article_view import ArticleView
from ..suggestions.notices import Notices
from ..suggestions.reader_words import label_line, meta_line, shown_address
from ..suggestions.wordings import PromptsCard, WordingsCard
from ..widgets.basics import Card, ElidedLabel, KeyButton, SectionLabel, label
from ..widgets.flow import FlowBox

STACK_BELOW = 620
"""Narrower than this, the two lower cards stand one above the other."""


class Reader(QScrollArea):
    """Shows a card at once and the rest when it has been read from the profile."""

    write = Signal(str)
    decline = Signal(str)
    later = Signal(str)
    bring_back = Signal(str)
    write_personal = Signal(str)
    back = Signal()
    fetch_pictures = Signal(str, str)
    """Source and host whose pictures may be fetched from now on."""
    open_link = Signal(str)

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = ""
        self._detail: SuggestionDetail | None = None
        self._card: SuggestionCard | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body = QWidget()
        body.setProperty("kind", "ground")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._column = QVBoxLayout(body)
        self._column.setSpacing(0)
        self._build()
        self.setWidget(body)

    def _build(self) -> None:
        column = self._column
        self._back = QPushButton()
        self._back.setProperty("kind", "quiet")
        self._back.clicked.connect(self.back)
        self._back.hide()
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._label = SectionLabel()
        self._title = label("", "title", wrap=True)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._meta = label("", "muted", wrap=True)
        column.addWidget(self._label)
        column.addSpacing(5)
        column.addWidget(self._title)
        column.addSpacing(4)
        column.addWidget(self._meta)
        column.addSpacing(15)
        self._write = KeyButton("", "E", "primary")
        self._later = KeyButton("", "L")
        self._decline = KeyButton("", "X")
        self._open = KeyButton("")
        self._write.clicked.connect(lambda: self.write.emit(self._id))
        self._later.clicked.connect(self._later_pressed)
        self._decline.clicked.connect(lambda: self.decline.emit(self._id))
        self._open.clicked.connect(self._open_pressed)
        flow = FlowBox(spacing=10)
        for button in (self._write, self._later, self._decline):
            flow.add(button)
        actions = self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        actions.setSpacing(10)
        actions.addWidget(flow, 1)
        corner = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        actions.addWidget(self._open, 0, corner)
        column.addLayout(actions)
        column.addSpacing(18)
        self._notices = Notices()
        self._notices.fetch.connect(self._fetch_pressed)
        column.addWidget(self._notices)
        article = Card(margin=24)
        self._article_card = article
        self._article = ArticleView(self._context.runner)
        self._article.link_clicked.connect(self.open_link)
        self._article.link_hovered.connect(self._hovered)
        self._address = ElidedLabel("", "small")
        article.body.addWidget(self._article)
        article.body.addWidget(self._address)
        column.addWidget(article)
        column.addSpacing(16)
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._pair.setSpacing(14)
        self._wordings = WordingsCard()
        self._prompts = PromptsCard()
        self._prompts.write_personal.connect(lambda: self.write_personal.emit(self._id))
        self._pair.addWidget(self._wordings, 1)
        self._pair.addWidget(self._prompts, 1)
        column.addLayout(self._pair)
        column.addStretch(1)
        self._margins(34)

    def _margins(self, side: int) -> None:
        self._column.setContentsMargins(side, 24, side, 28)

    # --- what is shown -------------------------------------------------------------------------

    def show_card(self, card: SuggestionCard) -> None:
        """The little that the list knows already; the text follows."""
        if card.id == self._id and self._detail is not None:
            return
        self._id, self._card, self._detail = card.id, card, None
        self._label.setText(label_line(card.source_title, None))
        self._title.setText(card.title)
        self._meta.setText(meta_line(card.sort_at, card.expires_at, card.embargo_until))
        self._notices.clear()
        for part in (self._article_card, self._wordings, self._prompts, self._open):
            part.hide()
        self._say_actions(card.state)
        self.verticalScrollBar().setValue(0)

    def show_detail(self, detail: SuggestionDetail) -> None:
        """All of it."""
        suggestion, content = detail.suggestion, detail.suggestion.content
        same = self._detail is not None and self._detail.suggestion.id == suggestion.id
        self._id, self._detail = suggestion.id, detail
        source = detail.source.title if detail.source else ""
        self._label.setText(label_line(source, content.author))
        self._title.setText(content.title)
        moment = content.published_at or suggestion.first_seen_at
        self._meta.setText(meta_line(moment, content.expires_at, content.embargo_until))
        self._say_actions(suggestion.state)
        self._open.setVisible(bool(content.link))
        address = shown_address(content.link)
        self._open.setToolTip(address)
        self._open.setAccessibleDescription(address)
        self._address.setText(address)
        self._address.setVisible(bool(address))
        self._notices.show_detail(detail)
        self._article.show_content(content, self._paths(detail))
        self._article_card.setVisible(bool(content.html or content.pictures))
        self._wordings.show_wordings(content.wordings)
        self._prompts.show_prompts(content.prompts)
        self._prompts.show()
        if not same:
            self.verticalScrollBar().setValue(0)

    def current_id(self) -> str:
        """Identifier of what is shown; empty for nothing."""
        return self._id

    def state_of(self, identifier: str) -> SuggestionState | None:
        """Where the suggestion stands, if it is the one that is shown."""
        if self._id != identifier:
            return None
        if self._detail is not None:
            return self._detail.suggestion.state
        return self._card.state if self._card is not None else None

    def _paths(self, detail: SuggestionDetail) -> dict[str, Path]:
        found: dict[str, Path] = {}
        for picture in detail.suggestion.content.pictures:
            if picture.media:
                path = self._context.media_path(picture.media)
                if path.is_file():
                    found[picture.media] = path
        return found

    def _say_actions(self, state: SuggestionState) -> None:
        again = state is SuggestionState.DRAFTING
        self._write.setText(
            translate("Reader", "Go on writing")
            if again
            else translate("Reader", "Put it in my words")
        )
        put_off = state is SuggestionState.LATER
        self._later.setText(
            translate("Reader", "No longer put off") if put_off else translate("Reader", "Later")
        )
        self._later.setVisible(state in (SuggestionState.NEW, SuggestionState.LATER))
        self._decline.setVisible(
            state in (SuggestionState.NEW, SuggestionState.LATER, SuggestionState.DRAFTING)
        )

    def _later_pressed(self) -> None:
        state = self._detail.suggestion.state if self._detail else SuggestionState.NEW
        if self._detail is None and self._card is not None:
            state = self._card.state
        (self.bring_back if state is SuggestionState.LATER else self.later).emit(self._id)

    def _fetch_pressed(self, host: str) -> None:
        if self._detail is not None:
            self.fetch_pictures.emit(self._detail.suggestion.source_id, host)

    def _open_pressed(self) -> None:
        if self._detail is not None and self._detail.suggestion.content.link:
            self.open_link.emit(self._detail.suggestion.content.link)

    def _hovered(self, address: str) -> None:
        shown = shown_address(address)
        if not shown and self._detail is not None:
            shown = shown_address(self._detail.suggestion.content.link)
        self._address.setText(shown)
        self._address.setVisible(bool(shown))

    # --- the widget ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text again."""
        self.setAccessibleName(translate("Reader", "Suggestion"))
        self._back.setText(translate("Reader", "‹ All suggestions"))
        self._decline.setText(translate("Reader", "Decline"))
        self._open.setText(translate("Reader", "Open the article ↗"))
        self._open.setAccessibleName(translate("Reader", "Open the article in your browser"))
        self._article.setAccessibleName(translate("Reader", "Article"))
        self._wordings.retranslate()
        self._prompts.retranslate()
        if self._detail is not None:
            self.show_detail(self._detail)
        elif self._card is not None:
            self._say_actions(self._card.state)

    def set_stacked(self, stacked: bool) -> None:
        """Whether it stands alone, in the place of the list."""
        self._back.setVisible(stacked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        narrow = width < STACK_BELOW
        self._margins(16 if narrow else 34)
        self._article_card.body.setContentsMargins(*((14,) * 4 if narrow else (24, 20, 24, 14)))
        way = QBoxLayout.Direction
        for pair in (self._pair, self._actions):
            pair.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.back.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_article"):
            self._article.restyle()
        super().changeEvent(event)
