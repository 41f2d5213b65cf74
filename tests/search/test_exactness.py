"""A search with early termination finds the same replies as an exhaustive one and as a scan."""

from dataclasses import replace

import pytest

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.index.arrays import build
from quickdesk.search.lookup.all_segments import matchable_words, ranked_rows
from quickdesk.search.lookup.request import SearchRequest
from quickdesk.search.query import words_of
from quickdesk.search.segments import Snapshot
from quickdesk.search.typos import with_typo_readings
from quickdesk.search.whole_query import phrase_of, with_codes
from tests.bench.library import queries, replies

ASKS = ("几天到", "到", "多久能退", "退", "jtd", "能", "怎么退货", "发货 没", "tk", "t")
CODES = (*("" for _ in range(44)), "th", "tk", "fh", "yf", "thyf", "tkjd")
PLAIN = replies(3000, seed=5, body_length=60)
LIBRARY = [
    replace(each, asks=(PLAIN[-number].title, *ASKS[number % 7 : number % 11]), code=CODES[number % 50])
    if number % 3
    else each
    for number, each in enumerate(PLAIN)
]
KEYS = sorted({query[:end] for _, query in queries(PLAIN, 60, seed=6) for end in range(1, len(query) + 1)})
BY_VALUE = (
    "th5",
    "5",
    "七天",
    "7天",
    "7天无理由",
    "三天 退款",
    "七tian",
    "48小时",
    "退货",
    "tuikuan",
    "退货 运费",
    "th yf",
    "tui huo y",
    "t k jd",
    "二四小时",
    "一个",
    "qtlywy",
    *ASKS,
    "jitiandao",
)
PRIORS = {
    "none": {},
    "habit": {f"r{number}": 25.0 * (number % 7) for number in range(0, 3000, 40)},
    "many": {f"r{number}": 10.0 + number % 90 for number in range(0, 3000, 2)},
}


def indexed(prior: dict[str, float]) -> LibraryFinder:
    finder = LibraryFinder(LIBRARY)
    finder.adopt(build(LIBRARY), Snapshot(tuple(LIBRARY), 10))
    finder.update(put=[Snippet("extra", "退款 extra", "退款")], remove=[f"r{n}" for n in range(0, 3000, 11)])
    finder.set_prior(prior)
    return finder


@pytest.mark.parametrize("name", PRIORS)
def test_an_early_stop_loses_nothing(name: str) -> None:
    finder = indexed(PRIORS[name])
    if name == "habit":
        while finder.prepare():
            pass
    segments = finder.segments()
    for query in (*KEYS[::3], *BY_VALUE):
        plain = words_of(query)
        typos = tuple(map(with_typo_readings, plain))
        whole = tuple(map(with_codes, typos)) if len(typos) == 1 else typos
        for words in (plain, typos, whole) if plain else ():
            request = SearchRequest(matchable_words(segments, words), 20, len(query), phrase=phrase_of(plain))
            quick = ranked_rows(segments, request, lambda: False)
            complete = ranked_rows(segments, replace(request, is_exhaustive=True), lambda: False)
            assert [(row.segment, row.row, row.score) for row in quick] == [
                (row.segment, row.row, row.score) for row in complete
            ], query


def test_a_scan_finds_the_same() -> None:
    finder = indexed(PRIORS["habit"])
    library = [each for number, each in enumerate(LIBRARY) if number % 11]
    plain = LibraryFinder([*library, Snippet("extra", "退款 extra", "退款")])
    plain.set_prior(PRIORS["habit"])
    for query in (*KEYS[1::6], *BY_VALUE):
        ours = [(hit.snippet.id, hit.score, hit.spans) for hit in finder.find_certain(query, 20)]
        assert ours == [(hit.snippet.id, hit.score, hit.spans) for hit in plain.find_certain(query, 20)], (
            query
        )


def test_cached_scores_do_not_hide_a_reply_whose_prior_many_others_exceed() -> None:
    others = [Snippet(f"other{number}", "其他", "您好") for number in range(600)]
    alike = [Snippet(f"r{number}", "退款", "您好") for number in range(700)]
    finder = LibraryFinder([*others, *alike])
    finder.adopt(build([*others, *alike]), Snapshot((*others, *alike), 10))
    finder.set_prior({each.id: 190.0 for each in others} | {"r699": 80.0})
    while finder.prepare():
        pass
    for query in ("t", "tui", "退"):
        assert finder.find(query, 20)[0].snippet.id == "r699", query
