"""Carries what changed to whoever shows it."""

from PySide6.QtCore import QObject, Signal

from ..application.changes import Changes


class ChangesHub(QObject):
    """One for the program; lives on the GUI thread."""

    changed = Signal(object)
    """Carries :class:`application.changes.Changes`."""

    def announce(self, changes: Changes) -> None:
        """Tell everybody, unless nothing changed."""
        if changes.kinds:
            self.changed.emit(changes)
