"""The texts of the blocks that are copied for a colleague: one line for each thing that is known."""

from collections.abc import Iterable, Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.case_blocks import AskBlock, BlockEntry, EscalationBlock, one_line
from quickdesk.customers.case_rules import ANGRIEST
from quickdesk.ui.cases.words import state_name

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def escalation_text(block: EscalationBlock) -> str:
    """Return the text for a superior; what is not known says so, because it will be asked for."""
    emotion = f"{block.emotion}/{ANGRIEST}" if block.emotion else ""
    rows: Iterable[tuple[str, str]] = (
        (translate("words", "Customer"), block.customer),
        (translate("words", "Platform"), block.platform),
        (translate("words", "Order number", "field of case"), block.order_number),
        (translate("words", "Customer wants", "in a block"), block.request),
        (translate("words", "Offered so far", "field of case"), block.offered),
        (translate("words", "Emotion", "in a block"), emotion),
        (translate("words", "Promised until", "field of case"), block.deadline),
        (translate("words", "Permission needed", "in a block"), block.permission),
        (
            translate("words", "Answer by", "in a block"),
            f"{block.answer_by:%Y-%m-%d}" if block.answer_by else "",
        ),
    )
    head = translate("words", "[Escalated case]", "in a block")
    timeline = [translate("words", "What happened", "in a block") + _colon(), *map(_entry, block.timeline)]
    return "\n".join((head, *_rows(rows), *(timeline if block.timeline else ())))


def ask_text(block: AskBlock) -> str:
    """Return the text of a question to a colleague."""
    rows = (
        (translate("words", "Order number", "field of case"), block.order_number),
        (translate("words", "Problem", "in a block"), block.problem),
        (translate("words", "Customer wants", "in a block"), block.request),
        (
            translate("words", "Answer by", "in a block"),
            f"{block.answer_by:%Y-%m-%d}" if block.answer_by else "",
        ),
    )
    return "\n".join((translate("words", "[Please help]", "in a block"), *_rows(rows)))


def _rows(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    unknown = translate("words", "not known", "in a block")
    for name, value in rows:
        yield f"{name}{_colon()}{one_line(value) or unknown}"


def _entry(entry: BlockEntry) -> str:
    text = entry.text if entry.state is None else state_name(entry.state)
    return f"- {entry.at:%m-%d %H:%M} {text}"


def _colon() -> str:
    return translate("words", ": ", "between a name and its value")
