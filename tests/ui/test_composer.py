"""The composer: an empty box, own words kept, each network's true count."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from advocacy_desktop.domain.draft import Draft, DraftBody, DraftVersion
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import Wording
from advocacy_desktop.ui.composer.autosave import CEILING_MS, QUIET_MS
from advocacy_desktop.ui.composer.check_words import Fix
from advocacy_desktop.ui.widgets.basics import ChoiceChip
from support.writing_desk import WritingDesk, writing_desk


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[WritingDesk]:
    with writing_desk(tmp_path) as made:
        yield made


def test_the_box_starts_empty_and_the_suggestion_stands_beside_it(at: WritingDesk) -> None:
    composer = at.write_about(wordings=(Wording("Proud to see our waste heat."),))
    assert composer.card.editor.written() == ""
    assert composer.right.beside is not None
    beside = " ".join(text.text() for text in composer.right.beside.findChildren(QLabel))
    assert "Proud to see our waste heat." in beside
    assert not composer.row.button.isEnabled()


@pytest.mark.parametrize("sphere", list(Sphere))
def test_no_button_puts_a_wording_into_the_box(at: WritingDesk, sphere: Sphere) -> None:
    wording = "Proud to see our waste heat warm 1,200 homes in Grenoble."
    composer = at.write_about(sphere, wordings=(Wording(wording),))
    kept = {composer.row.button, composer.band.back, composer.card.pictures.choose}
    for button in composer.findChildren(QAbstractButton):
        if button not in kept and button.isEnabled():
            button.click()
    assert wording[:20] not in composer.card.editor.written()
    assert composer.right.beside is not None
    assert not composer.right.beside.findChildren(QAbstractButton)


def test_a_draft_shows_accounts_of_its_sphere_only(at: WritingDesk) -> None:
    at.desk.practice_account("Claire Morel")
    at.desk.practice_account("Claire at home", Sphere.PERSONAL)
    composer = at.write_about()
    chips = [chip.text() for chip in composer.band.findChildren(ChoiceChip)]
    assert len(chips) == 1
    assert "claire-morel" in chips[0]


def test_without_an_account_the_practice_account_is_one_click_away(at: WritingDesk) -> None:
    composer = at.write_about()
    composer.band._practice.click()
    assert [account.network for account in composer.chosen()] == ["practice"]
    stored = at.desk.drafts.look_at(composer.draft_id).draft
    assert stored.account_ids == (composer.chosen()[0].id,)


def test_what_is_typed_is_stored_soon_after_the_last_key(at: WritingDesk, qtbot: QtBot) -> None:
    at.write_about()
    at.type_text("Mine\u00a0!")
    assert at.stored_text() == ""
    qtbot.waitUntil(lambda: at.stored_text() == "Mine\u00a0!", timeout=QUIET_MS + 400)


def test_who_never_stops_typing_is_stored_all_the_same(at: WritingDesk, qtbot: QtBot) -> None:
    at.write_about()
    waited = 0
    while at.stored_text() == "" and waited < 2000:
        at.type_text("a")
        qtbot.wait(100)
        waited += 100
    assert waited <= CEILING_MS + 200


def test_leaving_the_page_or_closing_the_window_writes_at_once(at: WritingDesk) -> None:
    at.write_about()
    at.type_text("Kept")
    at.window.close()
    assert at.stored_text() == "Kept"


def test_a_full_disk_is_said_the_text_is_kept_and_tried_again(
    at: WritingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    composer = at.write_about()
    drafts = at.desk.drafts
    real_save = drafts.save
    full = True

    def save(draft_id: str, body: DraftBody) -> Draft:
        if full:
            raise KnownError(ErrorCode.STORAGE_FULL, path="p") from sqlite3.OperationalError()
        return real_save(draft_id, body)

    monkeypatch.setattr(composer.autosave, "_save", save)
    at.type_text("Still here")
    composer.flush()
    assert composer.not_saved.isVisible()
    assert "Not saved" in composer.not_saved.text.text()
    assert "disk is full" in composer.not_saved.text.text()
    assert composer.card.editor.written() == "Still here"
    at.page.close_composer()
    assert at.page.composer is composer, "the only place of the text must not be closed"
    full = False
    composer.not_saved.button.click()
    assert not composer.not_saved.isVisible()
    assert at.stored_text() == "Still here"


def test_a_full_disk_stops_publishing(at: WritingDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    at.type_text("I work at Norvalis.")

    def save(draft_id: str, body: DraftBody) -> Draft:
        raise KnownError(ErrorCode.STORAGE_FULL, path="p")

    monkeypatch.setattr(composer.autosave, "_save", save)
    composer.publish()
    assert composer.flow.sheet is None
    assert not composer.flow.busy


def test_a_network_gets_its_own_text_and_the_reset_takes_it_back(at: WritingDesk) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    at.type_text("For everybody")
    composer.card.tabs.setCurrentIndex(1)
    assert composer.card.editor.written() == "For everybody"
    assert not composer.card.tabs.is_marked(1)
    at.type_text(", and for Practice")
    composer._settled()
    assert composer.body().text == "For everybody"
    assert composer.body().variants == {"practice": "For everybody, and for Practice"}
    assert composer.card.tabs.is_marked(1)
    composer.card.reset.click()
    assert composer.body().variants == {}
    assert composer.card.editor.written() == "For everybody"


def test_the_counter_follows_the_network_s_rule_at_each_key(at: WritingDesk) -> None:
    at.desk.practice_account()
    composer = at.write_about(link=None)
    at.type_text("👩‍👩‍👧‍👦é")
    assert composer.card.footer.counters() == ["Practice 2 / 3,000"]
    at.type_text("x" * 3010)
    assert composer.card.footer.counters() == ["Practice 3,012 / 3,000 · 12 too many"]
    composer._settled()
    assert not composer.row.button.isEnabled()
    assert "12 too many" in composer.row.hint.text()


def test_the_button_says_where_and_as_whom(at: WritingDesk) -> None:
    at.desk.practice_account("Claire Morel")
    composer = at.write_about()
    at.type_text("Mine")
    composer._settled()
    assert composer.row.button.text() == "Publish to Practice as Claire Morel (professional)"


def test_checks_can_be_mended_by_a_click(at: WritingDesk) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    at.type_text("See https://norvalis.example/x?utm_source=feed")
    composer._settled()
    disclose = composer.checks.fix_button(Fix.DISCLOSE)
    tracking = composer.checks.fix_button(Fix.REMOVE_TRACKING)
    assert disclose is not None and tracking is not None
    tracking.click()
    assert composer.card.editor.written() == "See https://norvalis.example/x"
    assert composer.checks.fix_button(Fix.REMOVE_TRACKING) is None
    disclose = composer.checks.fix_button(Fix.DISCLOSE)
    assert disclose is not None
    disclose.click()
    assert composer.card.editor.written() == "See https://norvalis.example/x I work at Norvalis."
    composer.card.editor.undo()
    assert composer.card.editor.written() == "See https://norvalis.example/x"


def test_the_preview_is_the_post_itself(at: WritingDesk) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    at.type_text("  Mine #Heat  ")
    composer.right.switch.setCurrentIndex(0)
    composer._settled()
    (preview,) = composer.right.previews.values()
    assert preview.shown_text() == composer._post("practice").text == "Mine #Heat"


def test_a_pasted_picture_asks_for_its_description(at: WritingDesk, qtbot: QtBot) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    data = QMimeData()
    data.setImageData(picture)
    composer.card.editor.insertFromMimeData(data)
    assert composer.card.editor.written() == ""
    (tile,) = composer.card.pictures.tiles()
    qtbot.waitUntil(tile.missing.isVisible)
    describe = composer.checks.fix_button(Fix.DESCRIBE)
    assert describe is not None
    composer.window().activateWindow()
    describe.click()
    qtbot.waitUntil(tile.field.hasFocus)
    qtbot.keyClicks(tile.field, "A teal field")
    assert composer.body().media[0].alt == "A teal field"
    assert not tile.missing.isVisibleTo(composer)


def test_what_is_no_picture_is_said_and_changes_nothing(at: WritingDesk, tmp_path: Path) -> None:
    composer = at.write_about()
    fake = tmp_path / "fake.png"
    fake.write_bytes(b"not a picture")
    composer.pictures.add_files([str(fake)])
    assert composer.body().media == ()
    assert any("fake.png" in text for text in at.toasts.said)


def test_an_earlier_version_comes_back_and_the_present_one_is_kept(at: WritingDesk) -> None:
    composer = at.write_about()
    at.type_text("First")
    composer.flush()
    with at.desk.store.write() as tx:
        tx.drafts.add_version(
            composer.draft_id, DraftVersion(1, at.desk.clock.now(), DraftBody(text="Earlier"))
        )
        draft = tx.drafts.get(composer.draft_id)
        assert draft is not None
        tx.drafts.save(replace(draft, version=2))
    composer.versions.restore(1)
    assert composer.card.editor.written() == "Earlier"
    kept = [version.body.text for version in at.desk.drafts.versions(composer.draft_id)]
    assert "First" in kept
    assert "3 versions" in composer.band.saved_words()


def test_everything_that_acts_has_a_name_and_can_be_reached_by_tab(at: WritingDesk) -> None:
    at.desk.practice_account()
    composer = at.write_about()
    for button in composer.findChildren(QAbstractButton):
        if button.isVisible() and button.metaObject().className() != "QToolButton":
            assert button.accessibleName() or button.text(), button
            assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button.text()
    assert composer.card.editor.accessibleName()


def test_two_presses_of_return_leave_a_blank_line_and_lines_keep_their_height(
    at: WritingDesk, qtbot: QtBot
) -> None:
    at.write_about()
    editor = at.composer.card.editor
    qtbot.keyClicks(editor, "One.")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Return):
        qtbot.keyClick(editor, key)
    qtbot.keyClicks(editor, "Two.")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "Three.")
    assert editor.written() == "One.\n\nTwo.\nThree."
    document = editor.document()
    heights = {
        document.findBlockByNumber(number).blockFormat().lineHeight()
        for number in range(document.blockCount())
    }
    assert len(heights) == 1
