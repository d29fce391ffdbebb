"""SIGTERM closes the program as the person would: state kept, lock given back."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from advocacy_desktop.infrastructure.first_page import read_first_page
from advocacy_desktop.infrastructure.paths import Profile
from support.real_parts import ROOT


def test_terminate_closes_in_good_order(tmp_path: Path) -> None:
    profile, trace = Profile.at(tmp_path / "profile"), tmp_path / "painted"
    command = [sys.executable, "-m", "advocacy_desktop", "--profile-dir", str(profile.folder)]
    with subprocess.Popen(
        [*command, "--with-sample"],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "ADVOCACY_TRACE_PAINT": str(trace)},
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        until = time.monotonic() + 30
        found = None
        while time.monotonic() < until:
            found = read_first_page(profile.database)
            if trace.exists() and found is not None and found.total == 12:
                break
            time.sleep(0.1)
        assert found is not None
        assert found.total == 12
        time.sleep(1)
        program.send_signal(signal.SIGTERM)
        assert program.wait(20) == 0, program.stderr and program.stderr.read()
    assert not profile.lock.exists()
    after = read_first_page(profile.database)
    assert after is not None
    assert "geometry" in json.loads(after.settings["window"])
    assert after.settings["place"] == "suggestions"
