"""What fills the window: top bar, navigation, pages, toasts; keys that act everywhere."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ...application.changes import Changes
from ...application.library import Counts
from ..context import UiContext
from ..page import Page
from ..places import PLACES, build_page, place_name
from ..widgets.basics import rule
from ..widgets.toast import Toast
from .measures import SLIM_BELOW
from .nav import Navigation
from .top_bar import TopBar


class Body(QWidget):
    """Pages are made at the first visit; only the suggestions can be shown before the profile
    is open, so a visit to another place waits until then."""

    def __init__(self) -> None:
        super().__init__()
        self._context: UiContext | None = None
        self._pages: dict[str, Page] = {}
        self._waiting: tuple[str, dict[str, object]] | None = None
        self._place = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar()
        self.navigation = Navigation()
        self.navigation.wanted.connect(self.go)
        self.stack = QStackedWidget()
        self._blank = QWidget()
        self.stack.addWidget(self._blank)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.navigation)
        line = QFrame()
        line.setFixedWidth(1)
        line.setProperty("kind", "upright")
        row.addWidget(line)
        row.addWidget(self.stack, 1)
        column.addWidget(self.top)
        column.addWidget(rule())
        column.addLayout(row, 1)
        self._column = column
        self.toast = Toast(self)
        self._count_timer = QTimer(self)
        self._count_timer.setSingleShot(True)
        self._count_timer.setInterval(60)
        self._count_timer.timeout.connect(self._count)
        QWidget.setTabOrder(self.top.search, self.navigation)

    # --- being set up --------------------------------------------------------------------------

    def set_context(self, context: UiContext) -> None:
        """Hand over what the pages need."""
        self._context = context
        context.hub.changed.connect(self._changed)

    def add_keys(self, keys: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Keys that act everywhere in the window."""
        for key, act in keys:
            QShortcut(QKeySequence(key), self, act)

    def add_at_bottom(self, part: QWidget) -> None:
        """Put a part under all pages, over the whole width."""
        self._column.addWidget(part)
        self.toast.stay_above(part)

    @property
    def context(self) -> UiContext:
        """Set before anything else is asked."""
        assert self._context is not None
        return self._context

    # --- places --------------------------------------------------------------------------------

    @property
    def place(self) -> str:
        """Where we are."""
        return self._place

    def page(self, place: str) -> Page | None:
        """The page of a place, if it was visited."""
        return self._pages.get(place)

    def go(self, place: str, **what: object) -> None:
        """Go to a place; ``what`` reaches its page."""
        if not self.context.ready and place != "suggestions":
            self._waiting = (place, what)
            self.navigation.set_place(place)
            return
        self._waiting = None
        page = self._pages.get(place)
        fresh = page is None
        if page is None:
            page = self._pages[place] = build_page(place, self.context)
            self.stack.addWidget(page)
        self._place = place
        self.navigation.set_place(place)
        self.stack.setCurrentWidget(page)
        self._title(page.title())
        if fresh and self.context.ready:
            page.refresh(None)
        elif not fresh:
            page.shown_again()
        page.activate(**what)
        page.focus_first()

    def go_later(self, place: str) -> None:
        """Go there once the profile is open; an empty page until then."""
        if place in PLACES and place != "suggestions":
            self.stack.setCurrentWidget(self._blank)
            self.go(place)

    def _title(self, name: str) -> None:
        self.window().setWindowTitle(f"{name} – Advocacy Desktop")

    def profile_opened(self) -> None:
        """The use cases are there: show what waited for them."""
        for page in self._pages.values():
            page.refresh(None)
        self._count()
        if self._waiting is not None:
            place, what = self._waiting
            self.go(place, **what)

    # --- counts --------------------------------------------------------------------------------

    def _changed(self, _changes: Changes) -> None:
        if not self._count_timer.isActive():
            self._count_timer.start()

    def _count(self) -> None:
        if self.context.ready:
            library = self.context.services.library
            self.context.runner.storage(library.counts, self.set_counts, owner=self)

    def set_counts(self, counts: Counts) -> None:
        """Show the quiet numbers."""
        self.navigation.set_counts(
            {
                "suggestions": counts.to_look_at,
                "drafts": counts.drafts,
                "scheduled": counts.under_way,
                "professional": counts.professional_accounts,
                "personal": counts.personal_accounts,
            }
        )
        self.top.set_sent_to_employer(counts.sent_to_employer)

    # --- state of the window -------------------------------------------------------------------

    def state_text(self) -> str:
        """Geometry and splitters, to be kept in the settings."""
        splitters = {}
        for place, page in self._pages.items():
            splitter = getattr(page, "splitter", None)
            if splitter is not None:
                splitters[place] = bytes(splitter.saveState().toHex().data()).decode()
        geometry = bytes(self.window().saveGeometry().toHex().data()).decode()
        state: dict[str, object] = {"geometry": geometry, "splitters": splitters}
        suggestions = getattr(self._pages.get("suggestions"), "splitter", None)
        if suggestions is not None and suggestions.sizes()[0]:
            state["list_width"] = suggestions.sizes()[0]
        where = getattr(self._pages.get("suggestions"), "where", None)
        if where is not None:
            state["selected"], state["top_row"] = where()
        return json.dumps(state)

    def restore_splitters(self, splitters: object) -> None:
        """Come back as we were; what cannot be understood is left out."""
        if not isinstance(splitters, dict):
            return
        for place, page in self._pages.items():
            splitter, text = getattr(page, "splitter", None), splitters.get(place)
            if splitter is not None and isinstance(text, str):
                splitter.restoreState(QByteArray.fromHex(text.encode()))

    # --- Qt ------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text again; pages do so by themselves."""
        self.top.retranslate()
        self.navigation.retranslate()
        if self._place in PLACES:
            self._title(place_name(self._place))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_slim(event.size().width() < SLIM_BELOW)
