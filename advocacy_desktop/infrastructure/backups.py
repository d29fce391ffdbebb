"""Copies of the database, whole and consistent, while the program goes on writing."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from .connections import connect
from .storage_errors import from_database, from_system

_BUSY_MS = 5000


def copy_database(source: Path, target: Path) -> None:
    """Copy by SQLite's backup interface; the copy appears under its name when it is complete.

    Raises:
        KnownError: ``STORAGE_*``; nothing of the copy is left then.
    """
    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with (
            closing(connect(source, mode="ro", busy_ms=_BUSY_MS)) as original,
            closing(connect(unfinished, mode="rwc", busy_ms=_BUSY_MS)) as copy,
        ):
            # All pages in one step: one moment of the file, and writers need not wait.
            original.backup(copy, pages=-1)
            # One file without a log beside it: it can be carried away.
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(target)
    except sqlite3.Error as error:
        unfinished.unlink(missing_ok=True)
        raise from_database(error, target) from error
    except OSError as error:
        raise from_system(error, target) from error


def daily_copy(source: Path, folder: Path, *, today: date, keep: int) -> Path:
    """Make today's copy unless it is there; drop the oldest beyond ``keep`` days."""
    target = folder / f"{source.stem}-daily-{today.isoformat()}{source.suffix}"
    if not target.exists():
        copy_database(source, target)
    dated = sorted(folder.glob(f"{source.stem}-daily-????-??-??{source.suffix}"))
    for old in dated[: max(0, len(dated) - keep)]:
        try:
            old.unlink()
        except OSError as error:
            raise from_system(error, old) from error
    return target
