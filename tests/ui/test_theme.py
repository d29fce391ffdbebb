"""Both themes can be read by everybody, and switch while the window stands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocacy_desktop.ui import theme
from advocacy_desktop.ui.tokens import DARK, LIGHT, TEXT_PAIRS, Tokens
from advocacy_desktop.ui.widgets.basics import KeyButton, label


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_stands_out(look: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(look, ink), getattr(look, ground)) >= 4.5


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "panel", "rail", "selected", "sunken"])
def test_the_ring_around_what_has_the_keyboard_can_be_seen(look: Tokens, ground: str) -> None:
    assert contrast(look.focus, getattr(look, ground)) >= 3


def test_the_spheres_keep_their_colours() -> None:
    assert LIGHT.professional == "#2457A6"
    assert LIGHT.personal == "#A8471C"


def test_the_style_sheet_uses_no_unknown_token() -> None:
    from advocacy_desktop.ui.style_sheet import style_sheet

    for look in (LIGHT, DARK):
        made = style_sheet(look, 10.0)
        assert "$" not in made
        assert look.panel in made


def test_it_switches_while_the_window_stands(qtbot: QtBot, qapp: QApplication) -> None:
    button = KeyButton("Later", "L")
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(button)
    button.show()

    def ground() -> str:
        """Colour between the frame and the words."""
        qapp.processEvents()
        return button.grab().toImage().pixelColor(button.width() // 2, 3).name().upper()

    theme.apply_theme(qapp, "light")
    assert ground() == LIGHT.panel
    with qtbot.waitSignal(theme.current_theme().changed):
        theme.apply_theme(qapp, "dark")
    assert theme.tokens() is DARK
    assert ground() == DARK.panel
    theme.apply_theme(qapp, "light")
    assert ground() == LIGHT.panel


def test_sizes_follow_the_font_of_the_system(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")
    heading = label("Heading", "title")
    qtbot.addWidget(heading)
    heading.show()
    assert heading.font().pointSizeF() == pytest.approx(qapp.font().pointSizeF() * 1.6, abs=0.1)
