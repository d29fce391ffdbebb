"""The outbox by the clock and by the person, on a real file; the network is the practice one."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from advocacy_desktop.application.ports import Identity
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.delivery import (
    GRACE_SECONDS,
    AttemptOutcome,
    Delivery,
    DeliveryState,
    Receipt,
)
from advocacy_desktop.domain.errors import (
    BugError,
    ErrorCode,
    KnownError,
    OutcomeUnknownError,
    UnsentError,
)
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.networks.practice import PracticeAdapter
from support.outbox_bench import Bench, HandClock

S = DeliveryState
WHO = Identity("practice:claire", "claire", "Claire", "", {})


class Unreliable:
    """The practice network with a fault in front: raises what the test says, once each."""

    def __init__(self, inner: PracticeAdapter) -> None:
        self.inner = inner
        self.capabilities, self.rules = inner.capabilities, inner.rules
        self.before: list[BaseException] = []
        """Raised in the place of publishing."""
        self.after: list[BaseException] = []
        """Raised although it was published."""
        self.looking: list[BaseException] = []
        self.watch: Callable[[], None] = lambda: None

    def __getattr__(self, name: str) -> Any:
        return getattr(self.inner, name)

    def publish(self, context: Any, delivery: Delivery) -> Receipt:
        self.watch()
        if self.before:
            raise self.before.pop(0)
        receipt = self.inner.publish(context, delivery)
        if self.after:
            raise self.after.pop(0)
        return receipt

    def find(self, context: Any, delivery: Delivery) -> Receipt | None:
        if self.looking:
            raise self.looking.pop(0)
        return self.inner.find(context, delivery)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def bench(tmp_path: Path, clock: HandClock) -> Iterator[Bench]:
    made = Bench(tmp_path, clock)
    yield made
    made.close()


@pytest.fixture
def net(bench: Bench) -> Unreliable:
    made = Unreliable(bench.adapters["practice"])  # type: ignore[arg-type]
    bench.adapters["practice"] = made
    return made


@pytest.fixture
def account(bench: Bench) -> Account:
    return bench.add_account("practice", WHO)


def timeline(bench: Bench) -> list[str]:
    with bench.store.read() as tx:
        return [item.post.text for item in tx.practice.all()]


def draft_state(bench: Bench, delivery: Delivery) -> str:
    with bench.store.read() as tx:
        draft = tx.drafts.get(delivery.draft_id)
    assert draft is not None
    return draft.state.value


def held(bench: Bench, account: Account, text: str = "Hello") -> Delivery:
    """Approved a moment ago, with its ten seconds before it."""
    delivery = bench.approve(account, text)
    later = replace(delivery, not_before=delivery.approved_at + timedelta(seconds=10))
    with bench.store.write() as tx:
        assert tx.deliveries.transition(later, expected=S.HELD)
    return later


def test_ten_seconds_to_take_back_then_it_goes(
    bench: Bench, clock: HandClock, account: Account
) -> None:
    delivery = held(bench, account)
    clock.forward(seconds=9.9)
    assert bench.outbox.release_due() == []
    assert bench.outbox.claimable() == []
    assert bench.outbox.run(delivery.id) is S.HELD
    assert bench.outbox.next_moment() == delivery.not_before
    clock.forward(seconds=0.1)
    assert bench.outbox.release_due() == [delivery.id]
    assert [d.id for d in bench.outbox.claimable()] == [delivery.id]
    assert bench.outbox.run(delivery.id) is S.PUBLISHED
    assert timeline(bench) == ["Hello"]
    assert bench.outbox.next_moment() is None


@pytest.mark.parametrize("released", [False, True])
def test_taken_back_in_time_nothing_leaves_and_the_draft_is_back(
    bench: Bench, clock: HandClock, account: Account, released: bool
) -> None:
    delivery = held(bench, account)
    if released:
        clock.forward(seconds=10)
        bench.outbox.release_due()
    assert bench.outbox.take_back(delivery.id) is S.CANCELLED
    clock.forward(hours=1)
    assert bench.outbox.release_due() == []
    assert bench.outbox.run(delivery.id) is S.CANCELLED
    assert timeline(bench) == []
    assert draft_state(bench, delivery) == "open"


def test_too_late_is_said(bench: Bench, net: Unreliable, account: Account) -> None:
    delivery = bench.queue(account, "Hello")
    refused: list[str] = []

    def while_sending() -> None:
        assert bench.state(delivery) is S.SENDING
        with pytest.raises(KnownError) as told:
            bench.outbox.take_back(delivery.id)
        refused.append(told.value.code)

    net.watch = while_sending
    bench.outbox.run(delivery.id)
    with pytest.raises(KnownError, match="too_late"):
        bench.outbox.take_back(delivery.id)
    assert refused == [ErrorCode.TOO_LATE]
    assert timeline(bench) == ["Hello"]
    with pytest.raises(KnownError, match="no_longer_there"):
        bench.outbox.take_back("nothing")


def test_the_attempt_is_on_the_disk_before_the_network_is_asked(
    bench: Bench, net: Unreliable, account: Account
) -> None:
    delivery = bench.queue(account, "Hello")
    seen: list[Any] = []

    def look() -> None:
        with bench.store.read() as tx:
            seen.extend(tx.deliveries.attempts(delivery.id))

    net.watch = look
    bench.outbox.run(delivery.id)
    assert [(a.number, a.outcome) for a in seen] == [(1, AttemptOutcome.UNDER_WAY)]


def test_one_account_never_holds_back_another_and_each_has_one_at_a_time(
    bench: Bench, clock: HandClock, net: Unreliable, account: Account
) -> None:
    other = bench.add_account("practice", replace(WHO, identity="practice:bob"))
    first = bench.queue(account, "1")
    clock.forward(seconds=1)
    second, third = bench.queue(account, "2"), bench.queue(other, "3")
    assert [d.id for d in bench.outbox.claimable()] == [first.id, third.id]
    inside: list[Any] = []

    def while_first_is_sent() -> None:
        net.watch = lambda: None
        inside.append([d.id for d in bench.outbox.claimable()])
        inside.append(bench.outbox.run(second.id))
        inside.append(bench.outbox.recover())  # what we are sending ourselves is not lost
        inside.append(bench.outbox.run(third.id))

    net.watch = while_first_is_sent
    assert bench.outbox.run(first.id) is S.PUBLISHED
    assert inside == [[third.id], S.QUEUED, [], S.PUBLISHED]
    assert bench.outbox.run(second.id) is S.PUBLISHED


def test_after_a_night_offline_what_has_no_hour_just_goes(
    bench: Bench, clock: HandClock, account: Account
) -> None:
    delivery = held(bench, account)
    clock.forward(hours=14)
    assert bench.outbox.release_due() == [delivery.id]
    assert bench.outbox.run(delivery.id) is S.PUBLISHED


def test_a_planned_hour_is_kept_or_asked_about_never_made_up_for_by_itself(
    bench: Bench, clock: HandClock, account: Account
) -> None:
    hour = clock.now() + timedelta(days=1)
    kept = bench.approve(account, "kept", planned_for=hour)
    late = bench.approve(account, "late", planned_for=hour)
    clock.forward(seconds=10)
    assert set(bench.outbox.release_due()) == {kept.id, late.id}
    assert bench.outbox.claimable() == []
    assert bench.outbox.next_moment() == hour
    clock.time = hour + timedelta(seconds=GRACE_SECONDS)
    assert bench.outbox.release_due() == []
    assert bench.outbox.run(kept.id) is S.PUBLISHED
    clock.forward(seconds=1)
    assert bench.outbox.claimable() == []
    assert bench.outbox.run(late.id) is S.MISSED  # even if nobody called release_due
    assert timeline(bench) == ["kept"]
    clock.forward(days=2)
    assert bench.outbox.send_again(late.id) is S.QUEUED
    assert bench.outbox.release_due() == []
    assert bench.outbox.run(late.id) is S.PUBLISHED


def test_a_computer_that_was_off_at_the_hour_asks(
    bench: Bench, clock: HandClock, account: Account
) -> None:
    delivery = bench.approve(account, "x", planned_for=clock.now() + timedelta(hours=1))
    clock.forward(days=3)
    assert bench.outbox.release_due() == [delivery.id]
    assert bench.state(delivery) is S.MISSED
    assert bench.outbox.take_back(delivery.id) is S.CANCELLED


def test_an_unsent_one_waits_longer_each_time(
    bench: Bench, clock: HandClock, net: Unreliable, account: Account
) -> None:
    delivery = bench.queue(account, "x")
    waits = []
    for _ in range(9):
        net.before = [UnsentError(ErrorCode.OFFLINE, host="example.com")]
        assert bench.outbox.run(delivery.id) is S.QUEUED
        again = bench.delivery(delivery.id).not_before
        waits.append((again - clock.now()).total_seconds())
        clock.time = again
    assert waits == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600]
    assert bench.outbox.run(delivery.id) is S.PUBLISHED
    done = bench.delivery(delivery.id)
    assert (done.attempts, done.error, done.error_data) == (10, None, ())


def test_what_can_never_work_is_not_tried_for_a_day(
    bench: Bench, net: Unreliable, account: Account
) -> None:
    delivery = bench.queue(account, "x")
    net.before = [UnsentError(ErrorCode.NOT_ALLOWED_ADDRESS, host="h", reason="private")]
    assert bench.outbox.run(delivery.id) is S.FAILED


def test_a_new_try_after_giving_up_has_a_day_of_its_own(
    bench: Bench, clock: HandClock, net: Unreliable, account: Account
) -> None:
    delivery = bench.queue(account, "x")
    clock.forward(hours=30)
    net.before = [UnsentError(ErrorCode.OFFLINE, host="h")] * 2
    assert bench.outbox.run(delivery.id) is S.FAILED
    assert draft_state(bench, delivery) == "open"
    bench.outbox.send_again(delivery.id)
    assert draft_state(bench, delivery) == "approved"
    assert bench.outbox.run(delivery.id) is S.QUEUED


def test_back_online_nobody_waits_for_the_next_try(
    bench: Bench, net: Unreliable, account: Account
) -> None:
    offline, limited = bench.queue(account, "1"), bench.queue(account, "2")
    net.before = [UnsentError(ErrorCode.OFFLINE, host="h"), UnsentError(ErrorCode.RATE_LIMITED)]
    bench.outbox.run(offline.id)
    bench.outbox.run(limited.id)
    assert bench.outbox.retry_sooner() == [offline.id]
    assert [d.id for d in bench.outbox.claimable()] == [offline.id]


@pytest.mark.parametrize("published", [True, False])
def test_an_unforeseen_error_while_sending_is_unknown_and_told_as_a_bug(
    bench: Bench, net: Unreliable, account: Account, published: bool
) -> None:
    delivery = bench.queue(account, "secret words")
    (net.after if published else net.before).append(ZeroDivisionError("secret words"))
    with pytest.raises(BugError) as told:
        bench.outbox.run(delivery.id)
    assert "secret words" not in str(told.value)
    assert bench.state(delivery) is S.UNKNOWN
    resolved = bench.outbox.resolve_unknown(delivery.id)
    assert resolved is (S.PUBLISHED if published else S.FAILED)
    assert timeline(bench) == ["secret words"] * published


def test_an_unforeseen_error_before_sending_is_a_failure(bench: Bench, account: Account) -> None:
    delivery = bench.queue(account, "x")
    del bench.adapters["practice"]
    with pytest.raises(BugError, match="no_adapter"):
        bench.outbox.run(delivery.id)
    assert bench.state(delivery) is S.FAILED


def test_an_account_that_moved_to_the_other_sphere_gets_nothing(
    bench: Bench, account: Account
) -> None:
    delivery = bench.queue(account, "x")
    with bench.store.write() as tx:
        tx.accounts.remove(account.id)
        tx.accounts.add(replace(account, sphere=Sphere.PERSONAL))
    with pytest.raises(BugError, match="delivery_of_two_spheres"):
        bench.outbox.run(delivery.id)
    assert bench.state(delivery) is S.FAILED
    assert timeline(bench) == []


def test_a_removed_account_is_said(bench: Bench, account: Account) -> None:
    delivery = bench.queue(account, "x")
    with bench.store.write() as tx:
        tx.accounts.remove(account.id)
    assert bench.outbox.run(delivery.id) is S.FAILED
    assert bench.delivery(delivery.id).error == ErrorCode.NO_LONGER_THERE
    with pytest.raises(KnownError, match="no_longer_there"):
        bench.outbox.send_again(delivery.id)


def unknown(bench: Bench, net: Unreliable, account: Account, *, published: bool) -> Delivery:
    delivery = bench.queue(account, "x")
    error = OutcomeUnknownError(ErrorCode.OUTCOME_UNKNOWN, network="practice")
    (net.after if published else net.before).append(error)
    assert bench.outbox.run(delivery.id) is S.UNKNOWN
    return delivery


def test_an_unknown_one_stays_so_while_nobody_can_be_asked(
    bench: Bench, net: Unreliable, account: Account
) -> None:
    delivery = unknown(bench, net, account, published=True)
    net.looking = [UnsentError(ErrorCode.OFFLINE, host="h"), KnownError(ErrorCode.NOT_AN_API)]
    assert bench.outbox.resolve_unknown(delivery.id) is S.UNKNOWN
    assert bench.outbox.resolve_unknown(delivery.id) is S.UNKNOWN
    assert bench.outbox.resolve_unknown(delivery.id) is S.PUBLISHED
    assert bench.outbox.resolve_unknown(delivery.id) is S.PUBLISHED


def test_where_the_network_cannot_be_searched_the_person_answers(
    bench: Bench, net: Unreliable, account: Account
) -> None:
    net.capabilities = replace(net.capabilities, can_find=False)
    there = unknown(bench, net, account, published=True)
    absent = unknown(bench, net, account, published=False)
    assert bench.outbox.resolve_unknown(there.id) is S.UNKNOWN
    link = "https://example.com/post/1"
    assert bench.outbox.answer_unknown(there.id, True, link) is S.PUBLISHED
    with bench.store.read() as tx:
        receipt = tx.deliveries.receipt(there.id)
    assert receipt is not None and receipt.url == link
    assert bench.outbox.answer_unknown(absent.id, False, None) is S.FAILED
    assert draft_state(bench, absent) == "open"
    for delivery in (there, absent):
        with pytest.raises(KnownError, match="too_late"):
            bench.outbox.answer_unknown(delivery.id, True, None)


@pytest.mark.parametrize("typed", [None, "", "javascript:alert(1)", "somewhere", "file:///etc"])
def test_only_a_web_address_becomes_a_link(
    bench: Bench, net: Unreliable, account: Account, typed: str | None
) -> None:
    delivery = unknown(bench, net, account, published=True)
    assert bench.outbox.answer_unknown(delivery.id, True, typed) is S.PUBLISHED
    with bench.store.read() as tx:
        receipt = tx.deliveries.receipt(delivery.id)
    assert receipt is not None and receipt.url is None


def test_a_draft_edited_since_stays_on_the_desk_when_the_old_text_is_sent_again(
    bench: Bench, clock: HandClock, net: Unreliable, account: Account
) -> None:
    delivery = bench.queue(account, "x")
    net.before = [KnownError(ErrorCode.REFUSED_BY_NETWORK, network="practice")]
    assert bench.outbox.run(delivery.id) is S.FAILED
    clock.forward(minutes=1)
    with bench.store.write() as tx:
        draft = tx.drafts.get(delivery.draft_id)
        assert draft is not None
        tx.drafts.save(replace(draft, updated_at=clock.now()))
    bench.outbox.send_again(delivery.id)
    assert bench.outbox.run(delivery.id) is S.PUBLISHED
    assert draft_state(bench, delivery) == "open"


def test_an_end_that_could_not_be_written_is_found_by_looking(
    bench: Bench, net: Unreliable, account: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    delivery = bench.queue(account, "x")
    real_write = bench.store.write

    def disk_full(*, durable: bool = False) -> Any:
        if bench.state(delivery) is S.SENDING and timeline(bench):
            raise KnownError(ErrorCode.STORAGE_FULL, path="profile.db")
        return real_write(durable=durable)

    with monkeypatch.context() as patch:
        patch.setattr(bench.store, "write", disk_full)
        with pytest.raises(KnownError, match="storage_full"):
            bench.outbox.run(delivery.id)
    assert bench.state(delivery) is S.SENDING
    assert bench.outbox.recover() == [delivery.id]
    assert bench.outbox.resolve_unknown(delivery.id) is S.PUBLISHED
    assert timeline(bench) == ["x"]
