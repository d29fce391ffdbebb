"""One program a profile: the second start raises the first; a killed one leaves no lock."""

import signal
import subprocess
import sys
import time
from pathlib import Path

from pytestqt.qtbot import QtBot

from advocacy_desktop.ui.single_instance import SingleInstance
from support.real_parts import ROOT

HOLD = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from advocacy_desktop.ui.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
print(one.acquire(), flush=True)
time.sleep(60)
"""
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from advocacy_desktop.ui.single_instance import SingleInstance
app = QCoreApplication([])
two = SingleInstance(Path(sys.argv[1]))
print(two.acquire(), two.raise_first(), flush=True)
"""


def test_the_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    lock = tmp_path / "profile" / "lock"
    first = SingleInstance(lock)
    assert first.seems_free()
    assert first.acquire()
    assert not first.seems_free()
    raised: list[int] = []
    first.listen(lambda: raised.append(1))
    with subprocess.Popen(
        [sys.executable, "-c", SECOND, str(lock)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as second:
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
        assert second.stdout is not None
        assert second.stdout.read().split() == ["False", "True"]
    assert raised == [1]
    first.release()
    after = SingleInstance(lock)
    assert after.acquire()
    after.release()


def test_two_profiles_do_not_know_each_other(qtbot: QtBot, tmp_path: Path) -> None:
    one, other = SingleInstance(tmp_path / "a" / "lock"), SingleInstance(tmp_path / "b" / "lock")
    assert one.acquire()
    assert other.acquire()
    one.release()
    other.release()


def test_a_killed_program_leaves_no_lock(qtbot: QtBot, tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    mine = SingleInstance(lock)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == "True"
        assert not mine.acquire()
        holder.send_signal(signal.SIGKILL)
    time.sleep(0.05)
    assert mine.acquire()
    mine.release()
