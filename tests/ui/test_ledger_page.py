"""What left this computer: totals, every line in words, one in full, filter, export."""

import json
import time
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt

from advocacy_desktop.domain.errors import ErrorCode
from advocacy_desktop.domain.ledger import Audience, LedgerEntry, Purpose
from advocacy_desktop.infrastructure.ledger_writer import SqliteLedgerWriter
from advocacy_desktop.ui.pages.ledger_model import ANSWER, AS, SENT, WHERE, WHY, LedgerModel
from advocacy_desktop.ui.words.ledger import answer_words, purpose_words
from support.pages_bench import PagesBench, press, sheet_over, texts

NOW = datetime.now(UTC)


@pytest.fixture
def bench(qtbot, tmp_path):
    made = PagesBench(tmp_path)
    yield made
    made.close()


def note(
    bench: PagesBench,
    purpose: Purpose,
    audience: Audience,
    *,
    host: str = "bsky.social",
    status: int | None = 200,
    error: str | None = None,
    outcome: str | None = None,
    sent: int = 0,
    detail: str = "",
    minutes: int = 0,
) -> None:
    """A line as the guarded HTTP port writes it."""
    writer = SqliteLedgerWriter(bench.store)
    at = NOW - timedelta(minutes=minutes)
    entry = writer.begin(
        started_at=at, purpose=purpose, method="POST", host=host, path="/xrpc/do",
        audience=audience, as_whom="claire.test", sent_bytes=sent, detail=detail,
    )  # fmt: skip
    writer.finish(entry, finished_at=at, status=status, received_bytes=3, error=error)
    if outcome:
        with bench.store.write() as tx:
            tx.ledger.set_outcome(entry, outcome)


def entry(purpose: Purpose = Purpose.PUBLISH, **changes: object) -> LedgerEntry:
    facts: dict[str, object] = {
        "id": 1, "started_at": NOW, "purpose": purpose, "method": "POST", "host": "bsky.social",
        "path": "/x", "audience": Audience.PROFESSIONAL, "as_whom": "claire", "sent_bytes": 5,
        "finished_at": NOW, "status": 200,
    }  # fmt: skip
    facts.update(changes)
    return LedgerEntry(**facts)  # type: ignore[arg-type]


def cells(page, row: int) -> list[str]:
    return [page.model.index(row, column).data() for column in range(6)]


def test_the_three_totals_are_the_truth_of_the_list(bench: PagesBench):
    note(bench, Purpose.FETCH_SUGGESTIONS, Audience.NOBODY, host="news.norvalis.example")
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL)
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL)
    note(bench, Purpose.PUBLISH, Audience.PERSONAL, host="pds.example")
    said = texts(bench.page("ledger"))
    assert "0 messages" in said and "only the suggestion list was fetched" in said
    assert "2 posts" in said and "bsky.social 2" in said
    assert "1 post" in said and "pds.example 1" in said


def test_a_post_whose_answer_was_lost_counts_once_when_it_was_found(bench: PagesBench):
    note(bench, Purpose.PUBLISH, Audience.PERSONAL, status=None, error="timed_out")
    note(bench, Purpose.LOOK_FOR_POST, Audience.PERSONAL, outcome="found")
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL, outcome="unknown")
    note(bench, Purpose.LOOK_FOR_POST, Audience.PROFESSIONAL, outcome="found")
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL, status=400)
    summary = bench.services.ledger.summary()
    assert summary.personal_posts == (("bsky.social", 1),)
    assert summary.professional_posts == (("bsky.social", 1),)


def test_an_empty_ledger_says_what_will_stand_here(bench: PagesBench):
    said = texts(bench.page("ledger"))
    assert "Nothing has left this computer yet" in said
    assert "nothing was fetched and nothing was sent" in said


def test_each_line_tells_why_where_as_whom_how_much_and_what_came_back(bench: PagesBench):
    note(bench, Purpose.SIGN_IN, Audience.PERSONAL, sent=210)
    page = bench.page("ledger")
    _, why, where, as_whom, sent, answer = cells(page, 0)
    assert (why, where, as_whom) == ("Signed in", "bsky.social", "personal")
    assert sent == "0.2 kB, your app password"
    assert answer == "200"


@pytest.mark.parametrize("purpose", Purpose)
def test_every_purpose_has_words_of_its_own(purpose: Purpose):
    words = purpose_words(purpose)
    assert words and "_" not in words
    assert sum(purpose_words(other) == words for other in Purpose) == 1


@pytest.mark.parametrize(
    ("line", "words", "tone"),
    [
        (entry(Purpose.FETCH_SUGGESTIONS, status=304), "304 unchanged", "fine"),
        (entry(Purpose.FETCH_SUGGESTIONS, outcome="new:4"), "200 · 4 new", "fine"),
        (entry(outcome="published"), "200 published", "fine"),
        (entry(Purpose.UPLOAD_PICTURE), "200 accepted", "fine"),
        (entry(Purpose.DELETE_POST, outcome="deleted"), "200 deleted", "fine"),
        (entry(status=429), "429 asked to wait", "advice"),
        (entry(status=503), "503 the server failed", "advice"),
        (entry(Purpose.SIGN_IN, status=401), "401 sign-in refused", "advice"),
        (entry(status=None, error="offline"), "nothing sent: not reachable", "advice"),
        (entry(status=None, error="timed_out"), "no answer", "advice"),
        (entry(status=None, error="timed_out", outcome="found"),
         "no answer — checked: it is there", "advice"),
        (entry(status=None, finished_at=None), "no answer yet", "muted"),
    ],
)  # fmt: skip
def test_answers_in_words(line: LedgerEntry, words: str, tone: str):
    assert answer_words(line) == (words, tone)


