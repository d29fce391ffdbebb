"""Record keys are valid TIDs, sort by time, and never repeat."""

import threading

from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.infrastructure.clock import SystemClock
from advocacy_desktop.infrastructure.identifiers import (
    TID_ALPHABET,
    RandomIdentifiers,
    encode_tid,
)

MOMENTS = st.integers(min_value=0, max_value=2**53 - 1)
CLOCKS = st.integers(min_value=0, max_value=1023)


@given(MOMENTS, CLOCKS)
def test_a_tid_has_13_characters_and_its_top_bit_is_zero(moment: int, clock: int) -> None:
    tid = encode_tid(moment, clock)
    assert len(tid) == 13
    assert set(tid) <= set(TID_ALPHABET)
    assert tid[0] in "234567abcdefghij"  # what the specification's pattern allows


@given(MOMENTS, MOMENTS, CLOCKS, CLOCKS)
def test_tids_sort_as_their_moments(first: int, second: int, a: int, b: int) -> None:
    if first != second:
        assert (encode_tid(first, a) < encode_tid(second, b)) == (first < second)


def test_a_tid_known_from_elsewhere() -> None:
    # The zero value and the greatest, by the alphabet of the specification.
    assert encode_tid(0, 0) == "2222222222222"
    assert encode_tid(2**53 - 1, 1023) == "b" + "z" * 12


@given(st.lists(st.integers(0, 2**50), min_size=2, max_size=30))
def test_keys_grow_even_when_the_clock_stands_or_goes_back(moments: list[int]) -> None:
    clock = iter(moments)
    names = RandomIdentifiers(lambda: next(clock))
    keys = [names.new_record_key() for _ in moments]
    assert keys == sorted(set(keys))


def test_threads_never_get_the_same_key() -> None:
    names = RandomIdentifiers(lambda: 5)
    keys: list[str] = []

    def draw() -> None:
        keys.extend(names.new_record_key() for _ in range(500))

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(keys)) == 2000


def test_the_clock_is_aware_and_in_utc() -> None:
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert now.tzname() == "UTC"
