"""The networks that the contract is held against, each with the world's view of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from advocacy_desktop.application.ports import Identity, NetworkAdapter, SignInForm
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.clock import SystemClock
from support.outbox_bench import Bench, HandClock
from support.pds import RealPds
from support.pds_double import APP_PASSWORD, HANDLE, PdsDouble


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def bench(tmp_path: Path, clock: HandClock) -> Iterator[Bench]:
    made = Bench(tmp_path, clock, read_seconds=0.6)
    yield made
    made.close()


@pytest.fixture
def double() -> Iterator[PdsDouble]:
    made = PdsDouble()
    yield made
    made.close()


@dataclass
class Network:
    """One network under the contract."""

    bench: Bench
    adapter: NetworkAdapter
    form: SignInForm
    texts: Callable[[], Sequence[str]]
    """The texts that the world can read there."""
    wrong_form: SignInForm | None = None
    secrets: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        return self.adapter.capabilities.name

    def sign_in(self, sphere: Sphere = Sphere.PROFESSIONAL) -> Account:
        identity: Identity = self.adapter.sign_in(
            self.form, self.bench.kits[sphere].http, self.bench.clock
        )
        self.secrets += tuple(identity.secrets.values())
        return self.bench.add_account(self.name, identity, sphere)


def _practice(bench: Bench) -> Network:
    def texts() -> list[str]:
        with bench.store.read() as tx:
            return [item.post.text for item in tx.practice.all()]

    return Network(bench, bench.adapters["practice"], SignInForm("Claire Morel"), texts)


def _double(bench: Bench, double: PdsDouble) -> Network:
    return Network(
        bench,
        bench.adapters["bluesky"],
        SignInForm(HANDLE, APP_PASSWORD, double.url),
        lambda: [record["text"] for record in double.records.values()],
        SignInForm(HANDLE, "zzzz-zzzz-zzzz-zzzz", double.url),
        (APP_PASSWORD,),
    )


def _real(bench: Bench, pds: RealPds) -> Network:
    person = pds.create_account()
    return Network(
        bench,
        bench.adapters["bluesky"],
        SignInForm(f"@{person.handle}", person.app_password, pds.url),
        lambda: [item["value"]["text"] for item in pds.posts(person.did)],
        SignInForm(person.handle, "zzzz-zzzz-zzzz-zzzz", pds.url),
        (person.app_password,),
    )


@pytest.fixture(params=["practice", "bluesky-double", "bluesky-real"])
def network(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Network]:
    bench = Bench(tmp_path, SystemClock())
    if request.param == "practice":
        yield _practice(bench)
    elif request.param == "bluesky-double":
        yield _double(bench, request.getfixturevalue("double"))
    else:
        yield _real(bench, request.getfixturevalue("pds"))
    bench.close()
