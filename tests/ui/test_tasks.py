"""Work off the GUI thread: order, delivery, errors, and an orderly end."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.ui.tasks import CancelToken, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shutdown()


def test_results_arrive_on_the_gui_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    seen: list[tuple[int, bool, bool]] = []
    gui = QApplication.instance()
    assert gui is not None

    def work() -> bool:
        return threading.current_thread() is threading.main_thread()

    runner.storage(
        work, lambda on_main: seen.append((1, on_main, QThread.currentThread() is gui.thread()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(1, False, True)]


def test_storage_keeps_the_order_of_calling(qtbot: QtBot, runner: TaskRunner) -> None:
    order: list[int] = []
    for number in range(50):
        runner.storage(lambda number=number: order.append(number))
    runner.shutdown()
    assert order == list(range(50)), "what waited at the end is still written"


def test_one_account_one_after_another_two_accounts_at_once(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    running: list[str] = []
    together: list[tuple[str, ...]] = []
    lock = threading.Lock()
    both = threading.Event()

    def work(key: str) -> None:
        with lock:
            running.append(key)
            together.append(tuple(running))
            if {"a", "b"} <= set(running):
                both.set()
        both.wait(5)
        time.sleep(0.005)
        with lock:
            running.remove(key)

    done: list[None] = []
    for _ in range(5):
        for key in ("a", "b"):
            runner.network(key, lambda key=key: work(key), done.append)
    qtbot.waitUntil(lambda: len(done) == 10)
    assert both.is_set()
    assert all(moment.count("a") <= 1 and moment.count("b") <= 1 for moment in together)


def test_a_callback_whose_owner_is_gone_is_dropped(qtbot: QtBot, runner: TaskRunner) -> None:
    owner, called, go = QObject(), [], threading.Event()
    runner.storage(lambda: go.wait(5), called.append, owner=owner)
    after: list[object] = []
    import shiboken6

    shiboken6.delete(owner)
    go.set()
    runner.storage(lambda: None, after.append)
    qtbot.waitUntil(lambda: bool(after))
    assert called == []


def test_known_errors_go_to_the_caller_or_to_the_toast(qtbot: QtBot, runner: TaskRunner) -> None:
    def fail() -> None:
        raise KnownError(ErrorCode.OFFLINE, host="feeds.example")

    told: list[str] = []
    runner.errors.on_known = lambda error: told.append(f"toast {error.code}")
    runner.storage(fail, on_error=lambda error: told.append(f"caller {error.code}"))
    runner.storage(fail)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["caller offline", "toast offline"]


def test_a_bug_opens_the_crash_dialog_and_the_worker_goes_on(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    bugs: list[BaseException] = []
    results: list[int] = []
    runner.errors.on_bug = bugs.append
    runner.storage(lambda: 1 // 0)
    runner.storage(lambda: 7, results.append)
    qtbot.waitUntil(lambda: bool(results))
    assert isinstance(bugs[0], ZeroDivisionError)
    assert results == [7]


def test_the_end_waits_for_what_is_under_way_and_claims_nothing_more(
    qtbot: QtBot, runner: TaskRunner
) -> None:
    started, finished = threading.Event(), []

    def work() -> None:
        started.set()
        time.sleep(0.1)
        finished.append("first")

    runner.network("a", work)
    runner.network("a", lambda: finished.append("second"))
    assert started.wait(5)
    assert runner.shutdown(5)
    assert finished == ["first"]


def test_the_end_is_bounded(qtbot: QtBot) -> None:
    runner, hang, started = TaskRunner(), threading.Event(), threading.Event()

    def work() -> None:
        started.set()
        hang.wait(10)

    runner.network("a", work)
    assert started.wait(5)
    began = time.monotonic()
    assert not runner.shutdown(0.2)
    assert time.monotonic() - began < 2
    hang.set()


def test_long_work_can_be_stopped() -> None:
    token = CancelToken()
    assert not token.cancelled
    token.cancel()
    assert token.cancelled
    assert token()


def test_progress_is_told_on_the_gui_thread(qtbot: QtBot, runner: TaskRunner) -> None:
    told: list[tuple[int, int]] = []
    report = runner.progress(lambda done, total: told.append((done, total)))
    runner.storage(lambda: [report(number, 3) for number in range(4)])
    qtbot.waitUntil(lambda: len(told) == 4)
    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]
