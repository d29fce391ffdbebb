"""One program a profile: a second start raises the first window and ends."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

WAIT_MS = 2000


def _channel(lock: Path) -> str:
    """Name of the local socket: the same for the same profile, short, telling nothing."""
    import hashlib

    return "advocacy-desktop-" + hashlib.sha256(str(lock).encode()).hexdigest()[:24]


class SingleInstance(QObject):
    """Holds the profile's lock file while the program runs.

    After a ``kill -9`` the lock is stale: QLockFile sees that its process is gone and takes it.
    """

    def __init__(self, lock: Path) -> None:
        super().__init__()
        self._path = lock
        self._lock = QLockFile(str(lock))
        # Staleness is judged by the process, never by age: a program may run for weeks.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def seems_free(self) -> bool:
        """Whether no program has this profile, at a quick look: no lock file lies there."""
        return not self._path.exists()

    def acquire(self) -> bool:
        """Whether this is the first program of the profile."""
        with suppress(OSError):  # see below
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._lock.tryLock(0):
            return True
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            # The folder cannot be written: opening the profile will say so readably.
            return True
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def raise_first(self) -> bool:
        """Ask the first program to show its window; whether it answered."""
        # Not needed by the first program until its window stands: QtNetwork costs a start.
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(_channel(self._path))
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(b"raise\n")
        socket.flush()
        answered = socket.waitForReadyRead(WAIT_MS)
        socket.disconnectFromServer()
        return answered

    def listen(self, on_raise: Callable[[], object]) -> None:
        """Answer later programs; called once the first window is painted."""
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # A socket left by a killed program would refuse us; the lock proves that it is dead.
        QLocalServer.removeServer(_channel(self._path))

        def answer() -> None:
            while self._server is not None and self._server.hasPendingConnections():
                connection = self._server.nextPendingConnection()
                connection.write(b"here\n")
                connection.flush()
                connection.disconnected.connect(connection.deleteLater)
                on_raise()

        self._server.newConnection.connect(answer)
        self._server.listen(_channel(self._path))

    def release(self) -> None:
        """Let the next program in."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()
