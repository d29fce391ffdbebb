"""How much of a text is one's own, and which words are the company's.

For the employee's eyes only: it is never stored, exported to the company or sent.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*", re.UNICODE)

SHARED_RUN = 4
"""Shortest run of words that counts as taken over: three in a row happen by chance."""


@dataclass(frozen=True, slots=True)
class Span:
    """Part of a text, in characters, that is the company's or the employee's."""

    start: int
    end: int
    own: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """The text in spans, and the share of its words that are own words."""

    spans: tuple[Span, ...]
    own_share: float
    """0.0 (all the company's) to 1.0 (all mine); 1.0 for an empty text."""


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[tuple[str, int, int], ...]:
    return tuple((m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text))


@lru_cache(maxsize=32)
def _runs(company: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for text in company:
        words = [word for word, _, _ in _words(text)]
        runs.update(tuple(words[i : i + SHARED_RUN]) for i in range(len(words) - SHARED_RUN + 1))
    return frozenset(runs)


def compare(text: str, company: Sequence[str]) -> Comparison:
    """Tell own words from the company's: any run of four words that stands in a company text."""
    words = _words(text)
    if not words:
        return Comparison((), 1.0)
    runs = _runs(tuple(company))
    taken = [False] * len(words)
    if runs:
        for i in range(len(words) - SHARED_RUN + 1):
            if tuple(word for word, _, _ in words[i : i + SHARED_RUN]) in runs:
                taken[i : i + SHARED_RUN] = [True] * SHARED_RUN
    spans: list[Span] = []
    for (_, start, end), theirs in zip(words, taken, strict=True):
        own = not theirs
        if spans and spans[-1].own is own and "\n" not in text[spans[-1].end : start]:
            spans[-1] = Span(spans[-1].start, end, own)
        else:
            spans.append(Span(start, end, own))
    return Comparison(tuple(spans), taken.count(False) / len(words))


def nearly_same(text: str, other: str, *, threshold: float = 0.8) -> bool:
    """Whether a text is nearly another: most of its three-word runs stand in it."""
    mine = [word for word, _, _ in _words(text)]
    theirs = [word for word, _, _ in _words(other)]
    if not mine or not theirs:
        return False
    if len(mine) < 3:
        return mine == theirs
    shingles = {tuple(mine[i : i + 3]) for i in range(len(mine) - 2)}
    others = {tuple(theirs[i : i + 3]) for i in range(len(theirs) - 2)}
    return len(shingles & others) / len(shingles) >= threshold
