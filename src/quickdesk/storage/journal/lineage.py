"""Tells the files of this data from those of another machine or another moment.

A program that keeps folders alike carries single files over, so the snapshot of one machine may come to
lie beside the journals of another. Every journal names the one before it and every snapshot the journals that
are in it: so what belongs together is one chain, and what does not fit into it is foreign. What was written
before there were such names fits everywhere.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from quickdesk.storage.format import MOST_NAMES, Origin
from quickdesk.storage.journal.record import NO_NAME, Header, journal_id


class NoHeader(Enum):
    """Why nothing is known of a journal."""

    BLANK = auto()
    """It never got as far as to hold a header."""
    UNREADABLE = auto()


Headers = Mapping[int, Header | NoHeader]
"""The header of each journal by generation."""


@dataclass(frozen=True, slots=True)
class Lineage:
    """The names of the journals up to now, the newest last; ``root`` is the last of those in the snapshot."""

    names: tuple[str, ...] = ()
    root: str = NO_NAME

    def id_of_next(self, new_id: bytes) -> bytes:
        """Return the id of the next journal; ``new_id`` are 32 random hexadecimal digits."""
        return journal_id(self.root, self.names[-1] if self.names else NO_NAME, new_id)

    def followed_by(self, name: str) -> "Lineage":
        """Return the same with one more journal."""
        return Lineage((*self.names[-MOST_NAMES:], name), self.root)


def lineage_of(base: Origin, names: Iterable[str]) -> Lineage:
    """Return the lineage of a snapshot and the journals since."""
    return Lineage((*base.lineage, *names), base.lineage[-1] if base.lineage else NO_NAME)


@dataclass(frozen=True, slots=True)
class Chain:
    """The journals that continue a snapshot: ``linked`` those that name the one before, ``foreign`` those
    that do not belong to it, both by generation; ``names`` is what they add to the lineage.
    """

    linked: tuple[int, ...]
    foreign: tuple[int, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Which files do not belong to the rest: the current snapshot, the previous one, these journals."""

    current: bool = False
    previous: bool = False
    journals: tuple[int, ...] = ()


class _Place(Enum):
    """How a journal stands to those before it."""

    LINKED = auto()
    """It names the one before."""
    LET_PASS = auto()
    """Nothing says that it does not belong there."""
    FOREIGN = auto()


class _Walk:
    """Goes from a snapshot along the journals, in order."""

    def __init__(self, base: Origin | None, first: int) -> None:
        self._past = set() if base is None else set(base.lineage)
        self._is_old = not self._past
        self._next = first if base is None or base.generation is None else base.generation
        self._last = NO_NAME if base is None or not base.lineage else base.lineage[-1]
        # What the next one may name; nothing where the one before is not known.
        self._may_follow: tuple[str, ...] = () if self._is_old else (self._last,)
        self._is_last_damaged = self._is_after_loss = False
        self.names: list[str] = []

    def place(self, generation: int, header: Header | NoHeader) -> _Place:
        """Return how the next journal stands to those before it."""
        if generation < self._next:
            return _Place.LET_PASS if self._is_old or _is_in(header, self._past) else _Place.FOREIGN
        if generation > self._next:  # one is missing
            self._may_follow, self._is_last_damaged = (), False
        place = _Place.LET_PASS
        if isinstance(header, Header):
            place = self._place(header)
            if place is _Place.FOREIGN:
                return place
            self._is_after_loss |= place is _Place.LET_PASS and not self._is_old
            self._add(header.name)
        elif header is NoHeader.UNREADABLE:
            self._may_follow, self._is_last_damaged = (), True
        self._next = generation + 1
        return place

    def _add(self, name: str) -> None:
        names = [name]
        if self._is_after_loss:
            # Without what was lost these are other data than those of a machine that has it.
            names.append(_name_after_loss(self._last, name))
        self._may_follow, self._is_last_damaged = tuple(names), False
        self._last = names[-1]
        self._past.update(names)
        self.names += names

    def _place(self, header: Header) -> _Place:
        if header.version == 1:
            return _Place.LET_PASS if self._is_old else _Place.FOREIGN
        if self._may_follow:
            return _Place.LINKED if header.follows in self._may_follow else _Place.FOREIGN
        # Without the one before, only the snapshot with which its run began can tell.
        is_let_pass = self._is_old or self._is_last_damaged or header.root in self._past
        return _Place.LET_PASS if is_let_pass else _Place.FOREIGN


def chain(base: Origin | None, headers: Headers) -> Chain:
    """Follow the journals from a snapshot on, or from the first where there is none."""
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
    """Decide which files do not belong to the rest.

    Where the journals continue the previous snapshot and the current one knows nothing of them, it is the
    current one. A snapshot that was made by hand, or before there were journals, is taken as it is.
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
    """Whether these data once ended with the journal of this name, and with nothing lost."""
    if name not in lineage:
        return False
    place = lineage.index(name)
    after = lineage[place + 1 : place + 2]
    return not place or not after or after[0] != _name_after_loss(lineage[place - 1], name)


def _is_in(header: Header | NoHeader, past: Collection[str]) -> bool:
    """Whether a journal is among those named; one of version 1, or without a header, is let pass."""
    return isinstance(header, NoHeader) or header.version == 1 or header.name in past
