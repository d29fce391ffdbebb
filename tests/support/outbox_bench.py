"""A whole outbox on real parts: SQLite file, media folder, guarded HTTP; made for one test."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advocacy_desktop.application.outbox import Outbox
from advocacy_desktop.application.ports import Clock, Identity, NetworkAdapter, PublishContext
from advocacy_desktop.application.practice import StoredTimeline
from advocacy_desktop.application.sphere_kit import SphereKit
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.delivery import Delivery, DeliveryState, FrozenMedia, Post, approve
from advocacy_desktop.domain.draft import Draft, DraftBody, DraftState
from advocacy_desktop.domain.source import Source, SourceKind
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
)
from advocacy_desktop.infrastructure.http import GuardedHttp
from advocacy_desktop.infrastructure.http_wire import TimeLimits
from advocacy_desktop.infrastructure.identifiers import RandomIdentifiers
from advocacy_desktop.infrastructure.ledger_writer import SqliteLedgerWriter
from advocacy_desktop.infrastructure.media import FileMediaStore
from advocacy_desktop.infrastructure.secrets import KeyringSecrets
from advocacy_desktop.infrastructure.store import SqliteStore
from advocacy_desktop.networks.bluesky.adapter import BlueskyAdapter
from advocacy_desktop.networks.bluesky.identity import Directories
from advocacy_desktop.networks.practice import PracticeAdapter


class HandClock:
    """A clock that stands where the test puts it; begins at the true time (tokens expire)."""

    def __init__(self) -> None:
        self.time = datetime.now(UTC).replace(microsecond=0)

    def now(self) -> datetime:
        return self.time

    def forward(self, **parts: float) -> None:
        self.time += timedelta(**parts)


class Bench:
    """Everything an outbox needs, in one folder."""

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        *,
        directories: Directories | None = None,
        read_seconds: float = 20,
        adapters: Mapping[str, NetworkAdapter] | None = None,
    ) -> None:
        self.folder, self.clock = folder, clock
        self.store = SqliteStore.open(
            folder / "profile.db", backups=folder / "backups", clock=clock
        )
        self.media = FileMediaStore(folder / "media")
        self.ids = RandomIdentifiers()
        times = TimeLimits(connect=5, read=read_seconds, write=20, answer=20)
        self.kits = {
            sphere: SphereKit(
                sphere,
                KeyringSecrets(sphere),
                GuardedHttp(sphere, SqliteLedgerWriter(self.store), clock, times=times),
            )
            for sphere in Sphere
        }
        self.adapters: dict[str, NetworkAdapter] = {
            "practice": PracticeAdapter(StoredTimeline(self.store)),
            "bluesky": BlueskyAdapter(directories),
            **(adapters or {}),
        }
        self.outbox = Outbox(
            store=self.store,
            adapters=self.adapters,
            kits=self.kits,
            media=self.media,
            clock=clock,
        )

    def close(self) -> None:
        self.store.close()

    def add_account(
        self, network: str, identity: Identity, sphere: Sphere = Sphere.PROFESSIONAL
    ) -> Account:
        """Store an account; its secrets stay in memory (the keyring has its own tests)."""
        account = Account(
            id=self.ids.new_id(),
            sphere=sphere,
            network=network,
            identity=identity.identity,
            handle=identity.handle,
            display_name=identity.display_name,
            server=identity.server,
            added_at=self.clock.now(),
        )
        self.give_secrets(account, identity.secrets)
        with self.store.write() as tx:
            tx.accounts.add(account)
        return account

    def give_secrets(self, account: Account, secrets: Mapping[str, str]) -> None:
        store = self.kits[account.sphere].secrets
        store.keep_for_this_run(account.id)
        for part, secret in secrets.items():
            store.set(account.id, part, secret)

    def context(self, account: Account) -> PublishContext:
        return self.kits[account.sphere].context(account, self.media, self.clock)

    def add_suggestion(self) -> str:
        """A suggestion that is being drafted."""
        now = self.clock.now()
        source_id, suggestion_id = self.ids.new_id(), self.ids.new_id()
        content = SuggestionContent(title="News", html="<p>News</p>", text="News")
        with self.store.write() as tx:
            tx.sources.add(Source(source_id, SourceKind.FILE, f"/{source_id}", "Company", now))
            tx.suggestions.add(
                Suggestion(
                    id=suggestion_id,
                    source_id=source_id,
                    external_id="1",
                    state=SuggestionState.DRAFTING,
                    first_seen_at=now,
                    changed_at=now,
                    revision=Revision(1, now, "d", content),
                )
            )
        return suggestion_id

    def approve(
        self,
        account: Account,
        post: Post | str,
        *,
        planned_for: datetime | None = None,
        suggestion_id: str | None = None,
    ) -> Delivery:
        """Approve a post, as the sheet does."""
        post = Post(text=post) if isinstance(post, str) else post
        now = self.clock.now()
        draft = Draft(
            id=self.ids.new_id(),
            sphere=account.sphere,
            body=DraftBody(text=post.text),
            created_at=now,
            updated_at=now,
            account_ids=(account.id,),
            suggestion_id=suggestion_id,
            state=DraftState.APPROVED,
        )
        delivery = approve(
            delivery_id=self.ids.new_id(),
            draft=draft,
            account=account,
            post=post,
            record_key=self.ids.new_record_key(),
            consent=None,
            now=now,
            hold_until=now,
            planned_for=planned_for,
        )
        with self.store.write(durable=True) as tx:
            tx.drafts.add(draft)
            tx.deliveries.add(delivery)
        return delivery

    def queue(self, account: Account, post: Post | str, **more: str | None) -> Delivery:
        """Approve a post whose hold has ended."""
        delivery = self.approve(account, post, **more)  # type: ignore[arg-type]
        self.outbox.release_due()
        return self.delivery(delivery.id)

    def delivery(self, delivery_id: str) -> Delivery:
        with self.store.read() as tx:
            found = tx.deliveries.get(delivery_id)
        assert found is not None
        return found

    def state(self, delivery: Delivery) -> DeliveryState:
        return self.delivery(delivery.id).state

    def picture(self, data: bytes, *, mime: str = "image/png", alt: str = "") -> FrozenMedia:
        return FrozenMedia(self.media.put(data), mime, len(data), 8, 6, alt)

    def ledger_text(self) -> str:
        """Everything that the ledger shows."""
        with self.store.read() as tx:
            return "\n".join(repr(entry) for entry in tx.ledger.entries())


def with_attempts(delivery: Delivery, attempts: int) -> Delivery:
    return replace(delivery, attempts=attempts, state=DeliveryState.SENDING)
