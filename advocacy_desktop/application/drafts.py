"""Writing: drafts, their versions, their pictures."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from ..domain.account import Account
from ..domain.delivery import Delivery
from ..domain.draft import Draft, DraftBody, DraftMedia, DraftState, DraftVersion
from ..domain.errors import ErrorCode, KnownError
from ..domain.sphere import Sphere
from ..domain.suggestion import Suggestion, SuggestionEvent, SuggestionState, may_move, move
from ..domain.tracking import remove_tracking
from .changes import ChangeKind, Changes, changed
from .ports import (
    Clock,
    Identifiers,
    MediaStore,
    PictureFacts,
    PictureInspector,
    Store,
    Transaction,
)
from .triage import require_suggestion

VERSION_INTERVAL = timedelta(seconds=45)
"""A version is kept when the last one is older than this and the text has changed."""

PICTURE_BYTES = 976 * 1024
PICTURE_SIDE = 4096
"""Pictures are prepared for the strictest network at once: what is seen is what is sent."""


@dataclass(frozen=True, slots=True)
class DraftDetail:
    """Everything the composer shows."""

    draft: Draft
    suggestion: Suggestion | None
    accounts: tuple[Account, ...]
    """All accounts of the draft's sphere, and of no other."""
    versions: int
    deliveries: tuple[Delivery, ...] = ()
    """What has been approved from it so far."""


@dataclass(frozen=True, slots=True)
class DraftCard:
    """What the list of drafts shows."""

    draft: Draft
    suggestion_title: str | None


def require_draft(tx: Transaction, draft_id: str) -> Draft:
    """The draft, or ``KnownError(NO_LONGER_THERE)``."""
    draft = tx.drafts.get(draft_id)
    if draft is None:
        raise KnownError(ErrorCode.NO_LONGER_THERE, kind="draft")
    return draft


