"""Cases in the running program: opened, moved by one key, closed when nothing is missing, undone, copied."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from quickdesk.app.customers.case_changes import CaseChanges
from quickdesk.app.customers.cases import CasesFeature
from quickdesk.app.feature import Veto
from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.store import CustomerChange
from quickdesk.customers.timeline import EventType
from quickdesk.desktop.ports.clipboard import ClipboardState
from quickdesk.replies.history import ActionType
from quickdesk.ui.cases.board_window import CaseBoard
from quickdesk.ui.cases.case_form import CaseForm
from tests.app.rig import Rig

BUYER = Customer("k", (Nickname("小雨", "淘宝"),), orders=(Order("112233445566"),))
ENTER = Qt.Key.Key_Return
NONE = Qt.KeyboardModifier.NoModifier


class Desk:
    """The program with one customer and the board of cases."""

    def __init__(self, rig: Rig) -> None:
        self.rig, self.cards = rig, rig.services.commands.cards
        self.feature = CasesFeature(
            rig.services,
            rig.session._appearance,
            rig.session._notifications.show,
            rig.session.handle,
            lambda: self.current,
        )
        self.current: Customer | None = BUYER
        self.cards.apply(CustomerChange(customers=(BUYER,)), ActionType.ADD_CUSTOMER)

    @property
    def now(self) -> object:
        return self.cards.clock.now()

    def put(self, **values: object) -> Case:
        case = Case("c", "k", CaseType.INQUIRY, self.cards.clock.now(), order_number="112233445566")
        case = replace(case, **values)  # type: ignore[arg-type]  # any field
        self.cards.apply(CustomerChange(cases=(case,)), ActionType.OPEN_CASE)
        self.rig.clock.moment += timedelta(seconds=1)
        return case

    def open(self) -> CaseBoard:
        self.feature.open()
        board = self.rig.the(CaseBoard)
        self.rig.qtbot.waitUntil(board.isActiveWindow)
        return board

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in the form if it is open, else in the board."""
        window = (self.rig.shown(CaseForm) or self.rig.shown(CaseBoard))[0]
        self.rig.qtbot.keyClick(window.focusWidget() or window, key, held)

    def write(self, text: str) -> None:
        widget = self.rig.the(CaseForm).focusWidget()
        widget.insert(text) if isinstance(widget, QLineEdit) else None
        widget.insertPlainText(text) if isinstance(widget, QPlainTextEdit) else None

    @property
    def case(self) -> Case:
        (found,) = self.cards.store.cases()
        return found

    def states(self) -> list[str]:
        return [each.text for each in self.cards.store.events("k") if each.type is EventType.CASE]


@pytest.fixture
def desk(rig: Rig) -> Desk:
    return Desk(rig)


@pytest.fixture(autouse=True)
def closed(desk: Desk):  # type: ignore[no-untyped-def]  # noqa: ANN201
    yield
    desk.feature.close()


def test_a_new_case_takes_the_last_order_and_a_promise_of_three_keys(desk: Desk) -> None:
    desk.feature.create("外箱破损，要求退款")
    form = desk.rig.the(CaseForm)
    desk.rig.qtbot.waitUntil(form.isActiveWindow)
    desk.write("18")
    desk.press(ENTER)
    assert desk.rig.shown(CaseForm) == []
    case = desk.case
    assert (case.order_number, case.request) == ("112233445566", "外箱破损，要求退款")
    assert case.promise.endswith("18:00")
    assert case.next_date is not None
    assert desk.states() == ["to-verify"]


def test_away_from_the_board_no_keys_of_it_are_named(desk: Desk) -> None:
    desk.feature.create("要求退款")
    form = desk.rig.the(CaseForm)
    desk.rig.qtbot.waitUntil(form.isActiveWindow)
    desk.press(ENTER)
    assert "It has no next date yet." in desk.rig.notification()


def test_without_a_current_customer_it_says_what_to_do(desk: Desk) -> None:
    desk.current = None
    desk.feature.create()
    assert desk.rig.shown(CaseForm) == []
    assert "No customer is chosen yet" in desk.rig.notification()


def test_one_key_moves_a_case_and_the_timeline_has_it(desk: Desk) -> None:
    desk.put()
    board = desk.open()
    desk.press(Qt.Key.Key_2)
    assert desk.case.state is CaseState.IN_PROGRESS
    assert desk.states() == ["in-progress"]
    assert board.tree.rows[1][2] == "In progress"
    assert board.notice is not None
    assert "next date" in board.notice.text
    desk.press(Qt.Key.Key_T)
    assert desk.case.next_date == desk.cards.clock.now().date() + timedelta(days=1)


def test_a_case_is_not_closed_before_what_is_missing_is_filled_in(desk: Desk) -> None:
    desk.put(request="能开发票吗", next_date=desk.cards.clock.now().date())
    desk.open()
    desk.press(Qt.Key.Key_6)
    form = desk.rig.the(CaseForm)
    assert form.notice is not None
    assert "Solution" in form.notice.text
    assert desk.case.state is CaseState.TO_VERIFY
    desk.rig.qtbot.waitUntil(form.isActiveWindow)
    desk.write("可以，电子发票")
    desk.press(ENTER)
    assert desk.case.state is CaseState.CLOSED
    assert desk.case.closed is not None
    assert desk.rig.the(CaseBoard).tree.rows == ()


