"""Sources for tests: the real database and picture store, real feeds over real sockets."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from advocacy_desktop.application.ports import LedgerWriter, SuggestionQuery
from advocacy_desktop.application.sources import Sources
from advocacy_desktop.domain.suggestion import Suggestion, SuggestionState
from advocacy_desktop.infrastructure.feeds.fetch import HttpFeedFetcher
from advocacy_desktop.infrastructure.feeds.reader import TolerantFeedReader
from advocacy_desktop.infrastructure.http import GuardedHttp
from advocacy_desktop.infrastructure.http_wire import TimeLimits
from advocacy_desktop.infrastructure.identifiers import RandomIdentifiers
from advocacy_desktop.infrastructure.ledger_writer import SqliteLedgerWriter
from advocacy_desktop.infrastructure.media import FileMediaStore
from advocacy_desktop.infrastructure.pictures import QtPictureInspector
from advocacy_desktop.infrastructure.sample_feed import sample_feed_bytes, sample_picture
from advocacy_desktop.infrastructure.store import SqliteStore
from support.profile import StillClock
from support.real_parts import ROOT

ALL_STATES = frozenset(SuggestionState)


@dataclass
class Intake:
    """Everything between a feed's bytes and the stored suggestions, on real parts."""

    sources: Sources
    store: SqliteStore
    media: FileMediaStore
    clock: StillClock

    def suggestions(self) -> Sequence[Suggestion]:
        """All, newest first."""
        with self.store.read() as tx:
            found = [
                tx.suggestions.get(i) for i in tx.suggestions.card_ids(SuggestionQuery(ALL_STATES))
            ]
        return [suggestion for suggestion in found if suggestion is not None]

    def only(self) -> Suggestion:
        """The one suggestion there is."""
        (found,) = self.suggestions()
        return found

    def set_state(self, suggestion_id: str, state: SuggestionState) -> None:
        """Put a suggestion where the test needs it."""
        with self.store.write() as tx:
            tx.suggestions.set_state(suggestion_id, state, self.clock.now())


@contextmanager
def intake(folder: Path, ledger: LedgerWriter | None = None) -> Iterator[Intake]:
    """An empty profile in the folder."""
    clock = StillClock()
    store = SqliteStore.open(folder / "p.sqlite3", backups=folder / "backups", clock=clock)
    media = FileMediaStore(folder / "media")
    times = TimeLimits(connect=2, read=2, write=2, answer=5)
    http = GuardedHttp(None, ledger or SqliteLedgerWriter(store), clock, times=times)
    root = ROOT / "resources"
    sources = Sources(
        store=store,
        reader=TolerantFeedReader(),
        fetcher=HttpFeedFetcher(
            http,
            sample=lambda language: sample_feed_bytes(language, clock.now(), root),
            sample_picture=lambda name: sample_picture(name, root),
        ),
        inspector=QtPictureInspector(),
        media=media,
        clock=clock,
        ids=RandomIdentifiers(),
    )
    try:
        yield Intake(sources, store, media, clock)
    finally:
        store.close()


def png(width: int = 30, height: int = 20, colour: str = "teal") -> bytes:
    """A small real picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
