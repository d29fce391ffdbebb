"""Foreign HTML to what the reader may show: an allow-list, no remote part, pictures by number."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape
from html.parser import HTMLParser
from typing import Any

from ...domain.suggestion import Picture
from .plain import many_lines, one_line
from .references import link_target, picture_address

MAX_HTML = 400_000
"""Characters of one item that are read; the rest of a longer one is not."""

MAX_PICTURES = 40
MAX_DEPTH = 40
"""Nested elements that are kept; beyond it only their text is."""

_INLINE = {
    *("a", "abbr", "b", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s"),
    *("samp", "small", "strong", "sub", "sup", "u", "var"),
}
_BLOCKS = {
    *("blockquote", "div", "dl", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p"),
    *("pre", "table", "ul"),
}
_LINES = {"caption", "dd", "dt", "figcaption", "li", "tr"}
_TAGS = _INLINE | _BLOCKS | _LINES | {"tbody", "td", "tfoot", "th", "thead", "img"}
_GONE_WITH_CONTENT = {
    *("script", "style", "title", "iframe", "object", "video", "audio", "canvas", "svg", "math"),
    *("select", "textarea", "button", "template", "noembed", "noframes", "map"),
}
_VOID = {"br", "hr", "img"}
_KEPT = {
    "a": {"href", "title"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
_DIRECTION = {"dir", "lang"}
_SMALL = re.compile(r"(?:^|;)\s*(?:max-)?(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:;|$)", re.I)
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_NUMBERED = re.compile(r"media:\d{1,4}")


@dataclass
class Shelf:
    """The pictures of one item in the order they are shown, each address once."""

    base: str
    alts: Mapping[str, str] = field(default_factory=dict)
    """Descriptions that the company gives apart from the HTML, by address."""
    pictures: list[Picture] = field(default_factory=list)

    def put(self, reference: str, alt: str = "") -> int | None:
        """Number of the picture in :attr:`pictures`; ``None`` where it cannot be one."""
        address = picture_address(self.base, reference)
        if address is None:
            return None
        alt = one_line(self.alts.get(address, "") or alt)[:2000]
        for number, known in enumerate(self.pictures):
            if known.address == address:
                if alt and not known.alt:
                    self.pictures[number] = Picture(address, alt)
                return number
        if len(self.pictures) >= MAX_PICTURES:
            return None
        self.pictures.append(Picture(address, alt))
        return len(self.pictures) - 1


def sanitise(html: str, base: str, shelf: Shelf) -> tuple[str, str]:
    """Return safe HTML and the same as plain text; the pictures are put on the shelf.

    In the HTML an ``img`` has no address but ``media:N``, its number on the shelf.
    """
    walker = _Walker(base, shelf)
    walker.feed(_reading_cleaner().clean(html[:MAX_HTML]))
    walker.close()
    # What the walker writes is cleaned once more: its result may not depend on its own care.
    safe: str = _final_cleaner().clean(walker.html())
    return many_lines(safe), walker.text()


@lru_cache(maxsize=1)
def _reading_cleaner() -> Any:
    import nh3

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_GONE_WITH_CONTENT,
        attributes={
            **{tag: set(names) for tag, names in _KEPT.items()},
            "img": {"src", "alt", "width", "height", "style", "class", "hidden"},
            "*": _DIRECTION,
        },
        url_schemes={"http", "https", "mailto"},
        url_relative="pass_through",
        link_rel=None,
    )


@lru_cache(maxsize=1)
def _final_cleaner() -> Any:
    import nh3

    def allowed(tag: str, name: str, value: str) -> str | None:
        if name == "src":
            return value if tag == "img" and _NUMBERED.fullmatch(value) else None
        if name == "href":
            return None if value.lower().startswith("media:") else value
        return value

    return nh3.Cleaner(
        tags=_TAGS,
        clean_content_tags=_GONE_WITH_CONTENT,
        attributes={**{tag: set(names) for tag, names in _KEPT.items()}, "*": _DIRECTION},
        attribute_filter=allowed,
        url_schemes={"http", "https", "mailto", "media"},
        url_relative="deny",
        link_rel="noopener noreferrer nofollow",
    )


class _Walker(HTMLParser):
    """Rewrites clean HTML: links made whole and shown, pictures by number, text beside it."""

    def __init__(self, base: str, shelf: Shelf) -> None:
        super().__init__(convert_charrefs=True)
        self._base = base
        self._shelf = shelf
        self._out: list[str] = []
        self._text: list[str] = []
        self._break = 0
        """Line ends due before the next word."""
        self._open: list[tuple[str, bool]] = []
        """Elements under way, and whether each was written."""
        self._verbatim = 0

    def html(self) -> str:
        """What was written."""
        return "".join(self._out)

    def text(self) -> str:
        """The words, paragraphs and list entries on lines of their own."""
        return many_lines("".join(self._text))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._breaks(tag)
        if tag == "img":
            self._picture(given)
        elif tag in _VOID:
            self._out.append(f"<{tag}>")
        else:
            written = self._start(tag, given) if len(self._open) < MAX_DEPTH else None
            self._open.append((tag, written is not None))
            self._out.append(written or "")
            self._verbatim += tag == "pre"
        if tag == "li":
            self._say("• ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or not any(name == tag for name, _ in self._open):
            return
        while self._open:
            name, written = self._open.pop()
            if written:
                self._out.append(f"</{name}>")
            self._verbatim -= name == "pre"
            if name == tag:
                break
        self._breaks(tag)

    def handle_data(self, data: str) -> None:
        self._out.append(escape(data, quote=False))
        self._say(data if self._verbatim else re.sub(r"\s+", " ", data))

    def _start(self, tag: str, given: dict[str, str]) -> str | None:
        kept = {n: v for n, v in given.items() if n in _KEPT.get(tag, set()) or n in _DIRECTION}
        if tag == "a":
            target = link_target(self._base, given.get("href", ""))
            if target is None:
                return None
            # The title is what hovering shows: the true target, whatever the text promises.
            kept = {"href": target, "title": target}
        return f"<{tag}{_written(kept)}>"

    def _picture(self, given: dict[str, str]) -> None:
        alt = one_line(given.get("alt", ""))
        if _is_emoji(given, alt):
            self.handle_data(alt)
            return
        if "src" not in given or _is_pixel(given):
            return
        number = self._shelf.put(given["src"], alt)
        if number is not None:
            alt = self._shelf.pictures[number].alt
            self._out.append(f"<img{_written({'src': f'media:{number}', 'alt': alt})}>")

    def _breaks(self, tag: str) -> None:
        if tag == "br":
            self._text.append("\n")
        elif tag in _BLOCKS:
            self._break = 2
        elif tag in _LINES:
            self._break = max(self._break, 1)
        elif tag in ("td", "th"):
            self._say(" ")

    def _say(self, words: str) -> None:
        if self._break or not self._text or self._text[-1].endswith((" ", "\n")):
            words = words if self._verbatim else words.lstrip(" ")
        if not words:
            return
        if self._break:
            self._text.append("\n" * self._break)
            self._break = 0
        self._text.append(words)


def _written(attributes: Mapping[str, str]) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())


def _is_pixel(given: Mapping[str, str]) -> bool:
    """Whether it is made not to be seen: a counter, not a picture."""
    for side in ("width", "height"):
        number = re.match(r"\s*(\d+)(?![\d%]|\.?\d*%)", given.get(side, ""))
        if number is not None and int(number[1]) <= 2:
            return True
    style = given.get("style", "")
    return "hidden" in given or bool(_SMALL.search(style) or _HIDING.search(style))


def _is_emoji(given: Mapping[str, str], alt: str) -> bool:
    """Whether a picture merely stands for a character, as blog programs write emoji."""
    if not 0 < len(alt) <= 12 or alt.isascii():
        return False
    hint = given.get("class", "") + given.get("src", "")
    return "emoji" in hint or "smil" in hint
