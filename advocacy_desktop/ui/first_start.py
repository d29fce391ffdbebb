"""The first start: the charter, where suggestions come from, accounts. Skippable, asked once."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ..application.changes import ChangeKind, changed
from ..application.ports import SignInForm
from ..domain.errors import KnownError
from ..domain.sphere import Sphere
from .context import UiContext
from .i18n import LANGUAGES, current_locale, translate
from .messages import sentence
from .pages.scaffold import button, clear
from .widgets.announce import announce
from .widgets.basics import label
from .widgets.sheet import Sheet

DONE = "first_start_done"


@dataclass(frozen=True, slots=True)
class Charter:
    """What the program promises, in six lines."""

    title: str
    lines: tuple[str, ...]


def read_charter(root: Path, language: str) -> Charter:
    """The charter in a language, English where it has none."""
    code = language if language in LANGUAGES else "en"
    found = json.loads((root / f"charter.{code}.json").read_text("utf-8"))
    return Charter(str(found["title"]), tuple(str(line) for line in found["lines"]))


def show_if_first(context: UiContext) -> None:
    """Open the first start unless it was gone through before; call it once the profile is open.

    A profile that brought its sources or accounts along (``--with-sample``) is asked for neither:
    it gets the charter alone.
    """
    services = context.services

    def look() -> tuple[bool, bool]:
        done = services.preferences.get(DONE) == "yes"
        return done, bool(services.sources.all() or services.accounts.all())

    def found(what: tuple[bool, bool]) -> None:
        done, something_there = what
        if not done:
            FirstStart(context, only_charter=something_there).show_sheet()

    context.runner.storage(look, found, None, context.window)


class FirstStart(Sheet):
    """Three short pages over the window. Esc skips all of it; nothing is asked twice."""

    def __init__(self, context: UiContext, *, only_charter: bool = False) -> None:
        charter = read_charter(context.resource_root, current_locale().name().split("_")[0])
        super().__init__(context.window, title=charter.title)
        self.context = context
        self._steps: list[tuple[str, QWidget]] = [(charter.title, _charter_page(charter))]
        self._status = label("", "fine", wrap=True)
        self._error = label("", "error", wrap=True)
        if not only_charter:
            sources, self._sources = _page()
            accounts, self._accounts = _page()
            self._steps.append((translate("FirstStart", "Where suggestions come from"), sources))
            self._steps.append((translate("FirstStart", "As whom you publish"), accounts))
            self._build_sources()
            self._build_accounts()
        self._stack = QStackedWidget()
        for _, page in self._steps:
            self._stack.addWidget(page)
        self.body.addWidget(self._stack)
        for part in (self._status, self._error):
            part.hide()
            self.body.addWidget(part)
        self._count = label("", "small")
        self.buttons.insertWidget(0, self._count)
        self.back = self.add_button(translate("FirstStart", "Back"))
        self.back.clicked.connect(lambda: self.go(-1))
        self.skip = self.add_button(translate("FirstStart", "Skip"), accepts=False)
        self.next = self.add_button("", "primary", key="Ctrl+Return")
        self.next.clicked.connect(lambda: self.go(1))
        self.finished.connect(self._remember)
        self._at = 0
        self._show()

    def show_sheet(self) -> None:
        """Open with the focus on the way forward."""
        self.open(self.next)

    def go(self, step: int) -> None:
        """To the next page or back; behind the last one it ends."""
        if self._at + step >= len(self._steps):
            self.accept()
            return
        self._at = max(0, self._at + step)
        self._tell("")
        self._show()
        self.next.setFocus()
        announce(self, self._steps[self._at][0])

    def _show(self) -> None:
        last = self._at == len(self._steps) - 1
        title, page = self._steps[self._at]
        self.heading.setText(title)
        self.setAccessibleName(title)
        self._stack.setCurrentWidget(page)
        # A stack is as tall as its tallest page; here it is as tall as the one that is shown.
        for _, other in self._steps:
            other.setVisible(other is page)
        self._stack.setFixedHeight(max(page.heightForWidth(626), 60))
        self.back.setVisible(self._at > 0)
        self.skip.setVisible(not last)
        self.next.setText(
            translate("FirstStart", "Start") if last else translate("FirstStart", "Next")
        )
        self._count.setText(
            translate("FirstStart", "{number} of {total}").format(
                number=self._at + 1, total=len(self._steps)
            )
            if len(self._steps) > 1
            else ""
        )
        self.fit()

    def _remember(self, _answer: bool) -> None:
        preferences = self.context.services.preferences
        self.context.mutate(lambda: preferences.set(DONE, "yes"))

    # --- sources -------------------------------------------------------------------------------

    def _build_sources(self) -> None:
        _fill(
            self._sources,
            translate(
                "FirstStart",
                "Your company publishes a list of suggestions and the program fetches it, without "
                "saying who you are.",
            ),
            (
                (
                    translate("FirstStart", "Try it with the sample company"),
                    translate(
                        "FirstStart", "Invented people and articles, already on this computer."
                    ),
                    self._bring_sample,
                    "sample",
                ),
                (
                    translate("FirstStart", "Type an address or choose a file"),
                    translate(
                        "FirstStart",
                        "Your communications team knows it. This closes the introduction.",
                    ),
                    lambda: self._leave_for("sources"),
                    "address",
                ),
            ),
            translate("FirstStart", "You can do this at any time, under Sources."),
        )

    def _bring_sample(self) -> None:
        sources, language = self.context.services.sources, current_locale().name()
        self.next.setEnabled(False)

        def done(result: object) -> None:
            from ..application.sources import SubscribeResult

            assert isinstance(result, SubscribeResult)
            self.next.setEnabled(True)
            self.context.hub.announce(result.changes)
            self._tell(
                translate("FirstStart", "✓ %n suggestion(s) are waiting.", None, result.new_count)
            )
            self._fetch_pictures(result.source.id)
            self.next.setFocus()

        self.context.runner.network(
            "sources", lambda: sources.subscribe_sample(language), done, self._failed, self
        )

    def _fetch_pictures(self, source_id: str) -> None:
        sources, hub = self.context.services.sources, self.context.hub
        self.context.runner.network(
            "source-pictures",
            lambda: sources.fetch_pictures(source_id, lambda: False),
            lambda _count: hub.announce(changed(ChangeKind.SUGGESTIONS)),
            # A picture that does not come is no reason to interrupt.
            lambda _error: None,
        )

    # --- accounts ------------------------------------------------------------------------------

    def _build_accounts(self) -> None:
        _fill(
            self._accounts,
            translate(
                "FirstStart",
                "Professional and personal accounts live apart. Begin with the practice account if "
                "you like: nothing leaves this computer.",
            ),
            (
                (
                    translate("FirstStart", "Add a practice account"),
                    translate("FirstStart", "To try everything out, without a password."),
                    self._add_practice,
                    "practice",
                ),
                (
                    translate("FirstStart", "Add a Bluesky account"),
                    translate(
                        "FirstStart",
                        "As a professional, with an app password. This closes the introduction.",
                    ),
                    lambda: self._leave_for("professional", add="bluesky"),
                    "bluesky",
                ),
            ),
            translate("FirstStart", "Or later: reading, writing and declining need no account."),
        )

    def _add_practice(self) -> None:
        accounts = self.context.services.accounts
        name = translate("FirstStart", "Me, practising")
        self.next.setEnabled(False)

        def done(_account: object) -> None:
            self.next.setEnabled(True)
            self.context.hub.announce(changed(ChangeKind.ACCOUNTS))
            self._tell(translate("FirstStart", "✓ The practice account is there."))
            self.next.setFocus()

        self.context.runner.network(
            "sign-in-practice",
            lambda: accounts.add(Sphere.PROFESSIONAL, "practice", SignInForm(name)),
            done,
            self._failed,
            self,
        )

    def _leave_for(self, place: str, **what: object) -> None:
        self.accept()
        self.context.navigate(place, **what)

    def _failed(self, error: KnownError) -> None:
        self.next.setEnabled(True)
        self._tell(sentence(error), error=True)

    def _tell(self, text: str, *, error: bool = False) -> None:
        shown, other = (self._error, self._status) if error else (self._status, self._error)
        other.hide()
        shown.setText(text)
        shown.setVisible(bool(text))
        self.fit()
        if text:
            announce(self, text)


def _page() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    return page, column


def _charter_page(charter: Charter) -> QWidget:
    page, column = _page()
    for number, line in enumerate(charter.lines, start=1):
        beside = QHBoxLayout()
        beside.setSpacing(14)
        mark = label(str(number), "muted")
        mark.setFixedWidth(14)
        beside.addWidget(mark)
        beside.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        text = label(line, wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignTop)
        beside.addWidget(text, 1)
        column.addLayout(beside)
    column.addStretch(1)
    return page


def _fill(
    column: QVBoxLayout,
    intro: str,
    choices: tuple[tuple[str, str, Callable[[], object], str], ...],
    outro: str,
) -> None:
    clear(column)
    column.addWidget(label(intro, wrap=True))
    column.addSpacing(2)
    for text, about, act, name in choices:
        made = button(text, act, name=name)
        made.setAccessibleDescription(about)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(made)
        line.addWidget(label(about, "small", wrap=True), 1)
        column.addLayout(line)
    column.addSpacing(2)
    column.addWidget(label(outro, "small", wrap=True))
    column.addStretch(1)
