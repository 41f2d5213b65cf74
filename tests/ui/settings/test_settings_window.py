from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from quickdesk.settings.settings import Language, Settings, ThemeChoice
from quickdesk.ui import messages
from quickdesk.ui.settings.drop_down import DropDown
from quickdesk.ui.settings.pinyin_pair_boxes import PinyinPairBoxes
from quickdesk.ui.settings.settings_page import SystemInfo
from quickdesk.ui.settings.settings_window import SettingsWindow
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import LIGHT

AROUND = SystemInfo(("Hotkey: X11",), "/data", ("wechat", "putty"), "1.2.3")
CONTROL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
START = Settings(hotkey="ctrl+alt+q", paste_keys={"putty": "shift+insert"})


class SettingsDriver:
    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.window = SettingsWindow(START, lambda: AROUND, theme)
        qtbot.addWidget(self.window)
        self.changes: list[Settings] = []
        self.window.changed.connect(self.changes.append)

    def button(self, name: str) -> QPushButton:
        return next(b for b in self.window.findChildren(QPushButton) if b.accessibleName() == name)

    def choose(self, name: str, value: object) -> None:
        box = next(b for b in self.window.findChildren(QComboBox) if b.accessibleName() == name)
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())

    def shown_labels(self) -> list[QLabel]:
        return [label for label in self.window.findChildren(QLabel) if label.isVisible()]

    def programs(self) -> list[QLineEdit]:
        return [line for line in self.window.findChildren(QLineEdit) if line.accessibleName() == "Program"]


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> SettingsDriver:
    return SettingsDriver(qtbot, theme)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("Theme", ThemeChoice.DARK, replace(START, theme=ThemeChoice.DARK)),
        ("Language", Language.TRADITIONAL, replace(START, language=Language.TRADITIONAL)),
        ("Text size", 150, replace(START, text_scale=150)),
    ],
)
def test_a_choice_applies_at_once(
    opened: SettingsDriver, name: str, value: object, expected: Settings
) -> None:
    opened.choose(name, value)
    assert opened.changes == [expected]
    assert opened.window.settings == expected


def test_choosing_the_same_value_emits_nothing(opened: SettingsDriver) -> None:
    opened.choose("Text size", 100)
    assert opened.changes == []


def test_a_program_gets_its_paste_keys(opened: SettingsDriver) -> None:
    opened.button("Add program").click()
    added = opened.programs()[-1]
    added.setText(" WeChat ")
    added.editingFinished.emit()
    assert opened.changes[-1].paste_keys == {"putty": "shift+insert", "wechat": "ctrl+v"}
    opened.button("Remove program").click()
    assert opened.changes[-1].paste_keys == {"wechat": "ctrl+v"}


def test_a_program_is_chosen_from_earlier_targets(opened: SettingsDriver) -> None:
    opened.button("Add program").click()
    box = [box for box in opened.window.findChildren(QComboBox) if box.accessibleName() == "Program"][-1]
    assert [box.itemText(row) for row in range(box.count())] == ["wechat", "putty"]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert opened.changes[-1].paste_keys == {"putty": "shift+insert", "wechat": "ctrl+v"}


def test_enter_presses_every_button(opened: SettingsDriver, qtbot: QtBot) -> None:
    buttons = opened.window.findChildren(QPushButton)
    for button in buttons:
        pressed: list[bool] = []
        button.pressed.connect(lambda pressed=pressed: pressed.append(True))
        qtbot.keyClick(button, Qt.Key.Key_Return)
        assert pressed, button.accessibleName()


def test_a_hotkey_that_is_not_registered_changes_nothing(opened: SettingsDriver, qtbot: QtBot) -> None:
    """For example while it is suspended, or because another program has it."""
    pressed: list[object] = []
    controls = (
        *opened.window.findChildren(QPushButton),
        *opened.window.findChildren(QComboBox),
        *opened.window.findChildren(QCheckBox),
    )
    opened.window.open_on(QApplication.primaryScreen())
    for control in controls:
        if not isinstance(control, QComboBox):
            control.pressed.connect(lambda control=control: pressed.append(control.accessibleName()))
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            qtbot.keyClick(control, key, CONTROL_ALT)
            assert not isinstance(control, QComboBox) or not control.view().isVisible(), (
                control.accessibleName()
            )
    assert pressed == []
    assert opened.changes == []


