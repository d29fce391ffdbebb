"""Secrets on a real Secret Service: gnome-keyring in a private D-Bus session."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.keyring_session import KeyringSession
from support.real_parts import requires

pytestmark = requires("keyring", "secrets are kept in a real keyring only")

CANARY = "canary-7f3a-never-on-the-disk"

USE = """
import json, sys
from advocacy_desktop.domain.errors import KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.secrets import KeyringSecrets

stores = {}
def run(sphere, verb, *arguments, profile=""):
    store = stores.setdefault((sphere, profile), KeyringSecrets(Sphere(sphere), profile))
    try:
        return getattr(store, verb)(*arguments)
    except KnownError as error:
        return "!" + error.code
print(json.dumps([run(*step[0], **step[1]) for step in json.loads(sys.argv[1])]))
"""

Step = tuple[list[object], dict[str, str]]


def step(*arguments: object, **names: str) -> Step:
    return list(arguments), names


def use(session: KeyringSession, *steps: Step) -> list[object]:
    """Run the steps in a program of that session; an error is ``!code``."""
    answers: list[object] = json.loads(session.python(USE, json.dumps(steps)))
    return answers


ENTRIES = """
import secretstorage
bus = secretstorage.dbus_init()
for item in secretstorage.get_default_collection(bus).get_all_items():
    a = item.get_attributes()
    print(a["service"], a["username"], len(item.get_secret().decode().encode("utf-16-le")) // 2)
"""


def entries(session: KeyringSession) -> dict[tuple[str, str], int]:
    """What the keyring holds, seen from outside: (service, user) → UTF-16 units."""
    lines = [line.split(" ") for line in session.python(ENTRIES).splitlines()]
    return {(service, user): int(units) for service, user, units in lines}


@pytest.fixture
def home() -> Iterator[Path]:
    # pytest's own folders are too deep for the socket of a bus.
    folder = Path(tempfile.mkdtemp(prefix="adv-ring-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def session(home: Path) -> Iterator[KeyringSession]:
    with KeyringSession(home) as started:
        yield started


def test_a_secret_is_stored_read_replaced_and_removed(session: KeyringSession) -> None:
    assert use(
        session,
        step("professional", "get", "a1", "password"),
        step("professional", "set", "a1", "password", "prémière-ü-👩‍🚀"),
        step("professional", "get", "a1", "password"),
        step("professional", "set", "a1", "password", "second"),
        step("professional", "get", "a1", "password"),
        step("professional", "get", "a1", "session"),
        step("professional", "delete", "a1", ["password", "session"]),
        step("professional", "get", "a1", "password"),
        step("professional", "delete", "a1", ["password"]),
    ) == [None, None, "prémière-ü-👩‍🚀", None, "second", None, None, None, None]
    assert entries(session) == {}


def test_it_stands_under_the_name_of_its_sphere(session: KeyringSession) -> None:
    use(
        session,
        step("professional", "set", "a1", "password", "p"),
        step("personal", "set", "b2", "password", "q"),
        step("personal", "set", "b2", "password", "r", profile="second-1f"),
    )
    assert set(entries(session)) == {
        ("advocacy-desktop/professional", "a1:password"),
        ("advocacy-desktop/personal", "b2:password"),
        ("advocacy-desktop/personal/second-1f", "b2:password"),
    }


def test_one_sphere_cannot_see_or_remove_what_is_in_the_other(session: KeyringSession) -> None:
    assert use(
        session,
        step("personal", "set", "a1", "password", "private"),
        step("professional", "get", "a1", "password"),
        step("professional", "delete", "a1", ["password"]),
        step("personal", "get", "a1", "password"),
        step("personal", "get", "a1", "password", profile="other"),
    ) == [None, None, None, "private", None]


def test_a_long_secret_is_cut_to_what_windows_can_hold_and_comes_back_whole(
    session: KeyringSession,
) -> None:
    long = "é👩‍🚀abc" * 2000
    assert use(
        session,
        step("professional", "set", "a1", "token", long),
        step("professional", "get", "a1", "token"),
    ) == [None, long]
    found = entries(session)
    assert len(found) > 10
    assert max(found.values()) <= 1200


def test_a_short_secret_in_place_of_a_long_one_leaves_no_piece_of_it(
    session: KeyringSession,
) -> None:
    steps = [
        step("professional", "set", "a1", "token", text)
        for text in ("x" * 6000, "y" * 9000, "z" * 3000, "short")
    ]
    answers = use(session, *steps, step("professional", "get", "a1", "token"))
    assert answers[-1] == "short"
    assert list(entries(session)) == [("advocacy-desktop/professional", "a1:token")]


def test_it_is_there_at_the_next_login_and_the_file_holds_no_plain_text(home: Path) -> None:
    with KeyringSession(home) as first:
        use(first, step("personal", "set", "a1", "password", CANARY * 200))
        files = first.keyring_files()
    assert files
    for path in home.rglob("*"):
        if path.is_file():
            assert CANARY.encode() not in path.read_bytes(), path
    with KeyringSession(home) as second:
        assert use(second, step("personal", "get", "a1", "password")) == [CANARY * 200]


def test_a_keyring_opened_with_a_wrong_password_is_locked(home: Path) -> None:
    with KeyringSession(home) as first:
        use(first, step("personal", "set", "a1", "password", CANARY))
    with KeyringSession(home, password="wrong") as second:
        assert (
            use(
                second,
                step("personal", "get", "a1", "password"),
                step("personal", "set", "a1", "password", "other"),
                step("personal", "delete", "a1", ["password"]),
            )
            == ["!keyring_locked"] * 3
        )
    with KeyringSession(home) as third:
        assert use(third, step("personal", "get", "a1", "password")) == [CANARY]


def test_a_keyring_that_was_never_opened_is_locked(home: Path) -> None:
    # The bus starts gnome-keyring by itself; without a display its prompt cannot be shown.
    with KeyringSession(home, password=None, activation=True) as session:
        assert use(session, step("personal", "set", "a1", "password", "x")) == ["!keyring_locked"]
        assert session.has_secret_service()


def test_without_a_secret_service_the_keyring_is_missing(home: Path) -> None:
    with KeyringSession(home, password=None) as session:
        assert (
            use(
                session,
                step("personal", "get", "a1", "password"),
                step("personal", "set", "a1", "password", "x"),
            )
            == ["!keyring_missing"] * 2
        )


def test_without_a_bus_the_keyring_is_missing_and_memory_serves_for_this_run(home: Path) -> None:
    with KeyringSession(home, password=None) as session:
        del session.env["DBUS_SESSION_BUS_ADDRESS"]
        assert use(
            session,
            step("personal", "set", "a1", "password", "x"),
            step("personal", "keep_for_this_run", "a1"),
            step("personal", "set", "a1", "password", "x"),
            step("personal", "get", "a1", "password"),
            step("personal", "get", "a2", "password"),
            step("professional", "get", "a1", "password"),
        ) == ["!keyring_missing", None, None, "x", "!keyring_missing", "!keyring_missing"]
        assert use(session, step("personal", "get", "a1", "password")) == ["!keyring_missing"]


@pytest.mark.parametrize(
    "backend",
    [
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyrings.alt.file.PlaintextKeyring",
        "keyrings.alt.file.EncryptedKeyring",
    ],
)
def test_no_setting_can_lead_a_secret_anywhere_else(session: KeyringSession, backend: str) -> None:
    session.env["PYTHON_KEYRING_BACKEND"] = backend
    assert use(session, step("personal", "set", "a1", "password", "x")) == ["!keyring_missing"]
    del session.env["PYTHON_KEYRING_BACKEND"]
    config = session.home / ".config" / "python_keyring" / "keyringrc.cfg"
    config.parent.mkdir(parents=True)
    config.write_text(f"[backend]\ndefault-keyring={backend}\n", "utf-8")
    use(session, step("personal", "set", "a1", "password", "x"))
    assert ("advocacy-desktop/personal", "a1:password") in entries(session)


def test_a_service_that_ends_while_the_program_runs_is_told_and_found_again(
    session: KeyringSession,
) -> None:
    program = """
import sys
from advocacy_desktop.domain.errors import KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.secrets import KeyringSecrets
store = KeyringSecrets(Sphere.PERSONAL)
try:
    store.get("a1", "password")
except KnownError as error:
    print(error.code)
import subprocess
keyring = subprocess.Popen(
    ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
    stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
keyring.stdin.write(b"correct horse"); keyring.stdin.close()
import time
for _ in range(100):
    try:
        store.set("a1", "password", "back"); break
    except KnownError:
        time.sleep(.1)
print(store.get("a1", "password"))
keyring.terminate(); keyring.wait()
try:
    store.get("a1", "password")
except KnownError as error:
    print(error.code)
"""
    session.stop_keyring()
    assert session.python(program).split() == ["keyring_missing", "back", "keyring_missing"]
