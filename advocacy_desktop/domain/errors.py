"""The error tree: what a person is told (known) against what is our fault (bug).

An error carries a machine-readable code and data; the sentence is made in ``ui/messages.py``.
Neither a secret nor the text of a draft may stand in the data.
"""

from enum import StrEnum


class ErrorCode(StrEnum):
    """Every reason that the program can give a person, one sentence each in ``ui/messages.py``."""

    # Network as a whole
    OFFLINE = "offline"  # nothing could be reached; surely not sent. data: host
    TIMED_OUT = "timed_out"  # no answer after the request had left. data: host
    UNTRUSTED_CERTIFICATE = "untrusted_certificate"  # data: host, issuer
    PROXY_REFUSED = "proxy_refused"  # data: status
    NOT_ALLOWED_ADDRESS = "not_allowed_address"  # the guard refused it. data: host, reason
    TOO_LARGE = "too_large"  # an answer or a file over its limit. data: limit (bytes), host
    TOO_MANY_REDIRECTS = "too_many_redirects"  # data: host
    NOT_AN_API = "not_an_api"  # an HTML page, or broken JSON, where JSON was due. data: host
    # Networks
    SERVER_NOT_FOUND = "server_not_found"  # data: server
    WRONG_PASSWORD = "wrong_password"  # data: network, identity
    NOT_AN_APP_PASSWORD = "not_an_app_password"  # looks like a main password. data: network
    SECOND_FACTOR_NEEDED = "second_factor_needed"  # data: network
    SIGN_IN_EXPIRED = "sign_in_expired"  # data: network, account
    ACCOUNT_SUSPENDED = "account_suspended"  # data: network, account
    UNKNOWN_HANDLE = "unknown_handle"  # data: handle
    RATE_LIMITED = "rate_limited"  # data: network, retry_at (ISO 8601, UTC) or absent
    SERVER_ERROR = "server_error"  # the other side failed. data: network, status
    REFUSED_BY_NETWORK = "refused_by_network"  # data: network, status, reason (the network's words)
    TEXT_TOO_LONG = "text_too_long"  # data: network, count, limit
    PICTURE_TOO_LARGE = "picture_too_large"  # data: network, size, limit (bytes)
    OUTCOME_UNKNOWN = "outcome_unknown"  # data: network
    NOT_PUBLISHED = "not_published"  # an unknown outcome was looked up: not there. data: network
    ACCOUNT_EXISTS = "account_exists"  # data: network, handle, sphere
    # Sources
    NOT_A_FEED = "not_a_feed"  # data: address, found (media type or "html", "empty", "xml", ...)
    FEED_NOT_FOUND = "feed_not_found"  # 404. data: address
    FEED_GONE = "feed_gone"  # 410. data: address
    FEED_FORBIDDEN = "feed_forbidden"  # 401, 403. data: address, status
    FEED_SERVER_ERROR = "feed_server_error"  # data: address, status
    SOURCE_EXISTS = "source_exists"  # data: address
    NOT_AN_ADDRESS = "not_an_address"  # what was typed is no web address or file. data: typed
    FILE_NOT_READABLE = "file_not_readable"  # data: path, reason
    # Pictures
    NOT_A_PICTURE = "not_a_picture"  # data: name
    # Secrets
    KEYRING_MISSING = "keyring_missing"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_DENIED = "keyring_denied"
    SECRET_MISSING = "secret_missing"  # the entry is gone: sign in again. data: network, account
    # Storage
    STORAGE_FULL = "storage_full"  # data: path
    STORAGE_CORRUPT = "storage_corrupt"  # data: path
    STORAGE_NEWER = "storage_newer"  # data: path, found, known
    STORAGE_FOREIGN = "storage_foreign"  # not our file. data: path
    STORAGE_READ_ONLY = "storage_read_only"  # data: path
    STORAGE_BUSY = "storage_busy"  # another program holds it. data: path
    # Rules of the charter
    CHECK_BLOCKS = "check_blocks"  # a blocker stands. data: check
    CONSENT_MISSING = "consent_missing"  # crossing without a Consent
    SPHERE_MISMATCH = "sphere_mismatch"  # account and draft of two spheres
    TOO_LATE = "too_late"  # the delivery has left already
    NO_LONGER_THERE = "no_longer_there"  # the thing was removed meanwhile. data: kind


class AppError(Exception):
    """Root of all errors that the program raises on purpose."""

    def __init__(self, code: ErrorCode | str, **data: object) -> None:
        super().__init__(code, data)
        self.code = str(code)
        self.data = data

    def __str__(self) -> str:
        details = ", ".join(f"{key}={value!r}" for key, value in sorted(self.data.items()))
        return f"{self.code}({details})"


class KnownError(AppError):
    """Something that happens in the world; told to the person with what to do."""

    def __init__(self, code: ErrorCode, **data: object) -> None:
        super().__init__(code, **data)


class UnsentError(KnownError):
    """Surely nothing was sent or done; trying again cannot double anything.

    ``data['retry_at']`` (ISO 8601, UTC) is there when the other side named a time.
    """


class OutcomeUnknownError(KnownError):
    """The request left and no trustworthy answer came: never tried again blindly."""


class BugError(AppError):
    """Something that should be impossible; opens the crash dialog."""
