"""The queue: list on the left, reader on the right, everything by single keys."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from ...application.changes import ChangeKind, Changes
from ...application.ports import SuggestionCard, SuggestionQuery
from ...application.triage import SuggestionDetail
from ...domain.errors import KnownError
from ...domain.sphere import Sphere
from ...domain.suggestion import SuggestionState
from ..context import UiContext
from ..i18n import translate
from ..page import Page
from ..shell.measures import LIST_WIDTH
from ..suggestions.card_delegate import CardDelegate
from ..suggestions.decisions import Decisions
from ..suggestions.list_model import SuggestionListModel
from ..suggestions.list_view import SuggestionList
from ..suggestions.queue_panel import KEYS_FROM, QueuePanel
from ..suggestions.thumbnails import Thumbnails
from ..widgets.empty import EmptyState
from .reader import Reader

STACK_BELOW = 680
"""Narrower than this, list and reader take turns."""
READ_AFTER_MS = 40
"""Holding J down must not read every card on the way."""


class SuggestionsPage(Page):
    """See the module."""

    watches = frozenset({ChangeKind.SUGGESTIONS, ChangeKind.SOURCES, ChangeKind.DRAFTS})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place)
        self.query = SuggestionQuery()
        self._total = 0
        self._stacked = False
        self._asked = 0
        self._has_sources = True
        self.model = SuggestionListModel(self._fetch)
        self._thumbnails = Thumbnails(context.runner, context.media_path)
        self.delegate = CardDelegate(self._thumbnails)
        self.list = SuggestionList(self.model, self.delegate)
        self._thumbnails.arrived.connect(lambda _media: self.list.viewport().update())
        self.list.chosen.connect(self._chosen)
        self.list.key.connect(self._key)
        self.list.clicked.connect(lambda _index: self._show_reader() if self._stacked else None)
        self._read_timer = QTimer(self)
        self._read_timer.setSingleShot(True)
        self._read_timer.setInterval(READ_AFTER_MS)
        self._read_timer.timeout.connect(self._read)
        self.decisions = Decisions(context, self._decided, self._load)
        self.reader: Reader | None = None
        self._build()

    def _build(self) -> None:
        self.panel = QueuePanel(self.list)
        self.panel.all_wanted.connect(self._show_all)
        self.panel.new_wanted.connect(self._show_new)
        self.panel.sources_wanted.connect(lambda: self.context.navigate("sources"))
        self.filters = self.panel.filters
        self.filters.chosen.connect(self._filtered)
        self.filters.opened.connect(self._offer_filters)
        self._right = QStackedWidget()
        self._nothing = EmptyState()
        self._right.addWidget(QWidget())  # until it is known whether there is something to read
        self._right.addWidget(self._nothing)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.panel)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 1000])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.setFocusProxy(self.list)

    # --- page ----------------------------------------------------------------------------------

    def title(self) -> str:
        return translate("Suggestions", "Suggestions")

    def retranslate(self) -> None:
        self.panel.retranslate()
        self._nothing.set_texts(
            "", translate("Suggestions", "Choose a suggestion to read it here.")
        )
        if self.reader is not None:
            self.reader.retranslate()
        self.list.viewport().update()

    def focus_first(self) -> None:
        self.panel.focus_list()

    def start(
        self,
        cards: Sequence[SuggestionCard],
        total: int,
        selected: object = "",
        top_row: int = 0,
    ) -> None:
        """Show what was read before the profile was open, at the place where the person was."""
        self._total = total
        self.model.start(cards)
        self._count()
        if cards:
            rows = [row for row, card in enumerate(cards) if card.id == selected]
            self.list.choose(rows[0] if rows else 0, scroll=not rows)
            if rows:
                self.list.show_from(top_row)

    def where(self) -> tuple[str, int]:
        """Which suggestion is chosen, and which row is the first in sight; for the next start."""
        row = self.list.current_row()
        chosen = self.model.id_at(row) if row >= 0 else None
        return chosen or "", self.list.first_row()

    def activate(self, **what: object) -> None:
        """``search`` filters by words; ``id`` shows one suggestion."""
        if "search" in what:
            search = str(what["search"])
            self.query = self.filters.query(search)
            self.panel.set_search(search)
            self._load(all_of_them=True)
        identifier = what.get("id")
        if isinstance(identifier, str):
            self._show(identifier)
        elif self.model.waiting and "search" not in what:
            self._show_new()

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is not None and changes.ids:
            self.model.forget(changes.ids)
        else:
            self.model.forget()
        self._thumbnails.forget_missing()
        self._load()
        if self.reader is not None and self.reader.current_id():
            self._read()

    # --- list ----------------------------------------------------------------------------------

    def _load(self, *, all_of_them: bool = False) -> None:
        if not self.context.ready:
            return
        services, query = self.context.services, self.query
        self._asked += 1
        asked = self._asked

        def read() -> tuple[Sequence[str], bool]:
            return services.triage.card_ids(query), bool(services.sources.all())

        def done(found: tuple[Sequence[str], bool]) -> None:
            if asked == self._asked:
                self._arrived(found[0], found[1], all_of_them=all_of_them)

        self.context.runner.storage(read, done, owner=self)

    def _arrived(self, ids: Sequence[str], has_sources: bool, *, all_of_them: bool) -> None:
        current, row = self.list.currentIndex(), self.list.current_row()
        before = self.model.id_at(row) if current.isValid() else None
        at = self.list.verticalScrollBar().value()
        self._has_sources = has_sources
        self.model.adopt(ids, all_of_them=all_of_them)
        self._total = len(ids)
        if before is not None:
            now_at = self.model.row_of(before)
            self.list.choose(now_at if now_at >= 0 else row, scroll=False)
            self.list.verticalScrollBar().setValue(0 if all_of_them else at)
        elif self.model.rowCount():
            self.list.choose(0)
        if self.list.current_row() < 0:
            self._chosen("")
        elif self.reader is None:
            self._read_timer.start()
        self._count()
        self._say_empty()

    def _fetch(self, offset: int, limit: int) -> None:
        if not self.context.ready:
            return
        services, query = self.context.services, self.query

        def done(cards: Sequence[SuggestionCard]) -> None:
            if query == self.query:
                self.model.arrived(offset, cards)

        self.context.runner.storage(
            lambda: services.triage.cards(query, offset=offset, limit=limit), done, owner=self
        )

    def _count(self) -> None:
        self.panel.set_counts(self._total, len(self.model.waiting))

    def _show_new(self) -> None:
        self._load(all_of_them=True)
        self.list.verticalScrollBar().setValue(0)

    def _say_empty(self) -> None:
        because = ""
        if self.model.complete and not self.model.rowCount():
            because = "filter" if self.query != SuggestionQuery() else "done"
            if because == "done" and not self._has_sources:
                because = "no_source"
        self.panel.set_empty(because)

    def _show_all(self) -> None:
        self.filters.clear()
        self.activate(search="")

    # --- filters -------------------------------------------------------------------------------

    def _offer_filters(self) -> None:
        if not self.context.ready:
            return
        services = self.context.services
        self.context.runner.storage(
            lambda: (services.triage.topics(), services.sources.all()),
            lambda found: self.filters.offer(found[0], found[1]),
            owner=self,
        )

    def _filtered(self) -> None:
        self.query = self.filters.query(self.query.search)
        self._load(all_of_them=True)

    # --- reading -------------------------------------------------------------------------------

    def _chosen(self, identifier: str) -> None:
        if not identifier:
            self._read_timer.stop()
            self._right.setCurrentWidget(self._nothing)
            if self._stacked:
                self._show_list()
            return
        card = self.model.card(self.list.current_row())
        if card is not None and self.reader is not None:
            self.reader.show_card(card)
            self._right.setCurrentWidget(self.reader)
        self._read_timer.start()

    def _made_reader(self) -> Reader:
        """Made at the first reading, after the list is painted."""
        if self.reader is None:
            reader = self.reader = Reader(self.context)
            reader.retranslate()
            reader.write.connect(partial(self._decide, "write"))
            reader.decline.connect(partial(self._decide, "decline"))
            reader.later.connect(partial(self._decide, "later"))
            reader.bring_back.connect(partial(self._decide, "later"))
            reader.write_personal.connect(lambda one: self._write(one, Sphere.PERSONAL))
            reader.back.connect(self._show_list)
            reader.open_link.connect(self.decisions.open_link)
            reader.fetch_pictures.connect(self.decisions.fetch_pictures)
            reader.set_stacked(self._stacked)
            self._right.addWidget(reader)
        return self.reader

    def _read(self) -> None:
        identifier = self.model.id_at(self.list.current_row())
        if identifier is not None and self.context.ready:
            self._show(identifier, follow=True)

    def _show(self, identifier: str, *, follow: bool = False) -> None:
        services = self.context.services
        if not follow:
            row = self.model.row_of(identifier)
            if row >= 0:
                self.list.choose(row)
                if self._stacked:
                    self._show_reader()
                return

        def done(detail: SuggestionDetail) -> None:
            wanted = self.model.id_at(self.list.current_row())
            if follow and wanted != identifier:
                return
            reader = self._made_reader()
            reader.show_detail(detail)
            self._right.setCurrentWidget(reader)
            if not detail.suggestion.seen:
                self._mark_seen(identifier)

        def gone(_error: KnownError) -> None:
            self._load()

        self.context.runner.storage(
            lambda: services.triage.look_at(identifier), done, gone, owner=self
        )

    def _mark_seen(self, identifier: str) -> None:
        # Not announced: no other page shows it, and the list need not be read again for a dot.
        services = self.context.services
        self.context.runner.storage(lambda: services.triage.mark_seen(identifier))
        row = self.model.row_of(identifier)
        card = self.model.card(row) if row >= 0 else None
        if card is not None:
            self.model.replace(replace(card, seen=True))

    # --- decisions -----------------------------------------------------------------------------

    def _key(self, what: str) -> None:
        """A key of the list is about its current card, whatever the reader still shows."""
        self._decide(what, self.model.id_at(self.list.current_row()) or "")

    def _decide(self, what: str, identifier: str) -> None:
        if not identifier or not self.context.ready:
            return
        if what == "read":
            self._show_reader()
        elif what == "write":
            self._write(identifier, Sphere.PROFESSIONAL)
        else:
            state = self._state_of(identifier)
            if what == "decline":
                self.decisions.decline(identifier, state)
            else:
                self.decisions.later(identifier, state)

    def _state_of(self, identifier: str) -> SuggestionState:
        row = self.model.row_of(identifier)
        card = self.model.card(row) if row >= 0 else None
        if card is not None:
            return card.state
        state = self.reader.state_of(identifier) if self.reader is not None else None
        return state or SuggestionState.NEW

    def _decided(self, identifier: str, state: SuggestionState) -> None:
        row = self.model.row_of(identifier)
        if row < 0:
            return
        if state not in self.query.states:
            self.model.remove(identifier)
            return
        card = self.model.card(row)
        if card is not None:
            self.model.replace(replace(card, state=state))
        if state is SuggestionState.LATER and row + 1 < self.model.rowCount():
            self.list.choose(row + 1)

    def _write(self, identifier: str, sphere: Sphere) -> None:
        if self.context.ready:
            # At once: from now on keys belong to the text, not to the list.
            self.context.navigate("drafts", suggestion_id=identifier, sphere=sphere)

    # --- narrow windows ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < STACK_BELOW
        if stacked != self._stacked:
            self._stacked = stacked
            if self.reader is not None:
                self.reader.set_stacked(stacked)
            self.panel.show()
            self._right.setVisible(not stacked)
        self.panel.set_low(self.height() <= KEYS_FROM)

    def _show_reader(self) -> None:
        if self._stacked:
            self._right.show()
            self.panel.hide()
        if self.reader is not None:
            self.reader.setFocus()

    def _show_list(self) -> None:
        if self._stacked:
            self.panel.show()
            self._right.hide()
        self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(
            self, "list"
        ):
            self.list.fit_rows()
