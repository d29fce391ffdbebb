"""One clear sentence for each known error: what is wrong, and what to do."""

from collections.abc import Callable
from datetime import datetime

from ..domain.errors import AppError, ErrorCode
from .formats import clock_time, number, size
from .i18n import translate


class _Data(dict[str, object]):
    """Data of an error; what is absent reads as a neutral mark, never as a crash."""

    def __missing__(self, key: str) -> str:
        return "…"


def sentence(error: AppError) -> str:
    """What the person is told, in their language."""
    try:
        code = ErrorCode(error.code)
    except ValueError:
        return translate("Errors", "Something went wrong inside the program. Nothing was sent.")
    return code_sentence(code, error.data)


def code_sentence(code: ErrorCode, data: dict[str, object] | None = None) -> str:
    """The same from a code that was stored (a delivery's error, a source's last check)."""
    known = data or {}
    made = _SENTENCES[code]().format_map(_shown(_Data(known)))
    reason = known.get("reason")
    if code is ErrorCode.REFUSED_BY_NETWORK and reason:
        return translate("Errors", "{sentence} It says: “{reason}”").format(
            sentence=made, reason=str(reason)[:300]
        )
    return made


def _shown(data: _Data) -> _Data:
    if "network" in data:
        data["network"] = _network_name(str(data["network"]))
    limit = data.get("limit")
    if isinstance(limit, int):
        data["limit_size"] = size(limit)
        data["limit"] = number(limit)
    if isinstance(data.get("size"), int):
        data["size"] = size(int(str(data["size"])))
    data["again"] = _again(data.get("retry_at"))
    return data


def _network_name(name: str) -> str:
    if name == "practice":
        return translate("Errors", "the practice network")
    return {"bluesky": "Bluesky", "mastodon": "Mastodon", "linkedin": "LinkedIn"}.get(name, name)


def _again(retry_at: object) -> str:
    if retry_at:
        try:
            at = clock_time(datetime.fromisoformat(str(retry_at)))
        except ValueError:
            at = ""
        if at:
            return translate("Errors", "Try again after {time}.").format(time=at)
    return translate("Errors", "Wait a few minutes, then try again.")


