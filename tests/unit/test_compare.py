"""Own words against the company's."""

from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.domain.compare import compare, nearly_same

COMPANY = "From this week the waste heat of our data centre warms 1,200 homes in the district."


def test_a_run_of_the_companys_words_is_marked_and_the_rest_is_mine() -> None:
    text = "I was there. The waste heat of our data centre warms homes now, and I am glad."
    spans = compare(text, [COMPANY]).spans
    theirs = [text[span.start : span.end] for span in spans if not span.own]
    assert theirs == ["The waste heat of our data centre warms"]
    assert text[spans[0].start : spans[0].end] == "I was there"


def test_three_words_in_a_row_happen_by_chance_and_stay_mine() -> None:
    assert compare("waste heat of mine", [COMPANY]).own_share == 1.0


def test_a_copy_has_no_own_words_whatever_its_case_and_punctuation() -> None:
    assert compare(COMPANY.upper().replace(",", ";"), [COMPANY]).own_share < 0.2
    assert compare(COMPANY, [COMPANY]).own_share == 0.0


def test_an_empty_text_is_all_mine() -> None:
    assert compare("", [COMPANY]).own_share == 1.0
    assert compare("", [COMPANY]).spans == ()


@given(st.text(), st.lists(st.text(), max_size=3))
def test_spans_are_in_order_inside_the_text_and_never_overlap(
    text: str, company: list[str]
) -> None:
    result = compare(text, company)
    ends = 0
    for span in result.spans:
        assert ends <= span.start < span.end <= len(text)
        ends = span.end
    assert 0.0 <= result.own_share <= 1.0


@given(st.text(alphabet="abcdefg \n", min_size=8))
def test_a_text_compared_with_itself_is_never_more_mine_than_with_nothing(text: str) -> None:
    assert compare(text, [text]).own_share <= compare(text, []).own_share


def test_nearly_the_same_is_found_and_a_retelling_is_not() -> None:
    wording = "Proud to see our waste heat warm 1,200 homes in Grenoble this winter."
    assert nearly_same("So proud to see our waste heat warm 1,200 homes in Grenoble", wording)
    assert not nearly_same("I spent two winters in that basement, so this is personal.", wording)
    assert not nearly_same("", wording)
