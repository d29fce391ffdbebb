"""Applies the tokens: palette, the one style sheet, fonts; light, dark or as the system is."""

import sys
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from .style_sheet import STYLE_SHEET
from .tokens import BODY, DARK, HEADING, KEY, LIGHT, SHEET, SMALL, TINY, TITLE, Tokens

MODES = ("system", "light", "dark")


class Theme(QObject):
    """The look in force; one for the program."""

    changed = Signal()
    """Emitted after a switch, for what paints itself."""

    def __init__(self) -> None:
        super().__init__()
        self.mode = "system"
        self.tokens = LIGHT
        self._listening = False

    def apply(self, app: QApplication, mode: str) -> None:
        """Switch to ``light``, ``dark`` or ``system``."""
        self.mode = mode if mode in MODES else "system"
        hints = app.styleHints()
        scheme = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "system": Qt.ColorScheme.Unknown,
        }[self.mode]
        if not self._listening:
            _prepare(app)
            self._listening = True
            hints.colorSchemeChanged.connect(lambda _scheme: self._follow(app))
        # Also asks the window system for title bars of the same kind.
        hints.setColorScheme(scheme)
        self._use(app, self._wanted(app))

    def _wanted(self, app: QApplication) -> Tokens:
        if self.mode == "system":
            return DARK if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT
        return DARK if self.mode == "dark" else LIGHT

    def _follow(self, app: QApplication) -> None:
        if self._wanted(app) is not self.tokens:
            self._use(app, self._wanted(app))

    def _use(self, app: QApplication, tokens: Tokens) -> None:
        self.tokens = tokens
        app.setPalette(palette(tokens))
        app.setStyleSheet(style_sheet(tokens, app.font().pointSizeF()))
        self.changed.emit()


_theme: Theme | None = None


def current_theme() -> Theme:
    """The program's theme object."""
    global _theme
    if _theme is None:
        _theme = Theme()
    return _theme


def tokens() -> Tokens:
    """The tokens in force."""
    return current_theme().tokens


def apply_theme(app: QApplication, mode: str) -> None:
    """Switch the whole interface to ``light``, ``dark`` or ``system``, at once."""
    current_theme().apply(app, mode)


def colour(name: str) -> QColor:
    """A token as a colour."""
    return QColor(getattr(tokens(), name))


def sized_font(base: QFont, factor: float, weight: QFont.Weight | None = None) -> QFont:
    """A font of a size relative to the base, as in the style sheet."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * factor)
    if weight is not None:
        font.setWeight(weight)
    return font


def _prepare(app: QApplication) -> None:
    if sys.platform != "darwin":
        # Made by name only where it is not the style already: making it twice costs at start-up.
        if app.style().name() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
    font = app.font()
    if font.family() in ("Sans Serif", "Sans"):
        # No desktop told its font (bare X11): take a readable one if it is there.
        font.setFamilies(["Inter", "Noto Sans", "Cantarell", "DejaVu Sans"])
    if font.pointSizeF() < 10 and sys.platform != "darwin":
        font.setPointSizeF(10)
    app.setFont(font)


def palette(tokens: Tokens) -> QPalette:
    """Palette of the tokens, for what the style sheet leaves to the style."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, tokens.ground),
        (role.WindowText, tokens.text),
        (role.Base, tokens.panel),
        (role.AlternateBase, tokens.sunken),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.faint),
        (role.Button, tokens.panel),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.on_fill),
        (role.Highlight, tokens.professional_fill),
        (role.HighlightedText, tokens.on_fill),
        (role.Link, tokens.professional),
        (role.LinkVisited, tokens.professional),
        (role.ToolTipBase, tokens.toast),
        (role.ToolTipText, tokens.on_toast),
        (role.Light, tokens.panel),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.line_strong),
        (role.Dark, tokens.muted),
        (role.Shadow, tokens.overlay),
        (role.Accent, tokens.professional_fill),
    ):
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.faint))
    return made


def style_sheet(tokens: Tokens, base_points: float) -> str:
    """The style sheet with the tokens and sizes filled in."""
    sizes = {
        "size_title": TITLE,
        "size_sheet": SHEET,
        "size_heading": HEADING,
        "size_body": BODY,
        "size_small": SMALL,
        "size_tiny": TINY,
        "size_key": KEY,
    }
    values = tokens.colours()
    values.update({name: f"{base_points * factor:.2f}pt" for name, factor in sizes.items()})
    return Template(STYLE_SHEET).substitute(values)
