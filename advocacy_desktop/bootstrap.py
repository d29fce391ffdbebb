"""The composition root: the only file that knows all layers. It holds no logic."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from . import __version__
from .domain.sphere import Sphere
from .infrastructure.paths import Profile, resource_root
from .options import Options

if TYPE_CHECKING:
    from .application.services import Services


@dataclass(frozen=True, slots=True)
class Opened:
    """An open profile."""

    services: "Services"
    close: Callable[[], None]
    """Close the database; after that the services raise."""


def open_profile(profile: Profile, language: str, *, with_sample: bool = False) -> Opened:
    """Open the profile's file and put everything together. Runs on the storage worker.

    ``with_sample`` brings the sample company and the practice account to a profile that has
    neither sources nor accounts yet.

    Raises:
        KnownError: ``STORAGE_*``.
    """
    from .application.accounts import Accounts
    from .application.drafts import Drafts
    from .application.first_steps import bring_sample
    from .application.ledger import Ledger
    from .application.library import Library
    from .application.outbox import Outbox
    from .application.own_data import OwnData
    from .application.practice import StoredTimeline
    from .application.preferences import Preferences
    from .application.publishing import Publishing
    from .application.services import Services
    from .application.sources import Sources
    from .application.sphere_kit import SphereKit
    from .application.triage import Triage
    from .application.undo import Undo
    from .domain.limits import RULES
    from .infrastructure.clock import SystemClock
    from .infrastructure.erase import erase_profile
    from .infrastructure.feeds.fetch import HttpFeedFetcher
    from .infrastructure.feeds.late import LateFeedReader
    from .infrastructure.http import GuardedHttp
    from .infrastructure.identifiers import RandomIdentifiers
    from .infrastructure.ledger_writer import SqliteLedgerWriter
    from .infrastructure.media import FileMediaStore
    from .infrastructure.memory import give_back
    from .infrastructure.pictures import QtPictureInspector
    from .infrastructure.sample_feed import sample_feed_bytes, sample_picture
    from .infrastructure.secrets import KeyringSecrets
    from .infrastructure.storage_errors import from_system
    from .infrastructure.store import SqliteStore
    from .networks.registry import build_adapters

    clock = SystemClock()
    ids = RandomIdentifiers()
    try:
        profile.prepare()
    except OSError as error:
        raise from_system(error, profile.folder) from error
    store = SqliteStore.open(profile.database, backups=profile.backups, clock=clock)
    media = FileMediaStore(profile.media)
    ledger_writer = SqliteLedgerWriter(store)
    inspector = QtPictureInspector()
    adapters = build_adapters(StoredTimeline(store))
    keyring_name = profile.keyring_name()
    ports = {sphere: GuardedHttp(sphere, ledger_writer, clock) for sphere in Sphere}
    nobody = GuardedHttp(None, ledger_writer, clock)
    kits = {
        sphere: SphereKit(sphere, KeyringSecrets(sphere, keyring_name), http)
        for sphere, http in ports.items()
    }
    root = resource_root()

    def sample(wanted: str) -> bytes:
        return sample_feed_bytes(wanted, clock.now(), root)

    def picture_of_sample(name: str) -> bytes | None:
        return sample_picture(name, root)

    accounts = Accounts(
        store=store, adapters=adapters, kits=kits, media=media, clock=clock, ids=ids
    )
    sources = Sources(
        store=store,
        reader=LateFeedReader(),
        fetcher=HttpFeedFetcher(nobody, sample=sample, sample_picture=picture_of_sample),
        inspector=inspector,
        media=media,
        clock=clock,
        ids=ids,
    )
    services = Services(
        triage=Triage(store=store, clock=clock),
        drafts=Drafts(store=store, clock=clock, ids=ids, media=media, inspector=inspector),
        publishing=Publishing(
            store=store, clock=clock, ids=ids, media=media, inspector=inspector, rules=RULES
        ),
        outbox=Outbox(store=store, adapters=adapters, kits=kits, media=media, clock=clock),
        accounts=accounts,
        sources=sources,
        library=Library(store=store),
        ledger=Ledger(store=store),
        preferences=Preferences(store=store),
        undo=Undo(store=store, clock=clock),
        own_data=OwnData(
            store=store,
            media=media,
            accounts=accounts,
            clock=clock,
            copy_today=store.backup_daily,
            erase_files=lambda: erase_profile(profile, store),
        ),
        media=media,
    )

    def close() -> None:
        for http in (*ports.values(), nobody):
            http.close()
        store.close()

    accounts.end_former_runs()
    if with_sample:
        bring_sample(services, language)
    give_back()
    return Opened(services, close)


def run_window(options: Options) -> int:
    """Show the window until it is closed; return the exit code of the process."""
    profile = Profile.at(options.profile_dir) if options.profile_dir else Profile.default()
    with suppress(OSError):  # the window opens all the same: opening the profile says it there
        profile.prepare()
    from .infrastructure.first_page import read_first_page
    from .ui.imports import leave_sources_unread

    leave_sources_unread()
    from .ui.app import Launch, start

    ends: list[Callable[[], None]] = []

    def media_path(media: str) -> Path:
        from .infrastructure.media import FileMediaStore

        return FileMediaStore(profile.media).path(media)

    def after_paint() -> None:
        from .infrastructure.logs import start_logging
        from .infrastructure.memory import share_one_heap

        share_one_heap()  # before the first worker begins: a heap that exists is kept
        with suppress(OSError):  # where no log can be written there is none
            ends.append(start_logging(profile.logs))

    def open_it(language: str) -> Opened:
        return open_profile(profile, language, with_sample=options.with_sample)

    try:
        return start(
            Launch(
                version=__version__,
                resource_root=resource_root(),
                lock=profile.lock,
                media_folder=profile.media,
                media_path=media_path,
                read_first_page=lambda: read_first_page(profile.database),
                open_profile=open_it,
                language=options.language,
                theme=options.theme,
                after_paint=after_paint,
            )
        )
    finally:
        for end in ends:
            end()
