"""Where a profile lies, and who may read it."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from advocacy_desktop.infrastructure.paths import Profile, resource_root
from support.real_parts import requires


def test_naming_a_profile_makes_nothing(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "mine")
    assert profile.database.parent == profile.media.parent == tmp_path / "mine"
    assert not (tmp_path / "mine").exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps rights in lists, not in a mode")
def test_a_prepared_profile_is_this_persons_alone(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    folder.mkdir(mode=0o755)
    profile = Profile.at(folder).prepare()
    for path in (profile.folder, profile.media, profile.backups, profile.logs):
        assert stat.S_IMODE(path.stat().st_mode) == 0o700
    profile.prepare()


@requires("linux")
def test_the_default_follows_the_xdg_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert Profile.default().folder == tmp_path / "advocacy-desktop"
    assert Profile.default("work").folder == tmp_path / "advocacy-desktop" / "profiles" / "work"
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for invalid in ("relative/path", ""):
        monkeypatch.setenv("XDG_DATA_HOME", invalid)
        expected = tmp_path / "home" / ".local" / "share" / "advocacy-desktop"
        assert Profile.default().folder == expected


@pytest.mark.parametrize("name", ["..", "a/b", "/etc", ".hidden", ""])
def test_a_name_cannot_lead_out_of_the_folder(name: str) -> None:
    if name:
        with pytest.raises(ValueError, match="not a name"):
            Profile.default(name)


def test_the_normal_profile_adds_nothing_to_the_keyrings_name() -> None:
    assert Profile.default().keyring_name() == ""


def test_another_profile_keeps_its_keyring_name_when_it_is_moved(tmp_path: Path) -> None:
    profile = Profile.at(tmp_path / "one")
    name = profile.keyring_name()
    assert name.startswith("one-")
    assert profile.keyring_name() == name
    (tmp_path / "one").rename(tmp_path / "two")
    assert Profile.at(tmp_path / "two").keyring_name() == name
    assert Profile.at(tmp_path / "three").keyring_name() != name


def test_resources_are_found() -> None:
    assert resource_root().is_dir()


def test_the_command_line_tells_where_things_are(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "advocacy_desktop.cli.main",
            "profile",
            "--profile-dir",
            str(tmp_path / "p"),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert str(Profile.at(tmp_path / "p").database) in done.stdout
    assert "not there yet" in done.stdout
    assert not (tmp_path / "p").exists()
