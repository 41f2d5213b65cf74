"""What was found when the data was opened, as values; the words for it are said elsewhere."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from quickdesk.replies.store import StoreError


class Flaw(Enum):
    """What is wrong with a file."""

    MISSING = auto()
    """It is not there, although its previous version is."""
    EMPTY = auto()
    """It holds nothing, or only zeros."""
    NOT_JSON = auto()
    """It is cut off or was never ours."""
    WRONG_SHAPE = auto()
    """It is JSON, but not the JSON of this kind of data."""
    CHANGED = auto()
    """Its checksum does not fit: the disk or another program changed it."""
    NOT_A_FILE = auto()
    """A folder, pipe or device has its name."""
    UNREADABLE = auto()
    """The system does not let it be read, or it is a link that leads nowhere."""
    FOREIGN = auto()
    """It is whole and belongs to the data of another machine or of another moment."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """One file that was not as it should be, and what was done.

    ``set_aside`` names where the damaged files lie now, unchanged; it is empty when nothing had to
    be moved or the data was opened for reading only. ``used_previous`` says that the version before it is
    whole, ``lost_nothing`` that together with the journals everything acknowledged is there. Where both are
    false the data of this kind starts empty, but for what the journals hold.
    """

    path: Path
    flaw: Flaw
    set_aside: tuple[Path, ...]
    used_previous: bool
    lost_nothing: bool = False


@dataclass(frozen=True, slots=True)
class Loss:
    """Changes of one kind of data that were acknowledged and cannot be read any more.

    ``changes`` counts them, None where nobody can know; ``path`` is the journal they stood in, and
    ``set_aside`` where its copy lies now.
    """

    kind: str
    path: Path
    flaw: Flaw
    changes: int | None
    set_aside: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """A whole file of one kind of data that does not belong to the rest and is not in use.

    Another machine wrote it, or it is of another moment. ``set_aside`` names where it lies now; it is empty
    where the data was opened for reading only.
    """

    kind: str
    path: Path
    set_aside: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of one kind of data that lies beside those in use: a copy that another program made, or one that
    was set aside earlier.
    """

    kind: str
    path: Path


@dataclass(frozen=True, slots=True)
class OpenReport:
    """What the agent should hear about after opening.

    ``unread_settings`` names the settings whose stored value is not understood; their defaults
    stand in, and the stored values stay until the agent chooses others. ``is_first_start`` is true
    when no snippets were ever kept in this folder. ``refusal`` is why nothing can be changed although the
    data was opened to be changed: the folder cannot be written, the disk is full.
    """

    recoveries: tuple[Recovery, ...] = ()
    unread_settings: tuple[str, ...] = ()
    is_first_start: bool = False
    is_read_only: bool = False
    losses: tuple[Loss, ...] = ()
    foreign: tuple[ForeignFile, ...] = ()
    copies: tuple[Copy, ...] = ()
    refusal: StoreError | None = None
