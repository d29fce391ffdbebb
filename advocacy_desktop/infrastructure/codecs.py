"""Nested dataclasses as JSON text, field by field, and back."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ..domain.delivery import FrozenMedia, LinkCard, Post
from ..domain.draft import DraftBody, DraftMedia
from ..domain.suggestion import Picture, SuggestionContent, Wording
from .moments import maybe_micros, maybe_moment


def dump(value: object) -> str:
    """Compact JSON that SQLite can store: half a surrogate pair is kept as an escape."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            text = json.dumps(value, separators=(",", ":"))
    return text


def strings(text: str) -> tuple[str, ...]:
    """A JSON list of strings."""
    return tuple(json.loads(text)) if text != "[]" else ()


def mapping(text: str) -> Mapping[str, str]:
    """A JSON object of strings, unchangeable."""
    return MappingProxyType(json.loads(text))


def pairs(text: str) -> tuple[tuple[str, str], ...]:
    """A JSON list of pairs of strings."""
    return tuple((name, value) for name, value in json.loads(text))


def dump_content(content: SuggestionContent) -> str:
    """A suggestion's content; empty fields are left out, they are most of them."""
    fields: dict[str, object] = {
        "title": content.title,
        "html": content.html,
        "text": content.text,
        "link": content.link,
        "published_at": maybe_micros(content.published_at),
        "language": content.language,
        "author": content.author,
        "pictures": [[p.address, p.alt, p.media, p.width, p.height] for p in content.pictures],
        "wordings": [[w.text, w.language, w.network] for w in content.wordings],
        "topics": content.topics,
        "prompts": content.prompts,
        "disclosure": content.disclosure,
        "embargo_until": maybe_micros(content.embargo_until),
        "expires_at": maybe_micros(content.expires_at),
        "withdrawn": content.withdrawn or None,
    }
    empty: Sequence[object] = (None, [], ())
    return dump({name: value for name, value in fields.items() if value not in empty})


def load_content(text: str) -> SuggestionContent:
    """The inverse of :func:`dump_content`."""
    found: dict[str, Any] = json.loads(text)
    return SuggestionContent(
        title=found["title"],
        html=found["html"],
        text=found["text"],
        link=found.get("link"),
        published_at=maybe_moment(found.get("published_at")),
        language=found.get("language"),
        author=found.get("author"),
        pictures=tuple(Picture(*values) for values in found.get("pictures", ())),
        wordings=tuple(Wording(*values) for values in found.get("wordings", ())),
        topics=tuple(found.get("topics", ())),
        prompts=tuple(found.get("prompts", ())),
        disclosure=found.get("disclosure"),
        embargo_until=maybe_moment(found.get("embargo_until")),
        expires_at=maybe_moment(found.get("expires_at")),
        withdrawn=found.get("withdrawn", False),
    )


def dump_body(body: DraftBody) -> str:
    """What the employee wrote."""
    return dump(
        {
            "text": body.text,
            "variants": dict(body.variants),
            "link": body.link,
            "language": body.language,
            "media": [[m.media, m.mime, m.size, m.width, m.height, m.alt] for m in body.media],
        }
    )


def load_body(text: str) -> DraftBody:
    """The inverse of :func:`dump_body`."""
    found: dict[str, Any] = json.loads(text)
    return DraftBody(
        text=found["text"],
        variants=MappingProxyType(found["variants"]),
        link=found["link"],
        media=tuple(DraftMedia(*values) for values in found["media"]),
        language=found["language"],
    )


def _frozen(media: FrozenMedia) -> list[object]:
    return [media.media, media.mime, media.size, media.width, media.height, media.alt]


def dump_post(post: Post) -> str:
    """A post as approved."""
    card = post.card
    return dump(
        {
            "text": post.text,
            "language": post.language,
            "visibility": post.visibility,
            "media": [_frozen(media) for media in post.media],
            "card": card
            and {
                "link": card.link,
                "title": card.title,
                "description": card.description,
                "thumbnail": card.thumbnail and _frozen(card.thumbnail),
            },
        }
    )


def load_post(text: str) -> Post:
    """The inverse of :func:`dump_post`: the digest stays the same."""
    found: dict[str, Any] = json.loads(text)
    card = found["card"]
    return Post(
        text=found["text"],
        language=found["language"],
        media=tuple(FrozenMedia(*values) for values in found["media"]),
        card=card
        and LinkCard(
            link=card["link"],
            title=card["title"],
            description=card["description"],
            thumbnail=card["thumbnail"] and FrozenMedia(*card["thumbnail"]),
        ),
        visibility=found["visibility"],
    )
