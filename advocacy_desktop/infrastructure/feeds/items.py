"""From what a feed says of an item to a FeedItem: the same way for every format."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from ...application.ports import FeedItem
from ...domain.suggestion import SuggestionContent
from .extension import read_extension
from .markup import markdown_to_html, text_to_html
from .plain import first_words, one_line, plain_title, whole
from .references import picture_address, web_address
from .sanitise import Shelf, sanitise

MAX_ID = 500


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item as its feed writes it, nothing cleaned yet."""

    identity: str
    """Atom ``id``, RSS ``guid``, JSON Feed ``id``; may be empty."""
    title: str
    link: str
    body: str
    body_kind: str
    """``html``, ``markdown`` or ``text``."""
    published: datetime | None
    language: str | None
    author: str
    base: str
    """What relative addresses in the body are resolved against."""
    leads: tuple[tuple[str, str], ...] = ()
    """``(address, description)`` of pictures named beside the body, the leading one first."""
    tags: tuple[str, ...] = ()
    extension: Mapping[str, Any] = field(default_factory=dict)


def build_items(raw: list[RawItem]) -> tuple[FeedItem, ...]:
    """Cleaned items; where two have the same identity the first stands."""
    found: dict[str, FeedItem] = {}
    for item in raw:
        identity = _identity(item)
        if identity not in found:
            found[identity] = FeedItem(identity, _digest(item), _content(item))
    return tuple(found.values())


def _identity(item: RawItem) -> str:
    identity = one_line(item.identity) or one_line(item.link)
    if not identity:
        date = item.published.isoformat() if item.published else ""
        # Without a title and a date either, the text is all that tells it from its neighbour.
        rest = item.title or item.body
        identity = "hash:" + _hash(f"{rest}\n{date}")
    return identity if len(identity) <= MAX_ID else "hash:" + _hash(identity)


def _digest(item: RawItem) -> str:
    """Hash of what the company wrote: not of what our cleaning, or a moved feed, makes of it."""
    said = [
        item.title,
        item.link,
        item.body_kind,
        item.body,
        item.published.isoformat() if item.published else None,
        item.language,
        item.author,
        item.leads,
        item.tags,
        item.extension,
    ]
    return _hash(json.dumps(said, sort_keys=True, ensure_ascii=True, default=str))


def _hash(text: str) -> str:
    return hashlib.blake2b(whole(text).encode(), digest_size=20).hexdigest()


def _content(item: RawItem) -> SuggestionContent:
    extension = read_extension(item.extension, item.language)
    alts = {
        address: alt
        for reference, alt in extension.alts.items()
        if (address := picture_address(item.base, reference)) is not None
    }
    shelf = Shelf(item.base, alts)
    for reference, alt in item.leads:
        shelf.put(reference, alt)
    html, text = sanitise(_as_html(item), item.base, shelf)
    link = web_address(item.base, item.link)
    return SuggestionContent(
        title=plain_title(item.title) or first_words(text) or link or "",
        html=html,
        text=text,
        link=link,
        published_at=item.published,
        language=item.language,
        author=plain_title(item.author) or None,
        pictures=tuple(shelf.pictures),
        wordings=extension.wordings,
        topics=extension.topics or item.tags,
        prompts=extension.prompts,
        disclosure=extension.disclosure,
        embargo_until=extension.embargo_until,
        expires_at=extension.expires_at,
        withdrawn=extension.withdrawn,
    )


def _as_html(item: RawItem) -> str:
    body = whole(item.body)
    if item.body_kind == "markdown":
        return markdown_to_html(body)
    return text_to_html(body) if item.body_kind == "text" else body
