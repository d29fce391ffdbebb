"""Decisions about deliveries that are not being sent: by a look at the network, or the person."""

import logging
from collections.abc import Mapping
from dataclasses import replace

from ..domain.account import Account
from ..domain.delivery import (
    Delivery,
    DeliveryEvent,
    DeliveryState,
    Receipt,
    deleted_at,
    mark_deleted,
    may_move,
    move,
)
from ..domain.errors import BugError, ErrorCode, KnownError
from ..domain.ledger import Purpose
from ..domain.sphere import Sphere
from .noting_http import NotingHttp
from .outcomes import GIVE_UP, as_pairs, asked_at, close_draft, note_published, reopen_draft
from .ports import Clock, MediaStore, NetworkAdapter, PublishContext, Store, Transaction
from .sphere_kit import SphereKit

_log = logging.getLogger(__name__)


class DeliveryDecisions:
    """The half of the outbox that needs no queue."""

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
        link = (url or "").strip()
        shown = link if link.lower().startswith(("https://", "http://")) else None
        receipt = Receipt(link, shown, self._clock.now()) if found else None
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
            tell_ledger(tx, noting, event.value)
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
            state = step(tx, delivery, DeliveryEvent.TAKE_BACK)
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
            require_account(tx, delivery)
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
            tell_ledger(tx, noting, "deleted")

    def _context_of(self, delivery: Delivery) -> tuple[NetworkAdapter, PublishContext]:
        with self._store.read() as tx:
            account = require_account(tx, delivery)
        if account.sphere is not delivery.sphere:
            raise BugError("delivery_of_two_spheres", delivery=delivery.id)
        adapter = self._adapters.get(delivery.network)
        if adapter is None:
            raise BugError("no_adapter", network=delivery.network)
        return adapter, self._kits[delivery.sphere].context(account, self._media, self._clock)


def require_delivery(tx: Transaction, delivery_id: str) -> Delivery:
    """The delivery, or ``KnownError(NO_LONGER_THERE)``."""
    delivery = tx.deliveries.get(delivery_id)
    if delivery is None:
        raise KnownError(ErrorCode.NO_LONGER_THERE, kind="delivery")
    return delivery


def require_account(tx: Transaction, delivery: Delivery) -> Account:
    """The delivery's account, or ``KnownError(NO_LONGER_THERE)``."""
    account = tx.accounts.get(delivery.account_id)
    if account is None:
        raise KnownError(ErrorCode.NO_LONGER_THERE, kind="account")
    return account


def step(tx: Transaction, delivery: Delivery, event: DeliveryEvent) -> DeliveryState:
    """Move a delivery that was read in this same transaction; the state it is in now."""
    moved = replace(delivery, state=move(delivery.state, event))
    if not tx.deliveries.transition(moved, expected=delivery.state):
        raise BugError("delivery_changed_in_transaction", delivery=delivery.id)
    return moved.state


def tell_ledger(tx: Transaction, noting: NotingHttp | None, outcome: str) -> None:
    """Say at the line of the deciding request what it led to."""
    for purpose in (Purpose.PUBLISH, Purpose.LOOK_FOR_POST, Purpose.DELETE_POST):
        if noting is not None and (line := noting.line(purpose)) is not None:
            tx.ledger.set_outcome(line, outcome)
            return
