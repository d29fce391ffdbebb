"""The HTTP port against real sockets: what leaves, what is noted, what is refused."""

import gzip
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from advocacy_desktop.application.ports import HttpRequest
from advocacy_desktop.domain.errors import ErrorCode, KnownError, UnsentError
from advocacy_desktop.domain.ledger import Audience, Purpose
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.http import GuardedHttp
from advocacy_desktop.infrastructure.http_wire import TimeLimits
from support.feed_ledger import MemoryLedger, StillClock
from support.feed_server import Answer, Asked, FeedServer, feed_server
from support.feed_tls import server_context

FAST = TimeLimits(connect=2, read=0.5, write=2, answer=1)
WHY = Purpose.FETCH_SUGGESTIONS


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as running:
        yield running


@pytest.fixture
def ledger() -> MemoryLedger:
    return MemoryLedger()


@pytest.fixture
def http(ledger: MemoryLedger) -> GuardedHttp:
    return GuardedHttp(None, ledger, StillClock(), times=FAST)


def get(url: str, **more: object) -> HttpRequest:
    return HttpRequest("GET", url, **more)  # type: ignore[arg-type]


# --- the ledger ------------------------------------------------------------------------------


def test_the_ledger_line_stands_before_the_request_arrives(
    server: FeedServer, http: GuardedHttp, ledger: MemoryLedger
) -> None:
    seen: list[tuple[int, object]] = []
    server.on_request = lambda asked: seen.append((len(ledger.lines), ledger.lines[-1].finished))
    server.answers["/feed"] = Answer(b"hello")

    answer = http.send(get(server.url("/feed")), WHY, as_whom="")

    assert answer.body == b"hello"
    assert seen == [(1, None)]
    line = ledger.lines[answer.ledger_id - 1]
    assert line.begun["host"] == f"127.0.0.1:{server.port}"
    assert line.begun["audience"] is Audience.NOBODY
    assert line.finished is not None
    assert line.finished["status"] == 200
    assert line.finished["received_bytes"] == 5
    assert line.finished["error"] is None


def test_the_line_stands_even_before_the_name_is_looked_up(ledger: MemoryLedger) -> None:
    lines_at_lookup: list[int] = []

    def resolve(*args: object, **kwargs: object) -> list[tuple[object, ...]]:
        lines_at_lookup.append(len(ledger.lines))
        raise socket.gaierror("no such name")

    http = GuardedHttp(None, ledger, StillClock(), times=FAST, resolve=resolve)
    with pytest.raises(UnsentError):
        http.send(get("https://feed.example/"), WHY)
    assert lines_at_lookup == [1]


def test_a_ledger_that_cannot_be_written_stops_the_request(server: FeedServer) -> None:
    http = GuardedHttp(None, MemoryLedger(full_disk=True), StillClock(), times=FAST)
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/feed")), WHY)
    assert caught.value.code == ErrorCode.STORAGE_FULL
    assert server.asked == []


def test_secrets_in_the_query_are_masked_in_the_ledger(
    server: FeedServer, http: GuardedHttp, ledger: MemoryLedger
) -> None:
    query = "page=2&access_token=CANARY&apiKey=CANARY&X-Amz-Signature=CANARY&lang=fr&%6bey=CANARY"
    http.send(get(server.url(f"/feed?{query}")), WHY)

    path = ledger.lines[0].begun["path"]
    assert "CANARY" not in path
    assert path.startswith("/feed?page=2&access_token=***&")
    assert "lang=fr" in path
    assert server.paths == [f"/feed?{query}"]


def test_the_sphere_of_the_port_stands_in_its_lines(
    server: FeedServer, ledger: MemoryLedger
) -> None:
    http = GuardedHttp(Sphere.PERSONAL, ledger, StillClock(), times=FAST)
    http.send(
        HttpRequest("POST", server.url("/x"), body=b"12345", ledger_detail="what is sent"),
        Purpose.PUBLISH,
        as_whom="me.example",
    )
    begun = ledger.lines[0].begun
    assert begun["audience"] is Audience.PERSONAL
    assert (begun["as_whom"], begun["sent_bytes"], begun["detail"]) == (
        "me.example",
        5,
        "what is sent",
    )


# --- nothing tells desks apart ---------------------------------------------------------------


def test_two_profiles_send_the_same_bytes(server: FeedServer) -> None:
    for sphere in (None, Sphere.PROFESSIONAL):
        http = GuardedHttp(sphere, MemoryLedger(), StillClock(), times=FAST)
        http.send(get(server.url("/feed"), headers={"If-None-Match": '"1"'}), WHY)
    first, second = server.asked
    assert first.raw == second.raw
    assert first.headers["user-agent"] == "AdvocacyDesktop"
    assert "cookie" not in first.headers


