"""What left this computer: three totals, every request, one in full, all of them as a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...application.changes import ChangeKind, Changes
from ...application.ledger import LedgerSummary
from ...domain.ledger import Audience, LedgerEntry
from .. import formats
from ..context import UiContext
from ..i18n import translate
from ..page import Page
from ..sheets.ledger_line import LedgerLineSheet
from ..widgets.basics import Card, ChoiceChip, label
from ..widgets.flow import FlowBox
from .ledger_model import LedgerModel
from .ledger_table import LedgerTable, LedgerTotal
from .scaffold import GAP, MARGIN, AccentCard, button, row

PAGE = 500
"""Lines read at once: the first are on the screen while the others come."""
NEWEST = 200
"""Lines read again when something has left."""

_FILTERS: tuple[frozenset[Audience], ...] = (
    frozenset(Audience),
    frozenset({Audience.NOBODY, Audience.EMPLOYER}),
    frozenset({Audience.PROFESSIONAL}),
    frozenset({Audience.PERSONAL}),
)


class LedgerPage(Page):
    """Nothing can be sent without a line in this list."""

    watches = frozenset({ChangeKind.LEDGER, ChangeKind.SOURCES, ChangeKind.DELIVERIES,
                         ChangeKind.ACCOUNTS, ChangeKind.SUGGESTIONS})  # fmt: skip

    def __init__(self, context: UiContext, place: str) -> None:
        super().__init__(context, place)
        self._summary = LedgerSummary(0, (), (), ())
        self._known = False
        self.heading = label("", "title")
        self._subtitle = label("", "muted", wrap=True)
        self._employer = LedgerTotal(Card())
        self._professional = LedgerTotal(AccentCard("professional"))
        self._personal = LedgerTotal(AccentCard("personal"))
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._filter)
        self.which = QButtonGroup(self)
        for at, sphere in enumerate(("professional", "professional", "professional", "personal")):
            chip = ChoiceChip("", sphere)
            chip.setChecked(at == 0)
            self.which.addButton(chip, at)
        self.which.idToggled.connect(self._toggled)
        self.shown = label("", "small")
        self.model = LedgerModel()
        self.table = LedgerTable()
        self.table.setModel(self.model)
        self.table.activated.connect(self._open)
        self.table.doubleClicked.connect(self._open)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._enable())
        self._nothing = label("", "muted", wrap=True)
        self._nothing.setContentsMargins(18, 14, 18, 16)
        frame = self._frame = Card(margin=0)
        frame.body.setContentsMargins(1, 5, 1, 5)
        frame.body.addWidget(self.table)
        frame.body.addWidget(self._nothing)
        self._export = button("", self._choose_file)
        self._full = button("", self.open_current)
        inner = QWidget()
        inner.setProperty("kind", "ground")
        inner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        whole = QVBoxLayout(inner)
        whole.setContentsMargins(MARGIN, 26, MARGIN, 26)
        whole.setSpacing(GAP)
        head = QVBoxLayout()
        head.setSpacing(5)
        head.addWidget(self.heading)
        head.addWidget(self._subtitle)
        whole.addLayout(head)
        cards = QHBoxLayout()
        cards.setSpacing(15)
        for total in (self._employer, self._professional, self._personal):
            cards.addWidget(total.card, 1)
        whole.addLayout(cards)
        self.search.setMinimumWidth(230)
        choices = FlowBox(spacing=10)
        choices.set_row([self.search, *self.which.buttons()])
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addWidget(choices, 1)
        filters.addWidget(self.shown, 0, Qt.AlignmentFlag.AlignVCenter)
        whole.addLayout(filters)
        whole.addWidget(frame, 100)
        whole.addLayout(row(self._export, self._full))
        whole.addStretch(1)
        # Where all of it has no room (a small screen at 200 %), the page scrolls and nothing
        # is pressed together.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        self._enable()

    def title(self) -> str:
        return translate("Ledger", "What left this computer")

    def retranslate(self) -> None:
        self.heading.setText(self.title())
        self._subtitle.setText(
            translate(
                "Ledger",
                "Every request this app has made, kept here and nowhere else. Nothing can be sent "
                "without a line in this list.",
            )
        )
        self.search.setPlaceholderText(translate("Ledger", "Filter: a word, a host, a handle"))
        self.search.setAccessibleName(translate("Ledger", "Filter the list"))
        for at, text in enumerate(
            (
                translate("Ledger", "Everything"),
                translate("Ledger", "Naming nobody"),
                translate("Ledger", "As a professional"),
                translate("Ledger", "As yourself"),
            )
        ):
            self.which.button(at).setText(text)
            self.which.button(at).updateGeometry()
        self.table.setAccessibleName(self.title())
        self._export.setText(translate("Ledger", "Export…"))
        self._full.setText(translate("Ledger", "See one line in full"))
        self._filter()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 5)
        self._show_summary()

    def refresh(self, changes: Changes | None = None) -> None:
        ledger = self.context.services.ledger
        first = self.model.total() == 0
        limit = PAGE if first else NEWEST

        def load() -> tuple[LedgerSummary, Sequence[LedgerEntry]]:
            return ledger.summary(), ledger.entries(limit=limit)

        def loaded(found: tuple[LedgerSummary, Sequence[LedgerEntry]]) -> None:
            self._summary, entries = found
            self._known = True
            bar = self.table.verticalScrollBar()
            at = bar.value()
            added = self.model.newest(entries)
            if at:
                # What is read stays under the eye while new lines come in above it.
                bar.setValue(at + added)
            self._show_summary()
            self._measure()
            if first and len(entries) == PAGE:
                self._load_older()

        self.context.runner.storage(load, loaded, None, self)

    def shown_again(self) -> None:
        # A request may have left without any change of what is stored.
        self._stale = False
        self.refresh(None)

    def focus_first(self) -> None:
        (self.table if self.model.rowCount() else self.search).setFocus()

    def open_current(self) -> LedgerLineSheet | None:
        """Everything that is known about the chosen line."""
        entry = self.model.entry(self.table.currentIndex().row())
        if entry is None:
            return None
        sheet = LedgerLineSheet(self.context.window, entry)
        sheet.show_sheet()
        return sheet

    def export_to(self, path: Path) -> None:
        """Write all lines to a file, whatever the filter shows."""
        ledger = self.context.services.ledger
        self.context.runner.storage(
            lambda: ledger.export_to(path),
            lambda _: self.context.toasts.show_text(
                translate("Ledger", "Written to {path}.").format(path=path)
            ),
            None,
            self,
        )

    def _load_older(self) -> None:
        ledger, before = self.context.services.ledger, self.model.oldest()

        def loaded(entries: Sequence[LedgerEntry]) -> None:
            self.model.older(entries)
            self._measure()
            if len(entries) == PAGE:
                self._load_older()

        self.context.runner.storage(
            lambda: ledger.entries(limit=PAGE, before_id=before), loaded, None, self
        )

    def _choose_file(self) -> None:
        name = translate("Ledger", "what-left-this-computer.jsonl")
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            translate("Ledger", "Export the list"),
            str(Path.home() / name),
            translate("Ledger", "JSON, a line for each request (*.jsonl)"),
        )
        if chosen:
            self.export_to(Path(chosen))

    def _toggled(self, _at: int, on: bool) -> None:
        if on:
            self._filter()

    def _filter(self) -> None:
        self.model.filter(_FILTERS[max(0, self.which.checkedId())], self.search.text())
        self._measure()

    def _open(self, index: QModelIndex) -> None:
        self.open_current()

    def _enable(self) -> None:
        self._full.setEnabled(self.table.currentIndex().isValid())
        self._export.setEnabled(self.model.total() > 0)

    def _measure(self) -> None:
        """As tall as its lines, at most as tall as there is room; columns as wide as needed."""
        rows = self.model.rowCount()
        filtered = rows != self.model.total()
        self.shown.setText(
            translate("Ledger", "{shown} of {total}").format(
                shown=formats.number(rows), total=formats.number(self.model.total())
            )
            if filtered
            else translate("Ledger", "%n request(s)", None, rows)
        )
        self._nothing.setText(
            translate("Ledger", "No line matches this filter.")
            if filtered
            else translate(
                "Ledger",
                "Nothing has left this computer yet. As soon as the program looks for suggestions "
                "or you publish, each request stands here.",
            )
        )
        self._nothing.setVisible(rows == 0 and self._known)
        self.table.setVisible(rows > 0)
        self.table.setMaximumHeight(self.table.measure())
        self._frame.setMaximumHeight(
            self.table.maximumHeight() + 12 if rows else self._frame.sizeHint().height() + 40
        )
        self._enable()

    def _show_summary(self) -> None:
        summary = self._summary
        count = summary.messages_to_employer
        self._employer.show(
            translate("Ledger", "To your employer"),
            translate("Ledger", "%n message(s)", None, count),
            translate("Ledger", "only the suggestion list was fetched, without naming you")
            if summary.fetched_from
            else translate("Ledger", "nothing was fetched and nothing was sent"),
        )
        for total, title, posts in (
            (
                self._professional,
                translate("Ledger", "As a professional"),
                summary.professional_posts,
            ),
            (self._personal, translate("Ledger", "As yourself"), summary.personal_posts),
        ):
            hosts = " · ".join(f"{host} {formats.number(number)}" for host, number in posts)
            total.show(
                title,
                translate("Ledger", "%n post(s)", None, sum(number for _, number in posts)),
                hosts or translate("Ledger", "nothing published"),
            )
