"""What the use cases need from the world, as protocols; the infrastructure provides them."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Protocol

from ..domain.account import Account, AccountStatus
from ..domain.consent import Consent
from ..domain.delivery import (
    Attempt,
    Delivery,
    DeliveryState,
    Post,
    Receipt,
)
from ..domain.draft import Draft, DraftState, DraftVersion
from ..domain.ledger import Audience, LedgerEntry, Purpose
from ..domain.limits import NetworkRules
from ..domain.source import Source, Validators
from ..domain.sphere import Sphere
from ..domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
)
from .cards import FirstPage as FirstPage
from .cards import SuggestionCard as SuggestionCard
from .cards import SuggestionQuery as SuggestionQuery


class Clock(Protocol):
    """The time, so that tests can hold it still."""

    def now(self) -> datetime:
        """The current moment, aware, UTC."""
        ...


class Identifiers(Protocol):
    """Fresh names; the only randomness of the program."""

    def new_id(self) -> str:
        """A new opaque identifier (UUID 4)."""
        ...

    def new_record_key(self) -> str:
        """A new record key: a TID of the AT Protocol, 13 characters, valid as a key anywhere."""
        ...


# --- storage ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DeliveryCard:
    """What a list shows of a delivery."""

    delivery: Delivery
    account: Account | None
    receipt: Receipt | None
    suggestion_title: str | None


class SourceRepository(Protocol):
    """Sources."""

    def add(self, source: Source) -> None: ...
    def get(self, source_id: str) -> Source | None: ...
    def by_address(self, address: str) -> Source | None: ...
    def all(self) -> Sequence[Source]: ...
    def save(self, source: Source) -> None: ...


class SuggestionRepository(Protocol):
    """Suggestions with their revisions and full-text index."""

    def add(self, suggestion: Suggestion) -> None: ...
    def get(self, suggestion_id: str) -> Suggestion | None: ...
    def digests(self, source_id: str) -> Mapping[str, tuple[str, str]]:
        """``{external_id: (suggestion_id, digest of the current revision)}`` of a source."""
        ...

    def add_revision(self, suggestion_id: str, revision: Revision) -> None: ...
    def revisions(self, suggestion_id: str) -> Sequence[Revision]: ...
    def set_state(self, suggestion_id: str, state: SuggestionState, at: datetime) -> None: ...
    def set_note(self, suggestion_id: str, note: str) -> None: ...
    def mark_seen(self, suggestion_id: str) -> None: ...
    def set_content(self, suggestion_id: str, content: SuggestionContent) -> None:
        """Complete the current revision (a picture arrived in the cache); digest unchanged."""
        ...

    def cards(
        self, query: SuggestionQuery, *, offset: int = 0, limit: int = 200
    ) -> Sequence[SuggestionCard]:
        """Newest first."""
        ...

    def card_ids(self, query: SuggestionQuery) -> Sequence[str]:
        """All identifiers in the order of :meth:`cards`."""
        ...

    def count(self, query: SuggestionQuery) -> int: ...
    def topics(self) -> Sequence[str]: ...
    def due_to_expire(self, now: datetime) -> Sequence[str]:
        """New or put-off suggestions whose expiry has passed."""
        ...


class DraftRepository(Protocol):
    """Drafts and their versions."""

    def add(self, draft: Draft) -> None: ...
    def get(self, draft_id: str) -> Draft | None: ...
    def save(self, draft: Draft) -> None: ...
    def add_version(self, draft_id: str, version: DraftVersion) -> None: ...
    def versions(self, draft_id: str) -> Sequence[DraftVersion]: ...
    def all(self, states: frozenset[DraftState]) -> Sequence[Draft]:
        """Last changed first."""
        ...

    def of_suggestion(self, suggestion_id: str) -> Sequence[Draft]: ...


class AccountRepository(Protocol):
    """Accounts, without their secrets."""

    def add(self, account: Account) -> None: ...
    def get(self, account_id: str) -> Account | None: ...
    def save(self, account: Account) -> None: ...
    def remove(self, account_id: str) -> None: ...
    def all(self, sphere: Sphere | None = None) -> Sequence[Account]: ...


class DeliveryRepository(Protocol):
    """The outbox."""

    def add(self, delivery: Delivery) -> None: ...
    def get(self, delivery_id: str) -> Delivery | None: ...
    def transition(self, delivery: Delivery, *, expected: DeliveryState) -> bool:
        """Write the delivery if it is still in the expected state; tell whether it was."""
        ...

    def in_states(self, states: frozenset[DeliveryState]) -> Sequence[Delivery]:
        """Oldest approval first."""
        ...

    def of_draft(self, draft_id: str) -> Sequence[Delivery]: ...
    def cards(
        self, states: frozenset[DeliveryState], *, limit: int = 500
    ) -> Sequence[DeliveryCard]:
        """Newest approval first."""
        ...

    def add_attempt(self, attempt: Attempt) -> None: ...
    def finish_attempt(self, attempt: Attempt) -> None: ...
    def attempts(self, delivery_id: str) -> Sequence[Attempt]: ...
    def add_receipt(self, delivery_id: str, receipt: Receipt) -> None: ...
    def receipt(self, delivery_id: str) -> Receipt | None: ...


class ConsentRepository(Protocol):
    """Consents; never changed, never removed but by erasing everything."""

    def add(self, consent: Consent) -> None: ...
    def get(self, consent_id: str) -> Consent | None: ...
    def all(self) -> Sequence[Consent]: ...


@dataclass(frozen=True, slots=True)
class UndoStep:
    """One thing that can be undone, newest last; survives a restart."""

    id: int
    kind: str
    """Which inverse to run: see ``application/undo.py``."""
    payload: Mapping[str, str]
    done_at: datetime


class UndoRepository(Protocol):
    """The undo journal."""

    def push(self, kind: str, payload: Mapping[str, str], at: datetime) -> int: ...
    def last(self) -> UndoStep | None: ...
    def get(self, step_id: int) -> UndoStep | None: ...
    def remove(self, step_id: int) -> None: ...


class LedgerRepository(Protocol):
    """Reading the ledger; writing is the HTTP port's own business."""

    def entries(self, *, limit: int = 500, before_id: int | None = None) -> Sequence[LedgerEntry]:
        """Newest first."""
        ...

    def totals(self) -> Sequence[tuple[str, str, str, int]]:
        """``(audience, purpose, host, count)`` of all requests that were answered well."""
        ...

    def set_outcome(self, entry_id: int, outcome: str) -> None: ...


