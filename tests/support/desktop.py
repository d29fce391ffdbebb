"""A private desktop: session bus, real keyring, Xvfb, window manager, accessibility bus.

The program runs in it as a process of its own, and is seen and driven as a person would: through
its accessibility tree and by keys.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from .real_parts import ORIGINAL_ENVIRON, ROOT

ARTEFACTS = ROOT / "artefacts"
"""Screenshots and trees; git-ignored, kept by CI."""

SYSTEM_PYTHON = "/usr/bin/python3"
_A11Y = ["--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus"]


class Gone(AssertionError):
    """What a person was to see, or press, is not there."""


class Desktop:
    """One session; everything in it ends with it."""

    def __init__(self, folder: Path, *, size: str = "1280x800") -> None:
        self.folder = folder
        self._size = size
        self._processes: list[subprocess.Popen[Any]] = []
        self.environ = {
            name: value
            for name, value in ORIGINAL_ENVIRON.items()
            if not name.lower().endswith("_proxy")
            and name not in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
        }
        for name, sub in {
            "HOME": "home",
            "XDG_DATA_HOME": "home/.local/share",
            "XDG_CONFIG_HOME": "home/.config",
            "XDG_CACHE_HOME": "home/.cache",
            "XDG_STATE_HOME": "home/.local/state",
            "XDG_RUNTIME_DIR": "run",
        }.items():
            path = folder / sub
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.environ[name] = str(path)
        self.environ.update(
            QT_QPA_PLATFORM="xcb",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            QT_ACCESSIBILITY="1",
            LC_ALL="C.UTF-8",
        )
        self.environ.pop("PYTHON_KEYRING_BACKEND", None)
        self.environ.pop("LANGUAGE", None)

    def start(self, *, keyring_password: str | None = "open sesame") -> None:
        """Bring everything up; ``None`` leaves the keyring locked."""
        bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=self.environ,
            text=True,
        )
        self._processes.append(bus)
        assert bus.stdout is not None
        self.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        if keyring_password is not None:
            keyring = self._spawn(
                ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
                stdin=subprocess.PIPE,
            )
            assert keyring.stdin is not None
            keyring.stdin.write(keyring_password.encode())
            keyring.stdin.close()
        self._start_display()
        self._spawn(["openbox", "--sm-disable"])
        self._spawn(["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"])
        self._turn_accessibility_on()

    def _start_display(self) -> None:
        reader, writer = os.pipe()
        self._processes.append(
            subprocess.Popen(
                ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{self._size}x24",
                 "-nolisten", "tcp", "-noreset"],
                pass_fds=(writer,),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env=self.environ,
            )
        )  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as file:
            self.environ["DISPLAY"] = ":" + file.readline().strip()

    def _turn_accessibility_on(self) -> None:
        until = time.monotonic() + 10
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            command = [
                "dbus-send", *_A11Y, "org.freedesktop.DBus.Properties.Set",
                "string:org.a11y.Status", f"string:{name}", "variant:boolean:true",
            ]  # fmt: skip
            while subprocess.run(command, env=self.environ, capture_output=True).returncode != 0:
                if time.monotonic() > until:
                    raise RuntimeError("the accessibility bus does not answer")
                time.sleep(0.1)

    def _spawn(self, command: Sequence[str], **options: Any) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            command,
            env=self.environ,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **options,
        )
        self._processes.append(process)
        return process

    def keys(self, *names: str) -> None:
        """Press keys one after another, as ``xdotool`` names them."""
        self._xdotool("key", "--clearmodifiers", "--delay", "40", *names)

    def type_text(self, text: str) -> None:
        """Type a text with the keyboard."""
        self._xdotool("type", "--clearmodifiers", "--delay", "25", text)

    def click(self, x: int, y: int) -> None:
        """Press the left button there."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def windows(self, title: str) -> list[str]:
        """Visible windows whose title holds that text."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", title],
            env=self.environ,
            capture_output=True,
            text=True,
        )
        return found.stdout.split()

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self.environ, check=True, timeout=60)

    def screenshot(self, name: str) -> Path:
        """Keep a picture of the whole screen under ``artefacts``."""
        ARTEFACTS.mkdir(exist_ok=True)
        path = ARTEFACTS / f"{name}.png"
        subprocess.run(
            ["import", "-window", "root", str(path)], env=self.environ, check=True, timeout=60
        )
        return path

    def stop(self) -> None:
        """End everything, last started first."""
        for process in reversed(self._processes):
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
        for process in reversed(self._processes):
            try:
                process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout is not None:
                process.stdout.close()


class Program:
    """The program as a process, with eyes and hands on its accessibility tree."""

    def __init__(self, desktop: Desktop, *arguments: str, profile: Path) -> None:
        self.desktop = desktop
        self.profile = profile
        self._log = (desktop.folder / "program.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "advocacy_desktop", "--profile-dir", str(profile), *arguments],
            cwd=ROOT,
            env=desktop.environ,
            stdout=self._log,
            stderr=self._log,
        )
        self._agent = subprocess.Popen(
            [SYSTEM_PYTHON, str(Path(__file__).with_name("atspi_agent.py")), "Advocacy"],
            env={**desktop.environ, "PYTHONPATH": ""},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def _ask(self, **request: Any) -> dict[str, Any]:
        assert self._agent.stdin is not None and self._agent.stdout is not None
        self._agent.stdin.write(json.dumps(request) + "\n")
        self._agent.stdin.flush()
        line = self._agent.stdout.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"error": "the agent ended"}
        if "error" in answer:
            self.desktop.screenshot("failure")
            if request.get("do") != "tree":
                (ARTEFACTS / "failure-tree.txt").write_text(self.tree(), encoding="utf-8")
            raise Gone(f"{request}: {answer['error']} (program: {self.process.poll()})")
        return answer

    def see(self, role: str | None = None, **what: Any) -> dict[str, Any]:
        """Wait until it can be seen; tell what it looks like.

        ``name`` is exact, ``like`` a regular expression on the name, ``holds`` a part of its text.
        """
        return self._ask(do="look", role=role, **what)

    def press(self, role: str | None = None, **what: Any) -> None:
        """Press a button, link or menu entry."""
        self._ask(do="press", role=role, **what)

    def focus(self, role: str | None = None, **what: Any) -> None:
        """Put the keyboard there."""
        self._ask(do="focus", role=role, **what)

    def write(self, text: str, role: str | None = None, **what: Any) -> None:
        """Put a text into a field, as dictation does."""
        self._ask(do="type", role=role, text=text, **what)

    def gone(self, role: str | None = None, **what: Any) -> None:
        """Wait until it can no longer be seen."""
        self._ask(do="gone", role=role, **what)

    def tree(self) -> str:
        """Everything that shows, as a screen reader finds it."""
        found: str = self._ask(do="tree")["tree"]
        return found

    def settled(self, seconds: float = 10) -> None:
        """Wait until nothing changes any more but figures (the time that has passed)."""
        until = time.monotonic() + seconds
        before = ""
        while time.monotonic() < until:
            now = re.sub(r"\d", "", self.tree())
            if now == before:
                return
            before = now
            time.sleep(0.1)
        raise Gone("it does not come to rest")

    def nameless(self) -> list[list[str]]:
        """Role, and the names of what it stands in, of all that takes the focus without a name."""
        found: list[list[str]] = self._ask(do="nameless")["nameless"]
        return found

    def output(self) -> str:
        """What the program wrote to its standard streams."""
        return (self.desktop.folder / "program.log").read_text("utf-8", errors="replace")

    def close(self, timeout: float = 15) -> int:
        """Close the window as a person does, by Alt+F4, and wait for the end."""
        self.desktop.keys("alt+F4")
        try:
            return self.process.wait(timeout)
        finally:
            self._end()

    def kill(self) -> None:
        """Kill it without warning (SIGKILL)."""
        self.process.kill()
        self.process.wait()
        self._end()

    def _end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._agent.stdin is not None:
            self._agent.stdin.close()
        self._agent.terminate()
        self._agent.wait()
        if self._agent.stdout is not None:
            self._agent.stdout.close()
        self._log.close()


@contextmanager
def desktop_session(
    *, size: str = "1280x800", keyring_password: str | None = "open sesame"
) -> Iterator[Desktop]:
    """A desktop for the time of a ``with`` block."""
    folder = Path(tempfile.mkdtemp(prefix="adv-desk-"))
    desktop = Desktop(folder, size=size)
    try:
        desktop.start(keyring_password=keyring_password)
        yield desktop
    finally:
        desktop.stop()
        shutil.rmtree(folder, ignore_errors=True)
