"""Where the employee stands with a suggestion; apart, because the first paint needs only this."""

from enum import StrEnum


class SuggestionState(StrEnum):
    """Where the employee stands with a suggestion; ``embargoed`` is a time condition, no state."""

    NEW = "new"
    LATER = "later"
    DRAFTING = "drafting"
    DECLINED = "declined"
    EXPIRED = "expired"
    SHARED = "shared"
