"""Every kind of feed becomes the same kind of items; what is no feed is named."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advocacy_desktop.application.ports import FeedItem, ParsedFeed
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.suggestion import Wording
from advocacy_desktop.infrastructure.feeds.extension import NAMESPACE
from advocacy_desktop.infrastructure.feeds.reader import TolerantFeedReader
from support.feeds import TRAPS, item, json_feed, rss

ADDRESS = "https://company.example/news/feed"


def read(data: bytes, address: str = ADDRESS, content_type: str = "") -> ParsedFeed:
    return TolerantFeedReader().parse(data, address=address, content_type=content_type)


def only(data: bytes, address: str = ADDRESS) -> FeedItem:
    (found,) = read(data, address).items
    return found


# --- RSS, RDF, Atom --------------------------------------------------------------------------


def test_an_rss_item_with_everything() -> None:
    feed = read(
        rss(
            item(
                "tag:1",
                "Caf&amp;eacute; &lt;b&gt;opens&lt;/b&gt;",
                "&lt;p&gt;Come &lt;em&gt;in&lt;/em&gt;&lt;/p&gt;",
                "<link>https://company.example/cafe</link><category>Food</category>"
                "<category>Food</category><pubDate>Mon, 23 Nov 2026 08:00:00 +0100</pubDate>",
            ),
            head="<title>News</title><link>https://company.example/</link><language>fr</language>",
        )
    )
    assert (feed.title, feed.site, feed.language) == ("News", "https://company.example/", "fr")
    (found,) = feed.items
    content = found.content
    assert found.external_id == "tag:1"
    assert content.title == "Café opens"
    assert content.html == "<p>Come <em>in</em></p>"
    assert content.text == "Come in"
    assert content.link == "https://company.example/cafe"
    assert content.topics == ("Food",)
    assert content.language == "fr"
    assert content.published_at == datetime(2026, 11, 23, 7, 0, tzinfo=UTC)


def test_the_full_content_wins_over_the_summary_and_over_a_picture_caption() -> None:
    data = rss(
        item(
            "1",
            text="Short.",
            more='<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">'
            "&lt;p&gt;The long and full text.&lt;/p&gt;</content:encoded>"
            '<media:content xmlns:media="http://search.yahoo.com/mrss/" medium="image" '
            'url="https://company.example/a.jpg"><media:description>Caption</media:description>'
            "</media:content>",
        )
    )
    content = only(data).content
    assert content.text == "The long and full text."
    assert content.pictures[0].address == "https://company.example/a.jpg"


@pytest.mark.parametrize(
    "more",
    [
        '<enclosure url="/lead.jpg" type="image/jpeg" length="1"/>',
        '<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="/lead.jpg"/>',
        '<media:content xmlns:media="http://search.yahoo.com/mrss/" url="/lead.jpg" '
        'type="image/jpeg"/>',
        '<itunes:image xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
        'href="/lead.jpg"/>',
    ],
)
def test_a_picture_named_beside_the_text_leads(more: str) -> None:
    data = rss(item("1", text="&lt;img src='/inside.png'&gt;", more=more))
    assert [p.address for p in only(data).content.pictures] == [
        "https://company.example/lead.jpg",
        "https://company.example/inside.png",
    ]


def test_a_sound_file_is_no_picture() -> None:
    more = '<enclosure url="/talk.mp3" type="audio/mpeg" length="1"/>'
    assert only(rss(item("1", more=more))).content.pictures == ()


def test_rdf_is_read() -> None:
    data = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Old</title></channel>
      <item rdf:about="https://company.example/1"><title>One</title>
      <link>https://company.example/1</link></item></rdf:RDF>"""
    assert only(data).content.title == "One"


def test_atom_plain_text_keeps_its_line_breaks_and_signs() -> None:
    data = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>
      <title>One</title><content type="text">a &lt; b
