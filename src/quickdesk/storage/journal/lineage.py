"""Telling the files of this data from those of another machine or of another time.

A program that synchronizes folders copies single files, so that the snapshot of one machine may come beside
the journals of another. Each journal names the one before it, and each snapshot the journals that it
includes. What belongs together forms one chain, and what does not fit into it is foreign. Files from before
there were such names fit everywhere.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from quickdesk.storage.format import MOST_NAMES, Origin
from quickdesk.storage.journal.record import NO_NAME, Header, journal_id


class NoHeader(Enum):
    """Why a journal has no header."""

    BLANK = auto()
    """Writing the header was never finished."""
    UNREADABLE = auto()


Headers = Mapping[int, Header | NoHeader]
"""The header of each journal by generation."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The names of the journals so far, the newest last; ``root`` is the last of those in the snapshot."""

    names: tuple[str, ...] = ()
    root: str = NO_NAME

    def id_of_next(self, new_id: bytes) -> bytes:
        """Return the id of the next journal; ``new_id`` are 32 random hexadecimal digits."""
        return journal_id(self.root, self.names[-1] if self.names else NO_NAME, new_id)

    def followed_by(self, name: str) -> "Lineage":
        """Return the lineage with one more journal."""
        return Lineage((*self.names[-MOST_NAMES:], name), self.root)


def lineage_of(base: Origin, names: Iterable[str]) -> Lineage:
    """Return the lineage of a snapshot and the journals after it."""
    return Lineage((*base.lineage, *names), base.lineage[-1] if base.lineage else NO_NAME)


@dataclass(frozen=True, slots=True)
class Chain:
    """The journals that continue a snapshot, by generation: ``linked`` are those that name the one
    before, ``foreign`` those that do not belong to it. ``names`` is what they add to the lineage.
    """

    linked: tuple[int, ...]
    foreign: tuple[int, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """The files that do not belong to the others: the current snapshot, the previous one, these journals."""

    current: bool = False
    previous: bool = False
    journals: tuple[int, ...] = ()


class _Place(Enum):
    """The relation of a journal to those before it."""

    LINKED = auto()
    """It names the one before."""
    UNKNOWN = auto()
    """It names none, so that nothing contradicts it."""
    FOREIGN = auto()


class _Walk:
    """Follows the journals after a snapshot, in order."""

    def __init__(self, base: Origin | None, first: int) -> None:
        self._past = set() if base is None else set(base.lineage)
        self._is_old = not self._past
        self._next = first if base is None or base.generation is None else base.generation
        self._last = NO_NAME if base is None or not base.lineage else base.lineage[-1]
        # What the next one may name; empty if the one before is unknown.
        self._may_follow: tuple[str, ...] = () if self._is_old else (self._last,)
        self._is_last_damaged = self._is_after_loss = False
        self.names: list[str] = []

    def place(self, generation: int, header: Header | NoHeader) -> _Place:
        """Return the relation of the next journal to those before it."""
        if generation < self._next:
            return _Place.UNKNOWN if self._is_old or _is_in(header, self._past) else _Place.FOREIGN
        if generation > self._next:  # one is missing
            self._may_follow, self._is_last_damaged = (), False
        place = _Place.UNKNOWN
        if isinstance(header, Header):
            place = self._place(header)
            if place is _Place.FOREIGN:
                return place
            self._is_after_loss |= place is _Place.UNKNOWN and not self._is_old
            self._add(header.name)
        elif header is NoHeader.UNREADABLE:
            self._may_follow, self._is_last_damaged = (), True
        self._next = generation + 1
        return place

    def _add(self, name: str) -> None:
        names = [name]
        if self._is_after_loss:
            # A machine that has what was lost here has other data.
            names.append(_name_after_loss(self._last, name))
        self._may_follow, self._is_last_damaged = tuple(names), False
        self._last = names[-1]
        self._past.update(names)
        self.names += names

    def _place(self, header: Header) -> _Place:
        if header.version == 1:
            return _Place.UNKNOWN if self._is_old else _Place.FOREIGN
        if self._may_follow:
            return _Place.LINKED if header.follows in self._may_follow else _Place.FOREIGN
        # Without the one before, only the snapshot of its run can decide.
        is_let_pass = self._is_old or self._is_last_damaged or header.root in self._past
        return _Place.UNKNOWN if is_let_pass else _Place.FOREIGN


def chain(base: Origin | None, headers: Headers) -> Chain:
    """Follow the journals after a snapshot, or from the first one if there is none."""
    if base is not None and base.generation is None:
        return Chain((), (), ())
    walk = _Walk(base, min(headers, default=0))
    places = {generation: walk.place(generation, headers[generation]) for generation in sorted(headers)}
    return Chain(_at(places, _Place.LINKED), _at(places, _Place.FOREIGN), tuple(walk.names))


def _name_after_loss(last: str, name: str) -> str:
    return hashlib.blake2b(f"{last} {name}".encode(), digest_size=len(name) // 2).hexdigest()


def _at(places: Mapping[int, _Place], wanted: _Place) -> tuple[int, ...]:
    return tuple(generation for generation, place in places.items() if place is wanted)


def foreign_files(current: Origin, previous: Origin | None, headers: Headers) -> Foreign:
    """Decide which files do not belong to the others.

    If the journals continue the previous snapshot and the current one does not include them, the current one
    is foreign. A snapshot made by hand, or before there were journals, is accepted.
    """
    if current.generation is None:
        return Foreign()
    after = chain(current, headers)
    if previous is None or not previous.lineage:
        return Foreign(journals=after.foreign)
    past = set(current.lineage)
    before = chain(previous, headers)
    if not after.linked and not all(_is_in(headers[each], past) for each in before.linked):
        return Foreign(current=True, journals=before.foreign)
    is_known = _was(current.lineage, previous.lineage[-1])
    return Foreign(previous=not is_known, journals=after.foreign)


def _was(lineage: Sequence[str], name: str) -> bool:
    """Return whether these data once ended with the journal of this name, with nothing lost."""
    if name not in lineage:
        return False
    place = lineage.index(name)
    after = lineage[place + 1 : place + 2]
    return not place or not after or after[0] != _name_after_loss(lineage[place - 1], name)


def _is_in(header: Header | NoHeader, past: Collection[str]) -> bool:
    """Return whether a journal is among those named; one of version 1 or without a header is accepted."""
    return isinstance(header, NoHeader) or header.version == 1 or header.name in past
