"""Approval: the deliberate act, on that very text and account."""

from base64 import b64decode
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

from advocacy_desktop.application.publishing import Approval
from advocacy_desktop.domain.delivery import DeliveryState, FrozenMedia
from advocacy_desktop.domain.draft import Draft, DraftBody, DraftState
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import Picture, Revision, SuggestionState
from support.profile import START, Desk, desk

TINY_PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
"""One pixel."""


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as opened:
        yield opened


def written(at: Desk, text: str = "I work at Norvalis.", **about: object) -> Draft:
    """A professional draft from a suggestion, for the only account."""
    at.practice_account()
    draft = at.drafts.start_from(at.suggestion(**about).id)  # type: ignore[arg-type]
    return at.drafts.save(draft.id, replace(draft.body, text=text))


def approvals(at: Desk, draft_id: str, *, cross: bool = False) -> list[Approval]:
    sheet = at.publishing.sheet(draft_id)
    return [Approval(line.account.id, line.digest, cross) for line in sheet.lines]


def refused(at: Desk, draft_id: str, given: list[Approval]) -> str:
    with pytest.raises(KnownError) as error:
        at.publishing.approve(draft_id, given)
    assert list(at.library.under_way()) == []
    return error.value.code


def test_what_the_sheet_shows_is_what_is_frozen_and_then_published(at: Desk) -> None:
    draft = written(at)
    sheet = at.publishing.sheet(draft.id)
    (delivery,) = at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries
    assert delivery.post == sheet.lines[0].post
    assert delivery.post.text == "I work at Norvalis."
    at.drafts.save(draft.id, replace(draft.body, text="Changed afterwards."))
    at.clock.go_on(11)
    at.outbox.release_due()
    assert at.outbox.run(delivery.id) is DeliveryState.PUBLISHED
    (shown,) = at.library.practice_timeline()
    assert shown.post.text == "I work at Norvalis."
    assert draft.suggestion_id is not None
    assert at.state_of(draft.suggestion_id) is SuggestionState.SHARED


def test_nothing_leaves_before_the_hold_has_ended(at: Desk) -> None:
    draft = written(at)
    (delivery,) = at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries
    at.clock.go_on(9)
    at.outbox.release_due()
    assert at.outbox.claimable() == []
    assert at.library.delivery(delivery.id)[0].delivery.state is DeliveryState.HELD


def test_taken_back_within_the_hold_it_is_not_sent_and_the_draft_is_back(at: Desk) -> None:
    draft = written(at)
    (delivery,) = at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries
    assert list(at.drafts.cards()) == []
    at.outbox.take_back(delivery.id)
    at.clock.go_on(60)
    at.outbox.release_due()
    assert at.outbox.claimable() == []
    assert at.drafts.look_at(draft.id).draft.state is DraftState.OPEN


def test_a_text_changed_since_it_was_shown_is_not_approved(at: Desk) -> None:
    draft = written(at)
    given = approvals(at, draft.id)
    at.drafts.save(draft.id, replace(draft.body, text="Another text. I work at Norvalis."))
    assert refused(at, draft.id, given) == ErrorCode.CHECK_BLOCKS


def test_a_second_press_on_publish_makes_no_second_post(at: Desk) -> None:
    draft = written(at)
    given = approvals(at, draft.id)
    assert len(at.publishing.approve(draft.id, given + given).deliveries) == 1
    with pytest.raises(KnownError) as error:
        at.publishing.approve(draft.id, given)
    assert error.value.code == ErrorCode.TOO_LATE
    assert len(at.library.under_way()) == 1


def test_of_two_approvals_at_one_moment_one_counts(at: Desk) -> None:
    draft = written(at)
    given, together = approvals(at, draft.id), Barrier(4)

    def press() -> bool:
        together.wait()
        try:
            return bool(at.publishing.approve(draft.id, given))
        except KnownError:
            return False

    with ThreadPoolExecutor(4) as presses:
        done = [presses.submit(press) for _ in range(4)]
    assert sum(one.result() for one in done) == 1
    assert len(at.library.under_way()) == 1


def test_after_one_of_two_failed_the_other_does_not_get_its_post_twice(at: Desk) -> None:
    draft = written(at)
    other = at.practice_account("Other")
    at.drafts.choose_accounts(draft.id, [account.id for account in at.accounts.all()])
    deliveries = at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries
    at.clock.go_on(11)
    at.outbox.release_due()
    (arrived,) = [each for each in deliveries if each.account_id != other.id]
    assert at.outbox.run(arrived.id) is DeliveryState.PUBLISHED
    (waiting,) = [each for each in deliveries if each.account_id == other.id]
    at.outbox.take_back(waiting.id)
    assert [line.account.id for line in at.publishing.sheet(draft.id).lines] == [other.id]
    at.outbox.delete_from_network(arrived.id)
    assert len(at.publishing.sheet(draft.id).lines) == 2


def test_a_draft_that_was_put_away_or_goes_nowhere_is_not_approved(at: Desk) -> None:
    draft = written(at)
    given = approvals(at, draft.id)
    assert refused(at, draft.id, []) == ErrorCode.CHECK_BLOCKS
    assert at.drafts.look_at(draft.id).draft.state is DraftState.OPEN
    at.drafts.discard(draft.id)
    assert refused(at, draft.id, given) == ErrorCode.NO_LONGER_THERE


def test_half_an_emoji_is_no_reason_not_to_publish(at: Desk) -> None:
    draft = written(at, "I work at Norvalis \ud83d.")
    assert at.drafts.look_at(draft.id).draft.body.text == "I work at Norvalis \ud83d."
    (delivery,) = at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries
    assert delivery.post.text == "I work at Norvalis ?."


