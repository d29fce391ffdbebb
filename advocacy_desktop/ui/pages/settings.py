"""Settings: the look, the language, one's own data, and what the program is."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QButtonGroup, QFileDialog, QProgressBar

from ... import __version__
from ...application.changes import ChangeKind, Changes
from ...application.own_data import Erased, Exported
from ...domain.errors import KnownError
from .. import formats
from ..context import UiContext
from ..i18n import install_language, translate
from ..messages import sentence
from ..sheets.confirm import ConfirmSheet
from ..sheets.erased import ErasedSheet
from ..tasks import CancelToken
from ..theme import apply_theme
from ..widgets.basics import Card, ChoiceChip, SectionLabel, label
from .scaffold import Facts, ScrollPage, button, clear, row

THEMES = ("system", "light", "dark")
LANGUAGES = ("system", "en", "fr")


class SettingsPage(ScrollPage):
    """Every choice acts at once; none of them can break the charter."""

    watches = frozenset({ChangeKind.SETTINGS})

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place)
        self._chosen = {"theme": "system", "language": "system"}
        self._token: CancelToken | None = None
        self._groups: list[QButtonGroup] = []
        self.bar = QProgressBar()
        self.doing = label("", "muted")
        self.stop = button("", self.stop_export, name="stop")
        self.error = label("", "error", wrap=True)

    def retranslate(self) -> None:
        self.heading.setText(translate("Settings", "Settings"))
        self.subtitle.setText(
            translate("Settings", "Each choice counts at once, on this computer only.")
        )
        self.keep_focus(self._rebuild)

    def refresh(self, changes: Changes | None = None) -> None:
        preferences = self.context.services.preferences

        def load() -> dict[str, str]:
            return {name: preferences.get(name) for name in ("theme", "language")}

        def loaded(found: dict[str, str]) -> None:
            if found != self._chosen:
                self._chosen = found
                self.keep_focus(self._rebuild)

        self.context.runner.storage(load, loaded, None, self)

    def focus_first(self) -> None:
        first = self._groups[0].checkedButton() if self._groups else None
        (first or self).setFocus()

    def _rebuild(self) -> None:
        clear(self.content)
        self._groups = []
        self.content.addWidget(self._look())
        self.content.addWidget(self._language())
        self.content.addWidget(self._data())
        self.content.addWidget(self._about())

    # --- look and language ---------------------------------------------------------------------

    def _look(self) -> Card:
        names = {
            "system": translate("Settings", "As the computer"),
            "light": translate("Settings", "Light"),
            "dark": translate("Settings", "Dark"),
        }
        return self._choice(
            translate("Settings", "Appearance"),
            "theme",
            [(value, names[value]) for value in THEMES],
        )

    def _language(self) -> Card:
        # A language is named in itself, so that whoever got lost finds the way back.
        names = {
            "system": translate("Settings", "As the computer"),
            "en": "English",
            "fr": "Français",
        }
        return self._choice(
            translate("Settings", "Language"),
            "language",
            [(value, names[value]) for value in LANGUAGES],
        )

    def _choice(self, title: str, name: str, values: list[tuple[str, str]]) -> Card:
        card = Card(title=title, margin=20)
        group = QButtonGroup(card)
        group.setProperty("setting", name)
        buttons = []
        for value, text in values:
            made = ChoiceChip(text)
            made.setObjectName(f"{name}:{value}")
            made.setAccessibleName(f"{title}: {text}")
            made.setChecked(self._chosen[name] == value)
            made.toggled.connect(partial(self._choose, name, value))
            group.addButton(made)
            buttons.append(made)
        self._groups.append(group)
        card.body.addLayout(row(*buttons, spacing=10))
        return card

    def _choose(self, name: str, value: str, on: bool = True) -> None:
        if not on or self._chosen[name] == value:
            return
        self._chosen[name] = value
        app = QApplication.instance()
        if isinstance(app, QApplication):
            if name == "theme":
                apply_theme(app, value)
            else:
                # The buttons are made anew in the other language: not while one is being clicked.
                root = self.context.resource_root
                QTimer.singleShot(0, self, lambda: install_language(app, value, root))
        preferences = self.context.services.preferences
        self.context.mutate(lambda: preferences.set(name, value), owner=self)

    # --- data ----------------------------------------------------------------------------------

    @property
    def folder(self) -> Path:
        """Where this profile lies."""
        return self.context.media_folder.parent

    def _data(self) -> Card:
        card = Card(title=translate("Settings", "Your data"), margin=20)
        facts = Facts()
        facts.put(translate("Settings", "Where it lies"), str(self.folder), selectable=True)
        facts.put(
            translate("Settings", "Passwords"),
            translate(
                "Settings",
                "not there: they are in the keyring of this computer, apart for each sphere",
            ),
        )
        card.body.addLayout(facts)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.doing = label("", "muted")
        self.stop = button(translate("Settings", "Stop"), self.stop_export, name="stop")
        self.error = label("", "error", wrap=True)
        for part in (self.bar, self.doing, self.stop, self.error):
            part.hide()
        progress = row(self.doing, self.stop)
        card.body.addWidget(self.bar)
        card.body.addLayout(progress)
        card.body.addWidget(self.error)
        card.body.addSpacing(4)
        card.body.addLayout(
            row(
                button(translate("Settings", "Open the folder"), self._open_folder, name="folder"),
                button(
                    translate("Settings", "Export everything…"), self._choose_file, name="export"
                ),
                button(translate("Settings", "Erase everything…"), self.erase, name="erase"),
            )
        )
        return card

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.folder)))

    def _choose_file(self) -> None:
        day = f"{formats.local(formats.now()):%Y-%m-%d}"
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("Settings", "Export everything"),
            str(Path.home() / f"advocacy-desktop-{day}.zip"),
            "ZIP (*.zip)",
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, path: Path) -> None:
        """Write everything but secrets into a ZIP, with progress and a way to stop."""
        if self._token is not None:
            return
        token = self._token = CancelToken()
        own_data = self.context.services.own_data
        self.error.hide()
        self._working(True)
        report = self.context.runner.progress(self._progressed, self)

        def done(exported: Exported | None) -> None:
            self._token = None
            self._working(False)
            if exported is None:
                self.context.toasts.show_text(
                    translate("Settings", "Stopped. No file was written.")
                )
                return
            self.context.toasts.show_text(
                translate("Settings", "Everything is in {path} ({size}).").format(
                    path=exported.path, size=formats.size(exported.size)
                )
            )

        def failed(error: KnownError) -> None:
            self._token = None
            self._working(False)
            self.error.setText(sentence(error))
            self.error.show()

        self.context.runner.background(
            lambda: own_data.export(path, report, token), done, failed, self
        )

    def stop_export(self) -> None:
        """Stop it; nothing is left behind."""
        if self._token is not None:
            self._token.cancel()

    def _working(self, on: bool) -> None:
        self.doing.setText(translate("Settings", "Writing the export…"))
        self.bar.setAccessibleName(self.doing.text())
        self.bar.setRange(0, 0)
        for part in (self.bar, self.doing, self.stop):
            part.setVisible(on)

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def erase(self) -> ConfirmSheet:
        """Say exactly what goes and what stays; then erase and end."""
        own_data = self.context.services.own_data

        def act(done: Callable[[], object], failed: Callable[[KnownError], object]) -> None:
            def erased(what: Erased) -> None:
                # There is no profile any more: nothing may be written, not even the window's size.
                self.context.opened = None
                done()
                sheet = ErasedSheet(self.context.window, what)
                sheet.finished.connect(lambda _: QApplication.quit())
                sheet.show_sheet()

            self.context.runner.storage(own_data.erase, erased, failed, self.context.window)

        sheet = ConfirmSheet(
            self.context.window,
            title=translate("Settings", "Erase everything on this computer?"),
            lines=[
                translate(
                    "Settings",
                    "Goes for good: suggestions, drafts and their versions, pictures, the history "
                    "of what you published, the list of what left this computer, settings, and "
                    "the daily copies of all that.",
                ),
                translate(
                    "Settings",
                    "You are signed out of every account, and the keyring entries of both spheres "
                    "are wiped.",
                ),
                translate("Settings", "Posts that have not left yet will not leave."),
                translate(
                    "Settings",
                    "Stays: your posts on the networks, and exports that you made. To delete a "
                    "post, do it first, under Published.",
                ),
                translate("Settings", "Then the program ends. This cannot be undone."),
            ],
            button=translate("Settings", "Erase everything"),
            act=act,
            say=self.context.toasts.show_text,
            busy=translate("Settings", "Signing out and erasing…"),
        )
        sheet.show_sheet()
        return sheet

    # --- about ---------------------------------------------------------------------------------

    def _about(self) -> Card:
        card = Card(title=translate("Settings", "About"), margin=20)
        facts = Facts()
        facts.put(translate("Settings", "Version"), __version__, selectable=True)
        facts.put(
            translate("Settings", "Licence"),
            translate("Settings", "Apache 2.0: free to use, study, change and share"),
        )
        card.body.addLayout(facts)
        card.body.addSpacing(6)
        card.body.addWidget(SectionLabel(translate("Settings", "What we refuse to build")))
        for line in _refusals():
            card.body.addWidget(label(f"– {line}", wrap=True))
        return card


def _refusals() -> list[str]:
    return [
        translate("Settings", "Automatic or bulk posting."),
        translate("Settings", "Points, ranks, badges and streaks."),
        translate("Settings", "Figures about a person for anybody else."),
        translate("Settings", "Liking or commenting as a task."),
        translate(
            "Settings",
            "Approval of what you wrote by somebody else; locked wordings; forced hashtags.",
        ),
        translate("Settings", "Reading your network, your messages or your contacts."),
        translate("Settings", "Link shorteners and links that follow a person around."),
        translate("Settings", "Telemetry."),
    ]
