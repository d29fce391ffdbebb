"""Declined: the private note is kept by itself, and everything can come back."""

import pytest

from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.domain.suggestion import SuggestionState
from advocacy_desktop.ui.pages.declined import SAVE_AFTER_MS
from support.pages_bench import PagesBench, press, texts


@pytest.fixture
def bench(qtbot, tmp_path):
    made = PagesBench(tmp_path, with_sample=True)
    yield made
    made.close()


def decline(bench: PagesBench, at: int = 0, note: str = "") -> str:
    card = bench.services.triage.cards(SuggestionQuery())[at]
    bench.services.triage.decline(card.id, note)
    return card.id


def note_of(bench: PagesBench, suggestion_id: str) -> str:
    return bench.services.triage.look_at(suggestion_id).suggestion.note


def test_nothing_declined_says_that_nobody_is_told(bench: PagesBench):
    assert "nobody is told" in texts(bench.page("declined"))


def test_what_was_declined_can_be_read_with_its_note(bench: PagesBench):
    suggestion_id = decline(bench, note="Not my subject")
    page = bench.page("declined")
    detail = bench.services.triage.look_at(suggestion_id)
    said = texts(page)
    assert detail.suggestion.content.title in said and "nobody was told" in said
    assert page.note.toPlainText() == "Not my subject"


def test_a_note_is_on_disk_within_two_seconds_of_typing(bench: PagesBench, qtbot):
    assert SAVE_AFTER_MS < 2000
    suggestion_id = decline(bench)
    page = bench.page("declined")
    qtbot.keyClicks(page.note, "I was not there")
    qtbot.waitUntil(lambda: note_of(bench, suggestion_id) == "I was not there", timeout=2000)
    assert page.note.toPlainText() == "I was not there"


def test_leaving_the_page_saves_at_once(bench: PagesBench, qtbot):
    suggestion_id = decline(bench)
    page = bench.page("declined")
    qtbot.keyClicks(page.note, "half a word")
    page.hide()
    assert note_of(bench, suggestion_id) == "half a word"


def test_going_to_another_one_saves_the_note_where_it_belongs(bench: PagesBench, qtbot):
    first, second = decline(bench), decline(bench)
    page = bench.page("declined")
    page.choose(first)
    qtbot.keyClicks(page.note, "of the first")
    page.choose(second)
    assert page.note.toPlainText() == ""
    assert note_of(bench, first) == "of the first" and note_of(bench, second) == ""


def test_a_change_elsewhere_does_not_take_away_what_is_being_typed(bench: PagesBench, qtbot):
    decline(bench)
    page = bench.page("declined")
    qtbot.keyClicks(page.note, "still typing")
    decline(bench)
    page.refresh()
    assert page.note.toPlainText() == "still typing"


def test_restoring_brings_it_back_and_undo_declines_it_again(bench: PagesBench):
    suggestion_id = decline(bench, note="hm")
    page = bench.page("declined")
    press(page, "Bring it back")
    assert bench.services.triage.look_at(suggestion_id).suggestion.state is SuggestionState.NEW
    assert page.model.rowCount() == 0
    assert bench.toasts.act is not None
    bench.toasts.act()
    state = bench.services.triage.look_at(suggestion_id).suggestion.state
    assert state is SuggestionState.DECLINED
    assert page.model.rowCount() == 1
