"""Stores on real files, and examples of everything that can be stored."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import TypeVar

from hypothesis import strategies as st

from advocacy_desktop.application.ports import PracticePost
from advocacy_desktop.domain.account import Account, AccountStatus
from advocacy_desktop.domain.consent import Consent, ConsentKind
from advocacy_desktop.domain.delivery import (
    Attempt,
    AttemptOutcome,
    Delivery,
    DeliveryState,
    FrozenMedia,
    LinkCard,
    Post,
    Receipt,
)
from advocacy_desktop.domain.draft import Draft, DraftBody, DraftMedia, DraftState, DraftVersion
from advocacy_desktop.domain.source import Source, SourceKind, Validators
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import (
    Picture,
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
    Wording,
)
from advocacy_desktop.infrastructure.store import SqliteStore

NOON = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


T = TypeVar("T")


class StillClock:
    """A clock that stands where one puts it."""

    def __init__(self, moment: datetime = NOON) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The moment it was put to."""
        return self.moment


@contextmanager
def opened(
    folder: Path, *, clock: StillClock | None = None, busy_ms: int = 500
) -> Iterator[SqliteStore]:
    """The store of a profile in that folder."""
    store = SqliteStore.open(
        folder / "profile.sqlite",
        backups=folder / "backups",
        clock=clock or StillClock(),
        busy_ms=busy_ms,
    )
    try:
        yield store
    finally:
        store.close()


def a_source(identifier: str = "source") -> Source:
    """A feed."""
    return Source(
        id=identifier,
        kind=SourceKind.FEED,
        address=f"https://example.org/{identifier}.xml",
        title=f"News of {identifier}",
        added_at=NOON,
    )


def a_suggestion(
    identifier: str,
    title: str = "A title",
    *,
    text: str = "",
    state: SuggestionState = SuggestionState.NEW,
    age: int = 0,
    source: str = "source",
    **content: object,
) -> Suggestion:
    """A suggestion that was published ``age`` minutes before noon."""
    return Suggestion(
        id=identifier,
        source_id=source,
        external_id=f"external-{identifier}",
        state=state,
        first_seen_at=NOON,
        changed_at=NOON,
        revision=Revision(
            number=1,
            received_at=NOON,
            digest=f"digest-{identifier}",
            content=SuggestionContent(
                title=title,
                html=f"<p>{text}</p>",
                text=text,
                published_at=NOON - timedelta(minutes=age),
                **content,  # type: ignore[arg-type]
            ),
        ),
    )


def a_draft(identifier: str = "draft", **fields: object) -> Draft:
    """An open professional draft of one's own."""
    draft = Draft(
        id=identifier,
        sphere=Sphere.PROFESSIONAL,
        body=DraftBody(text="My words"),
        created_at=NOON,
        updated_at=NOON,
    )
    return replace(draft, **fields)  # type: ignore[arg-type]


def an_account(identifier: str = "account", **fields: object) -> Account:
    """A practice account of the professional sphere."""
    account = Account(
        id=identifier,
        sphere=Sphere.PROFESSIONAL,
        network="practice",
        identity=identifier,
        handle="ada",
        display_name="Ada",
        server="",
        added_at=NOON,
    )
    return replace(account, **fields)  # type: ignore[arg-type]


def a_delivery(identifier: str = "delivery", **fields: object) -> Delivery:
    """A queued delivery of the draft to the account."""
    delivery = Delivery(
        id=identifier,
        draft_id="draft",
        suggestion_id=None,
        account_id="account",
        sphere=Sphere.PROFESSIONAL,
        network="practice",
        post=Post("My words"),
        state=DeliveryState.QUEUED,
        approved_at=NOON,
        not_before=NOON,
        record_key=f"key-{identifier}",
    )
    return replace(delivery, **fields)  # type: ignore[arg-type]


# --- anything at all ---------------------------------------------------------------------------

_number = count(1)
fresh = st.builds(lambda: f"fresh-{next(_number)}")
"""A name that no earlier example has: examples share one store."""

texts = st.text(max_size=40)
names = st.text(min_size=1, max_size=12)
moments = st.datetimes(
    min_value=datetime(1900, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)
)
counts = st.integers(0, 2**53)
hashes = st.text("0123456789abcdef", min_size=64, max_size=64)