_SENTENCES: dict[ErrorCode, Callable[[], str]] = {
    ErrorCode.OFFLINE: lambda: translate(
        "Errors",
        "{host} could not be reached, and nothing was sent. Check the network connection; "
        "what you wrote is kept.",
    ),
    ErrorCode.TIMED_OUT: lambda: translate(
        "Errors", "{host} did not answer in time. Try again in a moment."
    ),
    ErrorCode.UNTRUSTED_CERTIFICATE: lambda: translate(
        "Errors",
        "{host} showed a certificate that this computer does not trust, so nothing was sent. "
        "Check the address, or ask your IT support about it.",
    ),
    ErrorCode.PROXY_REFUSED: lambda: translate(
        "Errors",
        "The proxy of your network refused the connection. Check the proxy settings of this "
        "computer.",
    ),
    ErrorCode.NOT_ALLOWED_ADDRESS: lambda: translate(
        "Errors", "{host} was not contacted, because its address is not allowed. Check the address."
    ),
    ErrorCode.TOO_LARGE: lambda: translate(
        "Errors",
        "What came is larger than {limit_size}, so it was not kept. Tell whoever publishes it.",
    ),
    ErrorCode.TOO_MANY_REDIRECTS: lambda: translate(
        "Errors", "{host} sends in circles from one address to another. Check the address."
    ),
    ErrorCode.NOT_AN_API: lambda: translate(
        "Errors",
        "{host} answered with a web page instead of data. Check the address, or whether a "
        "sign-in page of your network stands in between.",
    ),
    ErrorCode.SERVER_NOT_FOUND: lambda: translate(
        "Errors", "There is no server at {server}. Check the spelling of the address."
    ),
    ErrorCode.WRONG_PASSWORD: lambda: translate(
        "Errors",
        "{network} does not accept this password for {identity}. Check both and try again; an "
        "app password is made in the settings of {network}.",
    ),
    ErrorCode.NOT_AN_APP_PASSWORD: lambda: translate(
        "Errors",
        "This looks like your main password. Make an app password in the settings of {network} "
        "and use that one: it can be withdrawn at any time.",
    ),
    ErrorCode.SECOND_FACTOR_NEEDED: lambda: translate(
        "Errors",
        "{network} asks for a second factor. Make an app password in its settings and use "
        "that one.",
    ),
    ErrorCode.SIGN_IN_EXPIRED: lambda: translate(
        "Errors",
        "The sign-in of {account} on {network} no longer holds. Open the account and choose "
        "Reconnect.",
    ),
    ErrorCode.ACCOUNT_SUSPENDED: lambda: translate(
        "Errors",
        "{network} has suspended or closed {account}. Sign in on its website to learn why.",
    ),
    ErrorCode.UNKNOWN_HANDLE: lambda: translate(
        "Errors", "Nobody is called {handle} there. Check the spelling."
    ),
    ErrorCode.RATE_LIMITED: lambda: translate(
        "Errors", "{network} asks for a pause, because too much was asked of it. {again}"
    ),
    ErrorCode.SERVER_ERROR: lambda: translate(
        "Errors",
        "{network} has a fault of its own (status {status}). What you wrote is kept; try again "
        "later.",
    ),
    ErrorCode.REFUSED_BY_NETWORK: lambda: translate(
        "Errors",
        "{network} refused this (status {status}). Nothing was published and your text is kept.",
    ),
    ErrorCode.TEXT_TOO_LONG: lambda: translate(
        "Errors",
        "The text is too long for {network}: {count} of {limit}. Shorten it for that network.",
    ),
    ErrorCode.PICTURE_TOO_LARGE: lambda: translate(
        "Errors",
        "A picture is too large for {network}: {size} of {limit_size} at most. Choose a "
        "smaller one.",
    ),
    ErrorCode.OUTCOME_UNKNOWN: lambda: translate(
        "Errors",
        "No answer came from {network}, so it is not known whether the post is there. It is "
        "not sent again by itself: choose Look on the network.",
    ),
    ErrorCode.NOT_PUBLISHED: lambda: translate(
        "Errors",
        "Looked on {network}: the post is not there. You can send it again, or change it first.",
    ),
    ErrorCode.ACCOUNT_EXISTS: lambda: translate(
        "Errors", "{handle} on {network} is already here. Reconnect that account instead."
    ),
    ErrorCode.NOT_A_FEED: lambda: translate(
        "Errors",
        "There is something at {address}, but it is no feed. Ask your communications team for "
        "the address of the feed (RSS, Atom or JSON Feed).",
    ),
    ErrorCode.FEED_NOT_FOUND: lambda: translate(
        "Errors", "There is nothing at {address}. Check the address."
    ),
    ErrorCode.FEED_GONE: lambda: translate(
        "Errors",
        "{address} has been closed for good. Remove this source, or ask for its new address.",
    ),
    ErrorCode.FEED_FORBIDDEN: lambda: translate(
        "Errors",
        "{address} may not be read from here. Ask your communications team, or try from your "
        "company's network.",
    ),
    ErrorCode.FEED_SERVER_ERROR: lambda: translate(
        "Errors",
        "The server of {address} has a fault of its own (status {status}). It will be asked "
        "again at the next check.",
    ),
    ErrorCode.SOURCE_EXISTS: lambda: translate(
        "Errors", "You already get suggestions from {address}."
    ),
    ErrorCode.NOT_AN_ADDRESS: lambda: translate(
        "Errors",
        "“{typed}” is neither a web address nor a file. An address begins with https://.",
    ),
    ErrorCode.FILE_NOT_READABLE: lambda: translate(
        "Errors", "The file {path} cannot be read. Check that it is there and that you may open it."
    ),
    ErrorCode.NOT_A_PICTURE: lambda: translate(
        "Errors", "{name} is no picture that can be read. Choose a JPEG, PNG, GIF or WebP file."
    ),
    ErrorCode.KEYRING_MISSING: lambda: translate(
        "Errors",
        "This computer has no keyring to keep a password safe in. Install one (GNOME Keyring or "
        "KWallet), or sign in for this run only.",
    ),
    ErrorCode.KEYRING_LOCKED: lambda: translate(
        "Errors", "The keyring is locked. Unlock it with your computer's password and try again."
    ),
    ErrorCode.KEYRING_DENIED: lambda: translate(
        "Errors",
        "The keyring did not let the program in. Allow Advocacy Desktop when it asks, and try "
        "again.",
    ),
    ErrorCode.SECRET_MISSING: lambda: translate(
        "Errors",
        "The sign-in of {account} is no longer in the keyring. Open the account and choose "
        "Reconnect.",
    ),
    ErrorCode.STORAGE_FULL: lambda: translate(
        "Errors",
        "The disk is full, so this could not be saved. Free some space and try again; nothing "
        "that was saved before is lost.",
    ),
    ErrorCode.STORAGE_CORRUPT: lambda: translate(
        "Errors",
        "The file {path} is damaged. It was left as it is: start with the last good copy from "
        "the backups folder beside it.",
    ),
    ErrorCode.STORAGE_NEWER: lambda: translate(
        "Errors",
        "The file {path} was written by a newer version of Advocacy Desktop, and was not "
        "touched. Install that version or a later one.",
    ),
    ErrorCode.STORAGE_FOREIGN: lambda: translate(
        "Errors",
        "The file {path} belongs to another program, and was not touched. Choose another folder.",
    ),
    ErrorCode.STORAGE_READ_ONLY: lambda: translate(
        "Errors", "Nothing can be saved at {path}. Check that you may write there."
    ),
    ErrorCode.STORAGE_BUSY: lambda: translate(
        "Errors", "Another program is using {path}. Close it and try again."
    ),
    ErrorCode.CHECK_BLOCKS: lambda: translate(
        "Errors",
        "This cannot be published yet. See what stands in the list “Before you publish”.",
    ),
    ErrorCode.CONSENT_MISSING: lambda: translate(
        "Errors",
        "A work suggestion goes to a personal account only after you have said so for this "
        "very post. Nothing was sent.",
    ),
    ErrorCode.SPHERE_MISMATCH: lambda: translate(
        "Errors",
        "This account belongs to your other life, so this draft cannot go there. Nothing was sent.",
    ),
    ErrorCode.TOO_LATE: lambda: translate(
        "Errors", "It has left already, so it can no longer be taken back. See Published."
    ),
    ErrorCode.NO_LONGER_THERE: lambda: translate(
        "Errors", "This is no longer there; it was removed meanwhile. The list is up to date again."
    ),
}
