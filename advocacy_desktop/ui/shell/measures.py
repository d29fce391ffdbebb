"""Sizes of the window's parts, shared by the widgets and by what is painted before them."""

NAV_WIDE = 212
"""At least; a language with longer names of places gets more, see ``nav_width``."""
NAV_WIDEST = 264
NAV_SLIM = 56
SLIM_BELOW = 860
"""Narrower than this, the navigation shows icons only."""
NAV_EDGE = 10
NAV_TOP = 14
NAV_GAP = 2
LIST_WIDTH = 378
"""Until the person moves the splitter."""
LIST_EDGE = 18
TOP_EDGE = 16
TOP_GAP = 12
SEARCH_WIDTH = 330
PILL_EDGE = 12


def top_height(line: int) -> int:
    """Of the bar at the top; ``line`` is the height of the application's font."""
    return line + 21


def search_height(line: int) -> int:
    """Of the search field."""
    return line + 13


def place_height(line: int, *, slim: bool = False) -> int:
    """Of one place in the navigation."""
    return line + (14 if slim else 18)


def section_height(line: int) -> int:
    """Of a section's label in the navigation."""
    return line + 15


def head_height(line: int) -> int:
    """Of the title above the list."""
    return line + 30
