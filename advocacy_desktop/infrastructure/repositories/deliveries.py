"""The outbox in the database: deliveries, attempts, receipts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, insert, select, update

from ...application.ports import DeliveryCard
from ...domain.delivery import Attempt, AttemptOutcome, Delivery, DeliveryState, Receipt
from ...domain.sphere import Sphere
from ..codecs import dump, dump_post, load_post, pairs
from ..tables import accounts, attempts, deliveries, receipts, suggestions
from .accounts import account_from
from .executor import Executor

_CLAIM = update(deliveries).where(
    deliveries.c.id == bindparam("key"), deliveries.c.state == bindparam("expected")
)
_FINISH = update(attempts).where(
    attempts.c.delivery_id == bindparam("key"), attempts.c.number == bindparam("which")
)


def _values(delivery: Delivery) -> dict[str, object]:
    return {
        "id": delivery.id,
        "draft_id": delivery.draft_id,
        "suggestion_id": delivery.suggestion_id,
        "account_id": delivery.account_id,
        "sphere": delivery.sphere.value,
        "network": delivery.network,
        "post": dump_post(delivery.post),
        "state": delivery.state.value,
        "approved_at": delivery.approved_at,
        "not_before": delivery.not_before,
        "record_key": delivery.record_key,
        "consent_id": delivery.consent_id,
        "lease_until": delivery.lease_until,
        "attempts": delivery.attempts,
        "error": delivery.error,
        "error_data": dump(delivery.error_data),
        "planned_for": delivery.planned_for,
    }


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        draft_id=row.draft_id,
        suggestion_id=row.suggestion_id,
        account_id=row.account_id,
        sphere=Sphere(row.sphere),
        network=row.network,
        post=load_post(row.post),
        state=DeliveryState(row.state),
        approved_at=row.approved_at,
        not_before=row.not_before,
        record_key=row.record_key,
        consent_id=row.consent_id,
        lease_until=row.lease_until,
        attempts=row.attempts,
        error=row.error,
        error_data=pairs(row.error_data),
        planned_for=row.planned_for,
    )


def _attempt_values(attempt: Attempt) -> dict[str, object]:
    return {
        "delivery_id": attempt.delivery_id,
        "number": attempt.number,
        "started_at": attempt.started_at,
        "finished_at": attempt.finished_at,
        "outcome": attempt.outcome.value,
        "error": attempt.error,
    }


def _attempt(row: Row[Any]) -> Attempt:
    return Attempt(
        delivery_id=row.delivery_id,
        number=row.number,
        started_at=row.started_at,
        finished_at=row.finished_at,
        outcome=AttemptOutcome(row.outcome),
        error=row.error,
    )


def _receipt(row: Row[Any]) -> Receipt:
    return Receipt(remote_id=row.remote_id, url=row.url, received_at=row.received_at)


class DeliveryRows:
    """Implements ``DeliveryRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def add(self, delivery: Delivery) -> None:
        """Insert it."""
        self._executor.run(insert(deliveries), _values(delivery))

    def get(self, delivery_id: str) -> Delivery | None:
        """By identifier."""
        row = self._executor.one(select(deliveries).where(deliveries.c.id == delivery_id))
        return row and _delivery(row)

    def transition(self, delivery: Delivery, *, expected: DeliveryState) -> bool:
        """Write the delivery if it is still in the expected state; tell whether it was.

        One conditional statement: of several that try, one is told yes.
        """
        values = _values(delivery)
        values["key"] = values.pop("id")
        values["expected"] = expected.value
        return self._executor.run(_CLAIM, values).rowcount == 1

    def in_states(self, states: frozenset[DeliveryState]) -> Sequence[Delivery]:
        """Oldest approval first."""
        return self._deliveries(
            select(deliveries).where(
                deliveries.c.state.in_(sorted(state.value for state in states))
            )
        )

    def of_draft(self, draft_id: str) -> Sequence[Delivery]:
        """Oldest approval first."""
        return self._deliveries(select(deliveries).where(deliveries.c.draft_id == draft_id))

    def _deliveries(self, wanted: Select[Any]) -> Sequence[Delivery]:
        ordered = wanted.order_by(deliveries.c.approved_at, deliveries.c.id)
        return [_delivery(row) for row in self._executor.rows(ordered)]

    def cards(
        self, states: frozenset[DeliveryState], *, limit: int = 500
    ) -> Sequence[DeliveryCard]:
        """Newest approval first."""
        page = self._executor.rows(
            select(deliveries, suggestions.c.title.label("suggestion_title"))
            .outerjoin(suggestions, suggestions.c.id == deliveries.c.suggestion_id)
            .where(deliveries.c.state.in_(sorted(state.value for state in states)))
            .order_by(deliveries.c.approved_at.desc(), deliveries.c.id)
            .limit(limit)
        )
        owners = {row.id: account_from(row) for row in self._executor.rows(select(accounts))}
        wanted = (
            select(receipts)
            .join(deliveries, deliveries.c.id == receipts.c.delivery_id)
            .where(deliveries.c.state.in_(sorted(state.value for state in states)))
        )
        answers = {row.delivery_id: _receipt(row) for row in self._executor.rows(wanted)}
        return [
            DeliveryCard(
                delivery=_delivery(row),
                account=owners.get(row.account_id),
                receipt=answers.get(row.id),
                suggestion_title=row.suggestion_title,
            )
            for row in page
        ]

    def add_attempt(self, attempt: Attempt) -> None:
        """Insert it."""
        self._executor.run(insert(attempts), _attempt_values(attempt))

    def finish_attempt(self, attempt: Attempt) -> None:
        """Write how it ended."""
        values = _attempt_values(attempt)
        values["key"] = values.pop("delivery_id")
        values["which"] = values.pop("number")
        self._executor.change("attempt", _FINISH, values)

    def attempts(self, delivery_id: str) -> Sequence[Attempt]:
        """Oldest first."""
        rows = self._executor.rows(
            select(attempts)
            .where(attempts.c.delivery_id == delivery_id)
            .order_by(attempts.c.number)
        )
        return [_attempt(row) for row in rows]

    def add_receipt(self, delivery_id: str, receipt: Receipt) -> None:
        """Keep the network's answer; a second look that finds the post replaces it."""
        self._executor.run(
            insert(receipts).prefix_with("OR REPLACE"),
            {
                "delivery_id": delivery_id,
                "remote_id": receipt.remote_id,
                "url": receipt.url,
                "received_at": receipt.received_at,
            },
        )

    def receipt(self, delivery_id: str) -> Receipt | None:
        """What the network answered, if it took the post."""
        row = self._executor.one(select(receipts).where(receipts.c.delivery_id == delivery_id))
        return row and _receipt(row)
