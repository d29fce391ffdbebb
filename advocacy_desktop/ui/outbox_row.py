"""One account's post on its way, in words, with what can be done about it."""

from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ..application.ports import DeliveryCard
from ..domain.delivery import DeliveryState
from ..domain.errors import ErrorCode
from .i18n import translate
from .messages import code_sentence
from .widgets.basics import Dot, KeyButton, label, set_kind
from .words.deliveries import state_sentence
from .words.spheres import network_title, sphere_word

_NEEDS_ACCOUNT = frozenset({ErrorCode.SIGN_IN_EXPIRED.value, ErrorCode.SECRET_MISSING.value})

OFFLINE = frozenset({ErrorCode.OFFLINE.value, ErrorCode.PROXY_REFUSED.value})
"""Nothing could be reached: the person may know sooner than the program that it can be again."""


def goes_to(card: DeliveryCard) -> str:
    """``Bluesky as Claire Morel (professional)``."""
    account = card.account
    name = (account.display_name or account.handle) if account is not None else "…"
    return translate("Outbox", "{network} as {name} ({sphere})").format(
        network=network_title(card.delivery.network),
        name=name,
        sphere=sphere_word(card.delivery.sphere),
    )


def words_for(card: DeliveryCard, now: datetime) -> tuple[str, str]:
    """What happens, and the kind of its label."""
    delivery, state = card.delivery, card.delivery.state
    to = goes_to(card)
    if state is DeliveryState.HELD:
        left = max(0.0, (delivery.not_before - now).total_seconds())
        text = translate("Outbox", "Will be published on {to} in %n s", None, int(left + 0.999))
        return text.format(to=to), "strong"
    if state is DeliveryState.SENDING:
        return translate("Outbox", "Being sent to {to}…").format(to=to), "strong"
    if state is DeliveryState.PUBLISHED:
        return translate("Outbox", "Published on {to}").format(to=to), "fine"
    why = state_sentence(delivery, now)
    if delivery.error is not None and state in (DeliveryState.FAILED, DeliveryState.QUEUED):
        known = delivery.error in {code.value for code in ErrorCode}
        if known:
            said = code_sentence(ErrorCode(delivery.error), dict(delivery.error_data))
            why = said if state is DeliveryState.FAILED else f"{said} {why}"
    text = {
        DeliveryState.QUEUED: translate("Outbox", "Waits for {to}. {why}"),
        DeliveryState.FAILED: translate("Outbox", "Not published on {to}. {why}"),
        DeliveryState.UNKNOWN: translate("Outbox", "Not sure about {to}. {why}"),
        DeliveryState.MISSED: translate("Outbox", "Not sent to {to}. {why}"),
        DeliveryState.CANCELLED: translate("Outbox", "Taken back: {to}"),
    }[state]
    kind = "error" if state is DeliveryState.FAILED else "advice"
    if state is DeliveryState.QUEUED and delivery.error is None:
        kind = ""
    return text.format(to=to, why=why), kind


class OutboxRow(QWidget):
    """Words left, buttons right."""

    take_back = Signal()
    send_again = Signal()
    try_now = Signal()
    look = Signal()
    open_draft = Signal()
    details = Signal()
    put_away = Signal()
    timeline = Signal()
    """The post is on the practice timeline, which is a page of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card: DeliveryCard
        self._dot: Dot | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self.words = label("", "strong", wrap=True)
        self._row.addWidget(self.words, 1)
        self.back = KeyButton()
        self.back.clicked.connect(self.take_back)
        self.see, self.again, self.now = QPushButton(), QPushButton(), QPushButton()
        self.search, self.draft, self.more = QPushButton(), QPushButton(), QPushButton()
        self.close_button = QPushButton("✕")
        self.close_button.setProperty("kind", "quiet")
        self.see.clicked.connect(self._see)
        self.again.clicked.connect(self.send_again)
        self.now.clicked.connect(self.try_now)
        self.search.clicked.connect(self.look)
        self.draft.clicked.connect(self.open_draft)
        self.more.clicked.connect(self.details)
        self.close_button.clicked.connect(self.put_away)
        for button in (
            self.back, self.see, self.again, self.now, self.search, self.draft, self.more,
            self.close_button,
        ):  # fmt: skip
            self._row.addWidget(button)

    def show_card(self, card: DeliveryCard) -> None:
        """Words and buttons for the present state."""
        self.card = card
        if self._dot is None:
            self._dot = Dot(card.delivery.sphere.value)
            self._row.insertWidget(0, self._dot)
        state = card.delivery.state
        self._set_words(datetime.now(UTC))
        to = goes_to(card)
        waiting = state in (DeliveryState.HELD, DeliveryState.QUEUED, DeliveryState.MISSED)
        url = card.receipt.url if card.receipt is not None else None
        practice = card.delivery.network == "practice"
        failed = state is DeliveryState.FAILED
        for button, text, on in (
            (self.back, translate("Outbox", "Take it back"), waiting),
            (
                self.see,
                translate("Outbox", "See it"),
                state is DeliveryState.PUBLISHED and (bool(url) or practice),
            ),
            (
                self.again,
                translate("Outbox", "Try again"),
                failed or state is DeliveryState.MISSED,
            ),
            (
                self.now,
                translate("Outbox", "Try now"),
                state is DeliveryState.QUEUED and card.delivery.error in OFFLINE,
            ),
            (
                self.search,
                translate("Outbox", "Look on the network"),
                state is DeliveryState.UNKNOWN,
            ),
            (self.draft, translate("Outbox", "Open the draft"), failed),
            (self.more, translate("Outbox", "Details"), state is DeliveryState.UNKNOWN),
        ):
            button.setText(text)
            button.setAccessibleName(f"{text}: {to}")
            button.setVisible(on)
        quiet = state not in (DeliveryState.HELD, DeliveryState.SENDING)
        self.close_button.setVisible(quiet)
        self.close_button.setAccessibleName(
            translate("Outbox", "Put this line away: {to}").format(to=to)
        )

    def show_key(self, key: str) -> None:
        """The key that takes it back, when it is the only one."""
        held = self.card.delivery.state is DeliveryState.HELD
        self.back.set_key(key if held else "")

    def count_down(self, now: datetime) -> None:
        """Once in a while, while it is held."""
        if self.card.delivery.state is DeliveryState.HELD:
            self._set_words(now)

    def _set_words(self, now: datetime) -> None:
        text, kind = words_for(self.card, now)
        if self.words.text() != text:
            self.words.setText(text)
        set_kind(self.words, kind)

    def _see(self) -> None:
        receipt = self.card.receipt
        if receipt is not None and receipt.url:
            QDesktopServices.openUrl(receipt.url)
        else:
            self.timeline.emit()
