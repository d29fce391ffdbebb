"""What a person types to subscribe, and which hosts a source's pictures may be asked from."""

import os
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.application.source_address import read_source_address
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.source import Source, SourceKind, may_fetch_picture, picture_host

FEED, FILE = SourceKind.FEED, SourceKind.FILE


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("https://company.example/feed.xml", "https://company.example/feed.xml"),
        ("  company.example/feed ", "https://company.example/feed"),
        ("Company.Example", "https://company.example/"),
        ("HTTP://Company.Example:80/Feed", "http://company.example/Feed"),
        ("https://company.example:443", "https://company.example/"),
        ("https://company.example:8443/f?lang=fr#top", "https://company.example:8443/f?lang=fr"),
        ("feed:https://company.example/f", "https://company.example/f"),
        ("feed://company.example/f", "https://company.example/f"),
        ("<https://company.example/f>", "https://company.example/f"),
        ("company.example:8080/f", "https://company.example:8080/f"),
        ("127.0.0.1:8000/atom.xml", "http://127.0.0.1:8000/atom.xml"),
        ("localhost:8000/atom.xml", "http://localhost:8000/atom.xml"),
        ("http://[::1]:8000/f", "http://[::1]:8000/f"),
        ("https://intranet/news/feed", "https://intranet/news/feed"),
        ("intranet:8080/feed", "https://intranet:8080/feed"),
        ("müller.example/f", "https://müller.example/f"),
        ("https://company.example/my feed", "https://company.example/my%20feed"),
    ],
)
def test_a_web_address_is_brought_to_one_form(typed: str, address: str) -> None:
    assert read_source_address(typed) == (FEED, address)


@pytest.mark.skipif(os.name == "nt", reason="paths of Unix")
@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("/share/news/feed.json", "/share/news/feed.json"),
        ("/share/news/../feed.json", "/share/feed.json"),
        ("file:///share/my%20feed.xml", "/share/my feed.xml"),
        ("file://localhost/share/feed.xml", "/share/feed.xml"),
    ],
)
def test_a_file_is_an_absolute_path(typed: str, path: str) -> None:
    assert read_source_address(typed) == (FILE, path)


@pytest.mark.parametrize("typed", [r"C:\News\feed.json", r"\\server\news\feed.json"])
def test_a_windows_path_is_a_file(typed: str) -> None:
    assert read_source_address(typed)[0] is FILE


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "hello", "hello world", "news/feed.xml", "file:feed.xml", "-x.example"),
        *("ftp://company.example/", "javascript:alert(1)", "mailto:a@b", "https://"),
        *("https:///feed", "http://[::1", "https://company.example:99999/", "a\nb.example"),
        *("https://exa mple.com/", "company.example/\ud83d"),
    ],
)
def test_anything_else_is_no_address(typed: str) -> None:
    with pytest.raises(KnownError) as caught:
        read_source_address(typed)
    assert caught.value.code == ErrorCode.NOT_AN_ADDRESS


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(KnownError) as caught:
        read_source_address("https://me:CANARY@company.example/feed")
    assert caught.value.code == ErrorCode.NOT_AN_ADDRESS
    assert "CANARY" not in str(caught.value)


@given(st.text())
def test_nothing_typed_crashes_and_the_form_is_final(typed: str) -> None:
    try:
        kind, address = read_source_address(typed)
    except KnownError:
        return
    assert read_source_address(address) == (kind, address)


def source(address: str, kind: SourceKind = FEED, *hosts: str) -> Source:
    at = datetime(2026, 11, 23, tzinfo=UTC)
    return Source("s", kind, address, "T", at, picture_hosts=frozenset(hosts))


@pytest.mark.parametrize(
    ("feed", "picture", "own"),
    [
        ("https://company.example/f", "https://company.example/a.png", True),
        ("https://company.example/f", "https://company.example:443/a.png", True),
        ("http://company.example/f", "https://company.example/a.png", True),
        ("https://company.example/f", "http://company.example/a.png", False),
        ("https://www.company.example/f", "https://company.example/a.png", True),
        ("https://company.example/f", "https://www.company.example/a.png", True),
        ("https://www.company.example/f", "https://cdn.company.example/a.png", True),
        ("https://blog.company.example/f", "https://company.example/a.png", False),
        ("https://company.example/f", "https://evilcompany.example/a.png", False),
        ("https://company.example/f", "https://company.example.evil.example/a.png", False),
        ("https://company.example/f", "https://company.example:8443/a.png", False),
        ("http://127.0.0.1:8000/f", "http://127.0.0.1:8000/a.png", True),
        ("http://127.0.0.1:8000/f", "http://127.0.0.1:8001/a.png", False),
        ("http://127.0.0.1:8000/f", "http://localhost:8000/a.png", False),
        ("https://company.example/f", "beside:a.png", False),
        ("https://company.example/f", "file:///a.png", False),
        ("https://company.example/f", "https://[bad/a.png", False),
        ("https://localhost/f", "https://x.localhost/a.png", False),
    ],
)
def test_a_feeds_own_hosts(feed: str, picture: str, own: bool) -> None:
    assert may_fetch_picture(source(feed), picture) is own


def test_an_allowed_host_is_allowed_with_its_port() -> None:
    feed = source("https://company.example/f", FEED, "cdn.example", "pics.example:8443")
    assert may_fetch_picture(feed, "https://cdn.example/a.png")
    assert may_fetch_picture(feed, "https://pics.example:8443/a.png")
    assert not may_fetch_picture(feed, "https://cdn.example:8443/a.png")
    assert not may_fetch_picture(feed, "https://x.cdn.example/a.png")


def test_a_file_may_have_pictures_beside_it_and_on_no_host() -> None:
    file = source("/share/feed.json", FILE)
    assert may_fetch_picture(file, "beside:a.png")
    assert not may_fetch_picture(file, "https://company.example/a.png")


def test_the_host_of_a_picture_is_named_with_its_unusual_port() -> None:
    assert picture_host("https://a.example:443/x") == "a.example"
    assert picture_host("http://a.example:443/x") == "a.example:443"
    assert picture_host("beside:x") == ""
