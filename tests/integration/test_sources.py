"""Subscribing and looking for news: a feed server, the real database, the real picture cache."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from advocacy_desktop.application.changes import ChangeKind
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.source import SourceKind
from advocacy_desktop.domain.suggestion import SuggestionState
from support import egress_guard
from support.feed_server import Answer, Asked, FeedServer, feed_server
from support.feeds import TRAPS, item, json_feed, real_feeds, rss
from support.intake import Intake, intake, png
from support.real_parts import requires


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Intake]:
    with intake(tmp_path) as ready:
        yield ready


@pytest.fixture
def server() -> Iterator[FeedServer]:
    with feed_server() as running:
        yield running


def never() -> bool:
    return False


# --- subscribing -----------------------------------------------------------------------------


def test_subscribing_brings_the_suggestions(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("2", "Newer"), item("1", "Older")))
    result = desk.sources.subscribe(server.url("/f"))
    assert (result.new_count, result.source.title) == (2, "Company news")
    assert result.source.kind is SourceKind.FEED
    assert result.changes.touches(ChangeKind.SUGGESTIONS)
    assert desk.sources.all() == [result.source]
    assert {s.content.title for s in desk.suggestions()} == {"Newer", "Older"}
    assert {s.state for s in desk.suggestions()} == {SuggestionState.NEW}


def test_what_a_request_led_to_stands_in_the_ledger(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("1"), item("2")))
    source = desk.sources.subscribe(server.url("/f")).source
    desk.sources.refresh(source.id)
    with desk.store.read() as tx:
        again, first = tx.ledger.entries()
    assert (first.outcome, again.outcome) == ("new:2", "new:0")
    assert first.as_whom == ""


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(b"<!DOCTYPE html><html></html>"), ErrorCode.NOT_A_FEED),
        (Answer(b""), ErrorCode.NOT_A_FEED),
        (Answer(b"", 304), ErrorCode.NOT_A_FEED),
        (Answer(b"", 404), ErrorCode.FEED_NOT_FOUND),
        (Answer(b"", 500), ErrorCode.FEED_SERVER_ERROR),
        (Answer(bytes(6_000_000)), ErrorCode.TOO_LARGE),
    ],
)
def test_what_is_no_feed_leaves_nothing_behind(
    desk: Intake, server: FeedServer, answer: Answer, code: ErrorCode
) -> None:
    server.answers["/f"] = answer
    with pytest.raises(KnownError) as caught:
        desk.sources.subscribe(server.url("/f"))
    assert caught.value.code == code
    assert desk.sources.all() == []
    assert desk.suggestions() == []


def test_the_same_source_twice_is_told(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("1")))
    server.answers["/old"] = Answer(b"", 301, {"Location": "/f"})
    desk.sources.subscribe(server.url("/f"))
    for typed in (server.url("/f#top"), server.url("/old"), f"feed:{server.url('/f')}"):
        with pytest.raises(KnownError) as caught:
            desk.sources.subscribe(typed)
        assert caught.value.code == ErrorCode.SOURCE_EXISTS
    assert len(desk.sources.all()) == 1


def test_a_file_with_its_pictures(desk: Intake, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.png").write_bytes(png())
    path = tmp_path / "news" / "feed.json"
    path.write_bytes(json_feed({"id": "1", "title": "From a file", "image": "a.png"}))
    source = desk.sources.subscribe(str(path)).source
    assert source.kind is SourceKind.FILE
    assert desk.sources.fetch_pictures(source.id, never) == 1
    assert desk.only().content.pictures[0].media is not None
    assert desk.sources.refresh(source.id).unchanged


@pytest.mark.parametrize("language", ["en", "fr-CA"])
def test_the_sample_company_comes_without_the_network(desk: Intake, language: str) -> None:
    egress_guard.connections.clear()
    result = desk.sources.subscribe_sample(language)
    assert result.new_count >= 3
    assert desk.sources.fetch_pictures(result.source.id, never) >= 1
    assert egress_guard.connections == []
    with desk.store.read() as tx:
        assert tx.ledger.entries() == []
    found = desk.suggestions()
    assert {s.content.language for s in found} == {language[:2]}
    assert any(s.content.wordings for s in found)
    assert any(s.content.embargo_until for s in found)
    assert any(s.content.expires_at for s in found)
    assert all(p.alt for s in found for p in s.content.pictures)
    desk.clock.go_on(3 * 86400)
    assert desk.sources.refresh(result.source.id).changed == 0


# --- news ------------------------------------------------------------------------------------


def test_an_unchanged_feed_costs_no_write_to_any_suggestion(
    desk: Intake, server: FeedServer
) -> None:
    server.answers["/f"] = Answer(rss(item("1"), item("2")))
    source = desk.sources.subscribe(server.url("/f")).source
    before = desk.suggestions()
    desk.clock.go_on(60)
    result = desk.sources.refresh(source.id)
    assert (result.new, result.changed, result.withdrawn, result.error) == (0, 0, 0, None)
    assert result.changes.ids == ()
    assert desk.suggestions() == before


def test_a_304_is_unchanged_and_keeps_the_validators(desk: Intake, server: FeedServer) -> None:
    def script(asked: Asked, handler: object) -> Answer:
        if asked.headers.get("if-none-match") == '"v1"':
            return Answer(b"", 304)
        return Answer(rss(item("1")), headers={"ETag": '"v1"'})

    server.answers["/f"] = script
    source = desk.sources.subscribe(server.url("/f")).source
    for _ in range(2):
        assert desk.sources.refresh(source.id).unchanged
    assert len(server.asked) == 3


def test_the_validators_of_the_last_answer_are_the_ones_used(
    desk: Intake, server: FeedServer
) -> None:
    for version in ("1", "2", "3"):
        server.answers["/f"] = Answer(rss(item("1")), headers={"ETag": f'"{version}"'})
        if version == "1":
            source = desk.sources.subscribe(server.url("/f")).source
        else:
            desk.sources.refresh(source.id)
    assert [a.headers.get("if-none-match") for a in server.asked] == [None, '"1"', '"2"']


def test_a_body_that_was_no_feed_does_not_bring_its_validators(
    desk: Intake, server: FeedServer
) -> None:
    server.answers["/f"] = Answer(rss(item("1")), headers={"ETag": '"good"'})
    source = desk.sources.subscribe(server.url("/f")).source
    server.answers["/f"] = Answer(b"<html>Sign in</html>", headers={"ETag": '"login"'})
    assert desk.sources.refresh(source.id).error == ErrorCode.NOT_A_FEED
    assert desk.sources.all()[0].last_error == ErrorCode.NOT_A_FEED
    desk.sources.refresh(source.id)
    assert server.asked[-1].headers["if-none-match"] == '"good"'
    server.answers["/f"] = Answer(rss(item("1")))
    assert desk.sources.refresh(source.id).error is None
    assert desk.sources.all()[0].last_error is None


def test_a_changed_item_gets_a_revision_and_keeps_its_place(
    desk: Intake, server: FeedServer
) -> None:
    server.answers["/f"] = Answer(rss(item("1", "Before")))
    source = desk.sources.subscribe(server.url("/f")).source
    before = desk.only()
    desk.set_state(before.id, SuggestionState.DRAFTING)
    server.answers["/f"] = Answer(rss(item("1", "After")))
    desk.clock.go_on(60)

    result = desk.sources.refresh(source.id)

    assert (result.new, result.changed) == (0, 1)
    assert result.changes.ids == (before.id,)
    after = desk.only()
    assert (after.id, after.content.title, after.revision.number) == (before.id, "After", 2)
    assert after.state is SuggestionState.DRAFTING
    with desk.store.read() as tx:
        assert [r.content.title for r in tx.suggestions.revisions(after.id)] == ["Before", "After"]


def test_what_a_feed_forgets_stays(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("2"), item("1")))
    source = desk.sources.subscribe(server.url("/f")).source
    server.answers["/f"] = Answer(rss(item("3")))
    assert desk.sources.refresh(source.id).new == 1
    assert len(desk.suggestions()) == 3


def test_a_withdrawn_item_is_marked_and_keeps_its_text(desk: Intake, server: FeedServer) -> None:
    full = {"id": "1", "title": "Plant", "content_text": "It runs."}
    server.answers["/f"] = Answer(json_feed(full))
    source = desk.sources.subscribe(server.url("/f")).source
    server.answers["/f"] = Answer(
        json_feed({"id": "1", "_advocacy": {"withdrawn": True}},
                  {"id": "2", "title": "Never seen", "_advocacy": {"withdrawn": True}})
    )  # fmt: skip
    result = desk.sources.refresh(source.id)
    assert (result.new, result.changed, result.withdrawn) == (0, 0, 1)
    content = desk.only().content
    assert content.withdrawn
    assert (content.title, content.text) == ("Plant", "It runs.")
    assert desk.sources.refresh(source.id).withdrawn == 0
    server.answers["/f"] = Answer(json_feed(full))
    desk.sources.refresh(source.id)
    assert not desk.only().content.withdrawn


def test_expiry_by_date(desk: Intake, server: FeedServer) -> None:
    def entry(identity: str, expires: str) -> dict[str, object]:
        return {"id": identity, "title": identity, "_advocacy": {"expires_at": expires}}

    feed = json_feed(entry("gone", "2026-11-01T00:00:00Z"), entry("soon", "2026-11-23T10:00:00Z"))
    server.answers["/f"] = Answer(feed)
    result = desk.sources.subscribe(server.url("/f"))
    states = {s.content.title: s.state for s in desk.suggestions()}
    assert states == {"gone": SuggestionState.EXPIRED, "soon": SuggestionState.NEW}
    assert result.new_count == 1

    desk.clock.go_on(2 * 3600)
    refreshed = desk.sources.refresh(result.source.id)
    assert {s.state for s in desk.suggestions()} == {SuggestionState.EXPIRED}
    assert refreshed.changes.touches(ChangeKind.SUGGESTIONS)

    server.answers["/f"] = Answer(json_feed(entry("soon", "2026-12-23T10:00:00Z")))
    desk.sources.refresh(result.source.id)
    states = {s.content.title: s.state for s in desk.suggestions()}
    assert states == {"gone": SuggestionState.EXPIRED, "soon": SuggestionState.NEW}


def test_expiry_comes_also_while_the_server_is_down(desk: Intake, server: FeedServer) -> None:
    entry = {"id": "1", "title": "x", "_advocacy": {"expires_at": "2026-11-23T10:00:00Z"}}
    server.answers["/f"] = Answer(json_feed(entry))
    source = desk.sources.subscribe(server.url("/f")).source
    server.answers["/f"] = Answer(b"", 500)
    desk.clock.go_on(2 * 3600)
    assert desk.sources.refresh(source.id).error == ErrorCode.FEED_SERVER_ERROR
    assert desk.only().state is SuggestionState.EXPIRED


def test_a_permanent_move_is_remembered(desk: Intake, server: FeedServer) -> None:
    server.answers["/old"] = Answer(rss(item("1")))
    source = desk.sources.subscribe(server.url("/old")).source
    server.answers["/old"] = Answer(b"", 301, {"Location": "/new"})
    server.answers["/new"] = Answer(rss(item("1")))
    assert desk.sources.refresh(source.id).changed == 0
    assert desk.sources.all()[0].address == server.url("/new")
    desk.sources.refresh(source.id)
    assert server.paths == ["/old", "/old", "/new", "/new"]


def test_one_source_that_fails_never_stops_the_rest(desk: Intake, server: FeedServer) -> None:
    for name in ("/a", "/b", "/c"):
        server.answers[name] = Answer(rss(item(name)))
        desk.sources.subscribe(server.url(name))
        desk.clock.go_on(1)
    server.answers["/b"] = Answer(b"", 500)
    server.answers["/c"] = Answer(rss(item("/c"), item("more")))
    results = desk.sources.refresh_all(never)
    assert [r.error for r in results] == [None, ErrorCode.FEED_SERVER_ERROR, None]
    assert [r.new for r in results] == [0, 0, 1]


def test_a_cancelled_round_stops(desk: Intake, server: FeedServer) -> None:
    for name in ("/a", "/b"):
        server.answers[name] = Answer(rss(item(name)))
        desk.sources.subscribe(server.url(name))
    answers = iter([False, True])
    assert len(desk.sources.refresh_all(lambda: next(answers))) == 1


# --- pictures --------------------------------------------------------------------------------


def test_the_text_is_there_before_the_pictures(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("1", text="&lt;p&gt;Hi&lt;img src='/a.png'&gt;")))
    server.answers["/a.png"] = Answer(png(30, 20))
    source = desk.sources.subscribe(server.url("/f")).source
    assert desk.only().content.text == "Hi"
    assert server.paths == ["/f"]

    assert desk.sources.fetch_pictures(source.id, never) == 1

    (picture,) = desk.only().content.pictures
    assert (picture.width, picture.height) == (30, 20)
    assert picture.media is not None
    assert desk.media.read(picture.media) == png(30, 20)
    assert desk.sources.fetch_pictures(source.id, never) == 0
    assert server.paths == ["/f", "/a.png"]


def test_a_bad_picture_costs_only_itself_and_is_asked_for_once(
    desk: Intake, server: FeedServer
) -> None:
    pictures = "".join(f"&lt;img src='/{name}.png'&gt;" for name in ("none", "bad", "good"))
    server.answers["/f"] = Answer(rss(item("1", text=pictures)))
    server.answers["/bad.png"] = Answer(b"<svg onload='alert(1)'/>")
    server.answers["/good.png"] = Answer(png())
    source = desk.sources.subscribe(server.url("/f")).source
    assert desk.sources.fetch_pictures(source.id, never) == 1
    assert desk.sources.fetch_pictures(source.id, never) == 0
    assert [p.media is not None for p in desk.only().content.pictures] == [False, False, True]
    assert server.paths == ["/f", "/none.png", "/bad.png", "/good.png"]


def test_a_foreign_host_is_asked_only_after_it_was_allowed(
    desk: Intake, server: FeedServer
) -> None:
    with feed_server() as cdn:
        cdn.answers["/a.png"] = Answer(png())
        text = f"&lt;img src='{cdn.url('/a.png')}'&gt;&lt;img src='/own.png'&gt;"
        server.answers["/f"] = Answer(rss(item("1", text=text)))
        source = desk.sources.subscribe(server.url("/f")).source
        desk.sources.fetch_pictures(source.id, never)
        assert cdn.asked == []
        (host,) = desk.sources.blocked_picture_hosts(desk.only().id)
        assert host == f"127.0.0.1:{cdn.port}"

        desk.sources.allow_picture_host(source.id, host)

        assert desk.sources.blocked_picture_hosts(desk.only().id) == ()
        assert desk.sources.fetch_pictures(source.id, never) == 1
        assert cdn.paths == ["/a.png"]

        desk.sources.forbid_picture_host(source.id, host)
        assert desk.sources.all()[0].picture_hosts == frozenset()


def test_a_revision_keeps_the_pictures_it_still_shows(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("1", text="&lt;img src='/a.png'&gt; one")))
    server.answers["/a.png"] = Answer(png())
    source = desk.sources.subscribe(server.url("/f")).source
    desk.sources.fetch_pictures(source.id, never)
    before = desk.only().content.pictures
    server.answers["/f"] = Answer(rss(item("1", text="&lt;img src='/a.png'&gt; two")))
    assert desk.sources.refresh(source.id).changed == 1
    assert desk.only().content.pictures == before


def test_fetching_pictures_can_be_stopped(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("1", text="&lt;img src='/a.png'&gt;")))
    source = desk.sources.subscribe(server.url("/f")).source
    assert desk.sources.fetch_pictures(source.id, lambda: True) == 0
    assert server.paths == ["/f"]


# --- renaming and leaving --------------------------------------------------------------------


def test_a_name_of_ones_own_survives_the_next_look(desk: Intake, server: FeedServer) -> None:
    server.answers["/f"] = Answer(rss(item("1")))
    source = desk.sources.subscribe(server.url("/f")).source
    desk.sources.rename(source.id, "  My \n company ")
    desk.sources.refresh(source.id)
    assert desk.sources.all()[0].title == "My company"
    desk.sources.rename(source.id, " ")
    assert desk.sources.all()[0].title == "My company"


def test_leaving_takes_what_was_undecided_and_coming_back_brings_it_again(
    desk: Intake, server: FeedServer
) -> None:
    server.answers["/f"] = Answer(rss(item("1"), item("2"), item("3")), headers={"ETag": '"1"'})
    source = desk.sources.subscribe(server.url("/f")).source
    by_name = {s.external_id: s.id for s in desk.suggestions()}
    desk.set_state(by_name["2"], SuggestionState.DRAFTING)
    desk.set_state(by_name["3"], SuggestionState.DECLINED)

    desk.sources.remove(source.id)

    def states() -> dict[str, SuggestionState]:
        return {s.external_id: s.state for s in desk.suggestions()}

    assert desk.sources.all() == []
    assert states() == {
        "1": SuggestionState.EXPIRED,
        "2": SuggestionState.DRAFTING,
        "3": SuggestionState.DECLINED,
    }
    with pytest.raises(KnownError) as caught:
        desk.sources.refresh(source.id)
    assert caught.value.code == ErrorCode.NO_LONGER_THERE

    again = desk.sources.subscribe(server.url("/f"))
    assert again.source.id == source.id
    assert again.new_count == 1
    assert states()["1"] is SuggestionState.NEW
    assert states()["3"] is SuggestionState.DECLINED
    assert len(desk.suggestions()) == 3


# --- the whole way, on feeds as they are -----------------------------------------------------


def test_the_traps_of_real_feeds_from_end_to_end(desk: Intake, server: FeedServer) -> None:
    server.answers["/atom.xml"] = Answer(TRAPS)
    server.answers["/images/one.png"] = Answer(png())
    egress_guard.connections.clear()
    source = desk.sources.subscribe(server.url("/atom.xml")).source
    assert desk.sources.fetch_pictures(source.id, never) == 1
    assert server.paths == ["/atom.xml", "/images/one.png"]
    assert set(egress_guard.connections) == {f"127.0.0.1:{server.port}"}
    assert desk.sources.blocked_picture_hosts(desk.only().id) == (
        "invented.example",
        "elsewhere.example",
    )


@requires("real_feed", "a real company's feed, beside the checkout")
def test_a_real_company_feed(desk: Intake, server: FeedServer) -> None:
    data = (real_feeds() / "uppy-atom.xml").read_bytes()
    server.answers["/atom.xml"] = Answer(data, headers={"Content-Type": "application/atom+xml"})
    server.answers["*"] = Answer(png())
    egress_guard.connections.clear()

    result = desk.sources.subscribe(server.url("/atom.xml"))
    fetched = desk.sources.fetch_pictures(result.source.id, never)

    found = desk.suggestions()
    assert len(found) == result.new_count == 20
    titles = [s.content.title for s in found]
    assert "🎃 Uppy 1.22: Webcam camera source, Unsplash and maxTotalFileSize" in titles
    assert "Uppy 1.6: setOptions(), Icelandic and Thai" in titles
    for suggestion in found:
        content = suggestion.content
        assert len(content.text) > 400, "none is emptied by the second, empty content"
        shown = content.title + content.html + content.text
        # One article shows a script tag as a code sample: there it is escaped, and text.
        for tag in ("<script", "<iframe", "<video", "<style"):
            assert tag not in content.html
        pictures = re.findall(r"<img [^>]*>", content.html)
        assert all(re.match(r'<img src="media:\d+"', picture) for picture in pictures)
        for word in ("querySelectorAll", "platform.twitter.com/widgets", "cards.producthunt.com"):
            assert word not in shown
        assert content.link is not None
        assert content.link.startswith("https://uppy.io/blog/")
        assert content.published_at is not None
        assert "<" not in content.title
    assert fetched >= 25
    assert set(egress_guard.connections) == {f"127.0.0.1:{server.port}"}
    assert server.paths[0] == "/atom.xml"
    assert all(path.startswith("/images/") for path in server.paths[1:])
    assert len(set(server.paths)) == len(server.paths), "nothing is asked for twice"
    assert desk.sources.refresh(result.source.id).changed == 0