def test_the_hotkey_notice_is_hidden_when_reopened(opened: SettingsDriver, qapp: QApplication) -> None:
    opened.window.open_on(qapp.primaryScreen())
    opened.window.show_hotkey_result("ctrl+alt+k", messages.hotkey_works("Ctrl+Alt+K"))
    assert any("opens the palette" in label.text() for label in opened.shown_labels())
    opened.window.close()
    opened.window.open_on(qapp.primaryScreen())
    assert not any("opens the palette" in label.text() for label in opened.shown_labels())
    assert opened.window.settings.hotkey == "ctrl+alt+k"


def test_a_duplicate_program_does_not_change_the_first(opened: SettingsDriver) -> None:
    opened.button("Add program").click()
    added = opened.programs()[-1]
    added.setText("PUTTY")
    added.editingFinished.emit()
    assert opened.changes == []


def test_a_hotkey_is_requested_and_the_result_shown(opened: SettingsDriver, qtbot: QtBot) -> None:
    asked: list[str] = []
    opened.window.hotkey_requested.connect(asked.append)
    opened.window.show()
    qtbot.mouseClick(opened.button("Record new keys"), Qt.MouseButton.LeftButton)
    line = next(line for line in opened.window.findChildren(QLineEdit) if line.accessibleName() == "Hotkey")
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyPress(line, Qt.Key.Key_K, held)
    assert asked == ["ctrl+alt+k"]
    opened.window.show_hotkey_result("ctrl+alt+q", messages.hotkey_taken("Ctrl+Alt+K"))
    assert line.text() == "Ctrl+Alt+Q"
    assert opened.changes == []
    opened.window.show_hotkey_result("ctrl+alt+k", messages.hotkey_works("Ctrl+Alt+K"))
    opened.choose("Text size", 125)
    assert opened.changes[-1].hotkey == "ctrl+alt+k"


def test_an_open_window_grows_with_the_scale(opened: SettingsDriver, qapp: QApplication) -> None:
    opened.window.open_on(qapp.primaryScreen())
    opened.window.resize(300, 320)
    for scale, expected in ((200, (600, 640)), (100, (300, 320))):
        opened.window.set_theme(Theme(LIGHT, scale))
        least = opened.window.minimumSizeHint()
        assert opened.window.width() == max(expected[0], least.width())
        assert opened.window.height() == max(expected[1], least.height())
        assert qapp.primaryScreen().availableGeometry().contains(opened.window.geometry())


def test_the_question_before_forgetting_makes_the_page_no_wider(qtbot: QtBot, qapp: QApplication) -> None:
    large = Theme(LIGHT, 200)
    apply(qapp, large)
    opened = SettingsDriver(qtbot, large)
    opened.window.resize(780, 500)
    opened.window.show()
    opened.button("Forget what was learnt").click()
    question = next(each for each in opened.shown_labels() if "cannot be undone" in each.text())
    boxes = opened.window.findChild(PinyinPairBoxes)
    page = question.parentWidget()
    assert boxes is not None
    assert page.minimumSizeHint().width() <= boxes.minimumSizeHint().width()


def test_a_page_wider_than_the_window_can_be_scrolled_sideways(
    opened: SettingsDriver, qapp: QApplication
) -> None:
    opened.window.open_on(qapp.primaryScreen())
    opened.window.resize(200, 300)
    area = opened.window.findChild(QScrollArea)
    assert area is not None
    hidden = area.widget().width() - area.viewport().width()
    assert area.horizontalScrollBar().maximum() >= hidden > 0


def test_large_text_fits_on_a_small_monitor(qtbot: QtBot, qapp: QApplication) -> None:
    large = Theme(LIGHT, 150)
    apply(qapp, large)
    opened = SettingsDriver(qtbot, large)
    opened.window.open_on(qapp.primaryScreen())
    area = opened.window.findChild(QScrollArea)
    assert area is not None
    assert opened.window.width() <= 800
    assert area.horizontalScrollBar().maximum() == 0


def test_every_widget_has_an_accessible_name(opened: SettingsDriver) -> None:
    for kind in (QLineEdit, QComboBox, QPushButton):
        assert all(widget.accessibleName() for widget in opened.window.findChildren(kind))


