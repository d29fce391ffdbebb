"""The profile's file: who may read and write it, when, and how surely it is on the disk."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, get_ident

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from ..application.ports import Clock
from ..domain.errors import AppError, BugError, ErrorCode
from .backups import daily_copy
from .connections import Readers, reader, writer
from .opening import bring_up_to_date
from .storage_errors import from_database, from_system
from .unit_of_work import UnitOfWork

BUSY_MS = 5000
"""How long to wait for another program that writes to the file, milliseconds."""


class SqliteStore:
    """Implements ``Store`` on one SQLite file; made by :meth:`open`, used from any thread."""

    def __init__(self, path: Path, *, backups: Path, clock: Clock, busy_ms: int) -> None:
        self._path = path
        self._backups = backups
        self._clock = clock
        self._turn = Lock()
        self._writing: int | None = None
        self._durable: bool | None = None
        self._closed = False
        self._writer: Connection = writer(path, busy_ms=busy_ms).connect()
        self._readers = Readers(reader(path, busy_ms=busy_ms))

    @classmethod
    def open(
        cls, path: Path, *, backups: Path, clock: Clock, busy_ms: int = BUSY_MS
    ) -> "SqliteStore":
        """Open the file, make it if there is none, migrate it after a dated copy if it is old.

        Args:
            path: the database file.
            backups: folder of the copies.
            clock: dates the copies.
            busy_ms: how long to wait for another program's lock, milliseconds.

        Raises:
            KnownError: ``STORAGE_NEWER``, ``STORAGE_FOREIGN``, ``STORAGE_CORRUPT`` (the file is
                as it was), ``STORAGE_READ_ONLY``, ``STORAGE_FULL``, ``STORAGE_BUSY``.
        """
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            bring_up_to_date(path, backups=backups, now=clock.now(), busy_ms=busy_ms)
            store = cls(path, backups=backups, clock=clock, busy_ms=busy_ms)
            store._prepare()
        except (sqlite3.Error, SQLAlchemyError) as error:
            raise from_database(error, path) from error
        except OSError as error:
            raise from_system(error, path) from error
        return store

    def _prepare(self) -> None:
        """Set the log mode (kept in the file) and find out now whether writing is possible."""
        plain = self._plain()
        try:
            plain.execute("PRAGMA journal_mode = WAL")
            plain.execute("BEGIN IMMEDIATE")
            plain.execute("ROLLBACK")
        except sqlite3.Error:
            self.close()
            raise

    def _plain(self) -> sqlite3.Connection:
        connection = self._writer.connection.driver_connection
        if not isinstance(connection, sqlite3.Connection):
            raise BugError("storage_closed")
        return connection

    @contextmanager
    def read(self) -> Iterator[UnitOfWork]:
        """A consistent view of this moment; nothing can be written."""
        if self._closed:
            raise BugError("storage_closed")
        with self._told(reading=True):
            connection = self._readers.take()
            try:
                with connection.begin(), _unit(connection) as unit:
                    # A deferred transaction sees the moment of its first look, not of BEGIN.
                    connection.exec_driver_sql("SELECT 1 FROM sqlite_schema LIMIT 1")
                    yield unit
            finally:
                self._readers.give_back(connection)

    @contextmanager
    def write(self, *, durable: bool = False) -> Iterator[UnitOfWork]:
        """Commit on leaving without an error, else roll back; one writer at a time.

        Args:
            durable: the commit survives a power cut (``synchronous=FULL``); without it, it
                survives the end of the process, however it ends.
        """
        if self._writing == get_ident():
            raise BugError("write_within_write")  # it would wait for itself for ever
        with self._turn:
            if self._closed:
                raise BugError("storage_closed")
            self._writing = get_ident()
            try:
                with self._told():
                    self._set_durable(durable)
                    with self._writer.begin(), _unit(self._writer) as unit:
                        yield unit
                        unit.flush()
            finally:
                self._writing = None

    def _set_durable(self, durable: bool) -> None:
        if durable is not self._durable:  # cannot be changed inside a transaction
            self._plain().execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._durable = durable

    @contextmanager
    def _told(self, *, reading: bool = False) -> Iterator[None]:
        """Turn what SQLite and SQLAlchemy raise into errors of this program."""
        try:
            yield
        except (sqlite3.Error, SQLAlchemyError) as error:
            told: AppError = from_database(error, self._path)
            if reading and told.code == ErrorCode.STORAGE_READ_ONLY:
                told = BugError("write_within_read")
            raise told from error

    def backup_daily(self, keep: int = 7) -> Path:
        """Make today's copy unless it is there, and keep the newest ``keep`` of them.

        Takes as long as copying the file does: for a worker. Returns today's copy.
        """
        today = self._clock.now().date()
        return daily_copy(self._path, self._backups, today=today, keep=keep)

    def close(self) -> None:
        """Wait for the writer, then close; the log is merged into the file and removed."""
        with self._turn:
            if self._closed:
                return
            self._closed = True
            self._readers.close()
            self._writer.close()


@contextmanager
def _unit(connection: Connection) -> Iterator[UnitOfWork]:
    unit = UnitOfWork(connection)
    try:
        yield unit
    finally:
        unit.end()
