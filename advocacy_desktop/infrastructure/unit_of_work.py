"""The repositories of one transaction."""

from sqlalchemy import Connection

from ..application.ports import (
    AccountRepository,
    ConsentRepository,
    DeliveryRepository,
    DraftRepository,
    LedgerRepository,
    PracticeRepository,
    SettingRepository,
    SourceRepository,
    SuggestionRepository,
    UndoRepository,
)
from .repositories.accounts import AccountRows
from .repositories.deliveries import DeliveryRows
from .repositories.drafts import DraftRows
from .repositories.executor import Executor
from .repositories.ledger import LedgerRows
from .repositories.practice import PracticeRows
from .repositories.records import ConsentRows, SettingRows, UndoRows
from .repositories.sources import SourceRows
from .repositories.suggestions import SuggestionRows


class UnitOfWork:
    """Implements ``Transaction`` on a connection that is inside its transaction."""

    def __init__(self, connection: Connection) -> None:
        self._executor = executor = Executor(connection)
        self.sources: SourceRepository = SourceRows(executor)
        self.suggestions: SuggestionRepository = SuggestionRows(executor)
        self.drafts: DraftRepository = DraftRows(executor)
        self.accounts: AccountRepository = AccountRows(executor)
        self.deliveries: DeliveryRepository = DeliveryRows(executor)
        self.consents: ConsentRepository = ConsentRows(executor)
        self.undo: UndoRepository = UndoRows(executor)
        self.ledger_rows = LedgerRows(executor)
        self.ledger: LedgerRepository = self.ledger_rows
        self.settings: SettingRepository = SettingRows(executor)
        self.practice: PracticeRepository = PracticeRows(executor)

    def flush(self) -> None:
        """Do what was put off, before the commit."""
        self._executor.flush()

    def end(self) -> None:
        """Make the unit useless: its transaction is over."""
        self._executor.end()
