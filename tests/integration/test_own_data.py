"""One's own data: all of it goes along but the secrets, and erasing leaves nothing."""

import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from advocacy_desktop.application.own_data import OwnData
from advocacy_desktop.application.own_data_archive import EVERY_SUGGESTION, picture_ending
from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.bootstrap import Opened, open_profile
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.delivery import Attempt, DeliveryState, Receipt
from advocacy_desktop.domain.draft import DraftBody, DraftMedia
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.ledger import Audience, Purpose
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.clock import SystemClock
from advocacy_desktop.infrastructure.ledger_writer import SqliteLedgerWriter
from advocacy_desktop.infrastructure.paths import Profile
from support.pages_bench import approve, practice_account

CANARY = "canary-7f3a-app-password"
PICTURE = b"\x89PNG\r\n\x1a\n" + b"not much of a picture"


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile.at(tmp_path / "profile")


@pytest.fixture
def opened(profile: Profile):
    made = open_profile(profile, "en", with_sample=True)
    yield made
    made.close()


def read(archive: zipfile.ZipFile, name: str):
    return json.loads(archive.read(name))


def fill(opened: Opened) -> None:
    """A little of everything that the program keeps."""
    services = opened.services
    store = services.ledger._store
    account = practice_account(services, name="Claire Morel")
    card = services.triage.cards(SuggestionQuery())[0]
    services.triage.decline(card.id, "Not my subject")
    draft = services.drafts.start_blank(Sphere.PROFESSIONAL, "en")
    services.drafts.save(draft.id, DraftBody(text="An unfinished thought"))
    media = services.media.put(PICTURE)
    services.drafts.save(
        draft.id,
        DraftBody(
            text="A finished thought",
            variants={"bluesky": "A short thought"},
            media=(DraftMedia(media, "image/png", len(PICTURE), 4, 3, "A sketch"),),
        ),
    )
    delivery = approve(services, account, "Published in my own words")
    with store.write() as tx:
        sent = replace(delivery, state=DeliveryState.PUBLISHED)
        tx.deliveries.transition(sent, expected=DeliveryState.HELD)
        tx.deliveries.add_attempt(Attempt(delivery.id, 1, delivery.approved_at))
        receipt = Receipt("practice:1", "https://example.com/1", delivery.approved_at)
        tx.deliveries.add_receipt(delivery.id, receipt)
    writer = SqliteLedgerWriter(store)
    writer.begin(
        started_at=delivery.approved_at, purpose=Purpose.PUBLISH, method="POST",
        host="bsky.social", path="/xrpc/x", audience=Audience.PROFESSIONAL, as_whom="claire",
        sent_bytes=9, detail="the words",
    )  # fmt: skip
    services.preferences.set("theme", "dark")


def test_the_export_holds_everything_the_program_keeps(opened: Opened, tmp_path: Path):
    fill(opened)
    target = tmp_path / "mine.zip"
    exported = opened.services.own_data.export(target)
    assert exported is not None and exported.path == target
    with zipfile.ZipFile(target) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert exported.files == len(names)
        assert read(archive, "about.json")[0]["format"] == 1
        (source,) = read(archive, "sources.json")
        assert source["title"] == "Norvalis"
        suggestions = read(archive, "suggestions.json")
        assert len(suggestions) >= 8
        assert all(s["revisions"] and s["revisions"][0]["content"]["title"] for s in suggestions)
        assert [s["note"] for s in suggestions if s["state"] == "declined"] == ["Not my subject"]
        drafts = read(archive, "drafts.json")
        bodies = {draft["body"]["text"]: draft for draft in drafts}
        assert bodies["A finished thought"]["body"]["variants"] == {"bluesky": "A short thought"}
        (delivery,) = read(archive, "deliveries.json")
        assert delivery["post"]["text"] == "Published in my own words"
        assert delivery["receipt"]["url"] == "https://example.com/1"
        assert delivery["attempts"][0]["number"] == 1
        accounts = {account["display_name"] for account in read(archive, "accounts.json")}
        assert "Claire Morel" in accounts
        assert read(archive, "settings.json")[0]["theme"] == "dark"
        assert json.loads(archive.read("ledger.jsonl"))["detail"] == "the words"
        assert "consents.json" in names and "practice.json" in names
        (draft_text,) = (n for n in names if n.startswith("drafts/") and "finished" in n)
        written = archive.read(draft_text).decode()
        assert "A finished thought" in written and "A short thought" in written
        (picture,) = (n for n in names if n.startswith("media/") and archive.read(n) == PICTURE)
        assert picture.endswith(".png") and f"![A sketch](../{picture})" in written
        (post_text,) = (n for n in names if n.startswith("posts/"))
        assert "Published in my own words" in archive.read(post_text).decode()


