"""A real Secret Service (gnome-keyring) on a private D-Bus, in a home of its own.

Programs that are started with :attr:`KeyringSession.env` see this keyring and no other. The
keyring's file stays in the home, so that a second session on the same home is "the next login".
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from support.real_parts import ROOT

SECRET_SERVICE = "org.freedesktop.secrets"

_BARE_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""A session bus that starts nothing by itself: no service folders."""


def private_environment(home: Path) -> dict[str, str]:
    """The environment of a person whose home is ``home``, without display, bus or proxies."""
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.lower().endswith("_proxy")
        and name
        not in {
            "DBUS_SESSION_BUS_ADDRESS",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "PYTHON_KEYRING_BACKEND",
            "QT_QPA_PLATFORM",
        }
    }
    folders = {
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for folder in folders.values():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return env | {"HOME": str(home)} | {name: str(path) for name, path in folders.items()}


class KeyringSession:
    """``with KeyringSession(home) as session: subprocess.run(..., env=session.env)``.

    Args:
        home: the person's home; made if absent. Keep its path short (sockets lie in it).
        password: what unlocks the keyring; ``None`` starts no keyring. Whether the bus would
            start one by itself, locked, is up to ``activation``.
        activation: whether the bus starts services on demand, as on a real desktop.
    """

    def __init__(
        self, home: Path, password: str | None = "correct horse", *, activation: bool = False
    ) -> None:
        self.home = home
        self._password = password
        self._activation = activation
        self._processes: list[subprocess.Popen[bytes]] = []
        self.env: dict[str, str] = {}

    def __enter__(self) -> Self:
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.env = private_environment(self.home)
        command = ["dbus-daemon", "--nofork", "--nopidfile", "--print-address=1"]
        if self._activation:
            command.append("--session")
        else:
            config = self.home / "bus.conf"
            config.write_text(_BARE_BUS, "utf-8")
            command.append(f"--config-file={config}")
        bus = subprocess.Popen(
            command, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._processes.append(bus)
        assert bus.stdout is not None
        self.env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        assert self.env["DBUS_SESSION_BUS_ADDRESS"], "dbus-daemon did not start"
        if self._password is not None:
            self._start_keyring(self._password)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)
            if process.stdout is not None:
                process.stdout.close()

    def _start_keyring(self, password: str) -> None:
        keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=self.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._processes.append(keyring)
        assert keyring.stdin is not None
        keyring.stdin.write(password.encode())
        keyring.stdin.close()
        limit = time.monotonic() + 15
        while not self.has_secret_service():
            assert keyring.poll() is None, "gnome-keyring-daemon ended at once"
            assert time.monotonic() < limit, "gnome-keyring-daemon did not appear on the bus"
            time.sleep(0.05)

    def stop_keyring(self) -> None:
        """End the keyring, as a crash of it would; the bus stays."""
        keyring = self._processes.pop()
        keyring.terminate()
        keyring.wait(10)

    def has_secret_service(self) -> bool:
        """Whether a keyring is on this bus now (asking does not start one)."""
        answer = subprocess.run(
            [
                "dbus-send",
                f"--bus={self.env['DBUS_SESSION_BUS_ADDRESS']}",
                "--print-reply=literal",
                "--dest=org.freedesktop.DBus",
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus.NameHasOwner",
                f"string:{SECRET_SERVICE}",
            ],
            env=self.env,
            capture_output=True,
            text=True,
        )
        return "true" in answer.stdout

    def python(self, code: str, *arguments: str, seconds: float = 90) -> str:
        """What a program of this person prints; the checkout is importable in it."""
        done = subprocess.run(
            [sys.executable, "-c", code, *arguments],
            env=self.env | {"PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=seconds,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def keyring_files(self) -> list[Path]:
        """The keyring's files on the disk."""
        return sorted((self.home / ".local" / "share" / "keyrings").glob("*.keyring"))
