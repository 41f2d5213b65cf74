"""Values that describe what was found when the data was opened."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from quickdesk.replies.store import StoreError


class Flaw(Enum):
    """What is wrong with a file."""

    MISSING = auto()
    """It does not exist, although its previous version does."""
    EMPTY = auto()
    """It is empty, or contains only zeros."""
    NOT_JSON = auto()
    """It is cut off or was never a data file."""
    WRONG_SHAPE = auto()
    """It is JSON, but not of this kind of data."""
    CHANGED = auto()
    """Its checksum is wrong: the disk or another program changed it."""
    NOT_A_FILE = auto()
    """A folder, pipe or device has its name."""
    UNREADABLE = auto()
    """The system does not let it be read, or it is a broken link."""
    FOREIGN = auto()
    """It is undamaged and belongs to the data of another machine or of another time."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """A damaged or missing snapshot, and how it was recovered.

    ``set_aside`` are the new paths of the damaged files; it is empty if none had to be moved or the data was
    opened for reading. ``used_previous`` means that the previous snapshot is undamaged, ``lost_nothing`` that
    with the journals everything acknowledged is there. ``is_partial`` means that what could be decrypted of a
    damaged snapshot is there. If all are False, the data of this kind starts empty, except for what the
    journals contain.
    """

    path: Path
    flaw: Flaw
    set_aside: tuple[Path, ...]
    used_previous: bool
    lost_nothing: bool = False
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class Loss:
    """Changes of one kind of data that were acknowledged and can no longer be read.

    ``changes`` is their number, None if it is unknown. ``path`` is the journal that contained them, and
    ``set_aside`` the path of its copy.
    """

    kind: str
    path: Path
    flaw: Flaw
    changes: int | None
    set_aside: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class ForeignFile:
    """An undamaged file of one kind of data that does not belong to the others and is not in use.

    Another machine wrote it, or it is of another time. ``set_aside`` is its new path; it is empty if the data
    was opened for reading.
    """

    kind: str
    path: Path
    set_aside: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """A data file beside those in use: a copy by another program, or one that was set aside earlier."""

    kind: str
    path: Path


@dataclass(frozen=True, slots=True)
class OpenReport:
    """What the user should know after opening.

    ``unread_settings`` are the settings whose stored value is not understood: the defaults are used, and the
    stored values stay until others are chosen. ``is_first_start`` is True if no snippets were ever stored in
    this folder. ``refusal`` is why nothing can be changed although the data was not opened for reading: the
    folder cannot be written, or the disk is full.
    """

    recoveries: tuple[Recovery, ...] = ()
    unread_settings: tuple[str, ...] = ()
    is_first_start: bool = False
    is_read_only: bool = False
    losses: tuple[Loss, ...] = ()
    foreign: tuple[ForeignFile, ...] = ()
    copies: tuple[Copy, ...] = ()
    refusal: StoreError | None = None
