"""Files that a person asked for are there whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors import ErrorCode, KnownError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name beside ``path`` to write to; renamed to it on leaving without an error.

    So a half-written file never carries the name that was asked for, and an older file of that
    name stays whole until the new one is.

    Raises:
        KnownError: ``STORAGE_FULL`` or ``STORAGE_READ_ONLY`` with ``path``.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            yield unfinished
            os.replace(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        code = ErrorCode.STORAGE_FULL if error.errno in _FULL else ErrorCode.STORAGE_READ_ONLY
        raise KnownError(code, path=str(path)) from error
