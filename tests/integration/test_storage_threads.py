"""Many threads, one file: each write alone, each read of one moment."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from advocacy_desktop.domain.delivery import DeliveryState
from advocacy_desktop.domain.errors import BugError
from support.storage_examples import a_delivery, a_draft, opened

QUEUED = frozenset({DeliveryState.QUEUED})


@pytest.mark.parametrize("stores", [1, 2])
def test_of_several_that_claim_a_delivery_exactly_one_gets_it(tmp_path: Path, stores: int) -> None:
    """Also when two programs have the file open."""
    number, claimants = 60, 4
    with opened(tmp_path, busy_ms=5000) as first, opened(tmp_path, busy_ms=5000) as second:
        with first.write() as it:
            it.drafts.add(a_draft())
            for each in range(number):
                it.deliveries.add(a_delivery(f"d{each}"))
        begin = threading.Barrier(claimants)

        def claim(who: int) -> list[str]:
            store = (first, second)[who % stores]
            begin.wait()
            mine = []
            for each in range(number):
                with store.read() as it:
                    delivery = it.deliveries.get(f"d{each}")
                assert delivery is not None
                with store.write() as it:
                    sending = replace(delivery, state=DeliveryState.SENDING)
                    if it.deliveries.transition(sending, expected=DeliveryState.QUEUED):
                        mine.append(each)
            return mine

        with ThreadPoolExecutor(claimants) as pool:
            claims = [each for mine in pool.map(claim, range(claimants)) for each in mine]
        assert sorted(claims) == list(range(number))


def test_a_read_sees_one_moment(tmp_path: Path) -> None:
    with opened(tmp_path) as store, store.read() as before:
        with store.write() as it:
            it.settings.set("a", "changed")
        assert before.settings.get("a") is None
        with store.read() as after:
            assert after.settings.get("a") == "changed"
        assert before.settings.get("a") is None


def test_writers_take_turns(tmp_path: Path) -> None:
    """Also those of two programs: what was read in a transaction stays true until its end."""
    with opened(tmp_path, busy_ms=5000) as first, opened(tmp_path, busy_ms=5000) as second:
        with first.write() as it:
            it.settings.set("count", "0")

        def count(who: int) -> None:
            for _again in range(25):
                with (first, second)[who % 2].write() as it:
                    it.settings.set("count", str(int(it.settings.get("count") or "") + 1))

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(count, range(4)))
        with first.read() as it:
            assert it.settings.get("count") == "100"


def test_reading_can_change_nothing(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(BugError, match="write_within_read"), store.read() as it:
            it.settings.set("a", "b")
        with store.read() as it:
            assert it.settings.get("a") is None


def test_a_write_within_a_write_is_refused_instead_of_waiting_for_itself(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(BugError, match="write_within_write"), store.write() as it:
            it.settings.set("a", "b")
            with store.write():
                pass
        with store.write() as it:
            assert it.settings.get("a") is None


def test_a_transaction_cannot_be_used_after_its_end(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with store.write() as written:
            pass
        with store.read() as read:
            pass
        late: list[Callable[[], object]] = [
            lambda: written.settings.set("a", "b"),
            lambda: read.settings.get("a"),
        ]
        for use in late:
            with pytest.raises(BugError, match="transaction_ended"):
                use()


def test_closing_waits_for_the_writer_and_then_nothing_opens(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        inside, may_go = threading.Event(), threading.Event()

        def write() -> None:
            with store.write() as it:
                inside.set()
                may_go.wait(5)
                it.settings.set("a", "written")

        writer = threading.Thread(target=write)
        writer.start()
        inside.wait(5)
        closer = threading.Thread(target=store.close)
        closer.start()
        closer.join(0.05)
        assert closer.is_alive()
        may_go.set()
        writer.join(5)
        closer.join(5)
        assert not closer.is_alive()
        with pytest.raises(BugError, match="storage_closed"), store.write():
            pass
        with pytest.raises(BugError, match="storage_closed"), store.read():
            pass
    with opened(tmp_path) as store, store.read() as it:
        assert it.settings.get("a") == "written"


def test_an_error_while_reading_leaves_the_connections_good(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        for _ in range(10):
            with pytest.raises(ZeroDivisionError), store.read() as it:
                it.sources.all()
                raise ZeroDivisionError
        with store.write() as it:
            it.settings.set("a", "new")
        with store.read() as it:  # not the moment of a read that went wrong
            assert it.settings.get("a") == "new"
