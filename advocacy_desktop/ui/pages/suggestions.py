"""The queue: list on the left, reader on the right, everything by single keys."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ...application.changes import ChangeKind, Changes
from ...application.ports import SuggestionCard, SuggestionQuery
from ...application.triage import SuggestionDetail
from ...domain.errors import KnownError
from ...domain.sphere import Sphere
from ..context import UiContext
from ..i18n import translate
from ..page import Page
from ..shell.measures import LIST_EDGE, LIST_WIDTH, head_height
from ..suggestions.card_delegate import CardDelegate
from ..suggestions.filters import FilterButton
from ..suggestions.keys_line import KeysLine
from ..suggestions.list_model import SuggestionListModel
from ..suggestions.list_view import SuggestionList
from ..suggestions.thumbnails import Thumbnails
from ..widgets.basics import label, rule
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
        self.reader: Reader | None = None
        self._build()

    def _build(self) -> None:
        left = self._list_side = QWidget()
        left.setProperty("kind", "panel")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QWidget()
        top.setFixedHeight(head_height(QFontMetrics(self.font()).height()))
        head = QHBoxLayout(top)
        head.setContentsMargins(LIST_EDGE, 0, 10, 0)
        self._heading = label("", "heading")
        self.filters = FilterButton()
        self.filters.chosen.connect(self._filtered)
        self.filters.opened.connect(self._offer_filters)
        self.filters.sources_wanted.connect(lambda: self.context.navigate("sources"))
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.filters)
        column.addWidget(top)
        column.addWidget(rule())
        self._search_line = QPushButton()
        self._search_line.setProperty("kind", "quiet")
        self._search_line.clicked.connect(lambda: self.activate(search=""))
        self._search_line.hide()
        column.addWidget(self._search_line)
        self._new_line = QPushButton()
        self._new_line.setProperty("kind", "quiet")
        self._new_line.clicked.connect(self._show_new)
        self._new_line.hide()
        column.addWidget(self._new_line)
        self._empty = EmptyState("suggestions")
        self._empty.pressed.connect(self._empty_pressed)
        self._left = QStackedWidget()
        self._left.addWidget(self.list)
        self._left.addWidget(self._empty)
        column.addWidget(self._left, 1)
        column.addWidget(rule())
        self._keys = KeysLine()
        column.addWidget(self._keys)
        self._right = QStackedWidget()
        self._nothing = EmptyState()
        self._right.addWidget(self._nothing)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([LIST_WIDTH, 1000])
        left.setMinimumWidth(230)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.splitter)
        self.setFocusProxy(self.list)

    # --- page ----------------------------------------------------------------------------------

    def title(self) -> str:
        return translate("Suggestions", "Suggestions")

    def retranslate(self) -> None:
        self._heading.setText(translate("Suggestions", "Suggestions"))
        self.list.setAccessibleName(translate("Suggestions", "List of suggestions"))
        self._nothing.set_texts(
            "", translate("Suggestions", "Choose a suggestion to read it here.")
        )
        self._keys.retranslate()
        self._count()
        self._say_empty()
        if self.reader is not None:
            self.reader.retranslate()
        self.list.viewport().update()

    def focus_first(self) -> None:
        self.list.setFocus()

    def start(self, cards: Sequence[SuggestionCard], total: int) -> None:
        """Show what was read before the profile was open."""
        self._total = total
        self.model.start(cards)
        self._count()
        if cards:
            self.list.choose(0)

    def activate(self, **what: object) -> None:
        """``search`` filters by words; ``id`` shows one suggestion."""
        if "search" in what:
            search = str(what["search"])
            self.query = self.filters.query(search)
            self._search_line.setVisible(bool(search))
            self._search_line.setText(
                translate("Suggestions", "Search: “{words}” · show all").format(words=search)
            )
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
        self.filters.set_count(self._total)
        waiting = len(self.model.waiting)
        self._new_line.setVisible(waiting > 0)
        if waiting:
            self._new_line.setText(translate("Suggestions", "%n new · show", None, waiting))

    def _show_new(self) -> None:
        self._load(all_of_them=True)
        self.list.verticalScrollBar().setValue(0)

    def _say_empty(self) -> None:
        empty = self.model.complete and not self.model.rowCount()
        self._left.setCurrentWidget(self._empty if empty else self.list)
        if not empty:
            return
        if self.query != SuggestionQuery():
            self._empty.set_icon("search")
            self._empty.set_texts(
                translate("Suggestions", "Nothing matches"),
                translate("Suggestions", "No suggestion has all that you ask for."),
                translate("Suggestions", "Show all"),
            )
        elif not self._has_sources:
            self._empty.set_icon("suggestions")
            self._empty.set_texts(
                translate("Suggestions", "Suggestions will appear here"),
                translate(
                    "Suggestions",
                    "They come from a feed that your company publishes. It never learns who reads.",
                ),
                translate("Suggestions", "Add a source"),
            )
        else:
            self._empty.set_icon("check")
            self._empty.set_texts(
                translate("Suggestions", "That's all."),
                translate("Suggestions", "Nothing else is expected of you."),
            )

    def _empty_pressed(self) -> None:
        if self.query != SuggestionQuery():
            self.filters.clear()
            self.activate(search="")
        else:
            self.context.navigate("sources")

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
            reader.write.connect(lambda _id: self._key("write"))
            reader.decline.connect(lambda _id: self._key("decline"))
            reader.later.connect(lambda _id: self._key("later"))
            reader.bring_back.connect(lambda _id: self._key("later"))
            reader.write_personal.connect(lambda one: self._write(one, Sphere.PERSONAL))
            reader.back.connect(self._show_list)
            reader.open_link.connect(self._open)
            reader.fetch_pictures.connect(self._fetch_pictures)
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
        from dataclasses import replace

        services = self.context.services
        self.context.runner.storage(lambda: services.triage.mark_seen(identifier))
        row = self.model.row_of(identifier)
        card = self.model.card(row) if row >= 0 else None
        if card is not None:
            self.model.replace(replace(card, seen=True))

    # --- decisions -----------------------------------------------------------------------------

    def _key(self, what: str) -> None:
        identifier = self._subject()
        if not identifier or not self.context.ready:
            return
        if what == "read":
            self._show_reader()
        elif what == "write":
            self._write(identifier, Sphere.PROFESSIONAL)
        elif what == "decline":
            self._decline(identifier)
        elif what == "later":
            self._later(identifier)

    def _subject(self) -> str:
        """What a decision is about: what the reader shows, else the current card."""
        current = self.model.id_at(self.list.current_row()) or ""
        if self.reader is not None and self._right.currentWidget() is self.reader:
            return self.reader.current_id() or current
        return current

    def _decline(self, identifier: str) -> None:
        triage = self.context.services.triage
        self.context.mutate(
            lambda: triage.decline(identifier),
            said=translate("Suggestions", "Declined. Nobody is told."),
        )

    def _later(self, identifier: str) -> None:
        triage = self.context.services.triage
        row = self.model.row_of(identifier)
        card = self.model.card(row) if row >= 0 else None
        from ...domain.suggestion import SuggestionState

        if card is not None and card.state is SuggestionState.LATER:
            self.context.mutate(
                lambda: triage.bring_back(identifier),
                said=translate("Suggestions", "No longer put off."),
            )
        else:
            self.context.mutate(
                lambda: triage.put_off(identifier),
                said=translate("Suggestions", "Kept for later."),
            )
            if row >= 0 and row + 1 < self.model.rowCount():
                self.list.choose(row + 1)

    def _write(self, identifier: str, sphere: Sphere) -> None:
        if not self.context.ready:
            return
        # At once: from now on keys belong to the text, not to the list.
        self.context.navigate("drafts", suggestion_id=identifier, sphere=sphere)

    def _open(self, link: str) -> None:
        from PySide6.QtCore import QUrl
        from PySide6.QtGui import QDesktopServices

        from ..suggestions.reader_words import shown_address

        address = shown_address(link)
        if not address:
            self.context.toasts.show_text(
                translate("Suggestions", "This link is no web address, so it was not opened.")
            )
        elif QDesktopServices.openUrl(QUrl(link)):
            self.context.toasts.show_text(
                translate("Suggestions", "Opened in your browser: {address}").format(
                    address=address
                )
            )
        else:
            self.context.toasts.show_text(
                translate("Suggestions", "No browser answered. The address is {address}").format(
                    address=address
                )
            )

    def _fetch_pictures(self, source_id: str, host: str) -> None:
        # Whoever watches the sources fetches them then (ui/source_driver.py).
        sources = self.context.services.sources
        self.context.mutate(
            lambda: sources.allow_picture_host(source_id, host),
            said=translate("Suggestions", "Fetching pictures from {host}…").format(host=host),
        )

    # --- narrow windows ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < STACK_BELOW
        if stacked != self._stacked:
            self._stacked = stacked
            if self.reader is not None:
                self.reader.set_stacked(stacked)
            self._list_side.show()
            self._right.setVisible(not stacked)
        self._keys.setVisible(self.height() > 480)

    def _show_reader(self) -> None:
        if self._stacked:
            self._right.show()
            self._list_side.hide()
        if self.reader is not None:
            self.reader.setFocus()

    def _show_list(self) -> None:
        if self._stacked:
            self._list_side.show()
            self._right.hide()
        self.list.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(
            self, "list"
        ):
            self.list.fit_rows()
