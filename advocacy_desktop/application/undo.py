"""The undo journal: an inverse for each decision, kept in the profile, so it survives a restart.

Publishing is not undoable and is not here: it has its hold (``domain/delivery.py``). Typing is
undone by the editor itself.
"""

from dataclasses import replace

from ..domain.draft import DraftState
from ..domain.suggestion import SuggestionEvent, SuggestionState, may_move, move
from .changes import NOTHING, ChangeKind, Changes, changed
from .ports import Clock, Store, Transaction, UndoStep


class Undo:
    """Runs inverses."""

    def __init__(self, *, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def last(self) -> UndoStep | None:
        """What Ctrl+Z would undo now."""
        with self._store.read() as tx:
            return tx.undo.last()

    def undo(self, step_id: int | None = None) -> Changes:
        """Undo that step, or the last one.

        A step whose subject has moved on meanwhile is dropped and changes nothing.
        """
        with self._store.write() as tx:
            step = tx.undo.last() if step_id is None else tx.undo.get(step_id)
            if step is None:
                return NOTHING
            tx.undo.remove(step.id)
            if step.kind == "suggestion_state":
                return self._suggestion_state(tx, step)
            if step.kind == "draft_discarded":
                return self._draft_discarded(tx, step)
            return NOTHING

    def _suggestion_state(self, tx: Transaction, step: UndoStep) -> Changes:
        suggestion = tx.suggestions.get(step.payload["id"])
        if suggestion is None or suggestion.state.value != step.payload["after"]:
            return NOTHING
        before = SuggestionState(step.payload["before"])
        tx.suggestions.set_state(suggestion.id, before, self._clock.now())
        tx.suggestions.set_note(suggestion.id, step.payload["note"])
        return changed(ChangeKind.SUGGESTIONS, ids=(suggestion.id,))

    def _draft_discarded(self, tx: Transaction, step: UndoStep) -> Changes:
        draft = tx.drafts.get(step.payload["id"])
        if draft is None or draft.state is not DraftState.DISCARDED:
            return NOTHING
        tx.drafts.save(replace(draft, state=DraftState.OPEN, updated_at=self._clock.now()))
        if draft.suggestion_id is not None and step.payload.get("suggestion_before"):
            suggestion = tx.suggestions.get(draft.suggestion_id)
            # It may have been shared or declined meanwhile: that stands.
            if suggestion is not None and may_move(suggestion.state, SuggestionEvent.START_DRAFT):
                state = move(suggestion.state, SuggestionEvent.START_DRAFT)
                tx.suggestions.set_state(suggestion.id, state, self._clock.now())
        return changed(ChangeKind.DRAFTS, ChangeKind.SUGGESTIONS, ids=(draft.id,))
