"""One person's desk for an end-to-end test: the program, its profile on disk, their keyring."""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .desktop import Desktop, Gone, Program

LIST = "List of suggestions"
BOX = "Your text"
SHEET = "Exactly this will be sent"
_READ_KEYRING = """
import json, secretstorage
bus = secretstorage.dbus_init()
found = []
for collection in secretstorage.get_all_collections(bus):
    if not collection.is_locked():
        for item in collection.get_all_items():
            named = item.get_attributes()
            found.append([named.get("service", ""), named.get("username", ""),
                          item.get_secret().decode()])
print(json.dumps(found))
"""


def eventually(ask: Callable[[], Any], *, seconds: float = 10, what: str = "") -> Any:
    """Ask until the answer is true, and give it back."""
    until = time.monotonic() + seconds
    while not (answer := ask()):
        if time.monotonic() > until:
            raise AssertionError(f"not within {seconds} s: {what or ask}")
        time.sleep(0.03)
    return answer


class Desk:
    """The program on one profile, started as often as the story wants."""

    def __init__(self, desktop: Desktop, name: str = "profile") -> None:
        self.desktop = desktop
        self.profile = desktop.folder / name
        self.program: Program | None = None

    @property
    def database(self) -> Path:
        return self.profile / "advocacy.sqlite3"

    def start(self, *arguments: str) -> Program:
        """Start the program as from a menu."""
        program = Program(self.desktop, *arguments, profile=self.profile)
        self.program = program
        return program

    def first_start(self, *arguments: str) -> Program:
        """Start with the sample, read the charter, and stand before the list."""
        program = self.start("--with-sample", "--theme", "light", "--language", "en", *arguments)
        program.press("push button", name="Start", timeout=30)
        program.see("table", name=LIST)
        self.on_list()
        return program

    def again(self) -> Program:
        """Start without telling it anything."""
        program = self.start()
        program.see("radio button", like="^Suggestions", timeout=30)
        return program

    def stop(self) -> None:
        """End it in whatever state it is."""
        if self.program is not None and self.program.process.poll() is None:
            self.program.kill()

    def on_list(self) -> None:
        """Put the keyboard on the list of suggestions, by its key."""
        assert self.program is not None
        self.desktop.keys("ctrl+1")
        eventually(
            lambda: self.program and self.program.see("table", name=LIST)["focused"],
            what="the list has the keyboard",
        )

    def read_first(self, name: str) -> None:
        """Home, until the reader shows the suggestion of that name."""
        assert self.program is not None
        for last in (False, False, True):
            self.desktop.keys("Home")
            try:
                self.program.see("label", name=name, timeout=3)
                return
            except Gone:  # The list was not up to date yet when the key came.
                if last:
                    raise

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """What stands in the profile's file, read beside the program and without a lock."""
        with sqlite3.connect(f"{self.database.as_uri()}?mode=ro", uri=True, timeout=5) as file:
            found = file.execute(sql, values).fetchall()
        file.close()
        return found

    def texts(self) -> list[str]:
        """Every draft's text as it stands on the disk."""
        return [
            json.loads(body).get("text", "") for (body,) in self.rows("SELECT body FROM drafts")
        ]

    def states(self) -> list[str]:
        """Every delivery's state, oldest first."""
        return [s for (s,) in self.rows("SELECT state FROM deliveries ORDER BY approved_at, id")]

    def secrets(self) -> list[tuple[str, str, str]]:
        """Service, entry and secret of all that this desktop's real keyring holds."""
        answer = subprocess.run(
            [sys.executable, "-c", _READ_KEYRING],
            env=self.desktop.environ,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert answer.returncode == 0, answer.stderr
        return [tuple(item) for item in json.loads(answer.stdout)]

    def files_with(self, secret: str) -> list[str]:
        """Files of the profile and of the home that hold that text, in any common coding."""
        needles = {secret.encode(), secret.encode("utf-16-le")}
        return [
            str(path)
            for folder in (self.profile, self.desktop.folder / "home")
            for path in folder.rglob("*")
            if path.is_file()
            and path.suffix != ".keyring"  # gnome-keyring's own, where it belongs
            and any(needle in path.read_bytes() for needle in needles)
        ]

    def write_draft(self, text: str) -> None:
        """From the list: E, then type."""
        assert self.program is not None
        self.on_list()
        self.desktop.keys("e")
        self.program.see("text", name=BOX)
        eventually(
            lambda: self.program and self.program.see("text", name=BOX)["focused"],
            what="the box has the keyboard",
        )
        self.desktop.type_text(text)

    def publish(self) -> None:
        """From the box: Ctrl+Enter, the sheet, Enter."""
        assert self.program is not None
        self.desktop.keys("ctrl+Return")
        self.program.see("panel", name=SHEET)
        self.desktop.keys("Return")
        self.program.gone("panel", name=SHEET)

    def add_bluesky(self, handle: str, password: str, server: str) -> None:
        """Fill in the form of a new professional account and send it, all by keys."""
        assert self.program is not None
        self.desktop.keys("ctrl+6")
        self.program.press("push button", name="Add Bluesky…")
        self.program.see("text", name="Handle or e-mail address")
        for role, name, text in (
            ("text", "Handle or e-mail address", handle),
            ("password text", "App password", password),
            ("text", "Server address, if you know it", server),
        ):
            self.program.focus(role, name=name)
            self.desktop.keys("ctrl+a")
            self.desktop.type_text(text)
        self.desktop.keys("Return")

    def go_to(self, command: str) -> None:
        """Ctrl+K, a command's name, Enter."""
        assert self.program is not None
        self.desktop.keys("ctrl+k")
        self.desktop.type_text(command)
        self.program.see("list item", like=f"^{command}")
        self.desktop.keys("Return")

    def subscribe(self, address: str) -> None:
        """On the page of the sources: type an address, Enter."""
        assert self.program is not None
        self.go_to("Go to Sources")
        field = "Address of a feed, or a file"
        self.program.see("text", name=field)
        self.program.focus("text", name=field)
        self.desktop.keys("ctrl+a")
        self.desktop.type_text(address)
        self.desktop.keys("Return")
