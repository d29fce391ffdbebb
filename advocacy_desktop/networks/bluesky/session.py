"""Signing in by app password, and keeping the sign-in alive without the password."""

import re
import threading
from collections.abc import Callable
from datetime import datetime

from ...application.ports import Clock, HttpPort, HttpResponse, Identity, PublishContext, SignInForm
from ...domain.errors import ErrorCode, KnownError, UnsentError
from ...domain.ledger import Purpose
from .identity import (
    DEFAULT_SERVER,
    Directories,
    clean_identifier,
    endpoint_of,
    find_home,
    is_did,
    is_handle,
    server_address,
    visible,
)
from .xrpc import (
    NETWORK,
    Server,
    answer,
    host_of,
    is_good,
    problem_of,
    refusal,
    text_of,
    token_rejected,
)

ACCESS, REFRESH = "access", "refresh"

_APP_PASSWORD = re.compile(r"[a-z0-9]{4}(?:-[a-z0-9]{4}){3}", re.IGNORECASE)


def sign_in(form: SignInForm, http: HttpPort, clock: Clock, directories: Directories) -> Identity:
    """Exchange an app password for a session; the password is kept nowhere.

    Raises ``KnownError`` as the port says; ``NOT_AN_APP_PASSWORD`` before anything is sent.
    """
    password = visible(form.password)
    if not _APP_PASSWORD.fullmatch(password):
        raise KnownError(ErrorCode.NOT_AN_APP_PASSWORD, network=NETWORK)
    identifier = clean_identifier(form.identifier)
    is_mail = "@" in identifier
    typed = form.server.strip() != ""
    if not is_mail and not is_did(identifier) and "." not in identifier and not typed:
        identifier += ".bsky.social"  # as people say their name there
    if not is_mail and not is_did(identifier) and not is_handle(identifier):
        raise KnownError(ErrorCode.UNKNOWN_HANDLE, handle=identifier[:253])
    expected_did = identifier if is_did(identifier) else None
    if typed:
        base = server_address(form.server)
    else:
        home = None if is_mail else find_home(identifier, http, directories)
        base = home.server if home is not None else DEFAULT_SERVER
        expected_did = home.did if home is not None else expected_did
    server = Server(http, base, as_whom=identifier, allow_private=typed or directories.local)
    response = server.call(
        "com.atproto.server.createSession",
        {"identifier": identifier, "password": password},
        None,
        Purpose.SIGN_IN,
    )
    if not is_good(response):
        raise _sign_in_refusal(response, identifier, clock)
    found = answer(response)
    did = text_of(found, "did", response)
    if not is_did(did) or (expected_did is not None and did != expected_did):
        raise KnownError(ErrorCode.NOT_AN_API, host=host_of(base))
    handle = found.get("handle")
    shown = handle if isinstance(handle, str) and is_handle(handle) else identifier
    if found.get("active") is False:
        raise KnownError(ErrorCode.ACCOUNT_SUSPENDED, network=NETWORK, account=shown)
    return Identity(
        identity=did,
        handle=did if shown == "handle.invalid" or "@" in shown else shown,
        display_name=_display_name(Server(http, base, shown, server.allow_private), did) or shown,
        server=_own_server(found.get("didDoc"), base, typed),
        secrets={
            ACCESS: text_of(found, "accessJwt", response),
            REFRESH: text_of(found, "refreshJwt", response),
        },
    )


def _own_server(document: object, base: str, typed: bool) -> str:
    """bsky.social is only the door of many servers; the account's own is in its document."""
    if typed and base != DEFAULT_SERVER:
        return base
    endpoint = endpoint_of(document)
    return endpoint if endpoint is not None and endpoint.startswith("https://") else base


def _display_name(server: Server, did: str) -> str | None:
    """The name that the person chose; having none, or not being told, is no error."""
    where = {"repo": did, "collection": "app.bsky.actor.profile", "rkey": "self"}
    try:
        response = server.query("com.atproto.repo.getRecord", where, Purpose.CHECK_ACCOUNT)
        value = answer(response).get("value") if is_good(response) else None
    except KnownError:
        return None
    name = value.get("displayName") if isinstance(value, dict) else None
    return name.strip()[:640] or None if isinstance(name, str) else None


