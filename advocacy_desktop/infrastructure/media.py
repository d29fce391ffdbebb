"""Pictures beside the database, each named by the hash of its bytes."""

import hashlib
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from ..domain.errors import BugError, ErrorCode, KnownError
from .storage_errors import from_system

_NAME = re.compile(r"[0-9a-f]{64}\Z")


class FileMediaStore:
    """Implements ``MediaStore``: ``folder/ab/cd/abcd…``; a file is whole or absent."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> str:
        """Store the bytes; return their hash (lower-case hex SHA-256).

        Raises:
            KnownError: ``STORAGE_FULL``, ``STORAGE_READ_ONLY`` or ``FILE_NOT_READABLE``.
        """
        media = hashlib.sha256(data).hexdigest()
        target = self.path(media)
        try:
            if not (target.is_file() and target.stat().st_size == len(data)):
                target.parent.mkdir(parents=True, exist_ok=True)
                _write_whole(target, data)
        except OSError as error:
            raise from_system(error, target) from error
        return media

    def path(self, media: str) -> Path:
        """Where the bytes lie; the file may be absent."""
        if not _NAME.match(media):
            raise BugError("not_a_media_hash")  # it might lead out of the folder
        return self._folder / media[:2] / media[2:4] / media

    def read(self, media: str) -> bytes:
        """The bytes, proven to be those that were put.

        Raises:
            KnownError: ``FILE_NOT_READABLE``, when they are absent or damaged.
        """
        path = self.path(media)
        try:
            data = path.read_bytes()
        except OSError as error:
            raise KnownError(
                ErrorCode.FILE_NOT_READABLE, path=str(path), reason=error.strerror or "unknown"
            ) from error
        if hashlib.sha256(data).hexdigest() != media:
            raise KnownError(ErrorCode.FILE_NOT_READABLE, path=str(path), reason="damaged")
        return data

    def has(self, media: str) -> bool:
        """Whether the file is there."""
        return self.path(media).is_file()


def _write_whole(target: Path, data: bytes) -> None:
    """Write under another name and rename: nobody ever sees half a file, not even after a crash."""
    number, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    if os.name == "posix":  # the new name itself must survive a power cut
        folder = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
