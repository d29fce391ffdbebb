"""Sources in the database."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update

from ...domain.source import Source, SourceKind, Validators
from ..codecs import dump, strings
from ..tables import sources
from .executor import Executor

_ALL = select(sources).order_by(sources.c.added_at, sources.c.id)


def _values(source: Source) -> Mapping[str, object]:
    return {
        "id": source.id,
        "kind": source.kind.value,
        "address": source.address,
        "title": source.title,
        "added_at": source.added_at,
        "site": source.site,
        "etag": source.validators.etag,
        "last_modified": source.validators.last_modified,
        "picture_hosts": dump(sorted(source.picture_hosts)),
        "last_checked_at": source.last_checked_at,
        "last_error": source.last_error,
        "removed": source.removed,
    }


def _source(row: Row[Any]) -> Source:
    return Source(
        id=row.id,
        kind=SourceKind(row.kind),
        address=row.address,
        title=row.title,
        added_at=row.added_at,
        site=row.site,
        validators=Validators(etag=row.etag, last_modified=row.last_modified),
        picture_hosts=frozenset(strings(row.picture_hosts)),
        last_checked_at=row.last_checked_at,
        last_error=row.last_error,
        removed=row.removed,
    )


class SourceRows:
    """Implements ``SourceRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def add(self, source: Source) -> None:
        """Insert it."""
        self._executor.run(insert(sources), _values(source))

    def get(self, source_id: str) -> Source | None:
        """By identifier."""
        row = self._executor.one(select(sources).where(sources.c.id == source_id))
        return row and _source(row)

    def by_address(self, address: str) -> Source | None:
        """By address, also when it was removed: to subscribe again revives it."""
        row = self._executor.one(select(sources).where(sources.c.address == address))
        return row and _source(row)

    def all(self) -> Sequence[Source]:
        """In the order of subscription, the removed ones too."""
        return [_source(row) for row in self._executor.rows(_ALL)]

    def save(self, source: Source) -> None:
        """Replace it."""
        values = dict(_values(source))
        values["key"] = values.pop("id")
        self._executor.change("source", _UPDATE, values)


_UPDATE = update(sources).where(sources.c.id == bindparam("key"))