def _sign_in_refusal(response: HttpResponse, identifier: str, clock: Clock) -> KnownError:
    problem = problem_of(response)
    if problem is not None and problem.name == "AuthFactorTokenRequired":
        return KnownError(ErrorCode.SECOND_FACTOR_NEEDED, network=NETWORK)
    if problem is not None and token_rejected(response):
        return KnownError(ErrorCode.WRONG_PASSWORD, network=NETWORK, identity=identifier)
    if problem is None and 300 <= response.status < 500 and response.status not in (408, 425, 429):
        return KnownError(ErrorCode.NOT_AN_API, host=host_of(response.url))
    return refusal(response, account=identifier, now=clock.now())


class Session:
    """An account's sign-in for the length of one task."""

    def __init__(self, context: PublishContext, lock: threading.Lock) -> None:
        """``lock`` is the account's: refresh tokens are used up, so one refreshes at a time."""
        self._context = context
        self._lock = lock
        account = context.account
        self.server = Server(context.http, account.server, account.handle)

    def authorised(self, send: Callable[[str], HttpResponse]) -> HttpResponse:
        """Send with the access token; on a token that has run out, refresh and repeat once.

        A request refused for its token was not acted upon, so that repeating it is safe.

        Raises:
            UnsentError: the sign-in could not be refreshed at this moment.
            KnownError: ``SIGN_IN_EXPIRED``, ``ACCOUNT_SUSPENDED``, ``SECRET_MISSING``,
                ``KEYRING_*``, and what ``send`` raises.
        """
        secrets, account = self._context.secrets, self._context.account
        token = secrets.get(account.id, ACCESS)
        if token is None:
            return send(self._refresh(None))
        response = send(token)
        if not token_rejected(response):
            return response
        response = send(self._refresh(token))
        if token_rejected(response):
            raise self._expired()
        return response

    def _refresh(self, stale: str | None) -> str:
        secrets, account = self._context.secrets, self._context.account
        with self._lock:
            current = secrets.get(account.id, ACCESS)
            if current is not None and current != stale:
                return current  # another task has just done it
            token = secrets.get(account.id, REFRESH)
            if token is None:
                raise KnownError(ErrorCode.SECRET_MISSING, network=NETWORK, account=account.handle)
            try:
                response = self.server.call(
                    "com.atproto.server.refreshSession", None, token, Purpose.REFRESH_SIGN_IN
                )
                fresh = self._fresh_tokens(response)
            except UnsentError:
                raise
            except KnownError as e:
                if e.code in (ErrorCode.TIMED_OUT, ErrorCode.TOO_LARGE):
                    raise UnsentError(ErrorCode(e.code), **e.data) from e
                raise
            # The refresh token first: with it alone the sign-in survives a crash between both.
            secrets.set(account.id, REFRESH, fresh[1])
            secrets.set(account.id, ACCESS, fresh[0])
            return fresh[0]

    def _fresh_tokens(self, response: HttpResponse) -> tuple[str, str]:
        if not is_good(response):
            named = problem_of(response) is not None
            if named and (token_rejected(response) or response.status in (400, 403)):
                error = refusal(response, account=self._context.account.handle, now=self._now())
                if error.code == ErrorCode.ACCOUNT_SUSPENDED:
                    raise error
                raise self._expired()
            raise refusal(response, account=self._context.account.handle, now=self._now())
        found = answer(response)
        if found.get("did") != self._context.account.identity:
            raise self._expired()
        return text_of(found, "accessJwt", response), text_of(found, "refreshJwt", response)

    def _now(self) -> datetime:
        return self._context.clock.now()

    def _expired(self) -> KnownError:
        return KnownError(
            ErrorCode.SIGN_IN_EXPIRED, network=NETWORK, account=self._context.account.handle
        )

    def end(self) -> None:
        """Tell the server that the session is over; a server that cannot be told is no error."""
        token = self._context.secrets.get(self._context.account.id, REFRESH)
        if token is None:
            return
        try:
            self.server.call("com.atproto.server.deleteSession", None, token, Purpose.SIGN_OUT)
        except KnownError:
            return  # it runs out by itself; the secrets are removed here in any case
