"""Pinning: a reply is pinned in the palette, and stands first while nothing is typed."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from quickdesk.app.feature import Feature
from quickdesk.app.features.reply import ReplyFeature
from quickdesk.app.services import Services
from quickdesk.commands.answer import Answer
from quickdesk.replies.store import SnippetStore, StoreError
from quickdesk.storage.habits.pins import TinyPinStore
from quickdesk.ui import data_notices, notices
from quickdesk.ui.notice import Notice

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Toggled:
    """A reply that was pinned or unpinned, by its title, and the ids of all that are pinned now."""

    title: str
    is_pinned: bool
    pinned: Sequence[str]


class PinsFeature(Feature):
    """Connects the palette with the stored pins and with the search."""

    def __init__(self, services: Services, notify: Callable[[Notice], None], reply: ReplyFeature) -> None:
        super().__init__()
        self._pins, self._store = services.stores.habits().pins, services.commands.store
        self._work, self._search = services.work.settings, services.search.service
        self._notify, self._reply = notify, reply
        reply.palette.pin_requested.connect(self._on_requested)
        services.events.command_done.connect(self._on_command_done)

    def start(self) -> None:
        """Load the pins."""
        self._work.submit(self._pins.pinned, self._on_loaded)

    def _on_command_done(self, command: str, _answer: Answer) -> None:
        if command in ("restore", "undo"):  # the pins may be those of a backup now
            self.start()

    def _on_loaded(self, outcome: Sequence[str] | Exception) -> None:
        if isinstance(outcome, StoreError):
            _log.warning("pins not read: %s", outcome.problem.name)
        elif isinstance(outcome, Exception):
            raise outcome
        else:
            self._use(outcome)

    def _on_requested(self, snippet_id: str) -> None:
        self._work.submit(partial(_toggle, self._pins, self._store, snippet_id), self._on_toggled)

    def _on_toggled(self, outcome: _Toggled | Exception | None) -> None:
        if isinstance(outcome, StoreError):
            self._show(data_notices.store_problem(outcome.problem, outcome.path))
        elif isinstance(outcome, Exception):
            raise outcome
        elif outcome is not None:
            self._use(outcome.pinned)
            self._show(
                notices.pinned(outcome.title) if outcome.is_pinned else notices.unpinned(outcome.title)
            )

    def _use(self, pinned: Sequence[str]) -> None:
        self._search.set_pinned(pinned)
        if self._reply.palette.isVisible():
            self._reply.refresh()

    def _show(self, notice: Notice) -> None:
        if self._reply.palette.isVisible():
            self._reply.palette.show_notice(notice)
        else:
            self._notify(notice)


def _toggle(pins: TinyPinStore, store: SnippetStore, snippet_id: str) -> _Toggled | None:
    """Pin or unpin a reply; return None if it was removed meanwhile. Raises StoreError."""
    snippet = store.get(snippet_id)
    if snippet is None:
        return None
    pins.toggle(snippet_id)
    pinned = pins.pinned()
    return _Toggled(snippet.title, snippet_id in pinned, pinned)
