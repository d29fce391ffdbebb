"""Plain text out of what feeds write: no markup, no characters that deceive the eye."""

import re
from html import unescape
from html.parser import HTMLParser

MAX_TITLE = 300

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufff9-\ufffb]")
_OVERRIDES = re.compile(r"[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_FORCED = re.compile(r"[\u202d\u202e]")
# A lone no-break space stays: French has one before ; : ! ? and a line must not begin with these.
_SPACES = re.compile(r"\s{2,}|[^\S\u00a0\u202f]")
_MARKUP = re.compile(r"<[a-zA-Z/!?]|&#?\w+;")
_HIDDEN = frozenset({"script", "style", "template", "iframe", "object", "svg", "math", "textarea"})
_ACTIVE = re.compile(r"</?(?:script|style|iframe|object|embed|svg|form|img)\b[^>]*>?", re.I)
_KNOWN = frozenset(
    """a abbr acronym address b bdi bdo big blockquote body br center cite code dd del dfn div dl dt
    em embed figure font form h1 h2 h3 h4 h5 h6 head hr html i iframe img input ins kbd li link
    mark meta object ol p picture pre q s samp script small span strike strong style sub sup svg
    table tbody td template textarea th title tr tt u ul var video wbr""".split()  # noqa: SIM905
)


def whole(text: str) -> str:
    """The text with characters that cannot be stored (lone surrogates) replaced."""
    return text.encode("utf-8", "replace").decode("utf-8")


def one_line(text: str) -> str:
    """Whitespace folded (a lone no-break space stays); control and direction characters removed."""
    return _SPACES.sub(" ", _OVERRIDES.sub("", _CONTROLS.sub(" ", whole(text)))).strip()


def many_lines(text: str) -> str:
    """Line ends made one kind; control characters and forced directions removed.

    The isolating direction marks stay: texts that mix Arabic or Hebrew with Latin need them.
    """
    text = whole(text).replace("\r\n", "\n").replace("\r", "\n")
    return _FORCED.sub("", _CONTROLS.sub("", text)).strip()


def plain_title(text: str) -> str:
    """A title as plain text: tags of HTML removed, entities decoded once.

    What only looks like a tag (``Vec<T>``, ``a < b``) stays.
    """
    if _MARKUP.search(text):
        stripper = _Stripper()
        stripper.feed(text)
        stripper.close()
        text = _ACTIVE.sub("", unescape("".join(stripper.parts)))
    return one_line(text)[:MAX_TITLE].rstrip()


def first_words(text: str, limit: int = 80) -> str:
    """The beginning of a text, for what has no title."""
    line = one_line(text.strip().split("\n", 1)[0])
    if len(line) <= limit:
        return line
    return line[:limit].rsplit(" ", 1)[0].rstrip(" ,.;:") + "…"


class _Stripper(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag not in _KNOWN:
            self.parts.append(self.get_starttag_text() or "")
        elif tag in ("br", "p", "div", "li", "tr"):
            self.parts.append(" ")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _HIDDEN:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag not in _KNOWN:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")
