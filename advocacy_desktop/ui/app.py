"""Starts the window: painted first with what a quick look found; all else is loaded after that."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ..application.cards import FirstPage
from . import theme
from .first_view import FirstView
from .i18n import install_language
from .main_window import MainWindow, read_state, top_row
from .single_instance import SingleInstance

if TYPE_CHECKING:
    from .program import OpenProfile, Program

TRACE_PAINT = "ADVOCACY_TRACE_PAINT"
"""Names a file that gets the moment (seconds since 1970) of the first painted list."""


class Launch(NamedTuple):
    """All that the composition root hands over."""

    version: str
    resource_root: Path
    lock: Path
    media_folder: Path
    media_path: Callable[[str], Path]
    read_first_page: Callable[[], FirstPage | None]
    open_profile: "Callable[[str], OpenProfile]"
    """Runs on the storage worker, once, with the language; may raise ``KnownError``."""
    language: str | None = None
    theme: str | None = None
    after_paint: Callable[[], object] | None = None
    """What the composition root has to do that can wait for the first painting."""


def start(launch: Launch) -> int:
    """Run until the window is closed; return the exit code."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("advocacy-desktop")
    app.setApplicationDisplayName("Advocacy Desktop")
    app.setApplicationVersion(launch.version)
    app.setDesktopFileName("advocacy-desktop")
    starting = Starting(app, launch)
    code = starting.refused()
    if code is not None:
        return code
    starting.show()
    code = app.exec()
    if starting.program is not None:
        starting.program.end()
    starting.instance.release()
    return code if starting.code is None else starting.code


class Starting:
    """From the first line to the moment when the program itself takes over."""

    def __init__(self, app: QApplication, launch: Launch) -> None:
        self._app = app
        self._launch = launch
        self.instance = SingleInstance(launch.lock)
        self.program: Program | None = None
        self.code: int | None = None
        self._held = False

    def refused(self) -> int | None:
        """The exit code if another program has this profile, else ``None``.

        Taking the lock costs some milliseconds; where nobody seems to hold it, it is taken right
        after the first painting.
        """
        if not self.instance.seems_free():
            return self._take_lock()
        return None

    def _take_lock(self) -> int | None:
        self._held = self.instance.acquire()
        if self._held:
            return None
        if self.instance.raise_first():
            return 0
        print("Advocacy Desktop is running already, but does not answer.", file=sys.stderr)
        return 1

    def show(self) -> None:
        """Paint the window; build the rest afterwards."""
        app, launch = self._app, self._launch
        first = launch.read_first_page()
        settings: Mapping[str, str] = first.settings if first else {}
        wanted = launch.language or settings.get("language", "system")
        language = install_language(app, wanted, launch.resource_root)
        mode = launch.theme or settings.get("theme", "system")
        theme.choose(app, mode)
        window = MainWindow()
        state = read_state(settings.get("window", ""))
        window.restore(state)
        view = FirstView(
            first,
            settings.get("place", "suggestions"),
            state.get("list_width"),
            selected=state.get("selected"),
            top_row=top_row(state),
        )
        window.setCentralWidget(view)

        def painted() -> None:
            trace = os.environ.get(TRACE_PAINT)
            if trace:
                Path(trace).write_text(f"{time.time():.6f}\n", "ascii")
            QTimer.singleShot(0, build)

        def build() -> None:
            if not self._held:
                self.code = self._take_lock()
                if self.code is not None:
                    window.hide()
                    app.exit(self.code)
                    return
            if launch.after_paint is not None:
                launch.after_paint()
            from . import program

            self.program = program.Program(
                app, launch, self.instance, window, first, language, mode
            )

        view.when_painted(painted)
        window.show()
