"""The log tells what happened and never a secret; crashes leave a note."""

import logging
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from advocacy_desktop.infrastructure import logs
from advocacy_desktop.infrastructure.logs import (
    redact,
    start_logging,
    take_native_crash,
)

JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkaWQ6cGxjOnh5eiJ9.Zm9vYmFyLXNpZ25hdHVyZQ"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        (f"answer {JWT} end", JWT),
        ("Authorization: Bearer abc.def-123", "abc.def-123"),
        ("authorization: dpop abcdef", "abcdef"),
        ("tried abcd-ef23-gh45-ij67 for claire", "abcd-ef23-gh45-ij67"),
        ("tried 'AbCd 1234 eFgH 5678 iJkL 9012'", "AbCd 1234 eFgH 5678 iJkL 9012"),
        ('{"refreshJwt": "opaque-value", "did": "did:plc:x"}', "opaque-value"),
        ("{'password': 'correct horse battery'}", "correct horse battery"),
        ("GET /x?access_token=tok123&n=1", "tok123"),
        ("client_secret=s3cr3t;", "s3cr3t"),
        ("proxy http://claire:hunter2@proxy.example:8080", "hunter2"),
    ],
)
def test_what_looks_like_a_secret_is_masked(text: str, secret: str) -> None:
    assert secret not in redact(text)


@pytest.mark.parametrize(
    "text",
    [
        "Feed https://example.com/feed.xml answered 304",
        "Delivery 2f1c9b1e-5a54-4a5b-9a64-0d7a1d0c9a11 published",
        "at://did:plc:abc/app.bsky.feed.post/3lorkey222222",
        "12 suggestions, 3 new",
    ],
)
def test_what_helps_to_find_a_fault_stays(text: str) -> None:
    assert redact(text) == text


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    stop = start_logging(tmp_path / "logs")
    yield tmp_path / "logs"
    stop()


def written(folder: Path) -> str:
    return (folder / "advocacy-desktop.log").read_text("utf-8")


def test_arguments_and_tracebacks_are_masked_too(folder: Path) -> None:
    log = logging.getLogger("test")
    try:
        raise RuntimeError(f"refused {JWT}")
    except RuntimeError:
        log.exception("with %s", {"password": "hunter2"})
    text = written(folder)
    assert "RuntimeError" in text
    assert JWT not in text
    assert "hunter2" not in text


def test_a_full_log_is_moved_aside_and_few_are_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "MAX_BYTES", 1000)
    for number in range(200):
        logging.getLogger("test").info("line %d %s", number, "x" * 100)
    names = sorted(path.name for path in folder.glob("*.log*"))
    assert names[-logs.KEPT :] == [f"advocacy-desktop.log.{n}" for n in (1, 2, 3)]
    assert len(names) <= 1 + logs.KEPT
    assert "line 199" in "".join(path.read_text("utf-8") for path in folder.glob("*.log*"))


def test_an_uncaught_error_is_noted_told_once_and_masked(tmp_path: Path) -> None:
    told: list[str] = []

    def dialog_that_crashes(text: str) -> None:
        told.append(text)
        error = RuntimeError("in the dialog")
        sys.excepthook(RuntimeError, error, None)

    stop = start_logging(tmp_path, on_crash=dialog_that_crashes)
    try:
        error = ValueError(f"bad {JWT}")
        sys.excepthook(ValueError, error, None)
    finally:
        stop()
    assert len(told) == 1
    assert "ValueError" in told[0]
    assert JWT not in told[0]
    assert "in the dialog" in written(tmp_path)


def test_an_error_on_a_thread_is_noted(tmp_path: Path) -> None:
    told: list[str] = []
    stop = start_logging(tmp_path, on_crash=told.append)

    def fail() -> None:
        raise LookupError("on a thread")

    try:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    finally:
        stop()
    assert "on a thread" in written(tmp_path)
    assert len(told) == 1


def in_a_process(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True)


def test_a_native_crash_is_found_at_the_next_start_once(tmp_path: Path) -> None:
    done = in_a_process(
        "import sys, pathlib, ctypes\n"
        "from advocacy_desktop.infrastructure.logs import start_logging\n"
        "start_logging(pathlib.Path(sys.argv[1]))\n"
        "ctypes.string_at(0)\n",
        str(tmp_path),
    )
    assert done.returncode != 0
    note = take_native_crash(tmp_path)
    assert note is not None
    assert "string_at" in note or "Segmentation" in note or "access violation" in note
    assert take_native_crash(tmp_path) is None


def test_a_clean_end_leaves_no_note(tmp_path: Path) -> None:
    stop: Callable[[], None] = start_logging(tmp_path)
    stop()
    assert take_native_crash(tmp_path) is None
