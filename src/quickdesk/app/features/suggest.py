"""Replies to a buyer's message: from the clipboard, by the palette's suggest key, to the list of replies."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from quickdesk.app.searching.search_service import SearchDesk
from quickdesk.commands.advice import LONGEST_MESSAGE, Advice
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.text.personal import masked
from quickdesk.ui.palette import suggest_notices
from quickdesk.ui.palette.window import Palette

MOST_SUGGESTIONS = 9
"""As many as digits pick."""


@dataclass(frozen=True, slots=True)
class SuggestParts:
    """``clipboard`` returns the text that is copied, empty where there is none.

    ``advice`` belongs to the thread of ``search``.
    """

    clipboard: Callable[[], str]
    search: SearchDesk
    advice: Advice


class SuggestFlow(QObject):
    """Joins the palette with the clipboard and whoever gives advice."""

    def __init__(self, parts: SuggestParts, palette: Palette) -> None:
        super().__init__()
        self._parts, self._palette = parts, palette
        palette.suggest_requested.connect(self._on_suggest_requested)

    def _on_suggest_requested(self) -> None:
        message = self._parts.clipboard().strip()
        if not message:
            self._palette.show_no_suggestions(suggest_notices.nothing_copied())
        elif len(message) > LONGEST_MESSAGE:
            self._palette.show_no_suggestions(suggest_notices.too_long())
        else:
            self._suggest(message)

    def _suggest(self, message: str) -> None:
        job = partial(_suggested, self._parts.advice, message)
        self._parts.search.ask_for(job, partial(self._on_found, message))

    def _on_found(self, message: str, found: Sequence[Suggestion] | None) -> None:
        if found:
            self._palette.show_suggestions(masked(message), found)
        else:
            self._palette.show_no_suggestions(suggest_notices.nothing_fits())


def _suggested(advice: Advice, message: str, _: object) -> Sequence[Suggestion]:
    return advice.suggest(message, MOST_SUGGESTIONS)