def test_cookies_are_neither_kept_nor_sent(server: FeedServer, http: GuardedHttp) -> None:
    server.answers["*"] = Answer(b"", headers={"Set-Cookie": "id=7; Path=/"})
    http.send(get(server.url("/a")), WHY)
    http.send(get(server.url("/a"), headers={"Cookie": "id=8"}), WHY)
    assert all("cookie" not in asked.headers for asked in server.asked)


def test_body_and_headers_arrive_as_given(server: FeedServer, http: GuardedHttp) -> None:
    body = bytes(range(256)) * 1000
    request = HttpRequest("POST", server.url("/x"), {"Content-Type": "image/png"}, body)
    http.send(request, Purpose.UPLOAD_PICTURE)
    asked = server.asked[0]
    assert asked.body == body
    assert asked.headers["content-type"] == "image/png"
    assert asked.headers["host"] == f"127.0.0.1:{server.port}"


# --- size and time ---------------------------------------------------------------------------


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_compressed_answer_is_unpacked(
    server: FeedServer, http: GuardedHttp, coding: str
) -> None:
    plain = b"a feed, " * 100_000
    packed = gzip.compress(plain) if coding == "gzip" else zlib.compress(plain)
    server.answers["/f"] = Answer(packed, headers={"Content-Encoding": coding})
    assert http.send(get(server.url("/f")), WHY).body == plain


def test_a_gzip_bomb_is_given_up_early(server: FeedServer, http: GuardedHttp) -> None:
    bomb = gzip.compress(bytes(200_000_000), 9)
    server.answers["/f"] = Answer(bomb, headers={"Content-Encoding": "gzip"})
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/f"), max_bytes=1_000_000), WHY)
    assert caught.value.code == ErrorCode.TOO_LARGE
    assert caught.value.data["limit"] == 1_000_000


def test_a_bomb_inside_a_bomb_is_not_unpacked(server: FeedServer, http: GuardedHttp) -> None:
    bomb = gzip.compress(gzip.compress(bytes(50_000_000)))
    server.answers["/f"] = Answer(bomb, headers={"Content-Encoding": "gzip, gzip"})
    with pytest.raises(KnownError):
        http.send(get(server.url("/f")), WHY)


def test_a_declared_size_over_the_limit_is_not_read(
    server: FeedServer, http: GuardedHttp, ledger: MemoryLedger
) -> None:
    server.answers["/f"] = Answer(bytes(100_001))
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/f"), max_bytes=100_000), WHY)
    assert caught.value.code == ErrorCode.TOO_LARGE
    finished = ledger.lines[0].finished
    assert finished is not None
    assert (finished["status"], finished["error"]) == (200, "too_large")


def test_an_answer_of_exactly_the_limit_is_taken(server: FeedServer, http: GuardedHttp) -> None:
    server.answers["/f"] = Answer(bytes(100_000))
    assert len(http.send(get(server.url("/f"), max_bytes=100_000), WHY).body) == 100_000


