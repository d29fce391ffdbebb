"""What was stored comes back the same, whatever it was."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.application.ports import PracticePost
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.consent import Consent, ConsentKind
from advocacy_desktop.domain.delivery import Attempt, Delivery, DeliveryState, Receipt
from advocacy_desktop.domain.draft import Draft, DraftVersion
from advocacy_desktop.domain.errors import BugError, ErrorCode, KnownError
from advocacy_desktop.domain.ledger import Audience, LedgerEntry, Purpose
from advocacy_desktop.domain.source import Source
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import Revision, Suggestion, SuggestionContent
from advocacy_desktop.infrastructure.ledger_writer import SqliteLedgerWriter
from advocacy_desktop.infrastructure.store import SqliteStore
from support import storage_examples as examples
from support.storage_examples import NOON, opened


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    with opened(tmp_path_factory.mktemp("round-trip")) as store:
        with store.write() as it:
            it.sources.add(examples.a_source())
            it.suggestions.add(examples.a_suggestion("suggestion", "From the company"))
            it.drafts.add(examples.a_draft())
            it.consents.add(Consent("consent", ConsentKind.CROSS_SPHERE, "d", "a", "x", NOON))
            it.deliveries.add(examples.a_delivery())
        yield store


@given(source=examples.sources, later=examples.sources)
def test_a_source(store: SqliteStore, source: Source, later: Source) -> None:
    with store.write() as it:
        it.sources.add(source)
    with store.read() as it:
        assert it.sources.get(source.id) == source
        assert it.sources.by_address(source.address) == source
        assert source in it.sources.all()
    changed = replace(later, id=source.id)
    with store.write() as it:
        it.sources.save(changed)
    with store.read() as it:
        assert it.sources.get(source.id) == changed


@given(suggestion=examples.suggestions, second=examples.contents, third=examples.contents)
def test_a_suggestion_with_its_revisions(
    store: SqliteStore, suggestion: Suggestion, second: SuggestionContent, third: SuggestionContent
) -> None:
    number = suggestion.revision.number
    with store.write() as it:
        it.suggestions.add(suggestion)
    with store.read() as it:
        assert it.suggestions.get(suggestion.id) == suggestion
        assert it.suggestions.revisions(suggestion.id) == [suggestion.revision]
    revision = Revision(number + 1, NOON, "second", second)
    with store.write() as it:
        it.suggestions.add_revision(suggestion.id, revision)
        it.suggestions.set_content(suggestion.id, third)
    with store.read() as it:
        last = replace(revision, content=third)
        assert it.suggestions.get(suggestion.id) == replace(suggestion, revision=last)
        assert it.suggestions.revisions(suggestion.id) == [suggestion.revision, last]
        found = it.suggestions.digests("source")[suggestion.external_id]
        assert found == (suggestion.id, "second")


@given(draft=examples.drafts, later=examples.drafts, versions=examples.some(examples.versions))
def test_a_draft_with_its_versions(
    store: SqliteStore, draft: Draft, later: Draft, versions: tuple[DraftVersion, ...]
) -> None:
    numbered = [replace(version, number=n) for n, version in enumerate(versions, 1)]
    with store.write() as it:
        it.drafts.add(draft)
        for version in reversed(numbered):
            it.drafts.add_version(draft.id, version)
    with store.read() as it:
        assert it.drafts.get(draft.id) == draft
        assert it.drafts.versions(draft.id) == numbered
        assert draft in it.drafts.all(frozenset({draft.state}))
        if draft.suggestion_id:
            assert draft in it.drafts.of_suggestion(draft.suggestion_id)
    changed = replace(later, id=draft.id)
    with store.write() as it:
        it.drafts.save(changed)
    with store.read() as it:
        assert it.drafts.get(draft.id) == changed


@given(account=examples.accounts, later=examples.accounts)
def test_an_account(store: SqliteStore, account: Account, later: Account) -> None:
    with store.write() as it:
        it.accounts.add(account)
    with store.read() as it:
        assert it.accounts.get(account.id) == account
        assert account in it.accounts.all(account.sphere)
        other = next(sphere for sphere in Sphere if sphere is not account.sphere)
        assert account not in it.accounts.all(other)
    changed = replace(later, id=account.id)
    with store.write() as it:
        it.accounts.save(changed)
    with store.write() as it:
        assert it.accounts.get(account.id) == changed
        it.accounts.remove(account.id)
        assert it.accounts.get(account.id) is None


@given(consent=examples.consents)
def test_a_consent(store: SqliteStore, consent: Consent) -> None:
    with store.write() as it:
        it.consents.add(consent)
    with store.read() as it:
        assert it.consents.get(consent.id) == consent
        assert consent in it.consents.all()


@given(delivery=examples.deliveries, later=examples.deliveries)
def test_a_delivery(store: SqliteStore, delivery: Delivery, later: Delivery) -> None:
    with store.write() as it:
        it.deliveries.add(delivery)
    with store.read() as it:
        found = it.deliveries.get(delivery.id)
        assert found == delivery
        assert found.post.digest() == delivery.post.digest()
    changed = replace(later, id=delivery.id)
    with store.write() as it:
        assert it.deliveries.transition(changed, expected=delivery.state)
    with store.read() as it:
        assert it.deliveries.get(delivery.id) == changed
        assert changed in it.deliveries.in_states(frozenset({changed.state}))
        assert changed in it.deliveries.of_draft("draft")


@given(attempt=examples.attempts, end=examples.attempts, receipt=examples.receipts)
def test_attempts_and_the_receipt(
    store: SqliteStore, attempt: Attempt, end: Attempt, receipt: Receipt
) -> None:
    delivery = examples.a_delivery(f"of-attempt-{attempt.number}")
    attempt = replace(attempt, delivery_id=delivery.id)
    end = replace(end, delivery_id=delivery.id, number=attempt.number)
    with store.write() as it:
        if it.deliveries.get(delivery.id) is None:
            it.deliveries.add(delivery)
            it.deliveries.add_attempt(attempt)
            assert it.deliveries.attempts(delivery.id) == [attempt]
        it.deliveries.finish_attempt(end)
        it.deliveries.add_receipt(delivery.id, receipt)
    with store.read() as it:
        assert it.deliveries.attempts(delivery.id) == [end]
        assert it.deliveries.receipt(delivery.id) == receipt


@given(post=examples.practice_posts, second=examples.practice_posts)
def test_a_practice_post_is_put_once(
    store: SqliteStore, post: PracticePost, second: PracticePost
) -> None:
    with store.write() as it:
        it.practice.put(post)
        it.practice.put(replace(second, record_key=post.record_key))
    with store.read() as it:
        assert it.practice.get(post.record_key) == post
        assert post in it.practice.all()
    with store.write() as it:
        it.practice.remove(post.record_key)
        assert it.practice.get(post.record_key) is None


@given(payload=st.dictionaries(examples.names, examples.texts), kind=examples.names)
def test_undo_steps_come_back_newest_first_and_never_share_a_number(
    store: SqliteStore, payload: dict[str, str], kind: str
) -> None:
    with store.write() as it:
        first = it.undo.push("first", {}, NOON)
        second = it.undo.push(kind, payload, NOON)
        step = it.undo.last()
        assert step is not None
        assert (step.id, step.kind, step.payload) == (second, kind, payload)
        assert it.undo.get(second) == step
        it.undo.remove(second)
        again = it.undo.last()
        assert again is not None and again.id == first
        it.undo.remove(first)
        assert it.undo.push("third", {}, NOON) > second


@given(name=examples.names, value=examples.texts, other=examples.texts)
def test_a_setting(store: SqliteStore, name: str, value: str, other: str) -> None:
    with store.write() as it:
        it.settings.set(name, other)
        it.settings.set(name, value)
    with store.read() as it:
        assert it.settings.get(name) == value
        assert it.settings.all()[name] == value
        assert it.settings.get("there is no such name") is None


@given(
    started=examples.moments,
    finished=examples.moments,
    detail=examples.texts,
    status=examples.maybe(st.integers(100, 599)),
    error=examples.maybe(examples.names),
)
def test_a_line_of_the_ledger(
    store: SqliteStore,
    started: datetime,
    finished: datetime,
    detail: str,
    status: int | None,
    error: str | None,
) -> None:
    writer = SqliteLedgerWriter(store)
    number = writer.begin(
        started_at=started,
        purpose=Purpose.PUBLISH,
        method="POST",
        host="example.org",
        path="/xrpc/x?y=z",
        audience=Audience.PERSONAL,
        as_whom="ada.example.org",
        sent_bytes=7,
        detail=detail,
    )
    line = LedgerEntry(
        id=number,
        started_at=started,
        purpose=Purpose.PUBLISH,
        method="POST",
        host="example.org",
        path="/xrpc/x?y=z",
        audience=Audience.PERSONAL,
        as_whom="ada.example.org",
        sent_bytes=7,
        detail=detail,
    )
    with store.read() as it:
        assert it.ledger.entries(limit=1) == [line]
    writer.finish(number, finished_at=finished, status=status, received_bytes=9, error=error)
    with store.write() as it:
        it.ledger.set_outcome(number, "published")
    with store.read() as it:
        assert it.ledger.entries(limit=1) == [
            replace(
                line,
                finished_at=finished,
                status=status,
                received_bytes=9,
                error=error,
                outcome="published",
            )
        ]
        assert all(entry.id < number for entry in it.ledger.entries(before_id=number))


def test_the_ledger_adds_up_what_was_answered_well(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        writer = SqliteLedgerWriter(store)
        answers = [(200, None), (304, None), (503, None), (200, "too_large"), (None, "offline")]
        for status, error in answers:
            number = writer.begin(
                started_at=NOON,
                purpose=Purpose.FETCH_SUGGESTIONS,
                method="GET",
                host="example.org",
                path="/",
                audience=Audience.NOBODY,
                as_whom="",
                sent_bytes=0,
                detail="",
            )
            writer.finish(number, finished_at=NOON, status=status, received_bytes=0, error=error)
        with store.read() as it:
            assert it.ledger.totals() == [("nobody", "fetch_suggestions", "example.org", 2)]


def test_half_a_surrogate_pair_is_no_reason_to_lose_a_text(store: SqliteStore) -> None:
    draft = examples.a_draft("broken-text")
    broken = replace(draft, body=replace(draft.body, text="half \ud83d pair, é"))
    with store.write() as it:
        it.drafts.add(broken)
        it.settings.set("note", "half \ud83d pair")
        it.suggestions.add(examples.a_suggestion("broken", "half \ud83d title"))
    with store.read() as it:
        assert it.drafts.get("broken-text") == broken
        assert it.settings.get("note") == "half ? pair"
        found = it.suggestions.get("broken")
        assert found is not None and found.content.title == "half \ud83d title"


def test_moments_keep_their_order_and_other_time_zones_their_moment(store: SqliteStore) -> None:
    east = NOON.astimezone(timezone(timedelta(hours=9)))
    with store.write() as it:
        it.accounts.add(examples.an_account("east", added_at=east))
    with store.read() as it:
        found = it.accounts.get("east")
        assert found is not None
        assert found.added_at == NOON
        assert found.added_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_our_mistake(store: SqliteStore) -> None:
    with pytest.raises(Exception) as caught, store.write() as it:
        it.accounts.add(examples.an_account("naive", added_at=datetime(2026, 1, 1)))
    assert isinstance(caught.value, BugError) and caught.value.code == "naive_moment"


def test_changing_what_is_gone_says_so(store: SqliteStore) -> None:
    with store.write() as it:
        for change in (
            lambda: it.suggestions.mark_seen("gone"),
            lambda: it.suggestions.set_content("gone", SuggestionContent("", "", "")),
            lambda: it.drafts.save(examples.a_draft("gone")),
            lambda: it.accounts.save(examples.an_account("gone")),
            lambda: it.ledger.set_outcome(10**9, "published"),
        ):
            with pytest.raises(KnownError) as caught:
                change()
            assert caught.value.code == ErrorCode.NO_LONGER_THERE


def test_a_delivery_in_another_state_is_not_written(store: SqliteStore) -> None:
    delivery = examples.a_delivery("settled", state=DeliveryState.PUBLISHED)
    with store.write() as it:
        it.deliveries.add(delivery)
        claimed = replace(delivery, state=DeliveryState.SENDING)
        assert not it.deliveries.transition(claimed, expected=DeliveryState.QUEUED)
        assert it.deliveries.get("settled") == delivery
