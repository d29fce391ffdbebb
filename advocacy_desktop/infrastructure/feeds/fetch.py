"""Getting the bytes of a source and of its pictures: the web, a file, or the bundled sample."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from ...application.ports import Fetched, HttpPort, HttpRequest, HttpResponse
from ...domain.errors import ErrorCode, KnownError
from ...domain.ledger import Purpose
from ...domain.source import BESIDE, Source, SourceKind, Validators, may_fetch_picture
from ..http_guard import lies_inside

MAX_FEED_BYTES = 5 * 1024 * 1024
MAX_PICTURE_BYTES = 15 * 1024 * 1024
MAX_PICTURE_HOPS = 3

ACCEPT_FEED = (
    "application/atom+xml, application/rss+xml, application/feed+json, application/json;q=0.9, "
    "application/xml;q=0.8, */*;q=0.1"
)
ACCEPT_PICTURE = "image/png, image/jpeg, image/webp, image/gif"

_TYPES = {
    ".json": "application/feed+json",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
}
_SAMPLE_MARK = Validators(etag="sample")
"""The sample is read once: its dates move with the day, which is no news from the company."""


class HttpFeedFetcher:
    """Implements :class:`~....application.ports.FeedFetcher`.

    Args:
        http: the port that speaks for nobody.
        sample: the bundled feed by language tag.
        sample_picture: a picture of the bundled feed by the name it has there.
    """

    def __init__(
        self,
        http: HttpPort,
        *,
        sample: Callable[[str], bytes] | None = None,
        sample_picture: Callable[[str], bytes | None] | None = None,
    ) -> None:
        self._http = http
        self._sample = sample
        self._sample_picture = sample_picture

    def fetch(self, source: Source) -> Fetched:
        """See :meth:`FeedFetcher.fetch`."""
        if source.kind is SourceKind.FEED:
            return self._from_web(source)
        if source.kind is SourceKind.FILE:
            return _from_file(source)
        if source.validators == _SAMPLE_MARK or self._sample is None:
            return Fetched(None, "", source.address, source.validators, None)
        language = source.address.rpartition("/")[2]
        data = self._sample(language)
        return Fetched(data, "application/feed+json", source.address, _SAMPLE_MARK, None)

    def fetch_picture(self, source: Source, address: str) -> bytes | None:
        """A picture's bytes, or ``None`` where it is not allowed or not there.

        Without permission (:func:`may_fetch_picture`) nothing is sent at all; a redirect to a
        host without permission ends there.
        """
        if not may_fetch_picture(source, address):
            return None
        if address.startswith(BESIDE):
            name = address.removeprefix(BESIDE)
            if source.kind is SourceKind.FILE:
                return _picture_beside(Path(source.address), name)
            return self._sample_picture(name) if self._sample_picture else None
        for _ in range(MAX_PICTURE_HOPS + 1):
            answer = self._http.send(
                HttpRequest(
                    "GET",
                    address,
                    {"Accept": ACCEPT_PICTURE},
                    max_bytes=MAX_PICTURE_BYTES,
                    allow_private=_may_be_private(source, address),
                ),
                Purpose.FETCH_PICTURE,
            )
            if answer.status == 200:
                return answer.body
            address = urljoin(address, answer.headers.get("location", ""))
            if answer.status not in (301, 302, 303, 307, 308) or not (
                may_fetch_picture(source, address)
            ):
                return None
        return None

    def _from_web(self, source: Source) -> Fetched:
        headers = {"Accept": ACCEPT_FEED}
        if source.validators.etag:
            headers["If-None-Match"] = source.validators.etag
        if source.validators.last_modified:
            headers["If-Modified-Since"] = source.validators.last_modified
        answer = self._http.send(
            HttpRequest(
                "GET", source.address, headers, max_bytes=MAX_FEED_BYTES, follow_redirects=True
            ),
            Purpose.FETCH_SUGGESTIONS,
        )
        unchanged = answer.status == 304
        if not unchanged:
            _refuse_errors(answer, source.address)
        return Fetched(
            data=None if unchanged else answer.body,
            content_type=answer.headers.get("content-type", ""),
            address=answer.url,
            validators=source.validators if unchanged else _validators(answer),
            ledger_id=answer.ledger_id,
            permanent_address=answer.permanent_url,
        )


def _validators(answer: HttpResponse) -> Validators:
    """As received, whatever they look like: the server alone knows what they mean."""
    return Validators(answer.headers.get("etag"), answer.headers.get("last-modified"))


def _refuse_errors(answer: HttpResponse, address: str) -> None:
    status = answer.status
    if 200 <= status < 300:
        return
    if status in (401, 403):
        raise KnownError(ErrorCode.FEED_FORBIDDEN, address=address, status=status)
    if status == 404:
        raise KnownError(ErrorCode.FEED_NOT_FOUND, address=address)
    if status == 410:
        raise KnownError(ErrorCode.FEED_GONE, address=address)
    raise KnownError(ErrorCode.FEED_SERVER_ERROR, address=address, status=status)


def _may_be_private(source: Source, address: str) -> bool:
    """Whether a picture may come from the local network: only where the feed itself does.

    A feed on the public web must not make this computer knock at the doors of the local network.
    """
    own = urlsplit(source.address).hostname or "" if source.kind is SourceKind.FEED else ""
    if own == urlsplit(address).hostname:
        return True
    # The feed's own name was looked up a moment ago: asking again tells nobody anything.
    return bool(own) and lies_inside(own)


def _from_file(source: Source) -> Fetched:
    path = Path(source.address)
    mark = _mark(path)
    if mark == source.validators:
        return Fetched(None, "", source.address, mark, None)
    kind = _TYPES.get(path.suffix.lower(), "application/xml")
    return Fetched(_read(path, MAX_FEED_BYTES), kind, source.address, mark, None)


def _mark(path: Path) -> Validators:
    """Time and size of a file stand for its content, as an ETag does on the web."""
    try:
        found = path.stat()
    except OSError as error:
        raise _unreadable(path, error.strerror or "unknown") from error
    return Validators(etag=f"{found.st_mtime_ns}-{found.st_size}")


def _read(path: Path, limit: int) -> bytes:
    try:
        if not path.is_file():  # reading a pipe or a device might never end
            raise _unreadable(path, "not a file")
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise _unreadable(path, error.strerror or "unknown") from error
    if len(data) > limit:
        raise KnownError(ErrorCode.TOO_LARGE, limit=limit, host=path.name)
    return data


def _picture_beside(feed: Path, name: str) -> bytes | None:
    """A picture in the folder of the feed or below; links that lead elsewhere are not followed."""
    folder = feed.parent.resolve()
    path = (folder / name).resolve()
    if not path.is_relative_to(folder) or not path.is_file():
        return None
    return _read(path, MAX_PICTURE_BYTES)


def _unreadable(path: Path, reason: str) -> KnownError:
    return KnownError(ErrorCode.FILE_NOT_READABLE, path=str(path), reason=reason)
