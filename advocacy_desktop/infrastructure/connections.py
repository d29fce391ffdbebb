"""Connections to the profile's file: one that writes, some that only read, plain ones to look."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, Engine, NullPool, create_engine, event

LOG_LIMIT = 16 * 1024 * 1024
"""Bytes that the write-ahead log keeps on disk between bursts of writing."""

_IDLE_READERS = 4


def connect(path: Path, *, mode: str, busy_ms: int) -> sqlite3.Connection:
    """A plain connection, without implicit transactions, usable from any one thread at a time.

    Args:
        path: the database file.
        mode: ``ro``, ``rw`` or ``rwc`` (create), as in https://www.sqlite.org/uri.html.
        busy_ms: how long to wait for a lock of another program, milliseconds.
    """
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=busy_ms / 1000,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )


def engine(connecting: Callable[[], sqlite3.Connection], *, begin: str) -> Engine:
    """SQLAlchemy over such connections; its transactions start with ``begin``.

    Errors never show values: the text of a draft must not get into a log by a traceback.
    """
    made = create_engine(
        "sqlite+pysqlite://", creator=connecting, poolclass=NullPool, hide_parameters=True
    )

    @event.listens_for(made, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


def writer(path: Path, *, busy_ms: int, foreign_keys: bool = True) -> Engine:
    """Transactions that hold the write lock from their beginning."""

    def connecting() -> sqlite3.Connection:
        connection = connect(path, mode="rwc", busy_ms=busy_ms)
        connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -16384")
        connection.execute(f"PRAGMA journal_size_limit = {LOG_LIMIT:d}")
        return connection

    return engine(connecting, begin="BEGIN IMMEDIATE")


def reader(path: Path, *, busy_ms: int) -> Engine:
    """Transactions that see one moment of the file and can change nothing."""

    def connecting() -> sqlite3.Connection:
        connection = connect(path, mode="rw", busy_ms=busy_ms)
        connection.execute("PRAGMA query_only = ON")
        return connection

    return engine(connecting, begin="BEGIN")


class Readers:
    """Lends reading connections and keeps a few open for the next time."""

    def __init__(self, made: Engine) -> None:
        self._engine = made
        self._idle: list[Connection] = []
        self._lock = Lock()
        self._closed = False

    def take(self) -> Connection:
        """A connection of one's own, until it is given back."""
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return self._engine.connect()

    def give_back(self, connection: Connection) -> None:
        """Lend it to the next, or close it."""
        with self._lock:
            if not self._closed and len(self._idle) < _IDLE_READERS:
                self._idle.append(connection)
                return
        connection.close()

    def close(self) -> None:
        """Close the idle ones now, the others as they are given back."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
        for connection in idle:
            connection.close()
