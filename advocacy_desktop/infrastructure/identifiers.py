"""Fresh names: the only randomness of the program."""

import secrets
import threading
import time
import uuid
from collections.abc import Callable

TID_ALPHABET = "234567abcdefghijklmnopqrstuvwxyz"
"""Base 32 whose digits sort as their values do (AT Protocol, record keys of type ``tid``)."""
TID_LENGTH = 13


def encode_tid(microseconds: int, clock_id: int) -> str:
    """A TID: a zero bit, 53 bits of microseconds since 1970, 10 bits that tell writers apart."""
    value = (microseconds & (1 << 53) - 1) << 10 | clock_id & 1023
    return "".join(TID_ALPHABET[value >> 5 * place & 31] for place in range(TID_LENGTH - 1, -1, -1))


class RandomIdentifiers:
    """Identifiers for use, as ``Identifiers``; safe to share between threads."""

    def __init__(self, microseconds: Callable[[], int] = lambda: time.time_ns() // 1000) -> None:
        self._microseconds = microseconds
        self._clock_id = secrets.randbelow(1024)
        self._last = 0
        self._lock = threading.Lock()

    def new_id(self) -> str:
        """A new opaque identifier (UUID 4)."""
        return str(uuid.uuid4())

    def new_record_key(self) -> str:
        """A new TID, greater than every earlier one of this process even if the clock goes back."""
        with self._lock:
            self._last = max(self._microseconds(), self._last + 1)
            return encode_tid(self._last, self._clock_id)