class SettingRepository(Protocol):
    """Small values by name."""

    def get(self, name: str) -> str | None: ...
    def set(self, name: str, value: str) -> None: ...
    def all(self) -> Mapping[str, str]:
        """Every value that was set, for the export."""
        ...


@dataclass(frozen=True, slots=True)
class PracticePost:
    """A post on the practice timeline, which lives in this computer only."""

    record_key: str
    account_id: str
    posted_at: datetime
    post: Post


class PracticeRepository(Protocol):
    """The practice network's timeline."""

    def put(self, post: PracticePost) -> None:
        """Store it; the same key again changes nothing."""
        ...

    def get(self, record_key: str) -> PracticePost | None: ...
    def remove(self, record_key: str) -> None: ...
    def all(self) -> Sequence[PracticePost]:
        """Newest first."""
        ...


class Transaction(Protocol):
    """One unit of work: everything in it happens, or nothing."""

    sources: SourceRepository
    suggestions: SuggestionRepository
    drafts: DraftRepository
    accounts: AccountRepository
    deliveries: DeliveryRepository
    consents: ConsentRepository
    undo: UndoRepository
    ledger: LedgerRepository
    settings: SettingRepository
    practice: PracticeRepository


class Store(Protocol):
    """The profile's file.

    Every method may raise ``KnownError`` with ``STORAGE_*``.
    """

    def read(self) -> AbstractContextManager[Transaction]:
        """A consistent view; nothing can be written."""
        ...

    def write(self, *, durable: bool = False) -> AbstractContextManager[Transaction]:
        """Commit on leaving without an error, else roll back.

        ``durable`` makes the commit survive a power cut (``synchronous=FULL``): the outbox.
        """
        ...


