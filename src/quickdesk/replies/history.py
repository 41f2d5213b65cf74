"""What was done, so that it can be undone: values only; whoever keeps the replies keeps these beside them."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from quickdesk.replies.snippet import Snippet

KEPT_DAYS = 30
"""How many running days what was removed can be brought back, and what was done be undone."""
ALWAYS_KEPT = 200
"""So many of the last deletions, and of the last changes, are kept however long ago they were."""


class Deed(Enum):
    """What somebody did with replies."""

    ADD = "add"
    EDIT = "edit"
    REMOVE = "remove"
    RESTORE = "restore"
    """Brought back from the trash."""
    IMPORT = "import"
    RECOVER = "recover"
    """Everything was made again as a backup has it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What was done and when, aware of its time zone; ``rest`` are other kinds of data that took part.

    ``day`` is the running day on which it was done, 0 where that is not known. ``count`` tells of what was
    kept how many replies it concerned; neither is what tells two deeds apart.
    """

    deed: Deed
    at: datetime
    rest: tuple[str, ...] = ()
    count: int = field(default=0, compare=False)
    day: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Undone:
    """A deed that was taken back: ``back`` are as they were before, ``away`` went to the trash."""

    mark: Mark
    back: tuple[Snippet, ...]
    away: tuple[Snippet, ...]


@dataclass(frozen=True, slots=True)
class NotUndone:
    """Why nothing was undone: ``changed`` are replies that are not any more as the deed left them.

    Without a ``mark`` there is nothing to undo.
    """

    mark: Mark | None = None
    changed: tuple[Snippet, ...] = ()


@dataclass(frozen=True, slots=True)
class Outdated:
    """What has been kept long enough: ids of replies in the trash, keys of changes that can be undone."""

    removed: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.removed or self.changes)
