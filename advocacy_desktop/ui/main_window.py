"""The window: top bar, navigation, pages, toasts; keys that act everywhere."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from ..application.changes import Changes
from ..application.library import Counts
from .context import UiContext
from .page import Page
from .places import PLACES, build_page, place_name
from .shell.nav import Navigation
from .shell.top_bar import TopBar
from .widgets.basics import rule
from .widgets.toast import Toast

SLIM_BELOW = 860
"""Narrower than this the navigation shows icons only."""


class MainWindow(QMainWindow):
    """Pages are made at the first visit; only the suggestions can be shown before the profile
    is open, so a visit to another place waits until then."""

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Advocacy Desktop")
        self.setMinimumSize(480, 320)
        # Not larger than the screen, which at 200 % is a small one.
        self.resize(QSize(1280, 800).boundedTo(self.screen().availableSize()))
        self._context: UiContext | None = None
        self._pages: dict[str, Page] = {}
        self._waiting: tuple[str, dict[str, object]] | None = None
        self._place = ""
        self.check_now: Callable[[], object] | None = None
        body = QWidget()
        body.setProperty("kind", "ground")
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar()
        self.navigation = Navigation()
        self.navigation.wanted.connect(self.go)
        self.stack = QStackedWidget()
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
        self.setCentralWidget(body)
        self.toast = Toast(body)
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
        self.setWindowTitle(f"{page.title()} – Advocacy Desktop")
        if fresh and self.context.ready:
            page.refresh(None)
        elif not fresh:
            page.shown_again()
        page.activate(**what)
        page.focus_first()

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
        geometry = bytes(self.saveGeometry().toHex().data()).decode()
        return json.dumps({"geometry": geometry, "splitters": splitters})

    def restore_state(self, text: str) -> None:
        """Come back as we were; what cannot be understood is left out."""
        try:
            state = json.loads(text) if text else {}
            geometry = QByteArray.fromHex(state.get("geometry", "").encode())
            splitters = dict(state.get("splitters", {}))
        except (ValueError, AttributeError, TypeError):
            return
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        for place, page in self._pages.items():
            splitter = getattr(page, "splitter", None)
            if splitter is not None and isinstance(splitters.get(place), str):
                splitter.restoreState(QByteArray.fromHex(splitters[place].encode()))

    # --- Qt ------------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text again; pages do so by themselves."""
        self.top.retranslate()
        self.navigation.retranslate()
        if self._place in PLACES:
            self.setWindowTitle(f"{place_name(self._place)} – Advocacy Desktop")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.navigation.set_slim(event.size().width() < SLIM_BELOW)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)
