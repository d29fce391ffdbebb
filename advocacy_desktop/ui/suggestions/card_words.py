"""What a card says, as words: the same for painting and for screen readers."""

from datetime import datetime

from ...application.cards import SuggestionCard
from ...domain.suggestion_state import SuggestionState
from ..formats import age, day_and_time, expires, now, short_date
from ..i18n import translate

SEPARATOR = " · "


def is_locked(card: SuggestionCard, moment: datetime) -> bool:
    """Whether its embargo still holds."""
    return card.embargo_until is not None and moment < card.embargo_until


def meta(card: SuggestionCard, moment: datetime) -> str:
    """Second line: source, wordings, picture; for an embargo what it means."""
    if is_locked(card, moment) and card.embargo_until is not None:
        return translate("Card", "Opens {time}. You can prepare it now.").format(
            time=day_and_time(card.embargo_until, reference=moment)
        )
    parts = [card.source_title]
    if card.withdrawn:
        parts.append(translate("Card", "withdrawn by its source"))
    if card.wordings:
        parts.append(translate("Card", "%n suggested wording(s)", None, card.wordings))
    if card.has_picture:
        parts.append(translate("Card", "picture"))
    return SEPARATOR.join(part for part in parts if part)


def timing(card: SuggestionCard, moment: datetime) -> tuple[str, str]:
    """Age, and until when; the second part is set apart when it is soon (``advice``)."""
    if is_locked(card, moment) and card.embargo_until is not None:
        locked = translate("Card", "locked until {date}").format(
            date=short_date(card.embargo_until, reference=moment)
        )
        return locked, ""
    first = age(card.sort_at, reference=moment)
    if card.state is SuggestionState.LATER:
        # In place of the age, which matters no longer: both would be too long for a narrow list.
        first = translate("Card", "kept for later")
    if card.expires_at is None:
        return first, ""
    words, soon = expires(card.expires_at, reference=moment)
    return (first, words) if soon else (first + SEPARATOR + words, "")


def spoken(card: SuggestionCard) -> str:
    """The whole card in one sentence, for screen readers."""
    moment = now()
    first, soon = timing(card, moment)
    parts = [card.title, meta(card, moment), ", ".join(card.topics), first, soon]
    if not card.seen:
        parts.insert(1, translate("Card", "not read yet"))
    return ". ".join(part for part in parts if part)
