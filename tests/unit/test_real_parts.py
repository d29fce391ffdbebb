"""A missing real part is told, never passed over."""

import pytest

from support import real_parts


@pytest.fixture
def without_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(real_parts.PROBES, "moon", lambda: "not installed: moon")
    monkeypatch.setattr(real_parts, "_answers", {})


def test_on_a_persons_computer_a_missing_part_skips_with_its_reason(
    without_anything: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(real_parts, "IN_CI", False)
    with pytest.raises(pytest.skip.Exception, match="not installed: moon.*for the tides"):
        real_parts.need("moon", "for the tides")


def test_in_ci_a_missing_part_fails(
    without_anything: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(real_parts, "IN_CI", True)
    with pytest.raises(pytest.fail.Exception, match="not installed: moon"):
        real_parts.need("moon")


def test_a_misspelt_part_is_an_error_at_once() -> None:
    with pytest.raises(KeyError, match="keyrign"):
        real_parts.requires("keyrign")
