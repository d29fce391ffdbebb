"""A suggestion's row, and what of it repeats the current revision."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Row

from ...application.ports import SuggestionCard
from ...domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
)
from ..codecs import dump, load_content, strings


def shown(content: SuggestionContent, first_seen_at: datetime) -> dict[str, object]:
    """What a list shows of a content, by column."""
    return {
        "title": content.title,
        "sort_at": content.published_at or first_seen_at,
        "wordings": len(content.wordings),
        "topics": dump(content.topics),
        "embargo_until": content.embargo_until,
        "expires_at": content.expires_at,
        "media": next((p.media for p in content.pictures if p.media), None),
        "has_picture": bool(content.pictures),
        "withdrawn": content.withdrawn,
    }


def suggestion_values(row: int, suggestion: Suggestion) -> Mapping[str, object]:
    """The row of a suggestion."""
    return {
        "row": row,
        "id": suggestion.id,
        "source_id": suggestion.source_id,
        "external_id": suggestion.external_id,
        "state": suggestion.state.value,
        "first_seen_at": suggestion.first_seen_at,
        "changed_at": suggestion.changed_at,
        "seen": suggestion.seen,
        "note": suggestion.note,
        "revision": suggestion.revision.number,
        "digest": suggestion.revision.digest,
        **shown(suggestion.content, suggestion.first_seen_at),
    }


def suggestion_from(row: Row[Any]) -> Suggestion:
    """A suggestion from its row joined with its current revision."""
    return Suggestion(
        id=row.id,
        source_id=row.source_id,
        external_id=row.external_id,
        state=SuggestionState(row.state),
        first_seen_at=row.first_seen_at,
        changed_at=row.changed_at,
        revision=revision_from(row),
        seen=row.seen,
        note=row.note,
    )


def revision_from(row: Row[Any]) -> Revision:
    """A revision from its row."""
    return Revision(
        number=row.number,
        received_at=row.received_at,
        digest=row.digest,
        content=load_content(row.content),
    )


def card_from(row: Row[Any]) -> SuggestionCard:
    """A card from its row joined with its source."""
    return SuggestionCard(
        id=row.id,
        title=row.title,
        source_title=row.source_title,
        state=SuggestionState(row.state),
        sort_at=row.sort_at,
        wordings=row.wordings,
        topics=strings(row.topics),
        embargo_until=row.embargo_until,
        expires_at=row.expires_at,
        media=row.media,
        has_picture=row.has_picture,
        seen=row.seen,
        withdrawn=row.withdrawn,
        revision=row.revision,
    )
