"""What SQLite and the file system say, as the errors of this program.

The primary codes are those of https://www.sqlite.org/rescode.html. Needs no storage library, so
that whatever reads files may use it.
"""

import errno
import sqlite3
from pathlib import Path

from ..domain.errors import AppError, BugError, ErrorCode, KnownError

_PRIMARY = {
    sqlite3.SQLITE_FULL: ErrorCode.STORAGE_FULL,
    sqlite3.SQLITE_CORRUPT: ErrorCode.STORAGE_CORRUPT,
    sqlite3.SQLITE_NOTADB: ErrorCode.STORAGE_CORRUPT,
    sqlite3.SQLITE_IOERR: ErrorCode.STORAGE_CORRUPT,
    sqlite3.SQLITE_BUSY: ErrorCode.STORAGE_BUSY,
    sqlite3.SQLITE_LOCKED: ErrorCode.STORAGE_BUSY,
    sqlite3.SQLITE_PROTOCOL: ErrorCode.STORAGE_BUSY,
    sqlite3.SQLITE_READONLY: ErrorCode.STORAGE_READ_ONLY,
    sqlite3.SQLITE_PERM: ErrorCode.STORAGE_READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: ErrorCode.STORAGE_READ_ONLY,
}

_EXTENDED = {
    # A quota that is used up arrives as a failed write, not as SQLITE_FULL; and the shared
    # memory of the log cannot grow when the disk is full.
    sqlite3.SQLITE_IOERR_WRITE: ErrorCode.STORAGE_FULL,
    sqlite3.SQLITE_IOERR_SHMSIZE: ErrorCode.STORAGE_FULL,
}

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_REFUSED = {errno.EROFS, errno.EACCES, errno.EPERM}


def from_database(error: BaseException, path: Path) -> AppError:
    """The error to raise for one of ``sqlite3`` or SQLAlchemy: the world's fault, or ours.

    Args:
        error: a ``sqlite3.Error``, or an SQLAlchemy error around one.
        path: the database file.
    """
    origin = getattr(error, "orig", None) or error
    if isinstance(origin, AppError):
        return origin  # one of ours, raised while values were made ready
    code = getattr(origin, "sqlite_errorcode", None)
    if code is None:
        return BugError("storage_misused", kind=type(origin).__name__)
    known = _EXTENDED.get(code) or _PRIMARY.get(code & 0xFF)
    if known is None:
        return BugError("storage_misused", kind=getattr(origin, "sqlite_errorname", str(code)))
    return KnownError(known, path=str(path))


def from_system(error: OSError, path: Path) -> KnownError:
    """The error to raise when the file system refused to write."""
    if error.errno in _FULL:
        return KnownError(ErrorCode.STORAGE_FULL, path=str(path))
    if error.errno in _REFUSED:
        return KnownError(ErrorCode.STORAGE_READ_ONLY, path=str(path))
    reason = errno.errorcode.get(error.errno or 0, "unknown")
    return KnownError(ErrorCode.FILE_NOT_READABLE, path=str(path), reason=reason)
