"""Nothing but the HTTP port opens a connection; the start of the program opens none at all."""

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from support import egress_guard
from support.real_parts import ROOT


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


def connect_as(module: str, address: tuple[str, int]) -> None:
    """Open a connection from code that belongs to this module of the program."""
    code = "import socket\nwith socket.socket() as s: s.connect(address)"
    exec(code, {"__name__": module, "address": address})


@pytest.mark.parametrize(
    "module",
    [
        "advocacy_desktop.networks.bluesky",
        "advocacy_desktop.ui.app",
        "advocacy_desktop.infrastructure.feeds.fetch",
        "advocacy_desktop.infrastructure.httpish",
        "advocacy_desktop.infrastructure.secrets",
    ],
)
def test_any_other_part_of_the_program_is_refused(
    module: str, listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(egress_guard, "violations", [])
    with pytest.raises(egress_guard.Refused, match=module):
        connect_as(module, listener.getsockname())
    assert egress_guard.violations


def test_the_http_port_may(listener: socket.socket, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(egress_guard, "connections", [])
    connect_as("advocacy_desktop.infrastructure.http", listener.getsockname())
    connect_as("advocacy_desktop.infrastructure.http_wire", listener.getsockname())
    assert len(egress_guard.connections) == 2


def test_datagrams_are_judged_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(egress_guard, "violations", [])
    code = (
        "import socket\nwith socket.socket(type=socket.SOCK_DGRAM) as s:"
        " s.sendto(b'x', ('127.0.0.1', 9))"
    )
    with pytest.raises(egress_guard.Refused):
        exec(code, {"__name__": "advocacy_desktop.domain.checks"})


PROGRAM = """
import json, os, sys, threading
from support import egress_guard
egress_guard.install()
import socket
looked_up = []
socket.getaddrinfo = lambda *a, **k: looked_up.append(str(a[0])) or (_ for _ in ()).throw(OSError())

def end():
    painted = os.path.exists(os.environ["ADVOCACY_TRACE_PAINT"])
    print(json.dumps([painted, egress_guard.violations, egress_guard.connections, looked_up]))
    sys.stdout.flush()
    os._exit(0)

threading.Timer(float(sys.argv[2]), end).start()
from advocacy_desktop.__main__ import main
main(["--profile-dir", sys.argv[1], "--with-sample"])
"""


def test_a_start_with_the_sample_opens_no_connection_and_asks_for_no_name(tmp_path: Path) -> None:
    env = dict(
        os.environ,
        PYTHONPATH=f"{ROOT}{os.pathsep}{ROOT / 'tests'}",
        ADVOCACY_TRACE_PAINT=str(tmp_path / "painted"),
    )
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "profile"), "6"],
        env=env,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    painted, violations, connections, looked_up = json.loads(done.stdout.splitlines()[-1])
    assert painted, "the window was not painted, so this proves nothing"
    assert violations == connections == looked_up == []


def test_the_guard_holds_on_every_thread(
    listener: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(egress_guard, "violations", [])
    caught: list[AssertionError] = []

    def run() -> None:
        try:
            connect_as("advocacy_desktop.application.outbox", listener.getsockname())
        except egress_guard.Refused as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert caught and egress_guard.violations
