"""A Draft: the employee's own text, its variants for networks and its versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from .sphere import Sphere


class DraftState(StrEnum):
    """Whether a draft still stands in the list of drafts."""

    OPEN = "open"
    APPROVED = "approved"
    """All chosen accounts have a delivery; comes back when one is taken back or fails."""
    DISCARDED = "discarded"


@dataclass(frozen=True, slots=True)
class DraftMedia:
    """A picture in a draft; its bytes lie in the media store."""

    media: str
    """Content hash in the local media store."""
    mime: str
    size: int
    """Bytes."""
    width: int
    height: int
    alt: str = ""
    """Description for those who cannot see it."""


@dataclass(frozen=True, slots=True)
class DraftBody:
    """What the employee wrote: the part that has versions."""

    text: str = ""
    variants: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Text by network name, where it differs from ``text``."""
    link: str | None = None
    """Link shared with the post, tracking removed; shown as a card where the network can."""
    media: tuple[DraftMedia, ...] = ()
    language: str | None = None

    def text_for(self, network: str) -> str:
        """The text that this network gets."""
        return self.variants.get(network, self.text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written or added by the employee yet."""
        return not (
            self.text.strip() or any(v.strip() for v in self.variants.values()) or self.media
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """The employee's own text, from a suggestion or from nothing."""

    id: str
    sphere: Sphere
    """For good: a draft shows only that sphere's accounts."""
    body: DraftBody
    created_at: datetime
    updated_at: datetime
    suggestion_id: str | None = None
    account_ids: tuple[str, ...] = ()
    """Accounts chosen so far, all of the draft's sphere."""
    state: DraftState = DraftState.OPEN
    version: int = 1


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """An earlier state of a draft's body."""

    number: int
    saved_at: datetime
    body: DraftBody