class MediaStore(Protocol):
    """Content-addressed files beside the database."""

    def put(self, data: bytes) -> str:
        """Store the bytes; return their hash (lower-case hex SHA-256)."""
        ...

    def path(self, media: str) -> Path:
        """Where the bytes lie; the file may be absent."""
        ...

    def read(self, media: str) -> bytes:
        """The bytes. Raises ``KnownError(FILE_NOT_READABLE)``."""
        ...

    def has(self, media: str) -> bool: ...


# --- secrets ---------------------------------------------------------------------------------


class SecretStore(Protocol):
    """The keyring entries of ONE sphere; there is no way from here to the other.

    Every method may raise ``KnownError``: ``KEYRING_MISSING``, ``KEYRING_LOCKED`` or
    ``KEYRING_DENIED``.
    """

    @property
    def sphere(self) -> Sphere: ...

    @property
    def service(self) -> str:
        """Name under which the keyring lists the entries, for telling the person."""
        ...

    def get(self, account_id: str, part: str) -> str | None: ...
    def set(self, account_id: str, part: str, secret: str) -> None: ...
    def delete(self, account_id: str, parts: Sequence[str]) -> None:
        """Remove them; what is absent already is no error."""
        ...

    def keep_for_this_run(self, account_id: str) -> None:
        """From now on hold this account's secrets in memory only (no keyring)."""
        ...


# --- network ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request to be guarded, noted in the ledger and sent."""

    method: str
    url: str
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None
    ledger_detail: str = ""
    """What the ledger shows of the body: in full, secrets masked by the caller."""
    max_bytes: int = 5 * 1024 * 1024
    """Largest answer accepted, after decompression."""
    follow_redirects: bool = False
    """Only without credentials; every hop passes the guard and has a ledger line."""
    allow_private: bool = True
    """Whether loopback and private addresses may be reached (a server the person typed in)."""


@dataclass(frozen=True, slots=True)
class HttpResponse:
    """An answer, whatever its status."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    body: bytes
    url: str
    """Address that answered, after redirects."""
    ledger_id: int
    permanent_url: str | None = None
    """New address if every redirect was permanent (301, 308)."""


class HttpPort(Protocol):
    """The one way out. Writes the ledger line before the first byte, completes it after."""

    def send(self, request: HttpRequest, purpose: Purpose, *, as_whom: str = "") -> HttpResponse:
        """Send and wait for the answer.

        The sphere is a property of the port: each sphere, and the fetching of feeds (nobody),
        has its own port with its own cookie-less client.

        Raises:
            UnsentError: surely no byte of the request reached the server (``OFFLINE``,
                ``UNTRUSTED_CERTIFICATE``, ``PROXY_REFUSED``, ``NOT_ALLOWED_ADDRESS``).
            KnownError: ``TIMED_OUT`` (it may have arrived), ``TOO_LARGE``,
                ``TOO_MANY_REDIRECTS``.
        """
        ...


class LedgerWriter(Protocol):
    """Where the HTTP port writes its lines; a line that cannot be written stops the request."""

    def begin(
        self,
        *,
        started_at: datetime,
        purpose: Purpose,
        method: str,
        host: str,
        path: str,
        audience: Audience,
        as_whom: str,
        sent_bytes: int,
        detail: str,
    ) -> int:
        """Write the line durably, before the first byte leaves; return its number."""
        ...

    def finish(
        self,
        entry_id: int,
        *,
        finished_at: datetime,
        status: int | None,
        received_bytes: int,
        error: str | None,
    ) -> None:
        """Complete the line with what came back."""
        ...


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What an adapter can do."""

    name: str
    """Also the key in accounts and variants, for example ``bluesky``."""
    title: str
    """Proper name of the network."""
    signs_in: bool
    can_delete: bool
    can_find: bool
    """Whether an unknown outcome can be resolved by looking."""
    secret_parts: tuple[str, ...]
    """Names of the keyring entries of an account."""


@dataclass(frozen=True, slots=True)
class SignInForm:
    """What a person types to add an account."""

    identifier: str
    """Handle or e-mail address; the display name for the practice account."""
    password: str = ""
    server: str = ""
    """Server address; empty lets the adapter find it from the handle."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signed in, as the network says."""

    identity: str
    handle: str
    display_name: str
    server: str
    secrets: Mapping[str, str]
    """By part, to be stored in the sphere's keyring."""


