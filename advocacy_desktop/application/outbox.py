"""The outbox: sends approved deliveries, one at a time per account, and never twice.

An attempt is written down durably before the adapter is called, and its end in one transaction
after. Whenever the process dies in between, the next start finds the delivery in ``sending`` and
knows only one honest thing about it: that nobody knows.
"""

import logging
import threading
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from ..domain.account import Account
from ..domain.delivery import (
    Attempt,
    AttemptOutcome,
    Delivery,
    DeliveryEvent,
    DeliveryState,
    Receipt,
    deleted_at,
    hold_ends,
    is_past_its_hour,
    mark_deleted,
    may_move,
    move,
)
from ..domain.errors import (
    AppError,
    BugError,
    ErrorCode,
    KnownError,
    OutcomeUnknownError,
    UnsentError,
)
from ..domain.ledger import Purpose
from ..domain.sphere import Sphere
from .noting_http import NotingHttp
from .outcomes import (
    GIVE_UP,
    AttemptEnd,
    as_pairs,
    asked_at,
    close_draft,
    note_published,
    reopen_draft,
)
from .ports import Clock, MediaStore, NetworkAdapter, PublishContext, Store, Transaction
from .sphere_kit import SphereKit

LEASE = timedelta(minutes=15)
"""Longer than the longest honest attempt (four uploads at their time limits)."""

_log = logging.getLogger(__name__)
_HELD, _QUEUED = frozenset({DeliveryState.HELD}), frozenset({DeliveryState.QUEUED})
_SENDING = frozenset({DeliveryState.SENDING})
_WORTH_RETRYING_ONLINE = frozenset({ErrorCode.OFFLINE.value, ErrorCode.PROXY_REFUSED.value})