second line</content></entry></feed>"""
    content = only(data).content
    assert content.text == "a < b\nsecond line"
    assert "a &lt; b<br>" in content.html


def test_relative_addresses_follow_xml_base_else_the_feeds_own_address() -> None:
    entry = '<content type="html" {}>&lt;img src="p.png"&gt;</content>'
    for base, expected in [
        ('xml:base="https://cdn.example/x/"', "https://cdn.example/x/p.png"),
        ("", "https://company.example/news/p.png"),
    ]:
        data = (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>'
            '<link href="https://elsewhere.example/"/>'
            f"<entry><id>1</id><title>x</title>{entry.format(base)}</entry></feed>"
        )
        assert only(data.encode()).content.pictures[0].address == expected


def test_the_traps_of_real_feeds() -> None:
    content = only(TRAPS).content
    assert content.title == "🎃 A release"
    assert content.text.startswith("What is new\n\nThe whole text of the entry, long enough. 🎉")
    for word in ("SCRIPT-TEXT", "script", "widgets", "cards", "emoji.example", "style"):
        assert word not in content.html + content.text
    assert [p.address for p in content.pictures] == [
        "https://invented.example/images/lead.jpg",
        "https://company.example/images/one.png",
        "https://elsewhere.example/two.gif",
    ]
    assert '<img src="media:1" alt="One">' in content.html


def test_an_xml_feed_in_another_encoding() -> None:
    data = rss(item("1", "Déjà vu")).decode().replace('"1.0"?>', '"1.0" encoding="latin-1"?>')
    assert only(data.encode("latin-1")).content.title == "Déjà vu"


def test_an_entity_bomb_neither_explodes_nor_crashes() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha">{levels}]>'
    data = bomb.encode() + rss(item("1", "&a11;")).removeprefix(b'<?xml version="1.0"?>')
    assert all(len(found.content.title) <= 300 for found in read(data).items)


def test_a_document_type_that_names_a_file_does_not_read_it(tmp_path_factory: object) -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    data += rss(item("1", "x&f;y")).removeprefix(b'<?xml version="1.0"?>')
    (found,) = read(data).items
    assert found.content.title in ("xy", "x&f;y")


# --- identity and digest ---------------------------------------------------------------------


def test_without_an_id_the_link_and_then_title_and_date_identify() -> None:
    by_link = "<item><title>A</title><link>https://company.example/a</link></item>"
    by_title = "<item><title>B</title><pubDate>Mon, 23 Nov 2026 08:00:00 GMT</pubDate></item>"
    first, second = read(rss(by_link, by_title)).items
    assert first.external_id == "https://company.example/a"
    assert second.external_id.startswith("hash:")
    assert read(rss(by_title)).items[0].external_id == second.external_id


def test_of_two_items_with_one_id_the_first_stands() -> None:
    (found,) = read(rss(item("1", "First"), item("1", "Second"))).items
    assert found.content.title == "First"


def test_an_identity_does_not_depend_on_where_the_feed_lies() -> None:
    data = rss(item("news-42"))
    here, there = only(data), only(data, "https://moved.example/x/feed")
    assert here.external_id == there.external_id == "news-42"
    assert here.content.link is None, "an opaque guid is no address"


def test_the_digest_follows_what_is_said_and_nothing_else() -> None:
    def digest(data: bytes, address: str = ADDRESS) -> str:
        return only(data, address).digest

    base = digest(rss(item("1", "A", "x")))
    assert digest(rss(item("1", "A", "x"))) == base
    assert digest(rss(item("1", "A", "x")), "https://moved.example/feed") == base
    assert digest(rss(item("1", "A", "x"), head="<title>Renamed</title>")) == base
    assert digest(rss(item("1", "B", "x"))) != base
    assert digest(rss(item("1", "A", "y"))) != base


def test_a_rebuilt_site_that_only_touches_updated_is_no_change() -> None:
    def entry(updated: str) -> bytes:
        return (
            '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id>'
            f"<title>x</title><published>2026-01-01T00:00:00Z</published>"
            f"<updated>{updated}</updated></entry></feed>"
        ).encode()

    before, after = only(entry("2026-01-02T00:00:00Z")), only(entry("2026-01-03T00:00:00Z"))
    assert before.digest == after.digest


def test_an_item_without_a_title_is_called_by_its_first_words_or_its_link() -> None:
    assert only(rss(item("1", "", "Something happened"))).content.title == "Something happened"
    bare = "<item><guid>1</guid><link>https://company.example/a</link></item>"
    assert only(rss(bare)).content.title == "https://company.example/a"


# --- JSON Feed -------------------------------------------------------------------------------


def test_a_json_item_with_everything() -> None:
    found = only(
        json_feed(
            {
                "id": 7,
                "url": "/a",
                "title": "A",
                "content_html": "<p>Text<img src='in.png'></p>",
                "content_text": "not this",
                "image": "lead.png",
                "banner_image": "https://company.example/banner.png",
                "attachments": [
                    {"url": "x.mp3", "mime_type": "audio/mpeg"},
                    {"url": "more.png", "mime_type": "image/png"},
                ],
                "date_published": "2026-11-23T09:00:00+01:00",
                "authors": [{"name": "Ann"}, {"name": "Bob"}],
                "tags": ["one", 2, "one", "<b>two</b>"],
                "language": "en-GB",
            },
        )
    )
    content = found.content
    assert found.external_id == "7"
    assert content.link == "https://company.example/a"
    assert content.text == "Text"
    assert content.author == "Ann, Bob"
    assert content.topics == ("one", "two")
    assert content.language == "en-GB"
    assert content.published_at == datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
    assert [p.address.rpartition("/")[2] for p in content.pictures] == [
        "lead.png",
        "banner.png",
        "more.png",
        "in.png",
    ]


def test_version_1_0_with_its_single_author() -> None:
    data = json_feed({"id": "1", "content_text": "Hi", "author": {"name": "Ann"}}).replace(
        b"1.1", b"1.0"
    )
    assert only(data).content.author == "Ann"


def test_content_text_is_markdown_with_its_line_breaks() -> None:
    content = only(json_feed({"id": "1", "content_text": "One\ntwo **three**"})).content
    assert content.text == "One\ntwo three"
    assert "<strong>three</strong>" in content.html


def test_the_companys_extension() -> None:
    content = only(
        json_feed(
            {
                "id": "1",
                "content_text": "x",
                "language": "fr",
                "image": "p/a.png",
                "tags": ["ignored when topics are given"],
                "_advocacy": {
                    "about": "https://company.example/about",
                    "wordings": [
                        {"text": "  One\r\nline ", "language": "en", "network": "Bluesky"},
                        {"text": "Two", "network": None},
                        "Three",
                        {"text": ""},
                        {"language": "en"},
                        42,
                    ],
                    "topics": ["Climate", "Climate", None],
                    "prompts": ["Did you work on it?"],
                    "disclosure": {"en": "I work there.", "fr": "J’y travaille."},
                    "embargo_until": "2026-11-24T09:00:00Z",
                    "expires": "2026-11-30",
                    "alt": {"p/a.png": "A plant", "unknown.png": "-", "bad": 7},
                    "feedback": "https://company.example/feedback",
                    "auto_publish": True,
                },
            }
        )
    ).content
    assert content.wordings == (
        Wording("One\nline", "en", "bluesky"),
        Wording("Two"),
        Wording("Three"),
    )
    assert content.topics == ("Climate",)
    assert content.prompts == ("Did you work on it?",)
    assert content.disclosure == "J’y travaille."
    assert content.embargo_until == datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert content.expires_at == datetime(2026, 12, 1, tzinfo=UTC), "through the day that is named"
    assert content.pictures[0].alt == "A plant"
    assert content.withdrawn is False


def test_withdrawn_is_withdrawn_only_when_it_says_so() -> None:
    for value, expected in [(True, True), (False, False), ("true", False), (1, False)]:
        data = json_feed({"id": "1", "content_text": "x", "_advocacy": {"withdrawn": value}})
        assert only(data).content.withdrawn is expected


def test_what_the_feed_says_for_all_holds_where_the_item_is_silent() -> None:
    data = json_feed(
        {"id": "1", "content_text": "x"},
        {"id": "2", "content_text": "x", "_advocacy": {"disclosure": "Mine"}},
        _advocacy={"disclosure": "I work here.", "withdrawn": True, "expires": "2020-01-01"},
    )
    first, second = read(data).items
    assert (first.content.disclosure, second.content.disclosure) == ("I work here.", "Mine")
    assert first.content.withdrawn is False
    assert first.content.expires_at is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    [
        *("id", "url", "title", "content_html", "content_text", "summary", "image", "tags"),
        *("attachments", "authors", "author", "language", "date_published", "_advocacy"),
        *("wordings", "topics", "prompts", "disclosure", "embargo_until", "expires", "alt"),
        *("withdrawn", "text", "network", "mime_type", "name"),
    ]
)


@given(st.lists(st.dictionaries(KEYS, JSON | st.dictionaries(KEYS, JSON, max_size=4)), max_size=4))
def test_ill_typed_fields_are_passed_over(items: list[dict[str, object]]) -> None:
    for found in read(json_feed(*items)).items:
        found.external_id.encode()
        found.content.title.encode()
        found.content.html.encode()


def test_half_a_character_does_not_reach_the_store() -> None:
    data = (
        b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"\\ud800","title":"\\udc00",'
    )
    data += (
        b'"content_text":"x\\ud83d","_advocacy":{"wordings":["\\ud83d"],"alt":{"\\ud83d":"x"}}}]}'
    )
    found = only(data)
    json.dumps(found.external_id, ensure_ascii=False).encode()
    for text in (found.content.title, found.content.text, found.content.wordings[0].text):
        text.encode()


# --- the XML twin ----------------------------------------------------------------------------


def test_the_extension_in_an_xml_feed() -> None:
    content = only(
        rss(
            item(
                "1",
                text="&lt;img src='p.png'&gt;",
                more=f'<a:x xmlns:a="{NAMESPACE}"/>'
                f'<wording xmlns="{NAMESPACE}" language="fr" network="bluesky">Bravo</wording>'
                f'<wording xmlns="{NAMESPACE}">Encore</wording>'
                f'<topic xmlns="{NAMESPACE}">Climate</topic>'
                f'<prompt xmlns="{NAMESPACE}">Why?</prompt>'
                f'<disclosure xmlns="{NAMESPACE}">I work there.</disclosure>'
                f'<embargo xmlns="{NAMESPACE}">2026-11-24T09:00:00Z</embargo>'
                f'<expires xmlns="{NAMESPACE}">2026-11-30T09:00:00Z</expires>'
                f'<alt xmlns="{NAMESPACE}" address="p.png">A plant</alt>'
                f'<withdrawn xmlns="{NAMESPACE}"/>',
            ),
        )
    ).content
    assert content.wordings == (Wording("Bravo", "fr", "bluesky"), Wording("Encore"))
    assert (content.topics, content.prompts) == (("Climate",), ("Why?",))
    assert content.disclosure == "I work there."
    assert content.embargo_until == datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert content.expires_at == datetime(2026, 11, 30, 9, tzinfo=UTC)
    assert content.pictures[0].alt == "A plant"
    assert content.withdrawn


# --- Markdown file ---------------------------------------------------------------------------


def test_a_markdown_file_is_a_feed_of_one_item() -> None:
    feed = read(b"# The plant\n\nIt *runs*.", "/share/plant.md", "text/markdown")
    (found,) = feed.items
    assert (feed.title, found.external_id) == ("The plant", "plant.md")
    assert (found.content.title, found.content.text) == ("The plant", "It runs.")


# --- what is no feed -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "content_type", "found"),
    [
        (b"", "application/rss+xml", "empty"),
        (b" \n\t", "", "empty"),
        (b"\xef\xbb\xbf", "", "empty"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "application/xml", "html"),
        (b"\n<!-- x --><HTML lang=en>", "", "html"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', "", "html"),
        (b"{}", "", "json"),
        (b"[1, 2]", "application/json", "json"),
        (b'{"version": "https://jsonfeed.org/version/1.1"', "", "json"),
        (b'{"version": "2.0", "items": []}', "", "json"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": {}}', "", "json"),
        (b"[" * 100_000, "", "json"),
        (b'<?xml version="1.0"?><note>hello</note>', "", "xml"),
        (b"<rss><channel><title>broken", "", "xml"),
        (b"just some words", "text/plain; charset=utf-8", "text/plain"),
        (b"\x89PNG\r\n\x1a\n\0\0", "image/png", "image/png"),
    ],
)
def test_what_is_no_feed_is_named(data: bytes, content_type: str, found: str) -> None:
    with pytest.raises(KnownError) as caught:
        read(data, content_type=content_type)
    assert caught.value.code == ErrorCode.NOT_A_FEED
    assert caught.value.data == {"address": ADDRESS, "found": found}


def test_an_empty_feed_is_a_feed() -> None:
    assert read(rss()).items == ()
    assert read(json_feed()).items == ()


def test_a_feed_with_a_broken_end_still_gives_what_it_holds() -> None:
    data = rss(item("1", "One"), item("2", "Two"))[:-40]
    assert read(data).items[0].content.title == "One"


@given(st.binary(max_size=400))
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    try:
        read(data)
    except KnownError as error:
        assert error.code == ErrorCode.NOT_A_FEED


XML_PARTS = st.sampled_from(
    [
        *("<rss>", "<feed>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<guid>"),
        *("</guid>", "<link/>", "<![CDATA[", "]]>", "&lt;script&gt;", "<script>", "&", "&#x0;"),
        *("x", "<?", "-->", '<content type="xhtml">', "<!DOCTYPE x [", "\xff"),
        "<div xmlns='http://www.w3.org/1999/xhtml'>",
    ]
)


@given(st.lists(XML_PARTS, max_size=30))
def test_no_broken_xml_crashes_the_reader(parts: list[str]) -> None:
    try:
        feed = read("".join(parts).encode("latin-1"))
    except KnownError as error:
        assert error.code == ErrorCode.NOT_A_FEED
    else:
        assert all("<script" not in i.content.html + i.content.title for i in feed.items)


# --- What no clock can show, and what no network takes -----------------------------------------


@pytest.mark.parametrize(
    ("written", "published", "expires"),
    [
        ("0001-01-01T00:00:00Z", None, None),  # "no date" in the language of many servers
        ("1970-01-01T00:00:00Z", None, None),
        ("9999-12-31T23:59:59Z", 9999, 9999),  # "never"
        ("9999-12-31T23:59:59-12:00", 9999, 9999),
        ("2026-11-23T08:00:00Z", 2026, 2026),
    ],
)
def test_a_moment_can_be_shown_in_every_time_zone(
    written: str, published: int | None, expires: int | None
) -> None:
    extension = {"expires_at": written, "embargo_until": written}
    entry = {"id": "1", "date_published": written, "content_text": "x", "_advocacy": extension}
    content = only(json_feed(entry)).content
    for moment, year in (
        (content.published_at, published),
        (content.expires_at, expires),
        (content.embargo_until, expires),
    ):
        assert (moment and moment.year) == year
        for hours in (-12, 14) if moment else ():
            assert moment and moment.astimezone(timezone(timedelta(hours=hours)))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u3000", "\u2009"])
def test_a_link_holds_no_space_of_any_kind(space: str) -> None:
    entry = {"id": "1", "url": f"https://company.example/a{space}b", "content_text": "x"}
    link = only(json_feed(entry)).content.link
    assert link is not None and not any(c.isspace() for c in link)
    assert link.startswith("https://company.example/a%") and link.endswith("b")


@pytest.mark.parametrize("trap", ["[", "![", "[a](", "[a](<"])
def test_brackets_that_are_never_closed_cost_no_time(trap: str) -> None:
    text = trap * 20_000  # minutes, if each of them is looked for to the end
    assert only(json_feed({"id": "1", "content_text": text})).content.text.startswith(trap)
