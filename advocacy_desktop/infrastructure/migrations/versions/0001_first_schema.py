"""The first schema: sources, suggestions, drafts, the outbox, the ledger and what belongs to them.

Moments are whole microseconds since 1970 (BIGINT), nested values are JSON (TEXT).
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def text(name: str, *, empty: bool = False) -> sa.Column[str]:
    """A column of text that may be empty (NULL) or not."""
    return sa.Column(name, sa.Text, nullable=empty)


def number(name: str) -> sa.Column[int]:
    """A column of whole numbers."""
    return sa.Column(name, sa.Integer, nullable=False)


def yes_or_no(name: str) -> sa.Column[bool]:
    """A column of truth values."""
    return sa.Column(name, sa.Boolean, nullable=False)


def moment(name: str, *, empty: bool = False) -> sa.Column[int]:
    """A column of moments."""
    return sa.Column(name, sa.BigInteger, nullable=empty)


def upgrade() -> None:
    """Make every table."""
    sources_and_suggestions()
    full_text()
    drafts()
    outbox()
    records()


def sources_and_suggestions() -> None:
    """What comes in."""
    op.create_table(
        "sources",
        sa.Column("id", sa.Text, primary_key=True),
        text("kind"),
        text("address"),
        text("title"),
        moment("added_at"),
        text("site", empty=True),
        text("etag", empty=True),
        text("last_modified", empty=True),
        text("picture_hosts"),
        moment("last_checked_at", empty=True),
        text("last_error", empty=True),
        yes_or_no("removed"),
        sa.UniqueConstraint("address"),
    )
    op.create_table(
        "suggestions",
        sa.Column("row", sa.Integer, primary_key=True),
        text("id"),
        sa.Column("source_id", sa.Text, sa.ForeignKey("sources.id"), nullable=False),
        text("external_id"),
        text("state"),
        moment("first_seen_at"),
        moment("changed_at"),
        yes_or_no("seen"),
        text("note"),
        number("revision"),
        text("digest"),
        text("title"),
        moment("sort_at"),
        number("wordings"),
        text("topics"),
        moment("embargo_until", empty=True),
        moment("expires_at", empty=True),
        text("media", empty=True),
        yes_or_no("has_picture"),
        yes_or_no("withdrawn"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("source_id", "external_id"),
    )
    newest = sa.text("sort_at DESC")
    op.create_index("ix_suggestions_list", "suggestions", ["state", newest])
    op.create_index("ix_suggestions_source", "suggestions", ["source_id", "state", newest])
    op.create_index(
        "ix_suggestions_expiry",
        "suggestions",
        ["state", "expires_at"],
        sqlite_where=sa.text("expires_at IS NOT NULL"),
    )
    op.create_table(
        "revisions",
        sa.Column("suggestion", sa.Integer, sa.ForeignKey("suggestions.row"), nullable=False),
        number("number"),
        moment("received_at"),
        text("digest"),
        text("content"),
        sa.PrimaryKeyConstraint("suggestion", "number"),
    )
    op.create_table(
        "suggestion_topics",
        text("topic"),
        sa.Column("suggestion", sa.Integer, sa.ForeignKey("suggestions.row"), nullable=False),
        sa.PrimaryKeyConstraint("topic", "suggestion"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_suggestion_topics_suggestion", "suggestion_topics", ["suggestion"])
    op.create_table(
        "suggestion_counts",
        sa.Column("state", sa.Text, primary_key=True),
        number("number"),
        sqlite_with_rowid=False,
    )


def full_text() -> None:
    """Words from their beginning, accents and case forgiven; the index keeps no text."""
    op.execute(
        "CREATE VIRTUAL TABLE suggestion_search USING fts5 (title, body, extra, content='',"
        " tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    # Words gather in memory, up to eight megabytes, before they are written: a source with ten
    # thousand items is indexed in half the time.
    op.execute(
        "INSERT INTO suggestion_search (suggestion_search, rank) VALUES ('hashsize', 8388608)"
    )


def drafts() -> None:
    """The employee's own words."""
    op.create_table(
        "drafts",
        sa.Column("id", sa.Text, primary_key=True),
        text("sphere"),
        sa.Column("suggestion_id", sa.Text, sa.ForeignKey("suggestions.id")),
        text("account_ids"),
        text("state"),
        number("version"),
        moment("created_at"),
        moment("updated_at"),
        text("body"),
    )
    op.create_index("ix_drafts_suggestion_id", "drafts", ["suggestion_id"])
    op.create_index("ix_drafts_list", "drafts", ["state", sa.text("updated_at DESC")])
    op.create_table(
        "draft_versions",
        sa.Column("draft_id", sa.Text, sa.ForeignKey("drafts.id"), nullable=False),
        number("number"),
        moment("saved_at"),
        text("body"),
        sa.PrimaryKeyConstraint("draft_id", "number"),
    )
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text, primary_key=True),
        text("sphere"),
        text("network"),
        text("identity"),
        text("handle"),
        text("display_name"),
        text("server"),
        moment("added_at"),
        text("status"),
    )


