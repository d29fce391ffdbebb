"""The ledger as a table: ten thousand lines stay cheap, since a row costs nothing until seen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from ...domain.ledger import Audience, LedgerEntry
from .. import formats, theme
from ..i18n import translate
from ..words.ledger import answer_words, audience_words, sent_words, tried_words

WHEN, WHY, WHERE, AS, SENT, ANSWER = range(6)
Index = QModelIndex | QPersistentModelIndex
_INK = {Audience.PROFESSIONAL: "professional", Audience.PERSONAL: "personal"}


class LedgerModel(QAbstractTableModel):
    """All lines that were read so far, newest first; those that match the filter are its rows."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[LedgerEntry] = []
        self._rows: list[LedgerEntry] = []
        self._audiences: frozenset[Audience] = frozenset(Audience)
        self._words: list[str] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def entry(self, row: int) -> LedgerEntry | None:
        """The line of a row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def total(self) -> int:
        """How many lines were read, filtered out or not."""
        return len(self._all)

    def oldest(self) -> int | None:
        """Number of the oldest line that was read."""
        return self._all[-1].id if self._all else None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return [
            translate("Ledger", "When"),
            translate("Ledger", "Why"),
            translate("Ledger", "Where to"),
            translate("Ledger", "As"),
            translate("Ledger", "Sent"),
            translate("Ledger", "Answer"),
        ][section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry, column = self._rows[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cell(entry, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.colour(_ink(entry, column))
        if role == Qt.ItemDataRole.FontRole and (
            column == WHY or (column == AS and entry.audience in _INK)
        ):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def newest(self, entries: Sequence[LedgerEntry]) -> int:
        """Take in the newest lines again; how many rows came on top.

        Lines that are there already are completed in place: an answer arrives after its request.
        """
        known = {entry.id: at for at, entry in enumerate(self._all)}
        fresh = [entry for entry in entries if entry.id not in known]
        for entry in entries:
            at = known.get(entry.id)
            if at is not None and self._all[at] != entry:
                before, self._all[at] = self._all[at], entry
                self._replace_row(before, entry)
        self._all[:0] = fresh
        rows = [entry for entry in fresh if self._matches(entry)]
        if rows:
            self.beginInsertRows(QModelIndex(), 0, len(rows) - 1)
            self._rows[:0] = rows
            self.endInsertRows()
        return len(rows)

    def older(self, entries: Sequence[LedgerEntry]) -> None:
        """Add lines older than all that are there."""
        self._all.extend(entries)
        rows = [entry for entry in entries if self._matches(entry)]
        if rows:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def filter(self, audiences: frozenset[Audience], text: str) -> None:
        """Show only these audiences, and lines in which every word occurs somewhere."""
        self.beginResetModel()
        self._audiences = audiences
        self._words = text.casefold().split()
        self._rows = [entry for entry in self._all if self._matches(entry)]
        self.endResetModel()

    def _replace_row(self, before: LedgerEntry, after: LedgerEntry) -> None:
        try:
            row = self._rows.index(before)
        except ValueError:
            return
        self._rows[row] = after
        self.dataChanged.emit(self.index(row, 0), self.index(row, 5))

    def _matches(self, entry: LedgerEntry) -> bool:
        if entry.audience not in self._audiences:
            return False
        if not self._words:
            return True
        shown = [cell(entry, column) for column in range(6)]
        where = " ".join([*shown, entry.path, entry.as_whom, entry.detail]).casefold()
        return all(word in where for word in self._words)


def cell(entry: LedgerEntry, column: int) -> str:
    """What stands in one cell."""
    if column == WHEN:
        return formats.when(entry.started_at)
    if column == WHY:
        return tried_words(entry)
    if column == WHERE:
        return entry.host
    if column == AS:
        return audience_words(entry.audience)
    if column == SENT:
        return sent_words(entry)
    return answer_words(entry)[0]


def _ink(entry: LedgerEntry, column: int) -> str:
    if column == WHEN:
        return "muted"
    if column == AS:
        return _INK.get(entry.audience, "text")
    if column == ANSWER:
        return answer_words(entry)[1]
    return "text"
