"""A small server that speaks as a PDS does, and misbehaves on request, on real sockets.

What it answers when it behaves was seen on the real server (``support.pds``); the contract suite
runs against both, so that the double cannot drift into wishful thinking.
"""

import contextlib
import json
import socket
import struct
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

DID = "did:plc:abcdefghijklmnopqrstuvwx"
HANDLE = "claire.test"
APP_PASSWORD = "abcd-efgh-ijkl-mnop"
CREATE = "com.atproto.repo.createRecord"
UPLOAD = "com.atproto.repo.uploadBlob"
GET = "com.atproto.repo.getRecord"
DELETE = "com.atproto.repo.deleteRecord"
REFRESH = "com.atproto.server.refreshSession"
SESSION = "com.atproto.server.createSession"
RESOLVE = "com.atproto.identity.resolveHandle"


class Call:
    """One request under way: what came in, and the ways to answer."""

    def __init__(self, handler: "Handler", method: str, body: bytes) -> None:
        self._handler = handler
        self.method = method
        self.body = body
        self.headers = handler.headers
        self.double: PdsDouble = handler.server.double  # type: ignore[attr-defined]

    @property
    def data(self) -> Any:
        return json.loads(self.body) if self.body else None

    @property
    def query(self) -> dict[str, str]:
        return {k: v[0] for k, v in parse_qs(urlsplit(self._handler.path).query).items()}

    def send(
        self,
        status: int,
        body: bytes,
        kind: str = "application/json",
        headers: dict[str, str] | None = None,
        length: int | None = None,
    ) -> None:
        handler = self._handler
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in (headers or {}).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    def json(self, status: int, data: object, headers: dict[str, str] | None = None) -> None:
        self.send(status, json.dumps(data).encode(), "application/json; charset=utf-8", headers)

    def error(self, status: int, name: str, message: str = "", **headers: str) -> None:
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        self.json(status, {"error": name, "message": message}, named)

    def reset(self) -> None:
        """Close so that the other side gets a reset, not an orderly end."""
        linger = struct.pack("ii", 1, 0)
        self._handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._handler.connection.close()
        self._handler.close_connection = True

    def hang(self) -> None:
        """Say nothing until the test is over."""
        self.double.over.wait(30)
        self.reset()


