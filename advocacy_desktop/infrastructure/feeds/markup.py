"""Markdown to HTML, kind to plain text that was never meant as Markdown."""

import re
from functools import lru_cache
from html import escape
from typing import Any

MOST_UNCLOSED = 300
"""Brackets that are never closed; for each the rest of the text is read again to look for its end,
so that fifty thousand of them take minutes. A text with so many is no Markdown."""


def markdown_to_html(text: str) -> str:
    """HTML, not yet sanitised.

    Line breaks are kept, ``#hashtag`` is no heading, indentation is no code, and ``<`` is a
    character: whoever writes text is shown text.
    """
    unclosed = max(text.count("[") - text.count("]"), text.count("](") - text.count(")"))
    if unclosed > MOST_UNCLOSED:
        return text_to_html(text)
    # The instance is not safe to share between threads, so each call makes a fresh one.
    html: str = _make().convert(text)
    return html


def text_to_html(text: str) -> str:
    """Plain text as paragraphs with its line breaks."""
    paragraphs = re.split(r"\n\s*\n", text.strip())
    return "".join(f"<p>{escape(p).replace(chr(10), '<br>')}</p>" for p in paragraphs if p)


def _make() -> Any:
    import markdown

    machine = markdown.Markdown(extensions=["nl2br", "sane_lists", "fenced_code", "tables"])
    machine.preprocessors.deregister("html_block")
    machine.inlinePatterns.deregister("html")
    machine.parser.blockprocessors.deregister("code")
    machine.parser.blockprocessors["hashheader"].RE = _heading()
    machine.inlinePatterns.register(_bare_link(), "bare_link", 105)
    return machine


@lru_cache(maxsize=1)
def _heading() -> re.Pattern[str]:
    return re.compile(r"(?:^|\n)(?P<level>#{1,6})[ \t]+(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


def _bare_link() -> Any:
    from xml.etree.ElementTree import Element

    from markdown.inlinepatterns import InlineProcessor

    class BareLink(InlineProcessor):  # type: ignore[misc]
        """A web address in the text is a link to itself."""

        ANCESTOR_EXCLUDES = ("a",)

        def handleMatch(self, found: Any, data: str) -> tuple[Element, int, int]:  # noqa: N802
            element = Element("a", href=found[0])
            element.text = found[0]
            return element, found.start(0), found.end(0)

    return BareLink(r"(?<![\"'<\w])https?://[^\s<>()\"']+[^\s<>()\"'.,;:!?*_]")
