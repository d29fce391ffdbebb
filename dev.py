#!/usr/bin/env python3
"""The one command for working on this program: ``python3 dev.py run``, ``... test`` and so on.

Standard library only. This file must be readable by any Python 3, so that an old one gets a
sentence and no traceback; the work is in ``tools/``.
"""

import sys

USAGE = """usage: python3 dev.py COMMAND [ARGUMENTS]

  run              open the program with its sample company and the practice account
  test             prove everything that this computer can prove, and say what it could not
  check            style, types, layers: no program is started (seconds)
  bench            measure start, memory, scrolling, search and typing against their budgets
  build-resources  collect the texts for translation and compile the translations

Arguments are handed on: run --profile-dir FOLDER, test -k keyring, bench start.
"""


def main(arguments):
    # type: (list[str]) -> int
    if sys.version_info < (3, 11):
        found = "%d.%d" % sys.version_info[:2]
        sys.stderr.write(
            "Python 3.11 or newer is needed; this one is %s (%s).\n"
            "Install a newer one, then: python3.11 dev.py ...\n" % (found, sys.executable)
        )
        return 1
    from tools.commands import COMMANDS
    from tools.problem import Problem

    if not arguments or arguments[0] in ("-h", "--help", "help"):
        sys.stdout.write(USAGE)
        return 0
    command = COMMANDS.get(arguments[0])
    if command is None:
        sys.stderr.write("There is no command '%s'.\n\n%s" % (arguments[0], USAGE))
        return 2
    try:
        return command(arguments[1:])
    except Problem as problem:
        sys.stderr.write("\n%s\n" % problem)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
