"""A backups that holds one backup, or a damaged one, and counts those it makes."""

from datetime import UTC, datetime

from quickdesk.commands.backup_store import (
    BackupContents,
    BackupError,
    BackupProblem,
    BackupReason,
    Difference,
    SavedBackup,
    TargetError,
    TargetProblem,
)
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change, SnippetStore, StoreError, StoreProblem

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class FakeBackups:
    def __init__(self, snippets: tuple[Snippet, ...] | None) -> None:
        self.snippets = snippets
        self.removed: tuple[Snippet, ...] = ()
        self.reasons: list[BackupReason] = []
        self.rotations = 0
        self.is_full = False
        self.rest: tuple[int, int, int] | None = None
        self.store: SnippetStore | None = None
        self.taken: dict[str, TargetProblem] = {}

    @property
    def made(self) -> int:
        return len(self.reasons)

    def backup(
        self,
        now: datetime,
        path: str | None = None,
        reason: BackupReason = BackupReason.BY_HAND,
        *,
        replace: bool = False,
    ) -> SavedBackup:
        flaw = self.taken.get(path or "")
        if flaw is TargetProblem.NOT_A_FILE or (flaw is TargetProblem.EXISTS and not replace):
            raise TargetError(flaw, path or "")
        if self.is_full:
            raise StoreError(StoreProblem.DISK_FULL, path or "kept.zip")
        self.reasons.append(reason)
        return SavedBackup(path or "kept.zip")

    def backup_if_changed(self, now: datetime) -> str | None:
        return self.backup(now, reason=BackupReason.AUTOMATIC).path

    def rotate(self) -> None:
        self.rotations += 1

    def read(self, path: str) -> BackupContents:
        if self.snippets is None:
            raise BackupError(BackupProblem.DAMAGED, path)
        rest = {"customers": Difference(*self.rest)} if self.rest else {}
        return BackupContents(NOON, self.snippets, rest, path, self.removed)

    def restore(self, contents: BackupContents, change: Change) -> None:
        assert self.store is not None
        self.store.apply(change)
