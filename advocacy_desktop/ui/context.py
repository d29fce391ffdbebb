"""What every page gets handed: the use cases, the workers, and the window's own services."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ..application.changes import Changes
from ..domain.errors import KnownError
from .changes_hub import ChangesHub
from .i18n import translate
from .tasks import Runner

if TYPE_CHECKING:
    from ..application.services import Services


class Navigate(Protocol):
    """Go to a place; ``what`` reaches the page's ``activate``."""

    def __call__(self, place: str, **what: object) -> None: ...


class Toasts(Protocol):
    """A short word at the bottom of the window."""

    def show_text(
        self, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        """With ``act`` there is a button, *Undo* unless ``action`` says otherwise."""
        ...


class ServicesPendingError(RuntimeError):
    """Somebody asked for the use cases before the profile was open."""


@dataclass
class UiContext:
    """Shared by all pages; made once by the start."""

    runner: Runner
    toasts: Toasts
    navigate: Navigate
    resource_root: Path
    window: QWidget
    """Host of sheets and dialogs."""
    media_folder: Path
    """Folder of fetched pictures."""
    media_path_before: Callable[[str], Path]
    """Where a fetched picture lies, for painting the list before the profile is open."""
    hub: ChangesHub = field(default_factory=ChangesHub)
    opened: "Services | None" = None
    """``None`` until the storage worker has opened the profile, soon after the first paint."""
    check_sources: Callable[[], object] | None = None
    """Look for new suggestions now (F5)."""

    @property
    def services(self) -> "Services":
        """The use cases; each call blocks, so it belongs into the runner."""
        if self.opened is None:
            raise ServicesPendingError
        return self.opened

    def media_path(self, media: str) -> Path:
        """Where a fetched picture lies: the rule of the media store, known before it is open."""
        if self.opened is not None:
            return self.opened.media.path(media)
        return self.media_path_before(media)

    @property
    def ready(self) -> bool:
        """Whether the profile is open."""
        return self.opened is not None

    def mutate(
        self,
        fn: Callable[[], Changes],
        *,
        said: str = "",
        on_ok: Callable[[Changes], object] | None = None,
        on_error: Callable[[KnownError], object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Run a use case on the storage worker, tell every page, show a toast with Undo.

        ``said`` is the toast's text; its Undo appears if the change can be undone.
        """

        def done(changes: Changes) -> None:
            self.hub.announce(changes)
            if said:
                step = changes.undo_step
                act = None if step is None else (lambda: self.undo(step))
                self.toasts.show_text(said, "", act)
            if on_ok is not None:
                on_ok(changes)

        # No owner for ``done``: the other pages must learn of it even if this one is gone.
        self.runner.storage(fn, done, on_error)

    def undo(self, step: int | None = None) -> None:
        """Undo that step, or the last one."""
        if not self.ready:
            return
        services = self.services

        def done(changes: Changes) -> None:
            self.hub.announce(changes)
            text = (
                translate("Undo", "Undone.")
                if changes.kinds
                else translate("Undo", "There is nothing to undo.")
            )
            self.toasts.show_text(text)

        self.runner.storage(lambda: services.undo.undo(step), done)
