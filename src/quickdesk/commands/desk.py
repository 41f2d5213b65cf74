"""What the commands work on: the store, the finder that follows it, and the outside world as arguments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from quickdesk.commands.advice import Advice, NoAdvice
from quickdesk.commands.checker import Checker, NoChecker
from quickdesk.commands.vault import BackupError, NoVault, Restorable, Vault
from quickdesk.insights.dead_search import DeadSearch
from quickdesk.replies.clock import Clock, NewId
from quickdesk.replies.history import Deed, Mark, NotUndone, Undone
from quickdesk.replies.running_days import DayCounter, DaysInMemory
from quickdesk.replies.store import Change, SnippetStore, StoreError, StoreProblem
from quickdesk.search.hit import Finder


@dataclass(frozen=True, slots=True)
class Desk:
    """A store and a finder that always know the same snippets.

    ``clipboard`` returns the text on the clipboard (empty where there is none); ``remembered``
    returns the values last used for fields, ``dead_searches`` what was searched for in vain
    (or raises StoreError). Whoever changes snippets goes through :meth:`apply`.
    """

    store: SnippetStore
    finder: Finder
    clock: Clock
    new_id: NewId
    clipboard: Callable[[], str] = field(default=lambda: "")
    remembered: Callable[[], Mapping[str, str]] = field(default=dict)
    vault: Vault = field(default_factory=NoVault)
    checker: Checker = field(default_factory=NoChecker)
    advice: Advice = field(default_factory=NoAdvice)
    dead_searches: Callable[[], Sequence[DeadSearch]] = field(default=tuple)
    days: DayCounter = field(default_factory=DaysInMemory)

    def apply(self, change: Change, deed: Deed | None = None) -> None:
        """Carry out a change on the disk, then make it findable; on StoreError nothing changed.

        Where ``deed`` says what somebody did, it can be undone.
        """
        self._apply(change, None if deed is None else self._mark(deed))

    def recover(self, change: Change, found: Restorable) -> None:
        """Make the replies as a backup has them by ``change``, and all else that it holds; undone as one.

        Raises StoreError: UNCERTAIN where a part was done, which can be undone.
        """
        rest = tuple(kind for kind, each in found.rest.items() if each)
        mark = self._mark(Deed.RECOVER, rest)
        self._apply(change, mark)
        with _partly_done():
            self.vault.recover(found, mark.at)

    def _mark(self, deed: Deed, rest: tuple[str, ...] = ()) -> Mark:
        return Mark(deed, self.clock.now(), rest, day=self.days.days().number)

    def _apply(self, change: Change, mark: Mark | None) -> None:
        self.store.apply(replace(change, mark=mark))
        # What the store says now counts: it may have seen the same id put and removed in one change.
        touched = dict.fromkeys((*(snippet.id for snippet in change.put), *change.remove, *change.restore))
        now = {snippet_id: self.store.get(snippet_id) for snippet_id in touched}
        self.finder.update(
            put=[snippet for snippet in now.values() if snippet is not None],
            remove=[snippet_id for snippet_id, snippet in now.items() if snippet is None],
        )

    def undo(self) -> Undone | NotUndone:
        """Take the last deed back, on the disk and in the search.

        Raises StoreError; nothing changed then, unless the problem is UNCERTAIN.
        """
        last = self.store.last_deed()
        if last is not None and last.rest and not self.vault.can_take_back(last.at, last.rest):
            return NotUndone(last)
        undone = self.store.undo(self.clock.now(), self.days.days().number)
        if isinstance(undone, Undone):
            self.finder.update(put=undone.back, remove=[snippet.id for snippet in undone.away])
            if undone.mark.rest:
                with _partly_done():
                    self.vault.take_back(undone.mark.at, undone.mark.rest)
        return undone


@contextmanager
def _partly_done() -> Iterator[None]:
    """Do not let the error of a second step say that nothing changed: the first step did."""
    try:
        yield
    except (BackupError, StoreError) as error:
        raise StoreError(StoreProblem.UNCERTAIN, error.path) from error
