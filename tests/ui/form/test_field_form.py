from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from quickdesk.replies.facts import Fact, FactsOfDay
from quickdesk.replies.form import NO_FACTS, boxes
from quickdesk.replies.render import RenderContext, Rendered, render
from quickdesk.replies.template import parse
from quickdesk.ui.form.boxes_pane import BoxesPane
from quickdesk.ui.form.field_form import FieldForm, FilledForm
from quickdesk.ui.form.keys import CHOICE_KEYS, FORM_KEYS, ChoiceAction
from quickdesk.ui.key_names import KeyNames
from quickdesk.ui.keys.key_hints import KeyCap, KeyHints
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import LIGHT

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BODY = "亲爱的{称呼:王女士}，{快递|顺丰|中通}单号 {单号} 😊，共 {天数:7} 天"


class FormDriver:
    """A visible form and the signals it emitted."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        remembered: Mapping[str, str],
        body: str = BODY,
        program: str | None = "微信",
        facts: FactsOfDay = NO_FACTS,
    ) -> None:
        self.qtbot = qtbot
        template = parse(body)
        around = RenderContext(datetime(2026, 1, 2, 3, 4, tzinfo=UTC))

        def preview(values: Mapping[str, str]) -> Rendered:
            return render(template, values, around)

        self.form = FieldForm("退款", boxes(template, remembered, facts=facts), preview, theme, program)
        qtbot.addWidget(self.form)
        self.answers: list[object] = []
        self.form.submitted.connect(self.answers.append)
        self.form.cancelled.connect(lambda: self.answers.append("cancelled"))
        self.form.returned.connect(lambda: self.answers.append("returned"))
        self.form.typed_behind.connect(lambda event: self.answers.append(event.text()))
        self.form.open_on(QGuiApplication.primaryScreen())
        qtbot.waitExposed(self.form)

    def line(self, name: str) -> QLineEdit:
        return next(line for line in self.form.findChildren(QLineEdit) if line.accessibleName() == name)

    def focused(self) -> QWidget:
        widget = self.form.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.focused(), key, held)

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused(), text)

    @property
    def hint(self) -> str:
        return "\n".join(label.text() for label in self.form.findChildren(QLabel))

    @property
    def named_keys(self) -> list[str]:
        """What the keys at the foot do."""
        (hints,) = self.form.findChildren(KeyHints)
        labels = [each for each in hints.findChildren(QLabel) if each.isVisible()]
        return [each.text() for each in labels if not isinstance(each, KeyCap)]

    @property
    def shown(self) -> str:
        return self.form.findChildren(QTextEdit)[0].toPlainText()


def test_text_typed_before_it_had_the_focus_replaces_the_default(qtbot: QtBot, theme: Theme) -> None:
    body = "{称呼}，{快递|顺丰|中通}单号 {单号:SF1}，共 {天数:7} 天"
    opened = FormDriver(qtbot, theme, {}, body)
    with_keyboard = QWidget()
    qtbot.addWidget(with_keyboard)
    with_keyboard.show()
    with_keyboard.activateWindow()
    qtbot.waitUntil(lambda: with_keyboard.isActiveWindow() and not opened.form.isActiveWindow())
    keys = [(Qt.Key.Key_A, "a"), (Qt.Key.Key_B, "b"), (Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_2, "2")]
    for key, text in [*keys, (Qt.Key.Key_Tab, "\t"), (Qt.Key.Key_C, "c")]:
        opened.form.type(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))
    assert dict(opened.form.values) == {"称呼": "ab", "快递": "中通", "单号": "c", "天数": "7"}


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> FormDriver:
    return FormDriver(qtbot, theme, {})


def test_the_last_value_is_preset_and_typing_replaces_it(opened: FormDriver) -> None:
    assert opened.shown.startswith("亲爱的王女士，顺丰单号 {单号} 😊")
    opened.type("Li")
    assert opened.form.values["称呼"] == "Li"
    assert opened.shown.startswith("亲爱的Li，")


def test_enter_goes_to_the_next_missing_box_and_then_submits(opened: FormDriver) -> None:
    opened.press(Qt.Key.Key_Return)
    assert opened.focused() is opened.line("单号")
    assert opened.answers == []
    opened.type("SF123")
    opened.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    values = {"称呼": "王女士", "快递": "顺丰", "单号": "SF123", "天数": "7"}
    assert opened.answers == [FilledForm(values, copy_only=False)]
    assert opened.form.isHidden()


def test_nothing_is_submitted_while_a_box_is_missing(opened: FormDriver) -> None:
    opened.press(Qt.Key.Key_Return, CONTROL)
    assert opened.answers == []
    assert opened.form.isVisible()
    assert opened.focused() is opened.line("单号")
    assert opened.line("单号").accessibleDescription()
    opened.type("1")
    assert not opened.line("单号").accessibleDescription()


def test_control_enter_only_copies_from_any_box(opened: FormDriver) -> None:
    opened.line("单号").setText("1")
    assert "Ctrl+Enter\nCopy only" in opened.hint
    opened.press(Qt.Key.Key_Return, CONTROL)
    assert isinstance(opened.answers[0], FilledForm)
    assert opened.answers[0].copy_only


def test_enter_in_the_last_box_pastes(opened: FormDriver) -> None:
    opened.line("单号").setText("1")
    opened.line("天数").setFocus()
    assert "Enter\nPaste" in opened.hint
    opened.press(Qt.Key.Key_Return)
    assert isinstance(opened.answers[0], FilledForm)
    assert not opened.answers[0].copy_only


def test_enter_on_a_button_presses_that_button(opened: FormDriver) -> None:
    opened.line("单号").setText("1")
    copy = next(b for b in opened.form.findChildren(QPushButton) if b.accessibleName() == "Copy reply")
    copy.setFocus()
    opened.press(Qt.Key.Key_Return)
    assert isinstance(opened.answers[0], FilledForm)
    assert opened.answers[0].copy_only


def test_nothing_scrolls_or_moves_while_it_is_filled_in(qtbot: QtBot, theme: Theme) -> None:
    long = "已经同意，等待原路退回到您付款时所用的账户里"
    words = "我们会一直跟进，请您放心。" * 6
    body = "您好，退款目前{退款进度|正在审核|" + long + "}。" + words + "金额{金额}。"
    opened = FormDriver(qtbot, theme, {}, body)
    height = opened.form.height()
    opened.press(Qt.Key.Key_2)
    opened.line("金额").setText("一百二十八元整")
    assert opened.form.values["退款进度"] == long
    assert opened.form.height() == height
    for area in (opened.form.findChildren(QTextEdit)[0], opened.form.findChildren(QScrollArea)[0]):
        assert area.verticalScrollBar().maximum() == 0
    opened.form.findChildren(QToolButton)[2].click()
    assert opened.form.findChildren(QScrollArea)[0].verticalScrollBar().maximum() == 0


def test_the_copy_button_copies(opened: FormDriver) -> None:
    opened.line("单号").setText("1")
    copy = next(b for b in opened.form.findChildren(QPushButton) if b.accessibleName() == "Copy reply")
    copy.click()
    assert isinstance(opened.answers[0], FilledForm)
    assert opened.answers[0].copy_only


def test_closing_the_window_cancels(opened: FormDriver) -> None:
    opened.form.close()
    assert opened.answers == ["cancelled"]


def test_escape_goes_back_and_later_keys_are_for_the_list(opened: FormDriver) -> None:
    opened.press(Qt.Key.Key_Escape)
    assert opened.form.isVisible(), "until the list has the keyboard"
    opened.type("tk")
    opened.form.close()
    assert opened.answers == ["returned", "t", "k"]


def test_values_are_filled_in(opened: FormDriver) -> None:
    opened.form.fill({"单号": "12", "快递": "中通", "天数": "9", "没有": "x"})
    assert dict(opened.form.values) == {"称呼": "王女士", "快递": "中通", "单号": "12", "天数": "9"}
    opened.form.fill({"快递": "EMS"})
    assert opened.form.values["快递"] == "EMS"
    assert opened.line("快递").isVisible()


def test_digits_and_arrows_choose(opened: FormDriver) -> None:
    opened.press(Qt.Key.Key_Tab)
    assert isinstance(opened.focused(), QToolButton)
    opened.press(Qt.Key.Key_2)
    assert opened.form.values["快递"] == "中通"
    opened.press(Qt.Key.Key_Left)
    assert opened.form.values["快递"] == "顺丰"
    opened.press(Qt.Key.Key_Left)
    assert opened.form.values["快递"] == "", "another value is to be typed"
    opened.press(Qt.Key.Key_Tab)
    opened.type("EMS")
    assert opened.form.values["快递"] == "EMS"


def test_tab_visits_each_box_once_in_order(opened: FormDriver) -> None:
    names = []
    for _ in range(4):
        names.append(opened.focused().accessibleName().split(":")[0])
        opened.press(Qt.Key.Key_Tab)
    assert names == ["称呼", "快递", "单号", "天数"]
    opened.press(Qt.Key.Key_Tab, SHIFT)
    assert opened.focused().accessibleName() == "天数"


def test_during_a_composition_enter_and_escape_go_to_the_input_method(opened: FormDriver) -> None:
    opened.line("单号").setFocus()
    QApplication.sendEvent(opened.line("单号"), QInputMethodEvent("tui'kuan", []))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        opened.press(key)
    assert opened.answers == []
    assert opened.form.isVisible()


def test_losing_the_focus_changes_nothing(opened: FormDriver, qtbot: QtBot) -> None:
    opened.line("单号").setText("half")
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    assert opened.form.isVisible()
    assert opened.form.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert opened.form.values["单号"] == "half"


def test_a_field_name_used_twice_has_one_box(qtbot: QtBot, theme: Theme) -> None:
    opened = FormDriver(qtbot, theme, {}, "{订单号} 和 {订单号}")
    assert len(opened.form.findChildren(QLineEdit)) == 1
    opened.type("A1")
    assert opened.shown == "A1 和 A1"


def test_it_shows_the_target_program(qtbot: QtBot, theme: Theme) -> None:
    def target_text(program: str | None) -> str:
        form = FormDriver(qtbot, theme, {}, program=program).form
        return "\n".join(label.text() for label in form.findChildren(QLabel))

    assert "Pastes into 微信" in target_text("微信")
    assert "Pastes into the window you came from" in target_text("")
    assert "Copies to the clipboard" in target_text(None)


def test_without_a_target_there_is_no_paste_button(qtbot: QtBot, theme: Theme) -> None:
    form = FormDriver(qtbot, theme, {}, program=None).form
    shown = [button.accessibleName() for button in form.findChildren(QPushButton) if button.isVisible()]
    assert shown == ["Copy reply"]


def test_every_widget_has_an_accessible_name(opened: FormDriver) -> None:
    for kind in (QLineEdit, QPushButton, QToolButton, QTextEdit):
        assert all(widget.accessibleName() for widget in opened.form.findChildren(kind) if widget.isVisible())


def test_a_key_held_since_before_does_nothing(qtbot: QtBot, theme: Theme) -> None:
    opened = FormDriver(qtbot, theme, {}, "共 {天数:7} 天")
    for held in (Qt.KeyboardModifier.NoModifier, CONTROL, CONTROL | SHIFT):
        repeat = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held, "\r", autorep=True)
        QApplication.sendEvent(opened.focused(), repeat)
    assert opened.answers == []
    opened.press(Qt.Key.Key_Return)
    assert isinstance(opened.answers[0], FilledForm)


def test_it_submits_once(opened: FormDriver) -> None:
    opened.line("单号").setText("1")
    paste = opened.form.findChild(QPushButton, "paste")
    paste.click()
    paste.click()
    assert len(opened.answers) == 1


def test_names_and_choices_are_shown_literally(qtbot: QtBot, theme: Theme) -> None:
    opened = FormDriver(qtbot, theme, {}, "{A&B|甲&乙|<b>丙}")
    assert [label.text() for label in opened.form.findChildren(QLabel) if label.buddy()] == ["A&&B"]
    choices = [button.text() for button in opened.form.findChildren(QToolButton)]
    assert choices[:2] == ["甲&&乙", "<b>丙"]
    assert opened.form.values["A&B"] == "甲&乙"


def test_a_long_choice_is_elided_with_a_tool_tip(qtbot: QtBot, theme: Theme) -> None:
    long = "很长的选择" * 40
    opened = FormDriver(qtbot, theme, {}, f"{{快递|{long}|短}}")
    button = opened.form.findChildren(QToolButton)[0]
    assert button.text().endswith("…")
    assert button.toolTip()
    assert button.sizeHint().width() <= button.width() <= opened.form.width() // 2
    assert opened.form.values["快递"] == long


@pytest.mark.parametrize("width", [600, 700, 900])
def test_a_choice_is_as_wide_as_its_pane_at_most(qtbot: QtBot, qapp: QApplication, width: int) -> None:
    large = Theme(LIGHT, 200)
    apply(qapp, large)
    driver = FormDriver(qtbot, large, {}, "{结果:|请您先垫付，退款时补给您|不}{单号}")
    driver.form.resize(width, 300)
    pane = driver.form.findChild(BoxesPane)
    button = driver.form.findChildren(QToolButton)[0]
    qtbot.waitUntil(lambda: driver.form.width() == width and button.width() >= button.sizeHint().width())
    content = pane.widget()
    assert content.width() <= pane.viewport().width()
    assert content.rect().contains(button.mapTo(content, button.rect().bottomRight()))


@pytest.mark.parametrize(
    ("body", "first", "later"),
    [
        ("{单号}", ["Paste", "Back", "Keys"], ["Paste", "Copy only", "Back", "Keys"]),
        ("{时效:|今天|明天}", ["Choose", "Paste", "Back", "Keys"], ["Paste", "Copy only", "Back", "Keys"]),
        ("{时效:|今天|明天}{单号}", ["Choose", "Next", "Back", "Keys"], ["Next", "Back", "Keys"]),
        ("{时效|今天|明天}{天数:3}", None, ["Paste", "Copy only", "Next", "Back", "Keys"]),
    ],
)
def test_the_foot_names_the_keys_that_help_now(
    qtbot: QtBot, theme: Theme, body: str, first: list[str] | None, later: list[str]
) -> None:
    driver = FormDriver(qtbot, theme, {}, body)
    driver.form.resize(1200, 400)
    qtbot.waitUntil(lambda: driver.form.width() == 1200)
    if first is not None:
        assert driver.named_keys == first
    caps = {each.text() for each in driver.form.findChildren(KeyCap)}
    assert ("1…2" in caps) == (first is not None and "Choose" in first)
    driver.press(Qt.Key.Key_1)
    assert driver.named_keys == later


def test_ctrl_enter_copies_even_with_the_focus_on_the_paste_button(qtbot: QtBot, theme: Theme) -> None:
    opened = FormDriver(qtbot, theme, {}, "{称呼:王女士}")
    paste = opened.form.findChild(QPushButton, "paste")
    paste.setFocus()
    opened.press(Qt.Key.Key_Return, CONTROL)
    assert opened.answers == [FilledForm(opened.form.values, copy_only=True)]


def test_a_hotkey_with_the_space_bar_presses_no_choice(opened: FormDriver) -> None:
    for choice in opened.form.findChildren(QToolButton):
        opened.qtbot.keyClick(choice, Qt.Key.Key_Space, CONTROL | Qt.KeyboardModifier.AltModifier)
    assert opened.form.values["快递"] == "顺丰"


def test_the_boxes_keep_their_width_when_they_are_scrolled(opened: FormDriver) -> None:
    bar = opened.form.findChild(QScrollArea).verticalScrollBar()
    assert bar.maximum() == 0
    line = opened.line("单号")
    width = line.width()
    opened.form.resize(opened.form.width(), opened.form.minimumSizeHint().height())
    QApplication.sendPostedEvents()
    assert bar.isVisible()
    assert line.width() == width
    assert line.mapTo(opened.form, line.rect().topRight()).x() < bar.mapTo(opened.form, QPoint()).x() - 1


@pytest.fixture
def unchosen(qtbot: QtBot, theme: Theme) -> FormDriver:
    return FormDriver(qtbot, theme, {}, "{单号}{时效:|今天|明天}发货{颜色|红|蓝}")


def test_choices_that_start_unchosen_cannot_be_sent_by_pressing_enter(unchosen: FormDriver) -> None:
    unchosen.type("1")
    unchosen.press(Qt.Key.Key_Return)
    assert unchosen.focused().accessibleName() == "时效: 今天"
    for _ in range(2):
        unchosen.press(Qt.Key.Key_Return)
    assert (unchosen.answers, unchosen.form.values["时效"]) == ([], "")
    assert "required" in unchosen.hint
    unchosen.press(Qt.Key.Key_2)
    unchosen.press(Qt.Key.Key_Return)
    values = {"单号": "1", "时效": "明天", "颜色": "红"}
    assert unchosen.answers == [FilledForm(values, copy_only=False)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, "今天"),
        (Qt.Key.Key_Down, "今天"),
        (Qt.Key.Key_Space, "今天"),
        (Qt.Key.Key_2, "明天"),
        (Qt.Key.Key_3, ""),
        (Qt.Key.Key_Left, ""),
    ],
)
def test_keys_choose_where_nothing_is_chosen_yet(unchosen: FormDriver, key: Qt.Key, value: str) -> None:
    unchosen.press(Qt.Key.Key_Tab)
    unchosen.press(key)
    assert unchosen.form.values["时效"] == value
    unchosen.line("单号").setFocus()
    unchosen.press(Qt.Key.Key_Tab)
    assert unchosen.focused().accessibleName().startswith("时效")
    assert unchosen.line("时效").isVisible() == (key == Qt.Key.Key_Left)


def test_tab_stops_once_at_choices_of_which_none_is_chosen(unchosen: FormDriver) -> None:
    names = []
    for _ in range(3):
        names.append(unchosen.focused().accessibleName().split(":")[0])
        unchosen.press(Qt.Key.Key_Tab)
    assert names == ["单号", "时效", "颜色"]


def test_f1_shows_every_key_of_the_form_and_gives_the_focus_back(opened: FormDriver) -> None:
    opened.line("单号").setFocus()
    opened.press(Qt.Key.Key_F1)
    sheet = opened.form.findChild(KeySheet)
    assert sheet.geometry() == opened.form.rect()
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for binding in (*FORM_KEYS.bindings, *CHOICE_KEYS.bindings):
        assert {binding.label, binding.text()} <= shown
    opened.press(Qt.Key.Key_Return)
    assert sheet.isHidden()
    assert opened.answers == []
    assert opened.focused() is opened.line("单号")


def test_the_keys_of_choices_are_those_of_the_key_sheet(qtbot: QtBot, theme: Theme) -> None:
    driver = FormDriver(qtbot, theme, {}, "{颜色|红|蓝}")
    for key, action, value in (
        (Qt.Key.Key_2, ChoiceAction.PICK, "蓝"),
        (Qt.Key.Key_1, ChoiceAction.PICK, "红"),
        (Qt.Key.Key_Right, ChoiceAction.NEXT, "蓝"),
        (Qt.Key.Key_Left, ChoiceAction.PREVIOUS, "红"),
        (Qt.Key.Key_Down, ChoiceAction.NEXT, "蓝"),
        (Qt.Key.Key_Up, ChoiceAction.PREVIOUS, "红"),
    ):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        found = CHOICE_KEYS.find(event, KeyNames("offscreen"))
        assert found is not None
        assert found.binding.action is action
        driver.press(key)
        assert driver.form.values["颜色"] == value


def test_choosing_moves_no_choice(unchosen: FormDriver) -> None:
    def places() -> list[object]:
        return [each.geometry() for each in unchosen.form.findChildren(QToolButton)]

    before = places()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_2):
        unchosen.press(key)
        QApplication.sendPostedEvents()
        assert places() == before


@pytest.mark.parametrize("width", [784, 500])
def test_boxes_are_never_scrolled_sideways(qtbot: QtBot, qapp: QApplication, width: int) -> None:
    large = Theme(LIGHT, 200)
    apply(qapp, large)
    facts = FactsOfDay.of([Fact("客服名", "小美")], date(2026, 1, 2))
    body = "{订单号}{结果:|已经通过了审核|" + "需要补充凭证才可以" * 9 + "}{客服名}"
    driver = FormDriver(qtbot, large, {}, body, facts=facts)
    driver.form.resize(width, 600)
    qtbot.waitUntil(driver.form.isActiveWindow)
    for name in ("结果", "客服名", "订单号"):
        driver.form.findChild(BoxesPane).show_missing([name])
        QApplication.sendPostedEvents()
        pane = driver.form.findChild(BoxesPane)
        assert pane.horizontalScrollBar().value() == 0
        field = driver.focused()
        assert field.mapTo(pane, field.rect().topLeft()).x() >= 0


def test_a_unit_that_the_reply_has_too_is_named_and_sent_as_it_is_shown(qtbot: QtBot, theme: Theme) -> None:
    facts = FactsOfDay.of([Fact("价保", "15天")], date(2026, 1, 2))
    driver = FormDriver(qtbot, theme, {}, "支持{天数}天退货，{价保}天价保，{快递}", facts=facts)
    note = "“天” follows already, and would stand there twice"
    assert driver.hint.count(note) == 1, "the fact"
    driver.line("天数").setText("7天")
    assert driver.hint.count(note) == 2
    assert driver.shown.startswith("支持7天天退货，15天天价保")
    driver.line("天数").setText("7")
    driver.line("价保").setText("15")
    assert note not in driver.hint


def test_the_note_on_a_unit_needs_no_scrolling(qtbot: QtBot, theme: Theme) -> None:
    facts = FactsOfDay.of([Fact("快递", "顺丰")], date(2026, 1, 2))
    driver = FormDriver(qtbot, theme, {}, "{甲}天，{乙}天，{丙}天，{快递}", facts=facts)
    (area,) = [each for each in driver.form.findChildren(QScrollArea) if each.accessibleName() == "Fields"]
    driver.line("甲").setText("7天")
    qtbot.waitUntil(lambda: "follows already" in driver.hint)
    QApplication.sendPostedEvents()
    assert area.verticalScrollBar().maximum() == 0
