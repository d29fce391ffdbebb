"""RSS 0.9 to 2.0, RDF and Atom, as the world writes them, by feedparser."""

import calendar
from datetime import UTC, datetime
from typing import Any

from .extension import merged, sensible
from .items import RawItem
from .plain import plain_title, whole
from .references import is_web, web_address
from .twin import read_twins


def read_xml_feed(
    data: bytes, address: str, content_type: str
) -> tuple[str, str | None, str | None, list[RawItem]] | None:
    """Return title, site, language and items; ``None`` where there is no feed in it."""
    import feedparser

    # feedparser is not told the address: it would resolve identities against it, too, and every
    # item of a feed that moves would look new.
    headers = {"content-type": content_type or "application/xml"}
    found = feedparser.parse(
        data, response_headers=headers, sanitize_html=False, resolve_relative_uris=False
    )
    entries = found.get("entries") or []
    if not entries and (not found.get("version") or found.get("bozo")):
        return None
    feed = found.get("feed") or {}
    shared, twins = read_twins(data, len(entries))
    language = _text(feed, "language") or None
    author = _text(feed.get("author_detail") or {}, "name")
    raw = [
        _item(entry, merged(shared, twin), language, author, address)
        for entry, twin in zip(entries, twins, strict=True)
    ]
    return (
        plain_title(_text(feed, "title")),
        web_address(address, _text(feed, "link")),
        language,
        raw,
    )


def _item(
    entry: Any, extension: dict[str, Any], language: str | None, author: str, address: str
) -> RawItem:
    body = _body(entry)
    return RawItem(
        identity=_text(entry, "id"),
        title=_text(entry, "title"),
        link=_link(entry),
        body=_text(body, "value"),
        body_kind="text" if _text(body, "type") == "text/plain" else "html",
        published=_date(entry, "published_parsed") or _date(entry, "updated_parsed"),
        language=_text(body, "language") or language,
        author=_text(entry.get("author_detail") or {}, "name") or author,
        base=web_address(address, _text(body, "base")) or address,
        leads=tuple(_leads(entry)),
        tags=_tags(entry),
        extension=extension,
    )


def _link(entry: Any) -> str:
    """The link; an RSS ``guid`` stands in for it (isPermaLink) only if it is a web address."""
    named = any(_text(link, "rel") == "alternate" for link in entry.get("links") or [])
    return _text(entry, "link") if named or is_web(_text(entry, "id")) else ""


def _body(entry: Any) -> Any:
    """The fullest text: items carry summaries, captions and empty contents beside the real one.

    feedparser counts the caption of a Media RSS picture among the contents, and some feeds write
    a second, empty ``content`` that only names a picture; neither is ever the longest.
    """
    texts = [
        content
        for content in entry.get("content") or []
        if _text(content, "type").startswith(("text/", "application/xhtml"))
    ]
    texts.append(entry.get("summary_detail") or {})
    return max(texts, key=lambda text: len(_text(text, "value").strip()))


def _leads(entry: Any) -> list[tuple[str, str]]:
    leads = []
    for media in entry.get("media_content") or []:
        kind = _text(media, "type")
        if _text(media, "medium") == "image" or kind.startswith("image/"):
            leads.append(_text(media, "url"))
    if not leads:
        leads = [_text(thumb, "url") for thumb in (entry.get("media_thumbnail") or [])[:1]]
    for enclosure in entry.get("enclosures") or []:
        if _text(enclosure, "type").startswith("image/"):
            leads.append(_text(enclosure, "href"))
    leads.append(_text(entry.get("image") or {}, "href"))
    for content in entry.get("content") or []:
        # An Atom content that lies elsewhere (RFC 4287, 4.1.3.2).
        if _text(content, "type").startswith("image") and not _text(content, "value").strip():
            leads.append(_text(content, "src"))
    return [(address, "") for address in leads if address]


def _tags(entry: Any) -> tuple[str, ...]:
    names = (plain_title(_text(t, "label") or _text(t, "term")) for t in entry.get("tags") or [])
    return tuple(dict.fromkeys(name for name in names if name))


def _date(entry: Any, key: str) -> datetime | None:
    # Not through feedparser's own lookup: it would pass one date for another, with a warning.
    parsed = dict.get(entry, key)
    if not parsed:
        return None
    try:
        return sensible(datetime.fromtimestamp(calendar.timegm(parsed), UTC))
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _text(holder: Any, key: str) -> str:
    value = holder.get(key) if hasattr(holder, "get") else None
    return whole(value) if isinstance(value, str) else ""
