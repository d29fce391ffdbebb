"""The Bluesky adapter: publishing under a record key chosen beforehand, so that it is idempotent.

The point of no return is ``createRecord``. Whatever fails before it has published nothing; after
it only an answer that can be trusted decides, else the record is looked for by its key.
"""

import hashlib
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from ...application.ports import (
    Capabilities,
    Clock,
    HttpPort,
    HttpResponse,
    Identity,
    PublishContext,
    SignInForm,
)
from ...domain.account import Account, AccountStatus
from ...domain.delivery import Delivery, FrozenMedia, Receipt
from ...domain.errors import ErrorCode, KnownError, OutcomeUnknownError, UnsentError
from ...domain.ledger import Purpose
from ...domain.limits import BLUESKY, NetworkRules
from .identity import Directories, resolve_mention
from .record import COLLECTION, build_record, mentioned
from .session import ACCESS, REFRESH, Session, sign_in
from .xrpc import NETWORK, Server, answer, host_of, is_good, problem_of, refusal, text_of

_NO_ANSWER = frozenset({ErrorCode.TIMED_OUT, ErrorCode.TOO_LARGE, ErrorCode.TOO_MANY_REDIRECTS})


@contextmanager
def _nothing_published_yet() -> Iterator[None]:
    """Before the point of no return a missing answer is no doubt: try again later."""
    try:
        yield
    except UnsentError:
        raise
    except KnownError as e:
        if e.code == ErrorCode.TIMED_OUT:
            raise UnsentError(ErrorCode.TIMED_OUT, **e.data) from e
        raise


