"""``advocacy-desktop-cli``: what can be asked without a window."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from .. import __version__
from ..options import add_profile_argument


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code of the process."""
    parser = ArgumentParser(prog="advocacy-desktop-cli")
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    profile = commands.add_parser("profile", help="tell where everything is kept")
    add_profile_argument(profile)
    profile.set_defaults(run=_profile)
    found = parser.parse_args(arguments)
    code: int = found.run(found)
    return code


def _profile(found: Namespace) -> int:
    from ..infrastructure.paths import Profile

    profile = Profile.at(found.profile_dir) if found.profile_dir else Profile.default()
    for name, path in profile.places().items():
        print(f"{name:10} {path}{'' if path.exists() else '  (not there yet)'}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
