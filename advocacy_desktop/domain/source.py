"""A Source: what the company publishes and this employee subscribed to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SourceKind(StrEnum):
    """Where a source's bytes come from."""

    FEED = "feed"  # a web address
    FILE = "file"  # a file on this computer or a share
    SAMPLE = "sample"  # the bundled sample company feed


@dataclass(frozen=True, slots=True)
class Validators:
    """Opaque values for conditional requests (RFC 9110, section 13), echoed as received."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One subscription."""

    id: str
    kind: SourceKind
    address: str
    """Web address, or absolute path for a file; the name of the bundled feed for the sample."""
    title: str
    added_at: datetime
    site: str | None = None
    """Home page that the feed names."""
    validators: Validators = Validators()
    picture_hosts: frozenset[str] = frozenset()
    """Hosts beside the feed's own that the employee allowed pictures to be fetched from."""
    last_checked_at: datetime | None = None
    last_error: str | None = None
    """Code of the error that the last check met; ``None`` when it went well."""
    removed: bool = False
    """Unsubscribed; kept while drafts or deliveries come from it."""
