"""Suggests replies to a buyer's message on the clipboard, in the palette."""

from collections.abc import Sequence
from functools import partial

from quickdesk.app.feature import Feature
from quickdesk.app.services import Services
from quickdesk.commands.search import MAX_MESSAGE_LENGTH, Advice
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.text.personal import masked
from quickdesk.ui import notices
from quickdesk.ui.palette.window import Palette

MOST_SUGGESTIONS = 9
"""As many as can be chosen with a digit."""


class SuggestFeature(Feature):
    """Connects the suggest key of the palette with the clipboard and the search."""

    def __init__(self, services: Services, palette: Palette) -> None:
        super().__init__()
        self._search, self._palette = services.search, palette
        self._clipboard = services.commands.clipboard
        palette.suggest_requested.connect(self._on_suggest_requested)

    def _on_suggest_requested(self) -> None:
        message = self._clipboard().strip()
        if not message:
            self._palette.show_no_suggestions(notices.no_text_copied())
        elif len(message) > MAX_MESSAGE_LENGTH:
            self._palette.show_no_suggestions(notices.message_too_long())
        else:
            self._suggest(message)

    def _suggest(self, message: str) -> None:
        job = partial(_suggestions, self._search.advice, message)
        self._search.service.query(job, partial(self._on_found, message))

    def _on_found(self, message: str, found: Sequence[Suggestion] | None) -> None:
        if found:
            self._palette.show_suggestions(masked(message), found)
        else:
            self._palette.show_no_suggestions(notices.no_suggestions())


def _suggestions(advice: Advice, message: str, _: object) -> Sequence[Suggestion]:
    return advice.suggest(message, MOST_SUGGESTIONS)
