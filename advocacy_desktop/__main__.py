"""Opens the window. Imports as little as can be before it stands."""

import gc
import sys
from collections.abc import Sequence

from .options import parse_options


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program with a window; return the exit code of the process."""
    options = parse_options(arguments)
    # Loading makes very many objects and no rubbish: looking for some costs a tenth of the start.
    gc.set_threshold(50_000, 20, 20)
    from .bootstrap import run_window

    return run_window(options)


if __name__ == "__main__":
    sys.exit(main())
