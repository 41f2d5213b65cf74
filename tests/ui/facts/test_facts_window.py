"""The page of facts: keys fill the proposed ones, a line is saved when it is left, what is typed stays."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from quickdesk.replies.facts import Fact
from quickdesk.replies.shop.uses import Entry
from quickdesk.replies.snippet import Snippet
from quickdesk.ui.facts.fact_line import FactLine, ValueEdit
from quickdesk.ui.facts.facts_window import FactsWindow
from quickdesk.ui.keys.key_hints import KeyCap
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import DARK, LIGHT

TODAY = date(2026, 11, 22)
USED = tuple(Snippet(f"r{number}", f"话术{number}", "b") for number in range(9))
COURIER = Entry("快递公司", Fact("快递公司", "京东"), USED)
ADDRESS = Entry("退货地址", Fact("退货地址", "杭州\n1号楼", date(2026, 11, 21)), USED[:1])
DAYS = Entry("无理由天数", None, USED[:2], ("7天", "15天"))
LIMIT = Entry("发货时限", None, USED[:1])
ENTER, TAB, SHIFT = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Page:
    """A visible window and what it emitted."""

    def __init__(self, qtbot: QtBot, theme: Theme, entries: Sequence[Entry]) -> None:
        self.qtbot, self.window = qtbot, FactsWindow(theme)
        qtbot.addWidget(self.window)
        self.emitted: list[tuple[str, ...]] = []
        self.window.saved.connect(lambda *typed: self.emitted.append(typed))
        self.window.removed.connect(lambda name: self.emitted.append((name,)))
        self.window.undo_requested.connect(lambda: self.emitted.append(("undo",)))
        self.window.open_on(QGuiApplication.primaryScreen())
        self.window.show_entries(entries, TODAY)
        qtbot.waitUntil(self.window.isActiveWindow)

    @property
    def focused(self) -> str:
        """The accessible name of the box with the focus."""
        widget = self.window.focusWidget()
        return "" if widget is None else widget.accessibleName()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.window.focusWidget(), key, held)

    def write(self, text: str) -> None:
        """Type, or commit what no key types."""
        widget = self.window.focusWidget()
        widget.insertPlainText(text) if hasattr(widget, "insertPlainText") else widget.insert(text)  # type: ignore[union-attr]

    def line(self, name: str) -> FactLine:
        (found,) = [each for each in self.window.findChildren(FactLine) if each.key == name]
        return found

    def texts(self) -> str:
        labels = self.window.findChildren(QLabel)
        return "\n".join(each.text() for each in labels if each.isVisible())

    def button(self, text: str) -> QPushButton:
        (found,) = [each for each in self.window.findChildren(QPushButton) if each.text() == text]
        return found


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> Page:
    page = Page(qtbot, theme, [COURIER, ADDRESS, DAYS, LIMIT])
    page.line("快递公司").start()
    return page


def test_a_new_page_is_filled_with_the_keyboard_alone(qtbot: QtBot, theme: Theme) -> None:
    page = Page(qtbot, theme, [DAYS, LIMIT])
    assert page.focused == "无理由天数"
    for value in ("7天", "48小时"):
        page.write(value)
        page.press(ENTER)
    assert page.emitted == [("无理由天数", "7天", ""), ("发货时限", "48小时", "")]
    assert page.focused == "Name of the field", "the line for another one"
    page.write("赠品规则")
    page.press(TAB)
    page.write("满百送一")
    page.press(ENTER)
    assert page.emitted[2:] == [("赠品规则", "满百送一", "")]


def test_a_line_is_saved_once_when_it_is_left_and_only_if_it_changed(page: Page) -> None:
    assert page.focused == "快递公司"
    page.press(TAB)
    page.press(TAB)
    assert page.focused == "退货地址"
    assert page.emitted == []
    page.write("宁波")
    page.press(TAB)
    page.write("-")
    page.press(TAB)
    assert page.emitted == [("退货地址", "宁波", "-")], "a value that Tab comes to is selected"
    page.window.close()
    assert len(page.emitted) == 1


def test_a_page_starts_at_the_first_fact_that_is_not_set(qtbot: QtBot, theme: Theme) -> None:
    assert Page(qtbot, theme, [COURIER, DAYS, LIMIT]).focused == "无理由天数"
    assert Page(qtbot, theme, [COURIER, ADDRESS]).focused == "快递公司"


def test_a_narrow_foot_keeps_enter(qtbot: QtBot, qapp: QApplication) -> None:
    large = Theme(LIGHT, 200)
    apply(qapp, large)
    page = Page(qtbot, large, [COURIER])

    def caps() -> list[str]:
        return [each.text() for each in page.window.findChildren(KeyCap) if each.isVisible()]

    page.window.resize(1600, 500)
    qtbot.waitUntil(lambda: caps() == ["Enter", "Shift+Enter", "Esc", "F1"])
    page.window.resize(640, 500)
    qtbot.waitUntil(lambda: "Shift+Enter" not in caps())
    assert "Enter" in caps()


def test_an_empty_box_shows_between_which_words_its_value_will_stand(qtbot: QtBot, theme: Theme) -> None:
    days = Entry(
        "价保天数", None, (Snippet("a", "坏", "{价保"), Snippet("b", "价保", "支持{价保天数}天价保。"))
    )
    page = Page(qtbot, theme, [days, DAYS])
    boxes = {each.accessibleName(): each for each in page.window.findChildren(ValueEdit)}
    assert boxes["价保天数"].placeholderText() == "支持＿＿天价保"
    assert boxes["无理由天数"].placeholderText() == "7天 / 15天"


def test_the_line_that_it_starts_at_is_in_sight(qtbot: QtBot, theme: Theme) -> None:
    known = [Entry(f"名{number}", Fact(f"名{number}", "x"), USED[:1]) for number in range(40)]
    page = Page(qtbot, theme, [*known, LIMIT])
    assert page.focused == "发货时限"
    qtbot.waitUntil(lambda: not page.line("发货时限").visibleRegion().isEmpty())


def test_keys_typed_before_the_facts_are_read_go_to_the_first_line(qtbot: QtBot, theme: Theme) -> None:
    window = FactsWindow(theme)
    qtbot.addWidget(window)
    saved: list[tuple[str, ...]] = []
    window.saved.connect(lambda *typed: saved.append(typed))
    for entries in ([DAYS, LIMIT], [COURIER, LIMIT]):
        saved.clear()
        window.open_on(QGuiApplication.primaryScreen())
        qtbot.waitUntil(window.isActiveWindow)
        for key in (Qt.Key.Key_7, TAB, Qt.Key.Key_Minus, ENTER, Qt.Key.Key_8):
            qtbot.keyClick(window.focusWidget() or window, key)
        assert saved == []
        window.show_entries(entries, TODAY)
        window.close()
        assert [typed[1:] for typed in saved] == [("7", "-"), ("8", "")]


def test_the_value_has_room_on_a_small_screen_with_large_text(qtbot: QtBot) -> None:
    page = Page(qtbot, Theme(LIGHT, 200), [])
    page.window.resize(1000, 500)
    qtbot.waitUntil(lambda: page.window.width() == 1000)
    page.window.show_entries([COURIER], TODAY)
    value = page.line("快递公司").findChild(ValueEdit)
    assert value is not None
    qtbot.waitUntil(lambda: value.width() == 300)
    page.window.resize(1600, 500)
    qtbot.waitUntil(lambda: value.width() > 600)


@pytest.mark.parametrize("scale", [80, 100, 200])
def test_the_boxes_of_a_line_are_equally_high(qtbot: QtBot, qapp: QApplication, scale: int) -> None:
    theme = Theme(LIGHT, scale)
    apply(qapp, theme)
    page = Page(qtbot, theme, [COURIER])
    line = page.line("快递公司")
    value = line.findChild(ValueEdit)
    boxes = [each for each in line.findChildren(QLineEdit) if each.isVisible()]
    assert value is not None
    qtbot.waitUntil(lambda: [each.geometry().top() for each in boxes] == [value.geometry().top()])
    assert all(abs(each.height() - value.height()) <= 1 for each in boxes)


def test_closing_saves_what_is_being_typed(page: Page) -> None:
    page.write("顺丰")
    page.press(Qt.Key.Key_Escape)
    assert page.emitted == [("快递公司", "顺丰", "")]
    assert page.window.isHidden()


def test_shift_enter_breaks_the_line(page: Page) -> None:
    page.press(Qt.Key.Key_Home)
    page.press(ENTER, SHIFT)
    page.press(ENTER)
    assert page.emitted == []  # an empty line around a value is nothing
    page.line("快递公司").start()
    page.write("a")
    page.press(ENTER, SHIFT)
    page.write("b")
    page.press(ENTER)
    assert page.emitted[0][1] == "a\nb"


def test_a_fact_is_removed_by_emptying_it_or_with_its_button(page: Page) -> None:
    page.press(Qt.Key.Key_A, CONTROL)
    page.press(Qt.Key.Key_Backspace)
    page.press(ENTER)
    (button,) = page.line("退货地址").findChildren(QToolButton)
    button.click()
    assert page.emitted == [("快递公司",), ("退货地址",)]
    page.window.show_removed("退货地址")
    assert "Removed: 退货地址" in page.texts()
    page.button("Undo").click()
    assert page.emitted[-1] == ("undo",)


def test_what_is_typed_survives_new_facts_and_the_rest_follows_them(page: Page) -> None:
    page.write("新")
    changed = Entry("快递公司", Fact("快递公司", "德邦"), USED[:3])
    page.window.show_entries([changed, Entry("无理由天数", Fact("无理由天数", "7天"), USED), LIMIT], TODAY)
    page.press(ENTER)
    assert page.emitted == [("快递公司", "新", "")]
    assert page.focused == "无理由天数", "退货地址 is gone"
    page.window.show_entries([Entry("快递公司", Fact("快递公司", "新"), USED[:3]), LIMIT], TODAY)
    assert not page.line("快递公司").is_changed


def test_a_problem_stands_at_its_line_and_what_was_typed_stays(page: Page) -> None:
    page.write("新")
    page.press(ENTER)
    page.window.show_problem("快递公司", Notice(Tone.WARNING, "The fact was not saved", "The disk is full."))
    assert "The disk is full." in page.texts()
    page.line("快递公司").start()
    page.press(ENTER)
    assert len(page.emitted) == 2, "it is tried again"


def test_expired_facts_and_the_replies_that_use_the_current_one_are_named(page: Page) -> None:
    assert "Expired" in page.texts()
    assert "Used by: 话术0, 话术1" in page.texts()
    assert "话术8" not in page.texts()
    page.press(ENTER)
    assert "Used by: 话术0\n" in f"{page.texts()}\n"


def test_a_hundred_long_hostile_facts_are_shown(qtbot: QtBot, theme: Theme) -> None:
    many = [
        Entry(f"名{number}", Fact(f"名{number}", "长\u202e\n" * 300), (Snippet("a", "\u202e\n题" * 50, "b"),))
        for number in range(100)
    ]
    page = Page(qtbot, theme, many)
    page.window.set_theme(Theme(DARK, 200))
    assert "\u202e" not in page.texts()
    assert page.line("名99").height() < page.window.height()


def test_f1_shows_the_keys_and_escape_goes_back_to_the_line(page: Page) -> None:
    page.press(Qt.Key.Key_F1)
    (sheet,) = page.window.findChildren(KeySheet)
    assert sheet.isVisible()
    page.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert page.window.isVisible()
    assert page.focused == "快递公司"


@pytest.mark.parametrize("value", ["杭州\xa01号", "a\u2028b", "a\u2029b", "a\ufdd0b", "a\tb"])
def test_a_value_that_the_box_cannot_show_exactly_is_not_changed_by_looking_at_it(
    qtbot: QtBot, theme: Theme, value: str
) -> None:
    page = Page(qtbot, theme, [Entry("退货地址", Fact("退货地址", value))])
    page.window.close()
    assert page.emitted == []


def test_a_value_whose_unit_a_reply_has_too_says_so(qtbot: QtBot, theme: Theme) -> None:
    replies = (Snippet("a", "坏", "{价保"), Snippet("b", "价保", "支持{价保天数}天价保。"))
    note = "“天” follows already, and would stand there twice"
    page = Page(qtbot, theme, [Entry("价保天数", Fact("价保天数", "15天"), replies)])
    assert note in page.texts()
    page.window.show_entries([Entry("价保天数", Fact("价保天数", "15"), replies)], TODAY)
    assert note not in page.texts()
