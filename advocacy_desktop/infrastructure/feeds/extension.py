"""The company's additions to a feed item: wordings, embargo, expiry, prompts and more.

Tolerant by rule: what is unknown or of the wrong type is passed over, never an error. Nothing in
it can publish, choose an account or lock a text.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from ...domain.suggestion import Wording
from .plain import many_lines, one_line, plain_title, whole

KEY = "_advocacy"
"""Name of the object in JSON Feed (custom objects start with an underscore)."""

NAMESPACE = "https://advocacy-desktop.example/ns/1"
"""XML namespace of the same in RSS and Atom."""

_SHARED = ("disclosure", "topics", "prompts")
"""What a feed may say once for all of its items."""

EARLIEST = datetime(1970, 1, 2, tzinfo=UTC)
NEVER = datetime(9999, 12, 30, tzinfo=UTC)
"""The last day that is inside the calendar in every time zone."""

_MAX_LIST = 50
_MAX_TEXT = 5000


@dataclass(frozen=True, slots=True)
class Extension:
    """What the company adds to one item."""

    wordings: tuple[Wording, ...] = ()
    topics: tuple[str, ...] = ()
    prompts: tuple[str, ...] = ()
    disclosure: str | None = None
    embargo_until: datetime | None = None
    expires_at: datetime | None = None
    alts: Mapping[str, str] = field(default_factory=dict)
    """Descriptions by picture address as the feed writes it."""
    withdrawn: bool = False


def merged(of_feed: object, of_item: object) -> dict[str, Any]:
    """An item's own object, with what the feed says for all where the item is silent."""
    shared = of_feed if isinstance(of_feed, dict) else {}
    own = of_item if isinstance(of_item, dict) else {}
    return {**{key: shared[key] for key in _SHARED if key in shared}, **own}


def read_extension(found: Mapping[str, Any], language: str | None) -> Extension:
    """Read the object.

    Args:
        found: the object as decoded from JSON.
        language: of the item, to choose among texts given by language.
    """
    alts = found.get("alt")
    return Extension(
        wordings=tuple(_wordings(found.get("wordings"))),
        topics=strings(found.get("topics")),
        prompts=strings(found.get("prompts")),
        disclosure=_by_language(found.get("disclosure"), language),
        embargo_until=moment(_first(found, "embargo_until", "embargo")),
        expires_at=moment(_first(found, "expires_at", "expires"), end_of_day=True),
        alts={
            whole(key): one_line(value)
            for key, value in (alts.items() if isinstance(alts, dict) else ())
            if isinstance(key, str) and isinstance(value, str)
        },
        withdrawn=found.get("withdrawn") is True,
    )


def strings(found: object) -> tuple[str, ...]:
    """The texts of a list, each once, in order; a text alone counts as a list of one."""
    listed = [found] if isinstance(found, str) else found if isinstance(found, list) else []
    texts = (plain_title(text) for text in listed[:_MAX_LIST] if isinstance(text, str))
    return tuple(dict.fromkeys(text for text in texts if text))


def moment(found: object, *, end_of_day: bool = False) -> datetime | None:
    """A date as RFC 3339 or RFC 5322 writes it, in UTC; without a zone it is meant as UTC.

    Args:
        found: the value, of whatever type.
        end_of_day: whether a day without an hour ends with that day instead of beginning it.
    """
    if not isinstance(found, str):
        return None
    text = found.strip()
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        try:
            read = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError):
            return None
    try:
        if end_of_day and len(text) <= len("2026-11-30"):
            read += timedelta(days=1)
        aware = read if read.tzinfo is not None else read.replace(tzinfo=UTC)
        return sensible(aware.astimezone(UTC))
    except OverflowError:
        return NEVER if read.year > EARLIEST.year else None


def sensible(read: datetime) -> datetime | None:
    """A moment that any clock can show, wherever on Earth.

    Programs write year 1 for "no date", and year 9999 for "never": of the first nothing is left,
    and the second stays in force.
    """
    return None if read < EARLIEST else min(read, NEVER)


def _wordings(found: object) -> list[Wording]:
    wordings = []
    for entry in (found if isinstance(found, list) else [])[:_MAX_LIST]:
        fields = {"text": entry} if isinstance(entry, str) else entry
        if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
            continue
        text = many_lines(fields["text"])[:_MAX_TEXT]
        network = _word(fields.get("network"))
        if text:
            wordings.append(
                Wording(
                    text=text,
                    language=_word(fields.get("language")),
                    network=network.lower() if network else None,
                )
            )
    return wordings


def _word(found: object) -> str | None:
    return (one_line(found)[:40] or None) if isinstance(found, str) else None


def _first(found: Mapping[str, Any], *keys: str) -> object:
    return next((found[key] for key in keys if found.get(key) is not None), None)


def _by_language(found: object, language: str | None) -> str | None:
    if isinstance(found, dict):
        wanted = (language or "").lower()
        texts = {str(k).lower(): v for k, v in found.items() if isinstance(v, str)}
        found = (
            texts.get(wanted) or texts.get(wanted.split("-")[0]) or next(iter(texts.values()), "")
        )
    return (one_line(found)[:_MAX_TEXT] or None) if isinstance(found, str) else None
