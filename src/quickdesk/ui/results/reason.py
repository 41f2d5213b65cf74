"""The reason of a suggestion in one line: a similar message that was answered with it, or shared terms."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.search.suggest.suggestion import Suggestion, shared_terms
from quickdesk.ui.utf16 import in_a_sentence

translate: Final = QCoreApplication.translate  # lupdate recognises this name


def reason(suggestion: Suggestion) -> str:
    """Return the reason of a suggestion, empty if there is none."""
    if suggestion.like is not None:
        text = translate("words", "You answered this: {message}")
        return text.replace("{message}", in_a_sentence(suggestion.like))
    if suggestion.shared:
        snippet = suggestion.snippet
        terms = translate("words", ", ").join(shared_terms(suggestion.shared, snippet.title, snippet.body))
        return translate("words", "In common: {pieces}").replace("{pieces}", terms)
    return ""
