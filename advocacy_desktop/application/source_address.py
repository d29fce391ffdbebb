"""What a person types to subscribe: a web address, however sloppy, or a file."""

import os
import re
from urllib.parse import quote, urlsplit, urlunsplit

from ..domain.errors import ErrorCode, KnownError
from ..domain.source import SourceKind

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d)")
"""A scheme; ``localhost:8000`` is a host with its port."""

_HOST = re.compile(r"(?=.{1,253}$)(?!-)[\w-]{1,63}(?:\.[\w-]{1,63})*\.?")
_WINDOWS_PATH = re.compile(r"[a-zA-Z]:[\\/]|\\\\")
_THIS_COMPUTER = re.compile(r"(localhost|127(\.\d+){3}|\[::1\])(?=[:/]|$)", re.IGNORECASE)


def read_source_address(typed: str) -> tuple[SourceKind, str]:
    """Kind and normal form of an address, so that one source has one address.

    Accepted are web addresses with or without scheme (without one: https; http for this computer
    itself), ``feed:`` addresses, absolute paths and ``file://`` addresses.

    Raises:
        KnownError: ``NOT_AN_ADDRESS``.
    """
    text = typed.strip().strip("<>").strip()
    if not text or any(ord(c) < 32 or 0xD800 <= ord(c) <= 0xDFFF for c in text):
        raise _no_address(text)
    if text.startswith(("/", "~")) or _WINDOWS_PATH.match(text):
        return SourceKind.FILE, _path(text, typed=text)
    if text.lower().startswith("feed:"):
        text = text[len("feed:") :].removeprefix("//")
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    if scheme == "file":
        return SourceKind.FILE, _file_address(text)
    bare = not scheme
    if bare:
        scheme = "http" if _THIS_COMPUTER.match(text) else "https"
        text = f"{scheme}://{text}"
    if scheme not in ("http", "https"):
        raise _no_address(text)
    return SourceKind.FEED, _web_address(text, bare=bare)


def _web_address(text: str, *, bare: bool) -> str:
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _no_address("") from error
    host = parts.hostname or ""
    if "@" in parts.netloc:  # a password in an address would be kept and shown
        raise _no_address(host)
    if ":" in host:
        host = f"[{host}]"
    elif not _HOST.fullmatch(host) or (bare and port is None and not _is_full_name(host)):
        # Shown as it was typed, without what was put before it here.
        raise _no_address(text.partition("://")[2] if bare else text)
    if port is not None and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~")
    query = quote(parts.query, safe="/?%:@!$&'()*+,;=~[]")
    return urlunsplit((parts.scheme, host, path, query, ""))


def _is_full_name(host: str) -> bool:
    """Whether a host alone shows that it is meant as one: without a dot it may be any word."""
    return "." in host.rstrip(".") or host == "localhost"


def _file_address(text: str) -> str:
    from urllib.request import url2pathname

    parts = urlsplit(text)
    remote = parts.netloc not in ("", "localhost")
    path = url2pathname(f"//{parts.netloc}{parts.path}" if remote else parts.path)
    return _path(path, typed=text)


def _path(text: str, *, typed: str) -> str:
    path = os.path.expanduser(text)
    if not (os.path.isabs(path) or _WINDOWS_PATH.match(path)):
        raise _no_address(typed)
    return os.path.normpath(path)


def _no_address(typed: str) -> KnownError:
    return KnownError(ErrorCode.NOT_AN_ADDRESS, typed=typed)
