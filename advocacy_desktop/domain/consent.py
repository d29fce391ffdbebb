"""A Consent: a recorded deliberate act that no setting and no policy can answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ConsentKind(StrEnum):
    """What was agreed to."""

    CROSS_SPHERE = "cross_sphere"
    SEND_FEEDBACK = "send_feedback"


@dataclass(frozen=True, slots=True)
class Consent:
    """One deliberate yes, for one text on one account, that counts once."""

    id: str
    kind: ConsentKind
    draft_id: str
    account_id: str
    digest: str
    """Digest of the exact post it was given for; any change of the post voids it."""
    given_at: datetime
