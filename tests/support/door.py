"""The way from the program to the real PDS: it can be shut, made to misbehave, and kill."""

import contextlib
import http.client
import json
import subprocess
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

CREATE = "/xrpc/com.atproto.repo.createRecord"


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        return

    def _pass_on(self) -> None:
        door: Door = self.server.door  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == CREATE and door.answers:
            status, error, message = door.answers.pop(0)
            self._answer(status, json.dumps({"error": error, "message": message}).encode())
            return
        target = urlsplit(door.target)
        link = http.client.HTTPConnection(target.hostname or "", target.port, timeout=30)
        with contextlib.closing(link):
            link.request(self.command, self.path, body or None, dict(self.headers))
            answer = link.getresponse()
            data = answer.read()
        if self.path == CREATE and door.victim is not None:
            door.victim.kill()  # SIGKILL: the server has it, the program never hears of it.
            door.victim.wait(10)
            self.close_connection = True
            return
        self._answer(answer.status, data, answer.getheader("Content-Type") or "")

    def _answer(self, status: int, data: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    do_GET: Callable[..., None] = _pass_on  # noqa: N815
    do_POST: Callable[..., None] = _pass_on  # noqa: N815


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """A client that is killed, or hangs up, is what the tests are about."""


class Door:
    """Forwards to ``target`` while it is open, always at the same address."""

    def __init__(self, target: str) -> None:
        self.target = target
        self.answers: list[tuple[int, str, str]] = []
        """Status, error and message for the next posts, in the place of the server's answer."""
        self.victim: subprocess.Popen[bytes] | None = None
        """Killed once the server has taken a post, before its answer goes back."""
        self._server: _Server | None = None
        self._port = 0
        self.open()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def open(self) -> None:
        """Let requests through."""
        self._server = _Server(("127.0.0.1", self._port), _Handler)
        self._server.door = self  # type: ignore[attr-defined]
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def shut(self) -> None:
        """Nothing listens any more: connections are refused."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
