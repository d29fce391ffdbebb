"""Calls to an AT Protocol server (XRPC over HTTP) and what its answers mean."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from ...application.ports import HttpPort, HttpRequest, HttpResponse
from ...domain.errors import ErrorCode, KnownError, UnsentError
from ...domain.ledger import Purpose

NETWORK = "bluesky"

_SECRET_KEYS = frozenset({"password", "accessJwt", "refreshJwt", "authFactorToken"})
_EXPIRED = frozenset({"ExpiredToken", "InvalidToken"})
_SUSPENDED = frozenset({"AccountTakedown", "AccountSuspended", "AccountDeactivated"})
_LONGEST_WAIT = timedelta(days=2)
"""A time that a server names beyond this is taken for a mistake and cut."""


def readable(body: Mapping[str, Any]) -> str:
    """A body as the ledger shows it: in full, secrets masked."""

    def mask(value: Any, key: str = "") -> Any:
        if key in _SECRET_KEYS:
            return "•••"
        if isinstance(value, Mapping):
            return {name: mask(part, name) for name, part in value.items()}
        if isinstance(value, list):
            return [mask(part) for part in value]
        return value

    return json.dumps(mask(body), ensure_ascii=False, indent=2)


def readable_size(mime: str, size: int) -> str:
    """A picture as the ledger shows it: type and size, for example ``image/jpeg, 184 kB``."""
    return f"{mime}, {max(1, round(size / 1000))} kB"


@dataclass(frozen=True, slots=True)
class Server:
    """One server, asked as one account or as nobody."""

    http: HttpPort
    base: str
    as_whom: str = ""
    allow_private: bool = True

    def query(self, method: str, parameters: Mapping[str, str], purpose: Purpose) -> HttpResponse:
        """Read something that everybody may read; no credentials go along."""
        address = f"{self.base}/xrpc/{method}"
        return self._send("GET", f"{address}?{urlencode(parameters)}", {}, None, "", purpose)

    def query_as(self, method: str, token: str, purpose: Purpose) -> HttpResponse:
        """Read something about oneself."""
        headers = {"Authorization": f"Bearer {token}"}
        return self._send("GET", f"{self.base}/xrpc/{method}", headers, None, "", purpose)

    def call(
        self, method: str, body: Mapping[str, Any] | None, token: str | None, purpose: Purpose
    ) -> HttpResponse:
        """Do something, with a JSON body or none."""
        headers: dict[str, str] = {}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        data = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            data = json.dumps(body, ensure_ascii=False).encode()
        detail = "" if body is None else readable(body)
        return self._send("POST", f"{self.base}/xrpc/{method}", headers, data, detail, purpose)

    def upload(self, data: bytes, mime: str, token: str) -> HttpResponse:
        """Send a picture's bytes."""
        headers = {"Authorization": f"Bearer {token}", "Content-Type": mime}
        address = f"{self.base}/xrpc/com.atproto.repo.uploadBlob"
        detail = readable_size(mime, len(data))
        return self._send("POST", address, headers, data, detail, Purpose.UPLOAD_PICTURE)

    def _send(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str],
        body: bytes | None,
        detail: str,
        purpose: Purpose,
    ) -> HttpResponse:
        request = HttpRequest(
            method,
            url,
            headers={"Accept": "application/json", **headers},
            body=body,
            ledger_detail=detail,
            allow_private=self.allow_private,
        )
        return self.http.send(request, purpose, as_whom=self.as_whom)


def host_of(url: str) -> str:
    """Host and, where given, port of an address."""
    return urlsplit(url).netloc.rpartition("@")[2]


