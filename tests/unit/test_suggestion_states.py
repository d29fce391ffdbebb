"""Where an employee can stand with a suggestion, and how they got there."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from advocacy_desktop.domain.errors import BugError
from advocacy_desktop.domain.suggestion import (
    SuggestionContent,
    SuggestionEvent,
    SuggestionState,
    has_expired,
    is_embargoed,
    may_move,
    move,
)

S, E = SuggestionState, SuggestionEvent
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)


class Walk(RuleBasedStateMachine):
    """Any events in any order, on a new suggestion."""

    def __init__(self) -> None:
        super().__init__()
        self.state = S.NEW
        self.path: list[SuggestionEvent] = []
        self.states = [S.NEW]

    @rule(event=st.sampled_from(E))
    def try_event(self, event: SuggestionEvent) -> None:
        if not may_move(self.state, event):
            with pytest.raises(BugError):
                move(self.state, event)
            return
        self.state = move(self.state, event)
        self.path.append(event)
        self.states.append(self.state)

    @invariant()
    def shared_only_through_a_draft_and_for_good(self) -> None:
        if S.SHARED in self.states:
            first = self.states.index(S.SHARED)
            assert self.states[first - 1] is S.DRAFTING
            assert self.path[first - 1] is E.SHARE
            assert set(self.states[first:]) == {S.SHARED}

    @invariant()
    def what_was_declined_comes_back_only_by_being_restored(self) -> None:
        for at, state in enumerate(self.states[:-1]):
            if state is S.DECLINED:
                assert self.path[at] is E.RESTORE and self.states[at + 1] is S.NEW

    @invariant()
    def what_somebody_writes_about_never_expires_under_their_hands(self) -> None:
        for at, state in enumerate(self.states[:-1]):
            if self.states[at + 1] is S.EXPIRED:
                assert state in (S.NEW, S.LATER)


TestWalk = Walk.TestCase


def test_every_decision_but_sharing_can_be_taken_back() -> None:
    def ways(state: SuggestionState) -> set[SuggestionState]:
        return {move(state, event) for event in E if may_move(state, event)}

    for state in set(S) - {S.SHARED}:
        reached, frontier = {state}, [state]
        while frontier:
            for after in ways(frontier.pop()) - reached:
                reached.add(after)
                frontier.append(after)
        assert S.NEW in reached
    assert ways(S.SHARED) == {S.SHARED}


@given(st.timedeltas(timedelta(days=-9), timedelta(days=9)))
def test_embargo_and_expiry_are_moments_that_include_their_own_second(gap: timedelta) -> None:
    content = SuggestionContent("t", "h", "x", embargo_until=NOW, expires_at=NOW)
    assert is_embargoed(content, NOW + gap) == (gap < timedelta(0))
    assert has_expired(content, NOW + gap) == (gap >= timedelta(0))


def test_without_moments_there_is_neither() -> None:
    content = SuggestionContent("t", "h", "x")
    assert not is_embargoed(content, NOW) and not has_expired(content, NOW)
