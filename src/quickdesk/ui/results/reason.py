"""Why a reply was suggested, in one line: a message like it that was answered so, or what they share."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from quickdesk.search.suggest.suggestion import Suggestion, shared_terms
from quickdesk.ui.utf16 import in_a_sentence

translate: Final = QCoreApplication.translate  # under this name the catalogue maker finds the sentences


def reason(suggestion: Suggestion) -> str:
    """Return the line."""
    if suggestion.like is not None:
        text = translate("words", "You answered this: {message}")
        return text.replace("{message}", in_a_sentence(suggestion.like))
    if suggestion.shared:
        snippet = suggestion.snippet
        terms = translate("words", ", ").join(shared_terms(suggestion.shared, snippet.title, snippet.body))
        return translate("words", "In common: {pieces}").replace("{pieces}", terms)
    return ""
