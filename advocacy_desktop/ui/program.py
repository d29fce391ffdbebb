"""Holds the parts together, from the first painting to the end."""

import sys
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ..application.cards import FirstPage
from ..application.library import Counts
from ..domain.errors import AppError, KnownError
from ..domain.sphere import Sphere
from . import icons, theme
from .app import Launch
from .commands import Commands
from .context import UiContext
from .first_view import FirstView
from .main_window import MainWindow, read_state, top_row
from .pages.suggestions import SuggestionsPage
from .palette import Palette
from .session_end import close_on_terminate
from .shell.body import Body
from .single_instance import SingleInstance
from .tasks import TaskRunner

if TYPE_CHECKING:
    from ..application.services import Services
    from .crash_dialog import CrashDialog
    from .outbox_driver import OutboxDriver
    from .source_driver import SourceDriver

END_SECONDS = 15.0
"""How long the end waits for an attempt under way."""


class OpenProfile(Protocol):
    """An open profile, as the composition root makes it."""

    @property
    def services(self) -> "Services": ...
    @property
    def close(self) -> Callable[[], None]: ...


class Program:
    """Made right after the first painting; puts the widgets in the place of the first view."""

    def __init__(
        self,
        app: QApplication,
        launch: Launch,
        instance: SingleInstance,
        window: MainWindow,
        first: FirstPage | None,
        language: str,
        mode: str,
    ) -> None:
        self._app = app
        self._launch = launch
        self._instance = instance
        self._language = language
        self.window = window
        icons.set_resource_root(launch.resource_root)
        theme.apply_theme(app, mode)
        self.runner = TaskRunner()
        self.runner.errors.on_known = self._tell
        self.runner.errors.on_bug = self._crashed
        self._hook_before = sys.excepthook
        sys.excepthook = self._excepthook
        self.body = Body()
        self.context = UiContext(
            runner=self.runner,
            toasts=self.body.toast,
            navigate=self.body.go,
            resource_root=launch.resource_root,
            window=window,
            media_folder=launch.media_folder,
            media_path_before=launch.media_path,
        )
        self.body.set_context(self.context)
        self.commands = Commands(self.context, self.body)
        self._profile: OpenProfile | None = None
        self._crash: CrashDialog | None = None
        self._outbox: OutboxDriver | None = None
        self._sources: SourceDriver | None = None
        window.closing.connect(self._remember)
        self._fill(first)
        view = window.centralWidget()
        window.setCentralWidget(self.body)
        # At once, not with the next turn of the loop: what is hidden cannot take the focus.
        self.body.show()
        self.body.retranslate()
        page = self.body.page("suggestions")
        assert isinstance(page, SuggestionsPage)
        page.focus_first()
        if isinstance(view, FirstView):
            for key in view.keys:
                QApplication.sendEvent(page.list, key)
        self.palette = Palette(self.context, self.body.top.search, self.body, self.commands.all)
        self.body.add_keys(self.commands.keys_everywhere(self.palette))
        close_on_terminate(window.close, window)
        self.open()
        QTimer.singleShot(400, lambda: instance.listen(self._raise))

    def _fill(self, first: FirstPage | None) -> None:
        """What the first view has shown, and where the person was."""
        settings = first.settings if first else {}
        if first is not None:
            self.body.set_counts(
                Counts(
                    to_look_at=first.total,
                    drafts=first.open_drafts,
                    under_way=first.scheduled,
                    professional_accounts=first.accounts.get(Sphere.PROFESSIONAL, 0),
                    personal_accounts=first.accounts.get(Sphere.PERSONAL, 0),
                )
            )
        self.body.go("suggestions")
        page = self.body.page("suggestions")
        assert isinstance(page, SuggestionsPage)
        state = read_state(settings.get("window", ""))
        page.start(
            first.cards if first else (),
            first.total if first else 0,
            state.get("selected"),
            top_row(state),
        )
        self.body.restore_splitters(state.get("splitters"))
        self.body.go_later(settings.get("place", "suggestions"))

    # --- the profile ---------------------------------------------------------------------------

    def open(self) -> None:
        """Open the profile on the storage worker; called again when the person tries again."""
        launch, language = self._launch, self._language
        self.runner.storage(lambda: launch.open_profile(language), self._opened, self._not_opened)

    def _opened(self, profile: OpenProfile) -> None:
        from .daily_copy import DailyCopy
        from .first_start import show_if_first
        from .outbox_bar import OutboxBar
        from .outbox_driver import OutboxDriver
        from .source_driver import SourceDriver

        self._profile = profile
        self.context.opened = profile.services
        self._outbox = OutboxDriver(self.context, self.window)
        self._sources = SourceDriver(self.context, self.body.navigation)
        self.context.check_sources = self._sources.check_now
        bar = OutboxBar(self.context, self._outbox)
        self.body.add_at_bottom(bar)
        bar.refresh()
        self.body.profile_opened()
        self._outbox.start()
        self._sources.start()
        DailyCopy(self.context, self.window).start()
        show_if_first(self.context)

    def _not_opened(self, error: KnownError) -> None:
        from .shell.trouble import Trouble

        trouble = Trouble(error)
        trouble.again.connect(lambda: self._try_again(trouble))
        self.body.stack.addWidget(trouble)
        self.body.stack.setCurrentWidget(trouble)
        trouble.button.setFocus()

    def _try_again(self, trouble: object) -> None:
        from .shell.trouble import Trouble

        assert isinstance(trouble, Trouble)
        self.body.stack.removeWidget(trouble)
        trouble.deleteLater()
        self.body.go("suggestions")
        self.open()

    # --- errors --------------------------------------------------------------------------------

    def _tell(self, error: KnownError) -> None:
        from .messages import sentence

        self.body.toast.show_text(sentence(error))

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(error, KeyboardInterrupt):
            self._app.quit()
            return
        self._hook_before(kind, error, trace)
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
        state, place = self.body.state_text(), self.body.place

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
