"""Every known error is told in a sentence that says what is wrong and what to do."""

import pytest

from advocacy_desktop.domain.errors import BugError, ErrorCode, KnownError
from advocacy_desktop.ui.messages import code_sentence, sentence

DATA: dict[str, object] = {
    "host": "feeds.example",
    "server": "pds.example",
    "network": "bluesky",
    "identity": "claire.example",
    "account": "@claire.example",
    "handle": "claire.example",
    "address": "https://feeds.example/a.xml",
    "typed": "norvalis",
    "path": "/home/claire/a.sqlite3",
    "name": "photo.heic",
    "status": 503,
    "count": 312,
    "limit": 300,
    "size": 2_000_000,
}


@pytest.mark.parametrize("code", list(ErrorCode))
def test_every_code_has_a_sentence(code: ErrorCode) -> None:
    said = sentence(KnownError(code, **DATA))
    begins_with_data = said.startswith(tuple(str(value) for value in DATA.values()))
    assert begins_with_data or said[0].isupper() or said[0] == "“"
    assert said.rstrip().endswith(".")
    assert len(said) > 30
    assert "{" not in said
    assert "…" not in said, "it names data that the error does not carry"
    assert code.value not in said.split(), "a code is no word"


@pytest.mark.parametrize("code", list(ErrorCode))
def test_missing_data_never_hides_the_sentence(code: ErrorCode) -> None:
    assert len(code_sentence(code)) > 20


def test_the_words_of_the_network_are_passed_on() -> None:
    error = KnownError(
        ErrorCode.REFUSED_BY_NETWORK, network="bluesky", status=400, reason="Record too large"
    )
    assert "“Record too large”" in sentence(error)
    assert "Bluesky" in sentence(error)


def test_a_pause_says_until_when() -> None:
    error = KnownError(
        ErrorCode.RATE_LIMITED, network="bluesky", retry_at="2026-11-23T09:42:00+00:00"
    )
    assert ":42" in sentence(error)
    assert "few minutes" in sentence(KnownError(ErrorCode.RATE_LIMITED, network="bluesky"))


def test_a_bug_is_told_without_its_insides() -> None:
    said = sentence(BugError("impossible_move", secret="hunter2"))
    assert "hunter2" not in said
    assert "impossible_move" not in said
