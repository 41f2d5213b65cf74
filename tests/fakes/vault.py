"""A vault that holds one backup, or a damaged one, and counts those it makes."""

from datetime import UTC, datetime

from quickdesk.commands.vault import BackupError, BackupFlaw, Restorable
from quickdesk.replies.snippet import Snippet

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class ShelfVault:
    def __init__(self, snippets: tuple[Snippet, ...] | None) -> None:
        self.snippets = snippets
        self.made = 0

    def backup(self, now: datetime, path: str | None = None) -> str:
        self.made += 1
        return path or "kept.zip"

    def read(self, path: str) -> Restorable:
        if self.snippets is None:
            raise BackupError(BackupFlaw.DAMAGED, path)
        return Restorable(NOON, self.snippets)
