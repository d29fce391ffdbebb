"""Reading the ledger: what left this computer, to whom and as whom."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from ..domain.ledger import Audience, LedgerEntry, Purpose
from .ports import Store
from .whole_file import whole_file


@dataclass(frozen=True, slots=True)
class LedgerSummary:
    """The three cards on top of the ledger page."""

    messages_to_employer: int
    fetched_from: tuple[tuple[str, int], ...]
    """Hosts that suggestions and pictures were fetched from without naming anybody, and how
    often."""
    professional_posts: tuple[tuple[str, int], ...]
    """Posts by host."""
    personal_posts: tuple[tuple[str, int], ...]


class Ledger:
    """Reading and exporting; there is no way to change a line."""

    def __init__(self, *, store: Store) -> None:
        self._store = store

    def entries(self, *, limit: int = 500, before_id: int | None = None) -> Sequence[LedgerEntry]:
        """Newest first."""
        with self._store.read() as tx:
            return tx.ledger.entries(limit=limit, before_id=before_id)

    def summary(self) -> LedgerSummary:
        """Totals over the whole ledger."""
        with self._store.read() as tx:
            totals = tx.ledger.totals()

        def hosts(audience: Audience, *purposes: Purpose) -> tuple[tuple[str, int], ...]:
            found: dict[str, int] = {}
            for line_audience, purpose, host, count in totals:
                if line_audience == audience and purpose in purposes:
                    found[host] = found.get(host, 0) + count
            return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))

        return LedgerSummary(
            messages_to_employer=sum(
                count for audience, _, _, count in totals if audience == Audience.EMPLOYER
            ),
            fetched_from=hosts(Audience.NOBODY, Purpose.FETCH_SUGGESTIONS, Purpose.FETCH_PICTURE),
            professional_posts=hosts(Audience.PROFESSIONAL, Purpose.PUBLISH),
            personal_posts=hosts(Audience.PERSONAL, Purpose.PUBLISH),
        )

    def export(self) -> str:
        """The whole ledger as JSON, one object a line, oldest first."""
        lines: list[str] = []
        before: int | None = None
        with self._store.read() as tx:
            while page := tx.ledger.entries(limit=1000, before_id=before):
                lines += [
                    json.dumps(asdict(entry), default=str, ensure_ascii=False) for entry in page
                ]
                before = page[-1].id
        return "\n".join(reversed(lines)) + ("\n" if lines else "")

    def export_to(self, path: Path) -> None:
        """Write :meth:`export` to a file.

        Raises:
            KnownError: ``STORAGE_FULL`` or ``STORAGE_READ_ONLY`` with ``path``.
        """
        with whole_file(path) as unfinished:
            unfinished.write_text(self.export(), "utf-8", newline="\n")
