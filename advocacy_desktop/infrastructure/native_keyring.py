"""The operating system's keyring, reached without plug-ins, and its failures as our errors.

The keyring package chooses its backend by installed plug-ins, a configuration file and an
environment variable; each of them can lead to a file in plain text. Here only the systems' own
keyrings are asked: nothing that is merely installed can take a secret.
"""

import os
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from ..domain.errors import ErrorCode, KnownError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

ANSWER_TIME = 60.0
"""Seconds a keyring may take: its prompt may stand open, or behind another window."""


def _candidates() -> tuple[str, ...]:
    """Modules and classes of the keyrings that come with this operating system."""
    if sys.platform == "win32":
        return ("keyring.backends.Windows.WinVaultKeyring",)
    if sys.platform == "darwin":
        return ("keyring.backends.macOS.Keyring",)
    return (
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.libsecret.Keyring",
    )


def find_backend() -> "KeyringBackend":
    """The best keyring of this system. Raises ``KnownError(KEYRING_MISSING)``."""
    from importlib import import_module

    asked_for = os.environ.get("PYTHON_KEYRING_BACKEND")
    best: KeyringBackend | None = None
    best_priority = 0.0
    for name in _candidates():
        if asked_for and asked_for != name:
            continue
        module, _, class_name = name.rpartition(".")
        try:
            backend_class = getattr(import_module(module), class_name)
            priority = float(backend_class.priority)
        except (ImportError, RuntimeError, OSError):
            continue  # Not on this computer, or not running: the package says so by RuntimeError.
        # Below 1 the package itself does not recommend a backend.
        if priority >= 1 and priority > best_priority:
            best, best_priority = backend_class(), priority
    if best is None:
        raise KnownError(ErrorCode.KEYRING_MISSING)
    return best


def known_error(error: Exception) -> KnownError | None:
    """What a failure of a keyring means to a person; ``None`` if it is no failure of a keyring."""
    from keyring import errors

    names = {cause.__name__ for cause in type(error).__mro__}
    cause = error.__cause__
    if cause is not None:
        names |= {kind.__name__ for kind in type(cause).__mro__}
    if isinstance(error, errors.NoKeyringError) or names & {
        "SecretServiceNotAvailableException",
        "ConnectionError",
    }:
        return KnownError(ErrorCode.KEYRING_MISSING)
    if "KeychainDenied" in names:  # macOS: the person pressed "Deny".
        return KnownError(ErrorCode.KEYRING_DENIED)
    if isinstance(error, errors.KeyringLocked | errors.InitError) or names & {
        "LockedException",
        "PromptDismissedException",
    }:
        # InitError is how a keyring that was never opened answers: its prompt was dismissed,
        # or could not be shown.
        return KnownError(ErrorCode.KEYRING_LOCKED)
    root = type(error).__module__.partition(".")[0]
    if isinstance(error, errors.KeyringError | OSError) or root in {
        "secretstorage",
        "jeepney",
        "win32ctypes",
        "pywintypes",
    }:
        return KnownError(ErrorCode.KEYRING_DENIED)
    return None


def ask(call: Callable[[], T], seconds: float | None = None) -> T:
    """Run a call to a keyring, in bounded time (default ``ANSWER_TIME``).

    A keyring that shows a prompt answers when the person does; the caller must not wait longer
    than a person would think. The call itself cannot be stopped: its thread is left to end alone.

    Raises ``KnownError``: ``KEYRING_MISSING``, ``KEYRING_LOCKED`` or ``KEYRING_DENIED``.
    """
    answer: list[T] = []
    failure: list[Exception] = []

    def run() -> None:
        try:
            answer.append(call())
        except Exception as error:  # Carried over to the thread that waits, which raises it.
            failure.append(error)

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(ANSWER_TIME if seconds is None else seconds)
    if answer:
        return answer[0]
    if not failure:
        raise KnownError(ErrorCode.KEYRING_LOCKED)
    error = failure[0]
    known = error if isinstance(error, KnownError) else known_error(error)
    if known is None or known is error:
        raise error
    raise known from error
