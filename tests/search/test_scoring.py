"""The scores of a word in given rows equal those of the explanations."""

import numpy as np

from quickdesk.search.explanation import reasons_of
from quickdesk.search.index.arrays import build
from quickdesk.search.index.positional import PositionalIndex
from quickdesk.search.lookup.scoring import word_scores
from quickdesk.search.query import words_of
from quickdesk.search.ranking import NO_MATCH
from tests.bench.library import queries, replies

LIBRARY = replies(80, seed=21, body_length=30)
INDEX = PositionalIndex(build(LIBRARY))
ROWS = np.arange(0, len(LIBRARY), 3)


def test_word_scores_equal_the_explained_scores() -> None:
    known = 0
    typed = {query.split()[0] for _, query in queries(LIBRARY, 60, seed=22) if query.strip()}
    for word in (*words_of(" ".join(sorted(typed))), *words_of("#退款 code:t @售")):
        expected = []
        for row in ROWS.tolist():
            reasons = reasons_of(LIBRARY[row], [word])
            expected.append(sum(reason.worth for reason in reasons) if reasons else NO_MATCH)
        assert word_scores(INDEX, word, ROWS).tolist() == expected, word.text
        known += sum(worth != NO_MATCH for worth in expected)
    assert known > len(ROWS)


def test_no_rows_have_no_scores() -> None:
    (word,) = words_of("tui")
    assert not len(word_scores(INDEX, word, ROWS[:0]))
