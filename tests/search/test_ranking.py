from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.finder import LibraryFinder
from quickdesk.search.usage.first_letters import FirstLetters
from quickdesk.search.usage.habits import Use, noted
from quickdesk.search.usage.prior import likely

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)
CLEARLY, FIELDS_APART = 100, 300
"""The step from one kind of match to the next, and that from a match in the body to one in the title."""


def _ranked(query: str, *snippets: Snippet) -> list[str]:
    return [hit.snippet.id for hit in LibraryFinder(snippets).find_certain(query)]


def test_ranks_by_where_it_matches() -> None:
    found = _ranked(
        "tk",
        Snippet("body", "甲", "a tk b"),
        Snippet("folder", "甲", "", folder=("tk",)),
        Snippet("tag", "甲", "", tags=("tk",)),
        Snippet("inside", "甲 tk 乙", ""),
        Snippet("start", "tk 甲", ""),
        Snippet("code start", "甲", "", code="tk9"),
        Snippet("title", "tk", ""),
        Snippet("code", "甲", "", code="tk"),
        Snippet("ask", "甲", "", asks=("x", "tk")),
        Snippet("ask start", "甲", "", asks=("x", "tk 甲")),
        Snippet("inside ask", "甲", "", asks=("x", "x tk")),
    )
    assert found == [
        *("code", "title", "code start", "ask", "start", "inside"),
        *("ask start", "inside ask", "tag", "folder", "body"),
    ]


def test_ranks_what_was_typed_literally_first() -> None:
    found = _ranked("tk", Snippet("initials", "退款", ""), Snippet("letters", "tk", ""))
    assert found == ["letters", "initials"]
    pinyin = _ranked("tuikuan", Snippet("parted", "退款安", ""), Snippet("whole", "退款", ""))
    assert pinyin == ["whole", "parted"]


def test_ranks_the_start_of_an_english_word_before_its_middle() -> None:
    assert _ranked("art", Snippet("smart", "x smart", ""), Snippet("art", "an art", "")) == ["art", "smart"]


def test_ranks_short_titles_first_and_keeps_the_order_of_equals() -> None:
    found = _ranked(
        "退",
        Snippet("long", "退一二三四", ""),
        Snippet("b", "退一", ""),
        Snippet("a", "退二", ""),
        Snippet("c", "退三", ""),
    )
    assert found == ["b", "a", "c", "long"]


def test_four_initials_mean_four_characters_rather_than_three() -> None:
    assert (
        _ranked("shdz", Snippet("bag", "睡袋重置说明", ""), Snippet("address", "改收货地址", ""))[0]
        == "address"
    )


def test_a_code_with_gaps_ranks_high_only_where_a_code_seems_meant() -> None:
    code = Snippet("code", "乙", "", code="th-2")
    assert _ranked("th2", Snippet("title", "a th2", ""), code) == ["code", "title"]
    assert _ranked("t-2", Snippet("title", "a t-2", ""), code) == ["title", "code"]


def test_more_than_the_tiers_counts_how_much_matches() -> None:
    both = Snippet("both", "退款 运费", "")
    assert _ranked("退款 运费", Snippet("body", "退款", "运费"), both) == ["both", "body"]


def test_scores_are_the_tier_less_penalty_and_length() -> None:
    hits = LibraryFinder([Snippet("r", "退款到账", "")]).find("退款")
    assert [hit.score for hit in hits] == [720 - 4]
    assert LibraryFinder([Snippet("r", "退" * 99, "")]).find("退")[0].score == 720 - 40


def test_two_initials_inside_a_title_score_less_than_a_whole_word() -> None:
    found = _ranked(
        "tk",
        Snippet("amid", "转接其他客服", ""),
        Snippet("end", "拒收后怎么退款", ""),
        Snippet("after a mark", "拒收了，退款的步骤", ""),
        Snippet("start", "退款的步骤怎么走", ""),
        Snippet("tag", "退差价", "", tags=("退款",)),
        Snippet("folder", "甲", "", folder=("退款",)),
        Snippet("body", "乙", "退款"),
    )
    assert found == ["start", "end", "after a mark", "tag", "amid", "folder", "body"]


