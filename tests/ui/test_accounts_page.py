"""The accounts of the two spheres: adding, checking, reconnecting, removing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from advocacy_desktop.application.ports import SignInForm
from advocacy_desktop.domain.account import AccountStatus
from advocacy_desktop.domain.delivery import DeliveryState
from advocacy_desktop.domain.errors import ErrorCode, KnownError
from advocacy_desktop.domain.sphere import Sphere
from advocacy_desktop.ui.sheets.sign_in import SignInSheet
from support.pages_bench import PagesBench, press, settle, sheet_over, texts
from support.pds_double import APP_PASSWORD, HANDLE, SESSION, PdsDouble


@pytest.fixture
def bench(qtbot, tmp_path):
    made = PagesBench(tmp_path)
    yield made
    made.close()


@pytest.fixture
def pds():
    made = PdsDouble()
    yield made
    made.close()


def open_form(bench: PagesBench, place: str = "professional") -> SignInSheet:
    page = bench.page(place)
    press(page, "Add Bluesky…")
    sheet = sheet_over(bench.window)
    assert isinstance(sheet, SignInSheet)
    return sheet


def fill(sheet: SignInSheet, pds: PdsDouble, password: str = APP_PASSWORD) -> None:
    sheet.who.setText(HANDLE)
    sheet.password.setText(password)
    sheet.server.setText(pds.url)


def add_for_this_run(bench: PagesBench, pds: PdsDouble, sphere: Sphere = Sphere.PROFESSIONAL):
    """The tests have no keyring, so the sign-in is held in memory."""
    return bench.services.accounts.add(
        sphere, "bluesky", SignInForm(HANDLE, APP_PASSWORD, pds.url),
        keep_for_this_run=True, in_both_spheres=True,
    )  # fmt: skip


def test_the_two_places_differ_in_words_and_show_only_their_own(bench: PagesBench):
    bench.practice_account(Sphere.PROFESSIONAL, "Claire at work")
    bench.practice_account(Sphere.PERSONAL, "Claire at home")
    professional, personal = texts(bench.page("professional")), texts(bench.page("personal"))
    assert "Claire at work" in professional and "Claire at home" not in professional
    assert "Claire at home" in personal and "Claire at work" not in personal
    assert "someone who works at your company" in professional
    assert "private person" in personal


def test_a_card_says_what_the_program_may_do_and_where_the_sign_in_is(bench: PagesBench, pds):
    account = add_for_this_run(bench, pds)
    with bench.store.write() as tx:
        tx.accounts.save(replace(account, status=AccountStatus.READY))
    said = texts(bench.page("professional"))
    assert "delete its own posts. It does not read your messages" in said
    assert bench.services.accounts.keyring_entry(Sphere.PROFESSIONAL) in said
    assert "advocacy-desktop/professional" in said
    assert "300 characters, 4 pictures" in said
    assert pds.url in said and f"@{HANDLE}" in said


def test_adding_a_practice_account_needs_a_name_only(bench: PagesBench):
    page = bench.page("professional")
    press(page, "Add a practice account…")
    sheet = sheet_over(bench.window)
    press(sheet, "Add the account")
    assert "Type a name first." in texts(sheet)
    sheet.who.setText("Claire Morel")
    press(sheet, "Add the account")
    assert [a.display_name for a in bench.services.accounts.all()] == ["Claire Morel"]
    assert "Claire Morel" in texts(page)


def test_without_a_keyring_it_says_why_and_offers_this_run_only(bench: PagesBench, pds):
    sheet = open_form(bench)
    fill(sheet, pds)
    press(sheet, "Add the account")
    said = texts(sheet)
    assert "no keyring" in said and "Try again" in said
    assert pds.count(SESSION) == 0, "a password travelled"
    press(sheet, "Keep the sign-in for this run only")
    (account,) = bench.services.accounts.all()
    assert account.status is AccountStatus.SIGN_IN_FOR_THIS_RUN
    assert account.sphere is Sphere.PROFESSIONAL
    assert any(HANDLE in said for said in bench.toasts.said)


def test_a_wrong_password_is_said_in_place_and_nothing_typed_is_lost(bench: PagesBench, pds):
    sheet = open_form(bench)
    fill(sheet, pds, "zzzz-zzzz-zzzz-zzzz")
    press(sheet, "Add the account")
    press(sheet, "Keep the sign-in for this run only")
    assert "does not accept this password" in texts(sheet)
    assert sheet.who.text() == HANDLE
    assert sheet.password.text() == "zzzz-zzzz-zzzz-zzzz"
    assert sheet.server.text() == pds.url
    assert bench.services.accounts.all() == []


def test_no_server_there_is_said_in_place(bench: PagesBench):
    sheet = open_form(bench)
    sheet.who.setText(HANDLE)
    sheet.password.setText(APP_PASSWORD)
    sheet.server.setText("http://127.0.0.1:9")
    press(sheet, "Add the account")
    press(sheet, "Keep the sign-in for this run only")
    assert sheet.error.isVisible() and "127.0.0.1" in sheet.error.text()
    assert sheet.password.text() == APP_PASSWORD


def test_the_password_is_hidden_until_asked_for(bench: PagesBench):
    sheet = open_form(bench)
    assert sheet.password.echoMode() is QLineEdit.EchoMode.Password
    press(sheet, "Show")
    assert sheet.password.echoMode() is QLineEdit.EchoMode.Normal
    press(sheet, "Hide")
    assert sheet.password.echoMode() is QLineEdit.EchoMode.Password


def test_an_identity_of_the_other_sphere_is_added_only_deliberately(bench: PagesBench, pds):
    add_for_this_run(bench, pds, Sphere.PROFESSIONAL)
    sheet = open_form(bench, "personal")
    fill(sheet, pds)
    press(sheet, "Add the account")
    press(sheet, "Keep the sign-in for this run only")
    assert "one of your professional accounts already" in texts(sheet)
    assert bench.services.accounts.all(Sphere.PERSONAL) == []
    press(sheet, "Add it here too")
    assert [a.handle for a in bench.services.accounts.all(Sphere.PERSONAL)] == [HANDLE]


def test_stopping_a_sign_in_leaves_no_account_even_if_it_comes_through(bench: PagesBench, pds):
    sheet = open_form(bench)
    fill(sheet, pds)
    sheet._for_this_run = True
    waiting = []
    bench.context.runner.network = lambda key, fn, ok=None, error=None, owner=None: waiting.append(
        (fn, ok)
    )
    press(sheet, "Add the account")
    assert sheet.bar.isVisible() and not sheet.go.isEnabled()
    press(sheet, "Stop")
    assert "Nothing was added" in texts(sheet)
    fn, ok = waiting[0]
    ok(fn())  # the answer arrives late
    assert bench.services.accounts.all() == []
    assert sheet.who.text() == HANDLE and sheet.go.isEnabled()


def test_checking_says_what_was_found(bench: PagesBench, pds):
    add_for_this_run(bench, pds)
    page = bench.page("professional")
    press(page, "Check")
    assert "the sign-in holds" in texts(page)


def test_removing_says_exactly_what_happens_and_then_does_it(bench: PagesBench, pds):
    account = add_for_this_run(bench, pds)
    waiting = bench.approve(account, "Not gone yet")
    page = bench.page("professional")
    press(page, "Remove…")
    sheet = sheet_over(bench.window)
    said = texts(sheet)
    assert "told that you sign out" in said
    assert "entries under “advocacy-desktop/professional" in said and "wiped" in said
    assert "1 waiting post will be taken back" in said
    assert "Your drafts and your history stay here" in said
    press(sheet, "Remove the account")
    assert bench.services.accounts.all() == []
    with bench.store.read() as tx:
        delivery = tx.deliveries.get(waiting.id)
    assert delivery is not None and delivery.state is DeliveryState.CANCELLED


def test_closing_the_sheet_while_it_works_loses_no_outcome(bench: PagesBench):
    """What was begun goes on; the page and a word at the bottom tell how it ended."""
    account = bench.practice_account()
    page = bench.page("professional")
    waiting = []
    bench.context.runner.network = lambda key, fn, ok=None, error=None, owner=None: waiting.append(
        (fn, ok, error)
    )
    press(page, "Remove…")
    sheet = sheet_over(bench.window)
    press(sheet, "Remove the account")
    assert not sheet.yes.isEnabled()
    sheet.reject()
    settle()
    fn, ok, error = waiting[0]
    error(KnownError(ErrorCode.KEYRING_LOCKED))
    assert "keyring is locked" in bench.toasts.said[-1]
    ok(fn())
    assert bench.services.accounts.all() == [] and account.display_name not in texts(page)


def test_cancelling_the_removal_changes_nothing(bench: PagesBench):
    bench.practice_account()
    page = bench.page("professional")
    press(page, "Remove…")
    sheet_over(bench.window).reject()
    assert len(bench.services.accounts.all()) == 1


def test_reconnecting_starts_from_what_is_known(bench: PagesBench, pds):
    account = add_for_this_run(bench, pds)
    with bench.store.write() as tx:
        tx.accounts.save(replace(account, status=AccountStatus.SIGN_IN_EXPIRED))
    page = bench.page("professional")
    assert "reconnect it" in texts(page)
    press(page, "Reconnect…")
    sheet = sheet_over(bench.window)
    assert sheet.who.text() == HANDLE and sheet.server.text() == pds.url
    sheet.password.setText(APP_PASSWORD)
    press(sheet, "Reconnect")
    if sheet.isVisible():  # no keyring here either, unless this run's memory still holds it
        press(sheet, "Keep the sign-in for this run only")
    (again,) = bench.services.accounts.all()
    assert again.status is not AccountStatus.SIGN_IN_EXPIRED


def test_an_empty_place_says_so_and_offers_the_one_thing_to_do(bench: PagesBench):
    page = bench.page("personal")
    assert "Nobody expects one here" in texts(page)
    press(page, "Add an account…")
    assert isinstance(sheet_over(bench.window), SignInSheet)


def test_the_focus_stays_on_the_same_button_when_the_cards_are_made_anew(
    bench: PagesBench, pds, qtbot
):
    account = add_for_this_run(bench, pds)
    page = bench.page("professional")
    bench.window.activateWindow()
    qtbot.waitUntil(bench.window.isActiveWindow)
    check = page.findChild(QPushButton, f"check:{account.id}")
    check.setFocus()
    qtbot.keyClick(check, Qt.Key.Key_Return)
    assert "the sign-in holds" in texts(page)
    focused = QApplication.focusWidget()
    assert focused is not None and focused.objectName() == f"check:{account.id}"
    assert focused is not check


@pytest.mark.parametrize("place", ["professional", "personal", "sources", "settings", "ledger"])
def test_every_control_has_a_name_for_a_screen_reader(bench: PagesBench, place: str):
    bench.practice_account()
    page = bench.page(place)
    for control in page.findChildren(QWidget):
        if isinstance(control, QAbstractButton | QLineEdit) and control.isVisibleTo(page):
            if control.objectName().startswith("qt_") or isinstance(control, QToolButton):
                continue  # the clear button inside a field
            text = control.text() if isinstance(control, QAbstractButton) else ""
            assert control.accessibleName() or text, control
