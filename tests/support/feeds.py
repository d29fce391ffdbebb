"""Feeds for tests, and where the real one lies."""

import json
import os
from pathlib import Path
from typing import Any

from support import real_parts


def rss(*items: str, head: str = "<title>Company news</title>") -> bytes:
    """An RSS 2.0 document."""
    start = '<?xml version="1.0"?><rss version="2.0"><channel>'
    return f"{start}{head}{''.join(items)}</channel></rss>".encode()


def item(identity: str, title: str = "Title", text: str = "Words", more: str = "") -> str:
    """An RSS item; its text is escaped by the caller where it is HTML."""
    return (
        f"<item><guid>{identity}</guid><title>{title}</title>"
        f"<description>{text}</description>{more}</item>"
    )


def json_feed(*items: dict[str, Any], **more: Any) -> bytes:
    """A JSON Feed 1.1 document."""
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Company news", **more}
    return json.dumps({**feed, "items": list(items)}).encode()


TRAPS = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>Invented company</title><link href="/atom.xml" rel="self"/>
  <link href="https://invented.example/"/><id>https://invented.example/</id>
  <entry>
    <title>\N{JACK-O-LANTERN} A release</title>
    <link href="https://invented.example/blog/1/"/><id>https://invented.example/blog/1/</id>
    <published>2026-10-30T00:00:00.000Z</published><updated>2026-11-03T11:08:15.942Z</updated>
    <content type="html"><![CDATA[<html><head></head><body>
      <h2 id="a"><a href="#a" class="headerlink" title="A"></a>What is new</h2>
      <p>The whole text of the entry, long enough. <span class="github-emoji"
      style="background-image: url(https://emoji.example/1f389.png)">\N{PARTY POPPER}</span></p>
      <img src="/images/one.png" alt="One"><img src="https://elsewhere.example/two.gif">
      <iframe src="https://cards.example/w" width="598"></iframe>
      <script async src="https://widgets.example/w.js"></script>
      <script>window.tracked = "SCRIPT-TEXT";</script></body></html>]]></content>
    <summary type="html">&lt;p&gt;The whole text&lt;/p&gt;</summary>
    <content src="https://invented.example/https://invented.example/images/lead.jpg" type="image" />
  </entry>
</feed>
""".encode()
"""The traps of real company feeds in one small Atom feed: see the test that reads it."""


def real_feeds() -> Path:
    """Folder of real feeds: ``ADVOCACY_REAL_FEEDS``, else ``shared`` beside the checkout."""
    beside = real_parts.ROOT.parent / "shared" / "data" / "real-feeds"
    return Path(real_parts.ORIGINAL_ENVIRON.get("ADVOCACY_REAL_FEEDS") or beside)


def _probe() -> str | None:
    path = real_feeds() / "uppy-atom.xml"
    return None if path.is_file() else f"not there: {os.path.basename(path)}"


real_parts.PROBES["real_feed"] = _probe
