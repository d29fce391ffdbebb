"""From a draft to approved deliveries: the sheet that shows exactly what goes where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ..domain.account import Account
from ..domain.checks import Check, CheckCode, blockers, check_draft
from ..domain.compose import compose_post
from ..domain.consent import Consent, ConsentKind
from ..domain.delivery import (
    HOLD_SECONDS,
    Delivery,
    FrozenMedia,
    Post,
    approve,
    is_there_or_coming,
    needs_consent,
)
from ..domain.draft import Draft, DraftBody, DraftState
from ..domain.errors import ErrorCode, KnownError
from ..domain.limits import NetworkRules
from ..domain.suggestion import Suggestion, is_embargoed
from ..domain.tracking import remove_tracking
from .changes import ChangeKind, Changes, changed
from .drafts import require_draft
from .ports import Clock, Identifiers, MediaStore, PictureInspector, Store, Transaction

THUMBNAIL_BYTES = 900_000
THUMBNAIL_SIDE = 1200


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One account and the exact post it would get."""

    account: Account
    rules: NetworkRules
    post: Post
    digest: str
    needs_consent: bool


@dataclass(frozen=True, slots=True)
class PublishSheet:
    """What stands on the sheet before Publish: nothing else will be sent."""

    draft: Draft
    suggestion: Suggestion | None
    lines: tuple[SheetLine, ...]
    checks: tuple[Check, ...]

    @property
    def is_withdrawn(self) -> bool:
        """Whether the company has taken the suggestion back: to be confirmed explicitly."""
        return self.suggestion is not None and self.suggestion.content.withdrawn

    @property
    def may_publish(self) -> bool:
        """Whether no blocker stands."""
        return not blockers(self.checks)


@dataclass(frozen=True, slots=True)
class Approval:
    """The employee's deliberate act for one account and one exact post."""

    account_id: str
    digest: str
    """Of the post that was shown."""
    consents_to_cross: bool = False
    """Answered the crossing sheet with yes, for this post."""
    despite_withdrawal: bool = False
    """Was told that the company has withdrawn the suggestion, and said yes all the same."""


@dataclass(frozen=True, slots=True)
class Approved:
    """The deliveries that now wait out their hold."""

    deliveries: tuple[Delivery, ...]
    changes: Changes


