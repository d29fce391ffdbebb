"""Which file is ours and which schema it must have; readable without any storage library."""

APPLICATION_ID = 0x41647644
"""``AdvD``: written into the header of every file of this program (``PRAGMA application_id``)."""

SCHEMA_VERSION = 1
"""Number of the newest migration (``PRAGMA user_version``); each migration adds one."""
