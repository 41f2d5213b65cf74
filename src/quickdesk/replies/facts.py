"""The facts of the shop (店铺资料): values that fill fields, because they are the same for every buyer.

A fact fills the fields that have its name; ``{事实:名}`` names it explicitly. Names are compared by
:func:`fact_key`. Facts are set on purpose, and never taken from what was typed for a buyer.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Protocol

from quickdesk.replies.history import Action
from quickdesk.replies.special import special_kind
from quickdesk.replies.template import MAX_NAME, TemplateFlaw, can_name_field
from quickdesk.replies.validation import MAX_FACT, FlawKind, SnippetFlaw, check_text, unix_lines
from quickdesk.text.folding import fold, has_visible, searchable

MAX_FACTS: Final = 500
"""Maximum number of facts: all are in one list, and in memory."""

_SPACE: Final = re.compile(r"\s+")
_DAY: Final = re.compile(r"(?:(\d{4})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact; ``until`` is the last day on which it is valid, None if it is valid without limit.

    The value may have several lines. It is inserted literally: braces in it are no fields.
    """

    name: str
    value: str
    until: date | None = None

    @property
    def key(self) -> str:
        """The form of its name that is compared."""
        return fact_key(self.name)

    def is_valid_on(self, day: date) -> bool:
        """Return whether it is not expired on a day."""
        return self.until is None or day <= self.until


class FactStore(Protocol):
    """Stores the facts. No two have the same key."""

    def facts(self) -> Sequence[Fact]:
        """Return all facts, those set first at the beginning; raise StoreError if they cannot be read."""
        ...

    def put(self, facts: Sequence[Fact], action: Action) -> None:
        """Store facts, replacing those with the same keys, as one transaction that can be undone.

        Raise StoreError; nothing has changed then, unless its problem is UNCERTAIN.
        """
        ...

    def remove(self, keys: Sequence[str], action: Action) -> None:
        """Remove facts by their keys as :meth:`put` stores them; unknown keys are ignored."""
        ...


def fact_key(name: str) -> str:
    """Return the form in which names are compared: without spaces, width, case, accents and 繁体."""
    return _SPACE.sub("", fold(searchable(unicodedata.normalize("NFKC", name))))


def normalized_fact(fact: Fact) -> Fact:
    r"""Return a fact without spaces around its name and value, and with ``\n`` for every line break."""
    return replace(fact, name=fact.name.strip(), value=unix_lines(fact.value).strip())


def day_of(text: str, today: date) -> date | None:
    """Read a day as people write it: 2026-12-31, 2026/12/31, 2026年12月31日, 12-31; None if there is none.

    Without a year it is the next such day. Raises ValueError.
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError("not a day")
    year, month, day = match.groups()
    if year is not None:
        return date(int(year), int(month), int(day))
    for next_year in range(today.year, today.year + 9):  # 29 February may be eight years away
        with suppress(ValueError):
            found = date(next_year, int(month), int(day))
            if found >= today:
                return found
    raise ValueError("no such day")


def check_fact(fact: Fact) -> tuple[SnippetFlaw, ...]:
    """Return all flaws of a fact; one without flaws may be stored. The fields are ``name`` and ``value``."""
    flaws = [*check_text("name", fact.name, MAX_NAME)]
    if not flaws and (not can_name_field(fact.name) or not fact.key):
        flaw = TemplateFlaw.BAD_NAME if special_kind(fact.name) is None else TemplateFlaw.SPECIAL_WITH_VALUE
        flaws = [SnippetFlaw("name", FlawKind.NOT_A_TEMPLATE, 0, len(fact.name), flaw)]
    flaws += check_text("value", fact.value, MAX_FACT, is_line=False)
    if fact.value.strip() and not has_visible(fact.value):
        flaws.append(SnippetFlaw("value", FlawKind.EMPTY))
    return tuple(flaws)


@dataclass(frozen=True, slots=True)
class FactsOfDay:
    """The facts as they are on one day, by name of a field."""

    day: date
    _by_key: Mapping[str, Fact] = field(default_factory=dict)

    @classmethod
    def of(cls, facts: Iterable[Fact], day: date) -> "FactsOfDay":
        """Return the facts on a day."""
        return cls(day, {each.key: each for each in facts})

    def named(self, name: str) -> Fact | None:
        """Return the fact of this name, valid or expired, or None."""
        return self._by_key.get(fact_key(name)) if self._by_key else None

    def valid(self, name: str) -> Fact | None:
        """Return the fact that fills a field of this name, or None."""
        found = self.named(name)
        return found if found is not None and found.is_valid_on(self.day) else None

    def values(self, names: Iterable[str]) -> dict[str, str]:
        """Return the values of those of these fields that facts fill."""
        found = {name: self.valid(name) for name in names}
        return {name: fact.value for name, fact in found.items() if fact is not None}
