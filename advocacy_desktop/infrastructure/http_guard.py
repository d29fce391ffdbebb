"""Which addresses may be reached, and what of an address may be written down."""

import ipaddress
import re
import socket
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from ..domain.errors import ErrorCode, UnsentError

SCHEMES = ("http", "https")
DEFAULT_PORTS = {"http": 80, "https": 443}
MASK = "***"

_SECRET_WORD = re.compile(
    r"(access|auth|bearer|id|refresh)?token|bearer|code|jwt|assertion|verifier|nonce|state"
    r"|(access|api)?key|(client)?secret|auth|authorization|credentials?|ticket|otp"
    r"|sig|signature|hmac|passw(or)?d|pwd|pass|session(id)?|sid"
)
_WORD = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z0-9]+")
_IPV6_WITH_IPV4 = ipaddress.ip_network("64:ff9b::/96")  # NAT64, RFC 6052


def refuse(reason: str, host: str) -> UnsentError:
    """The error for an address that the guard does not let through."""
    return UnsentError(ErrorCode.NOT_ALLOWED_ADDRESS, host=host, reason=reason)


def check_address(url: str) -> None:
    """Refuse what is no plain web address.

    Raises:
        UnsentError: ``NOT_ALLOWED_ADDRESS`` with ``reason`` ``scheme`` (neither http nor
            https), ``userinfo`` (a name or password before the host: phishing, and a secret in
            an address) or ``host`` (none, or one that cannot be read).
    """
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise refuse("host", "") from error
    if parts.scheme not in SCHEMES:
        raise refuse("scheme", host)
    if "@" in parts.netloc:
        raise refuse("userinfo", host)
    if not host or any(ord(c) <= 32 or c == "\\" for c in parts.netloc):
        raise refuse("host", "")


def is_private(address: str) -> bool:
    """Whether an IP address lies in this computer, the local network or a reserved range."""
    ip = ipaddress.ip_address(address.split("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        embedded = ip.ipv4_mapped or ip.sixtofour or (ip.teredo or (None, None))[1]
        if embedded is None and ip in _IPV6_WITH_IPV4:
            embedded = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if embedded is not None:
            return is_private(str(embedded))
    return not ip.is_global or ip.is_multicast or ip.is_reserved


def lies_inside(host: str) -> bool:
    """Whether a name leads to this computer or the local network, as it resolves now."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return False
    return all(is_private(str(entry[4][0])) for entry in found)


def literal_ip(host: str) -> str | None:
    """The IP address that a host already is, also in the old forms (``127.1``, ``0x7f000001``)."""
    try:
        return str(ipaddress.ip_address(host.strip("[]").split("%")[0]))
    except ValueError:
        pass
    try:
        return socket.inet_ntoa(socket.inet_aton(host)) if re.match(r"[0-9]", host) else None
    except OSError:
        return None


def is_loopback_name(host: str) -> bool:
    """Whether a host is this computer by its very name."""
    name = host.rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    ip = literal_ip(name)
    return ip is not None and ipaddress.ip_address(ip).is_loopback


def host_and_port(url: str) -> str:
    """Host and, where it is not the default of the scheme, port."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    host = f"[{host}]" if ":" in host else host
    default = parts.port is None or parts.port == DEFAULT_PORTS.get(parts.scheme)
    return host if default else f"{host}:{parts.port}"


def masked_path(url: str) -> str:
    """Path and query as the ledger may show them: values of secret-sounding keys masked."""
    parts = urlsplit(url)
    path = parts.path or "/"
    if not parts.query:
        return path
    return f"{path}?{'&'.join(_masked_pair(pair) for pair in parts.query.split('&'))}"


def _masked_pair(pair: str) -> str:
    name, equals, _ = pair.partition("=")
    return f"{name}={MASK}" if equals and _sounds_secret(unquote(name)) else pair


def _sounds_secret(name: str) -> bool:
    words = [word.lower() for word in _WORD.findall(name)]
    joined = [a + b for a, b in pairwise(words)]
    return any(_SECRET_WORD.fullmatch(word) for word in [*words, *joined])