def _endless(piece: bytes, pause: float) -> object:
    def script(asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        end = time.monotonic() + 10
        while time.monotonic() < end:
            handler.wfile.write(piece)
            time.sleep(pause)

    return script


def test_an_endless_answer_is_too_large(server: FeedServer, http: GuardedHttp) -> None:
    server.answers["/f"] = _endless(bytes(50_000), 0)  # type: ignore[assignment]
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/f"), max_bytes=1_000_000), WHY)
    assert caught.value.code == ErrorCode.TOO_LARGE


def test_an_answer_that_drips_for_ever_times_out(server: FeedServer, http: GuardedHttp) -> None:
    server.answers["/f"] = _endless(b".", 0.1)  # type: ignore[assignment]
    started = time.monotonic()
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/f")), WHY)
    assert caught.value.code == ErrorCode.TIMED_OUT
    assert time.monotonic() - started < 4


def test_headers_that_drip_for_ever_time_out(server: FeedServer, http: GuardedHttp) -> None:
    def script(asked: Asked, handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for number in range(100):
            handler.wfile.write(b"X-%d: y\r\n" % number)
            time.sleep(0.1)

    server.answers["/f"] = script
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/f")), WHY)
    assert caught.value.code == ErrorCode.TIMED_OUT


# --- did it leave? ---------------------------------------------------------------------------


def _free_port() -> int:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port: int = sock.getsockname()[1]
        return port


def test_a_refused_port_is_surely_unsent(http: GuardedHttp, ledger: MemoryLedger) -> None:
    with pytest.raises(UnsentError) as caught:
        http.send(HttpRequest("POST", f"http://127.0.0.1:{_free_port()}/", body=b"x"), WHY)
    assert caught.value.code == ErrorCode.OFFLINE
    finished = ledger.lines[0].finished
    assert finished is not None
    assert finished["error"] == "offline"


def test_a_name_that_does_not_exist_is_surely_unsent(http: GuardedHttp) -> None:
    with pytest.raises(UnsentError) as caught:
        http.send(get("http://no-such-host.invalid/feed"), WHY)
    assert caught.value.code == ErrorCode.OFFLINE
    assert caught.value.data["host"] == "no-such-host.invalid"


@pytest.mark.parametrize("how", ["close", "reset", "silence", "half", "garbage"])
def test_after_the_bytes_left_the_outcome_is_unknown(http: GuardedHttp, how: str) -> None:
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                if how == "reset":
                    linger = b"\x01\0\0\0\0\0\0\0"
                    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                if how == "silence":
                    done.wait(5)
                if how == "half":
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                if how == "garbage":
                    connection.sendall(b"what is this?\r\n\r\n")

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = listening.getsockname()[1]
        with pytest.raises(KnownError) as caught:
            http.send(HttpRequest("POST", f"http://127.0.0.1:{port}/", body=b"post"), WHY)
        done.set()
        thread.join()
    assert caught.value.code == ErrorCode.TIMED_OUT
    assert not isinstance(caught.value, UnsentError)


def test_every_request_has_a_connection_of_its_own(server: FeedServer, http: GuardedHttp) -> None:
    ports: list[int] = []

    def script(asked: Asked, handler: BaseHTTPRequestHandler) -> Answer:
        ports.append(handler.client_address[1])
        return Answer(b"")

    server.answers["*"] = script
    for _ in range(3):
        http.send(get(server.url("/")), WHY)
    assert len(set(ports)) == 3
    assert len(server.asked) == 3, "nothing is repeated by itself"


def test_a_closed_port_sends_nothing(server: FeedServer, http: GuardedHttp) -> None:
    http.close()
    with pytest.raises(UnsentError):
        http.send(get(server.url("/")), WHY)
    assert server.asked == []


# --- TLS -------------------------------------------------------------------------------------


def test_a_certificate_nobody_vouches_for_stops_before_the_first_byte(
    http: GuardedHttp, tmp_path: Path
) -> None:
    with feed_server(server_context(tmp_path)) as server:
        with pytest.raises(UnsentError) as caught:
            http.send(get(server.url("/feed")), WHY)
        assert server.asked == []
    assert caught.value.code == ErrorCode.UNTRUSTED_CERTIFICATE
    assert caught.value.data["host"] == "127.0.0.1"
    assert caught.value.data["issuer"]


def _pinned(address: str, log: list[str] | None = None) -> object:
    def resolve(host: str, port: int, **kwargs: object) -> list[tuple[object, ...]]:
        if log is not None:
            log.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    return resolve


def test_the_certificate_is_checked_for_the_name_not_for_the_pinned_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ledger: MemoryLedger
) -> None:
    names: list[str | None] = []
    context = server_context(tmp_path)
    context.sni_callback = lambda sock, name, ctx: names.append(name)
    # OpenSSL's own variable: stands for a certificate in the operating system's store.
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    http = GuardedHttp(
        None,
        ledger,
        StillClock(),
        times=FAST,
        resolve=_pinned("127.0.0.1"),  # type: ignore[arg-type]
    )
    with feed_server(context) as server:
        server.answers["/feed"] = Answer(b"ok")
        answer = http.send(get(f"https://feed.example:{server.port}/feed"), WHY)
        assert answer.body == b"ok"
        assert names == ["feed.example"]
        assert server.asked[0].headers["host"] == f"feed.example:{server.port}"
        with pytest.raises(UnsentError) as caught:
            http.send(get(f"https://other.example:{server.port}/feed"), WHY)
        assert caught.value.code == ErrorCode.UNTRUSTED_CERTIFICATE


# --- which addresses -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("file:///etc/passwd", "scheme"),
        ("ftp://feed.example/x", "scheme"),
        ("javascript:alert(1)", "scheme"),
        ("//feed.example/x", "scheme"),
        ("http://", "host"),
        ("http://[::1", "host"),
        ("http://user:CANARY@feed.example/", "userinfo"),
        ("http://feed.example:99999/", "host"),
        ("http://feed.example\\@evil.example/", "userinfo"),
    ],
)
def test_what_is_no_plain_web_address_is_refused(
    http: GuardedHttp, ledger: MemoryLedger, url: str, reason: str
) -> None:
    with pytest.raises(UnsentError) as caught:
        http.send(get(url), WHY)
    assert caught.value.code == ErrorCode.NOT_ALLOWED_ADDRESS
    assert caught.value.data["reason"] == reason
    assert "CANARY" not in str(caught.value)
    assert ledger.lines == []


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0"],
)
def test_this_computer_is_refused_where_private_addresses_are(
    server: FeedServer, http: GuardedHttp, host: str
) -> None:
    with pytest.raises(UnsentError) as caught:
        http.send(get(f"http://{host}:{server.port}/", allow_private=False), WHY)
    assert caught.value.code == ErrorCode.NOT_ALLOWED_ADDRESS
    assert server.asked == []


