"""Tells the files of this data from those of another machine or another moment.

A program that keeps folders alike carries single files over, so the snapshot of one machine may come to lie
beside the journals of another. Every journal names the one before it and every snapshot the journals that are
in it: so what belongs together is one chain, and what does not fit into it is foreign. What was written before
there were such names fits everywhere.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from quickdesk.storage.format import MOST_NAMES, Origin
from quickdesk.storage.journal.record import NO_NAME, Header, journal_id

Headers = Mapping[int, Header | bool]
"""The header of each journal by generation: False where it is damaged, True where there is none yet."""


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


def lineage_of(base: Origin, headers: Iterable[Header]) -> Lineage:
    """Return the lineage of a snapshot and the journals since."""
    names = (*base.lineage, *(header.name for header in headers))
    return Lineage(names, base.lineage[-1] if base.lineage else NO_NAME)


@dataclass(frozen=True, slots=True)
class Chain:
    """The journals that continue a snapshot: ``linked`` those that name the one before, ``foreign`` those
    that do not belong to it, both by generation.
    """

    linked: tuple[int, ...]
    foreign: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Which files do not belong to the rest: the current snapshot, the previous one, these journals."""

    current: bool = False
    previous: bool = False
    journals: tuple[int, ...] = ()


def chain(base: Origin | None, headers: Headers) -> Chain:
    """Follow the journals from a snapshot on, or from the first where there is none."""
    past = set(base.lineage) if base is not None else set()
    last = base.lineage[-1] if base is not None and base.lineage else None
    expected = min(headers, default=0) if base is None or base.generation is None else base.generation
    is_old = not past
    is_damaged = False
    linked: list[int] = []
    foreign: list[int] = []
    for generation, header in sorted(headers.items()):
        if generation < expected:
            if not is_old and not _is_in(header, past):
                foreign.append(generation)
            continue
        is_gap = generation > expected
        if is_gap:
            last, is_damaged = None, False
        if isinstance(header, bool):
            if not header:
                last, is_damaged = None, True
        elif not _fits(header, last, past, is_old=is_old, is_damaged=is_damaged):
            foreign.append(generation)
            continue
        else:
            if last is not None and header.version > 1:
                linked.append(generation)
            last, is_damaged = header.name, False
            past.add(header.name)
        expected = generation + 1
    return Chain(tuple(linked), tuple(foreign))


def _fits(header: Header, last: str | None, past: set[str], *, is_old: bool, is_damaged: bool) -> bool:
    if header.version == 1:
        return is_old
    if last is not None:
        return header.follows == last
    # The one before cannot be read or is not there: then the snapshot tells with which the run began.
    return is_old or is_damaged or header.root in past


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
    return Foreign(previous=previous.lineage[-1] not in past, journals=after.foreign)


def _is_in(header: Header | bool, past: Collection[str]) -> bool:
    """Whether a journal is among those named; one of version 1, or without a header, is let pass."""
    return isinstance(header, bool) or header.version == 1 or header.name in past
