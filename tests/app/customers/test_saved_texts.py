"""Ctrl+E in the customer window writes the shown customer into a file, as the command does."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from quickdesk.app.customers.window import CustomerWindowFeature
from quickdesk.ui.customers.customer_window import CustomerWindow
from quickdesk.ui.customers.window_foot import WindowFoot
from tests.app.rig import Rig

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(shop: Rig) -> CustomerWindow:
    shop.feature(CustomerWindowFeature).open("w")
    window = shop.the(CustomerWindow)
    shop.qtbot.waitUntil(lambda: window.card.customer is not None and window.card.customer.id == "w")
    return window


def save_as(shop: Rig, window: CustomerWindow, path: Path) -> tuple[str, str]:
    """Press Ctrl+Shift+E, choose a file; return the titles of the dialog and of the notice."""
    shop.qtbot.keyClick(window.focusWidget() or window, Qt.Key.Key_E, CONTROL_SHIFT)
    dialog = shop.the(QFileDialog)
    title = dialog.windowTitle()
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    foot = window.findChild(WindowFoot)
    shop.qtbot.waitUntil(lambda: foot.notice is not None)
    return title, foot.notice.headline


def test_a_text_has_everything_and_masks_as_the_card_does(
    shop: Rig, window: CustomerWindow, tmp_path: Path
) -> None:
    file = tmp_path.parent / f"{tmp_path.name}.txt"
    title, headline = save_as(shop, window, file)
    assert (title, headline) == ("Export the customer, numbers and addresses masked", "Exported")
    text = file.read_text("utf-8-sig")
    assert "Nicknames: 小王 · 淘宝\n" in text
    assert "尺码: M\n" in text
    assert "顺丰" in text
    assert "喜欢晚上联系 ***********" in text
    assert file.stat().st_mode & 0o077 == 0


def test_json_is_that_of_the_command_in_full_if_numbers_are_shown(
    shop: Rig, window: CustomerWindow, tmp_path: Path
) -> None:
    file = tmp_path.parent / f"{tmp_path.name}.JSON"
    window.card.toggle_masked()
    title, _headline = save_as(shop, window, file)
    assert title == "Export the customer, numbers and addresses in full"
    found = json.loads(file.read_text("utf-8"))
    assert found == shop.ask("customer export", id="w", reveal=True)["data"]["customer"]
    assert found["notes"][0]["text"] == "喜欢晚上联系 13800000006"


def test_nothing_is_written_into_the_data_folder_or_from_the_trash(
    shop: Rig, window: CustomerWindow, tmp_path: Path
) -> None:
    assert save_as(shop, window, shop.services.folder / "a.txt")[1] == "Nothing was exported"
    assert not (shop.services.folder / "a.txt").exists()
    shop.ask("customer remove", id="w")
    file = tmp_path.parent / f"{tmp_path.name}-gone.txt"
    assert save_as(shop, window, file)[1] == "Nothing was exported"
    assert not file.exists()
