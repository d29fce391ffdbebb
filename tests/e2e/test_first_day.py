"""The first day of an employee with the program, as one story on real parts.

Chapters run in order on one desktop; after a chapter that failed, the next ones say so.
"""

import re
import struct
import time
from collections.abc import Iterator
from typing import Any
from zlib import compress, crc32

import pytest

from support.day import BOX, LIST, SHEET, Desk, eventually
from support.desktop import Program, desktop_session
from support.feed_server import Answer, FeedServer, feed_server
from support.feeds import real_feeds
from support.pds import PdsAccount, RealPds
from support.real_parts import ROOT, need, requires

pytestmark = [
    requires("desktop", "the real program on a real display"),
    requires("keyring", "where the sign-in is kept"),
    requires("pds", "Bluesky's own server"),
]

WORDS = "I was on that roof in the rain. The pump sang, and it has not stopped since."
POST = "Day one at the yard, all in the open: https://norvalis.example/en/day-one #engineering"


def png(width: int, height: int) -> bytes:
    """A picture of one colour."""
    rows = (b"\0" + b"\x2e\x6f\x8e" * width) * height

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(kind, data) for kind, data in parts)


class Day:
    """What the chapters share."""

    def __init__(self, desk: Desk, pds: RealPds, feed: FeedServer) -> None:
        self.desk, self.pds, self.feed = desk, pds, feed
        self.person: PdsAccount = pds.create_account("claire")
        self.broken = ""

    @property
    def program(self) -> Program:
        assert self.desk.program is not None
        return self.desk.program

    def picture(self, name: str) -> None:
        self.desk.desktop.screenshot(f"day-{name}")


@pytest.fixture(scope="module")
def day(pds: RealPds) -> Iterator[Day]:
    need("desktop")
    with desktop_session() as desktop, feed_server() as feed:
        desk = Desk(desktop)
        yield Day(desk, pds, feed)
        desk.stop()


@pytest.fixture(autouse=True)
def _in_order(request: pytest.FixtureRequest, day: Day) -> Iterator[None]:
    if day.broken:
        pytest.fail(f"the story ended in: {day.broken}", pytrace=False)
    before = request.session.testsfailed
    yield
    if request.session.testsfailed != before:
        day.broken = request.node.name


def test_the_sample_queue_shows_after_the_charter(day: Day) -> None:
    program = day.desk.start("--with-sample", "--theme", "light", "--language", "en")
    program.see("label", name="What you can count on", timeout=30)
    day.picture("01-charter")
    program.press("push button", name="Start")
    program.gone("label", name="What you can count on")
    program.see("table cell", like="^We open our heat-recovery plant in Grenoble")
    assert program.see("table", name=LIST)["focused"], "the keyboard is on the list at once"
    day.picture("02-queue")


