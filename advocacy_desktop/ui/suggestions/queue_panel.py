"""The left side of the page: title and filter, quiet lines, the list, the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ..i18n import translate
from ..shell.measures import LIST_EDGE, head_height
from ..widgets.basics import label, rule
from ..widgets.empty import EmptyState
from .filters import FilterButton
from .keys_line import KeysLine
from .list_view import SuggestionList

NARROWEST = 230
KEYS_FROM = 480
"""Windows lower than this need the room for the list itself."""


class QueuePanel(QWidget):
    """Holds the list; says how much there is, what waits, and what an empty list means."""

    all_wanted = Signal()
    """Away with search and filter."""
    new_wanted = Signal()
    """Show what arrived meanwhile."""
    sources_wanted = Signal()

    def __init__(self, listed: SuggestionList) -> None:
        super().__init__()
        self._list = listed
        self._waiting = 0
        self._search = ""
        self._empty_because = ""
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(NARROWEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QWidget()
        top.setFixedHeight(head_height(QFontMetrics(self.font()).height()))
        head = QHBoxLayout(top)
        head.setContentsMargins(LIST_EDGE, 0, 10, 0)
        self._heading = label("", "heading")
        self.filters = FilterButton()
        self.filters.sources_wanted.connect(self.sources_wanted)
        head.addWidget(self._heading)
        head.addStretch(1)
        head.addWidget(self.filters)
        column.addWidget(top)
        column.addWidget(rule())
        self._search_line = self._quiet_line(column)
        self._search_line.clicked.connect(self.all_wanted)
        self.new_line = self._quiet_line(column)
        self.new_line.clicked.connect(self.new_wanted)
        self.empty = EmptyState("suggestions")
        self.empty.pressed.connect(self._empty_pressed)
        self._stack = QStackedWidget()
        self._stack.addWidget(listed)
        self._stack.addWidget(self.empty)
        column.addWidget(self._stack, 1)
        column.addWidget(rule())
        self.keys = KeysLine()
        column.addWidget(self.keys)

    @staticmethod
    def _quiet_line(column: QVBoxLayout) -> QPushButton:
        line = QPushButton()
        line.setProperty("kind", "quiet")
        line.hide()
        column.addWidget(line)
        return line

    def set_counts(self, total: int, waiting: int) -> None:
        """How many match, and how many more arrived since."""
        self.filters.set_count(total)
        self._waiting = waiting
        self.new_line.setVisible(waiting > 0)
        if waiting:
            self.new_line.setText(translate("Suggestions", "%n new · show", None, waiting))

    def set_search(self, words: str) -> None:
        """What was searched for; empty for nothing."""
        self._search = words
        self._search_line.setVisible(bool(words))
        self._search_line.setText(
            translate("Suggestions", "Search: “{words}” · show all").format(words=words)
        )

    def set_empty(self, because: str) -> None:
        """Why the list is empty: ``filter``, ``no_source``, ``done``; or ``""`` if it is not."""
        self._empty_because = because
        self._stack.setCurrentWidget(self.empty if because else self._list)
        if because == "filter":
            self.empty.set_icon("search")
            self.empty.set_texts(
                translate("Suggestions", "Nothing matches"),
                translate("Suggestions", "No suggestion has all that you ask for."),
                translate("Suggestions", "Show all"),
            )
        elif because == "no_source":
            self.empty.set_icon("suggestions")
            self.empty.set_texts(
                translate("Suggestions", "Suggestions will appear here"),
                translate(
                    "Suggestions",
                    "They come from a feed that your company publishes. It never learns who reads.",
                ),
                translate("Suggestions", "Add a source"),
            )
        elif because:
            self.empty.set_icon("check")
            self.empty.set_texts(
                translate("Suggestions", "That's all."),
                translate("Suggestions", "Nothing else is expected of you."),
            )

    def focus_list(self) -> None:
        """Where the keyboard is most useful: the list, or the one thing to do instead."""
        if not self._empty_because:
            self._list.setFocus()
        elif self.empty.button.isVisibleTo(self):
            self.empty.button.setFocus()
        else:
            self.filters.setFocus()

    def set_low(self, low: bool) -> None:
        """Whether the window is too low for the line of keys."""
        self.keys.setVisible(not low)

    def retranslate(self) -> None:
        """Set every text again."""
        self._heading.setText(translate("Suggestions", "Suggestions"))
        self._list.setAccessibleName(translate("Suggestions", "List of suggestions"))
        self.keys.retranslate()
        self.set_counts(self.filters.count, self._waiting)
        self.set_search(self._search)
        self.set_empty(self._empty_because)

    def _empty_pressed(self) -> None:
        (self.all_wanted if self._empty_because == "filter" else self.sources_wanted).emit()
