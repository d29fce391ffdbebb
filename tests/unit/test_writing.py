"""What a person does to the body of a draft, without any window."""

from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.application.writing import (
    Edit,
    disclosure_edit,
    has_own_variant,
    text_of,
    texts_that_hide_the_employer,
    tracking_edits,
    with_description,
    with_link,
    with_picture,
    with_text,
    without_picture,
    without_variant,
)
from advocacy_desktop.domain.draft import DraftBody, DraftMedia
from advocacy_desktop.domain.tokens import TokenKind, find_tokens
from advocacy_desktop.domain.tracking import remove_tracking


def apply(text: str, edits: list[Edit]) -> str:
    for edit in edits:
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def test_a_variant_begins_with_the_first_key_and_ends_with_the_reset() -> None:
    body = with_text(DraftBody(), None, "For all")
    assert text_of(body, "bluesky") == "For all"
    own = with_text(body, "bluesky", "Shorter")
    assert has_own_variant(own, "bluesky")
    assert text_of(own, None) == "For all"
    assert without_variant(own, "bluesky") == body


def test_a_shared_link_loses_its_tracking_and_says_what() -> None:
    body, removed = with_link(DraftBody(), " norvalis.example/a?utm_source=x&id=7&fbclid=1 ")
    assert body.link == "https://norvalis.example/a?id=7"
    assert removed == ("utm_source", "fbclid")


def test_what_is_no_address_changes_nothing() -> None:
    body = DraftBody(link="https://norvalis.example/")
    assert with_link(body, "no address at all") == (body, ())
    assert with_link(body, "mailto:claire@norvalis.example") == (body, ())
    assert with_link(body, "https://claire:secret@norvalis.example/") == (body, ())


def test_tracking_leaves_the_text_around_its_links_alone() -> None:
    text = "𝒜 first: norvalis.com/a?utm_source=x, then https://b.example/?gclid=1&q=2!"
    assert apply(text, tracking_edits(text)) == (
        "𝒜 first: norvalis.com/a, then https://b.example/?q=2!"
    )


@given(st.text(alphabet="ab é𝒜 .,\nhtps:/?&=utm_sourcegclid#", max_size=120))
def test_after_the_edits_no_link_tracks(text: str) -> None:
    cleaned = apply(text, tracking_edits(text))
    for token in find_tokens(cleaned):
        if token.kind is TokenKind.LINK:
            assert not remove_tracking(token.value).removed


def test_the_disclosure_goes_to_the_end_and_only_where_it_is_missing() -> None:
    body = with_text(DraftBody(text="Hello."), "bluesky", "Hi. I work at Norvalis.")
    missing = texts_that_hide_the_employer(body, ["bluesky", "practice"], "I work at Norvalis.")
    assert missing == [None]
    text = apply(body.text, [disclosure_edit(body.text, "I work at Norvalis.")])
    assert text == "Hello. I work at Norvalis."
    longer = "One.\n\nTwo.\n"
    assert apply(longer, [disclosure_edit(longer, "X.")]) == "One.\n\nTwo.\n\nX."
    assert apply("", [disclosure_edit("", "X.")]) == "X."


def test_pictures_are_added_once_described_and_removed() -> None:
    picture = DraftMedia("ab" * 32, "image/png", 10, 4, 3)
    body = with_picture(with_picture(DraftBody(), picture), picture)
    assert len(body.media) == 1
    described = with_description(body, 0, "A pump")
    assert described.media[0].alt == "A pump"
    assert without_picture(described, 0).media == ()
