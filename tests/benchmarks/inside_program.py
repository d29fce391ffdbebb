"""The real program with somebody inside who scrolls, searches and types, and holds a watch.

    python inside_program.py PROFILE_FOLDER COUNT    (COUNT suggestions lie in the profile)

Prints one line of JSON: name → list of milliseconds.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from advocacy_desktop import bootstrap
from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.options import Options
from advocacy_desktop.ui import program as program_module
from advocacy_desktop.ui.composer.editor import DraftEditor
from advocacy_desktop.ui.pages.drafts import DraftsPage
from advocacy_desktop.ui.pages.suggestions import SuggestionsPage

FRAMES = 300
SEARCHES = ("energy", "ener", "night freight", "café", "bridge 77")
KEYS = 60


def wait(condition: Callable[[], bool], seconds: float = 30) -> None:
    """Let the program run until something holds."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise RuntimeError(f"waited {seconds} s for {condition}")
        QApplication.processEvents()
        time.sleep(0.002)


def pause(seconds: float) -> None:
    """Let the program run for a while."""
    until = time.monotonic() + seconds
    wait(lambda: time.monotonic() > until)


class Watched(program_module.Program):
    """The program; once its profile is open, the measuring starts."""

    def _opened(self, profile: program_module.OpenProfile) -> None:
        super()._opened(profile)
        QTimer.singleShot(500, self._measure)

    def _measure(self) -> None:
        try:
            results = {
                "scroll": self._scroll(int(sys.argv[2])),
                "search": self._search(),
                "type": self._type(),
            }
            print(json.dumps(results), flush=True)
        finally:
            self.window.close()

    def _scroll(self, count: int) -> list[float]:
        """One wheel step, and the list is painted anew: until then, per frame."""
        page = self.body.page("suggestions")
        assert isinstance(page, SuggestionsPage)
        wait(lambda: page.model.rowCount() >= count)
        view = page.list.viewport()
        pause(0.5)
        frames = []
        middle = QPointF(view.rect().center())
        for number in range(FRAMES):
            wheel = QWheelEvent(
                middle,
                QPointF(view.mapToGlobal(view.rect().center())),
                QPoint(),
                QPoint(0, -120),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            began = time.perf_counter()
            QApplication.sendEvent(view, wheel)
            QApplication.processEvents()
            frames.append((time.perf_counter() - began) * 1000)
            if number % 50 == 0:  # A hand that moves the bar itself: all the cards are new.
                bar = page.list.verticalScrollBar()
                bar.setValue(bar.maximum() * number // FRAMES)
                pause(0.2)
        assert page.list.verticalScrollBar().value() > 0
        return frames

    def _search(self) -> list[float]:
        """From the words to the first page of cards, as the window asks for it."""
        triage = self.context.services.triage
        times = []
        for words in SEARCHES * 4:
            answered: list[float] = []
            query = SuggestionQuery(search=words)
            began = time.perf_counter()
            self.runner.storage(
                lambda query=query: (triage.cards(query, limit=100), triage.card_ids(query)),
                lambda _found, began=began, answered=answered: answered.append(
                    time.perf_counter() - began
                ),
            )
            wait(lambda answered=answered: bool(answered))
            times.append(answered[0] * 1000)
        return times

    def _type(self) -> list[float]:
        """A key in a draft of 300 characters, and everything that it changes is painted."""
        self.body.go("drafts")
        drafts = self.body.page("drafts")
        assert isinstance(drafts, DraftsPage)
        drafts.start_from("many-7", Sphere.PROFESSIONAL)
        wait(lambda: drafts.composer is not None)
        composer = drafts.composer
        assert composer is not None
        editor = composer.findChild(DraftEditor)
        assert editor is not None
        editor.setFocus()
        editor.insertPlainText("Norvalis has built a bridge, and we may cross it. " * 6)
        pause(1.5)
        keys = []
        for number in range(KEYS):
            began = time.perf_counter()
            QTest.keyClick(editor, "abcdefgh "[number % 9])
            QApplication.processEvents()
            keys.append((time.perf_counter() - began) * 1000)
            pause(0.03)  # A fast typist; previews and checks may fall due between two keys.
        assert len(editor.toPlainText()) > 300 + KEYS - 10
        return keys


program_module.Program = Watched  # type: ignore[misc]
sys.exit(bootstrap.run_window(Options(profile_dir=Path(sys.argv[1]), language="en")))
