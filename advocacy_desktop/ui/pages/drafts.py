"""My drafts: the list of open drafts, and the composer in its place once one is opened."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ...application.changes import ChangeKind, Changes, changed
from ...application.drafts import DraftCard, DraftDetail
from ...application.publishing import Approved
from ...domain.draft import Draft
from ...domain.errors import KnownError
from ...domain.sphere import Sphere
from ..composer.composer import Composer
from ..composer.draft_list import ROW, DraftList
from ..composer.waiting import Waiting
from ..context import UiContext
from ..i18n import current_locale, translate
from ..messages import sentence
from ..page import Page
from ..widgets.basics import Card, label
from ..widgets.empty import EmptyState


class DraftsPage(Page):
    """``activate(draft_id=…)`` opens one; ``activate(suggestion_id=…, sphere=…)`` starts one."""

    watches = frozenset({ChangeKind.DRAFTS, ChangeKind.ACCOUNTS})
    approved = Signal(object)
    """:class:`Approved`, for whoever wants to show the countdown at once."""

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place)
        self.composer: Composer | None = None
        self._wanted: str | None = None
        """Draft that is being fetched; a later wish replaces it."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.stack = QStackedWidget()
        column.addWidget(self.stack)
        self._overview = QWidget()
        self.stack.addWidget(self._overview)
        self._waiting = Waiting()
        self.stack.addWidget(self._waiting)
        overview = QVBoxLayout(self._overview)
        overview.setContentsMargins(34, 24, 34, 20)
        overview.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(10)
        self._title = label("", "title")
        head.addWidget(self._title)
        head.addStretch(1)
        self.new_professional, self.new_personal = QPushButton(), QPushButton()
        for button, sphere in (
            (self.new_professional, Sphere.PROFESSIONAL),
            (self.new_personal, Sphere.PERSONAL),
        ):
            button.clicked.connect(lambda _on=False, sphere=sphere: self.start_blank(sphere))
            head.addWidget(button)
        overview.addLayout(head)
        self.list = DraftList()
        self.list.opened.connect(self.open)
        self.list.discarded.connect(self._discard)
        self.empty = EmptyState("drafts")
        self.empty.pressed.connect(lambda: self.context.navigate("suggestions"))
        self._frame = Card(margin=3)
        self._frame.body.setContentsMargins(1, 4, 1, 4)
        self._frame.body.addWidget(self.list)
        overview.addWidget(self._frame, 100)
        self._hint = label("", "small")
        overview.addWidget(self._hint)
        overview.addWidget(self.empty, 100)
        overview.addStretch(1)
        self.empty.hide()
        if context.ready:
            self.refresh()

    # --- page ----------------------------------------------------------------------------------

    def title(self) -> str:
        """See :meth:`Page.title`."""
        return translate("Drafts", "My drafts")

    def retranslate(self) -> None:
        """See :meth:`Page.retranslate`."""
        self._title.setText(self.title())
        self.new_professional.setText(translate("Drafts", "New draft as a professional"))
        self.new_personal.setText(translate("Drafts", "New draft as yourself"))
        self.empty.set_texts(
            translate("Drafts", "Nothing is being written"),
            translate(
                "Drafts",
                "A suggestion that you put in your own words waits here until you publish it or "
                "put it away. You can also write something of your own.",
            ),
            translate("Drafts", "See the suggestions"),
        )
        self._hint.setText(
            translate("Drafts", "Enter opens a draft, Delete puts it away (it can be undone).")
        )
        self.list.retranslate()
        self._waiting.retranslate()

    def refresh(self, changes: Changes | None = None) -> None:
        """See :meth:`Page.refresh`."""
        if not self.context.ready:
            return
        drafts = self.context.services.drafts
        self.context.runner.storage(drafts.cards, self._show_cards, None, self)
        about_accounts = changes is None or changes.touches(ChangeKind.ACCOUNTS)
        if self.composer is not None and about_accounts:
            self.composer.reload_accounts()

    def activate(self, **what: object) -> None:
        """See :meth:`Page.activate`; without a wish the composer that is open stays."""
        if not self.context.ready:
            return
        draft_id, suggestion_id = what.get("draft_id"), what.get("suggestion_id")
        if isinstance(draft_id, str):
            self.open(draft_id)
        elif isinstance(suggestion_id, str):
            self.start_from(suggestion_id, Sphere(str(what.get("sphere", Sphere.PROFESSIONAL))))
        elif self.composer is None:
            self.refresh()

    def focus_first(self) -> None:
        """See :meth:`Page.focus_first`."""
        if self.stack.currentWidget() is self._waiting:
            self._waiting.setFocus()
        elif self.composer is not None:
            self.composer.focus_first()
        elif self.list.cards():
            self.list.setFocus()
        else:
            self.empty.button.setFocus()

    def flush(self) -> None:
        """Write down what stands in the window only; called before the window closes."""
        if self.composer is not None:
            self.composer.flush()

    # --- list ----------------------------------------------------------------------------------

    def _show_cards(self, cards: Sequence[DraftCard]) -> None:
        self.list.show_cards(cards)
        # What gets hidden hands the keyboard to the next part of the window, the search field,
        # where letters and the key that takes a post back would mean something else.
        keyboard = any(part.hasFocus() for part in (self._overview, self.list, self.empty.button))
        self._frame.setMaximumHeight(len(cards) * ROW + 10)
        self._frame.setVisible(bool(cards))
        self._hint.setVisible(bool(cards))
        self.empty.setVisible(not cards)
        if keyboard and self.composer is None:
            self.focus_first()

    def _discard(self, draft_id: str) -> None:
        drafts = self.context.services.drafts
        self.context.mutate(
            lambda: drafts.discard(draft_id), said=translate("Drafts", "The draft is put away.")
        )

    # --- opening -------------------------------------------------------------------------------

    def start_blank(self, sphere: Sphere) -> None:
        """A draft of one's own."""
        drafts = self.context.services.drafts
        self._wait()
        language = current_locale().bcp47Name().split("-")[0]
        self.context.runner.storage(
            lambda: drafts.start_blank(sphere, language), self._started, self._not_opened, self
        )

    def start_from(self, suggestion_id: str, sphere: Sphere) -> None:
        """A draft about a suggestion: an empty box, the suggestion beside it."""
        drafts = self.context.services.drafts
        self._wait()
        self.context.runner.storage(
            lambda: drafts.start_from(suggestion_id, sphere),
            self._started,
            self._not_opened,
            self,
        )

    def _wait(self) -> None:
        """What is typed from now on belongs into the box that is about to come."""
        if self.composer is not None:
            self.composer.flush()
        self.stack.setCurrentWidget(self._waiting)
        self._waiting.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_opened(self, error: KnownError) -> None:
        self._wanted = None
        self._waiting.take()
        self.stack.setCurrentWidget(self.composer or self._overview)
        self.focus_first()
        self.context.toasts.show_text(sentence(error))

    def _started(self, draft: Draft) -> None:
        ids = (draft.id, *((draft.suggestion_id,) if draft.suggestion_id else ()))
        self.context.hub.announce(changed(ChangeKind.DRAFTS, ChangeKind.SUGGESTIONS, ids=ids))
        self.open(draft.id)

    def open(self, draft_id: str) -> None:
        """Show the composer of that draft in the place of the list."""
        if self.composer is not None and self.composer.draft_id == draft_id:
            self._show(self.composer)
            return
        self._wait()
        self._wanted = draft_id
        drafts = self.context.services.drafts
        self.context.runner.storage(
            lambda: drafts.look_at(draft_id), self._opened, self._not_opened, self
        )

    def _opened(self, detail: DraftDetail) -> None:
        if detail.draft.id != self._wanted:
            return
        self._wanted = None
        self._drop_composer()
        composer = Composer(self.context, detail)
        composer.back.connect(self.close_composer)
        composer.approved.connect(self._approved)
        self.composer = composer
        self.stack.addWidget(composer)
        self._show(composer)

    def _show(self, composer: Composer) -> None:
        self.stack.setCurrentWidget(composer)
        composer.focus_first()
        typed = self._waiting.take()
        if typed:
            composer.card.editor.insertPlainText(typed)

    def close_composer(self) -> None:
        """Back to the list; the text is written down first."""
        composer = self.composer
        if composer is None:
            return

        def leave() -> None:
            if self.composer is composer:
                self._drop_composer()
                self.stack.setCurrentWidget(self._overview)
                self.refresh()
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

        # With a full disk one stays: the only place where the text is must not be closed.
        composer.autosave.flush(leave)

    def _approved(self, approved: Approved) -> None:
        self.stack.setCurrentWidget(self._overview)
        self._overview.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop_composer()
        self.refresh()
        self.approved.emit(approved)

    def _drop_composer(self) -> None:
        composer, self.composer = self.composer, None
        if composer is not None:
            self.stack.removeWidget(composer)
            composer.deleteLater()
