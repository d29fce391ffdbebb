"""One HTTP exchange over a connection of its own: pinned addresses, bounded time, bounded size.

A fresh connection per request costs a handshake and buys two certainties: no request is ever
written to a connection that the other side has meanwhile closed (it would look as if it had been
sent), and no two requests can be linked by the connection they share. Built on httpcore, the
engine of httpx, because only there names can be resolved once and the checked addresses be used.
"""

import socket
import ssl
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore

from ..domain.errors import ErrorCode, KnownError, UnsentError
from .http_guard import is_loopback_name, is_private, literal_ip, refuse

Resolve = Callable[..., Iterable[tuple[Any, ...]]]
"""Looks like ``socket.getaddrinfo``."""

_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class TimeLimits:
    """Seconds."""

    connect: float = 10
    """Resolved name to finished TLS handshake, each."""
    read: float = 60
    """Silence of the server."""
    write: float = 300
    """Sending the whole request."""
    answer: float = 120
    """The whole answer, however steadily it drips."""


@dataclass(frozen=True, slots=True)
class WireRequest:
    """What goes out, to the last header."""

    method: str
    scheme: str
    host: str
    """As in the ``Host`` header and the certificate: IDNA-encoded."""
    port: int | None
    """``None`` for the default of the scheme."""
    target: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    max_bytes: int
    allow_private: bool


@dataclass(frozen=True, slots=True)
class WireAnswer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes
    received_bytes: int
    """Size of the body on the wire, still compressed."""
    peer_is_private: bool


