"""Small tables that only grow or hold values by name: consents, undo journal, settings."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select

from ...application.ports import UndoStep
from ...domain.consent import Consent, ConsentKind
from ..codecs import dump, mapping
from ..tables import consents, settings, undo_steps
from .executor import Executor


def _consent(row: Row[Any]) -> Consent:
    return Consent(
        id=row.id,
        kind=ConsentKind(row.kind),
        draft_id=row.draft_id,
        account_id=row.account_id,
        digest=row.digest,
        given_at=row.given_at,
    )


class ConsentRows:
    """Implements ``ConsentRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def add(self, consent: Consent) -> None:
        """Record it, for good."""
        self._executor.run(
            insert(consents),
            {
                "id": consent.id,
                "kind": consent.kind.value,
                "draft_id": consent.draft_id,
                "account_id": consent.account_id,
                "digest": consent.digest,
                "given_at": consent.given_at,
            },
        )

    def get(self, consent_id: str) -> Consent | None:
        """By identifier."""
        row = self._executor.one(select(consents).where(consents.c.id == consent_id))
        return row and _consent(row)

    def all(self) -> Sequence[Consent]:
        """In the order in which they were given."""
        rows = self._executor.rows(select(consents).order_by(consents.c.given_at, consents.c.id))
        return [_consent(row) for row in rows]


def _step(row: Row[Any]) -> UndoStep:
    return UndoStep(id=row.id, kind=row.kind, payload=mapping(row.payload), done_at=row.done_at)


class UndoRows:
    """Implements ``UndoRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def push(self, kind: str, payload: Mapping[str, str], at: datetime) -> int:
        """Note a step; its number is never given again."""
        result = self._executor.run(
            insert(undo_steps), {"kind": kind, "payload": dump(dict(payload)), "done_at": at}
        )
        number: int = result.lastrowid
        return number

    def last(self) -> UndoStep | None:
        """The newest step."""
        row = self._executor.one(select(undo_steps).order_by(undo_steps.c.id.desc()).limit(1))
        return row and _step(row)

    def get(self, step_id: int) -> UndoStep | None:
        """By number."""
        row = self._executor.one(select(undo_steps).where(undo_steps.c.id == step_id))
        return row and _step(row)

    def remove(self, step_id: int) -> None:
        """Forget it; what is absent already is no error."""
        self._executor.run(delete(undo_steps).where(undo_steps.c.id == step_id))


class SettingRows:
    """Implements ``SettingRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def get(self, name: str) -> str | None:
        """The value of that name."""
        row = self._executor.one(select(settings.c.value).where(settings.c.name == name))
        return None if row is None else str(row.value)

    def set(self, name: str, value: str) -> None:
        """Give the name that value."""
        self._executor.run(
            insert(settings).prefix_with("OR REPLACE"), {"name": name, "value": value}
        )

    def all(self) -> Mapping[str, str]:
        """Every value that was set, by name."""
        rows = self._executor.rows(select(settings).order_by(settings.c.name))
        return {row.name: row.value for row in rows}
