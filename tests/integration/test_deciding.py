"""Going through the queue and changing one's mind, on the real database."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from advocacy_desktop.application.changes import ChangeKind
from advocacy_desktop.application.publishing import Approval
from advocacy_desktop.domain.draft import DraftBody, DraftState
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import SuggestionState
from support.profile import Desk, desk


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as opened:
        yield opened


def test_declining_takes_it_out_of_the_queue_and_undo_brings_it_back(at: Desk) -> None:
    one = at.suggestion()
    changes = at.triage.decline(one.id, "not my field")
    assert at.state_of(one.id) is SuggestionState.DECLINED
    assert at.triage.look_at(one.id).suggestion.note == "not my field"
    assert changes.touches(ChangeKind.SUGGESTIONS) and changes.undo_step is not None
    at.undo.undo(changes.undo_step)
    again = at.triage.look_at(one.id).suggestion
    assert (again.state, again.note) == (SuggestionState.NEW, "")


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    with desk(tmp_path) as first:
        one = first.suggestion()
        first.triage.put_off(one.id)
    with desk(tmp_path) as second:
        second.undo.undo()
        assert second.state_of(one.id) is SuggestionState.NEW


def test_decisions_are_undone_newest_first_and_then_there_is_nothing_left(at: Desk) -> None:
    one, two = at.suggestion("heat"), at.suggestion("rail")
    at.triage.decline(one.id)
    at.triage.put_off(two.id)
    at.undo.undo()
    assert at.state_of(two.id) is SuggestionState.NEW
    assert at.state_of(one.id) is SuggestionState.DECLINED
    at.undo.undo()
    assert at.state_of(one.id) is SuggestionState.NEW
    assert not at.undo.undo().kinds


def test_an_undo_that_came_too_late_changes_nothing(at: Desk) -> None:
    one = at.suggestion()
    step = at.triage.put_off(one.id).undo_step
    at.triage.bring_back(one.id)
    at.drafts.start_from(one.id)
    assert not at.undo.undo(step).kinds
    assert at.state_of(one.id) is SuggestionState.DRAFTING


def test_what_is_shared_cannot_be_declined(at: Desk) -> None:
    one = at.suggestion(state=SuggestionState.SHARED)
    assert at.triage.decline(one.id, "too late").undo_step is None
    seen = at.triage.look_at(one.id).suggestion
    assert (seen.state, seen.note) == (SuggestionState.SHARED, "")


def test_a_second_press_and_one_that_came_too_late_change_nothing(at: Desk) -> None:
    twice = at.suggestion("twice")
    at.triage.decline(twice.id)
    assert at.triage.decline(twice.id).undo_step is None
    at.undo.undo()
    assert at.state_of(twice.id) is SuggestionState.NEW

    late = at.suggestion("late", expires_at=at.clock.now() + timedelta(seconds=5))
    at.clock.go_on(6)
    at.triage.expire_due()  # while the list on the screen still shows it
    told = at.triage.put_off(late.id)
    assert told.undo_step is None
    assert told.touches(ChangeKind.SUGGESTIONS)  # so that the list shows where it stands
    assert at.state_of(late.id) is SuggestionState.EXPIRED


def test_undoing_a_discard_does_not_forget_that_it_was_shared(at: Desk) -> None:
    at.practice_account()
    about = at.suggestion()
    first = at.drafts.start_from(about.id)
    step = at.drafts.discard(first.id).undo_step
    second = at.drafts.start_from(about.id)
    at.drafts.save(second.id, replace(second.body, text="I work at Norvalis."))
    (line,) = at.publishing.sheet(second.id).lines
    given = [Approval(line.account.id, line.digest)]
    (delivery,) = at.publishing.approve(second.id, given).deliveries
    at.clock.go_on(11)
    at.outbox.release_due()
    at.outbox.run(delivery.id)
    at.undo.undo(step)
    assert at.drafts.look_at(first.id).draft.state is DraftState.OPEN
    assert at.state_of(about.id) is SuggestionState.SHARED


def test_taking_up_the_draft_of_a_declined_suggestion_takes_up_the_suggestion(at: Desk) -> None:
    about = at.suggestion()
    draft = at.drafts.start_from(about.id)
    at.triage.decline(about.id)
    assert at.drafts.start_from(about.id).id == draft.id
    assert at.state_of(about.id) is SuggestionState.DRAFTING


def test_a_draft_starts_with_an_empty_box_and_a_link_without_tracking(at: Desk) -> None:
    one = at.suggestion()
    draft = at.drafts.start_from(one.id)
    assert draft.body.text == ""
    assert draft.body.link == "https://norvalis.example/heat"
    assert draft.sphere is Sphere.PROFESSIONAL
    assert at.state_of(one.id) is SuggestionState.DRAFTING


def test_starting_again_takes_up_the_open_draft(at: Desk) -> None:
    one = at.suggestion()
    draft = at.drafts.start_from(one.id)
    assert at.drafts.start_from(one.id).id == draft.id
    assert at.drafts.start_from(one.id, Sphere.PERSONAL).id != draft.id


def test_a_discarded_draft_comes_back_with_its_text_by_undo(at: Desk) -> None:
    one = at.suggestion()
    draft = at.drafts.start_from(one.id)
    at.drafts.save(draft.id, DraftBody(text="Two winters in that basement."))
    changes = at.drafts.discard(draft.id)
    assert at.state_of(one.id) is SuggestionState.NEW
    assert list(at.drafts.cards()) == []
    at.undo.undo(changes.undo_step)
    assert at.drafts.look_at(draft.id).draft.body.text == "Two winters in that basement."
    assert at.state_of(one.id) is SuggestionState.DRAFTING


def test_earlier_texts_are_kept_and_bringing_one_back_loses_none(at: Desk) -> None:
    draft = at.drafts.start_blank(Sphere.PERSONAL)
    at.drafts.save(draft.id, DraftBody(text="one"))
    at.clock.go_on(60)
    at.drafts.save(draft.id, DraftBody(text="two"))
    at.clock.go_on(60)
    at.drafts.save(draft.id, DraftBody(text="three"))
    texts = [(v.number, v.body.text) for v in at.drafts.versions(draft.id)]
    assert [text for _, text in texts] == ["one", "two"]
    at.drafts.restore_version(draft.id, texts[0][0])
    assert at.drafts.look_at(draft.id).draft.body.text == "one"
    assert [v.body.text for v in at.drafts.versions(draft.id)] == ["one", "two", "three"]


def test_typing_fast_does_not_make_a_version_of_each_key(at: Desk) -> None:
    draft = at.drafts.start_blank(Sphere.PERSONAL)
    for length in range(1, 20):
        at.clock.go_on(1)
        at.drafts.save(draft.id, DraftBody(text="x" * length))
    assert len(at.drafts.versions(draft.id)) == 0


def test_an_account_of_the_other_sphere_cannot_be_chosen(at: Desk) -> None:
    account = at.practice_account(sphere=Sphere.PERSONAL)
    draft = at.drafts.start_from(at.suggestion().id)
    with pytest.raises(KnownError) as error:
        at.drafts.choose_accounts(draft.id, [account.id])
    assert error.value.code == ErrorCode.SPHERE_MISMATCH
    assert at.drafts.look_at(draft.id).accounts == ()
