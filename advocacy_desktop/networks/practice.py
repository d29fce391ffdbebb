"""The practice network: a timeline in this computer, to try everything out. Nothing leaves."""

import re
import unicodedata

from ..application.ports import (
    Capabilities,
    Clock,
    HttpPort,
    Identity,
    PracticePost,
    PublishContext,
    SignInForm,
)
from ..application.practice import PracticeTimeline
from ..domain.account import AccountStatus
from ..domain.delivery import Delivery, Receipt
from ..domain.errors import ErrorCode, KnownError
from ..domain.limits import PRACTICE, NetworkRules


class PracticeAdapter:
    """Posts to the practice timeline, idempotent by record key."""

    def __init__(self, timeline: PracticeTimeline) -> None:
        self._timeline = timeline

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        return Capabilities(
            name=PRACTICE.network,
            title=PRACTICE.title,
            signs_in=False,
            can_delete=True,
            can_find=True,
            secret_parts=(),
        )

    @property
    def rules(self) -> NetworkRules:
        """Ours."""
        return PRACTICE

    def sign_in(self, form: SignInForm, http: HttpPort, clock: Clock) -> Identity:
        """Anybody may come in under any name; an empty name is refused."""
        name = " ".join(form.identifier.split())
        if not name:
            raise KnownError(ErrorCode.UNKNOWN_HANDLE, handle="")
        plain = unicodedata.normalize("NFKD", name.casefold())
        handle = "-".join(re.findall(r"\w+", "".join(c for c in plain if ord(c) < 0x300)))
        handle = handle or "-".join(re.findall(r"\w+", name.casefold())) or "practice"
        return Identity(
            identity=f"practice:{handle}", handle=handle, display_name=name, server="", secrets={}
        )

    def check(self, context: PublishContext) -> AccountStatus:
        """There is nothing that could run out."""
        return AccountStatus.READY

    def publish(self, context: PublishContext, delivery: Delivery) -> Receipt:
        """Put it on the timeline; a second time changes nothing."""
        account = context.account
        if account.sphere is not delivery.sphere or account.id != delivery.account_id:
            raise KnownError(ErrorCode.SPHERE_MISMATCH)
        now = context.clock.now()
        self._timeline.put(PracticePost(delivery.record_key, account.id, now, delivery.post))
        return self.find(context, delivery) or Receipt(_name(delivery), None, now)

    def find(self, context: PublishContext, delivery: Delivery) -> Receipt | None:
        """Look on the timeline."""
        post = self._timeline.get(delivery.record_key)
        if post is None or post.account_id != context.account.id:
            return None
        return Receipt(_name(delivery), None, post.posted_at)

    def delete(self, context: PublishContext, delivery: Delivery, receipt: Receipt) -> None:
        """Take it off the timeline."""
        if self.find(context, delivery) is not None:
            self._timeline.remove(delivery.record_key)

    def sign_out(self, context: PublishContext) -> None:
        """There is no session."""


def _name(delivery: Delivery) -> str:
    return f"practice:{delivery.record_key}"
