"""What counts as a link, a mention or a hashtag in a text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.domain.tokens import TokenKind, find_tokens


def seen(text: str) -> list[tuple[str, str, str]]:
    return [(t.kind.value, text[t.start : t.end], t.value) for t in find_tokens(text)]


@pytest.mark.parametrize(
    ("text", "shown", "address"),
    [
        ("see https://example.com/a?b=c#d now", "https://example.com/a?b=c#d", None),
        ("see https://example.com.", "https://example.com", None),
        ("(https://example.com/a)", "https://example.com/a", None),
        ("https://example.org/wiki/Ada_(name)", "https://example.org/wiki/Ada_(name)", None),
        ("(https://example.org/wiki/Ada_(name))", "https://example.org/wiki/Ada_(name)", None),
        ("« https://example.fr/é »!", "https://example.fr/é", None),
        ("“https://example.com/x”,", "https://example.com/x", None),
        ("HTTPS://EXAMPLE.COM/A", "HTTPS://EXAMPLE.COM/A", None),
        ("read example.com/path, then", "example.com/path", "https://example.com/path"),
        ("example.com", "example.com", "https://example.com"),
        ("example.com:8443/x?", "example.com:8443/x", "https://example.com:8443/x"),
        ("(www.example.co.uk)", "www.example.co.uk", "https://www.example.co.uk"),
        ("docs.rs/regex", "docs.rs/regex", "https://docs.rs/regex"),
        ("http://localhost:8000/x", "http://localhost:8000/x", None),
        ("看https://example.com/x。好", "https://example.com/x", None),
        ("seehttps://example.com/x", None, None),
        ("到 https://example.com/x。好", "https://example.com/x", None),
    ],
)
def test_links(text: str, shown: str | None, address: str | None) -> None:
    if shown is None:
        assert seen(text) == []
    else:
        assert seen(text) == [("link", shown, address or shown)]


@pytest.mark.parametrize(
    "text",
    [
        "e.g. this, i.e. that",
        "the end.So we went",
        "main.py and README.md",
        "3.14 or v2.0.1",
        "write to claire@example.com",
        "jo.fr@example.com",
        "https://",
        "https://[bad",
        "http://:80",
        "ftp://example.com/x",
        "Node.js",
        "a...b",
        "100.000",
        "example.notatld",
    ],
)
def test_what_is_no_link(text: str) -> None:
    assert seen(text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hi @claire.example.com!", "@claire.example.com"),
        ("(@claire.test)", "@claire.test"),
        ("👋 @a-b.bsky.social, hello", "@a-b.bsky.social"),
        ("@claire.test.", "@claire.test"),
        ("@Claire.Test", "@Claire.Test"),
    ],
)
def test_mentions(text: str, shown: str) -> None:
    assert seen(text) == [("mention", shown, shown[1:])]


@pytest.mark.parametrize("text", ["@claire", "a@b.test", "@@", "@.", "@1.2", "@a.test@b.test"])
def test_what_is_no_mention(text: str) -> None:
    assert [s for s in seen(text) if s[0] == "mention"] == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#news, #Énergie! (#été2026)", ["news", "Énergie", "été2026"]),
        ("#हिन्दी and #日本語", ["हिन्दी", "日本語"]),
        ("#well_made-thing", ["well_made"]),
        ("＃wide", ["wide"]),
        ("#1 #2026 # ## #_ a#b x&#39;", []),
        ("#️⃣ keycap", []),
        ("👩‍🚀#space", ["space"]),
    ],
)
def test_hashtags(text: str, tags: list[str]) -> None:
    assert [v for kind, _, v in seen(text) if kind == "hashtag"] == tags
    assert [v for kind, _, v in seen(text) if kind != "hashtag"] == []


def test_a_fragment_of_a_link_is_no_hashtag() -> None:
    assert seen("https://example.com/#top #real") == [
        ("link", "https://example.com/#top", "https://example.com/#top"),
        ("hashtag", "#real", "real"),
    ]


PIECES = st.sampled_from(
    [
        "https://",
        "example.com",
        "@",
        "#",
        ".",
        ")",
        "(",
        "/",
        " ",
        "\n",
        "é",
        "👩‍🚀",
        "a",
        "1",
        "[",
        "]",
        "#tag",
        "@a.test",
        "http://x.fr/(a)",
        "。",
        "\u200d",
        "_",
        ":",
        "99999",
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_spans_are_in_order_inside_the_text_and_never_overlap(text: str) -> None:
    end = 0
    for token in find_tokens(text):
        assert end <= token.start < token.end <= len(text)
        end = token.end
        part = text[token.start : token.end]
        match token.kind:
            case TokenKind.LINK:
                assert token.value in (part, f"https://{part}")
                assert not any(char.isspace() for char in part)
            case TokenKind.MENTION:
                assert part == f"@{token.value}"
            case TokenKind.HASHTAG:
                assert part[1:] == token.value and not token.value.isdigit()


@given(st.text())
def test_a_link_among_words_is_always_found(around: str) -> None:
    text = f"{around} https://example.com/a {around}"
    assert (TokenKind.LINK, "https://example.com/a") in [
        (t.kind, t.value) for t in find_tokens(text)
    ]


@pytest.mark.parametrize(
    "text",
    ["https://x.fr/" + ")" * 200_000, "a." * 100_000, "a" * 200_000, "a-" * 100_000, "#" * 200_000,
     "@a." * 60_000, "https://" * 25_000, "x.fr/" * 40_000],
)  # fmt: skip
def test_no_text_takes_long(text: str) -> None:
    before = time.process_time()
    find_tokens(text)
    assert time.process_time() - before < 2  # a hundred times what it takes; quadratic is minutes