def maybe(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    """Or nothing."""
    return st.none() | strategy


def some(strategy: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    """A few of them."""
    return st.lists(strategy, max_size=3).map(tuple)


contents = st.builds(
    SuggestionContent,
    title=texts,
    html=texts,
    text=texts,
    link=maybe(texts),
    published_at=maybe(moments),
    language=maybe(names),
    author=maybe(texts),
    pictures=some(st.builds(Picture, texts, texts, maybe(hashes), counts, counts)),
    wordings=some(st.builds(Wording, texts, maybe(names), maybe(names))),
    topics=some(names),
    prompts=some(texts),
    disclosure=maybe(texts),
    embargo_until=maybe(moments),
    expires_at=maybe(moments),
    withdrawn=st.booleans(),
)
bodies = st.builds(
    DraftBody,
    text=texts,
    variants=st.dictionaries(names, texts, max_size=3),
    link=maybe(texts),
    media=some(st.builds(DraftMedia, hashes, names, counts, counts, counts, texts)),
    language=maybe(names),
)
frozen = st.builds(FrozenMedia, hashes, names, counts, counts, counts, texts)
posts = st.builds(
    Post,
    text=texts,
    language=maybe(names),
    media=some(frozen),
    card=maybe(st.builds(LinkCard, texts, texts, texts, maybe(frozen))),
    visibility=names,
)
sources = st.builds(
    Source,
    id=fresh,
    kind=st.sampled_from(SourceKind),
    address=fresh,
    title=texts,
    added_at=moments,
    site=maybe(texts),
    validators=st.builds(Validators, maybe(texts), maybe(texts)),
    picture_hosts=st.frozensets(names, max_size=3),
    last_checked_at=maybe(moments),
    last_error=maybe(names),
    removed=st.booleans(),
)
suggestions = st.builds(
    Suggestion,
    id=fresh,
    source_id=st.just("source"),
    external_id=fresh,
    state=st.sampled_from(SuggestionState),
    first_seen_at=moments,
    changed_at=moments,
    revision=st.builds(Revision, st.integers(1, 9), moments, hashes, contents),
    seen=st.booleans(),
    note=texts,
)
drafts = st.builds(
    Draft,
    id=fresh,
    sphere=st.sampled_from(Sphere),
    body=bodies,
    created_at=moments,
    updated_at=moments,
    suggestion_id=st.sampled_from([None, "suggestion"]),
    account_ids=some(names),
    state=st.sampled_from(DraftState),
    version=counts,
)
versions = st.builds(DraftVersion, st.integers(1, 2**40), moments, bodies)
accounts = st.builds(
    Account,
    id=fresh,
    sphere=st.sampled_from(Sphere),
    network=names,
    identity=texts,
    handle=texts,
    display_name=texts,
    server=texts,
    added_at=moments,
    status=st.sampled_from(AccountStatus),
)
consents = st.builds(
    Consent,
    id=fresh,
    kind=st.sampled_from(ConsentKind),
    draft_id=names,
    account_id=names,
    digest=hashes,
    given_at=moments,
)
deliveries = st.builds(
    Delivery,
    id=fresh,
    draft_id=st.just("draft"),
    suggestion_id=st.sampled_from([None, "suggestion"]),
    account_id=names,
    sphere=st.sampled_from(Sphere),
    network=names,
    post=posts,
    state=st.sampled_from(DeliveryState),
    approved_at=moments,
    not_before=moments,
    record_key=fresh,
    consent_id=st.sampled_from([None, "consent"]),
    lease_until=maybe(moments),
    attempts=counts,
    error=maybe(names),
    error_data=some(st.tuples(names, texts)),
    planned_for=maybe(moments),
)
attempts = st.builds(
    Attempt,
    delivery_id=st.just("delivery"),
    number=st.integers(1, 2**60),
    started_at=moments,
    finished_at=maybe(moments),
    outcome=st.sampled_from(AttemptOutcome),
    error=maybe(names),
)
receipts = st.builds(Receipt, texts, maybe(texts), moments)
practice_posts = st.builds(PracticePost, fresh, names, moments, posts)
