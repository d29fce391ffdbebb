"""Writes the ledger for the HTTP port, each line in a transaction of its own."""

from datetime import datetime

from ..domain.ledger import Audience, Purpose
from .store import SqliteStore


class SqliteLedgerWriter:
    """Implements ``LedgerWriter``: no line, no request."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store

    def begin(
        self,
        *,
        started_at: datetime,
        purpose: Purpose,
        method: str,
        host: str,
        path: str,
        audience: Audience,
        as_whom: str,
        sent_bytes: int,
        detail: str,
    ) -> int:
        """Write the line durably, before the first byte leaves; return its number."""
        with self._store.write(durable=True) as transaction:
            return transaction.ledger_rows.begin(
                started_at=started_at,
                purpose=purpose.value,
                method=method,
                host=host,
                path=path,
                audience=audience.value,
                as_whom=as_whom,
                sent_bytes=sent_bytes,
                detail=detail,
            )

    def finish(
        self,
        entry_id: int,
        *,
        finished_at: datetime,
        status: int | None,
        received_bytes: int,
        error: str | None,
    ) -> None:
        """Complete the line with what came back."""
        with self._store.write() as transaction:
            transaction.ledger_rows.finish(
                entry_id,
                finished_at=finished_at,
                status=status,
                received_bytes=received_bytes,
                error=error,
            )
