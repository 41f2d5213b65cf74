"""The block of an escalated case and the question to a colleague have what they need, and no more."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from quickdesk.customers.case import Case, CaseState, CaseType
from quickdesk.customers.case_blocks import ask_block, escalation_block
from quickdesk.customers.customer import Customer, Nickname, Note, Order
from quickdesk.customers.timeline import Event, EventType

OPENED = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
BUYER = Customer(
    id="k",
    nicknames=(Nickname("小雨", "淘宝"),),
    orders=(Order("112233445566", platform="拼多多"), Order("998877665544")),
)
CASE = Case(
    id="c",
    customer_id="k",
    type=CaseType.QUALITY,
    opened=OPENED,
    order_number="112233445566",
    request="退款",
    offered="补发",
    promise="18:00 前答复",
    emotion=4,
    next_date=date(2026, 11, 30),
)


def _note(number: int, text: str, customer: str = "k") -> Note:
    return Note(f"n{number}", customer, text, OPENED + timedelta(minutes=number))


def test_the_platform_is_that_of_the_order_else_of_the_nickname() -> None:
    assert escalation_block(CASE, BUYER, (), ()).platform == "拼多多"
    other = replace(CASE, order_number="998877665544")
    assert escalation_block(other, BUYER, (), ()).platform == "淘宝"


def test_the_block_has_the_fields_of_the_case() -> None:
    block = escalation_block(CASE, BUYER, (), (), permission="退款 50 元")
    assert (block.customer, block.order_number, block.request) == ("小雨", "112233445566", "退款")
    assert (block.offered, block.emotion, block.deadline) == ("补发", 4, "18:00 前答复")
    assert (block.permission, block.answer_by) == ("退款 50 元", date(2026, 11, 30))


def test_the_timeline_has_the_last_five_entries_of_this_case() -> None:
    notes = [_note(number, f"第{number}\n条") for number in range(1, 7)]
    notes += [_note(-30, "开案之前"), _note(8, "别人的", customer="other")]
    events = [
        Event("e1", "k", EventType.CASE, OPENED + timedelta(minutes=7), case_id="c", text="in-progress"),
        Event("e2", "k", EventType.CASE, OPENED + timedelta(minutes=9), case_id="other", text="closed"),
        Event("e3", "k", EventType.PASTED, OPENED + timedelta(minutes=9), reply_id="r"),
    ]
    entries = escalation_block(CASE, BUYER, notes, events).timeline
    assert [entry.text for entry in entries] == ["第3 条", "第4 条", "第5 条", "第6 条", ""]
    assert entries[-1].state is CaseState.IN_PROGRESS


def test_the_problem_of_a_question_is_the_last_note_since_the_case_was_opened() -> None:
    block = ask_block(CASE, [_note(2, "外箱破损"), _note(1, "催单"), _note(-30, "之前")])
    assert (block.order_number, block.problem, block.request) == ("112233445566", "外箱破损", "退款")
    assert ask_block(CASE, ()).problem == ""
