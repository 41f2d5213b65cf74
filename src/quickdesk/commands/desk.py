"""What the commands work on: the store, the finder that follows it, and the outside world as arguments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from quickdesk.replies.clock import Clock, NewId
from quickdesk.replies.store import Change, SnippetStore
from quickdesk.search.hit import Finder


@dataclass(frozen=True, slots=True)
class Desk:
    """A store and a finder that always know the same snippets.

    ``clipboard`` returns the text on the clipboard (empty where there is none); ``remembered``
    returns the values last used for fields. Whoever changes snippets goes through :meth:`apply`.
    """

    store: SnippetStore
    finder: Finder
    clock: Clock
    new_id: NewId
    clipboard: Callable[[], str] = field(default=lambda: "")
    remembered: Callable[[], Mapping[str, str]] = field(default=dict)

    def apply(self, change: Change) -> None:
        """Carry out a change on the disk, then make it findable; on StoreError nothing changed."""
        self.store.apply(change)
        back = [self.store.get(snippet_id) for snippet_id in change.restore]
        self.finder.update(
            put=(*change.put, *(snippet for snippet in back if snippet is not None)), remove=change.remove
        )
