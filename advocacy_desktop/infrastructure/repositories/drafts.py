"""Drafts and their versions in the database."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from ...domain.draft import Draft, DraftState, DraftVersion
from ...domain.sphere import Sphere
from ..codecs import dump, dump_body, load_body, strings
from ..tables import draft_versions, drafts
from .executor import Executor

_UPDATE = update(drafts).where(drafts.c.id == bindparam("key"))


def _values(draft: Draft) -> dict[str, object]:
    return {
        "id": draft.id,
        "sphere": draft.sphere.value,
        "suggestion_id": draft.suggestion_id,
        "account_ids": dump(draft.account_ids),
        "state": draft.state.value,
        "version": draft.version,
        "created_at": draft.created_at,
        "updated_at": draft.updated_at,
        "body": dump_body(draft.body),
    }


def _draft(row: Row[Any]) -> Draft:
    return Draft(
        id=row.id,
        sphere=Sphere(row.sphere),
        body=load_body(row.body),
        created_at=row.created_at,
        updated_at=row.updated_at,
        suggestion_id=row.suggestion_id,
        account_ids=strings(row.account_ids),
        state=DraftState(row.state),
        version=row.version,
    )


def _version_values(draft_id: str, version: DraftVersion) -> Mapping[str, object]:
    return {
        "draft_id": draft_id,
        "number": version.number,
        "saved_at": version.saved_at,
        "body": dump_body(version.body),
    }


class DraftRows:
    """Implements ``DraftRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def add(self, draft: Draft) -> None:
        """Insert it."""
        self._executor.run(insert(drafts), _values(draft))

    def get(self, draft_id: str) -> Draft | None:
        """By identifier."""
        row = self._executor.one(select(drafts).where(drafts.c.id == draft_id))
        return row and _draft(row)

    def save(self, draft: Draft) -> None:
        """Replace it."""
        values = _values(draft)
        values["key"] = values.pop("id")
        self._executor.change("draft", _UPDATE, values)

    def add_version(self, draft_id: str, version: DraftVersion) -> None:
        """Keep an earlier body."""
        self._executor.run(insert(draft_versions), _version_values(draft_id, version))

    def versions(self, draft_id: str) -> Sequence[DraftVersion]:
        """Oldest first."""
        rows = self._executor.rows(
            select(draft_versions)
            .where(draft_versions.c.draft_id == draft_id)
            .order_by(draft_versions.c.number)
        )
        return [
            DraftVersion(number=row.number, saved_at=row.saved_at, body=load_body(row.body))
            for row in rows
        ]

    def all(self, states: frozenset[DraftState]) -> Sequence[Draft]:
        """Last changed first."""
        rows = self._executor.rows(
            select(drafts)
            .where(drafts.c.state.in_(sorted(state.value for state in states)))
            .order_by(drafts.c.updated_at.desc(), drafts.c.id)
        )
        return [_draft(row) for row in rows]

    def of_suggestion(self, suggestion_id: str) -> Sequence[Draft]:
        """Oldest first, in every state."""
        rows = self._executor.rows(
            select(drafts)
            .where(drafts.c.suggestion_id == suggestion_id)
            .order_by(drafts.c.created_at, drafts.c.id)
        )
        return [_draft(row) for row in rows]
