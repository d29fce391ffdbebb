"""A Delivery: one draft, frozen at approval, for one account; the unit of the outbox."""

import hashlib
import json
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from .account import Account
from .consent import Consent, ConsentKind
from .draft import Draft
from .errors import BugError, ErrorCode, KnownError
from .sphere import Sphere

HOLD_SECONDS = 10
"""How long an approved delivery can be taken back."""

GRACE_SECONDS = 3600
"""How much later than its hour a queued delivery may still leave by itself."""


@dataclass(frozen=True, slots=True)
class FrozenMedia:
    """A picture as approved."""

    media: str
    mime: str
    size: int
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class LinkCard:
    """A link preview as approved."""

    link: str
    title: str
    description: str
    thumbnail: FrozenMedia | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """Exactly what one network gets; what the sheet shows is this and nothing else."""

    text: str
    language: str | None = None
    media: tuple[FrozenMedia, ...] = ()
    card: LinkCard | None = None
    visibility: str = "public"

    def digest(self) -> str:
        """Hash over every part of the post."""
        canonical = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


class DeliveryState(StrEnum):
    """Where a delivery stands; each tells the truth about the world."""

    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    PUBLISHED = "published"
    FAILED = "failed"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    MISSED = "missed"


class DeliveryEvent(StrEnum):
    """What can happen to a delivery."""

    HOLD_ENDED = "hold_ended"
    TAKE_BACK = "take_back"
    CLAIM = "claim"
    SUCCEED = "succeed"
    REFUSE = "refuse"
    """The network said no, or the person was told it cannot work: surely not published."""
    NOT_SENT = "not_sent"
    """Surely not sent; it may be tried again by itself."""
    LOSE_TRACK = "lose_track"
    """Bytes left and no trustworthy answer came."""
    FOUND = "found"
    """Looking on the network, or the person, found the post there."""
    NOT_FOUND = "not_found"
    """Looking on the network, or the person, found that it is not there."""
    MISS_HOUR = "miss_hour"
    SEND_AGAIN = "send_again"
    """The person asks for the same frozen post to be sent once more."""


_S, _E = DeliveryState, DeliveryEvent
_DELIVERY_MOVES: dict[tuple[DeliveryState, DeliveryEvent], DeliveryState] = {
    (_S.HELD, _E.HOLD_ENDED): _S.QUEUED,
    (_S.HELD, _E.TAKE_BACK): _S.CANCELLED,
    (_S.QUEUED, _E.TAKE_BACK): _S.CANCELLED,
    (_S.QUEUED, _E.CLAIM): _S.SENDING,
    (_S.QUEUED, _E.MISS_HOUR): _S.MISSED,
    (_S.SENDING, _E.SUCCEED): _S.PUBLISHED,
    (_S.SENDING, _E.REFUSE): _S.FAILED,
    (_S.SENDING, _E.NOT_SENT): _S.QUEUED,
    (_S.SENDING, _E.LOSE_TRACK): _S.UNKNOWN,
    (_S.UNKNOWN, _E.FOUND): _S.PUBLISHED,
    (_S.UNKNOWN, _E.NOT_FOUND): _S.FAILED,
    (_S.FAILED, _E.SEND_AGAIN): _S.QUEUED,
    (_S.MISSED, _E.SEND_AGAIN): _S.QUEUED,
    (_S.MISSED, _E.TAKE_BACK): _S.CANCELLED,
}


def may_move(state: DeliveryState, event: DeliveryEvent) -> bool:
    """Tell whether the event is possible in that state."""
    return (state, event) in _DELIVERY_MOVES


def move(state: DeliveryState, event: DeliveryEvent) -> DeliveryState:
    """Return the next state.

    Raises:
        BugError: the event is impossible in that state.
    """
    try:
        return _DELIVERY_MOVES[(state, event)]
    except KeyError:
        raise BugError("impossible_delivery_move", state=state, event=event) from None


@dataclass(frozen=True, slots=True)
class Delivery:
    """One frozen post for one account. Made only by :func:`approve`."""

    id: str
    draft_id: str
    suggestion_id: str | None
    account_id: str
    sphere: Sphere
    network: str
    post: Post
    state: DeliveryState
    approved_at: datetime
    not_before: datetime
    """End of the hold, or the next moment at which it may be tried."""
    record_key: str
    """Identity of the post on the network, chosen before sending, kept for every attempt."""
    consent_id: str | None = None
    lease_until: datetime | None = None
    attempts: int = 0
    error: str | None = None
    """Code of the last error."""
    error_data: tuple[tuple[str, str], ...] = ()
    planned_for: datetime | None = None
    """The hour the person chose; ``None`` for at once."""


