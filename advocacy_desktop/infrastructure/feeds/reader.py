"""Bytes to items, whatever kind of feed they are."""

import re

from ...application.ports import ParsedFeed
from ...domain.errors import ErrorCode, KnownError
from .items import RawItem, build_items
from .json_feed import read_json_feed
from .xml_feed import read_xml_feed

_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BOM = b"\xef\xbb\xbf"


class TolerantFeedReader:
    """Implements :class:`~....application.ports.FeedReader`."""

    def parse(self, data: bytes, *, address: str, content_type: str) -> ParsedFeed:
        """Read RSS, RDF, Atom, JSON Feed, or one Markdown file as a feed of one item.

        Args:
            data: the document.
            address: where it came from; relative pictures are resolved against it.
            content_type: as the server said; believed only where the bytes leave it open.

        Raises:
            KnownError: ``NOT_A_FEED`` with what was found instead: ``empty``, ``html``,
                ``json``, ``xml``, or the media type.
        """
        start = data.removeprefix(_BOM).lstrip()[:4096]
        kind = content_type.split(";")[0].strip().lower()
        if not start:
            raise _no_feed(address, "empty")
        if kind == "text/markdown":
            item = _markdown_item(data, address)
            return ParsedFeed(item.title, None, None, build_items([item]))
        if start[:1] in (b"{", b"["):
            title, site, language, raw = read_json_feed(data, address)
        elif _HTML.match(start):
            raise _no_feed(address, "html")
        else:
            read = _read_xml(data, address, content_type)
            if read is None:
                raise _no_feed(address, "xml" if start[:1] == b"<" else kind or "text")
            title, site, language, raw = read
        return ParsedFeed(title, site, language, build_items(raw))


def _read_xml(
    data: bytes, address: str, content_type: str
) -> tuple[str, str | None, str | None, list[RawItem]] | None:
    try:
        return read_xml_feed(data, address, content_type)
    except Exception as error:
        # feedparser guesses through broken documents and can stumble over its own guesses with
        # errors of any kind; for the person all of them mean the same.
        raise _no_feed(address, "xml") from error


def _markdown_item(data: bytes, address: str) -> RawItem:
    text = data.removeprefix(_BOM).decode("utf-8", "replace")
    name = address.replace("\\", "/").rstrip("/").rpartition("/")[2]
    heading = re.match(r"\s*#[ \t]+(.+?)[ \t#]*(?:\n|$)", text)
    return RawItem(
        identity=name,
        title=heading[1] if heading else name.removesuffix(".md"),
        link="",
        body=text[heading.end() :] if heading else text,
        body_kind="markdown",
        published=None,
        language=None,
        author="",
        base=address,
    )


def _no_feed(address: str, found: str) -> KnownError:
    return KnownError(ErrorCode.NOT_A_FEED, address=address, found=found)
