from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from quickdesk.replies.drafts import ReplyDraft
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import StoreProblem
from quickdesk.ui import data_notices
from quickdesk.ui.drafts.unsaved_bar import UnsavedBar
from quickdesk.ui.editor.body_edit import FieldMenu
from quickdesk.ui.editor.keys import EDITOR_KEYS
from quickdesk.ui.editor.snippet_editor import SnippetEditor
from quickdesk.ui.keys.key_sheet import KeySheet
from quickdesk.ui.notice import NoticeBar
from quickdesk.ui.placement import place_framed
from quickdesk.ui.theme import Theme, apply
from quickdesk.ui.tokens import LIGHT
from tests.fakes.clock import NOON

CONTROL = Qt.KeyboardModifier.ControlModifier
FOOT = ("Save reply", "Cancel")
OLD = Snippet("id-1", "退款", "请发 {单号}", "tk", ("售后", "退款"), ("常用",))


class EditorDriver:
    def __init__(self, qtbot: QtBot, theme: Theme, snippet: Snippet, *, can_paste: bool = False) -> None:
        self.qtbot = qtbot
        self.editor = SnippetEditor(snippet, theme, can_paste=can_paste)
        qtbot.addWidget(self.editor)
        self.answers: list[object] = []
        self.editor.saved.connect(self.answers.append)
        self.editor.saved_to_paste.connect(lambda content: self.answers.append(("paste", content)))
        self.editor.cancelled.connect(lambda: self.answers.append("cancelled"))
        self.editor.open_on(QGuiApplication.primaryScreen())
        qtbot.waitExposed(self.editor)
        self.body = self.editor.findChildren(QPlainTextEdit)[0]
        self.unsaved = self.editor.findChildren(UnsavedBar)[0]
        self.notice = self.editor.findChildren(NoticeBar)[0]

    def line(self, name: str) -> QLineEdit:
        return next(line for line in self.editor.findChildren(QLineEdit) if line.accessibleName() == name)

    def button(self, name: str) -> QPushButton:
        return next(b for b in self.editor.findChildren(QPushButton) if b.accessibleName() == name)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.qtbot.keyClick(self.editor.focusWidget() or self.editor, key, held)


@pytest.fixture
def old(qtbot: QtBot, theme: Theme) -> EditorDriver:
    return EditorDriver(qtbot, theme, OLD)


@pytest.fixture
def new(qtbot: QtBot, theme: Theme) -> EditorDriver:
    return EditorDriver(qtbot, theme, Snippet("", "怎么退货", ""))


def test_an_unchanged_snippet_is_returned_as_it_was(old: EditorDriver) -> None:
    old.press(Qt.Key.Key_Return, CONTROL)
    assert old.answers == [OLD]
    assert old.editor.isVisible(), "it stays until it is on the disk"


def test_folder_and_tags_are_parsed_in_all_usual_spellings(new: EditorDriver) -> None:
    new.body.setPlainText("好的")
    new.line("Folder").setText(" 售后 / 退货/ ")
    new.line("Tags").setText("#退款，常用  退款")
    new.press(Qt.Key.Key_Return, CONTROL)
    assert new.answers == [Snippet("", "怎么退货", "好的", "", ("售后", "退货"), ("退款", "常用"))]


def test_other_ways_to_ask_are_written_in_one_line(new: EditorDriver) -> None:
    new.body.setPlainText("好的")
    new.line("Other ways to ask").setText("能退吗；亲，怎么退; 能退吗|")
    new.press(Qt.Key.Key_Return, CONTROL)
    assert new.answers == [Snippet("", "怎么退货", "好的", asks=("能退吗", "亲，怎么退"))]


def test_an_ask_with_a_separator_stays_whole_while_the_line_is_not_edited(qtbot: QtBot, theme: Theme) -> None:
    snippet = replace(OLD, asks=("a|b", "能退吗"))
    driver = EditorDriver(qtbot, theme, snippet)
    assert driver.editor.content == snippet
    driver.line("Other ways to ask").setText("a|b；能退吗；怎么退")
    assert driver.editor.content.asks == ("a", "b", "能退吗", "怎么退")
    driver.editor.finish()


@pytest.mark.parametrize(
    ("title", "body", "part"), [("", "x", "title"), ("x", " \n", "Write"), ("x", "y\n{单号", "not closed")]
)
def test_invalid_content_is_refused_with_the_reason(
    new: EditorDriver, title: str, body: str, part: str
) -> None:
    new.line("Title").setText(title)
    new.body.setPlainText(body)
    new.press(Qt.Key.Key_Return, CONTROL)
    assert new.answers == []
    notice = new.notice.notice
    assert notice is not None
    assert part in notice.headline + notice.text


