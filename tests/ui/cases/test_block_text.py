"""The text for a colleague has a line for each thing, and says what is not known."""

from datetime import UTC, date, datetime

from quickdesk.customers.case import CaseState
from quickdesk.customers.case_blocks import AskBlock, BlockEntry, EscalationBlock
from quickdesk.ui.cases.block_text import ask_text, escalation_text

AT = datetime(2026, 11, 29, 9, 5, tzinfo=UTC)


def test_an_escalation_has_every_field_unmasked() -> None:
    entries = (BlockEntry(AT, text="外箱破损"), BlockEntry(AT, state=CaseState.IN_PROGRESS))
    block = EscalationBlock(
        "小雨",
        "淘宝",
        "112233445566",
        entries,
        "退款",
        "补发",
        4,
        "18:00 前",
        "退款 50 元",
        date(2026, 11, 30),
    )
    assert escalation_text(block).splitlines() == [
        "[Escalated case]",
        "Customer: 小雨",
        "Platform: 淘宝",
        "Order number: 112233445566",
        "Customer wants: 退款",
        "Offered so far: 补发",
        "Emotion: 4/5",
        "Promised until: 18:00 前",
        "Permission needed: 退款 50 元",
        "Answer by: 2026-11-30",
        "What happened: ",
        "- 11-29 09:05 外箱破损",
        "- 11-29 09:05 In progress",
    ]


def test_what_is_not_known_says_so() -> None:
    text = escalation_text(EscalationBlock("小雨", "", "", (), "", "", 0, ""))
    assert text.count("not known") == 8
    assert "What happened" not in text


def test_a_question_has_order_problem_request_and_day() -> None:
    assert ask_text(AskBlock("112233445566", "外箱\n破损", "补发", date(2026, 11, 30))).splitlines() == [
        "[Please help]",
        "Order number: 112233445566",
        "Problem: 外箱 破损",
        "Customer wants: 补发",
        "Answer by: 2026-11-30",
    ]
