"""A sheet that says exactly what will happen, one line each, before something goes for good."""

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ...domain.errors import KnownError
from ..i18n import translate
from ..messages import sentence
from ..widgets.announce import announce
from ..widgets.basics import KeyButton, label
from ..widgets.sheet import Sheet


class ConfirmSheet(Sheet):
    """Lines, a button that does it on a worker, and the error in place if it fails.

    ``act`` gets two callbacks: call the first when done (the sheet closes), the second with the
    error (the sheet stays and says it). Closing the sheet meanwhile does not stop what was begun:
    then an error goes to ``say``.
    """

    def __init__(
        self,
        host: QWidget,
        *,
        title: str,
        lines: Sequence[str],
        button: str,
        act: Callable[[Callable[[], object], Callable[[KnownError], object]], object],
        say: Callable[[str], object],
        band: str = "",
        accent: str = "neutral",
        busy: str = "",
    ) -> None:
        super().__init__(host, band=band, title=title, accent=accent)
        self._act = act
        self._say = say
        for line in lines:
            line_row = QHBoxLayout()
            line_row.setSpacing(9)
            dot = label("•", "muted")
            dot.setAccessibleName(" ")
            text = label(line, wrap=True)
            line_row.addWidget(dot)
            line_row.setAlignment(dot, Qt.AlignmentFlag.AlignTop)
            line_row.addWidget(text, 1)
            self.body.addLayout(line_row)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self._busy = label(busy or translate("Confirm", "One moment…"), "muted")
        self._busy.hide()
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self._busy.text())
        self._bar.hide()
        for part in (self.error, self._busy, self._bar):
            self.body.addWidget(part)
        self.no = self.add_button(translate("Confirm", "Cancel"), accepts=False)
        kind = "personal" if accent == "personal" else "primary"
        self.yes: KeyButton = self.add_button(button, kind)
        self.yes.clicked.connect(self._run)

    def show_sheet(self) -> None:
        """Open with the focus on the harmless answer."""
        self.open(self.no)

    def _run(self) -> None:
        self._working(True)
        self._act(self._ended, self._failed)

    def _ended(self) -> None:
        if shiboken6.isValid(self):
            self.accept()

    def _failed(self, error: KnownError) -> None:
        if not shiboken6.isValid(self) or not self.isVisible():
            self._say(sentence(error))
            return
        self._working(False)
        self.error.setText(sentence(error))
        self.error.show()
        self.fit()
        announce(self, self.error.text())
        self.yes.setFocus()

    def _working(self, on: bool) -> None:
        self.error.hide()
        self._busy.setVisible(on)
        self._bar.setVisible(on)
        self.yes.setEnabled(not on)
        self.fit()
