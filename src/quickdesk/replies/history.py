"""What was done, so that it can be undone: values only; whoever keeps the replies keeps these beside them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import Enum

from quickdesk.replies.snippet import Snippet

TRASH_TIME = timedelta(days=30)
"""How long what was removed can be brought back, and what was done be undone."""
MOST_DEEDS = 50
"""So many deeds can be undone, the last one first."""


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

    ``count`` tells of what was kept how many replies it concerned; it is not what tells two deeds apart.
    """

    deed: Deed
    at: datetime
    rest: tuple[str, ...] = ()
    count: int = field(default=0, compare=False)


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
