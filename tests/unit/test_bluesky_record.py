"""The record of a post, as the lexicon wants it."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.application.ports import HttpResponse
from advocacy_desktop.domain.delivery import FrozenMedia, LinkCard, Post
from advocacy_desktop.networks.bluesky.record import build_record, facets, mentioned
from advocacy_desktop.networks.bluesky.xrpc import readable, readable_size, retry_at

AT = datetime(2026, 11, 20, 9, 0, 0, 123456, tzinfo=timezone(timedelta(hours=1)))


def test_offsets_are_bytes_not_characters() -> None:
    text = "Grüezi 👋 example.com"
    (facet,) = facets(text, {})
    assert facet["index"] == {"byteStart": 13, "byteEnd": 24}
    assert facet["features"] == [
        {"$type": "app.bsky.richtext.facet#link", "uri": "https://example.com"}
    ]


PARTS = st.sampled_from(
    ["👩‍🚀", "é", "नि", " ", "\n", "#tag", "#été", "@a.test", "@B.test", "example.com",
     "https://x.org/é", "(", ")"]
)  # fmt: skip


@given(st.lists(PARTS).map("".join))
def test_facets_cut_the_bytes_at_whole_characters_in_order(text: str) -> None:
    data, end = text.encode(), 0
    for facet in facets(text, {"a.test": "did:plc:a"}):
        start, stop = facet["index"]["byteStart"], facet["index"]["byteEnd"]
        assert end <= start < stop <= len(data)
        end = stop
        data[start:stop].decode()  # would raise in the middle of a character
        (feature,) = facet["features"]
        if "did" in feature:
            assert data[start:stop].lower() == b"@a.test"


def test_a_mention_without_identity_and_a_tag_too_long_stay_plain() -> None:
    assert facets("@a.test #" + "x" * 65, {}) == []
    assert len(facets("@a.test #" + "x" * 64, {"a.test": "did:plc:a"})) == 2
    assert mentioned("@B.test @a.test @b.test") == ("b.test", "a.test")


def test_a_plain_post_has_nothing_it_does_not_need() -> None:
    assert build_record(Post("Hello"), created_at=AT, dids={}) == {
        "$type": "app.bsky.feed.post",
        "text": "Hello",
        "createdAt": "2026-11-20T08:00:00.123Z",
    }


@pytest.mark.parametrize(
    ("language", "kept"), [("fr-CH", True), ("de", True), ("", False), ("no such", False)]
)
def test_only_a_language_tag_goes_along(language: str, kept: bool) -> None:
    record = build_record(Post("x", language), created_at=AT, dids={})
    assert record.get("langs") == ([language] if kept else None)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("fr_FR", ["fr-FR"]), ("zh-Hant-TW", ["zh-Hant-TW"]), ("es-419", ["es-419"]),
        # The real server refuses the whole post for each of these.
        ("en-a", ["en"]), ("en-x", ["en"]), ("fr-fr-fr", ["fr-fr"]), ("de-de-1", ["de-de"]),
        ("en-US-u", ["en-US"]), ("en-abcd-abcd", ["en-abcd"]), ("fra-abc-def-ghi-jkl", ["fra"]),
        ("english", None), ("i-klingon", None),
    ],
)  # fmt: skip
def test_what_a_feed_writes_as_a_language_never_costs_the_post(
    written: str, sent: list[str] | None
) -> None:
    assert build_record(Post("x", written), created_at=AT, dids={}).get("langs") == sent


def test_pictures_carry_description_and_shape() -> None:
    media = FrozenMedia("m", "image/png", 3, 40, 30, "A red rocket")
    shapeless = FrozenMedia("m", "image/png", 3, 0, 0, "")
    blob = {"$type": "blob"}
    record = build_record(
        Post("x", media=(media, shapeless)), created_at=AT, dids={}, blobs=[blob, blob]
    )
    assert record["embed"] == {
        "$type": "app.bsky.embed.images",
        "images": [
            {"alt": "A red rocket", "image": blob, "aspectRatio": {"width": 40, "height": 30}},
            {"alt": "", "image": blob},
        ],
    }


def test_a_card_with_and_without_its_picture() -> None:
    post = Post("x", card=LinkCard("https://example.com", "Title", "Words"))
    plain = {"uri": "https://example.com", "title": "Title", "description": "Words"}
    record = build_record(post, created_at=AT, dids={})
    assert record["embed"] == {"$type": "app.bsky.embed.external", "external": plain}
    record = build_record(post, created_at=AT, dids={}, thumbnail={"$type": "blob"})
    assert record["embed"]["external"] == {**plain, "thumb": {"$type": "blob"}}


def test_the_ledger_shows_words_and_masks_secrets() -> None:
    shown = readable({"password": "p4ss", "text": "Grüße", "deep": [{"accessJwt": "t0ken"}]})
    assert "p4ss" not in shown and "t0ken" not in shown
    assert "Grüße" in shown and shown.count("•••") == 2
    assert readable_size("image/jpeg", 184_200) == "image/jpeg, 184 kB"
    assert readable_size("image/png", 3) == "image/png, 1 kB"


MOMENTS = st.one_of(
    st.text(max_size=40),
    st.integers().map(str),
    st.just("9" * 5000),
    st.datetimes().map(lambda moment: moment.strftime("%a, %d %b %Y %H:%M:%S -0000")),
    st.from_regex(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{1,5} \d\d:\d\d:\d\d [+-]?\w{1,5}"),
)


@given(st.fixed_dictionaries({}, optional={"retry-after": MOMENTS, "ratelimit-reset": MOMENTS}))
def test_whatever_a_server_names_the_wait_is_none_or_at_most_two_days(
    headers: dict[str, str],
) -> None:
    response = HttpResponse(429, headers, b"", "https://pds.example.com/xrpc/x", 1)
    found = retry_at(response, AT)
    if found is not None:
        moment = datetime.fromisoformat(found)
        assert AT <= moment <= AT + timedelta(days=2)
        assert moment.utcoffset() == timedelta(0)