def _object(response: HttpResponse) -> dict[str, Any] | None:
    """The JSON object of an answer, whatever its declared type; JSON is always UTF-8."""
    try:
        found = json.loads(response.body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def answer(response: HttpResponse) -> dict[str, Any]:
    """The object of a good answer.

    Raises ``KnownError(NOT_AN_API)`` for a page, or for JSON that is broken.
    """
    found = _object(response)
    if found is None:
        raise KnownError(ErrorCode.NOT_AN_API, host=host_of(response.url))
    return found


def text_of(found: Mapping[str, Any], key: str, response: HttpResponse) -> str:
    """A text that a good answer must have. Raises ``KnownError(NOT_AN_API)``."""
    value = found.get(key)
    if not isinstance(value, str) or not value:
        raise KnownError(ErrorCode.NOT_AN_API, host=host_of(response.url))
    return value


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as XRPC words it."""

    name: str
    message: str


def problem_of(response: HttpResponse) -> Problem | None:
    """The error that the server itself named; ``None`` for a proxy's page or a broken body."""
    found = _object(response)
    if found is None or not isinstance(found.get("error"), str):
        return None
    message = found.get("message")
    return Problem(found["error"], message if isinstance(message, str) else "")


def is_good(response: HttpResponse) -> bool:
    """Whether the status says that it worked."""
    return 200 <= response.status < 300


def token_rejected(response: HttpResponse) -> bool:
    """Whether a fresh token may help: 401, or 400 with the names legacy sessions use for it."""
    problem = problem_of(response)
    if problem is not None and problem.name in _SUSPENDED:
        return False
    if response.status == 401:
        return True
    return response.status == 400 and problem is not None and problem.name in _EXPIRED


def retry_at(response: HttpResponse, now: datetime) -> str | None:
    """When the server wants to be asked again (ISO 8601, UTC), if it says so.

    ``Retry-After`` in seconds or as an HTTP date (RFC 9110, 10.2.3), else ``ratelimit-reset``
    in seconds since 1970, as Bluesky's servers give it, or from now, as the IETF draft has it.
    """
    after = response.headers.get("retry-after", "").strip()
    reset = response.headers.get("ratelimit-reset", "").strip()
    seconds: float | None = None
    if after.isdecimal():
        seconds = int(after[:12])
    elif after:
        seconds = _until(after, now)
    if seconds is None and reset.isdecimal():
        seconds = int(reset[:12])
        if seconds > 10**9:
            seconds -= now.timestamp()
    if seconds is None:
        return None
    wait = timedelta(seconds=min(max(0.0, seconds), _LONGEST_WAIT.total_seconds()))
    return (now + wait).astimezone(UTC).isoformat()


def _until(date: str, now: datetime) -> float | None:
    """Seconds until an HTTP date; ``None`` if it is none."""
    try:
        moment = parsedate_to_datetime(date)
        if moment.tzinfo is None:  # "-0000" stands for UTC, too
            moment = moment.replace(tzinfo=UTC)
        return (moment - now).total_seconds()
    except (ValueError, OverflowError):
        return None


def refusal(response: HttpResponse, *, account: str, now: datetime) -> KnownError:
    """What an answer that is not good means, where nothing can have been published by it."""
    problem = problem_of(response)
    status = response.status
    waiting = {"retry_at": at} if (at := retry_at(response, now)) is not None else {}
    if status == 429:
        return UnsentError(ErrorCode.RATE_LIMITED, network=NETWORK, **waiting)
    if status >= 500 or status in (408, 425):
        return UnsentError(ErrorCode.SERVER_ERROR, network=NETWORK, status=status, **waiting)
    if problem is not None and problem.name in _SUSPENDED:
        return KnownError(ErrorCode.ACCOUNT_SUSPENDED, network=NETWORK, account=account)
    if token_rejected(response):
        return KnownError(ErrorCode.SIGN_IN_EXPIRED, network=NETWORK, account=account)
    if problem is None:
        return KnownError(ErrorCode.NOT_AN_API, host=host_of(response.url))
    return KnownError(
        ErrorCode.REFUSED_BY_NETWORK,
        network=NETWORK,
        status=status,
        reason=(problem.message or problem.name)[:300],
    )
