"""The one way out of this computer: guarded, noted in the ledger, without memory of its own."""

import logging
import socket
import ssl
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from ..application.ports import Clock, HttpRequest, HttpResponse, LedgerWriter
from ..domain.errors import AppError, BugError, ErrorCode, KnownError, UnsentError
from ..domain.ledger import Purpose, audience_of
from ..domain.sphere import Sphere
from .http_guard import check_address, host_and_port, masked_path

if TYPE_CHECKING:
    from .http_wire import Exchange, Resolve, TimeLimits, WireAnswer, WireRequest

USER_AGENT = "AdvocacyDesktop"
"""The same on every computer: neither version nor system, so that desks look alike."""

MAX_REDIRECTS = 5

_log = logging.getLogger(__name__)
_REDIRECTS = {301: True, 302: False, 303: False, 307: False, 308: True}
"""Status → whether it is permanent."""
_OURS = frozenset(
    {
        *("host", "user-agent", "accept-encoding", "connection"),
        *("content-length", "transfer-encoding", "cookie"),
    }
)
"""Headers that no caller chooses: they would tell desks apart, or remember."""
_CREDENTIALS = frozenset({"authorization", "proxy-authorization", "dpop"})


@dataclass(frozen=True, slots=True)
class _Hop:
    url: str
    headers: dict[str, str]
    allow_private: bool


class GuardedHttp:
    """Implements :class:`~..application.ports.HttpPort` for one sphere, or for nobody.

    Safe to use from several threads at once; it keeps no cookie, no connection and no cache.
    """

    def __init__(
        self,
        sphere: Sphere | None,
        ledger: LedgerWriter,
        clock: Clock,
        *,
        times: "TimeLimits | None" = None,
        resolve: "Resolve | None" = None,
    ) -> None:
        self._audience = audience_of(sphere)
        self._ledger = ledger
        self._clock = clock
        self._times = times
        self._resolve = resolve
        self._tls: ssl.SSLContext | None = None
        self._tls_lock = threading.Lock()
        self._closed = False

    def close(self) -> None:
        """Send nothing from now on; an exchange under way ends by itself."""
        self._closed = True

    def send(self, request: HttpRequest, purpose: Purpose, *, as_whom: str = "") -> HttpResponse:
        """See :meth:`HttpPort.send`.

        Redirects are followed for GET and HEAD only; a hop carries no credentials, never falls
        from https to http, and never leads from a public server into the local network.
        """
        follow = request.follow_redirects and request.method in ("GET", "HEAD")
        hop = _Hop(urldefrag(request.url).url, dict(request.headers), request.allow_private)
        been = {hop.url}
        permanent = True
        while True:
            first = len(been) == 1
            try:
                answer, ledger_id = self._exchange(request, hop, purpose, as_whom)
            except UnsentError as error:
                if first:
                    raise
                # The first server did get a request, so "surely nothing sent" would be untrue.
                raise KnownError(ErrorCode(error.code), **error.data) from error
            location = answer.headers.get("location", "")
            if not (follow and answer.status in _REDIRECTS and location):
                return HttpResponse(
                    status=answer.status,
                    headers=answer.headers,
                    body=answer.body,
                    url=hop.url,
                    ledger_id=ledger_id,
                    permanent_url=hop.url if permanent and not first else None,
                )
            permanent = permanent and _REDIRECTS[answer.status]
            hop = _next_hop(hop, location, answer)
            if hop.url in been or len(been) > MAX_REDIRECTS:
                raise KnownError(
                    ErrorCode.TOO_MANY_REDIRECTS, host=urlsplit(hop.url).hostname or ""
                )
            been.add(hop.url)

    def _exchange(
        self, request: HttpRequest, hop: _Hop, purpose: Purpose, as_whom: str
    ) -> "tuple[WireAnswer, int]":
        check_address(hop.url)
        if self._closed:
            raise UnsentError(ErrorCode.OFFLINE, host=urlsplit(hop.url).hostname)
        exchange = self._prepare(request, hop)
        entry = self._ledger.begin(
            started_at=self._clock.now(),
            purpose=purpose,
            method=request.method,
            host=host_and_port(hop.url),
            path=masked_path(hop.url),
            audience=self._audience,
            as_whom=as_whom,
            sent_bytes=len(request.body or b""),
            detail=request.ledger_detail,
        )
        error: str | None = "interrupted"
        try:
            answer = exchange.run()
            error = None
        except AppError as known:
            error = known.code
            raise
        except Exception as unforeseen:
            error = "bug"
            raise BugError("http_exchange", kind=type(unforeseen).__name__) from unforeseen
        finally:
            self._finish(entry, exchange, error)
        return answer, entry

    def _finish(self, entry: int, exchange: "Exchange", error: str | None) -> None:
        try:
            self._ledger.finish(
                entry,
                finished_at=self._clock.now(),
                status=exchange.status,
                received_bytes=exchange.received,
                error=error,
            )
        except KnownError as problem:
            # The line itself stands, without its end; hiding the server's answer because of it
            # would turn a published post into an unknown one.
            _log.warning("ledger line %d could not be completed: %s", entry, problem.code)

    def _prepare(self, request: HttpRequest, hop: _Hop) -> "Exchange":
        from .http_wire import Exchange, TimeLimits

        return Exchange(
            _wire_request(request, hop),
            self._trust(),
            self._times or TimeLimits(),
            self._resolve or socket.getaddrinfo,
        )

    def _trust(self) -> ssl.SSLContext:
        """Trust whom the operating system trusts; read once."""
        with self._tls_lock:
            if self._tls is None:
                import truststore

                self._tls = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            return self._tls


