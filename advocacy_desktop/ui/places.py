"""The places of the window: names, order, icons, and the module that shows each."""

from dataclasses import dataclass
from importlib import import_module

from .context import UiContext
from .i18n import translate
from .page import Page


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the registry."""

    id: str
    target: str
    """``module:Class`` below this package; imported at the first visit."""
    icon: str
    group: str
    """``queue``, ``accounts``, ``me``; ``hidden`` places are reached from others."""


PLACES: dict[str, Place] = {
    place.id: place
    for place in (
        Place("suggestions", "pages.suggestions:SuggestionsPage", "suggestions", "queue"),
        Place("drafts", "pages.drafts:DraftsPage", "drafts", "queue"),
        Place("scheduled", "pages.scheduled:ScheduledPage", "scheduled", "queue"),
        Place("published", "pages.published:PublishedPage", "published", "queue"),
        Place("declined", "pages.declined:DeclinedPage", "declined", "queue"),
        Place("professional", "pages.accounts:AccountsPage", "professional", "accounts"),
        Place("personal", "pages.accounts:AccountsPage", "personal", "accounts"),
        Place("ledger", "pages.ledger:LedgerPage", "ledger", "me"),
        Place("learn", "pages.learn:LearnPage", "learn", "me"),
        Place("settings", "pages.settings:SettingsPage", "settings", "me"),
        Place("practice", "pages.practice:PracticePage", "practice", "hidden"),
        Place("sources", "pages.sources:SourcesPage", "globe", "hidden"),
    )
}


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


def build_page(place: str, context: UiContext) -> Page:
    """Import the page's module and make it; its texts are set."""
    module, _, name = PLACES[place].target.partition(":")
    kind = getattr(import_module(f".{module}", __package__), name)
    page: Page = kind(context, place)
    page.retranslate()
    return page
