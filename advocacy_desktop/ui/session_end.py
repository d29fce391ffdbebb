"""Closing in good order when the session ends or somebody sends SIGTERM."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


def close_on_terminate(close: Callable[[], object], owner: QObject) -> None:
    """Call ``close`` on the GUI thread when the process is asked to end; nothing on Windows.

    Python's own handlers run only between Python lines, and Qt's loop may wait for minutes
    without one: so the signal writes into a pipe that the loop listens to.
    """
    if os.name != "posix":
        return
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    os.set_blocking(writer, False)
    signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    signal.signal(signal.SIGTERM, lambda _number, _frame: None)
    notifier = QSocketNotifier(reader, QSocketNotifier.Type.Read, owner)

    def woken() -> None:
        if signal.SIGTERM in os.read(reader, 64):
            close()

    notifier.activated.connect(woken)
