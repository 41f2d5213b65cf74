"""What a change of replies did, kept so that it can be taken back, and the way back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from quickdesk.replies.history import Action, NotUndone
from quickdesk.replies.snippet import Snippet
from quickdesk.storage.collection import Collection
from quickdesk.storage.document import Document
from quickdesk.storage.journal.engine import Engine
from quickdesk.storage.journal.record import Op, delete
from quickdesk.storage.past.history import (
    HISTORY,
    History,
    Past,
    State,
    history_entry,
    is_as_left,
    stamp,
    without_date,
    without_ours,
)
from quickdesk.storage.snippets.prepared_puts import PreparedPuts
from quickdesk.storage.snippets.shape import LIVE, TRASH, snippet_of

Documents = Mapping[str, Document]


@dataclass(frozen=True, slots=True)
class WayBack:
    """How a deed is taken back: what is put back among the replies, and what goes to the trash."""

    past: Past
    back: dict[str, Document]
    away: dict[str, Document]

    def taking_out(self) -> list[Op]:
        """Return what takes the deed itself out."""
        return [delete(HISTORY, self.past.key)]


class Deeds:
    """The deeds of one store. Hold the engine's guard from reading to staging."""

    def __init__(self, engine: Engine, live: Collection, trash: Collection) -> None:
        self._live, self._trash = live, trash
        self._history = History(engine)

    def last(self) -> Action | None:
        """Return what the newest deed was and when."""
        return self._history.last_mark()

    def keeping(
        self, action: Action, puts: PreparedPuts, removed: Documents, restored: Documents
    ) -> list[Op]:
        """Return what keeps a deed so that it can be undone; nothing where it changes nothing.

        ``restored`` are replies afterwards, ``removed`` in the trash.
        """
        entries = puts.history_entries()
        if removed or restored:
            after: dict[str, State] = {text: (TRASH, document) for text, document in removed.items()}
            after |= {text: (LIVE, document) for text, document in restored.items()}
            entries = {text: each for text, each in entries.items() if text not in after}
            for text, state in after.items():
                before = self.state(text)
                if not _are_same(before, state):
                    entries[text] = history_entry(text, before, state)
        return self._history.adding(action, entries.values()) if entries or action.rest else []

    def way_back(self, now: datetime, day: int) -> WayBack | NotUndone:
        """Return how the newest deed is taken back, or why it is not."""
        past = self._history.last()
        if past is None:
            return NotUndone()
        states = {trace.id: self.state(trace.id) for trace in past.traces}
        changed = [trace.id for trace in past.traces if not is_as_left(states[trace.id], trace.after)]
        if changed:
            return NotUndone(past.action, tuple(self._shown(changed, past)))
        return _way_back(past, states, stamp(day, now))

    def outdated(self, day: int) -> tuple[str, ...]:
        """Return the keys of the deeds that have been kept long enough on a running day."""
        return self._history.outdated(day)

    def purging(self, keys: Iterable[str], day: int) -> list[Op]:
        """Return what takes deeds out that still are outdated, and dates those without a running day."""
        still = set(self._history.outdated(day))
        return self._history.forgetting(key for key in keys if key in still) + self._history.dating(day)

    def state(self, text: str) -> State:
        """Return where a reply stands, and its document."""
        document = self._live.get(text)
        if document is not None:
            return (LIVE, document)
        document = self._trash.get(text)
        return None if document is None else (TRASH, document)

    def _shown(self, ids: Iterable[str], past: Past) -> Iterator[Snippet]:
        """Return replies as they are now, or where they are gone, as they were before."""
        before = {trace.id: trace.before for trace in past.traces}
        for text in ids:
            state = self.state(text) or before[text]
            if state is not None:
                yield snippet_of(text, state[1])


def _are_same(before: State, after: State) -> bool:
    if before is None or after is None or before[0] != after[0]:
        return before is after
    return before[1] is after[1] or without_ours(before[1]) == without_ours(after[1])


def _way_back(past: Past, states: Mapping[str, State], date: Document) -> WayBack:
    back: dict[str, Document] = {}
    away: dict[str, Document] = {}
    for trace in past.traces:
        if trace.before is None:
            present = states[trace.id]
            if present is not None:
                away[trace.id] = without_date(present[1]) | date
        elif trace.before[0] == LIVE:
            back[trace.id] = trace.before[1]
        else:
            away[trace.id] = without_date(trace.before[1]) | date
    return WayBack(past, back, away)
