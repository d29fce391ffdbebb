"""What Ctrl+K offers, and the keys that act everywhere."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ..application.changes import ChangeKind, changed
from ..domain.sphere import Sphere
from . import theme
from .context import UiContext
from .i18n import install_language, translate
from .palette import Command
from .places import PLACES, place_name
from .shell.keys_sheet import show_keys
from .widgets.basics import focused, key_text

if TYPE_CHECKING:
    from .palette import Palette
    from .shell.body import Body


class Commands:
    """Acts on the window and the profile; names are made anew each time, for the language."""

    def __init__(self, context: UiContext, window: "Body") -> None:
        self._context = context
        self._window = window

    def all(self) -> list[Command]:
        """Every command by its present name."""
        go = self._context.navigate
        found = [
            Command(translate("Commands", "Look for new suggestions"), self.check, key_text("F5")),
            Command(
                translate("Commands", "Write something of my own, as a professional"),
                lambda: self.write(Sphere.PROFESSIONAL),
            ),
            Command(
                translate("Commands", "Write something of my own, as myself"),
                lambda: self.write(Sphere.PERSONAL),
            ),
            Command(
                translate("Commands", "Undo the last decision"),
                self.undo,
                key_text("Ctrl+Z"),
            ),
        ]
        for number, place in enumerate(PLACES, 1):
            key = key_text(f"Ctrl+{number}") if number < 10 else ""
            found.append(
                Command(
                    translate("Commands", "Go to {place}").format(place=place_name(place)),
                    partial(go, place),
                    key,
                )
            )
        found += [
            Command(translate("Commands", "Light colours"), lambda: self.set_theme("light")),
            Command(translate("Commands", "Dark colours"), lambda: self.set_theme("dark")),
            Command(
                translate("Commands", "Colours of the system"), lambda: self.set_theme("system")
            ),
            # Each language is called by its own name, so that a lost person finds the way back.
            Command("English", lambda: self.set_language("en")),
            Command("Français", lambda: self.set_language("fr")),
            Command(translate("Commands", "Show all keys"), self.keys, "?"),
            Command(translate("Commands", "Quit"), self._window.window().close, key_text("Ctrl+Q")),
        ]
        return found

    def keys_everywhere(self, palette: "Palette") -> list[tuple[str, Callable[[], object]]]:
        """Keys of the whole window."""
        go = self._context.navigate
        found: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+K", palette.open_commands),
            ("Ctrl+F", palette.open_search),
            ("Ctrl+Z", self.undo),
            ("Ctrl+,", lambda: go("settings")),
            ("Ctrl+Q", self._window.window().close),
            ("F5", self.check),
            ("F6", self.next_part),
            ("F1", self.keys),
            ("?", self.keys),
        ]
        for number, place in enumerate(list(PLACES)[:9], 1):
            found.append((f"Ctrl+{number}", partial(go, place)))
        return found

    def check(self) -> None:
        """Ask all sources now."""
        if self._context.check_sources is not None:
            self._context.check_sources()

    def undo(self) -> None:
        """The toast's own Undo first: it is what the person sees."""
        if not self._window.toast.undo():
            self._context.undo()

    def keys(self) -> None:
        """All keys."""
        show_keys(self._window)

    def write(self, sphere: Sphere) -> None:
        """A draft of one's own."""
        if not self._context.ready:
            return
        drafts = self._context.services.drafts

        def done(draft: object) -> None:
            draft_id = str(getattr(draft, "id", ""))
            self._context.hub.announce(changed(ChangeKind.DRAFTS, ids=(draft_id,)))
            self._context.navigate("drafts", draft_id=draft_id)

        self._context.runner.storage(lambda: drafts.start_blank(sphere), done)

    def set_theme(self, mode: str) -> None:
        """Switch, and remember."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply_theme(app, mode)
        self._remember("theme", mode)

    def set_language(self, code: str) -> None:
        """Switch, and remember."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            install_language(app, code, self._context.resource_root)
        self._remember("language", code)

    def next_part(self) -> None:
        """F6: field, navigation, page, and round."""
        window = self._window
        place = window.navigation.buttons.get(window.place)
        page = window.page(window.place)
        focus = focused(window.window())
        if focus is window.top.search:
            (place or next(iter(window.navigation.buttons.values()))).setFocus()
        elif focus is not None and window.navigation.isAncestorOf(focus) and page is not None:
            page.focus_first()
        else:
            window.top.search.setFocus()

    def _remember(self, name: str, value: str) -> None:
        if self._context.ready:
            preferences = self._context.services.preferences
            self._context.mutate(lambda: preferences.set(name, value))
