"""*Saved 2 s ago · 7 versions*, and the bar that says when it is not."""

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ...domain.draft import Draft
from ...domain.errors import KnownError
from .. import formats, theme
from ..i18n import translate
from ..messages import sentence
from ..widgets.announce import announce
from ..widgets.basics import label


def saved_words(draft: Draft, now: datetime) -> str:
    """How long ago it was written down, and how many versions there are."""
    passed = max(0, round((now - draft.updated_at).total_seconds()))
    if passed < 2:
        when = translate("Composer", "just now")
    elif passed < 60:
        when = translate("Composer", "%n s ago", "seconds since saving", passed)
    else:
        when = formats.age(draft.updated_at, reference=now)
    versions = translate("Composer", "%n version(s)", None, draft.version)
    return translate("Composer", "Saved {when} · {versions}").format(when=when, versions=versions)


class NotSavedBar(QFrame):
    """Not modal: one can go on writing; the text stays in the window and is tried again."""

    try_now = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(26, 8, 18, 8)
        row.setSpacing(12)
        self.text = label("", "error", wrap=True)
        row.addWidget(self.text, 1)
        self.button = QPushButton()
        self.button.clicked.connect(self.try_now)
        row.addWidget(self.button)
        self._error: KnownError | None = None
        theme.current_theme().changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_error(self, error: KnownError | None) -> None:
        """Show why, or hide."""
        before, self._error = self._error, error
        self.setVisible(error is not None)
        if error is None:
            return
        self.retranslate()
        if before is None or before.code != error.code:
            announce(self, self.text.text())

    def retranslate(self) -> None:
        """All texts again."""
        self.button.setText(translate("Composer", "Try again now"))
        if self._error is not None:
            text = translate(
                "Composer",
                "Not saved: {reason} Your text stays in this window and is tried again by itself.",
            )
            self.text.setText(text.format(reason=sentence(self._error)))

    def _dress(self) -> None:
        self.setStyleSheet(f"NotSavedBar {{ background: {theme.tokens().blocker_ground}; }}")
