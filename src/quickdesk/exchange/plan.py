"""What an import would do to the library: decided here, shown to the agent, carried out by the store.

Which reply is which:

- A record with the id of a snippet is that snippet.
- Every other record is the *same* as a snippet with equal title, folder and body (and code and tags,
  where the file speaks of them); equal records of one import are one reply.
- A record with title and folder of a snippet that no record equals is that snippet *changed*; several
  are paired in their order.
- A record without an id whose title and body a snippet has in a folder that ends as the record's does
  (or the other way round) is the *same*, moved by nothing but the way it was named: the path of a file
  below an imported folder is part of the folder, and a file imported alone has none. Only snippets that
  were there before and that no other record means are looked at, so a list may well say the same twice.
- The rest is new. A code never identifies anything: thousands of snippets may share one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from quickdesk.exchange.record import Note, Place, Reading, Record, RefusalReason, Refused
from quickdesk.replies.clock import NewId
from quickdesk.replies.library import check, tidied
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change

_Name: TypeAlias = tuple[tuple[str, ...], str]
_Content: TypeAlias = tuple[tuple[str, ...], str, str]
_Words: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Changed:
    """A snippet that gets new content; its id stays."""

    before: Snippet
    after: Snippet


@dataclass(frozen=True, slots=True)
class Noted:
    """What was altered in a reply on its way in."""

    notes: tuple[Note, ...]
    place: Place
    title: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What would happen. ``notes`` speak of new and changed snippets only."""

    new: tuple[Snippet, ...]
    changed: tuple[Changed, ...]
    same: tuple[Snippet, ...]
    refused: tuple[Refused, ...]
    notes: tuple[Noted, ...] = ()

    @property
    def change(self) -> Change:
        """What the store must do."""
        return Change(put=(*self.new, *(changed.after for changed in self.changed)))


def plan(readings: Sequence[Reading], existing: Sequence[Snippet], new_id: NewId) -> ImportPlan:
    """Decide what becomes of every record of these files; takes time in line with their number."""
    claimed = frozenset(record.id for reading in readings for record in reading.records)
    planner = _Planner(existing, new_id, claimed)
    for reading in readings:
        planner.refused += reading.refused
        for record in reading.records:
            planner.take(record)
    return planner.finish()


