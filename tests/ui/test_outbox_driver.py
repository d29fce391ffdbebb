"""The outbox is driven on time, stands still when idle, and tells how it went."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from advocacy_desktop.application.changes import ChangeKind, changed
from advocacy_desktop.application.publishing import Approval
from advocacy_desktop.domain.delivery import Attempt, DeliveryState, Receipt
from advocacy_desktop.domain.draft import DraftBody
from advocacy_desktop.domain.errors import ErrorCode, KnownError, OutcomeUnknownError, UnsentError
from advocacy_desktop.ui.outbox_bar import OutboxBar
from advocacy_desktop.ui.outbox_driver import OutboxDriver
from advocacy_desktop.ui.tasks import TaskRunner
from support.writing_desk import WritingDesk, writing_desk


@pytest.fixture
def at(qtbot: QtBot, tmp_path: Path) -> Iterator[WritingDesk]:
    runner = TaskRunner()
    with writing_desk(tmp_path, hold_seconds=1, runner=runner) as made:
        yield made
        assert runner.shutdown()


@pytest.fixture
def driver(at: WritingDesk) -> Iterator[OutboxDriver]:
    made = OutboxDriver(at.context, at.window)
    made.start()
    yield made
    made.stop()


@pytest.fixture
def bar(at: WritingDesk, driver: OutboxDriver) -> OutboxBar:
    made = OutboxBar(at.context, driver)
    layout = at.window.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.addWidget(made)
    return made


def approve(at: WritingDesk, name: str = "heat") -> str:
    """Approve a draft, as the sheet does; the delivery's id."""
    accounts = at.desk.accounts.all()
    if not accounts:
        at.desk.practice_account("Claire Morel")
    draft = at.desk.drafts.start_from(at.desk.suggestion(name).id)
    at.desk.drafts.save(draft.id, DraftBody(text="Mine. I work at Norvalis."))
    publishing = at.context.services.publishing
    (line,) = publishing.sheet(draft.id).lines
    done = publishing.approve(draft.id, [Approval(line.account.id, line.digest)])
    at.context.hub.announce(done.changes)
    return done.deliveries[0].id


def state(at: WritingDesk, delivery_id: str) -> DeliveryState:
    return at.desk.library.delivery(delivery_id)[0].delivery.state


def test_it_leaves_when_the_hold_ends_and_not_before(
    at: WritingDesk, driver: OutboxDriver, qtbot: QtBot
) -> None:
    delivery_id = approve(at)
    due = at.desk.library.delivery(delivery_id)[0].delivery.not_before
    with qtbot.waitSignal(driver.ended, timeout=4000):
        pass
    (card, (attempt,)) = at.desk.library.delivery(delivery_id)
    assert card.delivery.state is DeliveryState.PUBLISHED
    late = (attempt.started_at - due).total_seconds()
    assert 0 <= late < 0.5, f"{late * 1000:.0f} ms after the end of the hold"


def test_nothing_ticks_when_there_is_nothing_to_do(
    at: WritingDesk, driver: OutboxDriver, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: driver.idle)
    with qtbot.waitSignal(driver.ended, timeout=4000):
        approve(at)
    qtbot.waitUntil(lambda: driver.idle)


def test_the_countdown_can_be_taken_back_from_the_bar(
    at: WritingDesk, driver: OutboxDriver, bar: OutboxBar, qtbot: QtBot
) -> None:
    delivery_id = approve(at)
    qtbot.waitUntil(lambda: bool(bar.rows()))
    (row,) = bar.rows()
    assert row.words.text() == "Will be published on Practice as Claire Morel (professional) in 1 s"
    row.back.click()
    qtbot.waitUntil(lambda: state(at, delivery_id) is DeliveryState.CANCELLED)
    qtbot.wait(1200)
    assert state(at, delivery_id) is DeliveryState.CANCELLED
    assert at.desk.library.practice_timeline() == []
    assert bar.rows() == []


def test_a_published_post_is_said_with_its_end(
    at: WritingDesk, driver: OutboxDriver, bar: OutboxBar, qtbot: QtBot
) -> None:
    approve(at)
    with qtbot.waitSignal(driver.ended, timeout=4000):
        pass
    assert [row.words.text() for row in bar.rows()] == [
        "Published on Practice as Claire Morel (professional)"
    ]
    bar.rows()[0].close_button.click()
    assert bar.isHidden()


