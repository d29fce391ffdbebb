"""What a start of the program can be told on the command line."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__

if TYPE_CHECKING:
    from argparse import ArgumentParser

LANGUAGES = ("en", "fr")
THEMES = ("light", "dark", "system")


@dataclass(frozen=True, slots=True)
class Options:
    """The command line, understood."""

    profile_dir: Path | None = None
    """Folder that holds everything of this profile; ``None`` is the person's normal one."""
    with_sample: bool = False
    """On a first start, subscribe to the bundled sample and add the practice account."""
    language: str | None = None
    """One of ``LANGUAGES``; ``None`` is what the person chose, else the system's."""
    theme: str | None = None
    """One of ``THEMES``; ``None`` is what the person chose, else the system's."""


def add_profile_argument(parser: "ArgumentParser") -> None:
    """Add ``--profile-dir``, the same for the window and for the command line."""
    parser.add_argument(
        "--profile-dir",
        type=Path,
        metavar="FOLDER",
        help="keep everything in this folder instead of the usual place",
    )


def parse_options(arguments: Sequence[str] | None = None) -> Options:
    """Understand the arguments (default: the process's own); exits on a wrong one."""
    if arguments is None:
        arguments = sys.argv[1:]
    if not arguments:  # From a menu: the parser's 6 ms are for those who type.
        return Options()
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="advocacy-desktop", description="Suggestions from your company; your decision."
    )
    add_profile_argument(parser)
    parser.add_argument(
        "--with-sample",
        action="store_true",
        help="on a first start, bring the sample company and the practice account",
    )
    parser.add_argument("--language", choices=LANGUAGES, help="language of the window")
    parser.add_argument("--theme", choices=THEMES, help="colours of the window")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    found = parser.parse_args(arguments)
    return Options(
        profile_dir=found.profile_dir,
        with_sample=found.with_sample,
        language=found.language,
        theme=found.theme,
    )
