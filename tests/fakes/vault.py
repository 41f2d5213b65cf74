"""A vault that holds one backup, or a damaged one, and counts those it makes."""

from datetime import UTC, datetime

from quickdesk.commands.vault import (
    BackupError,
    BackupFlaw,
    Difference,
    Made,
    Occasion,
    Restorable,
    TargetError,
    TargetFlaw,
)
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, SnippetStore, StoreError, StoreProblem

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class ShelfVault:
    def __init__(self, snippets: tuple[Snippet, ...] | None) -> None:
        self.snippets = snippets
        self.removed: tuple[Snippet, ...] = ()
        self.occasions: list[Occasion] = []
        self.rotations = 0
        self.is_full = False
        self.rest: tuple[int, int, int] | None = None
        self.store: SnippetStore | None = None
        self.taken: dict[str, TargetFlaw] = {}

    @property
    def made(self) -> int:
        return len(self.occasions)

    def backup(
        self,
        now: datetime,
        path: str | None = None,
        occasion: Occasion = Occasion.BY_HAND,
        *,
        replace: bool = False,
    ) -> Made:
        flaw = self.taken.get(path or "")
        if flaw is TargetFlaw.NOT_A_FILE or (flaw is TargetFlaw.EXISTS and not replace):
            raise TargetError(flaw, path or "")
        if self.is_full:
            raise StoreError(StoreProblem.DISK_FULL, path or "kept.zip")
        self.occasions.append(occasion)
        return Made(path or "kept.zip")

    def backup_in_turn(self, now: datetime) -> str | None:
        return self.backup(now, occasion=Occasion.IN_TURN).path

    def rotate(self) -> None:
        self.rotations += 1

    def read(self, path: str) -> Restorable:
        if self.snippets is None:
            raise BackupError(BackupFlaw.DAMAGED, path)
        rest = {"customers": Difference(*self.rest)} if self.rest else {}
        return Restorable(NOON, self.snippets, rest, path, self.removed)

    def restore(self, found: Restorable, change: Change) -> None:
        assert self.store is not None
        self.store.apply(change)
