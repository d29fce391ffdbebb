"""What the first window shows, read before any storage library is loaded.

The storage proper takes a third of a second to import; the person need not wait for it to see
the list. Whatever is unusual about the file is left to the store, which will say it properly.
"""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from ..application.cards import FirstPage, SuggestionCard
from ..domain.sphere import Sphere
from ..domain.suggestion_state import SuggestionState
from .moments import from_micros, maybe_moment
from .schema_version import APPLICATION_ID, SCHEMA_VERSION

_CARDS = """
SELECT s.id, s.title, o.title, s.state, s.sort_at, s.wordings, s.topics, s.embargo_until,
       s.expires_at, s.media, s.has_picture, s.seen, s.withdrawn, s.revision
FROM (
    SELECT row, sort_at FROM suggestions WHERE state = 'new'
    UNION ALL SELECT row, sort_at FROM suggestions WHERE state = 'later'
    ORDER BY sort_at DESC, row LIMIT ?
) AS page
JOIN suggestions AS s ON s.row = page.row
JOIN sources AS o ON o.id = s.source_id
ORDER BY page.sort_at DESC, page.row
"""
_TOTAL = """
SELECT coalesce(sum(number), 0) FROM suggestion_counts WHERE state IN ('new', 'later')
"""
_DRAFTS = "SELECT count(*) FROM drafts WHERE state = 'open'"
_SCHEDULED = """
SELECT count(*) FROM deliveries WHERE state IN ('held', 'queued') AND planned_for IS NOT NULL
"""
_ACCOUNTS = "SELECT sphere, count(*) FROM accounts GROUP BY sphere"
_SETTINGS = "SELECT name, value FROM settings"
_BUSY_SECONDS = 0.05


def read_first_page(path: Path, *, limit: int = 200) -> FirstPage | None:
    """The beginning of the list of suggestions with the numbers around it.

    Returns ``None`` when the file is absent, of another schema, or cannot be read right now.
    """
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(
            sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
        ) as connection:
            return _read(connection, limit)
    except (sqlite3.Error, OSError, ValueError):
        return None


def _read(connection: sqlite3.Connection, limit: int) -> FirstPage | None:
    connection.execute("BEGIN")  # one moment for all that follows
    if _number(connection, "PRAGMA application_id") != APPLICATION_ID:
        return None
    if _number(connection, "PRAGMA user_version") != SCHEMA_VERSION:
        return None
    accounts = dict(connection.execute(_ACCOUNTS).fetchall())
    return FirstPage(
        cards=tuple(_card(row) for row in connection.execute(_CARDS, (limit,))),
        total=_number(connection, _TOTAL),
        open_drafts=_number(connection, _DRAFTS),
        accounts={sphere: accounts.get(sphere.value, 0) for sphere in Sphere},
        scheduled=_number(connection, _SCHEDULED),
        settings=dict(connection.execute(_SETTINGS).fetchall()),
    )


def _number(connection: sqlite3.Connection, query: str) -> int:
    return int(connection.execute(query).fetchone()[0])


def _card(row: tuple[Any, ...]) -> SuggestionCard:
    (
        identifier, title, source_title, state, sort_at, wordings, topics, embargo_until,
        expires_at, media, has_picture, seen, withdrawn, revision,
    ) = row  # fmt: skip
    return SuggestionCard(
        id=identifier,
        title=title,
        source_title=source_title,
        state=SuggestionState(state),
        sort_at=from_micros(sort_at),
        wordings=wordings,
        topics=tuple(json.loads(topics)),
        embargo_until=maybe_moment(embargo_until),
        expires_at=maybe_moment(expires_at),
        media=media,
        has_picture=bool(has_picture),
        seen=bool(seen),
        withdrawn=bool(withdrawn),
        revision=revision,
    )
