"""On their way and published: every state in words, and every action that fits it."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from advocacy_desktop.domain.delivery import Attempt, AttemptOutcome, DeliveryState, Receipt
from advocacy_desktop.domain.draft import DraftState
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.ui import formats
from advocacy_desktop.ui.words.deliveries import state_sentence, state_words
from support.pages_bench import PagesBench, press, sheet_over, texts

STATES = [state for state in DeliveryState if state not in (DeliveryState.CANCELLED,)]


@pytest.fixture
def bench(qtbot, tmp_path):
    made = PagesBench(tmp_path)
    yield made
    made.close()


def state_of(bench: PagesBench, delivery) -> DeliveryState:
    with bench.store.read() as tx:
        found = tx.deliveries.get(delivery.id)
    assert found is not None
    return found.state


def test_nothing_on_its_way_says_what_will_stand_here(bench: PagesBench):
    page = bench.page("scheduled")
    assert page.title() == "On their way"
    assert "ten seconds to take it back" in texts(page)


def test_a_held_post_counts_down_and_can_be_taken_back(bench: PagesBench):
    delivery = bench.approve(bench.practice_account(), "In my own words")
    page = bench.page("scheduled")
    said = texts(page)
    assert "Can be taken back" in said and "Nothing has left yet" in said
    assert "In my own words" in said and "Practice, as Claire Morel, professional".upper() in said
    press(page, "Take it back")
    assert state_of(bench, delivery) is DeliveryState.CANCELLED
    assert "Nothing was sent" in bench.toasts.said[-1]
    assert "Nothing is on its way" in texts(page)
    with bench.store.read() as tx:
        draft = tx.drafts.get(delivery.draft_id)
    assert draft is not None and draft.state is DraftState.OPEN


def test_the_list_holds_the_accounts_sphere_in_words(bench: PagesBench):
    bench.approve(bench.practice_account(Sphere.PERSONAL), "At home")
    page = bench.page("scheduled")
    assert "personal" in page.model.rows[0].meta


def test_a_post_waiting_for_the_network_says_when_it_is_tried_again(bench: PagesBench):
    delivery = bench.approve(bench.practice_account(), "Words")
    later = formats.now() + timedelta(minutes=7)
    bench.move(
        delivery, DeliveryState.QUEUED, not_before=later, attempts=1, error="offline",
        error_data=(("host", "bsky.social"),),
    )  # fmt: skip
    with bench.store.write() as tx:
        tx.deliveries.add_attempt(
            Attempt(delivery.id, 1, formats.now(), formats.now(), AttemptOutcome.NOT_SENT,
                    "offline")
        )  # fmt: skip
    said = texts(bench.page("scheduled"))
    assert "tried again by itself at" in said and formats.clock_time(later) in said
    assert "bsky.social could not be reached" in said
    assert "Try 1" in said and "could not be sent" in said


def test_a_refused_post_says_why_and_can_be_sent_again(bench: PagesBench):
    delivery = bench.approve(bench.practice_account(), "Words")
    bench.move(
        delivery, DeliveryState.FAILED, attempts=1, error="refused_by_network",
        error_data=(("network", "practice"), ("status", "400")),
    )  # fmt: skip
    page = bench.page("scheduled")
    said = texts(page)
    assert "Not published" in said and "status 400" in said and "Your text is kept" in said
    press(page, "Open the draft")
    assert bench.went[-1] == ("drafts", {"draft_id": delivery.draft_id})
    press(page, "Send it again")
    assert state_of(bench, delivery) is DeliveryState.QUEUED


def test_an_unknown_outcome_is_looked_for_on_the_network(bench: PagesBench):
    """The practice network is asked, and knows nothing of it."""
    delivery = bench.approve(bench.practice_account(), "Words")
    bench.move(delivery, DeliveryState.UNKNOWN, attempts=1, error="outcome_unknown")
    page = bench.page("scheduled")
    assert "never sent twice blindly" in texts(page)
    press(page, "Look on the network")
    assert state_of(bench, delivery) is DeliveryState.FAILED
    assert "not there" in bench.toasts.said[-1]


@pytest.mark.parametrize(
    ("answer", "state"),
    [("It is there", DeliveryState.PUBLISHED), ("It is not there", DeliveryState.FAILED)],
)
def test_the_person_can_say_what_they_see(bench: PagesBench, answer: str, state: DeliveryState):
    delivery = bench.approve(bench.practice_account(), "Words")
    bench.move(delivery, DeliveryState.UNKNOWN, attempts=1, error="outcome_unknown")
    press(bench.page("scheduled"), answer)
    assert state_of(bench, delivery) is state


def test_a_missed_post_leaves_only_when_told(bench: PagesBench):
    delivery = bench.approve(bench.practice_account(), "Words")
    bench.move(delivery, DeliveryState.MISSED)
    page = bench.page("scheduled")
    assert "Nothing leaves until you say so" in texts(page)
    press(page, "Send it now")
    assert state_of(bench, delivery) is DeliveryState.QUEUED


def test_what_is_being_sent_cannot_be_stopped_any_more(bench: PagesBench):
    delivery = bench.approve(bench.practice_account(), "Words")
    bench.move(delivery, DeliveryState.SENDING, attempts=1)
    said = texts(bench.page("scheduled"))
    assert "too late to stop it" in said and "Take it back" not in said


@pytest.mark.parametrize("state", STATES)
def test_every_state_has_words(bench: PagesBench, state: DeliveryState):
    from dataclasses import replace

    delivery = replace(bench.approve(bench.practice_account(), "Words"), state=state)
    words, tone = state_words(delivery, formats.now())
    assert words and tone in ("professional", "plain", "advice", "blocker", "fine")
    if state is not DeliveryState.PUBLISHED:
        assert state_sentence(delivery, formats.now())


def test_a_change_elsewhere_keeps_the_choice(bench: PagesBench):
    account = bench.practice_account()
    first = bench.approve(account, "The first")
    second = bench.approve(account, "The second")
    page = bench.page("scheduled")
    page.choose(first.id)
    bench.services.outbox.take_back(second.id)
    page.refresh()
    assert page.current_id() == first.id and page.model.rowCount() == 1


# --- published ---------------------------------------------------------------------------------


def test_a_published_post_shows_words_account_receipt_and_tries(bench: PagesBench):
    bench.publish(bench.practice_account(), "Two winters in that basement")
    said = texts(bench.page("published"))
    assert "Two winters in that basement" in said
    assert "PRACTICE, AS CLAIRE MOREL, PROFESSIONAL" in said
    assert "RECEIPT" in said and "It was confirmed" in said and "Try 1" in said


def test_the_link_can_be_copied(bench: PagesBench):
    delivery = bench.approve(bench.practice_account(), "Words")
    bench.move(delivery, DeliveryState.PUBLISHED, network="bluesky")
    with bench.store.write() as tx:
        tx.deliveries.add_receipt(
            delivery.id, Receipt("at://x/1", "https://bsky.app/post/1", formats.now())
        )
    press(bench.page("published"), "Copy the link")
    assert QApplication.clipboard().text() == "https://bsky.app/post/1"


def test_deleting_says_it_is_for_good_and_then_it_is_gone_there_and_marked_here(bench: PagesBench):
    bench.publish(bench.practice_account(), "Not my best")
    page = bench.page("published")
    press(page, "Delete from Practice…")
    sheet = sheet_over(bench.window)
    assert "for good" in texts(sheet) and "Not my best" in texts(sheet)
    assert len(bench.services.library.practice_timeline()) == 1
    press(sheet, "Delete it")
    assert bench.services.library.practice_timeline() == []
    said = texts(page)
    assert "Deleted" in said and "Delete from Practice…" not in said
    assert "deleted from Practice" in page.model.rows[0].note


def test_keeping_it_changes_nothing(bench: PagesBench):
    bench.publish(bench.practice_account(), "Words")
    press(bench.page("published"), "Delete from Practice…")
    press(sheet_over(bench.window), "Cancel")
    assert len(bench.services.library.practice_timeline()) == 1


def test_a_published_post_of_a_removed_account_still_stands(bench: PagesBench):
    account = bench.practice_account()
    bench.publish(account, "Words that stay")
    bench.services.accounts.remove(account.id)
    said = texts(bench.page("published"))
    assert "Words that stay" in said and "AN ACCOUNT THAT WAS REMOVED" in said


# --- the practice timeline ---------------------------------------------------------------------


def test_the_practice_timeline_shows_posts_and_says_where_it_lives(bench: PagesBench):
    page = bench.page("practice")
    assert "Nothing posted here yet" in texts(page)
    bench.publish(bench.practice_account(), "Hello, practice")
    page.refresh()
    said = texts(page)
    assert "Hello, practice" in said and "Claire Morel" in said
    assert "Lives in this computer only" in said and "Nothing posted here yet" not in said
