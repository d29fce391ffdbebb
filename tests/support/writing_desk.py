"""The writing side of the window on real parts: database, pictures, practice network."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from advocacy_desktop.application.publishing import Publishing
from advocacy_desktop.domain.limits import RULES
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.ui.composer.composer import Composer
from advocacy_desktop.ui.context import UiContext
from advocacy_desktop.ui.pages.drafts import DraftsPage
from advocacy_desktop.ui.tasks import ImmediateRunner, Runner
from support.profile import Desk, StillClock, desk


class LiveClock(StillClock):
    """The time as it is, for what waits in the real world."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass
class SaidToasts:
    """Remembers what was said."""

    said: list[str] = field(default_factory=list)

    def show_text(
        self, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        self.said.append(text)


@dataclass
class WritingDesk:
    """A window with the drafts page, over a real profile."""

    desk: Desk
    context: UiContext
    window: QWidget
    page: DraftsPage
    toasts: SaidToasts
    gone_to: list[tuple[str, dict[str, object]]]
    suggestions: int = 0

    def write_about(self, sphere: Sphere = Sphere.PROFESSIONAL, **content: object) -> Composer:
        """A draft about a new suggestion, opened in the composer."""
        self.suggestions += 1
        suggestion = self.desk.suggestion(f"heat{self.suggestions}", **content)
        self.page.activate(suggestion_id=suggestion.id, sphere=sphere)
        return self.composer

    @property
    def composer(self) -> Composer:
        """The open composer."""
        assert self.page.composer is not None
        return self.page.composer

    def type_text(self, text: str) -> None:
        """As a person types it: through the editor."""
        self.composer.card.editor.insertPlainText(text)

    def stored_text(self) -> str:
        """What the database has."""
        return self.desk.drafts.look_at(self.composer.draft_id).draft.body.text


@contextmanager
def writing_desk(
    folder: Path, *, hold_seconds: int = 10, runner: Runner | None = None
) -> Iterator[WritingDesk]:
    """Everything is real but the runner, which by default does each job at once."""
    with desk(folder, LiveClock()) as made:
        publishing = Publishing(
            store=made.store,
            clock=made.clock,
            ids=made.ids,
            media=made.media,
            inspector=made.drafts._inspector,
            rules=RULES,
            hold_seconds=hold_seconds,
        )
        services: Any = SimpleNamespace(
            triage=made.triage,
            drafts=made.drafts,
            publishing=publishing,
            outbox=made.outbox,
            accounts=made.accounts,
            library=made.library,
            undo=made.undo,
            media=made.media,
        )
        window = QWidget()
        window.resize(1280, 800)
        toasts = SaidToasts()
        gone_to: list[tuple[str, dict[str, object]]] = []

        def navigate(place: str, **what: object) -> None:
            gone_to.append((place, what))

        context = UiContext(
            runner=runner or ImmediateRunner(),
            toasts=toasts,
            navigate=navigate,
            resource_root=folder,
            window=window,
            media_folder=folder / "media",
            media_path_before=made.media.path,
            opened=services,
        )
        page = DraftsPage(context, "drafts")
        page.retranslate()
        QVBoxLayout(window).addWidget(page)
        window.show()
        try:
            yield WritingDesk(made, context, window, page, toasts, gone_to)
        finally:
            window.close()
            window.deleteLater()
