"""kill -9 between send and receipt, against the real server: exactly one post in the end."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from advocacy_desktop.application.ports import SignInForm
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.delivery import AttemptOutcome, Delivery, DeliveryState
from advocacy_desktop.domain.errors import ErrorCode
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.clock import SystemClock
from support.killing_proxy import KillingProxy
from support.outbox_bench import Bench
from support.pds import PdsAccount, RealPds
from support.real_parts import ROOT

TEXT = "Whatever happens, once. 👩‍🚀"


class Scene:
    """A queued delivery, and the process that is killed while sending it."""

    def __init__(self, folder: Path, pds: RealPds, *, after_the_answer: bool) -> None:
        self.folder, self.pds = folder, pds
        self.proxy = KillingProxy(pds.url, after_the_answer=after_the_answer)
        self.person: PdsAccount = pds.create_account()
        bench = Bench(folder, SystemClock())
        form = SignInForm(self.person.handle, self.person.app_password, pds.url)
        http = bench.kits[Sphere.PROFESSIONAL].http
        identity = bench.adapters["bluesky"].sign_in(form, http, bench.clock)
        self.secrets = dict(identity.secrets)
        self.account: Account = bench.add_account(
            "bluesky", replace(identity, server=self.proxy.url)
        )
        self.suggestion = bench.add_suggestion()
        self.delivery: Delivery = bench.queue(self.account, TEXT, suggestion_id=self.suggestion)
        bench.close()

    def be_killed_while_sending(self) -> None:
        child = subprocess.Popen(
            [sys.executable, "-m", "support.outbox_child"],
            cwd=ROOT / "tests",
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'tests'}"},
        )
        self.proxy.victim = child
        task = {
            "folder": str(self.folder),
            "account": self.account.id,
            "delivery": self.delivery.id,
            "secrets": self.secrets,
        }
        out, _ = child.communicate(json.dumps(task).encode() + b"\n", timeout=60)
        assert out.decode().split() == ["started"]  # it never saw the end
        assert child.returncode == (1 if sys.platform == "win32" else -9)
        self.proxy.victim = None

    def restart(self) -> Bench:
        bench = Bench(self.folder, SystemClock())
        bench.give_secrets(self.account, self.secrets)
        return bench


@pytest.fixture(params=[True, False], ids=["after_the_answer", "before_the_request"])
def scene(request: pytest.FixtureRequest, tmp_path: Path, pds: RealPds) -> Iterator[Scene]:
    made = Scene(tmp_path, pds, after_the_answer=request.param)
    yield made
    made.proxy.close()


def test_killed_between_send_and_receipt_there_is_exactly_one_post(scene: Scene) -> None:
    scene.be_killed_while_sending()
    arrived = scene.proxy.after_the_answer
    assert len(scene.pds.posts(scene.person.did)) == (1 if arrived else 0)

    bench = scene.restart()
    assert bench.state(scene.delivery) is DeliveryState.SENDING
    assert bench.outbox.claimable() == []
    assert bench.outbox.recover() == [scene.delivery.id]
    assert bench.outbox.recover() == []
    assert bench.state(scene.delivery) is DeliveryState.UNKNOWN
    assert bench.outbox.claimable() == []
    assert bench.outbox.run(scene.delivery.id) is DeliveryState.UNKNOWN  # never sent blindly

    resolved = bench.outbox.resolve_unknown(scene.delivery.id)
    if arrived:
        assert resolved is DeliveryState.PUBLISHED
    else:
        assert resolved is DeliveryState.FAILED
        assert bench.delivery(scene.delivery.id).error == ErrorCode.NOT_PUBLISHED
        assert bench.outbox.send_again(scene.delivery.id) is DeliveryState.QUEUED
        assert bench.outbox.run(scene.delivery.id) is DeliveryState.PUBLISHED

    posts = scene.pds.posts(scene.person.did)
    assert [post["value"]["text"] for post in posts] == [TEXT]
    with bench.store.read() as tx:
        receipt = tx.deliveries.receipt(scene.delivery.id)
        outcomes = [a.outcome for a in tx.deliveries.attempts(scene.delivery.id)]
        suggestion = tx.suggestions.get(scene.suggestion)
    assert receipt is not None and receipt.remote_id == posts[0]["uri"]
    assert outcomes == [AttemptOutcome.UNKNOWN] + [AttemptOutcome.PUBLISHED] * (not arrived)
    assert suggestion is not None and suggestion.state == "shared"
    bench.close()


def test_the_line_in_the_ledger_survives_the_kill(scene: Scene) -> None:
    scene.be_killed_while_sending()
    bench = scene.restart()
    with bench.store.read() as tx:
        line = tx.ledger.entries(limit=1)[0]
    assert line.purpose == "publish" and line.status is None and TEXT in line.detail
    bench.close()
