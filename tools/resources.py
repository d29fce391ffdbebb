"""Compiles the translations, and for a wheel gathers ``resources/`` into the package.

In a checkout the program reads ``resources/`` itself, so that what is edited is what is seen; only
the compiled translations (git-ignored) are added there. Used by ``dev.py build-resources`` and by
``hatch_build.py``; loaded by its path, so it imports nothing of its own folder.
"""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "resources"
TARGET = ROOT / "advocacy_desktop" / "_resources"
NOT_SHIPPED = {".py", ".ts", ".pyc"}
"""Scripts that draw the sample's pictures, and translations before they are compiled."""


def qt_tool(tool: str) -> Path:
    """``lrelease``, Qt's compiler of translations, or ``lupdate``; they come with PySide6."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("PySide6 is not installed, and it brings Qt's translation tools")
    folder = Path(next(iter(spec.submodule_search_locations)))
    for name in (tool, f"{tool}.exe"):
        for path in (folder / name, folder / "Qt" / "libexec" / name):
            if path.is_file():
                return path
    raise RuntimeError(f"{tool} was not found in {folder}")


def compile_translations() -> int:
    """Compile what changed, each beside its source; return how many."""
    compiled = 0
    for source in sorted((SOURCE / "i18n").glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        # Under another name first: a program that starts now must not read half a file.
        fresh = target.with_suffix(".qm-new")
        subprocess.run([qt_tool("lrelease"), "-silent", source, "-qm", fresh], check=True)
        fresh.replace(target)
        compiled += 1
    return compiled


def gather() -> None:
    """Copy all that the program reads into the package, for a wheel."""
    compile_translations()
    shutil.rmtree(TARGET, ignore_errors=True)
    for path in sorted(SOURCE.rglob("*")):
        if path.is_file() and path.suffix not in NOT_SHIPPED:
            place = TARGET / path.relative_to(SOURCE)
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)


if __name__ == "__main__":
    try:
        print(f"{compile_translations()} translations compiled.")
    except (RuntimeError, OSError, subprocess.CalledProcessError) as problem:
        sys.exit(f"The translations could not be compiled: {problem}")
