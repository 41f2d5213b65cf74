"""A line of text as a setting: chosen once, with Enter or when it is left, and only if it is valid."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from quickdesk.ui.settings.text_box import TextBox


def test_a_text_is_chosen_once_and_one_that_is_not_valid_goes_back(qtbot: QtBot) -> None:
    box = TextBox(lambda text: "{事由}" in text)
    qtbot.addWidget(box)
    chosen: list[str] = []
    box.chosen.connect(chosen.append)
    box.set_value("{事由}")
    box.show()
    for text in ("{日期} {事由} ", "{日期} {事由}", "{日期}"):
        box.setText(text)
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen == ["{日期} {事由}"]
    assert box.text() == "{日期} {事由}"
    box.hide()