class BlueskyAdapter:
    """Publishes to the account's own server, by app password."""

    def __init__(self, directories: Directories | None = None) -> None:
        self._directories = directories or Directories()
        self._locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    @property
    def capabilities(self) -> Capabilities:
        """What it can do."""
        return Capabilities(
            name=NETWORK,
            title=BLUESKY.title,
            signs_in=True,
            can_delete=True,
            can_find=True,
            secret_parts=(ACCESS, REFRESH),
        )

    @property
    def rules(self) -> NetworkRules:
        """Bluesky's limits."""
        return BLUESKY

    def sign_in(self, form: SignInForm, http: HttpPort, clock: Clock) -> Identity:
        """Exchange the app password for a session: see the port."""
        return sign_in(form, http, clock, self._directories)

    def check(self, context: PublishContext) -> AccountStatus:
        """Ask the server who we are, refreshing the sign-in where needed."""
        session = self._session(context)
        try:
            response = session.authorised(
                lambda token: session.server.query_as(
                    "com.atproto.server.getSession", token, Purpose.CHECK_ACCOUNT
                )
            )
        except KnownError as e:
            if e.code in (ErrorCode.SIGN_IN_EXPIRED, ErrorCode.SECRET_MISSING):
                return AccountStatus.SIGN_IN_EXPIRED
            raise
        if not is_good(response):
            raise refusal(response, account=context.account.handle, now=context.clock.now())
        found = answer(response)
        if found.get("active") is False:
            raise KnownError(
                ErrorCode.ACCOUNT_SUSPENDED, network=NETWORK, account=context.account.handle
            )
        if found.get("did") != context.account.identity:
            return AccountStatus.SIGN_IN_EXPIRED
        if context.account.status is AccountStatus.SIGN_IN_FOR_THIS_RUN:
            return AccountStatus.SIGN_IN_FOR_THIS_RUN
        return AccountStatus.READY

    def publish(self, context: PublishContext, delivery: Delivery) -> Receipt:
        """Create the post under the delivery's record key: see the port."""
        _refuse_other_account(context, delivery)
        session = self._session(context)
        with _nothing_published_yet():
            if delivery.attempts > 1:
                found = self.find(context, delivery)
                if found is not None:
                    return found
            body = self._request_body(context, delivery, session)
        try:
            response = session.authorised(
                lambda token: session.server.call(
                    "com.atproto.repo.createRecord", body, token, Purpose.PUBLISH
                )
            )
        except UnsentError:
            raise
        except KnownError as e:
            if e.code in _NO_ANSWER:
                raise OutcomeUnknownError(
                    ErrorCode.OUTCOME_UNKNOWN, network=NETWORK, cause=e.code
                ) from e
            raise
        return self._judge(context, delivery, response)

    def find(self, context: PublishContext, delivery: Delivery) -> Receipt | None:
        """Look for the record on the account's own server, which knows it at once."""
        account = context.account
        where = {"repo": account.identity, "collection": COLLECTION, "rkey": delivery.record_key}
        server = Server(context.http, account.server, account.handle)
        response = server.query("com.atproto.repo.getRecord", where, Purpose.LOOK_FOR_POST)
        if is_good(response):
            if text_of(answer(response), "uri", response) != _uri(account, delivery.record_key):
                raise KnownError(ErrorCode.NOT_AN_API, host=host_of(response.url))
            return _receipt(context, delivery.record_key)
        problem = problem_of(response)
        if problem is not None and problem.name == "RecordNotFound":
            return None
        raise refusal(response, account=account.handle, now=context.clock.now())

    def delete(self, context: PublishContext, delivery: Delivery, receipt: Receipt) -> None:
        """Delete the record; one that is gone already is no error."""
        _refuse_other_account(context, delivery)
        account = context.account
        body = {
            "repo": account.identity,
            "collection": COLLECTION,
            "rkey": delivery.record_key,
        }
        session = self._session(context)
        response = session.authorised(
            lambda token: session.server.call(
                "com.atproto.repo.deleteRecord", body, token, Purpose.DELETE_POST
            )
        )
        if not is_good(response):
            raise refusal(response, account=account.handle, now=context.clock.now())
        answer(response)

    def sign_out(self, context: PublishContext) -> None:
        """End the session on the server."""
        self._session(context).end()

    def _session(self, context: PublishContext) -> Session:
        return Session(context, self._locks[context.account.id])

    def _request_body(
        self, context: PublishContext, delivery: Delivery, session: Session
    ) -> dict[str, Any]:
        """Everything that goes before the point of no return: pictures, mentions, the record."""
        post = delivery.post
        if BLUESKY.over(post.text) > 0:
            raise KnownError(
                ErrorCode.TEXT_TOO_LONG,
                network=NETWORK,
                count=BLUESKY.count(post.text),
                limit=BLUESKY.limit,
            )
        if post.media and post.card is not None:
            raise KnownError(ErrorCode.CHECK_BLOCKS, check="card_and_pictures")
        blobs = [self._upload(context, media, session) for media in post.media]
        thumbnail = None
        if post.card is not None and post.card.thumbnail is not None:
            thumbnail = self._upload(context, post.card.thumbnail, session)
        dids: dict[str, str] = {}
        for handle in mentioned(post.text):
            did = resolve_mention(handle, session.server)
            if did is not None:
                dids[handle] = did
        return {
            "repo": context.account.identity,
            "collection": COLLECTION,
            "rkey": delivery.record_key,
            "validate": True,
            "record": build_record(
                post,
                # The hour that the person meant: the same at every attempt.
                created_at=delivery.planned_for or delivery.approved_at,
                dids=dids,
                blobs=blobs,
                thumbnail=thumbnail,
            ),
        }

    def _upload(
        self, context: PublishContext, media: FrozenMedia, session: Session
    ) -> dict[str, Any]:
        """Send a picture exactly as approved; return the server's name of it."""
        limit = BLUESKY.max_picture_bytes
        too_large = KnownError(
            ErrorCode.PICTURE_TOO_LARGE, network=NETWORK, size=media.size, limit=limit
        )
        if media.size > limit:
            raise too_large
        data = context.media.read(media.media)
        if hashlib.sha256(data).hexdigest() != media.media:
            path = str(context.media.path(media.media))
            raise KnownError(ErrorCode.FILE_NOT_READABLE, path=path, reason="changed")
        response = session.authorised(lambda token: session.server.upload(data, media.mime, token))
        if not is_good(response):
            problem = problem_of(response)
            if response.status == 413 or (problem is not None and problem.name == "BlobTooLarge"):
                raise too_large
            raise refusal(response, account=context.account.handle, now=context.clock.now())
        blob = answer(response).get("blob")
        if not isinstance(blob, dict) or "ref" not in blob:
            raise KnownError(ErrorCode.NOT_AN_API, host=host_of(response.url))
        return blob

    def _judge(
        self, context: PublishContext, delivery: Delivery, response: HttpResponse
    ) -> Receipt:
        """Decide what the answer to ``createRecord`` proves."""
        problem = problem_of(response)
        status = response.status
        error: KnownError | None = None
        """What it is if the record turns out not to be there; ``None`` where that is no proof."""
        if is_good(response):
            try:
                uri = text_of(answer(response), "uri", response)
            except KnownError:
                uri = ""
            if uri == _uri(context.account, delivery.record_key):
                return _receipt(context, delivery.record_key)
        else:
            error = refusal(response, account=context.account.handle, now=context.clock.now())
            if problem is not None and problem.name == "BlobTooLarge":
                sizes = [media.size for media in delivery.post.media]
                raise KnownError(
                    ErrorCode.PICTURE_TOO_LARGE,
                    network=NETWORK,
                    size=max(sizes, default=0),
                    limit=BLUESKY.max_picture_bytes,
                )
            said_no = problem is not None and 400 <= status < 500 and status != 408
            if status == 429 or said_no:
                raise error
            # A gateway that gave up waiting (408, 502, 504), or a page in the place of an answer
            # to what may have been done, proves nothing even if the record is not there yet.
            if status in (408, 502, 504) or (problem is None and status >= 500):
                error = None
        return self._settle(context, delivery, error)

    def _settle(
        self, context: PublishContext, delivery: Delivery, error: KnownError | None
    ) -> Receipt:
        """Look for the record; also how "there is already a value at this key" (500) ends well."""
        try:
            found = self.find(context, delivery)
        except KnownError as e:
            raise OutcomeUnknownError(ErrorCode.OUTCOME_UNKNOWN, network=NETWORK) from e
        if found is not None:
            return found
        if error is not None:
            raise error
        raise OutcomeUnknownError(ErrorCode.OUTCOME_UNKNOWN, network=NETWORK)


def _uri(account: Account, record_key: str) -> str:
    return f"at://{account.identity}/{COLLECTION}/{record_key}"


def _receipt(context: PublishContext, record_key: str) -> Receipt:
    account = context.account
    return Receipt(
        remote_id=_uri(account, record_key),
        url=f"https://bsky.app/profile/{account.handle}/post/{record_key}",
        received_at=context.clock.now(),
    )


def _refuse_other_account(context: PublishContext, delivery: Delivery) -> None:
    """The last of several guards: nothing of one sphere ever leaves by the other."""
    account = context.account
    spheres = {account.sphere, delivery.sphere, context.secrets.sphere}
    if len(spheres) != 1 or delivery.account_id != account.id:
        raise KnownError(ErrorCode.SPHERE_MISMATCH)
