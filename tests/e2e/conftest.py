"""Each end-to-end test has a desktop of its own; the real PDS is shared."""

from collections.abc import Iterator

import pytest

from support.day import Desk
from support.desktop import desktop_session
from support.pds import pds
from support.real_parts import need

__all__ = ["pds"]


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A private desktop with an open keyring and an empty profile."""
    need("desktop")
    need("keyring")
    with desktop_session() as desktop:
        desk = Desk(desktop)
        yield desk
        desk.stop()
