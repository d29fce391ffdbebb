"""Accounts in the database; their secrets are in the keyring only."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

from ...domain.account import Account, AccountStatus
from ...domain.sphere import Sphere
from ..tables import accounts
from .executor import Executor

_UPDATE = update(accounts).where(accounts.c.id == bindparam("key"))
_ALL = select(accounts).order_by(accounts.c.added_at, accounts.c.id)


def account_values(account: Account) -> dict[str, object]:
    """The row of an account."""
    return {
        "id": account.id,
        "sphere": account.sphere.value,
        "network": account.network,
        "identity": account.identity,
        "handle": account.handle,
        "display_name": account.display_name,
        "server": account.server,
        "added_at": account.added_at,
        "status": account.status.value,
    }


def account_from(row: Row[Any]) -> Account:
    """An account from its row."""
    return Account(
        id=row.id,
        sphere=Sphere(row.sphere),
        network=row.network,
        identity=row.identity,
        handle=row.handle,
        display_name=row.display_name,
        server=row.server,
        added_at=row.added_at,
        status=AccountStatus(row.status),
    )


class AccountRows:
    """Implements ``AccountRepository``."""

    def __init__(self, executor: Executor) -> None:
        self._executor = executor

    def add(self, account: Account) -> None:
        """Insert it."""
        self._executor.run(insert(accounts), account_values(account))

    def get(self, account_id: str) -> Account | None:
        """By identifier."""
        row = self._executor.one(select(accounts).where(accounts.c.id == account_id))
        return row and account_from(row)

    def save(self, account: Account) -> None:
        """Replace it."""
        values = account_values(account)
        values["key"] = values.pop("id")
        self._executor.change("account", _UPDATE, values)

    def remove(self, account_id: str) -> None:
        """Delete it; its deliveries stay. What is absent already is no error."""
        self._executor.run(delete(accounts).where(accounts.c.id == account_id))

    def all(self, sphere: Sphere | None = None) -> Sequence[Account]:
        """In the order in which they were added."""
        wanted = _ALL if sphere is None else _ALL.where(accounts.c.sphere == sphere.value)
        return [account_from(row) for row in self._executor.rows(wanted)]
