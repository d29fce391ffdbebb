"""Fetching feeds and pictures over real sockets and from real files."""

import os
import socket
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.ledger import Purpose
from advocacy_desktop.domain.source import Source, SourceKind, Validators
from advocacy_desktop.infrastructure.feeds.fetch import MAX_FEED_BYTES, HttpFeedFetcher
from advocacy_desktop.infrastructure.http import GuardedHttp
from support.feed_ledger import MemoryLedger, StillClock
from support.feed_server import Answer, FeedServer, feed_server

AT = datetime(2026, 11, 23, tzinfo=UTC)


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as running:
        yield running


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger()


@pytest.fixture
def fetcher(ledger: MemoryLedger) -> HttpFeedFetcher:
    return HttpFeedFetcher(GuardedHttp(None, ledger, StillClock()))


def feed_at(address: str, **more: object) -> Source:
    return Source("s", SourceKind.FEED, address, "T", AT, **more)  # type: ignore[arg-type]


def file_at(path: Path, **more: object) -> Source:
    return Source("s", SourceKind.FILE, str(path), "T", AT, **more)  # type: ignore[arg-type]


# --- web -------------------------------------------------------------------------------------


def test_the_first_request_is_plain_and_the_second_conditional(
    server: FeedServer, fetcher: HttpFeedFetcher
) -> None:
    marks = {"ETag": 'W/"a-1"', "Last-Modified": "Mon, 23 Nov 2026 08:00:00 GMT"}
    server.answers["/f"] = Answer(b"<rss/>", headers={**marks, "Content-Type": "text/xml"})
    source = feed_at(server.url("/f"))

    first = fetcher.fetch(source)
    server.answers["/f"] = Answer(b"", 304)
    second = fetcher.fetch(feed_at(source.address, validators=first.validators))

    assert (first.data, first.content_type) == (b"<rss/>", "text/xml")
    assert "if-none-match" not in server.asked[0].headers
    assert server.asked[0].headers["accept"].startswith("application/atom+xml, ")
    assert server.asked[1].headers["if-none-match"] == 'W/"a-1"'
    assert server.asked[1].headers["if-modified-since"] == "Mon, 23 Nov 2026 08:00:00 GMT"
    assert second.data is None
    assert second.validators == first.validators, "kept, although a 304 may not repeat them"


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (401, ErrorCode.FEED_FORBIDDEN),
        (403, ErrorCode.FEED_FORBIDDEN),
        (404, ErrorCode.FEED_NOT_FOUND),
        (410, ErrorCode.FEED_GONE),
        (500, ErrorCode.FEED_SERVER_ERROR),
        (503, ErrorCode.FEED_SERVER_ERROR),
        (429, ErrorCode.FEED_SERVER_ERROR),
        (302, ErrorCode.FEED_SERVER_ERROR),
    ],
)
def test_each_refusal_has_its_name(
    server: FeedServer, fetcher: HttpFeedFetcher, status: int, code: ErrorCode
) -> None:
    server.answers["/f"] = Answer(b"", status)
    with pytest.raises(KnownError) as caught:
        fetcher.fetch(feed_at(server.url("/f")))
    assert caught.value.code == code
    assert caught.value.data["address"] == server.url("/f")


def test_a_moved_feed_is_found_and_its_new_address_told(
    server: FeedServer, fetcher: HttpFeedFetcher
) -> None:
    server.answers["/old"] = Answer(b"", 301, {"Location": "/new"})
    server.answers["/new"] = Answer(b"<rss/>")
    fetched = fetcher.fetch(feed_at(server.url("/old")))
    assert fetched.address == fetched.permanent_address == server.url("/new")


# --- pictures --------------------------------------------------------------------------------


def test_a_picture_of_the_feeds_own_host_is_fetched_by_nobody(
    server: FeedServer, fetcher: HttpFeedFetcher, ledger: MemoryLedger
) -> None:
    server.answers["/a.png"] = Answer(b"PNG")
    assert fetcher.fetch_picture(feed_at(server.url("/f")), server.url("/a.png")) == b"PNG"
    assert ledger.lines[0].begun["purpose"] is Purpose.FETCH_PICTURE
    assert ledger.lines[0].begun["as_whom"] == ""
    assert "referer" not in server.asked[0].headers


