"""Changes of replies, on the disk and in the search index."""

from dataclasses import dataclass, replace

from quickdesk.commands.backup_store import BackupContents, BackupStore
from quickdesk.replies.clock import Clock
from quickdesk.replies.history import Action, ActionType, NotUndone, Undone
from quickdesk.replies.running_days import DayCounter
from quickdesk.replies.store import Change, SnippetStore
from quickdesk.search.hit import Finder


@dataclass(frozen=True, slots=True)
class ReplyLibrary:
    """Makes every change of replies, in ``store`` and in the search index of ``finder``."""

    store: SnippetStore
    finder: Finder
    backups: BackupStore
    clock: Clock
    days: DayCounter

    def apply(self, change: Change, action_type: ActionType | None = None) -> None:
        """Save a change, then update the index; with ``action_type``, what the user did, it can be undone.

        Raises StoreError; nothing has changed then, unless its problem is UNCERTAIN.
        """
        action = None if action_type is None else self._action(action_type)
        self.store.apply(replace(change, action=action))
        self._index(change)

    def restore_backup(self, change: Change, contents: BackupContents) -> None:
        """Restore a backup: apply ``change`` to the replies and restore its other kinds, as one action.

        Raises BackupError or StoreError; nothing has changed then, unless the problem is UNCERTAIN.
        """
        others = tuple(kind for kind, each in contents.other_kinds.items() if each)
        self.backups.restore(contents, replace(change, action=self._action(ActionType.RECOVER, others)))
        self._index(change)

    def undo(self) -> Undone | NotUndone:
        """Undo the last action, on the disk and in the index.

        Raises StoreError; nothing has changed then, unless its problem is UNCERTAIN.
        """
        undone = self.store.undo(self.clock.now(), self.days.days().number)
        if isinstance(undone, Undone):
            self.finder.update(put=undone.back, remove=[snippet.id for snippet in undone.away])
        return undone

    def _action(self, action_type: ActionType, others: tuple[str, ...] = ()) -> Action:
        return Action(action_type, self.clock.now(), others, day=self.days.days().number)

    def _index(self, change: Change) -> None:
        # Read from the store, because a change may put and remove the same id.
        ids = [*(snippet.id for snippet in change.put), *change.remove, *change.restore]
        current = list(map(self.store.get, ids))
        self.finder.update(
            put=[snippet for snippet in current if snippet is not None],
            remove=[snippet_id for snippet_id, snippet in zip(ids, current, strict=True) if snippet is None],
        )
