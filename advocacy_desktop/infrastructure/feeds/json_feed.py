"""JSON Feed 1.0 and 1.1 (jsonfeed.org), with the company's extension object."""

import json
from typing import Any

from ...domain.errors import ErrorCode, KnownError
from .extension import KEY, merged, moment, strings
from .items import RawItem
from .plain import one_line, plain_title, whole
from .references import web_address

_VERSION = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/")


def read_json_feed(data: bytes, address: str) -> tuple[str, str | None, str | None, list[RawItem]]:
    """Return title, site, language and items.

    Raises:
        KnownError: ``NOT_A_FEED`` when it is no JSON, or JSON that is no feed.
    """
    try:
        found = json.loads(data.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        raise KnownError(ErrorCode.NOT_A_FEED, address=address, found="json") from error
    items = found.get("items") if isinstance(found, dict) else None
    if not isinstance(items, list) or not _text(found, "version").startswith(_VERSION):
        raise KnownError(ErrorCode.NOT_A_FEED, address=address, found="json")
    language = _text(found, "language") or None
    author = _author(found)
    raw = [
        _item(entry, found.get(KEY), language, author, address)
        for entry in items
        if isinstance(entry, dict)
    ]
    site = web_address(address, _text(found, "home_page_url"))
    return plain_title(_text(found, "title")), site, language, raw


def _item(
    entry: dict[str, Any], shared: object, language: str | None, author: str, address: str
) -> RawItem:
    identity = entry.get("id")
    if isinstance(identity, (int, float)) and not isinstance(identity, bool):
        identity = str(identity)
    html, text = _text(entry, "content_html"), _text(entry, "content_text")
    if html.strip():
        body, kind = html, "html"
    elif text.strip():
        body, kind = text, "markdown"
    else:
        body, kind = _text(entry, "summary"), "text"
    return RawItem(
        identity=identity if isinstance(identity, str) else "",
        title=_text(entry, "title"),
        link=_text(entry, "url") or _text(entry, "external_url"),
        body=body,
        body_kind=kind,
        published=moment(entry.get("date_published")) or moment(entry.get("date_modified")),
        language=_text(entry, "language") or language,
        author=_author(entry) or author,
        base=address,
        leads=tuple(_leads(entry)),
        tags=strings(entry.get("tags")),
        extension=merged(shared, entry.get(KEY)),
    )


def _leads(entry: dict[str, Any]) -> list[tuple[str, str]]:
    leads = [(address, "") for key in ("image", "banner_image") if (address := _text(entry, key))]
    attachments = entry.get("attachments")
    for attachment in attachments if isinstance(attachments, list) else []:
        if isinstance(attachment, dict) and _text(attachment, "mime_type").startswith("image/"):
            leads.append((_text(attachment, "url"), ""))
    return [lead for lead in leads if lead[0]]


def _author(holder: dict[str, Any]) -> str:
    """Names of the authors; 1.0 has one ``author``, 1.1 a list of ``authors``."""
    listed = holder.get("authors")
    people = listed if isinstance(listed, list) else [holder.get("author")]
    names = [_text(person, "name") for person in people if isinstance(person, dict)]
    return ", ".join(one_line(name) for name in names if name.strip())


def _text(holder: dict[str, Any], key: str) -> str:
    value = holder.get(key)
    return whole(value) if isinstance(value, str) else ""
