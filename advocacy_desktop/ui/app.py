"""Starts the window: painted first with what a quick look found, the profile opened after."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ..application.library import Counts
from ..application.ports import FirstPage
from ..domain.errors import AppError, KnownError
from ..domain.sphere import Sphere
from . import icons, theme
from .commands import Commands
from .context import UiContext
from .i18n import install_language
from .main_window import MainWindow
from .pages.suggestions import SuggestionsPage
from .palette import Palette
from .single_instance import SingleInstance
from .tasks import TaskRunner

if TYPE_CHECKING:
    from ..application.services import Services
    from .crash_dialog import CrashDialog
    from .outbox_driver import OutboxDriver
    from .source_driver import SourceDriver

TRACE_PAINT = "ADVOCACY_TRACE_PAINT"
"""Names a file that gets the moment (seconds since 1970) of the first painted list."""
END_SECONDS = 15.0
"""How long the end waits for an attempt under way."""


class OpenProfile(Protocol):
    """An open profile, as the composition root makes it."""

    @property
    def services(self) -> "Services": ...
    @property
    def close(self) -> Callable[[], None]: ...


@dataclass(frozen=True, slots=True)
class Launch:
    """All that the composition root hands over."""

    version: str
    resource_root: Path
    lock: Path
    media_folder: Path
    media_path: Callable[[str], Path]
    read_first_page: Callable[[], FirstPage | None]
    open_profile: Callable[[str], OpenProfile]
    """Runs on the storage worker, once, with the language; may raise ``KnownError``."""
    language: str | None = None
    theme: str | None = None


def start(launch: Launch) -> int:
    """Run until the window is closed; return the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("advocacy-desktop")
    app.setApplicationDisplayName("Advocacy Desktop")
    app.setApplicationVersion(launch.version)
    app.setDesktopFileName("advocacy-desktop")
    instance = SingleInstance(launch.lock)
    if not instance.acquire():
        if instance.raise_first():
            return 0
        print("Advocacy Desktop is running already, but does not answer.", file=sys.stderr)
        return 1
    program = Program(app, launch, instance)
    program.show()
    code = app.exec()
    program.end()
    return code