class Publishing:
    """Preview, check and approve."""

    def __init__(
        self,
        *,
        store: Store,
        clock: Clock,
        ids: Identifiers,
        media: MediaStore,
        inspector: PictureInspector,
        rules: Mapping[str, NetworkRules],
        hold_seconds: int = HOLD_SECONDS,
    ) -> None:
        self._store = store
        self._clock = clock
        self._ids = ids
        self._media = media
        self._inspector = inspector
        self._rules = rules
        self._hold = timedelta(seconds=hold_seconds)
        self._thumbnails: dict[str, FrozenMedia | None] = {}

    def sheet(self, draft_id: str) -> PublishSheet:
        """Freeze for showing: the posts as they would leave, and the findings.

        Runs on a worker: may prepare a thumbnail.
        """
        with self._store.read() as tx:
            draft = require_draft(tx, draft_id)
            suggestion = tx.suggestions.get(draft.suggestion_id) if draft.suggestion_id else None
            accounts = [
                account
                for account in (tx.accounts.get(account_id) for account_id in draft.account_ids)
                if account is not None and account.sphere is draft.sphere
            ]
            there = _there_or_coming(tx, draft_id)
        every = (self._line(draft, suggestion, account) for account in accounts)
        # After one of several accounts failed, those that have this very post get no second one.
        lines = tuple(line for line in every if (line.account.id, line.digest) not in there)
        checks = self._checks(draft, suggestion, [(line.rules, line.post) for line in lines])
        return PublishSheet(draft, suggestion, lines, checks)

    def findings(
        self, draft: Draft, suggestion: Suggestion | None, networks: Sequence[str]
    ) -> tuple[Check, ...]:
        """The same findings for a text that is still being typed; cheap, no file is read."""
        posts = [
            (self._rules[network], self.preview(draft.body, network, suggestion))
            for network in networks
        ]
        return self._checks(draft, suggestion, posts)

    def rules_of(self, network: str) -> NetworkRules:
        """What a network accepts, for the counters."""
        return self._rules[network]

    @property
    def hold_seconds(self) -> int:
        """How long an approved post can be taken back."""
        return int(self._hold.total_seconds())

    def preview(self, body: DraftBody, network: str, suggestion: Suggestion | None) -> Post:
        """What a network would get of a text that is still being typed; cheap, no file is read."""
        return compose_post(
            body,
            self._rules[network],
            card_title=suggestion.content.title if suggestion else "",
            card_description=_summary(suggestion),
        )

    def approve(
        self,
        draft_id: str,
        approvals: Sequence[Approval],
        planned_for: datetime | None = None,
    ) -> Approved:
        """Freeze one delivery for each approval; they are held before anything leaves.

        Raises:
            KnownError: ``CHECK_BLOCKS`` when a blocker stands, or the text or the suggestion has
                changed since it was shown; ``CONSENT_MISSING``; ``SPHERE_MISMATCH``;
                ``NO_LONGER_THERE``; ``TOO_LATE`` when it was approved already.
        """
        with self._store.read() as tx:
            _require_open(tx, draft_id)
        sheet = self.sheet(draft_id)
        blocking = blockers(sheet.checks)
        if blocking:
            raise KnownError(ErrorCode.CHECK_BLOCKS, check=blocking[0].code.value)
        lines = {line.account.id: line for line in sheet.lines}
        now = self._clock.now()
        deliveries: list[Delivery] = []
        with self._store.write(durable=True) as tx:
            draft = _require_open(tx, draft_id)  # read again: of two approvals, one is first
            if draft != sheet.draft:
                raise KnownError(ErrorCode.CHECK_BLOCKS, check="changed_since_shown")
            if _changed_for_worse(tx, draft, approvals, now):
                raise KnownError(ErrorCode.CHECK_BLOCKS, check="changed_since_shown")
            if not approvals:
                raise KnownError(ErrorCode.CHECK_BLOCKS, check=CheckCode.NO_ACCOUNT.value)
            for approval in {approval.account_id: approval for approval in approvals}.values():
                line = lines.get(approval.account_id)
                if line is None:
                    raise KnownError(ErrorCode.NO_LONGER_THERE, kind="account")
                if line.digest != approval.digest:
                    raise KnownError(ErrorCode.CHECK_BLOCKS, check="changed_since_shown")
                consent = None
                if needs_consent(sheet.draft) and approval.consents_to_cross:
                    consent = Consent(
                        id=self._ids.new_id(),
                        kind=ConsentKind.CROSS_SPHERE,
                        draft_id=draft_id,
                        account_id=line.account.id,
                        digest=approval.digest,
                        given_at=now,
                    )
                    tx.consents.add(consent)
                delivery = approve(
                    delivery_id=self._ids.new_id(),
                    draft=sheet.draft,
                    account=line.account,
                    post=line.post,
                    record_key=self._ids.new_record_key(),
                    consent=consent,
                    now=now,
                    hold_until=now + self._hold,
                    planned_for=planned_for,
                )
                tx.deliveries.add(delivery)
                deliveries.append(delivery)
            tx.drafts.save(replace(draft, state=DraftState.APPROVED, updated_at=now))
        return Approved(
            tuple(deliveries),
            changed(
                ChangeKind.DELIVERIES,
                ChangeKind.DRAFTS,
                ids=tuple(delivery.id for delivery in deliveries),
            ),
        )

    def _checks(
        self,
        draft: Draft,
        suggestion: Suggestion | None,
        posts: Sequence[tuple[NetworkRules, Post]],
    ) -> tuple[Check, ...]:
        removed: tuple[str, ...] = ()
        if suggestion is not None and suggestion.content.link:
            clean = remove_tracking(suggestion.content.link)
            removed = clean.removed if clean.link == draft.body.link else ()
        return tuple(
            check_draft(draft, suggestion, posts, now=self._clock.now(), tracking_removed=removed)
        )

    def _line(self, draft: Draft, suggestion: Suggestion | None, account: Account) -> SheetLine:
        rules = self._rules[account.network]
        post = compose_post(
            draft.body,
            rules,
            card_title=suggestion.content.title if suggestion else "",
            card_description=_summary(suggestion),
            thumbnail=self._thumbnail(suggestion),
        )
        return SheetLine(account, rules, post, post.digest(), needs_consent(draft))

    def _thumbnail(self, suggestion: Suggestion | None) -> FrozenMedia | None:
        """The suggestion's first cached picture, small enough for every network's link card."""
        if suggestion is None:
            return None
        picture = next((p for p in suggestion.content.pictures if p.media is not None), None)
        if picture is None or picture.media is None or not self._media.has(picture.media):
            return None
        if picture.media not in self._thumbnails:
            try:
                facts = self._inspector.prepare(
                    self._media.read(picture.media),
                    max_bytes=THUMBNAIL_BYTES,
                    max_side=THUMBNAIL_SIDE,
                    name=picture.address,
                )
            except KnownError as error:
                if error.code not in (ErrorCode.FILE_NOT_READABLE, ErrorCode.NOT_A_PICTURE):
                    raise
                return None  # a damaged cache is no reason not to publish; the card does without
            self._thumbnails[picture.media] = FrozenMedia(
                media=self._media.put(facts.data),
                mime=facts.mime,
                size=len(facts.data),
                width=facts.width,
                height=facts.height,
                alt=picture.alt,
            )
        return self._thumbnails[picture.media]


def _require_open(tx: Transaction, draft_id: str) -> Draft:
    """The draft, if it can be approved. Raises ``TOO_LATE`` or ``NO_LONGER_THERE``."""
    draft = require_draft(tx, draft_id)
    if draft.state is DraftState.APPROVED:
        raise KnownError(ErrorCode.TOO_LATE)
    if draft.state is not DraftState.OPEN:
        raise KnownError(ErrorCode.NO_LONGER_THERE, kind="draft")
    return draft


def _changed_for_worse(
    tx: Transaction, draft: Draft, approvals: Sequence[Approval], now: datetime
) -> bool:
    """Whether the company withdrew or held back the suggestion, and the employee was not told."""
    suggestion = tx.suggestions.get(draft.suggestion_id) if draft.suggestion_id else None
    if suggestion is None:
        return False
    told = all(approval.despite_withdrawal for approval in approvals)
    return is_embargoed(suggestion.content, now) or (suggestion.content.withdrawn and not told)


def _there_or_coming(tx: Transaction, draft_id: str) -> frozenset[tuple[str, str]]:
    """Account and digest of each post of this draft that is published or on its way."""
    return frozenset(
        (delivery.account_id, delivery.post.digest())
        for delivery in tx.deliveries.of_draft(draft_id)
        if is_there_or_coming(delivery)
    )


def _summary(suggestion: Suggestion | None) -> str:
    """First paragraph of the suggestion, for the link card."""
    if suggestion is None:
        return ""
    return next((line.strip() for line in suggestion.content.text.splitlines() if line.strip()), "")
