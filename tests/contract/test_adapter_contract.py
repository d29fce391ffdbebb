"""What every network adapter must do, held against every one: a new adapter is added by fixture."""

import threading
from dataclasses import replace

import pytest

from advocacy_desktop.domain.account import AccountStatus
from advocacy_desktop.domain.delivery import DeliveryState, deleted_at
from advocacy_desktop.domain.errors import BugError, ErrorCode, KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import SuggestionState
from support.contract_networks import Network


def test_sign_in_says_who_one_is_and_the_sign_in_holds(network: Network) -> None:
    account = network.sign_in()
    assert account.identity and account.handle and account.display_name
    assert network.adapter.check(network.bench.context(account)) is AccountStatus.READY


def test_a_wrong_password_is_told_apart(network: Network) -> None:
    if network.wrong_form is None:
        assert not network.adapter.capabilities.signs_in
        return
    http = network.bench.kits[Sphere.PROFESSIONAL].http
    with pytest.raises(KnownError) as told:
        network.adapter.sign_in(network.wrong_form, http, network.bench.clock)
    assert told.value.code == ErrorCode.WRONG_PASSWORD


def test_one_delivery_is_one_post_with_a_receipt(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    suggestion = bench.add_suggestion()
    delivery = bench.queue(account, "Grüße 👩‍🚀", suggestion_id=suggestion)
    assert bench.outbox.run(delivery.id) is DeliveryState.PUBLISHED
    assert network.texts() == ["Grüße 👩‍🚀"]
    with bench.store.read() as tx:
        receipt = tx.deliveries.receipt(delivery.id)
        attempts = tx.deliveries.attempts(delivery.id)
        shared = tx.suggestions.get(suggestion)
    assert receipt is not None and delivery.record_key in receipt.remote_id
    assert [(a.number, a.outcome, a.error) for a in attempts] == [(1, "published", None)]
    assert attempts[0].finished_at is not None
    assert shared is not None and shared.state is SuggestionState.SHARED


def test_publishing_twice_under_one_key_leaves_one_post(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    delivery = replace(bench.queue(account, "Once"), state=DeliveryState.SENDING, attempts=1)
    context = bench.context(account)
    first = network.adapter.publish(context, delivery)
    again = network.adapter.publish(context, delivery)  # as if nothing were known of the first
    later = network.adapter.publish(context, replace(delivery, attempts=2))
    assert first.remote_id == again.remote_id == later.remote_id
    assert network.texts() == ["Once"]


def test_running_a_published_delivery_again_changes_nothing(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    delivery = bench.queue(account, "Once")
    for _ in range(3):
        assert bench.outbox.run(delivery.id) is DeliveryState.PUBLISHED
    assert network.texts() == ["Once"]


def test_find_tells_there_from_not_there(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    there, absent = bench.queue(account, "There"), bench.queue(account, "Absent")
    bench.outbox.run(there.id)
    context = bench.context(account)
    found = network.adapter.find(context, there)
    assert found is not None and there.record_key in found.remote_id
    assert network.adapter.find(context, absent) is None


def test_delete_takes_it_away_and_history_stays(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    delivery, other = bench.queue(account, "Gone"), bench.queue(account, "Stays")
    bench.outbox.run(delivery.id)
    bench.outbox.run(other.id)
    bench.outbox.delete_from_network(delivery.id)
    assert network.texts() == ["Stays"]
    kept = bench.delivery(delivery.id)
    assert kept.state is DeliveryState.PUBLISHED and deleted_at(kept) is not None
    assert network.adapter.find(bench.context(account), delivery) is None
    with pytest.raises(KnownError, match="too_late"):
        bench.outbox.delete_from_network(delivery.id)


def test_nothing_of_one_sphere_goes_out_by_the_other(network: Network) -> None:
    bench = network.bench
    account = network.sign_in(Sphere.PERSONAL)
    delivery = bench.queue(account, "Mine")
    with pytest.raises(BugError, match="sphere_kit_mixed"):
        bench.kits[Sphere.PROFESSIONAL].context(account, bench.media, bench.clock)
    context = bench.context(account)
    foreign = replace(delivery, sphere=Sphere.PROFESSIONAL)
    with pytest.raises(KnownError, match="sphere_mismatch"):
        network.adapter.publish(context, foreign)
    with pytest.raises(KnownError, match="sphere_mismatch"):
        network.adapter.publish(context, replace(delivery, account_id="another"))
    assert network.texts() == []


def test_no_secret_stands_in_the_ledger_or_the_profile(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    delivery = bench.queue(account, "Open words")
    bench.outbox.run(delivery.id)
    network.adapter.sign_out(bench.context(account))
    shown = bench.ledger_text()
    if network.adapter.capabilities.signs_in:
        assert "Open words" in shown and "•••" in shown
    else:
        assert shown == ""  # nothing left this computer
    assert len(network.secrets) == (3 if network.adapter.capabilities.signs_in else 0)
    written = b"".join(p.read_bytes() for p in bench.folder.rglob("*") if p.is_file())
    for secret in network.secrets:
        assert secret not in shown
        assert secret.encode() not in written


def test_the_ledger_says_what_each_act_led_to(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    delivery = bench.queue(account, "Hello")
    bench.outbox.run(delivery.id)
    bench.outbox.delete_from_network(delivery.id)
    with bench.store.read() as tx:
        lines = {entry.purpose.value: entry for entry in tx.ledger.entries()}
    if not network.adapter.capabilities.signs_in:
        assert lines == {}
        return
    assert lines["publish"].outcome == "published"
    assert lines["delete_post"].outcome == "deleted"
    assert {lines[p].audience for p in ("sign_in", "publish")} == {"professional"}
    assert all(line.as_whom.lstrip("@") == account.handle for line in lines.values())


def test_several_threads_on_one_account_send_each_post_once(network: Network) -> None:
    bench, account = network.bench, network.sign_in()
    wanted = [bench.queue(account, f"Number {n}") for n in range(4)]
    failures: list[BaseException] = []

    def work() -> None:
        try:
            for _ in range(40):
                for delivery in wanted:
                    bench.outbox.run(delivery.id)
                if all(bench.state(d) is DeliveryState.PUBLISHED for d in wanted):
                    return
        except BaseException as e:
            failures.append(e)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert sorted(network.texts()) == [f"Number {n}" for n in range(4)]
    with bench.store.read() as tx:
        assert [len(tx.deliveries.attempts(d.id)) for d in wanted] == [1, 1, 1, 1]