class Outbox:
    """Every method may block and belongs on a worker; all are safe from several threads."""

    def __init__(
        self,
        *,
        store: Store,
        adapters: Mapping[str, NetworkAdapter],
        kits: Mapping[Sphere, SphereKit],
        media: MediaStore,
        clock: Clock,
    ) -> None:
        self._store = store
        self._adapters = adapters
        self._kits = kits
        self._media = media
        self._clock = clock
        self._claiming = threading.Lock()
        self._running: set[str] = set()

    # --- by itself -----------------------------------------------------------------------------

    def recover(self) -> list[str]:
        """Turn deliveries that a former process was sending into unknown ones; their ids.

        One instance runs per profile, so that whatever is being sent, and not by us, was left
        by a process that died, or by a moment in which the outcome could not be written down.
        """
        with self._claiming:
            with self._store.read() as tx:
                if not any(d.id not in self._running for d in tx.deliveries.in_states(_SENDING)):
                    return []
            now = self._clock.now()
            lost: list[str] = []
            with self._store.write(durable=True) as tx:
                for delivery in tx.deliveries.in_states(_SENDING):
                    if delivery.id in self._running:
                        continue
                    under_way = [
                        attempt
                        for attempt in tx.deliveries.attempts(delivery.id)
                        if attempt.number == delivery.attempts
                    ]
                    attempt = under_way[0] if under_way else Attempt(delivery.id, 0, now)
                    error = OutcomeUnknownError(ErrorCode.OUTCOME_UNKNOWN, network=delivery.network)
                    AttemptEnd(delivery, attempt).lost(tx, error, now)
                    lost.append(delivery.id)
            return lost

    def release_due(self) -> list[str]:
        """Let go of what has been held long enough; put aside what missed its hour; their ids."""
        now = self._clock.now()
        with self._store.read() as tx:
            waiting = tx.deliveries.in_states(_HELD | _QUEUED)
        if not any(hold_ends(d) <= now for d in waiting if d.state is DeliveryState.HELD) and (
            not any(is_past_its_hour(d, now) for d in waiting)
        ):
            return []
        changed: dict[str, None] = {}
        with self._store.write(durable=True) as tx:
            for delivery in tx.deliveries.in_states(_HELD):
                if hold_ends(delivery) <= now:
                    _step(tx, delivery, DeliveryEvent.HOLD_ENDED)
                    changed[delivery.id] = None
            for delivery in tx.deliveries.in_states(_QUEUED):
                if is_past_its_hour(delivery, now):
                    _step(tx, delivery, DeliveryEvent.MISS_HOUR)
                    changed[delivery.id] = None
        return list(changed)

    def claimable(self) -> list[Delivery]:
        """What can be sent now: at most one per account, oldest approval first."""
        now = self._clock.now()
        with self._store.read() as tx:
            busy = {delivery.account_id for delivery in tx.deliveries.in_states(_SENDING)}
            found: list[Delivery] = []
            for delivery in tx.deliveries.in_states(_QUEUED):
                if delivery.account_id not in busy and _is_due(delivery, now):
                    busy.add(delivery.account_id)
                    found.append(delivery)
            return found

    def next_moment(self) -> datetime | None:
        """When something is next to be done, if nothing else happens."""
        with self._store.read() as tx:
            return min(
                (
                    hold_ends(d) if d.state is DeliveryState.HELD else d.not_before
                    for d in tx.deliveries.in_states(_HELD | _QUEUED)
                ),
                default=None,
            )

    def retry_sooner(self) -> list[str]:
        """Back online: what only waits because nothing could be reached need not wait longer."""
        now = self._clock.now()
        hurried: list[str] = []
        with self._store.write(durable=True) as tx:
            for delivery in tx.deliveries.in_states(_QUEUED):
                if delivery.error in _WORTH_RETRYING_ONLINE and delivery.not_before > now:
                    sooner = replace(delivery, not_before=now)
                    if tx.deliveries.transition(sooner, expected=DeliveryState.QUEUED):
                        hurried.append(delivery.id)
        return hurried

    def run(self, delivery_id: str) -> DeliveryState:
        """Send one delivery; the state it ends in. One that cannot be claimed stays as it is.

        Raises:
            KnownError: ``NO_LONGER_THERE``; ``STORAGE_*`` when the outcome could not be written
                (then :meth:`recover` finds it).
            BugError: after the truth that is known was written down.
        """
        claimed, attempt, state = self._claim(delivery_id)
        if attempt is None:
            return state
        try:
            return self._attempt(claimed, attempt)
        finally:
            with self._claiming:
                self._running.discard(delivery_id)

    def _claim(self, delivery_id: str) -> tuple[Delivery, Attempt | None, DeliveryState]:
        now = self._clock.now()
        with self._claiming:
            with self._store.write(durable=True) as tx:
                delivery = require_delivery(tx, delivery_id)
                if delivery.state is not DeliveryState.QUEUED:
                    return delivery, None, delivery.state
                if is_past_its_hour(delivery, now):
                    return delivery, None, _step(tx, delivery, DeliveryEvent.MISS_HOUR)
                busy = {other.account_id for other in tx.deliveries.in_states(_SENDING)}
                if not _is_due(delivery, now) or delivery.account_id in busy:
                    return delivery, None, delivery.state
                claimed = replace(
                    delivery,
                    state=move(delivery.state, DeliveryEvent.CLAIM),
                    attempts=delivery.attempts + 1,
                    lease_until=now + LEASE,
                    error=None,
                    error_data=(),
                )
                if not tx.deliveries.transition(claimed, expected=DeliveryState.QUEUED):
                    return delivery, None, require_delivery(tx, delivery_id).state
                attempt = Attempt(delivery_id, claimed.attempts, now)
                tx.deliveries.add_attempt(attempt)
            self._running.add(delivery_id)
        return claimed, attempt, claimed.state

    def _attempt(self, claimed: Delivery, attempt: Attempt) -> DeliveryState:
        end = AttemptEnd(claimed, attempt)
        entered = False
        noting: NotingHttp | None = None
        error: AppError
        try:
            adapter, context = self._context_of(claimed)
            noting = NotingHttp(context.http)
            context = replace(context, http=noting)
            entered = True
            receipt = adapter.publish(context, claimed)
        except OutcomeUnknownError as e:
            error = e
            outcome = AttemptOutcome.UNKNOWN
        except UnsentError as e:
            error = e
            outcome = AttemptOutcome.NOT_SENT
        except KnownError as e:
            error = e
            outcome = AttemptOutcome.REFUSED
        except Exception as e:
            bug = e if isinstance(e, BugError) else BugError("publish", kind=type(e).__name__)
            with self._store.write(durable=True) as tx:
                if entered:
                    end.lost(tx, bug, self._clock.now())
                else:
                    end.refused(tx, bug, self._clock.now())
            raise bug from e
        else:
            with self._store.write(durable=True) as tx:
                _tell_ledger(tx, noting, AttemptOutcome.PUBLISHED.value)
                return end.published(tx, receipt, self._clock.now())
        _log.info("delivery %s: %s (%s)", claimed.id, outcome, error.code)
        with self._store.write(durable=True) as tx:
            _tell_ledger(tx, noting, outcome.value)
            now = self._clock.now()
            if isinstance(error, OutcomeUnknownError):
                return end.lost(tx, error, now)
            if isinstance(error, UnsentError):
                return end.not_sent(tx, error, now)
            return end.refused(tx, error, now)

    def _context_of(self, delivery: Delivery) -> tuple[NetworkAdapter, PublishContext]:
        with self._store.read() as tx:
            account = _require_account(tx, delivery)
        if account.sphere is not delivery.sphere:
            raise BugError("delivery_of_two_spheres", delivery=delivery.id)
        adapter = self._adapters.get(delivery.network)
        if adapter is None:
            raise BugError("no_adapter", network=delivery.network)
        return adapter, self._kits[delivery.sphere].context(account, self._media, self._clock)

    # --- unknown outcomes ----------------------------------------------------------------------

    def resolve_unknown(self, delivery_id: str) -> DeliveryState:
        """Look on the network; stays unknown when it cannot be asked at this moment."""
        with self._store.read() as tx:
            delivery = require_delivery(tx, delivery_id)
            if tx.accounts.get(delivery.account_id) is None:
                return delivery.state
        if delivery.state is not DeliveryState.UNKNOWN:
            return delivery.state
        adapter, context = self._context_of(delivery)
        if not adapter.capabilities.can_find:
            return delivery.state
        noting = NotingHttp(context.http)
        try:
            receipt = adapter.find(replace(context, http=noting), delivery)
        except KnownError as e:
            _log.info("delivery %s could not be looked for: %s", delivery_id, e.code)
            return delivery.state
        return self._settle_unknown(delivery, receipt, noting)

    def answer_unknown(self, delivery_id: str, found: bool, url: str | None) -> DeliveryState:
        """What the person saw on the network; ``url`` is where the post is, if they know.

        Raises ``KnownError(TOO_LATE)`` when it is no longer unknown.
        """
        with self._store.read() as tx:
            delivery = require_delivery(tx, delivery_id)
        if delivery.state is not DeliveryState.UNKNOWN:
            raise KnownError(ErrorCode.TOO_LATE)
        receipt = Receipt(url or "", url or None, self._clock.now()) if found else None
        return self._settle_unknown(delivery, receipt, None)

    def _settle_unknown(
        self, delivery: Delivery, receipt: Receipt | None, noting: NotingHttp | None
    ) -> DeliveryState:
        now = self._clock.now()
        with self._store.write(durable=True) as tx:
            event = DeliveryEvent.NOT_FOUND if receipt is None else DeliveryEvent.FOUND
            settled = replace(
                delivery,
                state=move(delivery.state, event),
                error=ErrorCode.NOT_PUBLISHED.value if receipt is None else None,
                error_data=as_pairs({"network": delivery.network}) if receipt is None else (),
            )
            if not tx.deliveries.transition(settled, expected=DeliveryState.UNKNOWN):
                return require_delivery(tx, delivery.id).state
            if receipt is None:
                reopen_draft(tx, delivery.draft_id)
            else:
                note_published(tx, delivery, receipt, now)
            _tell_ledger(tx, noting, event.value)
            return settled.state

    # --- by the person -------------------------------------------------------------------------

    def take_back(self, delivery_id: str) -> DeliveryState:
        """Cancel what has not left yet; its draft comes back.

        Raises ``KnownError(TOO_LATE)`` when it is being sent or was sent.
        """
        with self._store.write(durable=True) as tx:
            delivery = require_delivery(tx, delivery_id)
            if not may_move(delivery.state, DeliveryEvent.TAKE_BACK):
                raise KnownError(ErrorCode.TOO_LATE)
            state = _step(tx, delivery, DeliveryEvent.TAKE_BACK)
            reopen_draft(tx, delivery.draft_id)
            return state

    def send_again(self, delivery_id: str) -> DeliveryState:
        """Send the same frozen post once more, under the same record key.

        Raises ``KnownError``: ``TOO_LATE`` when it neither failed nor missed its hour;
        ``NO_LONGER_THERE`` when its account was removed.
        """
        now = self._clock.now()
        with self._store.write(durable=True) as tx:
            delivery = require_delivery(tx, delivery_id)
            if not may_move(delivery.state, DeliveryEvent.SEND_AGAIN):
                raise KnownError(ErrorCode.TOO_LATE)
            _require_account(tx, delivery)
            # A new act begins a new patience: its hour is now.
            anew = delivery.planned_for is not None or now - asked_at(delivery) >= GIVE_UP
            queued = replace(
                delivery,
                state=move(delivery.state, DeliveryEvent.SEND_AGAIN),
                not_before=now,
                planned_for=now if anew else None,
            )
            if not tx.deliveries.transition(queued, expected=delivery.state):
                raise BugError("delivery_changed_in_transaction", delivery=delivery.id)
            draft = tx.drafts.get(delivery.draft_id)
            if draft is not None and draft.updated_at <= delivery.approved_at:
                close_draft(tx, delivery.draft_id)  # one that was edited since stays on the desk
            return queued.state

    def delete_from_network(self, delivery_id: str) -> None:
        """Delete a published post where it is; it stays in our history, marked as deleted.

        Raises ``KnownError``: ``TOO_LATE`` when it is not published or deleted already, and what
        the network says.
        """
        with self._store.read() as tx:
            delivery = require_delivery(tx, delivery_id)
            receipt = tx.deliveries.receipt(delivery_id)
        gone = deleted_at(delivery) is not None
        if delivery.state is not DeliveryState.PUBLISHED or receipt is None or gone:
            raise KnownError(ErrorCode.TOO_LATE)
        adapter, context = self._context_of(delivery)
        noting = NotingHttp(context.http)
        adapter.delete(replace(context, http=noting), delivery, receipt)
        with self._store.write(durable=True) as tx:
            deleted = mark_deleted(delivery, self._clock.now())
            tx.deliveries.transition(deleted, expected=DeliveryState.PUBLISHED)
            _tell_ledger(tx, noting, "deleted")