def test_nothing_moves_when_a_hotkey_is_recorded_and_confirmed(
    opened: SettingsDriver, qapp: QApplication, qtbot: QtBot
) -> None:
    window = opened.window
    window.open_on(qapp.primaryScreen())

    def places() -> list[int]:
        qapp.sendPostedEvents()
        return [box.mapTo(window, QPoint()).y() for box in window.findChildren(QComboBox)]

    before = places()
    qtbot.mouseClick(opened.button("Record new keys"), Qt.MouseButton.LeftButton)
    assert places() == before
    window.show_hotkey_result("ctrl+alt+k", messages.hotkey_works("Ctrl+Alt+K"))
    opened.button("Stop recording").click()
    window.show_hotkey_result("ctrl+alt+k", messages.hotkey_works("Ctrl+Alt+K"))
    assert any("opens the palette" in label.text() for label in opened.shown_labels())
    assert places() == before


def test_nothing_moves_sideways_when_the_result_needs_a_scroll_bar(
    opened: SettingsDriver, qapp: QApplication
) -> None:
    window = opened.window
    window.open_on(qapp.primaryScreen())
    bar = window.findChild(QScrollArea).verticalScrollBar()
    window.resize(window.width(), window.height() + bar.maximum())
    qapp.sendPostedEvents()
    assert not bar.isVisible()
    before = {control: control.geometry().right() for control in window.findChildren(QComboBox)}
    width = opened.button("Record new keys").mapTo(window, QPoint()).x()
    window.show_hotkey_result("ctrl+alt+k", messages.hotkey_taken("Ctrl+Alt+K"))
    qapp.sendPostedEvents()
    assert bar.isVisible()
    assert {control: control.geometry().right() for control in window.findChildren(QComboBox)} == before
    assert opened.button("Record new keys").mapTo(window, QPoint()).x() == width


@pytest.mark.parametrize("scale", [80, 100, 150, 200])
def test_the_text_of_a_combo_box_starts_where_that_of_a_line_edit_does(
    qtbot: QtBot, scale: int, qapp: QApplication
) -> None:
    theme = Theme(LIGHT, scale)
    apply(qapp, theme)
    lists, line = DropDown(("█",), str, theme), QLineEdit("█")
    editable = DropDown(("█",), str, theme)
    editable.setLineEdit(QLineEdit())
    columns = []
    for widget in (lists, editable, line):
        qtbot.addWidget(widget)
        widget.setFixedWidth(theme.px(200))
        if isinstance(widget, DropDown):
            widget.set_value("█")
        picture = widget.grab().toImage()
        middle = [picture.pixelColor(x, picture.height() // 2).lightness() for x in range(theme.px(50))]
        columns.append(next(x for x in range(4, len(middle)) if middle[x] < 100))
    assert max(columns) - min(columns) <= 1, columns


def test_learning_can_be_switched_off(opened: SettingsDriver) -> None:
    box = next(
        box for box in opened.window.findChildren(QCheckBox) if box.accessibleName() == "Learn from use"
    )
    assert box.isChecked()
    box.click()
    assert opened.changes == [replace(START, learning=False)]


def test_what_was_learnt_is_forgotten_after_a_question_only(
    opened: SettingsDriver, qapp: QApplication
) -> None:
    asked: list[bool] = []
    opened.window.forget_requested.connect(lambda: asked.append(True))
    opened.window.open_on(qapp.primaryScreen())
    opened.button("Forget what was learnt").click()
    opened.button("Keep").click()
    assert not asked
    opened.button("Forget what was learnt").click()
    opened.button("Forget for good").click()
    assert asked == [True]
    assert not any(label.text() == "Forgotten" for label in opened.shown_labels())
    opened.window.show_forgotten()
    assert any(label.text() == "Forgotten" for label in opened.shown_labels())
    opened.window.close()
    opened.window.open_on(qapp.primaryScreen())
    assert not any(label.text() == "Forgotten" for label in opened.shown_labels())


def test_the_version_is_shown(opened: SettingsDriver, qapp: QApplication) -> None:
    opened.window.open_on(qapp.primaryScreen())
    assert any(label.text() == "1.2.3" for label in opened.shown_labels())
