"""Ctrl+K runs every command by name; Ctrl+F searches everything. Both hang below one field."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ..application.ports import SuggestionQuery
from ..domain.suggestion import SuggestionState
from .context import UiContext
from .i18n import translate
from .shell.popup import Entry, Popup
from .shell.top_bar import SearchField
from .widgets.announce import announce
from .widgets.basics import focused
from .words.places import place_name

SEARCH_AFTER_MS = 80
FOUND = 8
"""Most results of one kind."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done, by name."""

    name: str
    act: Callable[[], object]
    key: str = ""


def folded(text: str) -> str:
    """Without case and accents, for finding."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def matching(commands: Iterable[Command], typed: str) -> list[Command]:
    """Commands of whose name each typed word begins a word; best first where the name begins so."""
    words = folded(typed).split()
    found = []
    for command in commands:
        name = folded(command.name)
        if all(f" {word}" in f" {name}" for word in words):
            found.append((not name.startswith(folded(typed)), command))
    return [command for _, command in sorted(found, key=lambda pair: pair[0])]


class Palette(QObject):
    """Turns what is typed in the field into lines of the popup."""

    def __init__(
        self,
        context: UiContext,
        field: SearchField,
        window: QWidget,
        commands: Callable[[], Sequence[Command]],
    ) -> None:
        super().__init__(window)
        self._context = context
        self._field = field
        self._commands = commands
        self._all_commands = False
        self._asked = 0
        self._before: QWidget | None = None
        self.popup = Popup(window)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_AFTER_MS)
        self._timer.timeout.connect(self._search)
        field.textEdited.connect(self._edited)
        field.down.connect(lambda: self._step(1))
        field.up.connect(lambda: self._step(-1))
        field.left.connect(self.close)
        field.returnPressed.connect(self._run)

    def open_commands(self) -> None:
        """Ctrl+K."""
        self._take_focus()
        self._all_commands = True
        self._field.clear()
        self._show_commands("")

    def open_search(self) -> None:
        """Ctrl+F."""
        self._take_focus()
        self._all_commands = False
        self._field.selectAll()
        if self._field.text():
            self._search()

    def close(self) -> None:
        """Give the field up."""
        self._timer.stop()
        self._asked += 1
        self._all_commands = False
        self.popup.hide()
        if self._field.hasFocus():
            before = self._before
            if before is not None and before.isVisible():
                before.setFocus()
            else:
                self._field.clearFocus()

    def _take_focus(self) -> None:
        focus = focused(self._field.window())
        if focus is not self._field:
            self._before = focus
        self._field.setFocus()

    def _edited(self, typed: str) -> None:
        if self._all_commands:
            self._show_commands(typed)
        elif typed.strip():
            self._timer.start()
        else:
            self._asked += 1
            self.popup.hide()

    def _step(self, by: int) -> None:
        self.popup.step(by)
        announce(self._field, self.popup.current_text())

    def _run(self) -> None:
        typed = self._field.text().strip()
        if self.popup.run():
            self._field.clear()
            self._all_commands = False
        elif typed and not self._all_commands:
            self._show_in_list(typed)

    def _show_commands(self, typed: str) -> None:
        entries = [
            Entry(command.name, command.key, command.act)
            for command in matching(self._commands(), typed)
        ]
        note = translate("Palette", "No command has that name.")
        self.popup.show_entries(entries, note, self._field)

    def _show_in_list(self, typed: str) -> None:
        self.close()
        self._context.navigate("suggestions", search=typed)

    def _search(self) -> None:
        typed = self._field.text().strip()
        if not typed or not self._context.ready:
            return
        services = self._context.services
        self._asked += 1
        asked = self._asked
        words = folded(typed).split()

        def read() -> list[tuple[str, str, str]]:
            query = SuggestionQuery(states=frozenset(SuggestionState), search=typed)
            found = [
                ("suggestion", card.id, card.title)
                for card in services.triage.cards(query, limit=FOUND)
            ]
            drafts = [
                (
                    "draft",
                    card.draft.id,
                    card.draft.body.text.strip() or card.suggestion_title or "",
                )
                for card in services.drafts.cards()
            ]
            posts = [
                ("delivery", card.delivery.id, card.delivery.post.text)
                for card in services.library.published()
            ]
            for group in (drafts, posts):
                hits = [one for one in group if all(word in folded(one[2]) for word in words)]
                found += hits[:FOUND]
            return found

        def done(found: list[tuple[str, str, str]]) -> None:
            if asked == self._asked and self._field.hasFocus():
                self._show_found(typed, found)

        self._context.runner.storage(read, done, owner=self)

    def _show_found(self, typed: str, found: list[tuple[str, str, str]]) -> None:
        names = {
            "suggestion": (place_name("suggestions"), "suggestions", "id"),
            "draft": (place_name("drafts"), "drafts", "draft_id"),
            "delivery": (place_name("published"), "published", "delivery_id"),
        }
        entries = []
        for kind, identifier, text in found:
            name, place, key = names[kind]
            first = " ".join(text.split())[:90]
            entries.append(
                Entry(
                    first,
                    name,
                    partial(self._context.navigate, place, **{key: identifier}),
                )
            )
        if any(kind == "suggestion" for kind, _, _ in found):
            entries.append(
                Entry(
                    translate("Palette", "Show all suggestions with “{words}”").format(words=typed),
                    "",
                    lambda: self._show_in_list(typed),
                )
            )
        entries += [
            Entry(command.name, translate("Palette", "command"), command.act)
            for command in matching(self._commands(), typed)[:FOUND]
        ]
        self.popup.show_entries(entries, translate("Palette", "Nothing was found."), self._field)