def _wire_request(request: HttpRequest, hop: _Hop) -> "WireRequest":
    import httpx

    from .http_guard import refuse
    from .http_wire import WireRequest

    try:
        url = httpx.URL(hop.url)  # encodes names (IDNA) and paths as browsers do
    except (httpx.InvalidURL, UnicodeError) as error:
        raise refuse("host", "") from error
    given = {name.lower(): value for name, value in hop.headers.items()}
    fixed = {
        "Host": url.netloc.decode(),
        "User-Agent": USER_AGENT,
        "Accept": given.pop("accept", "*/*"),
        "Accept-Encoding": "gzip, deflate",
        "Connection": "close",
    }
    names = {name.lower(): name for name in hop.headers}
    rest = {names[name]: value for name, value in given.items() if name not in _OURS}
    if request.body is not None or request.method in ("POST", "PUT", "PATCH"):
        rest["Content-Length"] = str(len(request.body or b""))
    try:
        headers = tuple((n.encode("ascii"), v.encode()) for n, v in {**fixed, **rest}.items())
    except UnicodeEncodeError as error:
        raise BugError("http_header_name") from error
    if any(b in part for pair in headers for part in pair for b in (b"\r", b"\n", b"\0")):
        raise BugError("http_header_value")
    return WireRequest(
        method=request.method,
        scheme=url.scheme,
        host=url.raw_host.decode(),
        port=url.port,
        target=url.raw_path,
        headers=headers,
        body=request.body or b"",
        max_bytes=request.max_bytes,
        allow_private=hop.allow_private,
    )


def _next_hop(hop: _Hop, location: str, answer: "WireAnswer") -> _Hop:
    host = urlsplit(hop.url).hostname or ""
    try:
        url = urldefrag(urljoin(hop.url, location)).url
        check_address(url)
        target = urlsplit(url)
    except (ValueError, UnsentError) as error:
        reason = error.data["reason"] if isinstance(error, UnsentError) else "host"
        raise KnownError(ErrorCode.NOT_ALLOWED_ADDRESS, host=host, reason=reason) from error
    if hop.url.startswith("https:") and target.scheme == "http":
        raise KnownError(ErrorCode.NOT_ALLOWED_ADDRESS, host=target.hostname, reason="downgrade")
    headers = {n: v for n, v in hop.headers.items() if n.lower() not in _CREDENTIALS}
    return _Hop(url, headers, hop.allow_private and answer.peer_is_private)
