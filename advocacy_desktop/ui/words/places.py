"""Words of the window's frame, shared by the first view and the widgets."""

import sys

from ..i18n import translate


def place_name(place: str) -> str:
    """Name of a place in the navigation and in commands."""
    return {
        "suggestions": lambda: translate("Places", "Suggestions"),
        "drafts": lambda: translate("Places", "My drafts"),
        "scheduled": lambda: translate("Places", "On their way"),
        "published": lambda: translate("Places", "Published"),
        "declined": lambda: translate("Places", "Declined"),
        "professional": lambda: translate("Places", "Professional"),
        "personal": lambda: translate("Places", "Personal"),
        "ledger": lambda: translate("Places", "What left this computer"),
        "learn": lambda: translate("Places", "Learn"),
        "settings": lambda: translate("Places", "Settings"),
        "practice": lambda: translate("Places", "Practice timeline"),
        "sources": lambda: translate("Places", "Sources"),
    }[place]()


def section_name(group: str) -> str:
    """Name of a group of places."""
    if group == "accounts":
        return translate("Window", "Accounts")
    return translate("Window", "For me")


def search_hint() -> str:
    """What stands in the empty search field."""
    key = "⌘K" if sys.platform == "darwin" else translate("Window", "Ctrl K", "keys")
    return translate("Window", "Search everything  ·  {key} for commands").format(key=key)


def sent_to_employer(count: int) -> str:
    """What the pill says."""
    if count:
        return translate("Window", "Sent to your employer: %n message(s)", None, count)
    return translate("Window", "Sent to your employer: nothing")
