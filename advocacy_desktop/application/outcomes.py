"""Writing down how an attempt or a look-up ended: always one transaction, all of it or nothing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from ..domain.account import AccountStatus
from ..domain.delivery import (
    Attempt,
    AttemptOutcome,
    Delivery,
    DeliveryEvent,
    DeliveryState,
    Receipt,
    move,
    next_try_delay,
)
from ..domain.draft import DraftState
from ..domain.errors import AppError, BugError, ErrorCode, KnownError
from ..domain.suggestion import SuggestionEvent
from ..domain.suggestion import may_move as suggestion_may_move
from ..domain.suggestion import move as suggestion_move
from .ports import Transaction

GIVE_UP = timedelta(hours=24)
"""How long after the person's act a surely-unsent delivery is still tried by itself."""

_NEEDS_SIGN_IN = frozenset({ErrorCode.SIGN_IN_EXPIRED.value, ErrorCode.SECRET_MISSING.value})


def as_pairs(data: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """An error's data as it is stored."""
    return tuple(sorted((key, str(value)) for key, value in data.items() if value is not None))


def asked_at(delivery: Delivery) -> datetime:
    """When the person wanted it to be sent: the moment from which patience is counted."""
    return max(delivery.approved_at, delivery.planned_for or delivery.approved_at)


def reopen_draft(tx: Transaction, draft_id: str) -> None:
    """The draft comes back to the writing desk."""
    _set_draft(tx, draft_id, DraftState.APPROVED, DraftState.OPEN)


def close_draft(tx: Transaction, draft_id: str) -> None:
    """The draft is on its way again."""
    _set_draft(tx, draft_id, DraftState.OPEN, DraftState.APPROVED)


def _set_draft(tx: Transaction, draft_id: str, expected: DraftState, state: DraftState) -> None:
    draft = tx.drafts.get(draft_id)
    if draft is not None and draft.state is expected:
        tx.drafts.save(replace(draft, state=state))


def note_published(tx: Transaction, delivery: Delivery, receipt: Receipt, now: datetime) -> None:
    """The receipt, and what a first publication means for the suggestion."""
    tx.deliveries.add_receipt(delivery.id, receipt)
    if delivery.suggestion_id is None:
        return
    suggestion = tx.suggestions.get(delivery.suggestion_id)
    if suggestion is None or not suggestion_may_move(suggestion.state, SuggestionEvent.SHARE):
        return
    state = suggestion_move(suggestion.state, SuggestionEvent.SHARE)
    if state is not suggestion.state:
        tx.suggestions.set_state(suggestion.id, state, now)


class AttemptEnd:
    """Ends one attempt of a delivery that is being sent."""

    def __init__(self, claimed: Delivery, attempt: Attempt) -> None:
        self._delivery = claimed
        self._attempt = attempt

    def published(self, tx: Transaction, receipt: Receipt, now: datetime) -> DeliveryState:
        """It is there."""
        state = self._end(tx, DeliveryEvent.SUCCEED, AttemptOutcome.PUBLISHED, now, None)
        note_published(tx, self._delivery, receipt, now)
        return state

    def refused(self, tx: Transaction, error: AppError, now: datetime) -> DeliveryState:
        """It is surely not there, and trying the same again by itself makes no sense."""
        state = self._end(tx, DeliveryEvent.REFUSE, AttemptOutcome.REFUSED, now, error)
        reopen_draft(tx, self._delivery.draft_id)
        if error.code in _NEEDS_SIGN_IN:
            account = tx.accounts.get(self._delivery.account_id)
            if account is not None:
                tx.accounts.save(replace(account, status=AccountStatus.SIGN_IN_EXPIRED))
        return state

    def lost(self, tx: Transaction, error: AppError, now: datetime) -> DeliveryState:
        """Nobody knows yet."""
        return self._end(tx, DeliveryEvent.LOSE_TRACK, AttemptOutcome.UNKNOWN, now, error)

    def not_sent(self, tx: Transaction, error: KnownError, now: datetime) -> DeliveryState:
        """It is surely not there and will be tried again, unless patience has run out."""
        again = now + timedelta(seconds=next_try_delay(self._delivery.attempts))
        named = error.data.get("retry_at")
        if isinstance(named, str):
            again = max(datetime.fromisoformat(named), now + timedelta(seconds=1))
        never = error.code == ErrorCode.NOT_ALLOWED_ADDRESS
        if never or again - asked_at(self._delivery) > GIVE_UP:
            return self.refused(tx, error, now)
        return self._end(
            tx, DeliveryEvent.NOT_SENT, AttemptOutcome.NOT_SENT, now, error, not_before=again
        )

    def _end(
        self,
        tx: Transaction,
        event: DeliveryEvent,
        outcome: AttemptOutcome,
        now: datetime,
        error: AppError | None,
        not_before: datetime | None = None,
    ) -> DeliveryState:
        state = move(DeliveryState.SENDING, event)
        ended = replace(
            self._delivery,
            state=state,
            lease_until=None,
            not_before=not_before or self._delivery.not_before,
            error=error.code if error is not None else None,
            error_data=as_pairs(error.data) if error is not None else (),
        )
        if not tx.deliveries.transition(ended, expected=DeliveryState.SENDING):
            raise BugError("attempt_ended_twice", delivery=self._delivery.id)
        tx.deliveries.finish_attempt(
            replace(
                self._attempt,
                finished_at=now,
                outcome=outcome,
                error=error.code if error is not None else None,
            )
        )
        return state
