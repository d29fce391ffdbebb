"""Adding, checking, reconnecting and removing accounts; each sphere for itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..domain.account import Account, AccountStatus
from ..domain.delivery import DeliveryEvent, DeliveryState, move
from ..domain.draft import DraftState
from ..domain.errors import ErrorCode, KnownError
from ..domain.sphere import Sphere
from .changes import ChangeKind, Changes, changed
from .outcomes import reopen_draft
from .ports import (
    Capabilities,
    Clock,
    Identifiers,
    Identity,
    MediaStore,
    NetworkAdapter,
    SignInForm,
    Store,
    Transaction,
)
from .sphere_kit import SphereKit


@dataclass(frozen=True, slots=True)
class Removal:
    """What removing an account did."""

    changes: Changes
    signed_out: bool
    """Whether the network was told; it may be out of reach, and the secrets are wiped anyway."""


class Accounts:
    """The accounts of both spheres; every secret goes through its own sphere's kit."""

    def __init__(
        self,
        *,
        store: Store,
        adapters: Mapping[str, NetworkAdapter],
        kits: Mapping[Sphere, SphereKit],
        media: MediaStore,
        clock: Clock,
        ids: Identifiers,
    ) -> None:
        self._store = store
        self._adapters = adapters
        self._kits = kits
        self._media = media
        self._clock = clock
        self._ids = ids

    def networks(self) -> Sequence[Capabilities]:
        """What can be added, in the order to be offered."""
        return [adapter.capabilities for adapter in self._adapters.values()]

    def all(self, sphere: Sphere | None = None) -> Sequence[Account]:
        """Accounts, first added first."""
        with self._store.read() as tx:
            return tx.accounts.all(sphere)

    def keyring_entry(self, sphere: Sphere) -> str:
        """Name under which the keyring lists the secrets of that sphere."""
        return self._kits[sphere].secrets.service

    def add(
        self,
        sphere: Sphere,
        network: str,
        form: SignInForm,
        *,
        keep_for_this_run: bool = False,
        in_both_spheres: bool = False,
    ) -> Account:
        """Sign in and store the account, its secrets in the keyring of that sphere only.

        The keyring is asked first, so that no password travels for a sign-in that could not be
        kept. ``keep_for_this_run`` holds the secrets in memory instead, when the person accepts
        that. ``in_both_spheres`` accepts an identity that stands in the other sphere already.

        Raises:
            KnownError: all that ``NetworkAdapter.sign_in`` and ``SecretStore`` raise;
                ``ACCOUNT_EXISTS`` with ``sphere``.
        """
        adapter = self._adapters[network]
        kit = self._kits[sphere]
        account_id = self._ids.new_id()
        if keep_for_this_run:
            kit.secrets.keep_for_this_run(account_id)
        elif adapter.capabilities.secret_parts:
            kit.secrets.get(account_id, adapter.capabilities.secret_parts[0])
        identity = adapter.sign_in(form, kit.http, self._clock)
        with self._store.read() as tx:
            self._refuse_twice(tx, sphere, network, identity, in_both_spheres)
        for part, secret in identity.secrets.items():
            kit.secrets.set(account_id, part, secret)
        account = Account(
            id=account_id,
            sphere=sphere,
            network=network,
            identity=identity.identity,
            handle=identity.handle,
            display_name=identity.display_name,
            server=identity.server,
            added_at=self._clock.now(),
            status=(
                AccountStatus.SIGN_IN_FOR_THIS_RUN if keep_for_this_run else AccountStatus.READY
            ),
        )
        try:
            with self._store.write() as tx:
                tx.accounts.add(account)
        except KnownError:
            kit.secrets.delete(account_id, list(identity.secrets))
            raise
        return account

    def reconnect(
        self, account_id: str, form: SignInForm, *, keep_for_this_run: bool = False
    ) -> Account:
        """Sign in again to the same identity after the sign-in expired.

        Raises:
            KnownError: as :meth:`add`; ``WRONG_PASSWORD`` with ``identity`` when somebody else
                signed in.
        """
        account = self._require(account_id)
        adapter = self._adapters[account.network]
        kit = self._kits[account.sphere]
        if keep_for_this_run:
            kit.secrets.keep_for_this_run(account_id)
        identity = adapter.sign_in(form, kit.http, self._clock)
        if identity.identity != account.identity:
            raise KnownError(
                ErrorCode.WRONG_PASSWORD, network=account.network, identity=account.handle
            )
        for part, secret in identity.secrets.items():
            kit.secrets.set(account_id, part, secret)
        status = AccountStatus.SIGN_IN_FOR_THIS_RUN if keep_for_this_run else AccountStatus.READY
        saved = replace(
            account,
            status=status,
            handle=identity.handle,
            display_name=identity.display_name,
            server=identity.server,
        )
        with self._store.write() as tx:
            tx.accounts.save(saved)
        return saved

    def end_former_runs(self) -> None:
        """A sign-in that was kept in memory ended with its run; call it when the window starts."""
        with self._store.read() as tx:
            ended = [
                account
                for account in tx.accounts.all(None)
                if account.status is AccountStatus.SIGN_IN_FOR_THIS_RUN
            ]
        if ended:
            with self._store.write() as tx:
                for account in ended:
                    tx.accounts.save(replace(account, status=AccountStatus.SIGN_IN_EXPIRED))

    def check(self, account_id: str) -> Account:
        """Ask the network whether the sign-in holds, and remember the answer."""
        account = self._require(account_id)
        kit = self._kits[account.sphere]
        context = kit.context(account, self._media, self._clock)
        status = self._adapters[account.network].check(context)
        if status is AccountStatus.READY and account.status is AccountStatus.SIGN_IN_FOR_THIS_RUN:
            status = AccountStatus.SIGN_IN_FOR_THIS_RUN
        saved = replace(account, status=status)
        if saved != account:
            with self._store.write() as tx:
                tx.accounts.save(saved)
        return saved

    def remove(self, account_id: str) -> Removal:
        """Sign out, wipe its keyring entries, cancel what has not left yet.

        Raises:
            KnownError: ``KEYRING_*`` when the entries cannot be wiped: then nothing is removed.
                ``TOO_LATE`` while one of its deliveries is being sent.
        """
        account = self._require(account_id)
        kit = self._kits[account.sphere]
        adapter = self._adapters[account.network]
        with self._store.read() as tx:
            if any(
                delivery.account_id == account_id
                for delivery in tx.deliveries.in_states(frozenset({DeliveryState.SENDING}))
            ):
                raise KnownError(ErrorCode.TOO_LATE)
        signed_out = True
        try:
            adapter.sign_out(kit.context(account, self._media, self._clock))
        except KnownError:
            # The server is out of reach or the session is gone: wiping must not wait for it.
            signed_out = False
        kit.secrets.delete(account_id, list(adapter.capabilities.secret_parts))
        waiting = frozenset({DeliveryState.HELD, DeliveryState.QUEUED, DeliveryState.MISSED})
        with self._store.write(durable=True) as tx:
            for delivery in tx.deliveries.in_states(waiting):
                if delivery.account_id == account_id:
                    state = move(delivery.state, DeliveryEvent.TAKE_BACK)
                    tx.deliveries.transition(
                        replace(delivery, state=state), expected=delivery.state
                    )
                    reopen_draft(tx, delivery.draft_id)
            for draft in tx.drafts.all(frozenset(DraftState)):
                if account_id in draft.account_ids:
                    rest = tuple(other for other in draft.account_ids if other != account_id)
                    tx.drafts.save(replace(draft, account_ids=rest))
            tx.accounts.remove(account_id)
        return Removal(
            changed(
                ChangeKind.ACCOUNTS, ChangeKind.DELIVERIES, ChangeKind.DRAFTS, ids=(account_id,)
            ),
            signed_out,
        )

    def _require(self, account_id: str) -> Account:
        with self._store.read() as tx:
            account = tx.accounts.get(account_id)
        if account is None:
            raise KnownError(ErrorCode.NO_LONGER_THERE, kind="account")
        return account

    def _refuse_twice(
        self,
        tx: Transaction,
        sphere: Sphere,
        network: str,
        identity: Identity,
        in_both_spheres: bool,
    ) -> None:
        for other in tx.accounts.all():
            if other.network != network or other.identity != identity.identity:
                continue
            if other.sphere is sphere or not in_both_spheres:
                raise KnownError(
                    ErrorCode.ACCOUNT_EXISTS,
                    network=network,
                    handle=other.handle,
                    sphere=other.sphere.value,
                )
