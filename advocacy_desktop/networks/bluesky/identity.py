"""From what a person types to the server that holds the account: handle → DID → server."""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from ...application.ports import HttpPort, HttpRequest, HttpResponse
from ...domain.errors import ErrorCode, KnownError, UnsentError
from ...domain.ledger import Purpose
from .xrpc import Server, answer, is_good

DEFAULT_SERVER = "https://bsky.social"

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HANDLE = re.compile(rf"(?:{_LABEL}\.)+[a-z](?:[a-z0-9-]{{0,61}}[a-z0-9])?")
_DID = re.compile(r"did:(?:plc:[a-z2-7]{24}|web:[A-Za-z0-9.:%-]+)")


def clean_identifier(typed: str) -> str:
    """What was meant: nothing that only copying adds, no leading ``@``, no full stop behind."""
    return visible(typed).removeprefix("@").rstrip(".")


def visible(typed: str) -> str:
    """Without spaces, line ends and invisible signs."""
    return "".join(c for c in typed if unicodedata.category(c) not in ("Cf", "Cc", "Zs"))


def is_did(identifier: str) -> bool:
    """Whether it is a DID of a kind that can be followed."""
    return _DID.fullmatch(identifier) is not None


def is_handle(identifier: str) -> bool:
    """Whether it has the form of a handle (a domain name)."""
    return len(identifier) <= 253 and _HANDLE.fullmatch(identifier.lower()) is not None


def is_loopback(host: str) -> bool:
    """Whether a host is this computer."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def server_address(typed: str) -> str:
    """Base address of a server typed as host or address; https unless it is this computer.

    Raises ``KnownError(SERVER_NOT_FOUND)`` when it is neither, and
    ``KnownError(NOT_ALLOWED_ADDRESS)`` for plain http elsewhere than on this computer.
    """
    text = clean_identifier(typed)
    try:
        parts = urlsplit(text if "://" in text else f"//{text}")
        host, port = parts.hostname or "", parts.port
    except ValueError as e:
        raise KnownError(ErrorCode.SERVER_NOT_FOUND, server=typed.strip()[:200]) from e
    named = is_loopback(host) or is_handle(host) or _is_address(host)
    if not named or parts.username is not None or parts.scheme not in ("", "http", "https"):
        raise KnownError(ErrorCode.SERVER_NOT_FOUND, server=typed.strip()[:200])
    scheme = parts.scheme or ("http" if is_loopback(host) else "https")
    if scheme == "http" and not is_loopback(host):
        raise KnownError(ErrorCode.NOT_ALLOWED_ADDRESS, host=host, reason="not_encrypted")
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" + (f":{port}" if port is not None else "")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def endpoint_of(document: object) -> str | None:
    """The account's server as its DID document names it."""
    services = document.get("service") if isinstance(document, dict) else None
    for service in services if isinstance(services, list) else ():
        if not isinstance(service, dict):
            continue
        kind, name = service.get("type"), str(service.get("id", ""))
        endpoint = service.get("serviceEndpoint")
        if kind == "AtprotoPersonalDataServer" and name.endswith("#atproto_pds"):
            try:
                return server_address(endpoint) if isinstance(endpoint, str) else None
            except KnownError:
                return None
    return None


@dataclass(frozen=True, slots=True)
class Directories:
    """Public services that are asked where an account lives."""

    plc: str = "https://plc.directory"
    resolver: str = "https://public.api.bsky.app"
    scheme: str = "https"
    """Of a handle's own site; ``http`` only where everything is on this computer."""

    @property
    def local(self) -> bool:
        """Whether they are on this computer: then an account's server may be so too."""
        return is_loopback(urlsplit(self.plc).hostname or "")


@dataclass(frozen=True, slots=True)
class Home:
    """Where an account lives."""

    did: str
    server: str


def find_home(identifier: str, http: HttpPort, directories: Directories) -> Home | None:
    """Find the server of a handle or DID; ``None`` when nobody could say.

    Raises:
        KnownError: ``UNKNOWN_HANDLE`` when the directory knows that there is no such handle.
    """
    did = identifier if is_did(identifier) else _did_of(identifier.lower(), http, directories)
    if did is None:
        return None
    document = _document_of(did, http, directories)
    endpoint = endpoint_of(document)
    if endpoint is None:
        return None
    if not directories.local and urlsplit(endpoint).scheme != "https":
        return None
    return Home(did, endpoint)


def _did_of(handle: str, http: HttpPort, directories: Directories) -> str | None:
    """The DID of a handle: its own site is asked first, the public resolver second."""
    own = f"{directories.scheme}://{handle}/.well-known/atproto-did"
    response = _ask(own, http, directories)
    if response is not None and is_good(response):
        said = response.body[:300].decode("ascii", errors="replace").strip()
        if is_did(said):
            return said
    address = f"{directories.resolver}/xrpc/com.atproto.identity.resolveHandle?handle={handle}"
    response = _ask(address, http, directories)
    if response is None:
        return None
    if response.status == 400:
        raise KnownError(ErrorCode.UNKNOWN_HANDLE, handle=handle)
    try:
        found = answer(response).get("did") if is_good(response) else None
    except KnownError:  # a page instead of an answer: as good as none
        return None
    return found if isinstance(found, str) and is_did(found) else None


def _document_of(did: str, http: HttpPort, directories: Directories) -> object:
    if did.startswith("did:plc:"):
        address = f"{directories.plc}/{did}"
    else:
        host = did.removeprefix("did:web:").replace("%3A", ":")
        address = f"{directories.scheme}://{host}/.well-known/did.json"
    response = _ask(address, http, directories)
    if response is None or not is_good(response):
        return None
    try:
        document = answer(response)
    except KnownError:
        return None
    return document if document.get("id") == did else None


def _ask(url: str, http: HttpPort, directories: Directories) -> HttpResponse | None:
    """Ask without credentials; a service that cannot be reached is as good as none."""
    request = HttpRequest(
        "GET",
        quote(url, safe=":/?=&%[]@+,;~"),
        headers={"Accept": "application/json, text/plain;q=0.9"},
        max_bytes=256 * 1024,
        follow_redirects=True,
        allow_private=directories.local,
    )
    try:
        return http.send(request, Purpose.FIND_SERVER)
    except KnownError:
        return None


def resolve_mention(handle: str, server: Server) -> str | None:
    """The DID behind a mentioned handle; ``None`` when there is none, or nobody says.

    Raises ``UnsentError`` when the network cannot be reached at all.
    """
    try:
        response = server.query(
            "com.atproto.identity.resolveHandle", {"handle": handle}, Purpose.RESOLVE_MENTION
        )
        found = answer(response).get("did") if is_good(response) else None
    except UnsentError:
        raise
    except KnownError:
        return None
    return found if isinstance(found, str) and is_did(found) else None