def require_delivery(tx: Transaction, delivery_id: str) -> Delivery:
    """The delivery, or ``KnownError(NO_LONGER_THERE)``."""
    delivery = tx.deliveries.get(delivery_id)
    if delivery is None:
        raise KnownError(ErrorCode.NO_LONGER_THERE, kind="delivery")
    return delivery


def _require_account(tx: Transaction, delivery: Delivery) -> Account:
    account = tx.accounts.get(delivery.account_id)
    if account is None:
        raise KnownError(ErrorCode.NO_LONGER_THERE, kind="account")
    return account


def _is_due(delivery: Delivery, now: datetime) -> bool:
    return delivery.not_before <= now and not is_past_its_hour(delivery, now)


def _step(tx: Transaction, delivery: Delivery, event: DeliveryEvent) -> DeliveryState:
    moved = replace(delivery, state=move(delivery.state, event))
    if not tx.deliveries.transition(moved, expected=delivery.state):
        raise BugError("delivery_changed_in_transaction", delivery=delivery.id)
    return moved.state


def _tell_ledger(tx: Transaction, noting: NotingHttp | None, outcome: str) -> None:
    """Say at the line of the deciding request what it led to."""
    for purpose in (Purpose.PUBLISH, Purpose.LOOK_FOR_POST, Purpose.DELETE_POST):
        if noting is not None and (line := noting.line(purpose)) is not None:
            tx.ledger.set_outcome(line, outcome)
            return
