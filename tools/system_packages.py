"""Libraries of the operating system that Qt needs and that no Python package can bring."""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tools.problem import Problem, say


@dataclass(frozen=True)
class Library:
    """A shared library by the name under which it is loaded, and the packages that hold it."""

    name: str
    apt: str
    dnf: str
    pacman: str
    zypper: str


LIBRARIES = tuple(
    Library(*line.split())
    for line in """
    libEGL.so.1               libegl1               libglvnd-egl          libglvnd             libEGL1
    libGL.so.1                libgl1                libglvnd-glx          libglvnd             libGL1
    libxkbcommon.so.0         libxkbcommon0         libxkbcommon          libxkbcommon         libxkbcommon0
    libxkbcommon-x11.so.0     libxkbcommon-x11-0    libxkbcommon-x11      libxkbcommon-x11     libxkbcommon-x11-0
    libdbus-1.so.3            libdbus-1-3           dbus-libs             dbus                 libdbus-1-3
    libfontconfig.so.1        libfontconfig1        fontconfig            fontconfig           fontconfig
    libfreetype.so.6          libfreetype6          freetype              freetype2            libfreetype6
    libglib-2.0.so.0          libglib2.0-0          glib2                 glib2                libglib-2_0-0
    libX11.so.6               libx11-6              libX11                libx11               libX11-6
    libX11-xcb.so.1           libx11-xcb1           libX11-xcb            libx11               libX11-xcb1
    libxcb.so.1               libxcb1               libxcb                libxcb               libxcb1
    libxcb-cursor.so.0        libxcb-cursor0        xcb-util-cursor       xcb-util-cursor      libxcb-cursor0
    libxcb-icccm.so.4         libxcb-icccm4         xcb-util-wm           xcb-util-wm          libxcb-icccm4
    libxcb-image.so.0         libxcb-image0         xcb-util-image        xcb-util-image       libxcb-image0
    libxcb-keysyms.so.1       libxcb-keysyms1       xcb-util-keysyms      xcb-util-keysyms     libxcb-keysyms1
    libxcb-randr.so.0         libxcb-randr0         libxcb                libxcb               libxcb-randr0
    libxcb-render.so.0        libxcb-render0        libxcb                libxcb               libxcb-render0
    libxcb-render-util.so.0   libxcb-render-util0   xcb-util-renderutil   xcb-util-renderutil  libxcb-render-util0
    libxcb-shape.so.0         libxcb-shape0         libxcb                libxcb               libxcb-shape0
    libxcb-shm.so.0           libxcb-shm0           libxcb                libxcb               libxcb-shm0
    libxcb-sync.so.1          libxcb-sync1          libxcb                libxcb               libxcb-sync1
    libxcb-util.so.1          libxcb-util1          xcb-util              xcb-util             libxcb-util1
    libxcb-xfixes.so.0        libxcb-xfixes0        libxcb                libxcb               libxcb-xfixes0
    libxcb-xkb.so.1           libxcb-xkb1           libxcb                libxcb               libxcb-xkb1
    """.strip().splitlines()  # noqa: E501 - a table
)
INSTALLERS = {
    "apt": ("apt-get", "apt-get install -y --no-install-recommends"),
    "dnf": ("dnf", "dnf install -y"),
    "pacman": ("pacman", "pacman -S --needed --noconfirm"),
    "zypper": ("zypper", "zypper install -y"),
}


def is_debian() -> bool:
    """Debian itself or one of its children, by their common mark."""
    return Path("/etc/debian_version").exists() and shutil.which("apt-get") is not None


def is_root() -> bool:
    """Whether packages can be installed without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_libraries() -> list[Library]:
    """What Qt would not find on this Linux computer."""
    if not sys.platform.startswith("linux"):
        return []
    return [library for library in LIBRARIES if not _loads(library.name)]


def install_command(libraries: list[Library]) -> str:
    """The one command to type for them on this distribution (all of them in a list, if unknown)."""
    prefix = "" if is_root() else "sudo "
    for kind, (program, command) in INSTALLERS.items():
        if shutil.which(program):
            packages = list(dict.fromkeys(getattr(library, kind) for library in libraries))
            return f"{prefix}{command} {' '.join(packages)}"
    names = ", ".join(library.name for library in libraries)
    return f"(this distribution is not known to us; it must bring {names})"


def apt_install(*packages: str) -> None:
    """Install Debian packages as root, getting the newest lists if the old ones do not do."""
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *packages]
    options = {"env": env, "stdin": subprocess.DEVNULL, "capture_output": True, "text": True}
    if subprocess.run(install, **options).returncode == 0:  # type: ignore[call-overload]
        return
    subprocess.run(["apt-get", "update", "-q"], **options)  # type: ignore[call-overload]
    done = subprocess.run(install, **options)  # type: ignore[call-overload]
    if done.returncode != 0:
        raise Problem(
            f"These packages could not be installed: {' '.join(packages)}.\n"
            f"apt-get said: {_last_lines(done.stderr or done.stdout)}"
        )


def _last_lines(text: str) -> str:
    return "\n  ".join(line for line in text.strip().splitlines()[-3:])


def ensure_qt_libraries() -> None:
    """Install what is missing where that is possible, else raise the command to type."""
    if sys.platform == "win32":
        _ensure_windows_runtime()
        return
    missing = missing_libraries()
    if not missing:
        return
    if is_debian() and is_root():
        packages = [library.apt for library in missing]
        say(f"Installing system libraries for the window: {' '.join(packages)}")
        apt_install(*packages)
        still = missing_libraries()
        if still:
            names = ", ".join(library.name for library in still)
            raise Problem(f"Installed, but these libraries still cannot be loaded: {names}.")
        return
    raise Problem(
        "Qt needs libraries of the system that are not installed. Type this, then try again:\n\n"
        f"  {install_command(missing)}"
    )


def _ensure_windows_runtime() -> None:
    if all(_loads(name) for name in ("vcruntime140.dll", "vcruntime140_1.dll", "msvcp140.dll")):
        return
    kind = "arm64" if platform.machine().lower() in ("arm64", "aarch64") else "x64"
    raise Problem(
        "Qt needs Microsoft's Visual C++ runtime, which is not installed. Type this, then try "
        f"again:\n\n  winget install --id Microsoft.VCRedist.2015+.{kind}"
    )


def ensure_venv_module() -> None:
    """Debian keeps the module that makes environments in a package of its own."""
    try:
        import ensurepip
        import venv
    except ImportError:
        package = f"python3.{sys.version_info.minor}-venv"
        if is_debian() and is_root():
            say(f"Installing {package}")
            apt_install(package)
            return
        prefix = "" if is_root() else "sudo "
        raise Problem(
            "This Python cannot make environments. Type this, then try again:\n\n"
            f"  {prefix}apt-get install {package}"
            if is_debian()
            else "This Python cannot make environments: its modules 'venv' and 'ensurepip' are "
            "missing. Install the package of your system that brings them."
        ) from None
    else:
        del ensurepip, venv
