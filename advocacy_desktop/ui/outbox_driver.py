"""Lets the outbox do its work: wakes exactly when something is due, and never when idle."""

from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from ..application.changes import ChangeKind, Changes, changed
from ..application.ports import DeliveryCard
from ..domain.delivery import Delivery, DeliveryState
from ..domain.errors import BugError, KnownError
from .context import UiContext
from .i18n import translate

LONGEST_WAIT_MS = 60_000
"""While something waits for its hour: the computer may have slept, and timers with it."""
STUCK_WAIT_MS = 5_000
"""Something is due and cannot be claimed (its account is busy elsewhere)."""
LOOK_AGAIN_MS = (1_500, 10_000, 60_000, 300_000)
"""When an unknown outcome is looked for on the network; after that the person asks."""


@dataclass(frozen=True, slots=True)
class _Due:
    """What one look at the outbox found."""

    released: list[str]
    claimable: list[Delivery]
    next_moment: datetime | None


class OutboxDriver(QObject):
    """One for the program; :meth:`start` once the profile is open, :meth:`stop` at the end."""

    ended = Signal(object)
    """A :class:`DeliveryCard` whose attempt, or look on the network, has just ended."""

    def __init__(self, context: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._running: set[str] = set()
        self._looking: set[str] = set()
        self._stopped = False
        self._asked = False
        self._again = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        # Coarse timers may be late by 5 per cent: half a second at the end of a hold.
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.wake)
        context.hub.changed.connect(self._changed)

    @property
    def idle(self) -> bool:
        """Whether nothing is held, queued or being sent, so that no timer ticks."""
        return not self._timer.isActive() and not self._running and not self._asked

    def start(self) -> None:
        """Find out what a former run left; then go on."""
        self._catch_up(keep_back=True)

    def _catch_up(self, *, keep_back: bool) -> None:
        outbox, library = self._context.services.outbox, self._context.services.library

        def recover() -> tuple[list[str], list[str], list[DeliveryCard]]:
            kept = outbox.keep_back() if keep_back else []
            lost = outbox.recover()
            unknown = [
                card for card in library.under_way() if card.delivery.state is DeliveryState.UNKNOWN
            ]
            return kept, lost, unknown

        def done(found: tuple[list[str], list[str], list[DeliveryCard]]) -> None:
            kept, lost, unknown = found
            if kept or lost:
                kinds = (ChangeKind.DELIVERIES, ChangeKind.DRAFTS)
                self._context.hub.announce(changed(*kinds, ids=(*kept, *lost)))
            if kept:
                self._context.toasts.show_text(
                    translate(
                        "Outbox",
                        "Not sent: the program was closed before the seconds for taking it back"
                        " had passed. Your text is in My drafts.",
                    )
                )
            for card in unknown:
                self._look(card.delivery.id, card.delivery.account_id, 0)
            self.wake()

        self._context.runner.storage(recover, done, None, self)

    def stop(self) -> None:
        """Claim nothing any more; what is under way ends in the runner.

        What is still held stays held in the file: the next start keeps it back and says so.
        """
        self._stopped = True
        self._timer.stop()

    def wake(self) -> None:
        """Look at the outbox now. Called twice while it is looking, it looks once more."""
        if self._stopped or not self._context.ready:
            return
        if self._asked:
            self._again = True
            return
        self._asked = True
        outbox = self._context.services.outbox

        def look() -> _Due:
            released = outbox.release_due()
            return _Due(released, outbox.claimable(), outbox.next_moment())

        self._context.runner.storage(look, self._found, self._failed, self)

    def _changed(self, changes: Changes) -> None:
        if changes.touches(ChangeKind.DELIVERIES):
            self.wake()

    def _failed(self, _error: KnownError) -> None:
        # The disk is full or busy: nothing was claimed, so nothing is lost by waiting.
        self._asked = False
        if not self._stopped:
            self._timer.start(STUCK_WAIT_MS)

    def _found(self, due: _Due) -> None:
        self._asked = False
        if self._stopped:
            return
        for delivery in due.claimable:
            if delivery.id not in self._running:
                self._run(delivery)
        self._arm(due.next_moment)
        if due.released:
            self._context.hub.announce(changed(ChangeKind.DELIVERIES, ids=tuple(due.released)))
        if self._again:
            self._again = False
            self.wake()

    def _arm(self, moment: datetime | None) -> None:
        if moment is None:
            self._timer.stop()
            return
        wait = (moment - datetime.now(UTC)).total_seconds() * 1000
        if wait <= 0 and self._running:
            self._timer.stop()  # the end of what runs wakes us
            return
        if wait <= -50:
            wait = STUCK_WAIT_MS
        # One more millisecond, so that the moment has come when the timer fires.
        self._timer.start(int(min(max(0.0, wait) + 1, LONGEST_WAIT_MS)))

    def _run(self, delivery: Delivery) -> None:
        self._running.add(delivery.id)
        outbox, library = self._context.services.outbox, self._context.services.library

        def send() -> tuple[DeliveryCard, BugError | None]:
            bug = None
            try:
                outbox.run(delivery.id)
            except BugError as e:
                bug = e  # the truth is written down already: show it, then own up
            return library.delivery(delivery.id)[0], bug

        def done(ended: tuple[DeliveryCard, BugError | None]) -> None:
            card, bug = ended
            self._running.discard(delivery.id)
            self._tell(card)
            if card.delivery.state is DeliveryState.UNKNOWN:
                self._look(delivery.id, delivery.account_id, 0)
            if bug is not None:
                raise bug

        def failed(_error: KnownError) -> None:
            # The outcome could not be written down (a full disk): it is unknown, not lost.
            self._running.discard(delivery.id)
            self._recover_soon()

        self._context.runner.network(delivery.account_id, send, done, failed, self)

    def _recover_soon(self) -> None:
        # What is held now is held by this very run: it is nobody's leftover.
        QTimer.singleShot(STUCK_WAIT_MS, self, lambda: self._catch_up(keep_back=False))

    def _tell(self, card: DeliveryCard) -> None:
        self._context.hub.announce(
            changed(
                ChangeKind.DELIVERIES,
                ChangeKind.DRAFTS,
                ChangeKind.SUGGESTIONS,
                ChangeKind.ACCOUNTS,
                ChangeKind.LEDGER,
                ChangeKind.PRACTICE,
                ids=(card.delivery.id,),
            )
        )
        self.ended.emit(card)

    # --- unknown outcomes ----------------------------------------------------------------------

    def look_now(self, delivery_id: str, account_id: str) -> None:
        """The person asks to look on the network."""
        self._look_once(delivery_id, account_id, len(LOOK_AGAIN_MS))

    def _look(self, delivery_id: str, account_id: str, turn: int) -> None:
        if delivery_id in self._looking or turn >= len(LOOK_AGAIN_MS):
            return
        self._looking.add(delivery_id)
        QTimer.singleShot(
            LOOK_AGAIN_MS[turn], self, lambda: self._look_once(delivery_id, account_id, turn)
        )

    def _look_once(self, delivery_id: str, account_id: str, turn: int) -> None:
        self._looking.discard(delivery_id)
        if self._stopped:
            return
        outbox, library = self._context.services.outbox, self._context.services.library

        def look() -> DeliveryCard:
            outbox.resolve_unknown(delivery_id)
            return library.delivery(delivery_id)[0]

        def done(card: DeliveryCard) -> None:
            self._tell(card)
            if card.delivery.state is DeliveryState.UNKNOWN:
                self._look(delivery_id, account_id, turn + 1)

        self._context.runner.network(account_id, look, done, None, self)
