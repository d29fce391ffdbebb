"""Process start → painted window with the sample's suggestions, against a bare PySide6 window.

Both run in turn under the same Xvfb, warm; so a busy or slow computer is busy for both.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support.keyring_session import private_environment
from support.real_parts import ROOT
from table import Measure

PAIRS = 10
RATIO = 1.4
PSS_MB = 120.0
LIMIT = 60.0
"""Seconds after which a start counts as failed."""
SETTLED = 6.0
"""Seconds after the first painting when the storage is open and nothing more is loaded."""

BARE = [sys.executable, str(Path(__file__).with_name("bare_window.py"))]


@contextmanager
def display(env: dict[str, str]) -> Iterator[None]:
    """A private Xvfb, its name in ``env``."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as file:
        env["DISPLAY"] = f":{file.readline().strip()}"
    env["QT_QPA_PLATFORM"] = "xcb"
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def pss_mb(pid: int) -> float:
    """Proportional set size of one process, in megabytes (10^6 bytes)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024 / 1e6
    raise RuntimeError("the kernel tells no PSS")


class Started:
    """A program that was started and has painted."""

    def __init__(self, command: list[str], env: dict[str, str], trace: Path) -> None:
        trace.unlink(missing_ok=True)
        began = time.time()
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=env | {"ADVOCACY_TRACE_PAINT": str(trace)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        while not (trace.exists() and trace.read_text("ascii").endswith("\n")):
            if self.process.poll() is not None or time.time() - began > LIMIT:
                self.end()
                assert self.process.stderr is not None
                raise RuntimeError(
                    f"{' '.join(command)} painted nothing: {self.process.stderr.read().decode()}"
                )
            time.sleep(0.01)
        self.milliseconds = (float(trace.read_text("ascii")) - began) * 1000

    def end(self) -> None:
        """Close it as a person's session would."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def measure() -> list[Measure]:
    """Start time and memory."""
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        print("start, memory: not measured here, they need Linux and Xvfb")
        return []
    home = Path(tempfile.mkdtemp(prefix="adv-bench-"))
    env = private_environment(home)
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    trace = home / "painted"
    program = [
        sys.executable,
        "-m",
        "advocacy_desktop",
    ]
    try:
        with display(env):
            return _measure(program, env, trace)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _measure(program: list[str], env: dict[str, str], trace: Path) -> list[Measure]:
    # The first start brings the sample, and both fill the disk's cache.
    first = Started([*program, "--with-sample"], env, trace)
    time.sleep(SETTLED)
    first.end()
    Started(BARE, env, trace).end()
    bare: list[float] = []
    ours: list[float] = []
    for _ in range(PAIRS):
        for command, times in ((BARE, bare), (program, ours)):
            started = Started(command, env, trace)
            times.append(started.milliseconds)
            time.sleep(0.3)
            started.end()
    last = Started(program, env, trace)
    time.sleep(SETTLED)
    memory = pss_mb(last.process.pid)
    _picture(env)
    last.end()
    bare_ms, ours_ms = statistics.median(bare), statistics.median(ours)
    return [
        Measure(
            "start, painted, against a bare window",
            ours_ms / bare_ms,
            RATIO,
            "×",
            f"{ours_ms:.0f} ms against {bare_ms:.0f} ms, medians of {PAIRS}",
        ),
        Measure("memory (PSS) at rest", memory, PSS_MB, "MB"),
    ]


def _picture(env: dict[str, str]) -> None:
    """What was measured, to look at: a window that is painted but empty would be no start."""
    if shutil.which("import"):
        artefacts = ROOT / "artefacts"
        artefacts.mkdir(exist_ok=True)
        subprocess.run(
            ["import", "-window", "root", str(artefacts / "bench-start.png")], env=env, check=False
        )