def test_a_flaw_is_shown_with_its_line_while_typing(new: EditorDriver) -> None:
    new.body.setPlainText("😀 {好}\n{坏")
    assert new.notice.notice is not None
    assert "2" in new.notice.notice.headline
    new.body.setPlainText("😀 {好}\n{坏}")
    assert new.notice.notice is None


def test_every_flaw_is_shown_with_its_line(new: EditorDriver) -> None:
    new.body.setPlainText("一}\n{好}\n{坏")
    notice = new.notice.notice
    assert notice is not None
    assert "2 places" in notice.headline
    first, second = notice.text.splitlines()
    assert first.startswith("Line 1: ")
    assert second.startswith("Line 3: ")
    new.body.setPlainText("}\n" * 9)
    assert new.notice.notice is not None
    assert "And 6 more." in new.notice.notice.text
    new.editor.finish()


def test_the_body_has_the_focus_after_the_field_menu(new: EditorDriver) -> None:
    menu = new.editor.findChildren(FieldMenu)[0]
    button = next(b for b in new.editor.findChildren(QPushButton) if b.menu() is menu)
    button.setFocus()
    menu.popup(new.editor.mapToGlobal(new.editor.rect().center()))
    new.qtbot.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert new.editor.focusWidget() is new.body
    assert new.editor.isVisible()


def test_escape_closes_at_once_if_nothing_changed(old: EditorDriver) -> None:
    old.press(Qt.Key.Key_Escape)
    assert old.answers == ["cancelled"]
    assert old.editor.isHidden()


def test_unsaved_changes_are_not_lost_without_an_answer(old: EditorDriver) -> None:
    old.body.setPlainText("anders")
    old.press(Qt.Key.Key_Escape)
    assert old.unsaved.isVisible()
    assert old.answers == []
    old.press(Qt.Key.Key_Escape)
    assert old.unsaved.isHidden()
    assert old.editor.isVisible()
    old.editor.close()
    discard = next(b for b in old.unsaved.findChildren(QPushButton) if b.accessibleName() == "Discard")
    discard.click()
    assert old.answers == ["cancelled"]
    assert old.editor.isHidden()


def test_a_failed_save_keeps_the_content_and_shows_the_reason(old: EditorDriver) -> None:
    old.press(Qt.Key.Key_Return, CONTROL)
    problem = data_notices.store_problem(StoreProblem.DISK_FULL, "/data")
    old.editor.show_problem(problem)
    assert old.notice.notice == problem
    old.editor.finish()
    assert old.editor.isHidden()
    assert old.answers == [OLD]


def test_a_field_is_inserted_at_the_cursor_with_its_name_selected(new: EditorDriver) -> None:
    menu = new.editor.findChildren(FieldMenu)[0]
    new.body.setPlainText("请发")
    new.body.moveCursor(new.body.textCursor().MoveOperation.End)
    menu.actions()[0].trigger()
    assert new.body.toPlainText() == "请发{name}"
    assert new.body.textCursor().selectedText() == "name"


def test_other_replies_with_the_same_code_are_shown_and_saving_is_allowed(new: EditorDriver) -> None:
    asked: list[str] = []
    new.editor.code_edited.connect(asked.append)
    new.line("Code").setText(" tk ")
    assert asked == ["tk"]
    new.editor.show_code_holders(["退款", "<b>退款</b>到账", "三", "四"])
    description = new.line("Code").accessibleDescription()
    assert "退款, <b>退款</b>到账" in description
    assert "2 more" in description
    new.body.setPlainText("好的")
    new.press(Qt.Key.Key_Return, CONTROL)
    assert len(new.answers) == 1
    new.editor.show_code_holders([])
    assert new.line("Code").accessibleDescription() == ""


def type_in(driver: EditorDriver, name: str, text: str) -> list[str]:
    """Type as an input method does, and return what is offered."""
    line = driver.line(name)
    line.setFocus()
    committed = QInputMethodEvent()
    committed.setCommitString(text)
    QApplication.sendEvent(line, committed)
    completer = line.completer()
    model = completer.completionModel()
    return [completer.pathFromIndex(model.index(row, 0)) for row in range(model.rowCount())]


def test_folders_and_tags_in_use_are_offered_while_one_is_typed(new: EditorDriver) -> None:
    new.editor.set_known(["售后/退款", "售前"], ["常用", "已 读", "测评"])
    assert type_in(new, "Folder", "退") == ["售后/退款"]
    assert type_in(new, "Tags", "急 c") == ["急 常用", "急 测评"]
    assert type_in(new, "Tags", "y") == ["急 常用"]
    new.editor.finish()


