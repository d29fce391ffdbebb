"""Something that stops a command and that a person can do something about."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
"""The checkout."""
CACHE = ROOT / ".cache"
"""What is costly to get and can be got again; git-ignored."""
ARTEFACTS = ROOT / "artefacts"
"""What runs leave for a person to look at: screenshots, tables; git-ignored."""


class Problem(Exception):
    """The sentence to print, in place of a traceback."""


def say(text: str) -> None:
    """Print one line of progress at once."""
    print(text, flush=True)
