"""Full disks, locks, power cuts and sudden ends: a clear error each, and nothing lost."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from advocacy_desktop.domain.delivery import DeliveryState
from advocacy_desktop.domain.draft import DraftBody
from advocacy_desktop.domain.errors import BugError, ErrorCode, KnownError
from advocacy_desktop.domain.ledger import Audience, Purpose
from advocacy_desktop.infrastructure.connections import LOG_LIMIT
from advocacy_desktop.infrastructure.ledger_writer import SqliteLedgerWriter
from advocacy_desktop.infrastructure.media import FileMediaStore
from advocacy_desktop.infrastructure.store import SqliteStore
from support.real_parts import PROBES, ROOT, need
from support.storage_examples import NOON, a_delivery, a_draft, a_source, a_suggestion, opened

BIG = "x" * 100_000


def synchronous(store: SqliteStore) -> int:
    """2 is FULL, 1 is NORMAL: https://www.sqlite.org/pragma.html#pragma_synchronous."""
    number: int = store._plain().execute("PRAGMA synchronous").fetchone()[0]
    return number


def test_an_error_in_the_middle_takes_everything_back(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with pytest.raises(ZeroDivisionError), store.write() as it:
            it.sources.add(a_source())
            it.suggestions.add(a_suggestion("one", "Findable"))
            it.drafts.add(a_draft())
            raise ZeroDivisionError
        with store.read() as it:
            assert it.sources.all() == []
            assert it.suggestions.get("one") is None
            assert it.drafts.get("draft") is None
        with store.write() as it:  # and the store is as good as before
            it.drafts.add(a_draft())


def test_a_broken_reference_is_our_mistake_and_shows_no_text(tmp_path: Path) -> None:
    secret = replace(a_draft(), suggestion_id="nowhere", body=DraftBody(text="PRIVATE WORDS"))
    with opened(tmp_path) as store:
        with pytest.raises(BugError) as caught, store.write() as it:
            it.drafts.add(secret)
        chain = f"{caught.value} {caught.value.__cause__}"
        assert "FOREIGNKEY" in chain
        assert "PRIVATE" not in chain


def test_durable_commits_are_on_the_disk_before_they_return(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        with store.write() as it:
            assert synchronous(store) == 1
        with store.write(durable=True) as it:
            it.settings.set("a", "b")
            assert synchronous(store) == 2
        with store.write():
            assert synchronous(store) == 1


def test_a_ledger_line_is_durable_before_the_first_byte_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    with opened(tmp_path) as store:
        write = store.write
        monkeypatch.setattr(
            store, "write", lambda *, durable=False: asked.append(durable) or write(durable=durable)
        )
        writer = SqliteLedgerWriter(store)
        number = writer.begin(
            started_at=NOON,
            purpose=Purpose.SIGN_IN,
            method="POST",
            host="example.org",
            path="/",
            audience=Audience.PERSONAL,
            as_whom="",
            sent_bytes=0,
            detail="",
        )
        writer.finish(number, finished_at=NOON, status=200, received_bytes=1, error=None)
    assert asked == [True, False]


def _mount(folder: Path) -> str | None:
    """Mount two megabytes of memory as a disk; what went wrong, or ``None``."""
    if not sys.platform.startswith("linux"):
        return "exists on Linux only"
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stderr.strip() or None


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "-l", str(folder)], check=True)


def _can_mount() -> str | None:
    with TemporaryDirectory() as folder:
        wrong = _mount(Path(folder))
        if wrong is None:
            _unmount(Path(folder))
        return wrong


