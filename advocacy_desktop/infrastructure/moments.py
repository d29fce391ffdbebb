"""Moments as whole microseconds since 1970, UTC: exact, sortable, small."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """The moment in microseconds.

    Raises:
        BugError: the moment names no time zone.
    """
    if moment.tzinfo is None:
        from ..domain.errors import BugError  # not at each start

        raise BugError("naive_moment")
    return (moment - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """The moment, aware, UTC."""
    return _EPOCH + timedelta(microseconds=micros)


def maybe_micros(moment: datetime | None) -> int | None:
    """As :func:`to_micros`, or ``None``."""
    return None if moment is None else to_micros(moment)


def maybe_moment(micros: int | None) -> datetime | None:
    """As :func:`from_micros`, or ``None``."""
    return None if micros is None else from_micros(micros)
