"""Queries that are worth remembering as asks of the reply that was chosen after them.

A query is one if it does not explain the choice: not all of its words are in the code, title, tags, folder or
asks of the reply. Colleagues will read it, so nothing personal is remembered, and instead of pinyin the
characters that it found in the body.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from quickdesk.replies.asks import SEPARATORS
from quickdesk.replies.snippet import Snippet
from quickdesk.replies.validation import check
from quickdesk.search.explanation import reasons_of
from quickdesk.search.query import Way, Word, words_of
from quickdesk.search.sounds import EXACT, Sounds
from quickdesk.search.typos import with_typo_readings
from quickdesk.text.folding import fold, searchable
from quickdesk.text.personal import MASK, personal_spans

MAX_LEARNT = 40
"""In characters; a longer query is a message, of which every buyer writes another."""
_MIN_LEARNT, _MIN_LETTERS = 2, 4
"""The second is that of a query in letters only: fewer are initials, which mean something else each time."""
_IDENTIFYING = re.compile(
    r"(?:\d[\W_]{0,2}){6}\d|[〇零一二三四五六七八九幺]{7}|wxid_|\d(?:号楼|[楼栋幢座层室]|单元)[\W_]{0,2}\d"
)
"""Numbers of phones and orders however they are written, and house numbers without a street."""
_AT_ENDS = " ,，、.。…;；:：!！?？~～|\"'“”"
_SPACES = str.maketrans(dict.fromkeys(SEPARATORS, " "))


def learnable_ask(query: str, snippet: Snippet, sounds: Sounds = EXACT) -> str | None:
    """Return the query as an ask to remember for a chosen reply, or None if it is not worth it.

    ``sounds`` are the fuzzy pinyin pairs of the search.
    """
    typed = " ".join(query.translate(_SPACES).split()).strip(_AT_ENDS)
    words = words_of(typed, sounds)
    ask = _characters(words, snippet.body) or typed
    if len(ask) > MAX_LEARNT or len(ask) < (_MIN_LETTERS if ask.isascii() else _MIN_LEARNT):
        return None
    if ask in snippet.asks or not any(map(str.isalpha, ask)) or _is_personal(ask):
        return None
    if not words or any(word.field for word in words) or _explains(words, snippet):
        return None
    flaws = check(replace(snippet, asks=(*snippet.asks, ask)))
    return None if any(flaw.field == "asks" for flaw in flaws) else ask


def _characters(words: Sequence[Word], body: str) -> str:
    """Return the characters of a body for which all words are the whole pinyin, else an empty text."""
    text = searchable(body)
    folded = fold(text)
    found = []
    for word in words:
        paths = [reading.elements for reading in word.readings if reading.way is Way.PINYIN]
        matches = (
            re.search("".join(f"[{re.escape(each.units)}]" for each in path), folded) for path in paths
        )
        match = next(filter(None, matches), None)
        if match is None:
            return ""
        found.append(text[match.start() : match.end()])
    return " ".join(found)


def _is_personal(ask: str) -> bool:
    return MASK in ask or bool(personal_spans(ask) or _IDENTIFYING.search(fold(searchable(ask))))


def _explains(words: Sequence[Word], snippet: Snippet) -> bool:
    """Return whether each word, typing slips included, is in the head of a reply."""
    head = replace(snippet, body="")
    return bool(reasons_of(head, words) or reasons_of(head, tuple(map(with_typo_readings, words))))