class Exchange:
    """One request; afterwards it can tell whether a byte of it left."""

    def __init__(
        self, request: WireRequest, tls: ssl.SSLContext, times: TimeLimits, resolve: Resolve
    ) -> None:
        self.sent = False
        """Whether the first byte of the request may have reached the server."""
        self.peer_is_private = False
        self.received = 0
        """Bytes of the body that came in so far, still compressed."""
        self.status: int | None = None
        self._request = request
        self._tls = tls
        self._times = times
        self._resolve = resolve
        self._proxy = system_proxy(request.scheme, request.host)

    def run(self) -> WireAnswer:
        """Send and read the answer.

        Raises:
            UnsentError: no byte of the request left.
            KnownError: ``TIMED_OUT`` or ``TOO_LARGE`` after bytes may have left.
        """
        host = self._request.host
        try:
            with self._pool() as pool:
                return self._run(pool)
        except httpcore.ProxyError as error:
            status = str(error).split(" ")[0]
            raise UnsentError(ErrorCode.PROXY_REFUSED, status=status) from error
        except (
            httpcore.TimeoutException,
            httpcore.NetworkError,
            httpcore.RemoteProtocolError,
            zlib.error,
        ) as error:
            if self.sent:
                raise KnownError(ErrorCode.TIMED_OUT, host=host) from error
            raise self._unsent(error) from error

    def _unsent(self, error: BaseException) -> UnsentError:
        cause: BaseException | None = error
        while cause is not None:
            if isinstance(cause, ssl.SSLCertVerificationError):
                return UnsentError(
                    ErrorCode.UNTRUSTED_CERTIFICATE,
                    host=self._request.host,
                    # OpenSSL names who signed only by what is wrong with the signature.
                    issuer=getattr(cause, "verify_message", "") or "",
                )
            cause = cause.__cause__ or cause.__context__
        return UnsentError(ErrorCode.OFFLINE, host=self._proxy_host() or self._request.host)

    def _run(self, pool: httpcore.ConnectionPool) -> WireAnswer:
        r = self._request
        request = httpcore.Request(
            method=r.method,
            url=httpcore.URL(
                scheme=r.scheme.encode(), host=r.host.encode(), port=r.port, target=r.target
            ),
            headers=list(r.headers),
            content=r.body,
            extensions={
                "timeout": {
                    "connect": self._times.connect,
                    "read": self._times.read,
                    "write": self._times.write,
                    "pool": self._times.connect,
                }
            },
        )
        response = pool.handle_request(request)
        self.status = response.status
        try:
            if response.status == 407 and self._proxy is not None:
                raise UnsentError(ErrorCode.PROXY_REFUSED, status="407")
            headers = _joined(response.headers)
            body = b"".join(self._bounded(response, headers))
        finally:
            response.close()
        return WireAnswer(response.status, headers, body, self.received, self.peer_is_private)

    def _bounded(self, response: httpcore.Response, headers: dict[str, str]) -> Iterator[bytes]:
        """The decompressed body, given up as soon as it is larger than allowed."""
        limit = self._request.max_bytes
        declared = headers.get("content-length", "")
        has_body = self._request.method != "HEAD" and response.status not in (204, 304)
        if has_body and declared.isdecimal() and int(declared) > limit:
            raise self._too_large()
        decoder = _Decoder(headers.get("content-encoding", ""))
        size = 0
        for raw in response.iter_stream():
            self.received += len(raw)
            for part in decoder.feed(raw):
                size += len(part)
                if size > limit:
                    raise self._too_large()
                yield part
        decoder.end()

    def _too_large(self) -> KnownError:
        return KnownError(
            ErrorCode.TOO_LARGE, limit=self._request.max_bytes, host=self._request.host
        )

    def _pool(self) -> httpcore.ConnectionPool:
        common: dict[str, Any] = {
            "ssl_context": self._tls,
            "max_connections": 1,
            "max_keepalive_connections": 0,
            "network_backend": _Backend(self),
        }
        if self._proxy is None:
            return httpcore.ConnectionPool(**common)
        parts = urlsplit(self._proxy)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UnsentError(ErrorCode.PROXY_REFUSED, status=parts.scheme)
        auth = None
        if parts.username is not None:
            auth = (unquote(parts.username).encode(), unquote(parts.password or "").encode())
        port = parts.port or (443 if parts.scheme == "https" else 80)
        return httpcore.HTTPProxy(
            httpcore.URL(
                scheme=parts.scheme.encode(),
                host=parts.hostname.encode("idna"),
                port=port,
                target=b"/",
            ),
            proxy_auth=auth,
            proxy_ssl_context=self._tls if parts.scheme == "https" else None,
            **common,
        )

    def _proxy_host(self) -> str | None:
        return urlsplit(self._proxy).hostname if self._proxy else None

    # --- for the streams ---------------------------------------------------------------------

    @property
    def tls_layers(self) -> int:
        """How many handshakes precede the request itself."""
        proxy_tls = bool(self._proxy and self._proxy.startswith("https:"))
        return int(self._request.scheme == "https") + int(proxy_tls)

    @property
    def times(self) -> TimeLimits:
        """Limits of this exchange."""
        return self._times

    def addresses(self, host: str, port: int) -> list[str]:
        """Resolve once, check everything, return what may be connected to.

        A proxy may lie in the local network and resolves the names by itself, so that only
        hosts that are addresses already can be checked then.
        """
        r = self._request
        if self._proxy is not None and not r.allow_private:
            ip = literal_ip(r.host)
            if is_loopback_name(r.host) or (ip is not None and is_private(ip)):
                raise refuse("private", r.host)
        try:
            found = self._resolve(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise UnsentError(ErrorCode.OFFLINE, host=host) from error
        addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
        if self._proxy is None:
            # One private address among public ones is how a name is made to point inside.
            self.peer_is_private = any(is_private(address) for address in addresses)
            if self.peer_is_private and not r.allow_private:
                raise refuse("private", host)
        if not addresses:
            raise UnsentError(ErrorCode.OFFLINE, host=host)
        return addresses


class _Backend(httpcore.NetworkBackend):
    """Connects to exactly the addresses that were checked."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Any = None,
    ) -> httpcore.NetworkStream:
        addresses = self._exchange.addresses(host, port)
        share = max(2.0, (timeout or self._exchange.times.connect) / len(addresses))
        last: Exception | None = None
        for address in addresses:
            try:
                stream = self._sockets.connect_tcp(address, port, share, None, socket_options or ())
                return _Stream(stream, self._exchange, layers=0)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                last = error
        raise last if last is not None else httpcore.ConnectError(host)


class _Stream(httpcore.NetworkStream):
    """A stream that knows when the request itself starts to leave, and when time is up."""

    def __init__(self, inner: httpcore.NetworkStream, exchange: Exchange, *, layers: int) -> None:
        self._inner = inner
        self._exchange = exchange
        self._layers = layers
        self._written_at: float | None = None
        self._asked_at: float | None = None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._layers >= self._exchange.tls_layers:
            self._exchange.sent = True
        if self._written_at is None:
            self._written_at = time.monotonic()
        end = self._written_at + self._exchange.times.write
        for start in range(0, len(buffer), _CHUNK):
            left = end - time.monotonic()
            if left <= 0:
                raise httpcore.WriteTimeout
            self._inner.write(buffer[start : start + _CHUNK], left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        now = time.monotonic()
        if self._asked_at is None:
            self._asked_at = now
        left = self._asked_at + self._exchange.times.answer - now
        if left <= 0:
            raise httpcore.ReadTimeout
        return self._inner.read(max_bytes, min(left, timeout or left))

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, timeout)
        return _Stream(inner, self._exchange, layers=self._layers + 1)

    def close(self) -> None:
        self._inner.close()

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def system_proxy(scheme: str, host: str) -> str | None:
    """The operating system's proxy for a host; this computer itself is never behind one."""
    if is_loopback_name(host):
        return None
    proxies = getproxies()
    found = proxies.get(scheme) or proxies.get("all")
    if not found or proxy_bypass(host):
        return None
    return found if "://" in found else f"http://{found}"


def _joined(headers: list[tuple[bytes, bytes]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name_bytes, value_bytes in headers:
        name = name_bytes.decode("latin-1").lower()
        try:
            value = value_bytes.decode()
        except UnicodeDecodeError:
            value = value_bytes.decode("latin-1")
        joined[name] = f"{joined[name]}, {value}" if name in joined else value
    return joined


class _Decoder:
    """Decompresses in small steps, so that a bomb is noticed before it is unpacked.

    Only one coding is undone: gzip inside gzip is nothing but a bomb.
    """

    def __init__(self, encoding: str) -> None:
        self._name = encoding.strip().lower()
        self._machine: Any = None
        if self._name not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise zlib.error(f"unknown coding {self._name[:20]!r}")

    def feed(self, raw: bytes) -> Iterator[bytes]:
        """The next parts of the plain body."""
        if self._name in ("", "identity"):
            yield raw
            return
        if self._machine is None and raw:
            self._machine = zlib.decompressobj(self._bits(raw[0]))
        while raw and not self._machine.eof:
            part = self._machine.decompress(raw, _CHUNK)
            yield part
            raw = self._machine.unconsumed_tail
            while not raw and len(part) == _CHUNK and not self._machine.eof:
                part = self._machine.decompress(b"", _CHUNK)
                yield part

    def end(self) -> None:
        """Notice a body that stops in the middle."""
        if self._machine is not None and not self._machine.eof:
            raise zlib.error("incomplete")

    def _bits(self, first: int) -> int:
        if self._name == "deflate":  # servers send it with and without the zlib header
            return zlib.MAX_WBITS if first & 0x0F == 8 else -zlib.MAX_WBITS
        return zlib.MAX_WBITS | 16
