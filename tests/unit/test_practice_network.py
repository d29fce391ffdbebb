"""The practice account takes any name, and only a name."""

import pytest

from advocacy_desktop.application.ports import PracticePost, SignInForm
from advocacy_desktop.domain.errors import KnownError
from advocacy_desktop.networks.practice import PracticeAdapter


class Timeline(dict[str, PracticePost]):
    def put(self, post: PracticePost) -> None:
        self.setdefault(post.record_key, post)

    def remove(self, record_key: str) -> None:
        self.pop(record_key, None)


@pytest.mark.parametrize(
    ("typed", "name", "handle"),
    [
        ("Claire Morel", "Claire Morel", "claire-morel"),
        ("  Zoë   d'Été ", "Zoë d'Été", "zoe-d-ete"),
        ("田中 花子", "田中 花子", "田中-花子"),
        ("🚀", "🚀", "practice"),
    ],
)
def test_a_name_becomes_a_handle(typed: str, name: str, handle: str) -> None:
    http = object()  # nothing may be sent: there is nothing to send with
    found = PracticeAdapter(Timeline()).sign_in(SignInForm(typed), http, http)  # type: ignore[arg-type]
    assert (found.display_name, found.handle, found.server) == (name, handle, "")
    assert found.identity == f"practice:{handle}"
    assert dict(found.secrets) == {}


def test_no_name_is_no_account() -> None:
    with pytest.raises(KnownError, match="unknown_handle"):
        PracticeAdapter(Timeline()).sign_in(SignInForm("  "), object(), object())  # type: ignore[arg-type]
