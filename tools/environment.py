"""The environment in ``.venv``: made once, renewed when what it is made from changes."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from tools.problem import CACHE, ROOT, Problem, say
from tools.system_packages import ensure_venv_module

VENV = ROOT / ".venv"
STAMP = VENV / "made-from"
CONSTRAINTS = ROOT / "constraints.txt"

_NETWORK_SIGNS = (
    "name resolution",
    "NewConnectionError",
    "Max retries exceeded",
    "ConnectTimeout",
    "Network is unreachable",
    "getaddrinfo failed",
    "ProxyError",
    "Connection refused",
    "Connection reset",
    "(from versions: none)",  # An index that knows no version at all was not reached.
)


def venv_python() -> Path:
    """The environment's own interpreter."""
    if sys.platform == "win32":
        return VENV / "Scripts" / "python.exe"
    return VENV / "bin" / "python"


def clean_environ(**more: str) -> dict[str, str]:
    """The person's environment without what would lead Python astray."""
    env = dict(os.environ)
    for name in ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"):
        env.pop(name, None)
    return env | more


def _digest() -> str:
    """Of all that the environment is made from, its place and its Python included."""
    digest = hashlib.sha256(CONSTRAINTS.read_bytes())
    # The head alone: the settings of tools below it change nothing that is installed.
    digest.update((ROOT / "pyproject.toml").read_bytes().partition(b"[tool.ruff")[0])
    digest.update(f"{sys.version}|{os.path.realpath(sys.base_prefix)}|{ROOT}".encode())
    return digest.hexdigest()


def _is_current() -> bool:
    try:
        return venv_python().exists() and STAMP.read_text("utf-8") == _digest()
    except OSError:
        return False


def ensure_environment() -> Path:
    """Make or renew the environment if needed; return its interpreter. Raises ``Problem``."""
    python = venv_python()
    if not _is_current():
        _make(python)
    # Whatever the person's settings say: without compiled files each start is slower.
    _run([python, "-m", "compileall", "-q", str(ROOT / "advocacy_desktop")], check=False)
    return python


def _make(python: Path) -> None:
    if not CONSTRAINTS.is_file():
        raise Problem("constraints.txt is missing: this is not a whole checkout.")
    ensure_venv_module()
    say("Making the environment in .venv (once; about a minute)")
    STAMP.unlink(missing_ok=True)
    # From the base interpreter, so that an active environment of the person is not built upon.
    base = Path(getattr(sys, "_base_executable", sys.executable))
    _run(
        [base, "-m", "venv", "--clear", VENV],
        problem="The environment could not be made in .venv.",
    )
    install: list[str | Path] = [python, "-m", "pip", "install", "--no-input"]
    _run(
        [*install, "--require-hashes", "--only-binary", ":all:", "-r", CONSTRAINTS],
        problem="The packages could not be installed.",
    )
    _run(
        [*install, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT],
        problem="The program could not be installed into its environment.",
    )
    packages = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        env=clean_environ(),
        capture_output=True,
        text=True,
    ).stdout.strip()
    _run([python, "-m", "compileall", "-q", "-j", "0", packages], check=False)
    STAMP.write_text(_digest(), "utf-8")


def _run(command: list[str | Path], *, problem: str = "", check: bool = True) -> None:
    CACHE.mkdir(exist_ok=True)
    log = CACHE / "install.log"
    env = clean_environ(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PIP_DISABLE_PIP_VERSION_CHECK="1")
    with log.open("w", encoding="utf-8", errors="replace") as out:
        try:
            code = subprocess.run(
                [str(part) for part in command],
                cwd=ROOT,
                env=env,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=subprocess.STDOUT,
            ).returncode
        except OSError as error:
            raise Problem(
                f"{problem} {command[0]} could not be started: {error.strerror}."
            ) from error
    if code == 0 or not check:
        return
    text = log.read_text("utf-8", errors="replace")
    raise Problem(f"{problem} {_reason(text)}\nThe whole story is in {log.relative_to(ROOT)}.")


def _reason(text: str) -> str:
    """The likely cause, in a sentence."""
    if "No space left on device" in text:
        return "The disk is full."
    if "Permission denied" in text:
        return "This folder cannot be written to."
    if any(sign in text for sign in _NETWORK_SIGNS):
        return "The package index could not be reached: is there a network, or a proxy to set?"
    if "DO NOT MATCH THE HASHES" in text:
        return (
            "A downloaded package is not the one that constraints.txt names. This can be a broken "
            "download; if it stays, do not install it."
        )
    if "No matching distribution" in text:
        return "The package index does not have a version that constraints.txt names."
    last = [line for line in text.strip().splitlines() if line.strip()][-1:]
    return f"Its last word was: {last[0].strip()}" if last else "It said nothing."
