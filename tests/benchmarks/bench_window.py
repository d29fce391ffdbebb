"""Scrolling, search and typing in the real program with 10,000 suggestions, under Xvfb."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bench_start import display
from many_suggestions import fill
from support.keyring_session import private_environment
from support.real_parts import ROOT
from table import Measure

COUNT = 10_000
FRAME = 16.7
"""Milliseconds: sixty pictures a second."""
SEARCH = 100.0
"""Milliseconds within which an answer feels immediate."""


def measure() -> list[Measure]:
    """One line each, 95th percentiles (medians in the note)."""
    if not sys.platform.startswith("linux") or shutil.which("Xvfb") is None:
        print("scrolling, search, typing: not measured here, they need Linux and Xvfb")
        return []
    home = Path(tempfile.mkdtemp(prefix="adv-bench-"))
    env = private_environment(home)
    env["PYTHONPATH"] = str(ROOT)
    try:
        fill(home / "profile", COUNT)
        inside = Path(__file__).with_name("inside_program.py")
        with display(env):
            done = subprocess.run(
                [sys.executable, str(inside), str(home / "profile"), str(COUNT)],
                cwd=ROOT,
                env=env,
                capture_output=True,
                text=True,
                timeout=300,
            )
        if done.returncode != 0 or not done.stdout.strip():
            raise RuntimeError(done.stderr or "the program said nothing")
        found: dict[str, list[float]] = json.loads(done.stdout.splitlines()[-1])
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return [
        _line(f"a frame of scrolling, {COUNT:,} suggestions", found["scroll"], FRAME),
        _line(f"search in {COUNT:,} suggestions", found["search"], SEARCH),
        _line("key to paint, 300 characters", found["type"], FRAME),
    ]


def _line(name: str, times: list[float], budget: float) -> Measure:
    ordered = sorted(times)
    slow = ordered[int(len(ordered) * 0.95)]
    return Measure(
        name,
        slow,
        budget,
        "ms",
        f"95th of 100; median {statistics.median(times):.1f} ms, worst {ordered[-1]:.0f} ms",
    )
