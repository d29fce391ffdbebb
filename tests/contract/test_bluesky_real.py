"""Bluesky's own server judges what the adapter sends."""

import json
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from advocacy_desktop.application.ports import SignInForm
from advocacy_desktop.domain.account import Account, AccountStatus
from advocacy_desktop.domain.delivery import DeliveryState, LinkCard, Post
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.limits import BLUESKY
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.clock import SystemClock
from advocacy_desktop.networks.bluesky.adapter import BlueskyAdapter
from advocacy_desktop.networks.bluesky.identity import Directories
from advocacy_desktop.networks.bluesky.record import build_record
from support.outbox_bench import Bench
from support.pds import PdsAccount, RealPds


class Desk:
    """A signed-in person and the world's view of their account."""

    def __init__(self, folder: Path, pds: RealPds) -> None:
        self.pds = pds
        self.bench = Bench(folder, SystemClock())
        self.person: PdsAccount = pds.create_account()
        self.http = self.bench.kits[Sphere.PERSONAL].http
        form = SignInForm(self.person.handle, self.person.app_password, pds.url)
        self.identity = self.bench.adapters["bluesky"].sign_in(form, self.http, self.bench.clock)
        self.account: Account = self.bench.add_account("bluesky", self.identity, Sphere.PERSONAL)

    def publish(self, post: Post | str) -> dict[str, Any]:
        """Publish through the outbox; the record as the world reads it."""
        delivery = self.bench.queue(self.account, post)
        state = self.bench.outbox.run(delivery.id)
        assert state is DeliveryState.PUBLISHED, self.bench.delivery(delivery.id)
        with self.bench.store.read() as tx:
            receipt = tx.deliveries.receipt(delivery.id)
        assert receipt is not None
        uri = f"at://{self.person.did}/app.bsky.feed.post/{delivery.record_key}"
        page = f"https://bsky.app/profile/{self.person.handle}/post/{delivery.record_key}"
        assert (receipt.remote_id, receipt.url) == (uri, page)
        (record,) = [p["value"] for p in self.pds.posts(self.person.did) if p["uri"] == uri]
        created = delivery.approved_at.isoformat(timespec="milliseconds")
        assert record["createdAt"] == created.replace("+00:00", "Z")
        found: dict[str, Any] = record
        return found


@pytest.fixture
def desk(tmp_path: Path, pds: RealPds) -> Iterator[Desk]:
    made = Desk(tmp_path, pds)
    yield made
    made.bench.close()


