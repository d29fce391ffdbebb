"""Applies the tokens: palette, the one style sheet, fonts; light, dark or as the system is."""

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from .tokens import DARK, LIGHT, Tokens

MODES = ("system", "light", "dark")


class Theme(QObject):
    """The look in force; one for the program."""

    changed = Signal()
    """Emitted after a switch, for what paints itself."""

    def __init__(self) -> None:
        super().__init__()
        self.mode = "system"
        self.tokens = LIGHT
        self._prepared = False
        self._listening = False

    def choose(self, app: QApplication, mode: str) -> None:
        """Fonts and tokens only: enough to paint by hand; :meth:`apply` does the rest."""
        if not self._prepared:
            _prepare(app)
            self._prepared = True
        self.mode = mode if mode in MODES else "system"
        self.tokens = self._wanted(app)

    def apply(self, app: QApplication, mode: str) -> None:
        """Switch to ``light``, ``dark`` or ``system``."""
        from PySide6.QtCore import Qt

        if not self._prepared:
            _prepare(app)
            self._prepared = True
        self.mode = mode if mode in MODES else "system"
        hints = app.styleHints()
        if not self._listening:
            self._listening = True
            hints.colorSchemeChanged.connect(lambda _scheme: self._follow(app))
        scheme = {
            "light": Qt.ColorScheme.Light,
            "dark": Qt.ColorScheme.Dark,
            "system": Qt.ColorScheme.Unknown,
        }[self.mode]
        # Also asks the window system for title bars of the same kind.
        hints.setColorScheme(scheme)
        if self.mode == "system":
            dark = hints.colorScheme() is Qt.ColorScheme.Dark
            self._use(app, DARK if dark else LIGHT)
        else:
            self._use(app, DARK if self.mode == "dark" else LIGHT)

    def _wanted(self, app: QApplication) -> Tokens:
        if self.mode == "system":
            # The scheme itself would load Qt's enumerations; before ours, the palette tells it.
            return DARK if app.palette().window().color().lightness() < 128 else LIGHT
        return DARK if self.mode == "dark" else LIGHT

    def _follow(self, app: QApplication) -> None:
        if self.mode == "system":
            from PySide6.QtCore import Qt

            dark = app.styleHints().colorScheme() is Qt.ColorScheme.Dark
            if (DARK if dark else LIGHT) is not self.tokens:
                self._use(app, DARK if dark else LIGHT)

    def _use(self, app: QApplication, tokens: Tokens) -> None:
        from .style_sheet import style_sheet

        if sys.platform != "darwin" and app.style().name() != "fusion":
            app.setStyle("Fusion")
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


def choose(app: QApplication, mode: str) -> None:
    """Fonts and tokens for painting by hand, before the widgets are made."""
    current_theme().choose(app, mode)


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
