"""What a mutation changed, so that each view refreshes only if it is affected."""

from dataclasses import dataclass, field
from enum import StrEnum


class ChangeKind(StrEnum):
    """A part of the profile that views watch."""

    SUGGESTIONS = "suggestions"
    SOURCES = "sources"
    DRAFTS = "drafts"
    ACCOUNTS = "accounts"
    DELIVERIES = "deliveries"
    LEDGER = "ledger"
    SETTINGS = "settings"
    PRACTICE = "practice"
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Changes:
    """The kinds that changed, the identifiers where known, and how to undo it."""

    kinds: frozenset[ChangeKind]
    ids: tuple[str, ...] = field(default=())
    undo_step: int | None = None
    """Number of the step in the undo journal, for the toast's Undo."""

    def touches(self, *kinds: ChangeKind) -> bool:
        """Whether any of the kinds changed."""
        return ChangeKind.EVERYTHING in self.kinds or not self.kinds.isdisjoint(kinds)


def changed(*kinds: ChangeKind, ids: tuple[str, ...] = (), undo_step: int | None = None) -> Changes:
    """Shorthand for :class:`Changes`."""
    return Changes(frozenset(kinds), ids, undo_step)


NOTHING = Changes(frozenset())