def test_longer_readings_inside_a_title_score_as_before() -> None:
    surrounded = Snippet("amid", "转接其他客服", "")
    scores = {
        query: LibraryFinder([surrounded]).find(query)[0].score for query in ("他客", "take", "qtk", "其t")
    }
    assert scores == {"他客": 600 - 6, "take": 560 - 6, "qtk": 520 - 6, "其t": 540 - 6}


def test_two_initials_in_an_ask_are_mostly_chance() -> None:
    library = [
        Snippet("inside ask", "甲", "", asks=("可以退款吗",)),
        Snippet("whole ask", "甲", "", asks=("退款",)),
        Snippet("amid title", "转接其他客服", ""),
        Snippet("title", "退款进度", ""),
        Snippet("folder", "甲", "", folder=("退款",)),
    ]
    assert _ranked("tk", *library) == ["title", "amid title", "whole ask", "folder", "inside ask"]
    assert _ranked("退款", *library[:4]) == ["whole ask", "title", "inside ask"]


def test_how_many_rows_are_wanted_does_not_say_which_are_best() -> None:
    poor = [Snippet(f"poor{number}", f"甲{number}", "七天来我") for number in range(12)]
    finder = LibraryFinder([*poor, Snippet("meant", "前来退物", "七天来我")])
    assert finder.find("qtlw", 50)[0].snippet.id == "meant"
    assert finder.find("qtlw", 9)[0].snippet.id == "meant"
    account = finder.explain("qtlw", "meant")
    assert account is not None
    assert account.score == finder.find("qtlw", 9)[0].score


def test_a_prior_does_not_hide_a_typo() -> None:
    library = [Snippet("poor", "甲", "七天来我"), Snippet("meant", "前来退物", "")]
    finder = LibraryFinder(library)
    assert finder.find("qtlw")[0].snippet.id == "meant"
    finder.set_prior({"poor": 500.0})
    assert finder.find("qtlw")[0].snippet.id == "meant"


LETTERS = st.text(st.sampled_from("退款换货他客服到账 tuikh7"), min_size=1, max_size=12)
NAMES = st.sampled_from(["", "退款", "退款到账", "tuikuan", "tkdz", "售后"])
REPLIES = st.builds(
    lambda title, body, code, folder, tag, ask: Snippet(
        "", title, body, code, (folder,), (tag,), "", (ask, "到账")
    ),
    st.one_of(NAMES, LETTERS),
    st.one_of(NAMES, LETTERS),
    st.one_of(NAMES, LETTERS),
    NAMES,
    NAMES,
    NAMES,
)
FOUR_MEANT = st.sampled_from(
    ["tkdz", "退款到账", "退款 到账", "退k dz", "tui kuan dz", "tkdaoz", "#退款 到账", "他kefudz", "12345"]
)


@given(
    library=st.lists(REPLIES, min_size=2, max_size=12),
    query=FOUR_MEANT,
    priors=st.lists(st.floats(0, 2000), max_size=12),
    picked=st.lists(st.integers(0, 11), max_size=40),
)
@example([Snippet("", "退款到账", ""), Snippet("", "甲", "退款到账")], "tkdz", [0.0, 2000.0], [1] * 40)
@example(
    [Snippet("", "申请退款到账" * 9, ""), Snippet("", "", "", "", (), ("退款",))], "tuik", [0.0, 2000.0], []
)
@example([Snippet("", "申请退款到账" * 9, ""), Snippet("", "", "退款到账")], "tkdz", [0.0, 2000.0], [1] * 9)
def test_no_habit_lifts_a_clearly_worse_match_when_four_characters_are_meant(
    library: list[Snippet], query: str, priors: list[float], picked: list[int]
) -> None:
    finder, found = _found(library, query, priors, picked)
    worth = {each: _worth(finder, query, each) for each in {one for pair in found for one in pair}}
    for better, before in found:
        clearly = FIELDS_APART if int(before) in picked else CLEARLY
        assert worth[better] - worth[before] <= clearly


