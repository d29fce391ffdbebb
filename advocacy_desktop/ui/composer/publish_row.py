"""Under the previews: the button that says where and as whom, or why it cannot be pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ...domain.account import Account
from ...domain.checks import Check, CheckCode
from ...domain.sphere import Sphere
from ..i18n import translate
from ..widgets.basics import KeyButton, key_text, label, set_kind
from ..words.spheres import network_title, sphere_word
from .check_words import reason


class PublishRow(QWidget):
    """Never pressed by the program; Ctrl+Enter presses it."""

    publish_wanted = Signal()

    def __init__(self, sphere: Sphere, hold_seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hold = hold_seconds
        self._sphere = sphere
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        self.hint = label("", "small", wrap=True)
        row.addWidget(self.hint, 1)
        kind = "personal" if sphere is Sphere.PERSONAL else "primary"
        self.button = KeyButton("", key_text("Ctrl+Return"), kind)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setMinimumHeight(38)
        self.button.clicked.connect(self.publish_wanted)
        row.addWidget(self.button)

    def show_state(self, chosen: Sequence[Account], blocking: Sequence[Check]) -> None:
        """What the button says, and the reason beside it when it is off."""
        text = publish_words(chosen)
        if self.button.text() != text:
            self.button.setText(text)
            self.button.setAccessibleName(text)
        self.button.setEnabled(not blocking)
        if not blocking:
            words, kind = (
                translate("Composer", "%n second(s) to take it back", None, self._hold),
                "small",
            )
        else:
            words = reason(blocking[0])
            quiet = blocking[0].code in (CheckCode.EMPTY, CheckCode.NO_ACCOUNT)
            kind = "small" if quiet else "error"
        if self.hint.text() != words:
            self.hint.setText(words)
        set_kind(self.hint, kind)
        self.button.setAccessibleDescription(words if blocking else "")


def publish_words(chosen: Sequence[Account]) -> str:
    """``Publish to Bluesky as Claire Morel (professional)``, ``Publish to 2 accounts``."""
    if not chosen:
        return translate("Composer", "Publish")
    if len(chosen) > 1:
        return translate("Composer", "Publish to %n account(s)", None, len(chosen))
    account = chosen[0]
    return translate("Composer", "Publish to {network} as {name} ({sphere})").format(
        network=network_title(account.network),
        name=account.display_name or account.handle,
        sphere=sphere_word(account.sphere),
    )
