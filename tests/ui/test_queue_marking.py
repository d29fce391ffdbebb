"""The card that is marked in the queue is the one that keys act on, also after rows have moved."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from advocacy_desktop.application.ports import SuggestionQuery
from support.pages_bench import PagesBench, settle


@pytest.fixture
def bench(qtbot, tmp_path: Path):
    made = PagesBench(tmp_path, with_sample=True)
    yield made
    made.close()


def marked(page) -> str | None:
    page.list.viewport().repaint()
    return page.model.id_at(page.list._delegate.current)


@pytest.mark.parametrize("row", [0, 3])
def test_after_a_decision_the_mark_stays_with_the_current_card(bench: PagesBench, row: int) -> None:
    ids = list(bench.services.triage.card_ids(SuggestionQuery()))
    page = bench.page("suggestions")
    page.list.setFocus()
    page.list.choose(row)
    QTest.qWait(150)
    QTest.keyClick(page.list, Qt.Key.Key_X)
    page.refresh(None)
    settle()
    assert page.model.id_at(page.list.current_row()) == ids[row + 1]
    assert marked(page) == ids[row + 1]
    bench.services.undo.undo()
    page.refresh(None)
    settle()
    assert marked(page) == page.model.id_at(page.list.current_row()) == ids[row + 1]


def test_what_arrives_in_an_empty_queue_is_shown_at_once(bench: PagesBench) -> None:
    ids = list(bench.services.triage.card_ids(SuggestionQuery()))
    page = bench.page("suggestions")
    page.model.adopt([], all_of_them=True)
    page.refresh(None)
    settle()
    assert page.model.rowCount() == len(ids) and page.model.waiting == ()
    assert marked(page) == page.model.id_at(page.list.current_row())
