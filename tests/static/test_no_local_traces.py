"""No committed file names this computer's folders or the package registries that it uses."""

import configparser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from support.real_parts import ORIGINAL_ENVIRON, ROOT, requires


def public_hosts() -> set[str]:
    """The registry that pip uses when nothing is set up, as pip itself knows it."""
    known = answer(
        sys.executable,
        "-c",
        "from pip._internal.models.index import PyPI as i; print(i.netloc, i.file_storage_domain)",
    ).split()
    return set(known)


def answer(*command: str) -> str:
    """What a program says in the person's own environment; empty if it is not there."""
    program = shutil.which(command[0], path=ORIGINAL_ENVIRON.get("PATH"))
    if program is None:
        return ""
    return subprocess.run(
        [program, *command[1:]], env=dict(ORIGINAL_ENVIRON), capture_output=True, text=True
    ).stdout


def forbidden_words() -> set[str]:
    """Hosts and folders of registries as this computer is set up, and the folder around us."""
    configured = "\n".join(
        [
            answer("pip", "config", "list"),
            answer("pip3", "config", "list"),
            answer("npm", "config", "get", "registry"),
            *(
                value
                for name, value in ORIGINAL_ENVIRON.items()
                if re.search(r"index|registry|find_links|goproxy", name, re.IGNORECASE)
            ),
        ]
    )
    hosts = set(re.findall(r"https?://(?:[^/@\s'\"]*@)?([^/:\s'\"]+)", configured))
    # Public registries can be named by a lockfile in good faith; ours must not name even them.
    words = hosts | public_hosts()
    words |= set(re.findall(r"file://(/[^\s'\"]+)", configured))
    for folder in (ROOT, Path(ORIGINAL_ENVIRON.get("HOME", "/nonexistent"))):
        if len(folder.parts) > 1:
            words.add(str(folder) + os.sep)
    return {word for word in words if word not in ("localhost", "127.0.0.1")}


def committed_files() -> list[Path]:
    listed = answer("git", "-C", str(ROOT), "ls-files", "-z").split("\0")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


@requires("git")
def test_no_committed_file_names_a_registry_or_a_folder_of_this_computer() -> None:
    files = committed_files()
    assert files, "this is not a checkout of git"
    words = {word.encode() for word in forbidden_words()}
    found = [
        f"{file.relative_to(ROOT)}: {word.decode()}"
        for file in files
        for word in words
        if word in file.read_bytes()
    ]
    assert not found, "\n".join(found)


def test_no_credentials_of_a_registry_are_in_the_projects_own_settings() -> None:
    npmrc = ROOT / "tests" / "support" / "pds" / ".npmrc"
    parser = configparser.ConfigParser()
    parser.read_string("[npm]\n" + npmrc.read_text("utf-8"))
    assert dict(parser["npm"]) == {"omit-lockfile-registry-resolved": "true"}


def test_the_lockfile_names_integrity_and_no_address() -> None:
    lock = (ROOT / "tests" / "support" / "pds" / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert lock.count('"integrity": "sha512-') > 300


def test_every_pinned_package_has_hashes_and_no_address() -> None:
    text = (ROOT / "constraints.txt").read_text("utf-8")
    body = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert "://" not in body
    assert "--index-url" not in body and "--find-links" not in body
    entries = re.split(r"\n(?=\S)", body.strip())
    assert len(entries) > 30
    for entry in entries:
        assert re.match(r"[a-z0-9-]+==\S+", entry), entry
        assert "--hash=sha256:" in entry, entry
