"""A snippet store in memory that keeps the rules of every other, and can be told to refuse."""

from collections.abc import Callable, Iterable, Sequence

from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, Saving, StoreError, StoreProblem


class MemorySaving:
    """A change that is decided: kept, or refused."""

    def __init__(self, error: StoreError | None = None) -> None:
        self._error = error

    def wait(self) -> None:
        if self._error is not None:
            raise self._error

    def then(self, told: Callable[[StoreError | None], None]) -> None:
        told(self._error)


class MemorySnippetStore:
    """Forgets everything when it goes away. ``refuse`` is raised by the changes to come."""

    def __init__(self, snippets: Iterable[Snippet] = (), removed: Iterable[Snippet] = ()) -> None:
        self._live = {snippet.id: snippet for snippet in snippets}
        self._trash = {snippet.id: snippet for snippet in removed}
        self.refuse: StoreProblem | None = None

    def snippets(self) -> Sequence[Snippet]:
        return tuple(self._live.values())

    def removed(self) -> Sequence[Snippet]:
        return tuple(self._trash.values())

    def get(self, snippet_id: str) -> Snippet | None:
        return self._live.get(snippet_id)

    def stage(self, change: Change) -> Saving:
        try:
            self.apply(change)
        except StoreError as error:
            return MemorySaving(error)
        return MemorySaving()

    def apply(self, change: Change) -> None:
        if self.refuse is not None:
            raise StoreError(self.refuse, "memory")
        for snippet in change.put:
            self._trash.pop(snippet.id, None)
            self._live[snippet.id] = snippet
        for key in change.remove:
            if key in self._live:
                self._trash[key] = self._live.pop(key)
        for key in change.restore:
            if key in self._trash:
                self._live[key] = self._trash.pop(key)
