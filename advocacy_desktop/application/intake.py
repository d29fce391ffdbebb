"""What one reading of a feed does to the stored suggestions."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from ..domain.source import Source
from ..domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionEvent,
    SuggestionState,
    has_expired,
    move,
)
from .ports import FeedItem, Identifiers, Transaction


@dataclass
class Merged:
    """How many suggestions came, changed, were withdrawn; and which were touched."""

    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    ids: list[str] = field(default_factory=list)


def merge(
    tx: Transaction, source: Source, items: Sequence[FeedItem], ids: Identifiers, now: datetime
) -> Merged:
    """Bring the stored suggestions of a source up to what its feed says.

    An item with the digest of its current revision costs no write. A changed one gets a new
    revision; drafts made from it are never touched. What is no longer in the feed stays: feeds
    forget their oldest items without meaning anything by it.
    """
    done = Merged()
    known = tx.suggestions.digests(source.id)
    # The newest stands first in a feed; stored in the opposite order, of two items of the same
    # moment the newer one was added later.
    for item in reversed(items):
        stored = known.get(item.external_id)
        if stored is None:
            if item.content.withdrawn:
                continue  # taken back before it was ever seen here
            suggestion = _first_seen(source, item, ids, now)
            tx.suggestions.add(suggestion)
            done.new += suggestion.state is SuggestionState.NEW
            done.ids.append(suggestion.id)
        elif stored[1] != item.digest:
            if _revise(tx, stored[0], item, now):
                done.withdrawn += 1
            else:
                done.changed += 1
            done.ids.append(stored[0])
    return done


def expire_due(tx: Transaction, now: datetime) -> tuple[str, ...]:
    """Let what the company no longer proposes leave the queue, by its date."""
    due = tuple(tx.suggestions.due_to_expire(now))
    for suggestion_id in due:
        tx.suggestions.set_state(suggestion_id, SuggestionState.EXPIRED, now)
    return due


def _first_seen(source: Source, item: FeedItem, ids: Identifiers, now: datetime) -> Suggestion:
    late = has_expired(item.content, now)
    return Suggestion(
        id=ids.new_id(),
        source_id=source.id,
        external_id=item.external_id,
        state=SuggestionState.EXPIRED if late else SuggestionState.NEW,
        first_seen_at=now,
        changed_at=now,
        revision=Revision(1, now, item.digest, item.content),
    )


def _revise(tx: Transaction, suggestion_id: str, item: FeedItem, now: datetime) -> bool:
    """Add a revision; tell whether it withdraws the suggestion."""
    suggestion = tx.suggestions.get(suggestion_id)
    if suggestion is None:
        return False
    before = suggestion.content
    if item.content.withdrawn:
        # A withdrawal often comes without its text; who drafted from it still needs to see it.
        content = replace(before, withdrawn=True)
    else:
        content = keep_pictures(item.content, before)
    number = suggestion.revision.number + 1
    tx.suggestions.add_revision(suggestion_id, Revision(number, now, item.digest, content))
    prolonged = has_expired(before, now) and not has_expired(content, now)
    if prolonged and suggestion.state is SuggestionState.EXPIRED:
        state = move(suggestion.state, SuggestionEvent.RESTORE)
        tx.suggestions.set_state(suggestion_id, state, now)
    return content.withdrawn and not before.withdrawn


def keep_pictures(content: SuggestionContent, before: SuggestionContent) -> SuggestionContent:
    """The content with the cached pictures of the one before, where the address is the same."""
    cached = {picture.address: picture for picture in before.pictures if picture.media}
    pictures = tuple(
        replace(picture, media=old.media, width=old.width, height=old.height)
        if picture.media is None and (old := cached.get(picture.address)) is not None
        else picture
        for picture in content.pictures
    )
    return replace(content, pictures=pictures)
