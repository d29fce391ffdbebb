"""Bringing the pictures of suggestions into the local cache, after their text is there."""

from dataclasses import replace

from ..domain.errors import ErrorCode, KnownError
from ..domain.source import Source, may_fetch_picture, picture_host
from ..domain.suggestion import Picture, SuggestionContent, SuggestionState
from .intake import keep_pictures
from .ports import (
    Cancelled,
    FeedFetcher,
    MediaStore,
    PictureInspector,
    Store,
    SuggestionQuery,
)

_WANTED = frozenset(
    {
        SuggestionState.NEW,
        SuggestionState.LATER,
        SuggestionState.DRAFTING,
        SuggestionState.SHARED,
    }
)
"""States in which a suggestion is looked at, so that its pictures are worth fetching."""

_NEWEST = 200
"""Suggestions of a source whose pictures are fetched ahead."""

_HOST_IS_DEAD = frozenset(
    {
        ErrorCode.OFFLINE,
        ErrorCode.PROXY_REFUSED,
        ErrorCode.TIMED_OUT,
        ErrorCode.UNTRUSTED_CERTIFICATE,
    }
)
"""Errors after which asking the same host for the next picture is pointless for now."""


class SourcePictures:
    """Fetches what is missing; remembers during this run what proved to be no picture."""

    def __init__(
        self,
        store: Store,
        fetcher: FeedFetcher,
        inspector: PictureInspector,
        media: MediaStore,
    ) -> None:
        self._store = store
        self._fetcher = fetcher
        self._inspector = inspector
        self._media = media
        self._unusable: set[tuple[str, str]] = set()
        """Source and address."""

    def fetch(self, source: Source, cancelled: Cancelled) -> int:
        """See :meth:`Sources.fetch_pictures`."""
        query = SuggestionQuery(states=_WANTED, source_id=source.id, with_picture=True)
        with self._store.read() as tx:
            wanted = list(tx.suggestions.card_ids(query)[:_NEWEST])
        count = 0
        dead: set[str] = set()
        here: dict[str, Picture] = {}
        for suggestion_id in wanted:
            with self._store.read() as tx:
                suggestion = tx.suggestions.get(suggestion_id)
            for picture in suggestion.content.pictures if suggestion else ():
                if cancelled():
                    return count
                if picture.media is not None or not self._may_try(source, picture, dead):
                    continue
                known = here.get(picture.address)
                arrived = known or self._bring(source, picture, dead)
                if arrived is not None:
                    here[picture.address] = arrived
                    self._complete(suggestion_id, arrived)
                    count += 1
        return count

    def _may_try(self, source: Source, picture: Picture, dead: set[str]) -> bool:
        return (
            may_fetch_picture(source, picture.address)
            and (source.id, picture.address) not in self._unusable
            and picture_host(picture.address) not in dead
        )

    def _bring(self, source: Source, picture: Picture, dead: set[str]) -> Picture | None:
        try:
            data = self._fetcher.fetch_picture(source, picture.address)
            facts = self._inspector.inspect(data, name=picture.address) if data else None
        except KnownError as error:
            if error.code.startswith("storage_"):
                raise  # the ledger could not be written: nothing may leave
            if error.code in _HOST_IS_DEAD and picture_host(picture.address):
                dead.add(picture_host(picture.address))
                return None
            facts = None
        if facts is None:
            # One bad picture must not cost the others; the text reads well without it.
            self._unusable.add((source.id, picture.address))
            return None
        media = self._media.put(facts.data)
        return replace(picture, media=media, width=facts.width, height=facts.height)

    def _complete(self, suggestion_id: str, arrived: Picture) -> None:
        with self._store.write() as tx:
            suggestion = tx.suggestions.get(suggestion_id)
            if suggestion is not None:
                cached = SuggestionContent("", "", "", pictures=(arrived,))  # by its address
                tx.suggestions.set_content(suggestion_id, keep_pictures(suggestion.content, cached))
