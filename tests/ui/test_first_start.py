"""The first start: three short pages, skippable, never twice; and the guides."""

import json

import pytest
from PySide6.QtCore import Qt, QUrl

from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.paths import resource_root
from advocacy_desktop.ui.first_start import FirstStart, read_charter, show_if_first
from advocacy_desktop.ui.pages.learn import read_guides
from advocacy_desktop.ui.widgets.sheet import Sheet
from support.pages_bench import PagesBench, press, sheet_over, texts


@pytest.fixture
def bench(qtbot, tmp_path):
    made = PagesBench(tmp_path)
    made.window.show()
    yield made
    made.close()


def open_sheets(bench: PagesBench) -> list[Sheet]:
    return [sheet for sheet in bench.window.findChildren(Sheet) if sheet.isVisible()]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_charter_has_six_lines_in_both_languages(language: str):
    charter = read_charter(resource_root(), language)
    assert charter.title and len(charter.lines) == 6 and all(charter.lines)


def test_a_newcomer_goes_from_the_charter_to_suggestions_and_an_account(bench: PagesBench):
    show_if_first(bench.context)
    sheet = sheet_over(bench.window)
    charter = read_charter(bench.context.resource_root, "en")
    assert charter.lines[0] in texts(sheet) and "1 of 3" in texts(sheet)
    press(sheet, "Next")
    press(sheet, "Try it with the sample company")
    assert bench.services.triage.count(SuggestionQuery()) > 3
    assert "suggestions are waiting" in texts(sheet)
    press(sheet, "Next")
    press(sheet, "Add a practice account")
    assert [a.network for a in bench.services.accounts.all(Sphere.PROFESSIONAL)] == ["practice"]
    press(sheet, "Start")
    assert open_sheets(bench) == []
    show_if_first(bench.context)
    assert open_sheets(bench) == []


def test_it_can_be_skipped_and_is_not_asked_again(bench: PagesBench, qtbot):
    show_if_first(bench.context)
    qtbot.keyClick(sheet_over(bench.window).next, Qt.Key.Key_Escape)
    show_if_first(bench.context)
    assert open_sheets(bench) == []
    assert bench.services.sources.all() == [] and bench.services.accounts.all() == []


def test_a_profile_that_has_something_gets_the_charter_alone(bench: PagesBench):
    bench.practice_account()
    show_if_first(bench.context)
    sheet = sheet_over(bench.window)
    assert "Next" not in texts(sheet) and "of 3" not in texts(sheet)
    press(sheet, "Start")
    assert open_sheets(bench) == []


def test_an_address_and_bluesky_lead_to_their_places(bench: PagesBench):
    sheet = FirstStart(bench.context)
    sheet.show_sheet()
    press(sheet, "Next")
    press(sheet, "Type an address or choose a file")
    assert bench.went == [("sources", {})]
    sheet = FirstStart(bench.context)
    sheet.show_sheet()
    press(sheet, "Next")
    press(sheet, "Next")
    press(sheet, "Add a Bluesky account")
    assert bench.went[-1] == ("professional", {"add": "bluesky"})
    page = bench.page("professional")
    page.activate(add="bluesky")
    assert "Add a Bluesky account" in texts(sheet_over(bench.window))


def test_back_goes_back(bench: PagesBench):
    sheet = FirstStart(bench.context)
    sheet.show_sheet()
    press(sheet, "Next")
    press(sheet, "Back")
    assert "1 of 3" in texts(sheet)


# --- learn -------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_guide_has_a_title_and_a_first_sentence(language: str):
    guides = read_guides(resource_root(), language)
    assert len(guides) >= 4
    assert all(guide.title and guide.summary and "#" not in guide.title for guide in guides)


def test_a_guide_is_shown_and_asks_no_server_for_anything(bench: PagesBench):
    page = bench.page("learn")
    first = page.model.rows[0]
    assert first.title in page.view.toPlainText()
    assert page.view.loadResource(2, QUrl("https://example.com/a.png")) is None
    page.activate(guide=page.model.rows[2].id)
    assert page.model.rows[2].title in page.view.toPlainText()


def test_a_language_without_guides_gets_the_english_ones(tmp_path):
    folder = tmp_path / "guide" / "en"
    folder.mkdir(parents=True)
    (folder / "one.md").write_text("# One\n\nFirst *words*.\n", "utf-8")
    (tmp_path / "charter.en.json").write_text(json.dumps({"title": "t", "lines": []}), "utf-8")
    assert [(g.title, g.summary) for g in read_guides(tmp_path, "de")] == [("One", "First words.")]


# --- the keyboard is enough ----------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_press_the_button_that_has_the_focus(bench: PagesBench, qtbot, key):
    sheet = FirstStart(bench.context)
    sheet.show_sheet()
    qtbot.keyClick(sheet.next, key)
    assert "2 of 3" in texts(sheet)
