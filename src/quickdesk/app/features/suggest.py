"""Suggests replies to a buyer's message on the clipboard, in the palette."""

from collections.abc import Sequence
from functools import partial

from quickdesk.app.feature import Feature
from quickdesk.app.services import Services
from quickdesk.commands.search import MAX_MESSAGE_LENGTH, Advice
from quickdesk.replies.store import SnippetStore
from quickdesk.search.suggest.meaning import Meanings, texts_of
from quickdesk.search.suggest.suggestion import Suggestion
from quickdesk.text.personal import masked
from quickdesk.ui import notices
from quickdesk.ui.palette.window import Palette

MOST_SUGGESTIONS = 9
"""As many as can be chosen with a digit."""


class SuggestFeature(Feature):
    """Connects the suggest key of the palette with clipboard and search; passes replies to a model."""

    def __init__(self, services: Services, palette: Palette) -> None:
        super().__init__()
        self._search, self._palette = services.search, palette
        self._clipboard = services.commands.clipboard
        self._meanings, self._library = services.platform.meanings, services.stores.snippets
        self._work = services.work.reading
        palette.suggest_requested.connect(self._on_suggest_requested)
        if self._meanings is not None:
            services.events.replies_changed.connect(self._teach)

    def start(self) -> None:
        """Pass the replies to the model, if one is installed."""
        self._teach()

    def close(self) -> None:
        """End the process of the model."""
        if self._meanings is not None:
            self._meanings.close()

    def _teach(self) -> None:
        if self._meanings is not None:
            self._work.submit(partial(_teach, self._meanings, self._library), _raise)

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


def _teach(meanings: Meanings, library: SnippetStore) -> None:
    meanings.use(texts_of(library.snippets()))


def _raise(outcome: Exception | None) -> None:
    if outcome is not None:
        raise outcome