def png(width: int, height: int, shade: int) -> bytes:
    rows = b"".join(b"\0" + bytes([shade, 30, 60]) * width for _ in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + data


def marked(record: dict[str, Any]) -> list[tuple[str, str]]:
    """What the facets mark in the bytes of the text, and what for."""
    data = record["text"].encode()
    found = []
    for facet in record["facets"]:
        (feature,) = facet["features"]
        value = feature.get("uri") or feature.get("tag") or feature.get("did")
        span = data[facet["index"]["byteStart"] : facet["index"]["byteEnd"]]
        found.append((span.decode(), value))
    return found


def test_links_tags_and_mentions_are_marked_by_bytes(desk: Desk) -> None:
    other = desk.pds.create_account("other")
    text = (
        f"Grüezi 👩‍🚀 example.com/a, (https://example.org/é) #Été2026 🇨🇭 @{other.handle}! "
        "@nobody.test #news"
    )
    record = desk.publish(text)
    assert record["text"] == text
    assert marked(record) == [
        ("example.com/a", "https://example.com/a"),
        ("https://example.org/é", "https://example.org/é"),
        ("#Été2026", "Été2026"),
        (f"@{other.handle}", other.did),
        ("#news", "news"),
    ]


def test_pictures_arrive_to_the_byte_with_their_descriptions(desk: Desk) -> None:
    data = [png(40, 30, n * 50) for n in range(4)]
    alts = ["Une fusée 🚀 rouge", "second", "", "fourth"]
    pictures = tuple(desk.bench.picture(d, alt=a) for d, a in zip(data, alts, strict=True))
    record = desk.publish(Post("Four pictures", language="fr-CH", media=pictures))
    assert record["langs"] == ["fr-CH"]
    images = record["embed"]["images"]
    assert [image["alt"] for image in images] == alts
    assert [image["aspectRatio"] for image in images] == [{"width": 8, "height": 6}] * 4
    for image, sent in zip(images, data, strict=True):
        assert desk.pds.blob(desk.person.did, image["image"]["ref"]["$link"]) == sent
        assert image["image"]["mimeType"] == "image/png"
    assert "image/png, 1 kB" in desk.bench.ledger_text()


def test_a_link_card_arrives_with_its_picture(desk: Desk) -> None:
    thumbnail = desk.bench.picture(png(40, 30, 9))
    card = LinkCard("https://example.com/news", "News", "What is new", thumbnail)
    record = desk.publish(Post("Read this", card=card))
    shown = record["embed"]["external"]
    assert (shown["uri"], shown["title"], shown["description"]) == (
        "https://example.com/news", "News", "What is new",
    )  # fmt: skip
    sent = desk.bench.media.read(thumbnail.media)
    assert desk.pds.blob(desk.person.did, shown["thumb"]["ref"]["$link"]) == sent
    assert "facets" not in record and "langs" not in record


def test_a_card_and_pictures_together_are_refused_before_anything_leaves(desk: Desk) -> None:
    lines = len(desk.bench.ledger_text().splitlines())
    picture = desk.bench.picture(png(4, 4, 1))
    post = Post("Both", media=(picture,), card=LinkCard("https://example.com", "t", "d"))
    delivery = desk.bench.queue(desk.account, post)
    assert desk.bench.outbox.run(delivery.id) is DeliveryState.FAILED
    assert len(desk.bench.ledger_text().splitlines()) == lines


@pytest.fixture(scope="module")
def writer(pds: RealPds) -> PdsAccount:
    return pds.create_account()


LONG = ["x" * 300, "👩‍👩‍👧‍👦" * 100, "é" * 300, "e\u0301" * 300, "🇨🇭" * 300, "नि" * 300, "한" * 300,
        "\r\n" * 150 + "a" * 150, "👍🏽" * 300, "👩‍👩‍👧‍👦" * 120, "☝️" * 300]  # fmt: skip


@pytest.mark.parametrize("text", LONG)
@pytest.mark.parametrize("more", ["", "x"])
def test_our_count_agrees_with_the_servers_verdict(
    pds: RealPds, writer: PdsAccount, text: str, more: str
) -> None:
    text += more
    body = {
        "repo": writer.did,
        "collection": "app.bsky.feed.post",
        "validate": True,
        "record": build_record(Post(text), created_at=SystemClock().now(), dids={}),
    }
    verdict = pds.post("com.atproto.repo.createRecord", body, writer.access)
    assert verdict.status in (200, 400), verdict.raw
    assert (verdict.status == 200) == (BLUESKY.over(text) <= 0), verdict.raw


def test_a_text_too_long_never_leaves(desk: Desk) -> None:
    delivery = desk.bench.queue(desk.account, "x" * 301)
    assert desk.bench.outbox.run(delivery.id) is DeliveryState.FAILED
    refused = desk.bench.delivery(delivery.id)
    assert refused.error == ErrorCode.TEXT_TOO_LONG
    assert dict(refused.error_data) == {"network": "bluesky", "count": "301", "limit": "300"}
    assert desk.pds.posts(desk.person.did) == []


def test_a_main_password_is_refused_before_it_is_sent(desk: Desk) -> None:
    before = desk.bench.ledger_text()
    for password in (desk.person.password, "", "abcd-efgh-ijkl", "abcd-efgh-ijkl-mno!"):
        form = SignInForm(desk.person.handle, password, desk.pds.url)
        with pytest.raises(KnownError, match="not_an_app_password"):
            desk.bench.adapters["bluesky"].sign_in(form, desk.http, desk.bench.clock)
    assert desk.bench.ledger_text() == before


def test_a_wrong_app_password_is_told_with_the_name_that_was_typed(desk: Desk) -> None:
    form = SignInForm(desk.person.handle, "abcd-efgh-ijkl-mnop", desk.pds.url)
    with pytest.raises(KnownError) as told:
        desk.bench.adapters["bluesky"].sign_in(form, desk.http, desk.bench.clock)
    assert told.value.code == ErrorCode.WRONG_PASSWORD
    assert told.value.data == {"network": "bluesky", "identity": desk.person.handle}


def test_one_signs_in_as_handle_address_or_identity(desk: Desk) -> None:
    mail = f"p{desk.person.handle.removeprefix('person').removesuffix('.test')}@mail.test"
    host, name = desk.pds.url.removeprefix("http://"), desk.person.handle
    names = (f"@{name}", f" {name.upper()} ", desk.person.did, mail, f"\u202a{name}\u202c")
    forms = [(who, desk.pds.url) for who in names]
    for who, server in [*forms, (name, host), (name, f"{desk.pds.url}/xrpc/")]:
        form = SignInForm(who, desk.person.app_password, server)
        found = desk.bench.adapters["bluesky"].sign_in(form, desk.http, desk.bench.clock)
        assert (found.identity, found.handle) == (desk.person.did, name)
        assert found.server == desk.pds.url


def test_the_server_is_found_from_the_handle(desk: Desk) -> None:
    directories = Directories(plc=desk.pds.plc, resolver=desk.pds.url, scheme="http")
    adapter = BlueskyAdapter(directories)
    for who in (desk.person.handle, desk.person.did):
        form = SignInForm(who, desk.person.app_password)
        found = adapter.sign_in(form, desk.http, desk.bench.clock)
        assert found.identity == desk.person.did
        assert found.server == f"http://localhost:{desk.pds.port}"
    with pytest.raises(KnownError, match="unknown_handle"):
        adapter.sign_in(
            SignInForm("nobody.test", "abcd-efgh-ijkl-mnop"), desk.http, desk.bench.clock
        )


def test_the_name_that_the_person_chose_is_shown(desk: Desk) -> None:
    body = {
        "repo": desk.person.did,
        "collection": "app.bsky.actor.profile",
        "rkey": "self",
        "record": {"$type": "app.bsky.actor.profile", "displayName": "Claire Morel"},
    }
    assert desk.pds.post("com.atproto.repo.putRecord", body, desk.person.access).status == 200
    form = SignInForm(desk.person.handle, desk.person.app_password, desk.pds.url)
    found = desk.bench.adapters["bluesky"].sign_in(form, desk.http, desk.bench.clock)
    assert found.display_name == "Claire Morel"


def test_an_access_token_that_ran_out_is_renewed_without_a_question(desk: Desk) -> None:
    secrets = desk.bench.kits[Sphere.PERSONAL].secrets
    old = desk.pds.make_expired(desk.identity.secrets["access"])
    secrets.set(desk.account.id, "access", old)
    assert desk.publish("After two hours")["text"] == "After two hours"
    assert secrets.get(desk.account.id, "access") not in (None, old)
    assert desk.bench.adapters["bluesky"].check(desk.bench.context(desk.account)) is (
        AccountStatus.READY
    )


def test_a_session_that_is_over_asks_to_sign_in_again_and_loses_nothing(desk: Desk) -> None:
    secrets = desk.bench.kits[Sphere.PERSONAL].secrets
    for part in ("access", "refresh"):
        secrets.set(desk.account.id, part, desk.pds.make_expired(desk.identity.secrets[part]))
    delivery = desk.bench.queue(desk.account, "Later")
    assert desk.bench.outbox.run(delivery.id) is DeliveryState.FAILED
    assert desk.bench.delivery(delivery.id).error == ErrorCode.SIGN_IN_EXPIRED
    context = desk.bench.context(desk.account)
    adapter = desk.bench.adapters["bluesky"]
    assert adapter.check(context) is AccountStatus.SIGN_IN_EXPIRED
    with desk.bench.store.read() as tx:
        stored = tx.accounts.get(desk.account.id)
    assert stored is not None and stored.status is AccountStatus.SIGN_IN_EXPIRED
    form = SignInForm(desk.person.handle, desk.person.app_password, desk.pds.url)
    fresh = adapter.sign_in(form, desk.http, desk.bench.clock)
    desk.bench.give_secrets(desk.account, fresh.secrets)
    desk.bench.outbox.send_again(delivery.id)
    assert desk.bench.outbox.run(delivery.id) is DeliveryState.PUBLISHED
    assert len(desk.pds.posts(desk.person.did)) == 1


def test_signing_out_ends_the_session_on_the_server(desk: Desk) -> None:
    refresh = desk.identity.secrets["refresh"]
    desk.bench.adapters["bluesky"].sign_out(desk.bench.context(desk.account))
    answer = desk.pds.refresh(refresh)
    assert answer.status == 400 and answer.data["error"] == "ExpiredToken", answer.raw


def test_a_picture_that_the_server_does_not_know_is_told_in_its_own_words(desk: Desk) -> None:
    """The server's refusal of a record, real: a blob that was never uploaded."""
    adapter = desk.bench.adapters["bluesky"]
    picture = desk.bench.picture(png(4, 4, 1))
    delivery = desk.bench.queue(desk.account, Post("x", media=(picture,)))
    unknown = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"
    context = desk.bench.context(desk.account)

    class Swapping:
        """Swaps the picture's name in the request."""

        def send(self, request: Any, purpose: Any, *, as_whom: str = "") -> Any:
            if request.url.endswith("createRecord"):
                body = json.loads(request.body)
                body["record"]["embed"]["images"][0]["image"]["ref"]["$link"] = unknown
                request = replace(request, body=json.dumps(body).encode())
            return context.http.send(request, purpose, as_whom=as_whom)

    with pytest.raises(KnownError) as told:
        adapter.publish(replace(context, http=Swapping()), delivery)
    assert told.value.code == ErrorCode.REFUSED_BY_NETWORK
    assert "blob" in str(told.value.data["reason"]).lower()


def test_what_copying_adds_to_handle_and_password_is_left_out(desk: Desk) -> None:
    secret = desk.person.app_password
    form = SignInForm(
        f" @{desk.person.handle.upper()}.\n", f" {secret[:10]}\n{secret[10:]}\u200b ", desk.pds.url
    )
    found = desk.bench.adapters["bluesky"].sign_in(form, desk.http, desk.bench.clock)
    assert (found.identity, found.handle) == (desk.person.did, desk.person.handle)


@pytest.mark.parametrize("language", ["en-a", "fr_FR", "de-de-1", "english", "en-abcd-abcd"])
def test_no_language_of_a_feed_costs_the_post(desk: Desk, language: str) -> None:
    assert desk.publish(Post("Bonjour", language=language))["text"] == "Bonjour"