@pytest.mark.parametrize("code", ErrorCode)
def test_no_error_leaves_an_answer_without_words(code: ErrorCode):
    words, tone = answer_words(entry(status=None, error=code.value))
    assert words and "_" not in words and tone == "advice"


def test_a_post_that_was_refused_is_not_called_published(bench: PagesBench):
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL, status=400)
    page = bench.page("ledger")
    assert cells(page, 0)[WHY] == "Tried to publish a post"


def test_the_filter_shows_one_life_or_one_word(bench: PagesBench):
    note(bench, Purpose.FETCH_SUGGESTIONS, Audience.NOBODY, host="news.norvalis.example")
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL, detail="about the pumps")
    note(bench, Purpose.PUBLISH, Audience.PERSONAL)
    page = bench.page("ledger")
    assert page.model.rowCount() == 3
    page.which.button(2).click()
    assert [cells(page, 0)[AS], page.model.rowCount()] == ["professional", 1]
    page.which.button(1).click()
    assert [cells(page, 0)[WHERE], page.model.rowCount()] == ["news.norvalis.example", 1]
    page.which.button(0).click()
    page.search.setText("PUMPS")
    assert page.model.rowCount() == 1 and "1 of 3" in texts(page)
    page.search.setText("nothing like it")
    assert "No line matches" in texts(page)


def test_a_new_line_comes_on_top_and_leaves_what_is_chosen(bench: PagesBench):
    note(bench, Purpose.SIGN_IN, Audience.PERSONAL, minutes=5)
    page = bench.page("ledger")
    page.table.selectRow(0)
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL)
    page.refresh()
    assert [cells(page, 0)[WHY], cells(page, 1)[WHY]] == ["Published a post", "Signed in"]
    assert page.table.currentIndex().row() == 1


def test_an_answer_that_arrives_completes_its_line(bench: PagesBench):
    writer = SqliteLedgerWriter(bench.store)
    line = writer.begin(
        started_at=NOW, purpose=Purpose.PUBLISH, method="POST", host="h", path="/",
        audience=Audience.PERSONAL, as_whom="", sent_bytes=0, detail="",
    )  # fmt: skip
    page = bench.page("ledger")
    assert cells(page, 0)[ANSWER] == "no answer yet"
    writer.finish(line, finished_at=NOW, status=200, received_bytes=0, error=None)
    page.refresh()
    assert page.model.rowCount() == 1 and cells(page, 0)[ANSWER].startswith("200")


def test_one_line_in_full_shows_the_body_and_can_be_closed_by_key(bench: PagesBench, qtbot):
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL, detail='{"text": "own words"}', sent=21)
    page = bench.page("ledger")
    page.table.selectRow(0)
    press(page, "See one line in full")
    sheet = sheet_over(bench.window)
    said = texts(sheet)
    assert "POST /xrpc/do" in said and "claire.test (professional)" in said
    assert sheet.text.toPlainText() == '{"text": "own words"}'
    qtbot.keyClick(sheet.close_button, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_enter_opens_the_line_and_j_k_move(bench: PagesBench, qtbot):
    note(bench, Purpose.SIGN_IN, Audience.PERSONAL, minutes=5)
    note(bench, Purpose.PUBLISH, Audience.PERSONAL)
    page = bench.page("ledger")
    page.table.selectRow(0)
    qtbot.keyClick(page.table, Qt.Key.Key_J)
    assert page.table.currentIndex().row() == 1
    qtbot.keyClick(page.table, Qt.Key.Key_K)
    assert page.table.currentIndex().row() == 0
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert "Published a post" in texts(sheet_over(bench.window))


def test_the_export_is_one_json_object_a_line(bench: PagesBench, tmp_path):
    note(bench, Purpose.SIGN_IN, Audience.PERSONAL, minutes=5)
    note(bench, Purpose.PUBLISH, Audience.PROFESSIONAL)
    page = bench.page("ledger")
    target = tmp_path / "ledger.jsonl"
    page.export_to(target)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [line["purpose"] for line in lines] == ["sign_in", "publish"]
    assert str(target) in bench.toasts.said[-1]


def test_ten_thousand_lines_are_all_there_and_cheap(bench: PagesBench):
    model = LedgerModel()
    many = [entry(id=number, host=f"h{number}.example") for number in range(10_000, 0, -1)]
    begin = time.perf_counter()
    model.newest(many[:500])
    for at in range(500, 10_000, 500):
        model.older(many[at : at + 500])
    shown = [model.index(row, column).data() for row in range(40) for column in range(6)]
    took = time.perf_counter() - begin
    assert model.rowCount() == 10_000 and model.oldest() == 1
    assert len(shown) == 240 and shown[SENT] == "5 B"
    assert took < 0.5, f"{took:.2f} s"


def test_all_pages_of_a_long_ledger_are_read(bench: PagesBench):
    writer = SqliteLedgerWriter(bench.store)
    for number in range(1100):
        writer.begin(
            started_at=NOW - timedelta(seconds=number), purpose=Purpose.FETCH_PICTURE, method="GET",
            host="h", path="/", audience=Audience.NOBODY, as_whom="", sent_bytes=0, detail="",
        )  # fmt: skip
    assert bench.page("ledger").model.rowCount() == 1100
