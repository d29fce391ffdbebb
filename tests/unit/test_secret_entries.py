"""How a secret is laid out in entries, and what a dying program or keyring leaves behind."""

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.errors import InitError, KeyringError, KeyringLocked, NoKeyringError

from advocacy_desktop.domain.errors import AppError, BugError, KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure import native_keyring
from advocacy_desktop.infrastructure.secrets import PIECE_UNITS, KeyringSecrets, cut


class Died(BaseException):
    """The process was killed here."""


class MemoryKeyring(KeyringBackend):
    """A keyring whose every change can be the last thing the program does."""

    priority = 1

    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.changes_left = 10**9

    def _change(self) -> None:
        if self.changes_left == 0:
            raise Died
        self.changes_left -= 1

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._change()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._change()
        del self.entries[service, username]


def here(call: Callable[[], object], seconds: float | None = None) -> object:
    return call()


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> MemoryKeyring:
    memory = MemoryKeyring()
    monkeypatch.setattr(native_keyring, "find_backend", lambda: memory)
    return memory


@given(st.text(max_size=4000), st.integers(min_value=2, max_value=50))
def test_pieces_are_small_enough_and_make_the_whole(secret: str, units: int) -> None:
    pieces = cut(secret, units)
    assert "".join(pieces) == secret
    assert pieces
    for piece in pieces:
        assert len(piece.encode("utf-16-le", "surrogatepass")) <= 2 * units


LONG = [letter * (PIECE_UNITS * size) for letter, size in (("x", 3), ("y", 5), ("z", 1))]


@pytest.mark.parametrize("old", LONG)
@pytest.mark.parametrize("new", LONG)
def test_killed_at_any_change_one_whole_value_can_be_read_and_nothing_stale_survives_the_next(
    old: str, new: str, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native_keyring, "ask", here)
    for changes in range(20):
        keyring.entries.clear()
        keyring.changes_left = 10**9
        KeyringSecrets(Sphere.PERSONAL).set("a", "token", old)
        keyring.changes_left = changes
        died = False
        try:
            KeyringSecrets(Sphere.PERSONAL).set("a", "token", new)
        except Died:
            died = True
        keyring.changes_left = 10**9
        store = KeyringSecrets(Sphere.PERSONAL)
        assert store.get("a", "token") in {old, new}
        store.set("a", "token", "short")
        assert list(keyring.entries) == [("advocacy-desktop/personal", "a:token")]
        if not died:
            return
    pytest.fail("never got to the end")


@pytest.mark.parametrize("changes", range(5))
def test_killed_while_removing_a_second_removal_finds_the_rest(
    changes: int, keyring: MemoryKeyring, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(native_keyring, "ask", here)
    store = KeyringSecrets(Sphere.PERSONAL)
    store.set("a", "token", LONG[1])
    keyring.changes_left = changes
    with pytest.raises(Died):
        store.delete("a", ["token"])
    keyring.changes_left = 10**9
    assert store.get("a", "token") is None or changes == 0
    store.delete("a", ["token"])
    assert keyring.entries == {}


def test_secrets_kept_for_this_run_never_reach_the_keyring(keyring: MemoryKeyring) -> None:
    store = KeyringSecrets(Sphere.PERSONAL)
    store.keep_for_this_run("a")
    store.set("a", "token", "t")
    store.set("b", "token", "u")
    assert store.get("a", "token") == "t"
    assert list(keyring.entries) == [("advocacy-desktop/personal", "b:token")]
    store.delete("a", ["token"])
    assert store.get("a", "token") is None
    assert KeyringSecrets(Sphere.PERSONAL).get("a", "token") is None


@pytest.mark.parametrize("name", ["", "a:b", "a#1", "a/b", "a b", "a\n"])
def test_names_that_could_reach_another_entry_are_a_bug(name: str, keyring: MemoryKeyring) -> None:
    store = KeyringSecrets(Sphere.PERSONAL)
    with pytest.raises(BugError):
        store.get(name, "token")
    with pytest.raises(BugError):
        store.set("a", name, "t")


class KeychainDenied(Exception):
    """As macOS' backend calls it."""


def denied() -> None:
    try:
        raise KeychainDenied(-128, "User canceled")
    except KeychainDenied as error:
        raise KeyringLocked("Can't get password from keychain") from error


def raising(error: Exception) -> Callable[[], None]:
    def call() -> None:
        raise error

    return call


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (raising(NoKeyringError()), "keyring_missing"),
        (raising(ConnectionRefusedError()), "keyring_missing"),
        (raising(KeyringLocked()), "keyring_locked"),
        (
            raising(InitError("Failed to create the collection: Prompt dismissed..")),
            "keyring_locked",
        ),
        (denied, "keyring_denied"),
        (raising(KeyringError("refused")), "keyring_denied"),
    ],
)
def test_each_failure_has_its_own_sentence(call: Callable[[], None], code: str) -> None:
    with pytest.raises(KnownError) as told:
        native_keyring.ask(call)
    assert told.value.code == code
    assert told.value.__cause__ is not None


def test_a_mistake_of_ours_is_not_blamed_on_the_keyring() -> None:
    with pytest.raises(ZeroDivisionError):
        native_keyring.ask(lambda: 1 // 0)


def test_a_keyring_that_never_answers_does_not_hold_the_program() -> None:
    began = time.monotonic()
    with pytest.raises(KnownError) as told:
        native_keyring.ask(lambda: time.sleep(3), seconds=0.2)
    assert told.value.code == "keyring_locked"
    assert time.monotonic() - began < 2


def test_no_secret_stands_in_an_error(keyring: MemoryKeyring) -> None:
    def fail(*_: str) -> None:
        raise KeyringError("no")

    keyring.set_password = fail  # type: ignore[method-assign]
    with pytest.raises(AppError) as told:
        KeyringSecrets(Sphere.PERSONAL).set("a", "token", "canary")
    assert "canary" not in str(told.value)
    assert told.value.data == {}
