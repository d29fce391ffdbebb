"""Bad days: whatever breaks, one clear sentence says it, and nothing that was written is lost."""

import contextlib
import hashlib
import itertools
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.day import BOX, Desk, eventually
from support.desktop import Desktop, Program, desktop_session
from support.door import Door
from support.feed_server import Answer, feed_server
from support.pds import PdsAccount, RealPds, free_port
from support.real_parts import PROBES, need, requires

pytestmark = requires("desktop", "the real program on a real display")

_names = itertools.count(1)


@pytest.fixture(scope="module")
def desktop() -> Iterator[Desktop]:
    """One desktop for all: each test has a profile of its own on it."""
    need("desktop")
    need("keyring")
    with desktop_session() as desktop:
        yield desktop


@pytest.fixture
def desk(desktop: Desktop) -> Iterator[Desk]:
    desk = Desk(desktop, f"profile-{next(_names)}")
    yield desk
    desk.stop()


@pytest.fixture(scope="module")
def lived_in(desktop: Desktop) -> Path:
    """A profile that was used and properly closed."""
    desk = Desk(desktop, "lived-in")
    try:
        program = desk.first_start()
        desk.write_draft("Kept from a better day.")
        eventually(lambda: "Kept from a better day." in desk.texts(), what="it is saved")
        assert program.close() == 0
    finally:
        desk.stop()
    return desk.profile


# --- killed --------------------------------------------------------------------------------------


def test_killed_while_typing(desk: Desk) -> None:
    """What stood in the box two seconds before a kill -9 is there after it; the lock is no wall."""
    program = desk.first_start()
    desk.write_draft("One. ")
    hand = subprocess.Popen(
        ["xdotool", "type", "--delay", "30", "and on and on " * 40], env=desk.desktop.environ
    )
    time.sleep(1)
    stood: str = program.see("text", name=BOX)["text"]
    assert stood.startswith("One. and on")
    time.sleep(2)  # What the issue grants: two seconds, and still typing.
    assert hand.poll() is None
    program.process.kill()
    program.process.wait()
    hand.kill()
    hand.wait()
    program.kill()
    (kept,) = desk.texts()
    assert kept.startswith(stood.rstrip())
    assert (desk.profile / "lock").exists(), "a stale lock is left"
    program = desk.again()
    desk.desktop.keys("ctrl+2")
    program.see("list item", like="^One. and on and on")
    desk.desktop.keys("Return")
    assert program.see("text", name=BOX)["text"] == kept


@requires("pds", "Bluesky's own server")
def test_killed_between_sending_and_the_receipt(desk: Desk, bluesky: "Bluesky") -> None:
    """The server has the post, the program never heard of it: after a restart there is one."""
    program = bluesky.signed_in(desk)
    desk.write_draft("Sent, and then the lights went out.")
    desk.publish()
    bluesky.door.victim = program.process
    eventually(lambda: program.process.poll() is not None, seconds=25, what="it is killed")
    bluesky.door.victim = None
    program.kill()
    assert bluesky.texts() == ["Sent, and then the lights went out."]
    assert desk.states() == ["sending"]
    program = desk.again()
    eventually(lambda: desk.states() == ["published"], seconds=20, what="it was looked for")
    desk.desktop.keys("ctrl+4")
    program.see("list item", like="^Sent, and then the lights went out")
    assert bluesky.texts() == ["Sent, and then the lights went out."]
    assert program.close() == 0


# --- twice ---------------------------------------------------------------------------------------


def test_a_second_start_raises_the_first_window_and_ends(desk: Desk) -> None:
    desk.first_start()
    (window,) = desk.desktop.windows("Suggestions – Advocacy Desktop")
    environ = desk.desktop.environ
    subprocess.run(["xdotool", "windowminimize", window], env=environ, check=True)
    eventually(lambda: not desk.desktop.windows("Advocacy Desktop"), what="it is minimised")
    second = subprocess.run(
        [sys.executable, "-m", "advocacy_desktop", "--profile-dir", str(desk.profile)],
        cwd=Path(__file__).parents[2],
        env=environ,
        capture_output=True,
        timeout=20,
    )
    assert second.returncode == 0, second.stderr
    eventually(
        lambda: desk.desktop.windows("Suggestions – Advocacy Desktop") == [window],
        what="the first window is back",
    )


# --- the file ------------------------------------------------------------------------------------