def test_tab_goes_from_the_title_to_the_reply_and_on_to_the_rest(new: EditorDriver) -> None:
    new.line("Title").setFocus()
    names = []
    for _ in range(10):
        names.append((new.editor.focusWidget() or new.editor).accessibleName())
        new.press(Qt.Key.Key_Tab)
    texts = ["Title", "Reply", "Code", "Folder", "Tags", "Other ways to ask", "Remark"]
    assert names == [*texts, "Insert field", "Cancel", "Save reply"]
    assert new.editor.focusWidget() is new.line("Title")


def test_ctrl_tab_types_a_tab(new: EditorDriver) -> None:
    new.body.setFocus()
    new.press(Qt.Key.Key_Tab, CONTROL)
    assert new.body.toPlainText() == "\t"
    new.editor.finish()


def test_ctrl_shift_enter_saves_and_pastes_where_there_is_a_window(qtbot: QtBot, theme: Theme) -> None:
    driver = EditorDriver(qtbot, theme, OLD, can_paste=True)
    driver.press(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    driver.button("Save and paste").click()
    assert driver.answers == [("paste", OLD)] * 2
    driver.body.setPlainText("{")
    driver.button("Save and paste").click()
    assert len(driver.answers) == 2
    driver.editor.finish()


def test_without_a_window_nothing_can_be_pasted(old: EditorDriver) -> None:
    old.press(Qt.Key.Key_Return, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert old.answers == []
    assert old.button("Save and paste").isHidden()


@pytest.mark.parametrize("can_paste", [False, True])
def test_a_draft_is_offered_above_the_fields(qtbot: QtBot, theme: Theme, can_paste: bool) -> None:
    driver = EditorDriver(qtbot, theme, Snippet("", "", ""), can_paste=can_paste)
    driver.editor.draft_bar.offer(ReplyDraft(1, NOON, replace(OLD, title="长" * 90)), NOON)
    label = driver.editor.draft_bar.findChildren(QLabel)[1]
    assert label.text() == f"Unsaved draft (12:00): {'长' * 40}…"
    driver.editor.fill(OLD)
    assert driver.editor.content == OLD
    assert driver.editor.is_changed
    driver.editor.finish()


def test_every_widget_has_an_accessible_name(new: EditorDriver) -> None:
    for kind in (QLineEdit, QPlainTextEdit, QPushButton):
        assert all(widget.accessibleName() for widget in new.editor.findChildren(kind))


def test_a_reply_that_is_too_long_is_reported_with_its_length_and_no_line(new: EditorDriver) -> None:
    new.body.setPlainText("a\n" * 60_000)
    notice = new.notice.notice
    assert notice is not None
    assert notice.headline == "The reply is too long"
    assert notice.text == "It has 120,000 characters. A reply can have up to 100,000."


@pytest.mark.parametrize("focused", ["Cancel", "Save reply", "Insert field", "Discard", "Keep editing"])
def test_ctrl_enter_saves_wherever_the_focus_is(old: EditorDriver, focused: str) -> None:
    old.body.setPlainText("anders")
    old.editor.close()
    assert old.unsaved.isVisible()
    old.button(focused).setFocus()
    old.press(Qt.Key.Key_Return, CONTROL)
    assert old.answers == [replace(OLD, body="anders")]
    assert old.editor.isVisible()
    old.editor.finish()


SCALES = (80, 100, 125, 150, 175, 200)
LAPTOP, NETBOOK = QRect(0, 0, 1366, 728), QRect(0, 0, 1024, 560)
"""Screens of 1366x768 and 1024x600 pixels without a panel of 40 pixels."""
LONG_REMARK = "先问主管。\n" * 6


def opened_editor(qtbot: QtBot, scale: int, area: QRect, snippet: Snippet) -> SnippetEditor:
    """Return an editor that is open on a work area, larger than the screen of the tests or not."""
    theme = Theme(LIGHT, scale)
    apply(QApplication.instance(), theme)
    editor = SnippetEditor(snippet, theme)
    qtbot.addWidget(editor)
    editor.open_on(QGuiApplication.primaryScreen())
    editor.setGeometry(place_framed(area, editor.opening_size()))
    return editor


@pytest.mark.parametrize(
    ("scale", "area"),
    [*((scale, LAPTOP) for scale in SCALES), *((scale, NETBOOK) for scale in SCALES if scale <= 150)],
)
@pytest.mark.parametrize("remark", ["", LONG_REMARK])
def test_buttons_error_and_question_are_on_the_screen_at_every_text_size(
    qtbot: QtBot, scale: int, area: QRect, remark: str
) -> None:
    editor = opened_editor(qtbot, scale, area, replace(OLD, remark=remark))
    for step in ("plain", "error", "question"):
        if step == "error":
            editor.findChildren(QPlainTextEdit)[0].setPlainText("}\n" * 9)
        elif step == "question":
            editor.close()
            assert editor.findChild(UnsavedBar).isVisible()
        QApplication.sendPostedEvents()
        assert area.contains(editor.frameGeometry()), step
        bars = (*editor.findChildren(NoticeBar), editor.findChild(UnsavedBar))
        shown = [bar for bar in bars if bar.isVisible()]
        shown += [button for button in editor.findChildren(QPushButton) if button.text() in FOOT]
        assert len(shown) == {"plain": 2, "error": 3, "question": 4}[step]
        for widget in shown:
            assert editor.rect().contains(QRect(widget.mapTo(editor, QPoint()), widget.size())), step
            assert widget.height() >= widget.minimumSizeHint().height()
            assert not widget.geometry().intersects(editor.findChild(QScrollArea).geometry()) or (
                widget.parentWidget() is not editor
            )
    editor.finish()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("remark", ["", "一行", "一\n二", LONG_REMARK])
def test_the_reply_has_its_room_whatever_the_remark_is(qtbot: QtBot, scale: int, remark: str) -> None:
    editor = opened_editor(qtbot, scale, QRect(0, 0, 3000, 3000), replace(OLD, remark=remark))
    body, _ = editor.findChildren(QPlainTextEdit)
    assert body.height() >= 236 * scale // 100
    assert editor.findChild(QScrollArea).verticalScrollBar().maximum() == 0


def test_a_remark_is_as_high_as_its_whole_lines(old: EditorDriver) -> None:
    remark = old.editor.findChildren(QPlainTextEdit)[1]
    line = old.line("Code")
    one = remark.height()
    assert 0 <= one - line.height() <= 4
    heights = []
    for lines in range(1, 7):
        remark.setPlainText("\n".join("行" * lines))
        heights.append(remark.height() - one)
        assert (remark.verticalScrollBar().maximum() > 0) == (lines > 4)
    step = heights[1]
    assert step > 0
    assert heights == [0, step, 2 * step, 3 * step, 3 * step, 3 * step]
    remark.setPlainText("一行很长" * 60)
    assert remark.height() > one
    old.editor.finish()


@pytest.mark.parametrize("scale", SCALES)
def test_all_texts_start_at_the_same_column(qtbot: QtBot, scale: int) -> None:
    editor = opened_editor(qtbot, scale, LAPTOP, replace(OLD, remark="l", title="l", body="l", code="l"))
    editor.findChildren(QPushButton)[0].setFocus()
    columns = set()
    for edit in (editor.findChild(QLineEdit, "title"), *editor.findChildren(QPlainTextEdit)):
        cursor = edit.cursorRect().center()
        if isinstance(edit, QPlainTextEdit):
            columns.add(edit.viewport().mapTo(edit, cursor).x())
        else:
            edit.home(False)
            columns.add(edit.cursorRect().center().x())
    assert max(columns) - min(columns) <= 1
    editor.finish()


def test_the_focused_field_is_scrolled_into_view(qtbot: QtBot) -> None:
    editor = opened_editor(qtbot, 150, NETBOOK, replace(OLD, title="", remark=LONG_REMARK))
    with qtbot.waitActive(editor):
        editor.activateWindow()
    area = editor.findChild(QScrollArea)
    assert area.verticalScrollBar().maximum() > 0
    title, remark = editor.findChild(QLineEdit, "title"), editor.findChildren(QPlainTextEdit)[1]
    remark.setFocus()
    remark.moveCursor(QTextCursor.MoveOperation.End)
    cursor = remark.viewport().mapTo(area.viewport(), remark.cursorRect().center())
    assert area.viewport().rect().contains(cursor)
    qtbot.keyClick(remark, Qt.Key.Key_Return, CONTROL)
    assert editor.focusWidget() is title
    assert area.viewport().rect().contains(QRect(title.mapTo(area.viewport(), QPoint()), title.size()))
    editor.finish()


def test_f1_shows_every_key_of_the_editor_and_gives_the_focus_back(old: EditorDriver) -> None:
    old.body.setFocus()
    old.press(Qt.Key.Key_F1)
    sheet = old.editor.findChild(KeySheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    for binding in EDITOR_KEYS.bindings:
        assert {binding.label, binding.text()} <= shown
    old.press(Qt.Key.Key_Escape)
    assert sheet.isHidden()
    assert old.editor.isVisible()
    assert old.editor.focusWidget() is old.body
    assert old.answers == []