class Drafts:
    """Everything that happens to a draft before it is approved."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        ids: Identifiers,
        media: MediaStore,
        inspector: PictureInspector,
    ) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._media = media
        self._inspector = inspector

    def start_from(self, suggestion_id: str, sphere: Sphere = Sphere.PROFESSIONAL) -> Draft:
        """A new draft with an empty box; the suggestion stays beside it.

        An open draft of the same suggestion and sphere is taken up again instead.
        """
        now = self._clock.now()
        with self._store.write() as tx:
            suggestion = require_suggestion(tx, suggestion_id)
            if suggestion.state in (SuggestionState.DECLINED, SuggestionState.EXPIRED):
                state = move(suggestion.state, SuggestionEvent.RESTORE)
            else:
                state = suggestion.state
            state = move(state, SuggestionEvent.START_DRAFT)
            if state is not suggestion.state:
                tx.suggestions.set_state(suggestion_id, state, now)
            for draft in tx.drafts.of_suggestion(suggestion_id):
                if draft.state is DraftState.OPEN and draft.sphere is sphere:
                    return draft
            content = suggestion.content
            link = remove_tracking(content.link).link if content.link else None
            draft = Draft(
                id=self._ids.new_id(),
                sphere=sphere,
                body=DraftBody(link=link, language=content.language),
                created_at=now,
                updated_at=now,
                suggestion_id=suggestion_id,
                account_ids=self._accounts_to_begin_with(tx, sphere),
            )
            tx.drafts.add(draft)
        return draft

    def start_blank(self, sphere: Sphere, language: str | None = None) -> Draft:
        """A draft of one's own, from nothing."""
        now = self._clock.now()
        with self._store.write() as tx:
            draft = Draft(
                id=self._ids.new_id(),
                sphere=sphere,
                body=DraftBody(language=language),
                created_at=now,
                updated_at=now,
                account_ids=self._accounts_to_begin_with(tx, sphere),
            )
            tx.drafts.add(draft)
        return draft

    def look_at(self, draft_id: str) -> DraftDetail:
        """Everything about one draft. Raises ``KnownError(NO_LONGER_THERE)``."""
        with self._store.read() as tx:
            draft = require_draft(tx, draft_id)
            suggestion = tx.suggestions.get(draft.suggestion_id) if draft.suggestion_id else None
            return DraftDetail(
                draft=draft,
                suggestion=suggestion,
                accounts=tuple(tx.accounts.all(draft.sphere)),
                versions=len(tx.drafts.versions(draft_id)) + 1,
                deliveries=tuple(tx.deliveries.of_draft(draft_id)),
            )

    def cards(self) -> Sequence[DraftCard]:
        """Open drafts, last changed first."""
        with self._store.read() as tx:
            cards = []
            for draft in tx.drafts.all(frozenset({DraftState.OPEN})):
                about = tx.suggestions.get(draft.suggestion_id) if draft.suggestion_id else None
                cards.append(DraftCard(draft, about.content.title if about else None))
            return cards

    def save(self, draft_id: str, body: DraftBody) -> Draft:
        """Write down what was typed; called within two seconds of each key.

        Keeps the former text as a version when the last version is old enough.
        """
        now = self._clock.now()
        with self._store.write(durable=True) as tx:
            draft = require_draft(tx, draft_id)
            if draft.body == body:
                return draft
            number = draft.version
            if not draft.body.is_empty:
                versions = tx.drafts.versions(draft_id)
                last = max((v.saved_at for v in versions), default=draft.created_at)
                if now - last >= VERSION_INTERVAL:
                    tx.drafts.add_version(draft_id, DraftVersion(number, now, draft.body))
                    number += 1
            saved = replace(draft, body=body, updated_at=now, version=number, state=DraftState.OPEN)
            tx.drafts.save(saved)
        return saved

    def versions(self, draft_id: str) -> Sequence[DraftVersion]:
        """Earlier texts, oldest first."""
        with self._store.read() as tx:
            return tx.drafts.versions(draft_id)

    def restore_version(self, draft_id: str, number: int) -> Draft:
        """Bring an earlier text back; the present one becomes a version, so nothing is lost."""
        now = self._clock.now()
        with self._store.write(durable=True) as tx:
            draft = require_draft(tx, draft_id)
            wanted = next((v for v in tx.drafts.versions(draft_id) if v.number == number), None)
            if wanted is None:
                raise KnownError(ErrorCode.NO_LONGER_THERE, kind="version")
            tx.drafts.add_version(draft_id, DraftVersion(draft.version, now, draft.body))
            saved = replace(draft, body=wanted.body, updated_at=now, version=draft.version + 1)
            tx.drafts.save(saved)
        return saved

    def choose_accounts(self, draft_id: str, account_ids: Sequence[str]) -> Draft:
        """Choose where it shall go.

        Raises:
            KnownError: ``SPHERE_MISMATCH`` for an account of the other sphere.
        """
        with self._store.write() as tx:
            draft = require_draft(tx, draft_id)
            for account_id in account_ids:
                account = tx.accounts.get(account_id)
                if account is None:
                    raise KnownError(ErrorCode.NO_LONGER_THERE, kind="account")
                if account.sphere is not draft.sphere:
                    raise KnownError(ErrorCode.SPHERE_MISMATCH)
            saved = replace(draft, account_ids=tuple(account_ids))
            tx.drafts.save(saved)
        return saved

    def prepare_picture(self, data: bytes, name: str = "", alt: str = "") -> DraftMedia:
        """Make a picture ready to be published: metadata stripped, shrunk, stored here.

        Runs on a worker; the composer then saves it as part of the body.

        Raises:
            KnownError: ``NOT_A_PICTURE``, ``STORAGE_FULL``.
        """
        facts: PictureFacts = self._inspector.prepare(
            data, max_bytes=PICTURE_BYTES, max_side=PICTURE_SIDE, name=name
        )
        return DraftMedia(
            media=self._media.put(facts.data),
            mime=facts.mime,
            size=len(facts.data),
            width=facts.width,
            height=facts.height,
            alt=alt,
        )

    def prepare_suggestion_picture(self, draft_id: str, index: int) -> DraftMedia:
        """The same for a picture of the draft's suggestion; its description comes along.

        Raises:
            KnownError: ``NO_LONGER_THERE`` when the picture is not in the cache.
        """
        with self._store.read() as tx:
            draft = require_draft(tx, draft_id)
            if draft.suggestion_id is None:
                raise KnownError(ErrorCode.NO_LONGER_THERE, kind="suggestion")
            pictures = require_suggestion(tx, draft.suggestion_id).content.pictures
        if index >= len(pictures) or pictures[index].media is None:
            raise KnownError(ErrorCode.NO_LONGER_THERE, kind="picture")
        picture = pictures[index]
        assert picture.media is not None
        return self.prepare_picture(
            self._media.read(picture.media), name=picture.address, alt=picture.alt
        )

    def discard(self, draft_id: str) -> Changes:
        """Put a draft away; can be undone. Its suggestion goes back to the queue."""
        now = self._clock.now()
        with self._store.write() as tx:
            draft = require_draft(tx, draft_id)
            tx.drafts.save(replace(draft, state=DraftState.DISCARDED, updated_at=now))
            before = ""
            if draft.suggestion_id is not None:
                suggestion = tx.suggestions.get(draft.suggestion_id)
                others = [
                    other
                    for other in tx.drafts.of_suggestion(draft.suggestion_id)
                    if other.id != draft_id and other.state is DraftState.OPEN
                ]
                if (
                    suggestion is not None
                    and not others
                    and may_move(suggestion.state, SuggestionEvent.DROP_DRAFT)
                ):
                    before = suggestion.state.value
                    state = move(suggestion.state, SuggestionEvent.DROP_DRAFT)
                    tx.suggestions.set_state(suggestion.id, state, now)
            payload = {"id": draft_id, "suggestion_before": before}
            step = tx.undo.push("draft_discarded", payload, now)
        return changed(ChangeKind.DRAFTS, ChangeKind.SUGGESTIONS, ids=(draft_id,), undo_step=step)

    def _accounts_to_begin_with(self, tx: Transaction, sphere: Sphere) -> tuple[str, ...]:
        """The only account of the sphere, if there is just one; else the person chooses."""
        accounts = tx.accounts.all(sphere)
        return (accounts[0].id,) if len(accounts) == 1 else ()
