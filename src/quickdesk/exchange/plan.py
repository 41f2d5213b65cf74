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

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quickdesk.exchange.record import Note, Place, Reading, RefusalReason, Refused
from quickdesk.exchange.shelf import Entry, Shelf, by_name, by_words, ends_alike
from quickdesk.replies.clock import NewId
from quickdesk.replies.library import check
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.store import Change


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
    """Decide what becomes of every record of these files; takes time in line with their number.

    In three passes: first what is there already, so that a changed reply cannot take its place; last what
    stands in another folder, so that it takes nothing that another record means.
    """
    claimed = frozenset(record.id for reading in readings for record in reading.records)
    shelf = Shelf(existing, claimed)
    outcome = _Outcome(shelf)
    first = _FirstPass(shelf, outcome)
    waiting: list[Entry] = []
    for reading in readings:
        outcome.refused += reading.refused
        waiting += [entry for entry in map(Entry, reading.records) if not first.settles(entry)]
    left = _pair(waiting, shelf, outcome)
    _add_what_is_nowhere(left, shelf, outcome, new_id)
    return outcome.plan


@dataclass(frozen=True, slots=True)
class Scope:
    """The ids and titles that a plan speaks of: changes of other replies make no difference to it."""

    ids: frozenset[str]
    titles: frozenset[str]


def scope_of(planned: ImportPlan, readings: Sequence[Reading]) -> Scope:
    """Return the scope of a plan that was made of ``readings``."""
    spoken_of = (*planned.new, *(changed.after for changed in planned.changed), *planned.same)
    records = (record.id for reading in readings for record in reading.records)
    ids = frozenset(snippet.id for snippet in spoken_of).union(records)
    return Scope(ids, frozenset(snippet.title for snippet in spoken_of))


def still_holds(scope: Scope, before: Sequence[Snippet], now: Sequence[Snippet]) -> bool:
    """Return whether a plan of this scope, made for the replies ``before``, is right for those of ``now``.

    A record is paired with a reply by its id, or by its title and more. May return False where True would be
    right.
    """
    known = {snippet.id: snippet for snippet in before}
    other = [snippet for snippet in now if known.get(snippet.id) != snippet]
    gone = known.keys() - {snippet.id for snippet in now}
    return scope.ids.isdisjoint(gone) and not any(
        each.id in scope.ids or each.title in scope.titles for each in other
    )


@dataclass(slots=True)
class _Outcome:
    """What is decided so far."""

    shelf: Shelf
    new: list[Snippet] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    same: list[Snippet] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[Noted] = field(default_factory=list)

    @property
    def plan(self) -> ImportPlan:
        """What would happen."""
        return ImportPlan(
            new=tuple(self.new),
            changed=tuple(self.changed),
            same=tuple(self.same),
            refused=tuple(self.refused),
            notes=tuple(self.notes),
        )

    def refuse(self, entry: Entry, refused: Refused) -> None:
        """Take none of it."""
        self.refused.append(replace(refused, place=entry.record.place, title=entry.wanted.title))

    def keep(self, snippet: Snippet) -> None:
        """Leave a reply that is there as it is."""
        self.shelf.taken.add(snippet.id)
        self.same.append(snippet)

    def change(self, entry: Entry, before: Snippet) -> None:
        """Give a reply that is there new content."""
        self.shelf.taken.add(before.id)
        after = entry.completed(before)
        self.changed.append(Changed(before, after))
        self._put(entry, after)

    def add(self, entry: Entry, snippet_id: str) -> None:
        """Bring a reply in."""
        snippet = replace(entry.wanted, id=snippet_id)
        self.new.append(snippet)
        self._put(entry, snippet)

    def _put(self, entry: Entry, snippet: Snippet) -> None:
        """From now on this content is there: an equal record that follows is the same reply."""
        self.shelf.put(snippet)
        if entry.record.notes:
            self.notes.append(Noted(entry.record.notes, entry.record.place, snippet.title))


@dataclass(slots=True)
class _FirstPass:
    """Settles what is flawed, known by its id, or there already; ``told`` is what each id said first."""

    shelf: Shelf
    outcome: _Outcome
    told: dict[str, Snippet] = field(default_factory=dict)

    def settles(self, entry: Entry) -> bool:
        """Decide of an entry, or return False where the others must be seen first."""
        flaws = check(entry.wanted)
        if flaws:
            self.outcome.refuse(entry, Refused(RefusalReason.FLAWED, entry.record.place, "", flaws[0]))
            return True
        if entry.id in self.told:
            self._repeat(entry)
            return True
        if entry.id:
            self.told[entry.id] = entry.wanted
        return self._is_there(entry)

    def _repeat(self, entry: Entry) -> None:
        """The same id twice in one import must say the same."""
        if self.told[entry.id] == entry.wanted:
            self.outcome.same.append(entry.wanted)
        else:
            self.outcome.refuse(entry, Refused(RefusalReason.REPEATED_ID, entry.record.place, ""))

    def _is_there(self, entry: Entry) -> bool:
        known = self.shelf.by_id.get(entry.id)
        if known is not None and known != entry.wanted:
            self.outcome.change(entry, known)
            return True
        same = known or self.shelf.equal_to(entry)
        if same is not None:
            self.outcome.keep(same)
        return same is not None


def _pair(waiting: Iterable[Entry], shelf: Shelf, outcome: _Outcome) -> list[Entry]:
    """Second pass: what has title and folder of a reply that nobody took changes it; return the rest."""
    partners = shelf.not_taken(by_name)
    left: list[Entry] = []
    for entry in waiting:
        if entry.id:
            left.append(entry)
        elif again := shelf.equal_to(entry):
            outcome.same.append(again)
        elif known := partners.get(by_name(entry.wanted)):
            outcome.change(entry, known.pop(0))
        else:
            left.append(entry)
    return left


def _add_what_is_nowhere(left: Iterable[Entry], shelf: Shelf, outcome: _Outcome, new_id: NewId) -> None:
    """Third pass: what stands word for word in a folder that only begins otherwise is there already."""
    elsewhere = shelf.not_taken(by_words)
    for entry in left:
        if entry.id:
            outcome.add(entry, entry.id)
            continue
        there = shelf.equal_to(entry) or _moved(entry, elsewhere.get(by_words(entry.wanted), ()), shelf)
        if there is None:
            outcome.add(entry, new_id())
        else:
            outcome.keep(there)


def _moved(entry: Entry, candidates: Iterable[Snippet], shelf: Shelf) -> Snippet | None:
    for one in candidates:
        says_it = replace(entry.completed(one), folder=one.folder) == one
        if one.id not in shelf.taken and says_it and ends_alike(one.folder, entry.wanted.folder):
            return one
    return None
