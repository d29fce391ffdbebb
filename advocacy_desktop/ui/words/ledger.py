"""Lines of the ledger in words: why, as whom, how much, what came back."""

from ...domain.errors import ErrorCode
from ...domain.ledger import Audience, LedgerEntry, Purpose
from .. import formats
from ..i18n import translate


def purpose_words(purpose: Purpose) -> str:
    """Why a request left."""
    return {
        Purpose.FETCH_SUGGESTIONS: lambda: translate("Ledger", "Looked for new suggestions"),
        Purpose.FETCH_PICTURE: lambda: translate("Ledger", "Fetched a picture"),
        Purpose.FIND_SERVER: lambda: translate("Ledger", "Looked for your server"),
        Purpose.SIGN_IN: lambda: translate("Ledger", "Signed in"),
        Purpose.REFRESH_SIGN_IN: lambda: translate("Ledger", "Renewed the sign-in"),
        Purpose.SIGN_OUT: lambda: translate("Ledger", "Signed out"),
        Purpose.CHECK_ACCOUNT: lambda: translate("Ledger", "Checked an account"),
        Purpose.RESOLVE_MENTION: lambda: translate("Ledger", "Looked up a mention"),
        Purpose.UPLOAD_PICTURE: lambda: translate("Ledger", "Uploaded a picture"),
        Purpose.PUBLISH: lambda: translate("Ledger", "Published a post"),
        Purpose.LOOK_FOR_POST: lambda: translate("Ledger", "Looked whether a post is there"),
        Purpose.DELETE_POST: lambda: translate("Ledger", "Deleted a post"),
    }[purpose]()


def tried_words(entry: LedgerEntry) -> str:
    """Why it left; for a post that was not taken, that it was only tried."""
    if entry.purpose is Purpose.PUBLISH and (entry.status is None or entry.status >= 400):
        return translate("Ledger", "Tried to publish a post")
    return purpose_words(entry.purpose)


def audience_words(audience: Audience) -> str:
    """As whom a request left."""
    return {
        Audience.NOBODY: lambda: translate("Ledger", "nobody"),
        Audience.EMPLOYER: lambda: translate("Ledger", "to your employer"),
        Audience.PROFESSIONAL: lambda: translate("Spheres", "professional"),
        Audience.PERSONAL: lambda: translate("Spheres", "personal"),
    }[audience]()


def sent_words(entry: LedgerEntry) -> str:
    """How much left, and that the app password was in it when it was."""
    amount = formats.size(entry.sent_bytes)
    if entry.purpose is Purpose.SIGN_IN and entry.sent_bytes:
        return translate("Ledger", "{amount}, your app password").format(amount=amount)
    return amount


def answer_words(entry: LedgerEntry) -> tuple[str, str]:
    """What came back, and its tone: ``fine``, ``advice`` or ``muted``."""
    if entry.status is None:
        return _no_answer(entry)
    words = _status_words(entry)
    text = f"{entry.status} {words}" if words else str(entry.status)
    found = _outcome_words(entry.outcome)
    if found and not words and entry.purpose in (Purpose.PUBLISH, Purpose.DELETE_POST):
        text = f"{entry.status} {found}"
    elif found and entry.status < 400:
        text = translate("Ledger", "{answer} · {outcome}").format(answer=text, outcome=found)
    well = entry.status < 400 and entry.error is None and entry.outcome != "unknown"
    return text, "fine" if well else "advice"


def _no_answer(entry: LedgerEntry) -> tuple[str, str]:
    found = _outcome_words(entry.outcome) if entry.outcome in ("found", "not_found") else ""
    if entry.error is None and entry.finished_at is None:
        words, tone = translate("Ledger", "no answer yet"), "muted"
    else:
        words, tone = _error_words(entry.error), "advice"
    if found:
        words = translate("Ledger", "{answer} — checked: {outcome}").format(
            answer=words, outcome=found
        )
    return words, tone


def _error_words(error: str | None) -> str:
    found = {
        ErrorCode.OFFLINE: lambda: translate("Ledger", "nothing sent: not reachable"),
        ErrorCode.TIMED_OUT: lambda: translate("Ledger", "no answer"),
        ErrorCode.UNTRUSTED_CERTIFICATE: lambda: translate(
            "Ledger", "nothing sent: certificate not trusted"
        ),
        ErrorCode.PROXY_REFUSED: lambda: translate("Ledger", "nothing sent: refused by the proxy"),
        ErrorCode.NOT_ALLOWED_ADDRESS: lambda: translate(
            "Ledger", "nothing sent: address not allowed"
        ),
        ErrorCode.TOO_LARGE: lambda: translate("Ledger", "answer too large, dropped"),
        ErrorCode.TOO_MANY_REDIRECTS: lambda: translate("Ledger", "sent on too many times"),
    }.get(ErrorCode(error) if error in set(ErrorCode) else ErrorCode.TIMED_OUT)
    return found() if found is not None else translate("Ledger", "no answer")


def _status_words(entry: LedgerEntry) -> str:
    status = entry.status or 0
    if 300 <= status < 400 and status != 304:
        return translate("Ledger", "sent on to another address")
    special = {
        304: lambda: translate("Ledger", "unchanged"),
        401: lambda: translate("Ledger", "sign-in refused"),
        403: lambda: translate("Ledger", "not allowed"),
        404: lambda: translate("Ledger", "not there"),
        410: lambda: translate("Ledger", "gone for good"),
        413: lambda: translate("Ledger", "too large"),
        429: lambda: translate("Ledger", "asked to wait"),
    }.get(status)
    if special is not None:
        return special()
    if status >= 500:
        return translate("Ledger", "the server failed")
    if status >= 400:
        return translate("Ledger", "refused")
    if entry.purpose is Purpose.UPLOAD_PICTURE:
        return translate("Ledger", "accepted")
    return ""


def _outcome_words(outcome: str | None) -> str:
    if not outcome:
        return ""
    name, _, count = outcome.partition(":")
    if name == "new" and count.isdigit():
        return translate("Ledger", "%n new", None, int(count))
    words = {
        "changed": lambda: translate("Ledger", "%n changed", None, int(count or 0)),
        "published": lambda: translate("Ledger", "published"),
        "deleted": lambda: translate("Ledger", "deleted"),
        "refused": lambda: translate("Ledger", "refused"),
        "not_sent": lambda: translate("Ledger", "not published"),
        "unknown": lambda: translate("Ledger", "not clear whether published"),
        "found": lambda: translate("Ledger", "it is there"),
        "not_found": lambda: translate("Ledger", "it is not there"),
    }.get(name)
    # An outcome of a later version is shown as it stands rather than hidden.
    return words() if words is not None else outcome
