"""What is typed is written down: soon after the last key, and never later than the ceiling."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ...domain.draft import Draft, DraftBody
from ...domain.errors import KnownError
from ..tasks import Runner

QUIET_MS = 600
"""After the last key."""
CEILING_MS = 1500
"""Under continuous typing: with a slow disk still on it within two seconds."""
RETRY_MS = 4000
"""After a failure: the text is kept in the window and tried again."""


class Autosave(QObject):
    """Saves one draft through the storage worker, one save at a time, the newest text last."""

    saved = Signal(object)
    """The :class:`Draft` as written."""
    failed = Signal(object)
    """The :class:`KnownError`; the text stands only in the window."""

    def __init__(
        self,
        runner: Runner,
        save: Callable[[str, DraftBody], Draft],
        draft_id: str,
        body: Callable[[], DraftBody],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._save = save
        self._draft_id = draft_id
        self._body = body
        self._touched = 0
        self._written = 0
        self._saving = False
        self._failing = False
        self._then: list[Callable[[], object]] = []
        self._quiet = self._timer(QUIET_MS)
        self._ceiling = self._timer(CEILING_MS)
        self._retry = self._timer(RETRY_MS)

    def _timer(self, interval: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval)
        timer.timeout.connect(self._write)
        return timer

    @property
    def dirty(self) -> bool:
        """Whether something stands in the window only."""
        return self._touched != self._written

    @property
    def failing(self) -> bool:
        """Whether the last try failed."""
        return self._failing

    def touch(self) -> None:
        """Something was typed."""
        self._touched += 1
        self._quiet.start()
        if not self._ceiling.isActive():
            self._ceiling.start()

    def flush(self, then: Callable[[], object] | None = None) -> None:
        """Write now; ``then`` runs once the present text is on disk, not before."""
        if then is not None:
            self._then.append(then)
        self._write()

    def _write(self) -> None:
        self._quiet.stop()
        self._ceiling.stop()
        self._retry.stop()
        if self._saving:
            return
        if not self.dirty:
            self._run_then()
            return
        number, body, draft_id, save = self._touched, self._body(), self._draft_id, self._save
        self._saving = True
        self._runner.storage(
            lambda: save(draft_id, body),
            lambda draft: self._ok(number, draft),
            self._error,
            self,
        )

    def _ok(self, number: int, draft: Draft) -> None:
        self._saving = False
        self._failing = False
        self._written = number
        self.saved.emit(draft)
        if not self.dirty:
            self._run_then()
        elif self._then:
            self._write()
        elif not self._quiet.isActive():
            self._quiet.start()

    def _run_then(self) -> None:
        waiting, self._then = self._then, []
        for then in waiting:
            then()

    def _error(self, error: KnownError) -> None:
        self._saving = False
        self._failing = True
        self._then.clear()
        self._retry.start()
        self.failed.emit(error)