def test_a_name_that_points_inside_is_refused(server: FeedServer, ledger: MemoryLedger) -> None:
    http = GuardedHttp(
        None,
        ledger,
        StillClock(),
        times=FAST,
        resolve=_pinned("127.0.0.1"),  # type: ignore[arg-type]
    )
    with pytest.raises(UnsentError) as caught:
        http.send(get(f"http://feed.example:{server.port}/", allow_private=False), WHY)
    assert caught.value.data["reason"] == "private"
    assert server.asked == []


def test_the_address_that_was_checked_is_the_one_connected_to(
    server: FeedServer, ledger: MemoryLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: the second answer for the same name would point inside."""
    answers = ["203.0.114.7", "127.0.0.1"]
    connected: list[object] = []

    def resolve(host: str, port: int, **kwargs: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), port))]

    def create_connection(address: object, *args: object, **kwargs: object) -> socket.socket:
        connected.append(address)
        raise OSError("no route")

    monkeypatch.setattr(socket, "create_connection", create_connection)
    http = GuardedHttp(
        None,
        ledger,
        StillClock(),
        times=FAST,
        resolve=resolve,  # type: ignore[arg-type]
    )
    with pytest.raises(UnsentError):
        http.send(get(f"http://feed.example:{server.port}/", allow_private=False), WHY)
    assert connected == [("203.0.114.7", server.port)]
    assert answers == ["127.0.0.1"], "resolved once"


def test_the_next_address_of_a_name_is_tried_when_one_is_dead(
    server: FeedServer, ledger: MemoryLedger
) -> None:
    def resolve(host: str, port: int, **kwargs: object) -> list[tuple[object, ...]]:
        return [
            (socket.AF_INET6, socket.SOCK_STREAM, 6, "", ("::1", port, 0, 0)),
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port)),
        ]

    http = GuardedHttp(
        None,
        ledger,
        StillClock(),
        times=FAST,
        resolve=resolve,  # type: ignore[arg-type]
    )
    server.answers["/"] = Answer(b"here")
    assert http.send(get(f"http://feed.example:{server.port}/"), WHY).body == b"here"


# --- redirects -------------------------------------------------------------------------------


def to(location: str, status: int = 302) -> Answer:
    return Answer(b"", status, {"Location": location})


def test_redirects_are_followed_only_when_asked(server: FeedServer, http: GuardedHttp) -> None:
    server.answers["/a"] = to("/b")
    assert http.send(get(server.url("/a")), WHY).status == 302
    assert server.paths == ["/a"]


def test_each_hop_has_its_own_ledger_line(
    server: FeedServer, http: GuardedHttp, ledger: MemoryLedger
) -> None:
    server.answers |= {"/a": to("/b", 301), "/b": to("/c", 308), "/c": Answer(b"end")}
    answer = http.send(get(server.url("/a"), follow_redirects=True), WHY)
    assert answer.body == b"end"
    assert answer.url == answer.permanent_url == server.url("/c")
    assert [line.begun["path"] for line in ledger.lines] == ["/a", "/b", "/c"]


def test_one_temporary_hop_makes_the_whole_way_temporary(
    server: FeedServer, http: GuardedHttp
) -> None:
    server.answers |= {"/a": to("/b", 301), "/b": to("/c", 302), "/c": Answer(b"end")}
    answer = http.send(get(server.url("/a"), follow_redirects=True), WHY)
    assert answer.permanent_url is None


@pytest.mark.parametrize("target", ["/a", "/b"])
def test_a_redirect_loop_ends(server: FeedServer, http: GuardedHttp, target: str) -> None:
    server.answers |= {"/a": to("/b"), "/b": to(target)}
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/a"), follow_redirects=True), WHY)
    assert caught.value.code == ErrorCode.TOO_MANY_REDIRECTS


def test_five_redirects_are_followed_and_six_are_not(server: FeedServer, http: GuardedHttp) -> None:
    for number in range(6):
        server.answers[f"/{number}"] = to(f"/{number + 1}")
    server.answers["/6"] = Answer(b"end")
    assert http.send(get(server.url("/1"), follow_redirects=True), WHY).body == b"end"
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/0"), follow_redirects=True), WHY)
    assert caught.value.code == ErrorCode.TOO_MANY_REDIRECTS


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "gopher://x/", "http://me:pw@127.0.0.1/", "http://[bad"]
)
def test_a_redirect_to_no_web_address_is_refused(
    server: FeedServer, http: GuardedHttp, location: str
) -> None:
    server.answers["/a"] = to(location)
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/a"), follow_redirects=True), WHY)
    assert caught.value.code == ErrorCode.NOT_ALLOWED_ADDRESS
    assert not isinstance(caught.value, UnsentError), "the first server did get a request"


def test_no_redirect_from_https_to_http(
    server: FeedServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, http: GuardedHttp
) -> None:
    context = server_context(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    with feed_server(context) as secure:
        secure.answers["/a"] = to(server.url("/plain"))
        with pytest.raises(KnownError) as caught:
            http.send(get(secure.url("/a"), follow_redirects=True), WHY)
    assert caught.value.code == ErrorCode.NOT_ALLOWED_ADDRESS
    assert caught.value.data["reason"] == "downgrade"
    assert server.asked == []


def test_credentials_stay_with_the_first_address(server: FeedServer, http: GuardedHttp) -> None:
    server.answers |= {"/a": to("/b"), "/b": Answer(b"end")}
    headers = {"Authorization": "Bearer CANARY", "dpop": "CANARY"}
    http.send(get(server.url("/a"), headers=headers, follow_redirects=True), WHY)
    assert "CANARY" in server.asked[0].headers["authorization"]
    assert b"CANARY" not in server.asked[1].raw


def test_a_post_is_never_redirected(server: FeedServer, http: GuardedHttp) -> None:
    server.answers |= {"/a": to("/b", 307)}
    request = HttpRequest("POST", server.url("/a"), body=b"x", follow_redirects=True)
    assert http.send(request, Purpose.PUBLISH).status == 307
    assert server.paths == ["/a"]


# --- proxy -----------------------------------------------------------------------------------


def test_the_system_proxy_is_used_and_its_refusal_is_surely_unsent(
    server: FeedServer, http: GuardedHttp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.base)
    monkeypatch.setenv("https_proxy", server.base.replace("://", "://me:p%40ss@"))
    server.answers["*"] = Answer(b"who are you?", 407)
    for url in ("http://feed.example/x", "https://feed.example/x"):
        with pytest.raises(UnsentError) as caught:
            http.send(get(url), WHY)
        assert caught.value.code == ErrorCode.PROXY_REFUSED
        assert caught.value.data["status"] == "407"
    assert server.asked[0].path == "http://feed.example/x"
    assert (server.asked[1].method, server.asked[1].path) == ("CONNECT", "feed.example:443")
    assert server.asked[1].headers["proxy-authorization"] == "Basic bWU6cEBzcw=="


def test_a_proxy_that_is_down_is_surely_unsent(
    http: GuardedHttp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", f"http://127.0.0.1:{_free_port()}")
    with pytest.raises(UnsentError) as caught:
        http.send(get("https://feed.example/x"), WHY)
    assert caught.value.code == ErrorCode.OFFLINE


def test_this_computer_is_reached_without_the_proxy(
    server: FeedServer, http: GuardedHttp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{_free_port()}")
    server.answers["/"] = Answer(b"direct")
    assert http.send(get(server.url("/")), WHY).body == b"direct"


def test_a_public_server_cannot_redirect_into_the_local_network(
    server: FeedServer, ledger: MemoryLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Loopback plays both parts: 127.0.0.1 the public server, 127.0.0.2 the local network."""
    monkeypatch.setattr(
        "advocacy_desktop.infrastructure.http_wire.is_private", lambda ip: ip == "127.0.0.2"
    )
    http = GuardedHttp(None, ledger, StillClock(), times=FAST)
    server.answers["/a"] = to(f"http://127.0.0.2:{server.port}/router")
    with pytest.raises(KnownError) as caught:
        http.send(get(server.url("/a"), follow_redirects=True), WHY)
    assert caught.value.code == ErrorCode.NOT_ALLOWED_ADDRESS
    assert caught.value.data["reason"] == "private"
