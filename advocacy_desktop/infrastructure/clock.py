"""The computer's clock."""

from datetime import UTC, datetime


class SystemClock:
    """The time of this computer, as a ``Clock``."""

    def now(self) -> datetime:
        """The current moment, aware, UTC."""
        return datetime.now(UTC)
