"""What becomes of a delivery when the server, or something between, answers badly.

Each case is one real exchange over a socket through the guarded HTTP port. The rule behind all:
a post is believed to be published only on proof, believed absent only on proof, and else nobody
claims to know.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from advocacy_desktop.application.ports import Identity, SignInForm
from advocacy_desktop.domain.account import Account, AccountStatus
from advocacy_desktop.domain.delivery import DeliveryState, Post
from advocacy_desktop.domain.errors import ErrorCode, KnownError, UnsentError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.secrets import KeyringSecrets
from support import pds_double as does
from support.outbox_bench import Bench, HandClock
from support.pds import free_port
from support.pds_double import CREATE, GET, REFRESH, RESOLVE, UPLOAD, Behaviour, PdsDouble

S, E, A = DeliveryState, ErrorCode, AccountStatus
SignedIn = tuple[Bench, PdsDouble, Account]


@pytest.fixture
def desk(bench: Bench, double: PdsDouble) -> SignedIn:
    secrets = {"access": double.access, "refresh": double.refresh}
    identity = Identity(does.DID, does.HANDLE, "Claire Morel", double.url, secrets)
    return bench, double, bench.add_account("bluesky", identity)


def run(desk: SignedIn, post: Post | str = "Hello") -> tuple[DeliveryState, str | None]:
    bench, _, account = desk
    delivery = bench.queue(account, post)
    state = bench.outbox.run(delivery.id)
    assert bench.state(delivery) is state
    return state, bench.delivery(delivery.id).error


@pytest.mark.parametrize(
    ("answers", "state", "error"),
    [
        # The network said no.
        (does.says(400, "InvalidRequest", "Record/text too long"), S.FAILED, E.REFUSED_BY_NETWORK),
        (does.says(400, "BlobTooLarge"), S.FAILED, E.PICTURE_TOO_LARGE),
        (does.says(400, "InvalidSwap"), S.FAILED, E.REFUSED_BY_NETWORK),
        (does.says(403, "ScopeMissingError"), S.FAILED, E.REFUSED_BY_NETWORK),
        (does.says(401, "AccountTakedown"), S.FAILED, E.ACCOUNT_SUSPENDED),
        (does.says(400, "AccountDeactivated"), S.FAILED, E.ACCOUNT_SUSPENDED),
        (does.says(404, "NotFound"), S.FAILED, E.REFUSED_BY_NETWORK),
        (does.says(413, "PayloadTooLarge"), S.FAILED, E.REFUSED_BY_NETWORK),
        # Something between said no, with a page; the record is not there: surely not published.
        (does.page(403), S.FAILED, E.NOT_AN_API),
        (does.page(404), S.FAILED, E.NOT_AN_API),
        (does.page(302), S.FAILED, E.NOT_AN_API),
        # Asked to wait.
        (does.says(429, "RateLimitExceeded"), S.QUEUED, E.RATE_LIMITED),
        (does.page(429), S.QUEUED, E.RATE_LIMITED),
        # The server itself failed and does not have the record.
        (does.says(500, "InternalServerError"), S.QUEUED, E.SERVER_ERROR),
        (does.says(503, "ServiceUnavailable"), S.QUEUED, E.SERVER_ERROR),
        # Nobody can know.
        (does.says(502, "UpstreamFailure"), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.says(504, "UpstreamTimeout"), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.says(408, "RequestTimeout"), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.page(500), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.page(502), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.page(200), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.hangs, S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.resets, S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.truncated, S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.cut, S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.drips, S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (does.really_utf16, S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (lambda call: call.json(200, ["no", "object"]), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (lambda call: call.json(200, {"uri": 3}), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (lambda call: call.send(200, b"[" * 100_000), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        (lambda call: call.send(200, b""), S.UNKNOWN, E.OUTCOME_UNKNOWN),
        # Published, and an answer that would not prove it: looking for the record does.
        (does.stored(does.says(500, "InternalServerError")), S.PUBLISHED, None),
        (does.stored(does.page(502)), S.PUBLISHED, None),
        (does.stored(does.page(200)), S.PUBLISHED, None),
        (does.stored(does.page(403)), S.PUBLISHED, None),
        (does.stored(does.truncated), S.PUBLISHED, None),
        (does.stored(does.really_utf16), S.PUBLISHED, None),
        (does.wrong_charset, S.PUBLISHED, None),
    ],
)  # fmt: skip
def test_answers_to_the_creation(
    desk: SignedIn, answers: Behaviour, state: DeliveryState, error: ErrorCode | None
) -> None:
    bench, double, _ = desk
    double.script[CREATE] = [answers]
    assert run(desk) == (state, error)
    assert double.count(CREATE) == 1
    assert len(double.records) == (state is S.PUBLISHED)
    # A second round by itself touches only what is surely not there, and only when its time came.
    for delivery in bench.outbox.claimable():
        raise AssertionError(f"{delivery.state} may be sent again at once")


def test_the_networks_own_words_of_refusal_are_kept(desk: SignedIn) -> None:
    bench, double, account = desk
    double.script[CREATE] = [does.says(400, "InvalidRequest", "Record/text too long")]
    delivery = bench.queue(account, "Hello")
    bench.outbox.run(delivery.id)
    data = dict(bench.delivery(delivery.id).error_data)
    assert data == {"network": "bluesky", "status": "400", "reason": "Record/text too long"}


@pytest.mark.parametrize(
    "lost", [does.hangs, does.resets, does.stored(does.hangs), does.stored(does.cut)]
)
def test_an_unknown_outcome_is_resolved_by_looking(desk: SignedIn, lost: Behaviour) -> None:
    bench, double, account = desk
    double.script[CREATE] = [lost]
    delivery = bench.queue(account, "Hello")
    assert bench.outbox.run(delivery.id) is S.UNKNOWN
    assert bench.outbox.run(delivery.id) is S.UNKNOWN  # never sent again by itself
    assert bench.outbox.claimable() == []
    double.script[GET] = [does.page(502)]
    assert bench.outbox.resolve_unknown(delivery.id) is S.UNKNOWN  # cannot be asked now
    there = len(double.records) == 1
    state = bench.outbox.resolve_unknown(delivery.id)
    assert state is (S.PUBLISHED if there else S.FAILED)
    if there:
        with pytest.raises(KnownError, match="too_late"):
            bench.outbox.send_again(delivery.id)
    else:
        assert bench.delivery(delivery.id).error == E.NOT_PUBLISHED
        assert bench.outbox.send_again(delivery.id) is S.QUEUED
        assert bench.outbox.run(delivery.id) is S.PUBLISHED
    assert len(double.records) == 1


def test_a_lost_answer_that_arrived_late_after_all_is_found_before_sending_again(
    desk: SignedIn,
) -> None:
    bench, double, account = desk
    double.script[CREATE] = [does.hangs]
    delivery = bench.queue(account, "Hello")
    bench.outbox.run(delivery.id)
    assert bench.outbox.resolve_unknown(delivery.id) is S.FAILED
    double.records[delivery.record_key] = {"text": "Hello"}  # the slow server got there at last
    bench.outbox.send_again(delivery.id)
    assert bench.outbox.run(delivery.id) is S.PUBLISHED
    assert double.count(CREATE) == 1


def test_what_cannot_be_reached_waits_and_then_goes(
    bench: Bench, clock: HandClock, double: PdsDouble, desk: SignedIn
) -> None:
    _, _, account = desk
    with bench.store.write() as tx:
        tx.accounts.save(replace(account, server=f"http://127.0.0.1:{free_port()}"))
    delivery = bench.queue(account, "Hello")
    assert bench.outbox.run(delivery.id) is S.QUEUED
    waiting = bench.delivery(delivery.id)
    assert waiting.error == E.OFFLINE
    assert waiting.not_before == clock.now() + timedelta(seconds=30)
    assert bench.outbox.run(delivery.id) is S.QUEUED  # not its time yet
    assert bench.delivery(delivery.id).attempts == 1
    with bench.store.write() as tx:
        tx.accounts.save(account)
    assert bench.outbox.retry_sooner() == [delivery.id]
    assert bench.outbox.run(delivery.id) is S.PUBLISHED
    assert len(double.records) == 1


def test_after_a_day_it_gives_up_and_the_draft_comes_back(
    bench: Bench, clock: HandClock, desk: SignedIn
) -> None:
    _, double, account = desk
    delivery = bench.queue(account, "Hello")
    tries = 0
    while bench.state(delivery) is S.QUEUED:
        double.script[CREATE] = [does.says(503, "Unavailable")]
        bench.outbox.run(delivery.id)
        clock.time = max(clock.time, bench.delivery(delivery.id).not_before)
        tries += 1
    assert bench.state(delivery) is S.FAILED
    assert bench.delivery(delivery.id).error == E.SERVER_ERROR
    assert clock.now() - delivery.approved_at <= timedelta(hours=24)
    assert 24 <= tries <= 40
    with bench.store.read() as tx:
        draft = tx.drafts.get(delivery.draft_id)
    assert draft is not None and draft.state == "open"
    assert double.records == {}


def in_seconds(clock: HandClock, seconds: int) -> datetime:
    return clock.now() + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        (lambda now: {"Retry_After": "90"}, 90),
        (lambda now: {"Retry_After": (now + timedelta(minutes=5)).strftime(
            "%a, %d %b %Y %H:%M:%S GMT")}, 300),
        (lambda now: {"ratelimit_reset": str(int(now.timestamp()) + 240)}, 240),
        (lambda now: {"ratelimit_reset": "75"}, 75),
        (lambda now: {"Retry_After": "soon", "ratelimit_reset": "75"}, 75),
        (lambda now: {"Retry_After": "0"}, 1),
        (lambda now: {"Retry_After": "-5"}, 30),
        (lambda now: {"Retry_After": "Fri, 31 Dec 1999 23:59:59 GMT"}, 1),
        (lambda now: {"ratelimit_reset": "x"}, 30),
        (lambda now: {}, 30),
    ],
)  # fmt: skip
def test_asked_to_wait_means_waiting_that_long(
    desk: SignedIn,
    clock: HandClock,
    headers: Callable[[datetime], dict[str, str]],
    seconds: int,
) -> None:
    bench, double, account = desk
    double.script[CREATE] = [does.says(429, "RateLimitExceeded", **headers(clock.now()))]
    delivery = bench.queue(account, "Hello")
    assert bench.outbox.run(delivery.id) is S.QUEUED
    assert bench.delivery(delivery.id).not_before == in_seconds(clock, seconds)
    assert bench.outbox.claimable() == []
    clock.forward(seconds=seconds)
    assert [d.id for d in bench.outbox.claimable()] == [delivery.id]
    assert bench.outbox.run(delivery.id) is S.PUBLISHED


def test_a_wait_of_years_is_no_wait_but_a_refusal(desk: SignedIn) -> None:
    desk[1].script[CREATE] = [does.says(429, "RateLimitExceeded", Retry_After="99999999999")]
    assert run(desk) == (S.FAILED, E.RATE_LIMITED)


@pytest.mark.parametrize(
    ("answers", "state", "error"),
    [
        (does.page(413), S.FAILED, E.PICTURE_TOO_LARGE),
        (does.says(413, "PayloadTooLarge"), S.FAILED, E.PICTURE_TOO_LARGE),
        (does.says(400, "BlobTooLarge"), S.FAILED, E.PICTURE_TOO_LARGE),
        (does.says(400, "InvalidMimeType"), S.FAILED, E.REFUSED_BY_NETWORK),
        (does.page(200), S.FAILED, E.NOT_AN_API),
        (does.truncated, S.FAILED, E.NOT_AN_API),
        (does.says(500, "InternalServerError"), S.QUEUED, E.SERVER_ERROR),
        (does.page(502), S.QUEUED, E.SERVER_ERROR),
        (does.says(429, "RateLimitExceeded"), S.QUEUED, E.RATE_LIMITED),
        (does.hangs, S.QUEUED, E.TIMED_OUT),
        (does.resets, S.QUEUED, E.TIMED_OUT),
    ],
)
def test_a_failed_upload_is_never_unknown(
    desk: SignedIn, answers: Behaviour, state: DeliveryState, error: ErrorCode
) -> None:
    bench, double, _ = desk
    if answers is does.truncated:
        answers = lambda call: call.send(200, b'{"blob": {"$type"')  # noqa: E731
    double.script[UPLOAD] = [answers]
    post = Post("With a picture", media=(bench.picture(b"\x89PNG not really", alt="A dot"),))
    assert run(desk, post) == (state, error)
    assert double.count(CREATE) == 0


def test_a_picture_that_changed_on_the_disk_is_not_sent(desk: SignedIn) -> None:
    bench, double, _ = desk
    picture = bench.picture(b"approved")
    bench.media.path(picture.media).write_bytes(b"swapped!")
    assert run(desk, Post("x", media=(picture,))) == (S.FAILED, E.FILE_NOT_READABLE)
    assert double.count(UPLOAD) == 0


def test_a_token_that_ran_out_is_refreshed_once_and_kept(desk: SignedIn) -> None:
    bench, double, account = desk
    double.access = "access-9"  # the server has forgotten access-1
    assert run(desk) == (S.PUBLISHED, None)
    assert (double.count(REFRESH), double.count(CREATE)) == (1, 2)
    secrets = bench.kits[Sphere.PROFESSIONAL].secrets
    assert secrets.get(account.id, "access") == "access-2"
    assert secrets.get(account.id, "refresh") == "refresh-2"
    assert run(desk, "Second") == (S.PUBLISHED, None)
    assert double.count(REFRESH) == 1


@pytest.mark.parametrize(
    "answers", [does.says(401, "AuthMissing"), does.page(401), does.says(400, "InvalidToken")]
)
def test_every_way_to_reject_a_token_leads_to_a_refresh(desk: SignedIn, answers: Behaviour) -> None:
    desk[1].script[CREATE] = [answers]
    assert run(desk) == (S.PUBLISHED, None)
    assert desk[1].count(REFRESH) == 1


@pytest.mark.parametrize(
    ("answers", "state", "error", "status"),
    [
        (does.says(400, "ExpiredToken"), S.FAILED, E.SIGN_IN_EXPIRED, A.SIGN_IN_EXPIRED),
        (does.says(401, "InvalidToken"), S.FAILED, E.SIGN_IN_EXPIRED, A.SIGN_IN_EXPIRED),
        (does.says(401, "AccountTakedown"), S.FAILED, E.ACCOUNT_SUSPENDED, A.READY),
        (does.says(500, "InternalServerError"), S.QUEUED, E.SERVER_ERROR, A.READY),
        (does.page(502), S.QUEUED, E.SERVER_ERROR, A.READY),
        (does.hangs, S.QUEUED, E.TIMED_OUT, A.READY),
        (does.page(200), S.FAILED, E.NOT_AN_API, A.READY),
        (does.says(429, "RateLimitExceeded"), S.QUEUED, E.RATE_LIMITED, A.READY),
    ],
)  # fmt: skip
def test_a_refresh_that_fails_publishes_nothing_and_doubts_nothing(
    desk: SignedIn,
    answers: Behaviour,
    state: DeliveryState,
    error: ErrorCode,
    status: AccountStatus,
) -> None:
    bench, double, account = desk
    double.access = "access-9"
    double.script[REFRESH] = [answers]
    assert run(desk) == (state, error)
    assert double.records == {}
    with bench.store.read() as tx:
        stored = tx.accounts.get(account.id)
    assert stored is not None and stored.status is status


def test_without_its_secret_an_account_says_sign_in_again(desk: SignedIn) -> None:
    bench, double, account = desk
    bench.kits[Sphere.PROFESSIONAL].secrets.delete(account.id, ["access", "refresh"])
    assert run(desk) == (S.FAILED, E.SECRET_MISSING)
    assert double.calls == []
    with bench.store.read() as tx:
        stored = tx.accounts.get(account.id)
    assert stored is not None and stored.status is AccountStatus.SIGN_IN_EXPIRED


def test_a_locked_keyring_publishes_nothing_and_can_be_sent_again(
    desk: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench, double, account = desk

    def locked(*_: object) -> str:
        raise KnownError(E.KEYRING_LOCKED)

    delivery = bench.queue(account, "Hello")
    with monkeypatch.context() as patch:
        patch.setattr(KeyringSecrets, "get", locked)
        assert bench.outbox.run(delivery.id) is S.FAILED
    assert bench.delivery(delivery.id).error == E.KEYRING_LOCKED
    assert double.calls == []
    bench.outbox.send_again(delivery.id)
    assert bench.outbox.run(delivery.id) is S.PUBLISHED


def test_a_mention_that_nobody_knows_stays_plain_text(desk: SignedIn) -> None:
    _, double, _ = desk
    known = "did:plc:zyxwvutsrqponmlkjihgfedc"
    double.script[RESOLVE] = [
        lambda call: call.json(200, {"did": known}),
        does.says(400, "InvalidRequest"),
        does.page(502),
    ]
    text = "Hi @known.test, @unknown.test and @slow.test"
    assert run(desk, text) == (S.PUBLISHED, None)
    (record,) = double.records.values()
    start = text.index("@known")
    assert record["facets"] == [
        {
            "index": {"byteStart": start, "byteEnd": start + len("@known.test")},
            "features": [{"$type": "app.bsky.richtext.facet#mention", "did": known}],
        }
    ]


def test_one_at_a_time_for_an_account_whatever_the_threads(desk: SignedIn) -> None:
    bench, double, account = desk

    def slow(call: does.Call) -> None:
        with double.lock:
            double.creating += 1
            double.most_at_once = max(double.most_at_once, double.creating)
        time.sleep(0.15)
        with double.lock:
            double.creating -= 1
        double.store(call)
        call.json(200, double.created(call))

    double.script[CREATE] = [slow, slow, slow]
    wanted = [bench.queue(account, f"{n}") for n in range(3)]
    end = time.monotonic() + 20

    def work() -> None:
        while time.monotonic() < end and len(double.records) < 3:
            for delivery in wanted:
                bench.outbox.run(delivery.id)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(double.records) == 3
    assert double.most_at_once == 1


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        (does.says(401, "AuthenticationRequired"), E.WRONG_PASSWORD),
        (does.says(401, "AuthFactorTokenRequired"), E.SECOND_FACTOR_NEEDED),
        (does.says(401, "AccountTakedown"), E.ACCOUNT_SUSPENDED),
        (does.says(400, "InvalidRequest"), E.REFUSED_BY_NETWORK),
        (does.says(429, "RateLimitExceeded"), E.RATE_LIMITED),
        (does.says(500, "InternalServerError"), E.SERVER_ERROR),
        (does.page(502), E.SERVER_ERROR),
        (does.page(200), E.NOT_AN_API),
        (does.page(404), E.NOT_AN_API),
        (does.page(302), E.NOT_AN_API),
        (lambda call: call.send(200, b'{"did": "did:p'), E.NOT_AN_API),
        (lambda call: call.json(200, {"did": "x", "accessJwt": "a"}), E.NOT_AN_API),
        (does.hangs, E.TIMED_OUT),
    ],
)
def test_answers_to_a_sign_in(
    bench: Bench, double: PdsDouble, answers: Behaviour, error: ErrorCode
) -> None:
    double.script[does.SESSION] = [answers]
    form = SignInForm(does.HANDLE, does.APP_PASSWORD, double.url)
    http = bench.kits[Sphere.PERSONAL].http
    with pytest.raises(KnownError) as told:
        bench.adapters["bluesky"].sign_in(form, http, bench.clock)
    assert told.value.code == error
    assert does.APP_PASSWORD not in repr(told.value) + bench.ledger_text()


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        (does.says(500, "InternalServerError"), E.SERVER_ERROR),
        (does.page(200), E.NOT_AN_API),
        (does.says(403, "Forbidden"), E.REFUSED_BY_NETWORK),
    ],
)
def test_a_deletion_that_fails_is_told_and_changes_nothing(
    desk: SignedIn, answers: Behaviour, error: ErrorCode
) -> None:
    bench, double, account = desk
    delivery = bench.queue(account, "Hello")
    bench.outbox.run(delivery.id)
    double.script[does.DELETE] = [answers]
    with pytest.raises(KnownError) as told:
        bench.outbox.delete_from_network(delivery.id)
    assert told.value.code == error
    bench.outbox.delete_from_network(delivery.id)  # and can be asked for again
    assert double.records == {}


def test_unsent_is_said_only_of_what_is_surely_unsent(desk: SignedIn) -> None:
    bench, double, account = desk
    double.script[CREATE] = [does.says(429, "RateLimitExceeded")]
    delivery = bench.queue(account, "Hello")
    with pytest.raises(UnsentError) as told:
        bench.adapters["bluesky"].publish(bench.context(account), delivery)
    assert told.value.data == {"network": "bluesky"}
    assert datetime.now(UTC) - delivery.approved_at < timedelta(minutes=1)
