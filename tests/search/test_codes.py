import pytest

from quickdesk.search.codes import CodeList, gap_places, looks_like_code


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("t1", {0: 3, 1: 1}),
        ("t12", {0: 2}),
        ("th012", {0: 0}),
        ("售1", {3: 1}),
        ("t", {}),
        ("th0123", {}),
        (".*", {4: 0}),
        ("👍1", {5: 1}),
    ],
)
def test_finds_codes_with_gaps(word: str, found: dict[int, int]) -> None:
    codes = CodeList(["TH012", "t-1", "", "售后1", ".*", "👍a1"])
    assert dict(codes.with_gaps(word)) == found


def test_a_code_with_a_line_break_stays_one_code() -> None:
    assert dict(CodeList(["t\nh", "th"]).with_gaps("th")) == {0: 1, 1: 0}


def test_no_codes_no_finds() -> None:
    assert list(CodeList([]).with_gaps("th")) == []
    assert list(CodeList(["", ""]).with_gaps("th")) == []


def test_places_are_counted_in_utf16_units() -> None:
    assert gap_places("👍T-1", "t1") == [2, 4]


def test_no_places_where_the_word_stands_in_one_piece_or_not_at_all() -> None:
    assert gap_places("TH01", "th") == []
    assert gap_places("TH01", "h9") == []


def test_a_few_letters_and_digits_look_like_a_code() -> None:
    assert looks_like_code("th12")
    assert not looks_like_code("refund")
    assert not looks_like_code("12")
