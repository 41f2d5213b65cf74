"""Notices of the palette about missing suggestions."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.notice import Notice, Tone

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def nothing_copied() -> Notice:
    """Return a notice that the clipboard contains no text."""
    return Notice(
        Tone.INFO,
        translate("words", "No text is copied"),
        translate("words", "Copy the buyer's message first. Pictures cannot be read."),
    )


def too_long() -> Notice:
    """Return a notice that the copied text is too long for a message."""
    return Notice(
        Tone.INFO,
        translate("words", "The copied text is too long"),
        translate("words", "Copy only the buyer's question."),
    )


def nothing_fits() -> Notice:
    """Return a notice that no reply is related to the message."""
    return Notice(
        Tone.INFO,
        translate("words", "No reply fits the copied message"),
        translate("words", "Search for words of your own."),
    )