class Program:
    """Holds the parts together from the first paint to the end."""

    def __init__(self, app: QApplication, launch: Launch, instance: SingleInstance) -> None:
        self._app = app
        self._launch = launch
        self._instance = instance
        self._first = launch.read_first_page()
        settings: Mapping[str, str] = self._first.settings if self._first else {}
        icons.set_resource_root(launch.resource_root)
        wanted = launch.language or settings.get("language", "system")
        self._language = install_language(app, wanted, launch.resource_root)
        theme.apply_theme(app, launch.theme or settings.get("theme", "system"))
        self.runner = TaskRunner()
        self.runner.errors.on_known = self._tell
        self.runner.errors.on_bug = self._crashed
        sys.excepthook = self._excepthook
        self.window = MainWindow()
        self.context = UiContext(
            runner=self.runner,
            toasts=self.window.toast,
            navigate=self.window.go,
            resource_root=launch.resource_root,
            window=self.window,
            media_folder=launch.media_folder,
            media_path_before=launch.media_path,
        )
        self.window.set_context(self.context)
        self.commands = Commands(self.context, self.window)
        self.palette: Palette | None = None
        self._profile: OpenProfile | None = None
        self._crash: CrashDialog | None = None
        self._outbox: OutboxDriver | None = None
        self._sources: SourceDriver | None = None
        self.window.closing.connect(self._remember)
        self.window.retranslate()
        self._fill(settings)

    def _fill(self, settings: Mapping[str, str]) -> None:
        first = self._first
        if first is not None:
            self.window.set_counts(
                Counts(
                    to_look_at=first.total,
                    drafts=first.open_drafts,
                    under_way=first.scheduled,
                    professional_accounts=first.accounts.get(Sphere.PROFESSIONAL, 0),
                    personal_accounts=first.accounts.get(Sphere.PERSONAL, 0),
                )
            )
        self.window.go("suggestions")
        page = self.window.page("suggestions")
        assert isinstance(page, SuggestionsPage)
        page.start(first.cards if first else (), first.total if first else 0)
        page.list.when_painted(self._painted)
        self.window.restore_state(settings.get("window", ""))

    def show(self) -> None:
        """Show the window; everything else follows its first painting."""
        self.window.show()

    def _painted(self) -> None:
        trace = os.environ.get(TRACE_PAINT)
        if trace:
            Path(trace).write_text(f"{time.time():.6f}\n", "ascii")
        # The window's other parts are painted in the same turn of the loop: come after them.
        QTimer.singleShot(0, self._after_paint)

    def _after_paint(self) -> None:
        self.palette = Palette(self.context, self.window.top.search, self.window, self.commands.all)
        self.window.add_keys(self.commands.keys_everywhere(self.palette))
        self.window.top.search.setEnabled(True)
        self.open()
        QTimer.singleShot(400, lambda: self._instance.listen(self._raise))

    # --- the profile ---------------------------------------------------------------------------

    def open(self) -> None:
        """Open the profile on the storage worker; called again when the person tries again."""
        launch, language = self._launch, self._language
        self.runner.storage(lambda: launch.open_profile(language), self._opened, self._not_opened)

    def _opened(self, profile: OpenProfile) -> None:
        from .first_start import show_if_first
        from .outbox_bar import OutboxBar
        from .outbox_driver import OutboxDriver
        from .source_driver import SourceDriver

        self._profile = profile
        self.context.opened = profile.services
        self._outbox = OutboxDriver(self.context, self.window)
        self._sources = SourceDriver(self.context, self.window.navigation)
        self.context.check_sources = self._sources.check_now
        bar = OutboxBar(self.context, self._outbox)
        self.window.add_at_bottom(bar)
        bar.refresh()
        self.window.profile_opened()
        self._outbox.start()
        self._sources.start()
        show_if_first(self.context)

    def _not_opened(self, error: KnownError) -> None:
        from .shell.trouble import Trouble

        trouble = Trouble(error)
        trouble.again.connect(lambda: self._try_again(trouble))
        self.window.stack.addWidget(trouble)
        self.window.stack.setCurrentWidget(trouble)
        trouble.button.setFocus()

    def _try_again(self, trouble: object) -> None:
        from .shell.trouble import Trouble

        assert isinstance(trouble, Trouble)
        self.window.stack.removeWidget(trouble)
        trouble.deleteLater()
        self.window.go("suggestions")
        self.open()

    # --- errors --------------------------------------------------------------------------------

    def _tell(self, error: KnownError) -> None:
        from .messages import sentence

        self.window.toast.show_text(sentence(error))

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._app.quit()
            return
        sys.__excepthook__(kind, error, trace)
        self.runner.on_gui(lambda: self._crashed(error))

    def _crashed(self, error: BaseException) -> None:
        from .crash_dialog import CrashDialog, describe

        details = describe(error, self._launch.version)
        if not isinstance(error, AppError):
            sys.stderr.write(details + "\n")
        if self._crash is not None and self._crash.isVisible():
            self._crash.details.appendPlainText("\n" + details)
            return
        self._crash = CrashDialog(details, self.window)
        self._crash.open()

    # --- the end -------------------------------------------------------------------------------

    def _raise(self) -> None:
        window = self.window
        window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()

    def _remember(self) -> None:
        if not self.context.ready:
            return
        preferences = self.context.services.preferences
        state, place = self.window.state_text(), self.window.place

        def write() -> None:
            preferences.set("window", state)
            preferences.set("place", place)

        self.runner.storage(write)

    def end(self) -> None:
        """Stop claiming work, wait (bounded) for what is under way, close the profile."""
        if self._outbox is not None:
            self._outbox.stop()
        if self._sources is not None:
            self._sources.stop()
        ended = self.runner.shutdown(END_SECONDS)
        if self._profile is not None and ended:
            self._profile.close()
        self._instance.release()
