"""Runs the benchmarks (``python3 dev.py bench [NAME...]``) and prints measured beside budget."""

import importlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
for folder in (HERE, HERE.parent, HERE.parents[1]):
    sys.path.insert(0, str(folder))

from table import Measure, told  # noqa: E402


def main(names: list[str]) -> int:
    """Run those named (default: all); 1 if a budget is broken."""
    known = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    unknown = set(names) - set(known)
    if unknown:
        print(f"Benchmarks are: {', '.join(known)}. Not known: {', '.join(sorted(unknown))}.")
        return 2
    measures: list[Measure] = []
    for name in names or known:
        print(f"measuring {name} ...", flush=True)
        measures += importlib.import_module(f"bench_{name}").measure()
    if not measures:
        return 1
    table = told(measures)
    print(f"\n{table}")
    artefacts = HERE.parents[1] / "artefacts"
    artefacts.mkdir(exist_ok=True)
    (artefacts / "bench.txt").write_text(table + "\n", "utf-8")
    return 0 if all(measure.holds for measure in measures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