Behaviour = Callable[[Call], None]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        return

    def _any(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        method = urlsplit(self.path).path.removeprefix("/xrpc/")
        call = Call(self, method, body)
        double = call.double
        with double.lock:
            double.calls.append(call)
            waiting = double.script[method]
            behaviour = waiting.pop(0) if waiting else double.usual.get(method)
        with contextlib.suppress(OSError, ValueError):  # the other side gave up: what was asked for
            (behaviour or _not_there)(call)

    do_GET = do_POST = _any  # noqa: N815


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        return


def _not_there(call: Call) -> None:
    call.error(501, "MethodNotImplemented", call.method)


class PdsDouble:
    """The server; ``script[method]`` holds what it does at the next requests, in order."""

    def __init__(self) -> None:
        self.records: dict[str, Any] = {}
        self.access, self.refresh = "access-1", "refresh-1"
        self.script: defaultdict[str, list[Behaviour]] = defaultdict(list)
        self.calls: list[Call] = []
        self.lock = threading.RLock()
        self.over = threading.Event()
        self.creating = 0
        self.most_at_once = 0
        self.usual: dict[str, Behaviour] = {
            SESSION: self._create_session,
            REFRESH: self._refresh,
            "com.atproto.server.getSession": self._get_session,
            "com.atproto.server.deleteSession": lambda call: call.send(200, b""),
            CREATE: self.create,
            GET: self._get,
            DELETE: self._delete,
            UPLOAD: self._upload,
            RESOLVE: lambda call: call.error(400, "InvalidRequest", "Unable to resolve handle"),
        }
        self._server = Server(("127.0.0.1", 0), Handler)
        self._server.double = self  # type: ignore[attr-defined]
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def close(self) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def count(self, method: str) -> int:
        return sum(1 for call in self.calls if call.method == method)

    def store(self, call: Call) -> bool:
        """Take the record as the real server does; false if the key is taken."""
        with self.lock:
            if call.data["rkey"] in self.records:
                return False
            self.records[call.data["rkey"]] = call.data["record"]
            return True

    def _allowed(self, call: Call, token: str) -> bool:
        if call.headers.get("Authorization") == f"Bearer {token}":
            return True
        call.error(400, "ExpiredToken", "Token has expired")
        return False

    def create(self, call: Call) -> None:
        with self.lock:
            self.creating += 1
            self.most_at_once = max(self.most_at_once, self.creating)
        try:
            if not self._allowed(call, self.access):
                return
            if not self.store(call):
                call.error(500, "InternalServerError", "Internal Server Error")
                return
            call.json(200, self.created(call))
        finally:
            with self.lock:
                self.creating -= 1

    def created(self, call: Call) -> dict[str, Any]:
        uri = f"at://{DID}/{call.data['collection']}/{call.data['rkey']}"
        return {"uri": uri, "cid": "bafyreiaaaa", "validationStatus": "valid"}

    def _get(self, call: Call) -> None:
        query = call.query
        record = self.records.get(query["rkey"])
        if query["collection"] == "app.bsky.actor.profile":
            record = {"displayName": "Claire Morel"}
        if record is None:
            call.error(400, "RecordNotFound", "Could not locate record")
            return
        uri = f"at://{DID}/{query['collection']}/{query['rkey']}"
        call.json(200, {"uri": uri, "cid": "bafyreiaaaa", "value": record})

    def _delete(self, call: Call) -> None:
        if self._allowed(call, self.access):
            self.records.pop(call.data["rkey"], None)
            call.json(200, {})

    def _upload(self, call: Call) -> None:
        if self._allowed(call, self.access):
            kind, size = call.headers["Content-Type"], len(call.body)
            ref = {"$link": "bafkreiaaaa"}
            call.json(200, {"blob": {"$type": "blob", "ref": ref, "mimeType": kind, "size": size}})

    def _session(self) -> dict[str, Any]:
        return {
            "did": DID,
            "handle": HANDLE,
            "accessJwt": self.access,
            "refreshJwt": self.refresh,
            "active": True,
        }

    def _create_session(self, call: Call) -> None:
        if (call.data["identifier"], call.data["password"]) != (HANDLE, APP_PASSWORD):
            call.error(401, "AuthenticationRequired", "Invalid identifier or password")
            return
        call.json(200, self._session())

    def _get_session(self, call: Call) -> None:
        if self._allowed(call, self.access):
            call.json(200, {"did": DID, "handle": HANDLE, "active": True})

    def _refresh(self, call: Call) -> None:
        with self.lock:
            if not self._allowed(call, self.refresh):
                return
            number = int(self.refresh.rpartition("-")[2]) + 1
            self.access, self.refresh = f"access-{number}", f"refresh-{number}"
            call.json(200, self._session())


# --- ways to misbehave -----------------------------------------------------------------------


def says(status: int, name: str, message: str = "No.", **headers: str) -> Behaviour:
    return lambda call: call.error(status, name, message, **headers)


def page(status: int) -> Behaviour:
    body = b"<!DOCTYPE html><title>Gateway</title><p>Please sign in to the guest network"
    return lambda call: call.send(status, body, "text/html")


def hangs(call: Call) -> None:
    call.hang()


def resets(call: Call) -> None:
    call.reset()


def _after_storing(answer: Behaviour) -> Behaviour:
    def behaviour(call: Call) -> None:
        call.double.store(call)
        answer(call)

    return behaviour


def _json_of(call: Call) -> bytes:
    return json.dumps(call.double.created(call)).encode()


def truncated(call: Call) -> None:
    """The body ends in the middle and says it is whole."""
    call.send(200, _json_of(call)[:-9])


def cut(call: Call) -> None:
    """The connection ends before the body does."""
    whole = _json_of(call)
    call.send(200, whole[:20], length=len(whole))
    call.reset()


def wrong_charset(call: Call) -> None:
    """Right, but declared to be something else, as careless proxies do."""
    call.double.store(call)
    call.send(200, _json_of(call), "text/html; charset=utf-16")


def really_utf16(call: Call) -> None:
    call.send(200, _json_of(call).decode().encode("utf-16"), "application/json; charset=utf-16")


def drips(call: Call) -> None:
    """One byte in a while, for ever."""
    call.send(200, b"{", length=100)
    for _ in range(300):
        if call.double.over.is_set():
            break
        call._handler.wfile.write(b" ")
        time.sleep(0.1)


stored = _after_storing
