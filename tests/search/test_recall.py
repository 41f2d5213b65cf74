"""Whole libraries against the oracle: everything that can be typed so is found, and nothing else."""

import pytest

from quickdesk.search.finder import LibraryFinder
from quickdesk.search.query import Way
from tests.bench.library import queries, replies
from tests.search.oracle import occurs_in

LIBRARY = replies(60, seed=11, body_length=24)
FINDER = LibraryFinder(LIBRARY)
KINDS = ("one", "characters", "pinyin", "initials", "polyphone", "apostrophes", "mixed", "words", "latin")
QUERIES = queries(LIBRARY, 240, seed=12)


def _expected(query: str) -> set[str]:
    return {
        reply.id
        for reply in LIBRARY
        if all(
            any(
                occurs_in(text, word)
                for text in (reply.title, reply.body, reply.code, " ".join(reply.tags), reply.folder_path)
            )
            for word in query.split()
        )
    }


@pytest.mark.parametrize("kind", KINDS)
def test_finds_exactly_what_can_be_typed_so(kind: str) -> None:
    words = [query for name, query in QUERIES if name == kind and len(query) <= 24]
    assert len(words) > 10
    for query in words:
        for end in range(1, len(query) + 1):
            typed = query[:end]
            hits = FINDER.find_certain(typed, limit=len(LIBRARY))
            found = {hit.snippet.id for hit in hits if typed.strip()}
            gaps = {hit.snippet.id for hit in hits if _only_code(hit.spans)}
            expected = _expected(typed)
            assert expected - gaps <= found, typed
            # Where hardly anything can be typed so, slips of the finger are suspected.
            assert all(_is_slip(typed, extra) for extra in found - gaps - expected), typed


def _is_slip(typed: str, snippet_id: str) -> bool:
    account = FINDER.explain(typed, snippet_id)
    assert account is not None
    return any(reason.way in (Way.SLIP, Way.SPACED) or reason.penalty >= 140 for reason in account.reasons)


def _only_code(spans: object) -> bool:
    assert isinstance(spans, tuple)
    return {span.field for span in spans} <= {"code"}
