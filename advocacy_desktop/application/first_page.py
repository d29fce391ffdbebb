"""What the window shows before the profile is open: read in one quick look, by plain SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from .library import Counts
from .ports import SuggestionCard


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The beginning of the queue as it stood, and how the window was left.

    An empty one is right for a first start, and for a file that cannot be read: whoever opens
    the profile afterwards tells why.
    """

    cards: tuple[SuggestionCard, ...] = ()
    """The first of the list, newest first."""
    counts: Counts = field(default_factory=Counts)
    preferences: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Settings that were chosen, by name."""
