"""Notices about cases: what was done, and how to undo it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.customers.case import Case
from quickdesk.customers.case_rules import CaseField, is_open
from quickdesk.ui.cases.words import field_name, state_name
from quickdesk.ui.notice import Notice, Tone

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def changed(case: Case, *, is_on_board: bool) -> Notice:
    """Return a notice that a case is saved, with its state; elsewhere the keys of the board do nothing."""
    headline = translate("words", "Saved. State: {state}").replace("{state}", state_name(case.state))
    if is_open(case) and case.next_date is None:
        keys = translate("words", "It has no next date: T sets tomorrow, W a week.")
        text = keys if is_on_board else translate("words", "It has no next date yet.")
        return Notice(Tone.WARNING, headline, text)
    return Notice(Tone.DONE, headline, translate("words", "Ctrl+Z undoes it.") if is_on_board else "")


def removed() -> Notice:
    """Return a notice that a case was deleted."""
    return Notice(Tone.DONE, translate("words", "Case deleted"), translate("words", "Ctrl+Z undoes it."))


def gone() -> Notice:
    """Return a notice that the case or its customer is not there any more."""
    return Notice(Tone.WARNING, translate("words", "This case is not there any more"))


def copied_escalation() -> Notice:
    """Return a notice that the text for a superior is on the clipboard."""
    return Notice(
        Tone.DONE,
        translate("words", "Copied for your superior"),
        translate("words", "Paste it into the group chat. The case is marked as escalated."),
    )


def copied_question() -> Notice:
    """Return a notice that the question to a colleague is on the clipboard."""
    headline = translate("words", "Copied as a question")
    return Notice(Tone.DONE, headline, translate("words", "Paste it into the group chat."))


def not_copied() -> Notice:
    """Return a notice that the clipboard refused the text."""
    return Notice(Tone.WARNING, translate("words", "Nothing was copied: the clipboard is not available"))


def saved_as(path: str) -> Notice:
    """Return a notice that a text was saved as a file."""
    headline = translate("words", "Saved as a file")
    return Notice(Tone.DONE, headline, path)


def not_saved_as(path: str) -> Notice:
    """Return a notice that a file could not be written."""
    headline = translate("words", "The file could not be written")
    return Notice(Tone.WARNING, headline, path)


def no_customer() -> Notice:
    """Return a notice that a new case needs a current customer."""
    return Notice(
        Tone.WARNING,
        translate("words", "No customer is chosen yet"),
        translate("words", "Choose the customer first; the case is opened for them."),
    )


def unsaved_while_locked() -> Notice:
    """Return a notice that an unsaved case is hidden until the customers are unlocked."""
    headline = translate("words", "A case has unsaved changes")
    return Notice(
        Tone.WARNING, headline, translate("words", "Unlock the customers, then save or discard it.")
    )


def missing(fields: Sequence[CaseField]) -> Notice:
    """Return a notice with what has to be filled in before a case can be closed."""
    names = translate("words", ", ", "between the parts of a list").join(map(field_name, fields))
    text = translate("words", "To close it, fill in: {fields}.").replace("{fields}", names)
    return Notice(Tone.WARNING, translate("words", "The case is not closed yet"), text)
