"""Customers are locked and unlocked in the running program, and the protection is changed in its window."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.app.customers.lock_watch import LockWatch
from quickdesk.app.customers.protection import ProtectionFeature
from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.commands.data_protection import ProtectionMethod
from quickdesk.customers.store import CustomerChange
from quickdesk.replies.store import StoreError, StoreProblem
from quickdesk.settings.settings import Language, Settings
from quickdesk.storage.data_key.recovery_text import recovery_text
from quickdesk.storage.kinds import CUSTOMERS
from quickdesk.storage.open import open_stores
from quickdesk.ui.protection.protection_window import ProtectionWindow
from tests.app.customers.conftest import LI, WANG
from tests.app.rig import Rig
from tests.fakes.key_machine import OTHER, PASSPHRASE

SOME_RECOVERY_KEY = recovery_text(bytes(16))


class Desk:
    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.protection = rig.services.commands.protection
        self.feature = next(each for each in rig.session.features if isinstance(each, ProtectionFeature))
        self.happened: list[str] = []
        self.feature.locked.connect(lambda: self.happened.append("locked"))
        self.feature.unlocked.connect(lambda: self.happened.append("unlocked"))

    @property
    def window(self) -> ProtectionWindow:
        (found,) = (each for each in self.rig.shown(ProtectionWindow))
        return found

    def type(self, name: str, text: str) -> None:
        box = next(each for each in self.window.findChildren(QLineEdit) if each.accessibleName() == name)
        assert box.isVisible()
        box.setText(text)

    def click(self, name: str) -> None:
        button = next(each for each in self.window.findChildren(QPushButton) if each.text() == name)
        assert button.isVisible()
        button.click()

    def headline(self) -> str:
        notice = self.window._result.notice
        return "" if notice is None else notice.headline

    def names(self) -> int:
        return len(self.rig.stores.customers().customers())


@pytest.fixture
def desk(shop: Rig) -> Desk:
    return Desk(shop)


def test_a_passphrase_is_set_locks_and_opens(desk: Desk) -> None:
    desk.feature.open()
    desk.type("New passphrase, at least eight characters", PASSPHRASE)
    desk.type("The same again", PASSPHRASE)
    desk.click("Set passphrase")
    assert desk.protection.status().method is ProtectionMethod.PASSPHRASE
    desk.click("Lock now")
    assert desk.happened == ["locked"]
    assert desk.window.is_locked
    with pytest.raises(StoreError) as caught:
        desk.names()
    assert caught.value.problem is StoreProblem.LOCKED
    assert desk.rig.services.stores.snippets.snippets(), "replies can be used"
    desk.type("Passphrase", OTHER)
    desk.click("Unlock")
    assert desk.headline() == "The passphrase is wrong"
    desk.type("Passphrase", PASSPHRASE)
    desk.click("Unlock")
    assert desk.happened == ["locked", "unlocked"]
    assert desk.names() == 3
    desk.type("Passphrase until now, to change or remove it", OTHER)
    desk.click("Remove passphrase")
    assert desk.headline() == "The passphrase is wrong"
    desk.type("Passphrase until now, to change or remove it", PASSPHRASE)
    desk.click("Remove passphrase")
    assert desk.protection.status().method is ProtectionMethod.KEY_FILE


def test_a_window_opened_only_to_unlock_closes_once_they_are(desk: Desk) -> None:
    desk.feature._do(partial(desk.protection.protect, PASSPHRASE))
    desk.rig.menu_item("Lock customers").trigger()
    desk.rig.feature(CustomerWindowFeature).unlock_requested.emit()
    desk.type("Passphrase", OTHER)
    desk.click("Unlock")
    desk.rig.qtbot.waitUntil(lambda: desk.headline() == "The passphrase is wrong")
    desk.type("Passphrase", PASSPHRASE)
    desk.click("Unlock")
    desk.rig.qtbot.waitUntil(lambda: desk.rig.shown(ProtectionWindow) == [])
    assert desk.names() == 3


def test_customers_are_read_before_the_windows_know_that_they_are_unlocked(desk: Desk) -> None:
    read: list[bool] = []
    kinds = desk.rig.stores._kinds
    desk.feature.unlocked.connect(lambda: read.append(bool(kinds.opened((CUSTOMERS,)))))
    desk.protection.protect(PASSPHRASE)
    for unlock in (
        lambda: desk.feature._do(partial(desk.protection.unlock, PASSPHRASE)),
        lambda: desk.rig.ask("data unlock", passphrase=PASSPHRASE),
    ):
        desk.feature.lock()
        unlock()
    assert read == [True, True]


def test_a_passphrase_is_changed_by_who_knows_it(desk: Desk) -> None:
    desk.rig.ask("data protect", new=PASSPHRASE)
    desk.feature.open()
    desk.type("New passphrase, at least eight characters", OTHER)
    desk.type("The same again", OTHER)
    button = desk.window._passphrase._set
    assert (button.text(), button.isEnabled()) == ("Change passphrase", False)
    desk.type("Passphrase until now, to change or remove it", PASSPHRASE)
    button.click()
    desk.rig.ask("data lock")
    assert desk.rig.ask("data unlock", passphrase=OTHER)["exit"] == 0


def test_two_passphrases_that_differ_change_nothing(desk: Desk) -> None:
    desk.feature.open()
    desk.type("New passphrase, at least eight characters", PASSPHRASE)
    desk.type("The same again", OTHER)
    desk.click("Set passphrase")
    assert desk.headline() == "The two passphrases differ"
    assert not desk.protection.status().can_be_locked


def test_a_recovery_key_is_shown_once(desk: Desk) -> None:
    desk.feature.open()
    desk.click("Make a recovery key")
    text = desk.window._recovery._key.text()
    assert len(text) == 39
    assert desk.protection.status().has_recovery_key
    desk.type("Type a recovery key to open customers that do not open", text)
    desk.click("Open")
    assert desk.headline() == ""
    desk.window.close()
    desk.feature.open()
    assert desk.window._recovery._key.text() == ""


def test_where_a_passphrase_is_set_a_recovery_key_needs_it(desk: Desk) -> None:
    desk.feature.open()
    desk.rig.ask("data protect", new=PASSPHRASE)
    make = desk.window._recovery._make
    assert not make.isEnabled()
    desk.type("Passphrase, to make a recovery key", OTHER)
    desk.click("Make a recovery key")
    assert not desk.protection.status().has_recovery_key
    desk.type("Passphrase, to make a recovery key", PASSPHRASE)
    desk.click("Make a recovery key")
    assert desk.protection.status().has_recovery_key


def test_a_new_key_says_what_backups_need(desk: Desk) -> None:
    desk.feature.open()
    desk.rig.ask("data protect", new=PASSPHRASE)
    desk.click("New key")
    assert desk.headline() == "Everything is encrypted with a new key"
    notice = desk.window._result.notice
    assert notice is not None
    assert "still open with the key before" in notice.text


def test_without_a_recovery_key_it_says_how_to_make_one(desk: Desk) -> None:
    desk.feature.open()
    warning = desk.window._passphrase._warning
    assert "make one below" in warning.text()
    desk.click("Make a recovery key")
    assert "only the recovery key opens" in warning.text()


def test_a_recovery_key_that_was_never_made_opens_nothing(desk: Desk) -> None:
    desk.feature.open()
    desk.rig.ask("data protect", new=PASSPHRASE)
    desk.type("Type a recovery key to open customers that do not open", SOME_RECOVERY_KEY)
    desk.click("Open")
    assert desk.headline() == "No recovery key was ever made for this data"
    notice = desk.window._result.notice
    assert notice is not None
    assert "can be made here" in notice.text


def test_without_a_printer_the_key_can_be_saved(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quickdesk.ui.protection.key_page.has_printer", lambda: False)
    desk.feature.open()
    desk.click("Make a recovery key")
    desk.click("Print…")
    assert desk.headline() == "There is no printer on this computer"
    (dialog,) = desk.rig.shown(QFileDialog)
    dialog.close()


def test_the_key_is_printed(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("quickdesk.ui.protection.key_page.has_printer", lambda: True)
    desk.feature.open()
    desk.click("Make a recovery key")
    desk.click("Print…")
    (dialog,) = desk.rig.shown(QPrintDialog)
    printer = dialog.printer()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "key.pdf"))
    dialog.accepted.emit(printer)
    assert (tmp_path / "key.pdf").stat().st_size > 1000
    assert desk.headline() == "The recovery key is sent to the printer"
    dialog.close()


def test_the_windows_follow_what_a_command_does(desk: Desk) -> None:
    desk.rig.ask("data protect", new=PASSPHRASE)
    desk.rig.ask("data lock")
    desk.rig.ask("data unlock", passphrase=PASSPHRASE)
    assert desk.happened == ["locked", "unlocked"]


def test_without_a_passphrase_nothing_is_locked(desk: Desk) -> None:
    desk.feature.lock()
    assert desk.happened == []
    assert desk.names() == 3


class TestWhenTheyAreLocked:
    @pytest.fixture
    def due(self) -> list[bool]:
        return []

    def watch(self, due: list[bool], seconds: float | None, minutes: int = 5) -> LockWatch:
        watch = LockWatch(lambda: seconds, lambda: minutes)
        watch.due.connect(lambda: due.append(True))
        return watch

    @pytest.mark.parametrize(
        ("seconds", "minutes", "is_due"),
        [(299, 5, False), (300, 5, True), (9999, 0, False), (None, 5, False)],
    )
    def test_after_minutes_without_a_key(
        self, qapp: object, due: list[bool], seconds: float | None, minutes: int, is_due: bool
    ) -> None:
        self.watch(due, seconds, minutes).look()
        assert bool(due) is is_due

    def test_with_the_session_and_before_sleep(self, qapp: object, due: list[bool]) -> None:
        watch = self.watch(due, 0)
        watch.session_locked()
        assert due == [], "it does not watch yet"
        watch.start()
        watch.session_locked()
        watch.sleeping(True)
        watch.sleeping(False)
        watch.stop()
        assert due == [True, True]


def test_the_first_card_says_how_customers_are_protected(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    stores = open_stores(tmp_path)
    stores.settings.save(Settings(language=Language.ENGLISH))
    rig = Rig(qtbot, qapp, tmp_path, stores)
    rig.session.start()
    for customer in (WANG, LI):
        rig.services.commands.customers.apply(CustomerChange((customer,)))
        rig.services.events.customers_changed.emit()
        assert "Encrypted, the key is in a file beside the data" in rig.notification()
    rig.close()