def test_reading_with_j_and_k(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    keys("j")
    program.see("label", name="Meet the team: Amina on ten years of embedded Rust")
    keys("j")
    program.see("label", name="Our talk at PyConFR: testing desktop apps for real")
    keys("k", "k")
    program.see("label", name="We open our heat-recovery plant in Grenoble")
    program.see("label", name="Article", holds="the waste heat of our data centre")


def test_own_words_are_on_disk_within_two_seconds(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    keys("e")
    assert program.see("text", name=BOX)["text"] == "", "the box starts empty"
    day.desk.desktop.type_text(WORDS)
    typed = time.monotonic()
    eventually(lambda: WORDS in day.desk.texts(), seconds=5, what="the text is on disk")
    assert time.monotonic() - typed < 2
    program.see("push button", like="^Saved")
    day.picture("03-composer")


def test_declining_and_undoing(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    day.desk.on_list()
    day.desk.read_first("Meet the team: Amina on ten years of embedded Rust")
    declined = "SELECT title FROM suggestions WHERE state = 'declined'"
    assert day.desk.rows(declined) == []
    keys("x")
    program.see("label", name="Declined. Nobody is told.")
    eventually(lambda: day.desk.rows(declined), what="it is declined")
    day.picture("04-declined")
    keys("ctrl+z")
    program.see("label", name="Undone.")
    eventually(lambda: not day.desk.rows(declined), what="it is back")
    program.see("table cell", like="^Meet the team: Amina")
    day.desk.read_first("Meet the team: Amina on ten years of embedded Rust")
    keys("x")
    (row,) = eventually(lambda: day.desk.rows(declined), what="it is declined again")
    assert row == ("Meet the team: Amina on ten years of embedded Rust",)


def test_the_sheet_shows_exactly_the_text(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    keys("ctrl+2")
    assert program.see("text", name=BOX)["text"] == WORDS, "the composer is still open"
    program.focus("text", name=BOX)
    keys("ctrl+Return")
    program.see("panel", name=SHEET)
    shown = program.see("label", like="^Text for Practice as ")
    assert shown["name"].partition(": ")[2] == WORDS
    program.see("label", like="^Nothing else is sent, and nobody else is told")
    day.picture("05-sheet")
    assert day.desk.states() == [], "looking at it approves nothing"


def test_taking_it_back_within_the_countdown(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    keys("Return")
    program.see("label", like=r"^Will be published on Practice as .* in \d+ s$")
    assert day.desk.states() == ["held"]
    day.picture("06-countdown")
    keys("ctrl+shift+z")
    program.see("label", like="^Taken back. Nothing was sent")
    assert day.desk.states() == ["cancelled"]
    program.see("list item", like="^I was on that roof")


def test_publishing_on_the_practice_timeline(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    keys("Return")
    assert program.see("text", name=BOX)["text"] == WORDS
    day.desk.publish()
    program.see("label", like="^Will be published on Practice")
    program.see("label", like="^Published on Practice", timeout=20)
    assert day.desk.states() == ["cancelled", "published"]
    day.desk.go_to("Go to Practice timeline")
    program.see("label", name=WORDS)
    day.picture("07-practice")


def test_crossing_into_private_life_asks_with_the_safe_answer_first(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    crossing = "Post a work suggestion on your personal account?"
    day.desk.on_list()
    day.desk.read_first("Our talk at PyConFR: testing desktop apps for real")
    program.press("push button", name="Write my own post about this")
    program.see("label", name="Writing as yourself")
    assert program.see("text", name=BOX)["text"] == ""
    program.press("push button", name="Try with the practice account")
    program.see("push button", like=r"^Publish to Practice as .* \(personal\)$")
    program.focus("text", name=BOX)
    day.desk.desktop.type_text("I was in that room, and I laughed.")
    day.desk.publish()
    program.see("label", name=crossing)
    day.picture("07-crossing")
    keys("Return")
    program.see("label", name="Nothing was published.")
    assert day.desk.rows("SELECT 1 FROM consents") == []
    assert day.desk.states() == ["cancelled", "published"]
    program.focus("text", name=BOX)
    day.desk.publish()
    program.see("label", name=crossing)
    program.press("push button", name="Post it as me, this once")
    program.see("label", like=r"^Will be published on Practice as .* \(personal\) in \d+ s$")
    assert len(day.desk.rows("SELECT 1 FROM consents")) == 1
    keys("ctrl+shift+z")
    program.see("label", like="^Taken back. Nothing was sent")
    assert day.desk.states() == ["cancelled", "published", "cancelled"]


def test_a_wrong_app_password_is_told_and_nothing_typed_is_lost(day: Day) -> None:
    program = day.program
    day.desk.add_bluesky(day.person.handle, "abcd-efgh-ijkl-mnop", day.pds.url)
    program.see("label", like=rf"^Bluesky does not accept this password for {day.person.handle}\.")
    day.picture("08-wrong-password")
    assert program.see("text", name="Handle or e-mail address")["text"] == day.person.handle
    assert program.see("text", name="Server address, if you know it")["text"] == day.pds.url
    hidden = program.see("password text", name="App password")["text"]
    assert len(hidden) == 19 and "abcd" not in hidden
    assert day.desk.secrets() == []


def test_the_right_one_goes_into_the_real_keyring_and_nowhere_else(day: Day) -> None:
    desktop, program = day.desk.desktop, day.program
    program.focus("password text", name="App password")
    desktop.keys("ctrl+a")
    desktop.type_text(day.person.app_password)
    desktop.keys("Return")
    program.see("panel", name=f"Bluesky, {day.person.handle}")
    day.picture("09-account")
    kept = day.desk.secrets()
    assert kept and all(
        service.startswith("advocacy-desktop/professional") for service, _, _ in kept
    )
    tokens = tokens_of(kept)
    assert set(tokens) == {"access", "refresh"}
    assert all(token.count(".") == 2 for token in tokens.values()), "whole JWTs"
    assert day.pds.get("com.atproto.server.getSession", tokens["access"]).status == 200
    for secret in (day.person.app_password, *tokens.values()):
        assert day.desk.files_with(secret) == []
        assert day.desk.files_with(secret[-40:]) == []


def tokens_of(kept: list[tuple[str, str, str]]) -> dict[str, str]:
    """Part → secret, put together from the entries (``1:COUNT:ROUND:PIECE``, then the rest)."""
    entries = {name: secret for _, name, secret in kept}
    found = {}
    for name, head in entries.items():
        if "#" not in name:
            _, count, letter, piece = head.split(":", 3)
            rest = [entries[f"{name}#{letter}{n}"] for n in range(2, int(count) + 1)]
            found[name.rpartition(":")[2]] = piece + "".join(rest)
    return found


def test_publishing_on_the_real_bluesky_server(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    day.desk.on_list()
    keys("Home")
    day.desk.write_draft(POST)
    bluesky, practice = (
        {"role": "check box", "like": rf"^Publish to {name} as .*\(professional\)$"}
        for name in ("Bluesky", "Practice")
    )
    for chip, wanted in ((bluesky, True), (practice, False)):
        if program.see(**chip)["checked"] is not wanted:
            program.press(**chip)
    program.see("push button", like="^Publish to Bluesky as ")
    program.focus("text", name=BOX)
    keys("ctrl+Return")
    shown = program.see("label", like="^Text for Bluesky as ")
    day.picture("10-sheet-bluesky")
    keys("Return")
    program.see("label", like="^Published on Bluesky", timeout=25)
    day.picture("11-published")
    (post,) = day.pds.posts(day.person.did)
    record: dict[str, Any] = post["value"]
    assert record["text"] == shown["name"].partition(": ")[2]
    assert record["text"].startswith("Day one at the yard")
    assert record["langs"] == ["en"]
    kinds = {
        feature["$type"].partition("#")[2]: record["text"].encode()[
            facet["index"]["byteStart"] : facet["index"]["byteEnd"]
        ]
        for facet in record["facets"]
        for feature in facet["features"]
    }
    assert kinds == {"link": b"https://norvalis.example/en/day-one", "tag": b"#engineering"}


def test_subscribing_to_a_real_feed(day: Day) -> None:
    keys, program, feed = day.desk.desktop.keys, day.program, day.feed
    feed.answers["/news.atom"] = Answer(
        (ROOT / "tests" / "data" / "company-news.atom").read_bytes(),
        headers={"Content-Type": "application/atom+xml", "ETag": '"one"'},
    )
    for path in ("/images/crane.png", "/images/winch.png"):
        feed.answers[path] = Answer(png(640, 360), headers={"Content-Type": "image/png"})
    day.desk.subscribe(feed.url("/news.atom"))
    program.see("panel", name="Harbour & Sons — news from the yard")
    day.picture("12-sources")
    eventually(
        lambda: {"/images/crane.png", "/images/winch.png"} <= set(feed.paths),
        what="the pictures are fetched",
    )
    keys("ctrl+1")
    for name in (
        "A crane that weighs itself & tells the “truth”",
        "Three apprentices, one winch",
        "Why we stopped painting on Fridays",
    ):
        assert day.desk.rows("SELECT count(*) FROM suggestions WHERE title = ?", name) == [(1,)]
    look_up(day, "crane that weighs", "A crane that weighs itself & tells the “truth”")
    article = program.see("label", name="Article", holds="carries a scale in its hook")["text"]
    for trace in ("dataLayer", "<", "javascript", "color: red", "tracker"):
        assert trace not in article
    program.see("label", name="Article", holds="\N{OBJECT REPLACEMENT CHARACTER}")
    day.picture("13-feed-item")


def look_up(day: Day, words: str, name: str) -> None:
    """Ctrl+F, some words, Enter: it stands in the reader."""
    day.desk.desktop.keys("ctrl+f")
    day.desk.desktop.type_text(words)
    day.program.see("list item", like="^" + re.escape(name))
    day.desk.desktop.keys("Return")
    day.program.see("label", name=name)


@requires("real_feed", "a real company's feed of 2020")
def test_a_real_companys_feed_reads_well(day: Day) -> None:
    program, feed = day.program, day.feed
    feed.answers["/atom.xml"] = Answer(
        (real_feeds() / "uppy-atom.xml").read_bytes(), headers={"Content-Type": "text/xml"}
    )
    day.desk.subscribe(feed.url("/atom.xml"))
    program.see("panel", name="Uppy")
    name = "🎃 Uppy 1.22: Webcam camera source, Unsplash and maxTotalFileSize"
    look_up(day, "Webcam camera source", name)
    article = program.see("label", name="Article", holds="spooky Halloween edition")["text"]
    assert "<" not in article and "function" not in article
    day.picture("14-real-feed")


def test_the_ledger_has_a_line_for_each_request(day: Day) -> None:
    keys, program = day.desk.desktop.keys, day.program
    keys("ctrl+8")
    lines = day.desk.rows("SELECT method, host, path, purpose, status FROM ledger ORDER BY id")
    program.see("label", name=f"{len(lines)} requests")
    program.see("panel", like="^As a professional: 1 post")
    program.see("panel", like="^To your employer: 0 messages")
    day.picture("15-ledger")
    asked = [path for _, host, path, _, _ in lines if host == f"127.0.0.1:{day.feed.port}"]
    assert sorted(asked) == sorted(day.feed.paths), "what arrived, and nothing else"
    created = [line for line in lines if line[2].endswith("com.atproto.repo.createRecord")]
    assert [(line[0], line[3], line[4]) for line in created] == [("POST", "publish", 200)]
    refused = [line for line in lines if line[3] == "sign_in" and line[4] == 401]
    assert len(refused) == 1, "the wrong password left too, and is told"


def test_everything_is_there_after_closing_and_starting_again(day: Day) -> None:
    keys = day.desk.desktop.keys
    look_up(day, "winch", "Three apprentices, one winch")
    keys("e")
    day.program.see("text", name=BOX)
    day.desk.desktop.type_text("Half a thought about the win")
    assert day.program.close() == 0, "typed a moment before the window closes"
    program = day.desk.again()
    assert "Half a thought about the win" in day.desk.texts()
    keys("ctrl+2")
    program.see("list item", like="^Half a thought about the win")
    keys("ctrl+4")
    program.see("list item", like="^I was on that roof")
    program.see("list item", like="^Day one at the yard")
    keys("ctrl+5")
    program.see("list item", like="^Meet the team: Amina")
    day.picture("16-declined-after-restart")
    keys("ctrl+6")
    program.see("panel", name=f"Bluesky, {day.person.handle}")
    program.press("push button", name=f"Check: {day.person.handle}")
    program.see("label", like="^✓ Checked at", timeout=20)
    day.picture("17-account-after-restart")
    assert program.close() == 0
    assert day.pds.posts(day.person.did)[0]["value"]["text"].startswith("Day one")
    assert len(day.pds.posts(day.person.did)) == 1
    for secret in tokens_of(day.desk.secrets()).values():
        assert day.desk.files_with(secret) == []
