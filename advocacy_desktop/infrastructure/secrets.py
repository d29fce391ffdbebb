"""The secrets of one sphere, in the operating system's keyring and nowhere else.

An entry is one account's part, for example its app password. Windows holds 2560 bytes, 1280
UTF-16 units, in an entry, and tokens are longer: a secret is cut into pieces.

The first entry, ``ACCOUNT:PART``, reads ``1:COUNT:ROUND:PIECE``; the other pieces are in
``ACCOUNT:PART#ROUND1``, ``#ROUND2``... A new value writes its other pieces under the other round
(``a`` or ``b``) before the first entry, which makes it valid at one stroke: whenever the program
dies, one whole value can be read. Then what is left of the old round goes.
"""

import re
import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..domain.errors import BugError, ErrorCode, KnownError
from ..domain.sphere import Sphere

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

PIECE_UNITS = 1150
"""UTF-16 units of a secret in one entry; with its head, below 1200."""
_HEAD = re.compile(r"1:(\d{1,4}):([ab]):", re.ASCII)
_NAME = re.compile(r"[\w.@+-]+")


def cut(secret: str, units: int = PIECE_UNITS) -> list[str]:
    """Pieces of at most so many UTF-16 units, no character cut in two; at least one piece."""
    pieces = [""]
    room = units
    for character in secret:
        size = 2 if ord(character) > 0xFFFF else 1
        if size > room:
            pieces.append("")
            room = units
        pieces[-1] += character
        room -= size
    return pieces


class KeyringSecrets:
    """A ``SecretStore`` of one sphere; may block for a prompt, so it belongs on a worker."""

    __slots__ = ("__backend", "__lock", "__memory", "__service", "__sphere")

    def __init__(self, sphere: Sphere, profile: str = "") -> None:
        """A store for ``sphere``; ``profile`` is empty for the person's normal profile."""
        self.__sphere = Sphere(sphere)
        self.__service = f"advocacy-desktop/{self.__sphere}" + (f"/{profile}" if profile else "")
        self.__backend: KeyringBackend | None = None
        self.__memory: dict[str, dict[str, str]] = {}
        self.__lock = threading.RLock()

    @property
    def sphere(self) -> Sphere:
        """The only sphere that can be reached from here."""
        return self.__sphere

    @property
    def service(self) -> str:
        """Name under which the keyring lists the entries, for telling a person."""
        return self.__service

    def keep_for_this_run(self, account_id: str) -> None:
        """From now on hold this account's secrets in memory only; they end with the process."""
        with self.__lock:
            self.__memory.setdefault(account_id, {})

    def get(self, account_id: str, part: str) -> str | None:
        """The secret, or ``None`` if there is none (or not a whole one)."""
        name = _entry(account_id, part)
        with self.__lock:
            if account_id in self.__memory:
                return self.__memory[account_id].get(part)
            first = self.__read(name)
            head = _HEAD.match(first or "")
            if first is None or head is None:
                return None
            pieces: list[str | None] = [first[head.end() :]]
            pieces += [
                self.__read(f"{name}#{head[2]}{number}") for number in range(1, int(head[1]))
            ]
            whole = [piece for piece in pieces if piece is not None]
            return "".join(whole) if len(whole) == len(pieces) else None

    def set(self, account_id: str, part: str, secret: str) -> None:
        """Store the secret in place of the former one."""
        name = _entry(account_id, part)
        with self.__lock:
            if account_id in self.__memory:
                self.__memory[account_id][part] = secret
                return
            head = _HEAD.match(self.__read(name) or "")
            old = head[2] if head else "b"
            new = "a" if old == "b" else "b"
            pieces = cut(secret)
            for number, piece in enumerate(pieces[1:], start=1):
                self.__write(f"{name}#{new}{number}", piece)
            self.__write(name, f"1:{len(pieces)}:{new}:{pieces[0]}")
            self.__remove_pieces(name, old, beyond=0)
            self.__remove_pieces(name, new, beyond=len(pieces) - 1)

    def delete(self, account_id: str, parts: Sequence[str]) -> None:
        """Remove the parts; what is absent already is no error."""
        with self.__lock:
            for part in parts:
                name = _entry(account_id, part)
                if account_id in self.__memory:
                    self.__memory[account_id].pop(part, None)
                    continue
                # The first entry last: as long as it stands, a second attempt finds the rest.
                self.__remove_pieces(name, "a", beyond=0)
                self.__remove_pieces(name, "b", beyond=0)
                if self.__read(name) is not None:
                    self.__remove(name)

    def __remove_pieces(self, name: str, letter: str, *, beyond: int) -> None:
        """Remove pieces from the last one down, so that no gap ever hides a later one."""
        for entry in reversed(list(self.__standing(name, letter, beyond))):
            self.__remove(entry)

    def __standing(self, name: str, letter: str, beyond: int) -> Iterator[str]:
        number = beyond + 1
        while self.__read(entry := f"{name}#{letter}{number}") is not None:
            yield entry
            number += 1

    def __read(self, entry: str) -> str | None:
        from .native_keyring import ask

        return ask(lambda: self.__keyring().get_password(self.__service, entry))

    def __write(self, entry: str, secret: str) -> None:
        from .native_keyring import ask

        ask(lambda: self.__keyring().set_password(self.__service, entry, secret))

    def __remove(self, entry: str) -> None:
        from .native_keyring import ask

        ask(lambda: self.__keyring().delete_password(self.__service, entry))

    def __keyring(self) -> "KeyringBackend":
        """Looked for anew until there is one: a person may start it while the program runs."""
        from .native_keyring import find_backend

        if self.__backend is None:
            self.__backend = find_backend()
        return self.__backend


def _entry(account_id: str, part: str) -> str:
    for name in (account_id, part):
        if not _NAME.fullmatch(name):
            raise BugError("secret_entry_name")
    return f"{account_id}:{part}"


def keyring_state() -> ErrorCode | None:
    """Whether a keyring is there at all: ``None``, or ``KEYRING_MISSING``. Opens no prompt."""
    from .native_keyring import ask, find_backend

    try:
        ask(find_backend, seconds=10)
    except KnownError as error:
        return ErrorCode(error.code)
    return None
