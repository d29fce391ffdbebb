"""From a draft to the exact post of one network."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.domain.compose import compose_post
from advocacy_desktop.domain.draft import DraftBody, DraftMedia
from advocacy_desktop.domain.limits import BLUESKY, PRACTICE

PICTURE = DraftMedia("a" * 64, "image/png", 10, 4, 3, alt=" Two engineers ")
LINK = "https://norvalis.example/heat"


def test_a_link_becomes_a_card_and_the_text_stays_as_written() -> None:
    post = compose_post(DraftBody(text="Mine.", link=LINK), BLUESKY, card_title="Heat")
    assert post.text == "Mine."
    assert post.card is not None
    assert (post.card.link, post.card.title) == (LINK, "Heat")


def test_where_pictures_exclude_the_card_the_link_follows_the_text() -> None:
    post = compose_post(DraftBody(text="Mine.", link=LINK, media=(PICTURE,)), BLUESKY)
    assert post.card is None
    assert post.text == f"Mine.\n\n{LINK}"
    assert post.media[0].alt == "Two engineers"


def test_a_link_that_stands_in_the_text_is_not_put_there_again() -> None:
    longer = DraftBody(text=f"See {LINK}/more", link=LINK, media=(PICTURE,))
    assert compose_post(longer, BLUESKY).text == f"See {LINK}/more\n\n{LINK}"
    post = compose_post(DraftBody(text=f"See {LINK}", link=LINK, media=(PICTURE,)), BLUESKY)
    assert post.text == f"See {LINK}"


def test_a_network_that_shows_both_gets_both() -> None:
    post = compose_post(DraftBody(text="Mine.", link=LINK, media=(PICTURE,)), PRACTICE)
    assert post.card is not None and post.media


def test_a_variant_goes_to_its_network_only() -> None:
    body = DraftBody(text="For all.", variants={"bluesky": "For Bluesky."})
    assert compose_post(body, BLUESKY).text == "For Bluesky."
    assert compose_post(body, PRACTICE).text == "For all."


def test_a_long_card_description_is_cut_with_an_ellipsis() -> None:
    post = compose_post(DraftBody(text="x", link=LINK), BLUESKY, card_description="word " * 100)
    assert post.card is not None
    assert len(post.card.description) <= 200
    assert post.card.description.endswith("…")


@given(st.text(), st.text())
def test_equal_posts_have_equal_digests_and_other_texts_others(one: str, two: str) -> None:
    first = compose_post(DraftBody(text=one), BLUESKY)
    second = compose_post(DraftBody(text=two), BLUESKY)
    assert (first.digest() == second.digest()) == (first == second)


def test_half_an_emoji_never_reaches_a_network() -> None:
    half = "\ud83d"
    picture = replace(PICTURE, alt=f"A{half}")
    body = DraftBody(text=f"x{half}", link=f"https://a.example/{half}", media=(picture,))
    for post in (compose_post(body, BLUESKY), compose_post(replace(body, media=()), BLUESKY)):
        assert str(post).encode()
        assert post.digest()
    assert BLUESKY.over(half) < 0
