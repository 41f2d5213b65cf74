"""A vault that holds one backup, or a damaged one, and counts those it makes."""

from collections.abc import Sequence
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
from quickdesk.replies.store import StoreError, StoreProblem

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class ShelfVault:
    def __init__(self, snippets: tuple[Snippet, ...] | None) -> None:
        self.snippets = snippets
        self.removed: tuple[Snippet, ...] = ()
        self.occasions: list[Occasion] = []
        self.rotations = 0
        self.is_full = False
        self.rest: tuple[int, int, int] | None = None
        self.recovered: dict[str, datetime] = {}
        self.is_changed_since = False
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

    def recover(self, found: Restorable, at: datetime) -> None:
        self.recovered = {kind: at for kind, each in found.rest.items() if each}

    def can_take_back(self, at: datetime, kinds: Sequence[str]) -> bool:
        return not self.is_changed_since

    def take_back(self, at: datetime, kinds: Sequence[str]) -> None:
        self.recovered = {
            kind: each for kind, each in self.recovered.items() if kind not in kinds or each != at
        }
