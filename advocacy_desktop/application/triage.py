"""Going through the queue: reading, putting off, declining, bringing back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..domain.draft import Draft, DraftState
from ..domain.errors import ErrorCode, KnownError
from ..domain.source import Source
from ..domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionEvent,
    SuggestionState,
    may_move,
    move,
)
from .changes import NOTHING, ChangeKind, Changes, changed
from .intake import expire_due
from .ports import Clock, Store, SuggestionCard, SuggestionQuery, Transaction


@dataclass(frozen=True, slots=True)
class SuggestionDetail:
    """Everything the reader shows."""

    suggestion: Suggestion
    source: Source | None
    revisions: tuple[Revision, ...]
    """Oldest first; more than one when the company changed it."""
    drafts: tuple[Draft, ...]
    """Open drafts made from it."""


def require_suggestion(tx: Transaction, suggestion_id: str) -> Suggestion:
    """The suggestion, or ``KnownError(NO_LONGER_THERE)``."""
    suggestion = tx.suggestions.get(suggestion_id)
    if suggestion is None:
        raise KnownError(ErrorCode.NO_LONGER_THERE, kind="suggestion")
    return suggestion


class Triage:
    """Decisions about suggestions; nobody is told what they are."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def cards(
        self, query: SuggestionQuery, *, offset: int = 0, limit: int = 200
    ) -> Sequence[SuggestionCard]:
        """A page of the list, newest first."""
        with self._store.read() as tx:
            return tx.suggestions.cards(query, offset=offset, limit=limit)

    def card_ids(self, query: SuggestionQuery) -> Sequence[str]:
        """All identifiers in list order."""
        with self._store.read() as tx:
            return tx.suggestions.card_ids(query)

    def count(self, query: SuggestionQuery) -> int:
        """How many match."""
        with self._store.read() as tx:
            return tx.suggestions.count(query)

    def topics(self) -> Sequence[str]:
        """Topics that occur, sorted."""
        with self._store.read() as tx:
            return tx.suggestions.topics()

    def look_at(self, suggestion_id: str) -> SuggestionDetail:
        """Everything about one suggestion.

        Raises:
            KnownError: ``NO_LONGER_THERE``.
        """
        with self._store.read() as tx:
            suggestion = require_suggestion(tx, suggestion_id)
            drafts = tx.drafts.of_suggestion(suggestion_id)
            return SuggestionDetail(
                suggestion=suggestion,
                source=tx.sources.get(suggestion.source_id),
                revisions=tuple(tx.suggestions.revisions(suggestion_id)),
                drafts=tuple(draft for draft in drafts if draft.state is DraftState.OPEN),
            )

    def mark_seen(self, suggestion_id: str) -> Changes:
        """Remember that it was opened; on this computer only."""
        with self._store.write() as tx:
            suggestion = tx.suggestions.get(suggestion_id)
            if suggestion is None or suggestion.seen:
                return NOTHING
            tx.suggestions.mark_seen(suggestion_id)
        return changed(ChangeKind.SUGGESTIONS, ids=(suggestion_id,))

    def decline(self, suggestion_id: str, note: str = "") -> Changes:
        """Decline it, with an optional private note; can be undone."""
        return self._decide(suggestion_id, SuggestionEvent.DECLINE, note=note)

    def put_off(self, suggestion_id: str) -> Changes:
        """Keep it for later; can be undone."""
        return self._decide(suggestion_id, SuggestionEvent.PUT_OFF)

    def bring_back(self, suggestion_id: str) -> Changes:
        """Take it back from later; can be undone."""
        return self._decide(suggestion_id, SuggestionEvent.BRING_BACK)

    def restore(self, suggestion_id: str) -> Changes:
        """Take a declined or expired one back into the queue; can be undone."""
        return self._decide(suggestion_id, SuggestionEvent.RESTORE)

    def set_note(self, suggestion_id: str, note: str) -> Changes:
        """Change the private note."""
        with self._store.write() as tx:
            require_suggestion(tx, suggestion_id)
            tx.suggestions.set_note(suggestion_id, note)
        return changed(ChangeKind.SUGGESTIONS, ids=(suggestion_id,))

    def expire_due(self) -> Changes:
        """Put away what the company no longer proposes and the employee has not taken up."""
        now = self._clock.now()
        with self._store.read() as tx:
            if not tx.suggestions.due_to_expire(now):
                return NOTHING
        with self._store.write() as tx:
            due = expire_due(tx, now)
        return changed(ChangeKind.SUGGESTIONS, ids=due)

    def _decide(
        self, suggestion_id: str, event: SuggestionEvent, note: str | None = None
    ) -> Changes:
        now = self._clock.now()
        with self._store.write() as tx:
            suggestion = require_suggestion(tx, suggestion_id)
            if not may_move(suggestion.state, event):
                # A second press, or it expired under the pointer: show where it stands now.
                return changed(ChangeKind.SUGGESTIONS, ids=(suggestion_id,))
            state = move(suggestion.state, event)
            payload: Mapping[str, str] = {
                "id": suggestion_id,
                "before": suggestion.state.value,
                "after": state.value,
                "note": suggestion.note,
            }
            tx.suggestions.set_state(suggestion_id, state, now)
            if note is not None:
                tx.suggestions.set_note(suggestion_id, note)
            step = tx.undo.push("suggestion_state", payload, now)
        return changed(ChangeKind.SUGGESTIONS, ids=(suggestion_id,), undo_step=step)


DECLINED = SuggestionQuery(states=frozenset({SuggestionState.DECLINED}))
"""The list of declined suggestions."""