def adapter_says(
    at: WritingDesk, monkeypatch: pytest.MonkeyPatch, error: KnownError, times: int = 1
) -> None:
    adapter = at.desk.adapters["practice"]
    real = adapter.publish
    left = [error] * times

    def publish(context: object, delivery: object) -> Receipt:
        if left:
            raise left.pop()
        return real(context, delivery)  # type: ignore[arg-type]

    monkeypatch.setattr(adapter, "publish", publish)


def test_a_refusal_is_said_in_words_and_can_be_tried_again(
    at: WritingDesk,
    driver: OutboxDriver,
    bar: OutboxBar,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    adapter_says(at, monkeypatch, KnownError(ErrorCode.SERVER_ERROR, network="bluesky", status=503))
    delivery_id = approve(at)
    with qtbot.waitSignal(driver.ended, timeout=4000):
        pass
    qtbot.waitUntil(lambda: bool(bar.rows()) and bar.rows()[0].again.isVisible())
    assert "503" in bar.rows()[0].words.text()
    bar.rows()[0].draft.click()
    assert at.gone_to[-1][0] == "drafts"
    bar.rows()[0].again.click()
    qtbot.waitUntil(lambda: state(at, delivery_id) is DeliveryState.PUBLISHED, timeout=4000)


def test_an_unknown_outcome_is_looked_for_by_itself(
    at: WritingDesk,
    driver: OutboxDriver,
    bar: OutboxBar,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = OutcomeUnknownError(ErrorCode.OUTCOME_UNKNOWN, network="practice")
    adapter_says(at, monkeypatch, error)
    delivery_id = approve(at)
    with qtbot.waitSignal(driver.ended, timeout=4000):
        pass
    qtbot.waitUntil(lambda: bool(bar.rows()) and bar.rows()[0].search.isVisible())
    # The post is not there: the network says so, and the person is told.
    qtbot.waitUntil(lambda: state(at, delivery_id) is DeliveryState.FAILED, timeout=4000)


def test_what_surely_was_not_sent_waits_and_says_so(
    at: WritingDesk,
    driver: OutboxDriver,
    bar: OutboxBar,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    adapter_says(at, monkeypatch, UnsentError(ErrorCode.OFFLINE, host="bsky.social"))
    delivery_id = approve(at)
    with qtbot.waitSignal(driver.ended, timeout=4000):
        pass
    qtbot.waitUntil(lambda: bool(bar.rows()) and "not be reached" in bar.rows()[0].words.text())
    assert state(at, delivery_id) is DeliveryState.QUEUED
    assert bar.rows()[0].back.isVisible(), "what waits can still be taken back"
    # Somebody is back online: the next look finds it due.
    at.desk.outbox.retry_sooner()
    at.context.hub.announce(changed(ChangeKind.DELIVERIES))
    qtbot.waitUntil(lambda: state(at, delivery_id) is DeliveryState.PUBLISHED, timeout=4000)


def test_a_start_finds_what_a_killed_run_left(at: WritingDesk, qtbot: QtBot) -> None:
    delivery_id = approve(at)
    with at.desk.store.write() as tx:
        delivery = tx.deliveries.get(delivery_id)
        assert delivery is not None
        sending = replace(delivery, state=DeliveryState.SENDING, attempts=1)
        assert tx.deliveries.transition(sending, expected=DeliveryState.HELD)
        tx.deliveries.add_attempt(Attempt(delivery_id, 1, datetime.now(UTC)))
    driver = OutboxDriver(at.context, at.window)
    driver.start()
    qtbot.waitUntil(lambda: state(at, delivery_id) is not DeliveryState.SENDING, timeout=3000)
    qtbot.waitUntil(lambda: state(at, delivery_id) is DeliveryState.FAILED, timeout=6000)
    driver.stop()


def test_catching_up_in_the_middle_of_a_run_keeps_nothing_back(
    at: WritingDesk, driver: OutboxDriver, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("advocacy_desktop.ui.outbox_driver.STUCK_WAIT_MS", 1)
    qtbot.waitUntil(lambda: driver.idle)
    delivery_id = approve(at)
    driver._recover_soon()  # as after an outcome that could not be written down
    qtbot.wait(200)
    assert state(at, delivery_id) is DeliveryState.HELD
    assert not any("closed" in said for said in at.toasts.said)
    qtbot.waitUntil(lambda: state(at, delivery_id) is DeliveryState.PUBLISHED)
