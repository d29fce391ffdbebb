"""Whether a file may be opened, before any byte of it is changed; and bringing it up to date."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from ..domain.errors import ErrorCode, KnownError
from .backups import copy_database
from .connections import connect, writer
from .schema_version import APPLICATION_ID, SCHEMA_VERSION

_MAGIC = b"SQLite format 3\0"
"""How each file begins: https://www.sqlite.org/fileformat.html, section 1.2."""

_ALEMBIC_TABLE = "alembic_version"


def found_version(path: Path, *, busy_ms: int) -> int:
    """The schema version of the file; 0 for one that is absent or has nothing in it yet.

    Raises:
        KnownError: ``STORAGE_FOREIGN``, ``STORAGE_NEWER`` or ``STORAGE_CORRUPT``.
        sqlite3.Error: it cannot be read.
    """
    if not path.exists() or path.stat().st_size == 0:
        return 0
    with path.open("rb") as file:
        # SQLite takes a file of a few bytes for an empty one, and would write over it.
        if file.read(len(_MAGIC)) != _MAGIC:
            raise KnownError(ErrorCode.STORAGE_CORRUPT, path=str(path))
    # A clean end removes the log. Where one lies, the program ended in the middle of something,
    # or the disk did: then, and only then, the seconds for looking through the file are due.
    log = path.with_name(path.name + "-wal")
    ended_badly = log.exists() and log.stat().st_size > 0
    with closing(connect(path, mode="ro", busy_ms=busy_ms)) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if application != APPLICATION_ID:
            if application or version or _has_tables(connection):
                raise KnownError(ErrorCode.STORAGE_FOREIGN, path=str(path))
            return 0
        if version > SCHEMA_VERSION:
            raise KnownError(
                ErrorCode.STORAGE_NEWER, path=str(path), found=version, known=SCHEMA_VERSION
            )
        if ended_badly and connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise KnownError(ErrorCode.STORAGE_CORRUPT, path=str(path))
    return int(version)


def _has_tables(connection: sqlite3.Connection) -> bool:
    # Alembic's own table may be all there is, after an end in the midst of the first start.
    query = "SELECT count(*) FROM sqlite_schema WHERE tbl_name <> ?"
    (number,) = connection.execute(query, (_ALEMBIC_TABLE,)).fetchone()
    return bool(number)


def bring_up_to_date(path: Path, *, backups: Path, now: datetime, busy_ms: int) -> None:
    """Give the file this program's schema, after a dated copy of what was there.

    Alembic is loaded only when there is something to do.

    Raises:
        KnownError: see :func:`found_version`; the file is as it was.
        sqlite3.Error, sqlalchemy.exc.SQLAlchemyError: it cannot be read or written.
    """
    found = found_version(path, busy_ms=busy_ms)
    if found == SCHEMA_VERSION:
        return
    if found:
        stamp = now.strftime("%Y-%m-%d-%H%M%S")
        copy_database(path, backups / f"{path.stem}-schema-{found}-{stamp}{path.suffix}")
    from .migrations import upgrade

    made = writer(path, busy_ms=busy_ms, foreign_keys=False)
    with made.connect() as connection:
        upgrade(connection)
    made.dispose()
