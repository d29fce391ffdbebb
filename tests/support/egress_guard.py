"""Replaces the socket layer of a process: only the HTTP port may open a connection.

Installed for all tests by ``conftest.py`` and, in a process of its own, around the real program.
What a test itself opens (its servers and clients) is not the program's and passes.
"""

import socket
import sys
from collections.abc import Callable
from typing import Any

PACKAGE = "advocacy_desktop."
HTTP_PORT = "advocacy_desktop.infrastructure.http"
KEYRING = (
    "advocacy_desktop.infrastructure.native_keyring",
    "advocacy_desktop.infrastructure.secrets",
)

violations: list[str] = []
"""What was refused, as ``module → address``."""
connections: list[str] = []
"""What the HTTP port opened, as ``host:port``."""


class Refused(AssertionError):
    """A part of the program that is not the HTTP port tried to open a connection."""


def nearest_module() -> str | None:
    """The part of the program that is nearest to this call; ``None`` if none of it is in it."""
    frame = sys._getframe(1)
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if isinstance(name, str) and name.startswith(PACKAGE):
            return name
        frame = frame.f_back  # type: ignore[assignment]
    return None


def judge(family: int, address: object) -> None:
    """Let it pass, or raise :class:`Refused`."""
    module = nearest_module()
    if module is None:
        return
    if family == getattr(socket, "AF_UNIX", None):
        if module.startswith(KEYRING):  # The session bus, to the Secret Service.
            return
    elif module == HTTP_PORT or module.startswith(HTTP_PORT + "_"):
        host, port = address[0], address[1]  # type: ignore[index]
        connections.append(f"{host}:{port}")
        return
    violations.append(f"{module} → {address}")
    raise Refused(violations[-1])


def install() -> None:
    """Replace what opens a connection, or sends without one, in this process; once."""
    if getattr(socket.socket, "guarded", False):
        return

    def guarded(name: str) -> Callable[..., Any]:
        original = getattr(socket.socket, name)

        def method(self: socket.socket, *arguments: Any) -> Any:
            # The address comes last: connect(address), sendto(data, [flags,] address).
            judge(self.family, arguments[-1])
            return original(self, *arguments)

        return method

    for name in ("connect", "connect_ex", "sendto"):
        setattr(socket.socket, name, guarded(name))
    socket.socket.guarded = True  # type: ignore[attr-defined]
