"""The record of a post: what ``app.bsky.feed.post`` and its facets and embeds look like."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from ...domain.delivery import FrozenMedia, Post
from ...domain.graphemes import count_graphemes
from ...domain.tokens import TokenKind, find_tokens

COLLECTION = "app.bsky.feed.post"

_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?=-|$)(?:-[a-z]{4}(?=-|$))?(?:-(?:[a-z]{2}|\d{3})(?=-|$))?", re.I
)
_FEATURE = "app.bsky.richtext.facet"


def mentioned(text: str) -> tuple[str, ...]:
    """Handles to resolve, each once, in lower case as the protocol compares them."""
    handles = (t.value.lower() for t in find_tokens(text) if t.kind is TokenKind.MENTION)
    return tuple(dict.fromkeys(handles))


def facets(text: str, dids: Mapping[str, str]) -> list[dict[str, Any]]:
    """Mark links, tags and mentions, by offsets in bytes of UTF-8, end exclusive.

    A mention whose handle has no DID in ``dids`` stays plain text, and so does a tag over the
    lexicon's limit (64 graphemes, 640 bytes).
    """
    found: list[dict[str, Any]] = []
    for token in find_tokens(text):
        feature: dict[str, str]
        match token.kind:
            case TokenKind.LINK:
                feature = {"$type": f"{_FEATURE}#link", "uri": token.value}
            case TokenKind.HASHTAG:
                if count_graphemes(token.value) > 64 or len(token.value.encode()) > 640:
                    continue
                feature = {"$type": f"{_FEATURE}#tag", "tag": token.value}
            case TokenKind.MENTION:
                did = dids.get(token.value.lower())
                if did is None:
                    continue
                feature = {"$type": f"{_FEATURE}#mention", "did": did}
        start = len(text[: token.start].encode())
        end = start + len(text[token.start : token.end].encode())
        found.append({"index": {"byteStart": start, "byteEnd": end}, "features": [feature]})
    return found


def language_tag(named: str | None) -> str | None:
    """Language, script and region of a tag as feeds and systems write it; ``None`` for no tag.

    The server refuses the whole post for one subtag that BCP 47 does not allow, so whatever
    follows is left out.
    """
    found = _LANGUAGE.match((named or "").strip().replace("_", "-"))
    return found[0] if found else None


def _image(media: FrozenMedia, blob: Mapping[str, Any]) -> dict[str, Any]:
    image: dict[str, Any] = {"alt": media.alt, "image": dict(blob)}
    if media.width > 0 and media.height > 0:
        image["aspectRatio"] = {"width": media.width, "height": media.height}
    return image


def _embed(
    post: Post, blobs: Sequence[Mapping[str, Any]], thumbnail: Mapping[str, Any] | None
) -> dict[str, Any] | None:
    if post.media:
        images = [_image(media, blob) for media, blob in zip(post.media, blobs, strict=True)]
        return {"$type": "app.bsky.embed.images", "images": images}
    if post.card is None:
        return None
    card: dict[str, Any] = {
        "uri": post.card.link,
        "title": post.card.title,
        "description": post.card.description,
    }
    if thumbnail is not None:
        card["thumb"] = dict(thumbnail)
    return {"$type": "app.bsky.embed.external", "external": card}


def build_record(
    post: Post,
    *,
    created_at: datetime,
    dids: Mapping[str, str],
    blobs: Sequence[Mapping[str, Any]] = (),
    thumbnail: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """The record to create; ``blobs`` are the server's names of ``post.media``, in order."""
    moment = created_at.astimezone(UTC).isoformat(timespec="milliseconds")
    record: dict[str, Any] = {
        "$type": COLLECTION,
        "text": post.text,
        "createdAt": moment.replace("+00:00", "Z"),
    }
    if (language := language_tag(post.language)) is not None:
        record["langs"] = [language]
    if marks := facets(post.text, dids):
        record["facets"] = marks
    if (embed := _embed(post, blobs, thumbnail)) is not None:
        record["embed"] = embed
    return record
