"""The replies as the commands that change them use them: on the disk and in the search index alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from quickdesk.commands.vault import BackupError, Restorable, Vault
from quickdesk.replies.clock import Clock
from quickdesk.replies.history import Action, ActionType, NotUndone, Undone
from quickdesk.replies.running_days import DayCounter
from quickdesk.replies.store import Change, SnippetStore, StoreError, StoreProblem
from quickdesk.search.hit import Finder


@dataclass(frozen=True, slots=True)
class ReplyLibrary:
    """Keeps ``store`` and ``finder`` in step: every change of replies goes through here.

    ``vault`` restores the other kinds of data of a backup, so that restoring and undoing it are one step.
    """

    store: SnippetStore
    finder: Finder
    vault: Vault
    clock: Clock
    days: DayCounter

    def apply(self, change: Change, action_type: ActionType | None = None) -> None:
        """Save a change, then update the index; with ``action_type``, what the user did, it can be undone.

        Raises StoreError, and then nothing changed.
        """
        self._apply(change, None if action_type is None else self._action(action_type))

    def recover(self, change: Change, found: Restorable) -> None:
        """Restore a backup: apply ``change`` to the replies and restore its other kinds; undone as one step.

        Raises StoreError: UNCERTAIN where only a part was restored, which can be undone.
        """
        rest = tuple(kind for kind, each in found.rest.items() if each)
        action = self._action(ActionType.RECOVER, rest)
        self._apply(change, action)
        with _uncertain_on_failure():
            self.vault.recover(found, action.at)

    def undo(self) -> Undone | NotUndone:
        """Undo the last action, on the disk and in the index.

        Raises StoreError; nothing changed then, unless the problem is UNCERTAIN.
        """
        last = self.store.last_action()
        if last is not None and last.rest and not self.vault.can_take_back(last.at, last.rest):
            return NotUndone(last)
        undone = self.store.undo(self.clock.now(), self.days.days().number)
        if isinstance(undone, Undone):
            self.finder.update(put=undone.back, remove=[snippet.id for snippet in undone.away])
            if undone.action.rest:
                with _uncertain_on_failure():
                    self.vault.take_back(undone.action.at, undone.action.rest)
        return undone

    def _action(self, action_type: ActionType, rest: tuple[str, ...] = ()) -> Action:
        return Action(action_type, self.clock.now(), rest, day=self.days.days().number)

    def _apply(self, change: Change, action: Action | None) -> None:
        self.store.apply(replace(change, action=action))
        # What the store holds now counts: a change may put and remove the same id.
        touched = dict.fromkeys((*(snippet.id for snippet in change.put), *change.remove, *change.restore))
        now = list(map(self.store.get, touched))
        self.finder.update(
            put=[snippet for snippet in now if snippet is not None],
            remove=[snippet_id for snippet_id, snippet in zip(touched, now, strict=True) if snippet is None],
        )


@contextmanager
def _uncertain_on_failure() -> Iterator[None]:
    """Raise UNCERTAIN instead of an error that would say that nothing changed: the first step is done."""
    try:
        yield
    except (BackupError, StoreError) as error:
        raise StoreError(StoreProblem.UNCERTAIN, error.path) from error
