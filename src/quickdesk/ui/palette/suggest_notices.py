"""What the palette says where it has no reply to suggest."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.ui.notice import Notice, Tone

translate: Final = QCoreApplication.translate  # under this name the catalogue maker finds the sentences


def nothing_copied() -> Notice:
    """Tell that the clipboard holds no text."""
    return Notice(
        Tone.INFO,
        translate("words", "No text is copied"),
        translate("words", "Copy the buyer's message first. Pictures cannot be read."),
    )


def too_long() -> Notice:
    """Tell that what is copied is no message."""
    return Notice(
        Tone.INFO,
        translate("words", "The copied text is too long"),
        translate("words", "Copy only the buyer's question."),
    )


def nothing_fits() -> Notice:
    """Tell that no reply has anything to do with the message."""
    return Notice(
        Tone.INFO,
        translate("words", "No reply fits the copied message"),
        translate("words", "Search for words of your own."),
    )
