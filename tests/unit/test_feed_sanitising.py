"""Foreign HTML becomes something safe to show, and keeps what it says."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.infrastructure.feeds.markup import markdown_to_html
from advocacy_desktop.infrastructure.feeds.plain import first_words, plain_title
from advocacy_desktop.infrastructure.feeds.sanitise import Shelf, sanitise

BASE = "https://company.example/news/feed.xml"


def clean(html: str, base: str = BASE) -> tuple[str, str, Shelf]:
    shelf = Shelf(base)
    safe, text = sanitise(html, base, shelf)
    return safe, text, shelf


class Inspector(HTMLParser):
    """Reads the result as a widget would, and objects."""

    TAGS = re.compile(
        "a|abbr|b|blockquote|br|caption|cite|code|dd|del|div|dl|dt|em|figcaption|figure|h[1-6r]|i"
        "|img|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|strong|su[bp]|t(able|body|d|foot|h|head|r)"
        "|u|ul|var"
    )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert self.TAGS.fullmatch(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name != "style"
            if name == "src":
                assert tag == "img" and re.fullmatch(r"media:\d+", value or "")
            if name == "href":
                assert re.match(r"(https?://|mailto:)", value or "", re.IGNORECASE)


def assert_safe(html: str) -> None:
    Inspector().feed(html)


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
    '<img src=x onerror="alert(1)">',
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java\tscript:alert(1)">x</a>',
    '<a href="jav&#x0A;ascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="media:0">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input name=q><button>go</button></form>',
    "<style>body { background: url(https://evil.example) }</style>",
    '<p style="background: url(https://evil.example)">x</p>',
    '<div style="position:fixed;inset:0">x</div>',
    "<base href=https://evil.example/><a href=x>y</a>",
    '<link rel=stylesheet href="https://evil.example/x.css">',
    '<meta http-equiv=refresh content="0;url=https://evil.example">',
    '<object data="https://evil.example/x.swf"></object><embed src="https://evil.example">',
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    '<video poster="https://evil.example/p.png"><source src="https://evil.example/v.mp4">no</video>',
    '<img srcset="https://evil.example/a.png 2x" src="https://company.example/b.png">',
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    "<textarea><script>alert(1)</script></textarea>",
    "<a href='https://a.example' target=_top ping='https://evil.example' onclick=x()>x</a>",
]


@pytest.mark.parametrize("html", HOSTILE)
def test_what_could_act_or_phone_home_is_gone(html: str) -> None:
    safe, text, _ = clean(f"<p>before</p>{html}<p>after</p>")
    assert_safe(safe)
    for word in ("alert", "evil", "<script", "javascript:"):
        assert word not in safe.lower()
        assert word not in text.lower()
    assert "before" in text


def test_a_tag_cut_into_a_tag_becomes_harmless_text() -> None:
    safe, _, _ = clean("<scr<script>ipt>alert(1)</scr</script>ipt>")
    assert safe == "ipt&gt;alert(1)ipt&gt;"


def test_the_words_around_a_script_stay() -> None:
    _, text, _ = clean("<p>One</p><script>var two = 2;</script><p>Three</p>")
    assert text == "One\n\nThree"


@given(
    st.text(alphabet=st.sampled_from("<>/=\"' \tabcimgscriptonerrorhref:&;#x0\n-!"), max_size=300)
)
def test_no_html_of_whatever_shape_gets_through(html: str) -> None:
    safe, _, _ = clean(html)
    assert_safe(safe)


PARTS = [*HOSTILE, "<p>", "</p>", "<table>", "<b>", "\0", "x"]


@given(st.lists(st.sampled_from(PARTS)))
def test_no_mixture_of_attacks_gets_through(parts: list[str]) -> None:
    safe, text, _ = clean("".join(parts))
    assert_safe(safe)
    assert "alert(" not in safe
    assert "alert(" not in text


@given(st.text())
def test_any_text_survives_as_text(words: str) -> None:
    safe, _, _ = clean(words)
    assert_safe(safe)


def test_deep_nesting_neither_crashes_nor_stays() -> None:
    safe, text, _ = clean("<blockquote>" * 3000 + "deep" + "</blockquote>" * 3000)
    assert "deep" in text
    assert safe.count("<blockquote>") <= 40


def test_cleaning_twice_changes_nothing_more() -> None:
    once, text, _ = clean('<p>a &lt;b&gt; <a href="/x?a=1&amp;b=2">c</a></p><ul><li>d</ul>')
    assert "&lt;b&gt;" in once
    assert text == "a <b> c\n\n• d"


def test_a_link_shows_where_it_really_leads() -> None:
    safe, _, _ = clean('<a href="../blog/#top" title="Your bank">https://bank.example</a>')
    assert 'href="https://company.example/blog/#top"' in safe
    assert 'title="https://company.example/blog/#top"' in safe
    assert "Your bank" not in safe


@pytest.mark.parametrize(
    "href", ["#part", "", "http://user:pw@evil.example/", "http://[bad", "tel:+33", "http:///x"]
)
def test_a_link_to_nowhere_is_only_its_words(href: str) -> None:
    safe, _, _ = clean(f'<p><a href="{href}">words</a></p>')
    assert safe == "<p>words</p>"


def test_a_mail_address_may_be_linked() -> None:
    assert (
        'href="mailto:press@company.example"'
        in clean('<a href="mailto:press@company.example">press</a>')[0]
    )


# --- pictures --------------------------------------------------------------------------------


def test_pictures_become_numbers_and_each_address_counts_once() -> None:
    safe, _, shelf = clean(
        '<img src="/a.png" alt=""><img src="b.png" alt="B"><img src="/a.png" alt="A">'
        '<img src="https://cdn.example/c.png#x">'
    )
    assert [p.address for p in shelf.pictures] == [
        "https://company.example/a.png",
        "https://company.example/news/b.png",
        "https://cdn.example/c.png",
    ]
    assert [p.alt for p in shelf.pictures] == ["A", "B", ""]
    assert re.findall(r'src="(media:\d)"', safe) == ["media:0", "media:1", "media:0", "media:2"]


@pytest.mark.parametrize(
    "img",
    [
        '<img src="https://t.example/p.gif" width="1" height="1">',
        '<img src="https://t.example/p.gif" width="2px">',
        '<img src="https://t.example/p.gif" height=0>',
        '<img src="https://t.example/p.gif" style="width:1px; height: 1px">',
        '<img src="https://t.example/p.gif" style="display : none">',
        '<img src="https://t.example/p.gif" hidden>',
        '<img src="data:image/png;base64,AAAA">',
        '<img src="ftp://t.example/p.gif">',
        '<img src="javascript:alert(1)">',
        '<img alt="nothing">',
    ],
)
def test_counters_and_what_is_no_remote_picture_are_dropped(img: str) -> None:
    safe, _, shelf = clean(f"<p>words{img}</p>")
    assert shelf.pictures == []
    assert safe == "<p>words</p>"


@pytest.mark.parametrize("size", ['width="100%"', 'width="24"', 'width="1%"', ""])
def test_a_picture_of_any_real_size_stays(size: str) -> None:
    assert len(clean(f'<img src="/a.png" {size}>')[2].pictures) == 1


def test_an_emoji_written_as_a_picture_is_a_character_again() -> None:
    safe, text, shelf = clean('Hi <img class="wp-smiley" src="https://s.example/1.svg" alt="🎉">!')
    assert (text, shelf.pictures) == ("Hi 🎉!", [])
    assert "🎉" in safe


def test_a_site_address_written_twice_is_repaired() -> None:
    _, _, shelf = clean('<img src="https://company.example/https://company.example/i/a.jpg">')
    assert shelf.pictures[0].address == "https://company.example/i/a.jpg"


def test_beside_a_file_only_what_lies_below_it_is_a_picture() -> None:
    _, _, shelf = clean(
        '<img src="pictures/a%20b.png?x"><img src="./c.png"><img src="../d.png">'
        '<img src="/etc/e.png"><img src="x/../../f.png"><img src="file:///g.png">'
        '<img src="C:\\h.png"><img src="\\\\server\\i.png"><img src="https://w.example/j.png">',
        base="/home/me/feed.json",
    )
    assert [p.address for p in shelf.pictures] == [
        "beside:pictures/a b.png",
        "beside:c.png",
        "https://w.example/j.png",
    ]


# --- titles ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Plain", "Plain"),
        ("AT&amp;T <b>grows</b>", "AT&T grows"),
        ("  two\n lines\t here ", "two lines here"),
        ("a < b and c > d", "a < b and c > d"),
        ("Vec<T> explained", "Vec<T> explained"),
        ("R&D results", "R&D results"),
        ("<script>alert(1)</script>News", "News"),
        ("&lt;script&gt;alert(1)&lt;/script&gt; in titles", "alert(1) in titles"),
        ("one<br>two", "one two"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("be\x07ll\x00", "be ll"),
        ("🎃 Uppy 1.22", "🎃 Uppy 1.22"),
        ("👩‍💻 at work", "👩‍💻 at work"),
        ("fi&#8211;nal", "fi–nal"),
        ("lone \ud800 half", "lone ? half"),
        ("<img src=x onerror=alert(1)>Hello", "Hello"),
    ],
)
def test_titles_are_plain_text(written: str, title: str) -> None:
    assert plain_title(written) == title


@given(st.text())
def test_no_title_crashes_or_carries_a_script_tag(written: str) -> None:
    title = plain_title(written)
    assert "<script" not in title.lower()
    assert "\n" not in title
    title.encode()


def test_first_words_end_at_a_word() -> None:
    assert first_words("short") == "short"
    assert first_words("word " * 40) == "word " * 15 + "word…"


# --- Markdown --------------------------------------------------------------------------------


def from_markdown(text: str) -> tuple[str, str]:
    safe, plain, _ = clean(markdown_to_html(text))
    return safe, plain


def test_markdown_is_rendered() -> None:
    safe, text = from_markdown("# Hello\n\nSome *words* and [a link](/x).\n\n- one\n- two")
    assert "<h1>Hello</h1>" in safe
    assert "<em>words</em>" in safe
    assert 'href="https://company.example/x"' in safe
    assert text == "Hello\n\nSome words and a link.\n\n• one\n• two"


@pytest.mark.parametrize(
    "text",
    [
        "First line\nsecond line\nthird",
        "#hiring is not a heading",
        "Vec<T> and a < b & c > d",
        "snake_case_name and 3 * 4 * 5",
        "Look: <script>this is text</script>",
        "1 % of 100 € — “quoted”",
    ],
)
def test_plain_text_reads_as_it_was_written(text: str) -> None:
    safe, plain = from_markdown(text)
    assert_safe(safe)
    assert plain == text


def test_indented_text_is_no_code() -> None:
    assert "<pre>" not in from_markdown("Dear all,\n\n    this is indented.")[0]


def test_a_bare_address_is_a_link_without_its_full_stop() -> None:
    safe, _ = from_markdown("See https://company.example/a_b_c. Or (https://b.example/x).")
    assert 'href="https://company.example/a_b_c"' in safe
    assert 'href="https://b.example/x"' in safe


def test_scripts_in_markdown_are_text_or_nothing() -> None:
    safe, _ = from_markdown("[x](javascript:alert(1)) ![y](data:image/png;base64,A) <b onclick=z>")
    assert_safe(safe)
