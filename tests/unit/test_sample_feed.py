"""The bundled sample company: fresh whenever it is asked for, complete in both languages."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.domain.limits import BLUESKY
from advocacy_desktop.infrastructure.feeds.reader import TolerantFeedReader
from advocacy_desktop.infrastructure.sample_feed import (
    SAMPLE_ADDRESS,
    SAMPLE_LANGUAGES,
    sample_feed_bytes,
    sample_picture,
)

RESOURCES = Path(__file__).parents[2] / "resources"
MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
DATES = ("date_published", "date_modified", "embargo_until", "expires_at")
moments = st.datetimes(
    min_value=datetime(2024, 1, 1), max_value=datetime(2090, 1, 1), timezones=st.just(UTC)
)
languages = st.sampled_from(SAMPLE_LANGUAGES)
in_each_language = pytest.mark.parametrize("language", SAMPLE_LANGUAGES)


def feed(language: str, now: datetime = MONDAY) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(sample_feed_bytes(language, now, RESOURCES))
    return result


def dates(item: dict[str, Any]) -> dict[str, datetime]:
    both = item | item["_advocacy"]
    return {key: datetime.fromisoformat(both[key]) for key in DATES if key in both}


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text that a person reads, with the key it stands under."""
    if isinstance(value, str):
        if key not in {
            *DATES,
            "id",
            "url",
            "image",
            "mime_type",
            "feedback",
            "network",
            "version",
            "language",
            "home_page_url",
            "feed_url",
        }:
            yield key, value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from texts(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from texts(part, key)


def links(value: object) -> Iterator[str]:
    return (
        link
        for link in re.findall(r"(?:https?:|mailto:)[^\s\"<>)]+", json.dumps(value))
        if not link.startswith("https://jsonfeed.org/version/")
    )


def pictures(item: dict[str, Any]) -> list[str]:
    rest = [
        part["url"]
        for part in item.get("attachments", [])
        if part["mime_type"].startswith("image/")
    ]
    return [item["image"], *rest] if "image" in item else []


# --- fresh whenever it is asked for ----------------------------------------------------------


@given(language=languages, now=moments)
def test_nothing_was_published_in_the_future_and_the_newest_within_a_day(
    language: str, now: datetime
) -> None:
    published = [
        moment
        for item in feed(language, now)["items"]
        for key, moment in dates(item).items()
        if key.startswith("date_")
    ]
    assert max(published) <= now
    assert now - max(published) < timedelta(days=1)


@given(language=languages, now=moments)
def test_all_dates_move_by_the_same_whole_number_of_days(language: str, now: datetime) -> None:
    path = RESOURCES / "sample" / f"norvalis.{language}.json"
    written = json.loads(path.read_text(encoding="utf-8"))
    shifts = {
        moved - dates(before)[key]
        for before, after in zip(written["items"], feed(language, now)["items"], strict=True)
        for key, moved in dates(after).items()
    }
    assert len(shifts) == 1
    assert shifts.pop() % timedelta(days=1) == timedelta(0)


@given(language=languages, now=moments)
def test_an_embargo_and_an_expiry_soon_always_lie_ahead(language: str, now: datetime) -> None:
    ahead = [dates(item) for item in feed(language, now)["items"]]
    embargoes = [moments["embargo_until"] for moments in ahead if "embargo_until" in moments]
    expiries = [moments["expires_at"] for moments in ahead if "expires_at" in moments]
    assert embargoes and min(embargoes) > now
    assert expiries and now < min(expiries) < now + timedelta(days=3)


def test_a_moment_in_another_time_zone_is_the_same_moment() -> None:
    elsewhere = MONDAY.astimezone(datetime.strptime("+1100", "%z").tzinfo)
    assert sample_feed_bytes("en", elsewhere, RESOURCES) == sample_feed_bytes(
        "en", MONDAY, RESOURCES
    )


def test_the_reference_day_is_ours_and_not_told() -> None:
    assert "_sample_reference" not in feed("en")
    assert feed("en")["version"] == "https://jsonfeed.org/version/1.1"


@pytest.mark.parametrize(
    ("asked", "given_"), [("fr_CA", "fr"), ("FR", "fr"), ("en-GB", "en"), ("de", "en"), ("", "en")]
)
def test_the_language_is_the_nearest_we_have(asked: str, given_: str) -> None:
    assert feed(asked)["language"] == given_


# --- complete in both languages --------------------------------------------------------------


def test_both_languages_tell_the_same_stories() -> None:
    english, french = feed("en")["items"], feed("fr")["items"]
    assert len(english) >= 12
    assert [item["id"] for item in english] == [item["id"] for item in french]
    assert len({item["id"] for item in english}) == len(english)
    for one, other in zip(english, french, strict=True):
        assert pictures(one) == pictures(other)
        assert dates(one) == dates(other)
        assert len(one["_advocacy"]["wordings"]) == len(other["_advocacy"]["wordings"])
        assert one["title"] != other["title"]


@in_each_language
def test_every_picture_exists_and_is_described(language: str) -> None:
    counts = set()
    for item in feed(language)["items"]:
        alt = item["_advocacy"]["alt"]
        assert list(alt) == pictures(item)
        counts.add(len(alt))
        for name, description in alt.items():
            data = sample_picture(name, RESOURCES)
            assert data is not None and data.startswith(b"\x89PNG")
            assert len(data) < 120_000
            assert 30 < len(description) <= 300
    assert {0, 1, 3} <= counts


def test_no_picture_lies_unused() -> None:
    used = {name for item in feed("en")["items"] for name in pictures(item)}
    lying = {f"pictures/{path.name}" for path in (RESOURCES / "sample/pictures").iterdir()}
    assert lying == used


@in_each_language
def test_no_wording_repeats_another_and_each_fits_its_network(language: str) -> None:
    wordings = [w for item in feed(language)["items"] for w in item["_advocacy"]["wordings"]]
    openings = [" ".join(wording["text"].split()[:4]).casefold() for wording in wordings]
    assert len(openings) == len(set(openings))
    assert {wording["network"] for wording in wordings} == {None, "bluesky", "linkedin"}
    assert {wording["language"] for wording in wordings} == {language}
    for wording in wordings:
        if wording["network"] == "bluesky":
            # Room is left for the disclosure and a link.
            assert BLUESKY.over(wording["text"]) <= -60
    counts = [len(item["_advocacy"]["wordings"]) for item in feed(language)["items"]]
    assert (min(counts), max(counts)) == (0, 4)


@in_each_language
def test_every_item_helps_to_find_an_angle_and_to_say_where_one_works(language: str) -> None:
    for item in feed(language)["items"]:
        assert 2 <= len(item["_advocacy"]["prompts"]) <= 3
        assert any(prompt.endswith("?") for prompt in item["_advocacy"]["prompts"])
        assert "Norvalis" in item["_advocacy"]["disclosure"]
        assert item["_advocacy"]["topics"] == item["tags"] != []


@in_each_language
def test_bodies_are_written_in_both_ways_and_not_in_one_line(language: str) -> None:
    items = feed(language)["items"]
    for item in items:
        html, markdown = item.get("content_html"), item.get("content_text")
        assert (html is None) != (markdown is None)
        assert 2 <= (html.count("<p>") if html else markdown.count("\n\n") + 1) <= 5
    assert 0 < sum("content_html" in item for item in items) < len(items)


@in_each_language
def test_links_stay_with_the_invented_company_and_one_carries_tracking(language: str) -> None:
    addresses = list(links(feed(language)))
    for address in addresses:
        host = urlsplit(address).hostname or address.rpartition("@")[2]
        assert host == "norvalis.example"
    tracked = [item["id"] for item in feed(language)["items"] if "utm_source=" in item["url"]]
    assert len(tracked) == 1


# --- French is written as French -------------------------------------------------------------


def test_french_has_its_own_spaces_quotes_and_apostrophes() -> None:
    for key, text in texts(feed("fr")["items"]):
        plain = re.sub(r"</?[a-z]+>|```.*?```", "", text, flags=re.DOTALL)
        assert "'" not in plain, (key, plain)
        assert not re.search("[^\u202f][;:!?»]", plain), (key, plain)
        assert not re.search("«(?!\u202f)", plain), (key, plain)
        assert '"' not in plain and "“" not in plain, (key, plain)


@pytest.mark.parametrize("word", ["tu", "te", "toi", "ton", "ta", "tes"])
def test_french_says_vous(word: str) -> None:
    for key, text in texts(feed("fr")["items"]):
        assert not re.search(rf"\b{word}\b", text, flags=re.IGNORECASE), (key, text)


# --- read as any other feed ------------------------------------------------------------------


@in_each_language
def test_the_feed_reader_finds_everything_in_it(language: str) -> None:
    read = TolerantFeedReader().parse(
        sample_feed_bytes(language, MONDAY, RESOURCES),
        address=SAMPLE_ADDRESS,
        content_type="application/feed+json",
    )
    items = feed(language)["items"]
    assert [item.external_id for item in read.items] == [item["id"] for item in items]
    for found, item in zip(read.items, items, strict=True):
        content, extension = found.content, item["_advocacy"]
        assert (content.title, content.link) == (item["title"], item["url"])
        assert [w.text for w in content.wordings] == [w["text"] for w in extension["wordings"]]
        assert [w.network for w in content.wordings] == [
            w["network"] for w in extension["wordings"]
        ]
        assert list(content.prompts) == extension["prompts"]
        assert list(content.topics) == extension["topics"]
        assert content.disclosure == extension["disclosure"]
        assert content.author == item["authors"][0]["name"]
        assert [picture.alt for picture in content.pictures] == list(extension["alt"].values())
        for picture in content.pictures:
            assert sample_picture(picture.address, RESOURCES)
        written = (item.get("content_html") or item["content_text"]).count("\u202f")
        assert content.html.count("\u202f") == written
        told = {
            "date_published": content.published_at,
            "embargo_until": content.embargo_until,
            "expires_at": content.expires_at,
        }
        assert {k: v for k, v in told.items() if v} == {
            k: v for k, v in dates(item).items() if k != "date_modified"
        }


# --- its pictures ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "prefix", ["", "pictures/", "beside:pictures/", f"{SAMPLE_ADDRESS}/pictures/"]
)
def test_a_picture_is_found_as_the_feed_or_its_reader_names_it(prefix: str) -> None:
    assert sample_picture(f"{prefix}heat-recovery.png", RESOURCES)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "pictures/none.png",
        "../norvalis.en.json",
        "pictures/../draw.py",
        "pictures/x/y.png",
        "/etc/hostname",
        "https://norvalis.example/pictures/heat-recovery.png",
        "beside:../norvalis.en.json",
        "heat-recovery.png\n",
        "pictures\\heat-recovery.png",
    ],
)
def test_nothing_else_is_given_out(name: str) -> None:
    assert sample_picture(name, RESOURCES) is None
