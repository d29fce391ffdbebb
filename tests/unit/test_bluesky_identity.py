"""From what a person types to a server that may get their app password."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.application.ports import HttpRequest, HttpResponse, SignInForm
from advocacy_desktop.domain.errors import ErrorCode, KnownError, UnsentError
from advocacy_desktop.domain.ledger import Purpose
from advocacy_desktop.infrastructure.clock import SystemClock
from advocacy_desktop.networks.bluesky.adapter import BlueskyAdapter
from advocacy_desktop.networks.bluesky.identity import (
    Directories,
    clean_identifier,
    endpoint_of,
    find_home,
    is_handle,
    server_address,
)

DID = "did:plc:abcdefghijklmnopqrstuvwx"
PASSWORD = "abcd-efgh-ijkl-mnop"


class World:
    """An HTTP port whose hosts answer from a table; what is not there cannot be reached."""

    def __init__(self, table: Mapping[str, tuple[int, bytes]]) -> None:
        self.table = table
        self.asked: list[HttpRequest] = []

    def send(self, request: HttpRequest, purpose: Purpose, *, as_whom: str = "") -> HttpResponse:
        self.asked.append(request)
        if request.url not in self.table:
            raise UnsentError(ErrorCode.OFFLINE, host=request.url)
        status, body = self.table[request.url]
        return HttpResponse(status, {}, body, request.url, 1)

    @property
    def bodies(self) -> bytes:
        return b"".join(request.body or b"" for request in self.asked)


def document(endpoint: str, did: str = DID) -> bytes:
    return (
        f'{{"id": "{did}", "service": [{{"id": "#other"}}, {{"id": "#atproto_pds", '
        f'"type": "AtprotoPersonalDataServer", "serviceEndpoint": "{endpoint}"}}]}}'
    ).encode()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("bsky.social", "https://bsky.social"),
        ("https://PDS.Example.com/", "https://pds.example.com"),
        (" https://pds.example.com/xrpc/ ", "https://pds.example.com"),
        ("pds.example.com:8443", "https://pds.example.com:8443"),
        ("localhost:2583", "http://localhost:2583"),
        ("http://127.0.0.1:2583", "http://127.0.0.1:2583"),
        ("http://[::1]:2583", "http://[::1]:2583"),
        ("https://localhost", "https://localhost"),
        ("192.0.2.7", "https://192.0.2.7"),
    ],
)
def test_a_server_may_be_typed_as_host_or_address(typed: str, address: str) -> None:
    assert server_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    ["bsky", "https://", "ftp://pds.example.com", "https://a:b@pds.example.com", "a b", "pds:x",
     "https://[::1", "javascript:alert(1)", "https://pds.example.com:99999", "@", "/etc/passwd"],
)  # fmt: skip
def test_what_is_no_server_is_said_before_anything_leaves(typed: str) -> None:
    with pytest.raises(KnownError) as told:
        server_address(typed)
    assert told.value.code == ErrorCode.SERVER_NOT_FOUND


@pytest.mark.parametrize("typed", ["http://pds.example.com", "http://192.168.1.4", "HTTP://x.org"])
def test_a_password_never_travels_unencrypted(typed: str) -> None:
    with pytest.raises(KnownError) as told:
        server_address(typed)
    assert told.value.code == ErrorCode.NOT_ALLOWED_ADDRESS


@given(st.text())
def test_any_text_is_an_address_or_a_known_error(typed: str) -> None:
    try:
        address = server_address(typed)
    except KnownError:
        return
    assert address.startswith(("http://", "https://"))
    assert server_address(address) == address


def test_names_are_cleaned_of_what_copying_adds() -> None:
    assert clean_identifier(" \u202a@claire.test\u202c\u200b\n") == "claire.test"
    assert clean_identifier("claire.test.") == "claire.test"  # the end of a sentence came along
    assert is_handle("claire.bsky.social") and is_handle("A-b.example")
    assert not any(
        is_handle(x) for x in ("claire", "a..b", "-a.b", "a.b-", "a.1", "a_b.c", "", ".")
    )


def test_a_handles_own_site_is_believed_first() -> None:
    world = World(
        {
            "https://claire.example/.well-known/atproto-did": (200, f"{DID}\n".encode()),
            f"https://plc.directory/{DID}": (200, document("https://pds.example.com")),
        }
    )
    home = find_home("Claire.example", world, Directories())
    assert home is not None and (home.did, home.server) == (DID, "https://pds.example.com")
    assert all(not request.allow_private for request in world.asked)


def test_the_public_resolver_is_asked_where_there_is_no_site() -> None:
    resolver = "https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle"
    world = World(
        {
            "https://claire.bsky.social/.well-known/atproto-did": (404, b"<html>"),
            f"{resolver}?handle=claire.bsky.social": (200, f'{{"did": "{DID}"}}'.encode()),
            f"https://plc.directory/{DID}": (200, document("https://pds.example.com")),
        }
    )
    home = find_home("claire.bsky.social", world, Directories())
    assert home is not None and home.server == "https://pds.example.com"


def test_an_unknown_handle_is_said_without_sending_the_password() -> None:
    resolver = "https://public.api.bsky.app/xrpc/com.atproto.identity.resolveHandle"
    world = World({f"{resolver}?handle=no.example": (400, b'{"error": "InvalidRequest"}')})
    with pytest.raises(KnownError) as told:
        BlueskyAdapter().sign_in(SignInForm("@no.example", PASSWORD), world, SystemClock())
    assert (told.value.code, told.value.data) == (
        ErrorCode.UNKNOWN_HANDLE,
        {"handle": "no.example"},
    )
    assert world.bodies == b""


def test_a_did_on_the_web_is_followed() -> None:
    did = "did:web:claire.example"
    world = World(
        {"https://claire.example/.well-known/did.json": (200, document("https://p.example", did))}
    )
    home = find_home(did, world, Directories())
    assert home is not None and home.server == "https://p.example"


@pytest.mark.parametrize(
    "body",
    [
        b"<html>", b"[]", b'{"id": "did:plc:somebodyelse"}', document("http://pds.example.com"),
        document("http://127.0.0.1:80"), document("file:///etc/passwd"), document(""),
        b'{"id": "%s", "service": 3}' % DID.encode(),
    ],
)  # fmt: skip
def test_a_document_that_names_no_safe_server_is_as_good_as_none(body: bytes) -> None:
    world = World({f"https://plc.directory/{DID}": (200, body)})
    assert find_home(DID, world, Directories()) is None


def test_nobody_can_say_where_so_the_common_server_is_asked() -> None:
    world = World({})
    with pytest.raises(UnsentError, match="offline"):
        BlueskyAdapter().sign_in(SignInForm("claire.example", PASSWORD), world, SystemClock())
    assert world.asked[-1].url == "https://bsky.social/xrpc/com.atproto.server.createSession"


def test_a_bare_name_is_meant_at_the_common_server() -> None:
    world = World({})
    with pytest.raises(UnsentError):
        BlueskyAdapter().sign_in(SignInForm("claire", PASSWORD), world, SystemClock())
    assert b'"claire.bsky.social"' in world.bodies


@pytest.mark.parametrize(
    "password",
    ["hunter2", "", "abcd-efgh-ijkl", "abcd-efgh-ijkl-mnop-qrst", "abcdefghijklmnop",
     "äbcd-efgh-ijkl-mnop",
     "abcd efgh ijkl mnop", "my-very-long-pass"],
)  # fmt: skip
def test_what_is_no_app_password_is_never_sent(password: str) -> None:
    world = World({})
    form = SignInForm("claire.example", password, "https://pds.example.com")
    with pytest.raises(KnownError) as told:
        BlueskyAdapter().sign_in(form, world, SystemClock())
    assert (told.value.code, told.value.data) == (
        ErrorCode.NOT_AN_APP_PASSWORD,
        {"network": "bluesky"},
    )
    assert world.asked == []


def test_endpoint_of_anything_is_a_server_or_nothing() -> None:
    for junk in (None, 3, [], {}, {"service": {}}, {"service": [None, 3, {"type": 1, "id": 2}]}):
        assert endpoint_of(junk) is None


def test_bsky_social_is_the_door_and_the_accounts_own_server_is_kept() -> None:
    body = (
        f'{{"did": "{DID}", "handle": "claire.example", "accessJwt": "a", "refreshJwt": "r", '
        f'"didDoc": {document("https://oyster.host.example").decode()}}}'
    )
    session = "https://bsky.social/xrpc/com.atproto.server.createSession"
    world = World({session: (200, body.encode())})
    form = SignInForm("claire@mail.example", PASSWORD)
    found = BlueskyAdapter().sign_in(form, world, SystemClock())
    assert found.server == "https://oyster.host.example"
    assert (found.identity, found.handle, found.display_name) == (
        *(DID, "claire.example"),
        "claire.example",
    )
    assert dict(found.secrets) == {"access": "a", "refresh": "r"}
    sign_in = next(request for request in world.asked if request.body)
    assert PASSWORD not in sign_in.ledger_detail and "•••" in sign_in.ledger_detail


def test_a_server_that_signs_in_somebody_else_is_not_believed() -> None:
    other = "did:plc:zyxwvutsrqponmlkjihgfedc"
    session = "https://pds.example.com/xrpc/com.atproto.server.createSession"
    body = f'{{"did": "{other}", "handle": "x.example", "accessJwt": "a", "refreshJwt": "r"}}'
    world = World({session: (200, body.encode())})
    with pytest.raises(KnownError, match="not_an_api"):
        BlueskyAdapter().sign_in(SignInForm(DID, PASSWORD, "pds.example.com"), world, SystemClock())
