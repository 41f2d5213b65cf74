"""Which replies use which facts, and which facts that are not set would save most questions.

Only names that are known to be the shop's are proposed as facts, or written as ``{事实:…}``: a field that is
the buyer's, such as an order number, must never become the same for everybody.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quickdesk.replies.facts import Fact, fact_key
from quickdesk.replies.shop.names import can_be_fact
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.template import Field, TemplateError, parse

PROPOSALS: Final = 10
"""How many facts are proposed at once: as many as are typed in a few minutes."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A field that could be a fact: the replies that ask for it, and how many would then ask for nothing."""

    name: str
    replies: int
    completed: int
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LibraryFields:
    """The fields of all replies of a library; replies whose body cannot be parsed have none."""

    _names: Mapping[str, str] = field(default_factory=dict)
    """The spelling of each key that was found first."""
    _asked: Mapping[frozenset[str], int] = field(default_factory=dict)
    """How many replies have each set of keys."""
    _uses: Mapping[str, Sequence[Snippet]] = field(default_factory=dict)
    _proposed: frozenset[str] = frozenset()
    _choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, snippets: Iterable[Snippet]) -> "LibraryFields":
        """Read the fields of replies; takes some seconds for 100,000 of them."""
        names: dict[str, str] = {}
        choices: dict[str, tuple[str, ...]] = {}
        proposed: set[str] = set()
        asked: Counter[frozenset[str]] = Counter()
        uses: dict[str, list[Snippet]] = {}
        for snippet in snippets:
            keys: set[str] = set()
            for each in _fields(snippet.body):
                key = fact_key(each.name)
                keys.add(key)
                names.setdefault(key, each.name)
                choices[key] = tuple(dict.fromkeys((*choices.get(key, ()), *each.choices)))
                if can_be_fact(each):
                    proposed.add(key)
            if keys:
                asked[frozenset(keys)] += 1
            for key in keys:
                uses.setdefault(key, []).append(snippet)
        return cls(names, asked, uses, frozenset(proposed), choices)

    def uses(self, name: str) -> tuple[Snippet, ...]:
        """Return the replies that have a field of this name, in the order of the library."""
        return tuple(self._uses.get(fact_key(name), ()))

    def proposals(self, known: Collection[str], most: int = PROPOSALS) -> tuple[Proposal, ...]:
        """Return the facts that save most questions besides those whose keys are ``known``, best first.

        Each is chosen as if those before it were set. A reply that it leaves without a question counts as
        much as three that only ask one question less.
        """
        left: Counter[frozenset[str]] = Counter()
        for keys, count in self._asked.items():
            if keys & self._proposed:
                left[keys.difference(known)] += count
        uses: Counter[str] = Counter()
        for keys, count in left.items():
            uses.update(dict.fromkeys(keys & self._proposed, count))
        found: list[Proposal] = []
        while uses and len(found) < most:
            completed: Counter[str] = Counter()
            for keys, count in left.items():
                if len(keys) == 1:
                    completed.update(dict.fromkeys(keys, count))
            best = max(uses, key=lambda key: 2 * completed[key] + uses[key])
            found.append(Proposal(self._names[best], uses.pop(best), completed[best], self._choices[best]))
            left = _without(best, left)
        return tuple(found)


def _without(key: str, sets: Counter[frozenset[str]]) -> Counter[frozenset[str]]:
    left: Counter[frozenset[str]] = Counter()
    for keys, count in sets.items():
        left[keys - {key}] += count
    return left


@dataclass(frozen=True, slots=True)
class Entry:
    """A fact, or one that is proposed, with the replies that use it and the choices that these offer."""

    name: str
    fact: Fact | None
    replies: tuple[Snippet, ...] = ()
    choices: tuple[str, ...] = ()


def entries(facts: Iterable[Fact], fields: LibraryFields) -> tuple[Entry, ...]:
    """Return all facts in their order, then those that are proposed besides them."""
    known = [Entry(each.name, each, fields.uses(each.name)) for each in facts]
    proposed = fields.proposals({fact_key(each.name) for each in known})
    return (*known, *(Entry(each.name, None, fields.uses(each.name), each.choices) for each in proposed))


def _fields(body: str) -> Sequence[Field]:
    if "{" not in body:
        return ()
    try:
        return parse(body).fields
    except TemplateError:
        return ()
