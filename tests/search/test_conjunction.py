"""Typing several words: the cached scores of the first ones do not change the results."""

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.segments import Snapshot
from tests.bench.library import queries, replies

LIBRARY = replies(600, seed=41, body_length=40)
BASE = build(LIBRARY)
QUERIES = list(dict.fromkeys(query for kind, query in queries(LIBRARY, 260, seed=42) if kind == "words"))
KEPT = 32


def made() -> LibraryFinder:
    finder = LibraryFinder(LIBRARY)
    assert finder.adopt(BASE, Snapshot(tuple(LIBRARY), finder.changes))
    return finder


def answers(finder: LibraryFinder, query: str) -> list[tuple[str, float]]:
    return [(hit.snippet.id, hit.score) for hit in finder.find_certain(query, 20)]


def test_typing_on_finds_the_same_as_a_new_finder() -> None:
    finder = made()
    words = {word for query in QUERIES for word in query.split()}
    assert len(words) > KEPT
    for query in QUERIES:
        for end in range(query.index(" "), len(query) + 1):
            found = answers(finder, query[:end])
            if end % 4 == 0 or end == len(query):
                assert found == answers(made(), query[:end]), query[:end]


def test_cached_scores_do_not_affect_removed_and_changed_replies() -> None:
    finder = made()
    query = next(query for query in QUERIES if len(answers(finder, query)) > 1)
    (first, score), *_ = answers(finder, query)
    found = next(each for each in LIBRARY if each.id == first)
    finder.update(remove=[first])
    assert first not in dict(answers(finder, query))
    finder.update(put=[Snippet("again", found.title, found.body, found.code, found.folder, found.tags)])
    assert dict(answers(finder, query))["again"] == score
