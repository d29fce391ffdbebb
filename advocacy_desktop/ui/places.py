"""The places of the window: names, order, icons, and the module that shows each."""

from dataclasses import dataclass
from importlib import import_module

from .context import UiContext
from .page import Page
from .words.places import place_name as place_name


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


def build_page(place: str, context: UiContext) -> Page:
    """Import the page's module and make it; its texts are set."""
    module, _, name = PLACES[place].target.partition(":")
    kind = getattr(import_module(f".{module}", __package__), name)
    page: Page = kind(context, place)
    page.retranslate()
    return page
