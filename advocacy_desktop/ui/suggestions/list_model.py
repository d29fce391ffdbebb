"""The queue as a Qt model: all identifiers, and pages of cards as they are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex

from ...application.cards import SuggestionCard
from ..painting import ACCESSIBLE_TEXT_ROLE, DISPLAY_ROLE, USER_ROLE
from .card_words import spoken

AnyIndex = QModelIndex | QPersistentModelIndex
CardRole = USER_ROLE + 1

PAGE = 100
"""Cards fetched at once."""
KEPT = 1500
"""Cards kept in memory; the list itself may be a hundred thousand long."""

_INVALID = QModelIndex()


class SuggestionListModel(QAbstractListModel):
    """Rows are identifiers; a card that is not here yet is asked for and arrives later.

    Rows change only by :meth:`start`, :meth:`adopt` and :meth:`remove`, so nothing moves by
    surprise: what arrived meanwhile waits in :attr:`waiting` until the person asks for it.
    """

    def __init__(self, fetch: Callable[[int, int], None]) -> None:
        """``fetch(offset, limit)`` has to bring cards of the stored order to :meth:`arrived`."""
        super().__init__()
        self._fetch = fetch
        self._ids: list[str] = []
        self._stored: list[str] = []
        self._known: set[str] = set()
        self._cards: OrderedDict[str, SuggestionCard] = OrderedDict()
        self._stale: set[str] = set()
        self._asked: set[int] = set()
        self._complete = False
        self.waiting: tuple[str, ...] = ()
        """Identifiers that arrived since and are not shown yet."""

    # --- Qt's questions ------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _INVALID) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: AnyIndex, role: int = DISPLAY_ROLE) -> object:
        if not index.isValid() or index.row() >= len(self._ids):
            return None
        if role not in (CardRole, DISPLAY_ROLE, ACCESSIBLE_TEXT_ROLE):
            return None
        card = self.card(index.row())
        if role == CardRole:
            return card
        if card is None:
            return ""
        return spoken(card) if role == ACCESSIBLE_TEXT_ROLE else card.title

    # --- the page's questions ------------------------------------------------------------------

    def card(self, row: int) -> SuggestionCard | None:
        """The card of a row, or ``None`` while it is being fetched."""
        identifier = self._ids[row]
        card = self._cards.get(identifier)
        if card is None or identifier in self._stale:
            self._ask(row)
        if card is not None:
            self._cards.move_to_end(identifier)
        return card

    def id_at(self, row: int) -> str | None:
        """Identifier of a row."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, identifier: str) -> int:
        """Row of an identifier; -1 if it is not listed."""
        try:
            return self._ids.index(identifier)
        except ValueError:
            return -1

    @property
    def complete(self) -> bool:
        """Whether the list has been read from the profile, not only its first page."""
        return self._complete

    # --- changes -------------------------------------------------------------------------------

    def start(self, cards: Sequence[SuggestionCard]) -> None:
        """Show the first page that was read before the profile was open."""
        self.beginResetModel()
        self._ids = [card.id for card in cards]
        self._stored = list(self._ids)
        self._keep(cards)
        self._complete = False
        self.endResetModel()

    def adopt(self, ids: Sequence[str], *, all_of_them: bool = False) -> None:
        """Take over the stored order.

        Unless ``all_of_them`` (another filter, or the person asked), identifiers never seen
        before wait; those that left go, those that came back by Undo return to their place.
        In an empty list nothing can jump, so nothing waits.
        """
        fresh = list(ids)
        self._stored = fresh
        self._asked.clear()
        if all_of_them or not self._complete or not self._ids:
            self.waiting = ()
            wanted = fresh
        else:
            self.waiting = tuple(one for one in fresh if one not in self._known)
            hidden = set(self.waiting)
            wanted = [one for one in fresh if one not in hidden] if hidden else fresh
        self._known.update(wanted)
        self._complete = True
        self._become(wanted)

    def remove(self, identifier: str) -> None:
        """Take one row out at once, before the stored order is read again."""
        row = self.row_of(identifier)
        if row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._ids[row]
            self.endRemoveRows()

    def arrived(self, offset: int, cards: Sequence[SuggestionCard]) -> None:
        """Cards of the stored order from ``offset`` on."""
        self._asked.discard(offset)
        self._keep(cards)
        rows = (
            [row for row in (self.row_of(cards[0].id), self.row_of(cards[-1].id))] if cards else []
        )
        if rows:
            first = min((row for row in rows if row >= 0), default=0)
            last = max(rows) if max(rows) >= 0 else len(self._ids) - 1
            if self._ids:
                self.dataChanged.emit(self.index(first), self.index(last))

    def forget(self, identifiers: Iterable[str] = ()) -> None:
        """Cards changed in storage: fetch them again when painted; all of them if none is named.

        What is known goes on being shown until then, so that nothing flickers.
        """
        self._stale.update(list(identifiers) or self._cards)
        self._asked.clear()
        self._repaint()

    def _repaint(self) -> None:
        if self._ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._ids) - 1))

    def replace(self, card: SuggestionCard) -> None:
        """Put a changed card in its place."""
        if card.id in self._cards:
            self._cards[card.id] = card
            row = self.row_of(card.id)
            if row >= 0:
                self.dataChanged.emit(self.index(row), self.index(row))

    # --- inside --------------------------------------------------------------------------------

    def _become(self, wanted: list[str]) -> None:
        before = self._ids
        if wanted == before:
            self._repaint()
            return
        if wanted[: len(before)] == before:
            self.beginInsertRows(QModelIndex(), len(before), len(wanted) - 1)
            self._ids = wanted
            self.endInsertRows()
            return
        if len(before) == len(wanted) + 1 and self._remove_the_odd_one(wanted):
            return
        if len(wanted) == len(before) + 1 and self._insert_the_odd_one(wanted):
            return
        self.beginResetModel()
        self._ids = wanted
        self.endResetModel()

    def _remove_the_odd_one(self, wanted: list[str]) -> bool:
        row = _first_difference(self._ids, wanted)
        if self._ids[row + 1 :] != wanted[row:]:
            return False
        self.beginRemoveRows(QModelIndex(), row, row)
        self._ids = wanted
        self.endRemoveRows()
        return True

    def _insert_the_odd_one(self, wanted: list[str]) -> bool:
        row = _first_difference(wanted, self._ids)
        if wanted[row + 1 :] != self._ids[row:]:
            return False
        self.beginInsertRows(QModelIndex(), row, row)
        self._ids = wanted
        self.endInsertRows()
        return True

    def _keep(self, cards: Sequence[SuggestionCard]) -> None:
        for card in cards:
            self._stale.discard(card.id)
            self._cards[card.id] = card
            self._cards.move_to_end(card.id)
        while len(self._cards) > KEPT:
            self._stale.discard(self._cards.popitem(last=False)[0])

    def _ask(self, row: int) -> None:
        if not self._complete:
            return
        offset = row
        if self._stored is not self._ids:
            # While something waits to be shown, the stored order is a little longer than ours.
            try:
                offset = self._stored.index(self._ids[row])
            except ValueError:
                return
        offset -= offset % PAGE
        if offset not in self._asked:
            self._asked.add(offset)
            self._fetch(offset, PAGE)


def _first_difference(longer: list[str], shorter: list[str]) -> int:
    for row, identifier in enumerate(shorter):
        if longer[row] != identifier:
            return row
    return len(shorter)
