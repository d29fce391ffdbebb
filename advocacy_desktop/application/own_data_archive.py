"""The ZIP of an export: JSON for programs, Markdown for people, and the pictures.

Its layout is documented in ``docs/export.md``; whatever changes there raises ``FORMAT``.
"""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from ..domain.delivery import Delivery, DeliveryState, Receipt
from ..domain.draft import Draft, DraftState
from ..domain.suggestion import SuggestionState
from .ports import Cancelled, MediaStore, Progress, SuggestionQuery, Transaction

FORMAT = 1
"""Version of the layout."""

EVERY_SUGGESTION = SuggestionQuery(states=frozenset(SuggestionState))


class StoppedError(Exception):
    """The person stopped the export."""


def plain(value: object) -> object:
    """A value as JSON knows it; of dataclasses every field, by its name."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((plain(item) for item in value), key=str)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


_MAGIC = (
    (b"\x89PNG", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"GIF8", ".gif"),
    (b"RIFF", ".webp"),
)


def picture_ending(data: bytes) -> str:
    """The usual ending of a picture's file name, told from its first bytes."""
    return next((ending for magic, ending in _MAGIC if data.startswith(magic)), ".bin")


def file_name(moment: datetime, text: str, identifier: str) -> str:
    """A name that a person recognises and every file system accepts."""
    words = re.findall(r"[^\W_]+", text)[:6]
    slug = "-".join(words).lower()[:48].strip("-") or "empty"
    return f"{moment:%Y-%m-%d}-{slug}-{identifier[:8]}.md"


