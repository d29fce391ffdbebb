"""Tracking leaves a link; nothing else does."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.domain.tracking import remove_tracking

NAMES = st.from_regex(r"[a-z]{1,8}", fullmatch=True).filter(
    lambda name: name not in {"sig", "trk", "si", "token", "hmac", "policy", "expires", "gclid"}
)
VALUES = st.from_regex(r"[A-Za-z0-9%._~-]{0,8}", fullmatch=True)


@pytest.mark.parametrize(
    ("link", "clean", "removed"),
    [
        (
            "https://norvalis.example/a?utm_source=feed&utm_campaign=q4&li_fat_id=1",
            "https://norvalis.example/a",
            ("utm_source", "utm_campaign", "li_fat_id"),
        ),
        (
            "https://a.example/p?b=%C3%A9&fbclid=x&a=1#part",
            "https://a.example/p?b=%C3%A9&a=1#part",
            ("fbclid",),
        ),
        ("https://a.example/p?id=7", "https://a.example/p?id=7", ()),
        ("https://a.example/p", "https://a.example/p", ()),
        ("https://youtu.be/x?si=abc&t=9", "https://youtu.be/x?t=9", ("si",)),
        ("https://shop.example/x?si=abc", "https://shop.example/x?si=abc", ()),
        ("https://a.example/?UTM_Source=x", "https://a.example/", ("UTM_Source",)),
    ],
)
def test_known_names_go_and_the_rest_stays_as_it_was(
    link: str, clean: str, removed: tuple[str, ...]
) -> None:
    result = remove_tracking(link)
    assert (result.link, result.removed) == (clean, removed)


def test_a_signed_link_is_left_alone_because_any_change_breaks_it() -> None:
    signed = "https://files.example/x?utm_source=a&X-Amz-Signature=abc"
    assert remove_tracking(signed).link == signed


@given(st.lists(st.tuples(NAMES, VALUES), max_size=6), st.integers(0, 6))
def test_other_parameters_keep_their_order_and_spelling(
    pairs: list[tuple[str, str]], place: int
) -> None:
    query = [f"{name}={value}" for name, value in pairs]
    with_tracking = [*query[:place], "utm_medium=social", *query[place:]]
    link = "https://a.example/x?" + "&".join(with_tracking)
    clean = remove_tracking(link)
    assert clean.removed == ("utm_medium",)
    assert urlsplit(clean.link).query == "&".join(query)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=6))
def test_cleaning_twice_changes_nothing_more(pairs: list[tuple[str, str]]) -> None:
    link = "https://a.example/x?" + "&".join(f"{n}={v}" for n, v in [*pairs, ("gclid", "1")])
    once = remove_tracking(link).link
    assert remove_tracking(once).link == once
    assert "gclid" not in dict(parse_qsl(urlsplit(once).query))
