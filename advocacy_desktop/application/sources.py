"""Subscribing to what the company publishes, and looking for news."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..domain.errors import ErrorCode, KnownError
from ..domain.source import Source, SourceKind, Validators, may_fetch_picture, picture_host
from ..domain.suggestion import (
    SuggestionState,
    has_expired,
)
from .changes import NOTHING, ChangeKind, Changes, changed
from .intake import Merged, expire_due, merge
from .ports import (
    Cancelled,
    Clock,
    FeedFetcher,
    FeedReader,
    Fetched,
    Identifiers,
    MediaStore,
    ParsedFeed,
    PictureInspector,
    Store,
    SuggestionQuery,
    Transaction,
)
from .source_address import read_source_address
from .source_pictures import SourcePictures

SAMPLE_ADDRESS = "sample:norvalis"


@dataclass(frozen=True, slots=True)
class SubscribeResult:
    """A new subscription."""

    source: Source
    new_count: int
    """Suggestions that came with it and stand in the queue."""
    changes: Changes


@dataclass(frozen=True, slots=True)
class RefreshResult:
    """What one look at a source brought."""

    source_id: str
    new: int = 0
    changed: int = 0
    withdrawn: int = 0
    unchanged: bool = False
    """Whether the feed is as it was when it was last read."""
    error: str | None = None
    """Code of what went wrong; everything stored is as it was."""
    changes: Changes = NOTHING


class Sources:
    """Use cases around sources. Every method that reads a feed blocks on the network."""

    def __init__(
        self,
        *,
        store: Store,
        reader: FeedReader,
        fetcher: FeedFetcher,
        inspector: PictureInspector,
        media: MediaStore,
        clock: Clock,
        ids: Identifiers,
    ) -> None:
        self._store = store
        self._reader = reader
        self._fetcher = fetcher
        self._clock = clock
        self._ids = ids
        self._pictures = SourcePictures(store, fetcher, inspector, media)

    def all(self) -> Sequence[Source]:
        """Subscriptions in the order they were made."""
        with self._store.read() as tx:
            return [source for source in tx.sources.all() if not source.removed]

    def subscribe(self, typed: str) -> SubscribeResult:
        """Subscribe to what a person typed; nothing is stored unless it is a feed.

        Raises:
            KnownError: ``NOT_AN_ADDRESS``, ``SOURCE_EXISTS``, ``NOT_A_FEED``, ``FEED_*``,
                ``FILE_NOT_READABLE``, ``TOO_LARGE``, ``OFFLINE``...
        """
        kind, address = read_source_address(typed)
        return self._subscribe(kind, address)

    def subscribe_sample(self, language: str) -> SubscribeResult:
        """Subscribe to the bundled sample company, in the language of a BCP 47 tag."""
        primary = language.replace("_", "-").split("-")[0].lower() or "en"
        return self._subscribe(SourceKind.SAMPLE, f"{SAMPLE_ADDRESS}/{primary}")

    def refresh(self, source_id: str) -> RefreshResult:
        """Look for news; what went wrong on the way is in the result and noted in the source.

        Raises:
            KnownError: ``NO_LONGER_THERE``, ``STORAGE_*``.
        """
        source = self._require(source_id)
        try:
            fetched = self._fetcher.fetch(source)
            feed = self._parse(fetched)
        except KnownError as error:
            return self._note_error(source, error)
        now = self._clock.now()
        with self._store.write() as tx:
            # Read again: a host may have been allowed, or the source removed, while it loaded.
            source = self._current(tx, source_id)
            merged = merge(tx, source, feed.items, self._ids, now) if feed else Merged()
            expired = expire_due(tx, now)
            tx.sources.save(
                replace(
                    source,
                    address=self._moved_to(tx, source, fetched),
                    site=feed.site if feed else source.site,
                    validators=fetched.validators,
                    last_checked_at=now,
                    last_error=None,
                )
            )
            _note_outcome(tx, fetched, merged)
        touched = (*merged.ids, *expired)
        kinds = [ChangeKind.SOURCES, ChangeKind.LEDGER]
        if touched:
            kinds.append(ChangeKind.SUGGESTIONS)
        return RefreshResult(
            source_id,
            new=merged.new,
            changed=merged.changed,
            withdrawn=merged.withdrawn,
            unchanged=feed is None,
            changes=changed(*kinds, ids=touched),
        )

    def refresh_all(self, cancelled: Cancelled) -> list[RefreshResult]:
        """Look at every source; one that fails never stops the rest."""
        results = []
        for source in self.all():
            if cancelled():
                break
            try:
                results.append(self.refresh(source.id))
            except KnownError as error:
                if error.code != ErrorCode.NO_LONGER_THERE:  # removed meanwhile: nothing to say
                    raise
        return results

    def fetch_pictures(self, source_id: str, cancelled: Cancelled) -> int:
        """Fetch missing pictures of suggestions in the queue, newest first; return how many.

        Each arrives in the content by itself. One that is not there, is no picture, or lies on a
        host without permission is passed over.
        """
        return self._pictures.fetch(self._require(source_id), cancelled)

    def allow_picture_host(self, source_id: str, host: str) -> Changes:
        """Allow this source's pictures to be fetched from one more host.

        Args:
            source_id: the source.
            host: as :meth:`blocked_picture_hosts` names it.
        """
        with self._store.write() as tx:
            source = self._current(tx, source_id)
            hosts = source.picture_hosts | {host.strip().lower()}
            tx.sources.save(replace(source, picture_hosts=hosts))
        return changed(ChangeKind.SOURCES, ids=(source_id,))

    def forbid_picture_host(self, source_id: str, host: str) -> Changes:
        """Take that permission back; pictures that are here already stay."""
        with self._store.write() as tx:
            source = self._current(tx, source_id)
            tx.sources.save(replace(source, picture_hosts=source.picture_hosts - {host}))
        return changed(ChangeKind.SOURCES, ids=(source_id,))

    def blocked_picture_hosts(self, suggestion_id: str) -> tuple[str, ...]:
        """Hosts that a suggestion's missing pictures lie on and that were not allowed yet."""
        with self._store.read() as tx:
            suggestion = tx.suggestions.get(suggestion_id)
            source = tx.sources.get(suggestion.source_id) if suggestion else None
        if suggestion is None or source is None:
            return ()
        blocked = (
            picture_host(picture.address)
            for picture in suggestion.content.pictures
            if picture.media is None and not may_fetch_picture(source, picture.address)
        )
        return tuple(dict.fromkeys(host for host in blocked if host))

    def rename(self, source_id: str, title: str) -> Changes:
        """Give it a name of one's own; an empty one changes nothing."""
        title = " ".join(title.split())
        with self._store.write() as tx:
            source = self._current(tx, source_id)
            tx.sources.save(replace(source, title=title or source.title))
        return changed(ChangeKind.SOURCES, ChangeKind.SUGGESTIONS, ids=(source_id,))

    def remove(self, source_id: str) -> Changes:
        """Unsubscribe: what was not decided on leaves the queue, drafts and the rest stay."""
        now = self._clock.now()
        waiting = frozenset({SuggestionState.NEW, SuggestionState.LATER})
        with self._store.write() as tx:
            source = self._current(tx, source_id)
            query = SuggestionQuery(states=waiting, source_id=source_id)
            left = tuple(tx.suggestions.card_ids(query))
            for suggestion_id in left:
                tx.suggestions.set_state(suggestion_id, SuggestionState.EXPIRED, now)
            # Without validators the next subscription reads the feed in full again.
            tx.sources.save(replace(source, removed=True, validators=Validators()))
        return changed(ChangeKind.SOURCES, ChangeKind.SUGGESTIONS, ids=left)

    # --- inside ------------------------------------------------------------------------------

    def _subscribe(self, kind: SourceKind, address: str) -> SubscribeResult:
        with self._store.read() as tx:
            before = _free(tx, address)
        now = self._clock.now()
        source = before or Source(self._ids.new_id(), kind, address, address, now)
        fetched = self._fetcher.fetch(replace(source, validators=Validators()))
        feed = self._parse(fetched)
        if feed is None:  # "not modified" to a request that named no earlier state
            raise KnownError(ErrorCode.NOT_A_FEED, address=address, found="empty")
        address = fetched.permanent_address or address
        with self._store.write() as tx:
            before = _free(tx, address) or before
            source = replace(
                before or source,
                address=address,
                title=before.title if before else feed.title or _name_of(address),
                site=feed.site,
                validators=fetched.validators,
                last_checked_at=now,
                last_error=None,
                removed=False,
            )
            if before is None:
                tx.sources.add(source)
            else:
                tx.sources.save(source)
            merged = merge(tx, source, feed.items, self._ids, now)
            back = self._bring_back(tx, source, feed) if before is not None else ()
            _note_outcome(tx, fetched, merged)
        kinds = (ChangeKind.SOURCES, ChangeKind.SUGGESTIONS, ChangeKind.LEDGER)
        return SubscribeResult(
            source, merged.new + len(back), changed(*kinds, ids=(*merged.ids, *back))
        )

    def _bring_back(self, tx: Transaction, source: Source, feed: ParsedFeed) -> tuple[str, ...]:
        """After subscribing again: what left the queue with the subscription comes back."""
        now = self._clock.now()
        known = tx.suggestions.digests(source.id)
        back = []
        for item in feed.items:
            suggestion_id = known.get(item.external_id, ("", ""))[0]
            suggestion = tx.suggestions.get(suggestion_id)
            if (
                suggestion is not None
                and suggestion.state is SuggestionState.EXPIRED
                and not has_expired(suggestion.content, now)
                and not suggestion.content.withdrawn
            ):
                tx.suggestions.set_state(suggestion_id, SuggestionState.NEW, now)
                back.append(suggestion_id)
        return tuple(back)

    def _parse(self, fetched: Fetched) -> ParsedFeed | None:
        if fetched.data is None:
            return None
        return self._reader.parse(
            fetched.data, address=fetched.address, content_type=fetched.content_type
        )

    def _note_error(self, source: Source, error: KnownError) -> RefreshResult:
        now = self._clock.now()
        with self._store.write() as tx:
            current = self._current(tx, source.id)
            tx.sources.save(replace(current, last_checked_at=now, last_error=error.code))
            expired = expire_due(tx, now)
        kinds = [ChangeKind.SOURCES, ChangeKind.LEDGER]
        if expired:
            kinds.append(ChangeKind.SUGGESTIONS)
        return RefreshResult(source.id, error=error.code, changes=changed(*kinds, ids=expired))

    def _moved_to(self, tx: Transaction, source: Source, fetched: Fetched) -> str:
        """The address to ask next time: a permanent move is remembered, unless it is taken."""
        address = fetched.permanent_address
        if address is None or tx.sources.by_address(address) is not None:
            return source.address
        return address

    def _require(self, source_id: str) -> Source:
        with self._store.read() as tx:
            return self._current(tx, source_id)

    @staticmethod
    def _current(tx: Transaction, source_id: str) -> Source:
        source = tx.sources.get(source_id)
        if source is None or source.removed:
            raise KnownError(ErrorCode.NO_LONGER_THERE, kind="source")
        return source


def _free(tx: Transaction, address: str) -> Source | None:
    """The removed source of that address, if any. Raises ``SOURCE_EXISTS`` for a living one."""
    found = tx.sources.by_address(address)
    if found is not None and not found.removed:
        raise KnownError(ErrorCode.SOURCE_EXISTS, address=address)
    return found


def _note_outcome(tx: Transaction, fetched: Fetched, merged: Merged) -> None:
    if fetched.ledger_id is not None:
        tx.ledger.set_outcome(fetched.ledger_id, f"new:{merged.new}")


def _name_of(address: str) -> str:
    """A title for a feed that has none: its host, or the name of its file."""
    return picture_host(address) or address.replace("\\", "/").rstrip("/").rpartition("/")[2]
