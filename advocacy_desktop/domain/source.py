"""A Source: what the company publishes and this employee subscribed to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import SplitResult, urlsplit


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


BESIDE = "beside:"
"""Start of the address of a picture that lies beside a feed file: ``beside:pictures/a.png``."""

_DEFAULT_PORTS = {"http": 80, "https": 443}


def picture_host(address: str) -> str:
    """Host of a picture and, where it is not the default, port; empty for one beside the feed."""
    parts = _split(address)
    if parts is None:
        return ""
    default = parts.port in (None, _DEFAULT_PORTS[parts.scheme])
    return parts.hostname or "" if default else f"{parts.hostname}:{parts.port}"


def may_fetch_picture(source: Source, address: str) -> bool:
    """Whether asking for a picture tells nobody but the company itself, or was allowed.

    Its own are: the same scheme, host and port; and, with the default ports, the same host by
    https, with or without ``www.``, and hosts below it. Any other host would learn that somebody
    here reads this feed, so the employee must have allowed it for this source.
    """
    if address.startswith(BESIDE):
        return source.kind is not SourceKind.FEED
    parts = _split(address)
    if parts is None:
        return False
    if picture_host(address) in source.picture_hosts:
        return True
    own = _split(source.address) if source.kind is SourceKind.FEED else None
    if own is None:
        return False
    if (parts.scheme, parts.hostname, _port(parts)) == (own.scheme, own.hostname, _port(own)):
        return True
    if not (_is_default(parts) and _is_default(own)) or parts.scheme < own.scheme:
        return False
    base = (own.hostname or "").removeprefix("www.")
    host = parts.hostname or ""
    return host == base or ("." in base and host.endswith(f".{base}"))


def _split(address: str) -> SplitResult | None:
    """The parts of a web address; ``None`` for anything else."""
    try:
        parts = urlsplit(address)
        usable = parts.hostname and parts.port != 0
    except ValueError:
        return None
    return parts if usable and parts.scheme in _DEFAULT_PORTS else None


def _port(parts: SplitResult) -> int:
    return parts.port or _DEFAULT_PORTS[parts.scheme]


def _is_default(parts: SplitResult) -> bool:
    return _port(parts) == _DEFAULT_PORTS[parts.scheme]
