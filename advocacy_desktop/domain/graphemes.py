"""Counting what a person sees as one character (Unicode UAX #29 extended grapheme clusters)."""

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _pattern() -> Any:
    import regex  # 20 ms: at first use, never at start

    return regex.compile(r"\X")


def count_graphemes(text: str) -> int:
    """Number of extended grapheme clusters; CR LF counts as one."""
    if text.isascii() and "\r" not in text:
        return len(text)
    return len(_pattern().findall(text))


def split_graphemes(text: str) -> list[str]:
    """The clusters in order."""
    if text.isascii() and "\r" not in text:
        return list(text)
    found: list[str] = _pattern().findall(text)
    return found
