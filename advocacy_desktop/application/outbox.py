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

from ..domain.delivery import (
    Attempt,
    AttemptOutcome,
    Delivery,
    DeliveryEvent,
    DeliveryState,
    hold_ends,
    is_past_its_hour,
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
from ..domain.sphere import Sphere
from .delivery_decisions import DeliveryDecisions, require_delivery, step, tell_ledger
from .noting_http import NotingHttp
from .outcomes import AttemptEnd, reopen_draft
from .ports import Clock, MediaStore, NetworkAdapter, Store
from .sphere_kit import SphereKit

LEASE = timedelta(minutes=15)
"""Longer than the longest honest attempt (four uploads at their time limits)."""

_log = logging.getLogger(__name__)
_HELD, _QUEUED = frozenset({DeliveryState.HELD}), frozenset({DeliveryState.QUEUED})
_SENDING = frozenset({DeliveryState.SENDING})
_WORTH_RETRYING_ONLINE = frozenset({ErrorCode.OFFLINE.value, ErrorCode.PROXY_REFUSED.value})


class Outbox(DeliveryDecisions):
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
        super().__init__(store=store, adapters=adapters, kits=kits, media=media, clock=clock)
        self._claiming = threading.Lock()
        self._running: set[str] = set()

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
                    if under_way:
                        attempt = under_way[0]
                    else:  # Claimed by something that wrote no attempt: its end still needs one.
                        attempt = Attempt(delivery.id, max(1, delivery.attempts), now)
                        tx.deliveries.add_attempt(attempt)
                    error = OutcomeUnknownError(ErrorCode.OUTCOME_UNKNOWN, network=delivery.network)
                    AttemptEnd(delivery, attempt).lost(tx, error, now)
                    lost.append(delivery.id)
            return lost

    def keep_back(self) -> list[str]:
        """Take back what is still held, at the end of the program and at its next start; their ids.

        Who closes the program within the hold has not let the post go: it is not sent, and its
        draft is there again.
        """
        with self._store.read() as tx:
            if not tx.deliveries.in_states(_HELD):
                return []
        with self._store.write(durable=True) as tx:
            kept: list[str] = []
            for delivery in tx.deliveries.in_states(_HELD):
                step(tx, delivery, DeliveryEvent.TAKE_BACK)
                reopen_draft(tx, delivery.draft_id)
                kept.append(delivery.id)
        return kept

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
                    step(tx, delivery, DeliveryEvent.HOLD_ENDED)
                    changed[delivery.id] = None
            for delivery in tx.deliveries.in_states(_QUEUED):
                if is_past_its_hour(delivery, now):
                    step(tx, delivery, DeliveryEvent.MISS_HOUR)
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
                    return delivery, None, step(tx, delivery, DeliveryEvent.MISS_HOUR)
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
                tell_ledger(tx, noting, AttemptOutcome.PUBLISHED.value)
                return end.published(tx, receipt, self._clock.now())
        _log.info("delivery %s: %s (%s)", claimed.id, outcome, error.code)
        with self._store.write(durable=True) as tx:
            tell_ledger(tx, noting, outcome.value)
            now = self._clock.now()
            if isinstance(error, OutcomeUnknownError):
                return end.lost(tx, error, now)
            if isinstance(error, UnsentError):
                return end.not_sent(tx, error, now)
            return end.refused(tx, error, now)


def _is_due(delivery: Delivery, now: datetime) -> bool:
    return delivery.not_before <= now and not is_past_its_hour(delivery, now)
