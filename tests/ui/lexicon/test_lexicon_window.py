import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from quickdesk.search.related.shop_lexicon import LexiconFlaw, LexiconFlawKind
from quickdesk.ui.drafts.unsaved_bar import UnsavedBar
from quickdesk.ui.lexicon.flaw_words import flaw_text
from quickdesk.ui.lexicon.lexicon_window import LexiconWindow
from quickdesk.ui.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


class Driver:
    def __init__(self, qtbot: QtBot, theme: Theme, text: str = "鞋 鞋子") -> None:
        self.qtbot, self.window = qtbot, LexiconWindow(text, theme)
        qtbot.addWidget(self.window, before_close_func=lambda window: window.finish())
        self.saved: list[str] = []
        self.window.saved.connect(self.saved.append)
        self.window.open_on(self.window.screen())

    @property
    def box(self) -> QPlainTextEdit:
        found = self.window.findChild(QPlainTextEdit)
        assert found is not None
        return found

    def type(self, text: str) -> None:
        with self.qtbot.waitSignal(self.window._check_timer.timeout):
            self.box.setPlainText(text)

    def save(self) -> None:
        self.qtbot.keyClick(self.window, Qt.Key.Key_Return, CONTROL)

    def says(self, text: str) -> bool:
        return any(text in each.text() for each in self.window.findChildren(QLabel) if each.isVisible())

    def button(self, name: str) -> QPushButton:
        return next(each for each in self.window.findChildren(QPushButton) if each.text() == name)


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme) -> Driver:
    return Driver(qtbot, theme)


def test_it_counts_the_lines_and_saves_them_normalized(opened: Driver) -> None:
    assert opened.says("Lines with words: 1")
    opened.type("# 注\n鞋、鞋子\n鞋子 鞋\n小白 => 帆布鞋")
    assert opened.says("Lines with words: 2")
    opened.save()
    assert opened.saved == ["# 注\n鞋 鞋子\n小白 > 帆布鞋"]


def test_a_line_that_cannot_be_used_is_named_and_not_saved(opened: Driver) -> None:
    opened.type("鞋 鞋子\n\n单\n" + "\n".join(f"甲{number}" for number in range(6)))
    assert opened.says("Line 3: at least two words are needed")
    assert opened.says("and 3 more")
    opened.save()
    assert opened.saved == []
    assert opened.box.textCursor().selectedText() == "单"
    opened.type("鞋 鞋子")
    assert not opened.says("Line 3")


def test_what_is_typed_is_checked_when_it_is_saved_at_once(opened: Driver) -> None:
    opened.box.setPlainText("单")
    opened.save()
    assert opened.saved == []
    assert opened.says("Line 1")


@pytest.mark.parametrize("kind", LexiconFlawKind)
def test_every_flaw_has_words(kind: LexiconFlawKind) -> None:
    text = flaw_text(LexiconFlaw(kind, 1234, "x\ny"))
    assert text.startswith("Line 1,234: ")
    assert "{" not in text
    assert "\n" not in text
    assert not flaw_text(LexiconFlaw(kind)).startswith("Line")


def test_closing_asks_about_what_is_not_saved(opened: Driver) -> None:
    opened.box.setPlainText("甲 乙")
    assert not opened.window.close()
    bar = opened.window.findChild(UnsavedBar)
    assert bar is not None
    assert bar.isVisible()
    opened.qtbot.keyClick(opened.window, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    opened.window.close()
    with opened.qtbot.waitSignal(opened.window.cancelled):
        opened.button("Discard").click()
    assert not opened.window.isVisible()


def test_what_changes_elsewhere_replaces_only_what_is_not_changed_here(opened: Driver) -> None:
    opened.window.set_text("甲 乙")
    assert opened.window.text == "甲 乙"
    opened.box.setPlainText("丙 丁")
    opened.window.set_text("戊 己")
    assert opened.window.text == "丙 丁"


def test_a_hundred_thousand_words_do_not_freeze_it(opened: Driver) -> None:
    text = "\n".join(f"词语{number} 字{number}" for number in range(50_000))
    opened.box.setPlainText(text)
    started = time.perf_counter()
    opened.save()
    assert time.perf_counter() - started < 1
    assert opened.says("too much text, at most 200,000 characters")
    assert opened.saved == []


def test_tab_leaves_the_text(opened: Driver) -> None:
    opened.qtbot.keyClick(opened.box, Qt.Key.Key_Tab)
    assert "\t" not in opened.window.text
