"""The Ledger: every request that leaves this computer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from .sphere import Sphere


class Purpose(StrEnum):
    """Why a request leaves; no request can be made without one."""

    FETCH_SUGGESTIONS = "fetch_suggestions"
    FETCH_PICTURE = "fetch_picture"
    FIND_SERVER = "find_server"
    SIGN_IN = "sign_in"
    REFRESH_SIGN_IN = "refresh_sign_in"
    SIGN_OUT = "sign_out"
    CHECK_ACCOUNT = "check_account"
    RESOLVE_MENTION = "resolve_mention"
    UPLOAD_PICTURE = "upload_picture"
    PUBLISH = "publish"
    LOOK_FOR_POST = "look_for_post"
    DELETE_POST = "delete_post"


class Audience(StrEnum):
    """Whom a request concerns, as the ledger page adds up."""

    NOBODY = "nobody"
    """Fetched without naming anybody."""
    EMPLOYER = "employer"
    PROFESSIONAL = "professional"
    PERSONAL = "personal"


def audience_of(sphere: Sphere | None) -> Audience:
    """Whose name a request carries: nobody's, or one sphere's."""
    return Audience.NOBODY if sphere is None else Audience(sphere.value)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One request; written before the first byte leaves and completed after the answer."""

    id: int
    started_at: datetime
    purpose: Purpose
    method: str
    host: str
    """Host and, where not the default, port."""
    path: str
    """Path and query; secrets masked."""
    audience: Audience
    as_whom: str
    """Handle of the account; empty for nobody."""
    sent_bytes: int
    """Size of the body."""
    detail: str = ""
    """What the body held, in full, secrets masked; for pictures, their size and type."""
    finished_at: datetime | None = None
    status: int | None = None
    """HTTP status of the answer; ``None`` while under way or without an answer."""
    received_bytes: int = 0
    error: str | None = None
    """Code of what went wrong."""
    outcome: str | None = None
    """What it led to, added afterwards: ``new:4``, ``published``, ``found``..."""
