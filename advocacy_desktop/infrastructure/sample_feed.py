"""The bundled feed of an invented company, so that the program can be tried before it is used.

Its dates stand in the file as they were on a reference day; here they are moved next to the day
on which the sample is asked for, because a sample of last year teaches nothing about a queue.
"""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

SAMPLE_ADDRESS = "sample:norvalis"
"""Address of the sample source; its pictures are named relative to it."""

SAMPLE_LANGUAGES = ("en", "fr")
"""Languages the sample is written in; English stands in for any other."""

_PAST = ("date_published", "date_modified")
_AHEAD = ("embargo_until", "expires_at")
_PICTURE = re.compile(
    r"(?:beside:|sample:(?:norvalis)?/?)?(?:pictures/)?([a-z0-9][a-z0-9-]*\.(?:png|jpg))\Z"
)


def sample_feed_bytes(language: str, now: datetime, root: Path) -> bytes:
    """Return the sample as JSON Feed 1.1, its dates moved next to ``now``.

    All dates move by the same whole number of days, so that hours stay natural and the order
    and the distances between them are kept: the largest number for which nothing was published
    after ``now``. Only an embargo and an expiry may lie ahead.

    Args:
        language: BCP 47 tag of the interface; its first part chooses the file.
        now: an aware moment. For a source already subscribed to, the moment at which it was
            added: dates that moved each day would be a new revision of every item each day.
        root: the ``resources`` folder.

    Raises:
        FileNotFoundError: the installation lacks its resources.
    """
    primary = language.replace("_", "-").split("-")[0].lower()
    name = primary if primary in SAMPLE_LANGUAGES else "en"
    path = root / "sample" / f"norvalis.{name}.json"
    feed: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    reference = _moment(feed.pop("_sample_reference"))
    published = [_moment(holder[key]) for holder, key in _dates(feed) if key in _PAST]
    newest = max(published, default=reference)
    shift = timedelta(days=(now.astimezone(UTC) - newest) // timedelta(days=1))
    for holder, key in list(_dates(feed)):
        moved = _moment(holder[key]) + shift
        holder[key] = moved.isoformat().replace("+00:00", "Z")
    return json.dumps(feed, ensure_ascii=False, indent=2).encode()


def sample_picture(name: str, root: Path) -> bytes | None:
    """Return a picture of the sample, or ``None`` for a name that is none of its own.

    Args:
        name: as the feed writes it (``pictures/heat-recovery.png``) or as the feed reader
            resolves it (``beside:pictures/heat-recovery.png``).
        root: the ``resources`` folder.
    """
    found = _PICTURE.match(name)
    if found is None:
        return None
    path = root / "sample" / "pictures" / found[1]
    return path.read_bytes() if path.is_file() else None


def _dates(feed: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Every date of the feed, as the object that holds it and its key."""
    for item in feed["items"]:
        yield from ((item, key) for key in _PAST if key in item)
        extension = item["_advocacy"]
        yield from ((extension, key) for key in _AHEAD if key in extension)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
