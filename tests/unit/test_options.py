"""The command line of the window and of the console."""

import subprocess
import sys
from pathlib import Path

import pytest

from advocacy_desktop import __version__
from advocacy_desktop.options import Options, parse_options
from support.real_parts import ROOT


def test_a_start_from_a_menu_takes_everything_as_it_was() -> None:
    assert parse_options([]) == Options()


def test_all_that_can_be_said() -> None:
    said = ["--profile-dir", "p", "--with-sample", "--language", "fr", "--theme", "dark"]
    assert parse_options(said) == Options(Path("p"), True, "fr", "dark")


@pytest.mark.parametrize("wrong", [["--language", "tlh"], ["--theme", "pink"], ["feed.xml"]])
def test_what_is_not_understood_is_said(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        parse_options(wrong)
    assert left.value.code == 2
    assert wrong[-1] in capsys.readouterr().err


@pytest.mark.parametrize("module", ["advocacy_desktop", "advocacy_desktop.cli.main"])
def test_the_version_is_told_without_a_window(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--version"], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 0
    assert done.stdout.split()[-1] == __version__
