"""The quiet line "12 to look at · All topics ▾" with its menu."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from ...application.ports import SuggestionQuery
from ...domain.source import Source
from ...domain.suggestion import SuggestionState
from ..formats import number
from ..i18n import translate


class FilterButton(QPushButton):
    """Remembers what is chosen; the page asks for the query."""

    chosen = Signal()
    opened = Signal()
    """The menu opens: topics and sources are wanted, by :meth:`offer`."""
    sources_wanted = Signal()
    """Go to where sources are added and removed."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self._topic: str | None = None
        self._source: tuple[str, str] | None = None
        self._with_picture = False
        self._state: SuggestionState | None = None
        self._count = 0
        self._topics: tuple[str, ...] = ()
        self._sources: tuple[tuple[str, str], ...] = ()
        self._menu: QMenu | None = None
        self.clicked.connect(self._open)

    def query(self, search: str = "") -> SuggestionQuery:
        """What is chosen. Words are looked for in everything, also in what is decided."""
        states = SuggestionQuery().states
        if self._state is not None:
            states = frozenset({self._state})
        elif search:
            states = frozenset(SuggestionState)
        return SuggestionQuery(
            states=states,
            search=search,
            source_id=self._source[0] if self._source else None,
            topic=self._topic,
            with_picture=self._with_picture,
        )

    def clear(self) -> None:
        """Back to all."""
        self._topic, self._source, self._with_picture, self._state = None, None, False, None
        self._say()

    @property
    def count(self) -> int:
        """How many there are."""
        return self._count

    def set_count(self, count: int) -> None:
        """How many there are."""
        self._count = count
        self._say()

    def offer(self, topics: Sequence[str], sources: Sequence[Source]) -> None:
        """What can be chosen; fills the open menu."""
        self._topics = tuple(topics)
        self._sources = tuple((one.id, one.title) for one in sources if not one.removed)
        if self._menu is not None and self._menu.isVisible():
            self._fill(self._menu)

    def _say(self) -> None:
        parts = [translate("Filters", "{count} to look at").format(count=number(self._count))]
        chosen = [
            self._topic or "",
            self._source[1] if self._source else "",
            translate("Filters", "with picture") if self._with_picture else "",
            self._state_name(self._state) if self._state else "",
        ]
        parts += [one for one in chosen if one] or [translate("Filters", "All topics")]
        self.setText(" · ".join(parts) + " ▾")
        self.setAccessibleName(translate("Filters", "Filter") + ": " + " · ".join(parts))

    def _state_name(self, state: SuggestionState) -> str:
        if state is SuggestionState.LATER:
            return translate("Filters", "kept for later")
        return translate("Filters", "new only")

    def _open(self) -> None:
        if self._menu is None:
            # Kept: deleting a menu while it goes down is asking for trouble.
            self._menu = QMenu(self)
        self.opened.emit()
        self._fill(self._menu)
        corner = self.mapToGlobal(self.rect().bottomRight())
        corner.setX(corner.x() - self._menu.sizeHint().width())
        self._menu.popup(corner)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        self._add(
            menu, translate("Filters", "All topics"), self._topic is None, self._set_topic, None
        )
        for topic in self._topics:
            self._add(menu, topic, self._topic == topic, self._set_topic, topic)
        if len(self._sources) > 1:
            menu.addSeparator()
            everywhere = translate("Filters", "All sources")
            self._add(menu, everywhere, self._source is None, self._set_source, None)
            for source in self._sources:
                self._add(menu, source[1], self._source == source, self._set_source, source)
        menu.addSeparator()
        both = translate("Filters", "New and kept for later")
        self._add(menu, both, self._state is None, self._set_state, None)
        for state in (SuggestionState.NEW, SuggestionState.LATER):
            name = self._state_name(state)
            self._add(
                menu, name[:1].upper() + name[1:], self._state is state, self._set_state, state
            )
        menu.addSeparator()
        pictures = translate("Filters", "Only with a picture")
        self._add(menu, pictures, self._with_picture, self._set_picture, not self._with_picture)
        menu.addSeparator()
        manage = QAction(translate("Filters", "Add or remove sources…"), menu)
        manage.triggered.connect(lambda: self.sources_wanted.emit())
        menu.addAction(manage)

    def _add(
        self, menu: QMenu, text: str, on: bool, act: Callable[[Any], None], value: object
    ) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda: self._set(act, value))
        menu.addAction(action)

    def _set(self, act: Callable[[Any], None], value: object) -> None:
        act(value)
        self._say()
        self.chosen.emit()

    def _set_topic(self, topic: str | None) -> None:
        self._topic = topic

    def _set_source(self, source: tuple[str, str] | None) -> None:
        self._source = source

    def _set_state(self, state: SuggestionState | None) -> None:
        self._state = state

    def _set_picture(self, wanted: bool) -> None:
        self._with_picture = wanted