def _found(
    library: list[Snippet], query: str, priors: list[float], picked: list[int]
) -> tuple[LibraryFinder, list[tuple[str, str]]]:
    """Return the finder after all these habits, and the ids of what it finds, each with one above it."""
    named = [replace(each, id=str(number)) for number, each in enumerate(library)]
    finder = LibraryFinder(named)
    finder.set_prior({str(number): prior for number, prior in enumerate(priors)})
    letters = FirstLetters()
    for number in picked:
        letters = letters.chosen(query, str(number), NOW)
    finder.set_first_letters(letters)
    found = [hit.snippet.id for hit in finder.find(query)]
    return finder, [(each, before) for place, each in enumerate(found) for before in found[:place]]


def _worth(finder: LibraryFinder, query: str, snippet_id: str) -> int:
    account = finder.explain(query, snippet_id)
    assert account is not None
    return sum(reason.worth for reason in account.reasons)


@pytest.mark.parametrize("query", ["tkdz", "退款到账", "退款 到账", "tuikuandz"])
def test_not_even_what_was_always_chosen_stands_above_a_title_when_it_matches_in_its_body(query: str) -> None:
    finder = LibraryFinder(
        [Snippet("title", "怎么申请退款到账" * 9, ""), Snippet("body", "甲", "您的退款到账")]
    )
    letters = FirstLetters()
    for _ in range(99):
        letters = letters.chosen(query, "body", NOW)
    finder.set_first_letters(letters)
    finder.set_prior({"body": 2000.0})
    assert [hit.snippet.id for hit in finder.find(query)] == ["title", "body"]


@pytest.mark.parametrize("query", ["退", "退款", "t", "tk"])
def test_after_one_or_two_characters_habit_lifts_what_is_used(query: str) -> None:
    finder = LibraryFinder(
        [
            Snippet("title", "退款到账", ""),
            Snippet("tag", "甲", "", tags=("退款",)),
            Snippet("body", "乙", "您的退款"),
        ]
    )
    assert [hit.snippet.id for hit in finder.find(query)] == ["title", "tag", "body"]
    use = Use("tag", "", NOW)
    habit = noted(None, use)
    for _ in range(300):
        habit = noted(habit, use)
    finder.set_prior(likely({"tag": habit}, NOW).prior("", {}))
    assert [hit.snippet.id for hit in finder.find(query)] == ["tag", "title", "body"]
    letters = FirstLetters()
    for _ in range(9):
        letters = letters.chosen(query, "body", NOW)
    finder.set_first_letters(letters)
    assert [hit.snippet.id for hit in finder.find(query)] == ["body", "tag", "title"]


@pytest.mark.parametrize(
    "address", [Snippet("x", "改收货地址", "", "", (), ()), Snippet("x", "甲", "您的收货地址")]
)
def test_an_unlikely_reading_cannot_fill_the_list(address: Snippet) -> None:
    bags = [Snippet(f"bag{number}", "睡袋重", "") for number in range(40)]
    finder = LibraryFinder([*bags, *(replace(address, id=f"address{number}") for number in range(9))])
    first = [hit.snippet.id for hit in finder.find("shdz", 50)][:20]
    assert sum(key.startswith("address") for key in first) == 5
    assert len(set(finder.find("shdz", 50))) == 49
    assert [hit.snippet.id for hit in finder.find("shdz", 9)] == first[:9]