def test_no_request_at_all_goes_to_another_host(
    server: FeedServer,
    fetcher: HttpFeedFetcher,
    ledger: MemoryLedger,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def forbidden(*args: object, **kwargs: object) -> None:
        raise AssertionError("something tried to reach the network")

    monkeypatch.setattr(socket, "getaddrinfo", forbidden)
    monkeypatch.setattr(socket, "create_connection", forbidden)
    source = feed_at(server.url("/f"))
    for address in ("https://tracker.example/p.png", "http://127.0.0.1:1/p.png", "beside:a.png"):
        assert fetcher.fetch_picture(source, address) is None
    assert ledger.lines == []


def test_an_allowed_host_is_asked(server: FeedServer, fetcher: HttpFeedFetcher) -> None:
    server.answers["/a.png"] = Answer(b"PNG")
    with feed_server() as company:
        host = f"127.0.0.1:{server.port}"
        source = feed_at(company.url("/f"), picture_hosts=frozenset({host}))
        assert fetcher.fetch_picture(source, server.url("/a.png")) == b"PNG"
        assert company.asked == []


def test_a_public_feed_cannot_send_us_into_the_local_network(
    server: FeedServer, fetcher: HttpFeedFetcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = socket.getaddrinfo

    def resolve(host: str, port: object, *args: object, **more: object) -> object:
        if host == "company.example":
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("203.0.114.7", port))]
        return real(host, port, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    host = f"127.0.0.1:{server.port}"
    source = feed_at("https://company.example/f", picture_hosts=frozenset({host}))
    with pytest.raises(KnownError) as caught:
        fetcher.fetch_picture(source, server.url("/a.png"))
    assert caught.value.code == ErrorCode.NOT_ALLOWED_ADDRESS
    assert server.asked == []


def test_a_redirect_of_a_picture_ends_at_a_foreign_host(
    server: FeedServer, fetcher: HttpFeedFetcher
) -> None:
    with feed_server() as tracker:
        server.answers["/a"] = Answer(b"", 302, {"Location": "/b"})
        server.answers["/b"] = Answer(b"", 302, {"Location": tracker.url("/pixel")})
        assert fetcher.fetch_picture(feed_at(server.url("/f")), server.url("/a")) is None
        assert tracker.asked == []
    assert server.paths == ["/a", "/b"]


def test_a_redirect_within_the_own_host_is_followed_but_not_for_ever(
    server: FeedServer, fetcher: HttpFeedFetcher
) -> None:
    source = feed_at(server.url("/f"))
    server.answers |= {"/a": Answer(b"", 301, {"Location": "/b"}), "/b": Answer(b"PNG")}
    assert fetcher.fetch_picture(source, server.url("/a")) == b"PNG"
    server.answers["/b"] = Answer(b"", 302, {"Location": "/b"})
    assert fetcher.fetch_picture(source, server.url("/a")) is None


def test_a_missing_picture_is_none(server: FeedServer, fetcher: HttpFeedFetcher) -> None:
    assert fetcher.fetch_picture(feed_at(server.url("/f")), server.url("/404.png")) is None


# --- files -----------------------------------------------------------------------------------


def test_a_file_is_read_once_until_it_changes(tmp_path: Path, fetcher: HttpFeedFetcher) -> None:
    path = tmp_path / "feed.json"
    path.write_bytes(b"{}")
    first = fetcher.fetch(file_at(path))
    assert (first.data, first.content_type) == (b"{}", "application/feed+json")
    again = fetcher.fetch(file_at(path, validators=first.validators))
    assert again.data is None
    path.write_bytes(b"{ }")
    os.utime(path, ns=(1, 1))
    assert fetcher.fetch(file_at(path, validators=first.validators)).data == b"{ }"


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, fetcher: HttpFeedFetcher) -> None:
    for path in (tmp_path / "none.xml", tmp_path):
        with pytest.raises(KnownError) as caught:
            fetcher.fetch(file_at(path))
        assert caught.value.code == ErrorCode.FILE_NOT_READABLE
        assert caught.value.data["path"] == str(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes exist on Unix only")
def test_a_pipe_is_not_waited_for(tmp_path: Path, fetcher: HttpFeedFetcher) -> None:
    path = tmp_path / "pipe.xml"
    os.mkfifo(path)
    with pytest.raises(KnownError) as caught:
        fetcher.fetch(file_at(path))
    assert caught.value.code == ErrorCode.FILE_NOT_READABLE


def test_a_huge_file_is_refused(tmp_path: Path, fetcher: HttpFeedFetcher) -> None:
    path = tmp_path / "huge.xml"
    path.write_bytes(bytes(MAX_FEED_BYTES + 1))
    with pytest.raises(KnownError) as caught:
        fetcher.fetch(file_at(path))
    assert caught.value.code == ErrorCode.TOO_LARGE


def test_pictures_of_a_file_lie_beside_it(tmp_path: Path, fetcher: HttpFeedFetcher) -> None:
    (tmp_path / "feed" / "pictures").mkdir(parents=True)
    (tmp_path / "feed" / "pictures" / "a.png").write_bytes(b"PNG")
    (tmp_path / "secret.png").write_bytes(b"SECRET")
    source = file_at(tmp_path / "feed" / "feed.json")
    assert fetcher.fetch_picture(source, "beside:pictures/a.png") == b"PNG"
    for address in (
        "beside:../secret.png",
        "beside:pictures/../../secret.png",
        f"beside:{tmp_path}/secret.png",
        "beside:pictures",
        "beside:none.png",
        (tmp_path / "secret.png").as_uri(),
    ):
        assert fetcher.fetch_picture(source, address) is None


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_beside_a_file_does_not_lead_out(tmp_path: Path, fetcher: HttpFeedFetcher) -> None:
    (tmp_path / "feed").mkdir()
    (tmp_path / "secret.png").write_bytes(b"SECRET")
    (tmp_path / "feed" / "a.png").symlink_to(tmp_path / "secret.png")
    source = file_at(tmp_path / "feed" / "feed.json")
    assert fetcher.fetch_picture(source, "beside:a.png") is None


# --- the sample ------------------------------------------------------------------------------


def test_the_sample_is_read_once_and_without_the_network(ledger: MemoryLedger) -> None:
    asked: list[str] = []

    def sample(language: str) -> bytes:
        asked.append(language)
        return b"{}"

    fetcher = HttpFeedFetcher(
        GuardedHttp(None, ledger, StillClock()),
        sample=sample,
        sample_picture=lambda name: name.encode(),
    )
    source = Source("s", SourceKind.SAMPLE, "sample:norvalis/fr", "T", AT)
    first = fetcher.fetch(source)
    assert first.data == b"{}"
    again = Source("s", SourceKind.SAMPLE, source.address, "T", AT, validators=first.validators)
    assert fetcher.fetch(again).data is None
    assert fetcher.fetch_picture(source, "beside:pictures/a.png") == b"pictures/a.png"
    assert fetcher.fetch_picture(source, "https://company.example/a.png") is None
    assert asked == ["fr"]
    assert ledger.lines == []
    assert first.validators != Validators()
