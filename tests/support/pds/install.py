"""Installs the real PDS for the tests into a folder that is kept (``.cache/pds``); 2 minutes, once.

    python3 tests/support/pds/install.py [FOLDER]

Standard library only. Needs Node.js 18.7 or newer with npm, and g++ and make where no ready-made
SQLite module for Node can be had.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEFAULT = HERE.parents[2] / ".cache" / "pds"
RECIPE = ("package.json", "package-lock.json", ".npmrc")


def recipe_digest() -> str:
    """What the installed folder must have been made from."""
    digest = hashlib.sha256()
    for name in RECIPE:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def is_installed(folder: Path) -> bool:
    """Whether the folder holds what this recipe makes, to the end."""
    stamp = folder / "installed"
    return stamp.is_file() and stamp.read_text("utf-8") == recipe_digest()


def why_not() -> str | None:
    """What is missing on this computer to install it, in words."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            return f"{program} is not installed (Debian and Ubuntu: apt-get install nodejs npm)"
    version = subprocess.run(["node", "--version"], capture_output=True, text=True).stdout
    parts = version.strip().lstrip("v").split(".")
    if tuple(int(part) for part in parts[:2]) < (18, 7):
        return f"Node.js {version.strip()} is too old: 18.7 or newer is needed"
    return None


def install(folder: Path = DEFAULT) -> str | None:
    """Install unless it is there; return why it could not be done, or ``None``."""
    if is_installed(folder):
        return None
    reason = why_not()
    if reason:
        return reason
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / "install.log"
    for name in RECIPE:
        shutil.copyfile(HERE / name, folder / name)
    npm = shutil.which("npm") or "npm"
    # No scripts of 350 strange packages; the one that must be compiled is named.
    steps = [([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], folder)]
    module = folder / "node_modules" / "better-sqlite3"
    if shutil.which("g++") and shutil.which("make"):
        steps.append(([npm, "run", "build-release"], module))
    else:
        steps.append(([npm, "rebuild", "better-sqlite3"], folder))
    env = dict(os.environ, JOBS="max")
    prefix = Path(shutil.which("node") or "node").resolve().parent.parent
    if (prefix / "include" / "node" / "node.h").exists():
        # Its own headers, so that nothing has to be downloaded for compiling.
        env["npm_config_nodedir"] = str(prefix)
    with log.open("w", encoding="utf-8") as out:
        for command, where in steps:
            out.write(f"$ {' '.join(command[1:])}\n")
            out.flush()
            done = subprocess.run(
                command, cwd=where, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )
            if done.returncode != 0:
                return f"npm {' '.join(command[1:])} failed; see {log}"
    (folder / "installed").write_text(recipe_digest(), "utf-8")
    return None


if __name__ == "__main__":
    problem = install(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)
    if problem:
        sys.exit(f"The PDS could not be installed: {problem}.")
    print("The PDS is installed.")