def told_and_untouched(desk: Desk, sentence: str) -> Program:
    """Start on a file that cannot be used: it is said, and the file is as it was."""
    before = hashlib.sha256(desk.database.read_bytes()).hexdigest()
    program = desk.start("--language", "en")
    program.see("label", name="Your data could not be opened", timeout=30)
    program.see("label", like=sentence)
    program.see("push button", name="Try again")
    desk.desktop.screenshot(f"bad-{desk.profile.name}")
    program.kill()
    assert hashlib.sha256(desk.database.read_bytes()).hexdigest() == before
    return program


def test_a_corrupt_file(desk: Desk, lived_in: Path) -> None:
    shutil.copytree(lived_in, desk.profile)
    with desk.database.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(100)
        file.write(os.urandom(size - 100))
    told_and_untouched(
        desk, r"^The file .*advocacy\.sqlite3 is damaged\. It was left as it is: .*backups folder"
    )


def test_a_file_that_is_no_database_at_all(desk: Desk, lived_in: Path) -> None:
    shutil.copytree(lived_in, desk.profile)
    desk.database.write_bytes(b"Dear diary, this is no database. " * 300)
    told_and_untouched(desk, r"^The file .*advocacy\.sqlite3 is damaged\. It was left as it is: ")


def test_a_file_of_a_newer_version(desk: Desk, lived_in: Path) -> None:
    shutil.copytree(lived_in, desk.profile)
    with contextlib.closing(sqlite3.connect(desk.database)) as file:
        file.execute("PRAGMA user_version = 4242")
        file.commit()
    told_and_untouched(desk, r"^The file .* was written by a newer version .*Install that version")


def _disk(folder: Path) -> str | None:
    if not sys.platform.startswith("linux"):
        return "exists on Linux only"
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stderr.strip() or None


def _can_mount() -> str | None:
    folder = Path("/tmp") / f"adv-probe-{os.getpid()}"
    folder.mkdir()
    try:
        if (wrong := _disk(folder)) is None:
            subprocess.run(["umount", "-l", str(folder)], check=True)
        return wrong
    finally:
        folder.rmdir()


PROBES["own_disk"] = _can_mount


@requires("own_disk", "to fill it while somebody types")
def test_a_full_disk_while_typing(desk: Desk) -> None:
    desk.profile.mkdir()
    assert _disk(desk.profile) is None
    try:
        program = desk.first_start()
        desk.write_draft("Before the disk was full.")
        eventually(lambda: "Before the disk was full." in desk.texts(), what="it is saved")
        stuffing = desk.profile / "stuffing"
        with contextlib.suppress(OSError), stuffing.open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        desk.desktop.type_text(" And a thought that found no room." + " More of it." * 30)
        program.see(
            "label", like="^Not saved: The disk is full, so this could not be saved", timeout=20
        )
        desk.desktop.screenshot("bad-full-disk")
        text = program.see("text", name=BOX)["text"]
        assert text.startswith("Before the disk was full. And a thought that found no room.")
        stuffing.unlink()
        eventually(lambda: text in desk.texts(), seconds=15, what="saved once there is room")
        program.gone("label", like="^Not saved: The disk is full, so this could not be saved")
        program.see("push button", like="^Saved")
    finally:
        desk.stop()
        subprocess.run(["umount", "-l", str(desk.profile)], check=True)


# --- feeds ---------------------------------------------------------------------------------------


def test_addresses_that_are_no_feed(desk: Desk) -> None:
    """A web page, nothing, a broken server, nobody there: a sentence, and the address stays."""
    program = desk.first_start()
    with feed_server() as server:
        server.answers["/page"] = Answer(
            b"<!DOCTYPE html><html><body><h1>Welcome", headers={"Content-Type": "text/html"}
        )
        server.answers["/broken"] = Answer(b"oh", 500)
        nobody = f"http://127.0.0.1:{free_port()}/feed"
        for address, sentence in (
            (server.url("/page"), f"^There is something at {server.url('/page')}, but it is no f"),
            (server.url("/none"), f"^There is nothing at {server.url('/none')}. Check the addr"),
            (server.url("/broken"), r"^The server of .* has a fault of its own \(status 500\)"),
            (nobody, r"^127\.0\.0\.1.* could not be reached, and nothing was sent"),
            ("news at norvalis", "^“news at norvalis” is neither a web address nor a file"),
        ):
            desk.subscribe(address)
            program.see("label", like=sentence)
            assert program.see("text", name="Address of a feed, or a file")["text"] == address
    assert desk.rows("SELECT count(*) FROM sources WHERE kind = 'feed'") == [(0,)]
    desk.desktop.screenshot("bad-feed")


