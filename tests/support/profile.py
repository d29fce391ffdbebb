"""A profile for tests: the real database in a real folder, a clock that stands still."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advocacy_desktop.application.accounts import Accounts
from advocacy_desktop.application.drafts import Drafts
from advocacy_desktop.application.library import Library
from advocacy_desktop.application.outbox import Outbox
from advocacy_desktop.application.ports import NetworkAdapter, SignInForm
from advocacy_desktop.application.practice import StoredTimeline
from advocacy_desktop.application.publishing import Publishing
from advocacy_desktop.application.sphere_kit import SphereKit
from advocacy_desktop.application.triage import Triage
from advocacy_desktop.application.undo import Undo
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.limits import RULES
from advocacy_desktop.domain.source import Source, SourceKind
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
    Wording,
)
from advocacy_desktop.infrastructure.http import GuardedHttp
from advocacy_desktop.infrastructure.identifiers import RandomIdentifiers
from advocacy_desktop.infrastructure.ledger_writer import SqliteLedgerWriter
from advocacy_desktop.infrastructure.media import FileMediaStore
from advocacy_desktop.infrastructure.pictures import QtPictureInspector
from advocacy_desktop.infrastructure.secrets import KeyringSecrets
from advocacy_desktop.infrastructure.store import SqliteStore
from advocacy_desktop.networks.registry import build_adapters

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@dataclass
class StillClock:
    """A clock that goes on only when told to."""

    moment: datetime = START

    def now(self) -> datetime:
        return self.moment

    def go_on(self, seconds: float) -> None:
        self.moment += timedelta(seconds=seconds)


@dataclass
class Desk:
    """Everything between the rules and the window, on real parts."""

    folder: Path
    clock: StillClock
    store: SqliteStore
    media: FileMediaStore
    adapters: Mapping[str, NetworkAdapter]
    kits: Mapping[Sphere, SphereKit]
    triage: Triage
    drafts: Drafts
    publishing: Publishing
    outbox: Outbox
    accounts: Accounts
    library: Library
    undo: Undo
    ids: RandomIdentifiers = field(default_factory=RandomIdentifiers)

    def suggestion(
        self,
        name: str = "heat",
        *,
        state: SuggestionState = SuggestionState.NEW,
        **content: object,
    ) -> Suggestion:
        """Put a suggestion into the queue, as a source would."""
        now = self.clock.now()
        facts: dict[str, object] = {
            "title": f"We open our {name} plant",
            "html": "<p>The waste heat of our data centre warms 1,200 homes.</p>",
            "text": "The waste heat of our data centre warms 1,200 homes.",
            "link": f"https://norvalis.example/{name}?utm_source=feed",
            "published_at": now,
            "language": "en",
            "wordings": (Wording("Proud to see our waste heat warm 1,200 homes in Grenoble."),),
            "disclosure": "I work at Norvalis.",
        }
        facts.update(content)
        suggestion = Suggestion(
            id=self.ids.new_id(),
            source_id="norvalis",
            external_id=name,
            state=state,
            first_seen_at=now,
            changed_at=now,
            revision=Revision(1, now, f"digest-{name}", SuggestionContent(**facts)),  # type: ignore[arg-type]
        )
        with self.store.write() as tx:
            if tx.sources.get("norvalis") is None:
                tx.sources.add(
                    Source("norvalis", SourceKind.FEED, "https://norvalis.example/f", "News", now)
                )
            tx.suggestions.add(suggestion)
        return suggestion

    def state_of(self, suggestion_id: str) -> SuggestionState:
        """Where a suggestion stands now."""
        return self.triage.look_at(suggestion_id).suggestion.state

    def practice_account(
        self, name: str = "Claire Morel", sphere: Sphere = Sphere.PROFESSIONAL
    ) -> Account:
        """An account on the practice network."""
        return self.accounts.add(sphere, "practice", SignInForm(identifier=name))


@contextmanager
def desk(folder: Path, clock: StillClock | None = None) -> Iterator[Desk]:
    """A desk in that folder; leaving closes the database, so it can be opened again."""
    clock = clock or StillClock()
    store = SqliteStore.open(folder / "p.sqlite3", backups=folder / "backups", clock=clock)
    media = FileMediaStore(folder / "media")
    inspector = QtPictureInspector()
    ids = RandomIdentifiers()
    writer = SqliteLedgerWriter(store)
    kits = {
        sphere: SphereKit(sphere, KeyringSecrets(sphere), GuardedHttp(sphere, writer, clock))
        for sphere in Sphere
    }
    adapters = build_adapters(StoredTimeline(store))
    try:
        yield Desk(
            folder=folder,
            clock=clock,
            store=store,
            media=media,
            adapters=adapters,
            kits=kits,
            triage=Triage(store=store, clock=clock),
            drafts=Drafts(store=store, clock=clock, ids=ids, media=media, inspector=inspector),
            publishing=Publishing(
                store=store, clock=clock, ids=ids, media=media, inspector=inspector, rules=RULES
            ),
            outbox=Outbox(store=store, adapters=adapters, kits=kits, media=media, clock=clock),
            accounts=Accounts(
                store=store, adapters=adapters, kits=kits, media=media, clock=clock, ids=ids
            ),
            library=Library(store=store),
            undo=Undo(store=store, clock=clock),
            ids=ids,
        )
    finally:
        store.close()
