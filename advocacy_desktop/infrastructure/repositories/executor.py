"""Runs the statements of one transaction, after whatever inserts were put off."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable, Row

from ...domain.errors import BugError, ErrorCode, KnownError

Parameters = Mapping[str, object] | Sequence[Mapping[str, object]]


class Executor:
    """A connection inside its transaction; useless after the end of it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._put_off: Callable[[], None] | None = None
        self._ended = False

    def put_off(self, insert: Callable[[], None]) -> None:
        """Have ``insert`` called before the next statement, at the latest before the commit."""
        self._put_off = insert

    def flush(self) -> None:
        """Do what was put off."""
        insert, self._put_off = self._put_off, None
        if insert is not None:
            insert()

    def end(self) -> None:
        """Refuse everything from now on."""
        self._ended = True

    def run(self, statement: Executable, values: Parameters | None = None) -> CursorResult[Any]:
        """Execute one statement (``executemany`` for a list of values)."""
        if self._ended:
            raise BugError("transaction_ended")
        self.flush()
        return self._connection.execute(statement, values)

    def run_many(self, statement: str, values: Sequence[tuple[object, ...]]) -> None:
        """Execute one statement of SQLite's own language for each tuple of values, fast."""
        if self._ended:
            raise BugError("transaction_ended")
        self._connection.exec_driver_sql(statement, list(values))

    def one(self, statement: Executable, values: Parameters | None = None) -> Row[Any] | None:
        """The first row, if any."""
        return self.run(statement, values).first()

    def rows(self, statement: Executable, values: Parameters | None = None) -> Sequence[Row[Any]]:
        """All rows."""
        return self.run(statement, values).all()

    def change(self, kind: str, statement: Executable, values: Parameters | None = None) -> None:
        """Change exactly one row.

        Raises:
            KnownError: ``NO_LONGER_THERE`` when there is none.
        """
        if self.run(statement, values).rowcount != 1:
            raise KnownError(ErrorCode.NO_LONGER_THERE, kind=kind)
