"""From any older schema to the newest, step by step (Alembic; imported only when needed).

Each file in ``versions/`` is one step, and its number is the schema version it leads to. A step
never imports ``tables.py``: it must do the same for ever, whatever becomes of the tables.
"""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from ...domain.errors import BugError
from ..schema_version import APPLICATION_ID

SCRIPTS = Path(__file__).parent
"""Where ``env.py`` and ``versions/`` are, in the installed package too."""


def upgrade(connection: Connection) -> None:
    """Bring the file to the newest schema: one transaction a step, or nothing of it.

    Args:
        connection: outside a transaction, with foreign keys off, since a step may rebuild tables
            that others point at; they are checked before each commit instead.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    # A per cent sign begins an interpolation in Alembic's configuration.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    config.attributes["after_step"] = _after_step
    command.upgrade(config, "head")


def _after_step(*, ctx: Any, heads: set[str], **_: object) -> None:
    """Still in the step's transaction: check it, and write its number into the header."""
    connection: Connection = ctx.connection
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    (head,) = heads
    if broken:
        tables = sorted({row[0] for row in broken})
        raise BugError("migration_broke_references", step=head, tables=tables)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID:d}")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(head):d}")
