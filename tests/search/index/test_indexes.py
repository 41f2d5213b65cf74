"""Both kinds of index fulfil the same contract: every match is found, and nothing else."""

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quickdesk.replies.snippet import Snippet
from quickdesk.search.element import Element, letter, literal, start, syllable
from quickdesk.search.index.arrays import build
from quickdesk.search.index.positional import PositionalIndex
from quickdesk.search.index.scan import ScanIndex
from quickdesk.search.matches import AT_START, FIELDS, INSIDE, WHOLE, Index, Part

Make = Callable[[Sequence[Snippet]], Index]
Found = list[tuple[int, str]]


def scan(snippets: Sequence[Snippet]) -> Index:
    return ScanIndex(snippets)


def positional(snippets: Sequence[Snippet]) -> Index:
    return PositionalIndex(build(snippets))


@pytest.fixture(params=[scan, positional])
def make(request: pytest.FixtureRequest) -> Make:
    made: Make = request.param
    return made


def reply(title: str, body: str = "", code: str = "", tags: tuple[str, ...] = ()) -> Snippet:
    return Snippet(title, title, body, code, (), tags)


def every(index: Index, elements: Sequence[Element]) -> Found:
    found = [index.candidates(elements, part).details() for part in Part]
    return sorted(
        (row, FIELDS[field])
        for some in found
        for row, field in zip(some.row.tolist(), some.field.tolist(), strict=True)
    )


def test_finds_every_position_of_a_sequence(make: Make) -> None:
    index = make([reply("退货", "请退货，退 货"), reply("退款"), reply("貨退貨")])
    sequence = [syllable("tui"), *literal("货")]
    assert every(index, sequence) == [(0, "body"), (0, "title"), (2, "title")]


def test_no_sequence_crosses_a_field_or_a_row(make: Make) -> None:
    index = make([reply("退", "货", "退"), reply("货")])
    assert every(index, [*literal("退"), *literal("货")]) == []


@pytest.mark.parametrize("part", Part)
def test_searches_only_the_given_rows(make: Make, part: Part) -> None:
    index = make([reply(f"退{number}", "退") for number in range(40)])
    assert index.candidates(literal("退"), part, np.array([3, 7])).row.tolist() == [3, 7]
    assert sorted(index.candidates(literal("退"), part, np.arange(39)).row.tolist()) == list(range(39))
    assert index.candidates(literal("退"), part, np.zeros(0, np.int64)).row.tolist() == []


def test_returns_alignment_and_literal_matches(make: Make) -> None:
    index = make([reply("T恤"), reply("他t"), reply("at"), reply("t"), reply("退t", code="t")])
    found = index.candidates([letter("t")], Part.HEAD).details()
    seen = sorted(
        zip(
            found.row.tolist(),
            [FIELDS[field] for field in found.field.tolist()],
            found.alignment.tolist(),
            found.as_typed.tolist(),
            found.in_word.tolist(),
            strict=True,
        )
    )
    assert seen == sorted(
        [
            (0, "title", AT_START, True, False),
            (1, "title", AT_START, False, False),
            (1, "title", INSIDE, True, False),
            (2, "title", INSIDE, True, True),
            (3, "title", WHOLE, True, False),
            (4, "code", WHOLE, True, False),
            (4, "title", AT_START, False, False),
            (4, "title", INSIDE, True, False),
        ]
    )


def test_each_ask_is_a_field_of_its_own(make: Make) -> None:
    asks = (("退货", "退", "货"), (), ("货退", "退货款"))
    index = make([Snippet(str(number), "甲", "退", asks=each) for number, each in enumerate(asks)])
    found = index.candidates([*literal("退"), *literal("货")], Part.HEAD).details()
    seen = zip(found.row.tolist(), found.field.tolist(), found.alignment.tolist(), strict=True)
    assert sorted(seen) == [(0, FIELDS.index("asks"), WHOLE), (2, FIELDS.index("asks"), AT_START)]
    single = index.candidates(literal("退"), Part.HEAD)
    assert sorted(single.alignment.tolist()) == [INSIDE, AT_START, AT_START, WHOLE]
    rows = [row for row, field in every(index, literal("退")) if field == "asks"]
    assert rows == [0, 0, 2, 2]


