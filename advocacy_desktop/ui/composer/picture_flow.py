"""From a chosen, dropped or pasted picture to one that can be published."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ...application.drafts import Drafts
from ...domain.draft import DraftMedia
from ...domain.errors import ErrorCode, KnownError
from ..context import UiContext
from ..i18n import translate
from ..messages import sentence

LARGEST = 64 * 1024 * 1024
"""Bytes of a file that is read at all; it is shrunk afterwards."""


class PictureFlow(QObject):
    """Reads, strips and shrinks on a worker; the composer puts the result into the body."""

    ready = Signal(object)
    """:class:`DraftMedia`."""
    working = Signal(bool)

    def __init__(self, context: UiContext, host: QWidget, draft_id: str) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._draft_id = draft_id
        self._under_way = 0

    def choose(self) -> None:
        """Ask for files with the system's own dialog."""
        patterns = "*.png *.jpg *.jpeg *.gif *.webp *.PNG *.JPG *.JPEG *.GIF *.WEBP"
        paths, _ = QFileDialog.getOpenFileNames(
            self._host,
            translate("Composer", "Add a picture"),
            "",
            translate("Composer", "Pictures ({patterns})").format(patterns=patterns),
        )
        self.add_files(paths)

    def add_files(self, paths: Sequence[str]) -> None:
        """Files by path."""
        drafts = self._context.services.drafts
        for path in paths:
            file = Path(path)
            self._run(partial(_prepare, drafts, file))

    def add_bytes(self, data: bytes) -> None:
        """A picture from the clipboard."""
        drafts = self._context.services.drafts
        name = translate("Composer", "The pasted picture")
        self._run(lambda: drafts.prepare_picture(data, name))

    def add_suggested(self, index: int) -> None:
        """The suggestion's own picture, its description along with it."""
        drafts, draft_id = self._context.services.drafts, self._draft_id
        self._run(lambda: drafts.prepare_suggestion_picture(draft_id, index))

    def _run(self, fn: Callable[[], DraftMedia]) -> None:
        self._under_way += 1
        self.working.emit(True)
        self._context.runner.background(fn, self._done, self._failed, self)

    def _done(self, picture: DraftMedia) -> None:
        self._ended()
        self.ready.emit(picture)

    def _failed(self, error: KnownError) -> None:
        self._ended()
        self._context.toasts.show_text(sentence(error))

    def _ended(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self.working.emit(False)


def _read(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise KnownError(
                ErrorCode.PICTURE_TOO_LARGE, network="Advocacy Desktop", size=size, limit=LARGEST
            )
        return path.read_bytes()
    except OSError as e:
        raise KnownError(
            ErrorCode.FILE_NOT_READABLE, path=str(path), reason=e.strerror or ""
        ) from e


def _prepare(drafts: Drafts, file: Path) -> DraftMedia:
    return drafts.prepare_picture(_read(file), file.name)