def outbox() -> None:
    """What goes out, and by what right."""
    op.create_table(
        "consents",
        sa.Column("id", sa.Text, primary_key=True),
        text("kind"),
        text("draft_id"),
        text("account_id"),
        text("digest"),
        moment("given_at"),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("draft_id", sa.Text, sa.ForeignKey("drafts.id"), nullable=False),
        sa.Column("suggestion_id", sa.Text, sa.ForeignKey("suggestions.id")),
        text("account_id"),
        text("sphere"),
        text("network"),
        text("post"),
        text("state"),
        moment("approved_at"),
        moment("not_before"),
        text("record_key"),
        sa.Column("consent_id", sa.Text, sa.ForeignKey("consents.id")),
        moment("lease_until", empty=True),
        number("attempts"),
        text("error", empty=True),
        text("error_data"),
        moment("planned_for", empty=True),
        sa.UniqueConstraint("account_id", "record_key"),
    )
    op.create_index("ix_deliveries_draft_id", "deliveries", ["draft_id"])
    op.create_index("ix_deliveries_suggestion_id", "deliveries", ["suggestion_id"])
    op.create_index("ix_deliveries_list", "deliveries", ["state", "approved_at"])
    op.create_table(
        "attempts",
        sa.Column("delivery_id", sa.Text, sa.ForeignKey("deliveries.id"), nullable=False),
        number("number"),
        moment("started_at"),
        moment("finished_at", empty=True),
        text("outcome"),
        text("error", empty=True),
        sa.PrimaryKeyConstraint("delivery_id", "number"),
    )
    op.create_table(
        "receipts",
        sa.Column("delivery_id", sa.Text, sa.ForeignKey("deliveries.id"), primary_key=True),
        text("remote_id"),
        text("url", empty=True),
        moment("received_at"),
    )


def records() -> None:
    """What the program remembers about itself."""
    op.create_table(
        "undo_steps",
        sa.Column("id", sa.Integer, primary_key=True),
        text("kind"),
        text("payload"),
        moment("done_at"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer, primary_key=True),
        moment("started_at"),
        text("purpose"),
        text("method"),
        text("host"),
        text("path"),
        text("audience"),
        text("as_whom"),
        number("sent_bytes"),
        text("detail"),
        moment("finished_at", empty=True),
        sa.Column("status", sa.Integer),
        number("received_bytes"),
        text("error", empty=True),
        text("outcome", empty=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        sa.Column("name", sa.Text, primary_key=True),
        text("value"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "practice_posts",
        sa.Column("record_key", sa.Text, primary_key=True),
        text("account_id"),
        moment("posted_at"),
        text("post"),
    )
    op.create_index("ix_practice_posts_posted_at", "practice_posts", ["posted_at"])
