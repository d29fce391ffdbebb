"""No way through the states publishes unapproved, crosses spheres unasked, or un-publishes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.consent import Consent, ConsentKind
from advocacy_desktop.domain.delivery import (
    GRACE_SECONDS,
    Delivery,
    DeliveryEvent,
    DeliveryState,
    FrozenMedia,
    LinkCard,
    Post,
    approve,
    deleted_at,
    hold_ends,
    is_past_its_hour,
    mark_deleted,
    may_move,
    move,
    next_try_delay,
)
from advocacy_desktop.domain.draft import Draft, DraftBody
from advocacy_desktop.domain.errors import BugError, KnownError
from advocacy_desktop.domain.sphere import Sphere

S, E = DeliveryState, DeliveryEvent
NOW = datetime(2026, 11, 20, 8, tzinfo=UTC)
states = st.sampled_from(S)
events = st.sampled_from(E)
spheres = st.sampled_from(Sphere)
posts = st.builds(Post, text=st.text(max_size=5), language=st.sampled_from([None, "de"]))


def draft_in(sphere: Sphere, suggestion: str | None = None, draft_id: str = "d") -> Draft:
    return Draft(draft_id, sphere, DraftBody(text="t"), NOW, NOW, suggestion_id=suggestion)


def account_in(sphere: Sphere, account_id: str = "a") -> Account:
    return Account(account_id, sphere, "practice", "i", "h", "n", "", NOW)


def approved(draft: Draft, account: Account, post: Post, consent: Consent | None) -> Delivery:
    return approve(
        delivery_id="1",
        draft=draft,
        account=account,
        post=post,
        record_key="k",
        consent=consent,
        now=NOW,
        hold_until=NOW + timedelta(seconds=10),
    )


class Walk(RuleBasedStateMachine):
    """Any events in any order, on a delivery as approval makes it."""

    def __init__(self) -> None:
        super().__init__()
        self.state = approved(
            draft_in(Sphere.PERSONAL), account_in(Sphere.PERSONAL), Post("x"), None
        ).state
        self.path: list[DeliveryEvent] = []
        self.states = [self.state]

    @rule(event=events)
    def try_event(self, event: DeliveryEvent) -> None:
        if not may_move(self.state, event):
            with pytest.raises(BugError):
                move(self.state, event)
            return
        self.state = move(self.state, event)
        self.path.append(event)
        self.states.append(self.state)

    @invariant()
    def published_is_for_good(self) -> None:
        if S.PUBLISHED in self.states:
            assert self.states[-1] is S.PUBLISHED
            assert self.states.count(S.PUBLISHED) == 1

    @invariant()
    def a_cancelled_one_never_leaves(self) -> None:
        if S.CANCELLED in self.states:
            assert self.states[-1] is S.CANCELLED

    @invariant()
    def nothing_is_sent_within_the_hold_or_without_a_claim(self) -> None:
        for before, after in zip(self.states, self.states[1:], strict=False):
            if after is S.SENDING:
                assert before is S.QUEUED
            if after is S.PUBLISHED:
                assert before in (S.SENDING, S.UNKNOWN)
        if S.SENDING in self.states:
            assert self.path[0] is E.HOLD_ENDED

    @invariant()
    def an_unknown_one_is_never_sent_before_somebody_looked(self) -> None:
        for at, state in enumerate(self.states[:-1]):
            if state is S.UNKNOWN:
                assert self.path[at] in (E.FOUND, E.NOT_FOUND)
                assert self.states[at + 1] in (S.PUBLISHED, S.FAILED)

    @invariant()
    def what_failed_or_missed_its_hour_needs_the_person(self) -> None:
        for at, state in enumerate(self.states[:-1]):
            if state in (S.FAILED, S.MISSED):
                assert self.path[at] in (E.SEND_AGAIN, E.TAKE_BACK)


TestWalk = Walk.TestCase


def test_every_state_can_be_reached_and_only_two_are_ends() -> None:
    reached, frontier = {S.HELD}, [S.HELD]
    while frontier:
        state = frontier.pop()
        for event in E:
            if may_move(state, event) and (after := move(state, event)) not in reached:
                reached.add(after)
                frontier.append(after)
    assert reached == set(S)
    assert {s for s in S if not any(may_move(s, e) for e in E)} == {S.PUBLISHED, S.CANCELLED}


@given(spheres, spheres, posts, st.sampled_from([None, "s"]))
def test_no_account_of_the_other_sphere_is_ever_approved(
    mine: Sphere, theirs: Sphere, post: Post, suggestion: str | None
) -> None:
    assume(mine is not theirs)
    consent = Consent("c", ConsentKind.CROSS_SPHERE, "d", "a", post.digest(), NOW)
    with pytest.raises(KnownError, match="sphere_mismatch"):
        approved(draft_in(mine, suggestion), account_in(theirs), post, consent)


@given(posts, st.sampled_from(["none", "kind", "draft", "account", "post"]), posts)
def test_company_content_crosses_only_with_a_consent_for_exactly_that(
    post: Post, wrong: str, other: Post
) -> None:
    assume(other != post)
    draft, account = draft_in(Sphere.PERSONAL, "s"), account_in(Sphere.PERSONAL)
    good = Consent("c", ConsentKind.CROSS_SPHERE, "d", "a", post.digest(), NOW)
    bad: Consent | None = {
        "none": None,
        "kind": replace(good, kind=ConsentKind.SEND_FEEDBACK),
        "draft": replace(good, draft_id="another"),
        "account": replace(good, account_id="another"),
        "post": replace(good, digest=other.digest()),
    }[wrong]
    with pytest.raises(KnownError, match="consent_missing"):
        approved(draft, account, post, bad)
    delivery = approved(draft, account, post, good)
    assert (delivery.consent_id, delivery.state) == ("c", S.HELD)


@given(posts, spheres)
def test_ones_own_content_and_professional_posts_need_none(post: Post, sphere: Sphere) -> None:
    suggestion = "s" if sphere is Sphere.PROFESSIONAL else None
    delivery = approved(draft_in(sphere, suggestion), account_in(sphere), post, None)
    assert (delivery.sphere, delivery.consent_id, delivery.post) == (sphere, None, post)


def test_any_change_of_a_post_changes_its_digest() -> None:
    picture = FrozenMedia("m", "image/png", 1, 2, 3, "alt")
    card = LinkCard("https://example.com", "t", "d", picture)
    variants = [
        Post("a"), Post("b"), Post("a", "de"), Post("a", media=(picture,)),
        Post("a", media=(replace(picture, alt="other"),)), Post("a", media=(picture, picture)),
        Post("a", card=card), Post("a", card=replace(card, title="u")),
        Post("a", card=replace(card, thumbnail=None)), Post("a", visibility="unlisted"),
    ]  # fmt: skip
    assert len({post.digest() for post in variants}) == len(variants)
    assert Post("a", media=(picture,)).digest() == Post("a", media=(replace(picture),)).digest()


@given(st.integers(min_value=0, max_value=10_000))
def test_waiting_grows_and_is_never_more_than_an_hour(attempts: int) -> None:
    delay = next_try_delay(attempts)
    assert 30 <= delay <= 3600
    assert delay <= next_try_delay(attempts + 1)


def test_an_hour_of_its_own_does_not_prolong_the_hold() -> None:
    planned = replace(
        approved(draft_in(Sphere.PERSONAL), account_in(Sphere.PERSONAL), Post("x"), None),
        planned_for=NOW + timedelta(days=2),
        not_before=NOW + timedelta(days=2),
    )
    assert hold_ends(planned) == NOW + timedelta(seconds=10)
    assert not is_past_its_hour(planned, NOW + timedelta(days=2, seconds=GRACE_SECONDS))
    assert is_past_its_hour(planned, NOW + timedelta(days=2, seconds=GRACE_SECONDS + 1))
    assert not is_past_its_hour(replace(planned, planned_for=None), NOW + timedelta(days=900))


def test_deletion_is_remembered_without_leaving_published() -> None:
    delivery = replace(
        approved(draft_in(Sphere.PERSONAL), account_in(Sphere.PERSONAL), Post("x"), None),
        state=S.PUBLISHED,
    )
    assert deleted_at(delivery) is None
    gone = mark_deleted(delivery, NOW)
    assert (gone.state, deleted_at(gone)) == (S.PUBLISHED, NOW)
