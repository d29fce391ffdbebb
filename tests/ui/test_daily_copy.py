"""A copy of the profile is made by the window itself, without being asked for."""

from pathlib import Path

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from advocacy_desktop.ui.daily_copy import DailyCopy
from support.pages_bench import PagesBench


def test_soon_after_the_start_there_is_a_copy_of_today(qtbot: QtBot, tmp_path: Path) -> None:
    bench = PagesBench(tmp_path)
    owner = QObject()
    try:
        DailyCopy(bench.context, owner).start(1)
        qtbot.waitUntil(lambda: len(list(bench.profile.backups.iterdir())) == 1)
        bench.profile.backups.joinpath("of-today").write_text("")
        DailyCopy(bench.context, owner).ask()
        assert len(list(bench.profile.backups.iterdir())) == 2  # no second one on the same day
    finally:
        del owner
        bench.close()
