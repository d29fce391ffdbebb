"""The employee's own data: keeping it safe, taking all of it along, and erasing all of it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..domain.account import Account
from ..domain.delivery import DeliveryState
from ..domain.errors import ErrorCode, KnownError
from .accounts import Accounts
from .ports import Cancelled, Clock, MediaStore, Progress, Store
from .whole_file import whole_file


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote."""

    path: Path
    files: int
    size: int
    """Bytes of the ZIP."""


@dataclass(frozen=True, slots=True)
class NotWiped:
    """An account whose keyring entries could not be wiped, and why."""

    account: Account
    code: str


@dataclass(frozen=True, slots=True)
class Erased:
    """What erasing left behind: nothing, when ``not_wiped`` is empty."""

    accounts: int
    not_wiped: tuple[NotWiped, ...] = ()


def _no_progress(done: int, total: int) -> None:
    return None


class OwnData:
    """Copy, export and erase; all concern this computer only, never what stands on a network."""

    def __init__(
        self,
        *,
        store: Store,
        media: MediaStore,
        accounts: Accounts,
        clock: Clock,
        copy_today: Callable[[], object],
        erase_files: Callable[[], None],
    ) -> None:
        """What the files need: ``copy_today`` copies the database, unless today's copy is there;
        ``erase_files`` removes the profile's folder: the database, its copies, the pictures.
        """
        self._store = store
        self._media = media
        self._accounts = accounts
        self._clock = clock
        self._copy_today = copy_today
        self._erase_files = erase_files

    def keep_copy(self) -> None:
        """Make today's copy of the profile's file, unless it is there; for a worker.

        Raises:
            KnownError: ``STORAGE_FULL`` or ``STORAGE_READ_ONLY`` with ``path``.
        """
        self._copy_today()

    def export(
        self,
        path: Path,
        progress: Progress = _no_progress,
        cancelled: Cancelled = lambda: False,
    ) -> Exported | None:
        """Write everything but secrets into a ZIP; ``None`` when the person stopped it.

        Raises:
            KnownError: ``STORAGE_FULL`` or ``STORAGE_READ_ONLY`` with ``path``; ``STORAGE_*``.
        """
        from .own_data_archive import Archive, StoppedError  # at its first use: rarely, or never

        try:
            with whole_file(path) as unfinished, self._store.read() as tx:
                files = Archive(tx, self._media, self._clock.now()).write(
                    unfinished, progress, cancelled
                )
        except StoppedError:
            return None
        return Exported(path, files, path.stat().st_size)

    def erase(self) -> Erased:
        """Sign out everywhere, wipe the keyring entries, then remove the profile's files.

        A keyring that cannot be reached does not keep the files alive: what could not be wiped is
        told, so that the person can remove it by hand. Posts on networks stay where they are.

        Raises:
            KnownError: ``TOO_LATE`` while a post is being sent: then nothing is erased.
        """
        with self._store.read() as tx:
            if tx.deliveries.in_states(frozenset({DeliveryState.SENDING})):
                raise KnownError(ErrorCode.TOO_LATE)
        accounts = self._accounts.all()
        not_wiped: list[NotWiped] = []
        for account in accounts:
            try:
                self._accounts.remove(account.id)
            except KnownError as error:
                not_wiped.append(NotWiped(account, error.code))
        self._erase_files()
        return Erased(len(accounts), tuple(not_wiped))