class AttemptOutcome(StrEnum):
    """How one try ended."""

    UNDER_WAY = "under_way"
    PUBLISHED = "published"
    REFUSED = "refused"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try of a delivery."""

    delivery_id: str
    number: int
    started_at: datetime
    finished_at: datetime | None = None
    outcome: AttemptOutcome = AttemptOutcome.UNDER_WAY
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the network answered when it took the post."""

    remote_id: str
    """The network's own name of the post, for example an ``at://`` address."""
    url: str | None
    """Where a person can see it."""
    received_at: datetime


def needs_consent(draft: Draft) -> bool:
    """Company content on a personal account needs a Consent for that one post (charter, 3)."""
    return draft.sphere is Sphere.PERSONAL and draft.suggestion_id is not None


def approve(
    *,
    delivery_id: str,
    draft: Draft,
    account: Account,
    post: Post,
    record_key: str,
    consent: Consent | None,
    now: datetime,
    hold_until: datetime,
    planned_for: datetime | None = None,
) -> Delivery:
    """Freeze a post for an account: the deliberate act that every publication starts from.

    Raises:
        KnownError: ``SPHERE_MISMATCH`` when account and draft are of two spheres;
            ``CONSENT_MISSING`` when company content would go to a personal account without a
            Consent for exactly this draft, account and post.
    """
    if account.sphere is not draft.sphere:
        raise KnownError(ErrorCode.SPHERE_MISMATCH)
    if needs_consent(draft):
        fits = (
            consent is not None
            and consent.kind is ConsentKind.CROSS_SPHERE
            and consent.draft_id == draft.id
            and consent.account_id == account.id
            and consent.digest == post.digest()
        )
        if not fits:
            raise KnownError(ErrorCode.CONSENT_MISSING)
    return Delivery(
        id=delivery_id,
        draft_id=draft.id,
        suggestion_id=draft.suggestion_id,
        account_id=account.id,
        sphere=account.sphere,
        network=account.network,
        post=post,
        state=DeliveryState.HELD,
        approved_at=now,
        not_before=max(hold_until, planned_for) if planned_for else hold_until,
        record_key=record_key,
        consent_id=consent.id if consent is not None and needs_consent(draft) else None,
        planned_for=planned_for,
    )


def hold_ends(delivery: Delivery) -> datetime:
    """When it can leave the hold; one with an hour of its own waits in the queue for it."""
    if delivery.planned_for is None:
        return delivery.not_before
    return min(delivery.not_before, delivery.approved_at + timedelta(seconds=HOLD_SECONDS))


def is_past_its_hour(delivery: Delivery, now: datetime) -> bool:
    """Whether the hour that the person chose is gone by more than the grace time.

    One without an hour of its own never is: after an offline night it still goes.
    """
    hour = delivery.planned_for
    return hour is not None and now > hour + timedelta(seconds=GRACE_SECONDS)


_DELETED = "deleted_at"


def mark_deleted(delivery: Delivery, at: datetime) -> Delivery:
    """Note that the post was deleted from the network; it stays published in our history."""
    return replace(delivery, error=None, error_data=((_DELETED, at.isoformat()),))


def deleted_at(delivery: Delivery) -> datetime | None:
    """When a published post was deleted from the network, if it was."""
    found = dict(delivery.error_data).get(_DELETED)
    return datetime.fromisoformat(found) if found is not None else None


_THERE_OR_COMING = frozenset({_S.HELD, _S.QUEUED, _S.SENDING, _S.UNKNOWN, _S.PUBLISHED})


def is_there_or_coming(delivery: Delivery) -> bool:
    """Whether the post is on the network, on its way there, or nobody knows yet."""
    return delivery.state in _THERE_OR_COMING and deleted_at(delivery) is None


def next_try_delay(attempts: int) -> int:
    """Seconds before a surely-unsent delivery is tried again: 30 s, doubling, at most an hour."""
    return int(min(3600, 30 * 2 ** max(0, attempts - 1)))
