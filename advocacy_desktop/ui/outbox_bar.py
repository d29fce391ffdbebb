"""At the bottom: what is about to leave, with the way to take it back; then how it went."""

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ..application.changes import ChangeKind, Changes, changed
from ..application.ports import DeliveryCard
from ..domain.delivery import DeliveryState
from ..domain.errors import KnownError
from . import theme
from .context import UiContext
from .i18n import translate
from .messages import sentence
from .outbox_driver import OutboxDriver
from .outbox_row import OutboxRow
from .widgets.announce import announce
from .widgets.basics import KeyButton, key_text

TICK_MS = 200
"""The seconds that can be seen; only while something is held."""
TAKE_BACK_KEY = "Ctrl+Shift+Z"
MOST_ROWS = 4
SHOWN_MS = 15_000
"""How long a good end stays; a bad one stays until it is put away."""


class OutboxBar(QFrame):
    """A row for each account; hidden when there is nothing to say."""

    def __init__(
        self, context: UiContext, driver: OutboxDriver, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._driver = driver
        self._rows: dict[str, OutboxRow] = {}
        self._put_away: set[str] = set()
        self._fresh: set[str] = set()
        """Published in this run and not yet put away."""
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 8, 16, 8)
        column.setSpacing(4)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        column.addLayout(self._list)
        foot = QHBoxLayout()
        foot.addStretch(1)
        self.all_back = KeyButton("", key_text(TAKE_BACK_KEY))
        self.all_back.clicked.connect(self.take_back)
        foot.addWidget(self.all_back)
        column.addLayout(foot)
        self.all_back.hide()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._count_down)
        shortcut = QShortcut(QKeySequence(TAKE_BACK_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self.take_back)
        context.hub.changed.connect(self._changed)
        driver.ended.connect(self._ended)
        theme.current_theme().changed.connect(self._dress)
        self._dress()
        self.retranslate()
        self.hide()

    def rows(self) -> list[OutboxRow]:
        """What it shows, newest first."""
        return list(self._rows.values())

    def refresh(self) -> None:
        """Ask what is under way."""
        if self._context.ready:
            library = self._context.services.library
            self._context.runner.storage(library.under_way, self._show, None, self)

    def take_back(self) -> None:
        """Everything that can still be taken back."""
        for row in self.rows():
            if row.card.delivery.state is DeliveryState.HELD:
                self._take_back(row.card)

    def retranslate(self) -> None:
        """All texts again."""
        self.setAccessibleName(translate("Outbox", "What is being published"))
        self.all_back.setText(translate("Outbox", "Take everything back"))
        for row in self._rows.values():
            row.show_card(row.card)

    # --- what changes --------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if changes.touches(ChangeKind.DELIVERIES):
            self.refresh()

    def _ended(self, card: DeliveryCard) -> None:
        if card.delivery.state is DeliveryState.PUBLISHED:
            delivery_id = card.delivery.id
            self._fresh.add(delivery_id)
            self._put(card)
            QTimer.singleShot(SHOWN_MS, self, lambda: self._put_aside(delivery_id))
        row = self._rows.get(card.delivery.id)
        if row is not None:
            announce(self, row.words.text())
        self._arrange()

    def _show(self, cards: Sequence[DeliveryCard]) -> None:
        there = {card.delivery.id for card in cards}
        for delivery_id in list(self._rows):
            if delivery_id not in there and delivery_id not in self._fresh:
                self._remove(delivery_id)
        for card in reversed(cards):
            waits = card.delivery.state in (DeliveryState.HELD, DeliveryState.SENDING)
            if waits:
                self._put_away.discard(card.delivery.id)
            if card.delivery.id not in self._put_away:
                new = card.delivery.id not in self._rows
                self._put(card)
                if new and card.delivery.state is DeliveryState.HELD:
                    announce(self, self._rows[card.delivery.id].words.text())
        self._arrange()

    def _put(self, card: DeliveryCard) -> None:
        row = self._rows.get(card.delivery.id)
        if row is None:
            row = OutboxRow()
            row.take_back.connect(lambda row=row: self._take_back(row.card))
            row.send_again.connect(lambda row=row: self._send_again(row.card))
            row.try_now.connect(self._try_now)
            row.look.connect(lambda row=row: self._look(row.card))
            row.open_draft.connect(lambda row=row: self._open_draft(row.card))
            row.details.connect(lambda row=row: self._details(row.card))
            row.timeline.connect(lambda: self._context.navigate("practice"))
            row.put_away.connect(lambda row=row: self._put_aside(row.card.delivery.id))
            self._rows[card.delivery.id] = row
            self._list.insertWidget(0, row)
        row.show_card(card)

    def _remove(self, delivery_id: str) -> None:
        row = self._rows.pop(delivery_id, None)
        self._fresh.discard(delivery_id)
        if row is not None:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _put_aside(self, delivery_id: str) -> None:
        self._put_away.add(delivery_id)
        self._remove(delivery_id)
        self._arrange()

    def _arrange(self) -> None:
        held = [r for r in self.rows() if r.card.delivery.state is DeliveryState.HELD]
        self.all_back.setVisible(len(held) > 1)
        for row in self.rows():
            row.show_key(key_text(TAKE_BACK_KEY) if len(held) == 1 else "")
        shown = sorted(self.rows(), key=lambda row: row.card.delivery.approved_at, reverse=True)
        for number, row in enumerate(shown):
            row.setVisible(number < MOST_ROWS or row.card.delivery.state is DeliveryState.HELD)
        self.setVisible(bool(self._rows))
        if held and not self._tick.isActive():
            self._tick.start()
        elif not held:
            self._tick.stop()

    def _count_down(self) -> None:
        now = datetime.now(UTC)
        for row in self.rows():
            row.count_down(now)

    # --- what the person does ------------------------------------------------------------------

    def _take_back(self, card: DeliveryCard) -> None:
        outbox, delivery_id = self._context.services.outbox, card.delivery.id

        def done(_state: object) -> None:
            self._tell(delivery_id)
            self._context.toasts.show_text(
                translate("Outbox", "Taken back. Nothing was sent; the draft is open again."),
                translate("Outbox", "Open the draft"),
                lambda: self._open_draft(card),
            )

        self._context.runner.storage(lambda: outbox.take_back(delivery_id), done, self._failed)

    def _send_again(self, card: DeliveryCard) -> None:
        outbox, delivery_id = self._context.services.outbox, card.delivery.id
        self._context.runner.storage(
            lambda: outbox.send_again(delivery_id),
            lambda _state: self._tell(delivery_id),
            self._failed,
        )

    def _try_now(self) -> None:
        """All that only waits for a connection: one that is back serves all of it."""
        outbox = self._context.services.outbox
        self._context.runner.storage(
            outbox.retry_sooner,
            lambda ids: self._context.hub.announce(changed(ChangeKind.DELIVERIES, ids=tuple(ids))),
            self._failed,
        )

    def _look(self, card: DeliveryCard) -> None:
        self._driver.look_now(card.delivery.id, card.delivery.account_id)

    def _open_draft(self, card: DeliveryCard) -> None:
        self._context.navigate("drafts", draft_id=card.delivery.draft_id)

    def _details(self, card: DeliveryCard) -> None:
        self._context.navigate("scheduled", id=card.delivery.id)

    def _failed(self, error: KnownError) -> None:
        self._context.toasts.show_text(sentence(error))
        self.refresh()

    def _tell(self, delivery_id: str) -> None:
        kinds = (ChangeKind.DELIVERIES, ChangeKind.DRAFTS, ChangeKind.SUGGESTIONS)
        self._context.hub.announce(changed(*kinds, ids=(delivery_id,)))

    # --- look ----------------------------------------------------------------------------------

    def _dress(self) -> None:
        look = theme.tokens()
        self.setStyleSheet(
            f"OutboxBar {{ background: {look.panel}; border: none;"
            f" border-top: 1px solid {look.line_strong}; }}"
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
