"""Findings on a draft before it is published."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from advocacy_desktop.domain.checks import (
    Check,
    CheckCode,
    Severity,
    blockers,
    check_draft,
    says_where_one_works,
)
from advocacy_desktop.domain.compose import compose_post
from advocacy_desktop.domain.draft import Draft, DraftBody, DraftMedia
from advocacy_desktop.domain.limits import BLUESKY, PRACTICE, NetworkRules
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.domain.suggestion import (
    Revision,
    Suggestion,
    SuggestionContent,
    SuggestionState,
    Wording,
)

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
CONTENT = SuggestionContent(
    title="Heat",
    html="<p>Heat</p>",
    text="Heat",
    link="https://norvalis.example/heat",
    wordings=(Wording("Proud to see our waste heat warm 1,200 homes in Grenoble."),),
    disclosure="I work at Norvalis.",
)


def suggestion(**changes: object) -> Suggestion:
    content = replace(CONTENT, **changes)  # type: ignore[arg-type]
    return Suggestion(
        "s", "src", "x", SuggestionState.DRAFTING, NOW, NOW, Revision(1, NOW, "d", content)
    )


def findings(
    body: DraftBody,
    about: Suggestion | None = None,
    *,
    networks: tuple[NetworkRules, ...] = (BLUESKY,),
    sphere: Sphere = Sphere.PROFESSIONAL,
) -> dict[CheckCode, Check]:
    draft = Draft("d", sphere, body, NOW, NOW, about.id if about else None)
    posts = [(rules, compose_post(body, rules)) for rules in networks]
    return {check.code: check for check in check_draft(draft, about, posts, now=NOW)}


def test_nothing_written_blocks() -> None:
    assert findings(DraftBody())[CheckCode.EMPTY].severity is Severity.BLOCKER


def test_no_account_chosen_blocks() -> None:
    assert CheckCode.NO_ACCOUNT in findings(DraftBody(text="x"), networks=())


def test_three_hundred_graphemes_fit_bluesky_and_one_more_blocks() -> None:
    family = "👩‍👩‍👧‍👦"
    assert CheckCode.TOO_LONG not in findings(DraftBody(text=family * 100 + "a" * 200))
    found = findings(DraftBody(text="é" * 301))[CheckCode.TOO_LONG]
    assert (found.severity, found.data["over"]) == (Severity.BLOCKER, "1")


def test_three_thousand_bytes_bind_before_three_hundred_graphemes() -> None:
    family = "👩‍👩‍👧‍👦"  # 25 bytes of UTF-8, one grapheme
    assert CheckCode.TOO_LONG in findings(DraftBody(text=family * 121))


def test_a_text_too_long_for_one_network_names_that_network_once() -> None:
    body = DraftBody(text="a" * 301)
    draft = Draft("d", Sphere.PROFESSIONAL, body, NOW, NOW)
    posts = [(rules, compose_post(body, rules)) for rules in (BLUESKY, PRACTICE, BLUESKY)]
    long = [c for c in check_draft(draft, None, posts, now=NOW) if c.code is CheckCode.TOO_LONG]
    assert [check.data["network"] for check in long] == ["Bluesky"]


def test_a_picture_without_description_is_advice_and_never_blocks() -> None:
    picture = DraftMedia("a" * 64, "image/png", 10, 4, 3)
    found = findings(DraftBody(text="x", media=(picture,)))
    assert found[CheckCode.NO_DESCRIPTION].severity is Severity.ADVICE
    described = replace(picture, alt="Two engineers")
    assert CheckCode.NO_DESCRIPTION not in findings(DraftBody(text="x", media=(described,)))


def test_a_fifth_picture_blocks_on_bluesky() -> None:
    picture = DraftMedia("a" * 64, "image/png", 10, 4, 3, alt="x")
    assert CheckCode.TOO_MANY_PICTURES in findings(DraftBody(text="x", media=(picture,) * 5))


@pytest.mark.parametrize(
    "text",
    [
        "It warms homes. I work at Norvalis!",
        "I WORK AT  NORVALIS and like it",
        "Je travaille chez Norvalis depuis dix ans.",
        "Chez nous, la chaleur sert.",
    ],
)
def test_saying_in_the_text_that_one_works_there_is_enough(text: str) -> None:
    found = findings(DraftBody(text=text), suggestion())
    assert found[CheckCode.DISCLOSED].severity is Severity.FINE
    assert CheckCode.NO_DISCLOSURE not in found


@pytest.mark.parametrize("text", ["It warms homes.", "Great! #partner", "Norvalis heats. #ad"])
def test_a_vague_tag_or_nothing_at_all_is_not(text: str) -> None:
    found = findings(DraftBody(text=text), suggestion())
    assert found[CheckCode.NO_DISCLOSURE].severity is Severity.ADVICE


def test_own_content_is_not_asked_for_a_disclosure() -> None:
    assert CheckCode.NO_DISCLOSURE not in findings(DraftBody(text="My holidays"))


def test_typographic_apostrophes_do_not_hide_a_disclosure() -> None:
    assert says_where_one_works("C’est chez nous", None)
    assert says_where_one_works("J’y suis : je travaille à L’Usine.", "Je travaille à L'Usine")


def test_the_companys_words_are_advised_against() -> None:
    body = DraftBody(text="Proud to see our waste heat warm 1,200 homes in Grenoble")
    assert findings(body, suggestion())[CheckCode.COMPANY_WORDS].severity is Severity.ADVICE


def test_tracking_is_found_in_the_link_and_in_the_text() -> None:
    tracked = "https://a.example/?utm_source=x"
    assert CheckCode.TRACKING in findings(DraftBody(text="x", link=tracked))
    found = findings(DraftBody(text=f"see {tracked} now"))[CheckCode.TRACKING]
    assert found.data["removed"] == "utm_source"


def test_an_embargo_blocks_until_its_hour_and_not_after() -> None:
    body = DraftBody(text="I work at Norvalis.")
    later = suggestion(embargo_until=NOW + timedelta(minutes=1))
    assert findings(body, later)[CheckCode.EMBARGOED].severity is Severity.BLOCKER
    assert CheckCode.EMBARGOED not in findings(body, suggestion(embargo_until=NOW))


def test_expired_and_withdrawn_are_said_and_left_to_the_employee() -> None:
    found = findings(DraftBody(text="x"), suggestion(expires_at=NOW, withdrawn=True))
    assert found[CheckCode.EXPIRED].severity is Severity.ADVICE
    assert found[CheckCode.WITHDRAWN].severity is Severity.ADVICE


def test_company_content_for_the_personal_sphere_is_said_to_cross() -> None:
    assert CheckCode.CROSSES_SPHERES in findings(
        DraftBody(text="x"), suggestion(), sphere=Sphere.PERSONAL
    )


def test_blockers_come_first() -> None:
    body = DraftBody(text="a" * 301, link="https://a.example/?utm_source=x")
    draft = Draft("d", Sphere.PROFESSIONAL, body, NOW, NOW)
    checks = check_draft(draft, None, [(BLUESKY, compose_post(body, BLUESKY))], now=NOW)
    assert checks[0].severity is Severity.BLOCKER
    assert blockers(checks) == [checks[0]]
