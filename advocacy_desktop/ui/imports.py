"""Keeps PySide6 from reading the source of every module that is imported after it."""

import sys

import PySide6.QtCore  # noqa: F401 - brings the hook that is meant here


def leave_sources_unread() -> None:
    """Tell PySide6 that no module asks for its optional spellings (``from __feature__ import``).

    Its hook would find out by reading each module's source, which the standard library then
    keeps (``linecache``): 12 MB, most of it SQLAlchemy's own text, and time at each start.
    Without that hook, in another version, nothing happens.
    """
    hook = sys.modules.get("shibokensupport.feature")
    if hook is not None and hasattr(hook, "_mod_uses_pyside"):
        hook._mod_uses_pyside = lambda module: False  # type: ignore[attr-defined]
