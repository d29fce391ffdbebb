"""A Suggestion: one item as received from a source, its revisions and its states."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .errors import BugError
from .suggestion_state import SuggestionState as SuggestionState


@dataclass(frozen=True, slots=True)
class Wording:
    """A text that the company proposes; shown beside the empty box, never put into it."""

    text: str
    language: str | None = None
    """BCP 47 tag."""
    network: str | None = None
    """Name of the network it is meant for; ``None`` for any."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a suggestion, as the feed names it; its bytes lie in the media store."""

    address: str
    """On the web; or ``beside:`` and a path for one that lies beside a feed file."""
    alt: str = ""
    media: str | None = None
    """Content hash in the local media store; ``None`` while it is not fetched."""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class SuggestionContent:
    """What one revision says; already sanitised, safe to show offline."""

    title: str
    """Plain text: no markup, no control or bidirectional override characters."""
    html: str
    """Sanitised HTML: an allow-list of tags, no scripts, nothing remote.

    An ``img`` has the address ``media:N`` where N is its index in :attr:`pictures`; whoever shows
    the HTML puts the cached file of that picture there, or a placeholder while it has none.
    """
    text: str
    """The same as plain text, for search and comparison."""
    link: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    author: str | None = None
    pictures: tuple[Picture, ...] = ()
    wordings: tuple[Wording, ...] = ()
    topics: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    """Questions that help to find one's own angle."""
    disclosure: str | None = None
    """Sentence that the company recommends for saying that one works there."""
    embargo_until: datetime | None = None
    expires_at: datetime | None = None
    withdrawn: bool = False


class SuggestionEvent(StrEnum):
    """What can happen to a suggestion."""

    PUT_OFF = "put_off"
    BRING_BACK = "bring_back"
    START_DRAFT = "start_draft"
    DROP_DRAFT = "drop_draft"
    DECLINE = "decline"
    RESTORE = "restore"
    EXPIRE = "expire"
    SHARE = "share"


_SUGGESTION_MOVES: dict[tuple[SuggestionState, SuggestionEvent], SuggestionState] = {
    (SuggestionState.NEW, SuggestionEvent.PUT_OFF): SuggestionState.LATER,
    (SuggestionState.NEW, SuggestionEvent.START_DRAFT): SuggestionState.DRAFTING,
    (SuggestionState.NEW, SuggestionEvent.DECLINE): SuggestionState.DECLINED,
    (SuggestionState.NEW, SuggestionEvent.EXPIRE): SuggestionState.EXPIRED,
    (SuggestionState.LATER, SuggestionEvent.BRING_BACK): SuggestionState.NEW,
    (SuggestionState.LATER, SuggestionEvent.START_DRAFT): SuggestionState.DRAFTING,
    (SuggestionState.LATER, SuggestionEvent.DECLINE): SuggestionState.DECLINED,
    (SuggestionState.LATER, SuggestionEvent.EXPIRE): SuggestionState.EXPIRED,
    (SuggestionState.DRAFTING, SuggestionEvent.DROP_DRAFT): SuggestionState.NEW,
    (SuggestionState.DRAFTING, SuggestionEvent.DECLINE): SuggestionState.DECLINED,
    (SuggestionState.DRAFTING, SuggestionEvent.SHARE): SuggestionState.SHARED,
    (SuggestionState.DECLINED, SuggestionEvent.RESTORE): SuggestionState.NEW,
    (SuggestionState.EXPIRED, SuggestionEvent.RESTORE): SuggestionState.NEW,
    # A second draft of something already shared changes nothing about its having been shared.
    (SuggestionState.SHARED, SuggestionEvent.START_DRAFT): SuggestionState.SHARED,
    (SuggestionState.SHARED, SuggestionEvent.DROP_DRAFT): SuggestionState.SHARED,
    (SuggestionState.SHARED, SuggestionEvent.SHARE): SuggestionState.SHARED,
    (SuggestionState.DRAFTING, SuggestionEvent.START_DRAFT): SuggestionState.DRAFTING,
}


def may_move(state: SuggestionState, event: SuggestionEvent) -> bool:
    """Tell whether the event is possible in that state."""
    return (state, event) in _SUGGESTION_MOVES


def move(state: SuggestionState, event: SuggestionEvent) -> SuggestionState:
    """Return the next state.

    Raises:
        BugError: the event is impossible in that state.
    """
    try:
        return _SUGGESTION_MOVES[(state, event)]
    except KeyError:
        raise BugError("impossible_suggestion_move", state=state, event=event) from None


@dataclass(frozen=True, slots=True)
class Revision:
    """One version of a suggestion as the company published it."""

    number: int
    received_at: datetime
    digest: str
    """Hash of the content as received; equal digests are the same revision."""
    content: SuggestionContent


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One item of a source with its current revision."""

    id: str
    source_id: str
    external_id: str
    """Identity within the source: Atom ``id``, RSS ``guid``, JSON Feed ``id``, else a hash."""
    state: SuggestionState
    first_seen_at: datetime
    changed_at: datetime
    """When the state last changed."""
    revision: Revision
    seen: bool = False
    """Whether the employee has opened it; never leaves this computer."""
    note: str = ""
    """Private note, for example why it was declined; never leaves this computer."""

    @property
    def content(self) -> SuggestionContent:
        """The current revision's content."""
        return self.revision.content


def is_embargoed(content: SuggestionContent, now: datetime) -> bool:
    """Tell whether it may be prepared but not yet delivered."""
    return content.embargo_until is not None and now < content.embargo_until


def has_expired(content: SuggestionContent, now: datetime) -> bool:
    """Tell whether the company no longer proposes it."""
    return content.expires_at is not None and now >= content.expires_at
