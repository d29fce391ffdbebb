"""Lists of what was done: published, under way, and the counts of the navigation."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..domain.delivery import Attempt, DeliveryState
from ..domain.draft import DraftState
from ..domain.errors import ErrorCode, KnownError
from ..domain.sphere import Sphere
from .ports import DeliveryCard, PracticePost, Store, SuggestionQuery

UNDER_WAY = frozenset(
    {
        DeliveryState.HELD,
        DeliveryState.QUEUED,
        DeliveryState.SENDING,
        DeliveryState.UNKNOWN,
        DeliveryState.FAILED,
        DeliveryState.MISSED,
    }
)
"""Not finished, or waiting for an answer of the person."""

PUBLISHED = frozenset({DeliveryState.PUBLISHED})


@dataclass(frozen=True, slots=True)
class Counts:
    """The quiet numbers of the navigation."""

    to_look_at: int = 0
    drafts: int = 0
    under_way: int = 0
    professional_accounts: int = 0
    personal_accounts: int = 0
    sent_to_employer: int = 0


class Library:
    """Reading only."""

    def __init__(self, *, store: Store) -> None:
        self._store = store

    def counts(self) -> Counts:
        """All numbers of the navigation in one reading."""
        with self._store.read() as tx:
            return Counts(
                to_look_at=tx.suggestions.count(SuggestionQuery()),
                drafts=len(tx.drafts.all(frozenset({DraftState.OPEN}))),
                under_way=len(tx.deliveries.in_states(UNDER_WAY)),
                professional_accounts=len(tx.accounts.all(Sphere.PROFESSIONAL)),
                personal_accounts=len(tx.accounts.all(Sphere.PERSONAL)),
                sent_to_employer=0,
            )

    def published(self) -> Sequence[DeliveryCard]:
        """Published posts, newest first."""
        with self._store.read() as tx:
            return tx.deliveries.cards(PUBLISHED)

    def under_way(self) -> Sequence[DeliveryCard]:
        """What is held, queued, being sent, unknown, failed or missed; newest first."""
        with self._store.read() as tx:
            return tx.deliveries.cards(UNDER_WAY)

    def delivery(self, delivery_id: str) -> tuple[DeliveryCard, Sequence[Attempt]]:
        """One delivery with its attempts. Raises ``KnownError(NO_LONGER_THERE)``."""
        with self._store.read() as tx:
            delivery = tx.deliveries.get(delivery_id)
            if delivery is None:
                raise KnownError(ErrorCode.NO_LONGER_THERE, kind="delivery")
            about = tx.suggestions.get(delivery.suggestion_id) if delivery.suggestion_id else None
            card = DeliveryCard(
                delivery=delivery,
                account=tx.accounts.get(delivery.account_id),
                receipt=tx.deliveries.receipt(delivery_id),
                suggestion_title=about.content.title if about else None,
            )
            return card, tx.deliveries.attempts(delivery_id)

    def practice_timeline(self) -> Sequence[PracticePost]:
        """The practice network, newest first; it lives in this computer only."""
        with self._store.read() as tx:
            return tx.practice.all()
