"""Going through the queue by keyboard, on a real profile with the sample company."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from advocacy_desktop.application.changes import ChangeKind, changed
from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import SuggestionState
from advocacy_desktop.ui import i18n
from support.pages_bench import PagesBench, settle


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[PagesBench]:
    made = PagesBench(tmp_path, with_sample=True)
    yield made
    made.close()


@pytest.fixture
def page(bench: PagesBench, qtbot: QtBot) -> Any:
    made = bench.page("suggestions")
    made.focus_first()
    qtbot.waitUntil(lambda: made.reader is not None and bool(made.reader.current_id()))
    return made


def state(bench: PagesBench, identifier: str) -> SuggestionState:
    return bench.services.triage.look_at(identifier).suggestion.state


def test_j_and_k_move_and_the_reader_follows(page: Any, qtbot: QtBot) -> None:
    assert page.list.current_row() == 0
    qtbot.keyClick(page.list, Qt.Key.Key_J)
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.current_row() == 2
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    assert page.list.current_row() == 1
    wanted = page.model.id_at(1)
    qtbot.waitUntil(lambda: page.reader.current_id() == wanted)


def test_x_declines_tells_nobody_and_can_be_undone(
    bench: PagesBench, page: Any, qtbot: QtBot
) -> None:
    first, second = page.model.id_at(0), page.model.id_at(1)
    count = page.model.rowCount()
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    assert state(bench, first) is SuggestionState.DECLINED
    assert page.model.rowCount() == count - 1
    assert page.model.id_at(page.list.current_row()) == second
    assert bench.toasts.said == ["Declined. Nobody is told."]
    assert bench.services.ledger.entries() == [], "nothing left this computer"
    assert bench.toasts.act is not None
    bench.toasts.act()
    assert state(bench, first) is SuggestionState.NEW
    assert page.model.id_at(0) == first
    assert page.model.waiting == (), "what came back is no news"


def test_keys_faster_than_the_disk_decide_each_once(
    bench: PagesBench, page: Any, qtbot: QtBot
) -> None:
    """The runner of the real program answers later; until then the next key must not repeat."""
    late: list[Callable[[], None]] = []
    immediate = bench.context.runner.storage
    bench.context.runner.storage = (  # type: ignore[method-assign]
        lambda *args, **more: late.append(lambda: immediate(*args, **more))
    )
    first, second = page.model.id_at(0), page.model.id_at(1)
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    page.decisions.decline(first, SuggestionState.NEW)
    bench.context.runner.storage = immediate  # type: ignore[method-assign]
    for call in late:
        call()
    assert state(bench, first) is SuggestionState.DECLINED
    assert state(bench, second) is SuggestionState.DECLINED
    assert bench.toasts.said == ["Declined. Nobody is told."] * 2


def test_l_keeps_for_later_and_back(bench: PagesBench, page: Any, qtbot: QtBot) -> None:
    first = page.model.id_at(0)
    qtbot.keyClick(page.list, Qt.Key.Key_L)
    assert state(bench, first) is SuggestionState.LATER
    assert page.list.current_row() == 1, "on to the next"
    qtbot.keyClick(page.list, Qt.Key.Key_K)
    qtbot.keyClick(page.list, Qt.Key.Key_L)
    assert state(bench, first) is SuggestionState.NEW


def test_e_opens_a_professional_draft(bench: PagesBench, page: Any, qtbot: QtBot) -> None:
    first = page.model.id_at(0)
    qtbot.keyClick(page.list, Qt.Key.Key_E)
    assert bench.went == [("drafts", {"suggestion_id": first, "sphere": Sphere.PROFESSIONAL})]


def test_the_personal_space_has_its_own_way_in(bench: PagesBench, page: Any, qtbot: QtBot) -> None:
    page.reader._prompts.personal.click()
    assert bench.went[0][1]["sphere"] is Sphere.PERSONAL


def test_letters_act_only_while_the_list_has_the_focus(
    bench: PagesBench, page: Any, qtbot: QtBot
) -> None:
    field = QLineEdit(page)
    field.show()
    field.setFocus()
    before = [page.model.id_at(row) for row in range(page.model.rowCount())]
    for key in "xlej":
        qtbot.keyClicks(field, key)
    qtbot.keyClick(page.reader, Qt.Key.Key_X)
    assert field.text() == "xlej"
    assert [page.model.id_at(row) for row in range(page.model.rowCount())] == before
    assert bench.toasts.said == []


def test_decided_ones_found_by_searching_are_not_decided_again(
    bench: PagesBench, page: Any, qtbot: QtBot
) -> None:
    first = page.model.id_at(0)
    bench.context.hub.announce(bench.services.triage.decline(first))
    title = bench.services.triage.look_at(first).suggestion.content.title
    page.activate(search=title)
    assert page.model.id_at(0) == first
    page.list.choose(0)
    qtbot.keyClick(page.list, Qt.Key.Key_X)
    assert bench.toasts.said == ["This one is decided already."]


def test_news_is_a_quiet_line(bench: PagesBench, page: Any, qtbot: QtBot) -> None:
    first = page.model.id_at(0)
    page.model._known.discard(first)
    page.model._ids.remove(first)
    row_before = page.model.id_at(2)
    page.list.choose(2)
    bench.context.hub.announce(changed(ChangeKind.SUGGESTIONS))
    assert page.panel.new_line.isVisible()
    assert page.panel.new_line.text() == "1 new · show"
    assert page.model.id_at(2) == row_before
    page.panel.new_line.click()
    assert page.model.id_at(0) == first
    assert not page.panel.new_line.isVisible()


def test_the_end_of_the_queue(bench: PagesBench, page: Any, qtbot: QtBot) -> None:
    while page.model.rowCount():
        qtbot.keyClick(page.list, Qt.Key.Key_X)
    words = [part.text() for part in page.panel.empty.findChildren(type(page._nothing._text))]
    assert "That's all." in words
    assert "Nothing else is expected of you." in words


def test_without_a_source_the_empty_list_teaches(qtbot: QtBot, tmp_path: Path) -> None:
    bench = PagesBench(tmp_path)
    page = bench.page("suggestions")
    assert page.panel.empty.isVisible()
    page.panel.empty.button.click()
    assert bench.went == [("sources", {})]
    bench.close()


def test_filters_by_topic_and_back(bench: PagesBench, page: Any, qtbot: QtBot) -> None:
    topic = bench.services.triage.topics()[0]
    page.filters._set(page.filters._set_topic, topic)
    expected = bench.services.triage.count(SuggestionQuery(topic=topic))
    assert 0 < page.model.rowCount() == expected
    assert topic in page.filters.text()
    page._show_all()
    assert page.model.rowCount() > expected


def test_the_article_opens_in_the_browser_and_says_where(
    bench: PagesBench, page: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    link = bench.services.triage.look_at(page.reader.current_id()).suggestion.content.link
    page.reader._open.click()
    assert opened == [link]
    assert link in bench.toasts.said[0]


@pytest.mark.parametrize(
    "link", ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/x", "mailto:a@b.c", ""]
)
def test_only_web_addresses_are_opened(
    bench: PagesBench, page: Any, link: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pytest.fail("was opened"))
    page.decisions.open_link(link)
    assert "not opened" in bench.toasts.said[0]


def test_an_address_that_feigns_another_is_shown_as_it_is() -> None:
    from advocacy_desktop.ui.suggestions.reader_words import shown_address

    assert shown_address("https://nоrvalis.example/a").startswith("https://xn--")
    assert "norvalis" not in shown_address("https://norvalis.example@evil.example/")


def operable(root: QWidget) -> list[QWidget]:
    """What Tab or the pointer reaches."""
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView)
    return [one for one in root.findChildren(QWidget) if isinstance(one, kinds)]


def test_every_control_has_a_name(page: Any) -> None:
    for one in operable(page):
        if not one.isVisibleTo(page):
            continue
        if one.objectName().startswith("qt_") or type(one).__module__.startswith("PySide6"):
            name = one.text() if isinstance(one, QAbstractButton) else one.accessibleName()
        else:
            name = one.accessibleName() or getattr(one, "text", str)()
        inner = one.parent() is not None and isinstance(one.parent(), QAbstractItemView)
        assert name or inner, one


def test_rows_are_read_aloud_as_sentences(page: Any) -> None:
    index = page.model.index(0)
    said = page.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert page.model.card(0).title in said
    assert "suggested wording" in said


def test_twice_as_long_words_still_fit(
    bench: PagesBench, page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Languages differ in length; at 640 logical pixels (1280 at 200 %) nothing may be cut off."""
    plain = i18n.QCoreApplication.translate

    def doubled(context: str, text: str, *more: Any) -> str:
        found = plain(context, text, *more)
        return found if "{" in found or "MMM" in found else f"{found} {found}"

    monkeypatch.setattr(i18n.QCoreApplication, "translate", doubled)
    page.retranslate()
    bench.window.resize(640, 400)
    settle()
    page._show_reader()
    settle()
    reader = page.reader
    assert reader.widget().width() <= reader.viewport().width()
    for button in (reader._write, reader._later, reader._decline, reader._open):
        right = button.mapTo(reader.viewport(), button.rect().topRight()).x()
        assert button.width() >= button.sizeHint().width() or button.text() == ""
        assert right <= reader.viewport().width(), button.text()


def test_narrow_windows_show_list_and_reader_in_turn(
    bench: PagesBench, page: Any, qtbot: QtBot
) -> None:
    bench.window.resize(560, 400)
    settle()
    assert page.list.isVisible()
    assert not page.reader.isVisible()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.reader.isVisible()
    assert not page.list.isVisible()
    qtbot.keyClick(page.reader, Qt.Key.Key_Escape)
    assert page.list.isVisible()


def test_the_next_start_is_where_this_one_ended(page: Any, qtbot: QtBot) -> None:
    for _ in range(9):
        qtbot.keyClick(page.list, Qt.Key.Key_J)
    selected, top_row = page.where()
    assert selected == page.model.id_at(9) and top_row > 0
    cards = [page.model.card(row) for row in range(page.model.rowCount())]
    page.start(cards, len(cards))
    assert page.list.current_row() == 0
    page.start(cards, len(cards), selected, top_row)
    assert page.where() == (selected, top_row)
    page.start(cards, len(cards), "gone meanwhile", top_row)
    assert page.list.current_row() == 0
