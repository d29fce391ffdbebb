"""Has a copy of the profile's file made once a day, while nobody waits for it."""

from PySide6.QtCore import QObject, QTimer

from .context import UiContext

FIRST_MS = 20_000
"""After the profile is open: the start and the first keys come first."""
AGAIN_MS = 3 * 60 * 60 * 1000
"""A program that runs for days asks again; today's copy is made only once."""


class DailyCopy(QObject):
    """One for the program."""

    def __init__(self, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.ask)

    def start(self, wait_ms: int = FIRST_MS) -> None:
        """Ask after a while, and from then on now and then."""
        self._timer.start(wait_ms)

    def ask(self) -> None:
        """Have today's copy made; a disk without room for it is said as any other error."""
        if self._context.ready:
            copy = self._context.services.own_data.keep_copy
            self._context.runner.background(copy, None, None, self)
        self._timer.start(AGAIN_MS)