def test_what_makes_room_has_the_score_of_its_best_match() -> None:
    bags = [Snippet(f"bag{number}", "睡袋重", "") for number in range(30)]
    both = [Snippet(f"both{number}", "睡袋重" + "长" * 30, "", tags=("收货地址",)) for number in range(6)]
    finder = LibraryFinder([*bags, *both])
    hits = finder.find("shdz", 20)
    assert hits[-1].snippet.id == "both4"
    for hit in hits:
        account = finder.explain("shdz", hit.snippet.id)
        assert account is not None
        assert account.score == hit.score


@pytest.mark.parametrize(
    ("named", "other"),
    [
        (Snippet("named", "随便", "", "fahuo"), Snippet("other", "发货", "")),
        (Snippet("named", "Address change", ""), Snippet("other", "甲", "常饿")),
    ],
)
def test_habit_never_buries_what_is_called_by_the_very_letters(named: Snippet, other: Snippet) -> None:
    finder = LibraryFinder([other, named])
    finder.set_prior({"other": 2000.0})
    assert finder.find(named.code or "change")[0].snippet.id == "named"


def test_pinyin_is_as_long_as_the_characters_it_means() -> None:
    finder = LibraryFinder([Snippet("title", "退款说明", ""), Snippet("often", "申请退款", "")])
    finder.set_prior({"often": 2000.0})
    for query in ("退款", "tuikuan", "tuik"):
        assert [hit.snippet.id for hit in finder.find(query)] == ["often", "title"], query
    finder.update(put=[Snippet("code", "随便", "", "tuikuan")])
    assert [hit.snippet.id for hit in finder.find("tuikuan")] == ["code", "title", "often"]
    finder.update(remove=["code"])
    assert [hit.snippet.id for hit in finder.find("tuikuan")] == ["often", "title"]


@given(
    library=st.lists(REPLIES, min_size=1, max_size=12),
    code=st.sampled_from(["t", "tk", "th12", "退款", "tkdz", "VIP", "7", "ß"]),
    priors=st.lists(st.floats(0, 2000), max_size=12),
    chosen=st.integers(0, 60),
    prefix=st.sampled_from(["", "code:"]),
)
def test_a_code_typed_whole_comes_first_whatever_habit_says(
    library: list[Snippet], code: str, priors: list[float], chosen: int, prefix: str
) -> None:
    named = [replace(each, id=str(number), code="x") for number, each in enumerate(library)]
    finder = LibraryFinder([*named, Snippet("meant", "随便", "", code)])
    finder.set_prior({str(number): prior for number, prior in enumerate(priors)})
    letters = FirstLetters()
    for _ in range(chosen):
        letters = letters.chosen(prefix + code, "0", NOW)
    finder.set_first_letters(letters)
    hits = finder.find(prefix + code, 5)
    assert hits[0].snippet.id == "meant"
    account = finder.explain(prefix + code, "meant")
    assert account is not None
    assert account.score == hits[0].score


def test_of_replies_with_the_same_code_the_one_that_is_used_comes_first() -> None:
    alike = [Snippet(str(number), "随便", "", "tk") for number in range(30)]
    finder = LibraryFinder([Snippet("title", "tk", "tk"), *alike, Snippet("longer", "随便", "", "tk1")])
    finder.set_prior({"7": 30.0, "longer": 400.0, "title": 400.0})
    found = [hit.snippet.id for hit in finder.find("tk", 50)]
    assert found[0] == "7"
    assert set(found[:30]) == {each.id for each in alike}


def test_no_code_changes_the_order_of_the_other_rows() -> None:
    others = [Snippet(f"r{number}", "随便", "", f"yf{number}") for number in range(40)]
    gaps = [Snippet(f"gap{number}", "随便", "", f"y{number}f") for number in range(9)]
    finder = LibraryFinder([*gaps, *others])
    before = [hit.snippet.id for hit in finder.find("yf", 20)]
    assert not [key for key in before if key.startswith("gap")]
    finder.update(put=[Snippet("code", "随便", "", "yf")])
    assert [hit.snippet.id for hit in finder.find("yf", 20)] == ["code", *before[:19]]
