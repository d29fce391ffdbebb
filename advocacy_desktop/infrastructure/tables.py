"""The tables, as SQLAlchemy Core knows them; ``migrations/`` makes them.

Moments are whole microseconds (:mod:`.moments`), nested dataclasses are JSON
(:mod:`.codecs`). A row of ``suggestions`` repeats what a list shows of its current revision, so
that a page of a list reads one table in the order of one index.
"""

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    column,
    table,
)
from sqlalchemy import text as sql

from .moments import from_micros, to_micros

metadata = MetaData()


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as microseconds."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Moment to number."""
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Number to moment."""
        return None if value is None else from_micros(value)


class Words(TypeDecorator[str]):
    """Text from outside, which may hold half a surrogate pair: SQLite cannot store that."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Replace what UTF-8 has no form for by a question mark."""
        if value is None or value.isascii():
            return value
        return value.encode("utf-8", "replace").decode()


sources = Table(
    "sources",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("address", Words, nullable=False, unique=True),
    Column("title", Words, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("site", Words),
    Column("etag", Words),
    Column("last_modified", Words),
    Column("picture_hosts", Text, nullable=False),
    Column("last_checked_at", Moment),
    Column("last_error", Text),
    Column("removed", Boolean, nullable=False),
)

suggestions = Table(
    "suggestions",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("source_id", Text, ForeignKey("sources.id"), nullable=False),
    Column("external_id", Words, nullable=False),
    Column("state", Text, nullable=False),
    Column("first_seen_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Column("seen", Boolean, nullable=False),
    Column("note", Words, nullable=False),
    # What follows repeats the current revision.
    Column("revision", Integer, nullable=False),
    Column("digest", Text, nullable=False),
    Column("title", Words, nullable=False),
    Column("sort_at", Moment, nullable=False),
    Column("wordings", Integer, nullable=False),
    Column("topics", Text, nullable=False),
    Column("embargo_until", Moment),
    Column("expires_at", Moment),
    Column("media", Text),
    Column("has_picture", Boolean, nullable=False),
    Column("withdrawn", Boolean, nullable=False),
    UniqueConstraint("source_id", "external_id"),
)
# The row number follows by itself at the end of each index: what came at one moment keeps the
# order in which the feed had it.
Index("ix_suggestions_list", suggestions.c.state, suggestions.c.sort_at.desc())
Index(
    "ix_suggestions_source",
    suggestions.c.source_id,
    suggestions.c.state,
    suggestions.c.sort_at.desc(),
)
Index(
    "ix_suggestions_expiry",
    suggestions.c.state,
    suggestions.c.expires_at,
    sqlite_where=sql("expires_at IS NOT NULL"),
)

revisions = Table(
    "revisions",
    metadata,
    Column("suggestion", Integer, ForeignKey("suggestions.row"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("digest", Text, nullable=False),
    Column("content", Text, nullable=False),
    PrimaryKeyConstraint("suggestion", "number"),
)

suggestion_topics = Table(
    "suggestion_topics",
    metadata,
    Column("topic", Words, nullable=False),
    Column("suggestion", Integer, ForeignKey("suggestions.row"), nullable=False),
    PrimaryKeyConstraint("topic", "suggestion"),
    sqlite_with_rowid=False,
)
Index("ix_suggestion_topics_suggestion", suggestion_topics.c.suggestion)

# How many suggestions stand in each state, so that the first window need not count a hundred
# thousand rows. Kept by the repository: a trigger for each row costs more than all other tables.
suggestion_counts = Table(
    "suggestion_counts",
    metadata,
    Column("state", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    sqlite_with_rowid=False,
)

# FTS5, contentless: the words are those of the current revision, which stands in `revisions`.
suggestion_search = table("suggestion_search", column("rowid", Integer))

drafts = Table(
    "drafts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sphere", Text, nullable=False),
    Column("suggestion_id", Text, ForeignKey("suggestions.id"), index=True),
    Column("account_ids", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("updated_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
)
Index("ix_drafts_list", drafts.c.state, drafts.c.updated_at.desc())

draft_versions = Table(
    "draft_versions",
    metadata,
    Column("draft_id", Text, ForeignKey("drafts.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("saved_at", Moment, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("draft_id", "number"),
)

accounts = Table(
    "accounts",
    metadata,
    Column("id", Text, primary_key=True),
    Column("sphere", Text, nullable=False),
    Column("network", Text, nullable=False),
    Column("identity", Words, nullable=False),
    Column("handle", Words, nullable=False),
    Column("display_name", Words, nullable=False),
    Column("server", Words, nullable=False),
    Column("added_at", Moment, nullable=False),
    Column("status", Text, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    # No foreign keys: the record of what was agreed to outlives what it was about.
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("draft_id", Text, nullable=False),
    Column("account_id", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("given_at", Moment, nullable=False),
)

deliveries = Table(
    "deliveries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("draft_id", Text, ForeignKey("drafts.id"), nullable=False, index=True),
    Column("suggestion_id", Text, ForeignKey("suggestions.id"), index=True),
    # No foreign key: what was published stays listed after the account was removed.
    Column("account_id", Text, nullable=False),
    Column("sphere", Text, nullable=False),
    Column("network", Text, nullable=False),
    Column("post", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("approved_at", Moment, nullable=False),
    Column("not_before", Moment, nullable=False),
    Column("record_key", Text, nullable=False),
    Column("consent_id", Text, ForeignKey("consents.id")),
    Column("lease_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("error", Text),
    Column("error_data", Text, nullable=False),
    Column("planned_for", Moment),
    UniqueConstraint("account_id", "record_key"),
)
Index("ix_deliveries_list", deliveries.c.state, deliveries.c.approved_at)

attempts = Table(
    "attempts",
    metadata,
    Column("delivery_id", Text, ForeignKey("deliveries.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("finished_at", Moment),
    Column("outcome", Text, nullable=False),
    Column("error", Text),
    PrimaryKeyConstraint("delivery_id", "number"),
)

receipts = Table(
    "receipts",
    metadata,
    Column("delivery_id", Text, ForeignKey("deliveries.id"), primary_key=True),
    Column("remote_id", Words, nullable=False),
    Column("url", Words),
    Column("received_at", Moment, nullable=False),
)

undo_steps = Table(
    "undo_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("done_at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

ledger = Table(
    "ledger",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started_at", Moment, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("method", Text, nullable=False),
    Column("host", Words, nullable=False),
    Column("path", Words, nullable=False),
    Column("audience", Text, nullable=False),
    Column("as_whom", Words, nullable=False),
    Column("sent_bytes", Integer, nullable=False),
    Column("detail", Words, nullable=False),
    Column("finished_at", Moment),
    Column("status", Integer),
    Column("received_bytes", Integer, nullable=False),
    Column("error", Text),
    Column("outcome", Text),
    sqlite_autoincrement=True,
)

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Words, nullable=False),
    sqlite_with_rowid=False,
)

practice_posts = Table(
    "practice_posts",
    metadata,
    Column("record_key", Text, primary_key=True),
    Column("account_id", Text, nullable=False),
    Column("posted_at", Moment, nullable=False, index=True),
    Column("post", Text, nullable=False),
)
