"""The practice timeline: where posts of the practice account end, in this computer only."""

from typing import Protocol

from .ports import PracticePost, Store


class PracticeTimeline(Protocol):
    """What the practice adapter needs; may raise ``KnownError`` with ``STORAGE_*``."""

    def put(self, post: PracticePost) -> None:
        """Store it; the same record key again changes nothing."""
        ...

    def get(self, record_key: str) -> PracticePost | None: ...
    def remove(self, record_key: str) -> None: ...


class StoredTimeline:
    """The timeline in the profile's file."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def put(self, post: PracticePost) -> None:
        """Store it; the same record key again changes nothing."""
        with self._store.write(durable=True) as tx:
            tx.practice.put(post)

    def get(self, record_key: str) -> PracticePost | None:
        """The post, if it is there."""
        with self._store.read() as tx:
            return tx.practice.get(record_key)

    def remove(self, record_key: str) -> None:
        """Take it away; one that is gone already is no error."""
        with self._store.write() as tx:
            tx.practice.remove(record_key)
