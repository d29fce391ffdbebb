"""The practice timeline in the database."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, delete, insert, select

from ...application.ports import PracticePost
from ..codecs import dump_post, load_post
from ..tables import practice_posts
from .executor import Executor

_TIMELINE = select(practice_posts).order_by(
    practice_posts.c.posted_at.desc(), practice_posts.c.record_key.desc()
)


def _post(row: Row[Any]) -> PracticePost:
    return PracticePost(
        record_key=row.record_key,
        account_id=row.account_id,
        posted_at=row.posted_at,
        post=load_post(row.post),
    )


class PracticeRows:
    """Implements ``PracticeRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def put(self, post: PracticePost) -> None:
        """Store it; the same key again changes nothing."""
        self._executor.run(
            insert(practice_posts).prefix_with("OR IGNORE"),
            {
                "record_key": post.record_key,
                "account_id": post.account_id,
                "posted_at": post.posted_at,
                "post": dump_post(post.post),
            },
        )

    def get(self, record_key: str) -> PracticePost | None:
        """By key."""
        row = self._executor.one(
            select(practice_posts).where(practice_posts.c.record_key == record_key)
        )
        return row and _post(row)

    def remove(self, record_key: str) -> None:
        """Delete it; what is absent already is no error."""
        self._executor.run(delete(practice_posts).where(practice_posts.c.record_key == record_key))

    def all(self) -> Sequence[PracticePost]:
        """Newest first."""
        return [_post(row) for row in self._executor.rows(_TIMELINE)]
