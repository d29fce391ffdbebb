"""Suggestions, their revisions and their words in the full-text index."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, insert, select, update
from sqlalchemy import text as sql

from ...application.ports import SuggestionCard, SuggestionQuery
from ...domain.errors import ErrorCode, KnownError
from ...domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
)
from ..codecs import dump_content, load_content
from ..search_words import searchable
from ..tables import revisions, suggestion_topics, suggestions
from . import suggestion_queries
from .executor import Executor
from .suggestion_rows import card_from, revision_from, shown, suggestion_from, suggestion_values

_BUFFER = 1000
"""Suggestions that are written with one ``executemany`` for each table."""

_INDEX = "INSERT INTO suggestion_search (rowid, title, body, extra) VALUES (?, ?, ?, ?)"
_UNINDEX = (
    "INSERT INTO suggestion_search (suggestion_search, rowid, title, body, extra)"
    " VALUES ('delete', ?, ?, ?, ?)"
)
_COUNT = (
    "INSERT INTO suggestion_counts (state, number) VALUES (?, ?)"
    " ON CONFLICT (state) DO UPDATE SET number = number + excluded.number"
)
_TOPICS = sql(
    # From one topic to the next through the index, instead of reading all its entries.
    "WITH RECURSIVE found (topic) AS ("
    " SELECT min(topic) FROM suggestion_topics"
    " UNION ALL"
    " SELECT (SELECT min(topic) FROM suggestion_topics AS t WHERE t.topic > found.topic)"
    " FROM found WHERE found.topic IS NOT NULL"
    ") SELECT topic FROM found WHERE topic IS NOT NULL"
)
_WITH_REVISION = select(
    suggestions, revisions.c.number, revisions.c.received_at, revisions.c.content
).join(
    revisions,
    and_(
        revisions.c.suggestion == suggestions.c.row,
        revisions.c.number == suggestions.c.revision,
    ),
)


class SuggestionRows:
    """Implements ``SuggestionRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor
        self._added: list[Suggestion] = []

    def add(self, suggestion: Suggestion) -> None:
        """Insert it, together with the others that are added in a row."""
        if not self._added:
            self._executor.put_off(self._insert_added)
        self._added.append(suggestion)
        if len(self._added) >= _BUFFER:
            self._executor.flush()

    def _insert_added(self) -> None:
        added, self._added = self._added, []
        last = self._executor.one(select(func.max(suggestions.c.row)))
        first = (last[0] if last and last[0] else 0) + 1  # the write lock is ours: no one else
        rows = list(enumerate(added, first))
        run = self._executor.run
        run(insert(suggestions), [suggestion_values(row, each) for row, each in rows])
        run(insert(revisions), [_revision_values(row, each.revision) for row, each in rows])
        self._executor.run_many(_INDEX, [(row, *searchable(each.content)) for row, each in rows])
        self._executor.run_many(_COUNT, list(Counter(each.state.value for each in added).items()))
        topics = [values for row, each in rows for values in _topic_values(row, each.content)]
        if topics:
            run(insert(suggestion_topics), topics)

    def get(self, suggestion_id: str) -> Suggestion | None:
        """With its current revision."""
        row = self._executor.one(_WITH_REVISION.where(suggestions.c.id == suggestion_id))
        return row and suggestion_from(row)

    def digests(self, source_id: str) -> Mapping[str, tuple[str, str]]:
        """``{external_id: (suggestion_id, digest of the current revision)}`` of a source."""
        rows = self._executor.rows(
            select(suggestions.c.external_id, suggestions.c.id, suggestions.c.digest).where(
                suggestions.c.source_id == source_id
            )
        )
        found = (tuple(row) for row in rows)  # by name takes three times as long
        return {external: (suggestion, digest) for external, suggestion, digest in found}

    def add_revision(self, suggestion_id: str, revision: Revision) -> None:
        """Make it the current one."""
        current = self._current(suggestion_id)
        self._executor.run(insert(revisions), _revision_values(current.row, revision))
        self._show(current, revision.content)
        self._executor.run(
            update(suggestions)
            .where(suggestions.c.row == current.row)
            .values(revision=revision.number, digest=revision.digest)
        )

    def revisions(self, suggestion_id: str) -> Sequence[Revision]:
        """Oldest first."""
        rows = self._executor.rows(
            select(revisions)
            .join(suggestions, suggestions.c.row == revisions.c.suggestion)
            .where(suggestions.c.id == suggestion_id)
            .order_by(revisions.c.number)
        )
        return [revision_from(row) for row in rows]

    def set_state(self, suggestion_id: str, state: SuggestionState, at: datetime) -> None:
        """Note where the employee stands, and since when."""
        before = self._executor.one(
            select(suggestions.c.state).where(suggestions.c.id == suggestion_id)
        )
        self._set(suggestion_id, state=state.value, changed_at=at)
        if before is not None:
            self._executor.run_many(_COUNT, [(before.state, -1), (state.value, 1)])

    def set_note(self, suggestion_id: str, note: str) -> None:
        """Replace the private note."""
        self._set(suggestion_id, note=note)

    def mark_seen(self, suggestion_id: str) -> None:
        """Note that it was opened."""
        self._set(suggestion_id, seen=True)

    def set_content(self, suggestion_id: str, content: SuggestionContent) -> None:
        """Complete the current revision (a picture arrived in the cache); digest unchanged."""
        current = self._current(suggestion_id)
        self._executor.run(
            update(revisions)
            .where(revisions.c.suggestion == current.row, revisions.c.number == current.revision)
            .values(content=dump_content(content))
        )
        self._show(current, content)

    def cards(
        self, query: SuggestionQuery, *, offset: int = 0, limit: int = 200
    ) -> Sequence[SuggestionCard]:
        """Newest first; of one moment, in the order in which they were added."""
        if not query.states:
            return []
        page = suggestion_queries.cards(query, offset=offset, limit=limit)
        return [card_from(row) for row in self._executor.rows(page)]

    def card_ids(self, query: SuggestionQuery) -> Sequence[str]:
        """All identifiers in the order of :meth:`cards`."""
        if not query.states:
            return []
        return self._executor.run(suggestion_queries.identifiers(query)).scalars("id").all()

    def count(self, query: SuggestionQuery) -> int:
        """How many :meth:`card_ids` would give."""
        row = self._executor.one(suggestion_queries.count(query))
        return row[0] if row else 0

    def topics(self) -> Sequence[str]:
        """Every topic of a current revision, sorted."""
        return [row[0] for row in self._executor.rows(_TOPICS)]

    def due_to_expire(self, now: datetime) -> Sequence[str]:
        """New or put-off suggestions whose expiry has passed, the longest passed first."""
        waiting = (SuggestionState.NEW.value, SuggestionState.LATER.value)
        rows = self._executor.rows(
            select(suggestions.c.id)
            .where(suggestions.c.expires_at <= now, suggestions.c.state.in_(waiting))
            .order_by(suggestions.c.expires_at, suggestions.c.row)
        )
        return [row[0] for row in rows]

    def _set(self, suggestion_id: str, **values: object) -> None:
        self._executor.change(
            "suggestion", update(suggestions).where(suggestions.c.id == suggestion_id), values
        )

    def _current(self, suggestion_id: str) -> Row[Any]:
        row = self._executor.one(_WITH_REVISION.where(suggestions.c.id == suggestion_id))
        if row is None:
            raise KnownError(ErrorCode.NO_LONGER_THERE, kind="suggestion")
        return row

    def _show(self, current: Row[Any], content: SuggestionContent) -> None:
        """Let list, topics and index say what the new content says."""
        run = self._executor.run
        run(
            update(suggestions).where(suggestions.c.row == current.row),
            shown(content, current.first_seen_at),
        )
        before = load_content(current.content)
        if before.topics != content.topics:
            run(delete(suggestion_topics).where(suggestion_topics.c.suggestion == current.row))
            if content.topics:
                run(insert(suggestion_topics), _topic_values(current.row, content))
        old, new = searchable(before), searchable(content)
        if old != new:
            self._executor.run_many(_UNINDEX, [(current.row, *old)])
            self._executor.run_many(_INDEX, [(current.row, *new)])


def _revision_values(row: int, revision: Revision) -> Mapping[str, object]:
    return {
        "suggestion": row,
        "number": revision.number,
        "received_at": revision.received_at,
        "digest": revision.digest,
        "content": dump_content(revision.content),
    }


def _topic_values(row: int, content: SuggestionContent) -> list[Mapping[str, object]]:
    return [{"topic": topic, "suggestion": row} for topic in dict.fromkeys(content.topics)]
