"""What the list of suggestions shows; small and quick to load: the first paint waits for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from ..domain.sphere import Sphere
from ..domain.suggestion_state import SuggestionState


@dataclass(frozen=True, slots=True)
class SuggestionQuery:
    """What to list; all given conditions hold together."""

    states: frozenset[SuggestionState] = frozenset({SuggestionState.NEW, SuggestionState.LATER})
    search: str = ""
    """Words, each matched from its beginning, accents and case forgiven."""
    source_id: str | None = None
    topic: str | None = None
    with_picture: bool = False


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """What a list shows of a suggestion: small, so that ten thousand stay cheap."""

    id: str
    title: str
    source_title: str
    state: SuggestionState
    sort_at: datetime
    """Published, else first seen."""
    wordings: int
    topics: tuple[str, ...]
    embargo_until: datetime | None
    expires_at: datetime | None
    media: str | None
    """Hash of the first picture in the cache."""
    has_picture: bool
    seen: bool
    withdrawn: bool
    revision: int


@dataclass(frozen=True, slots=True)
class FirstPage:
    """What the first window shows, read before the storage proper is loaded."""

    cards: tuple[SuggestionCard, ...]
    """The beginning of the list of new and put-off suggestions."""
    total: int
    """How many of those there are."""
    open_drafts: int
    accounts: Mapping[Sphere, int]
    """Number of accounts of each sphere."""
    scheduled: int
    """Deliveries that wait for an hour the person chose."""
    settings: Mapping[str, str]
    """All values by name."""
