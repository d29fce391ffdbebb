"""The band above the box: as whom one writes, to which accounts, and how safe the text is."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...domain.account import Account
from ...domain.sphere import Sphere
from .. import icons, theme
from ..i18n import translate
from ..widgets.basics import ChoiceChip, Pill, label
from ..widgets.flow import FlowBox
from ..words.spheres import network_title, sphere_word


class ClosedPill(Pill):
    """Says with a lock that the accounts of the other sphere cannot be chosen here."""

    def __init__(self) -> None:
        super().__init__()
        self.setContentsMargins(29, 4, 12, 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = 13
        drawn = icons.pixmap("lock", side, "muted", self.devicePixelRatioF())
        painter.drawPixmap(12, (self.height() - side) // 2, drawn)


class SphereBand(QFrame):
    """Shows only accounts of the draft's sphere; there is no way from here to the other."""

    chosen = Signal(list)
    """Identifiers of the chosen accounts, in the order shown."""
    account_wanted = Signal()
    practice_wanted = Signal()
    versions_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, sphere: Sphere, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sphere = sphere
        self._chips: dict[str, ChoiceChip] = {}
        self._accounts: tuple[Account, ...] = ()
        self._lines = lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 9, 18, 11)
        lines.setSpacing(6)
        self._row = row = QHBoxLayout()
        lines.addLayout(row)
        row.setSpacing(12)
        self.back = QPushButton("‹")
        self.back.setProperty("kind", "quiet")
        self.back.clicked.connect(self.back_wanted)
        row.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._as_whom = label("", "strong")
        row.addWidget(self._as_whom)
        self._filled = False
        self._flow = FlowBox(spacing=8)
        row.addWidget(self._flow, 1, Qt.AlignmentFlag.AlignVCenter)
        self._closed = ClosedPill()
        self._add = self._button("", self.account_wanted)
        self._practice = self._button("", self.practice_wanted)
        self._saved = QPushButton()
        self._saved.setProperty("kind", "quiet")
        self._saved.clicked.connect(self.versions_wanted)
        row.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignVCenter)
        theme.current_theme().changed.connect(self._dress)
        self._dress()

    def set_narrow(self, narrow: bool) -> None:
        """Chips in a line of their own; the lock's sentence, which chooses nothing, gives way."""
        self._closed.setVisible(not narrow)
        if narrow:
            self._row.removeWidget(self._flow)
            self._row.insertStretch(2, 1)
            self._lines.addWidget(self._flow)
        else:
            self._lines.removeWidget(self._flow)
            self._row.takeAt(2)
            self._row.insertWidget(2, self._flow, 1, Qt.AlignmentFlag.AlignVCenter)

    def _button(self, text: str, signal: object) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("kind", "quiet")
        made.clicked.connect(signal)
        return made

    def retranslate(self) -> None:
        """All texts again."""
        personal = self._sphere is Sphere.PERSONAL
        self._as_whom.setText(
            translate("Composer", "Writing as yourself")
            if personal
            else translate("Composer", "Writing as a professional")
        )
        closed = (
            translate("Composer", "Professional accounts are closed for this draft")
            if personal
            else translate("Composer", "Personal accounts are closed for this draft")
        )
        self._closed.setText(closed)
        self._add.setText(translate("Composer", "Add an account"))
        self._practice.setText(translate("Composer", "Try with the practice account"))
        self.back.setToolTip(translate("Composer", "Back to the drafts (Esc)"))
        self.back.setAccessibleName(translate("Composer", "Back to the drafts"))
        self._saved.setToolTip(translate("Composer", "Earlier versions of this text"))
        for account in self._accounts:
            self._name(self._chips[account.id], account)

    def set_accounts(self, accounts: Sequence[Account], chosen: Sequence[str]) -> None:
        """The chips; nothing is emitted."""
        if tuple(accounts) != self._accounts or not self._filled:
            self._filled = True
            self._accounts = tuple(accounts)
            self._chips = {account.id: self._chip(account) for account in accounts}
            self._flow.set_row([*self._chips.values(), self._add, self._practice, self._closed])
            self._add.setVisible(not accounts)
            self._practice.setVisible(not accounts)
        for account_id, chip in self._chips.items():
            chip.blockSignals(True)
            chip.setChecked(account_id in chosen)
            chip.blockSignals(False)

    def _chip(self, account: Account) -> ChoiceChip:
        chip = ChoiceChip("", self._sphere.value)
        self._name(chip, account)
        chip.toggled.connect(self._toggled)
        return chip

    def _name(self, chip: ChoiceChip, account: Account) -> None:
        network = network_title(account.network)
        handle = account.handle if account.network == "practice" else f"@{account.handle}"
        chip.setText(f"{network} · {handle}")
        chip.setAccessibleName(
            translate("Composer", "Publish to {network} as {handle} ({sphere})").format(
                network=network, handle=handle, sphere=sphere_word(account.sphere)
            )
        )

    def _toggled(self) -> None:
        self.chosen.emit([key for key, chip in self._chips.items() if chip.isChecked()])

    def set_saved(self, words: str) -> None:
        """*Saved 2 s ago · 7 versions*."""
        if words != self._saved.text():
            self._saved.setText(words)

    def saved_words(self) -> str:
        """What it says about saving."""
        return self._saved.text()

    def versions_button(self) -> QPushButton:
        """Where the menu of versions hangs."""
        return self._saved

    def _dress(self) -> None:
        accent = theme.tokens().accent(self._sphere.value)
        self._as_whom.setStyleSheet(f"color: {accent};")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = theme.tokens()
        painter.fillRect(self.rect(), QColor(look.band(self._sphere.value)))
        line = QRectF(0, self.height() - 2, self.width(), 2)
        painter.fillRect(line, QColor(look.accent(self._sphere.value)))
