"""A way to the real server on which a process is killed at the worst moment."""

import contextlib
import http.client
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
        proxy: KillingProxy = self.server.proxy  # type: ignore[attr-defined]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        victim = proxy.victim if self.path == CREATE else None
        proxy.seen.append(self.path.partition("?")[0])
        if victim is not None and not proxy.after_the_answer:
            return self._kill(victim)
        target = urlsplit(proxy.target)
        link = http.client.HTTPConnection(target.hostname or "", target.port, timeout=30)
        with contextlib.closing(link):
            link.request(self.command, self.path, body or None, dict(self.headers))
            answer = link.getresponse()
            data = answer.read()
        proxy.statuses.append(answer.status)
        if victim is not None:
            return self._kill(victim)
        self.send_response(answer.status)
        for name in ("Content-Type", "ratelimit-reset"):
            if (value := answer.getheader(name)) is not None:
                self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _kill(self, victim: "subprocess.Popen[bytes]") -> None:
        victim.kill()  # SIGKILL: nothing of the process runs any more
        victim.wait(10)
        self.close_connection = True

    do_GET: Callable[..., None] = _pass_on  # noqa: N815
    do_POST: Callable[..., None] = _pass_on  # noqa: N815


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        return


class KillingProxy:
    """Forwards to ``target``; kills ``victim`` when it creates a record."""

    def __init__(self, target: str, *, after_the_answer: bool) -> None:
        self.target = target
        self.after_the_answer = after_the_answer
        """Whether the server may answer first (the answer is then lost), or never hears of it."""
        self.victim: subprocess.Popen[bytes] | None = None
        self.seen: list[str] = []
        self.statuses: list[int] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.proxy = self  # type: ignore[attr-defined]
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()
