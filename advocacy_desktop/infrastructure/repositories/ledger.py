"""The ledger in the database."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, case, func, insert, not_, select, update

from ...domain.ledger import Audience, LedgerEntry, Purpose
from ..tables import ledger
from .executor import Executor

_BAD_STATUS = 400
"""First status that is no good answer (RFC 9110, section 15)."""


def _entry(row: Row[Any]) -> LedgerEntry:
    return LedgerEntry(
        id=row.id,
        started_at=row.started_at,
        purpose=Purpose(row.purpose),
        method=row.method,
        host=row.host,
        path=row.path,
        audience=Audience(row.audience),
        as_whom=row.as_whom,
        sent_bytes=row.sent_bytes,
        detail=row.detail,
        finished_at=row.finished_at,
        status=row.status,
        received_bytes=row.received_bytes,
        error=row.error,
        outcome=row.outcome,
    )


class LedgerRows:
    """Implements ``LedgerRepository``, and the writing for ``ledger_writer``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def begin(self, **line: object) -> int:
        """Insert a line by column; its number is never given again."""
        number: int = self._executor.run(insert(ledger), {"received_bytes": 0, **line}).lastrowid
        return number

    def finish(
        self,
        entry_id: int,
        *,
        finished_at: datetime,
        status: int | None,
        received_bytes: int,
        error: str | None,
    ) -> None:
        """Write what came back."""
        self._set(
            entry_id,
            finished_at=finished_at,
            status=status,
            received_bytes=received_bytes,
            error=error,
        )

    def entries(self, *, limit: int = 500, before_id: int | None = None) -> Sequence[LedgerEntry]:
        """Newest first."""
        wanted = select(ledger).order_by(ledger.c.id.desc()).limit(limit)
        if before_id is not None:
            wanted = wanted.where(ledger.c.id < before_id)
        return [_entry(row) for row in self._executor.rows(wanted)]

    def totals(self) -> Sequence[tuple[str, str, str, int]]:
        """``(audience, purpose, host, count)`` of all requests that were answered well."""
        outcome = func.coalesce(ledger.c.outcome, "")
        # A post whose answer was lost counts from the moment it was found on the network.
        found = and_(ledger.c.purpose == Purpose.LOOK_FOR_POST.value, outcome == "found")
        unclear = and_(
            ledger.c.purpose == Purpose.PUBLISH.value,
            outcome.in_(("unknown", "refused", "not_sent")),
        )
        purpose = case((found, Purpose.PUBLISH.value), else_=ledger.c.purpose).label("purpose")
        columns = (ledger.c.audience, purpose, ledger.c.host)
        rows = self._executor.rows(
            select(*columns, func.count().label("number"))
            .where(ledger.c.status < _BAD_STATUS, ledger.c.error.is_(None), not_(unclear))
            .group_by(*columns)
            .order_by(*columns)
        )
        return [(row.audience, row.purpose, row.host, row.number) for row in rows]

    def set_outcome(self, entry_id: int, outcome: str) -> None:
        """Write what the request led to."""
        self._set(entry_id, outcome=outcome)

    def _set(self, entry_id: int, **values: object) -> None:
        self._executor.change("ledger_entry", update(ledger).where(ledger.c.id == entry_id), values)
