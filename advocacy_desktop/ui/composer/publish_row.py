"""Under the previews: the button that says where and as whom, or why it cannot be pressed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

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
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(6)
        self.hint = label("", "small", wrap=True)
        row.addWidget(self.hint, 1)
        kind = "personal" if sphere is Sphere.PERSONAL else "primary"
        self.button = KeyButton("", key_text("Ctrl+Return"), kind)
        self.button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.setMinimumHeight(38)
        self.button.clicked.connect(self.publish_wanted)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The words stand left of the button, or above it where that would squeeze them."""
        beside = self.width() - self.button.sizeHint().width() >= 150
        way = QBoxLayout.Direction
        direction = way.LeftToRight if beside else way.TopToBottom
        if self._row.direction() is not direction:
            self._row.setDirection(direction)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.hint.setAlignment(left if beside else right)

    def show_state(self, chosen: Sequence[Account], blocking: Sequence[Check]) -> None:
        """What the button says, and the reason beside it when it is off."""
        text = publish_words(chosen)
        if self.button.text() != text:
            self.button.setText(text)
            self.button.setAccessibleName(text)
            self._arrange()
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
