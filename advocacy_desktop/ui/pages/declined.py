"""What was declined: why, for oneself only, and bringing it back."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPlainTextEdit

from ...application.changes import ChangeKind, Changes
from ...application.ports import SuggestionCard
from ...application.triage import DECLINED, SuggestionDetail
from .. import formats
from ..context import UiContext
from ..i18n import translate
from ..widgets.basics import Card, SectionLabel, label
from .delivery_parts import open_link
from .list_detail import ListDetailPage, Row
from .scaffold import button, lines_of

SAVE_AFTER_MS = 700
"""A typed note is on disk within two seconds."""
MOST = 500


class DeclinedPage(ListDetailPage):
    """Declining needs no reason; a note is for the person's own memory."""

    watches = frozenset({ChangeKind.SUGGESTIONS})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place, icon="declined")
        self._cards: Sequence[SuggestionCard] = ()
        self._detail: SuggestionDetail | None = None
        self._noted = ""
        self.empty.pressed.connect(lambda: self.context.navigate("suggestions"))
        self._source = SectionLabel()
        self._title = label("", "title", wrap=True)
        self._meta = label("", "muted", wrap=True)
        self._restore = button("", self.restore, kind="primary", name="restore")
        self._article = button("", self._open_article, name="article")
        self._note_card = Card(margin=18)
        self._note_title = SectionLabel()
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(96)
        self.note.textChanged.connect(self._typed)
        self._note_hint = label("", "small", wrap=True)
        for part in (self._note_title, self.note, self._note_hint):
            self._note_card.body.addWidget(part)
        self._text_card = Card(margin=22)
        self._text = label("", wrap=True)
        self._text_card.body.addWidget(self._text)
        for part in (self._source, self._title, self._meta):
            self.detail.addWidget(part)
        self.detail.addWidget(lines_of(self._restore, self._article))
        self.detail.addWidget(self._note_card)
        self.detail.addWidget(self._text_card)
        self.detail.addStretch(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_note)

    def retranslate(self) -> None:
        self.heading.setText(translate("Declined", "Declined"))
        self.list.setAccessibleName(translate("Declined", "Declined suggestions"))
        self.empty.set_texts(
            translate("Declined", "Nothing declined"),
            translate(
                "Declined",
                "What you decline rests here, and nobody is told. You can bring it back at any "
                "time.",
            ),
            translate("Declined", "See the suggestions"),
        )
        self._restore.setText(translate("Declined", "Bring it back"))
        self._article.setText(translate("Declined", "Open the article") + " ↗")
        self._note_title.setText(translate("Declined", "Your note"))
        self.note.setAccessibleName(translate("Declined", "Your note, for you only"))
        self.note.setPlaceholderText(translate("Declined", "Why you declined, if you like"))
        self._note_hint.setText(
            translate("Declined", "For you only: it never leaves this computer.")
        )
        self._show_rows()
        if self._detail is not None:
            self._fill(self._detail)

    def refresh(self, changes: Changes | None = None) -> None:
        triage = self.context.services.triage
        self.context.runner.storage(
            lambda: triage.cards(DECLINED, limit=MOST), self._loaded, None, self
        )

    def activate(self, **what: object) -> None:
        wanted = what.get("id")
        if isinstance(wanted, str):
            self.choose(wanted)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save_note()

    def restore(self) -> None:
        """Take it back into the queue; can be undone."""
        if self._detail is None:
            return
        self.save_note()
        suggestion, triage = self._detail.suggestion, self.context.services.triage
        self.context.mutate(
            lambda: triage.restore(suggestion.id),
            said=translate("Declined", "It is among the suggestions again."),
            owner=self,
        )

    def save_note(self) -> None:
        """Write down what was typed, if it is not yet."""
        self._timer.stop()
        if self._detail is None or self.note.toPlainText() == self._noted:
            return
        suggestion_id, note = self._detail.suggestion.id, self.note.toPlainText()
        self._noted = note
        triage = self.context.services.triage
        self.context.mutate(lambda: triage.set_note(suggestion_id, note), owner=self)

    def _typed(self) -> None:
        if self._detail is not None and self.note.toPlainText() != self._noted:
            self._timer.start()

    def _loaded(self, cards: Sequence[SuggestionCard]) -> None:
        self.known = True
        self._cards = cards
        self._show_rows()

    def _show_rows(self) -> None:
        now = formats.now()
        self.show_rows(
            [
                Row(
                    card.id,
                    card.title,
                    translate("Declined", "{source} · {age}").format(
                        source=card.source_title, age=formats.age(card.sort_at, reference=now)
                    ),
                )
                for card in self._cards
            ]
        )
        if not self._cards:
            self._detail = None

    def show_detail(self, row_id: str, *, again: bool) -> None:
        if not again:
            self.save_note()
        triage = self.context.services.triage

        def loaded(detail: SuggestionDetail) -> None:
            if self.current_id() == row_id:
                self._fill(detail)

        self.context.runner.storage(
            lambda: triage.look_at(row_id), loaded, lambda _error: None, self
        )

    def _fill(self, detail: SuggestionDetail) -> None:
        suggestion = detail.suggestion
        same = self._detail is not None and self._detail.suggestion.id == suggestion.id
        typing = same and self.note.toPlainText() != self._noted
        self._detail = detail
        content = suggestion.content
        source = detail.source.title if detail.source else ""
        self._source.setText(
            translate("Declined", "Suggested by {source}").format(source=source) if source else ""
        )
        self._title.setText(content.title)
        self._meta.setText(
            translate("Declined", "Declined {time} · nobody was told").format(
                time=formats.full_time(suggestion.changed_at)
            )
        )
        self._text.setText(content.text)
        self._text_card.setVisible(bool(content.text.strip()))
        self._article.setVisible(bool(content.link))
        if not typing and self.note.toPlainText() != suggestion.note:
            self._noted = suggestion.note
            self.note.setPlainText(suggestion.note)
        elif not typing:
            self._noted = suggestion.note

    def _open_article(self) -> None:
        if self._detail is not None and self._detail.suggestion.content.link:
            open_link(self._detail.suggestion.content.link)