class Archive:
    """Writes one export from one consistent reading of the profile."""

    def __init__(self, tx: Transaction, media: MediaStore, now: datetime) -> None:
        self._tx = tx
        self._media = media
        self._now = now
        self._wanted: dict[str, None] = {}
        self._names: dict[str, str] = {}
        self._done = 0
        self._total = 0

    def write(self, path: Path, progress: Progress, cancelled: Cancelled) -> int:
        """Write the file; return how many files stand in it.

        Raises:
            StoppedError: ``cancelled`` said so.
            OSError: the disk did.
        """
        self._progress, self._cancelled = progress, cancelled
        drafts = self._tx.drafts.all(frozenset(DraftState))
        deliveries = self._tx.deliveries.in_states(frozenset(DeliveryState))
        suggestions = self._tx.suggestions.card_ids(EVERY_SUGGESTION)
        practice = self._tx.practice.all()
        self._total = len(suggestions) + len(drafts) + len(deliveries)
        for item in (*drafts, *deliveries, *practice):
            self._want(item)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as self._zip:
            self._json("about", [{"format": FORMAT, "exported_at": self._now}])
            self._json("sources", self._tx.sources.all())
            self._json("accounts", self._tx.accounts.all())
            self._json("settings", [dict(self._tx.settings.all())])
            self._json("consents", self._tx.consents.all())
            self._json("practice", practice)
            self._json("suggestions", self._suggestions(suggestions))
            self._write_media()
            self._json("drafts", self._drafts(drafts))
            self._json("deliveries", self._deliveries(deliveries))
            self._write_ledger()
            for draft in drafts:
                if draft.state is not DraftState.DISCARDED:
                    self._markdown(
                        "drafts/" + file_name(draft.created_at, draft.body.text, draft.id),
                        self._draft_as_text(draft),
                    )
            for delivery in deliveries:
                if delivery.state is DeliveryState.PUBLISHED:
                    receipt = self._tx.deliveries.receipt(delivery.id)
                    self._markdown(
                        "posts/" + file_name(delivery.approved_at, delivery.post.text, delivery.id),
                        self._post_as_text(delivery, receipt),
                    )
            return len(self._zip.namelist())

    def _step(self) -> None:
        if self._cancelled():
            raise StoppedError
        self._done += 1
        self._progress(min(self._done, self._total), self._total)

    def _want(self, value: object) -> None:
        """Note every picture that a thing refers to, wherever in it."""
        if isinstance(value, list | tuple):
            for item in value:
                self._want(item)
        elif is_dataclass(value) and not isinstance(value, type):
            for field in fields(value):
                inner = getattr(value, field.name)
                if field.name == "media" and isinstance(inner, str):
                    self._wanted.setdefault(inner)
                elif not isinstance(inner, str):
                    self._want(inner)

    def _suggestions(self, ids: Iterable[str]) -> Iterator[object]:
        for suggestion_id in ids:
            self._step()
            suggestion = self._tx.suggestions.get(suggestion_id)
            if suggestion is None:
                continue
            revisions = self._tx.suggestions.revisions(suggestion_id)
            self._want(tuple(revisions))
            entry = plain(suggestion)
            assert isinstance(entry, dict)
            entry["revision"] = suggestion.revision.number
            yield {**entry, "revisions": plain(list(revisions))}

    def _drafts(self, drafts: Iterable[Draft]) -> Iterator[object]:
        for draft in drafts:
            self._step()
            entry = plain(draft)
            assert isinstance(entry, dict)
            yield {**entry, "versions": plain(list(self._tx.drafts.versions(draft.id)))}

    def _deliveries(self, deliveries: Iterable[Delivery]) -> Iterator[object]:
        for delivery in deliveries:
            self._step()
            entry = plain(delivery)
            assert isinstance(entry, dict)
            yield {
                **entry,
                "attempts": plain(list(self._tx.deliveries.attempts(delivery.id))),
                "receipt": plain(self._tx.deliveries.receipt(delivery.id)),
            }

    @contextmanager
    def _file(self, name: str) -> Iterator[TextIO]:
        info = zipfile.ZipInfo(name, date_time=self._now.timetuple()[:6])
        info.compress_type = zipfile.ZIP_DEFLATED
        info.external_attr = 0o600 << 16
        # Half a surrogate pair, which can be typed, is written as JSON writes it: \\ud83d.
        with (
            self._zip.open(info, "w") as raw,
            TextIOWrapper(raw, "utf-8", errors="backslashreplace", newline="\n") as text,
        ):
            yield text

    def _json(self, name: str, items: Iterable[object]) -> None:
        """One array, an item a line, written as it is read: ten thousand items stay cheap."""
        with self._file(f"{name}.json") as out:
            out.write("[")
            for index, item in enumerate(items):
                out.write(",\n" if index else "\n")
                json.dump(plain(item), out, ensure_ascii=False)
            out.write("\n]\n")

    def _write_ledger(self) -> None:
        with self._file("ledger.jsonl") as out:
            before: int | None = None
            while page := self._tx.ledger.entries(limit=1000, before_id=before):
                if self._cancelled():
                    raise StoppedError
                for entry in page:
                    out.write(json.dumps(plain(entry), ensure_ascii=False) + "\n")
                before = page[-1].id

    def _write_media(self) -> None:
        self._total += len(self._wanted)
        for media in self._wanted:
            self._step()
            if not self._media.has(media):
                continue
            data = self._media.read(media)
            self._names[media] = f"media/{media}{picture_ending(data)}"
            info = zipfile.ZipInfo(self._names[media], date_time=self._now.timetuple()[:6])
            info.external_attr = 0o600 << 16
            self._zip.writestr(info, data, zipfile.ZIP_STORED)

    def _markdown(self, name: str, text: str) -> None:
        with self._file(name) as out:
            out.write(text)

    def _head(self, values: Mapping[str, object]) -> str:
        lines = [
            f"{key}: {json.dumps(plain(value), ensure_ascii=False)}"
            for key, value in values.items()
            if value is not None
        ]
        return "\n".join(["---", *lines, "---", "", ""])

    def _pictures(self, media: Iterable[object]) -> str:
        lines = [
            f"![{getattr(item, 'alt', '')}](../{self._names[getattr(item, 'media', '')]})"
            for item in media
            if getattr(item, "media", "") in self._names
        ]
        return "\n\n".join(lines) + "\n" if lines else ""

    def _draft_as_text(self, draft: Draft) -> str:
        body = draft.body
        head = self._head(
            {
                "sphere": draft.sphere,
                "state": draft.state,
                "created": draft.created_at,
                "changed": draft.updated_at,
                "language": body.language,
                "link": body.link,
            }
        )
        parts = [body.text.rstrip() + "\n"]
        parts += [f"## {name}\n\n{text.rstrip()}\n" for name, text in body.variants.items()]
        return head + "\n".join([*parts, self._pictures(body.media)]).rstrip() + "\n"

    def _post_as_text(self, delivery: Delivery, receipt: Receipt | None) -> str:
        post = delivery.post
        account = self._tx.accounts.get(delivery.account_id)
        head = self._head(
            {
                "sphere": delivery.sphere,
                "network": delivery.network,
                "account": account.handle if account else None,
                "approved": delivery.approved_at,
                "published": receipt.received_at if receipt else None,
                "address": receipt.url if receipt else None,
                "language": post.language,
                "link": post.card.link if post.card else None,
            }
        )
        return head + (post.text.rstrip() + "\n\n" + self._pictures(post.media)).rstrip() + "\n"
