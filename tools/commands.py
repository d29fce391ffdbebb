"""The commands of ``dev.py``."""

import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.environment import clean_environ, ensure_environment
from tools.problem import ROOT, Problem, say
from tools.system_packages import ensure_qt_libraries


def _ready() -> Path:
    """Everything that a command needs; return the interpreter."""
    ensure_qt_libraries()
    python = ensure_environment()
    _resources(python)
    return python


def _resources(python: Path, script: str = "resources") -> str:
    done = subprocess.run(
        [python, "-m", f"tools.{script}"],
        cwd=ROOT,
        env=clean_environ(),
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        raise Problem((done.stderr or done.stdout).strip().splitlines()[-1])
    return done.stdout.strip()


def build_resources(arguments: list[str]) -> int:
    """Bring the translations up to date with the source, then compile them."""
    del arguments
    python = ensure_environment()
    for script in ("translations", "resources"):
        say(_resources(python, script))
    return 0


def run(arguments: list[str]) -> int:
    """Open the window, on a first start with the sample company and the practice account."""
    if (
        sys.platform.startswith("linux")
        and not os.environ.get("DISPLAY")
        and not os.environ.get("WAYLAND_DISPLAY")
        and not os.environ.get("QT_QPA_PLATFORM")
    ):
        raise Problem(
            "There is no display here to open a window on. On a desktop, start it from a terminal "
            "there;\nwithout one, try: xvfb-run python3 dev.py run"
        )
    python = _ready()
    command = [str(python), "-m", "advocacy_desktop", "--with-sample", *arguments]
    return subprocess.run(command, cwd=ROOT, env=clean_environ()).returncode


def check(arguments: list[str]) -> int:
    """Style, types, layers and other facts about the source; nothing of it is run."""
    python = ensure_environment()
    return _pytest(python, ["tests/static", *arguments])


def test(arguments: list[str]) -> int:
    """Prove all that this computer can prove; a part that is missing is named at the end."""
    python = _ready()
    _prepare_pds()
    if arguments or os.environ.get("CI"):
        return _pytest(python, arguments)
    return _in_two(python)


def bench(arguments: list[str]) -> int:
    """Measure against the budgets, and print a table."""
    python = _ready()
    command = [str(python), str(ROOT / "tests" / "benchmarks" / "run.py"), *arguments]
    return subprocess.run(command, cwd=ROOT, env=clean_environ()).returncode


def _pytest(python: Path, arguments: list[str]) -> int:
    return subprocess.run(
        [python, "-m", "pytest", *arguments], cwd=ROOT, env=clean_environ()
    ).returncode


def _in_two(python: Path) -> int:
    """The end-to-end tests beside all others: they mostly wait, for holds and for time-outs.

    CI runs all in one line, where a slow machine can do no harm.
    """
    log = ROOT / "artefacts" / "e2e.log"
    log.parent.mkdir(exist_ok=True)
    with log.open("w", encoding="utf-8") as out:
        beside = subprocess.Popen(
            [python, "-m", "pytest", "tests/e2e", "-p", "no:cacheprovider"],
            cwd=ROOT,
            env=clean_environ(),
            stdout=out,
            stderr=subprocess.STDOUT,
        )
        try:
            code = _pytest(python, ["--ignore", "tests/e2e"])
            say("The end-to-end tests, which ran at the same time:")
            beside_code = beside.wait()
        finally:
            if beside.poll() is None:
                beside.terminate()
                beside.wait()
    print(log.read_text("utf-8", errors="replace"))
    return code or beside_code


def _prepare_pds() -> None:
    """Install the real Bluesky server once, if there is Node.js; tests tell if there is not."""
    if os.environ.get("ADVOCACY_PDS_DIR"):
        return
    recipe = runpy.run_path(str(ROOT / "tests" / "support" / "pds" / "install.py"))
    if recipe["is_installed"](recipe["DEFAULT"]):
        return
    if recipe["why_not"]() is None:
        say("Installing a real Bluesky server for the tests (once; about two minutes)")
    reason = recipe["install"]()
    if reason:
        say(f"Tests against a real Bluesky server will be missing: {reason}.")


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "build-resources": build_resources,
}
