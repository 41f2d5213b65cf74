"""The dock in the running program: it follows the current customer and opens the window only to edit."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from quickdesk.app.customers.dock import CustomerDockFeature
from quickdesk.app.customers.protection import ProtectionFeature
from quickdesk.app.features.settings import SettingsFeature
from quickdesk.customers.customer import Customer, Nickname, Note
from quickdesk.customers.store import CustomerChange
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.history import ActionType
from quickdesk.settings.settings import Settings
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.dock.dock_window import DockWindow
from quickdesk.ui.settings.settings_window import SettingsWindow
from tests.app.rig import Rig

AT = datetime(2026, 11, 1, tzinfo=UTC)
FISH = Customer("c1", (Nickname("小鱼", "淘宝"),), phones=("13800000006",), created=AT, updated=AT)
BEAR = Customer("c2", (Nickname("大熊", "京东"),), created=AT)
NOTE = Note("n1", "c1", "优先发顺丰", AT)


@pytest.fixture
def dock(rig: Rig) -> DockWindow:
    """The dock on two open customers, of which 小鱼 is the current one."""
    rig.services.commands.cards.apply(
        CustomerChange(customers=(FISH, BEAR), notes=(NOTE,)), ActionType.ADD_CUSTOMER
    )
    rig.services.current_customer.open("c2")
    rig.services.current_customer.open("c1")
    rig.feature(CustomerDockFeature).toggle()
    window = rig.the(DockWindow)
    rig.qtbot.waitUntil(lambda: "小鱼" in _texts(window))
    return window


def _texts(window: DockWindow) -> list[str]:
    return [row.shown_text for row in window.view.rows]


def _button(window: DockWindow, text: str) -> QPushButton:
    buttons = [each for each in window.findChildren(QPushButton) if text in each.text()]
    (found,) = [each for each in buttons if each.isVisible()]
    return found


def test_it_shows_the_card_of_the_current_customer(dock: DockWindow) -> None:
    assert _texts(dock) == ["优先发顺丰", "小鱼", "138****0006"]


def test_while_a_card_is_waited_for_no_other_is_shown(rig: Rig, dock: DockWindow) -> None:
    waiting: list[Callable[[], object]] = []
    reading = rig.services.work.reading
    submit = reading.submit
    reading.submit = lambda job, done, patience_ms=0: waiting.append(partial(submit, job, done))  # type: ignore[method-assign]
    rig.services.events.customers_changed.emit()
    rig.services.current_customer.open("c2")
    assert _texts(dock) == []
    late, *rest = waiting
    late()
    assert _texts(dock) == [], "what is read of the one before comes too late"
    for each in rest:
        each()
    rig.qtbot.waitUntil(lambda: _texts(dock) == ["大熊"])
    rig.feature(ProtectionFeature).locked.emit()
    assert _texts(dock) == []


def test_a_click_puts_the_value_on_the_clipboard(rig: Rig, dock: DockWindow) -> None:
    rig.qtbot.mouseClick(dock.view.rows[-1], Qt.MouseButton.LeftButton)
    assert rig.paster.texts == ["13800000006"]
    assert "✓ Copied" in [each.text() for each in dock.findChildren(QLabel) if each.isVisible()]


def test_a_value_that_could_not_be_copied_is_not_said_to_be(rig: Rig, dock: DockWindow) -> None:
    rig.paster.clipboard_state = ClipboardState.FAILED
    rig.qtbot.mouseClick(dock.view.rows[-1], Qt.MouseButton.LeftButton)
    assert "✓ Copied" not in [each.text() for each in dock.findChildren(QLabel) if each.isVisible()]
    assert rig.notification()


def test_it_follows_a_switch_and_switches_itself(rig: Rig, dock: DockWindow) -> None:
    rig.services.current_customer.open("c2")
    rig.qtbot.waitUntil(lambda: _texts(dock) == ["大熊"])
    _button(dock, "小鱼").click()
    assert rig.services.current_customer.open_customers.current == "c1"
    rig.qtbot.waitUntil(lambda: "小鱼" in _texts(dock))


def test_a_change_of_the_card_shows_at_once(rig: Rig, dock: DockWindow) -> None:
    rig.services.commands.cards.apply(CustomerChange(remove_notes=("n1",)), ActionType.REMOVE_NOTE)
    rig.services.events.customers_changed.emit()
    rig.qtbot.waitUntil(lambda: _texts(dock) == ["小鱼", "138****0006"])


def test_only_edit_opens_the_window_with_the_customer(rig: Rig, dock: DockWindow) -> None:
    assert rig.shown(CustomerWindow) == []
    _button(dock, "Edit").click()
    window = rig.the(CustomerWindow)
    rig.qtbot.waitUntil(lambda: window.card.customer is not None and window.card.customer.id == "c1")


def test_locked_customers_leave_nothing_in_the_dock(rig: Rig, dock: DockWindow) -> None:
    rig.stores.lock()
    rig.services.events.customers_changed.emit()
    rig.qtbot.waitUntil(lambda: _texts(dock) == [])
    shown = "\n".join(each.text() for each in dock.findChildren(QLabel))
    assert "小鱼" not in shown
    assert "优先发顺丰" not in shown


def test_the_entry_closes_it_again(rig: Rig, dock: DockWindow) -> None:
    rig.menu_item("Customer dock").trigger()
    assert not dock.isVisible()


def test_its_hotkey_shows_and_closes_it(rig: Rig) -> None:
    assert rig.hotkeys.press("ctrl+alt+k")
    dock = rig.the(DockWindow)
    rig.services.settings.save(replace(rig.services.settings.current, dock_hotkey="ctrl+alt+j"))
    assert rig.hotkeys.press("ctrl+alt+j")
    assert not dock.isVisible()


def test_its_place_is_kept_for_the_next_start(rig: Rig, dock: DockWindow) -> None:
    dock.moved.emit((40, 60, 360))
    assert rig.services.settings.current.dock_place == (40, 60, 360)
    dock.close()
    rig.feature(CustomerDockFeature).close()
    rig.feature(CustomerDockFeature).toggle()
    after = rig.the(DockWindow)
    assert after is not dock
    panel = after.view.geometry().translated(after.pos())
    assert (panel.left(), panel.top(), panel.width()) == (40, 60, after._theme.px(360))


def test_a_place_on_a_monitor_that_is_gone_is_not_used(rig: Rig) -> None:
    rig.services.settings.save(replace(rig.services.settings.current, dock_place=(-9000, 60, 360)))
    rig.feature(CustomerDockFeature).toggle()
    dock = rig.the(DockWindow)
    panel = dock.view.geometry().translated(dock.pos())
    assert dock.screen().availableGeometry().contains(panel)


def test_a_change_in_the_settings_window_leaves_the_place(rig: Rig, dock: DockWindow) -> None:
    rig.feature(SettingsFeature).open()
    dock.moved.emit((40, 60, 360))
    page = rig.the(SettingsWindow)
    page.changed.emit(replace(Settings(), text_scale=110))
    assert rig.services.settings.current == Settings(text_scale=110, dock_place=(40, 60, 360))


def test_it_steps_aside_for_a_window_of_our_own_that_it_would_cover(rig: Rig, dock: DockWindow) -> None:
    _button(dock, "Edit").click()
    window = rig.the(CustomerWindow)
    rig.qtbot.waitUntil(lambda: not dock.isVisible())
    dock.move(2000, 0)  # the main window gets the focus next
    window.close()
    rig.qtbot.waitUntil(dock.isVisible)
    rig.qtbot.waitUntil(lambda: "小鱼" in _texts(dock))