def test_half_an_emoji_does_not_cost_the_export(opened: Opened, tmp_path: Path):
    services = opened.services
    draft = services.drafts.start_blank(Sphere.PROFESSIONAL)
    services.drafts.save(draft.id, DraftBody(text="half \ud83d here"))
    services.own_data.export(tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        (kept,) = read(archive, "drafts.json")
    assert kept["body"]["text"] == "half \ud83d here"


def test_pictures_of_suggestions_come_along(opened: Opened, tmp_path: Path):
    services = opened.services
    (source,) = services.sources.all()
    count = services.sources.fetch_pictures(source.id, lambda: False)
    services.own_data.export(tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        media = [name for name in archive.namelist() if name.startswith("media/")]
    assert count > 3 and len(media) >= count


def test_no_secret_is_in_the_export(opened: Opened, tmp_path: Path):
    fill(opened)
    kit = opened.services.accounts._kits[Sphere.PROFESSIONAL]
    account = opened.services.accounts.all()[0]
    kit.secrets.keep_for_this_run(account.id)
    kit.secrets.set(account.id, "password", CANARY)
    opened.services.own_data.export(tmp_path / "mine.zip")
    with zipfile.ZipFile(tmp_path / "mine.zip") as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
    assert CANARY.encode() not in everything
    assert b"A finished thought" in everything  # what is looked through is really all of it


def test_progress_reaches_the_end_and_never_goes_back(opened: Opened, tmp_path: Path):
    fill(opened)
    seen: list[tuple[int, int]] = []
    opened.services.own_data.export(
        tmp_path / "mine.zip", lambda done, total: seen.append((done, total))
    )
    assert seen[-1][0] == seen[-1][1]
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)


def test_a_stopped_export_leaves_no_file_and_keeps_the_old_one(opened: Opened, tmp_path: Path):
    target = tmp_path / "mine.zip"
    target.write_bytes(b"the export of last week")
    asked = iter([False, False, True])
    assert opened.services.own_data.export(target, cancelled=lambda: next(asked, True)) is None
    assert target.read_bytes() == b"the export of last week"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["mine.zip"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_as_such(opened: Opened, tmp_path: Path):
    def fails(done: int, total: int) -> None:
        with open("/dev/full", "wb", buffering=0) as full:
            full.write(b"one byte too many")

    with pytest.raises(KnownError) as caught:
        opened.services.own_data.export(tmp_path / "mine.zip", fails)
    assert caught.value.code == ErrorCode.STORAGE_FULL
    assert not any(path.is_file() for path in tmp_path.iterdir())


def test_a_place_where_nothing_can_be_written_is_told(opened: Opened, tmp_path: Path):
    with pytest.raises(KnownError) as caught:
        opened.services.own_data.export(tmp_path / "nowhere" / "mine.zip")
    assert caught.value.code == ErrorCode.STORAGE_READ_ONLY


def test_a_copy_of_the_profile_is_kept_each_day(opened: Opened, profile: Profile):
    services = opened.services
    services.own_data.keep_copy()
    services.own_data.keep_copy()
    (copy,) = profile.backups.iterdir()
    with closing(sqlite3.connect(copy)) as plain:
        (count,) = plain.execute("SELECT count(*) FROM suggestions").fetchone()
    assert count == len(services.triage.card_ids(EVERY_SUGGESTION))


def test_erasing_leaves_nothing_of_the_profile(opened: Opened, profile: Profile):
    fill(opened)
    assert profile.database.exists() and any(profile.media.iterdir())
    erased = opened.services.own_data.erase()
    assert erased.accounts == 2 and erased.not_wiped == ()
    left = [path for path in profile.folder.rglob("*")] if profile.folder.exists() else []
    assert [path.name for path in left if path.name != "lock"] == []


def test_a_keyring_that_cannot_be_reached_is_named_and_the_files_go(
    opened: Opened, profile: Profile
):
    """The tests' keyring refuses everything, as a locked one does."""
    now = SystemClock().now()
    account = Account(
        "b1", Sphere.PERSONAL, "bluesky", "did:plc:x", "c.example", "C", "http://127.0.0.1:9", now
    )
    with opened.services.ledger._store.write() as tx:
        tx.accounts.add(account)
    erased = opened.services.own_data.erase()
    assert [(left.account.id, left.code) for left in erased.not_wiped] == [
        ("b1", ErrorCode.KEYRING_MISSING)
    ]
    assert not profile.database.exists()


def test_nothing_is_erased_while_a_post_is_being_sent(opened: Opened, profile: Profile):
    services = opened.services
    delivery = approve(services, practice_account(services), "On its way")
    with services.ledger._store.write() as tx:
        for state in (DeliveryState.QUEUED, DeliveryState.SENDING):
            before = tx.deliveries.get(delivery.id)
            assert before is not None
            tx.deliveries.transition(replace(before, state=state), expected=before.state)
    with pytest.raises(KnownError) as caught:
        services.own_data.erase()
    assert caught.value.code == ErrorCode.TOO_LATE
    assert profile.database.exists() and services.accounts.all()


def test_erasing_files_is_the_last_thing(opened: Opened):
    """Were the files gone first, nobody would know which keyring entries to wipe."""
    services, order = opened.services, []
    own_data = OwnData(
        store=services.ledger._store,
        media=services.media,
        accounts=services.accounts,
        clock=SystemClock(),
        copy_today=lambda: None,
        erase_files=lambda: order.append(len(services.accounts.all())),
    )
    own_data.erase()
    assert order == [0]


@pytest.mark.parametrize(
    ("data", "ending"),
    [(b"\x89PNG\r", ".png"), (b"\xff\xd8\xff\xe0", ".jpg"), (b"RIFF....WEBP", ".webp"),
     (b"GIF89a", ".gif"), (b"%PDF", ".bin")],
)  # fmt: skip
def test_a_picture_gets_the_ending_of_what_it_is(data: bytes, ending: str):
    assert picture_ending(data) == ending
