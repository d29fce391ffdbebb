"""Lists, pages, counts and filters of suggestions; the first page without any library."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advocacy_desktop.application.ports import SuggestionQuery
from advocacy_desktop.domain.delivery import DeliveryState, Receipt
from advocacy_desktop.domain.draft import DraftState
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import (
    Picture,
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
    Wording,
)
from advocacy_desktop.infrastructure.first_page import read_first_page
from advocacy_desktop.infrastructure.store import SqliteStore
from support import storage_examples as examples
from support.real_parts import ROOT
from support.storage_examples import (
    NOON,
    a_delivery,
    a_draft,
    a_source,
    a_suggestion,
    an_account,
    opened,
)

MEDIA = "ab" * 32
NEW, LATER, DECLINED = SuggestionState.NEW, SuggestionState.LATER, SuggestionState.DECLINED
EVERY = frozenset(SuggestionState)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with opened(tmp_path) as store:
        with store.write() as it:
            it.sources.add(a_source())
            it.sources.add(a_source("other"))
        yield store


def add(store: SqliteStore, *suggestions: Suggestion) -> None:
    with store.write() as it:
        for suggestion in suggestions:
            it.suggestions.add(suggestion)


def listed(store: SqliteStore, query: SuggestionQuery) -> list[str]:
    """Identifiers, after proving that list, identifiers and count agree."""
    with store.read() as it:
        found = [card.id for card in it.suggestions.cards(query, limit=1000)]
        assert it.suggestions.card_ids(query) == found
        assert it.suggestions.count(query) == len(found)
    return found


def test_newest_first_and_of_one_moment_in_the_order_of_the_feed(store: SqliteStore) -> None:
    add(
        store,
        a_suggestion("old", age=50, state=LATER),
        a_suggestion("first", age=5),
        a_suggestion("second", age=5, state=LATER),
        a_suggestion("third", age=5),
        a_suggestion("declined", age=1, state=DECLINED),
        a_suggestion("newest", age=0),
    )
    assert listed(store, SuggestionQuery()) == ["newest", "first", "second", "third", "old"]
    assert listed(store, SuggestionQuery(states=frozenset({DECLINED}))) == ["declined"]
    assert listed(store, SuggestionQuery(states=frozenset())) == []


def test_a_card_shows_the_current_revision(store: SqliteStore) -> None:
    add(store, a_suggestion("one", "Before", age=5, topics=("old",)))
    content = SuggestionContent(
        title="After",
        html="",
        text="",
        topics=("new", "second"),
        wordings=(Wording("a"), Wording("b")),
        pictures=(Picture("https://example.org/1.png"), Picture("x", media=MEDIA)),
        embargo_until=NOON + timedelta(days=1),
        expires_at=NOON + timedelta(days=2),
        withdrawn=True,
    )
    with store.write() as it:
        it.suggestions.add_revision("one", Revision(2, NOON, "second", content))
        it.suggestions.mark_seen("one")
        (card,) = it.suggestions.cards(SuggestionQuery())
    assert card.title == "After"
    assert card.source_title == "News of source"
    assert card.sort_at == NOON  # no date of its own any more: when it was first seen
    assert card.topics == ("new", "second")
    assert card.wordings == 2
    assert (card.media, card.has_picture) == (MEDIA, True)
    assert (card.embargo_until, card.expires_at) == (content.embargo_until, content.expires_at)
    assert (card.withdrawn, card.seen, card.revision) == (True, True, 2)
    with store.read() as it:
        assert it.suggestions.topics() == ["new", "second"]


def test_filters_hold_together(store: SqliteStore) -> None:
    picture = (Picture("https://example.org/1.png"),)
    add(
        store,
        a_suggestion("a", "Common", topics=("x", "y"), pictures=picture),
        a_suggestion("b", "Common", topics=("y",), age=1),
        a_suggestion("c", "Common", source="other", topics=("x",), pictures=picture, age=2),
        a_suggestion("d", "Special", topics=("x", "x"), age=3, state=LATER),
    )
    assert listed(store, SuggestionQuery(source_id="other")) == ["c"]
    assert listed(store, SuggestionQuery(topic="x")) == ["a", "c", "d"]
    assert listed(store, SuggestionQuery(with_picture=True)) == ["a", "c"]
    assert listed(store, SuggestionQuery(search="common", topic="x")) == ["a", "c"]
    query = SuggestionQuery(search="comm", topic="x", with_picture=True, source_id="source")
    assert listed(store, query) == ["a"]
    with store.read() as it:
        assert it.suggestions.topics() == ["x", "y"]


def test_pages_join_without_gap_or_repetition(store: SqliteStore) -> None:
    add(store, *(a_suggestion(f"s{n}", age=n // 3, state=(NEW, LATER)[n % 2]) for n in range(50)))
    whole = listed(store, SuggestionQuery())
    with store.read() as it:
        pages = [
            it.suggestions.cards(SuggestionQuery(), offset=offset, limit=7)
            for offset in range(0, 56, 7)
        ]
    assert [card.id for page in pages for card in page] == whole
    assert len(whole) == 50


def test_a_page_of_many_is_read_in_the_order_of_the_index(store: SqliteStore) -> None:
    """What keeps a hundred thousand as quick as a hundred: nothing is sorted but the page."""
    from sqlalchemy.dialects import sqlite

    from advocacy_desktop.infrastructure.repositories import suggestion_queries

    page = suggestion_queries.cards(SuggestionQuery(), offset=0, limit=200)
    compiled = page.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    plan = [row[3] for row in store._plain().execute(f"EXPLAIN QUERY PLAN {compiled}")]
    merged = plan[: plan.index("SCAN page")]
    assert "MERGE (UNION ALL)" in merged
    assert sum("COVERING INDEX ix_suggestions_list" in line for line in merged) == 2
    assert not any("TEMP B-TREE" in line for line in merged)


def test_due_to_expire(store: SqliteStore) -> None:
    hour = timedelta(hours=1)
    add(
        store,
        a_suggestion("passed", expires_at=NOON - hour),
        a_suggestion("now", expires_at=NOON, state=LATER),
        a_suggestion("coming", expires_at=NOON + hour),
        a_suggestion("never"),
        a_suggestion("declined", expires_at=NOON - hour, state=DECLINED),
    )
    with store.read() as it:
        assert it.suggestions.due_to_expire(NOON) == ["passed", "now"]


states = st.sampled_from(SuggestionState)


@settings(max_examples=40)  # each makes a file of its own
@given(start=st.lists(states, max_size=12), moves=st.lists(st.tuples(st.integers(0, 11), states)))
def test_kept_counts_are_the_true_ones(
    tmp_path_factory: pytest.TempPathFactory,
    start: list[SuggestionState],
    moves: list[tuple[int, SuggestionState]],
) -> None:
    expected = dict(enumerate(start))
    with opened(tmp_path_factory.mktemp("counts")) as store:
        with store.write() as it:
            it.sources.add(a_source())
        add(store, *(a_suggestion(str(n), state=state) for n, state in expected.items()))
        with pytest.raises(ZeroDivisionError), store.write() as it:
            it.suggestions.add(a_suggestion("taken back"))
            raise ZeroDivisionError
        with store.write() as it:
            for number, state in moves:
                if number in expected:
                    it.suggestions.set_state(str(number), state, NOON)
                    expected[number] = state
        for state in SuggestionState:
            number = sum(each is state for each in expected.values())
            assert len(listed(store, SuggestionQuery(states=frozenset({state})))) == number
        assert len(listed(store, SuggestionQuery(states=EVERY))) == len(expected)


# --- deliveries --------------------------------------------------------------------------------


def test_delivery_cards_newest_first_with_all_around_them(store: SqliteStore) -> None:
    add(store, a_suggestion("one", "The suggestion"))
    receipt = Receipt("at://x", "https://example.org/x", NOON)
    with store.write() as it:
        it.drafts.add(a_draft())
        it.accounts.add(an_account())
        it.deliveries.add(a_delivery("first", suggestion_id="one", state=DeliveryState.PUBLISHED))
        later = NOON + timedelta(minutes=1)
        it.deliveries.add(
            a_delivery(
                "second", approved_at=later, account_id="gone", state=DeliveryState.PUBLISHED
            )
        )
        it.deliveries.add(a_delivery("waiting"))
        it.deliveries.add_receipt("first", receipt)
    with store.read() as it:
        second, first = it.deliveries.cards(frozenset({DeliveryState.PUBLISHED}))
        assert (first.delivery.id, first.account, first.receipt, first.suggestion_title) == (
            "first",
            an_account(),
            receipt,
            "The suggestion",
        )
        assert (second.delivery.id, second.account, second.receipt, second.suggestion_title) == (
            "second",
            None,
            None,
            None,
        )
        assert it.deliveries.cards(frozenset({DeliveryState.PUBLISHED}), limit=1) == [second]


def test_outbox_and_drafts_come_in_their_orders(store: SqliteStore) -> None:
    with store.write() as it:
        for number in (2, 0, 1):
            moment = NOON + timedelta(minutes=number)
            it.drafts.add(a_draft(f"draft{number}", updated_at=moment))
            it.deliveries.add(
                a_delivery(f"d{number}", approved_at=moment, draft_id=f"draft{number}")
            )
        it.drafts.add(a_draft("gone", state=DraftState.DISCARDED))
    with store.read() as it:
        queued = it.deliveries.in_states(frozenset({DeliveryState.QUEUED}))
        assert [each.id for each in queued] == ["d0", "d1", "d2"]
        drafts = it.drafts.all(frozenset({DraftState.OPEN}))
        assert [each.id for each in drafts] == ["draft2", "draft1", "draft0"]


# --- the first page ----------------------------------------------------------------------------


def test_the_first_page_is_that_of_the_store(store: SqliteStore, tmp_path: Path) -> None:
    path = tmp_path / "profile.sqlite"
    add(
        store,
        *(
            a_suggestion(
                f"s{n}",
                f"Title {n} é",
                age=n // 2,
                state=(NEW, LATER, DECLINED)[n % 3],
                topics=("x",) * (n % 2),
                pictures=(Picture("x", media=MEDIA),) * (n % 2),
                expires_at=NOON if n % 4 else None,
                embargo_until=NOON if n % 5 else None,
                withdrawn=n % 7 == 0,
            )
            for n in range(30)
        ),
    )
    with store.write() as it:
        it.suggestions.mark_seen("s0")
        it.drafts.add(a_draft())
        it.drafts.add(a_draft("discarded", state=DraftState.DISCARDED))
        it.accounts.add(an_account())
        it.accounts.add(an_account("second"))
        it.accounts.add(an_account("private", sphere=Sphere.PERSONAL))
        it.deliveries.add(a_delivery("now"))
        it.deliveries.add(a_delivery("planned", planned_for=NOON))
        it.deliveries.add(a_delivery("held", planned_for=NOON, state=DeliveryState.HELD))
        it.deliveries.add(a_delivery("sent", planned_for=NOON, state=DeliveryState.PUBLISHED))
        it.settings.set("language", "fr")
        it.settings.set("theme", "dark")
    with store.read() as it:
        whole = tuple(it.suggestions.cards(SuggestionQuery()))
    page = read_first_page(path)
    assert page is not None
    assert page.cards == whole
    assert page.total == len(whole) == 20
    assert page.open_drafts == 1
    assert page.accounts == {Sphere.PROFESSIONAL: 2, Sphere.PERSONAL: 1}
    assert page.scheduled == 2
    assert page.settings == {"language": "fr", "theme": "dark"}
    short = read_first_page(path, limit=5)
    assert short is not None
    assert short.cards == whole[:5]
    assert short.total == 20
    store.close()
    assert read_first_page(path) == page


@settings(max_examples=40)  # each makes a file of its own
@given(suggestions=st.lists(examples.suggestions, max_size=8))
def test_the_first_page_reads_anything_that_was_stored(
    tmp_path_factory: pytest.TempPathFactory, suggestions: list[Suggestion]
) -> None:
    folder = tmp_path_factory.mktemp("page")
    with opened(folder) as store:
        with store.write() as it:
            it.sources.add(a_source())
        add(store, *suggestions)
        with store.read() as it:
            whole = tuple(it.suggestions.cards(SuggestionQuery()))
    page = read_first_page(folder / "profile.sqlite")
    assert page is not None
    assert page.cards == whole


@pytest.mark.parametrize("mark", ["user_version = 99", "application_id = 7"])
def test_no_first_page_of_what_the_store_must_judge(
    store: SqliteStore, tmp_path: Path, mark: str
) -> None:
    path = tmp_path / "profile.sqlite"
    assert read_first_page(path) is not None
    store._plain().execute(f"PRAGMA {mark}")
    assert read_first_page(path) is None


def test_no_first_page_of_an_absent_or_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "a folder with ? and % and #" / "profile.sqlite"
    assert read_first_page(path) is None
    path.parent.mkdir()
    assert read_first_page(path) is None
    assert not path.exists()
    path.write_bytes(b"no database" * 500)
    assert read_first_page(path) is None
    path.unlink()
    with opened(path.parent):
        assert read_first_page(path) is not None


def test_the_first_page_loads_no_heavy_library(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from advocacy_desktop.infrastructure.first_page import read_first_page\n"
        "read_first_page(Path('nowhere'))\n"
        "print(*{name.partition('.')[0] for name in sys.modules})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "sqlite3" in loaded
    assert not loaded & {"sqlalchemy", "alembic", "httpx", "keyring", "asyncio", "PySide6"}
