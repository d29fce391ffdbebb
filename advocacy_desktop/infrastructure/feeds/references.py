"""Turning what a feed writes as an address into one that may be kept, or into nothing."""

import posixpath
import re
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from ...domain.source import BESIDE

_UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_DOUBLED = re.compile(r"(https?://[^/]+)/(?=https?://)", re.IGNORECASE)


def is_web(address: str) -> bool:
    """Whether it starts like a web address."""
    return address[:8].lower().startswith(("http://", "https://"))


def web_address(base: str, reference: str) -> str | None:
    """An absolute web address, or ``None`` where the reference is no such thing.

    Args:
        base: the address that relative references are resolved against (RFC 3986, 5.1).
        reference: as the feed writes it.
    """
    reference = _UNSEEN.sub("", reference).strip()
    reference = re.sub(r"\s", lambda space: quote(space[0]), reference)
    if not reference or reference.startswith("#"):
        return None
    try:
        joined = urljoin(base, reference) if is_web(base) else reference
        parts = urlsplit(joined)
        usable = parts.hostname and parts.port != 0 and "@" not in parts.netloc
    except ValueError:
        return None
    return joined if usable and parts.scheme in ("http", "https") else None


def link_target(base: str, reference: str) -> str | None:
    """What a link in a text may lead to: a web or a mail address."""
    plain = _UNSEEN.sub("", reference).strip()
    if plain.lower().startswith("mailto:") and "@" in plain:
        return plain
    return web_address(base, reference)


def picture_address(base: str, reference: str) -> str | None:
    """Address of a picture: on the web, or ``beside:`` the feed when that is a file."""
    # Some site generators write their own address before an address that is whole already.
    reference = _DOUBLED.sub("", reference.strip())
    web = web_address(base, reference)
    if web is not None:
        return urldefrag(web).url
    return None if is_web(base) else _beside(reference)


def _beside(reference: str) -> str | None:
    path = unquote(re.split(r"[?#]", reference, maxsplit=1)[0])
    if not path or _UNSEEN.search(path) or re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/\\]", path):
        return None
    path = posixpath.normpath(path.replace("\\", "/"))
    return None if path in (".", "..") or path.startswith("../") else BESIDE + path
