"""What the program writes about itself: a small log without secrets, and notes of a crash."""

import faulthandler
import logging
import re
import sys
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TextIO

MAX_BYTES = 1_000_000
KEPT = 3
"""Older logs kept beside the current one."""

MASK = "[…]"


@cache
def _secrets() -> "tuple[re.Pattern[str], ...]":
    """What looks like a secret; compiled with the first line, not before the window stands."""
    return tuple(
        re.compile(pattern, flags)
        for pattern, flags in (
            # JSON Web Tokens: three base64url parts, the first always an encoded ``{"``.
            (r"eyJ[\w-]{5,}(?:\.[\w-]+){1,4}", 0),
            # ``Authorization: Bearer …`` and its kin.
            (r"(?<=Bearer )\S+|(?<=DPoP )\S+|(?<=Basic )\S+", re.IGNORECASE),
            # Bluesky's app passwords (four groups) and WordPress' application passwords (six).
            (r"\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b", re.IGNORECASE),
            (r"\b[a-z0-9]{4}(?: [a-z0-9]{4}){5}\b", re.IGNORECASE),
            # name=value and "name": "value" of anything that is called a secret.
            (
                r"(?<![a-z])(?P<name>[\w-]*(?:password|passwd|secret|token|jwt|api_?key|code_verifier)"
                r"[\w-]*[\"']?\s*[=:]\s*)(?:\"[^\"]*\"|'[^']*'|[^\s,;&)}\]]+)",
                re.IGNORECASE,
            ),
            # https://name:password@host
            (r"(?<=://)[^/\s:@]+:[^/\s@]+(?=@)", 0),
        )
    )


def redact(text: str) -> str:
    """The text with everything masked that looks like a secret."""
    for pattern in _secrets():
        text = pattern.sub(lambda m: (m.groupdict().get("name") or "") + MASK, text)
    return text


class _RedactingFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        # After formatting, so that arguments and tracebacks are covered, too.
        return redact(super().format(record))


class _RotatingFile(logging.Handler):
    """Appends to a file, which is moved aside when it is full.

    Not the standard library's own: ``logging.handlers`` loads sockets and pickle at each start.
    """

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: TextIO | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line; a log that cannot be written (full disk) stops nothing."""
        try:
            if self._file is None:
                self._file = self._path.open("a", encoding="utf-8", errors="backslashreplace")
            self._file.write(self.format(record) + "\n")
            self._file.flush()
            if self._file.tell() > MAX_BYTES:
                self._rotate()
        except OSError:
            self.handleError(record)

    def _rotate(self) -> None:
        self.close_file()
        for age in range(KEPT, 0, -1):
            older = self._path.with_name(f"{self._path.name}.{age}")
            newer = self._path.with_name(f"{self._path.name}.{age - 1}") if age > 1 else self._path
            if newer.exists():
                newer.replace(older)

    def close_file(self) -> None:
        """Let go of the file until the next line."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def close(self) -> None:
        """Let go of the file and of the handler."""
        self.close_file()
        super().close()


def start_logging(
    folder: Path, *, level: int = logging.INFO, on_crash: Callable[[str], None] | None = None
) -> Callable[[], None]:
    """Log to ``folder``, note uncaught errors and native crashes there; returns what stops it.

    Args:
        folder: made if absent.
        level: least level that is written.
        on_crash: told the masked traceback of an uncaught error, on the thread that had it.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _RotatingFile(folder / "advocacy-desktop.log")
    handler.setFormatter(_RedactingFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    for chatty in ("httpx", "httpcore", "alembic", "sqlalchemy", "keyring"):
        # They log addresses and statements: the ledger is the place that tells of requests.
        logging.getLogger(chatty).setLevel(logging.WARNING)
    enabled_before = faulthandler.is_enabled()
    native = (folder / "native-crash.txt").open("a", encoding="utf-8")
    faulthandler.enable(native)
    before = sys.excepthook, threading.excepthook
    told = threading.Event()

    def uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        logging.getLogger("crash").critical("Uncaught error", exc_info=(kind, error, trace))
        if on_crash is None or told.is_set():
            return
        told.set()  # A crash inside the crash dialog must not open the next one.
        try:
            import traceback

            on_crash(redact("".join(traceback.format_exception(kind, error, trace))))
        finally:
            told.clear()

    def uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            uncaught(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = uncaught
    threading.excepthook = uncaught_in_thread

    def stop() -> None:
        sys.excepthook, threading.excepthook = before
        faulthandler.disable()
        if enabled_before:
            faulthandler.enable(sys.__stderr__)  # type: ignore[arg-type]
        native.close()
        root.removeHandler(handler)
        handler.close()

    return stop


def take_native_crash(folder: Path) -> str | None:
    """What the last run's native crash left behind, once; call before :func:`start_logging`."""
    path = folder / "native-crash.txt"
    try:
        text = path.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    path.unlink()
    return text or None