# --- publishing ----------------------------------------------------------------------------------


class Bluesky:
    """The real server behind a door, and one account on it."""

    def __init__(self, pds: RealPds, door: Door) -> None:
        self.pds, self.door = pds, door
        self.person: PdsAccount = pds.create_account("amina")

    def signed_in(self, desk: Desk) -> Program:
        """The program with this account, and no other, to publish with."""
        program = desk.first_start()
        desk.desktop.keys("ctrl+6")
        program.press("push button", like="^Remove: ")
        program.press("push button", name="Remove the account")
        program.gone("push button", like="^Remove: ")
        desk.add_bluesky(self.person.handle, self.person.app_password, self.door.url)
        program.see("panel", name=f"Bluesky, {self.person.handle}", timeout=20)
        return program

    def texts(self) -> list[str]:
        """What anybody can read there, oldest first."""
        return [post["value"]["text"] for post in reversed(self.pds.posts(self.person.did))]


@pytest.fixture
def bluesky(pds: RealPds) -> Iterator[Bluesky]:
    door = Door(pds.url)
    yield Bluesky(pds, door)
    door.shut()


@requires("pds", "Bluesky's own server")
def test_without_a_network_it_waits_and_then_comes_through(desk: Desk, bluesky: Bluesky) -> None:
    program = bluesky.signed_in(desk)
    desk.write_draft("Written on the train, in the tunnel.")
    bluesky.door.shut()
    desk.publish()
    program.see(
        "label", like=r"^Waits for Bluesky as .* could not be reached, .* tried again", timeout=25
    )
    desk.desktop.screenshot("bad-offline")
    assert desk.states() == ["queued"]
    assert bluesky.texts() == []
    bluesky.door.open()
    program.press("push button", like="^Try now: Bluesky as ")
    program.see("label", like="^Published on Bluesky", timeout=20)
    assert bluesky.texts() == ["Written on the train, in the tunnel."]


@requires("pds", "Bluesky's own server")
def test_a_server_with_a_fault_and_a_post_that_is_refused(desk: Desk, bluesky: Bluesky) -> None:
    """Both are said in words, the text is kept, and the server's own reason is told."""
    program = bluesky.signed_in(desk)
    bluesky.door.answers = [
        (500, "InternalServerError", "Internal Server Error"),
        (400, "InvalidRequest", "Record was not welcome here"),
    ]
    desk.write_draft("First, the one that meets a broken server.")
    desk.publish()
    desk.write_draft("Second, the one that is refused.")
    desk.publish()
    program.see("label", like=r"^Waits for Bluesky .*fault of its own \(status 500\)", timeout=25)
    program.see("label", like=r"^Not published on Bluesky .*refused this \(status 400\)")
    program.see("label", like="It says: “Record was not welcome here”")
    desk.desktop.screenshot("bad-refused")
    assert sorted(desk.states()) == ["failed", "queued"]
    assert bluesky.texts() == []
    desk.desktop.keys("ctrl+2")
    program.see("list item", like="^Second, the one that is refused")
    program.press("push button", like="^Try again: Bluesky as ")
    program.see("label", like="^Published on Bluesky", timeout=20)
    assert bluesky.texts() == ["Second, the one that is refused."]


# --- the keyring ---------------------------------------------------------------------------------


@requires("pds", "Bluesky's own server")
def test_without_an_open_keyring_this_run_only_is_offered(bluesky: Bluesky) -> None:
    with desktop_session(keyring_password=None) as locked:
        desk = Desk(locked)
        try:
            program = desk.first_start()
            desk.add_bluesky(bluesky.person.handle, bluesky.person.app_password, bluesky.door.url)
            program.see("label", like="(?i)keyring.*(locked|no keyring|not let)", timeout=20)
            locked.screenshot("bad-keyring")
            who = program.see("text", name="Handle or e-mail address")["text"]
            assert who == bluesky.person.handle
            assert desk.rows("SELECT count(*) FROM accounts WHERE network = 'bluesky'") == [(0,)]
            program.press("push button", name="Keep the sign-in for this run only")
            program.see("panel", name=f"Bluesky, {bluesky.person.handle}", timeout=20)
            program.see("label", like="in memory only, until you close the program")
            assert desk.files_with(bluesky.person.app_password) == []
            assert program.close() == 0
            program = desk.again()
            locked.keys("ctrl+6")
            program.see("panel", name=f"Bluesky, {bluesky.person.handle}")
            program.see("label", name="No longer signed in: reconnect it")
        finally:
            desk.stop()
