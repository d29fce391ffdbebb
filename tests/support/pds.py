"""A real Bluesky server (PDS and PLC directory) on loopback, and a person's view of it.

Spoken to with the standard library only, so that what the tests see does not pass through the
code that they judge.
"""

import base64
import contextlib
import hashlib
import hmac
import itertools
import json
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from support.real_parts import need, pds_folder

POSTS = "app.bsky.feed.post"
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class PdsAccount:
    """An account on the real server, with its main password and an app password."""

    did: str
    handle: str
    password: str
    app_password: str
    access: str


@dataclass(frozen=True)
class Answer:
    """Status and body."""

    status: int
    data: Any
    raw: bytes


class RealPds:
    """The running pair of servers."""

    def __init__(self) -> None:
        self.port, self.plc_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.plc = f"http://127.0.0.1:{self.plc_port}"
        self._jwt_secret = secrets.token_hex(16)
        self._numbers = itertools.count(1)
        self._folder = tempfile.mkdtemp(prefix="adv-pds-")
        self._log = Path(self._folder, "server.log").open("wb")  # noqa: SIM115
        self._process = subprocess.Popen(
            ["node", str(Path(__file__).parent / "pds" / "server.cjs")],
            stdin=subprocess.PIPE,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            env={
                **os.environ,
                "ADVOCACY_PDS_DIR": str(pds_folder()),
                "PDS_PORT": str(self.port),
                "PLC_PORT": str(self.plc_port),
                "PDS_DATA_DIRECTORY": self._folder,
                "PDS_JWT_SECRET": self._jwt_secret,
                "LOG_ENABLED": "false",
                "NODE_NO_WARNINGS": "1",
            },
        )
        self._wait()

    def _wait(self) -> None:
        for _ in range(600):
            with contextlib.suppress(OSError):
                if self.get("_health").status == 200:
                    return
            if self._process.poll() is not None:
                break
            time.sleep(0.1)
        text = Path(self._folder, "server.log").read_text(errors="replace")
        self.close()
        raise RuntimeError(f"the PDS did not start: {text[-2000:]}")

    def close(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._log.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def get(self, method: str, token: str | None = None, **parameters: str) -> Answer:
        query = f"?{urllib.parse.urlencode(parameters)}" if parameters else ""
        return self._ask(urllib.request.Request(f"{self.url}/xrpc/{method}{query}"), token)

    def post(self, method: str, body: object, token: str | None = None) -> Answer:
        request = urllib.request.Request(
            f"{self.url}/xrpc/{method}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        return self._ask(request, token)

    def refresh(self, token: str) -> Answer:
        """Ask for a new session with a refresh token."""
        address = f"{self.url}/xrpc/com.atproto.server.refreshSession"
        return self._ask(urllib.request.Request(address, method="POST"), token)

    def _ask(self, request: urllib.request.Request, token: str | None) -> Answer:
        if token is not None:
            request.add_header("Authorization", f"Bearer {token}")
        try:
            with _direct.open(request, timeout=30) as response:
                status, raw = response.status, response.read()
        except urllib.error.HTTPError as error:
            with error:
                status, raw = error.code, error.read()
        try:
            data = json.loads(raw)
        except ValueError:
            data = None
        return Answer(status, data, raw)

    def create_account(self, name: str = "") -> PdsAccount:
        """A new account ``NAME<number>.test`` with an app password."""
        number = next(self._numbers)
        handle = f"{name or 'person'}{number}.test"
        password = secrets.token_urlsafe(12)
        made = self.post(
            "com.atproto.server.createAccount",
            {"handle": handle, "email": f"p{number}@mail.test", "password": password},
        )
        assert made.status == 200, made.raw
        access = made.data["accessJwt"]
        app = self.post("com.atproto.server.createAppPassword", {"name": "desk"}, access)
        assert app.status == 200, app.raw
        return PdsAccount(made.data["did"], handle, password, app.data["password"], access)

    def posts(self, did: str) -> list[dict[str, Any]]:
        """All posts of an account as anybody can read them."""
        found = self.get("com.atproto.repo.listRecords", repo=did, collection=POSTS, limit="100")
        assert found.status == 200, found.raw
        records: list[dict[str, Any]] = found.data["records"]
        return records

    def blob(self, did: str, cid: str) -> bytes:
        """A picture's bytes as anybody can read them."""
        found = self.get("com.atproto.sync.getBlob", did=did, cid=cid)
        assert found.status == 200, found.raw
        return found.raw

    def make_expired(self, token: str) -> str:
        """The same token, truly signed, but run out an hour ago."""
        head, body, _ = token.split(".")
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        claims["iat"], claims["exp"] = int(time.time()) - 10800, int(time.time()) - 3600
        signed = f"{head}.{_encode(json.dumps(claims).encode())}"
        mac = hmac.new(self._jwt_secret.encode(), signed.encode(), hashlib.sha256).digest()
        return f"{signed}.{_encode(mac)}"


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


@pytest.fixture(scope="session")
def pds() -> Iterator[RealPds]:
    """The real server, started at most once in a run."""
    need("pds", "Bluesky's own server")
    server = RealPds()
    yield server
    server.close()
