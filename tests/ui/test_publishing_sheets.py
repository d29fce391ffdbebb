"""From the button to the hold: what is shown is what is approved, and no is no."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocacy_desktop.domain.delivery import DeliveryState
from advocacy_desktop.domain.draft import DraftState
from advocacy_desktop.domain.sphere import Sphere
from support.writing_desk import WritingDesk, writing_desk

WORDS = "I spent two winters in that basement. I work at Norvalis."


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[WritingDesk]:
    with writing_desk(tmp_path) as made:
        yield made


def deliveries(at: WritingDesk) -> list[str]:
    return [card.delivery.post.text for card in at.desk.library.under_way()]


def test_the_sheet_shows_exactly_the_post_that_is_frozen(at: WritingDesk, qtbot: QtBot) -> None:
    at.desk.practice_account("Claire Morel")
    composer = at.write_about()
    at.type_text(f"  {WORDS}\n")
    qtbot.keyClick(composer.card.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sheet = composer.flow.sheet
    assert sheet is not None
    shown = [text.text() for text in sheet.shown]
    assert sheet.publish.text() == "Publish to Practice as Claire Morel (professional)"
    assert deliveries(at) == []
    sheet.publish.click()
    (card,) = at.desk.library.under_way()
    assert card.delivery.state is DeliveryState.HELD
    post = card.delivery.post
    assert shown[0] == post.text == WORDS
    assert post.card is not None
    assert {post.card.title, post.card.description, post.card.link} <= set(shown)
    assert any("this computer only" in text and "English" in text for text in shown)
    assert at.page.composer is None


def test_escape_on_the_sheet_publishes_nothing(at: WritingDesk, qtbot: QtBot) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    at.type_text(WORDS)
    composer.publish()
    assert composer.flow.sheet is not None
    qtbot.keyClick(composer.flow.sheet, Qt.Key.Key_Escape)
    assert deliveries(at) == []
    assert composer.card.editor.written() == WORDS
    composer.publish()
    assert composer.flow.sheet is not None, "one may look again"


def test_a_text_that_changed_after_it_was_shown_is_refused(at: WritingDesk) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    at.type_text(WORDS)
    composer.publish()
    sheet = composer.flow.sheet
    assert sheet is not None
    body = replace(composer.body(), text="Something else. I work at Norvalis.")
    at.desk.drafts.save(composer.draft_id, body)
    sheet.publish.click()
    assert deliveries(at) == []
    assert any("has changed since it was shown" in text for text in at.toasts.said)


def test_what_was_approved_can_be_taken_back_and_the_draft_is_open_again(
    at: WritingDesk,
) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    draft_id = composer.draft_id
    at.type_text(WORDS)
    composer.publish()
    assert composer.flow.sheet is not None
    composer.flow.sheet.publish.click()
    assert at.desk.drafts.look_at(draft_id).draft.state is DraftState.APPROVED
    (card,) = at.desk.library.under_way()
    at.desk.outbox.take_back(card.delivery.id)
    assert at.desk.drafts.look_at(draft_id).draft.state is DraftState.OPEN
    assert at.desk.library.practice_timeline() == []


def test_crossing_asks_for_each_post_and_the_safe_answer_has_the_focus(
    at: WritingDesk, qtbot: QtBot
) -> None:
    at.desk.practice_account("Claire", Sphere.PERSONAL)
    for _ in range(2):
        composer = at.write_about(Sphere.PERSONAL)
        at.type_text(WORDS)
        composer.publish()
        assert composer.flow.sheet is not None
        composer.flow.sheet.publish.click()
        crossing = composer.flow.crossing
        assert crossing is not None, "the sheet before never answers for this one"
        assert crossing.text.text() == WORDS
        at.window.activateWindow()
        qtbot.waitUntil(lambda keep=crossing.keep: QApplication.focusWidget() is keep)
        crossing.post.click()
    cards = at.desk.library.under_way()
    assert len(cards) == 2
    with at.desk.store.read() as tx:
        consents = {consent.id: consent for consent in tx.consents.all()}
    assert len(consents) == 2
    for card in cards:
        assert card.delivery.consent_id is not None
        assert consents[card.delivery.consent_id].digest == card.delivery.post.digest()


def test_keeping_it_professional_publishes_nothing_at_all(at: WritingDesk, qtbot: QtBot) -> None:
    first = at.desk.practice_account("Claire", Sphere.PERSONAL)
    second = at.desk.practice_account("Claire M", Sphere.PERSONAL)
    composer = at.write_about(Sphere.PERSONAL)
    composer._choose([first.id, second.id])
    at.type_text(WORDS)
    composer.publish()
    assert composer.flow.sheet is not None
    composer.flow.sheet.publish.click()
    assert composer.flow.crossing is not None
    composer.flow.crossing.post.click()
    assert composer.flow.crossing is not None
    qtbot.keyClick(composer.flow.crossing, Qt.Key.Key_Escape)
    assert deliveries(at) == []
    assert at.toasts.said[-1] == "Nothing was published."
    with at.desk.store.read() as tx:
        assert tx.consents.all() == []


def test_own_words_from_nothing_need_no_crossing(at: WritingDesk) -> None:
    at.desk.practice_account("Claire", Sphere.PERSONAL)
    at.page.start_blank(Sphere.PERSONAL)
    at.type_text("My garden")
    at.composer.publish()
    assert at.composer.flow.sheet is not None
    at.composer.flow.sheet.publish.click()
    assert deliveries(at) == ["My garden"]


def test_what_the_company_has_withdrawn_is_asked_about_once_more(
    at: WritingDesk, qtbot: QtBot
) -> None:
    at.desk.practice_account("Claire Morel")
    composer = at.write_about(withdrawn=True)
    at.type_text(WORDS)
    for publish in (False, True):
        composer.publish()
        assert composer.flow.sheet is not None
        composer.flow.sheet.publish.click()
        withdrawn = composer.flow.withdrawn
        assert withdrawn is not None and deliveries(at) == []
        qtbot.waitUntil(lambda keep=withdrawn.keep: QApplication.focusWidget() is keep)
        (withdrawn.post if publish else withdrawn.keep).click()
    assert deliveries(at) == [WORDS]
