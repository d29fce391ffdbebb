"""Sources: adding by address, file or drop; what went wrong; leaving."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent

from advocacy_desktop.application.ports import SuggestionQuery
from support.feed_server import Answer, feed_server
from support.pages_bench import PagesBench, press, sheet_over, texts

FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Norvalis news",
    "items": [{"id": "1", "title": "A plant opens", "content_text": "Heat."}],
}


@pytest.fixture
def bench(qtbot, tmp_path):
    made = PagesBench(tmp_path)
    yield made
    made.close()


def as_answer(feed: dict) -> Answer:
    return Answer(json.dumps(feed).encode(), headers={"Content-Type": "application/feed+json"})


def queue(bench: PagesBench) -> int:
    return bench.services.triage.count(SuggestionQuery())


def test_an_address_is_subscribed_and_looked_at_again(bench: PagesBench):
    page = bench.page("sources")
    with feed_server() as server:
        server.answers["/f.json"] = as_answer(FEED)
        page.address.setText(server.url("/f.json"))
        press(page, "Add")
        assert "Norvalis news" in texts(page) and page.address.text() == ""
        assert queue(bench) == 1
        assert bench.toasts.said[-1] == "Norvalis news: 1 suggestion."
        more = {**FEED, "items": [*FEED["items"], {"id": "2", "title": "B", "content_text": "b"}]}
        server.answers["/f.json"] = as_answer(more)
        press(page, "Look for news")
    assert "1 new" in texts(page) and queue(bench) == 2


def test_what_is_no_feed_is_said_in_place_and_the_address_stays(bench: PagesBench):
    page = bench.page("sources")
    with feed_server() as server:
        server.answers["/"] = Answer(b"<html>Hello</html>", headers={"Content-Type": "text/html"})
        page.address.setText(server.url("/"))
        press(page, "Add")
        assert "it is no feed" in page.error.text() and page.error.isVisible()
        assert page.address.text() == server.url("/")
    assert bench.services.sources.all() == []


def test_an_empty_field_is_not_sent_anywhere(bench: PagesBench):
    page = bench.page("sources")
    press(page, "Add")
    assert "Type an address" in page.error.text()


def test_what_went_wrong_at_the_last_look_stands_on_the_card(bench: PagesBench):
    page = bench.page("sources")
    with feed_server() as server:
        server.answers["/f.json"] = as_answer(FEED)
        page.address.setText(server.url("/f.json"))
        press(page, "Add")
        server.answers["/f.json"] = Answer(b"", status=404)
        press(page, "Look for news everywhere")
        assert "There is nothing at" in texts(page)
    assert queue(bench) == 1


def test_a_dropped_file_is_subscribed(bench: PagesBench, tmp_path):
    file = tmp_path / "suggestions.json"
    file.write_text(json.dumps(FEED), "utf-8")
    page = bench.page("sources")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    page.dropEvent(
        QDropEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )  # fmt: skip
    assert "Norvalis news" in texts(page) and str(file) in texts(page)


def test_the_sample_company_is_one_press_away_and_offered_once(bench: PagesBench):
    page = bench.page("sources")
    press(page, "Try it with the sample company")
    assert queue(bench) > 3
    assert "Try it with the sample company" not in texts(page)


def test_a_name_of_ones_own(bench: PagesBench):
    page = bench.page("sources")
    page.add_sample()
    press(page, "Rename…")
    sheet = sheet_over(bench.window)
    sheet.name.setText("The house")
    press(sheet, "Rename")
    assert bench.services.sources.all()[0].title == "The house"
    assert "The house" in texts(page)


def test_removing_can_be_undone(bench: PagesBench):
    page = bench.page("sources")
    page.add_sample()
    before = queue(bench)
    press(page, "Remove")
    assert bench.services.sources.all() == [] and queue(bench) == 0
    assert "What you drafted or published stays" in bench.toasts.said[-1]
    assert bench.toasts.act is not None
    bench.toasts.act()
    assert len(bench.services.sources.all()) == 1 and queue(bench) == before


def test_another_host_for_pictures_is_allowed_and_forbidden_by_name(bench: PagesBench):
    page = bench.page("sources")
    with feed_server() as server:
        server.answers["/f.json"] = as_answer(FEED)
        page.address.setText(server.url("/f.json"))
        press(page, "Add")
    assert "from its own site only" in texts(page)
    press(page, "Pictures from…")
    sheet = sheet_over(bench.window)
    sheet.host.setText("https://Pictures.example.com/a.png")
    press(sheet, "Allow")
    (source,) = bench.services.sources.all()
    assert source.picture_hosts == frozenset({"pictures.example.com"})
    press(sheet, "No longer")
    assert bench.services.sources.all()[0].picture_hosts == frozenset()


def test_stopping_forgets_what_was_being_added(bench: PagesBench):
    page = bench.page("sources")
    waiting = []
    bench.context.runner.network = lambda key, fn, ok=None, error=None, owner=None: waiting.append(
        (fn, ok)
    )
    page.add_sample()
    press(page, "Stop")
    fn, ok = waiting[0]
    ok(fn())  # it comes through after all
    assert bench.services.sources.all() == []


def test_the_queues_menu_leads_to_the_sources(bench: PagesBench):
    from advocacy_desktop.ui.suggestions.filters import FilterButton

    button = FilterButton()
    went: list[bool] = []
    button.sources_wanted.connect(lambda: went.append(True))
    button._open()
    assert button._menu is not None
    actions = {action.text(): action for action in button._menu.actions()}
    actions["Add or remove sources…"].trigger()
    assert went == [True]
