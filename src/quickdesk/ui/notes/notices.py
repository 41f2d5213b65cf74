"""Notices about notes and order remarks."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.notice import Notice, Tone
from quickdesk.ui.qt_text import inline_text

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def saved(customer: str, *, is_pinned: bool) -> Notice:
    """Return a notice that a note is on the disk."""
    if is_pinned:
        headline = translate("words", "Pinned note saved: {customer}")
    else:
        headline = translate("words", "Note saved: {customer}")
    return Notice(Tone.DONE, headline.replace("{customer}", inline_text(customer)))


def gone() -> Notice:
    """Return a notice that a note is not saved because its customer is gone."""
    headline = translate("words", "The note is not saved")
    return Notice(Tone.WARNING, headline, translate("words", "This customer is not there any more."))


def typed_before() -> Notice:
    """Return a notice that the panel shows a note that was typed before and is not saved."""
    headline = translate("words", "You typed this note before, and it is not saved.")
    return Notice(Tone.INFO, headline, translate("words", "Enter saves it, Esc discards it."))


def remark_copied(remark: str, *, has_agent: bool) -> Notice:
    """Return a notice that an order remark is on the clipboard, and how to have one's code in it."""
    hint = translate("words", "Your code is not set: Settings, “Your code or name”.")
    return Notice(
        Tone.DONE, translate("words", "Order remark copied"), remark if has_agent else f"{remark}\n{hint}"
    )
