"""Settings with their meaning and default, read and written by name."""

from .changes import ChangeKind, Changes, changed
from .ports import Store

DEFAULTS: dict[str, str] = {
    "language": "system",  # system, en, fr
    "theme": "system",  # system, light, dark
    "first_start_done": "no",
    "window": "",  # geometry and splitters, as the window wrote them
    "place": "suggestions",
}
"""Every setting and what holds until somebody chooses."""


class Preferences:
    """The employee's own choices; none of them can break the charter."""

    def __init__(self, *, store: Store) -> None:
        self._store = store

    def get(self, name: str) -> str:
        """The chosen value, else the default."""
        with self._store.read() as tx:
            value = tx.settings.get(name)
        return DEFAULTS.get(name, "") if value is None else value

    def set(self, name: str, value: str) -> Changes:
        """Choose a value."""
        with self._store.write() as tx:
            tx.settings.set(name, value)
        return changed(ChangeKind.SETTINGS, ids=(name,))