def test_a_damaged_picture_in_the_cache_costs_the_card_its_picture_only(at: Desk) -> None:
    media = at.media.put(TINY_PNG)
    draft = written(at, pictures=(Picture("https://norvalis.example/a.png", "", media, 1, 1),))
    assert thumbnail(at, draft) is not None
    at.media.path(media).write_bytes(b"damaged")
    with desk(at.folder / "elsewhere") as fresh:
        damaged = fresh.media.path(media)
        damaged.parent.mkdir(parents=True)
        damaged.write_bytes(b"damaged")
        again = written(fresh, pictures=(Picture("https://norvalis.example/a.png", "", media),))
        assert thumbnail(fresh, again) is None


def thumbnail(at: Desk, draft: Draft) -> FrozenMedia | None:
    card = at.publishing.sheet(draft.id).lines[0].post.card
    assert card is not None
    return card.thumbnail


def test_an_account_that_was_not_chosen_gets_nothing(at: Desk) -> None:
    draft = written(at)
    stranger = at.practice_account("Somebody Else")
    given = [Approval(stranger.id, approvals(at, draft.id)[0].digest)]
    assert refused(at, draft.id, given) == ErrorCode.NO_LONGER_THERE


def test_an_embargo_can_be_prepared_but_not_delivered(at: Desk) -> None:
    draft = written(at, embargo_until=START + timedelta(days=1))
    assert refused(at, draft.id, approvals(at, draft.id)) == ErrorCode.CHECK_BLOCKS
    at.clock.go_on(24 * 3600)
    assert at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries


def withdraw(at: Desk, draft: Draft, **more: object) -> None:
    with at.store.write() as tx:
        about = tx.suggestions.get(draft.suggestion_id or "")
        assert about is not None
        content = replace(about.content, **{"withdrawn": True, **more})  # type: ignore[arg-type]
        number = about.revision.number + 1
        tx.suggestions.add_revision(about.id, Revision(number, at.clock.now(), "new", content))


def test_what_the_company_has_withdrawn_goes_only_after_an_explicit_yes(at: Desk) -> None:
    draft = written(at)
    given = approvals(at, draft.id)
    withdraw(at, draft)  # between the sheet and the press
    assert refused(at, draft.id, given) == ErrorCode.CHECK_BLOCKS
    assert at.publishing.sheet(draft.id).is_withdrawn
    told = [replace(approval, despite_withdrawal=True) for approval in given]
    assert at.publishing.approve(draft.id, told).deliveries


def test_an_embargo_that_came_after_the_sheet_counts(at: Desk) -> None:
    draft = written(at)
    given = approvals(at, draft.id)
    withdraw(at, draft, withdrawn=False, embargo_until=START + timedelta(days=1))
    assert refused(at, draft.id, given) == ErrorCode.CHECK_BLOCKS


def test_company_content_reaches_a_personal_account_only_with_a_consent(at: Desk) -> None:
    at.practice_account(sphere=Sphere.PERSONAL)
    draft = at.drafts.start_from(at.suggestion().id, Sphere.PERSONAL)
    at.drafts.save(draft.id, replace(draft.body, text="My own post about this."))
    assert at.publishing.sheet(draft.id).lines[0].needs_consent
    assert refused(at, draft.id, approvals(at, draft.id)) == ErrorCode.CONSENT_MISSING
    (delivery,) = at.publishing.approve(draft.id, approvals(at, draft.id, cross=True)).deliveries
    with at.store.read() as tx:
        (consent,) = tx.consents.all()
    assert (consent.id, consent.digest) == (delivery.consent_id, delivery.post.digest())


def test_own_content_needs_no_consent_on_a_personal_account(at: Desk) -> None:
    at.practice_account(sphere=Sphere.PERSONAL)
    draft = at.drafts.start_blank(Sphere.PERSONAL)
    at.drafts.save(draft.id, DraftBody(text="My holidays"))
    (delivery,) = at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries
    assert delivery.consent_id is None


def test_removing_an_account_cancels_what_has_not_left_yet(at: Desk) -> None:
    draft = written(at)
    (delivery,) = at.publishing.approve(draft.id, approvals(at, draft.id)).deliveries
    at.accounts.remove(delivery.account_id)
    at.clock.go_on(60)
    at.outbox.release_due()
    assert at.outbox.claimable() == []
    assert at.library.delivery(delivery.id)[0].delivery.state is DeliveryState.CANCELLED
    assert [card.draft.id for card in at.drafts.cards()] == [draft.id]  # the text is not lost


def test_the_same_identity_twice_is_refused_and_across_spheres_only_on_request(at: Desk) -> None:
    at.practice_account()
    for sphere in Sphere:
        with pytest.raises(KnownError) as error:
            at.practice_account(sphere=sphere)
        assert error.value.code == ErrorCode.ACCOUNT_EXISTS
        assert error.value.data["sphere"] == Sphere.PROFESSIONAL.value


def test_closing_the_program_within_the_hold_means_not_sent_and_the_draft_is_there(
    tmp_path: Path,
) -> None:
    with desk(tmp_path) as first:
        draft = written(first)
        first.publishing.approve(draft.id, approvals(first, draft.id))
    with desk(tmp_path) as second:
        second.clock.go_on(3600)
        assert len(second.outbox.keep_back()) == 1
        second.outbox.release_due()
        assert second.outbox.claimable() == []
        assert second.drafts.look_at(draft.id).draft.state is DraftState.OPEN
        assert second.outbox.keep_back() == []
