"""One line of the benchmark's table, and how the table is told."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """Something measured, beside its budget; less is better."""

    name: str
    measured: float
    budget: float
    unit: str
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the budget is kept."""
        return self.measured <= self.budget


def told(measures: list[Measure]) -> str:
    """The table as text."""
    width = max(len(measure.name) for measure in measures)
    lines = [f"{'':{width}}  {'measured':>12}  {'budget':>12}"]
    for measure in measures:
        lines.append(
            f"{measure.name:{width}}  {_number(measure.measured, measure.unit):>12}  "
            f"{_number(measure.budget, measure.unit):>12}  "
            f"{'kept' if measure.holds else 'OVER'}{'  ' + measure.note if measure.note else ''}"
        )
    return "\n".join(lines)


def _number(value: float, unit: str) -> str:
    digits = 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:.{digits}f} {unit}"
