"""A process of its own that runs one delivery of a profile, for tests that kill it.

Standard input: one line of JSON with ``folder``, ``account``, ``delivery`` and ``secrets``. It
prints ``started`` before it sends, and the delivery's state if it lives to see it.
"""

import json
import sys
from pathlib import Path

from advocacy_desktop.infrastructure.clock import SystemClock
from support.outbox_bench import Bench


def main() -> None:
    task = json.loads(sys.stdin.readline())
    bench = Bench(Path(task["folder"]), SystemClock())
    with bench.store.read() as tx:
        account = tx.accounts.get(task["account"])
    assert account is not None
    bench.give_secrets(account, task["secrets"])
    print("started", flush=True)
    print(bench.outbox.run(task["delivery"]), flush=True)
    bench.close()


if __name__ == "__main__":
    main()