PROBES["small_disk"] = _can_mount


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of two megabytes."""
    need("small_disk", "to fill it")
    folder = tmp_path / "disk"
    folder.mkdir()
    assert _mount(folder) is None
    try:
        yield folder
    finally:
        _unmount(folder)


def fill(folder: Path) -> Path:
    """Take all that is left of the disk."""
    ballast = folder / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for size in (65536, 4096):
            try:
                while True:
                    file.write(b"x" * size)
            except OSError:
                continue
    return ballast


def test_a_full_disk_is_said_and_nothing_is_lost(small_disk: Path) -> None:
    with opened(small_disk) as store:
        with store.write() as it:
            it.drafts.add(a_draft())
        ballast = fill(small_disk)
        with pytest.raises(KnownError) as caught:
            for number in range(100):
                with store.write() as it:
                    it.drafts.save(replace(a_draft(), body=DraftBody(text=BIG)))
                    it.drafts.add(a_draft(f"draft-{number}"))
        assert caught.value.code == ErrorCode.STORAGE_FULL
        assert caught.value.data == {"path": str(small_disk / "profile.sqlite")}
        with store.read() as it:
            before = it.drafts.get("draft")
        assert before is not None and before.body.text in ("My words", BIG)
        ballast.unlink()
        with store.write(durable=True) as it:  # room again: no new start is needed
            it.drafts.save(replace(a_draft(), body=DraftBody(text="Saved after all")))
    with opened(small_disk) as store, store.read() as it:
        kept = it.drafts.get("draft")
        assert kept is not None and kept.body.text == "Saved after all"


def test_a_first_start_on_a_full_disk(small_disk: Path) -> None:
    ballast = fill(small_disk)
    with pytest.raises(KnownError) as caught, opened(small_disk):
        pass
    assert caught.value.code == ErrorCode.STORAGE_FULL
    ballast.unlink()
    with opened(small_disk) as store, store.read() as it:
        assert it.drafts.get("draft") is None


def test_a_copy_that_does_not_fit_leaves_nothing(small_disk: Path) -> None:
    with opened(small_disk) as store:
        with store.write() as it:
            it.drafts.add(replace(a_draft(), body=DraftBody(text=BIG * 3)))
        fill(small_disk)
        with pytest.raises(KnownError) as caught:
            store.backup_daily()
        assert caught.value.code == ErrorCode.STORAGE_FULL
        assert not any((small_disk / "backups").glob("*"))


def test_a_picture_that_does_not_fit_leaves_nothing(small_disk: Path) -> None:
    media = FileMediaStore(small_disk / "media")
    kept = media.put(b"small")
    fill(small_disk)
    with pytest.raises(KnownError) as caught:
        media.put(b"y" * 300_000)
    assert caught.value.code == ErrorCode.STORAGE_FULL
    assert [path.name for path in small_disk.rglob("*") if path.is_file()].count(kept) == 1
    assert not any(small_disk.rglob("*.part"))
    assert media.read(kept) == b"small"


def test_a_file_that_may_grow_no_more(tmp_path: Path) -> None:
    """The same for whoever is not root: SQLite's own limit gives the same answer."""
    with opened(tmp_path) as store:
        with store.write() as it:
            it.drafts.add(a_draft())
        store._plain().execute("PRAGMA max_page_count = 1")  # as many as there are now
        with pytest.raises(KnownError) as caught, store.write() as it:
            it.drafts.save(replace(a_draft(), body=DraftBody(text=BIG)))
        assert caught.value.code == ErrorCode.STORAGE_FULL
        with store.read() as it:
            assert it.drafts.get("draft") == a_draft()
        store._plain().execute("PRAGMA max_page_count = 4294967294")
        with store.write() as it:
            it.drafts.save(replace(a_draft(), body=DraftBody(text=BIG)))


def test_another_program_that_writes_is_waited_for_and_then_named(tmp_path: Path) -> None:
    with opened(tmp_path, busy_ms=100) as store:
        other = sqlite3.connect(tmp_path / "profile.sqlite", isolation_level=None)
        with closing(other):
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(KnownError) as caught, store.write() as it:
                it.settings.set("a", "b")
            assert caught.value.code == ErrorCode.STORAGE_BUSY
            with store.read() as it:  # reading goes on
                assert it.settings.get("a") is None
        with store.write() as it:
            it.settings.set("a", "b")


def test_a_disk_that_cannot_be_written(small_disk: Path) -> None:
    with opened(small_disk) as store, store.write() as it:
        it.drafts.add(a_draft())
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(KnownError) as caught, opened(small_disk):
        pass
    assert caught.value.code == ErrorCode.STORAGE_READ_ONLY


def test_the_log_shrinks_again_after_much_was_written(tmp_path: Path) -> None:
    log = tmp_path / "profile.sqlite-wal"
    with opened(tmp_path) as store:
        with store.write() as it:
            for number in range(300):
                it.drafts.add(replace(a_draft(f"d{number}"), body=DraftBody(text=BIG)))
        assert log.stat().st_size > LOG_LIMIT
        for number in range(3):
            with store.write() as it:
                it.settings.set("number", str(number))
        assert 0 < log.stat().st_size <= LOG_LIMIT


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from support.storage_examples import *
with opened(Path(sys.argv[1])) as store:
    with store.write() as it:
        it.sources.add(a_source())
        it.drafts.add(a_draft())
        it.deliveries.add(a_delivery("first"))
    for number in range(10**9):
        with store.write(durable=number % 3 == 0) as it:
            it.suggestions.add(a_suggestion(f"s{number}", f"word{number}"))
            it.drafts.save(replace(a_draft(), body=DraftBody(text=f"{number}")))
            it.deliveries.add(a_delivery(f"d{number}"))
        print(number, flush=True)
"""


@pytest.mark.parametrize("after", [1, 60, 300])
def test_kill_9_in_the_midst_of_writing_loses_nothing_that_was_committed(
    tmp_path: Path, after: int
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"},
    )
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            if int(line) >= after:
                break
        time.sleep(0.003 * (after % 7))  # now in a statement, now between two
        os.kill(process.pid, signal.SIGKILL)
        told = [int(line), *(int(rest) for rest in process.stdout if rest.endswith("\n"))]
    process.wait()

    with opened(tmp_path) as store, store.read() as it:
        last = told[-1]
        draft = it.drafts.get("draft")
        assert draft is not None
        committed = int(draft.body.text)
        assert committed in (last, last + 1)  # committed, but not told any more
        queued = it.deliveries.in_states(frozenset({DeliveryState.QUEUED}))
        assert {each.id for each in queued} == {"first"} | {f"d{n}" for n in range(committed + 1)}
        assert a_delivery("first") in queued
    with closing(sqlite3.connect(tmp_path / "profile.sqlite")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