@dataclass(frozen=True, slots=True)
class PublishContext:
    """What an adapter gets for one account: never anything of the other sphere."""

    account: Account
    secrets: SecretStore
    http: HttpPort
    media: MediaStore
    clock: Clock


class NetworkAdapter(Protocol):
    """One network. Stateless: all it needs comes with each call.

    Every call runs on a network worker and may block.
    """

    @property
    def capabilities(self) -> Capabilities: ...

    @property
    def rules(self) -> NetworkRules: ...

    def sign_in(self, form: SignInForm, http: HttpPort, clock: Clock) -> Identity:
        """Prove who one is; nothing is stored by the adapter.

        Raises ``KnownError``: ``WRONG_PASSWORD``, ``NOT_AN_APP_PASSWORD``,
        ``SECOND_FACTOR_NEEDED``, ``SERVER_NOT_FOUND``, ``UNKNOWN_HANDLE``, ``RATE_LIMITED``,
        ``SERVER_ERROR``, ``NOT_AN_API``, ``OFFLINE``...
        """
        ...

    def check(self, context: PublishContext) -> AccountStatus:
        """Ask the network whether the sign-in still holds."""
        ...

    def publish(self, context: PublishContext, delivery: Delivery) -> Receipt:
        """Create the post under ``delivery.record_key``; doing it twice leaves one post.

        Raises:
            UnsentError: surely not published; may be tried again by itself
                (``data['retry_at']``, ISO 8601, when the network named a time).
            OutcomeUnknownError: bytes left and no trustworthy answer came.
            KnownError: the network said no (``REFUSED_BY_NETWORK``, ``SIGN_IN_EXPIRED``...).
        """
        ...

    def find(self, context: PublishContext, delivery: Delivery) -> Receipt | None:
        """Look for the post; ``None`` when the network surely does not have it.

        Raises ``KnownError`` when the network cannot be asked at this moment.
        """
        ...

    def delete(self, context: PublishContext, delivery: Delivery, receipt: Receipt) -> None:
        """Delete the post from the network."""
        ...

    def sign_out(self, context: PublishContext) -> None:
        """End the session on the server, where there is one; best effort."""
        ...


# --- intake ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item as read: content sanitised, pictures not yet fetched."""

    external_id: str
    digest: str
    content: SuggestionContent


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as read."""

    title: str
    site: str | None
    language: str | None
    items: tuple[FeedItem, ...]


class FeedReader(Protocol):
    """Bytes to items."""

    def parse(self, data: bytes, *, address: str, content_type: str) -> ParsedFeed:
        """Read RSS, Atom or JSON Feed. Raises ``KnownError(NOT_A_FEED)``."""
        ...


@dataclass(frozen=True, slots=True)
class Fetched:
    """A feed's bytes, or the news that nothing changed (``data`` is ``None``)."""

    data: bytes | None
    content_type: str
    address: str
    validators: Validators
    ledger_id: int | None
    permanent_address: str | None = None


class FeedFetcher(Protocol):
    """Gets a source's bytes; over the guarded HTTP port for a web address."""

    def fetch(self, source: Source) -> Fetched:
        """Raises ``KnownError``: ``FEED_*``, ``FILE_NOT_READABLE``, ``OFFLINE``..."""
        ...

    def fetch_picture(self, source: Source, address: str) -> bytes | None:
        """A picture's bytes, or ``None`` if its host is not allowed for this source."""
        ...


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the inspector read from a picture's bytes."""

    mime: str
    width: int
    height: int
    data: bytes
    """The bytes to keep: metadata stripped, turned upright, within the limits asked for."""


class PictureInspector(Protocol):
    """Decodes pictures under limits; runs on a worker."""

    def inspect(self, data: bytes, *, name: str = "") -> PictureFacts:
        """Facts of a picture as it is. Raises ``KnownError(NOT_A_PICTURE)``."""
        ...

    def prepare(
        self, data: bytes, *, max_bytes: int, max_side: int, name: str = ""
    ) -> PictureFacts:
        """Strip metadata and shrink to the limits. Raises ``KnownError(NOT_A_PICTURE)``."""
        ...


Cancelled = Callable[[], bool]
"""Asked by long work; true when the person stopped it."""


class Progress(Protocol):
    """Told by long work how far it is."""

    def __call__(self, done: int, total: int) -> None: ...
