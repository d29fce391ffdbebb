"""``dev.py`` speaks in sentences: what is missing, and the one command to type."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from support.real_parts import ROOT, requires
from tools import environment, resources, system_packages
from tools.problem import Problem
from tools.system_packages import LIBRARIES, ensure_qt_libraries, install_command


def test_a_very_old_python_can_read_it_to_be_told_so() -> None:
    ast.parse((ROOT / "dev.py").read_text("utf-8"), feature_version=(3, 4))


def test_an_unknown_command_gets_the_list_of_commands() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "fly"], capture_output=True, text=True, cwd=ROOT.parent
    )
    assert done.returncode == 2
    assert "no command 'fly'" in done.stderr
    for command in ("run", "test", "check", "bench", "build-resources"):
        assert f"  {command} " in done.stderr


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install -y --no-install-recommends libegl1 libgl1"),
        ("dnf", "sudo dnf install -y libglvnd-egl libglvnd-glx"),
        ("pacman", "sudo pacman -S --needed --noconfirm libglvnd"),
        ("zypper", "sudo zypper install -y libEGL1 libGL1"),
    ],
)
def test_the_command_to_type_is_that_of_the_distribution(
    program: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        system_packages.shutil, "which", lambda name: name if name == program else None
    )
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    assert install_command(list(LIBRARIES[:2])) == command


@requires("linux")
def test_without_rights_to_install_one_command_is_told_and_nothing_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system_packages, "_loads", lambda name: "xcb-cursor" not in name)
    monkeypatch.setattr(system_packages, "is_root", lambda: False)
    monkeypatch.setattr(system_packages, "apt_install", pytest.fail)
    with pytest.raises(Problem, match="Type this"):
        ensure_qt_libraries()


@requires("linux")
def test_on_debian_as_root_exactly_what_is_missing_is_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    installed: list[str] = []
    monkeypatch.setattr(
        system_packages, "_loads", lambda name: "xcb-cursor" not in name or bool(installed)
    )
    monkeypatch.setattr(system_packages, "is_root", lambda: True)
    monkeypatch.setattr(system_packages, "is_debian", lambda: True)
    monkeypatch.setattr(system_packages, "apt_install", lambda *names: installed.extend(names))
    ensure_qt_libraries()
    assert installed == ["libxcb-cursor0"]


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        ("... [Errno -3] Temporary failure in name resolution ...", "could not be reached"),
        ("ERROR: Could not find a version ... (from versions: none)", "could not be reached"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "not the one that constraints"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("first\nerror: something else\n", "something else"),
    ],
)
def test_a_failed_installation_is_explained(log: str, sentence: str) -> None:
    assert sentence in environment._reason(log)


def test_a_changed_translation_is_compiled_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "i18n").mkdir()
    (tmp_path / "i18n" / "app_fr.ts").write_text(
        '<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="fr"><context><name>A</name>'
        "<message><source>Yes</source><translation>Oui</translation></message></context></TS>",
        "utf-8",
    )
    monkeypatch.setattr(resources, "SOURCE", tmp_path)
    assert resources.compile_translations() == 1
    assert (tmp_path / "i18n" / "app_fr.qm").stat().st_size > 0
    assert resources.compile_translations() == 0


def test_a_wheel_gets_what_the_program_reads_and_no_sources_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("icons/a.svg", "sample/draw.py", "i18n/x.txt"):
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_text("x", "utf-8")
    monkeypatch.setattr(resources, "SOURCE", tmp_path / "in")
    monkeypatch.setattr(resources, "TARGET", tmp_path / "out")
    resources.gather()
    found = {
        path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*.*")
    }
    assert found == {"icons/a.svg", "i18n/x.txt"}
