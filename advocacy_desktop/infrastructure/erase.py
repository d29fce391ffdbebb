"""Removing a profile's files, for good."""

import shutil
from typing import Protocol

from ..domain.errors import ErrorCode, KnownError
from .paths import Profile


class Closable(Protocol):
    """What must be closed before its file can go (Windows refuses to remove an open file)."""

    def close(self) -> None: ...


def erase_profile(profile: Profile, store: Closable) -> None:
    """Close the database and remove everything that the program wrote for this profile.

    The folder itself stays if somebody else's files lie in it, and so does the lock, which the
    running program holds until it ends.

    Raises:
        KnownError: ``STORAGE_READ_ONLY`` with the path that could not be removed.
    """
    store.close()
    own = [profile.database, profile.settings, profile.folder / "keyring-name"]
    own += [
        profile.database.with_name(profile.database.name + ending) for ending in ("-wal", "-shm")
    ]
    try:
        for folder in (profile.media, profile.backups, profile.logs):
            if folder.exists():
                shutil.rmtree(folder)
        for path in own:
            path.unlink(missing_ok=True)
        if profile.folder.exists() and not any(profile.folder.iterdir()):
            profile.folder.rmdir()
    except OSError as error:
        raise KnownError(ErrorCode.STORAGE_READ_ONLY, path=str(error.filename)) from error
