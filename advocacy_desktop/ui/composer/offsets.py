"""Positions: the domain counts code points, Qt counts UTF-16 units."""

from collections.abc import Callable


def to_utf16(text: str) -> Callable[[int], int]:
    """A function from a position in code points to the one that Qt means."""
    if text.isascii() or max(text) <= "\uffff":
        return lambda position: position
    offsets = [0]
    for char in text:
        offsets.append(offsets[-1] + (2 if char > "\uffff" else 1))
    return lambda position: offsets[position]
