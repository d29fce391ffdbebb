"""A ledger in memory, and a clock that stands still, for tests of the HTTP port."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from advocacy_desktop.domain.errors import ErrorCode, KnownError


@dataclass
class Line:
    """One ledger line."""

    begun: dict[str, Any]
    finished: dict[str, Any] | None = None


@dataclass
class MemoryLedger:
    """Implements ``LedgerWriter``."""

    lines: list[Line] = field(default_factory=list)
    full_disk: bool = False

    def begin(self, **values: Any) -> int:
        """Note the line, or fail as a full disk does."""
        if self.full_disk:
            raise KnownError(ErrorCode.STORAGE_FULL, path="profile")
        self.lines.append(Line(values))
        return len(self.lines)

    def finish(self, entry_id: int, **values: Any) -> None:
        """Complete it."""
        self.lines[entry_id - 1].finished = values


class StillClock:
    """Implements ``Clock``; moved by the test."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def now(self) -> datetime:
        """The moment the test set."""
        return self.time