def test_finds_fields_that_begin_with_an_element(make: Make) -> None:
    index = make([reply("退"), reply("包退", code="tk"), reply("包", "退", tags=("退",)), reply("货t")])
    assert sorted(index.at_field_start(letter("t")).row.tolist()) == [0, 1]


@pytest.mark.parametrize("border", ["\0", "\1"])
def test_a_control_character_in_a_text_is_no_border(make: Make, border: str) -> None:
    index = make([reply(f"a{border}b", "退")])
    assert every(index, literal("退")) == [(0, "body")]
    assert index.candidates(literal("b"), Part.HEAD).alignment.tolist() == [INSIDE]
    assert every(index, literal("b")) == [(0, "title")]


def test_an_empty_library_and_empty_rows_have_no_matches(make: Make) -> None:
    for library in ([], [reply("")]):
        index = make(library)
        for part in Part:
            assert index.estimate(literal("退"), part) == 0
            assert len(index.candidates(literal("退"), part).row) == 0
        assert index.codes_with_gaps("th")[0].tolist() == []
        assert index.at_field_start(letter("t")).row.tolist() == []


def test_codes_with_gaps_begin_with_the_first_character(make: Make) -> None:
    codes = ["TH012", "t-1", "", "售后1", ".*", "👍a1", "xt1", "t" + "-" * 40 + "1"]
    index = make([reply(f"标题{code}", code=code) for code in codes])

    def found(word: str) -> dict[int, int]:
        rows, gaps = index.codes_with_gaps(word)
        return dict(zip(rows.tolist(), gaps.tolist(), strict=True))

    assert found("t1") == {0: 3, 1: 1, 7: 40}
    assert found("th012") == {0: 0}
    assert found("售1") == {3: 1}
    assert found(".*") == {4: 0}
    assert found("👍1") == {5: 1}
    assert found("t") == {}
    assert found("th0123") == {}


ALPHABET = "tuih退货款重7 -'a👍\u4e00"
ELEMENTS = [
    letter("t"),
    letter("h"),
    syllable("tui"),
    syllable("qi"),
    start("zh"),
    *literal("退"),
    *literal("货"),
    *literal("'"),
    *literal("👍"),
    *literal(" "),
    *literal("7"),
]


@given(
    st.lists(st.tuples(*[st.text(ALPHABET, max_size=6)] * 4), max_size=5),
    st.lists(st.lists(st.text(ALPHABET, max_size=4), max_size=3), min_size=5, max_size=5),
    st.lists(st.sampled_from(ELEMENTS), min_size=1, max_size=4),
    st.text(ALPHABET, min_size=2, max_size=4),
)
def test_both_agree(
    texts: list[tuple[str, str, str, str]], asks: list[list[str]], elements: list[Element], word: str
) -> None:
    library = [
        Snippet(str(number), title, body, code, (tag,), (tag, code), asks=tuple(asks[number]))
        for number, (title, body, code, tag) in enumerate(texts)
    ]
    one, other = scan(library), positional(library)
    for part in Part:
        assert _details(one, elements, part) == _details(other, elements, part)
        for index in (one, other):
            assert index.estimate(elements, part) >= len(index.candidates(elements, part).row)
    assert sorted(one.at_field_start(elements[0]).row) == sorted(other.at_field_start(elements[0]).row)
    folded = word.strip()
    assert _gaps(one, folded) == _gaps(other, folded)


def _details(index: Index, elements: Sequence[Element], part: Part) -> list[tuple[object, ...]]:
    found = index.candidates(elements, part).details()
    columns = (found.row, found.field, found.alignment, found.as_typed, found.in_word, found.surrounded)
    return sorted(zip(*(column.tolist() for column in columns), strict=True))


def _gaps(index: Index, word: str) -> list[tuple[int, int]]:
    rows, gaps = index.codes_with_gaps(word)
    return sorted(zip(rows.tolist(), gaps.tolist(), strict=True))
