"""One set of line icons in one style, and none that the window asks for is missing."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
ICONS = ROOT / "resources" / "icons"
MARK = "advocacy-desktop"
LINE_ICONS = sorted(path.stem for path in ICONS.glob("*.svg") if path.stem != MARK)
STYLE = {
    "width": "20",
    "height": "20",
    "viewBox": "0 0 20 20",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "1.5",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}


@pytest.mark.parametrize("name", LINE_ICONS)
def test_an_icon_has_the_style_of_the_set_and_no_colour_of_its_own(name: str) -> None:
    root = ElementTree.fromstring((ICONS / f"{name}.svg").read_text(encoding="utf-8"))
    assert dict(root.attrib) == STYLE
    for shape in root:
        for attribute in ("fill", "stroke"):
            assert shape.get(attribute) in (None, "none", "currentColor")


def test_every_icon_that_the_window_asks_for_is_drawn() -> None:
    asked = {
        name
        for path in (ROOT / "advocacy_desktop" / "ui").rglob("*.py")
        for name in re.findall(
            r"\b(?:icon|pixmap)\(\s*\"([a-z-]+)\"", path.read_text(encoding="utf-8")
        )
    }
    assert asked - set(LINE_ICONS) - {MARK} == set()


def test_the_mark_is_there_as_drawing_and_as_picture() -> None:
    assert (ICONS / f"{MARK}.svg").is_file()
    assert (ICONS / f"{MARK}.png").read_bytes().startswith(b"\x89PNG")
