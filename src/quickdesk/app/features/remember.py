"""Offers to remember a query as another way to ask for the reply that was chosen after it.

The offer is made in the footer of the palette when it is opened next, until the agent types; one key takes
it. It delays no reply, and needs no window of its own.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from quickdesk.app.delivery import Sent
from quickdesk.app.feature import Feature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.services import Services
from quickdesk.commands.library import ReplyLibrary
from quickdesk.desktop.paste.job import PasteReport
from quickdesk.replies.delivery import Outcome
from quickdesk.replies.history import ActionType
from quickdesk.replies.store import Change, SnippetStore, StoreError
from quickdesk.search.sounds import Sounds, sounds_of
from quickdesk.search.usage.learnable_ask import learnable_ask
from quickdesk.ui import data_notices, notices
from quickdesk.ui.notice import Notice

MAX_OFFERS: Final = 2
"""How often one offer is made in a run of the program before it is not made again."""
_MAX_COUNTED: Final = 500


@dataclass(frozen=True, slots=True)
class AskOffer:
    """An ask that may be remembered for a reply."""

    ask: str
    snippet_id: str
    title: str


class RememberFeature(Feature):
    """Connects replies that were sent, the palette and the library."""

    def __init__(self, services: Services, notify: Callable[[Notice], None], reply: ReplyFeature) -> None:
        super().__init__()
        self._services, self._notify, self._palette = services, notify, reply.palette
        self._next: AskOffer | None = None
        self._shown: AskOffer | None = None
        self._made: Counter[AskOffer] = Counter()
        services.delivery.finished.connect(self._on_finished)
        reply.opened.connect(self._on_opened)
        self._palette.query_changed.connect(self._on_query_changed)
        self._palette.suggest_requested.connect(self._withdraw)
        self._palette.ended.connect(self._withdraw)
        self._palette.remember_requested.connect(self._on_remember_requested)

    def _on_finished(self, report: PasteReport, sent: Sent) -> None:
        """Find out whether there is something to remember of a reply that was sent."""
        query, settings = sent.query or sent.message, self._services.settings.current
        if query and settings.learning and report.outcome in (Outcome.PASTED, Outcome.COPIED_ONLY):
            job = partial(_offer, self._services.commands.store, query, sent.snippet_id, sounds_of(settings))
            self._services.work.reading.submit(job, self._on_examined)

    def _on_examined(self, outcome: AskOffer | Exception | None) -> None:
        if isinstance(outcome, Exception):
            raise outcome
        if outcome is not None and self._made[outcome] < MAX_OFFERS:
            self._next = outcome

    def _on_opened(self) -> None:
        self._shown, self._next = self._next, None
        if self._shown is not None:
            if len(self._made) > _MAX_COUNTED:
                self._made.clear()
            self._made[self._shown] += 1
            self._palette.show_notice(notices.remember_offered(self._shown.ask, self._shown.title))

    def _on_query_changed(self, query: str) -> None:
        if query:
            self._withdraw()

    def _withdraw(self) -> None:
        self._shown = None

    def _on_remember_requested(self) -> None:
        offer, self._shown = self._shown, None
        if offer is not None:
            job = partial(_remember, self._services.commands.library, offer)
            self._services.work.changes.submit(job, self._on_written)

    def _on_written(self, outcome: AskOffer | Exception | None) -> None:
        if isinstance(outcome, StoreError):
            self._show(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        elif outcome is not None:
            self._show(notices.remembered(outcome.ask, outcome.title))
            self._services.events.replies_changed.emit()

    def _show(self, notice: Notice) -> None:
        if self._palette.isVisible():
            self._palette.show_notice(notice)
        else:
            self._notify(notice)


def _offer(store: SnippetStore, query: str, snippet_id: str, sounds: Sounds) -> AskOffer | None:
    snippet = store.get(snippet_id)
    ask = learnable_ask(query, snippet, sounds) if snippet is not None else None
    return AskOffer(ask, snippet_id, snippet.title) if snippet is not None and ask is not None else None


def _remember(library: ReplyLibrary, offer: AskOffer) -> AskOffer | None:
    """Add the ask to the reply, and return the offer; raises StoreError.

    Return None if the reply was removed, or changed so that there is nothing to remember any more.
    """
    snippet = library.store.get(offer.snippet_id)
    ask = learnable_ask(offer.ask, snippet) if snippet is not None else None
    if snippet is None or ask is None:
        return None
    library.apply(Change(put=(replace(snippet, asks=(*snippet.asks, ask)),)), ActionType.REMEMBER_ASK)
    return offer
