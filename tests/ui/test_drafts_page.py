"""My drafts: the list, new drafts in either sphere, and what an empty list teaches."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from advocacy_desktop.domain.draft import DraftState
from advocacy_desktop.domain.sphere import Sphere
from support.writing_desk import WritingDesk, writing_desk


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[WritingDesk]:
    with writing_desk(tmp_path) as made:
        yield made


def test_an_empty_list_says_what_will_be_here_and_leads_to_the_suggestions(
    at: WritingDesk,
) -> None:
    assert at.page.empty.isVisibleTo(at.page)
    at.page.empty.button.click()
    assert at.gone_to == [("suggestions", {})]


@pytest.mark.parametrize("sphere", list(Sphere))
def test_own_content_can_be_written_in_either_sphere(at: WritingDesk, sphere: Sphere) -> None:
    button = at.page.new_personal if sphere is Sphere.PERSONAL else at.page.new_professional
    button.click()
    draft = at.desk.drafts.look_at(at.composer.draft_id).draft
    assert draft.sphere is sphere
    assert draft.suggestion_id is None
    assert at.composer.right.beside is None


def test_the_same_suggestion_is_taken_up_again_and_each_sphere_has_its_own_draft(
    at: WritingDesk,
) -> None:
    suggestion = at.desk.suggestion()
    at.page.activate(suggestion_id=suggestion.id)
    first = at.composer.draft_id
    at.page.close_composer()
    at.page.activate(suggestion_id=suggestion.id)
    assert at.composer.draft_id == first
    at.page.activate(suggestion_id=suggestion.id, sphere=Sphere.PERSONAL)
    assert at.composer.draft_id != first


def test_going_to_another_draft_keeps_what_was_typed(at: WritingDesk) -> None:
    at.write_about()
    first = at.composer.draft_id
    at.type_text("Kept")
    at.write_about()
    assert at.composer.draft_id != first
    assert at.desk.drafts.look_at(first).draft.body.text == "Kept"


def test_back_by_escape_and_open_again_by_enter(at: WritingDesk, qtbot: QtBot) -> None:
    at.write_about()
    at.type_text("First words of mine")
    qtbot.keyClick(at.composer.card.editor, Qt.Key.Key_Escape)
    assert at.page.composer is None
    (card,) = at.page.list.cards()
    index = at.page.list.model().index(0, 0)
    assert index.data() == "First words of mine"
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Professional" in spoken
    assert "heat" in spoken
    qtbot.keyClick(at.page.list, Qt.Key.Key_Return)
    assert at.composer.draft_id == card.draft.id
    assert at.composer.card.editor.written() == "First words of mine"


def test_a_draft_put_away_comes_back_by_undo(at: WritingDesk, qtbot: QtBot) -> None:
    at.write_about()
    draft_id = at.composer.draft_id
    at.page.close_composer()
    qtbot.keyClick(at.page.list, Qt.Key.Key_Delete)
    assert at.page.list.cards() == []
    assert at.toasts.said == ["The draft is put away."]
    at.context.undo()
    assert [card.draft.id for card in at.page.list.cards()] == [draft_id]
    assert at.desk.drafts.look_at(draft_id).draft.state is DraftState.OPEN


def test_an_account_that_was_removed_elsewhere_leaves_the_open_draft(at: WritingDesk) -> None:
    account = at.desk.practice_account()
    at.write_about()
    assert at.composer.networks() == ["practice"]
    at.context.mutate(lambda: at.desk.accounts.remove(account.id).changes)
    assert at.composer.networks() == []
    assert not at.composer.row.button.isEnabled()


def test_what_is_typed_while_the_draft_is_being_opened_stands_in_its_box(
    at: WritingDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggestion = at.desk.suggestion()
    runner = at.context.runner
    at_once, waiting = runner.storage, []
    monkeypatch.setattr(runner, "storage", lambda *call: waiting.append(call))
    at.page.activate(suggestion_id=suggestion.id)
    qtbot.keyClicks(at.page.stack.currentWidget(), "Exactly ")
    monkeypatch.setattr(runner, "storage", at_once)
    for call in waiting:
        at_once(*call)
    qtbot.keyClicks(at.composer.card.editor, "mine.")
    assert at.composer.card.editor.toPlainText() == "Exactly mine."
