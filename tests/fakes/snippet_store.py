"""A snippet store in memory that follows the contract and can refuse changes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from quickdesk.replies.history import ALWAYS_KEPT, KEPT_DAYS, Action, NotUndone, Outdated, Undone
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, StoreError, StoreProblem

Where = tuple[bool, Snippet] | None
"""Whether a snippet is in use (else it lies in the trash), and the snippet; None where it is neither."""


class MemorySnippetStore:
    """Forgets everything when it goes away. ``refuse`` is raised by the changes to come."""

    def __init__(self, snippets: Iterable[Snippet] = (), removed: Iterable[Snippet] = ()) -> None:
        self._live = {snippet.id: snippet for snippet in snippets}
        self._trash = {snippet.id: snippet for snippet in removed}
        self._days: dict[str, int] = dict.fromkeys(self._trash, 0)
        self._past: list[tuple[Action, dict[str, Where], dict[str, Where]]] = []
        self.refuse: StoreProblem | None = None

    def snippets(self) -> Sequence[Snippet]:
        return tuple(self._live.values())

    def removed(self) -> Sequence[Snippet]:
        return tuple(self._trash.values())

    def get(self, snippet_id: str) -> Snippet | None:
        return self._live.get(snippet_id)

    def prepare(self, change: Change) -> Change:
        return change

    def apply(self, change: Change) -> None:
        if self.refuse is not None:
            raise StoreError(self.refuse, "memory")
        others = (snippet.id for snippet in (*change.put, *change.trash))
        touched = (*others, *change.remove, *change.restore)
        before = {key: self._where(key) for key in touched}
        self._carry_out(change)
        after = {key: self._where(key) for key in touched}
        for key in touched:
            if before[key] != after[key]:
                self._days[key] = change.action.day if change.action else 0
        before = {key: each for key, each in before.items() if each != after[key]}
        if change.action is not None and (before or change.action.other_kinds):
            self._past.append((change.action, before, after))

    def _where(self, key: str) -> Where:
        if key in self._live:
            return (True, self._live[key])
        return (False, self._trash[key]) if key in self._trash else None

    def _carry_out(self, change: Change) -> None:
        for snippet in change.put:
            self._trash.pop(snippet.id, None)
            self._live[snippet.id] = snippet
        for key in change.remove:
            if key in self._live:
                self._trash[key] = self._live.pop(key)
        for key in change.restore:
            if key in self._trash:
                self._live[key] = self._trash.pop(key)
        for snippet in change.trash:
            if snippet.id not in self._live:
                self._trash.setdefault(snippet.id, snippet)

    def last_action(self) -> Action | None:
        if not self._past:
            return None
        mark, before, _ = self._past[-1]
        return replace(mark, count=len(before))

    def undo(self, now: datetime, day: int = 0) -> Undone | NotUndone:
        if self.refuse is not None:
            raise StoreError(self.refuse, "memory")
        if not self._past:
            return NotUndone()
        mark, before, after = self._past[-1]
        changed = [self._where(key) or each for key, each in before.items() if self._where(key) != after[key]]
        if changed:
            return NotUndone(mark, tuple(each[1] for each in changed if each))
        self._past.pop()
        back, away = [], []
        for key, each in before.items():
            if each and each[0]:
                back.append(each[1])
                self._live[key] = each[1]
                self._trash.pop(key, None)
                continue
            present = self._live.pop(key, self._trash.get(key))
            if (gone := each[1] if each else present) is not None:
                away.append(gone)
                self._trash[key] = gone
                self._days[key] = day
        return Undone(mark, tuple(back), tuple(away))

    def outdated(self, day: int) -> Outdated:
        removed = [(key, self._days[key]) for key in self._trash]
        actions = [(str(number), mark.day) for number, (mark, _, _) in enumerate(self._past)]
        return Outdated(*(_kept_long_enough(each, day) for each in (removed, actions)))

    def purge(self, outdated: Outdated, day: int) -> None:
        still = self.outdated(day)
        for key in set(outdated.removed) & set(still.removed):
            del self._trash[key]
        gone = set(outdated.changes) & set(still.changes)
        self._past = [each for number, each in enumerate(self._past) if str(number) not in gone]
        self._days = {key: each or day for key, each in self._days.items()}
        self._past = [(replace(mark, day=mark.day or day), *rest) for mark, *rest in self._past]


def _kept_long_enough(days: list[tuple[str, int]], today: int) -> tuple[str, ...]:
    older = days[: max(0, len(days) - ALWAYS_KEPT)]
    return tuple(name for name, day in older if day and today - day > KEPT_DAYS)
