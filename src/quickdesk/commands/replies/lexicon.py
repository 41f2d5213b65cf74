"""The command ``lexicon`` on the shop's own words, and its actions ``add``, ``remove`` and ``import``."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from quickdesk.commands.answer import Answer, Exit, Request, done, problem
from quickdesk.commands.arguments import ArgumentError, text
from quickdesk.replies.clock import Clock
from quickdesk.replies.history import Action, ActionType
from quickdesk.replies.running_days import DayCounter
from quickdesk.search.related.shop_lexicon import (
    LexiconFlaw,
    LexiconStore,
    check_lexicon,
    groups_of,
    normalized_lexicon,
    with_groups,
    without_group,
)
from quickdesk.text.encoding import EncodingError, decode


@dataclass(frozen=True, slots=True)
class ShopWords:
    """The shop's own words, and what the commands on them need besides."""

    store: LexiconStore
    clock: Clock
    days: DayCounter

    def add(self, words: str) -> None:
        """Add the groups of a text without flaws to those of the shop; raises StoreError."""
        self.save(with_groups(self.store.text(), words.split("\n")))

    def save(self, words: str) -> None:
        """Replace the text; raises StoreError."""
        now, day = self.clock.now(), self.days.days().number
        self.store.save(words, Action(ActionType.CHANGE_LEXICON, now, day=day))


def list_groups(_request: Request, words: ShopWords) -> Answer:
    """Return the groups of the shop in their order."""
    return done(_to_json(words.store.text()))


def add_group(request: Request, words: ShopWords) -> Answer:
    """Add a group and return all; USAGE if it is no group, REFUSED if it is there already."""
    line = normalized_lexicon(text(request, "line"))
    flaws = check_lexicon(line)
    if flaws:
        return _flawed(_without_lines(flaws))
    if len(groups_of(line)) != 1:
        return problem(Exit.USAGE, "no-word-group")
    return _added(words, (line,))


def remove_group(request: Request, words: ShopWords) -> Answer:
    """Remove the group with these words and return the others; NOT_FOUND if there is none."""
    before = words.store.text()
    line = text(request, "line")
    after = without_group(before, line)
    if groups_of(after) == groups_of(before):
        return problem(Exit.NOT_FOUND, "no-such-word-group", line=line)
    words.save(after)
    removed = next(each for each in groups_of(before) if each not in groups_of(after))
    return done({**_to_json(after), "removed": removed})


def import_groups(request: Request, words: ShopWords) -> Answer:
    """Add the groups of a file, given in base64, and return all.

    If it cannot be read, or a line has a flaw, nothing is changed (FAILED, USAGE).
    """
    content = text(request, "content")
    try:
        given = decode(base64.b64decode(content, validate=True)).text
    except EncodingError:
        return problem(Exit.FAILED, "unreadable-words")
    except ValueError as error:  # no base64
        raise ArgumentError(request, "content") from error
    flaws = check_lexicon(given)
    if flaws:
        return _flawed(flaws)
    added = normalized_lexicon(given)
    if not groups_of(added):
        return problem(Exit.USAGE, "no-word-group")
    return _added(words, added.split("\n"))


def _added(words: ShopWords, lines: Sequence[str]) -> Answer:
    before = words.store.text()
    after = with_groups(before, lines)
    flaws = check_lexicon(after)
    if flaws:
        return _flawed(_without_lines(flaws))
    new = len(groups_of(after)) - len(groups_of(before))
    if not new:
        return problem(Exit.REFUSED, "word-group-is-there")
    words.save(after)
    return done({**_to_json(after), "added": new})


def _without_lines(flaws: Sequence[LexiconFlaw]) -> list[LexiconFlaw]:
    """Return the flaws of lines that the request does not number."""
    return [LexiconFlaw(flaw.kind, 0, flaw.word) for flaw in flaws]


def _flawed(flaws: Sequence[LexiconFlaw]) -> Answer:
    return problem(Exit.USAGE, "flawed-words", word_flaws=[_flaw_to_json(flaw) for flaw in flaws])


def _flaw_to_json(flaw: LexiconFlaw) -> dict[str, Any]:
    name = flaw.kind.name.lower().replace("_", "-")
    return {"line": flaw.line, "flaw": name, "word": flaw.word, "most": flaw.limit}


def _to_json(words: str) -> dict[str, Any]:
    return {"groups": list(groups_of(words))}
