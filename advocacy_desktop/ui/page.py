"""Base of every place of the navigation."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QWidget

from ..application.changes import ChangeKind, Changes
from .context import UiContext


class Page(QWidget):
    """One place. Built at the first visit; refreshed only when what it shows has changed.

    A change that arrives while the page is hidden is remembered, and the page refreshes when it
    is shown again.
    """

    watches: frozenset[ChangeKind] = frozenset()
    """Kinds of change that concern this page."""

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__()
        self.context = context
        self.place = place
        self._stale = False
        self.setProperty("kind", "ground")
        # Plain QWidgets paint their style sheet's ground only when told so.
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        context.hub.changed.connect(self._changed)

    def title(self) -> str:
        """Name of the place, for the window's title and screen readers."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text again; also called at the first visit."""
        raise NotImplementedError

    def refresh(self, changes: Changes | None = None) -> None:
        """Show the present state; ``None`` means everything."""
        raise NotImplementedError

    def activate(self, **what: object) -> None:
        """The place was gone to; ``what`` says what to show (an id, a filter)."""

    def focus_first(self) -> None:
        """Give the focus to where the keyboard is most useful."""
        self.setFocus()

    def _changed(self, changes: Changes) -> None:
        if not changes.touches(*self.watches):
            return
        if self.isVisible():
            self.refresh(changes)
        else:
            self._stale = True

    def shown_again(self) -> None:
        """Called by the window when the page comes to the front."""
        if self._stale:
            self._stale = False
            self.refresh(None)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
