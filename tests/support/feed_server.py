"""A real HTTP server on 127.0.0.1 that answers by script and remembers what it was asked."""

import ssl
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Asked:
    """One request as it arrived."""

    method: str
    path: str
    headers: Mapping[str, str]
    """Names in lower case."""
    raw: bytes
    """Request line, headers in their order, and body."""
    body: bytes = b""


@dataclass(frozen=True)
class Answer:
    """What to answer."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


Script = Callable[[Asked, BaseHTTPRequestHandler], Answer | None]
"""Makes an answer, or writes to the handler by itself and returns ``None``."""


class FeedServer:
    """See :func:`feed_server`."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Script] = {}
        """By path without its query; ``*`` for any other."""
        self.asked: list[Asked] = []
        self.on_request: Callable[[Asked], None] = lambda asked: None
        self.host = "127.0.0.1"
        self.scheme = "http"
        self.port = 0

    @property
    def base(self) -> str:
        """Address without path."""
        return f"{self.scheme}://{self.host}:{self.port}"

    def url(self, path: str) -> str:
        """Full address of a path."""
        return self.base + path

    @property
    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [asked.path for asked in self.asked]


def _handler(server: FeedServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _serve(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            head = "".join(f"{name}: {value}\r\n" for name, value in self.headers.items())
            asked = Asked(
                method=self.command,
                path=self.path,
                headers={name.lower(): value for name, value in self.headers.items()},
                raw=self.raw_requestline + head.encode("latin-1") + b"\r\n" + body,
                body=body,
            )
            server.asked.append(asked)
            server.on_request(asked)
            found = server.answers.get(self.path.split("?")[0], server.answers.get("*"))
            if found is None:
                found = Answer(b"not here", 404)
            answer = found if isinstance(found, Answer) else found(asked, self)
            if answer is None:
                self.close_connection = True
                return
            self.send_response_only(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in answer.headers:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(answer.body)

        do_GET = do_POST = do_HEAD = _serve  # noqa: N815 (names that http.server looks for)
        do_PUT = do_DELETE = do_CONNECT = _serve  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            """Keep the test output clean."""

    return Handler


class _Quiet(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is what several tests are about."""


@contextmanager
def feed_server(tls: ssl.SSLContext | None = None) -> Iterator[FeedServer]:
    """Serve on a free port of 127.0.0.1 until the block ends."""
    scripted = FeedServer()
    server = _Quiet(("127.0.0.1", 0), _handler(scripted))
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
        scripted.scheme = "https"
    scripted.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield scripted
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
