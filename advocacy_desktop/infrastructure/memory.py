"""Keeping the process small on Linux, where each thread would otherwise get a heap of its own."""

import gc
import sys

_TRIM_THRESHOLD = -1  # M_TRIM_THRESHOLD of malloc.h
_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h


def share_one_heap() -> None:
    """Let all threads share one heap, and give free memory back (glibc's ``mallopt(3)``).

    Saves some 3 MB at rest. The workers wait for SQLite and for
    the network far longer than for the lock of the heap.
    """
    if not sys.platform.startswith("linux"):
        return
    from ctypes import CDLL

    libc = CDLL(None)
    if hasattr(libc, "mallopt"):  # musl has none, and needs none.
        libc.mallopt(_ARENA_MAX, 1)
        libc.mallopt(_TRIM_THRESHOLD, 64 * 1024)


def give_back() -> None:
    """Return to the operating system what loading needed and nothing uses any more."""
    gc.collect()
    if not sys.platform.startswith("linux"):
        return
    from ctypes import CDLL

    libc = CDLL(None)
    if hasattr(libc, "malloc_trim"):
        libc.malloc_trim(0)
