"""A window with one page in it, on a real profile: what the tests of the pages look at."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QStackedWidget, QWidget

from advocacy_desktop.application.changes import Changes
from advocacy_desktop.application.ports import SignInForm, Store
from advocacy_desktop.application.publishing import Approval
from advocacy_desktop.application.services import Services
from advocacy_desktop.bootstrap import Opened, open_profile
from advocacy_desktop.domain.account import Account
from advocacy_desktop.domain.delivery import Delivery, DeliveryState
from advocacy_desktop.domain.draft import DraftBody
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.infrastructure.media import FileMediaStore
from advocacy_desktop.infrastructure.paths import Profile, resource_root
from advocacy_desktop.ui.context import UiContext
from advocacy_desktop.ui.page import Page
from advocacy_desktop.ui.places import build_page
from advocacy_desktop.ui.tasks import ImmediateRunner
from advocacy_desktop.ui.widgets.sheet import Sheet


class NotedToasts:
    """Remembers what was said, and lets a test press the button."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.act: Callable[[], object] | None = None

    def show_text(
        self, text: str, action: str = "", act: Callable[[], object] | None = None
    ) -> None:
        self.said.append(text)
        self.act = act


class PagesBench:
    """A real profile, everything on the calling thread, and a window of a usual size."""

    def __init__(self, folder: Path, *, with_sample: bool = False) -> None:
        self.folder = folder
        self.profile = Profile.at(folder / "profile")
        self.opened: Opened = open_profile(self.profile, "en", with_sample=with_sample)
        self.toasts = NotedToasts()
        self.went: list[tuple[str, dict[str, object]]] = []
        self.announced: list[Changes] = []
        self.window = QMainWindow()
        self.stack = QStackedWidget()
        self.window.setCentralWidget(self.stack)
        self.window.resize(1100, 800)
        self.context = UiContext(
            runner=ImmediateRunner(),
            toasts=self.toasts,
            navigate=self._navigate,
            resource_root=resource_root(),
            window=self.window,
            media_folder=self.profile.media,
            media_path_before=FileMediaStore(self.profile.media).path,
            opened=self.opened.services,
        )
        self.context.hub.changed.connect(self.announced.append)

    @property
    def services(self) -> Services:
        return self.opened.services

    def _navigate(self, place: str, **what: object) -> None:
        self.went.append((place, what))

    def page(self, place: str) -> Any:
        """Build the page of a place and show it, as the window does."""
        made: Page = build_page(place, self.context)
        self.stack.addWidget(made)
        self.stack.setCurrentWidget(made)
        self.window.show()
        made.refresh(None)
        settle()
        return made

    def close(self) -> None:
        self.window.close()
        # At once: else the pages of one test hear of the language and theme of the next.
        shiboken6.delete(self.window)
        self.opened.close()

    def practice_account(
        self, sphere: Sphere = Sphere.PROFESSIONAL, name: str = "Claire Morel"
    ) -> Account:
        return practice_account(self.services, sphere, name)

    def approve(self, account: Account, text: str) -> Delivery:
        return approve(self.services, account, text)

    def move(self, delivery: Delivery, state: DeliveryState, **changes: object) -> None:
        """Put a delivery into a state, as the outbox would have left it."""
        with self.store.write() as tx:
            now = tx.deliveries.get(delivery.id)
            assert now is not None
            moved = replace(now, state=state, **changes)  # type: ignore[arg-type]
            assert tx.deliveries.transition(moved, expected=now.state)

    def publish(self, account: Account, text: str) -> Delivery:
        """Approved, held, and really sent to the account's network."""
        delivery = self.approve(account, text)
        self.move(delivery, DeliveryState.QUEUED, not_before=delivery.approved_at)
        assert self.services.outbox.run(delivery.id) is DeliveryState.PUBLISHED
        return delivery

    @property
    def store(self) -> Store:
        """The profile's file, for putting it into states that take long to reach."""
        return self.services.ledger._store


def practice_account(
    services: Services, sphere: Sphere = Sphere.PROFESSIONAL, name: str = "Claire Morel"
) -> Account:
    return services.accounts.add(sphere, "practice", SignInForm(name))


def approve(services: Services, account: Account, text: str) -> Delivery:
    """A delivery that waits out its hold."""
    draft = services.drafts.start_blank(account.sphere)
    services.drafts.save(draft.id, DraftBody(text=text))
    services.drafts.choose_accounts(draft.id, [account.id])
    line = services.publishing.sheet(draft.id).lines[0]
    approved = services.publishing.approve(draft.id, [Approval(account.id, line.digest)])
    return approved.deliveries[0]


def settle() -> None:
    """Let new widgets appear: layouts show them at the next turn of the loop."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def texts(widget: QWidget) -> str:
    """Everything that can be read on a widget, a line each."""
    settle()
    found = [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    found += [b.text() for b in widget.findChildren(QPushButton) if b.isVisibleTo(widget)]
    return "\n".join(found)


def press(widget: QWidget, text: str) -> None:
    """Press the visible button of that text."""
    settle()
    for button in widget.findChildren(QPushButton):
        if button.text() == text and button.isVisibleTo(widget) and button.isEnabled():
            button.click()
            settle()
            return
    raise AssertionError(f"no button {text!r}; there are:\n{texts(widget)}")


def sheet_over(window: QWidget) -> Any:
    """The sheet that lies over the window."""
    found = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
    assert found, "no sheet is open"
    return found[-1]