def test_closed_cases_are_shown_on_demand_and_opened_again(desk: Desk) -> None:
    desk.put(state=CaseState.CLOSED, closed=desk.cards.clock.now())
    board = desk.open()
    assert board.tree.rows == ()
    desk.press(Qt.Key.Key_C)
    assert board.tree.rows[0] == ("Closed  ·  1",)
    desk.press(Qt.Key.Key_2)
    assert desk.case.closed is None


def test_everything_is_undone(desk: Desk) -> None:
    before = desk.put()
    desk.open()
    for key in (Qt.Key.Key_5, Qt.Key.Key_W, Qt.Key.Key_Delete):
        desk.rig.clock.moment += timedelta(seconds=1)
        desk.press(key)
    assert desk.cards.store.cases() == []
    for _ in range(3):
        desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.case == before
    assert desk.states() == []


def test_escalating_copies_everything_unmasked_and_marks_the_case(desk: Desk) -> None:
    case = desk.put(request="退款", solution="退 50 元", emotion=5)
    note = Note("n", "k", "外箱破损", case.opened + timedelta(minutes=1))
    desk.cards.apply(CustomerChange(notes=(note,)), ActionType.ADD_NOTE)
    board = desk.open()
    desk.press(Qt.Key.Key_E)
    (text,) = desk.rig.paster.texts
    for part in ("小雨", "淘宝", "112233445566", "退款", "5/5", "退 50 元", "外箱破损"):
        assert part in text
    assert desk.case.is_escalated
    assert "escalated" in board.tree.rows[1][2]
    assert board.notice is not None
    assert board.notice.headline == "Copied for your superior"


def test_a_question_is_copied_and_changes_nothing(desk: Desk) -> None:
    before = desk.put(request="补发")
    desk.open()
    desk.press(Qt.Key.Key_A)
    assert "112233445566" in desk.rig.paster.texts[0]
    assert desk.case == before


def test_a_refused_clipboard_is_said(desk: Desk) -> None:
    desk.put()
    board = desk.open()
    desk.rig.paster.clipboard_state = ClipboardState.FAILED
    desk.press(Qt.Key.Key_A)
    assert board.notice is not None
    assert "Nothing was copied" in board.notice.headline


def test_a_text_is_saved_as_a_file_or_it_is_said_why_not(desk: Desk, tmp_path: Path) -> None:
    board = desk.open()
    desk.feature._copies.write("【升级】", tmp_path / "a.txt")
    assert (tmp_path / "a.txt").read_text("utf-8-sig") == "【升级】\n"
    desk.feature._copies.write("x", tmp_path / "none" / "a.txt")
    assert board.notice is not None
    assert board.notice.headline == "The file could not be written"


def test_a_form_takes_back_nothing_that_was_changed_meanwhile(desk: Desk) -> None:
    case = desk.put(request="退款")
    changes = CaseChanges(desk.cards, desk.rig.services.commands.new_id)
    changes.set_state("c", CaseState.IN_PROGRESS)
    changes.save(case, replace(case, solution="退 20 元"), CaseState.IN_PROGRESS)
    assert (desk.case.state, desk.case.solution) == (CaseState.IN_PROGRESS, "退 20 元")


def test_the_program_does_not_quit_over_a_changed_form(desk: Desk) -> None:
    desk.feature.create()
    form = desk.rig.the(CaseForm)
    desk.rig.qtbot.waitUntil(form.isActiveWindow)
    desk.write("退款")
    assert desk.feature.before_quit() == Veto("unsaved-case")
    form.finish()
    assert desk.feature.before_quit() is None


def test_a_lock_hides_the_form_and_what_is_typed_comes_back(desk: Desk) -> None:
    desk.feature.create()
    form = desk.rig.the(CaseForm)
    desk.rig.qtbot.waitUntil(form.isActiveWindow)
    desk.write("退款")
    desk.feature.put_away()
    assert form.isHidden()
    veto = desk.feature.before_quit()
    assert veto is not None
    assert veto.notice is not None
    assert form.isHidden()
    desk.feature.bring_back()
    assert form.isVisible()
    assert form.fields.texts["request"] == "退款"
    form.finish()


def test_the_case_of_a_customer_in_the_trash_is_not_opened(desk: Desk) -> None:
    case = desk.put()
    desk.open()
    desk.cards.apply(CustomerChange(remove_customers=("k",)), ActionType.REMOVE_CUSTOMER)
    changes = CaseChanges(desk.cards, desk.rig.services.commands.new_id)
    assert changes.set_state(case.id, CaseState.SOLVED) is None
    assert changes.save(replace(case, id=""), case, CaseState.TO_VERIFY) is None


def test_the_board_is_in_the_menu(desk: Desk) -> None:
    desk.rig.feature(CasesFeature).entries[0].trigger()
    assert desk.rig.the(CaseBoard).isVisible()