@dataclass(slots=True)
class _Planner:
    """Three passes: first what is there already, so that a changed reply cannot take its place; last what
    stands in another folder, so that it takes nothing that another record means.

    ``claimed`` are the ids of all records; ``told`` is what the first record of an id said.
    """

    existing: Sequence[Snippet]
    new_id: NewId
    claimed: frozenset[str]
    new: list[Snippet] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    same: list[Snippet] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)
    by_id: dict[str, Snippet] = field(init=False)
    by_content: defaultdict[_Content, list[Snippet]] = field(init=False)
    told: dict[str, Snippet] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    waiting: list[tuple[Record, Snippet]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.by_id = {snippet.id: snippet for snippet in self.existing}
        self.by_content = defaultdict(list)
        for snippet in self.existing:
            self.by_content[_content(snippet)].append(snippet)

    def take(self, record: Record) -> None:
        """First pass: settle what is flawed, known by its id, or there already."""
        wanted = tidied(
            Snippet(
                record.id or "-",
                record.title,
                record.body,
                record.code or "",
                record.folder,
                record.tags or (),
            )
        )
        flaws = check(wanted)
        if flaws:
            self.refused.append(Refused(RefusalReason.FLAWED, record.place, wanted.title, flaws[0]))
        elif record.id in self.told:
            self._repeat(record, wanted)
        elif record.id in self.by_id:
            self._take_known(record, wanted)
        elif same := self._same(record, wanted):
            self._keep(record, wanted, same)
        else:
            self._tell(record, wanted)
            self.waiting.append((record, wanted))

    def finish(self) -> ImportPlan:
        """Second pass: pair what is left by title and folder; then by title and body; the rest is new."""
        partners = self._partners()
        left: list[tuple[Record, Snippet]] = []
        for record, wanted in self.waiting:
            known = [] if record.id else partners.get(_name(wanted), [])
            if not record.id and (again := self._same(record, wanted)):
                self.same.append(again)
            elif known:
                before = known.pop(0)
                self.taken.add(before.id)
                self._change(record, before, wanted)
            else:
                left.append((record, wanted))
        self._finish_elsewhere(left)
        return ImportPlan(
            tuple(self.new),
            tuple(self.changed),
            tuple(self.same),
            tuple(self.refused),
            tuple(self.notes),
        )

    def _finish_elsewhere(self, left: Sequence[tuple[Record, Snippet]]) -> None:
        """Third pass: what stands word for word in a folder that only begins otherwise is there already."""
        elsewhere: defaultdict[_Words, list[Snippet]] = defaultdict(list)
        for snippet in self.existing:
            if snippet.id not in self.taken:
                elsewhere[_words(snippet)].append(snippet)
        for record, wanted in left:
            again = None if record.id else self._same(record, wanted)
            there = again or self._moved(record, wanted, elsewhere)
            if there is None:
                self._add(record, wanted)
            else:
                self.taken.add(there.id)
                self.same.append(there)

    def _moved(
        self, record: Record, wanted: Snippet, elsewhere: Mapping[_Words, Sequence[Snippet]]
    ) -> Snippet | None:
        if record.id:
            return None
        for one in elsewhere.get(_words(wanted), ()):
            said = replace(_completed(record, wanted, one), folder=one.folder)
            if one.id not in self.taken and said == one and _ends_alike(one.folder, wanted.folder):
                return one
        return None

    def _repeat(self, record: Record, wanted: Snippet) -> None:
        """The same id twice in one import must say the same."""
        if self.told[record.id] == wanted:
            self.same.append(wanted)
        else:
            self.refused.append(Refused(RefusalReason.REPEATED_ID, record.place, wanted.title))

    def _take_known(self, record: Record, wanted: Snippet) -> None:
        """Our own id says which snippet it is."""
        before = self.by_id[record.id]
        if before == wanted:
            self._keep(record, wanted, before)
        else:
            self._tell(record, wanted)
            self.taken.add(before.id)
            self._change(record, before, wanted)

    def _keep(self, record: Record, wanted: Snippet, same: Snippet) -> None:
        self._tell(record, wanted)
        self.taken.add(same.id)
        self.same.append(same)

    def _tell(self, record: Record, wanted: Snippet) -> None:
        if record.id:
            self.told[record.id] = wanted

    def _same(self, record: Record, wanted: Snippet) -> Snippet | None:
        """Return a snippet that already says what the record says, one not yet matched if possible.

        For a record with an id of its own that is none whose id another record claims: that record
        may be about to change it.
        """
        equal = [
            one
            for one in self.by_content.get(_content(wanted), ())
            if _completed(record, wanted, one) == one and not (record.id and one.id in self.claimed)
        ]
        return next((one for one in equal if one.id not in self.taken), equal[0] if equal else None)

    def _partners(self) -> dict[_Name, list[Snippet]]:
        partners: defaultdict[_Name, list[Snippet]] = defaultdict(list)
        for snippet in self.existing:
            if snippet.id not in self.taken:
                partners[_name(snippet)].append(snippet)
        return partners

    def _change(self, record: Record, before: Snippet, wanted: Snippet) -> None:
        after = _completed(record, wanted, before)
        self.changed.append(Changed(before, after))
        self._note(record, after)

    def _add(self, record: Record, wanted: Snippet) -> None:
        snippet = replace(wanted, id=record.id or self.new_id())
        self.new.append(snippet)
        self._note(record, snippet)

    def _note(self, record: Record, snippet: Snippet) -> None:
        """From now on this content is there: an equal record that follows is the same reply."""
        self.by_content[_content(snippet)].append(snippet)
        if record.notes:
            self.notes.append(Noted(record.notes, record.place, snippet.title))


def _completed(record: Record, wanted: Snippet, old: Snippet) -> Snippet:
    """Return the wanted content under the old id, with what the file does not speak of left as it is."""
    code = old.code if record.code is None else wanted.code
    tags = old.tags if record.tags is None else wanted.tags
    if record.tags is not None and record.adds_tags:
        tags = (*old.tags, *(tag for tag in wanted.tags if tag not in old.tags))
    return replace(wanted, id=old.id, code=code, tags=tags)


def _name(snippet: Snippet) -> _Name:
    return snippet.folder, snippet.title


def _content(snippet: Snippet) -> _Content:
    return snippet.folder, snippet.title, snippet.body


def _words(snippet: Snippet) -> _Words:
    return snippet.title, snippet.body


def _ends_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether one folder is the end of the other; no folder is the end of every one."""
    short, long = sorted((one, other), key=len)
    return long[len(long) - len(short) :] == short
