"""All use cases in one hand, as the interface gets them."""

from dataclasses import dataclass

from .accounts import Accounts
from .drafts import Drafts
from .ledger import Ledger
from .library import Library
from .outbox import Outbox
from .own_data import OwnData
from .ports import MediaStore
from .preferences import Preferences
from .publishing import Publishing
from .sources import Sources
from .triage import Triage
from .undo import Undo


@dataclass(frozen=True, slots=True)
class Services:
    """What the window may ask for. Every method blocks: call it on a worker (``ui/tasks.py``)."""

    triage: Triage
    drafts: Drafts
    publishing: Publishing
    outbox: Outbox
    accounts: Accounts
    sources: Sources
    library: Library
    ledger: Ledger
    preferences: Preferences
    undo: Undo
    own_data: OwnData
    media: MediaStore
